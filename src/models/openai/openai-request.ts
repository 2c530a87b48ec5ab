// Requests of the chat completions protocol, and what in one a server may not take.
import { whereDefined } from '../../core/where-defined.ts';
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import type { Learned, Prepared } from '../protocol.ts';
import type { CompletionRequest, ReplyFormat } from '../model.ts';
import { AS_SYSTEM, SYSTEM_AS_USER, toOpenAIMessages, TURNS_MERGED } from './openai-messages.ts';
import { outputCapOf, OWN_CAP_DROPPED } from '../output-cap.ts';
import { isAboutValue } from '../refused-value.ts';
import { prefixName } from '../shared-prefix.ts';
import type { ProviderDetail } from '../transport/provider-error.ts';
import { askInWords, boundless, BOUNDS_DROPPED, hasBounds, namesBounds } from '../structured-reply.ts';

/** `stream` is set only for a server that answers in no other way; its transport puts the pieces together. */
export type OpenAIBody = Omit<ChatCompletionCreateParamsNonStreaming, 'stream'> & { readonly stream?: true };

/** What is known of the server before anything is asked. */
export interface OpenAIServer {
  /** OpenAI's own. */
  readonly vendor: boolean;
  /** On this machine or in its network: a small model there may write on and on. */
  readonly local: boolean;
}

/** Parameters whose refusal means "this model has no such knob", so leaving them out is the same request. */
const DROPPED = [
  'temperature',
  'top_p',
  'top_k',
  'seed',
  'frequency_penalty',
  'presence_penalty',
  'prompt_cache_key',
].map((name) => [name, `${name} dropped`] as const);
const ABOUT_STREAMING = /\bstream(ed|ing)?\b/i;
const OUTPUT_CAPS = [
  ['max_tokens', 'max_completion_tokens'],
  ['max_completion_tokens', 'max_tokens'],
] as const;
const FORMATS = ['json_schema', 'json_object', 'plain'] as const;
const TO_JSON_OBJECT = 'json_schema -> json_object';
const TO_PLAIN = 'json_object -> plain';
/** Some models answer only piece by piece (DashScope's QwQ: "This model only support stream mode"). */
const STREAMED = 'streamed';

export function prepareOpenAI(
  request: CompletionRequest,
  { learned, vendor, local }: OpenAIServer & { readonly learned: Learned },
): Prepared<OpenAIBody> {
  const { model, messages, format } = request;
  const adapted: string[] = [];
  const params: Record<string, unknown> = vendor ? { store: false, ...cacheKeyOf(request) } : {};
  for (const [name, value] of Object.entries(model.params)) params[wireName(name, vendor)] = value;
  const ownCap = outputCapOf(request, { local, learned });
  if (ownCap !== undefined) params['max_tokens'] = ownCap;
  else if (learned.has(OWN_CAP_DROPPED) && local) adapted.push(OWN_CAP_DROPPED);
  for (const [name, other] of OUTPUT_CAPS) {
    const step = `${name} -> ${other}`;
    if (!(name in params) || !learned.has(step)) continue;
    params[other] = params[name];
    delete params[name];
    adapted.push(step);
    break;
  }
  for (const name of Object.keys(params).filter((key) => learned.has(`${key} dropped`))) {
    delete params[name];
    adapted.push(`${name} dropped`);
  }
  const steps = format === undefined ? [] : [TO_JSON_OBJECT, TO_PLAIN].filter((step) => learned.has(step));
  const kind = FORMATS[steps.length]!;
  const dropsBounds = format !== undefined && kind === 'json_schema' && hasBounds(format);
  const bounded = dropsBounds && !vendor && !learned.has(BOUNDS_DROPPED);
  adapted.push(...(dropsBounds && !bounded && !vendor ? [BOUNDS_DROPPED] : []), ...steps);
  if (format !== undefined && kind !== 'plain') {
    params['response_format'] = responseFormat(kind, bounded ? format : boundless(format));
  }
  const worded = format === undefined || kind === 'json_schema' ? messages : askInWords(messages, format);
  const sent = toOpenAIMessages(worded, {
    takesDeveloper: vendor && !learned.has(AS_SYSTEM),
    takesSystem: !learned.has(SYSTEM_AS_USER),
    // The gate's own requests are one system and one user turn: a template that wants turns to alternate takes them.
    mergesTurns: format !== undefined || learned.has(TURNS_MERGED),
  });
  adapted.push(...sent.adapted);
  if (format === undefined && learned.has(TURNS_MERGED) && neighbours(messages)) adapted.push(TURNS_MERGED);
  if (learned.has(STREAMED)) {
    params['stream'] = true;
    params['stream_options'] = { include_usage: true };
    adapted.push(STREAMED);
  }
  return { body: { ...params, model: model.model, messages: sent.messages }, adapted };
}

