// What a seeding fills: the base draws that changes are compared with. Asks nobody.
import { whereDefined } from '../core/where-defined.ts';
import { listCellTasks, type CellTask } from '../evaluation/cell-task.ts';
import type { Comparison } from '../evaluation/comparison.ts';
import { compareSpecs } from '../evaluation/create-comparison.ts';
import { planCalls, type PlannedCall } from '../evaluation/plan.ts';
import type { AnswerStore } from '../evaluation/store.ts';
import type { Cost } from '../models/cost/prices.ts';
import type { Project } from '../run/load-project.ts';
import { expectedPrices } from '../run/run-prices.ts';
import type { Bank } from '../scenarios/bank.ts';
import { withCurrentLinks } from '../scenarios/current-links.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { orderBySeed } from '../scenarios/selection/seeded-order.ts';
import { selectScenarios } from '../scenarios/selection/select.ts';
import { namePanel } from '../run/name-panel.ts';
import { nameSplit } from '../scenarios/shard-set.ts';
import { takeShard, type Shard } from '../scenarios/shard.ts';
import type { Spec } from '../spec/clause.ts';
import { comparisonRules } from './change/prepare-check.ts';
import { drawsToFill, readStoredDraws, type StoredDraws } from './stored-draws.ts';
import { usualCost } from './usual-cost.ts';

export interface SeedOptions {
  readonly spec: Spec;
  /** Milliseconds since 1970: which night this is. */
  readonly now: number;
  /** Clauses that the spec's history edited, and how often; undefined where seeding does not go by it. */
  readonly edited?: ReadonlyMap<string, number> | undefined;
  readonly shard?: Shard | undefined;
}

/** Scenarios of clauses that no recent edit touched, and what filling them would cost. */
export interface UneditedScenarios {
  readonly scenarios: number;
  readonly edited: number;
  readonly calls: number;
  readonly usd: Cost;
}

export interface PreparedSeed {
  readonly comparison: Comparison;
  /** In the order they are filled: those of the clauses that were edited most first, then those that models part on most. */
  readonly order: readonly Scenario[];
  /** Draws a scenario and model that are wanted in the end, and that are filled now: `pool:1` to this. */
  readonly wanted: number;
  readonly draws: number;
  readonly stored: StoredDraws | undefined;
  /** Whether each cell is answered and ruled on, or answered alone. */
  readonly fills: 'draws' | 'answers';
  readonly tasksOf: (scenarios: readonly Scenario[], draws?: number) => readonly CellTask[];
  /** Names what is seeded; parts of one work have the same. */
  readonly subject: string;
  /** Scenarios that test no clause of this spec. */
  readonly unlinked: number;
  /** Scenarios of clauses that have more of them than a check begins with: no edit of one clause reads these first. */
  readonly beyond: number;
  readonly unedited?: UneditedScenarios;
}

/** One answer of each model serves the first two draws of a check's rulings; a check that looks further asks the next one itself. */
export const ANSWER_DRAWS = 1;

/** Which scenarios a seeding fills, in which order, and to how many draws this time. Asks nobody. */
export function prepareSeed(
  { bank: given, panel, config, ...project }: Project,
  store: AnswerStore,
  { spec, edited, shard, now }: SeedOptions,
): PreparedSeed {
  const bank = withCurrentLinks(given, [spec]);
  const rules = comparisonRules({ ...project, bank, panel, config });
  const comparison = compareSpecs({ base: spec, head: spec, changes: [], models: panel.models }, rules);
  const { scenarios: size, replicates } = config.selection;
  const known = new Set(spec.clauses.map(({ id }) => id));
  const linked = bank.scenarios.filter(({ clauses }) => clauses.some((id) => known.has(id)));
  const read = readFirst({ ...bank, scenarios: linked }, { spec, size, seed: config.seed });
  // A history that shows no edit, a shallow checkout's, says nothing of the next one.
  const editsOf = ({ clauses }: Scenario): number => Math.max(0, ...clauses.map((id) => edited?.get(id) ?? 0));
  const isChosen = (scenario: Scenario): boolean => !edited?.size || editsOf(scenario) > 0;
  const useful = orderBySeed(linked, config.seed)
    .filter(({ id }) => read.has(id))
    .sort((a, b) => editsOf(b) - editsOf(a) || (b.disagreement ?? 1) - (a.disagreement ?? 1));
  const chosen = useful.filter(isChosen);
  const order = shard === undefined ? chosen : takeShard(chosen, shard);
  const fills = config.seeding.draws === 'answers' ? 'answers' : 'draws';
  const wanted = fills === 'answers' ? ANSWER_DRAWS : replicates.base;
  const stored = fills === 'answers' ? undefined : readStoredDraws(comparison, { scenarios: order, wanted, store });
  const draws = config.seeding.draws === 'nightly' ? drawsToFill(stored, { wanted, now }) : wanted;
  const tasksOf: PreparedSeed['tasksOf'] = (scenarios, base = draws) =>
    listCellTasks(comparison, { stage: 'screen', scenarios, draws: { base, head: 0 } });
  const others = useful.filter((scenario) => !isChosen(scenario));
  const prices = expectedPrices({ ...project, panel, config, bank: given }, { attended: false });
  const left = callsToFill(comparison, { tasks: tasksOf(others), store, fills }).filter((call) => !call.stored);
  return {
    comparison,
    order,
    wanted,
    draws,
    stored,
    fills,
    tasksOf,
    subject: nameSplit(
      chosen.map(({ id }) => id),
      namePanel({ panel, config }, spec),
    ),
    unlinked: bank.scenarios.length - linked.length,
    beyond: linked.length - useful.length,
    ...whereDefined({
      unedited:
        others.length === 0
          ? undefined
          : {
              scenarios: others.length,
              edited: edited?.size ?? 0,
              calls: left.filter(({ optional }) => !optional).length,
              usd: usualCost(left, prices),
            },
    }),
  };
}

/** What one clause's edit begins with, for every clause: the same scenarios that its check selects. */
function readFirst(
  bank: Bank,
  { spec, size, seed }: { readonly spec: Spec; readonly size: number; readonly seed: string },
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { clauses } of bank.scenarios) for (const id of clauses) counts.set(id, (counts.get(id) ?? 0) + 1);
  const few = new Set([...counts].filter(([, count]) => count <= size).map(([id]) => id));
  const read = new Set(bank.scenarios.filter(({ clauses }) => clauses.some((id) => few.has(id))).map(({ id }) => id));
  for (const clause of spec.clauses) {
    if ((counts.get(clause.id) ?? 0) <= size) continue;
    const edit = { kind: 'edited', id: clause.id, edited: true, moved: false, attributes: [], words: [] } as const;
    const changes = [{ ...edit, base: clause, head: clause }];
    const { linked } = selectScenarios({ bank, changes, size, extendTo: size, seed });
    for (const { scenario } of linked) read.add(scenario.id);
  }
  return read;
}

/** What filling these asks for: with `answers` nobody rules. */
export function callsToFill(
  comparison: Comparison,
  {
    tasks,
    store,
    fills,
  }: { readonly tasks: readonly CellTask[]; readonly store: AnswerStore; readonly fills: PreparedSeed['fills'] },
): readonly PlannedCall[] {
  const calls = planCalls(comparison, tasks, store);
  return fills === 'answers' ? calls.filter(({ purpose }) => purpose === 'respond') : calls;
}
