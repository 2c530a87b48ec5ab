// Links that name no clause any more, beside a changed clause that lacks scenarios: perhaps it is the one they meant.
import { createFinding } from '../../report/messages.ts';
import type { Finding } from '../../report/report.ts';
import type { Bank } from '../../scenarios/bank.ts';
import type { UntestedClause } from '../../scenarios/selection/select.ts';
import type { Spec } from '../../spec/clause.ts';

/** Old ids named for one clause. */
const MOST_NAMED = 5;

/** A note for each untested clause whose own name, the last part of its id, stands in links to clauses that are gone. */
export function noteGoneLinks(
  bank: Bank,
  specs: readonly Spec[],
  untested: readonly UntestedClause[],
): readonly Finding[] {
  if (untested.length === 0) return [];
  const ids = new Set(specs.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
  const gone = new Map<string, Map<string, number>>();
  for (const { clauses } of bank.scenarios) {
    for (const link of clauses) {
      if (ids.has(link)) continue;
      const links = gone.get(lastPart(link)) ?? new Map<string, number>();
      gone.set(lastPart(link), links.set(link, (links.get(link) ?? 0) + 1));
    }
  }
  return untested.flatMap(({ clause }) => {
    const links = gone.get(lastPart(clause));
    if (links === undefined) return [];
    const scenarios = [...links.values()].reduce((sum, count) => sum + count, 0);
    const args = { clause, gone: [...links.keys()].slice(0, MOST_NAMED), scenarios };
    return [createFinding({ code: 'linksToGoneClause', args, clause, severity: 'notice' })];
  });
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
