// Gathers a night's evidence: first draws, and a second set where somebody looks changed.
import { suspectJudges, suspectModels, type NightInput } from '../decision/nightly/decide.ts';
import { anchorCells, type Baseline } from '../decision/nightly/anchor.ts';
import type { NightCell, NightRecord, RejudgedCell } from '../decision/nightly/record.ts';
import { listCellTasks } from '../evaluation/cell-task.ts';
import type { Comparison } from '../evaluation/comparison.ts';
import { evaluate, type EvaluatedCell } from '../evaluation/evaluate.ts';
import { planCalls } from '../evaluation/plan.ts';
import type { Run } from '../io/open-run.ts';
import type { NightEvent } from '../report/nightly-report.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { findRenamed } from './nightly-names.ts';
import { readRulings, rejudge, type StoredResponse } from './nightly-rejudge.ts';

/** What tonight has asked so far. */
export interface Night {
  /** Asks draws `from` to `to` of these models on tonight's scenarios. */
  readonly ask: (models: readonly string[], draws: { readonly from: number; readonly to: number }) => Promise<void>;
  /** Has tonight's judges rule on stored answers; what they ruled on already is left out. */
  readonly rejudge: (responses: readonly StoredResponse[]) => Promise<void>;
  readonly cells: () => readonly NightCell[];
  readonly rejudged: () => readonly RejudgedCell[];
}

/** A night with nothing asked yet. */
export function createNight(means: {
  comparison: Comparison;
  asked: readonly Scenario[];
  run: Run;
  ask: Run['ask'];
  date: string;
}): Night {
  const { comparison, asked, run, ask, date } = means;
  const cells: NightCell[] = [];
  const rejudged: RejudgedCell[] = [];
  const scenarios = new Map(asked.map((scenario) => [scenario.id, scenario]));
  return {
    ask: async (models, { from, to }) => {
      const range = { stage: 'confirm', scenarios: asked, draws: { base: 0, head: to } } as const;
      const tasks = listCellTasks(comparison, range).filter(
        ({ slot, draw }) => draw >= from && models.includes(slot.id),
      );
      run.beginStage(from === 1 ? 'night' : 'again', planCalls(comparison, tasks, run.store));
      cells.push(...(await evaluate(comparison, tasks, ask)).map(toNightCell));
    },
    rejudge: async (responses) => {
      const known = new Set(rejudged.map(nameOf));
      const wanted = responses.filter((response) => !known.has(nameOf(response)));
      rejudged.push(...(await rejudge(wanted, { comparison, scenarios, store: run.store, ask, date })));
    },
    cells: () => cells,
    rejudged: () => rejudged,
  };
}

/** First the judges, on the anchor's answers; then the models that look changed, on both sides by tonight's judges. */
export async function askSuspects(means: {
  night: Night;
  baseline: Baseline;
  input: (baseline: Baseline) => NightInput;
  draws: number;
  events: NightEvent[];
  names: () => NightRecord['answeredAs'];
}): Promise<void> {
  const { night, baseline, input, draws, events, names } = means;
  const { anchor } = baseline;
  const isComparable = ({ scenario, model }: NightCell): boolean => {
    const { models, scenarios } = input(baseline).tonight;
    return anchor.models[model] === models[model] && anchor.scenarios[scenario] === scenarios[scenario];
  };
  const sentinels = anchor.cells.filter((cell) => anchor.sentinels.includes(cell.scenario) && isComparable(cell));
  const fromAnchor = (draw: number): readonly StoredResponse[] =>
    sentinels.filter((cell) => cell.draw === draw).map((cell) => ({ ...placeOf(cell), from: anchor.date }));
  await night.rejudge(fromAnchor(1));
  const renamed = findRenamed(baseline.last.answeredAs, names());
  events.push(...renamed);
  const renamedIds = renamed.map(({ id }) => id);
  const { judges } = input(baseline);
  if (suspectJudges(input(baseline)).length > 0 || judges.some((judge) => renamedIds.includes(judge))) {
    await night.rejudge(fromAnchor(2));
  }
  const suspects = suspectModels(input(baseline), renamedIds);
  if (suspects.length === 0) return;
  await night.ask(suspects, { from: draws + 1, to: 2 * draws });
  const { tonight } = input(baseline);
  await night.rejudge(
    suspects.flatMap((model) =>
      [...anchorCells(baseline, tonight, model)].flatMap(([scenario, { date, cells }]) =>
        tonight.scenarios[scenario] === undefined ? [] : cells.map((cell) => ({ ...placeOf(cell), from: date })),
      ),
    ),
  );
}

function toNightCell({ scenario, model, draw, problematic, judgments, scores }: EvaluatedCell): NightCell {
  return {
    scenario,
    model,
    draw,
    against: problematic,
    rulings: readRulings(judgments),
    ...(scores === undefined || scores === 'missing'
      ? {}
      : { type: scores.responseType, scores: [scores.value1, scores.value2] }),
  };
}

/** Where a cell stands, whatever its night. */
export function placeOf({ scenario, model, draw }: NightCell): Omit<StoredResponse, 'from'> {
  return { scenario, model, draw };
}

function nameOf({ scenario, model, draw, from }: StoredResponse): string {
  return [from, model, scenario, draw].join('\n');
}
