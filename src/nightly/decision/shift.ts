// One test of one metric: does tonight differ from the anchor by more than draws and nights do by themselves?
import { whereDefined } from '../../core/where-defined.ts';
import { spreadOfGroups } from '../../decision/change.ts';
import { mean } from '../../stats/mean.ts';
import { normalCdf } from '../../stats/normal.ts';
import { relabellingTest } from '../../stats/relabelling.ts';
import { studentTCdf } from '../../stats/student-t.ts';
import type { UnitDraws } from '../../stats/unit-draws.ts';
import type { MetricRule } from './metrics.ts';

/** A scenario's draws then and tonight, and what it shares with others that moves them together. */
export interface ShiftUnit extends UnitDraws {
  readonly group?: string;
}

export interface ShiftTest {
  /** Mean over scenarios of (mean tonight - mean then). */
  readonly change: number;
  /** Mean over the same scenarios then. */
  readonly base: number;
  /** A rise like this although nothing changed; for `either` twice that of the direction seen. */
  readonly p: number;
  readonly scenarios: number;
}

export interface ShiftOptions extends Pick<MetricRule, 'scale' | 'direction'> {
  /** Standard deviation of the metric's mean from night to night beyond its draws. */
  readonly betweenNights: number;
  readonly seed: string;
  /**
   * Above this p its exact value does not matter: the costly exact test is skipped, and p is the one that allows for
   * nights.
   */
  readonly level?: number;
  /** The level of a page: where p may be below it, enough relabellings are drawn to tell. */
  readonly page?: number;
}

/**
 * The larger of two p values, so both must be small. One is exact for the draws: the relabelling test within scenarios.
 * The other allows for nights: z = change / sqrt(V + 2 t^2), V the variance of the change by draws and never zero, t the
 * spread between nights, once for the anchor and once for tonight. Where scenarios come in groups, V is at least what groups
 * differ by and z is Student's t over them: what moves some of them up and others down is no change of the model. Undefined without
 * a scenario that has draws on both sides.
 */
export function testShift(units: readonly ShiftUnit[], options: ShiftOptions): ShiftTest | undefined {
  const { scale, direction, betweenNights, seed, level = 1, page } = options;
  const paired = units.filter(({ base, head }) => base.length > 0 && head.length > 0);
  if (paired.length === 0) return undefined;
  const base = paired.reduce((total, unit) => total + mean(unit.base), 0) / paired.length;
  const change = paired.reduce((total, unit) => total + mean(unit.head) - mean(unit.base), 0) / paired.length;
  const sides = direction === 'either' ? 2 : 1;
  const seen = direction === 'either' ? Math.abs(change) : change;
  const ofDraws = scale === 'share' ? shareVariance(paired) : pooledVariance(paired, PRIORS[scale]);
  const groups = spreadOfGroups(
    paired.map(({ group }, index) => ({ scenario: String(index), ...whereDefined({ group }) })),
    paired.map((unit) => mean(unit.head) - mean(unit.base)),
  );
  const isGrouped = groups !== undefined && groups.variance > ofDraws;
  const error = Math.sqrt((isGrouped ? groups.variance : ofDraws) + 2 * betweenNights ** 2);
  const tail = isGrouped ? studentTCdf(-seen / error, groups.clusters - 1) : normalCdf(-seen / error);
  const byNights = Math.min(1, sides * tail);
  const result = { change, base, scenarios: paired.length };
  if (byNights > level) return { ...result, p: byNights };
  const risen = seen === change ? paired : paired.map((unit) => ({ base: unit.head, head: unit.base }));
  const byDraws = relabellingTest(risen.map(fewerHeads), { seed, samples: samplesFor(byNights, page) });
  return { ...result, p: Math.max(byNights, byDraws.status === 'defined' ? Math.min(1, sides * byDraws.p) : 1) };
}

/** The same question asked of the side with fewer draws, where there is less to relabel: is its opposite higher? */
function fewerHeads(unit: UnitDraws): UnitDraws {
  if (unit.head.length <= unit.base.length) return unit;
  return { base: Array.from(unit.head, (draw) => -draw), head: Array.from(unit.base, (draw) => -draw) };
}

/** Enough for a p near 0.05, to within 0.005. */
const LEAST_SAMPLES = 1_999;
const MOST_SAMPLES = 1_000_000;
/** The smallest p of the relabellings drawn is the level of a page divided by this. */
const RESOLUTION = 20;

function samplesFor(byNights: number, page: number | undefined): number {
  if (page === undefined || byNights > page) return LEAST_SAMPLES;
  return Math.max(LEAST_SAMPLES, Math.min(Math.ceil(RESOLUTION / page), MOST_SAMPLES));
}

/**
 * The variance of the change that draws of shares give it: binomial within scenarios, both nights together, with half a
 * draw of either outcome added to each.
 */
function shareVariance(units: readonly UnitDraws[]): number {
  let total = 0;
  for (const { base, head } of units) {
    const share = (sum(base) + sum(head) + 0.5) / (base.length + head.length + 1);
    total += share * (1 - share) * (1 / base.length + 1 / head.length);
  }
  return total / units.length ** 2;
}

/** What stands for the variance of a draw before draws have shown it, and as many degrees of freedom as it counts for. */
const PRIORS = {
  /** D moves by 0.3 to 0.5 where one of a few models moves by one point. */
  number: { variance: 0.3 ** 2, freedom: 2 },
  /** A share of about 5 %. Half a draw in each scenario, as above, would be several times what is there to see. */
  'rare share': { variance: 0.05, freedom: 4 },
} as const;

/** The same, with one variance of a draw for all scenarios: about each one's mean over both nights, and never zero. */
function pooledVariance(
  units: readonly UnitDraws[],
  prior: { readonly variance: number; readonly freedom: number },
): number {
  let squares = prior.freedom * prior.variance;
  let freedom: number = prior.freedom;
  let draws = 0;
  for (const { base, head } of units) {
    const count = base.length + head.length;
    const centre = (sum(base) + sum(head)) / count;
    squares += squaresAbout(base, centre) + squaresAbout(head, centre);
    freedom += count - 1;
    draws += 1 / base.length + 1 / head.length;
  }
  return ((squares / freedom) * draws) / units.length ** 2;
}

function squaresAbout(values: ArrayLike<number>, centre: number): number {
  let total = 0;
  for (let index = 0; index < values.length; index += 1) total += (values[index]! - centre) ** 2;
  return total;
}

function sum(draws: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < draws.length; index += 1) total += draws[index]!;
  return total;
}
