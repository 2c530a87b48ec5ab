// The within-unit relabelling test: would this rise appear if base and head draws of each unit were the same thing?
import { mean } from './mean.ts';
import type { Estimate } from './estimate.ts';
import { undefinedEstimate } from './estimate.ts';
import { convolve } from './relabelling-convolution.ts';
import { placeOnGrid } from './relabelling-grid.ts';
import { sampleRelabellings } from './relabelling-sampling.ts';
import type { UnitDraws } from './unit-draws.ts';

export interface RelabellingOptions {
  /** Seed of the Monte Carlo; derive it from the content tested, so the same evidence always gives the same p. */
  readonly seed: string;
  /** Relabellings drawn where the exact count is out of reach, default 9,999. */
  readonly samples?: number;
  /** Most steps of the exact computation (one multiplication each), default 20 million, about 20 ms; 0 forces sampling. */
  readonly maxSteps?: number;
}

/** The mean over units of (mean of head - mean of base), and its one-sided p. */
export type RelabellingTest = Estimate<{
  /** P(a relabelling shows this rise or a larger one). Inclusive, never 0. */
  p: number;
  /** Half of what shows exactly this rise is left out: less conservative where outcomes are few (H. O. Lancaster, JASA 56 (1961) 223-234). */
  midP: number;
  /** The p of the most extreme relabelling: above the level, the test cannot reject whatever the outcomes. */
  smallestP: number;
  method: 'exact' | 'monte-carlo';
  /** Units with draws in both arms; the others say nothing about the change and are left out. */
  units: number;
}>;

/**
 * Pools each unit's draws, relabels as many of them "head" as there were, all choices equally likely, and asks how often
 * the mean change is at least the one observed: one-sided for "head is worse". Any numbers of draws, also different ones
 * per unit and arm. Valid if a unit's draws are exchangeable when nothing changed (Fisher 1935, The Design of
 * Experiments, 21; Pitman, J. R. Statist. Soc. Suppl. 4 (1937) 119-130).
 *
 * Exact by convolution of integers where outcomes lie on a common grid (counts, or equal fractions) and the work is within
 * `maxSteps` (Pagano and Tritchler, JASA 78 (1983) 435-440); otherwise seeded Monte Carlo with p = (1 + #) / (B + 1)
 * (Davison and Hinkley, Bootstrap Methods, 1997, 4.2.5). Undefined without a unit that has both arms. All draws equal: p 1,
 * smallest p 1. Throws RangeError for an outcome that is not finite. For "head is better" swap the arms; two-sided is twice the smaller, at most 1.
 *
 * Example: one unit, base [0, 0], head [1, 1]: 1 of 6 choices is as high, p 1/6. Darwin's 15 pairs of Zea mays (Fisher, 21),
 * differences in eighths of an inch 49 -67 8 16 6 23 28 41 14 29 56 24 75 60 -48: p 863/32768 = 0.02634.
 */
export function relabellingTest(draws: readonly UnitDraws[], options: RelabellingOptions): RelabellingTest {
  const units = draws.filter(({ base, head }) => base.length > 0 && head.length > 0);
  if (units.length === 0) return undefinedEstimate('no-units');
  let rise = 0;
  for (const { base, head } of units) rise += mean(head) - mean(base);
  // NaN compares false everywhere, which would read as the smallest p.
  if (!Number.isFinite(rise)) throw new RangeError('outcomes must be finite numbers');
  const common = { status: 'defined', value: rise / units.length, units: units.length } as const;

  const grid = placeOnGrid(units);
  const exact = grid === undefined ? undefined : convolve(grid, options.maxSteps ?? 20_000_000);
  if (exact !== undefined) return { ...common, ...exact, method: 'exact' };
  return { ...common, ...sampleRelabellings(units, options.samples ?? 9_999, options.seed), method: 'monte-carlo' };
}
