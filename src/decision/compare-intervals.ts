// Two intervals for one change: about these prompts, whose draws alone vary, and about prompts like them.
import { intervalOf, type Change, type ScenarioDraws } from './change.ts';

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
    base: pooledVariance(units.map(({ base }) => base)),
    head: pooledVariance(units.map(({ head }) => head)),
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

/** Variance of one draw within a scenario, pooled over scenarios with two draws or more. */
function pooledVariance(draws: readonly (readonly number[])[]): number | undefined {
  let squares = 0;
  let freedom = 0;
  for (const values of draws) {
    const centre = values.reduce((total, value) => total + value, 0) / values.length;
    squares += values.reduce((total, value) => total + (value - centre) ** 2, 0);
    freedom += values.length - 1;
  }
  return freedom === 0 ? undefined : squares / freedom;
}
