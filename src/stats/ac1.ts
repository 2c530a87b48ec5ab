// Gwet's AC1: agreement beyond chance that does not collapse where one category prevails.
import { sum } from 'simple-statistics';
import type { Agreement, AgreementOptions, ChanceModel } from './chance-corrected.ts';
import { chanceCorrected } from './chance-corrected.ts';
import { undefinedEstimate } from './estimate.ts';
import type { RatingCounts } from './rating-counts.ts';

const byUncertainty: ChanceModel = {
  expected: (shares) => sum(shares.map((share) => share * (1 - share))) / (shares.length - 1),
  influence: (shares) => shares.map((share) => (1 - share) / (shares.length - 1)),
};

/**
 * K. L. Gwet, BJMSP 61 (2008) 29-48. Counts are units x categories; the number of columns matters, so give every category
 * that could have been used. Undefined with fewer than two columns. Fleiss' 30 x 6 psychiatric ratings: 0.4479,
 * standard error 0.0557. Three raters, units 3-0, 2-1, 1-2, 0-3 counted 88, 10, 2, 0: 0.912, where Fleiss' kappa is 0.101.
 */
export function ac1(counts: RatingCounts, options: AgreementOptions = {}): Agreement {
  if (counts.length > 0 && counts[0]!.length < 2) return undefinedEstimate('one-category');
  return chanceCorrected(counts, byUncertainty, options);
}
