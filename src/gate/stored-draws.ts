// Which of the base's draws are stored: seeding adds to them night by night, and a check compares with those that are there.
import { LEAST_ANSWERED, NIGHT_HOURS } from '../decision/bounds.ts';
import { listCellTasks, type CellTask } from '../evaluation/cell-task.ts';
import { isAffected, type Comparison } from '../evaluation/comparison.ts';
import { judgesTask, responseText } from '../evaluation/evaluate.ts';
import { requestKey } from '../evaluation/key.ts';
import { judgeRequest } from '../evaluation/prompts/judge.ts';
import { respondRequest } from '../evaluation/prompts/respond.ts';
import type { AnswerStore, StoredAnswer } from '../evaluation/store.ts';
import { isLive } from '../models/provider-kind.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { CheckSubject } from './check.ts';

export interface StoredDrawsQuery {
  readonly scenarios: readonly Scenario[];
  /** Draws a scenario and model that are wanted in the end. */
  readonly wanted: number;
  readonly store: AnswerStore;
}

/** Base draws from the first on of which nearly every answer is stored and ruled on, and when the last of them was made. */
export interface StoredDraws {
  readonly draws: number;
  /** Milliseconds since 1970; absent where nothing is, or answers have no date. */
  readonly newest?: number;
}

/** Of models that are asked over the network; the others' answers are no night's. Undefined where there are none. */
export function readStoredDraws(comparison: Comparison, query: StoredDrawsQuery): StoredDraws | undefined {
  const { scenarios, wanted, store } = query;
  const slots = comparison.slots.filter(({ base }) => isLive(base.ref));
  if (slots.length === 0 || scenarios.length === 0) return undefined;
  const range = { stage: 'screen', scenarios, draws: { base: wanted, head: 0 } } as const;
  const counts = Array.from({ length: wanted }, () => ({ asked: 0, stored: 0, newest: 0 }));
  for (const task of listCellTasks({ ...comparison, slots }, range)) {
    const count = counts[task.draw - 1]!;
    const last = lastOf(comparison, task, store);
    count.asked += 1;
    if (last === undefined) continue;
    count.stored += 1;
    count.newest = Math.max(count.newest, Date.parse(last.paid?.at ?? '') || 0);
  }
  const first = counts.findIndex(({ asked, stored }) => stored < LEAST_ANSWERED * asked);
  const draws = first === -1 ? wanted : first;
  const newest = Math.max(0, ...counts.slice(0, draws).map((count) => count.newest));
  return newest === 0 ? { draws } : { draws, newest };
}

/** What of a draw is stored last: the first ruling on its answer, or the answer where nothing can be ruled on; undefined where either lacks. */
function lastOf(comparison: Comparison, task: CellTask, store: AnswerStore): StoredAnswer | undefined {
  const answer = store.get(requestKey(respondRequest(task.slot[task.arm], task.scenario, task.answerName)));
  const text = answer === undefined ? undefined : responseText(answer.completion);
  if (text === undefined) return answer;
  const panel = judgesTask(comparison, task, text);
  const [judge] = panel.judges;
  return judge === undefined ? answer : store.get(requestKey(judgeRequest({ ...panel, judge })));
}

/**
 * How many draws a seeding fills now: one more than are there, so that each is of a night of its own, and none more where the last
 * one was made within the same night. All that are wanted where no model has nights.
 */
export function drawsToFill(stored: StoredDraws | undefined, { wanted, now }: { wanted: number; now: number }): number {
  if (stored === undefined) return wanted;
  const { draws, newest } = stored;
  // A date to come was written by a clock that was wrong; nothing waits for it.
  const isOfTonight = newest !== undefined && Math.abs(now - newest) < NIGHT_HOURS * 3_600_000;
  return Math.min(wanted, draws > 0 && isOfTonight ? draws : draws + 1);
}

/** Fewer base draws than these show no spread; what is missing of them is asked in the check. */
const FEWEST = 2;

/**
 * The check with as many base draws as are there while a seeding goes on from night to night: the others are not paid for by every
 * change. Where nothing is stored there is nothing to screen against, and both sides are asked alike from the first draw on. All that
 * are wanted where a limit needs them.
 */
export function withStoredDraws(subject: CheckSubject, store: AnswerStore): CheckSubject {
  const { comparison, policy, selected } = subject;
  const { selection } = policy;
  const wanted = selection.replicates.base;
  const affected = selected.filter(({ scenario }) => isAffected(comparison, scenario)).slice(0, selection.scenarios);
  // Nobody seeds rulings on a scenario with another clause beside its own.
  const seeded = affected.filter(({ reason }) => reason.kind === 'linked');
  const scenarios = (seeded.length > 0 ? seeded : affected).map(({ scenario }) => scenario);
  const stored = readStoredDraws(comparison, { scenarios, wanted, store })?.draws;
  if (stored === undefined || Object.keys(policy.limits).length > 0) return subject;
  const isWritten = (subject.written?.size ?? 0) > 0;
  if (comparison.kind !== 'model' && !isWritten) {
    if (stored === 0 || wasBegunWithoutScreen(comparison, { scenarios, store })) return withoutScreen(subject);
  }
  if (stored === 0) return subject;
  if (stored >= wanted) return subject;
  const replicates = { ...selection.replicates, base: Math.min(wanted, Math.max(FEWEST, stored)) };
  return { ...subject, policy: { ...policy, selection: { ...selection, replicates } } };
}

/**
 * Whether a check of this very change was begun when nothing of the base was stored. It goes on as it began, whatever was seeded
 * since: what was asked for it is what it rests on. A check with a screen has the head's first draw of it before any of a confirmation.
 */
function wasBegunWithoutScreen(
  comparison: Comparison,
  { scenarios, store }: Pick<StoredDrawsQuery, 'scenarios' | 'store'>,
): boolean {
  const slots = comparison.slots.filter(({ base }) => isLive(base.ref));
  const [screened, confirmed] = (['screen', 'confirm'] as const).map((stage) => {
    const tasks = listCellTasks({ ...comparison, slots }, { stage, scenarios, draws: { base: 0, head: 1 } });
    return tasks.filter((task) => lastOf(comparison, task, store) !== undefined).length;
  });
  return confirmed! > screened!;
}

/** On as many scenarios as a screen would begin with. */
function withoutScreen(subject: CheckSubject): CheckSubject {
  const { policy } = subject;
  const { selection } = policy;
  const size = { ...selection, extendTo: selection.scenarios };
  return { ...subject, unscreened: true, policy: { ...policy, selection: size } };
}
