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
    const cacheable = cacheableTokens(request);
    const name = prefixName(request);
    if (cacheable === 0 || name === undefined) return usage;
    if (!seen.add(name)) return { ...usage, cachedInputTokens: cacheable };
    return promptCacheOf(request.model.kind)?.isWritingBilled === true
      ? { ...usage, cacheWriteTokens: cacheable }
      : usage;
  };
}

/** Tokens of the shared beginning that the provider would keep; 0 where it is too short or the provider keeps none. */
function cacheableTokens(request: CompletionRequest): number {
  const { model, messages, sharedMessages } = request;
  const cache = promptCacheOf(model.kind);
  if (sharedMessages === 0 || cache === undefined) return 0;
  const shared = worstUsage({
    model,
    messages: messages.slice(0, sharedMessages),
    sharedMessages,
    draw: '',
  }).inputTokens;
  return keptTokens(cache, model.model, shared);
}
