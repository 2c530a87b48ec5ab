// The one-sample t test: Student's own sleep data and the cases without a spread.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MeanTest } from '../../src/stats/t-test.ts';
import { meanInterval, testMean } from '../../src/stats/t-test.ts';

// Student 1908, hours of sleep gained with the first drug; printed results as R's t.test gives them.
const sleep = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];

function defined(result: MeanTest): Extract<MeanTest, { status: 'defined' }> {
  if (result.status === 'undefined') throw new Error(result.reason);
  return result;
}

test('Student’s sleep data', () => {
  const result = defined(testMean(sleep));
  expect(result.value).toBeCloseTo(0.75, 12);
  expect(result.t).toBeCloseTo(1.3257, 4);
  expect(result.degreesOfFreedom).toBe(9);
  expect(result.pTwoSided).toBeCloseTo(0.2176, 4);
  expect(result.pGreater).toBeCloseTo(0.1088, 4);
  expect(meanInterval(result, 0.95).lower).toBeCloseTo(-0.5297804, 6);
  expect(meanInterval(result, 0.95).upper).toBeCloseTo(2.0297804, 6);
});

test('Student’s paired sleep data: t 4.0621, p 0.002833', () => {
  const pairs = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];
  expect(defined(testMean(pairs)).t).toBeCloseTo(4.0621, 4);
  expect(defined(testMean(pairs)).pTwoSided).toBeCloseTo(0.002833, 6);
});

test.each([
  [[], 'no-units'],
  [[0.3], 'one-unit'],
  [[0, 0, 0], 'no-variation'],
  [[0.1, 0.1, 0.1], 'no-variation'],
] as const)('%j: %s', (differences, reason) => {
  expect(testMean(differences)).toEqual({ status: 'undefined', reason });
});

test('swapping the arms mirrors the test; order does not matter', () => {
  const difference = fc.integer({ min: -20, max: 20 }).map((n) => n / 8);
  fc.assert(
    fc.property(fc.array(difference, { minLength: 3, maxLength: 20 }), (sample) => {
      fc.pre(new Set(sample).size > 1);
      const result = defined(testMean(sample));
      const mirrored = defined(testMean(sample.map((d) => -d)));
      expect(mirrored.t).toBeCloseTo(-result.t, 10);
      expect(mirrored.pGreater).toBeCloseTo(1 - result.pGreater, 10);
      expect(defined(testMean(sample.toReversed())).pTwoSided).toBeCloseTo(result.pTwoSided, 10);
    }),
  );
});
