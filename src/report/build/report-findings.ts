// From the decision's reasons to findings that have sentences.
import { whereDefined } from '../../core/where-defined.ts';
import { METRICS, type BlockingMetric, type MetricFindingCode } from '../../analysis/metrics.ts';
import type { Reason } from '../../decision/decision.ts';
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
        args: { ...effectArgs(decided!, context), ...(metric === 'letThrough' && letThroughArgs(context)) },
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
        ...(why !== undefined && why !== 'no-scenario' && { reason: UNTESTED_REASONS[why] ?? why }),
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
        ...(limit !== undefined && stands !== undefined && { limit, stands }),
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
    case 'repeated-rulings': {
      const { judges } = reason.args as unknown as FindingArgs['repeatedRulings'];
      return createFinding({ ...rest, code: 'repeatedRulings', args: { judges } });
    }
    case 'of-these-only': {
      const { scenarios, high, needed } = reason.args as unknown as Omit<FindingArgs['ofTheseOnly'], 'endpoint'>;
      const args = { endpoint: metric, scenarios, high, needed, reported: true } as const;
      return createFinding({ ...rest, code: 'ofTheseOnly', args });
    }
    case 'few-groups': {
      const { scenarios, groups } = reason.args as unknown as FindingArgs['fewGroups'];
      return createFinding({ ...rest, code: 'fewGroups', args: { scenarios, groups } });
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
      return reason.code satisfies never;
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
