// How far a metric moves from night to night although nothing changed: learned from the nights themselves.
import { mean, sampleVariance } from 'simple-statistics';
import { NIGHTS_LOOKED_BACK } from '../../config/nights-looked-back.ts';
import { isAlarmed } from './anchor.ts';
import { METRIC_RULES, type NightMetric, type Subject } from './metrics.ts';
import type { NightRecord } from './record.ts';
import { valuesOfNight, type MetricValues } from './rows.ts';

/** The prior weighs as much as this many nights. */
const PRIOR_NIGHTS = 6;
/** Nights on which more of the sentinels than the rest of this share were answered once only, say nothing. */
const LEAST_TWICE = 0.9;

/**
 * The standard deviation between nights, over all subjects, in the metric's own unit. Per subject: half the mean square of
 * the differences between a night's mean over the sentinels and the next one's (J. von Neumann, R. H. Kent, H. R. Bellinson
 * and B. I. Hart, "The mean square successive difference", Ann. Math. Statist. 12 (1941) 153-162), less the variance that
 * the draws explain, pooled with a prior. It is that of nights which follow one another: a change that no alarm has caught
 * yet, or a slow one, counts in one difference or in none, where in the variance of all nights it would hide itself. Nights
 * on which the subject, or whoever measures it, had an alarm are left out.
 *
 * @example non-compliance without a night 0.03; after many nights that vary no more than their draws 0.01.
 */
export function betweenNightSpread(
  nights: readonly NightRecord[],
  { metric, subjects }: { readonly metric: NightMetric; readonly subjects: readonly Subject[] },
): number {
  const { spread, seenBy } = METRIC_RULES[metric];
  const { prior, least } = spread;
  const isMisread = ({ alarms }: NightRecord): boolean =>
    alarms.some(({ kind }) => kind === (seenBy === 'judges' ? 'judge' : 'classifier'));
  const recent = nights.slice(-NIGHTS_LOOKED_BACK).filter((night) => !isMisread(night));
  let weight = PRIOR_NIGHTS;
  let total = PRIOR_NIGHTS * prior ** 2;
  for (const subject of subjects) {
    const summaries = recent
      .filter((night) => !isAlarmed(night, subject))
      .flatMap((night) => summarise(night, { metric, subject }));
    if (summaries.length < 2) continue;
    const excess = halfSquares(summaries.map(({ centre }) => centre)) - mean(summaries.map(({ variance }) => variance));
    weight += summaries.length - 1;
    total += (summaries.length - 1) * excess;
  }
  return Math.sqrt(Math.max(least ** 2, total / weight));
}

/** Half the mean square of successive differences. 0, 1, 0: 1/2. */
function halfSquares(values: readonly number[]): number {
  const squares = values.slice(1).map((value, index) => (value - values[index]!) ** 2);
  return mean(squares) / 2;
}

interface Summary {
  readonly centre: number;
  readonly variance: number;
}

const known = new WeakMap<MetricValues, readonly Summary[]>();

/** The metric's mean over the sentinels, and the variance its draws give it; none where too little was asked twice. */
function summarise(
  night: NightRecord,
  what: { readonly metric: NightMetric; readonly subject: Subject },
): readonly Summary[] {
  const values = valuesOfNight(night, what);
  const found = known.get(values) ?? summariseValues(values, night.sentinels);
  known.set(values, found);
  return found;
}

function summariseValues(values: MetricValues, sentinels: readonly string[]): readonly Summary[] {
  const measured = sentinels.map((scenario) => values.get(scenario) ?? []).filter((draws) => draws.length > 0);
  const units = measured.filter((draws) => draws.length > 1);
  if (units.length === 0 || units.length < LEAST_TWICE * measured.length) return [];
  const variance = mean(units.map((unit) => sampleVariance([...unit]) / unit.length)) / units.length;
  return [{ centre: mean(units.map((unit) => mean([...unit]))), variance }];
}
