// The relabelling test of a distance: its worked example, its level where nothing moved, and what it finds in any direction.
import { expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { relabellingDistance, type PointDraws } from '../../src/stats/relabelling-distance.ts';

const seed = 'test';

function defined(units: readonly PointDraws[]) {
  const result = relabellingDistance(units, { seed });
  if (result.status === 'undefined') throw new Error(result.reason);
  return result;
}

test('the worked example: two labellings of six lie as far apart', () => {
  const { value, expected, p, units } = defined([{ base: [[0], [0]], head: [[1], [1]] }]);
  expect(value).toBe(1);
  expect(expected).toBeCloseTo(1 / 3, 1);
  expect(p).toBeCloseTo(1 / 3, 1);
  expect(units).toBe(1);
});

test('all labellings counted by hand agree with the sampled p', () => {
  const units: readonly PointDraws[] = [
    { base: [[0, 2]], head: [[3, 1]] },
    { base: [[1, 1]], head: [[1, 5]] },
    { base: [[2, 2]], head: [[2, 2.5]] },
  ];
  // One draw against one: swapping them leaves the distance, so every labelling lies as far apart.
  expect(defined(units).p).toBe(1);
  const two: readonly PointDraws[] = [{ base: [[0], [1]], head: [[5], [6]] }];
  // Of the six pairs that can be head only {5, 6} and {0, 1} lie 5 apart; the others 1 or 0.
  expect(defined(two).p).toBeCloseTo(2 / 6, 1);
});

test('finds movement that cancels out in the mean', () => {
  const units = Array.from({ length: 12 }, (_, index): PointDraws => {
    const sign = index % 2 === 0 ? 2 : -2;
    return { base: [[3], [3.1], [2.9]], head: [[3 + sign], [3.1 + sign], [2.9 + sign]] };
  });
  const { value, p } = defined(units);
  expect(value).toBeCloseTo(2);
  expect(p).toBeLessThan(0.002);
});

test('where nothing moved p is uniform: at most 5 % of 400 trials lie under 5 %, within sampling error', () => {
  const random = createRandom('null');
  let under = 0;
  for (let trial = 0; trial < 400; trial += 1) {
    const draws = (): readonly (readonly number[])[] => [
      [random.normal(), random.normal()],
      [random.normal(), 0],
    ];
    const units = Array.from({ length: 6 }, () => ({ base: draws(), head: draws() }));
    const result = relabellingDistance(units, { seed: String(trial), samples: 199 });
    if (result.status === 'defined' && result.p <= 0.05) under += 1;
  }
  // Binomial(400, 0.05): 99.9 % lie between 8 and 35.
  expect(under).toBeGreaterThanOrEqual(8);
  expect(under).toBeLessThanOrEqual(35);
});

test('units without both arms are left out, and nothing is undefined with a reason', () => {
  expect(relabellingDistance([], { seed })).toEqual({ status: 'undefined', reason: 'no-units' });
  expect(relabellingDistance([{ base: [[1]], head: [] }], { seed }).status).toBe('undefined');
  expect(
    defined([
      { base: [[1]], head: [] },
      { base: [[1]], head: [[2]] },
    ]).units,
  ).toBe(1);
});

test('the same seed gives the same p', () => {
  const units = [{ base: [[0], [2]], head: [[1], [4]] }];
  expect(defined(units)).toEqual(defined(units));
});
