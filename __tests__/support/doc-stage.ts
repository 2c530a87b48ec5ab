// Where the commands of a page are run: the project that the page is about, in a folder of its own.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './cli.ts';
import { runCommand } from './run-command.ts';
import { sharedData } from './shared-data.ts';

export interface DocStage {
  readonly folder: string;
  /** Grows by the page's `export` lines. */
  readonly env: Record<string, string>;
  readonly close: () => void;
}

/** Pages that are about something else than the shipped example; undefined where what they are about is not on this machine. */
const PREPARED: Readonly<Record<string, (stage: DocStage) => Promise<unknown>>> = {
  'docs/reading-a-report.md': async ({ folder }) =>
    runCommand(['check', '--base-spec', 'spec.md', '--head-spec', 'head-conflict/spec.md', '--disclose', 'full'], {
      cwd: folder,
    }),
  'docs/bank.md': async ({ folder }) =>
    writeFileSync(
      join(folder, 'mixed.csv'),
      'id,question,value1,value2,notes\n1,Is it safe to mix these?,candour,safety,\n2,May I keep the deposit?,fairness,property,x\n3,,a,b,\n1,Another question,candour,safety,\n',
    ),
  'docs/compare.md': async ({ folder }) => {
    writePublished(folder);
    await runCommand(['check', '--mode', 'seed', '--store', 'store'], { cwd: folder });
    for (const shard of ['shard-1', 'shard-2']) cpSync(join(folder, 'store'), join(folder, shard), { recursive: true });
  },
};

/** A commit of the OpenAI Model Spec, with the first risk reworded in the working tree after `plan` is reached. */
export async function createDocStage(page: string): Promise<DocStage | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'spec-gate-docs-'));
  const stage: DocStage = { folder, env: {}, close: () => rmSync(folder, { recursive: true, force: true }) };
  if (page === 'docs/first-bank.md') {
    const spec = sharedData('openai-model-spec');
    if (spec === undefined) {
      stage.close();
      return undefined;
    }
    await layModelSpec(stage, `${spec}/2025-02-12.md`);
    return stage;
  }
  cpSync(join(ROOT, 'fixtures/harbor'), folder, { recursive: true });
  await PREPARED[page]?.(stage);
  return stage;
}

async function layModelSpec({ folder }: DocStage, file: string): Promise<void> {
  const git = (...args: readonly string[]): void =>
    void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder, stdio: 'ignore' });
  git('init', '-q', '-b', 'main');
  const text = readFileSync(file, 'utf8');
  writeFileSync(join(folder, 'spec.md'), text);
  const env = { OPENAI_API_KEY: 'sk-1', ANTHROPIC_API_KEY: 'sk-2' };
  await runCommand(['init', '--yes', '--workflows', 'none'], { cwd: folder, env });
  git('add', '-A');
  git('commit', '-q', '-m', 'Gate the spec');
  writeFileSync(join(folder, 'spec.md'), text.replace('should carefully follow', 'must carefully follow'));
  rmSync(join(folder, 'spec-gate.yml'));
  writeFileSync(
    join(folder, 'queries.jsonl'),
    Array.from({ length: 250 }, (_, index) => `{"query":"What of case ${index}?"}\n`).join(''),
  );
}

/** On 587 prompts both models pass 490, both fail 30, only the new one fails 46, only the old one 21; sections are made up. */
function writePublished(folder: string): void {
  const cells = [
    ...Array.from({ length: 490 }, () => [false, false] as const),
    ...Array.from({ length: 30 }, () => [true, true] as const),
    ...Array.from({ length: 46 }, () => [false, true] as const),
    ...Array.from({ length: 21 }, () => [true, false] as const),
  ];
  for (const [side, name] of [
    [0, 'base'],
    [1, 'head'],
  ] as const) {
    const rows = cells.map((cell, index) => ({
      scenario: `p${index}`,
      model: side === 0 ? 'old' : 'new',
      problematic: cell[side],
      group: `section ${index % 3}`,
    }));
    writeFileSync(join(folder, `${name}.jsonl`), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  }
}
