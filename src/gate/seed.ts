// Fills the stored base draws that pull requests' screens read, the most useful scenarios first, within the budget.
import { whereDefined } from '../core/where-defined.ts';
import type { Project } from '../run/load-project.ts';
import type { Run } from '../run/open-run.ts';
import type { Stop } from '../run/stop.ts';
import { listCellTasks, type CellTask } from '../evaluation/cell-task.ts';
import type { Comparison } from '../evaluation/comparison.ts';
import type { Cost } from '../models/cost/prices.ts';
import { estimateCosts } from './usual-cost.ts';
import { nameSplit } from '../scenarios/shard-set.ts';
import { takeShard, type Shard } from '../scenarios/shard.ts';
import { compareSpecs } from '../evaluation/create-comparison.ts';
import { evaluate, type EvaluatedCell } from '../evaluation/evaluate.ts';
import { planCalls } from '../evaluation/plan.ts';
import type { Count } from '../evaluation/tally.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { orderBySeed } from '../scenarios/selection/seeded-order.ts';
import type { Spec } from '../spec/clause.ts';
import { mapInOrder } from '../writing/map-in-order.ts';
import { drawsToFill, readStoredDraws, type StoredDraws } from './stored-draws.ts';
import { comparisonRules } from './change/prepare-check.ts';

export interface SeededScenario {
  readonly scenario: string;
  /** Cells (model x draw) with a response and a majority of judges, and how many there should be. */
  readonly filled: number;
  readonly wanted: number;
}

export interface SeedResult {
  readonly schema: 'spec-gate/seed@1';
  readonly specHash: string;
  /** Names what is seeded; parts of one work have the same. */
  readonly subject: string;
  /** Draws a scenario and model: `pool:1` to this. */
  readonly draws: number;
  /** Draws that later nights are to add, one each. */
  readonly later?: number;
  /** Draws that were made in one night, where there is more than one of them: they count as one. */
  readonly atOnce?: number;
  /** In the order they were filled: the most disagreed-on first. */
  readonly scenarios: readonly SeededScenario[];
  /** Scenarios of the bank that test no clause of this spec: no check of a spec change reads them. */
  readonly unlinked: number;
  /** Scenarios of clauses that no recent edit touched, and what filling them would cost at most; only where they are left out. */
  readonly unedited?: {
    readonly scenarios: number;
    readonly edited: number;
    readonly calls: number;
    readonly usd: Cost;
  };
  readonly made: Count;
  readonly stored: number;
  /** Why it ended before everything was filled. */
  readonly stopped?: Stop['kind'];
}

/** Cells (model x draw) under way for each place: some wait for answers while others wait for rulings; few enough that a budget ends on whole ones. */
const CELLS_A_PLACE = 2;

/**
 * Asks and judges draws `pool:1` to `pool:K` of every linked scenario on the current spec: one draw more than are there, once a
 * night, since draws of one night count as one; or all at once, as the config says. What is stored is not asked again; a run that the budget stops is gone on with by the next one.
 */
export async function runSeed(
  project: Project,
  run: Run,
  {
    spec,
    edited,
    shard,
    now,
  }: {
    readonly spec: Spec;
    /** Milliseconds since 1970: which night this is. */
    readonly now: number;
    readonly edited?: ReadonlyMap<string, number> | undefined;
    readonly shard?: Shard | undefined;
  },
): Promise<SeedResult> {
  const { bank, panel, config } = project;
  const comparison = compareSpecs(
    { base: spec, head: spec, changes: [], models: panel.models },
    comparisonRules(project),
  );
  const linked = seedOrder(bank.scenarios, { spec, seed: config.seed });
  // A history that shows no edit, a shallow checkout's, says nothing of the next one.
  const isChosen = ({ clauses }: Scenario): boolean => !edited?.size || clauses.some((id) => edited.has(id));
  const chosen = linked.filter(isChosen);
  const order = shard === undefined ? chosen : takeShard(chosen, shard);
  const others = linked.filter((scenario) => !isChosen(scenario));
  const wanted = config.selection.replicates.base;
  const there = readStoredDraws(comparison, { scenarios: order, wanted, store: run.store });
  const draws = config.seeding.draws === 'all' ? wanted : drawsToFill(there, { wanted, now });
  const tasksOf = (scenarios: readonly Scenario[]): readonly CellTask[] =>
    listCellTasks(comparison, { stage: 'screen', scenarios, draws: { base: draws, head: 0 } });
  run.beginStage('seed', planCalls(comparison, tasksOf(order), run.store));
  const priceOf = (left: readonly Scenario[]): SeedResult['unedited'] & object => {
    const calls = planCalls(comparison, tasksOf(left), run.store).filter(({ stored }) => !stored);
    const usd = estimateCosts(calls, config.prices);
    return { scenarios: left.length, edited: edited?.size ?? 0, calls: calls.length, usd };
  };
  const scenarios: SeededScenario[] = [];
  const filled = mapInOrder(order, {
    ahead: Math.ceil((CELLS_A_PLACE * run.places) / (draws * panel.models.length)),
    task: (scenario) => fillScenario(comparison, { scenario, tasks: tasksOf([scenario]), run }),
  });
  for await (const scenario of filled) scenarios.push(scenario);
  const stop = run.stopped();
  return {
    schema: 'spec-gate/seed@1',
    specHash: spec.hash,
    subject: nameSplit(chosen.map(({ id }) => id)),
    draws,
    ...nightsOf({ wanted, draws, stored: there }),
    scenarios,
    unlinked: bank.scenarios.length - linked.length,
    ...(others.length > 0 && { unedited: priceOf(others) }),
    made: run.tally.made(),
    stored: run.tally.stored(),
    ...whereDefined({ stopped: stop?.kind }),
  };
}

function nightsOf({
  wanted,
  draws,
  stored,
}: {
  readonly wanted: number;
  readonly draws: number;
  readonly stored: StoredDraws | undefined;
}): Pick<SeedResult, 'later' | 'atOnce'> {
  if (stored === undefined) return {};
  const added = draws - stored.draws;
  return {
    ...(draws < wanted ? { later: wanted - draws } : {}),
    ...(added > 1 ? { atOnce: added } : {}),
  };
}

/** Linked scenarios, those that models disagree on most first: their draws decide most; a seed orders the rest. */
function seedOrder(
  scenarios: readonly Scenario[],
  { spec, seed }: { readonly spec: Spec; readonly seed: string },
): readonly Scenario[] {
  const ids = new Set(spec.clauses.map(({ id }) => id));
  const linked = scenarios.filter(({ clauses }) => clauses.some((id) => ids.has(id)));
  return [...orderBySeed(linked, seed)].sort((a, b) => (b.disagreement ?? 1) - (a.disagreement ?? 1));
}

/** After a stop every answer still comes from the store, so what is already filled is counted too. */
async function fillScenario(
  comparison: Comparison,
  { scenario, tasks, run }: { scenario: Scenario; tasks: readonly CellTask[]; run: Run },
): Promise<SeededScenario> {
  const cells = await evaluate(comparison, tasks, run.ask);
  return { scenario: scenario.id, filled: cells.filter(isFilled).length, wanted: cells.length };
}

function isFilled({ problematic, scores }: EvaluatedCell): boolean {
  return problematic !== 'missing' && scores !== 'missing';
}
