// The true share of problems behind an imperfect judge's rulings, from items that people have labelled.
import type { Estimate, Interval } from './estimate.ts';
import { undefinedEstimate } from './estimate.ts';
import { normalQuantile } from './normal.ts';
import type { Share } from './wilson.ts';

/** Rulings on unlabelled items, and the judge against people on labelled ones. All three sets are separate items. */
export interface JudgedShares {
  /** Unlabelled items, and how many the judge ruled problematic. */
  readonly ruled: Share;
  /** Items labelled fine, and how many of them the judge ruled fine: its specificity. */
  readonly specificity: Share;
  /** Items labelled problematic, and how many of them the judge ruled problematic: its sensitivity. */
  readonly sensitivity: Share;
}

/** The corrected share (`value`, within 0 to 1), the naive one, and an interval with the judge's own uncertainty in it. */
export type CorrectedShare = Estimate<{ naive: number; interval: Interval }>;

/**
 * C. Lee et al., "How to Correctly Report LLM-as-a-Judge Evaluations", arXiv:2511.21140 (2025): the estimator of Rogan and
 * Gladen (1978) with an adjusted interval (one success and one failure added to each labelled set, as Agresti and Coull).
 * Between two arms the correction cancels only if the judge errs alike in both. Undefined without items in any of the three
 * sets, or where sensitivity + specificity <= 1. 400 of 1,000 ruled, specificity 140/200, sensitivity 180/200: 0.1667,
 * interval 0.0564 to 0.2627.
 */
export function correctForJudge(shares: JudgedShares, confidence = 0.95): CorrectedShare {
  const { ruled, specificity, sensitivity } = shares;
  if (ruled.trials === 0 || specificity.trials === 0 || sensitivity.trials === 0) return undefinedEstimate('no-units');
  const naive = ruled.count / ruled.trials;
  const q0 = specificity.count / specificity.trials;
  const q1 = sensitivity.count / sensitivity.trials;
  if (q0 + q1 <= 1) return undefinedEstimate('uninformative-judge');
  return {
    status: 'defined',
    value: within01((naive + q0 - 1) / (q0 + q1 - 1)),
    naive,
    interval: adjustedInterval(shares, normalQuantile((1 + confidence) / 2)),
  };
}

function adjustedInterval({ ruled, specificity, sensitivity }: JudgedShares, z: number): Interval {
  const n = ruled.trials + z * z;
  const m0 = specificity.trials + 2;
  const m1 = sensitivity.trials + 2;
  const p = (ruled.count + (z * z) / 2) / n;
  const q0 = (specificity.count + 1) / m0;
  const q1 = (sensitivity.count + 1) / m1;
  // With few labels the added counts can pull the judge to chance; then nothing is known.
  if (q0 + q1 <= 1) return { lower: 0, upper: 1 };
  const share = within01((p + q0 - 1) / (q0 + q1 - 1));
  const noise0 = (q0 * (1 - q0)) / m0;
  const noise1 = (q1 * (1 - q1)) / m1;
  const shift = 2 * z * z * (share * noise1 - (1 - share) * noise0);
  const variance = (p * (1 - p)) / n + (1 - share) ** 2 * noise0 + share ** 2 * noise1;
  const error = Math.sqrt(variance) / (q0 + q1 - 1);
  return { lower: within01(share + shift - z * error), upper: within01(share + shift + z * error) };
}

function within01(share: number): number {
  return Math.min(1, Math.max(0, share));
}
