// Nights of the built Action in the providers' batches: submitted by one job, collected by the next.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NightReport } from '../../src/nightly/report/report.ts';
import { batchProject, SECOND_LOOK } from '../support/batch-project.ts';
import { startBatchServer, type BatchServer } from '../support/batch-server.ts';
import { pullRequestEvent, scheduleEvent } from '../support/runner/events.ts';
import { createGatedRepository, HARMLESS, type GatedRepository } from '../support/runner/gated-repository.ts';
import { onDay } from '../support/runner/on-day.ts';
import type { ActionRun } from '../support/runner/start-action.ts';

const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
let servers: readonly [openai: BatchServer, anthropic: BatchServer];
let gated: GatedRepository;
beforeAll(async () => {
  servers = await Promise.all([startBatchServer('openai', SECOND_LOOK), startBatchServer('anthropic', SECOND_LOOK)]);
  gated = await createGatedRepository(batchProject(...servers));
});
afterAll(() => Promise.all([gated.close(), ...servers.map((server) => server.close())]));

const batched = (): number => servers.flatMap(({ seen }) => seen.batches).reduce((sum, calls) => sum + calls, 0);
const alone = (): number => servers.reduce((sum, { seen }) => sum + seen.alone, 0);
const night = (env: Readonly<Record<string, string>> = {}): Promise<ActionRun> =>
  gated.start(scheduleEvent(gated.server.github, gated.base), {
    inputs: { mode: 'nightly', batch: 'leave' },
    cache: 'on',
    env,
  });
const report = (): NightReport => JSON.parse(gated.output('night.json')) as NightReport;

test('a night is submitted by one job and gone on with by the next, on another day under its own date', async () => {
  const first = await night(onDay(YESTERDAY));
  expect([first.exitCode, first.outputs['verdict']]).toEqual([0, 'none']);
  expect(first.log).toMatch(/batch \S+: \d+ calls out; the next run collects them/);
  expect(report()).toMatchObject({ date: YESTERDAY, status: 'incomplete' });
  expect(first.summary).toContain('its answers are in batches that are out');
  const [sent, single] = [batched(), alone()];
  const second = await night();
  expect(second.log).toMatch(/batch \S+: (\d+) of \1 calls answered/);
  expect(report().date).toBe(YESTERDAY);
  // Rulings and scores of what came; of each model and form one call alone at most.
  expect(batched()).toBeGreaterThan(sent);
  expect(alone()).toBeLessThanOrEqual(single + 6);
});

test('a check waits for nobody’s batch', async () => {
  const { github } = gated.server;
  const number = gated.open(HARMLESS);
  const check = await gated.start(pullRequestEvent(github, { number }), { inputs: { batch: 'leave' } });
  expect(check.exitCode).toBe(3);
  expect(check.annotations[0]?.message).toContain('input batch: goes with mode seed and nightly');
});
