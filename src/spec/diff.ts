// What changed between two specs, clause by clause.
import type { AttributeChange, ClauseChange, ClauseChangeKind } from './change.ts';
import type { Clause, Spec } from './clause.ts';
import { findMoves } from './moves.ts';
import { plainWording, sameLetters } from './plain-wording.ts';
import { findRenames } from './renames.ts';
import { diffWords } from './word-diff.ts';

/** Changes in head order, then the removed clauses in base order; clauses that stayed as they were are not listed. */
export function diffSpec(base: Spec, head: Spec): readonly ClauseChange[] {
  const baseById = new Map(base.clauses.map((clause) => [clause.id, clause]));
  const headIds = new Set(head.clauses.map(({ id }) => id));
  const gone = base.clauses.filter(({ id }) => !headIds.has(id));
  const come = head.clauses.filter(({ id }) => !baseById.has(id));
  const kept = head.clauses.flatMap((clause) => {
    const before = baseById.get(clause.id);
    return before === undefined ? [] : [{ base: before, head: clause }];
  });
  const pairs = [...kept, ...findRenames(gone, come)];
  const was = new Map(pairs.map((pair) => [pair.head, pair.base]));
  const moves = findMoves(base.clauses, head.clauses, pairs);
  const livesOn = new Set(pairs.map((pair) => pair.base));
  return [
    ...head.clauses.flatMap((clause) => {
      const before = was.get(clause);
      if (before === undefined) return describeAdded(clause);
      return compareClauses(before, clause, moves.has(clause)) ?? [];
    }),
    ...gone.filter((clause) => !livesOn.has(clause)).map(describeRemoved),
  ];
}

/** Title and text, as the word difference shows them. */
export function fullText({ title, text }: Clause): string {
  return text === '' ? title : `${title}\n\n${text}`;
}

function compareClauses(base: Clause, head: Clause, moved: boolean): ClauseChange | undefined {
  const attributes = diffAttributes(base, head);
  const reset = base.title !== head.title || base.text !== head.text;
  const reworded = reset && !(sameWording(base.title, head.title) && sameWording(base.text, head.text));
  const edited = reworded || attributes.length > 0;
  const kind = kindOf({ renamed: base.id !== head.id, edited, moved, reset });
  if (kind === undefined) return undefined;
  const words = reworded ? diffWords(fullText(base), fullText(head)) : [];
  const renamed = kind === 'renamed' ? { baseId: base.id } : {};
  return { kind, id: head.id, ...renamed, edited, moved, attributes, words, base, head };
}

interface Facts {
  readonly renamed: boolean;
  readonly edited: boolean;
  readonly moved: boolean;
  /** Its characters changed, in whatever way. */
  readonly reset: boolean;
}

function kindOf({ renamed, edited, moved, reset }: Facts): ClauseChangeKind | undefined {
  if (renamed) return 'renamed';
  if (edited) return 'edited';
  if (moved) return 'moved';
  return reset ? 'cosmetic' : undefined;
}

function sameWording(base: string, head: string): boolean {
  return base === head || (sameLetters(base, head) && plainWording(base) === plainWording(head));
}

function diffAttributes(base: Clause, head: Clause): AttributeChange[] {
  const names = new Set([...Object.keys(base.attributes), ...Object.keys(head.attributes)]);
  return [...names]
    .map((name) => ({ name, base: base.attributes[name], head: head.attributes[name] }))
    .filter((change) => change.base !== change.head);
}

function describeAdded(head: Clause): ClauseChange {
  return { kind: 'added', id: head.id, edited: false, moved: false, attributes: [], words: [], head };
}

function describeRemoved(base: Clause): ClauseChange {
  return { kind: 'removed', id: base.id, edited: false, moved: false, attributes: [], words: [], base };
}
