// The gate as a user runs it: on files, on branches, again, interrupted, and with things missing.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import type { RunRecord } from '../../src/report/run-record.ts';
import { FEW } from '../support/harbor.ts';
import { ROOT, runCli, type CliOptions, type CliResult } from '../support/cli.ts';
import { createRepository } from '../support/git-repository.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-check-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HARBOR = join(ROOT, 'fixtures/harbor');
const FILES = ['--base-spec', 'spec.md', '--head-spec'];

function check(head: string, name: string, options: Partial<CliOptions> = {}): Promise<CliResult> {
  const paths = ['--store', join(folder, name, 'store'), '--output-dir', join(folder, name, 'out')];
  return runCli(['check', ...FILES, `${head}/spec.md`, ...paths], { cwd: HARBOR, ...options });
}

/** The example with a few scenarios: a run of a few hundred calls. */
function fewScenarios(name = 'few'): string {
  const copy = join(folder, name);
  cpSync(HARBOR, copy, { recursive: true });
  const config = readFileSync(join(HARBOR, 'spec-gate.yml'), 'utf8');
  const few = config.replace(/^selection:.*$/m, `selection: ${FEW}`);
  writeFileSync(join(copy, 'spec-gate.yml'), few);
  return copy;
}

const readOut = (name: string, file: string): string => readFileSync(join(folder, name, 'out', file), 'utf8');
const readReport = (name: string): Report => JSON.parse(readOut(name, 'report.json')) as Report;
const readRun = (name: string): RunRecord => JSON.parse(readOut(name, 'run.json')) as RunRecord;

describe('the shipped example', () => {
  let calm: CliResult | undefined;

  test('a harmless edit passes; asking again costs nothing and gives the same bytes', async () => {
    const first = await check('head-harmless', 'harmless');
    expect(first.stderr).not.toContain('bug');
    expect(first.code).toBe(0);
    const report = readOut('harmless', 'report.json');
    expect(readRun('harmless').calls.made).toBeGreaterThan(0);
    const second = await check('head-harmless', 'harmless');
    expect(second.code).toBe(0);
    expect(readRun('harmless').calls.made).toBe(0);
    expect(readOut('harmless', 'report.json')).toBe(report);
  });

  test('an edit that sets two clauses against each other fails and names both', async () => {
    const { code, stdout } = await check('head-conflict', 'conflict');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^FAIL {2}\(simulated\) non-compliance rose/m);
    const report = readReport('conflict');
    expect(report.rounds.at(-1)).toMatchObject({ stage: 'confirm', outcome: 'fail' });
    const conflict = report.findings.find((finding) => finding.code === 'clauseConflict');
    expect(new Set([conflict?.args['against'], conflict?.args['favour']])).toEqual(
      new Set(['assume_best_intentions', 'avoid_hazardous_detail']),
    );
    // The world's true change is 33.5 points (fixtures/README.md), of which the answers at hand are a sample.
    const [low, high] = report.endpoints.nonCompliance!.claims!.scenariosLikeThem.interval!;
    expect(low).toBeLessThan(0.335);
    expect(high).toBeGreaterThan(0.335);
  });

  // At ten moments, with live providers: kill-loop.test.ts.
  test.each([
    ['SIGKILL', 0.3],
    ['SIGTERM', 0],
    ['SIGINT', 0.5],
  ] as const)('%s early and late loses no finished call and changes nothing in the end', async (signal, early) => {
    const cwd = fewScenarios();
    calm ??= await check('head-conflict', 'calm', { cwd });
    const { code } = calm;
    const whole = readOut('calm', 'report.json');
    const calls = readRun('calm').calls.made;
    const store = join(folder, signal, 'store');
    const last = Math.round(calls * 0.8);
    for (const lines of [1 + Math.round(calls * early), last]) {
      await check('head-conflict', signal, { cwd, onStart: (kill) => killAt(store, lines, () => kill(signal)) });
    }
    const stored = countLines(store);
    expect(stored).toBeGreaterThanOrEqual(last);
    expect((await check('head-conflict', signal, { cwd })).code).toBe(code);
    expect(readOut(signal, 'report.json')).toBe(whole);
    // A torn line is a call lost to the kill itself; nothing that was finished is made again.
    expect(readRun(signal).calls.made).toBeLessThanOrEqual(calls - stored + 4);
    expect(countLines(store)).toBeLessThanOrEqual(calls + 4);
  });

  test('an interrupted run says so, is inconclusive and never passes', async () => {
    const store = join(folder, 'stopped', 'store');
    const { code, stdout, stderr } = await check('head-harmless', 'stopped', {
      onStart: (kill) => killAt(store, 100, () => kill('SIGTERM')),
    });
    expect(code).toBe(2);
    expect(stderr).toContain(
      'Stopping: no new call is made, and what is finished is kept. Once more ends it at once.\n',
    );
    expect(stdout).toMatch(/^INCONCLUSIVE/m);
    expect(readReport('stopped').verdict.reasons[0]?.code).toBe('interrupted');
  });
});

