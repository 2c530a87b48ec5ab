// The table of metrics, base against head: the same rows in the comment, the summary, the terminal and the page.
import { METRIC_NAMES, METRIC_WORDS, formatChange, formatInterval, formatLevel } from './metric-words.ts';
import type { MetricName, MetricStatus, Report, ReportMetric } from './report.ts';
import { count, percent } from '../render/format-numbers.ts';
import { VOID_REASONS } from './void-words.ts';
import { wording, type Wording } from '../render/sentence.ts';

export interface MetricRow {
  readonly metric: MetricName;
  readonly label: Wording;
  readonly base: Wording;
  readonly head: Wording;
  /** As a reader's difference, head minus base. */
  readonly change: Wording;
  readonly interval: Wording;
  /** The margin as the change it tolerates, and an absolute limit where there is one. */
  readonly tolerated: Wording;
  readonly status: MetricStatus;
  readonly values: ReportMetric;
}

const NOTHING = wording('');

/** What a status is called, and its mark where marks are used. */
export const STATUS_WORDS: Readonly<Record<MetricStatus, { readonly word: Wording; readonly mark: Wording }>> = {
  pass: { word: wording('pass'), mark: wording('✅') },
  fail: { word: wording('fail'), mark: wording('❌') },
  inconclusive: { word: wording('not decided'), mark: wording('❔') },
  report: { word: wording('reported'), mark: wording('ℹ️') },
  'not-applicable': { word: wording('not applicable'), mark: wording('n/a') },
  'pre-existing': { word: wording('was so before'), mark: wording('⚠️') },
};

/** The metrics a report has, in a fixed order. What was not measured is an empty cell, never a zero. */
export function metricRows(report: Report): readonly MetricRow[] {
  return METRIC_NAMES.flatMap((metric): MetricRow[] => {
    const values = report.endpoints[metric];
    if (values === undefined) return [];
    const { base, head, interval, margin, limit, status } = values;
    return [
      {
        metric,
        label: METRIC_WORDS[metric].label,
        base: base === undefined ? NOTHING : formatLevel(metric, base),
        head: head === undefined ? NOTHING : formatLevel(metric, head),
        change: changeOf(metric, values),
        interval: interval === undefined ? NOTHING : formatInterval(metric, interval),
        tolerated: toleratedOf(metric, margin, limit),
        status,
        values,
      },
    ];
  });
}

/** For counts, what is new and what is gone (base + new - gone = head). For a metric that cannot move, the reason. */
function changeOf(metric: MetricName, { change, gone, unchanged, why }: ReportMetric): Wording {
  if (unchanged === true) return wording('unchanged');
  if (why !== undefined) return VOID_REASONS[why].brief;
  if (change === undefined) return NOTHING;
  if (gone === undefined) return formatChange(metric, change);
  return (gone === 0 ? `${count(change)} new` : `${count(change)} new, ${count(gone)} gone`) as Wording;
}

function toleratedOf(metric: MetricName, margin?: number, limit?: number): Wording {
  const least = METRIC_WORDS[metric].worse === 'up' ? 'at most' : 'at least';
  const parts = [
    ...(margin === undefined ? [] : [formatChange(metric, margin)]),
    ...(limit === undefined ? [] : [`${least} ${formatLevel(metric, limit)}`]),
  ];
  return parts.join(', ') as Wording;
}

/** The confidence of the intervals: `94 %`. One a report; 95 % before reports said so. */
export function intervalLevel({ endpoints }: Pick<Report, 'endpoints'>): Wording {
  return percent(Object.values(endpoints).find(({ level }) => level !== undefined)?.level ?? 0.95);
}
