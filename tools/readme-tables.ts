// Writes the README's generated parts between their markers: inputs and outputs from action.yml, options from the schema, the
// demo's verdict from dist/.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { optionTable } from './option-table.ts';

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

/** The verdict that the demo prints for its second pull request, run from the built dist/ in a folder of its own. */
export function demoOutput(): string {
  const folder = mkdtempSync(join(tmpdir(), 'spec-gate-readme-'));
  try {
    const cli = fileURLToPath(at('dist/cli.js'));
    const env = { PATH: process.env['PATH'], NO_COLOR: '1' };
    const printed = execFileSync(process.execPath, [cli, 'demo'], {
      cwd: folder,
      env,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return `\`\`\`text\n${printed.slice(printed.indexOf('\nFAIL') + 1).trimEnd()}\n\`\`\``;
  } finally {
    rmSync(folder, { recursive: true });
  }
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
  writeFileSync(at('README.md'), renewParts(renewTables(text), { demo: demoOutput() }));
}
