// Requests of the Anthropic messages protocol, and what a refusal of one teaches.
import type { MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/messages';
import type { Learned, Prepared } from '../adaptive-model.ts';
import { SYSTEM_HOISTED, toAnthropicMessages } from './anthropic-messages.ts';
import type { CompletionRequest } from '../model.ts';
import type { ProviderDetail } from '../transport/provider-error.ts';
import { askInWords } from '../structured-reply.ts';
import { DEFAULT_MAX_TOKENS } from '../cost/tokens.ts';

export type AnthropicBody = MessageCreateParamsNonStreaming;

/** The API of 2026-10-21 has no sampling parameters at all. */
const NO_SUCH_PARAMETER: ReadonlySet<string> = new Set(['temperature', 'top_p', 'topP', 'top_k', 'topK', 'seed']);
const TO_PLAIN = 'json_schema -> plain';

export function prepareAnthropic(
  { model, messages, format, sharedMessages }: CompletionRequest,
  learned: Learned,
): Prepared<AnthropicBody> {
  const { maxTokens, max_tokens, effort, reasoningEffort, ...rest } = model.params;
  const adapted = Object.keys(rest).filter((name) => NO_SUCH_PARAMETER.has(name));
  const params = Object.fromEntries(Object.entries(rest).filter(([name]) => !NO_SUCH_PARAMETER.has(name)));

  const plain = format !== undefined && learned.has(TO_PLAIN);
  const {
    system,
    messages: turns,
    usesTool,
    ...sent
  } = toAnthropicMessages(plain ? askInWords(messages, format) : messages, {
    shared: sharedMessages,
    hoistSystem: learned.has(SYSTEM_HOISTED),
  });
  const outputConfig = {
    ...(reasoningEffort !== undefined && { effort: reasoningEffort }),
    ...(effort !== undefined && { effort }),
    ...(format !== undefined && !plain && { format: { type: 'json_schema', schema: format.schema } }),
  };
  const body = {
    ...params,
    model: model.model,
    max_tokens: maxTokens ?? max_tokens ?? DEFAULT_MAX_TOKENS,
    messages: turns,
    ...(system.length > 0 && { system }),
    ...(usesTool && { tools: [{ name: 'tool', input_schema: { type: 'object' } }], tool_choice: { type: 'none' } }),
    ...(Object.keys(outputConfig).length > 0 && { output_config: outputConfig }),
  };
  const steps = [...adapted.map((name) => `${name} dropped`), ...sent.adapted, ...(plain ? [TO_PLAIN] : [])];
  return { body: body as AnthropicBody, adapted: steps };
}

/** The next way to ask for JSON, after a reply that is none. */
export function nextAnthropicFormat(learned: Learned): string | undefined {
  return learned.has(TO_PLAIN) ? undefined : TO_PLAIN;
}

/** What to do without after a refusal; undefined where it is about something else. */
export function learnAnthropic({ message = '' }: ProviderDetail, body: AnthropicBody): string | undefined {
  if (
    body.output_config?.format != null &&
    /output_config|output_format|json_schema|schema|structured output/i.test(message)
  ) {
    return TO_PLAIN;
  }
  const systemTurn = body.messages.some(({ role }) => role === 'system');
  return systemTurn && /\brole\b|system/i.test(message) ? SYSTEM_HOISTED : undefined;
}
