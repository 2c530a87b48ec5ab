// Models behind the OpenAI chat completions protocol: OpenAI, Gemini, xAI, vLLM, Ollama, llama.cpp and many more.
import { createAdaptiveModel } from '../adaptive-model.ts';
import type { Completion, Model, ModelRef } from '../model.ts';
import { openaiReply, readOpenAIReply } from './openai-reply.ts';
import {
  namedByOpenAI,
  nextOpenAIFormat,
  openAIFeatures,
  openToTrial,
  prepareOpenAI,
  type OpenAIBody,
} from './openai-request.ts';
import { isLocal, type ResolvedProvider } from '../provider.ts';
import { post, type PostContext } from '../transport/post.ts';
import type { Transport } from '../transport/transport.ts';

/** A model of an `openai` provider; `transport` is the provider's own. */
export function createOpenAIModel(ref: ModelRef, provider: ResolvedProvider, transport: Transport): Model {
  const server = { vendor: isOpenAI(provider.origin), local: isLocal(provider.origin) };
  return createAdaptiveModel<OpenAIBody>(ref, {
    prepare: (request, learned) => prepareOpenAI(request, { learned, ...server }),
    send: (body, options) => send(body, provider.baseUrl, { ref, transport, options }),
    features: openAIFeatures,
    named: namedByOpenAI,
    open: openToTrial,
    nextFormat: nextOpenAIFormat,
  });
}

async function send(body: OpenAIBody, baseUrl: string, context: PostContext): Promise<Completion> {
  const reply = await post({ context, url: `${baseUrl}/chat/completions`, body, reply: openaiReply });
  return readOpenAIReply(reply, body.messages);
}

/** OpenAI's own endpoint and its regional ones: the only servers sure to know `developer`, `store` and the new output cap. */
function isOpenAI(origin: string): boolean {
  return /^https:\/\/([a-z]+\.)?api\.openai\.com$/.test(origin);
}
