// The numbers of a finding's sentence, from what was decided and measured. Shares are 0 to 1.
import { mean } from '../../stats/mean.ts';
import { whereDefined } from '../../core/where-defined.ts';
import type { BlockingMetric } from '../../analysis/metrics.ts';
import type { MetricDecision, Reason, Verdict } from '../../decision/decision.ts';
import type { Cell } from '../../evaluation/cell.ts';
import type { ComparisonKind } from '../../evaluation/comparison.ts';
import type { Remedy } from '../../models/remedy.ts';
import type { ClauseChange } from '../../spec/change.ts';
import type { FindingArgs } from '../finding-args.ts';
import type { EffectArgs } from '../finding-args/effects.ts';
import type { ClauseLetThroughArgs } from '../finding-args/loosening.ts';
import { isBeyondAll } from '../metric-words.ts';
import type { Finding, Report, ReportJudge } from '../report.ts';
import type { ReportClauseLetThrough, ReportLetThrough, ReportOutlier } from '../report-answers.ts';

export interface FindingContext {
  readonly kind: ComparisonKind;
  readonly verdict: Verdict;
  readonly changes: readonly ClauseChange[];
  readonly cells: readonly Cell[];
  /** What would help against most of what is missing. */
  readonly remedy?: Remedy;
  readonly panel: readonly ReportJudge[];
  /** What the base side is called. */
  readonly base: string;
  readonly letThrough?: ReportLetThrough;
  readonly outliers: readonly ReportOutlier[];
  /** Changed clauses whose scenarios moved most, for the sentence about where. */
  readonly movedClauses: readonly string[];
  /** Models that were replaced or changed, in a comparison of models. */
  readonly changedModels: readonly string[];
  readonly untested: Report['untested'];
  /** All scenarios that test the changed clauses, where the selection has taken every one of them. */
  readonly linked?: number;
  /** About what the scenarios that would decide cost; absent where a price is unknown. */
  readonly usdPerScenario?: number;
}

/** Counts of answers on the head: forbidden by the base's text, and of these allowed; with one example. */
export function letThroughArgs(context: FindingContext): Partial<EffectArgs> {
  const { base } = context;
  const { answers, examples = [] } = context.letThrough ?? {};
  const example = examples.find(({ model }) => model !== undefined)?.name;
  return {
    ref: base,
    clauses: loosenedClauses(context),
    ...whereDefined({ forbidden: answers?.forbidden, letThrough: answers?.letThrough, example }),
  };
}

/** Clauses on whose scenarios more answers comply than before, the largest difference first. */
export function loosenedClauses({ verdict, kind, letThrough }: FindingContext): readonly string[] {
  // Where each side has answers of its own, more compliant ones may come from the models, so only answers judged under
  // both texts count.
  if (kind === 'prompt') {
    const gained = ({ answers }: ReportClauseLetThrough): number =>
      answers === undefined ? 0 : answers.letThrough - answers.newlyForbidden;
    const clauses = letThrough?.clauses.filter((one) => gained(one) > 0) ?? [];
    return [...clauses].sort((a, b) => gained(b) - gained(a)).map(({ clause }) => clause);
  }
  return verdict.clauses
    .filter(({ status, change }) => status === 'changed' && (change ?? 0) < 0)
    .sort((a, b) => (a.change ?? 0) - (b.change ?? 0))
    .map(({ id }) => id);
}

/** Counts of a clause's violations, and the decision's one-sided p; 1 where it gives none. */
export function clauseArgs({ clause = '', args }: Reason, { base, letThrough }: FindingContext): ClauseLetThroughArgs {
  const own = letThrough?.clauses.find((one) => one.clause === clause);
  const example = letThrough?.examples.find(({ clauses }) => clauses.includes(clause))?.name;
  return {
    clause,
    ref: base,
    forbidden: own?.violations.forbidden ?? 0,
    letThrough: own?.violations.letThrough ?? 0,
    p: Number(args['p'] ?? 1),
    ...whereDefined({ example }),
  };
}

/** Share of problematic base responses in a stage. */
export function baseShare(cells: readonly Cell[], stage: Cell['stage']): number {
  const known = cells.filter((cell) => cell.arm === 'base' && cell.stage === stage && cell.problematic !== 'missing');
  return known.filter(({ problematic }) => problematic === true).length / Math.max(1, known.length);
}

/** `p` after Holm's correction where there is one. `elsewhere`: the p for scenarios like these, where their interval holds 0. */
export function effectArgs(decided: MetricDecision, context: FindingContext): EffectArgs {
  const { interval, level, adjustedP, p, claims } = decided;
  const shownP = adjustedP ?? p;
  const { p: likeP = 0 } = claims?.scenariosLikeThem ?? {};
  const elsewhere = likeP > (1 - (level ?? 0.95)) / 2 ? likeP : undefined;
  return {
    base: decided.base ?? 0,
    head: decided.head ?? 0,
    change: decided.change ?? 0,
    ...whereDefined({ low: interval?.[0], high: interval?.[1], level, p: shownP, elsewhere }),
    confirmed: decided.stage === 'confirm',
    margin: decided.margin ?? 0,
    scenarios: decided.scenarios,
    clauses: context.movedClauses,
    ...(context.changedModels.length > 0 && { models: context.changedModels }),
  };
}

/** What could have been shown, and how many scenarios (and US dollars) would decide; shares from 0 to 1. */
export function undecidedArgs(metric: BlockingMetric, decided: MetricDecision, context: FindingContext) {
  const { interval, detectable, change, margin, scenarios } = decided;
  const needed = context.verdict.scenariosToDecide;
  const usd =
    needed === undefined || context.usdPerScenario === undefined
      ? undefined
      : context.usdPerScenario * Math.max(0, needed - scenarios);
  return {
    endpoint: metric,
    scenarios,
    // A rise beyond 100 % cannot occur, so it is not given.
    ...(detectable !== undefined && !isBeyondAll(metric, detectable) && { detectable }),
    ...whereDefined({ change, low: interval?.[0], high: interval?.[1] }),
    margin: margin ?? 0,
    ...whereDefined({ decideScenarios: needed, linked: context.linked, decideUsd: usd }),
    ...(context.changedModels.length > 0 && { ofModels: true as const }),
  };
}

/** An effect is shown at the clause that moved most. */
export function whereMoved({ movedClauses, changes }: FindingContext): Pick<Finding, 'clause' | 'place'> {
  const [clause] = movedClauses;
  if (clause === undefined) return {};
  const place = placeOf(clause, changes);
  return { clause, ...whereDefined({ place }) };
}

/** Where a clause stands in the head, or, if it is gone, where it stood in the base. */
export function placeOf(id: string, changes: readonly ClauseChange[]): Finding['place'] {
  const change = changes.find((one) => one.id === id || one.baseId === id);
  const clause = change?.head ?? change?.base;
  return clause === undefined ? undefined : { file: clause.file, line: clause.lines.start, endLine: clause.lines.end };
}

/** Rulings of it and of the others; or its score, 0 to 6, and the mean of the others'. */
export function outlierArgs(outlier: ReportOutlier): FindingArgs['newOutlier'] {
  const { model, scenario } = outlier;
  if (outlier.basis === 'rulings') {
    const { problematic, otherwise, of } = outlier;
    return { model, scenario, problematic, otherwise, of };
  }
  const { score, others } = outlier;
  return { model, scenario, score, others: mean(others) };
}
