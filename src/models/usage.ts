// Tokens as providers report them. A number that is absent or cannot be is estimated: bookkeeping never costs an answer.
import { estimateTokens } from './cost/tokens.ts';
import type { Usage } from './model.ts';

/** What a reply says of its tokens, each number as it came. */
export interface ReportedUsage {
  /** All input tokens, cached ones included. */
  readonly input: unknown;
  readonly output: unknown;
  readonly cached?: unknown;
  readonly cacheWrite?: unknown;
}

export interface CountedUsage {
  readonly usage: Usage;
  /** Whether input or output had to be estimated. */
  readonly estimated: boolean;
}

/** `sent()` and `text` are what the estimate is made from; it is never zero, for a server that counts nothing has still read. */
export function countUsage(
  reported: ReportedUsage | undefined,
  { sent, text }: { readonly sent: () => string; readonly text: string },
): CountedUsage {
  const input = tokensOf(reported?.input);
  const output = tokensOf(reported?.output);
  return {
    usage: {
      inputTokens: input ?? estimateTokens(sent()),
      cachedInputTokens: tokensOf(reported?.cached) ?? 0,
      cacheWriteTokens: tokensOf(reported?.cacheWrite) ?? 0,
      outputTokens: output ?? estimateTokens(text),
    },
    estimated: input === undefined || output === undefined,
  };
}

/** More tokens than any call has, by a factor of a hundred. */
const MOST_TOKENS = 1e9;

/** A plausible count of tokens: whole, not negative, of one call. Fractions (a router's share of a bill) are rounded up. */
export function tokensOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= MOST_TOKENS ? Math.ceil(value) : undefined;
}

/** The field of an object of which nothing is known; undefined where it is none, or has no such field. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** Characters of a name that a server gives itself; the longest in use have about a hundred. */
const LONGEST_NAME = 200;

/** A name worth keeping, cut where it is none any more, or undefined. */
export function nameOf(value: unknown): string | undefined {
  return textOf(value)?.slice(0, LONGEST_NAME);
}

/** A text worth keeping, or undefined. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
