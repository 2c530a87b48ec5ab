// How far the judges agree, on audited cells: where every judge was asked, whatever the others said.
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
  /** Share of its rulings that are not `compliant`; undefined without a ruling. */
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

export function summariseJudges(cells: readonly Cell[], judges: readonly string[]): readonly JudgeSummary[] {
  const all = cells.flatMap(({ judgments }) => judgments);
  return judges.map((judge) => {
    const own = all.filter((judgment) => judgment.judge === judge);
    const ruled = own.flatMap((judgment) => (judgment.status === 'ruled' ? [judgment.ruling !== 'compliant'] : []));
    const common = { judge, rulings: ruled.length, abstained: own.length - ruled.length };
    return ruled.length === 0 ? common : { ...common, flagRate: ruled.filter(Boolean).length / ruled.length };
  });
}

function estimateOf(coefficient: Estimate<{ standardError: StandardError }>): AgreementEstimate {
  if (coefficient.status === 'undefined') return { status: 'undefined', reason: coefficient.reason };
  const { value, standardError } = coefficient;
  if (standardError.status === 'undefined') return { status: 'defined', value };
  // Of few answers the linear interval reaches beyond what a coefficient can be.
  const { lower, upper } = standardError.interval;
  return { status: 'defined', value, interval: [Math.max(-1, lower), Math.min(1, upper)] };
}