test('what a run recorded, a recorded provider replays to the same verdict', async () => {
  const copy = fewScenarios('recorded');
  const tape = join(copy, 'tape.jsonl');
  const args = ['check', ...FILES, 'head-conflict/spec.md'];
  expect((await runCli([...args, '--record', tape], { cwd: copy })).code).toBe(1);
  const live = JSON.parse(readFileSync(join(copy, 'spec-gate-report/report.json'), 'utf8')) as Report;
  const config = join(copy, 'spec-gate.yml');
  writeFileSync(
    config,
    readFileSync(config, 'utf8').replace(/sim: \{.*\}/, 'sim: { kind: recorded, file: tape.jsonl }'),
  );
  rmSync(join(copy, '.spec-gate'), { recursive: true });
  expect((await runCli(args, { cwd: copy })).code).toBe(1);
  const replayed = JSON.parse(readFileSync(join(copy, 'spec-gate-report/report.json'), 'utf8')) as Report;
  expect(replayed.endpoints).toEqual(live.endpoints);
  const missing = await runCli(['check', ...FILES, 'head-harmless/spec.md'], { cwd: copy });
  expect(missing.code).toBe(3);
  expect(missing.stderr).toMatch(/has no recorded answer to .*\(draw pool:\d\)/);
});

test('an interrupted run does not pass where the policy only reports open questions', async () => {
  const copy = join(folder, 'reporting');
  cpSync(HARBOR, copy, { recursive: true });
  const config = join(copy, 'spec-gate.yml');
  writeFileSync(config, readFileSync(config, 'utf8').replace('onInconclusive: fail', 'onInconclusive: report'));
  const store = join(copy, '.spec-gate/store');
  const { code, stdout } = await runCli(['check', ...FILES, 'head-harmless/spec.md'], {
    cwd: copy,
    onStart: (kill) => killAt(store, 100, () => kill('SIGTERM')),
  });
  expect(stdout).toMatch(/^INCONCLUSIVE/m);
  expect(code).toBe(2);
});

describe('in a repository', () => {
  test('the working tree is compared with where it branched off; a cosmetic edit makes no call', async () => {
    const repository = createRepository();
    try {
      cpSync(HARBOR, repository.path, { recursive: true });
      repository.commit('base');
      repository.branch('edit');
      const spec = readFileSync(join(HARBOR, 'spec.md'), 'utf8');
      repository.write('spec.md', spec.replaceAll('\n\n', '\n\n\n'));
      const cosmetic = await runCli(['check', '--base', 'main'], { cwd: repository.path });
      expect(cosmetic.code).toBe(0);
      const run = JSON.parse(readFileSync(join(repository.path, 'spec-gate-report/run.json'), 'utf8')) as RunRecord;
      expect(run.calls).toMatchObject({ made: 0, stored: 0 });
      repository.write('spec.md', readFileSync(join(HARBOR, 'head-conflict/spec.md')));
      expect((await runCli(['check', '--base', 'main'], { cwd: repository.path })).code).toBe(1);
    } finally {
      repository.remove();
    }
  });
});

