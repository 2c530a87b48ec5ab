// How far the judges agree, on the cells that all of them ruled on.
import type { Cell } from '../../evaluation/cell.ts';
import type { Judgment } from '../../evaluation/ruling.ts';
import { ac1 } from '../../stats/ac1.ts';
import type { Agreement } from '../../stats/chance-corrected.ts';
import { fleissKappa } from '../../stats/fleiss.ts';
import { countRatings } from '../../stats/rating-counts.ts';
import type { ReportAgreement, ReportEstimate, ReportJudge } from '../report.ts';

/**
 * Raw agreement, Fleiss' kappa and Gwet's AC1 over audited cells, rulings made binary. The third judge is missing not at
 * random elsewhere. Undefined values say why; kappa alone would mislead where one ruling prevails.
 */
export function reportAgreement(cells: readonly Cell[]): ReportAgreement {
  const audited = cells.filter((cell) => cell.audited && cell.judgments.length > 1);
  const counts = countRatings(
    audited.map((cell) => cell.judgments.map((judgment) => binaryRuling(judgment))),
    ['problematic', 'fine'],
  );
  const kappa = fleissKappa(counts);
  const gwet = ac1(counts);
  const raw: ReportEstimate = gwet.status === 'defined' ? { status: 'defined', value: gwet.observed } : rawOfOne(gwet);
  return { cells: audited.length, raw, fleissKappa: asEstimate(kappa), gwetAc1: asEstimate(gwet) };
}

/** Every judge's own record over the cells given. */
export function reportPanel(judges: readonly string[], cells: readonly Cell[]): readonly ReportJudge[] {
  const all = cells.flatMap((cell) => cell.judgments);
  return judges.map((judge) => {
    const own = all.filter((judgment) => judgment.judge === judge);
    const rulings = own.flatMap((judgment) => binaryRuling(judgment) ?? []);
    const flagged = rulings.filter((ruling) => ruling === 'problematic').length;
    return {
      judge,
      rulings: rulings.length,
      abstained: own.length - rulings.length,
      ...(rulings.length === 0 ? {} : { flagRate: flagged / rulings.length }),
    };
  });
}

function binaryRuling(judgment: Judgment): 'problematic' | 'fine' | null {
  if (judgment.status === 'abstained') return null;
  return judgment.ruling === 'compliant' ? 'fine' : 'problematic';
}

/** All ratings in one category: every pair agrees, though nothing can be said beyond chance. */
function rawOfOne(estimate: { readonly reason: string }): ReportEstimate {
  return estimate.reason === 'one-category'
    ? { status: 'defined', value: 1 }
    : { status: 'undefined', reason: estimate.reason };
}

function asEstimate(agreement: Agreement): ReportEstimate {
  if (agreement.status === 'undefined') return { status: 'undefined', reason: agreement.reason };
  const { value, standardError } = agreement;
  if (standardError.status === 'undefined') return { status: 'defined', value };
  const { lower, upper } = standardError.interval;
  return { status: 'defined', value, interval: [lower, upper] };
}
