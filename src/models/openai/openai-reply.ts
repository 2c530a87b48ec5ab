// Replies of the chat completions protocol: what is behind an endpoint may be anything, so only what carries the answer must fit.
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import * as z from 'zod';
import { whereDefined } from '../../core/where-defined.ts';
import { endingOf, endingOfRouted, type Ending } from '../finish.ts';
import { joinParts } from '../content-parts.ts';
import type { Completion } from '../model.ts';
import { ONLY_THOUGHTS } from '../thoughts.ts';
import { countUsage, fieldOf, nameOf, textOf } from '../usage.ts';
import { AT_FLEX_PRICE } from './flex.ts';

// Fields beside the answer (usage, ids) are not checked here, so that an odd or absent one does not cost the answer.
const choice = z.looseObject({ finish_reason: z.unknown().optional(), message: z.unknown().optional() });
export const openaiReply = z.looseObject({ choices: z.array(choice).nullable() });
export type OpenAIReply = z.infer<typeof openaiReply>;

/** What of a request says how its reply is read. */
interface Sent {
  readonly messages: readonly ChatCompletionMessageParam[];
  readonly service_tier?: string | null | undefined;
}

export function readOpenAIReply(reply: OpenAIReply, { messages, service_tier: asked }: Sent): Completion {
  const [first] = reply.choices ?? [];
  const { text, refusal } = readMessage(fieldOf(first, 'message') ?? first);
  const ending = first === undefined ? endingOfNothing(reply) : endingOfChoice(first, { reply, text, refusal });
  const { usage, estimated } = countUsage(reportedUsage(reply['usage']), {
    sent: () => JSON.stringify(messages),
    text: refusal ?? text,
  });
  const returnedModel = nameOf(reply['model']);
  const fingerprint = nameOf(reply['system_fingerprint']);
  // A server's word alone is no price: what was not asked for is reckoned whole.
  const isAtFlexPrice = asked === 'flex' && reply['service_tier'] === 'flex';
  return {
    text: refusal ?? text,
    finish: ending.finish,
    ...whereDefined({ ending: ending.word, returnedModel, fingerprint }),
    usage,
    adapted: [...(estimated ? ['usage estimated'] : []), ...(isAtFlexPrice ? [AT_FLEX_PRICE] : [])],
  };
}

/** The text of a message, whole or in parts, and its refusal in a field or a part of its own. */
function readMessage(message: unknown): { readonly text: string; readonly refusal: string | undefined } {
  const content = fieldOf(message, 'content') ?? fieldOf(message, 'text');
  const refusal = textOf(fieldOf(message, 'refusal')) ?? textOf(joinParts(content, 'refusal'));
  // Some gateways hand on the JSON that was asked for as what it says, not as text.
  const isParsed = typeof content === 'object' && content !== null && !Array.isArray(content);
  return { text: isParsed ? JSON.stringify(content) : joinParts(content, 'text'), refusal };
}

interface Said {
  readonly reply: OpenAIReply;
  readonly text: string;
  readonly refusal: string | undefined;
}

function endingOfChoice(first: z.infer<typeof choice>, { reply, text, refusal }: Said): Ending {
  if (refusal !== undefined) return { finish: 'refusal' };
  // OpenRouter: the upstream failed midway, and the choice says how, or the reply as a whole.
  const failed = [fieldOf(first, 'error'), reply['error']].find((error) => error !== undefined && error !== null);
  const reason = first.finish_reason ?? first['finishReason'];
  const native = first['native_finish_reason'] ?? fieldOf(first['provider_specific_fields'], 'native_finish_reason');
  const ending = callsTool(first) ? endingOf('tool_calls') : endingOfRouted(reason, native);
  if (ending.finish === 'content_filter') return ending;
  if (failed !== undefined) {
    return { finish: 'unfinished', word: endingOf(fieldOf(failed, 'message') ?? 'error').word ?? 'error' };
  }
  if (ending.finish !== 'stop' || text.trim() !== '') return ending;
  if (isMarkedFiltered(first) || isMarkedFiltered(reply)) return { finish: 'content_filter' };
  return thinks(first) ? { finish: 'unfinished', word: ONLY_THOUGHTS } : ending;
}

/** A parser of thoughts that does not fit the model takes the whole answer for one (vLLM, SGLang). Thoughts are never judged. */
function thinks({ message }: z.infer<typeof choice>): boolean {
  return ['reasoning_content', 'reasoning', 'thinking'].some((name) => textOf(fieldOf(message, name)) !== undefined);
}

/** Beside nothing at all: flags of a filter (MiniMax), or the kinds of content that one looks for, each with what it did (Azure). */
function isMarkedFiltered(of: object): boolean {
  const results = fieldOf(of, 'content_filter_results');
  const kinds: readonly unknown[] = typeof results === 'object' && results !== null ? Object.values(results) : [];
  return (
    fieldOf(of, 'input_sensitive') === true ||
    fieldOf(of, 'output_sensitive') === true ||
    kinds.some((kind) => fieldOf(kind, 'filtered') === true)
  );
}

/** Some servers write `stop` over a call of a tool: what was said before it is no whole answer. */
function callsTool(first: z.infer<typeof choice>): boolean {
  const calls = fieldOf(first.message, 'tool_calls');
  return Array.isArray(calls) && calls.length > 0;
}

/** No choice at all: a prompt that was blocked (Gemini says so beside it), or nothing. */
function endingOfNothing(reply: OpenAIReply): Ending {
  const feedback = fieldOf(reply, 'promptFeedback') ?? fieldOf(reply, 'prompt_feedback');
  const blocked = fieldOf(feedback, 'blockReason') ?? fieldOf(feedback, 'block_reason');
  return blocked === undefined ? { finish: 'unfinished', word: 'no choice' } : { finish: 'content_filter' };
}

function reportedUsage(usage: unknown): Parameters<typeof countUsage>[0] {
  const details = fieldOf(usage, 'prompt_tokens_details');
  return {
    input: fieldOf(usage, 'prompt_tokens'),
    output: fieldOf(usage, 'completion_tokens'),
    cached: fieldOf(details, 'cached_tokens'),
    cacheWrite: fieldOf(details, 'cache_write_tokens'),
  };
}
