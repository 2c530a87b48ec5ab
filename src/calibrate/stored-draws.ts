// The stored base draws of a project on its current spec, read without a call: what calibration looks at.
import { whereDefined } from '../core/where-defined.ts';
import type { Ask } from '../evaluation/ask.ts';
import { listCellTasks } from '../evaluation/cell-task.ts';
import { compareSpecs } from '../evaluation/create-comparison.ts';
import { evaluate, type EvaluatedCell } from '../evaluation/evaluate.ts';
import { requestKey } from '../evaluation/key.ts';
import type { AnswerStore } from '../evaluation/store.ts';
import type { Project } from '../run/load-project.ts';
import type { Spec } from '../spec/clause.ts';
import { comparisonRules } from '../gate/change/prepare-check.ts';

export interface StoredDraws {
  /** Draws that each of `scenarios` has whole: `pool:1` to this; 0 where nothing is stored. */
  readonly draws: number;
  /** Ids of the scenarios with every model's response and ruling in every one of these draws. */
  readonly scenarios: readonly string[];
  /** Their cells, arm base, stage screen. */
  readonly cells: readonly EvaluatedCell[];
  /** Scenarios in the bank. */
  readonly of: number;
}

/** The most that `selection.replicates.base` may be. */
const MOST_DRAWS = 16;

/**
 * As many draws of as many scenarios as are whole: of the choices with two draws or more the one with the most cells, so that a
 * few scenarios with more draws do not shut out the others.
 */
export async function readWholeDraws(
  project: Project,
  { spec, store }: { readonly spec: Spec; readonly store: AnswerStore },
): Promise<StoredDraws> {
  const { bank, panel } = project;
  const comparison = compareSpecs(
    { base: spec, head: spec, changes: [], models: panel.models },
    comparisonRules(project),
  );
  const range = { stage: 'screen', scenarios: bank.scenarios, draws: { base: MOST_DRAWS, head: 0 } } as const;
  const tasks = listCellTasks(comparison, range);
  const ask = askStoreOnly(store);
  const cells: EvaluatedCell[] = [];
  for (let draw = 1; draw <= MOST_DRAWS; draw += 1) {
    const own = await evaluate(
      comparison,
      tasks.filter((task) => task.draw === draw),
      ask,
    );
    const whole = own.filter(isWhole);
    // Draws are looked up one after another; what lies behind a missing one is not looked for.
    if (whole.length === 0) break;
    for (const cell of whole) cells.push(cell);
  }
  const whole = countWholeDraws(cells, panel.models.length);
  const draws = mostEvidence([...whole.values()]);
  const scenarios = bank.scenarios.map(({ id }) => id).filter((id) => draws > 0 && (whole.get(id) ?? 0) >= draws);
  const kept = new Set(scenarios);
  return {
    draws,
    scenarios,
    cells: cells.filter(({ scenario, draw }) => kept.has(scenario) && draw <= draws),
    of: bank.scenarios.length,
  };
}

/** Never asks a model: what is not stored is missing. */
function askStoreOnly(store: AnswerStore): Ask {
  return (request) => {
    const stored = store.get(requestKey(request));
    return Promise.resolve(
      stored === undefined
        ? { status: 'missing', reason: 'not stored' }
        : { status: 'answered', completion: stored.completion, ...whereDefined({ at: stored.paid?.at }) },
    );
  };
}

function isWhole({ problematic, scores }: EvaluatedCell): boolean {
  return problematic !== 'missing' && scores !== 'missing';
}

/** For each scenario the n for which draws 1 to n have a cell of every model. */
function countWholeDraws(cells: readonly EvaluatedCell[], models: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number[]>();
  for (const { scenario, draw } of cells) {
    const own = counts.get(scenario) ?? [];
    own[draw - 1] = (own[draw - 1] ?? 0) + 1;
    counts.set(scenario, own);
  }
  return new Map(
    [...counts].map(([scenario, own]) => {
      const gap = Array.from({ length: MOST_DRAWS }, (_, index) => own[index] ?? 0).findIndex(
        (count) => count < models,
      );
      return [scenario, gap === -1 ? MOST_DRAWS : gap];
    }),
  );
}

function mostEvidence(whole: readonly number[]): number {
  let best = whole.some((count) => count >= 1) ? 1 : 0;
  let most = 0;
  for (let draws = 2; draws <= MOST_DRAWS; draws += 1) {
    const cells = draws * whole.filter((count) => count >= draws).length;
    if (cells > most) [best, most] = [draws, cells];
  }
  return best;
}
