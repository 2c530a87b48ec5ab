// A reduced run of bench/decision: fixed seeds, so the counts are the same every time; more runs every night. Simulated.
import { expect, test } from 'vitest';
import type { Truth } from '../../bench/decision/latent-panel.ts';
import { runGate } from '../../bench/decision/run-gate.ts';

const PANEL: Truth = {
  kind: 'prompt',
  models: 4,
  scenarios: 24,
  rate: 0.23,
  rise: 0,
  where: 'uniform',
  drift: 0,
  scored: false,
};

const BY_NIGHT = process.env['FUZZ_RUNS'] !== undefined;

function count(truth: Truth, runs: number): Readonly<Record<'pass' | 'fail' | 'inconclusive', number>> {
  const counts = { pass: 0, fail: 0, inconclusive: 0 };
  for (let run = 0; run < runs; run += 1) counts[runGate(truth, { seed: `gate ${run}` }).verdict.verdict] += 1;
  return counts;
}

// The rates themselves are the bench's (`npm run bench:decision`). So few runs show a rule that is plainly wrong: one that
// fails one unchanged spec in ten fails two of these 60 or more in 98 of 100 such tests. Of the 240 by night one that fails one
// in 60 fails nine or fewer in 99, one that fails one in twelve ten or more in 99 of 100.
test('A/A: one run in 60 fails at most, and most pass', () => {
  const runs = BY_NIGHT ? 240 : 60;
  const { fail, pass } = count(PANEL, runs);
  expect(fail).toBeLessThanOrEqual(BY_NIGHT ? 9 : 1);
  expect(pass / runs).toBeGreaterThan(0.75);
});

test('a rise of 8 points is caught four times in five, and hardly ever passed', () => {
  const runs = BY_NIGHT ? 96 : 15;
  const { fail, pass } = count({ ...PANEL, rise: 0.08 }, runs);
  expect(fail / runs).toBeGreaterThanOrEqual(0.8);
  expect(pass / runs).toBeLessThanOrEqual(0.05);
});

test.each(['target', 'model'] as const)('%s: no change rarely fails, a rise of 15 points is caught', (kind) => {
  const truth: Truth = { ...PANEL, kind, models: kind === 'model' ? 1 : 4, scenarios: kind === 'model' ? 64 : 24 };
  expect(count(truth, BY_NIGHT ? 48 : 8).fail).toBeLessThanOrEqual(BY_NIGHT ? 4 : 1);
  const risen = BY_NIGHT ? 32 : 6;
  expect(count({ ...truth, rise: 0.15 }, risen).fail / risen).toBeGreaterThanOrEqual(0.75);
});
