// Fleiss' kappa and AC1: Fleiss 1971, the Wikipedia example, the prevalence paradox and the cases without an answer.
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { ac1 } from '../../src/stats/ac1.ts';
import type { Agreement } from '../../src/stats/chance-corrected.ts';
import { fleissKappa } from '../../src/stats/fleiss.ts';
import { countRatings } from '../../src/stats/rating-counts.ts';
import { sharedData } from '../support/shared-data.ts';

/** Fleiss 1971, table 1: 30 patients, 6 psychiatrists; depression, personality disorder, schizophrenia, neurosis, other. */
const psychiatric = `
  00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031
  00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006`
  .trim()
  .split(/\s+/)
  .map((row) => Array.from(row, Number));

/** Wikipedia, "Fleiss' kappa": 10 subjects, 14 raters, 5 categories. */
const worked = [
  [0, 0, 0, 0, 14],
  [0, 2, 6, 4, 2],
  [0, 0, 3, 5, 6],
  [0, 3, 9, 2, 0],
  [2, 2, 8, 1, 1],
  [7, 7, 0, 0, 0],
  [3, 2, 6, 3, 0],
  [2, 5, 3, 2, 2],
  [6, 5, 2, 1, 0],
  [0, 2, 2, 3, 7],
];

/** Units with three raters, counted by how they split: 3-0, 2-1, 1-2, 0-3. */
function splits(...units: readonly number[]): number[][] {
  return units.flatMap((count, split) => Array.from({ length: count }, () => [3 - split, split]));
}

function defined(result: Agreement): Extract<Agreement, { status: 'defined' }> {
  if (result.status === 'undefined') throw new Error(result.reason);
  return result;
}

function errorOf(result: Agreement): { error: number; lower: number; upper: number } {
  const { standardError } = defined(result);
  if (standardError.status === 'undefined') throw new Error(standardError.reason);
  return { error: standardError.value, ...standardError.interval };
}

describe('published values', () => {
  test('Fleiss 1971: kappa .430, and the error irrCAC gives', () => {
    const result = defined(fleissKappa(psychiatric));
    expect(result.observed).toBeCloseTo(0.5555556, 7);
    expect(result.expected).toBeCloseTo(0.2199383, 7);
    expect(result.value).toBeCloseTo(0.4302445, 7);
    expect(errorOf(result).error).toBeCloseTo(0.0541989, 7);
    expect(errorOf(result).lower).toBeCloseTo(0.3193953, 7);
    expect(errorOf(result).upper).toBeCloseTo(0.5410938, 7);
  });

  test('the same ratings: AC1 .448', () => {
    const result = defined(ac1(psychiatric));
    expect(result.expected).toBeCloseTo(0.1950154, 7);
    expect(result.value).toBeCloseTo(0.4478845, 7);
    expect(errorOf(result).error).toBeCloseTo(0.0556621, 7);
    expect(errorOf(result).lower).toBeCloseTo(0.3340427, 7);
    expect(errorOf(result).upper).toBeCloseTo(0.5617264, 7);
  });

  test('Wikipedia’s worked example: kappa .210', () => {
    const result = defined(fleissKappa(worked));
    expect(result.value).toBeCloseTo(0.2099307, 7);
    expect(result.observed).toBeCloseTo(0.378022, 6);
    expect(result.expected).toBeCloseTo(0.2127551, 7);
  });

  test.each([
    [[40, 10, 10, 40], 0.8666667, 0.7333333, 0.7333333],
    [[88, 10, 2, 0], 0.92, 0.1008991, 0.9121866],
  ])('the prevalence paradox, splits %j: raw %d, kappa %d, AC1 %d', (counts, observed, kappa, coefficient) => {
    const table = splits(...counts);
    expect(defined(fleissKappa(table)).observed).toBeCloseTo(observed, 7);
    expect(defined(fleissKappa(table)).value).toBeCloseTo(kappa, 7);
    expect(defined(ac1(table)).value).toBeCloseTo(coefficient, 7);
  });

  test.each([
    [[40, 9, 6, 45], 0.7007481],
    [[80, 10, 5, 5], 0.808],
  ])(
    'Feinstein and Cicchetti 1990, two raters %j: raw .85, AC1 %d',
    ([both = 0, first = 0, second = 0, none = 0], coefficient) => {
      const rows = [
        ...Array.from({ length: both }, () => [2, 0]),
        ...Array.from({ length: first + second }, () => [1, 1]),
        ...Array.from({ length: none }, () => [0, 2]),
      ];
      expect(defined(ac1(rows)).observed).toBeCloseTo(0.85, 12);
      expect(defined(ac1(rows)).value).toBeCloseTo(coefficient, 7);
    },
  );

  const vectors = sharedData('stat-vectors.json');
  test.skipIf(vectors === undefined)('the typed table is the shared one', () => {
    const shared = JSON.parse(readFileSync(vectors!, 'utf8')) as Record<string, { counts: number[][] }>;
    expect(psychiatric).toEqual(shared['fleiss_1971']!.counts);
    expect(worked).toEqual(shared['fleiss_wikipedia']!.counts);
  });
});

