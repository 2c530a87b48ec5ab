// Asking the judges in the panel's order: as few as decide the majority, and all of them on a random share for honest agreement figures.
import { whereDefined } from '../core/where-defined.ts';
import type { ModelRef } from '../models/model.ts';
import type { Ask } from './ask.ts';
import { askedAnyway, isDecided } from './majority.ts';
import { judgeRequest, readJudgment, type JudgeTask } from './prompts/judge.ts';
import type { PromptVersion } from './prompts/prompt-version.ts';
import type { Judgment } from './ruling.ts';

export interface JudgesTask extends Omit<JudgeTask, 'judge' | 'wording'> {
  readonly wording: PromptVersion;
  /** In the order they are asked: that of the config, so that whoever writes it says who rules on everything and who decides where these part. */
  readonly judges: readonly ModelRef[];
  /** Every judge is asked whatever the first ones say. */
  readonly audited: boolean;
}

/**
 * The panel's judgments in the panel's order. The first judges (as many as make a majority) are asked at once; the others
 * one by one until the majority cannot change. The majority is the one that all judges would have given.
 */
export async function askJudges(task: JudgesTask, ask: Ask): Promise<readonly Judgment[]> {
  const { judges } = task;
  const first = askedAnyway(judges.length, task);
  const judgments = await Promise.all(judges.slice(0, first).map((judge) => askJudge(task, judge, ask)));
  for (const judge of judges.slice(first)) {
    if (isDecided(judgments, judges.length)) break;
    judgments.push(await askJudge(task, judge, ask));
  }
  return judgments;
}

async function askJudge(task: JudgesTask, judge: ModelRef, ask: Ask): Promise<Judgment> {
  const judgeTask: JudgeTask = { ...task, judge };
  const answer = await ask(judgeRequest(judgeTask));
  if (answer.status === 'missing') {
    const { reason, words } = answer;
    return { status: 'abstained', judge: judge.id, reason, ...whereDefined({ words }) };
  }
  return readJudgment(judgeTask, answer.completion);
}
