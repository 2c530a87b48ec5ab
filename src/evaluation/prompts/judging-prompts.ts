// What judges and the classifier are asked with: this release's words, and those of the releases before it.
import { CLASSIFY_PROMPT } from './classify.ts';
import { FIRST_PROMPTS } from './first-prompts.ts';
import { JUDGE_PROMPT_WITH_EXAMPLES } from './judge-with-examples.ts';
import { JUDGE_PROMPT } from './judge.ts';
import type { PromptVersion } from './prompt-version.ts';

export interface JudgingPrompts {
  readonly judge: PromptVersion;
  readonly classify: PromptVersion;
}

const PLAIN: JudgingPrompts = { judge: JUDGE_PROMPT, classify: CLASSIFY_PROMPT };
const WITH_EXAMPLES: JudgingPrompts = { judge: JUDGE_PROMPT_WITH_EXAMPLES, classify: CLASSIFY_PROMPT };

/** The words in use under a config. */
export function promptsOf({ judgeExamples }: { readonly judgeExamples: boolean }): JudgingPrompts {
  return judgeExamples ? WITH_EXAMPLES : PLAIN;
}

/**
 * Those in use, and below them, newest first, those of earlier releases. A release that changes a word moves the words it replaces to
 * the end: what was ruled under them is stored under them, and `judges migrate` finds it by them.
 */
export const ALL_PROMPTS: readonly JudgingPrompts[] = [PLAIN, WITH_EXAMPLES, FIRST_PROMPTS];
