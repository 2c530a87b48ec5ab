// What a provider's prompt cache will have served of a list of requests: the beginning that they share is paid in full once.
import { createKeySet } from '../../core/key-set.ts';
import type { CompletionRequest, Usage } from '../model.ts';
import { promptCacheOf } from '../provider-kind.ts';
import { prefixName } from '../shared-prefix.ts';
import { worstUsage } from './estimate-cost.ts';
import { keptTokens } from './prompt-cache.ts';

/** What each request will use, in the order they are made; the output is the most a model may give. */
export type UsageMeter = (request: CompletionRequest) => Usage;

/**
 * A meter over one run. The first request of a beginning pays for it (and for writing it, where the provider bills
 * that); those after it read it. A run sends requests with the same beginning together, so the estimate takes none as
 * dropped from the cache in between.
 */
export function createUsageMeter(): UsageMeter {
  // A large bank has a beginning of its own for each of its scenarios.
  const seen = createKeySet();
  return (request) => {
    const usage = worstUsage(request);
    const kept = keptBeginnings(request);
    const cachedInputTokens = kept.findLast(({ name }) => seen.has(name))?.tokens ?? 0;
    for (const { name } of kept) seen.add(name);
    const isWritingBilled = promptCacheOf(request.model.kind)?.isWritingBilled === true;
    const written = (kept.at(-1)?.tokens ?? 0) - cachedInputTokens;
    return { ...usage, cachedInputTokens, cacheWriteTokens: isWritingBilled ? written : 0 };
  };
}

/** A beginning that the provider would keep. */
export interface KeptBeginning {
  /** 64 hexadecimal digits. */
  readonly name: string;
  readonly tokens: number;
}

/**
 * Of the beginnings at which a request's cache may break (its first message, and all that it shares) those that are long enough
 * to be kept, the shorter one first. The first message is shared by requests that differ in the others.
 */
export function keptBeginnings(request: CompletionRequest): readonly KeptBeginning[] {
  const { model, messages, sharedMessages } = request;
  const cache = promptCacheOf(model.kind);
  if (cache === undefined) return [];
  const lengths = sharedMessages > 1 ? [1, sharedMessages] : [sharedMessages];
  return lengths.flatMap((length) => {
    const shared = { model, messages: messages.slice(0, length), sharedMessages: length };
    const tokens = keptTokens(cache, model.model, worstUsage({ ...shared, draw: '' }).inputTokens);
    const name = tokens === 0 ? undefined : prefixName(shared);
    return name === undefined ? [] : [{ name, tokens }];
  });
}
