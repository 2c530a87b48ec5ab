// Counts what questions cost: everything the evidence needs, and what this run made of it.
import type { CompletionRequest, Usage } from '../models/model.ts';
import type { AskEvent } from './ask.ts';

/** Dollars for one answer, or `unknown` where its model has no price. */
export type PriceOf = (request: CompletionRequest, usage: Usage) => number | 'unknown';

export interface Count {
  readonly calls: number;
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  readonly outputTokens: number;
  readonly usd: number | 'unknown';
}

export interface Tally {
  add(event: AskEvent): void;
  /** Every answer used, stored or made, each once: depends on inputs and answers only. */
  needed(): Count;
  /** What this run made. */
  made(): Count;
  stored(): number;
  failed(): Readonly<Record<string, number>>;
}

export function createTally(priceOf: PriceOf): Tally {
  const needed = createCounter();
  const made = createCounter();
  const seen = new Set<string>();
  const failed: Record<string, number> = {};
  let stored = 0;
  return {
    add: (event) => {
      if (event.kind === 'failed') {
        failed[event.reason] = (failed[event.reason] ?? 0) + 1;
        return;
      }
      if (seen.has(event.key)) return;
      seen.add(event.key);
      const { usage } = event.completion;
      const usd = priceOf(event.request, usage);
      needed.add(usage, usd);
      if (event.kind === 'made') made.add(usage, usd);
      else stored += 1;
    },
    needed: needed.read,
    made: made.read,
    stored: () => stored,
    failed: () => ({ ...failed }),
  };
}

function createCounter(): { add: (usage: Usage, usd: number | 'unknown') => void; read: () => Count } {
  let calls = 0;
  let inputTokens = 0;
  let cachedInputTokens = 0;
  let outputTokens = 0;
  // Kept in whole nano-dollars, so that the sum does not depend on the order answers came in.
  let nanoUsd: bigint | 'unknown' = 0n;
  return {
    add: (usage, usd) => {
      calls += 1;
      inputTokens += usage.inputTokens;
      cachedInputTokens += usage.cachedInputTokens;
      outputTokens += usage.outputTokens;
      nanoUsd = nanoUsd === 'unknown' || usd === 'unknown' ? 'unknown' : nanoUsd + BigInt(Math.round(usd * 1e9));
    },
    read: () => ({
      calls,
      inputTokens,
      cachedInputTokens,
      outputTokens,
      usd: nanoUsd === 'unknown' ? 'unknown' : Number(nanoUsd) / 1e9,
    }),
  };
}
