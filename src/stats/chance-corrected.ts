// Agreement beyond chance, (observed - expected) / (1 - expected), with Gwet's linearised standard error over units.
import { mean, sum } from 'simple-statistics';
import type { Estimate, StandardError } from './estimate.ts';
import { undefinedEstimate } from './estimate.ts';
import type { RatingCounts } from './rating-counts.ts';
import { studentTQuantile } from './student-t.ts';

/** A coefficient (`value`, 1 is perfect, 0 is chance, can be negative) with its parts. */
export type Agreement = Estimate<{
  /** Share of pairs of raters that agree, averaged over units with two or more ratings. */
  observed: number;
  /** The agreement expected by chance. */
  expected: number;
  /** Units with at least one rating; they carry the marginal distribution. */
  units: number;
  /** Undefined with one unit. */
  standardError: StandardError;
}>;

/** How one coefficient defines chance, given the share of each category. */
export interface ChanceModel {
  /** Agreement expected by chance. */
  readonly expected: (shares: readonly number[]) => number;
  /** Half the slope of `expected` in each share, up to a constant chosen so that its weighted mean is `expected`. */
  readonly influence: (shares: readonly number[]) => readonly number[];
}

export interface AgreementOptions {
  /** Two-sided confidence of the interval, default 0.95. */
  readonly confidence?: number;
}

/**
 * K. L. Gwet, Handbook of Inter-Rater Reliability, 4th ed. (2014), ch. 5-6, and "Computing inter-rater reliability and its
 * variance in the presence of high agreement", BJMSP 61 (2008) 29-48; the form for unequal numbers of ratings and the t
 * interval with n - 1 degrees of freedom (upper end at most 1) follow the author's R package irrCAC.
 */
export function chanceCorrected(counts: RatingCounts, chance: ChanceModel, options: AgreementOptions = {}): Agreement {
  const rated = counts.filter((row) => sum(row) > 0);
  const pairable = rated.filter((row) => sum(row) > 1);
  if (rated.length === 0) return undefinedEstimate('no-units');
  if (pairable.length === 0) return undefinedEstimate('no-pairs');
  const n = rated.length;
  const shares = rated[0]!.map((_, column) => mean(rated.map((row) => row[column]! / sum(row))));
  const observed = mean(pairable.map(pairAgreement));
  const expected = chance.expected(shares);
  // All ratings in one category: 0/0 up to rounding.
  if (1 - expected < 1e-12) return undefinedEstimate('one-category');
  const value = (observed - expected) / (1 - expected);
  const influence = chance.influence(shares);
  const terms = rated.map((row) => {
    const total = sum(row);
    const own = total > 1 ? (n / pairable.length) * (pairAgreement(row) - expected) : 0;
    const chanceOfUnit = sum(row.map((count, column) => (count / total) * influence[column]!));
    return (own - 2 * (1 - value) * (chanceOfUnit - expected)) / (1 - expected);
  });
  return {
    status: 'defined',
    value,
    observed,
    expected,
    units: n,
    standardError: linearisedError(terms, value, options.confidence ?? 0.95),
  };
}

/** Share of the pairs of ratings in one unit that agree; needs two ratings. */
export function pairAgreement(row: readonly number[]): number {
  const total = sum(row);
  return sum(row.map((count) => count * (count - 1))) / (total * (total - 1));
}

function linearisedError(terms: readonly number[], value: number, confidence: number): StandardError {
  const n = terms.length;
  if (n === 1) return undefinedEstimate('one-unit');
  const error = Math.sqrt(sum(terms.map((term) => (term - value) ** 2)) / (n * (n - 1)));
  const reach = studentTQuantile((1 + confidence) / 2, n - 1) * error;
  return { status: 'defined', value: error, interval: { lower: value - reach, upper: Math.min(1, value + reach) } };
}
