// What a provider's prompt cache will have served of a list of requests: the beginning that they share is paid in full once.
import { sha256 } from '../../core/canonical-json.ts';
import type { CompletionRequest, ModelRef, Usage } from '../model.ts';
import { worstUsage } from './estimate-cost.ts';

/** OpenAI caches beginnings of 1,024 tokens or more by itself, in steps of 128 (platform.openai.com, "Prompt caching"). */
const OPENAI_LEAST = 1024;
const OPENAI_STEP = 128;

/**
 * Tokens that a beginning must have before Anthropic's cache takes it (platform.claude.com, "Prompt caching"). The lists name
 * 1,024 for Sonnet, but users report 2,048 of later ones; what is not named here gets the largest, which overstates a price.
 */
const ANTHROPIC_LEAST: readonly (readonly [name: RegExp, tokens: number])[] = [
  [/sonnet/, 2048],
  [/haiku-3|3-5-haiku|3-haiku/, 2048],
  [/opus-4-1|opus-4$|opus-4-2/, 1024],
];
const ANTHROPIC_LEAST_OTHERWISE = 4096;

/** What each request will use, in the order they are made; the output is the most a model may give. */
export type UsageMeter = (request: CompletionRequest) => Usage;

/**
 * A meter over one run. The first request of a beginning pays for it (and for writing it, where the provider bills that);
 * those after it read it. Runs send requests of one beginning one after the other, so none is thought to be forgotten.
 */
export function createUsageMeter(): UsageMeter {
  const seen = new Set<string>();
  return (request) => {
    const usage = worstUsage(request);
    const cacheable = cacheableTokens(request);
    if (cacheable === 0) return usage;
    const name = prefixName(request);
    if (seen.has(name)) return { ...usage, cachedInputTokens: cacheable };
    seen.add(name);
    return request.model.kind === 'anthropic' ? { ...usage, cacheWriteTokens: cacheable } : usage;
  };
}

/** Tokens of the shared beginning that the provider would keep; 0 where it is too short or the provider keeps none. */
function cacheableTokens(request: CompletionRequest): number {
  const { model, messages, sharedMessages } = request;
  if (sharedMessages === 0) return 0;
  const shared = worstUsage({
    model,
    messages: messages.slice(0, sharedMessages),
    sharedMessages,
    draw: '',
  }).inputTokens;
  switch (model.kind) {
    case 'openai':
      return shared < OPENAI_LEAST ? 0 : shared - (shared % OPENAI_STEP);
    case 'anthropic':
      return shared < leastOf(model) ? 0 : shared;
    case 'simulated':
    case 'recorded':
      return 0;
    default:
      return model.kind satisfies never;
  }
}

function leastOf({ model }: ModelRef): number {
  const name = model.replace(/-\d{8}$/, '');
  return ANTHROPIC_LEAST.find(([pattern]) => pattern.test(name))?.[1] ?? ANTHROPIC_LEAST_OTHERWISE;
}

function prefixName({ model, messages, sharedMessages }: CompletionRequest): string {
  return sha256(
    [model.id, ...messages.slice(0, sharedMessages).map(({ role, content }) => `${role}\n${content}`)].join('\n\n'),
  );
}
