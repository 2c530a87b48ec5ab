// Which values mean nearly the same as far as their words tell: pairs of them would force no choice.
import { lexicalVector, cosineSimilarity } from '../scenarios/lexical-vector.ts';
import { splitWords } from '../scenarios/words.ts';
import { foldName, type Value } from './value.ts';

/**
 * Least cosine of the lexical vectors of two names that makes them near-synonyms. It catches what a shared stem does not
 * (spelling variants, parts of compounds). In the shipped taxonomy no two names without a common stem reach it (the
 * highest: 0.431).
 */
export const SYNONYM_FLOOR = 0.45;

/** Endings that turn one word into its relatives; the longest that leaves a stem goes. */
const ENDINGS = [
  'fulness',
  'lessness',
  'iveness',
  'ability',
  'ibility',
  'ization',
  'isation',
  'ations',
  'ation',
  'ently',
  'ments',
  'ment',
  'ness',
  'ency',
  'ancy',
  'ence',
  'ance',
  'able',
  'ible',
  'ship',
  'tion',
  'sion',
  'ful',
  'ity',
  'ive',
  'ous',
  'ing',
  'ism',
  'ist',
  'ant',
  'ent',
  'ies',
  'al',
  'ty',
  'ly',
  'ed',
  'er',
  'es',
  'cy',
  'ic',
  'y',
  's',
  'e',
];
const SHORTEST_STEM = 4;
/** Words that say nothing about which value is meant. */
const EMPTY_WORDS = new Set(
  'about above against among before between from into other others over than that their them this towards with without'
    .split(' ')
    .concat(['value', 'values', 'respect', 'right', 'rights', 'sense', 'being', 'people', 'making', 'keeping', 'own']),
);

/** A value with what its comparison needs, computed once. */
export interface ComparableValue {
  readonly value: Value;
  readonly folded: string;
  readonly stems: ReadonlySet<string>;
  readonly vector: Float32Array;
}

export function comparableValue(value: Value): ComparableValue {
  const folded = foldName(value.name);
  return { value, folded, stems: stemsOf(folded), vector: lexicalVector(folded) };
}

/**
 * Whether two values are equal or near-synonyms by their names: one content stem in common ("honesty", "intellectual
 * honesty", "being honest"), or lexical vectors with a cosine of at least `SYNONYM_FLOOR`. Synonyms without a common word
 * are told apart by nobody here; the generator is asked to refuse them.
 */
export function isNearSynonym(a: ComparableValue, b: ComparableValue): boolean {
  if (a.folded === b.folded) return true;
  for (const stem of a.stems) if (b.stems.has(stem)) return true;
  return cosineSimilarity(a.vector, b.vector) >= SYNONYM_FLOOR;
}

function stemsOf(folded: string): ReadonlySet<string> {
  const words = splitWords(folded).filter((word) => word.length >= SHORTEST_STEM && !EMPTY_WORDS.has(word));
  return new Set(words.map(stemOf));
}

/** A crude stem: "honesty" and "honest", "transparency" and "transparent" share one. */
export function stemOf(word: string): string {
  const ending = ENDINGS.find((end) => word.endsWith(end) && word.length - end.length >= SHORTEST_STEM);
  return ending === undefined ? word : word.slice(0, word.length - ending.length);
}
