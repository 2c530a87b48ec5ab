// Compares the links of scenarios with the clauses of a spec.
import type { Spec } from '../../spec/clause.ts';
import { whereDefined } from '../../core/where-defined.ts';
import { nearestName } from '../../core/nearest-name.ts';
import type { Scenario } from '../../scenarios/scenario.ts';

/** A link to a clause that the spec does not have. */
export interface OrphanedLink {
  readonly scenario: string;
  readonly clause: string;
  /** An id of the spec that looks like it. */
  readonly nearest?: string;
}

export interface LinkTally {
  readonly add: (scenario: Scenario) => void;
  /** How many scenarios link to each clause of the spec, in its order; 0 for those without. */
  readonly counts: ReadonlyMap<string, number>;
  readonly orphaned: readonly OrphanedLink[];
}

/** Counts links scenario by scenario; memory: the clauses, and the links that lead nowhere. */
export function createLinkTally(spec: Spec): LinkTally {
  const counts = new Map(spec.clauses.map(({ id }) => [id, 0]));
  const orphaned: OrphanedLink[] = [];
  // Many links may name the same removed clause, so the nearest clause is looked for once.
  const gone = new Map<string, Pick<OrphanedLink, 'clause' | 'nearest'>>();
  const nearestTo = (clause: string): Pick<OrphanedLink, 'clause' | 'nearest'> => {
    const known = gone.get(clause);
    if (known !== undefined) return known;
    const found = { clause, ...whereDefined({ nearest: nearestName(clause, counts.keys()) }) };
    gone.set(clause, found);
    return found;
  };
  return {
    counts,
    orphaned,
    add: ({ id, clauses }) => {
      for (const clause of clauses) {
        const known = counts.get(clause);
        if (known === undefined) orphaned.push({ scenario: id, ...nearestTo(clause) });
        else counts.set(clause, known + 1);
      }
    },
  };
}
