// Links under ids as earlier releases derived them, led to the clauses that bear today's.
import type { Spec } from '../spec/clause.ts';
import { currentId } from '../spec/slug.ts';
import type { Bank } from './bank.ts';

/** The bank with every link that names no clause of these specs, but does in today's form of ids, under that. */
export function withCurrentLinks(bank: Bank, specs: readonly Spec[]): Bank {
  const ids = new Set(specs.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
  const known = new Map<string, string>();
  const follow = (link: string): string => {
    if (ids.has(link)) return link;
    const current = known.get(link) ?? currentId(link);
    known.set(link, current);
    return ids.has(current) ? current : link;
  };
  const isCurrent = (links: readonly string[]): boolean => links.every((link) => follow(link) === link);
  if (bank.scenarios.every(({ clauses }) => isCurrent(clauses))) return bank;
  const scenarios = bank.scenarios.map((scenario) =>
    isCurrent(scenario.clauses) ? scenario : { ...scenario, clauses: [...new Set(scenario.clauses.map(follow))] },
  );
  return { ...bank, scenarios, byId: new Map(scenarios.map((scenario) => [scenario.id, scenario])) };
}
