// The stored answers that two panels are compared on: pool draws and those of the anchor night. No model is asked.
import { findAnchoredNights } from '../nightly/decision/anchor.ts';
import type { HistoryRecord, NightCell, NightRecord } from '../nightly/decision/record.ts';
import { listCellTasks } from '../evaluation/cell-task.ts';
import type { Comparison } from '../evaluation/comparison.ts';
import { nightDraw, type ComparableDraw } from '../evaluation/draw.ts';
import { responseText } from '../evaluation/evaluate.ts';
import { requestKey } from '../evaluation/key.ts';
import { respondRequest } from '../evaluation/prompts/respond.ts';
import type { AnswerStore } from '../evaluation/store.ts';
import type { Scenario } from '../scenarios/scenario.ts';

/** One stored answer, and how a panel is asked about it. */
export interface StoredItem {
  readonly scenario: Scenario;
  readonly model: string;
  readonly drawName: ComparableDraw;
  readonly response: string;
  /** Every judge is asked. */
  readonly audited: boolean;
  /** The cell of the anchor night that it comes from; undefined for a draw of the pool. */
  readonly cell?: NightCell;
}

interface ItemSources {
  readonly comparison: Comparison;
  readonly scenarios: ReadonlyMap<string, Scenario>;
  readonly store: AnswerStore;
}

/** The pool's draws that are stored, asked about as a check does. */
export function poolItems({ comparison, scenarios, store }: ItemSources, draws: number): readonly StoredItem[] {
  const range = { stage: 'screen', scenarios: [...scenarios.values()], draws: { base: draws, head: 0 } } as const;
  return listCellTasks(comparison, range).flatMap((task): readonly StoredItem[] => {
    const { scenario, drawName, answerName, slot, audited } = task;
    const response = readResponse(store, respondRequest(slot.base, scenario, answerName));
    if (response === undefined) return [];
    return [{ scenario, model: slot.id, drawName, response, audited }];
  });
}

/** The anchor night of a subject: the one that is pinned now. */
export function findAnchor(history: readonly HistoryRecord[], subject: string): NightRecord | undefined {
  return findAnchoredNights(history, { subject, date: '9999-12-31' })?.anchor;
}

/** The anchor night's answers that are stored and that its panel ruled on. */
export function anchorItems({ comparison, scenarios, store }: ItemSources, anchor: NightRecord): readonly StoredItem[] {
  return anchor.cells.flatMap((cell): readonly StoredItem[] => {
    const scenario = scenarios.get(cell.scenario);
    const slot = comparison.slots.find(({ id }) => id === cell.model);
    if (scenario === undefined || slot === undefined || cell.against === 'missing') return [];
    const drawName = nightDraw(anchor.date, cell.draw);
    const response = readResponse(store, respondRequest(slot.head, scenario, drawName));
    if (response === undefined) return [];
    return [{ scenario, model: cell.model, drawName, response, audited: true, cell }];
  });
}

function readResponse(store: AnswerStore, request: Parameters<typeof requestKey>[0]): string | undefined {
  const answer = store.get(requestKey(request));
  return answer === undefined ? undefined : responseText(answer.completion);
}
