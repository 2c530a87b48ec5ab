// Short ways to write scenarios, banks, clauses and changes in these tests.
import { createBank } from '../../src/scenarios/parse-bank.ts';
import type { Bank } from '../../src/scenarios/bank.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';
import type { ClauseChange } from '../../src/spec/change.ts';
import type { Clause } from '../../src/spec/clause.ts';

/** A scenario that says its own id unless `query` is given. */
export function scenarioOf(id: string, fields: Partial<Scenario> & { readonly query?: string } = {}): Scenario {
  const { query = `question ${id}`, ...rest } = fields;
  return { id, messages: [{ role: 'user', content: query }], clauses: [], topics: [], ...rest };
}

export function bankOf(...scenarios: readonly Scenario[]): Bank {
  return createBank('bank.jsonl', scenarios);
}

export function clauseOf(id: string, fields: Partial<Clause> = {}): Clause {
  const base = { title: id, ancestors: [], attributes: {}, text: `text of ${id}`, commentary: [] };
  return { id, ...base, file: 'spec.md', lines: { start: 1, end: 2 }, ...fields };
}

/** An edit of a clause that keeps its id, unless told otherwise. */
export function changeOf(id: string, fields: Partial<ClauseChange> = {}): ClauseChange {
  const side = clauseOf(id);
  const flags = { kind: 'edited', edited: true, moved: false, attributes: [], words: [] } as const;
  return { id, ...flags, base: side, head: side, ...fields };
}
