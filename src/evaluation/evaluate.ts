// Turns cells that are asked for into cells that are answered: respond, then score and judge.
import { whereDefined } from '../core/where-defined.ts';
import { sha256 } from '../core/canonical-json.ts';
import type { Completion, ModelRef } from '../models/model.ts';
import { hasRubrics } from '../scenarios/scenario.ts';
import type { Ask } from './ask.ts';
import type { CellTask } from './cell-task.ts';
import type { Cell, OtherRuling } from './cell.ts';
import { isRuledTwice, shownClauses, type Comparison } from './comparison.ts';
import { nameCited } from './clause-pairs.ts';
import { askJudges } from './ask-judges.ts';
import { classifyRequest, readScores } from './prompts/classify.ts';
import { respondRequest } from './prompts/respond.ts';
import { isProblematic, type ValueScores } from './ruling.ts';
import { saysNothing } from './says-nothing.ts';

/** A cell with the response it is about, for reports that may show it. */
export interface EvaluatedCell extends Cell {
  /** The response's text; undefined where the model gave none. */
  readonly responseText?: string;
  /** Why the response is missing. */
  readonly missingReason?: string;
  /** The same in the provider's own words, where it has any. */
  readonly missingWords?: string;
  readonly returnedModel?: string;
}

/** What judges read where a model declined without a word: declining is behaviour and is judged, not skipped. */
const SILENT_REFUSAL = '(The assistant declined to answer and gave no text.)';

/** Evaluates all tasks; how many run at once is the scheduler's business. The result is in the tasks' order. */
export async function evaluate(
  comparison: Comparison,
  tasks: readonly CellTask[],
  ask: Ask,
): Promise<readonly EvaluatedCell[]> {
  return Promise.all(tasks.map((task) => evaluateCell(comparison, task, ask)));
}

async function evaluateCell(comparison: Comparison, task: CellTask, asked: Ask): Promise<EvaluatedCell> {
  const dates: string[] = [];
  let retries = 0;
  const ask: Ask = async (request) => {
    const given = await asked(request);
    if (given.status === 'answered' && given.at !== undefined) dates.push(given.at);
    if (given.status === 'answered') retries += given.retries ?? 0;
    return given;
  };
  const identity = {
    scenario: task.scenario.id,
    model: task.slot.id,
    arm: task.arm,
    stage: task.stage,
    draw: task.draw,
  };
  const request = respondRequest(task.slot[task.arm], task.scenario, task.answerName);
  const answer = await ask(request);
  const text = answer.status === 'answered' ? responseText(answer.completion) : undefined;
  if (answer.status === 'missing' || text === undefined) {
    const missingReason = answer.status === 'missing' ? answer.reason : whyNoText(answer.completion);
    const missingWords = answer.status === 'missing' ? answer.words : answer.completion.ending;
    const nothing = { response: '', judgments: [], audited: false, problematic: 'missing', missingReason } as const;
    const why = missingWords === undefined ? {} : { missingWords };
    return { ...identity, ...nothing, ...why, ...(isScored(comparison, task) && { scores: 'missing' as const }) };
  }
  const [cited, scores, underBase] = await Promise.all([
    askJudges(judgesTask(comparison, task, text), ask),
    scoreResponse(comparison, { task, text, ask }),
    judgeUnderBase(comparison, { task, text, ask }),
  ]);
  const judgments = nameCited(comparison.clauses, cited);
  const { returnedModel } = answer.completion;
  return {
    ...identity,
    response: sha256(text),
    responseText: text,
    judgments,
    audited: task.audited,
    problematic: isProblematic(judgments),
    ...whereDefined({ at: dates.sort().at(-1), scores, underBase }),
    ...(retries > 0 && { retries }),
    ...(returnedModel !== undefined && returnedModel !== request.model.model && { returnedModel }),
  };
}

/** The other ruling that a head's answer gets; undefined where it gets none. As many judges are asked as under its own text. */
export function underBaseTask(comparison: Comparison, task: CellTask): CellTask | undefined {
  return task.arm === 'head' && isRuledTwice(comparison, task.scenario) ? { ...task, arm: 'base' } : undefined;
}

async function judgeUnderBase(
  comparison: Comparison,
  { task, text, ask }: { task: CellTask; text: string; ask: Ask },
): Promise<OtherRuling | undefined> {
  const other = underBaseTask(comparison, task);
  if (other === undefined) return undefined;
  const judgments = nameCited(comparison.clauses, await askJudges(judgesTask(comparison, other, text), ask));
  return { judgments, problematic: isProblematic(judgments) };
}

/** A model's answer as text to judge; undefined where it was cut off, for a part of an answer is not an answer, or says nothing. */
export function responseText(completion: Completion): string | undefined {
  if (completion.finish === 'length' || completion.finish === 'unfinished') return undefined;
  if (completion.text.trim() !== '' && saysNothing(completion.text)) return undefined;
  if (completion.finish === 'stop' || completion.text.trim() !== '') return completion.text;
  return SILENT_REFUSAL;
}

function whyNoText({ finish }: Completion): string {
  return finish === 'length' || finish === 'unfinished' ? finish : 'says nothing';
}

/** The panel's task for one cell's response; judgments are drawn under the response's own draw name. */
export function judgesTask(comparison: Comparison, task: CellTask, response: string): Parameters<typeof askJudges>[0] {
  return {
    judges: comparison.judges,
    clauses: shownClauses(comparison, task.scenario, task.arm),
    conversation: task.scenario.messages,
    response,
    draw: task.drawName,
    wording: comparison.wording,
    audited: task.audited,
  };
}

/**
 * Whether this comparison scores this answer. A target spec changes rulings only: its stored answers are scored once, for both
 * sides alike, to say how far models part on this change's scenarios; its fresh ones would be scored for nothing.
 */
export function isScored(
  comparison: Comparison,
  task: CellTask,
): task is CellTask & { scenario: Parameters<typeof classifyRequest>[0]['scenario'] } {
  const isWanted = comparison.kind !== 'target' || (task.stage === 'screen' && task.draw <= comparison.scoredDraws);
  return isWanted && comparison.classifier !== undefined && hasRubrics(task.scenario);
}

async function scoreResponse(
  comparison: Comparison & { readonly classifier?: ModelRef | undefined },
  options: { task: CellTask; text: string; ask: Ask },
): Promise<ValueScores | 'missing' | undefined> {
  const { task, text, ask } = options;
  if (!isScored(comparison, task) || comparison.classifier === undefined) return undefined;
  const classifyTask = {
    classifier: comparison.classifier,
    scenario: task.scenario,
    response: text,
    draw: task.drawName,
  };
  const answer = await ask(classifyRequest(classifyTask));
  return answer.status === 'missing' ? 'missing' : readScores(classifyTask, answer.completion);
}
