// What a round would ask, without asking: the exact requests as far as they are known, the rest as counts.
import type { CompletionRequest } from '../models/model.ts';
import type { CellTask } from './cell-task.ts';
import type { Comparison } from './comparison.ts';
import { isScored, panelTask, responseText } from './evaluate.ts';
import { requestKey } from './key.ts';
import { isDecided, majorityOf, orderJudges } from './panel.ts';
import { classifyRequest } from './prompts/classify.ts';
import { judgeRequest, readJudgment } from './prompts/judge.ts';
import { respondRequest } from './prompts/respond.ts';
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
const UNKNOWN_RESPONSE = 'x'.repeat(1600);

/** Every call of these tasks, each key once. Calls on a response that is not stored are listed with a stand-in text. */
export function planCalls(
  comparison: Comparison,
  tasks: readonly CellTask[],
  store: AnswerStore,
): readonly PlannedCall[] {
  const calls = new Map<string, PlannedCall>();
  const add = (
    request: CompletionRequest,
    rest: { purpose: PlannedCall['purpose']; optional: boolean; known: boolean; scope: string },
  ): boolean => {
    const key = requestKey(request);
    const stored = rest.known && store.get(key) !== undefined;
    const id = rest.known ? key : `${key}\n${rest.scope}`;
    const earlier = calls.get(id);
    const optional = rest.optional && (earlier?.optional ?? true);
    calls.set(id, { request, purpose: rest.purpose, stored, optional });
    return stored;
  };
  for (const task of tasks) {
    const request = respondRequest(task.slot[task.arm], task.scenario, task.drawName);
    add(request, { purpose: 'respond', optional: false, known: true, scope: '' });
    const answer = store.get(requestKey(request));
    const text = answer === undefined ? UNKNOWN_RESPONSE : responseText(answer.completion);
    if (text === undefined) continue;
    const about = { known: answer !== undefined, scope: requestKey(request) };
    if (isScored(comparison, task)) {
      const classify = {
        classifier: comparison.classifier!,
        scenario: task.scenario,
        response: text,
        draw: task.drawName,
      };
      add(classifyRequest(classify), { purpose: 'classify', optional: false, ...about });
    }
    planPanel(comparison, { task, text, store }, (judge, optional) =>
      add(judge, { purpose: 'judge', optional, ...about }),
    );
  }
  return [...calls.values()];
}

function planPanel(
  comparison: Comparison,
  about: { task: CellTask; text: string; store: AnswerStore },
  add: (request: CompletionRequest, optional: boolean) => boolean,
): void {
  const panel = panelTask(comparison, about.task, about.text);
  const order = orderJudges(panel.judges, panel.orderSeed);
  const first = panel.audited ? order.length : majorityOf(order.length);
  const known: Judgment[] = [];
  for (const [index, judge] of order.entries()) {
    if (index >= first && isDecided(known, order.length)) break;
    const judgeTask = { ...panel, judge };
    const request = judgeRequest(judgeTask);
    const unsure = known.length < index;
    if (add(request, index >= first && unsure)) {
      known.push(readJudgment(judgeTask, about.store.get(requestKey(request))!.completion));
    }
  }
}
