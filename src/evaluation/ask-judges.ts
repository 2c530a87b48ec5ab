// Asking the judges: as few as decide the majority, and all of them on a random share for honest agreement figures.
import { whereDefined } from '../core/where-defined.ts';
import { sha256 } from '../core/canonical-json.ts';
import type { ModelRef } from '../models/model.ts';
import type { Ask } from './ask.ts';
import { judgeRequest, readJudgment, type JudgeTask } from './prompts/judge.ts';
import type { PromptVersion } from './prompts/prompt-version.ts';
import type { Judgment } from './ruling.ts';

export interface JudgesTask extends Omit<JudgeTask, 'judge' | 'wording'> {
  readonly wording: PromptVersion;
  readonly judges: readonly ModelRef[];
  /** Every judge is asked whatever the first ones say. */
  readonly audited: boolean;
  /** Orders the judges by hash, so that no judge is always the one left out. Leaves the arm out: both arms ask in the same order. */
  readonly orderSeed: string;
}

/**
 * The panel's judgments in the panel's order. The first judges (as many as make a majority) are asked at once; the others
 * one by one until the majority cannot change. The majority is the one that all judges would have given.
 */
export async function askJudges(task: JudgesTask, ask: Ask): Promise<readonly Judgment[]> {
  const order = orderJudges(task.judges, task.orderSeed);
  const first = task.audited ? order.length : majorityOf(order.length);
  const judgments = await Promise.all(order.slice(0, first).map((judge) => askJudge(task, judge, ask)));
  for (const judge of order.slice(first)) {
    if (isDecided(judgments, order.length)) break;
    judgments.push(await askJudge(task, judge, ask));
  }
  const rank = new Map(task.judges.map((judge, index) => [judge.id, index]));
  return judgments.sort((a, b) => rank.get(a.judge)! - rank.get(b.judge)!);
}

/** The judges in the order they are asked. */
export function orderJudges(judges: readonly ModelRef[], seed: string): readonly ModelRef[] {
  const rank = new Map(judges.map((judge) => [judge, sha256(`${seed}\n${judge.id}`)]));
  return [...judges].sort((a, b) => (rank.get(a)! < rank.get(b)! ? -1 : 1));
}

/** Judges that must agree to decide. */
export function majorityOf(judges: number): number {
  return Math.floor(judges / 2) + 1;
}

/** Whether the majority is decided: no ruling that is still open could change it. */
export function isDecided(judgments: readonly Judgment[], panel: number): boolean {
  const ruled = judgments.flatMap((judgment) => (judgment.status === 'ruled' ? [judgment.ruling !== 'compliant'] : []));
  const against = ruled.filter(Boolean).length;
  return Math.max(against, ruled.length - against) >= majorityOf(panel);
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