describe('degenerate input', () => {
  test.each([
    ['nothing', [], 'no-units'],
    ['units nobody rated', [[0, 0]], 'no-units'],
    [
      'one rating a unit',
      [
        [1, 0],
        [0, 1],
      ],
      'no-pairs',
    ],
    ['one column', [[3], [3]], 'one-category'],
  ] as const)('%s', (_, counts, reason) => {
    expect(fleissKappa(counts)).toEqual({ status: 'undefined', reason });
    expect(ac1(counts)).toEqual({ status: 'undefined', reason });
  });

  test('every rating equal: kappa is undefined, AC1 is 1', () => {
    const counts = [
      [3, 0],
      [3, 0],
    ];
    expect(fleissKappa(counts)).toEqual({ status: 'undefined', reason: 'one-category' });
    expect(ac1(counts)).toMatchObject({ value: 1, observed: 1, expected: 0 });
  });

  test('one unit has a value but no error', () => {
    const result = defined(fleissKappa([[2, 1]]));
    expect(result.value).toBeCloseTo(-0.5, 12);
    expect(result.standardError).toEqual({ status: 'undefined', reason: 'one-unit' });
  });
});

describe('missing ratings', () => {
  test('Gwet’s cac.raw4raters (12 units x 4 raters, gaps): what irrCAC prints', () => {
    const rows = '11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 ..3.'.split(' ');
    const ratings = rows.map((row) => Array.from(row, (rating) => (rating === '.' ? null : rating)));
    const counts = countRatings(ratings, ['1', '2', '3', '4', '5']);
    const kappa = defined(fleissKappa(counts));
    expect(kappa.observed).toBeCloseTo(0.81818, 5);
    expect(kappa.expected).toBeCloseTo(0.23872, 5);
    expect(kappa.value).toBeCloseTo(0.76117, 5);
    expect(errorOf(kappa).error).toBeCloseTo(0.15302, 5);
    expect(errorOf(kappa).lower).toBeCloseTo(0.42438, 5);
    expect(errorOf(kappa).upper).toBe(1);
    expect(defined(ac1(counts)).value).toBeCloseTo(0.77544, 5);
    expect(errorOf(ac1(counts)).error).toBeCloseTo(0.14295, 5);
  });

  test('a unit with one rating counts for the shares, not for agreement', () => {
    const result = defined(
      fleissKappa([
        [3, 0],
        [0, 3],
        [1, 0],
      ]),
    );
    expect(result).toMatchObject({ observed: 1, value: 1, units: 3 });
    expect(result.expected).toBeCloseTo((2 / 3) ** 2 + (1 / 3) ** 2, 12);
  });

  test('ratings become counts; a rating outside the categories is refused', () => {
    expect(
      countRatings(
        [
          ['a', 'b', null],
          ['b', 'b', 'b'],
        ],
        ['a', 'b'],
      ),
    ).toEqual([
      [1, 1],
      [0, 3],
    ]);
    expect(() => countRatings([['c']], ['a', 'b'])).toThrow(RangeError);
  });
});

test('the order of units, raters or categories changes nothing', () => {
  const rating = fc.constantFrom('x', 'y', 'z', null);
  const table = fc.array(fc.array(rating, { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 10 });
  fc.assert(
    fc.property(table, (ratings) => {
      const mirrored = ratings.toReversed().map((unit) => unit.toReversed());
      for (const coefficient of [fleissKappa, ac1]) {
        const one = coefficient(countRatings(ratings, ['x', 'y', 'z']));
        const other = coefficient(countRatings(mirrored, ['z', 'x', 'y']));
        expect(other.status).toBe(one.status);
        if (one.status === 'undefined' || other.status === 'undefined') continue;
        expect(other.value).toBeCloseTo(one.value, 10);
        if (one.standardError.status === 'undefined' || other.standardError.status === 'undefined') continue;
        expect(other.standardError.value).toBeCloseTo(one.standardError.value, 10);
      }
    }),
  );
});

test('the interval covers the truth: 300 panels of 40 units, 3 raters with known agreement', () => {
  const random = createRandom('coverage');
  // Each rater copies a unit's fair coin with probability c: kappa is c squared.
  const copying = 0.7;
  let covered = 0;
  for (let panel = 0; panel < 300; panel += 1) {
    const counts = Array.from({ length: 40 }, () => {
      const truth = random.below(2);
      const yes = [0, 1, 2].filter(() => (random.next() < copying ? truth : random.below(2)) === 1).length;
      return [yes, 3 - yes];
    });
    const { lower, upper } = errorOf(fleissKappa(counts));
    if (lower <= copying ** 2 && copying ** 2 <= upper) covered += 1;
  }
  expect(covered / 300).toBeGreaterThan(0.9);
  expect(covered / 300).toBeLessThan(0.99);
});
