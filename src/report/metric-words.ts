// What the metrics are called in tables and in sentences, and how their levels and changes are shown.
import { METRICS } from '../analysis/metrics.ts';
import { count, decimal, percent, points, pointsRange, signedDecimal, signedPoints } from '../render/format-numbers.ts';
import type { MetricName } from './report.ts';
import { wording, type Wording } from '../render/sentence.ts';

interface MetricWords {
  readonly label: Wording;
  readonly inSentence: Wording;
  readonly unit: 'share' | 'statistic' | 'count';
  /** Where "worse" points: a report's positive change is always worse, a reader's is always up. */
  readonly worse: 'up' | 'down';
}

/** In the order every table shows them; new outliers are counted, and tested by nothing. */
export const METRIC_WORDS: Readonly<Record<MetricName, MetricWords>> = {
  ...METRICS,
  newOutliers: { label: wording('Outliers'), inSentence: wording('new outliers'), unit: 'count', worse: 'up' },
};

export const METRIC_NAMES = Object.keys(METRIC_WORDS) as readonly MetricName[];

/** The metric's level in its unit: `31 %` or `1.31`. */
export function formatLevel(metric: MetricName, value: number): Wording {
  const { unit } = METRIC_WORDS[metric];
  if (unit === 'count') return count(value);
  return unit === 'share' ? percent(value) : decimal(value);
}

/** A report's change (positive is worse) as a reader's difference head minus base: `+17` points, or `−0.23` for a fall. */
export function formatChange(metric: MetricName, change: number): Wording {
  const { unit, worse } = METRIC_WORDS[metric];
  const difference = worse === 'up' ? change : -change;
  // For outliers this is the number of new ones, not the difference of two columns.
  if (unit === 'count') return count(change);
  return unit === 'share' ? signedPoints(difference) : signedDecimal(difference);
}

/** The interval of a report's change, as a reader's difference: `8 to 26`. */
export function formatInterval(metric: MetricName, [low, high]: readonly [number, number]): Wording {
  const { unit, worse } = METRIC_WORDS[metric];
  const [from, to] = worse === 'up' ? [low, high] : [-high, -low];
  return unit === 'share' ? pointsRange([from, to]) : (`${decimal(from)} to ${decimal(to)}` as Wording);
}

/** Whether a size is larger than any change of this metric could be; such a figure is not printed. */
export function isBeyondAll(metric: MetricName, size: number): boolean {
  return METRIC_WORDS[metric].unit === 'share' && size > 1;
}

/** A size without a sign, as margins and smallest effects are said: `5 points` or `0.20`. */
export function formatSize(metric: MetricName, size: number): Wording {
  if (METRIC_WORDS[metric].unit !== 'share') return decimal(size);
  const number = points(size);
  return `${number} ${number === '1' ? 'point' : 'points'}` as Wording;
}