describe('mistakes', () => {
  test.each([
    ['nothing to compare with', ['check'], /--base main/],
    ['a missing config', ['check', '--config', 'nowhere.yml', ...FILES, 'spec.md'], /there is no nowhere\.yml here/],
    ['a missing spec', ['check', ...FILES, 'nowhere.md'], /no file nowhere\.md/],
    ['one file only', ['check', '--base-spec', 'spec.md'], /go together/],
    ['files with a base branch', ['check', '--base', 'main', ...FILES, 'spec.md'], /no base branch/],
    [
      'a file where the store belongs',
      ['check', ...FILES, 'head-harmless/spec.md', '--store', 'spec.md'],
      /store .* cannot be read/,
    ],
    [
      'a file where the reports belong',
      ['check', ...FILES, 'head-harmless/spec.md', '--output-dir', 'spec.md'],
      /reports cannot be written/,
    ],
    [
      'a folder for reports that no system makes',
      ['check', ...FILES, 'head-harmless/spec.md', '--output-dir', '/proc/spec-gate/out'],
      /reports cannot be written to \/proc\/spec-gate\/out \(ENOENT\)/,
    ],
    [
      'a record that no system keeps',
      ['check', ...FILES, 'head-harmless/spec.md', '--record', '/proc/spec-gate/record.jsonl'],
      /record\.jsonl cannot be written \(ENOENT\)/,
    ],
    ['an unknown ref', ['check', '--base', 'no-such-branch'], /no-such-branch/],
    ['an unknown option', ['check', '--bse', 'main'], /--base/],
    ['an unknown command', ['chekc'], /check/],
    ['a report that is none', ['report', 'spec-gate.yml'], /not JSON/],
  ])('%s ends with 3 and a way out', async (_what, args, expected) => {
    const { code, stderr } = await runCli(args, { cwd: HARBOR });
    expect(stderr).toMatch(expected);
    expect(stderr).not.toContain('bug in spec-gate');
    expect(code).toBe(3);
  });

  test('what a file says cannot command a terminal or a runner', async () => {
    const copy = join(folder, 'hostile');
    cpSync(HARBOR, copy, { recursive: true });
    writeFileSync(join(copy, 'spec-gate.yml'), '"a\\n::add-mask::e\\e[2J##[error]": 1\n');
    const { code, stderr } = await runCli(['check', ...FILES, 'spec.md'], { cwd: copy });
    expect(code).toBe(3);
    expect(stderr).not.toMatch(/^::/m);
    expect(stderr).not.toContain('##[');
    expect(stderr).not.toContain('\u001B');
  });

  test('all mistakes of a config are told at once', async () => {
    const copy = join(folder, 'broken');
    cpSync(HARBOR, copy, { recursive: true });
    writeFileSync(
      join(copy, 'spec-gate.yml'),
      `${readFileSync(join(HARBOR, 'spec-gate.yml'), 'utf8')}\njudge: x\nmargin: 1\n`,
    );
    const { code, stderr } = await runCli(['check', ...FILES, 'spec.md'], { cwd: copy });
    expect(code).toBe(3);
    expect(stderr).toMatch(/spec-gate\.yml:\d+:1 {2}unknown option "judge"; did you mean "judges"\?/);
    expect(stderr).toContain('2 problems');
  });
});

/** Calls back once the store holds a number of lines. */
function killAt(store: string, lines: number, kill: () => void): void {
  const timer = setInterval(() => {
    if (countLines(store) < lines) return;
    clearInterval(timer);
    kill();
  }, 1);
  setTimeout(() => clearInterval(timer), 20_000).unref();
}

function countLines(store: string): number {
  try {
    return readdirSync(store).reduce(
      (total, name) => total + readFileSync(join(store, name), 'utf8').split('\n').length - 1,
      0,
    );
  } catch {
    return 0;
  }
}
