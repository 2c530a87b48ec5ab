// Fleiss' kappa: agreement of many raters beyond what the overall category shares would give.
import { sum } from 'simple-statistics';
import type { Agreement, AgreementOptions, ChanceModel } from './chance-corrected.ts';
import { chanceCorrected } from './chance-corrected.ts';
import type { RatingCounts } from './rating-counts.ts';

const byShares: ChanceModel = {
  expected: (shares) => sum(shares.map((share) => share * share)),
  influence: (shares) => shares,
};

/**
 * J. L. Fleiss, "Measuring nominal scale agreement among many raters", Psychol. Bull. 76 (1971) 378-382; standard error
 * and interval linearised (Gwet), since Fleiss' own holds only where kappa is zero. Counts are units x categories and may
 * have unequal totals. Undefined where all ratings fall in one category. Fleiss' 30 psychiatric patients x 6 raters:
 * 0.4302, standard error 0.0542, interval 0.3194 to 0.5411. Read it beside `ac1`: it collapses where one category prevails.
 */
export function fleissKappa(counts: RatingCounts, options: AgreementOptions = {}): Agreement {
  return chanceCorrected(counts, byShares, options);
}
