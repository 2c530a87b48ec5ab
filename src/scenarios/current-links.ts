// Links to ids that no clause has any more, led on to the clauses that are meant today.
import type { Clause, Spec } from '../spec/clause.ts';
import { findReworded } from '../spec/reworded-clause.ts';
import { currentId } from '../spec/slug.ts';
import type { Bank } from './bank.ts';
import { withClauses } from './light-bank.ts';

/**
 * The bank with every link that names no clause of these specs under the id of the clause it means: in today's form of
 * ids, or, where items and paragraphs bear their own words as ids, the one that was reworded. A clause that other links
 * already name by its own id is never taken for the one that a lost link means.
 */
export function withCurrentLinks(bank: Bank, specs: readonly Spec[]): Bank {
  const clauses = new Map<string, Clause>(specs.flatMap((spec) => spec.clauses.map((clause) => [clause.id, clause])));
  const named = new Set<string>();
  for (const { clauses: links } of bank.scenarios) for (const link of links) named.add(link);
  const unnamed = [...clauses.values()].filter(({ id }) => !named.has(id));
  const known = new Map<string, string>();
  const follow = (link: string): string => {
    if (clauses.has(link)) return link;
    const found = known.get(link) ?? lead(link);
    known.set(link, found);
    return found;
  };
  const lead = (link: string): string => {
    const current = currentId(link);
    return clauses.has(current) ? current : (findReworded(link, unnamed)?.id ?? link);
  };
  const isCurrent = (links: readonly string[]): boolean => links.every((link) => follow(link) === link);
  if (bank.scenarios.every((scenario) => isCurrent(scenario.clauses))) return bank;
  const scenarios = bank.scenarios.map((scenario) =>
    isCurrent(scenario.clauses) ? scenario : withClauses(scenario, [...new Set(scenario.clauses.map(follow))]),
  );
  return { ...bank, scenarios, byId: new Map(scenarios.map((scenario) => [scenario.id, scenario])) };
}
