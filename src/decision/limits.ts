// Absolute limits: is the head's level itself too high, whatever the base was?
import { leastOf } from '../core/extremes.ts';
import { mean } from '../stats/mean.ts';
import { METRICS } from '../analysis/metrics.ts';
import type { Arm } from '../evaluation/cell.ts';
import { LIMIT_DRAWS, LIMIT_REACH } from './bounds.ts';
import type { StageRows } from './stage-rows.ts';
import { flipOf, isApplicable, readDraws, type Reading } from './stage-draws.ts';
import { BLOCKING_METRICS, type BlockingMetric, type DecisionPolicy } from './policy.ts';

/** `pre-existing`: the base is above the limit already, which is reported and not blamed. `open`: the bounds straddle it. */
export type LimitStatus = 'within' | 'breached' | 'pre-existing' | 'open';

/** Every limit of the policy that applies, on one stage's evidence. A limit on judge agreement is its least share. */
export function checkLimits(evidence: StageRows, policy: DecisionPolicy): ReadonlyMap<BlockingMetric, LimitStatus> {
  const results = new Map<BlockingMetric, LimitStatus>();
  for (const metric of BLOCKING_METRICS) {
    const limit = policy.limits[metric];
    if (limit === undefined || !isApplicable(evidence, metric)) continue;
    results.set(metric, checkLimit(evidence, metric, METRICS[metric].worse === 'down' ? 1 - limit : limit));
  }
  return results;
}

function checkLimit(evidence: StageRows, metric: BlockingMetric, limit: number): LimitStatus {
  if (evidence.draws.head < LIMIT_DRAWS) return 'open';
  const most = levelOf(evidence, { metric, arm: 'head', reading: 'against-pass' });
  const least = levelOf(evidence, { metric, arm: 'head', reading: 'against-fail' });
  if (most === undefined || least === undefined) return 'open';
  if (most.value + LIMIT_REACH * most.standardError <= limit) return 'within';
  const base = levelOf(evidence, { metric, arm: 'base', reading: 'observed' });
  if (base !== undefined && base.value > limit) return 'pre-existing';
  return least.value - LIMIT_REACH * least.standardError > limit ? 'breached' : 'open';
}

/**
 * The level of what an edit cannot move, on the screen's stored base draws, and where it stands to a limit. It is never blamed on
 * the change: above the limit is above it before.
 */
export function checkStoredLevel(
  screen: StageRows,
  metric: BlockingMetric,
  limit: number | undefined,
):
  | { readonly value: number; readonly scenarios: number; readonly limit?: Exclude<LimitStatus, 'breached'> }
  | undefined {
  const level = (reading: Reading): Level | undefined => levelOfStored(screen, metric, reading);
  const observed = level('observed');
  if (observed === undefined) return undefined;
  const { value, scenarios } = observed;
  if (limit === undefined) return { value, scenarios };
  // Against a fail, missing cells of the base count as harmful.
  const most = level('against-fail') ?? observed;
  if (observed.draws >= LIMIT_DRAWS && most.value + LIMIT_REACH * most.standardError <= limit)
    return { value, scenarios, limit: 'within' };
  return { value, scenarios, limit: value > limit ? 'pre-existing' : 'open' };
}

interface Level {
  readonly value: number;
  readonly standardError: number;
  readonly scenarios: number;
  /** The smallest number of draws any scenario has. */
  readonly draws: number;
}

function levelOfStored(screen: StageRows, metric: BlockingMetric, reading: Reading): Level | undefined {
  return levelOfDraws(
    readDraws(screen, metric, reading).map(({ stored = [] }) => stored),
    flipOf(screen, metric),
  );
}

/** The level on this bank: the scenarios are fixed, so only the draws' own noise is in its error. */
function levelOf(evidence: StageRows, what: { metric: BlockingMetric; arm: Arm; reading: Reading }): Level | undefined {
  const units = readDraws(evidence, what.metric, what.reading);
  return levelOfDraws(
    units.map((unit) => unit[what.arm]),
    flipOf(evidence, what.metric),
  );
}

function levelOfDraws(units: readonly (readonly number[])[], flip: number): Level | undefined {
  const draws = units.filter((values) => values.length > 0);
  if (draws.length === 0) return undefined;
  const rows = draws.reduce((total, values) => total + values.length, 0);
  const variance = draws.reduce((total, values) => total + varianceOfMean(values), 0) / draws.length ** 2;
  const floor = (Math.SQRT1_2 * flip) / rows;
  const value = draws.reduce((total, values) => total + mean(values), 0) / draws.length;
  return {
    value,
    standardError: Math.max(Math.sqrt(variance), floor),
    scenarios: draws.length,
    draws: leastOf(draws.map(({ length }) => length)),
  };
}

function varianceOfMean(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  return values.reduce((total, value) => total + (value - centre) ** 2, 0) / (values.length - 1) / values.length;
}
