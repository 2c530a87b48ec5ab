// A spec's clauses in the order a person reads the file, with what tests each, as lines of evidence.
import { whereDefined } from '../../core/where-defined.ts';
import type { ClauseCoverage } from '../../scenarios/coverage.ts';
import type { Clause } from '../../spec/clause.ts';
import type { EvidenceClause } from './evidence-line.ts';

export interface ReadSpec {
  readonly head: readonly Clause[];
  /** Absent where both sides have one spec. */
  readonly base?: readonly Clause[];
  /** Ids of the base's clauses that the change removes. */
  readonly removed: ReadonlySet<string>;
  /** How well the head's clauses are tested. */
  readonly coverage: readonly ClauseCoverage[];
}

/** The head's clauses in file order; a removed one stands after the clause that it followed. */
export function listReading({ head, base = [], removed, coverage }: ReadSpec): readonly EvidenceClause[] {
  const byClause = new Map(coverage.map((one) => [one.clause, one] as const));
  const gone = followers(base, removed);
  const lines = head.flatMap((clause) => [
    lineOf(clause, byClause.get(clause.id)),
    ...(gone.get(clause.id) ?? []).map(removedLine),
  ]);
  const ids = new Set(head.map(({ id }) => id));
  const first = [...gone].flatMap(([before, clauses]) => (ids.has(before) ? [] : clauses.map(removedLine)));
  return [...first, ...lines];
}

/** Removed clauses by the id of the last clause before them that was not removed; `` where there is none. */
function followers(base: readonly Clause[], removed: ReadonlySet<string>): ReadonlyMap<string, readonly Clause[]> {
  const after = new Map<string, Clause[]>();
  let before = '';
  for (const clause of base) {
    if (!removed.has(clause.id)) before = clause.id;
    else after.set(before, [...(after.get(before) ?? []), clause]);
  }
  return after;
}

function removedLine(clause: Clause): EvidenceClause {
  return { ...lineOf(clause, undefined), removed: true };
}

function lineOf(
  { id, title, ancestors, text, file, lines, kind }: Clause,
  coverage: ClauseCoverage | undefined,
): EvidenceClause {
  return {
    clause: id,
    title,
    path: [...ancestors],
    text,
    file,
    line: lines.start,
    endLine: lines.end,
    ...whereDefined({ kind }),
    ...(coverage !== undefined && {
      scenarios: coverage.scenarios,
      demands: coverage.demands.map((demand) => ({ ...demand })),
    }),
  };
}
