// Models behind the OpenAI chat completions protocol: OpenAI, Gemini, xAI, vLLM, Ollama, llama.cpp and many more.
import { whereDefined } from '../../core/where-defined.ts';
import { createAdaptiveModel } from '../adaptive-model.ts';
import type { OpenAI } from 'openai';
import type { CallOptions, Completion, Model, ModelRef } from '../model.ts';
import { openaiReply, readOpenAIReply } from './openai-reply.ts';
import { sendAtFlexPrice } from './flex.ts';
import {
  namedByOpenAI,
  nextOpenAIFormat,
  openAIFeatures,
  openToTrial,
  prepareOpenAI,
  type OpenAIBody,
} from './openai-request.ts';
import { isLocal, type ResolvedProvider } from '../provider.ts';
import { callSdk, NO_SDK_KEY, NO_SDK_TIMEOUT, once } from '../transport/sdk-call.ts';
import type { Fetch, Transport } from '../transport/transport.ts';

/**
 * A model of an `openai` provider; `transport` is the provider's own, and `flex` a second one where its spare capacity is asked
 * first. The SDK is loaded with the first call.
 */
export function createOpenAIModel(
  ref: ModelRef,
  provider: ResolvedProvider,
  transport: Transport,
  flex: Transport | undefined,
): Model {
  const server = { vendor: isOpenAI(provider.origin), local: isLocal(provider.origin) };
  const sendBy = (by: Transport) => {
    const fetch = by.fetchFor(ref.model);
    const openClient = once(async () => withoutHeaders(await openOpenAI(provider, fetch), fetch));
    return (body: OpenAIBody, options: CallOptions) => send(body, { ref, openClient, options });
  };
  const usual = sendBy(transport);
  return createAdaptiveModel<OpenAIBody>(ref, {
    prepare: (request, learned) => prepareOpenAI(request, { learned, ...server }),
    send: flex === undefined ? usual : sendAtFlexPrice({ spare: sendBy(flex), usual }),
    features: openAIFeatures,
    named: namedByOpenAI,
    open: openToTrial,
    nextFormat: nextOpenAIFormat,
  });
}

/** A client of a provider over its transport's `fetch`. */
export async function openOpenAI(provider: Pick<ResolvedProvider, 'baseUrl'>, fetch: Fetch): Promise<OpenAI> {
  const sdk = await import('openai');
  // Every value the SDK would otherwise take from the environment is given, so none can redirect or leak.
  return new sdk.OpenAI({
    baseURL: provider.baseUrl,
    apiKey: NO_SDK_KEY,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: 0,
    timeout: NO_SDK_TIMEOUT,
    fetch,
  });
}

/**
 * For calls whose body is JSON: without what the SDK would make for each request and nobody uses. The transport writes all
 * headers itself and leaves out the SDK's dozen; its deadlines hold, not the SDK's timer and signal.
 */
function withoutHeaders(client: OpenAI, fetch: Fetch): OpenAI {
  const headers = new Headers();
  const urls = new Map<string, string>();
  const urlOf = (path: string): string => {
    const url = urls.get(path) ?? client.buildURL(path, undefined);
    urls.set(path, url);
    return url;
  };
  client.buildRequest = ({ method, path, body, signal }) =>
    Promise.resolve({
      req: { method: method.toUpperCase(), headers, body: JSON.stringify(body), ...whereDefined({ signal }) },
      url: urlOf(path),
      timeout: NO_SDK_TIMEOUT,
    });
  client.fetchWithTimeout = (url, init) => fetch(url instanceof Request ? url.url : url, init);
  return client;
}

async function send(
  body: OpenAIBody,
  by: { readonly ref: ModelRef; readonly openClient: () => Promise<OpenAI>; readonly options: CallOptions },
): Promise<Completion> {
  const { signal } = by.options;
  const { stream, ...whole } = body;
  const reply = await callSdk({
    ...by,
    sent: body,
    reply: openaiReply,
    call: async (client) => {
      // Its own method would read the pieces of a stream, and the transport has put them together.
      const asked =
        stream === undefined
          ? client.chat.completions.create(whole, { signal })
          : client.post('/chat/completions', { body, signal });
      // As a response, whose JSON the transport has read already: the SDK would read its text once more, under a timer of its own.
      return (await asked.asResponse()).json();
    },
  });
  return readOpenAIReply(reply, body);
}

/** OpenAI's own endpoint and its regional ones: the only servers sure to know `developer`, `store` and the new output cap. */
function isOpenAI(origin: string): boolean {
  return /^https:\/\/([a-z]+\.)?api\.openai\.com$/.test(origin);
}
