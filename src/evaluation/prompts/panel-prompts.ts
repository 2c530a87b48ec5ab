// What judges and the classifier are asked with: this release's words, and those of the releases before it.
import { CLASSIFY_WORDING } from './classify.ts';
import { FIRST_PROMPTS } from './first-prompts.ts';
import { JUDGE_WORDING } from './judge.ts';
import type { Wording } from './wording.ts';

export interface PanelPrompts {
  readonly judge: Wording;
  readonly classify: Wording;
}

export const PROMPTS: PanelPrompts = { judge: JUDGE_WORDING, classify: CLASSIFY_WORDING };

/**
 * Newest first. A release that changes a word moves the words it replaces here: what was ruled under them is stored under
 * them, and `judges migrate` finds it by them.
 */
export const EARLIER_PROMPTS: readonly PanelPrompts[] = [FIRST_PROMPTS];
