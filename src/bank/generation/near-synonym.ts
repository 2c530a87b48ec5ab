// Which values mean nearly the same as far as their words tell: pairs of them would force no choice.
import { cosineSimilarity, lexicalVector } from '../../scenarios/selection/lexical-vector.ts';
import { normalizedWords } from '../../scenarios/selection/words.ts';
import { foldName, type Value } from '../../scenarios/values/value.ts';

/**
 * Least cosine of the lexical vectors of two names that makes them near-synonyms. It catches what a common stem does not:
 * spelling variants and parts of compounds. In the shipped taxonomy no two names without a common stem reach it.
 */
export const SYNONYM_FLOOR = 0.45;

/** Words have one stem if they begin alike for so many letters, and for so much of the shorter one. */
const STEM_LETTERS = 4;
const STEM_SHARE = 0.7;

/** Words that say nothing about which value is meant. */
const EMPTY_WORDS = new Set(
  (
    'about above against among before between from into other others over than that their them this towards with ' +
    'without value values respect right rights sense being people making keeping'
  ).split(' '),
);

/** A value with what its comparison needs, computed once. */
export interface ComparableValue {
  readonly value: Value;
  readonly folded: string;
  /** The words of the name that say what is meant. */
  readonly words: readonly string[];
  readonly vector: Float32Array;
}

/** Short and everyday words are left out, unless the name has no others. */
export function comparableValue(value: Value): ComparableValue {
  const folded = foldName(value.name);
  const all = normalizedWords(folded);
  const telling = all.filter((word) => word.length >= STEM_LETTERS && !EMPTY_WORDS.has(word));
  const words = telling.length === 0 ? all : telling;
  return { value, folded, words, vector: lexicalVector(words.join(' ')) };
}

/**
 * Whether two values are equal or near-synonyms by their names: two telling words with one stem ("honesty", "being
 * honest"), or lexical vectors with a cosine of at least `SYNONYM_FLOOR`. It errs on the side of refusing: a pair lost is
 * one of thousands. Synonyms without a common word are not found here; the generator is asked to refuse them.
 */
export function isNearSynonym(a: ComparableValue, b: ComparableValue): boolean {
  if (a.folded === b.folded) return true;
  if (a.words.some((word) => b.words.some((other) => haveOneStem(word, other)))) return true;
  return cosineSimilarity(a.vector, b.vector) >= SYNONYM_FLOOR;
}

/** "honesty" and "honest", "cooperation" and "cooperative"; not "loyalty" and "royalty", not "city" and "civic". */
export function haveOneStem(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let common = 0;
  while (common < shorter && a[common] === b[common]) common += 1;
  return a === b || (common >= STEM_LETTERS && common >= STEM_SHARE * shorter);
}
