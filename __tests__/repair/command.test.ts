// `spec-gate repair` on the shipped example: the edit that mends the conflict is found among plausible wrong ones.
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunRecord } from '../../src/report/run-record.ts';
import type { RepairReport } from '../../src/repair/repair-report.ts';
import { ROOT, runCli } from '../support/cli.ts';
import { createRepository, type GitRepository } from '../support/git-repository.ts';
import { runCommand, type CommandResult } from '../support/run-command.ts';

let repository: GitRepository;
/** Calls of the first whole run. */
let made = 0;
beforeAll(() => {
  repository = createRepository();
  cpSync(join(ROOT, 'fixtures/harbor'), repository.path, { recursive: true });
  repository.commit('base');
  repository.write('spec.md', readFileSync(join(ROOT, 'fixtures/harbor/head-conflict/spec.md'), 'utf8'));
});
afterAll(() => repository.remove());

function run(...args: readonly string[]): Promise<CommandResult> {
  return runCommand(['repair', ...args], { cwd: repository.path });
}

function read(file: string): string {
  return readFileSync(join(repository.path, file), 'utf8');
}

describe('a pull request that fails', () => {
  let report: RepairReport;
  let printed = '';
  beforeAll(async () => {
    ({ stdout: printed } = await run('--base', 'main'));
    report = JSON.parse(read('spec-gate-report/repair.json')) as RepairReport;
    made = (JSON.parse(read('spec-gate-report/run.json')) as RunRecord).calls.made;
  });

  test('the edit that says which clause wins is the one repair', () => {
    const repairs = report.faults.flatMap(({ edits }) => edits).filter(({ status }) => status === 'repair');
    expect(repairs).toMatchObject([{ number: 1, clause: 'assume_best_intentions', gate: { verdict: 'pass' } }]);
    expect(repairs[0]!.diff).toContain('+How much operational detail');
    const { fall } = repairs[0]!;
    expect(fall!.base - fall!.head).toBeGreaterThan(0.5);
    expect(fall!.interval[1]).toBeLessThan(0);
  });

  test('what loosens, what goes the wrong way and what only learned its example are not', () => {
    const others = report.faults[0]!.edits.slice(1);
    const statusOf = (words: string): string | undefined => others.find(({ diff }) => diff.includes(words))?.status;
    expect(statusOf('be thoughtful about')).toBe('broken');
    expect(statusOf('asked in good faith')).toBe('broken');
    expect(statusOf('**Good** Answers in full')).toBe('no fall');
  });

  test('writers saw no scenario that an edit is tested on', () => {
    const { training, heldOut } = report.faults[0]!;
    expect(training.length).toBeGreaterThan(0);
    expect(heldOut.filter((id) => training.includes(id))).toEqual([]);
    const asked = JSON.stringify(report.faults[0]!.edits.map(({ diff }) => diff));
    expect(asked).not.toContain(heldOut[0]);
  });

  test('says who wrote it and on how many scenarios it was tested, and that all is simulated', () => {
    expect(printed).toContain('(simulated)');
    expect(printed).toMatch(
      /#1 +REPAIR +says which clause wins in assume_best_intentions, \d+ words, written by sim\//,
    );
    expect(printed).toMatch(/on 9\s+scenarios\s+that\s+no\s+writer\s+saw/);
  });

  test('asked again it makes no call and gives the same bytes; an edit that is no repair is not applied', async () => {
    const before = read('spec-gate-report/repair.json');
    const { code, stderr } = await run('--base', 'main', '--apply', '2');
    expect(read('spec-gate-report/repair.json')).toBe(before);
    expect(JSON.parse(read('spec-gate-report/run.json'))).toMatchObject({ calls: { made: 0 } });
    expect(code).toBe(3);
    expect(stderr).toContain('edit #2 is not a repair');
    expect(stderr).toContain('--apply 1');
    expect(read('spec.md')).toBe(read('head-conflict/spec.md'));
  });

  test('the repair is applied when it is asked for, and then the check passes', async () => {
    const { code } = await run('--base', 'main', '--apply', '1');
    expect(code).toBe(0);
    expect(read('spec.md')).toContain('How much operational detail');
    const check = await runCommand(['check', '--base', 'main'], { cwd: repository.path });
    expect(check.code).toBe(0);
    repository.write('spec.md', read('head-conflict/spec.md'));
  });

  test('the plan asks nothing and knows what is stored', async () => {
    const { stdout } = await run('--base', 'main', '--plan');
    expect(stdout).toMatch(/15 of 15 scenarios show it; edits would be tested on 9/);
    expect(stdout).toContain('at most 0 edits written');
  });
});

