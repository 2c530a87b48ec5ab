// From the decision's reasons to findings that have sentences.
import { whereDefined } from '../../core/where-defined.ts';
import { METRICS, type BlockingMetric, type MetricFindingCode } from '../../analysis/metrics.ts';
import type { Reason, Verdict } from '../../decision/decision.ts';
import type { FindingArgs, FindingCode } from '../finding-args.ts';
import type { Reported } from '../finding-args/loosening.ts';
import { createFinding } from '../messages.ts';
import type { Finding } from '../report.ts';
import { UNTESTED_REASONS } from '../untested-words.ts';
import {
  type FindingContext,
  letThroughArgs,
  loosenedClauses,
  clauseArgs,
  baseShare,
  effectArgs,
  undecidedArgs,
  whereMoved,
  placeOf,
  outlierArgs,
} from './finding-numbers.ts';

/** The verdict's grounds as findings, in their order. */
export function reasonFindings(context: FindingContext): readonly Finding[] {
  return context.verdict.reasons.flatMap((reason) => describeReason(reason, context));
}

/** What the decision remarks on without blaming the change. */
export function noteFindings(context: FindingContext): readonly Finding[] {
  return context.verdict.notes.flatMap((reason) => describeReason(reason, context));
}

function describeReason(reason: Reason, context: FindingContext): Finding | readonly Finding[] {
  return DESCRIBED[reason.code](reason, context);
}

type Described = (reason: Reason, context: FindingContext) => Finding | readonly Finding[];

