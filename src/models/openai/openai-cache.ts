// Beginnings of 1,024 tokens or more are cached by themselves, in steps of 128 (platform.openai.com, "Prompt caching").
import type { PromptCache } from '../cost/prompt-cache.ts';

export const OPENAI_CACHE: PromptCache = { least: [[/^/, 1024]], step: 128, isWritingBilled: false };
