// Has the panel rule on controls: what is asked, and what came of it.
import type { Ask } from '../ask.ts';
import type { Arm, Stage } from '../cell.ts';
import { nameCited } from '../clause-pairs.ts';
import type { Comparison } from '../comparison.ts';
import { confirmDraw, nightDraw, poolDraw, type ComparableDraw } from '../draw.ts';
import { requestKey } from '../key.ts';
import { askJudges, type JudgesTask } from '../ask-judges.ts';
import type { PlannedCall } from '../plan.ts';
import { judgeRequest } from '../prompts/judge.ts';
import { isProblematic } from '../ruling.ts';
import type { AnswerStore } from '../store.ts';
import type { Control, ControlRuling } from './control.ts';

export interface ControlTask {
  readonly control: Control;
  readonly arm: Arm;
  readonly stage: Stage;
  /** From 1 within the stage. */
  readonly draw: number;
}

/** Both sides of every control in draws `from` to `to`. */
export function listControlTasks(
  controls: readonly Control[],
  { stage, from = 1, to }: { readonly stage: Stage; readonly from?: number; readonly to: number },
): readonly ControlTask[] {
  const draws = Array.from({ length: Math.max(0, to - from + 1) }, (_, offset) => from + offset);
  return controls.flatMap((control) =>
    draws.flatMap((draw) => (['base', 'head'] as const).map((arm): ControlTask => ({ control, arm, stage, draw }))),
  );
}

/** In the tasks' order. Every judge is asked, so that each one's eye is known. */
export async function judgeControls(
  comparison: Comparison,
  tasks: readonly ControlTask[],
  ask: Ask,
): Promise<readonly ControlRuling[]> {
  return Promise.all(
    tasks.map(async (task): Promise<ControlRuling> => {
      const { control, arm, stage, draw } = task;
      const { id, source, role, clauses, expected } = control;
      const judgments = nameCited(comparison.clauses, await askJudges(panelOf(comparison, task), ask));
      const problematic = isProblematic(judgments);
      return { id, source, role, clauses, expected, arm, stage, draw, judgments, problematic };
    }),
  );
}

/** The calls of these tasks, each once. */
export function planControlCalls(
  comparison: Comparison,
  tasks: readonly ControlTask[],
  store: AnswerStore,
): readonly PlannedCall[] {
  const calls = new Map<string, PlannedCall>();
  for (const task of tasks) {
    const panel = panelOf(comparison, task);
    for (const judge of panel.judges) {
      const request = judgeRequest({ ...panel, judge });
      const key = requestKey(request);
      calls.set(key, { request, purpose: 'judge', stored: store.get(key) !== undefined, optional: false });
    }
  }
  return [...calls.values()];
}

function panelOf(comparison: Comparison, { control, arm, stage, draw }: ControlTask): JudgesTask {
  return {
    judges: comparison.judges,
    clauses: control.shown[arm],
    conversation: control.conversation,
    response: control.carrying?.[arm] ?? control.response,
    draw: drawOf(comparison, { control, stage, draw }),
    wording: comparison.wording,
    audited: true,
  };
}

/**
 * Draw numbers above those of every replicate: the rulings that chose an answer as a control are never used to judge
 * it.
 */
const AFTER_REPLICATES = 16;

function drawOf(
  { digest, night }: Comparison,
  { control, stage, draw }: Pick<ControlTask, 'control' | 'stage' | 'draw'>,
): ComparableDraw {
  // An answer may have been chosen by rulings of either stage.
  const own = control.source === 'answer' ? AFTER_REPLICATES + draw : draw;
  if (stage === 'screen') return poolDraw(own);
  return night === undefined ? confirmDraw(digest, own) : nightDraw(night, draw);
}