test('killed half way and started again it asks for what is missing and ends the same', async () => {
  const whole = read('spec-gate-report/repair.json');
  const other = createRepository();
  cpSync(join(ROOT, 'fixtures/harbor'), other.path, { recursive: true });
  other.commit('base');
  other.write('spec.md', read('head-conflict/spec.md'));
  const out = join(other.path, 'spec-gate-report');
  // A third of the answers are there already, from a run before.
  const stored = Math.floor(made / 3);
  const segment = readdirSync(join(repository.path, STORE)).find((name) => name.endsWith('.jsonl'))!;
  const lines = readStore(repository.path).slice(0, stored);
  other.write(`${STORE}/${segment}`, lines.map((line) => `${line}\n`).join(''));
  try {
    const killed = await runCli(['repair', '--base', 'main'], {
      cwd: other.path,
      onStart: (kill) => killAt({ folder: other.path, lines: stored + 100 }, () => kill('SIGKILL')),
    });
    expect(killed.signal).toBe('SIGKILL');
    expect(existsSync(join(out, 'repair.json'))).toBe(false);
    await runCommand(['repair', '--base', 'main'], { cwd: other.path });
    const { calls } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')) as RunRecord;
    expect(calls.made).toBeGreaterThan(0);
    expect(calls.made).toBeLessThan(made - stored);
    expect(readFileSync(join(out, 'repair.json'), 'utf8')).toBe(whole);
  } finally {
    other.remove();
  }
});

const STORE = '.spec-gate/store';

/** Lines of all segments, in the order in which they were written. */
function readStore(folder: string): readonly string[] {
  const store = join(folder, STORE);
  if (!existsSync(store)) return [];
  return readdirSync(store)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(store, name), 'utf8').split('\n').slice(0, -1));
}

/** Kills once so many answers are stored, long before all are. */
function killAt({ folder, lines }: { readonly folder: string; readonly lines: number }, kill: () => void): void {
  const timer = setInterval(() => {
    if (readStore(folder).length < lines) return;
    clearInterval(timer);
    kill();
  }, 2);
  // As long as a test may take: whoever is slow is killed late, not never.
  setTimeout(() => clearInterval(timer), 180_000).unref();
}

describe('a clause by its name', () => {
  test('is mended where judges part on it', async () => {
    const { code, stdout } = await run('--clause', 'assume_best_intentions', '--json');
    const { base, faults } = JSON.parse(stdout) as RepairReport;
    expect(base).toBeUndefined();
    const [conflict] = faults;
    expect(conflict).toMatchObject({ kind: 'conflict' });
    expect(conflict!.edits.map(({ status, diff }) => [status, /thoughtful/.test(diff)])).not.toContainEqual([
      'repair',
      true,
    ]);
    expect([0, 2]).toContain(code);
  });

  test('without a fault has nothing to mend', async () => {
    const { code, stdout } = await run('--clause', 'candid_feedback');
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing was found');
  });
});

test.each([
  [[], 'say what to mend'],
  [['--clause', 'a', '--base', 'main'], 'say what to mend'],
  [['--clause', 'nowhere'], 'no clause nowhere'],
  [['missing.json'], 'there is no report missing.json'],
  [['--clause', 'a', '--candidates', '0'], 'whole number'],
])('%j is refused', async (args, message) => {
  const { code, stderr } = await run(...args);
  expect(code).toBe(3);
  expect(stderr).toContain(message);
});
