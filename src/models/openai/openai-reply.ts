// Replies of the chat completions protocol, read with a schema: what is behind an endpoint may be anything.
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import * as z from 'zod';
import type { Completion } from '../model.ts';
import { estimateTokens } from '../cost/tokens.ts';

const part = z.object({ type: z.string(), text: z.string().optional() });
export const openaiReply = z.object({
  model: z.string().nullish(),
  system_fingerprint: z.string().nullish(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z.union([z.string(), z.array(part)]).nullish(),
          refusal: z.string().nullish(),
        }),
      }),
    )
    .min(1),
  usage: z
    .object({
      prompt_tokens: z.number(),
      completion_tokens: z.number(),
      prompt_tokens_details: z
        .object({ cached_tokens: z.number().nullish(), cache_write_tokens: z.number().nullish() })
        .nullish(),
    })
    .nullish(),
});
export type OpenAIReply = z.infer<typeof openaiReply>;

export function readOpenAIReply(
  { choices, model, system_fingerprint, usage }: OpenAIReply,
  messages: readonly ChatCompletionMessageParam[],
): Completion {
  const { finish_reason, message } = choices[0]!;
  const content = message.content ?? '';
  const said = typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join('');
  const text = message.refusal || said;
  return {
    text,
    finish: message.refusal ? 'refusal' : finishOf(finish_reason),
    ...(model && { returnedModel: model }),
    ...(system_fingerprint && { fingerprint: system_fingerprint }),
    usage: usage ? readUsage(usage) : estimateUsage(messages, text),
    adapted: usage ? [] : ['usage estimated'],
  };
}

function finishOf(reason: string | null | undefined): Completion['finish'] {
  if (reason === 'content_filter') return 'content_filter';
  return reason === 'length' || reason === 'max_tokens' ? 'length' : 'stop';
}

function readUsage({
  prompt_tokens,
  completion_tokens,
  prompt_tokens_details,
}: NonNullable<OpenAIReply['usage']>): Completion['usage'] {
  return {
    inputTokens: prompt_tokens,
    cachedInputTokens: prompt_tokens_details?.cached_tokens ?? 0,
    cacheWriteTokens: prompt_tokens_details?.cache_write_tokens ?? 0,
    outputTokens: completion_tokens,
  };
}

/** Never zero: a server that counts nothing has still read the prompt. */
export function estimateUsage(messages: readonly ChatCompletionMessageParam[], text: string): Completion['usage'] {
  const input = estimateTokens(JSON.stringify(messages));
  return { inputTokens: input, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: estimateTokens(text) };
}
