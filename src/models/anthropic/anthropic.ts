// Models behind the Anthropic messages protocol.
import * as z from 'zod';
import { createAdaptiveModel } from '../adaptive-model.ts';
import { learnAnthropic, nextAnthropicFormat, prepareAnthropic, type AnthropicBody } from './anthropic-request.ts';
import type { Completion, Finish, Model, ModelRef, Usage } from '../model.ts';
import type { ResolvedProvider } from '../provider.ts';
import { callSdk, NO_SDK_KEY, NO_SDK_TIMEOUT, type SdkContext } from '../transport/sdk-call.ts';
import { estimateTokens } from '../cost/tokens.ts';
import type { Transport } from '../transport/transport.ts';

/** The version of the API that the SDK's types describe; given, so that no variable in the environment picks another. */
export const ANTHROPIC_VERSION = '2026-10-21';

const count = z.number().nullish();
const replySchema = z.object({
  model: z.string().nullish(),
  stop_reason: z.string().nullish(),
  content: z.array(z.object({ type: z.string(), text: z.string().optional() })),
  usage: z
    .object({
      input_tokens: z.number(),
      output_tokens: z.number(),
      cache_read_input_tokens: count,
      cache_creation_input_tokens: count,
    })
    .nullish(),
});
type Reply = z.infer<typeof replySchema>;

/** Where generation ended early, whatever the reason: the answer is not whole. */
const CUT_OFF: ReadonlySet<string> = new Set(['max_tokens', 'model_context_window_exceeded', 'pause_turn']);

/** A model of an `anthropic` provider; `transport` is the provider's own. The SDK is loaded with the first call. */
export function createAnthropicModel(ref: ModelRef, provider: ResolvedProvider, transport: Transport): Model {
  return createAdaptiveModel<AnthropicBody>(ref, {
    prepare: prepareAnthropic,
    send: (body, options) => send(body, { ref, provider, transport, options }),
    learn: learnAnthropic,
    nextFormat: nextAnthropicFormat,
  });
}

async function send(body: AnthropicBody, context: SdkContext): Promise<Completion> {
  const { Anthropic } = await import('@anthropic-ai/sdk');
  const reply = await callSdk({
    context,
    reply: replySchema,
    call: (fetch) => {
      // Every value the SDK would otherwise take from the environment or a profile in the home folder is given.
      const client = new Anthropic({
        // The SDK's paths begin with /v1.
        baseURL: context.provider.baseUrl.replace(/\/v1$/, ''),
        apiKey: NO_SDK_KEY,
        webhookKey: null,
        defaultHeaders: { 'anthropic-version': ANTHROPIC_VERSION },
        openTelemetry: false,
        logLevel: 'off',
        maxRetries: 0,
        timeout: NO_SDK_TIMEOUT,
        fetch,
      });
      // Not `messages.create`, which prints its own warnings about old models.
      return client.post('/v1/messages', { body, signal: context.options.signal, timeout: NO_SDK_TIMEOUT });
    },
  });
  return readReply(reply, body);
}

function readReply({ content, model, stop_reason, usage }: Reply, body: AnthropicBody): Completion {
  const text = content.map((block) => (block.type === 'text' ? (block.text ?? '') : '')).join('');
  return {
    text,
    finish: finishOf(stop_reason ?? ''),
    ...(model && { returnedModel: model }),
    usage: usage ? readUsage(usage) : estimateUsage(body, text),
    adapted: usage ? [] : ['usage estimated'],
  };
}

function finishOf(reason: string): Finish {
  if (reason === 'refusal') return 'refusal';
  return CUT_OFF.has(reason) ? 'length' : 'stop';
}

/** Anthropic counts cached tokens beside the input, not within it. */
function readUsage(usage: NonNullable<Reply['usage']>): Usage {
  const cachedInputTokens = usage.cache_read_input_tokens ?? 0;
  const cacheWriteTokens = usage.cache_creation_input_tokens ?? 0;
  return {
    inputTokens: usage.input_tokens + cachedInputTokens + cacheWriteTokens,
    cachedInputTokens,
    cacheWriteTokens,
    outputTokens: usage.output_tokens,
  };
}

function estimateUsage({ system, messages }: AnthropicBody, text: string): Usage {
  const inputTokens = estimateTokens(JSON.stringify([system, messages]));
  return { inputTokens, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: estimateTokens(text) };
}
