// Patterns in the rulings, by the clauses they are about, and a tally that gathers scenarios under them.

import type { ResponseType } from '../../core/study-words.ts';

/** A pattern about one clause, or a pair of them, before the thresholds are applied. */
export interface Pattern {
  /** One clause; or two, of which a conflict's first is cited against answers and its second for them. */
  readonly clauses: readonly [string] | readonly [string, string];
  /** Scenarios that show it, and those that could have. */
  readonly scenarios: number;
  readonly tested: number;
  /** Some of those that show it. */
  readonly examples: readonly string[];
  /** What the clauses are known from: judges' citations, or the scenario's links where none were recorded. */
  readonly basis: 'cited' | 'linked';
  /** Scenarios that showed it on the other arm of a run. */
  readonly before?: number;
  /** Of answers that all pass though they help differently: the two kinds that most scenarios show, with an example. */
  readonly kinds?: ContrastedKinds;
}

export interface ContrastedKinds {
  readonly scenario: string;
  readonly most: { readonly model: string; readonly type: ResponseType };
  readonly least: { readonly model: string; readonly type: ResponseType };
}

export interface TalliedClauses {
  readonly clauses: readonly string[];
  readonly scenarios: number;
  readonly tested: number;
  readonly examples: readonly string[];
}

/** Scenarios by clause (or pair of clauses): those that could show a pattern, and those that do. */
export interface ClauseTally {
  add(clauses: readonly string[], scenario: string, shows: boolean): void;
  /** In the order of the clauses' ids; `examples` are all scenarios that show it, in the order of theirs. */
  entries(): readonly TalliedClauses[];
}

/** A scenario that is added twice shows the pattern if it does so once. */
export function createClauseTally(): ClauseTally {
  const tallies = new Map<string, Map<string, boolean>>();
  return {
    add: (clauses, scenario, shows) => {
      const key = JSON.stringify(clauses);
      const tally = tallies.get(key) ?? new Map<string, boolean>();
      tallies.set(key, tally);
      tally.set(scenario, shows || tally.get(scenario) === true);
    },
    entries: () =>
      [...tallies]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, tally]) => {
          const examples = [...tally].flatMap(([scenario, shows]) => (shows ? [scenario] : [])).sort();
          return { clauses: JSON.parse(key) as string[], scenarios: examples.length, tested: tally.size, examples };
        }),
  };
}
