// What a night asks: a fixed set of sentinels, and a part of the rest of the bank that moves on every night.
import { createRandom } from '../../core/random.ts';

export interface NightSet {
  readonly sentinels: readonly string[];
  /** Tonight's part of the rotation, in the order they give way when money is short: the last first. */
  readonly rotation: readonly string[];
}

export interface SetOptions {
  /** The bank: id and weight (disagreement; 1 where unknown). */
  readonly scenarios: readonly { readonly id: string; readonly weight: number }[];
  readonly sizes: { readonly sentinels: number; readonly rotation: number };
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly seed: string;
}

const DAY_MS = 86_400_000;

/**
 * Sentinels are drawn without replacement with probability by weight, each by its own number u^(1/weight) (Efraimidis and
 * Spirakis, Inf. Process. Lett. 97 (2006) 181-185): a scenario added to the bank displaces one at most. The rest goes round
 * in an order fixed by the seed, so every scenario is asked once before any is asked twice.
 */
export function chooseNightSet({ scenarios, sizes, date, seed }: SetOptions): NightSet {
  const ranked = scenarios
    .map(({ id, weight }) => {
      const random = createRandom(`${seed}\nsentinel\n${id}`);
      return { id, sentinel: Math.log(1 - random.next()) / Math.max(weight, 0.05), turn: random.next() };
    })
    .sort((a, b) => b.sentinel - a.sentinel || (a.id < b.id ? -1 : 1));
  const sentinels = ranked.slice(0, sizes.sentinels).map(({ id }) => id);
  const rest = ranked.slice(sizes.sentinels).sort((a, b) => a.turn - b.turn || (a.id < b.id ? -1 : 1));
  const size = Math.min(sizes.rotation, rest.length);
  const night = Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
  const first = rest.length === 0 ? 0 : (night * size) % rest.length;
  const rotation = Array.from({ length: size }, (_, step) => rest[(first + step) % rest.length]!.id);
  return { sentinels, rotation };
}
