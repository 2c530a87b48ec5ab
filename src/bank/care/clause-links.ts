// Links from scenarios to clauses, held against a spec.
import type { Spec } from '../../spec/clause.ts';
import { nearestName } from '../../core/nearest-name.ts';
import type { Scenario } from '../../scenarios/scenario.ts';

/** A link to a clause that the spec does not have. */
export interface OrphanedLink {
  readonly scenario: string;
  readonly clause: string;
  /** An id of the spec that looks like it. */
  readonly nearest?: string;
}

/** How many scenarios link to each clause of the spec, in its order; 0 for those without. */
export function countLinks(scenarios: readonly Scenario[], spec: Spec): ReadonlyMap<string, number> {
  const counts = new Map(spec.clauses.map(({ id }) => [id, 0]));
  for (const { clauses } of scenarios) {
    for (const clause of clauses) {
      const known = counts.get(clause);
      if (known !== undefined) counts.set(clause, known + 1);
    }
  }
  return counts;
}

export function findOrphanedLinks(scenarios: readonly Scenario[], spec: Spec): readonly OrphanedLink[] {
  const ids = new Set(spec.clauses.map(({ id }) => id));
  return scenarios.flatMap(({ id, clauses }) =>
    clauses
      .filter((clause) => !ids.has(clause))
      .map((clause): OrphanedLink => {
        const nearest = nearestName(clause, ids);
        return nearest === undefined ? { scenario: id, clause } : { scenario: id, clause, nearest };
      }),
  );
}
