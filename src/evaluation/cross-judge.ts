// Judges each arm's answers under the other arm's text: what separates a stricter text from answers that changed.
import type { Scenario } from '../scenarios/scenario.ts';
import type { Ask } from './ask.ts';
import type { CellTask } from './cell-task.ts';
import type { Arm } from './cell.ts';
import { answerName, drawName, type Comparison } from './comparison.ts';
import { judgesTask, type EvaluatedCell } from './evaluate.ts';
import { askJudges } from './ask-judges.ts';
import { isProblematic } from './ruling.ts';

/** How a cell's answer is ruled on under the other text. */
export interface CrossRuling {
  readonly cell: EvaluatedCell;
  readonly problematic: boolean | 'missing';
}

/** What is to be judged: cells with a text, and their scenarios. */
export interface CrossJudging {
  readonly comparison: Comparison;
  readonly cells: readonly EvaluatedCell[];
  readonly scenarios: ReadonlyMap<string, Scenario>;
}

/** In the cells' order. Where both arms are shown the same text the ruling is the stored one, and costs nothing. */
export async function crossJudge(judging: CrossJudging, ask: Ask): Promise<readonly CrossRuling[]> {
  return Promise.all(
    crossPanels(judging).map(async ({ cell, panel }) => ({
      cell,
      problematic: isProblematic(await askJudges(panel, ask)),
    })),
  );
}

/** The panel's task for each answer, under the other arm's text. */
export function crossPanels({
  comparison,
  cells,
  scenarios,
}: CrossJudging): readonly { readonly cell: EvaluatedCell; readonly panel: Parameters<typeof askJudges>[0] }[] {
  return cells.flatMap((cell) => {
    const scenario = scenarios.get(cell.scenario);
    const slot = comparison.slots.find(({ id }) => id === cell.model);
    if (scenario === undefined || slot === undefined || cell.responseText === undefined) return [];
    const at = { stage: cell.stage, n: cell.draw };
    const task: CellTask = {
      ...cell,
      scenario,
      slot,
      arm: OTHER[cell.arm],
      drawName: drawName(comparison, slot, at),
      answerName: answerName(comparison, slot, at),
    };
    // The majority is all that is wanted.
    return [{ cell, panel: { ...judgesTask(comparison, task, cell.responseText), audited: false } }];
  });
}

const OTHER: Readonly<Record<Arm, Arm>> = { base: 'head', head: 'base' };
