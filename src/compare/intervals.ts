// Two intervals for one change: about these prompts, whose draws alone vary, and about prompts like them.
import { whereDefined } from '../core/where-defined.ts';
import { normalQuantile } from '../stats/normal.ts';
import { intervalAt, type Change, type ScenarioDraws } from '../decision/change.ts';
import { withinVariance } from '../decision/draw-noise.ts';

export interface Intervals {
  /** Two-sided confidence of both: that which the verdict rests on. */
  readonly level: number;
  /**
   * Scenarios fixed: only the draws' own noise. Undefined where no scenario has two draws in either arm,
   * for then that noise cannot be told from the spread over scenarios.
   */
  readonly thesePrompts?: readonly [number, number];
  /** Student's t over scenarios, or over groups of them. Its upper end is the bound that a pass keeps under the margin. Undefined with one scenario. */
  readonly promptsLikeThem?: readonly [number, number];
}

export function intervals(
  units: readonly ScenarioDraws[],
  change: Change,
  { level, reach }: { readonly level: number; readonly reach: number },
): Intervals {
  const noise = {
    base: noiseOf(units.map(({ base }) => base)),
    head: noiseOf(units.map(({ head }) => head)),
  };
  const like = intervalAt(change, reach);
  const base = noise.base ?? noise.head;
  const head = noise.head ?? noise.base;
  const known = { level, ...whereDefined({ promptsLikeThem: like }) };
  if (base === undefined || head === undefined) return known;
  const variance = units.reduce((total, unit) => total + base / unit.base.length + head / unit.head.length, 0);
  const half = (normalQuantile((1 + level) / 2) * Math.sqrt(variance)) / units.length;
  return { ...known, thesePrompts: [change.value - half, change.value + half] };
}

function noiseOf(draws: readonly (readonly number[])[]): number | undefined {
  return draws.some((values) => values.length > 1) ? withinVariance(draws) : undefined;
}
