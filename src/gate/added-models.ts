// Models that are new and replace none: asked on the head side only, to stand beside the panel. They decide nothing.
import type { CheckSubject } from './check.ts';
import { MOST_MISSING } from '../decision/bounds.ts';
import type { Round } from '../decision/round.ts';
import type { Cell } from '../evaluation/cell.ts';
import { listCellTasks, type CellTask } from '../evaluation/cell-task.ts';
import type { Slot } from '../evaluation/comparison.ts';
import { createFinding } from '../report/messages.ts';
import type { Finding } from '../report/report.ts';
import type { SelectedScenario } from '../scenarios/selection/select.ts';

/** Draws where there is no round: an outlier is confirmed by two. */
const DRAWS = 2;

/** A new model that did not answer was not compared with the panel, so the check must not pass. */
export function unansweredFindings(added: readonly Slot[], cells: readonly Cell[]): readonly Finding[] {
  return added.flatMap(({ id }) => {
    const own = cells.filter(({ model }) => model === id);
    const missing = own.filter(({ problematic, scores }) => problematic === 'missing' || scores === 'missing').length;
    if (missing <= MOST_MISSING * own.length) return [];
    const args = { model: id, missing, answers: own.length };
    return [createFinding({ code: 'modelUnanswered', args, severity: 'warning' })];
  });
}

export interface AddedEvidence {
  readonly subject: CheckSubject;
  readonly added: readonly Slot[];
  /** The last round of the comparison; undefined where nothing was replaced or changed. */
  readonly round: Round | undefined;
  readonly affected: readonly SelectedScenario[];
}

/**
 * The new models' answers on what the last round asked. Without a round the panel answers, too, on as many scenarios as a
 * check starts with; what is stored of it costs nothing.
 */
export function addedTasks({ subject, added, round, affected }: AddedEvidence): readonly CellTask[] {
  if (added.length === 0) return [];
  const { comparison, policy, selected } = subject;
  const slots = round === undefined ? [...comparison.slots, ...added] : added;
  const { stage, draws, scenarios } = round ?? {
    stage: 'screen',
    draws: DRAWS,
    scenarios: policy.selection.scenarios,
  };
  return listCellTasks(
    { ...comparison, slots },
    {
      stage,
      scenarios: (round === undefined ? selected : affected).slice(0, scenarios).map(({ scenario }) => scenario),
      draws: { base: 0, head: draws },
    },
  );
}
