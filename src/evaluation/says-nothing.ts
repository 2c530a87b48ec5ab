// Replies that are no answer, and that judges are known to wave through: a sign, or an opening line with nothing below it.

/**
 * "Master keys": Y. Zhao et al., One Token to Fool LLM-as-a-Judge, arXiv:2507.08794 (2025), found that a reply which is nothing else
 * flips judges of every vendor.
 */
const OPENINGS: ReadonlySet<string> = new Set([
  'thought process',
  'lets solve this problem step by step',
  'let me solve this problem step by step',
  'lets think step by step',
  'solution',
  'answer',
  'final answer',
  '解',
  'かいせつ',
  'respuesta',
]);

/** Without a letter, a digit or a pictograph, or such an opening alone. `saysNothing('Thought process:')`; not of `Yes.` */
export function saysNothing(text: string): boolean {
  // More words than any opening has, in the beginning alone: the last one may be cut there, and is not counted.
  const beginning = text.slice(0, BEGINNING);
  if (text.length > BEGINNING && MANY_PLAIN_WORDS.test(beginning)) return false;
  const first = wordsOf(beginning);
  if (text.length > BEGINNING && first.length > MOST_WORDS + 1) return false;
  const words = text.length > BEGINNING ? wordsOf(text) : first;
  return words.length === 0 || OPENINGS.has(words.join(' '));
}

const MOST_WORDS = Math.max(...Array.from(OPENINGS, (opening) => opening.split(' ').length));
const BEGINNING = 200;
/** As nearly every answer begins: what is seen at once needs no look at every letter. */
const MANY_PLAIN_WORDS = new RegExp(`^(?:[A-Za-z]+[ ,]+){${MOST_WORDS + 2}}`);

function wordsOf(text: string): readonly string[] {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .match(/[\p{L}\p{M}\p{N}\p{Extended_Pictographic}]+/gu);
  return words ?? [];
}
