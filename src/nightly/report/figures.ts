// One metric as a night's report shows it: tonight, against the anchor and the last night, and over the last 30 nights.
import { whereDefined } from '../../core/where-defined.ts';
import { mean } from 'simple-statistics';
import type { AnchoredNights } from '../decision/anchor.ts';
import type { NightDecision } from '../decision/decide.ts';
import { PANEL_METRICS, subjectsOf, type NightMetric, type PanelMetric, type Subject } from '../decision/metrics.ts';
import type { HistoryRecord, NightRecord } from '../decision/record.ts';
import { meanOfValues, readValues, type MetricValues } from '../decision/rows.ts';
import type { NightFigure, NightReport, Trend } from './report.ts';

const TREND_NIGHTS = 30;

/**
 * One metric of one subject: tonight's level, its tests, and the change since the night before. Shares from 0 to 1,
 * disagreement in points.
 */
export function figureOf(
  metric: NightMetric,
  about: {
    readonly subject: Subject;
    readonly record: NightRecord;
    readonly baseline: AnchoredNights | undefined;
    readonly decision?: NightDecision;
  },
): NightFigure {
  const { subject, record, baseline, decision } = about;
  const test = decision?.metrics.find(
    (one) => one.metric === metric && one.subject.models.join('\n') === subject.models.join('\n'),
  );
  const values = readValues(record.cells, { metric, subject });
  const now = meanOfValues(values);
  const lastChange =
    baseline === undefined ? undefined : changeOf(readValues(baseline.last.cells, { metric, subject }), values);
  return {
    ...whereDefined({ now }),
    tonight: test?.tonight,
    week: test?.week,
    anew: test?.anew ?? false,
    ...whereDefined({ lastChange }),
  };
}

/** Up to thirty nights of the same subject, oldest first, the last of them this one. */
export function readTrend({
  record,
  history,
}: {
  readonly record: NightRecord;
  readonly history: readonly HistoryRecord[];
}): NightReport['trend'] {
  const nights = new Map<string, NightRecord>();
  for (const line of history) {
    const night = line.kind === 'night' ? line : line.night;
    // Another spec or panel has other figures for the same answers: they are no part of this line.
    if (night.subject !== record.subject || night.date >= record.date || nights.has(night.date)) continue;
    nights.set(night.date, night);
  }
  const before = [...nights.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  const shown = [...before, record].slice(-TREND_NIGHTS);
  const models = Object.keys(record.models);
  const trendOf = (metric: NightMetric, subject: Subject): Trend =>
    shown.map((night) => {
      const sentinels = night.cells.filter(({ scenario }) => night.sentinels.includes(scenario));
      return meanOfValues(readValues(sentinels, { metric, subject })) ?? null;
    });
  const ofModels = (metric: NightMetric): readonly (readonly [string, Trend])[] =>
    models.map((id) => [id, trendOf(metric, { kind: 'model', models: [id] })]);
  const panel = subjectsOf(models).find(({ kind }) => kind === 'panel');
  const ofPanel =
    panel === undefined ? [] : PANEL_METRICS.map((metric): [PanelMetric, Trend] => [metric, trendOf(metric, panel)]);
  return {
    dates: shown.map(({ date }) => date),
    models: Object.fromEntries(ofModels('nonCompliance')),
    rejections: Object.fromEntries(ofModels('rejections').filter(isMeasured)),
    panel: Object.fromEntries(ofPanel.filter(isMeasured)),
    alarms: shown.map(({ alarms }) => alarms),
  };
}

function isMeasured([, trend]: readonly [string, Trend]): boolean {
  return trend.some((value) => value !== null);
}

/** Over the scenarios that both nights have, from one to the other. */
function changeOf(before: MetricValues, now: MetricValues): number | undefined {
  const changes = [...now].flatMap(([scenario, draws]) => {
    const earlier = before.get(scenario) ?? [];
    return earlier.length === 0 || draws.length === 0 ? [] : [mean([...draws]) - mean([...earlier])];
  });
  return changes.length === 0 ? undefined : mean(changes);
}
