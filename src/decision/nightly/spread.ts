// How far a model's mean moves from night to night although nothing changed: learned from the nights themselves.
import { mean, sampleVariance } from 'simple-statistics';
import type { NightRecord } from './record.ts';

/** Before nights have taught better, three points; it weighs as much as this many nights. */
const PRIOR = 0.03;
const PRIOR_NIGHTS = 6;
/** Never below one point: no number of quiet nights proves that there is no such spread. */
const LEAST = 0.01;
/** The last quarter's nights teach: older ones say less about now. */
const MOST_NIGHTS = 92;

/**
 * The standard deviation between nights, over all models, in shares. Per model: the variance of its nightly means over
 * the sentinels less the variance that its draws explain (method of moments, one-way random effects: Searle, Casella and
 * McCulloch, Variance Components, 1992, 3.6), pooled with a prior. Nights in which a model had an alarm are left out.
 *
 * @example without a night 0.03; after many nights that vary no more than their draws 0.01.
 */
export function betweenNightSpread(nights: readonly NightRecord[], models: readonly string[]): number {
  let weight = PRIOR_NIGHTS;
  let total = PRIOR_NIGHTS * PRIOR ** 2;
  for (const model of models) {
    const quiet = nights.slice(-MOST_NIGHTS).filter(({ alarms }) => !alarms.some(({ id }) => id === model));
    const summaries = quiet.flatMap((night) => summarise(night, model) ?? []);
    if (summaries.length < 2) continue;
    const excess =
      sampleVariance(summaries.map((night) => night.share)) - mean(summaries.map((night) => night.variance));
    weight += summaries.length - 1;
    total += (summaries.length - 1) * excess;
  }
  return Math.sqrt(Math.max(LEAST ** 2, total / weight));
}

/** A model's share against over the sentinels, and the variance its draws give it. */
function summarise(night: NightRecord, model: string): { share: number; variance: number } | undefined {
  const sentinels = new Set(night.sentinels);
  const draws = new Map<string, number[]>();
  for (const cell of night.cells) {
    if (cell.model !== model || !sentinels.has(cell.scenario) || cell.against === 'missing') continue;
    const own = draws.get(cell.scenario) ?? [];
    draws.set(cell.scenario, own);
    own.push(cell.against ? 1 : 0);
  }
  const units = [...draws.values()];
  if (units.length === 0 || units.some((unit) => unit.length < 2)) return undefined;
  const variance = mean(units.map((unit) => sampleVariance(unit) / unit.length)) / units.length;
  return { share: mean(units.map((unit) => mean(unit))), variance };
}
