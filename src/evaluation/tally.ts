// Counts what questions cost: everything the evidence needs, and what this run made of it.
import { createKeySet } from '../core/key-set.ts';
import type { CompletionRequest, Usage } from '../models/model.ts';
import { hasRecordedAnswers } from '../models/recorded-answers.ts';
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
  /** Replies that were paid for, were no answer, and whose question was asked once more. */
  unusable(): number;
  /** Calls that gave no answer, by model and reason, the most frequent first. */
  failures(): readonly FailureCount[];
}

export interface FailureCount {
  readonly model: string;
  readonly reason: string;
  /** The first one's words. */
  readonly words: string;
  readonly count: number;
}

/** Counts calls, tokens and US dollars as their events come in. */
export function createTally(priceOf: PriceOf): Tally {
  const needed = createCounter();
  const made = createCounter();
  const seen = createKeySet();
  const failures = createFailureCounts();
  let stored = 0;
  let unusable = 0;
  return {
    add: (event) => {
      if (event.kind === 'failed') {
        failures.add(event);
        return;
      }
      if (event.kind === 'attempt') {
        unusable += 1;
        made.add(event.completion.usage, event.paid?.usd ?? priceOf(event.request, event.completion.usage));
        return;
      }
      if (!seen.add(event.key)) return;
      // A recorded answer that the user brought counts as no call.
      if (hasRecordedAnswers(event.request.model)) return;
      const { usage } = event.completion;
      const usd = priceOf(event.request, usage);
      needed.add(usage, usd);
      // What was paid may be less than the list price counted for the evidence: a batch costs half.
      if (event.kind === 'made') made.add(usage, event.paid?.usd ?? usd);
      else stored += 1;
    },
    needed: needed.read,
    made: made.read,
    stored: () => stored,
    unusable: () => unusable,
    failures: failures.read,
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

function createFailureCounts(): {
  add: (event: AskEvent & { readonly kind: 'failed' }) => void;
  read: () => readonly FailureCount[];
} {
  const counts = new Map<string, FailureCount>();
  return {
    add: ({ request, reason, words = '' }) => {
      const name = `${request.model.id}\n${reason}`;
      const known = counts.get(name) ?? { model: request.model.id, reason, words, count: 0 };
      counts.set(name, { ...known, count: known.count + 1 });
    },
    read: () => [...counts.values()].sort((a, b) => b.count - a.count || (a.model < b.model ? -1 : 1)),
  };
}
