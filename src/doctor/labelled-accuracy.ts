// Judges on labelled items: what they are asked, and how they did.
import type { Ask } from '../evaluation/ask.ts';
import { judgeRequest, readJudgment } from '../evaluation/prompts/judge.ts';
import { isProblematic, type Judgment } from '../evaluation/ruling.ts';
import type { PromptVersion } from '../evaluation/prompts/prompt-version.ts';
import { pairClauses, showClauses } from '../evaluation/clause-pairs.ts';
import type { Completion, CompletionRequest, ModelRef } from '../models/model.ts';
import { measureAccuracy, type JudgeAccuracy, type ScoredItem } from './judge-accuracy.ts';
import type { Spec } from '../spec/clause.ts';
import type { LabelledItem } from '../scenarios/labelled.ts';

/** Answers to fixed questions are stored: asking the same of the same judge or classifier again costs nothing. */
export const KEPT_DRAW = 'doctor:1';

export interface LabelledProbe {
  readonly item: LabelledItem;
  readonly judge: ModelRef;
  readonly request: CompletionRequest;
  readonly read: (completion: Completion) => Judgment;
}

/** Every judge on every labelled item, shown what a check would show it. */
export function labelledProbes(
  judges: readonly ModelRef[],
  how: {
    readonly items: readonly LabelledItem[];
    readonly spec: Spec;
    readonly context: 'linked' | 'full';
    readonly wording: PromptVersion;
  },
): readonly LabelledProbe[] {
  const { items, spec, context, wording } = how;
  const pairs = pairClauses(spec, spec, []);
  return items.flatMap((item) => {
    const clauses = showClauses(pairs, { links: item.clauses, arm: 'base', context });
    return judges.map((judge): LabelledProbe => {
      const { conversation, response } = item;
      const task = { judge, clauses, conversation, response, draw: KEPT_DRAW, wording };
      return { item, judge, request: judgeRequest(task), read: (completion) => readJudgment(task, completion) };
    });
  });
}

/** The figures of each judge and of the majority (`panel`); nothing for no items. Abstentions count apart. */
export async function askLabelled(probes: readonly LabelledProbe[], ask: Ask): Promise<readonly JudgeAccuracy[]> {
  if (probes.length === 0) return [];
  const rulings = await Promise.all(
    probes.map(async ({ item, judge, request, read }) => {
      const answer = await ask(request);
      const judgment =
        answer.status === 'missing'
          ? ({ status: 'abstained', judge: judge.id, reason: answer.reason } as const)
          : read(answer.completion);
      return { item, judge: judge.id, judgment };
    }),
  );
  const scored = (judge: string): readonly ScoredItem[] =>
    rulings
      .filter((ruling) => ruling.judge === judge)
      .map(({ item, judgment }) => ({
        expected: item.expected,
        against: judgment.status === 'ruled' ? judgment.ruling !== 'compliant' : 'missing',
      }));
  const judges = [...new Set(rulings.map(({ judge }) => judge))];
  const items = [...new Set(rulings.map(({ item }) => item))];
  const panel = items.map((item) => ({
    expected: item.expected,
    against: isProblematic(rulings.filter((ruling) => ruling.item === item).map(({ judgment }) => judgment)),
  }));
  return [...judges.map((judge) => measureAccuracy(judge, scored(judge))), measureAccuracy('panel', panel)];
}
