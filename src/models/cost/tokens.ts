// Tokens before they are counted: good enough to reserve money, never used where a provider tells the real number.

/** About four characters a token, rounded up. An estimate for English text; other scripts take more. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4);
}

/** The output cap of a request whose model has no `maxTokens` of its own, where one must be sent or reserved for. */
export const DEFAULT_MAX_TOKENS = 8192;
