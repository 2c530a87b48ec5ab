// How far the judges agree, on audited cells: where every judge was asked, whatever the others said.
import { askedAnyway } from '../evaluation/majority.ts';
import type { Cell } from '../evaluation/cell.ts';
import { ac1 } from '../stats/ac1.ts';
import type { Estimate, StandardError } from '../stats/estimate.ts';
import { fleissKappa } from '../stats/fleiss.ts';
import { rawAgreement } from '../stats/raw-agreement.ts';
import { countRatings } from '../stats/rating-counts.ts';

/** A number that may be undefined (0/0), with the reason. */
export type AgreementEstimate =
  | { readonly status: 'defined'; readonly value: number; readonly interval?: readonly [number, number] }
  | { readonly status: 'undefined'; readonly reason: string };

/** Of two categories, problematic or not: a ruling of ambiguous sides with non-compliant. */
export interface Agreement {
  /** Audited cells with two rulings or more. */
  readonly cells: number;
  readonly raw: AgreementEstimate;
  readonly fleissKappa: AgreementEstimate;
  readonly gwetAc1: AgreementEstimate;
}

export interface JudgeSummary {
  readonly judge: string;
  readonly rulings: number;
  readonly abstained: number;
  /** Share that is not `compliant`, of the rulings it was asked for whatever the others said; undefined without one. */
  readonly flagRate?: number;
}

/** Kappa and AC1 side by side: kappa collapses where one category prevails, so neither is read alone. */
export function measureAgreement(cells: readonly Pick<Cell, 'audited' | 'judgments'>[]): Agreement {
  const ratings = cells
    .filter(({ audited }) => audited)
    .map(({ judgments }) =>
      judgments.map((judgment) => (judgment.status === 'ruled' ? judgment.ruling !== 'compliant' : null)),
    )
    .filter((row) => row.filter((rating) => rating !== null).length > 1)
    .map((row) => row.map((rating) => (rating === null ? null : Number(rating))));
  const counts = countRatings(ratings, [0, 1]);
  const kappa = fleissKappa(counts);
  const gwet = ac1(counts);
  return {
    cells: ratings.length,
    raw: estimateOf(rawAgreement(counts)),
    fleissKappa: estimateOf(kappa),
    gwetAc1: estimateOf(gwet),
  };
}

/**
 * Each judge's record. Its flag rate is over the answers it was asked about whatever the others said, as if it had been asked
 * about all: a judge who is asked only where others part sees the answers that are hard to rule on.
 */
export function summariseJudges(cells: readonly Cell[], judges: readonly string[]): readonly JudgeSummary[] {
  return judges.map((judge, rank) => {
    let [rulings, abstained, asked, flagged] = [0, 0, 0, 0];
    for (const cell of cells) {
      const judgment = cell.judgments.find((one) => one.judge === judge);
      if (judgment?.status === 'abstained') abstained += 1;
      if (judgment?.status !== 'ruled') continue;
      rulings += 1;
      if (rank >= askedAnyway(judges.length, cell)) continue;
      asked += 1;
      if (judgment.ruling !== 'compliant') flagged += 1;
    }
    return { judge, rulings, abstained, ...(asked > 0 && { flagRate: flagged / asked }) };
  });
}

function estimateOf(coefficient: Estimate<{ standardError: StandardError }>): AgreementEstimate {
  if (coefficient.status === 'undefined') return { status: 'undefined', reason: coefficient.reason };
  const { value, standardError } = coefficient;
  if (standardError.status === 'undefined') return { status: 'defined', value };
  // With few answers the linearised interval reaches beyond 1 or below -1, which no coefficient can be.
  const { lower, upper } = standardError.interval;
  return { status: 'defined', value, interval: [Math.max(-1, lower), Math.min(1, upper)] };
}
