// How many scenarios each clause, topic and value may and must have in a selection.
import type { Scenario } from '../scenario.ts';

/** Numbers of scenarios. `atLeast` holds as far as the bank and the size allow. */
export interface Quota {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** One quota for each clause (topic, value) there is. A scenario counts for all it names, both its values included. */
export interface Quotas {
  readonly clause?: Quota;
  readonly topic?: Quota;
  readonly value?: Quota;
}

/** A clause, topic or value with its quota, and the rows that name it. */
export interface Group {
  readonly kind: keyof Quotas;
  readonly name: string;
  readonly quota: Quota;
  readonly rows: readonly number[];
}

/** What quotas look at. */
export type Quoted = Pick<Scenario, 'clauses' | 'topics' | 'value1' | 'value2'>;

/** The groups that have a quota, by kind and name. */
export function findGroups(scenarios: readonly Quoted[], quotas: Quotas): readonly Group[] {
  const kinds = Object.entries(quotas) as [keyof Quotas, Quota][];
  return kinds.flatMap(([kind, quota]) => {
    const rows = new Map<string, number[]>();
    for (const [row, scenario] of scenarios.entries()) {
      for (const name of namesOf(scenario, kind)) {
        const known = rows.get(name);
        if (known === undefined) rows.set(name, [row]);
        else known.push(row);
      }
    }
    return [...rows]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, own]): Group => ({ kind, name, quota, rows: own }));
  });
}

/** What a scenario counts for. */
function namesOf(scenario: Quoted, kind: keyof Quotas): readonly string[] {
  if (kind === 'clause') return scenario.clauses;
  if (kind === 'topic') return scenario.topics;
  return [scenario.value1, scenario.value2].filter((value) => value !== undefined);
}
