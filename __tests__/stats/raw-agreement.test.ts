// Raw agreement: counted by hand.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countRatings } from '../../src/stats/rating-counts.ts';
import { rawAgreement } from '../../src/stats/raw-agreement.ts';

test('units 3-0, 2-1, 3-0, 2-1 agree on 1, 1/3, 1, 1/3 of their pairs', () => {
  const result = rawAgreement([
    [3, 0],
    [2, 1],
    [0, 3],
    [1, 2],
  ]);
  expect(result).toMatchObject({ status: 'defined', units: 4 });
  expect(result.status === 'defined' && result.value).toBeCloseTo(2 / 3, 12);
  // Sample variance of (1, 1/3, 1, 1/3) is 4/27; error sqrt(4/27/4) = 0.19245; t(0.975, 3) = 3.1824; cut at 1.
  const error = result.status === 'defined' ? result.standardError : result;
  expect(error).toMatchObject({ status: 'defined', interval: { upper: 1 } });
  expect(error.status === 'defined' && error.value).toBeCloseTo(0.1924501, 7);
  expect(error.status === 'defined' && error.interval.lower).toBeCloseTo(2 / 3 - 3.182446 * 0.1924501, 6);
});

test.each([
  ['nothing', [], { status: 'undefined', reason: 'no-units' }],
  ['one rating a unit', [[1, 0]], { status: 'undefined', reason: 'no-pairs' }],
  ['one unit', [[2, 1]], { value: 1 / 3, standardError: { status: 'undefined', reason: 'one-unit' } }],
  [
    'everyone agrees',
    [
      [2, 0],
      [0, 2],
    ],
    { value: 1, standardError: { value: 0, interval: { lower: 1, upper: 1 } } },
  ],
] as const)('%s', (_, counts, expected) => {
  expect(rawAgreement(counts)).toMatchObject(expected);
});

test('with nobody missing it is the mean over the pairs of raters', () => {
  const table = fc.array(fc.array(fc.constantFrom('x', 'y', 'z'), { minLength: 4, maxLength: 4 }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(table, (ratings) => {
      const raw = rawAgreement(countRatings(ratings, ['x', 'y', 'z']));
      const pairs = [0, 1, 2].flatMap((first) =>
        [1, 2, 3].filter((second) => second > first).map((second) => [first, second] as const),
      );
      const agree = pairs.map(
        ([first, second]) => ratings.filter((unit) => unit[first] === unit[second]).length / ratings.length,
      );
      expect(raw.status === 'defined' && raw.value).toBeCloseTo(agree.reduce((a, b) => a + b, 0) / 6, 12);
    }),
  );
});
