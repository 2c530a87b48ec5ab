// The relabelling distribution by seeded Monte Carlo, for outcomes that share no grid or tests too large to count.
import type { Random } from '../core/random.ts';
import { createRandom } from '../core/random.ts';
import type { RelabellingTail } from './relabelling-convolution.ts';
import type { UnitDraws } from './unit-draws.ts';

/** Up to this many labellings of a unit are listed (8 draws choose 4 is 70); larger units are shuffled instead. */
const MAX_LISTED = 1_000;

/** The pooled draws of one unit; the first `heads` are those labelled head. Shuffled in place where not listed. */
interface Pool {
  readonly draws: Float64Array;
  readonly heads: number;
  /** What one draw labelled head adds to the change: 1/heads + 1/bases. */
  readonly weight: number;
  /** What each labelling adds to the change; undefined where there are too many. */
  readonly listed: Float64Array | undefined;
}

/**
 * One-sided p = (1 + #{change at least the observed}) / (samples + 1), and the smallest p these outcomes allow: that of
 * the most extreme labelling, but not below 1 / (samples + 1).
 */
export function sampleRelabellings(units: readonly UnitDraws[], samples: number, seed: string): RelabellingTail {
  const pools = units.map(poolDraws).filter(({ draws }) => draws.some((draw) => draw !== draws[0]));
  if (pools.length === 0) return { p: 1, midP: 0.5, smallestP: 1 };
  let observed = 0;
  let scale = 0;
  let extreme = 1;
  for (const pool of pools) {
    observed += headSum(pool);
    scale += pool.draws.reduce((total, draw) => total + Math.abs(draw), 0) * pool.weight;
    extreme *= chanceOfHighest(pool);
  }
  // Labellings that tie must count whatever the order of summation.
  const tie = scale * 1e-12;
  const reached = observed - tie;
  const random = createRandom(seed);
  let [atLeast, ties] = [0, 0];
  for (let sample = 0; sample < samples; sample += 1) {
    let change = 0;
    for (const pool of pools) change += drawLabelling(pool, random);
    if (change >= reached) atLeast += 1;
    if (Math.abs(change - observed) <= tie) ties += 1;
  }
  const share = (count: number): number => (1 + count) / (samples + 1);
  return { p: share(atLeast), midP: share(atLeast - ties / 2), smallestP: Math.max(extreme, share(0)) };
}

function poolDraws(unit: UnitDraws): Pool {
  const draws = new Float64Array(unit.head.length + unit.base.length);
  draws.set(unit.head, 0);
  draws.set(unit.base, unit.head.length);
  const pool = { draws, heads: unit.head.length, weight: 1 / unit.head.length + 1 / unit.base.length };
  const few = choose(draws.length, pool.heads) <= MAX_LISTED;
  return { ...pool, listed: few ? listLabellings(pool) : undefined };
}

function listLabellings({ draws, heads, weight }: Omit<Pool, 'listed'>): Float64Array {
  const sums: number[] = [];
  const extend = (next: number, left: number, sum: number): void => {
    if (left === 0) sums.push(sum * weight);
    else
      for (let index = next; index <= draws.length - left; index += 1) extend(index + 1, left - 1, sum + draws[index]!);
  };
  extend(0, heads, 0);
  return Float64Array.from(sums);
}

/** A uniformly random labelling of the unit: what it adds to the change. */
function drawLabelling(pool: Pool, random: Random): number {
  if (pool.listed !== undefined) return pool.listed[random.below(pool.listed.length)]!;
  relabel(pool, random);
  return headSum(pool);
}

function headSum({ draws, heads, weight }: Pool): number {
  let total = 0;
  for (let index = 0; index < heads; index += 1) total += draws[index]!;
  return total * weight;
}

/** The first steps of a Fisher-Yates shuffle: a uniform choice whatever the order before. */
function relabel({ draws, heads }: Pool, random: Random): void {
  for (let index = 0; index < heads; index += 1) {
    const other = index + random.below(draws.length - index);
    const draw = draws[index]!;
    draws[index] = draws[other]!;
    draws[other] = draw;
  }
}

/** Probability that a random labelling has this unit's highest sum: only the ties at the cut are free to choose. */
function chanceOfHighest({ draws, heads }: Pool): number {
  const sorted = draws.slice().sort().reverse();
  const cut = sorted[heads - 1]!;
  const tied = sorted.filter((draw) => draw === cut).length;
  const tiedTaken = sorted.slice(0, heads).filter((draw) => draw === cut).length;
  return choose(tied, tiedTaken) / choose(sorted.length, heads);
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let index = 1; index <= k; index += 1) ways *= (n - k + index) / index;
  return ways;
}
