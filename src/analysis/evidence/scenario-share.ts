// A share over scenarios that were answered several times: several answers to one scenario are not several scenarios.
import { mean, sampleVariance } from 'simple-statistics';
import type { Estimate, Interval } from '../../stats/estimate.ts';
import { createFewNumbers } from '../../core/few-numbers.ts';
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

/** Gathers scenario after scenario and keeps one number of each: a bank has a hundred thousand, and tables many shares. */
export interface ShareTally {
  /** What was seen in one scenario: whether each observation is a case. A scenario without observations is left out. */
  add(observed: readonly boolean[]): void;
  /** Cases among all observations. */
  cases(): number;
  share(): ScenarioShare;
}

/** Adds up one scenario after another (whether each of its observations is a case), without keeping them. */
export function createShareTally(): ShareTally {
  const shares = createFewNumbers();
  let cases = 0;
  let observations = 0;
  return {
    add(observed) {
      if (observed.length === 0) return;
      let own = 0;
      for (const isCase of observed) if (isCase) own += 1;
      shares.add(own / observed.length);
      cases += own;
      observations += observed.length;
    },
    cases: () => cases,
    share: () => shareOfScenarios(shares.read(), observations),
  };
}

/**
 * The mean of the scenarios' shares. The interval is Wilson's with the effective number of trials p (1 - p) / var(p), the
 * variance between scenarios (N. Dean and M. Pagano, "Evaluating confidence interval methods for binomial proportions in
 * clustered surveys", J. Surv. Stat. Methodol. 3, 2015, 484-503), kept between the scenarios and the observations. One
 * observation a scenario gives exactly Wilson's interval: shares 1, 0, 0, 0 of one observation each: 0.25, from 0.046 to
 * 0.699.
 */
function shareOfScenarios(shares: readonly number[], observations: number): ScenarioShare {
  const scenarios = shares.length;
  if (scenarios === 0) return undefinedEstimate('no-units');
  const value = mean(shares);
  const variance = scenarios < 2 ? 0 : sampleVariance(shares) / scenarios;
  const worth = variance === 0 ? scenarios : (value * (1 - value)) / variance;
  const trials = Math.min(observations, Math.max(scenarios, worth));
  const interval = wilson({ count: value * trials, trials });
  return { status: 'defined', value, interval, scenarios, observations, trials };
}
