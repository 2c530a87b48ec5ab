// Scenarios that were written for a change have no stored draws: the confirmation comes first and allows for every metric.
import { expect, test } from 'vitest';
import { runGate, SIMULATED_POLICY } from '../../bench/decision/run-gate.ts';
import type { Truth } from '../../bench/decision/latent-panel.ts';
import { startRound } from '../../src/decision/decide.ts';

const POLICY = {
  ...SIMULATED_POLICY,
  margins: {
    ...SIMULATED_POLICY.margins,
    nonCompliance: 0.1,
    frequentNonCompliance: 0.15,
    judgeAgreement: 0.2,
    letThrough: 0.1,
  },
};
const TRUTH: Truth = {
  kind: 'target',
  models: 2,
  scenarios: 32,
  rate: 0.23,
  rise: 0,
  where: 'uniform',
  drift: 0,
  scored: false,
};

test('the first round is the confirmation’s first look on all there is', () => {
  expect(startRound(POLICY, 40, true)).toEqual({ stage: 'confirm', draws: 1, scenarios: 40 });
  expect(startRound(POLICY, 400, true).scenarios).toBe(64);
  expect(startRound(POLICY, 40)).toEqual({ stage: 'screen', draws: 1, scenarios: 32 });
});

function rates(truth: Truth, runs: number): Readonly<Record<'pass' | 'fail' | 'inconclusive', number>> {
  const counts = { pass: 0, fail: 0, inconclusive: 0 };
  for (let run = 0; run < runs; run += 1) {
    const { verdict } = runGate(truth, {
      seed: `unscreened ${truth.rise} ${run}`,
      policy: POLICY,
      unscreened: true,
    });
    counts[verdict.verdict] += 1;
  }
  return counts;
}

test('no change rarely fails, and a rise of 15 points rarely passes', () => {
  const still = rates(TRUTH, 50);
  // A rate of 5 % would give 7 or more of 50 once in 80 times.
  expect(still.fail).toBeLessThan(7);
  // Neither a rise nor a loosening may be left open.
  expect(still.pass).toBeGreaterThan(0.7 * 50);
  const risen = rates({ ...TRUTH, rise: 0.15 }, 50);
  expect(risen.pass).toBeLessThan(7);
  expect(risen.fail).toBeGreaterThan(0.8 * 50);
});
