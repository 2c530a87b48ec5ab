// What a provider's prompt cache keeps of a request's beginning, as its documentation says.

export interface PromptCache {
  /** Tokens that a beginning must have; the first pattern that fits the model's name, without a date at its end, counts. */
  readonly least: readonly (readonly [name: RegExp, tokens: number])[];
  /** Kept in multiples of so many tokens. */
  readonly step: number;
  /** Whether writing a beginning is billed at a price of its own. */
  readonly isWritingBilled: boolean;
}

/** Tokens that are kept of a beginning of so many; 0 where it is too short. */
export function keptTokens({ least, step }: PromptCache, model: string, tokens: number): number {
  const name = model.replace(/-\d{8}$/, '');
  const [, needed] = least.find(([pattern]) => pattern.test(name)) ?? [undefined, Infinity];
  return tokens < needed ? 0 : tokens - (tokens % step);
}
