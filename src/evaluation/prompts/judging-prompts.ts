// What judges and the classifier are asked with: this release's words, and those of the releases before it.
import { CLASSIFY_PROMPT } from './classify.ts';
import { FIRST_PROMPTS } from './first-prompts.ts';
import { JUDGE_PROMPT } from './judge.ts';
import type { PromptVersion } from './prompt-version.ts';

export interface JudgingPrompts {
  readonly judge: PromptVersion;
  readonly classify: PromptVersion;
}

export const PROMPTS: JudgingPrompts = { judge: JUDGE_PROMPT, classify: CLASSIFY_PROMPT };

/**
 * Newest first. A release that changes a word moves the words it replaces here: what was ruled under them is stored under
 * them, and `judges migrate` finds it by them.
 */
export const EARLIER_PROMPTS: readonly JudgingPrompts[] = [FIRST_PROMPTS];
