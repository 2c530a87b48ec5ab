// What a model said, wherever a provider, a batch or a tool keeps it.
import { endingOf } from '../../models/finish.ts';
import { messageText } from '../harness/inspect-log.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Where the answer lies within a reply: the innermost wrapping last. Batches wrap a reply in a response and its body (OpenAI) or a result (Anthropic). */
const WITHIN = [
  'message',
  'choices',
  'candidates',
  'output',
  'body',
  'response',
  'result',
  'content',
  'parts',
] as const;
const DEEPEST = 6;

/**
 * A text, a message, its parts, a list of what was put out, or a provider's whole reply. Undefined for what is no answer: an error, a
 * call of a tool, a text that was cut off at a limit (what a model that is asked says until then is none, either).
 */
export function answerText(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return undefined;
  const parts = messageText(value);
  if (parts !== undefined) return parts;
  if (Array.isArray(value)) return firstText(value, depth);
  const fields = value as Fields;
  if (saysError(fields['error']) || Number(fields['status_code']) >= 400 || isCutOff(fields)) return undefined;
  // What is said before a call is no whole answer.
  if (Array.isArray(fields['tool_calls']) && fields['tool_calls'].length > 0) return undefined;
  const [inner] = WITHIN.flatMap((name) => answerText(answerWithin(name, fields[name]), depth + 1) ?? []);
  if (inner !== undefined) return inner;
  // OpenAI's own field for a model that declines: it is what the user is shown.
  const { refusal } = fields;
  return typeof refusal === 'string' ? refusal : undefined;
}

/** Of several choices the first, whatever became of it: another one would be a second try that no other model was given. */
function answerWithin(name: (typeof WITHIN)[number], value: unknown): unknown {
  return (name === 'choices' || name === 'candidates') && Array.isArray(value)
    ? (value as readonly unknown[])[0]
    : value;
}

/** Of a list of what was put out the message's, not what was thought before it. */
function firstText(items: readonly unknown[], depth: number): string | undefined {
  const [text] = items.flatMap((item) => (typeof item === 'object' ? (answerText(item, depth + 1) ?? []) : []));
  return text;
}

/** Whether a reply, or a row with columns of its own for that, ended at a limit. vLLM's `stop_reason` is a token beside the reason. */
export function isCutOff(fields: Fields): boolean {
  const details = Object(fields['incomplete_details']) as { readonly reason?: unknown };
  const reason = fields['finish_reason'] ?? fields['finishReason'] ?? fields['stop_reason'] ?? details.reason;
  return endingOf(reason).finish === 'length';
}

/** How tables say that there is no error, if not by an empty cell. */
const NO_ERROR = /^\s*(?:none|null|nil|undefined|nan|<?n\/?a>?|no|no errors?|ok|false|0|-|\[\s*\]|\{\s*\}|""|'')?\s*$/i;
/** By how much something is off, a measure that is called an error, too. */
const MEASURE = /^\s*-?\d*\.\d+(?:e[+-]?\d+)?\s*$/i;

/** Whether a row's or a reply's `error` names one. */
export function saysError(error: unknown): boolean {
  if (typeof error === 'number') return error !== 0 && Number.isInteger(error);
  if (typeof error === 'string') return !NO_ERROR.test(error) && !MEASURE.test(error);
  if (typeof error === 'object' && error !== null) return Object.keys(error).length > 0;
  return Boolean(error);
}
