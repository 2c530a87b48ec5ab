// Models behind the Anthropic messages protocol.
import * as z from 'zod';
import { whereDefined } from '../../core/where-defined.ts';
import { createAdaptiveModel } from '../adaptive-model.ts';
import {
  anthropicFeatures,
  namedByAnthropic,
  nextAnthropicFormat,
  openToAnthropicTrial,
  prepareAnthropic,
  type AnthropicBody,
} from './anthropic-request.ts';
import { endingOf, type Ending } from '../finish.ts';
import type { Anthropic } from '@anthropic-ai/sdk';
import type { CallOptions, Completion, Model, ModelRef } from '../model.ts';
import { isLocal, type ResolvedProvider } from '../provider.ts';
import { callSdk, NO_SDK_KEY, NO_SDK_TIMEOUT, once } from '../transport/sdk-call.ts';
import type { Fetch, Transport } from '../transport/transport.ts';
import { countUsage, fieldOf, nameOf, textOf, tokensOf } from '../usage.ts';

/** The version of the API that the SDK's types describe; given, so that no variable in the environment picks another. */
export const ANTHROPIC_VERSION = '2026-10-21';

// Fields beside the answer (usage, ids) are not checked here, so that an odd one does not cost the answer.
const replySchema = z.looseObject({ content: z.array(z.unknown()).nullable() });
type Reply = z.infer<typeof replySchema>;

/** A model of an `anthropic` provider; `transport` is the provider's own. The SDK is loaded with the first call. */
export function createAnthropicModel(ref: ModelRef, provider: ResolvedProvider, transport: Transport): Model {
  const server = { vendor: provider.origin === 'https://api.anthropic.com', local: isLocal(provider.origin) };
  const openClient = once(() => openAnthropic(provider, transport.fetchFor(ref.model)));
  return createAdaptiveModel<AnthropicBody>(ref, {
    prepare: (request, learned) => prepareAnthropic(request, { learned, ...server }),
    send: (body, options) => send(body, { ref, openClient, options }),
    features: anthropicFeatures,
    named: namedByAnthropic,
    open: openToAnthropicTrial,
    nextFormat: nextAnthropicFormat,
  });
}

/** A client of a provider over its transport's `fetch`. */
export async function openAnthropic(provider: Pick<ResolvedProvider, 'baseUrl'>, fetch: Fetch): Promise<Anthropic> {
  const sdk = await import('@anthropic-ai/sdk');
  // Every value the SDK would otherwise take from the environment or a profile in the home folder is given.
  return new sdk.Anthropic({
    // The SDK's paths begin with /v1; bases are written with and without it.
    baseURL: provider.baseUrl.replace(/\/v1$/, ''),
    apiKey: NO_SDK_KEY,
    webhookKey: null,
    defaultHeaders: { 'anthropic-version': ANTHROPIC_VERSION },
    openTelemetry: false,
    logLevel: 'off',
    maxRetries: 0,
    timeout: NO_SDK_TIMEOUT,
    fetch,
  });
}

async function send(
  body: AnthropicBody,
  by: { readonly ref: ModelRef; readonly openClient: () => Promise<Anthropic>; readonly options: CallOptions },
): Promise<Completion> {
  const { signal } = by.options;
  const reply = await callSdk({
    ...by,
    sent: body,
    reply: replySchema,
    // Not `messages.create`, which prints its own warnings about old models.
    call: (client) => client.post('/v1/messages', { body, signal, timeout: NO_SDK_TIMEOUT }),
  });
  return readReply(reply, body);
}

function readReply(reply: Reply, { system, messages }: AnthropicBody): Completion {
  const blocks = reply.content ?? [];
  const joined = (type: string): string =>
    blocks.map((block) => (fieldOf(block, 'type') === type ? (textOf(fieldOf(block, 'text')) ?? '') : '')).join('');
  const text = joined('text') || joined('refusal');
  const ending = endingOfReply(reply, blocks);
  const { usage, estimated } = countUsage(reportedUsage(reply['usage']), {
    sent: () => JSON.stringify([system, messages]),
    text,
  });
  const returnedModel = nameOf(reply['model']);
  return {
    text,
    finish: ending.finish,
    ...whereDefined({ ending: ending.word, returnedModel }),
    usage,
    adapted: estimated ? ['usage estimated'] : [],
  };
}

/** What was said before a call of a tool, or beside an error of a gateway, is no whole answer, whatever the reply says of its end. */
function endingOfReply(reply: Reply, blocks: readonly unknown[]): Ending {
  const has = (type: string): boolean => blocks.some((block) => fieldOf(block, 'type') === type);
  if (has('refusal')) return { finish: 'refusal' };
  const error = reply['error'];
  if (error !== undefined && error !== null) return endingOf(fieldOf(error, 'type') ?? 'error');
  return endingOf(has('tool_use') ? 'tool_use' : reply['stop_reason']);
}

/** Anthropic counts cached tokens beside the input, not within it. */
function reportedUsage(usage: unknown): Parameters<typeof countUsage>[0] {
  const fresh = tokensOf(fieldOf(usage, 'input_tokens'));
  const cached = tokensOf(fieldOf(usage, 'cache_read_input_tokens')) ?? 0;
  const cacheWrite = tokensOf(fieldOf(usage, 'cache_creation_input_tokens')) ?? 0;
  return {
    input: fresh === undefined ? undefined : fresh + cached + cacheWrite,
    output: fieldOf(usage, 'output_tokens'),
    cached,
    cacheWrite,
  };
}
