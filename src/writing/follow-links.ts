// Links move along with the clauses they name: where a change gave a clause another id, the bank's rows name the new one.
import { withClauses } from '../scenarios/light-bank.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { ClauseChange } from '../spec/change.ts';
import type { Spec } from '../spec/clause.ts';

export interface MovedLink {
  readonly from: string;
  readonly to: string;
  /** Scenarios whose link moved. */
  readonly scenarios: number;
}

export interface FollowedLinks {
  /** Every row, in the order given. */
  readonly scenarios: readonly Scenario[];
  readonly moved: readonly MovedLink[];
  /** Clause ids that rows name and the spec does not have, with how many rows; nothing says where they went. */
  readonly dead: readonly { readonly clause: string; readonly scenarios: number }[];
}

/** The rows with each renamed clause's new id in place of the old one. */
export function followLinks(
  scenarios: readonly Scenario[],
  changes: readonly ClauseChange[],
  head: Spec,
): FollowedLinks {
  const here = new Set(head.clauses.map(({ id }) => id));
  // An id that the head still has names another clause there: its links stay.
  const renamed = new Map(
    changes.flatMap(({ id, baseId }) => (baseId === undefined || here.has(baseId) ? [] : [[baseId, id] as const])),
  );
  const moved = new Map<string, number>();
  const dead = new Map<string, number>();
  const rows = scenarios.map((scenario) => {
    const clauses = scenario.clauses.map((clause) => {
      const to = renamed.get(clause);
      if (to !== undefined) moved.set(clause, (moved.get(clause) ?? 0) + 1);
      else if (!here.has(clause)) dead.set(clause, (dead.get(clause) ?? 0) + 1);
      return to ?? clause;
    });
    return isSame(clauses, scenario.clauses) ? scenario : withClauses(scenario, [...new Set(clauses)]);
  });
  return {
    scenarios: rows,
    moved: [...moved].map(([from, count]) => ({ from, to: renamed.get(from)!, scenarios: count })),
    dead: [...dead].map(([clause, count]) => ({ clause, scenarios: count })),
  };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((clause, index) => clause === other[index]);
}
