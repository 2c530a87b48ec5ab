// How large a change is and how sure: the scenario is the unit, whatever lies inside it; scenarios of one group are one unit.
import { addToList } from '../analysis/evidence/lists-by-key.ts';
import { mean } from '../stats/mean.ts';
import { whereDefined } from '../core/where-defined.ts';
import { clusteredMean } from '../stats/clustered-error.ts';
import { normalCdf, normalQuantile } from '../stats/normal.ts';
import { studentTCdf, studentTQuantile } from '../stats/student-t.ts';
import { sumOfSquares } from './draw-noise.ts';
import type { DrawNights } from './label-nights.ts';
import { measureNight } from './nights.ts';
import { DETECTABLE_POWER } from './bounds.ts';

/** One scenario's values, draw by draw, higher is worse. A draw without a value is left out. */
export interface ScenarioDraws {
  readonly scenario: string;
  readonly base: readonly number[];
  readonly head: readonly number[];
  /** All stored base draws, each of a night of its own, where the head was drawn on another; absent where both arms are fresh. */
  readonly stored?: readonly number[];
  /** The night of each of them and of the head, where answers carry dates; without them each draw is a night of its own. */
  readonly nights?: DrawNights;
  /** The same scenario's base drawn today, beside the head: what tells a night from a change. */
  readonly today?: readonly number[];
  /** Both sides are rulings of the same answers, so that what answers vary by is in neither. */
  readonly sameAnswers?: true;
  /**
   * The group whose scenarios move together (of one value pair, of one section); without it the scenario is a group of
   * its own.
   */
  readonly group?: string;
}

export interface Change {
  /** Mean over scenarios of (mean of head draws - mean of base draws). */
  readonly value: number;
  /** Never zero; infinite where one scenario or none is there. */
  readonly standardError: number;
  readonly base: number;
  readonly head: number;
  readonly scenarios: number;
  /** Groups that are the unit instead, where scenarios share one and there are enough of them. */
  readonly clusters?: number;
}

/**
 * Undefined where no scenario has values on both arms. `flip` is what one flipped cell moves a row's value by: 1 / models,
 * or 1 where the row flips as a whole.
 */
export function measureChange(units: readonly ScenarioDraws[], flip: number): Change | undefined {
  const both = units.filter(({ base, head }) => base.length > 0 && head.length > 0);
  if (both.length === 0) return undefined;
  const n = both.length;
  const differences = both.map(({ base, head }) => mean(head) - mean(base));
  const night = measureNight(both, flip);
  const value = mean(differences) - night.shift;
  const between = n > 1 ? sumOfSquares(differences) / (n - 1) / n : Number.POSITIVE_INFINITY;
  const groups = spreadOfGroups(both, differences);
  const spread = Math.max(between, groups?.variance ?? 0);
  return {
    value,
    standardError: Math.max(Math.sqrt(Math.max(0, spread + night.variance)), halfFlip(both, flip)),
    base: mean(both.map(({ base }) => mean(base))),
    head: mean(both.map(({ head }) => mean(head))) - night.shift,
    scenarios: n,
    ...whereDefined({ clusters: groups?.clusters }),
  };
}

/** With fewer groups than this the standard error would rest on too few numbers, so scenarios remain the unit. */
export const LEAST_CLUSTERS = 10;

/**
 * The variance of the mean, with groups as the unit; undefined where there are too few groups, or every scenario is a
 * group of its own.
 */
export function spreadOfGroups(
  units: readonly Pick<ScenarioDraws, 'scenario' | 'group'>[],
  differences: readonly number[],
): { readonly variance: number; readonly clusters: number } | undefined {
  const groups = new Map<string, number[]>();
  for (const [index, unit] of units.entries()) addToList(groups, placeOf(unit), differences[index]!);
  if (groups.size < LEAST_CLUSTERS || groups.size === units.length) return undefined;
  const clustered = clusteredMean([...groups.values()]);
  return clustered.status === 'undefined'
    ? undefined
    : { variance: clustered.standardError ** 2, clusters: groups.size };
}

