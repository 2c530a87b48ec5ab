// Fills the stored base draws that pull requests' screens read, the most useful scenarios first, within the budget.
import { whereDefined } from '../core/where-defined.ts';
import type { CellTask } from '../evaluation/cell-task.ts';
import type { Comparison } from '../evaluation/comparison.ts';
import { evaluate, responseText, type EvaluatedCell } from '../evaluation/evaluate.ts';
import { respondRequest } from '../evaluation/prompts/respond.ts';
import type { Count } from '../evaluation/tally.ts';
import type { Project } from '../run/load-project.ts';
import type { Run } from '../run/open-run.ts';
import type { Stop } from '../run/stop.ts';
import { mapInOrder } from '../writing/map-in-order.ts';
import {
  callsToFill,
  prepareSeed,
  type PreparedSeed,
  type SeedOptions,
  type UneditedScenarios,
} from './prepare-seed.ts';
import { priceSeed, type SeedPlan } from './price-seed.ts';
import type { StoredDraws } from './stored-draws.ts';

export interface SeededScenario {
  readonly scenario: string;
  /** Cells (model x draw) with a response and, unless answers alone are filled, a majority of judges; and how many there should be. */
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
  readonly fills: PreparedSeed['fills'];
  /** Draws that later nights are to add, one each. */
  readonly later?: number;
  /** Draws that were made in one night, where there is more than one of them: they count as one. */
  readonly atOnce?: number;
  /** In the order they were filled: of the clauses edited most, and of those the most disagreed-on first. */
  readonly scenarios: readonly SeededScenario[];
  /** Scenarios of the bank that test no clause of this spec: no check of a spec change reads them. */
  readonly unlinked: number;
  /** Scenarios that no edit of one clause begins with, see `PreparedSeed`; left out where there are none. */
  readonly beyond?: number;
  /** Only where seeding goes by the history. */
  readonly unedited?: UneditedScenarios;
  readonly made: Count;
  readonly stored: number;
  /** Why it ended before everything was filled. */
  readonly stopped?: Stop['kind'];
}

/** Cells (model x draw) under way for each place: some wait for answers while others wait for rulings; few enough that a budget ends on whole ones. */
const CELLS_A_PLACE = 2;

/**
 * Asks and judges draws `pool:1` to `pool:K` of the scenarios that changes begin with, on the current spec: one draw more than are
 * there, once a night, since draws of one night count as one; or all at once, as the config says. What is stored is not asked
 * again; a run that the budget stops is gone on with by the next one.
 */
export async function runSeed(
  project: Project,
  run: Run,
  /** `onPlan`: told before anybody is asked, where there is anything to ask. */
  options: SeedOptions & { readonly onPlan?: (plan: SeedPlan) => void },
): Promise<SeedResult> {
  const seed = prepareSeed(project, run.store, options);
  const plan = priceSeed(seed, { project, store: run.store });
  if (plan.now.toMake > 0) options.onPlan?.(plan);
  const { comparison, order, draws, wanted, stored, fills, tasksOf } = seed;
  run.beginStage('seed', () => callsToFill(comparison, { tasks: tasksOf(order), store: run.store, fills }));
  const scenarios: SeededScenario[] = [];
  const results = mapInOrder(order, {
    ahead: Math.ceil((CELLS_A_PLACE * run.places) / (draws * project.panel.models.length)),
    task: async (scenario) => {
      const tasks = tasksOf([scenario]);
      const filled = fills === 'answers' ? await fillAnswers(tasks, run) : await fillDraws(comparison, tasks, run);
      return { scenario: scenario.id, filled, wanted: tasks.length };
    },
  });
  for await (const scenario of results) scenarios.push(scenario);
  const stop = run.stopped();
  return {
    schema: 'spec-gate/seed@1',
    specHash: options.spec.hash,
    subject: seed.subject,
    draws,
    fills,
    ...nightsOf({ wanted, draws, stored }),
    scenarios,
    unlinked: seed.unlinked,
    ...(seed.beyond > 0 && { beyond: seed.beyond }),
    ...whereDefined({ unedited: seed.unedited }),
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
    ...(draws < wanted && { later: wanted - draws }),
    ...(added > 1 && { atOnce: added }),
  };
}

/** After a stop every answer still comes from the store, so what is already filled is counted too. */
async function fillDraws(comparison: Comparison, tasks: readonly CellTask[], run: Run): Promise<number> {
  return (await evaluate(comparison, tasks, run.ask)).filter(isFilled).length;
}

/** What a check's judges will rule on; an answer that is none is asked for again by the next run. */
async function fillAnswers(tasks: readonly CellTask[], run: Run): Promise<number> {
  const answers = await Promise.all(
    tasks.map(({ slot, arm, scenario, answerName }) => run.ask(respondRequest(slot[arm], scenario, answerName))),
  );
  return answers.filter((one) => one.status === 'answered' && responseText(one.completion) !== undefined).length;
}

function isFilled({ problematic, scores }: EvaluatedCell): boolean {
  return problematic !== 'missing' && scores !== 'missing';
}
