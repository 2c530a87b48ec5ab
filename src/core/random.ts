// Seeded randomness: the same seed text gives the same numbers on every machine. Never Math.random.
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { sha256 } from './canonical-json.ts';

/** A stream of random numbers; every call moves it on. */
export interface Random {
  /** A double in [0, 1) with 53 random bits. */
  next(): number;
  /** A whole number from 0 to `bound - 1`; `bound` is at most 2^32. */
  below(bound: number): number;
  /** A standard normal deviate (Box and Muller 1958). */
  normal(): number;
}

/** A generator whose state comes from the hash of `seed`; different seeds give unrelated streams. */
export function createRandom(seed: string): Random {
  const digest = sha256(seed);
  const rng = xoroshiro128plusFromState(
    [0, 8, 16, 24].map((start) => Number.parseInt(digest.slice(start, start + 8), 16) | 0),
  );
  const next = (): number => {
    const high = rng.next() >>> 5;
    const low = rng.next() >>> 6;
    return (high * 0x4000000 + low) / 0x20000000000000;
  };
  // Relabelling tests draw millions: a division of doubles, exact for 32 bits, takes half the time of a remainder.
  const below = (bound: number): number => {
    for (;;) {
      const drawn = (rng.next() ^ 0x80000000) >>> 0;
      const times = Math.floor(drawn / bound);
      // Numbers from the last, incomplete stretch of `bound` are drawn again, so that all results are equally likely.
      if ((times + 1) * bound <= 0x100000000) return drawn - times * bound;
    }
  };
  return {
    next,
    below,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** A shuffled copy (Fisher and Yates). */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const copy = [...items];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [copy[last], copy[other]] = [copy[other]!, copy[last]!];
  }
  return copy;
}
