// Asks for a night's evidence: tonight's answers, and tonight's rulings and scores on answers of other nights.
import type { NightCell, RejudgedCell } from './decision/record.ts';
import { listCellTasks } from '../evaluation/cell-task.ts';
import type { Comparison } from '../evaluation/comparison.ts';
import { evaluate, type EvaluatedCell } from '../evaluation/evaluate.ts';
import { planCalls } from '../evaluation/plan.ts';
import type { Run } from '../run/open-run.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { readRulings, rejudge, scoredAs } from './rejudge.ts';
import { nameOf, type Night } from './suspects.ts';

/** A night whose answers can be read whole. */
export interface AskedNight extends Night {
  readonly evaluated: () => readonly EvaluatedCell[];
}

/** A night with nothing asked yet. */
export function createNight(means: {
  comparison: Comparison;
  asked: readonly Scenario[];
  run: Run;
  ask: Run['ask'];
  date: string;
}): AskedNight {
  const { comparison, asked, run, ask, date } = means;
  const evaluated: EvaluatedCell[] = [];
  const cells: NightCell[] = [];
  const rejudged: RejudgedCell[] = [];
  const scenarios = new Map(asked.map((scenario) => [scenario.id, scenario]));
  return {
    ask: async (models, { from, to }) => {
      const range = { stage: 'confirm', scenarios: asked, draws: { base: 0, head: to } } as const;
      const tasks = listCellTasks(comparison, range).filter(
        ({ slot, draw }) => draw >= from && models.includes(slot.id),
      );
      run.beginStage(from === 1 ? 'night' : 'again', () => planCalls(comparison, tasks, run.store));
      const answers = await evaluate(comparison, tasks, ask);
      evaluated.push(...answers);
      cells.push(...answers.map(toNightCell));
    },
    rejudge: async (responses) => {
      const known = new Set(rejudged.map(nameOf));
      const wanted = new Map(
        responses.flatMap((response) => (known.has(nameOf(response)) ? [] : [[nameOf(response), response]])),
      );
      rejudged.push(...(await rejudge([...wanted.values()], { comparison, scenarios, store: run.store, ask, date })));
    },
    evaluated: () => evaluated,
    cells: () => cells,
    rejudged: () => rejudged,
  };
}

function toNightCell({ scenario, model, draw, problematic, judgments, scores }: EvaluatedCell): NightCell {
  return { scenario, model, draw, against: problematic, rulings: readRulings(judgments), ...scoredAs(scores) };
}
