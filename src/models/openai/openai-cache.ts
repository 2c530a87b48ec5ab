// Beginnings of 1,024 tokens or more are cached by themselves, in steps of 128 (platform.openai.com, "Prompt caching").
import type { PromptCache } from '../cost/prompt-cache.ts';

/**
 * Gemini is asked in this protocol, too, and keeps beginnings from 1,024, 2,048 or 4,096 tokens on by the model and the month
 * (ai.google.dev, "Context caching"): the largest, which overstates a price.
 */
export const OPENAI_CACHE: PromptCache = {
  least: [
    [/gemini/, 4096],
    [/^/, 1024],
  ],
  step: 128,
  isWritingBilled: false,
};
