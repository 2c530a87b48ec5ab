// Krippendorff's alpha: his own example on four scales, its tie to Fleiss' kappa, and the cases without an answer.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fleissKappa } from '../../src/stats/fleiss.ts';
import type { Alpha, Scale } from '../support/krippendorff.ts';
import { krippendorffAlpha } from '../support/krippendorff.ts';
import { countRatings } from '../../src/stats/rating-counts.ts';

/** Krippendorff 2011, section C: 4 observers (columns), 12 units, missing ratings. */
const published = [
  [1, 1, null, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [null, 5, 5, 5],
  [null, null, 1, 1],
  [null, null, 3, null],
];

function defined(result: Alpha): Extract<Alpha, { status: 'defined' }> {
  if (result.status === 'undefined') throw new Error(result.reason);
  return result;
}

test.each<[Scale, number]>([
  ['nominal', 0.7434211],
  ['ordinal', 0.8153875],
  ['interval', 0.8491071],
  ['ratio', 0.7974028],
])('%s: %d', (scale, alpha) => {
  const result = defined(krippendorffAlpha(published, scale));
  expect(result.value).toBeCloseTo(alpha, 7);
  expect(result.pairable).toBe(40);
});

test('two observers, binary, no missing ratings: alpha 0.095 (Krippendorff 2011, section A)', () => {
  const first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
  const second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
  const result = krippendorffAlpha(
    first.map((rating, unit) => [rating, second[unit]!]),
    'nominal',
  );
  expect(defined(result).value).toBeCloseTo(0.095, 3);
});

test.each([
  ['nothing', [], 'no-units'],
  ['nothing but missing ratings', [[null, null]], 'no-units'],
  ['one rating a unit', [[1, null], [2]], 'no-pairs'],
  [
    'every rating equal',
    [
      [2, 2],
      [2, 2],
    ],
    'one-category',
  ],
] as const)('%s', (_, ratings, reason) => {
  expect(krippendorffAlpha(ratings, 'ordinal')).toEqual({ status: 'undefined', reason });
});

const rating = fc.option(fc.integer({ min: 0, max: 6 }), { nil: null });
const table = fc.array(fc.array(rating, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 12 });

test.each<Scale>(['nominal', 'ordinal', 'interval', 'ratio'])('%s: no order of units or raters matters', (scale) => {
  fc.assert(
    fc.property(table, (ratings) => {
      const one = krippendorffAlpha(ratings, scale);
      const other = krippendorffAlpha(
        ratings.toReversed().map((unit) => unit.toReversed()),
        scale,
      );
      expect(other.status).toBe(one.status);
      const values = [one, other].map((alpha) => (alpha.status === 'defined' ? alpha.value : 0));
      expect(values[1]).toBeCloseTo(values[0]!, 10);
    }),
  );
});

test('interval alpha ignores a change of unit, ordinal alpha any rising relabelling', () => {
  fc.assert(
    fc.property(table, (ratings) => {
      const map = (change: (value: number) => number): (number | null)[][] =>
        ratings.map((unit) => unit.map((value) => (value === null ? null : change(value))));
      const pairs = [
        [
          krippendorffAlpha(ratings, 'interval'),
          krippendorffAlpha(
            map((value) => 3 * value - 7),
            'interval',
          ),
        ],
        [
          krippendorffAlpha(ratings, 'ordinal'),
          krippendorffAlpha(
            map((value) => value ** 3),
            'ordinal',
          ),
        ],
      ] as const;
      for (const [one, other] of pairs) {
        const values = [one, other].map((alpha) => (alpha.status === 'defined' ? alpha.value : 0));
        expect(values[1]).toBeCloseTo(values[0]!, 10);
      }
    }),
  );
});

test('with complete nominal ratings, 1 - alpha is (1 - Fleiss) (N - 1) / N', () => {
  const complete = fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 12,
  });
  fc.assert(
    fc.property(complete, (ratings) => {
      fc.pre(new Set(ratings.flat()).size > 1);
      const alpha = defined(krippendorffAlpha(ratings, 'nominal')).value;
      const kappa = fleissKappa(countRatings(ratings, [0, 1, 2]));
      const n = ratings.flat().length;
      expect(kappa.status === 'defined' && 1 - ((1 - kappa.value) * (n - 1)) / n).toBeCloseTo(alpha, 10);
    }),
  );
});
