// Whether an edit makes its fault's own figure fall: on scenarios that no writer saw, in fresh draws that chose nothing.
import { decisionPolicy } from '../config/policy.ts';
import { measureChange, intervalOf, type Change } from '../decision/change.ts';
import { confirmRows } from '../decision/stage-rows.ts';
import { readComparedDraws } from '../decision/stage-draws.ts';
import { countMissing, missingReasons } from '../decision/missing.ts';
import type { Ask } from '../evaluation/ask.ts';
import { listCellTasks, type CellTask } from '../evaluation/cell-task.ts';
import type { Comparison } from '../evaluation/comparison.ts';
import { evaluate, type EvaluatedCell } from '../evaluation/evaluate.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Spec } from '../spec/clause.ts';
import { measureOf, type Fault } from './fault.ts';
import { compareWithEdit, type RepairSubject } from './repair-subject.ts';

/** The figure under the text as it is and as the edit makes it. */
export interface Fall {
  readonly base: number;
  readonly head: number;
  /** Negative where it falls. */
  readonly change: number;
  /** At 95 % for all edits of the fault that were measured together. */
  readonly interval: readonly [number, number];
  readonly edits: number;
  readonly scenarios: number;
}

export type MeasuredFall =
  | { readonly status: 'falls' | 'does not fall'; readonly fall: Fall; readonly cells: readonly EvaluatedCell[] }
  /** Too many answers are missing. */
  | { readonly status: 'missing'; readonly cells: readonly EvaluatedCell[] }
  /** There is nothing to measure it on under one of the texts: no ruling rests on the clause any more. */
  | { readonly status: 'empty'; readonly cells: readonly EvaluatedCell[] };

/** An edit that removes less than this share of a fault does not count as a repair, even if the fall is significant. */
const LEAST_FALL = 1 / 3;

/** The cells that `measureFall` asks for. */
export function fallTasks(
  comparison: Comparison,
  { heldOut, draws }: { readonly heldOut: readonly Scenario[]; readonly draws: number },
): readonly CellTask[] {
  return listCellTasks(comparison, { stage: 'confirm', scenarios: heldOut, draws: { base: draws, head: draws } });
}

export interface FallQuery {
  readonly fault: Fault;
  readonly edited: Spec;
  readonly heldOut: readonly Scenario[];
  /** Edits of this fault that are measured: the interval is corrected for so many (Bonferroni). */
  readonly edits: number;
}

export async function measureFall(subject: RepairSubject, query: FallQuery, ask: Ask): Promise<MeasuredFall> {
  const { fault, edited, heldOut, edits } = query;
  const policy = decisionPolicy(subject.project.config);
  const draws = policy.selection.replicates.confirm;
  const comparison = compareWithEdit(subject, fault, edited);
  const cells = await evaluate(comparison, fallTasks(comparison, { heldOut, draws }), ask);
  const models = comparison.slots.map(({ id }) => id);
  const rows = confirmRows(
    {
      kind: comparison.kind,
      policy,
      round: undefined,
      order: heldOut.map(({ id }) => id),
      links: new Map(),
      models,
      judges: comparison.judges.map(({ id }) => id),
      cells,
      untested: [],
    },
    { draws, scenarios: heldOut.length },
  );
  if (missingReasons(countMissing(rows)).length > 0) return { status: 'missing', cells };
  const { read, oneAnswerMoves } = measureOf(fault);
  const flip = oneAnswerMoves === 'all' ? 1 : 1 / Math.max(1, models.length);
  const observed = measureChange(readComparedDraws(rows, read), flip);
  // What is missing counts as if it hid the worst.
  const worst = measureChange(readComparedDraws(rows, read, 'against-pass'), flip);
  const fall = describe(observed, edits);
  const bound = describe(worst, edits);
  if (fall === undefined || bound === undefined) return { status: 'empty', cells };
  const isMended = bound.interval[1] < 0 && -fall.change >= LEAST_FALL * fall.base;
  return { status: isMended ? 'falls' : 'does not fall', fall, cells };
}

function describe(change: Change | undefined, edits: number): Fall | undefined {
  const interval = change && intervalOf(change, edits);
  if (change === undefined || interval === undefined) return undefined;
  const { base, head, value, scenarios } = change;
  return { base, head, change: value, interval, edits, scenarios };
}
