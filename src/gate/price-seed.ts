// What a seeding would cost: this run and the nights to come, in batches, and by the other way of seeding. Asks nobody.
import { whereDefined } from '../core/where-defined.ts';
import type { CellTask } from '../evaluation/cell-task.ts';
import type { PlannedCall } from '../evaluation/plan.ts';
import type { AnswerStore } from '../evaluation/store.ts';
import { BATCH_SHARE } from '../models/batch/batched-model.ts';
import type { Cost } from '../models/cost/prices.ts';
import type { CountedCalls } from '../report/terminal/plan.ts';
import type { Project } from '../run/load-project.ts';
import { expectedPrices } from '../run/run-prices.ts';
import { LEAST_USD } from './plan-savings.ts';
import {
  ANSWER_DRAWS,
  callsToFill,
  prepareSeed,
  type PreparedSeed,
  type SeedOptions,
  type UneditedScenarios,
} from './prepare-seed.ts';
import { estimateCosts, estimateUncached, usualCost } from './usual-cost.ts';

export interface SeedPlan {
  readonly schema: 'spec-gate/seed-plan@1';
  readonly scenarios: number;
  /** Draws a scenario and model that this run fills: `pool:1` to this; and how many there are to be in the end. */
  readonly draws: number;
  readonly wanted: number;
  /** This run, with judges who part as often as usual. */
  readonly now: CountedCalls;
  /** US dollars of this run in batches, and what spare capacity saves of it where that is reckoned with. */
  readonly batched: Cost;
  readonly flexSaves?: number;
  /** This run and those of the nights to come. */
  readonly whole: CountedCalls;
  /** What each cell is filled with; and what the other choice would cost in the end, where there is one. */
  readonly fills: PreparedSeed['fills'];
  readonly otherwise?: CountedCalls & { readonly draws: number };
  readonly unlinked: number;
  readonly beyond: number;
  readonly unedited?: UneditedScenarios;
}

/** What a run costs in batches, whose prompt caches are not certain, and what spare capacity saves where its price, `usd`, is reckoned with that. */
function listCheaper(
  calls: readonly PlannedCall[],
  { project, usd }: { readonly project: Project; readonly usd: Cost | undefined },
): Pick<SeedPlan, 'batched' | 'flexSaves'> {
  const missing = calls.filter(({ stored }) => !stored);
  const [atListPrice, uncached] = [estimateCosts, estimateUncached].map((estimate) =>
    usualCost(missing, project.config.prices, estimate),
  );
  if (typeof atListPrice !== 'number' || typeof uncached !== 'number') return { batched: 'unknown' };
  const saved = typeof usd === 'number' ? atListPrice - usd : 0;
  return { batched: BATCH_SHARE * uncached, ...(saved >= LEAST_USD && { flexSaves: saved }) };
}

/** What `check --mode seed` would ask and cost. */
export function planSeed(project: Project, store: AnswerStore, options: SeedOptions): SeedPlan {
  return priceSeed(prepareSeed(project, store, options), { project, store });
}

/** What that asks and costs in US dollars: this time, and until all draws are there. */
export function priceSeed(
  seed: PreparedSeed,
  { project, store }: { readonly project: Project; readonly store: AnswerStore },
): SeedPlan {
  const { comparison, order, draws, wanted, fills, unlinked, beyond, unedited, tasksOf } = seed;
  const prices = expectedPrices(project, { attended: false });
  const count = (tasks: readonly CellTask[], what = fills): CountedCalls => {
    const calls = callsToFill(comparison, { tasks, store, fills: what });
    const missing = calls.filter(({ stored }) => !stored);
    const least = calls.filter(({ optional }) => !optional);
    const toMake = least.filter(({ stored }) => !stored).length;
    const usd = usualCost(missing, prices);
    return { needed: least.length, stored: least.length - toMake, toMake, usd };
  };
  const now = count(tasksOf(order));
  const others =
    fills === 'draws'
      ? ({ what: 'answers', draws: ANSWER_DRAWS } as const)
      : ({ what: 'draws', draws: project.config.selection.replicates.base } as const);
  return {
    schema: 'spec-gate/seed-plan@1',
    scenarios: order.length,
    draws,
    wanted,
    now,
    ...listCheaper(callsToFill(comparison, { tasks: tasksOf(order), store, fills }), { project, usd: now.usd }),
    whole: count(tasksOf(order, wanted)),
    fills,
    ...(comparison.kind === 'target' && {
      otherwise: { ...count(tasksOf(order, others.draws), others.what), draws: others.draws },
    }),
    unlinked,
    beyond,
    ...whereDefined({ unedited }),
  };
}
