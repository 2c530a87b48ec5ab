// What of the spec a judge is shown for one scenario.
import { visibleText } from '../core/visible-text.ts';
import type { ClauseChange } from '../spec/change.ts';
import { isGlobal, type Clause, type Spec } from '../spec/clause.ts';

/** A clause as it stands in a prompt. */
export interface ShownClause {
  readonly id: string;
  readonly title: string;
  /** Headings above it, outermost first. */
  readonly path: readonly string[];
  readonly authority?: string;
  readonly text: string;
}

export type JudgeContext = 'linked' | 'full';

/** Clauses of both arms matched: an id of either side leads to the pair. */
export interface ClausePairs {
  /** Every pair in the order shown: the base's order, then what only the head has. Fixed for the comparison, so a moved clause changes no prompt. */
  readonly ordered: readonly ClausePair[];
  readonly byId: ReadonlyMap<string, ClausePair>;
}

export interface ClausePair {
  /** The id the pair is reported under: the head's, or the base's where it was removed. */
  readonly id: string;
  readonly base?: Clause;
  readonly head?: Clause;
}

/** Matches base and head clauses by id and by the renames that the diff found. */
export function pairClauses(base: Spec, head: Spec, changes: readonly ClauseChange[]): ClausePairs {
  const newIds = new Map(
    changes.flatMap((change) => (change.baseId === undefined ? [] : [[change.baseId, change.id]])),
  );
  const heads = new Map(head.clauses.map((clause) => [clause.id, clause]));
  const ordered: ClausePair[] = [];
  const byId = new Map<string, ClausePair>();
  for (const clause of base.clauses) {
    const match = heads.get(newIds.get(clause.id) ?? clause.id);
    const pair = match === undefined ? { id: clause.id, base: clause } : { id: match.id, base: clause, head: match };
    ordered.push(pair);
    byId.set(clause.id, pair);
    byId.set(pair.id, pair);
  }
  for (const clause of head.clauses) {
    if (byId.get(clause.id)?.head === clause) continue;
    const pair = { id: clause.id, head: clause };
    ordered.push(pair);
    byId.set(clause.id, pair);
  }
  return { ordered, byId };
}

/** The clauses a judge reads for a scenario's links on one arm: linked and global ones, or all of them. */
export function showClauses(
  pairs: ClausePairs,
  options: { links: readonly string[]; arm: 'base' | 'head'; context: JudgeContext },
): readonly ShownClause[] {
  const linked = new Set(options.links.flatMap((id) => pairs.byId.get(id)?.id ?? []));
  return pairs.ordered.flatMap((pair) => {
    const clause = pair[options.arm];
    if (clause === undefined) return [];
    const wanted = options.context === 'full' || linked.has(pair.id) || isGlobal(clause);
    return wanted ? [showClause(clause)] : [];
  });
}

function showClause(clause: Clause): ShownClause {
  const authority = clause.attributes['authority'];
  return {
    id: clause.id,
    title: clause.title,
    path: clause.ancestors,
    ...(authority === undefined ? {} : { authority }),
    text: visibleText(clause.text).text,
  };
}
