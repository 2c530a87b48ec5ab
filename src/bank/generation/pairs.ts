// Pairs of values to set against each other, drawn at random from a seed.
import { createRandom, type Random } from '../../core/random.ts';
import { comparableValue, isNearSynonym, type ComparableValue } from './near-synonym.ts';
import { foldName, type Value } from '../../scenarios/values/value.ts';

export interface ValuePair {
  readonly value1: Value;
  readonly value2: Value;
}

export interface PairOptions {
  readonly seed: string;
  /** Names of which a pair must hold at least one: the values that a spec protects. */
  readonly among?: readonly string[];
}

/**
 * Every pair that makes a choice, once, in a random order given by the seed: two values of different categories (where
 * both have one) that are not near-synonyms. Which of the two comes first is random, too. A longer list from the same
 * seed begins with the shorter one. Lazy: memory grows with the pairs taken, not with all there are.
 */
export function* drawPairs(values: readonly Value[], { seed, among }: PairOptions): Generator<ValuePair> {
  const random = createRandom(`pairs ${seed}`);
  const known = values.map(comparableValue);
  const wanted = among === undefined ? undefined : new Set(among.map(foldName));
  if (wanted?.size === 0) return;
  for (const index of drawIndexes((known.length * (known.length - 1)) / 2, random)) {
    const [first, second] = pairAt(known, index);
    const isTurned = random.below(2) === 1;
    if (wanted !== undefined && !wanted.has(first.folded) && !wanted.has(second.folded)) continue;
    if (!isChoice(first, second)) continue;
    yield isTurned ? { value1: second.value, value2: first.value } : { value1: first.value, value2: second.value };
  }
}

/** Whether two values can be set against each other. */
function isChoice(a: ComparableValue, b: ComparableValue): boolean {
  const { category } = a.value;
  return (category === undefined || category !== b.value.category) && !isNearSynonym(a, b);
}

/** 0 to `count - 1` in random order: Fisher and Yates's shuffle, keeping only the places that were touched. */
function* drawIndexes(count: number, random: Random): Generator<number> {
  const moved = new Map<number, number>();
  for (let next = 0; next < count; next += 1) {
    const other = next + random.below(count - next);
    yield moved.get(other) ?? other;
    moved.set(other, moved.get(next) ?? next);
    moved.delete(next);
  }
}

/** The pair with a number in the order (0,1), (0,2), (1,2), (0,3) ...: numbers stay when values are appended. */
function pairAt(values: readonly ComparableValue[], index: number): readonly [ComparableValue, ComparableValue] {
  let high = Math.floor((1 + Math.sqrt(1 + 8 * index)) / 2);
  // The square root may be off by one unit in the last place.
  if ((high * (high - 1)) / 2 > index) high -= 1;
  return [values[index - (high * (high - 1)) / 2]!, values[high]!];
}
