// A share over scenarios that were answered several times: several answers to one scenario are not several scenarios.
import { mean, sampleVariance } from 'simple-statistics';
import type { Estimate, Interval } from '../../stats/estimate.ts';
import { undefinedEstimate } from '../../stats/estimate.ts';
import { wilson } from '../../stats/wilson.ts';

/** A share (`value`, 0 to 1) with its 95 % interval. */
export type ScenarioShare = Estimate<{
  interval: Interval;
  scenarios: number;
  observations: number;
  /** Independent trials that the observations are worth; between `scenarios` and `observations`. */
  trials: number;
}>;

/**
 * The mean over scenarios of each one's share of ones; `outcomes` holds zeros and ones by scenario, and a scenario without
 * any is left out. The interval is Wilson's with the effective number of trials p (1 - p) / var(p), the variance between
 * scenarios (N. Dean and M. Pagano, "Evaluating confidence interval methods for binomial proportions in clustered
 * surveys", J. Surv. Stat. Methodol. 3, 2015, 484-503), kept between the scenarios and the observations. One observation a
 * scenario gives exactly Wilson's interval: [[1], [0], [0], [0]]: 0.25, from 0.046 to 0.699.
 */
export function shareOfScenarios(outcomes: readonly (readonly number[])[]): ScenarioShare {
  const shares = outcomes.filter((list) => list.length > 0).map((list) => mean([...list]));
  const scenarios = shares.length;
  if (scenarios === 0) return undefinedEstimate('no-units');
  const observations = outcomes.reduce((total, list) => total + list.length, 0);
  const value = mean(shares);
  const variance = scenarios < 2 ? 0 : sampleVariance(shares) / scenarios;
  const worth = variance === 0 ? scenarios : (value * (1 - value)) / variance;
  const trials = Math.min(observations, Math.max(scenarios, worth));
  const interval = wilson({ count: value * trials, trials });
  return { status: 'defined', value, interval, scenarios, observations, trials };
}
