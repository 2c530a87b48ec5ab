// The metrics that can block, in the order in which every table shows them. A metric that is added here has its options,
// words, finding and place in every view; nights must say what they do with it (`nightly/decision/metrics.ts`).
import { disagreement } from './metrics/disagreement.ts';
import { frequentNonCompliance } from './metrics/frequent-non-compliance.ts';
import { interpretation } from './metrics/interpretation.ts';
import { judgeAgreement } from './metrics/judge-agreement.ts';
import { letThrough } from './metrics/let-through.ts';
import type { Metric } from './metrics/metric.ts';
import { nonCompliance } from './metrics/non-compliance.ts';
import { rejections } from './metrics/rejections.ts';

const TABLE = {
  nonCompliance,
  letThrough,
  frequentNonCompliance,
  rejections,
  disagreement,
  judgeAgreement,
  interpretation,
} as const;

export type BlockingMetric = keyof typeof TABLE;
/** The codes of the findings that say a metric got worse. */
export type MetricFindingCode = (typeof TABLE)[BlockingMetric]['finding']['code'];

export const METRICS: Readonly<Record<BlockingMetric, Metric>> = TABLE;
export const BLOCKING_METRICS = Object.keys(TABLE) as readonly BlockingMetric[];

/** A record with an entry for each metric. */
export function mapMetrics<Value>(
  valueOf: (metric: Metric, name: BlockingMetric) => Value,
): Record<BlockingMetric, Value> {
  const entries = BLOCKING_METRICS.map((name) => [name, valueOf(METRICS[name], name)]);
  return Object.fromEntries(entries) as Record<BlockingMetric, Value>;
}
