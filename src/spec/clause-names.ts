// Which clauses a text names: an edit that speaks of another rule may change how that one is read.
import { isSubstantive, type ClauseChange } from './change.ts';
import type { Clause } from './clause.ts';
import { changedSentences } from './sentences.ts';
import { shownTitle } from './shown/shown-heading.ts';

/** As the target of a link, in code, or as it is where it is no everyday word. */
export function namesId(text: string, id: string): boolean {
  if (text.includes(`(#${id})`) || text.includes(`\`${id}\``)) return true;
  return /[\d_./-]/.test(id) && standsIn(text, id);
}

/** Words from which on a title is a name however it is written; a title of two is one where it is written the same. */
const SURE_WORDS = 3;

/** `lower`: the text in small letters. */
function namesTitle({ text, lower }: { readonly text: string; readonly lower: string }, title: string): boolean {
  const words = title.split(/\s+/).length;
  if (words < 2) return false;
  return words < SURE_WORDS ? standsIn(text, title) : standsIn(lower, title.toLowerCase());
}

/** Whole, and not as a part of a word. */
function standsIn(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = `${text.charAt(at - 1)} ${text.charAt(at + name.length)}`;
    if (!/[\p{L}\p{N}_-]/u.test(around)) return true;
  }
  return false;
}

/** Edits looked at; a change of more is no edit of one clause that speaks of another. */
const MOST_EDITS = 100;

/**
 * For each edited clause (by the id of its change), the clauses that stayed as they were and that its changed sentences name, in
 * the spec's order; none for an edit that names nobody.
 */
export function namedByEdits(
  changes: readonly ClauseChange[],
  clauses: readonly Clause[],
): ReadonlyMap<string, readonly string[]> {
  const edits = changes.filter(isSubstantive);
  if (edits.length > MOST_EDITS) return new Map();
  const edited = new Set(edits.map(({ id }) => id));
  const others = clauses
    .filter(({ id, kind }) => !edited.has(id) && kind !== 'grouping')
    .map(({ id, title }) => ({ id, title: shownTitle(title) }));
  return new Map(
    edits.flatMap((change) => {
      const { base, head } = changedSentences(change);
      const text = [...base, ...head].join('\n');
      const lower = text.toLowerCase();
      const named = others.filter(({ id, title }) => namesId(text, id) || namesTitle({ text, lower }, title));
      return named.length === 0 ? [] : [[change.id, named.map(({ id }) => id)] as const];
    }),
  );
}
