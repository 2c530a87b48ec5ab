// Groups of scenarios whose outcomes are correlated: the queries of one pair of values, or the bank's own `group`.
import type { Scenario } from './scenario.ts';

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
