// Nights and seeds whose batches are left: submitted by one run and collected by later ones.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runSeed } from '../../src/gate/seed.ts';
import { openBatchFile } from '../../src/io/store/batch-file.ts';
import { openSegmentStore } from '../../src/io/store/segment-store.ts';
import { dateOfNight } from '../../src/nightly/batched-night.ts';
import { holdNight } from '../../src/nightly/hold-night.ts';
import type { NightReport } from '../../src/nightly/report/report.ts';
import { loadProject, loadSpec } from '../../src/run/load-project.ts';
import { openRun } from '../../src/run/open-run.ts';
import { batchProject, SECOND_LOOK } from '../support/batch-project.ts';
import { startBatchServer, type BatchServer } from '../support/batch-server.ts';
import { realClock } from '../support/clocks.ts';
import { runCommand } from '../support/run-command.ts';

let folder = '';
let servers: readonly BatchServer[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-left-'));
  const [p, q] = await Promise.all([
    startBatchServer('openai', SECOND_LOOK),
    startBatchServer('anthropic', SECOND_LOOK),
  ]);
  servers = [p, q];
  for (const [file, text] of Object.entries(batchProject(p, q))) writeFileSync(join(folder, file), text);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  rmSync(folder, { recursive: true, force: true });
});

const batched = (): number => servers.flatMap(({ seen }) => seen.batches).reduce((sum, calls) => sum + calls, 0);
const alone = (): number => servers.reduce((sum, { seen }) => sum + seen.alone, 0);
/** The waits between looks pass in no time; deadlines are as they are. */
const clock = {
  ...realClock,
  sleep: (ms: number, signal?: AbortSignal) => realClock.sleep(ms > 30_000 ? ms : Math.min(ms / 50, 20), signal),
};

/** What both doors do: the project, a run that leaves its batches, and the book of those. */
async function open(store: string) {
  const source = { kind: 'worktree', root: folder } as const;
  const project = await loadProject(source, 'spec-gate.yml');
  const at = join(folder, store);
  const batches = openBatchFile([at], Date.now);
  const run = openRun({
    project,
    store: openSegmentStore(at, { now: new Date() }),
    progress: { update: () => undefined, finish: () => undefined },
    signal: new AbortController().signal,
    clock,
    env: {},
    batches,
    patience: 'leave',
  });
  return {
    at,
    project,
    run,
    batches,
    spec: await loadSpec(source, { configFile: 'spec-gate.yml', config: project.config }),
  };
}

async function holdOnce(today: string): Promise<NightReport> {
  const { at, project, run, batches, spec } = await open('nights');
  const date = dateOfNight(batches, { config: 'spec-gate.yml', date: today });
  const quiet = (): void => undefined;
  const place = { folders: [at], signer: undefined, output: join(folder, 'out'), remark: quiet, warn: quiet } as const;
  const night = { spec, date, now: new Date(`${today}T03:00:00Z`) };
  const { result, record } = await holdNight({ project, run }, place, night);
  if (record.stopped === undefined) batches.noteNight({ config: 'spec-gate.yml', date }, 'over');
  return result.report;
}

/** Runs until the night is decided; gives its report and how many runs that took. */
async function hold(today: string): Promise<{ readonly report: NightReport; readonly runs: number }> {
  for (let runs = 1; runs < 12; runs += 1) {
    const report = await holdOnce(today);
    if (report.status !== 'incomplete') return { report, runs };
    expect(report.reason).toBe('its answers are in batches that are out');
  }
  throw new Error('the night does not end');
}

test('gates that share a store have nights of their own; one that an earlier version noted is anybody’s', () => {
  const at = mkdtempSync(join(folder, 'shared-'));
  const book = () => openBatchFile([at], Date.now);
  const dateOf = (config: string, date: string): string => dateOfNight(book(), { config, date });
  expect(dateOf('a.yml', '2026-11-22')).toBe('2026-11-22');
  expect(dateOf('b.yml', '2026-11-23')).toBe('2026-11-23');
  book().noteNight({ config: 'b.yml', date: '2026-11-23' }, 'over');
  expect(dateOf('a.yml', '2026-11-24')).toBe('2026-11-22');
  expect(dateOf('b.yml', '2026-11-24')).toBe('2026-11-24');
  writeFileSync(join(at, 'old.batches.jsonl'), '{"night":"2026-11-21","is":"begun"}\n');
  expect(dateOf('c.yml', '2026-11-24')).toBe('2026-11-21');
});

test('answers, rulings, decision: a run each, under the date of the first', async () => {
  expect((await holdOnce('2026-11-23')).status).toBe('incomplete');
  const { report, runs } = await hold('2026-11-24');
  expect([report.date, report.status, runs]).toEqual(['2026-11-23', 'anchored', 2]);
  expect(batched()).toBeGreaterThan(alone());

  // The next one is another night, and what its models answer is held against the first.
  for (const server of servers) {
    server.behave({ ...SECOND_LOOK, expires: ({ text }, batch) => batch % 2 === 0 && text.includes('says a') });
  }
  const next = await hold('2026-11-24');
  for (const server of servers) server.behave(SECOND_LOOK);
  expect([next.report.date, next.report.status]).toEqual(['2026-11-24', 'steady']);
  // What expired took further rounds; what came with it was not asked again.
  expect(next.runs).toBeGreaterThan(3);
});

test('a night that nobody collects is given up after some days', async () => {
  await holdOnce('2026-11-25');
  const { report } = await hold('2026-11-29');
  expect([report.date, report.status]).toEqual(['2026-11-29', 'steady']);
});

test('a seed leaves its batches, too', async () => {
  const seed = async () => {
    const { run, project, spec } = await open('seeds');
    const { stopped, made } = await runSeed(project, run, { spec, now: Date.now() });
    run.close();
    return { stopped, calls: made.calls };
  };
  expect((await seed()).stopped).toBe('batch');
  expect(readdirSync(join(folder, 'seeds')).filter((name) => name.endsWith('.batches.jsonl'))).toHaveLength(1);
  await seed();
  expect((await seed()).stopped).toBeUndefined();
  expect((await seed()).calls).toBe(0);
});

test('--no-wait ends once everything is out that can be', async () => {
  const args = ['check', '--mode', 'seed', '--store', 'left', '--batch', '--no-wait', '--shard', '1/1', '--json'];
  const { code, stdout, stderr } = await runCommand(args, { cwd: folder });
  expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ stopped: 'batch' })]);
  expect(stderr).toMatch(/batch \S+: \d+ calls? out; the next run collects them/);
  const note = readdirSync(join(folder, 'left')).find((name) => name.endsWith('.shard.jsonl'))!;
  expect(readFileSync(join(folder, 'left', note), 'utf8')).toContain('"finished":false');
});
