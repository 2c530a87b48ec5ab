// A marked beginning is cached if it has at least a number of tokens that depends on the model (platform.claude.com,
// "Prompt caching").
import type { PromptCache } from '../cost/prompt-cache.ts';

/**
 * The lists name 1,024 tokens for Sonnet, but users report 2,048 of later ones; what is not named here gets the largest,
 * which overstates a price.
 */
export const ANTHROPIC_CACHE: PromptCache = {
  least: [
    [/sonnet/, 2048],
    [/haiku-3|3-5-haiku|3-haiku/, 2048],
    [/opus-4-1|opus-4$|opus-4-2/, 1024],
    [/^/, 4096],
  ],
  step: 1,
  isWritingBilled: true,
};
