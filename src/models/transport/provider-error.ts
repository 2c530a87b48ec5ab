// What a provider says when it refuses a request, cut down to what may be shown and acted on.
import { CallError } from '../model.ts';
import { redact, type Secret } from './secret.ts';

export interface ProviderDetail {
  readonly status: number;
  readonly type?: string;
  readonly code?: string;
  readonly param?: string;
  /** At most 300 characters, without keys; left out where it repeats the request. */
  readonly message?: string;
}

export interface ErrorContext {
  readonly secrets: readonly Secret[];
  /** The body that was sent: an error message may quote a parameter, never a prompt. */
  readonly sent: string;
}

const MESSAGE_LENGTH = 300;
/** Texts of this length that an error shares with the request count as a quotation of it. */
const QUOTE_LENGTH = 40;

/** Reads the error bodies of OpenAI, Anthropic, Gemini (a list of one), vLLM (no envelope) and Ollama (a string). */
export function parseProviderError(status: number, body: string, context: ErrorContext): ProviderDetail {
  const error = findError(parseJson(body));
  const clean = (value: unknown): string | undefined => {
    if (typeof value !== 'string' || value === '') return undefined;
    const line = redact(value, context.secrets)
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
      .slice(0, MESSAGE_LENGTH);
    return quotes(line, context.sent) ? undefined : line;
  };
  const details = isRecord(error['details']) ? error['details'] : {};
  return {
    status,
    ...named('type', clean(error['type']) ?? clean(error['status'])),
    ...named('code', clean(details['error_code']) ?? clean(error['code'])),
    ...named('param', clean(error['param'])),
    ...named('message', clean(error['message'])),
  };
}

/** The provider's own words behind a call error, where it has any. */
export function providerDetail(error: CallError): ProviderDetail | undefined {
  return isRecord(error.cause) && typeof error.cause['status'] === 'number'
    ? (error.cause as unknown as ProviderDetail)
    : undefined;
}

function findError(body: unknown): Readonly<Record<string, unknown>> {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  if (!isRecord(first)) return {};
  const inner = first['error'];
  if (typeof inner === 'string') return { message: inner };
  return isRecord(inner) ? inner : first;
}

function quotes(message: string, sent: string): boolean {
  for (let start = 0; start + QUOTE_LENGTH <= message.length; start += 1) {
    if (sent.includes(JSON.stringify(message.slice(start, start + QUOTE_LENGTH)).slice(1, -1))) return true;
  }
  return false;
}

function named<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
