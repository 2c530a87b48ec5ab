// Requests of the Anthropic messages protocol, and what a refusal of one teaches.
import type { MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/messages';
import { whereDefined } from '../../core/where-defined.ts';
import type { Learned, Prepared } from '../protocol.ts';
import { SYSTEM_HOISTED, toAnthropicMessages } from './anthropic-messages.ts';
import type { CompletionRequest } from '../model.ts';
import type { ProviderDetail } from '../transport/provider-error.ts';
import { outputCapOf } from '../output-cap.ts';
import { isAboutValue } from '../refused-value.ts';
import { askInWords, boundless, BOUNDS_DROPPED, hasBounds, namesBounds } from '../structured-reply.ts';
import { DEFAULT_MAX_TOKENS } from '../cost/tokens.ts';

export type AnthropicBody = MessageCreateParamsNonStreaming;

/**
 * Sampling parameters by their names on the wire. The vendor's API of 2026-10-21 has none at all; other servers of this protocol
 * (llama.cpp, LM Studio, gateways in front of other models) have them, and say so where they do not.
 */
const SAMPLING: ReadonlyMap<string, string> = new Map([
  ['temperature', 'temperature'],
  ['topP', 'top_p'],
  ['top_p', 'top_p'],
  ['topK', 'top_k'],
  ['top_k', 'top_k'],
  ['seed', 'seed'],
]);
const TO_PLAIN = 'json_schema -> plain';

export function prepareAnthropic(
  request: CompletionRequest,
  { learned, vendor, local }: { readonly learned: Learned; readonly vendor: boolean; readonly local: boolean },
): Prepared<AnthropicBody> {
  const { model, messages, format, sharedMessages } = request;
  const { maxTokens, max_tokens, effort, reasoningEffort, ...rest } = model.params;
  const isLeftOut = (name: string): boolean =>
    SAMPLING.has(name) && (vendor || learned.has(`${SAMPLING.get(name)} dropped`));
  const adapted = Object.keys(rest).filter(isLeftOut);
  const params = Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => (isLeftOut(name) ? [] : [[SAMPLING.get(name) ?? name, value]])),
  );

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
    ...[...new Set(SAMPLING.values())].filter((name) => name in body).map((name) => `${name} dropped`),
  ];
}

/** The features that may be left out after such a refusal at all. */
export function openToAnthropicTrial({ message = '' }: ProviderDetail, features: readonly string[]): readonly string[] {
  return features.filter((feature) => !isAboutValue(feature, message));
}

/** Of a request's features those that a refusal's words speak of, the likeliest first. Words only order what is tried. */
export function namedByAnthropic(detail: ProviderDetail, features: readonly string[]): readonly string[] {
  const speaksOf: Readonly<Record<string, RegExp>> = {
    [BOUNDS_DROPPED]: /maxLength|maxItems/i,
    [TO_PLAIN]: /output_config|output_format|json_schema|schema|structured output/i,
    [SYSTEM_HOISTED]: /\brole\b|system/i,
  };
  const words = (feature: string): RegExp => speaksOf[feature] ?? new RegExp(`\\b${feature.split(' ')[0]}\\b`);
  return openToAnthropicTrial(detail, features).filter((feature) => words(feature).test(detail.message ?? ''));
}