/**
 * Of how many groups the scenarios are, where those are too few to be the unit; undefined where they are enough, or nothing is
 * shared. A rise that only some groups show may be in none of so few, and then no error that is computed from them can tell.
 */
export function countFewGroups(units: readonly Pick<ScenarioDraws, 'scenario' | 'group'>[]): number | undefined {
  const { size } = new Set(units.map(placeOf));
  return size < LEAST_CLUSTERS && size < units.length ? size : undefined;
}

/** The chance that what one group in four shows is in none of so many. */
export function missesOneInFour(groups: number): number {
  return (3 / 4) ** groups;
}

function placeOf({ scenario, group }: Pick<ScenarioDraws, 'scenario' | 'group'>): string {
  return JSON.stringify(group === undefined ? { scenario } : { group });
}

/** The upper bound of a change, `reach` standard errors above the estimate: a pass needs it under the margin. */
export function upperBound(change: Change, reach: number): number {
  return change.value + halfWidth(change, reach);
}

/**
 * The interval with both ends `reach` standard errors away; its upper end is `upperBound`, so interval and verdict
 * agree.
 */
export function intervalAt(change: Change, reach: number): readonly [number, number] | undefined {
  const half = halfWidth(change, reach);
  return Number.isFinite(half) ? [change.value - half, change.value + half] : undefined;
}

function halfWidth(change: Change, reach: number): number {
  return Number.isFinite(change.standardError)
    ? studentReach(reach, unitsOf(change) - 1) * change.standardError
    : Number.POSITIVE_INFINITY;
}

const reaches = new Map<string, number>();

/** The t that leaves as much outside as the normal `reach` does: a spread that is estimated is known less well. 2.1 at 31: 2.19. */
export function studentReach(reach: number, freedom: number): number {
  if (freedom < 1) return Number.POSITIVE_INFINITY;
  const place = `${reach} ${freedom}`;
  const known = reaches.get(place) ?? studentTQuantile(normalCdf(reach), freedom);
  reaches.set(place, known);
  return known;
}

/** What is counted as independent. */
function unitsOf({ scenarios, clusters }: Change): number {
  return clusters ?? scenarios;
}

/** Two-sided 95 % over scenarios, Student's t; of several changes that are asked at once each, so that all hold (Bonferroni). */
export function intervalOf(change: Change, changes = 1): readonly [number, number] | undefined {
  if (!Number.isFinite(change.standardError)) return undefined;
  const reach = studentTQuantile(1 - 0.025 / changes, unitsOf(change) - 1) * change.standardError;
  return [change.value - reach, change.value + reach];
}

/** One-sided p that the head is worse, by Student's t over scenarios; 1 with one scenario. */
export function scenarioTest(change: Change): number {
  if (!Number.isFinite(change.standardError)) return 1;
  return studentTCdf(-change.value / change.standardError, unitsOf(change) - 1);
}

/**
 * The smallest change that evidence of this error shows 4 times in 5 at a one-sided level, and of `least` at least; normal. For what
 * is no share, whose noise a rise would not change.
 */
export function detectableChange(
  { standardError }: Change,
  { level, least = 0 }: { readonly level: number; readonly least?: number },
): number | undefined {
  if (!Number.isFinite(standardError)) return undefined;
  const power = DETECTABLE_POWER * standardError;
  return power + Math.max(least, normalQuantile(1 - level) * standardError);
}

/**
 * Where nothing flipped, as though half a flip had (a Poisson variance of one half): the width that no flips in n rows
 * leave open.
 */
export function halfFlip(units: readonly ScenarioDraws[], flip: number): number {
  const rows = units.reduce((total, { head }) => total + head.length, 0);
  return (Math.SQRT1_2 * flip) / Math.max(1, rows);
}