const DESCRIBED: Readonly<Record<Reason['code'], Described>> = {
  'metric-rose': (reason, context) => {
    const metric = metricOf(reason);
    const isLetThrough = metric === 'letThrough';
    return createFinding({
      ...placed(reason, context),
      ...whereMoved(isLetThrough ? { ...context, movedClauses: loosenedClauses(context) } : context),
      code: METRICS[metric].finding.code as MetricFindingCode,
      args: { ...effectArgs(decidedOf(reason, context), context), ...(isLetThrough && letThroughArgs(context)) },
    });
  },
  'metric-undecided': describeUndecided,
  'limit-undecided': describeUndecided,
  'limit-breached': (reason, context) => {
    const { head = 0, limit } = decidedOf(reason, context);
    const args = { endpoint: metricOf(reason), head, limit: limit! };
    return createFinding({ ...placed(reason, context), code: 'limitExceeded', args });
  },
  'limit-pre-existing': (reason, context) => {
    const { base = 0, limit } = decidedOf(reason, context);
    const args = { endpoint: metricOf(reason), base, limit: limit! };
    return createFinding({ ...placed(reason, context), code: 'preExistingBreach', args });
  },
  'missing-cells': (reason, context) => {
    const { cells: missing, expected: cells } = context.verdict.missing;
    const args = { missing, cells, ...whereDefined({ remedy: context.remedy }) };
    return createFinding({ ...placed(reason, context), code: 'missingCells', args });
  },
  'judge-silent': (reason, context) => {
    const own = context.panel.find(({ judge }) => judge === reason.args['judge']);
    const { judge = '', abstained = 0, rulings = 0 } = own ?? {};
    const args = { judge, abstained, asked: rulings + abstained };
    return createFinding({ ...placed(reason, context), code: 'judgeSilent', args });
  },
  'untested-clause': (reason, context) => {
    const { clause } = reason;
    const untested = context.untested.find((one) => one.clause === clause);
    const why = untested?.reason ?? 'no-scenario';
    const args = {
      clause: clause ?? '',
      ...(why !== 'no-scenario' && { reason: UNTESTED_REASONS[why] ?? why }),
      ...whereDefined({ why: untested?.why }),
    };
    return createFinding({ ...placed(reason, context), code: 'untestedClause', args });
  },
  'new-outliers': (reason, context) =>
    context.outliers
      .filter(({ status }) => status === 'new')
      .map((outlier) => createFinding({ ...placed(reason, context), code: 'newOutlier', args: outlierArgs(outlier) })),
  'clause-let-through': (reason, context) =>
    createFinding({ ...placed(reason, context), code: 'clauseLetThrough', args: clauseArgs(reason, context) }),
  'clause-undecided': (reason, context) =>
    createFinding({ ...placed(reason, context), code: 'clauseUndecided', args: clauseArgs(reason, context) }),
  'loosening-unseen': (reason, context) => {
    const { clause, ref, forbidden } = clauseArgs(reason, context);
    const args = { clause, ref, forbidden, ...reported(reason) };
    return createFinding({ ...placed(reason, context), code: 'looseningUnseen', args });
  },
  'panel-never-objects': describePanel('panelNeverObjects'),
  'panel-misses-controls': describePanel('panelMissesControls'),
  'panel-at-chance': describePanel('panelAtChance'),
  'judge-integrity': describePanel('judgeIntegrity'),
  'unlike-losses': (reason, context) => {
    const { base, head, answers, p } = reason.args as unknown as FindingArgs['unlikeLosses'];
    return createFinding({ ...placed(reason, context), code: 'unlikeLosses', args: { base, head, answers, p } });
  },
  'late-judge-parts': describePanel('lateJudgeParts'),
  'nothing-affected': (reason, context) => createFinding({ ...placed(reason, context), code: 'noChange', args: {} }),
  'level-unchanged': (reason, context) => {
    const { level, limit, stands, scenarios } = reason.args as Partial<FindingArgs['levelUnchanged']>;
    const args = {
      endpoint: metricOf(reason),
      level: level ?? 0,
      scenarios: scenarios ?? 0,
      ...(limit !== undefined && stands !== undefined && { limit, stands }),
    };
    return createFinding({ ...placed(reason, context), code: 'levelUnchanged', args });
  },
  'void-option': (reason, context) => {
    const { option, why } = reason.args as unknown as FindingArgs['voidOption'];
    return createFinding({ ...placed(reason, context), code: 'voidOption', args: { option, why } });
  },
  'copied-draws': (reason, context) => {
    const { models, counted } = reason.args as unknown as FindingArgs['copiedDraws'];
    return createFinding({ ...placed(reason, context), code: 'copiedDraws', args: { models, counted } });
  },
  'repeated-rulings': (reason, context) => {
    const { judges } = reason.args as unknown as FindingArgs['repeatedRulings'];
    return createFinding({ ...placed(reason, context), code: 'repeatedRulings', args: { judges } });
  },
  'of-these-only': (reason, context) => {
    const { scenarios, high, needed } = reason.args as unknown as Omit<FindingArgs['ofTheseOnly'], 'endpoint'>;
    const args = { endpoint: metricOf(reason), scenarios, high, needed, reported: true } as const;
    return createFinding({ ...placed(reason, context), code: 'ofTheseOnly', args });
  },
  'few-groups': (reason, context) => {
    const { scenarios, groups } = reason.args as unknown as FindingArgs['fewGroups'];
    return createFinding({ ...placed(reason, context), code: 'fewGroups', args: { scenarios, groups } });
  },
  drift: (reason, context) => {
    const [stored, fresh] = [baseShare(context.cells, 'screen'), baseShare(context.cells, 'confirm')];
    const args = { endpoint: 'nonCompliance', stored, fresh } as const;
    return createFinding({ ...placed(reason, context), code: 'drift', args });
  },
};

function describeUndecided(reason: Reason, context: FindingContext): Finding {
  const args = undecidedArgs(metricOf(reason), decidedOf(reason, context), context);
  return createFinding({ ...placed(reason, context), code: 'couldHaveShown', args });
}

/** Their numbers are those that the decision gives. */
function describePanel(code: FindingCode): Described {
  return (reason, context) => ({
    ...placed(reason, context),
    code,
    args: { ...reason.args, ...reported(reason) },
  });
}

/** How severe it is, and where the change that it is about stands. */
function placed({ severity, clause }: Reason, { changes }: FindingContext): Omit<Finding, 'code' | 'args'> {
  const place = clause === undefined ? undefined : placeOf(clause, changes);
  return { severity, ...whereDefined({ clause, place }) };
}

function metricOf({ args }: Reason): BlockingMetric {
  return args['metric'] as BlockingMetric;
}

function decidedOf(reason: Reason, { verdict }: FindingContext): NonNullable<Verdict['metrics'][BlockingMetric]> {
  return verdict.metrics[metricOf(reason)]!;
}

function reported({ severity }: Reason): Reported {
  return severity === 'notice' ? { reported: true } : {};
}
