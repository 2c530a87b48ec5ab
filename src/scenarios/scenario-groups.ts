// Groups of scenarios whose outcomes are correlated: the queries of one pair of values, or the bank's own `group`.
import type { Scenario } from './scenario.ts';

/**
 * The same for scenarios of one check, where those that ask the very same are a group, too: they are answered once, and a hundred
 * of them say what one does.
 */
export function groupAlike(scenarios: readonly Scenario[]): ReadonlyMap<string, string> {
  const groups = new Map(groupScenarios(scenarios));
  const asked = new Map<string, Scenario[]>();
  for (const scenario of scenarios) {
    const words = JSON.stringify(scenario.messages);
    asked.set(words, [...(asked.get(words) ?? []), scenario]);
  }
  for (const alike of [...asked.values()].filter(({ length }) => length > 1)) {
    const named = alike.flatMap(({ id }) => groups.get(id) ?? [])[0];
    const group = named ?? JSON.stringify({ asks: alike[0]!.id });
    for (const { id } of alike) if (!groups.has(id)) groups.set(id, group);
  }
  return groups;
}

/** The group of each scenario that names one, or that has a pair of values, whichever comes first; the others stand alone. */
export function groupScenarios(
  scenarios: readonly Pick<Scenario, 'id' | 'group' | 'value1' | 'value2'>[],
): ReadonlyMap<string, string> {
  return new Map(
    scenarios.flatMap(({ id, group, value1, value2 }): [string, string][] => {
      if (group !== undefined) return [[id, JSON.stringify({ group })]];
      if (value1 === undefined || value2 === undefined) return [];
      const pair = [value1, value2].map((value) => value.trim().toLowerCase()).sort();
      return [[id, JSON.stringify({ pair })]];
    }),
  );
}
