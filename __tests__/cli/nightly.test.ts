// Nights on a copy of the shipped example, accepted, run again, and killed: then in the built command, as a workflow runs it.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NightIssue, NightReport } from '../../src/nightly/report/report.ts';
import { readHistory } from '../../src/nightly/io/history.ts';
import { ROOT, runCli, type CliOptions, type CliResult } from '../support/cli.ts';
import { runCommand, type CommandResult } from '../support/run-command.ts';

const LONG = 60_000;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-nightly-'));
  cpSync(join(ROOT, 'fixtures/harbor'), folder, { recursive: true });
  const config = join(folder, 'spec-gate.yml');
  writeFileSync(
    config,
    `${readFileSync(config, 'utf8')}\nnightly: { sentinels: 10, rotation: 2, webhook: { urlEnv: HOOK } }\n`,
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An hour from one to the next. */
let hours = 0;
const night = (date: string, args: readonly string[] = []): Promise<CommandResult> => {
  const now = new Date(Date.UTC(2026, 10, 23, (hours += 1)));
  return runCommand(['check', '--mode', 'nightly', '--date', date, ...args], { cwd: folder, now });
};

const stopped = (date: string, onStart: CliOptions['onStart']): Promise<CliResult> =>
  runCli(['check', '--mode', 'nightly', '--date', date], { cwd: folder, onStart: onStart! });

const STORE = '.spec-gate/store';
const read = (file: string): string => readFileSync(join(folder, 'spec-gate-report', file), 'utf8');
const readReport = (): NightReport => JSON.parse(read('night.json')) as NightReport;
const dates = (): readonly string[] =>
  readHistory([join(folder, STORE)]).records.map((line) =>
    line.kind === 'night' ? line.date : `${line.night.date} accepted`,
  );

/** The world's birch gives way to every request from now on, under its old name. */
function changeBirch(): void {
  const path = join(folder, 'world.yml');
  const world = readFileSync(path, 'utf8');
  const next = /^ {2}birch-next:\n((?: {4}.*\n)+)/m.exec(world)![1]!;
  writeFileSync(path, world.replace(/^ {2}birch:\n(?: {4}.*\n)+/m, `  birch:\n${next}`));
}

test(
  'history, artifact, issue and webhook over nights; the third is killed and the fourth finds what changed',
  async () => {
    const first = await night('2026-11-23');
    expect(first.stderr).not.toContain('bug');
    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(/\(simulated\) ANCHORED/);
    expect((await night('2026-11-24')).code).toBe(0);
    expect(read('night.md')).toContain('No change seen since the anchor of 2026-11-23');
    // A night is a run: its own tables, and no text of an answer unless the config shows texts.
    const analysis = await runCommand(['analyze', 'spec-gate-report', '--json'], { cwd: folder });
    expect(JSON.parse(analysis.stdout)).toMatchObject({ source: 'run', scenarios: 12, simulated: true });
    expect(read('evidence.jsonl')).not.toContain('[simulated]');
    expect(dates()).toEqual(['2026-11-23', '2026-11-24']);

    // A mistyped date must not pin another normal.
    const backdated = await night('2026-10-23');
    expect(backdated.code).toBe(3);
    expect(backdated.stderr).toContain('lies before the anchor');
    expect(dates()).toEqual(['2026-11-23', '2026-11-24']);

    changeBirch();
    const killed = await stopped('2026-11-25', (kill) => killAt(join(folder, STORE), () => kill('SIGKILL')));
    expect(killed.signal).toBe('SIGKILL');
    expect(dates()).toEqual(['2026-11-23', '2026-11-24']);
    const found = await night('2026-11-26');
    expect(found.code).toBe(1);
    expect(found.stdout).toMatch(/REGRESSED {2}Regression: sim\/birch/);
    expect(found.stderr).toContain('the webhook was not told (HOOK): the environment variable is not set');
    expect(readReport()).toMatchObject({ last: '2026-11-24', anchor: { date: '2026-11-23' } });
    expect(JSON.parse(read('issue.json')) as NightIssue).toMatchObject({ state: 'open' });
    expect(readReport().trend.dates).toEqual(['2026-11-23', '2026-11-24', '2026-11-26']);
    expect(read('history.jsonl').trim().split('\n')).toHaveLength(3);

    const accepted = await night('2026-11-27', ['--accept-anchor', 'birch was updated']);
    expect(accepted.code).toBe(0);
    expect((await night('2026-11-28')).code).toBe(0);
    expect(dates()).toEqual(['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-27 accepted', '2026-11-28']);
  },
  LONG,
);

test(
  'SIGTERM half way is inconclusive, says so and leaves no record and no issue',
  async () => {
    const { code, stdout } = await stopped('2026-11-23', (kill) => killAt(join(folder, STORE), () => kill('SIGTERM')));
    expect(code).toBe(2);
    expect(stdout).toMatch(/INCOMPLETE {2}Incomplete: somebody stopped it/);
    expect(dates()).toEqual([]);
    expect(existsSync(join(folder, 'spec-gate-report/issue.json'))).toBe(false);
  },
  LONG,
);

test.each(['2026-13-01', 'yesterday', '2026-02-30'])('--date %s is no day', async (date) => {
  const { code, stderr } = await night(date);
  expect(code).toBe(3);
  expect(stderr).toContain('YYYY-MM-DD');
});

/** Kills once this run has written a good part of a night. */
function killAt(store: string, kill: () => void): void {
  const before = count(store);
  const timer = setInterval(() => {
    if (count(store) - before < 30) return;
    clearInterval(timer);
    kill();
  }, 1);
  setTimeout(() => clearInterval(timer), 20_000).unref();
}

function count(store: string): number {
  if (!existsSync(store)) return 0;
  return readdirSync(store).reduce(
    (total, name) => total + readFileSync(join(store, name), 'utf8').split('\n').length - 1,
    0,
  );
}
