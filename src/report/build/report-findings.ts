// From the decision's reasons to findings that have sentences.
import { whereDefined } from '../../core/where-defined.ts';
import { METRICS, type BlockingMetric, type MetricFindingCode } from '../../analysis/metrics.ts';
import type { MetricDecision, Reason, Verdict } from '../../decision/decision.ts';
import type { Cell } from '../../evaluation/cell.ts';
import type { ComparisonKind } from '../../evaluation/comparison.ts';
import type { Remedy } from '../../models/remedy.ts';
import type { ClauseChange } from '../../spec/change.ts';
import type { ClauseLetThroughArgs, EffectArgs, FindingArgs, FindingCode, Reported } from '../finding-args.ts';
import { createFinding } from '../messages.ts';
import { isBeyondAll } from '../metric-words.ts';
import type { Finding, ReportJudge } from '../report.ts';
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
  readonly untested: readonly { readonly clause: string; readonly reason: string }[];
  /** All scenarios that test the changed clauses, where the selection has taken every one of them. */
  readonly linked?: number;
  /** About what the scenarios that would decide cost; absent where a price is unknown. */
  readonly usdPerScenario?: number;
}

/** The verdict's grounds as findings, in their order. */
export function reasonFindings(context: FindingContext): readonly Finding[] {
  return context.verdict.reasons.flatMap((reason) => describeReason(reason, context));
}

/** What the decision remarks on without blaming the change. */
export function noteFindings(context: FindingContext): readonly Finding[] {
  return context.verdict.notes.flatMap((reason) => describeReason(reason, context));
}

function describeReason(reason: Reason, context: FindingContext): Finding | readonly Finding[] {
  const { severity, clause } = reason;
  const place = clause === undefined ? undefined : placeOf(clause, context.changes);
  const rest = { severity, ...whereDefined({ clause, place }) };
  const metric = reason.args['metric'] as BlockingMetric;
  const decided = context.verdict.metrics[metric];
  switch (reason.code) {
    case 'metric-rose':
      return createFinding({
        ...rest,
        ...whereMoved(metric === 'letThrough' ? { ...context, movedClauses: loosenedClauses(context) } : context),
        code: METRICS[metric].finding.code as MetricFindingCode,
        args: { ...effectArgs(decided!, context), ...(metric === 'letThrough' ? letThroughArgs(context) : {}) },
      });
    case 'metric-undecided':
    case 'limit-undecided':
      return createFinding({ ...rest, code: 'couldHaveShown', args: undecidedArgs(metric, decided!, context) });
    case 'limit-breached':
      return createFinding({
        ...rest,
        code: 'limitExceeded',
        args: { endpoint: metric, head: decided!.head ?? 0, limit: decided!.limit! },
      });
    case 'limit-pre-existing':
      return createFinding({
        ...rest,
        code: 'preExistingBreach',
        args: { endpoint: metric, base: decided!.base ?? 0, limit: decided!.limit! },
      });
    case 'missing-cells': {
      const { missing } = context.verdict;
      return createFinding({
        ...rest,
        code: 'missingCells',
        args: {
          missing: missing.cells,
          cells: missing.expected,
          ...whereDefined({ remedy: context.remedy }),
        },
      });
    }
    case 'judge-silent': {
      const own = context.panel.find(({ judge }) => judge === reason.args['judge']);
      const { judge = '', abstained = 0, rulings = 0 } = own ?? {};
      return createFinding({ ...rest, code: 'judgeSilent', args: { judge, abstained, asked: rulings + abstained } });
    }
    case 'untested-clause': {
      const why = context.untested.find((one) => one.clause === clause)?.reason;
      const args = {
        clause: clause ?? '',
        ...(why === undefined || why === 'no-scenario' ? {} : { reason: UNTESTED[why] ?? why }),
      };
      return createFinding({ ...rest, code: 'untestedClause', args });
    }
    case 'new-outliers':
      return context.outliers.flatMap((outlier) =>
        outlier.status === 'new' ? [createFinding({ ...rest, code: 'newOutlier', args: outlierArgs(outlier) })] : [],
      );
    case 'clause-let-through':
      return createFinding({ ...rest, code: 'clauseLetThrough', args: clauseArgs(reason, context) });
    case 'clause-undecided':
      return createFinding({ ...rest, code: 'clauseUndecided', args: clauseArgs(reason, context) });
    case 'loosening-unseen': {
      const { clause: unseen, ref, forbidden } = clauseArgs(reason, context);
      const args = { clause: unseen, ref, forbidden, ...reported(reason) };
      return createFinding({ ...rest, code: 'looseningUnseen', args });
    }
    case 'panel-never-objects':
    case 'panel-misses-controls':
    case 'panel-at-chance':
    case 'judge-integrity':
      // Their numbers are those that the decision gives.
      return { ...rest, code: PANEL_CODES[reason.code], args: { ...reason.args, ...reported(reason) } };
    case 'unlike-losses': {
      const { base, head, answers, p } = reason.args as unknown as FindingArgs['unlikeLosses'];
      return createFinding({ ...rest, code: 'unlikeLosses', args: { base, head, answers, p } });
    }
    case 'nothing-affected':
      return createFinding({ ...rest, code: 'noChange', args: {} });
    case 'level-unchanged': {
      const { level, limit, stands, scenarios } = reason.args as Partial<FindingArgs['levelUnchanged']>;
      const args = {
        endpoint: metric,
        level: level ?? 0,
        scenarios: scenarios ?? 0,
        ...(limit === undefined || stands === undefined ? {} : { limit, stands }),
      };
      return createFinding({ ...rest, code: 'levelUnchanged', args });
    }
    case 'void-option': {
      const { option, why } = reason.args as unknown as FindingArgs['voidOption'];
      return createFinding({ ...rest, code: 'voidOption', args: { option, why } });
    }
    case 'copied-draws': {
      const { models, counted } = reason.args as unknown as FindingArgs['copiedDraws'];
      return createFinding({ ...rest, code: 'copiedDraws', args: { models, counted } });
    }
    case 'drift': {
      const args = {
        endpoint: 'nonCompliance',
        stored: baseShare(context.cells, 'screen'),
        fresh: baseShare(context.cells, 'confirm'),
      } as const;
      return createFinding({ ...rest, code: 'drift', args });
    }
    default:
      throw new Error(`the decision gave a reason without a sentence: ${reason.code}`);
  }
}

