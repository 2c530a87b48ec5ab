// Raw agreement: how often two raters of one unit say the same, with nothing taken off for chance.
import { mean, sampleVariance, sum } from 'simple-statistics';
import type { AgreementOptions } from './chance-corrected.ts';
import { pairAgreement } from './chance-corrected.ts';
import type { Estimate, StandardError } from './estimate.ts';
import { undefinedEstimate } from './estimate.ts';
import type { RatingCounts } from './rating-counts.ts';
import { studentTQuantile } from './student-t.ts';

/** Share of agreeing pairs, averaged over units (`value`), the units with two ratings, and the error over units. */
export type RawAgreement = Estimate<{ units: number; standardError: StandardError }>;

/**
 * The observed agreement of Fleiss 1971; error and t interval (kept within 0 to 1) over units. Undefined where no unit has
 * two ratings. Fleiss' 30 x 6 psychiatric ratings: 0.5556.
 */
export function rawAgreement(counts: RatingCounts, options: AgreementOptions = {}): RawAgreement {
  const shares = counts.filter((row) => sum(row) > 1).map(pairAgreement);
  const units = shares.length;
  if (units === 0) return undefinedEstimate(counts.some((row) => sum(row) > 0) ? 'no-pairs' : 'no-units');
  const value = mean(shares);
  if (units === 1) return { status: 'defined', value, units, standardError: undefinedEstimate('one-unit') };
  const error = Math.sqrt(sampleVariance(shares) / units);
  const reach = studentTQuantile((1 + (options.confidence ?? 0.95)) / 2, units - 1) * error;
  const interval = { lower: Math.max(0, value - reach), upper: Math.min(1, value + reach) };
  return { status: 'defined', value, units, standardError: { status: 'defined', value: error, interval } };
}
