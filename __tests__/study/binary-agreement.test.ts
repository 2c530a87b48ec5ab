// Coefficients from counted patterns are those of stats/ on every response one by one.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ac1Of, alphaOf, fleissKappaOf, mergePatterns, type RulingPattern } from '../../src/study/binary-agreement.ts';
import { ac1 } from '../../src/stats/ac1.ts';
import { valueOf, type Estimate } from '../../src/stats/estimate.ts';
import { fleissKappa } from '../../src/stats/fleiss.ts';
import { krippendorffAlpha } from '../support/krippendorff.ts';
import { countRatings } from '../../src/stats/rating-counts.ts';

type Ratings = readonly (0 | 1 | null)[];

const patternsOf = (units: readonly Ratings[]): readonly RulingPattern[] =>
  mergePatterns([
    units.map((unit) => ({
      favour: unit.filter((rating) => rating === 0).length,
      against: unit.filter((rating) => rating === 1).length,
      responses: 1,
    })),
  ]);

const PAIRS: readonly (readonly [
  string,
  (patterns: readonly RulingPattern[]) => Estimate,
  (units: readonly Ratings[]) => Estimate,
])[] = [
  ['kappa', fleissKappaOf, (units) => fleissKappa(countRatings(units, [0, 1]))],
  ['AC1', ac1Of, (units) => ac1(countRatings(units, [0, 1]))],
  ['alpha', alphaOf, (units) => krippendorffAlpha(units, 'nominal')],
];

test.each(PAIRS)('%s', (_, fromPatterns, fromUnits) => {
  const rating = fc.constantFrom(0, 1, null);
  fc.assert(
    fc.property(fc.array(fc.array(rating, { minLength: 3, maxLength: 3 }), { maxLength: 12 }), (units) => {
      const [found, expected] = [fromPatterns(patternsOf(units)), fromUnits(units)];
      expect(found.status).toBe(expected.status);
      expect(valueOf(found) ?? 0).toBeCloseTo(valueOf(expected) ?? 0, 9);
    }),
    { numRuns: 400, seed: 3 },
  );
});
