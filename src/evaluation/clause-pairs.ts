// What of the spec a judge is shown for one scenario.
import { findCarriedText } from '../spec/carried-text.ts';
import { isSubstantive, type ClauseChange } from '../spec/change.ts';
import type { Clause, Spec } from '../spec/clause.ts';
import type { Judgment } from './ruling.ts';
import { isShownAlways, showClause, type ShownClause } from '../spec/shown/shown-clause.ts';
import { shareOfWordsKept } from '../spec/tokens.ts';

export type JudgeContext = 'linked' | 'full';

/** Clauses of both arms matched: an id of either side leads to the pair. */
export interface ClausePairs {
  /** Every pair in the order shown: the base's order, then what only the head has. Fixed for the comparison, so a moved clause changes no prompt. */
  readonly ordered: readonly ClausePair[];
  readonly byId: ReadonlyMap<string, ClausePair>;
  /**
   * By id of an edited pair, the pairs that the edit carried text to or from. Who reads the one reads the others, too, on both arms:
   * else a rule that only changed its place would look like one that was taken back.
   */
  readonly carried: ReadonlyMap<string, readonly ClausePair[]>;
}

export interface ClausePair {
  /** The id the pair is reported under: the head's, or the base's where it was removed. */
  readonly id: string;
  /** The id judges are shown on both arms: the base's, or the head's where it was added. */
  readonly shownId: string;
  readonly base?: Clause;
  readonly head?: Clause;
  /** The edit changes what it asks, adds it or removes it; what differs in looks alone is not touched. */
  readonly isTouched: boolean;
}

/** Matches base and head clauses by id and by the renames that the diff found. */
export function pairClauses(base: Spec, head: Spec, changes: readonly ClauseChange[]): ClausePairs {
  const newIds = new Map(
    changes.flatMap((change) => (change.baseId === undefined ? [] : [[change.baseId, change.id]])),
  );
  const unchanged = new Set(changes.filter(isUnchangedInWords).map(({ id }) => id));
  const touched = new Set(changes.filter(isSubstantive).map(({ id }) => id));
  const heads = new Map(head.clauses.map((clause) => [clause.id, clause]));
  const taken = new Set(base.clauses.map(({ id }) => id));
  const ordered: ClausePair[] = [];
  const byId = new Map<string, ClausePair>();
  for (const clause of base.clauses) {
    const match = heads.get(newIds.get(clause.id) ?? clause.id);
    const shownId = clause.id;
    // A clause whose formatting alone changed is shown as the base has it.
    const shown = match !== undefined && unchanged.has(match.id) ? { ...clause, id: match.id } : match;
    const pair: ClausePair =
      shown === undefined
        ? { id: clause.id, shownId, base: clause, isTouched: touched.has(clause.id) }
        : { id: shown.id, shownId, base: clause, head: shown, isTouched: touched.has(shown.id) };
    ordered.push(pair);
    byId.set(clause.id, pair);
    byId.set(pair.id, pair);
  }
  for (const clause of head.clauses) {
    if (byId.get(clause.id)?.head?.id === clause.id) continue;
    const pair = { id: clause.id, shownId: freeId(clause.id, taken), head: clause, isTouched: touched.has(clause.id) };
    ordered.push(pair);
    byId.set(clause.id, pair);
  }
  return { ordered, byId, carried: pairCarried(ordered, changes, { base, head }) };
}

function pairCarried(
  ordered: readonly ClausePair[],
  changes: readonly ClauseChange[],
  { base, head }: { readonly base: Spec; readonly head: Spec },
): ClausePairs['carried'] {
  const texts = findCarriedText(changes, { base: base.clauses, head: head.clauses });
  if (texts.size === 0) return new Map();
  const byBase = new Map(ordered.map((pair) => [pair.base?.id, pair]));
  const byHead = new Map(ordered.map((pair) => [pair.head?.id, pair]));
  return new Map(
    [...texts].map(([id, { from, to }]) => {
      const pairs = [...from.map((clause) => byBase.get(clause.id)), ...to.map((clause) => byHead.get(clause.id))];
      return [id, [...new Set(pairs.filter((pair) => pair !== undefined))]] as const;
    }),
  );
}

/** A new clause may bear the id that another one was known by. */
function freeId(id: string, taken: Set<string>): string {
  const free = taken.has(id) ? freeId(`${id}-new`, taken) : id;
  taken.add(free);
  return free;
}

/** Judges are shown the same words under the same headings; what else changed, no prompt carries. */
function isUnchangedInWords(change: ClauseChange): boolean {
  return !isSubstantive(change) && change.base !== undefined && change.head !== undefined;
}

/** The clauses a judge reads for a scenario's links on one arm: linked and global ones, or all of them. */
export function showClauses(
  pairs: ClausePairs,
  options: { links: readonly string[]; arm: 'base' | 'head'; context: JudgeContext },
): readonly ShownClause[] {
  const named = options.links.flatMap((id) => pairs.byId.get(id)?.id ?? []);
  const linked = new Set([...named, ...named.flatMap((id) => (pairs.carried.get(id) ?? []).map((pair) => pair.id))]);
  return pairs.ordered.flatMap((pair) => {
    const clause = pair[options.arm];
    if (clause === undefined || clause.kind === 'grouping') return [];
    const wanted = options.context === 'full' || linked.has(pair.id) || isShownAlways(clause);
    return wanted ? [showClause(clause, pair.shownId)] : [];
  });
}

/** Clauses that the edit touches and judges may be shown, in the order shown. */
export function touchedPairs({ ordered }: ClausePairs): readonly ClausePair[] {
  return ordered.filter(({ isTouched, base, head }) => isTouched && (base ?? head)?.kind !== 'grouping');
}

/** Whether an edit removes the clause, or leaves less than half of the words that judges read of it, here or where it carries them. */
export function isGutted({ base, head, shownId, id }: ClausePair, { carried }: Pick<ClausePairs, 'carried'>): boolean {
  if (base === undefined) return false;
  const heads = [head, ...(carried.get(id) ?? []).map((pair) => pair.head)].filter((clause) => clause !== undefined);
  const left = heads.map((clause) => showClause(clause, shownId).text).join('\n');
  return heads.length === 0 || shareOfWordsKept(showClause(base, shownId).text, left) < 0.5;
}

/** Judgments with the clauses they cite under the ids that they are reported under. */
export function nameCited(pairs: ClausePairs, judgments: readonly Judgment[]): readonly Judgment[] {
  if (pairs.ordered.every(({ id, shownId }) => id === shownId)) return judgments;
  const ids = new Map(pairs.ordered.map(({ id, shownId }) => [shownId, id]));
  return judgments.map((judgment) =>
    judgment.status === 'ruled'
      ? { ...judgment, clauses: judgment.clauses.map((clause) => ids.get(clause) ?? clause) }
      : judgment,
  );
}
