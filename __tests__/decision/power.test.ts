// What a check can show is said before it is paid for: the formula against the gate itself, on simulated panels.
import { describe, expect, test } from 'vitest';
import { runGate, SIMULATED_POLICY } from '../../bench/decision/run-gate.ts';
import { chancesOf, smallestRiseShown, type PowerDesign } from '../../src/decision/power.ts';

const DESIGN: PowerDesign = { models: 2, scenarios: 40, draws: 2, blocking: 1, margin: 0.1 };

test('one scenario decides nothing, after all its draws', () => {
  expect(chancesOf({ ...DESIGN, scenarios: 1 }, 0.5)).toEqual({ fail: 0, pass: 0, draws: expect.any(Number) });
  expect(smallestRiseShown({ ...DESIGN, scenarios: 1 })).toBe(1);
  expect(chancesOf({ ...DESIGN, scenarios: 1 }, 0).draws).toBeGreaterThanOrEqual(DESIGN.draws);
});

describe('the chances of a verdict', () => {
  test.each<[number, Partial<PowerDesign>]>([
    [0.05, {}],
    [0, { scenarios: 24 }],
    [smallestRiseShown({ ...DESIGN, models: 4, scenarios: 32 }), { models: 4, scenarios: 32 }],
  ])('a rise of %f, %j: within three standard errors of what the gate does', (rise, change) => {
    const design = { ...DESIGN, ...change };
    const { models, scenarios, margin, draws } = design;
    const policy = {
      ...SIMULATED_POLICY,
      actions: {
        ...SIMULATED_POLICY.actions,
        judgeAgreement: 'report',
        frequentNonCompliance: 'report',
        letThrough: 'report',
      } as const,
      margins: { ...SIMULATED_POLICY.margins, nonCompliance: margin },
      selection: { scenarios, extendTo: scenarios, replicates: { base: 4, confirm: draws } },
    };
    const truth = {
      kind: 'target',
      rate: 0.23,
      where: 'uniform',
      drift: 0,
      scored: false,
      models,
      scenarios,
      rise,
    } as const;
    // More every night: off by 0.11 shows then, by 0.31 here.
    const runs = process.env['FUZZ_RUNS'] === undefined ? 24 : 200;
    const counts = { pass: 0, fail: 0, inconclusive: 0 };
    for (let run = 0; run < runs; run += 1) {
      counts[runGate(truth, { seed: `power ${run}`, policy, unscreened: true }).verdict.verdict] += 1;
    }
    const predicted = chancesOf(design, rise);
    const threeErrors = 3 * Math.sqrt(0.25 / runs);
    expect(Math.abs(counts.fail / runs - predicted.fail)).toBeLessThan(threeErrors);
    expect(Math.abs(counts.pass / runs - predicted.pass)).toBeLessThan(threeErrors);
  });

  test('are chances, and cheaper evidence shows less', () => {
    for (const rise of [0, 0.02, 0.1, 0.5, 1]) {
      const { fail, pass } = chancesOf(DESIGN, rise);
      expect(fail).toBeGreaterThanOrEqual(0);
      expect(pass).toBeGreaterThanOrEqual(0);
      expect(fail + pass).toBeLessThanOrEqual(1 + 1e-6);
    }
    const shown = (change: Partial<PowerDesign>): number => smallestRiseShown({ ...DESIGN, ...change });
    expect(shown({ scenarios: 12 })).toBeGreaterThan(shown({}));
    expect(shown({ models: 1 })).toBeGreaterThan(shown({}));
    expect(shown({ scenarios: 12, blocking: 4 })).toBeGreaterThan(shown({ scenarios: 12 }));
    // No more scenarios show less than half the margin: a check fails no smaller rise.
    expect(shown({ scenarios: 100_000 })).toBeGreaterThanOrEqual(DESIGN.margin / 2);
  });
});
