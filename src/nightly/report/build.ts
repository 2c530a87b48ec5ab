// Builds a night's report from its record, the history and the decision. Depends on those alone.
import { whereDefined } from '../../core/where-defined.ts';
import type { NightDecision } from '../decision/decide.ts';
import type { AnchoredNights } from '../decision/anchor.ts';
import { MODEL_METRICS, PANEL_METRICS, subjectsOf, type NightMetric } from '../decision/metrics.ts';
import type { Alarm, HistoryRecord, NightRecord } from '../decision/record.ts';
import { figureOf, readTrend } from './figures.ts';
import type { NightEvent, NightFigure, NightGap, NightModel, NightPanel, NightReport } from './report.ts';

export interface NightReportInput {
  readonly record: NightRecord;
  readonly baseline: AnchoredNights | undefined;
  readonly history: readonly HistoryRecord[];
  readonly simulated: boolean;
  readonly set: { readonly sentinels: readonly unknown[]; readonly rotation: readonly unknown[] };
  readonly events: readonly NightEvent[];
  /** Absent for an anchor night and an incomplete one. */
  readonly decision?: NightDecision;
  readonly gaps?: readonly NightGap[];
  /** Why the night is incomplete. */
  readonly reason?: string;
  /** Alarms that an acceptance closed. */
  readonly closed?: readonly Alarm[];
}

/** Above this p nobody asks whether judges or models moved. */
const NOTED = 0.05;

/** A night as data (`night.json`): every view is made from it. */
export function buildNightReport(input: NightReportInput): NightReport {
  const { record, baseline, decision, reason, set, gaps = [] } = input;
  const accepted = baseline?.accepted;
  const panel = describePanel(input);
  return {
    schema: 'spec-gate/nightly@1',
    status: statusOf(input),
    date: record.date,
    simulated: input.simulated,
    ...whereDefined({ reason }),
    ...(baseline !== undefined && {
      anchor: {
        date: baseline.anchor.date,
        ...(accepted !== undefined && { accepted: { at: accepted.at, reason: accepted.reason } }),
      },
      last: baseline.last.date,
      ...whereDefined({ nights: countPruned(baseline) }),
    }),
    asked: { sentinels: set.sentinels.length, rotation: set.rotation.length },
    models: Object.keys(record.models).map((id) => describeModel(id, input)),
    ...whereDefined({ panel }),
    judges: decision?.judges ?? [],
    ...whereDefined({ classifier: decision?.classifier }),
    alarms: record.alarms,
    closed: decision?.closed ?? input.closed ?? [],
    gaps,
    events: [...input.events, ...doubts(decision)],
    answers: decision?.answers ?? { falseRefusals: [], outliers: [] },
    trend: readTrend(input),
    ...whereDefined({ level: decision?.level, spreads: decision?.spreads }),
    calls: record.calls,
    usd: record.usd,
  };
}

/** Undefined where none was pruned. */
function countPruned({ nights }: AnchoredNights): NightReport['nights'] {
  const pruned = nights.filter((night) => night.pruned !== undefined).length;
  return pruned === 0 ? undefined : { all: nights.length, pruned };
}

function statusOf({ record: { alarms }, reason, decision }: NightReportInput): NightReport['status'] {
  const has = (...kinds: readonly Alarm['kind'][]): boolean => alarms.some(({ kind }) => kinds.includes(kind));
  if (reason !== undefined) return 'incomplete';
  if (has('model', 'panel')) return 'regressed';
  if (has('judge')) return 'judge-drift';
  if (has('classifier')) return 'classifier-drift';
  return decision === undefined ? 'anchored' : 'steady';
}

function describeModel(id: string, input: NightReportInput): NightModel {
  const about = { ...input, subject: { kind: 'model', models: [id] } } as const;
  return { id, nonCompliance: figureOf('nonCompliance', about), ...measured(MODEL_METRICS, about) };
}

function describePanel(input: NightReportInput): NightPanel | undefined {
  const subject = subjectsOf(Object.keys(input.record.models)).find(({ kind }) => kind === 'panel');
  if (subject === undefined) return undefined;
  const about = { ...input, subject };
  return { frequentNonCompliance: figureOf('frequentNonCompliance', about), ...measured(PANEL_METRICS, about) };
}

/** The figures that somebody measured tonight. */
function measured<Name extends NightMetric>(
  metrics: readonly Name[],
  about: Parameters<typeof figureOf>[1],
): Partial<Record<Name, NightFigure>> {
  const figures = metrics.map((metric): [Name, NightFigure] => [metric, figureOf(metric, about)]);
  return Object.fromEntries(figures.filter(([, { now }]) => now !== undefined)) as Partial<Record<Name, NightFigure>>;
}

/** Where a change looks possible and not all of the other side was seen by tonight's judges and classifier. */
function doubts(decision: NightDecision | undefined): readonly NightEvent[] {
  if (decision === undefined) return [];
  const { metrics, classifier, alarms } = decision;
  const unseen = metrics.filter(({ anew }) => !anew);
  const models = unseen.flatMap(({ subject, tonight }) =>
    subject.kind === 'model' && tonight !== undefined && tonight.p <= NOTED ? subject.models : [],
  );
  const isPanel = unseen.some(({ metric }) =>
    alarms.some((alarm) => alarm.kind === 'panel' && alarm.endpoint === metric),
  );
  return [
    ...[...new Set(models)].map((id) => ({ kind: 'not-seen-anew' as const, id })),
    ...(isPanel ? [{ kind: 'not-seen-anew' as const }] : []),
    ...(classifier !== undefined && classifier.flips === undefined
      ? [{ kind: 'scored-once' as const, id: classifier.classifier }]
      : []),
  ];
}
