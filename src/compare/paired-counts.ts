// One draw of one model an arm: how often each outcome of the base meets each of the head.
import { mcnemar } from '../stats/mcnemar.ts';
import type { PairedOutcomes } from './pair-outcomes.ts';

/** Counts of scenarios, and McNemar's exact two-sided p and mid-p. */
export interface PairedCounts {
  readonly bothPass: number;
  readonly bothFail: number;
  readonly worse: number;
  readonly better: number;
  readonly exact: number;
  readonly midP: number;
}

/** Undefined where a scenario has several outcomes a side. */
export function countPairs({ units, models }: PairedOutcomes): PairedCounts | undefined {
  if (models.length !== 1 || units.some(({ base, head }) => base.length !== 1 || head.length !== 1)) return undefined;
  const count = (before: number, after: number): number =>
    units.filter(({ base, head }) => base[0] === before && head[0] === after).length;
  const worse = count(0, 1);
  const better = count(1, 0);
  const { exact, midP } = mcnemar({ worse, better });
  return {
    bothPass: count(0, 0),
    bothFail: count(1, 1),
    worse,
    better,
    exact: exact.twoSided,
    midP: midP.twoSided,
  };
}
