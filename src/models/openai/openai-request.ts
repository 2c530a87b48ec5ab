// Requests of the chat completions protocol, and what a refusal of one teaches.
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import type { Learned, Prepared } from '../adaptive-model.ts';
import type { CompletionRequest, ReplyFormat } from '../model.ts';
import { toOpenAIMessages } from './openai-messages.ts';
import type { ProviderDetail } from '../transport/provider-error.ts';
import { askInWords } from '../structured-reply.ts';

export type OpenAIBody = ChatCompletionCreateParamsNonStreaming;

/** Parameters whose refusal means "this model has no such knob", so leaving them out is the same request. */
const DROPPABLE = ['temperature', 'top_p', 'top_k', 'seed', 'frequency_penalty', 'presence_penalty', 'store'];
const UNSUPPORTED =
  /unsupported|not support|not allowed|not permitted|deprecated|only the default|unknown|unrecognized|unexpected/i;
const OUTPUT_CAPS: ReadonlyMap<string, string> = new Map([
  ['max_tokens', 'max_completion_tokens'],
  ['max_completion_tokens', 'max_tokens'],
]);
const FORMATS = ['json_schema', 'json_object', 'plain'] as const;
const TO_JSON_OBJECT = 'json_schema -> json_object';
const TO_PLAIN = 'json_object -> plain';

/** `vendor`: the server is OpenAI's own. */
export function prepareOpenAI(
  { model, messages, format }: CompletionRequest,
  { learned, vendor }: { readonly learned: Learned; readonly vendor: boolean },
): Prepared<OpenAIBody> {
  const adapted: string[] = [];
  const params: Record<string, unknown> = vendor ? { store: false } : {};
  for (const [name, value] of Object.entries(model.params)) params[wireName(name, vendor)] = value;
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
  adapted.push(...steps);
  if (format !== undefined && kind !== 'plain') params['response_format'] = responseFormat(kind, format);
  const worded = format === undefined || kind === 'json_schema' ? messages : askInWords(messages, format);
  const sent = toOpenAIMessages(worded, vendor && !learned.has('developer -> system'));
  adapted.push(...sent.adapted);
  return { body: { ...params, model: model.model, messages: sent.messages }, adapted };
}

function responseFormat(kind: 'json_schema' | 'json_object', { name, schema }: ReplyFormat): object {
  return kind === 'json_object' ? { type: kind } : { type: kind, json_schema: { name, strict: true, schema } };
}

/** The next way to ask for JSON, after a reply that is none. */
export function nextOpenAIFormat(learned: Learned): string | undefined {
  return [TO_JSON_OBJECT, TO_PLAIN].find((step) => !learned.has(step));
}

/** What to do without after a refusal; undefined where it is about something else, such as a value out of range. */
export function learnOpenAI(
  { param = '', code = '', message = '' }: ProviderDetail,
  body: OpenAIBody,
): string | undefined {
  const said = `${param} ${code} ${message}`;
  const format = body.response_format?.type;
  if (
    format !== undefined &&
    format !== 'text' &&
    /response_format|json_schema|json_object|structured output|grammar/i.test(said)
  ) {
    return format === 'json_schema' ? TO_JSON_OBJECT : TO_PLAIN;
  }
  if (!UNSUPPORTED.test(said)) return undefined;
  const named = (name: string): boolean =>
    param === name || (param === '' && new RegExp(`\\b${name}\\b`).test(message));
  for (const [name, other] of OUTPUT_CAPS) {
    if (name in body && named(name)) return `${name} -> ${other}`;
  }
  const dropped = DROPPABLE.find((name) => name in body && named(name));
  if (dropped !== undefined) return `${dropped} dropped`;
  const developer = body.messages.some(({ role }) => role === 'developer') && /developer|messages|\brole\b/i.test(said);
  return developer ? 'developer -> system' : undefined;
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
