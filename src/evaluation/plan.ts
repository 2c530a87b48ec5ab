// What a round would ask, without asking: the exact requests as far as they are known, the rest as counts.
import type { CompletionRequest } from '../models/model.ts';
import type { CellTask } from './cell-task.ts';
import type { Comparison } from './comparison.ts';
import { isScored, judgesTask, responseText, underBaseTask } from './evaluate.ts';
import { requestKey } from './key.ts';
import { askedAnyway, isDecided } from './majority.ts';
import { classifyRequest } from './prompts/classify.ts';
import { judgeRequest, readJudgment } from './prompts/judge.ts';
import { respondRequest } from './prompts/respond.ts';
import { hasRecordedAnswers } from '../models/recorded-answers.ts';
import type { Judgment } from './ruling.ts';
import type { AnswerStore } from './store.ts';

/** One request that a stage needs. */
export interface PlannedCall {
  readonly request: CompletionRequest;
  readonly purpose: 'respond' | 'classify' | 'judge';
  readonly stored: boolean;
  /** A judge who is asked only if the first ones differ: part of the worst case, not of the minimum. */
  readonly optional: boolean;
}

/** Stands for a response that is not there yet: about as long as models answer, to price what follows. */
export const UNKNOWN_RESPONSE = 'x'.repeat(1600);

/** A call under what tells it from others: its key, where that is known. */
interface NamedCall {
  readonly id: string;
  readonly call: PlannedCall;
}

/** Every call of these tasks, each once. Calls on a response that is not stored are listed with a stand-in text. */
export function planCalls(
  comparison: Comparison,
  tasks: readonly CellTask[],
  store: AnswerStore,
): readonly PlannedCall[] {
  return eachOnce(tasks, (task) => taskCalls(comparison, task, store));
}

/** The same for rounds that share tasks, against a store that stays as it is: a task's calls are put together once. */
export function createCallPlanner(
  comparison: Comparison,
  store: AnswerStore,
): (tasks: readonly CellTask[]) => readonly PlannedCall[] {
  const planned = new Map<string, readonly NamedCall[]>();
  return (tasks) =>
    eachOnce(tasks, (task) => {
      const { scenario, slot, arm, stage, draw, drawName, answerName, audited } = task;
      const name = JSON.stringify([scenario.id, slot.id, arm, stage, draw, drawName, answerName, audited]);
      const calls = planned.get(name) ?? taskCalls(comparison, task, store);
      planned.set(name, calls);
      return calls;
    });
}

function eachOnce(
  tasks: readonly CellTask[],
  callsOf: (task: CellTask) => readonly NamedCall[],
): readonly PlannedCall[] {
  const calls = new Map<string, PlannedCall>();
  for (const task of tasks) {
    for (const { id, call } of callsOf(task)) {
      calls.set(id, { ...call, optional: call.optional && (calls.get(id)?.optional ?? true) });
    }
  }
  return [...calls.values()];
}

function taskCalls(comparison: Comparison, task: CellTask, store: AnswerStore): readonly NamedCall[] {
  const request = respondRequest(task.slot[task.arm], task.scenario, task.answerName);
  const key = requestKey(request);
  const answer = store.get(key);
  // Recorded answers that the user brought need no call, whether or not they are in the store yet.
  const stored = answer !== undefined || hasRecordedAnswers(request.model);
  const calls: NamedCall[] = [{ id: key, call: { request, purpose: 'respond', stored, optional: false } }];
  const text = answer === undefined ? UNKNOWN_RESPONSE : responseText(answer.completion);
  if (text === undefined) return calls;
  // Without the response a request's key is not known: its response's key and its key on the stand-in name it.
  const idOf = (next: CompletionRequest): string => (answer === undefined ? `${key}\n` : '') + requestKey(next);
  const isStored = (id: string): boolean => answer !== undefined && store.get(id) !== undefined;
  if (isScored(comparison, task)) {
    const classify = classifyRequest({
      classifier: comparison.classifier!,
      scenario: task.scenario,
      response: text,
      draw: task.drawName,
    });
    const id = idOf(classify);
    const call = { request: classify, purpose: 'classify', stored: isStored(id), optional: false } as const;
    calls.push({ id: `classify\n${id}`, call });
  }
  for (const judged of [task, underBaseTask(comparison, task)]) {
    if (judged === undefined) continue;
    const panel = planPanel(comparison, { task: judged, text, store, isKnown: answer !== undefined });
    for (const { judge, optional } of panel) {
      const id = idOf(judge);
      calls.push({ id, call: { request: judge, purpose: 'judge', stored: isStored(id), optional } });
    }
  }
  return calls;
}

/** What judging each answer under the other arm's text as well would ask, at most: nothing of it is known before the answers. */
export function planCrossCalls(comparison: Comparison, tasks: readonly CellTask[]): readonly PlannedCall[] {
  return tasks.flatMap((task) => {
    const panel = judgesTask(comparison, { ...task, arm: task.arm === 'base' ? 'head' : 'base' }, UNKNOWN_RESPONSE);
    return panel.judges.map((judge): PlannedCall => {
      return { request: judgeRequest({ ...panel, judge }), purpose: 'judge', stored: false, optional: true };
    });
  });
}

/** The judges that will be asked, as far as stored rulings tell; the rest may be. */
function planPanel(
  comparison: Comparison,
  about: { task: CellTask; text: string; store: AnswerStore; isKnown: boolean },
): readonly { readonly judge: CompletionRequest; readonly optional: boolean }[] {
  const panel = judgesTask(comparison, about.task, about.text);
  const { judges } = panel;
  const first = askedAnyway(judges.length, panel);
  const known: Judgment[] = [];
  const planned: { judge: CompletionRequest; optional: boolean }[] = [];
  for (const [index, judge] of judges.entries()) {
    if (index >= first && isDecided(known, judges.length)) break;
    const judgeTask = { ...panel, judge };
    const request = judgeRequest(judgeTask);
    planned.push({ judge: request, optional: index >= first && known.length < index });
    const ruling = about.isKnown ? about.store.get(requestKey(request)) : undefined;
    if (ruling !== undefined) known.push(readJudgment(judgeTask, ruling.completion));
  }
  return planned;
}
