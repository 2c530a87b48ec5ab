// Writes the generated parts of README and docs between their markers: inputs and outputs from action.yml, options from the
// schema, what commands print from dist/.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { optionTable } from './option-table.ts';
import { runBuilt, type RunBuilt } from './run-built.ts';

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

const at = (name: string): URL => new URL(`../${name}`, import.meta.url);

/** What belongs between `<!-- name -->` and `<!-- /name -->`, by name. */
export function readmeTables(): Readonly<Record<string, string>> {
  const { inputs, outputs } = parse(readFileSync(at('action.yml'), 'utf8')) as Manifest;
  return {
    inputs: table(
      ['input', 'default', ''],
      Object.entries(inputs).map(([name, { description, default: given }]) => [
        `\`${name}\``,
        given === undefined ? '' : `\`${given}\``,
        description,
      ]),
    ),
    outputs: table(
      ['output', ''],
      Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
    ),
    options: optionTable(),
  };
}

/** Of what the demo prints for its second pull request: the verdict, why, what was measured, and the repair. */
export async function demoOutput(run: RunBuilt = runBuilt): Promise<string> {
  const stdout = await inExample(run, ['demo']);
  const [, , second = ''] = stdout.split(/^Pull request \d: .*\n/m);
  const [report = '', repair = ''] = second.trim().split(/\n\n(?=Repair )/);
  const paragraphs = report.split('\n\n');
  const [measured = ''] = paragraphs.filter((text) => text.startsWith('Measured'));
  const shown = paragraphs.filter((text) => /^(?:Spec Gate|FAIL|Why)/.test(text));
  return block([...shown, tableOf(measured), '...', repair.replace(/\nOpen .*$/, '')].join('\n\n'));
}

/** Its lines that have columns, which two blanks part; sentences about the numbers stand below them. */
function tableOf(paragraph: string): string {
  const lines = paragraph.split('\n');
  return lines.filter((line) => /\S {2,}\S/.test(line)).join('\n');
}

/** What a check of two models prints on the shipped example. */
export async function modelChangeOutput(run: RunBuilt = runBuilt): Promise<string> {
  const models = ['--base-model', 'sim/willow', '--head-model', 'sim/willow-next'];
  return block(await inExample(run, ['check', '--config', 'careful-panel.yml', ...models]));
}

/** What a repair of the example's second pull request prints. */
export async function repairOutput(run: RunBuilt = runBuilt): Promise<string> {
  return block(await inExample(run, ['repair', '--base', 'main', '--candidates', '3'], openSecondPullRequest));
}

/** The example as a repository, with the spec of the second pull request in its working tree. */
function openSecondPullRequest(folder: string): void {
  const identity = ['-c', 'user.name=example', '-c', 'user.email=example@example.com', '-c', 'commit.gpgsign=false'];
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['add', '-A'],
    ['commit', '-q', '-m', 'The example'],
  ]) {
    const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  }
  cpSync(join(folder, 'head-conflict/spec.md'), join(folder, 'spec.md'));
}

/** What a run in a copy of the shipped example prints. */
async function inExample(
  run: RunBuilt,
  args: readonly string[],
  prepare: (folder: string) => void = () => {},
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'spec-gate-readme-'));
  try {
    cpSync(at('fixtures/harbor'), folder, { recursive: true });
    prepare(folder);
    return await run(args, { cwd: folder });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function block(text: string): string {
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
}

/** The text with every generated part renewed; parts whose markers it does not have are left out. */
export function renewTables(text: string): string {
  return renewParts(text, readmeTables());
}

/** Puts contents between their markers. */
export function renewParts(text: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((renewed, [name, content]) => {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [start, end] = [renewed.indexOf(open), renewed.indexOf(close)];
    if (start < 0 || end < start) return renewed;
    return `${renewed.slice(0, start + open.length)}\n\n${content}\n\n${renewed.slice(end)}`;
  }, text);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

if (import.meta.main) {
  const text = readFileSync(at('README.md'), 'utf8');
  writeFileSync(at('README.md'), renewParts(renewTables(text), { demo: await demoOutput() }));
  writeFileSync(at('docs/configuration.md'), renewTables(readFileSync(at('docs/configuration.md'), 'utf8')));
  const models = readFileSync(at('docs/models.md'), 'utf8');
  writeFileSync(at('docs/models.md'), renewParts(models, { 'model-change': await modelChangeOutput() }));
  const repair = readFileSync(at('docs/repair.md'), 'utf8');
  writeFileSync(at('docs/repair.md'), renewParts(repair, { repair: await repairOutput() }));
}
