// What changed between two specs, clause by clause: what is compared is what judges are shown.
import type { AttributeChange, ClauseChange, ClauseChangeKind } from './change.ts';
import type { Clause, Spec } from './clause.ts';
import { findMoves } from './moves.ts';
import { findRenames } from './renames.ts';
import { hiddenIn, isReordered, isShownAttribute, readsTheSame, shownPathOf } from './shown/shown-clause.ts';
import { diffWords } from './word-diff.ts';

/**
 * `shown`: as judges read it. `written`: as a model reads it whose system prompt the file is; every character counts, and
 * so does the order.
 */
export type Reading = 'shown' | 'written';

/** Changes in head order, then the removed clauses in base order; clauses that stayed as they were are not listed. */
export function diffSpec(base: Spec, head: Spec, reading: Reading = 'shown'): readonly ClauseChange[] {
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
      if (before === undefined) return describeOne('added', { head: clause }, reading);
      return compareClauses({ base: before, head: clause, moved: moves.has(clause), reading }) ?? [];
    }),
    ...gone
      .filter((clause) => !livesOn.has(clause))
      .flatMap((clause) => describeOne('removed', { base: clause }, reading)),
  ];
}

/** Title and text, as the word difference shows them. */
export function fullText({ title, text }: Clause): string {
  return text === '' ? title : `${title}\n\n${text}`;
}

interface Compared {
  readonly base: Clause;
  readonly head: Clause;
  readonly moved: boolean;
  readonly reading: Reading;
}

function compareClauses({ base, head, moved, reading }: Compared): ClauseChange | undefined {
  const attributes = diffAttributes(base, head);
  const reset = base.title !== head.title || base.text !== head.text;
  const isWritten = reading === 'written';
  const [from, to] = [shownPathOf(base), shownPathOf(head)];
  const isElsewhere = isWritten
    ? moved || !sameList(base.ancestors, head.ancestors) || base.id !== head.id
    : from !== to;
  const reworded = isWritten ? reset : !readsTheSame(base, head);
  const reattributed = attributes.some(({ name }) => isWritten || isShownAttribute(name));
  // A grouping heading is shown in the paths of the clauses below it: those are what changed.
  const isGrouping = base.kind === 'grouping' && head.kind === 'grouping' && !isWritten;
  const edited = !isGrouping && (reworded || isElsewhere || reattributed);
  // Judges are shown clauses in the base's order and without numbers: another order of what is numbered they cannot see.
  const reordered = moved && isReordered(base, head);
  const unseen = attributes.length > 0 || reordered || !sameHidden(base, head);
  const kind = kindOf({ renamed: base.id !== head.id, edited, moved, unseen, reset, isGrouping });
  if (kind === undefined) return undefined;
  const words = reset && (reworded || kind === 'unseen') ? diffWords(fullText(base), fullText(head)) : [];
  const renamed = base.id === head.id ? {} : { baseId: base.id };
  const path = edited && from !== to ? { path: { base: from, head: to } } : {};
  return { kind, id: head.id, ...renamed, edited, moved, attributes, ...path, words, base, head };
}

interface Facts {
  readonly renamed: boolean;
  readonly edited: boolean;
  readonly moved: boolean;
  readonly unseen: boolean;
  /** Whether any character of it changed. */
  readonly reset: boolean;
  readonly isGrouping: boolean;
}

function kindOf({ renamed, edited, moved, unseen, reset, isGrouping }: Facts): ClauseChangeKind | undefined {
  if (unseen && !edited) return 'unseen';
  if (isGrouping) return undefined;
  if (renamed) return 'renamed';
  if (edited) return 'edited';
  if (moved) return 'moved';
  return reset ? 'cosmetic' : undefined;
}

function sameHidden(base: Clause, head: Clause): boolean {
  const [before, after] = [hiddenIn(base), hiddenIn(head)];
  return (
    before.invisible === after.invisible &&
    sameList(before.comments, after.comments) &&
    sameList(before.struck, after.struck)
  );
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

function diffAttributes(base: Clause, head: Clause): AttributeChange[] {
  const names = new Set([...Object.keys(base.attributes), ...Object.keys(head.attributes)]);
  return [...names]
    .map((name) => ({ name, base: base.attributes[name], head: head.attributes[name] }))
    .filter((change) => change.base !== change.head);
}

/**
 * A clause that only one side has. A heading that only groups others is not reported as a clause; text that it hides
 * is.
 */
function describeOne(
  kind: 'added' | 'removed',
  side: { readonly base: Clause } | { readonly head: Clause },
  reading: Reading,
): ClauseChange[] {
  const clause = 'base' in side ? side.base : side.head;
  const change = { id: clause.id, edited: false, moved: false, attributes: [], words: [], ...side };
  if (clause.kind !== 'grouping' || reading === 'written') return [{ kind, ...change }];
  const { comments, invisible } = hiddenIn(clause);
  const isSilent = comments.length === 0 && invisible === '' && Object.keys(clause.attributes).length === 0;
  return isSilent ? [] : [{ kind: 'unseen', ...change }];
}
