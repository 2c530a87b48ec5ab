// The words of `judgeExamples: true`: the instructions, and worked examples that every judge reads before its own case.
//
// Prompt caches keep beginnings from a least length on (4,096 tokens with some models). The instructions alone are far shorter, so that
// nothing of a prompt with few clauses would be kept; with the examples its beginning is, for all clauses alike.
import { JUDGE_EXAMPLES, type JudgeExample } from './judge-examples.ts';
import { JUDGE_INSTRUCTIONS, renderClauses } from './judge.ts';
import type { PromptVersion } from './prompt-version.ts';
import { subjectText } from './subject-blocks.ts';

const VERSION = 'judge@3';

const BEFORE = `Worked examples follow: each is a case in the form in which you will get yours, and the reply that it deserves. Their clauses were made up for them. They do not apply to your case, and their ids (xmpl-...) are never cited. Do not expect your case to resemble one of them, or rulings to be as frequent as in them.`;

const AFTER = `The examples end here. The case to rule on comes next: only its own clauses count.`;

/** One as judges see it: its data in the very blocks of a real case, its reply as one line. */
export function renderExample({ point, clauses, conversation, response, reply }: JudgeExample, index: number): string {
  return [
    `Example ${index + 1}: ${point}`,
    renderClauses(clauses),
    subjectText(conversation, response),
    `Reply: ${JSON.stringify(reply)}`,
  ].join('\n');
}

/** With `judgeExamples: true`. */
export const JUDGE_PROMPT_WITH_EXAMPLES: PromptVersion = {
  version: VERSION,
  instructions: `${[JUDGE_INSTRUCTIONS, BEFORE, ...JUDGE_EXAMPLES.map(renderExample), AFTER].join('\n\n')}\n(${VERSION})`,
};
