// Requests of the Anthropic messages protocol, and what a refusal of one teaches.
import type { MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/messages';
import { whereDefined } from '../../core/where-defined.ts';
import type { Learned, Prepared } from '../adaptive-model.ts';
import { SYSTEM_HOISTED, toAnthropicMessages } from './anthropic-messages.ts';
import type { CompletionRequest } from '../model.ts';
import type { ProviderDetail } from '../transport/provider-error.ts';
import { outputCapOf } from '../output-cap.ts';
import { askInWords, boundless, BOUNDS_DROPPED, hasBounds, namesBounds } from '../structured-reply.ts';
import { DEFAULT_MAX_TOKENS } from '../cost/tokens.ts';

export type AnthropicBody = MessageCreateParamsNonStreaming;

/** The API of 2026-10-21 has no sampling parameters at all. */
const NO_SUCH_PARAMETER: ReadonlySet<string> = new Set(['temperature', 'top_p', 'topP', 'top_k', 'topK', 'seed']);
const TO_PLAIN = 'json_schema -> plain';

export function prepareAnthropic(
  request: CompletionRequest,
  { learned, vendor, local }: { readonly learned: Learned; readonly vendor: boolean; readonly local: boolean },
): Prepared<AnthropicBody> {
  const { model, messages, format, sharedMessages } = request;
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
  const bounded = format === undefined || plain || (!vendor && !learned.has(BOUNDS_DROPPED));
  const outputConfig = {
    ...whereDefined({ effort: effort === undefined ? reasoningEffort : effort }),
    ...(format !== undefined &&
      !plain && { format: { type: 'json_schema', schema: (bounded ? format : boundless(format)).schema } }),
  };
  const body = {
    ...params,
    model: model.model,
    max_tokens: maxTokens ?? max_tokens ?? outputCapOf(request, { local, learned }) ?? DEFAULT_MAX_TOKENS,
    messages: turns,
    ...(system.length > 0 && { system }),
    ...(usesTool && { tools: [{ name: 'tool', input_schema: { type: 'object' } }], tool_choice: { type: 'none' } }),
    ...(Object.keys(outputConfig).length > 0 && { output_config: outputConfig }),
  };
  const steps = [
    ...adapted.map((name) => `${name} dropped`),
    ...sent.adapted,
    ...(!bounded && !vendor && hasBounds(format) ? [BOUNDS_DROPPED] : []),
    ...(plain ? [TO_PLAIN] : []),
  ];
  return { body: body as AnthropicBody, adapted: steps };
}

/** The next way to ask for JSON, after a reply that is none. */
export function nextAnthropicFormat(learned: Learned): string | undefined {
  return learned.has(TO_PLAIN) ? undefined : TO_PLAIN;
}

/** Everything in a request that some server refuses, as lessons; those that cost least first. */
export function anthropicFeatures(body: AnthropicBody): readonly string[] {
  const format = body.output_config?.format;
  return [
    ...(format != null && namesBounds(format.schema) ? [BOUNDS_DROPPED] : []),
    ...(format == null ? [] : [TO_PLAIN]),
    ...(body.messages.some(({ role }) => role === 'system') ? [SYSTEM_HOISTED] : []),
  ];
}

/** Of a request's features those that a refusal's words speak of, the likeliest first. Words only order what is tried. */
export function namedByAnthropic({ message = '' }: ProviderDetail, features: readonly string[]): readonly string[] {
  const speaksOf: Readonly<Record<string, RegExp>> = {
    [BOUNDS_DROPPED]: /maxLength|maxItems/i,
    [TO_PLAIN]: /output_config|output_format|json_schema|schema|structured output/i,
    [SYSTEM_HOISTED]: /\brole\b|system/i,
  };
  return features.filter((feature) => speaksOf[feature]?.test(message) === true);
}
