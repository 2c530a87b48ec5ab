import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  detectableChange,
  intervalOf,
  measureChange,
  scenarioTest,
  upperBound,
  type ScenarioDraws,
} from '../../src/decision/change.ts';
import { smallestAttainableP, testChange } from '../../src/decision/test-change.ts';

function unit(base: readonly number[], head: readonly number[], stored?: readonly number[]): ScenarioDraws {
  return { scenario: 's', base, head, ...(stored === undefined ? {} : { stored }) };
}

describe('the change and its error', () => {
  test("Student's sleep data, one difference a scenario: mean 0.75, t 1.3257, one-sided p 0.1088", () => {
    const units = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2].map((difference) => unit([0], [difference]));
    const change = measureChange(units, 1)!;
    expect(change.value).toBeCloseTo(0.75, 12);
    expect(change.value / change.standardError).toBeCloseTo(1.3257, 4);
    expect(scenarioTest(change)).toBeCloseTo(0.1088, 4);
    expect(intervalOf(change)![0]).toBeCloseTo(-0.5298, 4);
    expect(intervalOf(change)![1]).toBeCloseTo(2.0298, 4);
  });

  test('no flip at all still leaves the width of half a flip', () => {
    const units = Array.from({ length: 8 }, () => unit([0, 0, 0, 0], [0, 0]));
    const change = measureChange(units, 1 / 4)!;
    // Sixteen rows of four cells.
    expect(change.standardError).toBeCloseTo(Math.SQRT1_2 / 64, 12);
    // Eight scenarios: Student's t with 7 degrees of freedom (2.365) where the normal reach is 1.96.
    expect(upperBound(change, 1.959964)).toBeCloseTo((2.3646 * Math.SQRT1_2) / 64, 5);
  });

  test("a reach is in normal errors: Student's t widens it, the less the more scenarios there are", () => {
    const change = { value: 0.01, standardError: 0.01, base: 0, head: 0 };
    // t(.975) with 23 degrees of freedom, and with 9,999.
    expect(upperBound({ ...change, scenarios: 24 }, 1.959964)).toBeCloseTo(0.01 + 0.0206866, 6);
    expect(upperBound({ ...change, scenarios: 10_000 }, 1.959964)).toBeCloseTo(0.01 + 0.019602, 6);
  });

  test('nights of a stored base that differ widen it; the same draws taken side by side do not', () => {
    const nights = [0.1, 0.3, 0.1, 0.3];
    const units = Array.from({ length: 20 }, (_, index) => {
      const base = nights.map((night) => night + (index % 2) / 10);
      return unit(base, [0.2 + (index % 3) / 30], base);
    });
    const stored = measureChange(units, 0.1)!;
    const apart = units.map(({ base, head }) => unit(base, head));
    const fresh = measureChange(apart, 0.1)!;
    // Variance of the nights 0.0133, beyond the draws' own 0.0133 / 20, times 1 + 1/4.
    expect(stored.standardError ** 2 - fresh.standardError ** 2).toBeCloseTo((0.04 / 3) * (1 - 1 / 20) * 1.25, 8);
  });

  test('one scenario bounds nothing; none is no change', () => {
    const change = measureChange([unit([0, 0], [0, 0])], 1)!;
    expect(upperBound(change, 1)).toBe(Infinity);
    expect([intervalOf(change), detectableChange(change, { level: 0.05 }), scenarioTest(change)]).toEqual([
      undefined,
      undefined,
      1,
    ]);
    expect(measureChange([unit([0], [])], 1)).toBeUndefined();
  });
});

describe('the test', () => {
  const options = { flip: 1, seed: 'test' } as const;

  test.each([
    ['prompt', 1 / 25],
    ['target', 1 / 4],
    ['model', 1],
  ] as const)('%s: smallest attainable p of one head draw against four in two scenarios', (kind, p) => {
    const units = [unit([0, 0, 0, 0], [1]), unit([0, 0, 0, 0], [1])];
    expect(smallestAttainableP(units, kind)).toBe(p);
    if (kind === 'model') return;
    // The most extreme outcome attains it (a pair exchanges one draw with one).
    const extreme = kind === 'target' ? [unit([0], [1]), unit([0], [1])] : units;
    expect(testChange(extreme, { ...options, kind })).toBeCloseTo(p, 12);
  });

  test('swapping the arms turns the change and its p around', () => {
    const draws = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(draws, draws), { minLength: 1, maxLength: 6 }), (pairs) => {
        const units = pairs.map(([base, head]) => unit(base, head));
        const swapped = pairs.map(([base, head]) => unit(head, base));
        const forth = testChange(units, { ...options, kind: 'prompt' });
        const back = testChange(swapped, { ...options, kind: 'prompt' });
        // P(X >= x) + P(X <= x) = 1 + P(X = x): both inclusive.
        expect(forth + back).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(measureChange(swapped, 1)!.value).toBeCloseTo(-measureChange(units, 1)!.value, 12);
      }),
    );
  });
});
