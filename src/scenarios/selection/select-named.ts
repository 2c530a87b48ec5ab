// Scenarios of clauses that an edit names: they tell whether it changes how these are read, for example by taking them back.
import type { ClauseChange } from '../../spec/change.ts';
import type { Clause } from '../../spec/clause.ts';
import { namedByEdits } from '../../spec/clause-names.ts';
import type { Bank } from '../bank.ts';
import type { Scenario } from '../scenario.ts';
import { orderBySeed } from './seeded-order.ts';
import type { SelectedScenario } from './select.ts';

/**
 * Scenarios for one edited clause, and for all of them: enough that a rule which is taken back shows in what is measured over all
 * scenarios, and few, since each of them waters down what the edit does to its own.
 */
const MOST_EACH = 4;
const MOST = 8;

export interface SelectNamedOptions {
  readonly bank: Bank;
  readonly changes: readonly ClauseChange[];
  /** The head's. */
  readonly clauses: readonly Clause[];
  /** Those selected so far: a clause that none of them tests is not tested by others' scenarios either. */
  readonly linked: readonly SelectedScenario[];
  readonly seed: string;
}

/** Of the clauses that one edit names each in turn, those on which models part most first. */
export function selectNamed({ bank, changes, clauses, linked, seed }: SelectNamedOptions): readonly SelectedScenario[] {
  const named = namedByEdits(changes, clauses);
  if (named.size === 0) return [];
  const tested = new Set(linked.flatMap(({ reason }) => (reason.kind === 'linked' ? reason.clauses : [])));
  const taken = new Set(linked.map(({ scenario }) => scenario.id));
  const chosen: SelectedScenario[] = [];
  const byClause = listByClause(bank.scenarios, new Set([...named.values()].flat()));
  for (const [clause, others] of named) {
    if (!tested.has(clause) || chosen.length >= MOST) continue;
    const lists = others.map((id) => (byClause.get(id) ?? []).filter((one) => !taken.has(one.id)));
    for (const scenario of inTurns(lists, seed).slice(0, Math.min(MOST_EACH, MOST - chosen.length))) {
      taken.add(scenario.id);
      chosen.push({ scenario, reason: { kind: 'named', clause }, rank: chosen.length });
    }
  }
  return chosen;
}

/** In one walk over the bank: an edited table of contents names every clause. */
function listByClause(
  scenarios: readonly Scenario[],
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, readonly Scenario[]> {
  const lists = new Map([...wanted].map((id): [string, Scenario[]] => [id, []]));
  for (const scenario of scenarios) for (const id of new Set(scenario.clauses)) lists.get(id)?.push(scenario);
  return lists;
}

function inTurns(lists: readonly (readonly Scenario[])[], seed: string): readonly Scenario[] {
  const queues = lists.map((list) =>
    orderBySeed(list, seed).toSorted((a, b) => (b.disagreement ?? 1) - (a.disagreement ?? 1)),
  );
  const turns = Array.from({ length: MOST_EACH }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? []));
  return [...new Set(turns.flat())];
}
