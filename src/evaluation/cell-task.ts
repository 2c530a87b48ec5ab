// Which cells a round asks for, in the order they are asked.
import { sha256 } from '../core/canonical-json.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Arm, Stage } from './cell.ts';
import { answerName, drawName, type Comparison, type Slot } from './comparison.ts';
import type { ComparableDraw } from './draw.ts';

export interface CellTask {
  readonly scenario: Scenario;
  readonly slot: Slot;
  readonly arm: Arm;
  readonly stage: Stage;
  /** From 1 within the stage. */
  readonly draw: number;
  /** Names what is ruled anew. */
  readonly drawName: ComparableDraw;
  /** Names the answer: another where an answer serves several draws. */
  readonly answerName: ComparableDraw;
  readonly audited: boolean;
}

export interface TaskRange {
  readonly stage: Stage;
  readonly scenarios: readonly Scenario[];
  /** Draws per arm. */
  readonly draws: Readonly<Record<Arm, number>>;
}

/**
 * Every cell of a range. Both arms of one response stand side by side in an order given by hash, so that a drift of the
 * provider within the run meets both arms alike.
 */
export function listCellTasks(comparison: Comparison, range: TaskRange): readonly CellTask[] {
  const tasks: CellTask[] = [];
  for (const scenario of range.scenarios) {
    for (let draw = 1; draw <= Math.max(range.draws.base, range.draws.head); draw += 1) {
      for (const slot of comparison.slots) {
        const at = { stage: range.stage, n: draw };
        const [name, answer] = [drawName(comparison, slot, at), answerName(comparison, slot, at)];
        // By the base's model: its stored answers stay audited as they were when another takes its place.
        const identity = sha256(`${scenario.id}\n${slot.base.ref.id}\n${name}`);
        const audited = Number.parseInt(identity.slice(0, 8), 16) / 2 ** 32 < comparison.auditShare;
        const arms: readonly Arm[] =
          Number.parseInt(identity.at(-1)!, 16) % 2 === 0 ? ['base', 'head'] : ['head', 'base'];
        for (const arm of arms) {
          if (draw > range.draws[arm]) continue;
          tasks.push({ scenario, slot, arm, stage: range.stage, draw, drawName: name, answerName: answer, audited });
        }
      }
    }
  }
  return tasks;
}
