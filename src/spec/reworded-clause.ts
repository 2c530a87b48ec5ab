// A clause under an id made from its words, after the words were changed: found again by those that stayed.
import type { Clause } from './clause.ts';

/** Words of an id that say what a clause is about; shorter ones stand in every sentence. */
const LEAST_LETTERS = 4;
const LEAST_WORDS = 2;
/** Letters by which words are told apart: `promise` and `promised` are one. */
const STEM = 5;
/** Share of an id's words that the reworded clause must still have, and by how much it must lead. */
const LEAST_SHARE = 0.5;
const LEAD = 1.5;

/**
 * The one clause of an item's or paragraph's own section that has most of the words of an id that no clause bears any more;
 * undefined where none has enough of them, or two have nearly as many. Ids of headings are names, and are not looked for.
 */
export function findReworded(id: string, candidates: readonly Clause[]): Clause | undefined {
  const at = id.lastIndexOf('/');
  const section = id.slice(0, at + 1);
  const words = wordsOf(id.slice(at + 1).replaceAll('-', ' '));
  if (words.size < LEAST_WORDS) return undefined;
  const scored = candidates
    .filter((clause) => clause.id.slice(0, clause.id.lastIndexOf('/') + 1) === section && isOfItsWords(clause))
    .map((clause) => ({ clause, share: shareIn(words, wordsOf(clause.text)) }))
    .sort((a, b) => b.share - a.share);
  const [best, next] = scored;
  if (best === undefined || best.share < LEAST_SHARE) return undefined;
  return next !== undefined && best.share < LEAD * next.share ? undefined : best.clause;
}

/** Whether a clause's title, and so its id, is the beginning of its own text. */
function isOfItsWords({ title, text }: Clause): boolean {
  return text.includes(title.replace(/ \.\.\.$/, ''));
}

function shareIn(words: ReadonlySet<string>, text: ReadonlySet<string>): number {
  return [...words].filter((word) => text.has(word)).length / words.size;
}

function wordsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  return new Set(words.filter((word) => word.length >= LEAST_LETTERS).map((word) => word.slice(0, STEM)));
}
