// How far a metric moves from night to night although nothing changed: learned from the nights themselves.
import { mean, sampleVariance } from 'simple-statistics';
import { isAlarmed } from './anchor.ts';
import { METRIC_RULES, type NightMetric, type Subject } from './metrics.ts';
import type { NightRecord } from './record.ts';
import { valuesOfNight, type MetricValues } from './rows.ts';

interface Spread {
  /** Standard deviation before nights have taught better. */
  readonly prior: number;
  /** Never below this: no number of quiet nights proves that there is no such spread. */
  readonly least: number;
}

/**
 * Shares of one model: three points, and one. All models fail together only where the last of them does, so what moves one
 * of them moves that share by a fraction. Scores that move by s in each model move D by at most s over the square root of
 * the models (its gradient has that length), and by less where a model stands above the others on some scenarios and below
 * on others: three points in a hundred of the 0-6 scale are 0.18, so at most 0.09 for four models and 0.05 for twelve.
 */
const SPREADS: Readonly<Record<NightMetric, Spread>> = {
  nonCompliance: { prior: 0.03, least: 0.01 },
  rejections: { prior: 0.03, least: 0.01 },
  frequentNonCompliance: { prior: 0.02, least: 0.005 },
  disagreement: { prior: 0.06, least: 0.02 },
};
/** The prior weighs as much as this many nights. */
const PRIOR_NIGHTS = 6;
/** The last quarter's nights teach: older ones say less about now. */
const MOST_NIGHTS = 92;
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
  const { prior, least } = SPREADS[metric];
  const { seenBy } = METRIC_RULES[metric];
  const isMisread = ({ alarms }: NightRecord): boolean =>
    alarms.some(({ kind }) => kind === (seenBy === 'judges' ? 'judge' : 'classifier'));
  const recent = nights.slice(-MOST_NIGHTS).filter((night) => !isMisread(night));
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