function reported({ severity }: Reason): Reported {
  return severity === 'notice' ? { reported: true } : {};
}

const PANEL_CODES = {
  'panel-never-objects': 'panelNeverObjects',
  'panel-misses-controls': 'panelMissesControls',
  'panel-at-chance': 'panelAtChance',
  'judge-integrity': 'judgeIntegrity',
} as const satisfies Readonly<Record<string, FindingCode>>;

function letThroughArgs(context: FindingContext): Partial<EffectArgs> {
  const { base } = context;
  const { answers, examples = [] } = context.letThrough ?? {};
  const example = examples.find(({ model }) => model !== undefined)?.name;
  return {
    ref: base,
    clauses: loosenedClauses(context),
    ...whereDefined({ forbidden: answers?.forbidden, letThrough: answers?.letThrough }),
    ...whereDefined({ example }),
  };
}

/** Clauses whose scenarios meet the text more often now, the largest difference first. */
function loosenedClauses({ verdict, kind, letThrough }: FindingContext): readonly string[] {
  // Where each side answers by itself, that more answers meet the text may be the answers' doing.
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

function clauseArgs({ clause = '', args }: Reason, { base, letThrough }: FindingContext): ClauseLetThroughArgs {
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
function baseShare(cells: readonly Cell[], stage: Cell['stage']): number {
  const known = cells.filter((cell) => cell.arm === 'base' && cell.stage === stage && cell.problematic !== 'missing');
  return known.filter(({ problematic }) => problematic === true).length / Math.max(1, known.length);
}

const UNTESTED: Readonly<Record<string, string>> = {
  unsure: 'too few of the scenarios written for it turn on it, so they may fail the change and cannot pass it',
  size: 'more clauses changed than selection.scenarios has room for',
};

function effectArgs(decided: MetricDecision, context: FindingContext): EffectArgs {
  const { interval, level, adjustedP, p, claims } = decided;
  const shownP = adjustedP ?? p;
  const { p: likeP = 0 } = claims?.scenariosLikeThem ?? {};
  const elsewhere = likeP > (1 - (level ?? 0.95)) / 2 ? likeP : undefined;
  return {
    base: decided.base ?? 0,
    head: decided.head ?? 0,
    change: decided.change ?? 0,
    ...whereDefined({ low: interval?.[0], high: interval?.[1] }),
    ...whereDefined({ level, p: shownP, elsewhere }),
    confirmed: decided.stage === 'confirm',
    margin: decided.margin ?? 0,
    scenarios: decided.scenarios,
    clauses: context.movedClauses,
    ...(context.changedModels.length === 0 ? {} : { models: context.changedModels }),
  };
}

function undecidedArgs(metric: BlockingMetric, decided: MetricDecision, context: FindingContext) {
  const { interval, detectable, change, margin, scenarios } = decided;
  const needed = context.verdict.scenariosToDecide;
  const usd =
    needed === undefined || context.usdPerScenario === undefined
      ? undefined
      : context.usdPerScenario * Math.max(0, needed - scenarios);
  return {
    endpoint: metric,
    scenarios,
    // A rise of more than all is none that anybody could see.
    ...(detectable === undefined || isBeyondAll(metric, detectable) ? {} : { detectable }),
    ...whereDefined({ change }),
    ...whereDefined({ low: interval?.[0], high: interval?.[1] }),
    margin: margin ?? 0,
    ...whereDefined({ decideScenarios: needed, linked: context.linked, decideUsd: usd }),
    ...(context.changedModels.length > 0 ? { ofModels: true as const } : {}),
  };
}

/** An effect is shown at the clause that moved most. */
function whereMoved({ movedClauses, changes }: FindingContext): Pick<Finding, 'clause' | 'place'> {
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

function outlierArgs(outlier: ReportOutlier): FindingArgs['newOutlier'] {
  const { model, scenario } = outlier;
  if (outlier.basis === 'rulings') {
    const { problematic, otherwise, of } = outlier;
    return { model, scenario, problematic, otherwise, of };
  }
  const { score, others } = outlier;
  return { model, scenario, score, others: others.reduce((total, other) => total + other, 0) / others.length };
}
