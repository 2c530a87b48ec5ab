// Have the draws of two arms moved apart, in whatever direction? The relabelling test of a distance.
import { createRandom, type Random } from '../core/random.ts';
import type { Estimate } from './estimate.ts';
import { undefinedEstimate } from './estimate.ts';

/** One unit's draws, each a point; all points of a test have as many numbers. */
export interface PointDraws {
  readonly base: readonly (readonly number[])[];
  readonly head: readonly (readonly number[])[];
}

/** `value`: mean over units of the city-block distance between the mean points of the arms. */
export type DistanceTest = Estimate<{
  /** The same where labels are drawn by lot: what draws alone put between the arms. */
  expected: number;
  /** One-sided: a distance this large or larger under relabelling. Inclusive, never 0. */
  p: number;
  /** Units with draws in both arms. */
  units: number;
}>;

/**
 * Pools each unit's draws, relabels as many of them "head" as there were, and asks how often the arms lie as far apart:
 * seeded Monte Carlo, p = (1 + #) / (samples + 1) (P. W. Mielke and K. J. Berry, Permutation Methods: A Distance Function
 * Approach, 2007, 2; A. C. Davison and D. V. Hinkley, Bootstrap Methods, 1997, 4.2.5). Valid where a unit's draws are
 * exchangeable if nothing changed. Kinds of answer as unit vectors: half the value is the total variation distance.
 * Undefined without a unit that has both arms. Base (0), (0) and head (1), (1) in one unit: value 1, expected 1/3, p about 1/3.
 */
export function relabellingDistance(
  units: readonly PointDraws[],
  options: { readonly seed: string; readonly samples?: number },
): DistanceTest {
  const both = units.filter(({ base, head }) => base.length > 0 && head.length > 0);
  if (both.length === 0) return undefinedEstimate('no-units');
  const samples = options.samples ?? 1_999;
  const pools = both.map(({ base, head }) => ({ points: [...head, ...base], heads: head.length }));
  const observed = totalDistance(pools);
  const random = createRandom(options.seed);
  let atLeast = 0;
  let sum = 0;
  for (let sample = 0; sample < samples; sample += 1) {
    for (const pool of pools) relabel(pool, random);
    const distance = totalDistance(pools);
    sum += distance;
    // Labellings that tie must count whatever the order of summation.
    if (distance >= observed * (1 - 1e-12)) atLeast += 1;
  }
  return {
    status: 'defined',
    value: observed / both.length,
    expected: sum / samples / both.length,
    p: (1 + atLeast) / (samples + 1),
    units: both.length,
  };
}

/** Pooled points of a unit; the first `heads` are those labelled head. Shuffled in place. */
interface Pool {
  readonly points: (readonly number[])[];
  readonly heads: number;
}

function totalDistance(pools: readonly Pool[]): number {
  let total = 0;
  for (const { points, heads } of pools) {
    const bases = points.length - heads;
    for (let place = 0; place < points[0]!.length; place += 1) {
      let head = 0;
      let base = 0;
      for (let index = 0; index < points.length; index += 1) {
        if (index < heads) head += points[index]![place]!;
        else base += points[index]![place]!;
      }
      total += Math.abs(head / heads - base / bases);
    }
  }
  return total;
}

/** The first steps of a Fisher-Yates shuffle: a uniform choice whatever the order before. */
function relabel({ points, heads }: Pool, random: Random): void {
  for (let index = 0; index < heads; index += 1) {
    const other = index + random.below(points.length - index);
    [points[index], points[other]] = [points[other]!, points[index]!];
  }
}
