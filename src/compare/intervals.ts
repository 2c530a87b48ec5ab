// Two intervals for one change: about these prompts, whose draws alone vary, and about prompts like them.
import { intervalOf, withinVariance, type Change, type ScenarioDraws } from '../decision/change.ts';

export interface Intervals {
  /**
   * Two-sided 95 %, scenarios fixed: only the draws' own noise. Undefined where no scenario has two draws in either arm,
   * for then that noise cannot be told from the spread over scenarios.
   */
  readonly thesePrompts?: readonly [number, number];
  /** Two-sided 95 %, Student's t over scenarios. Undefined with one scenario. */
  readonly promptsLikeThem?: readonly [number, number];
}

const REACH = 1.96;

export function intervals(units: readonly ScenarioDraws[], change: Change): Intervals {
  const noise = {
    base: noiseOf(units.map(({ base }) => base)),
    head: noiseOf(units.map(({ head }) => head)),
  };
  const like = intervalOf(change);
  const base = noise.base ?? noise.head;
  const head = noise.head ?? noise.base;
  const promptsLikeThem = like === undefined ? {} : { promptsLikeThem: like };
  if (base === undefined || head === undefined) return promptsLikeThem;
  const variance = units.reduce((total, unit) => total + base / unit.base.length + head / unit.head.length, 0);
  const reach = (REACH * Math.sqrt(variance)) / units.length;
  return { thesePrompts: [change.value - reach, change.value + reach], ...promptsLikeThem };
}

function noiseOf(draws: readonly (readonly number[])[]): number | undefined {
  return draws.some((values) => values.length > 1) ? withinVariance(draws) : undefined;
}
