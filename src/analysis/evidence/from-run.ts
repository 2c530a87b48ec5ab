// A run's evidence as study data: one row for each scenario and draw of the arm under study.
import { mean } from '../../stats/mean.ts';
import { whereDefined } from '../../core/where-defined.ts';
import type { Arm } from '../../evaluation/cell.ts';
import type { EvaluatedCell } from '../../evaluation/evaluate.ts';
import { disagreementsBySubset } from '../../scenarios/disagreement.ts';
import type { Evidence } from './evidence.ts';
import type { EvidenceScenario } from './evidence-line.ts';
import { basisOf } from '../cell-outliers.ts';
import { addToList } from './lists-by-key.ts';
import { groupByScenario, type StudyData, type StudyResponse, type StudyRow, type StudyRows } from './study-data.ts';

/**
 * `arm` is studied, with all its draws of both stages: each is one more answer of the same models under the same text. The
 * other arm is `before`, with the draws of the stage that decides (the confirmation where there is one, else the screen).
 * What compares the arms reads the draws that both have (`pairResponses`): the screen keeps more of the base. A scenario's
 * D is the mean over its draws, so that it lies in one bin; the bank's own D stands in where nothing was scored.
 */
export function studyRun(
  { comparison, simulated, places, scenarios, cells }: Evidence,
  { arm, categories }: { readonly arm: Arm; readonly categories: StudyData['categories'] },
): StudyData {
  const rowsOf = (has: (cell: EvaluatedCell) => boolean): StudyRows => toRows(cells.filter(has), scenarios);
  const deciding = cells.some(({ stage }) => stage === 'confirm') ? 'confirm' : 'screen';
  const decided = cells.filter(({ stage }) => stage === deciding);
  const [base, head] = (['base', 'head'] as const).map((side) =>
    toRows(
      decided.filter((cell) => cell.arm === side),
      scenarios,
    ),
  );
  const before = arm === 'base' ? head! : base!;
  const sides = { base: base!, head: head!, basis: basisOf(decided, comparison), studied: arm };
  return {
    source: 'run',
    simulated,
    rows: rowsOf((cell) => cell.arm === arm),
    ...(before.size > 0 && { before, sides }),
    places,
    categories,
  };
}

function toRows(cells: readonly EvaluatedCell[], scenarios: Evidence['scenarios']): StudyRows {
  const byScenario = new Map<string, Map<string, StudyResponse[]>>();
  for (const cell of cells) {
    const draws = byScenario.get(cell.scenario) ?? new Map<string, StudyResponse[]>();
    byScenario.set(cell.scenario, draws);
    addToList(draws, `${cell.stage} ${cell.draw}`, responseOf(cell));
  }
  const rows = [...byScenario].flatMap(([id, draws]) => {
    const scenario: EvidenceScenario = scenarios.get(id) ?? { scenario: id, clauses: [], topics: [] };
    const { clauses, topics, value1, value2 } = scenario;
    const values = value1 === undefined || value2 === undefined ? {} : { value1, value2 };
    const disagreements = averageDisagreements([...draws.values()], scenario);
    return [...draws].map(([draw, responses]): StudyRow => {
      return { scenario: id, draw, clauses, topics, ...values, disagreements, responses };
    });
  });
  return groupByScenario(rows);
}

function responseOf(cell: EvaluatedCell): StudyResponse {
  const { model, judgments, audited, problematic, scores, responseText } = cell;
  return {
    model,
    rulings: judgments.flatMap((judgment) =>
      judgment.status === 'ruled'
        ? [{ judge: judgment.judge, ruling: judgment.ruling, clauses: judgment.clauses }]
        : [],
    ),
    fullPanel: audited,
    problematic,
    ...(scores !== undefined &&
      scores !== 'missing' && {
        scores: { value1: scores.value1, value2: scores.value2 },
        responseType: scores.responseType,
      }),
    ...whereDefined({ text: responseText }),
  };
}

function averageDisagreements(
  draws: readonly (readonly StudyResponse[])[],
  { disagreement }: EvidenceScenario,
): Readonly<Record<string, number>> {
  const lists = new Map<string, number[]>();
  for (const responses of draws) {
    const scores = Object.fromEntries(
      responses.flatMap(({ model, scores: own }) => (own === undefined ? [] : [[model, own]])),
    );
    for (const [subset, value] of Object.entries(disagreementsBySubset(scores))) addToList(lists, subset, value);
  }
  if (lists.size === 0) return disagreement === undefined ? {} : { all: disagreement };
  return Object.fromEntries([...lists].map(([subset, values]) => [subset, mean(values)]));
}