const responseFormats = {
  json_schema: new WeakMap<ReplyFormat, object>(),
  json_object: new WeakMap<ReplyFormat, object>(),
};

/** One object a format: thousands of requests ask for the same. */
function responseFormat(kind: 'json_schema' | 'json_object', format: ReplyFormat): object {
  const known = responseFormats[kind].get(format);
  if (known !== undefined) return known;
  const { name, schema } = format;
  const made = kind === 'json_object' ? { type: kind } : { type: kind, json_schema: { name, strict: true, schema } };
  responseFormats[kind].set(format, made);
  return made;
}

/** The next way to ask for JSON, after a reply that is none. */
export function nextOpenAIFormat(learned: Learned): string | undefined {
  return [TO_JSON_OBJECT, TO_PLAIN].find((step) => !learned.has(step));
}

/**
 * Sends requests with one beginning to the machine that has it. By itself the vendor goes by the first few hundred tokens, which
 * are the same for all of a judge's requests, and spreads what comes too fast over other machines ("Prompt caching").
 */
function cacheKeyOf(request: CompletionRequest): { readonly prompt_cache_key?: string } {
  return whereDefined({ prompt_cache_key: prefixName(request)?.slice(0, 32) });
}

/** Everything in a request that some server refuses, as lessons; those that cost least first. */
export function openAIFeatures(body: OpenAIBody, request: CompletionRequest): readonly string[] {
  const format = body.response_format?.type;
  const isBounded = format === 'json_schema' && namesBounds(body.response_format!);
  const params = DROPPED.filter(([name]) => name in body).map(([, lesson]) => lesson);
  const caps = OUTPUT_CAPS.filter(([name]) => name in body).map(([name, other]) => `${name} -> ${other}`);
  const own = caps.length > 0 && outputCapOf(request, { local: true, learned: new Set() }) !== undefined;
  return [
    ...(isBounded ? [BOUNDS_DROPPED] : []),
    ...(format === 'json_schema' ? [TO_JSON_OBJECT] : []),
    ...(format === 'json_object' ? [TO_PLAIN] : []),
    ...(neighbours(body.messages) ? [TURNS_MERGED] : []),
    ...(body.messages.some(({ role }) => role === 'developer') ? [AS_SYSTEM] : []),
    ...(body.messages.some(({ role }) => role === 'system' || role === 'developer') ? [SYSTEM_AS_USER] : []),
    ...params,
    ...('store' in body ? ['store dropped'] : []),
    ...(own ? [OWN_CAP_DROPPED] : caps),
    ...(body.stream === true ? [] : [STREAMED]),
  ];
}

/** Of a request's features those that a refusal's words speak of, the likeliest first. Words only order what is tried. */
export function namedByOpenAI(detail: ProviderDetail, features: readonly string[]): readonly string[] {
  const { param = '', code = '', message = '' } = detail;
  const said = `${param} ${code} ${message}`;
  const speaksOf = (feature: string): boolean => {
    switch (feature) {
      case BOUNDS_DROPPED:
        return /maxLength|maxItems|max_length|max_items/i.test(said);
      case TO_JSON_OBJECT:
      case TO_PLAIN:
        return /response_format|response_schema|json_schema|json_object|structured output|grammar|\$schema/i.test(said);
      case TURNS_MERGED:
        return /alternate|consecutive/i.test(said);
      case OWN_CAP_DROPPED:
        return /max_(completion_)?tokens|output tokens/i.test(said);
      case AS_SYSTEM:
        return /developer/i.test(said);
      case STREAMED:
        return ABOUT_STREAMING.test(said);
      case SYSTEM_AS_USER:
        return /system/i.test(said) && /\brole|instruction|prompt|message/i.test(said);
      default: {
        const name = feature.split(' ')[0]!;
        return param === name || new RegExp(`\\b${name}\\b`).test(message);
      }
    }
  };
  return features.filter((feature) => !isAboutValue(feature, said) && speaksOf(feature));
}

/** The features that may be left out after such a refusal at all; a stream is asked for only where the words speak of one. */
export function openToTrial(detail: ProviderDetail, features: readonly string[]): readonly string[] {
  const said = `${detail.param ?? ''} ${detail.code ?? ''} ${detail.message ?? ''}`;
  return features.filter(
    (feature) => !isAboutValue(feature, said) && (feature !== STREAMED || ABOUT_STREAMING.test(said)),
  );
}

function neighbours(messages: readonly { readonly role: string }[]): boolean {
  return messages.some(({ role }, index) => role !== 'tool' && messages[index + 1]?.role === role);
}

function wireName(name: string, vendor: boolean): string {
  switch (name) {
    case 'maxTokens':
      return vendor ? 'max_completion_tokens' : 'max_tokens';
    case 'reasoningEffort':
      return 'reasoning_effort';
    case 'topP':
      return 'top_p';
    default:
      return name;
  }
}
