// What a provider says when it refuses a request, cut down to what may be shown and acted on.
import { whereDefined } from '../../core/where-defined.ts';
import { CallError } from '../model.ts';
import { fieldOf, textOf } from '../usage.ts';
import { bodyRetryMs } from './retry-after.ts';
import { redact, type Secret } from './secret.ts';

export interface ProviderDetail {
  readonly status: number;
  readonly type?: string;
  readonly code?: string;
  readonly param?: string;
  /** At most 300 characters, without keys; what it quotes of the request is left out. */
  readonly message?: string;
  /** How long the body asks to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  /** The body was a page or a line of text, and no error of an API: a proxy's, or a path that is not there. */
  readonly foreign?: true;
}

export interface ErrorContext {
  readonly secrets: readonly Secret[];
  /** The body that was sent: an error message may quote a parameter, never a prompt. */
  readonly sent: string;
}

const MESSAGE_LENGTH = 300;
/** Servers quote part of a refused key. */
const PART_OF_A_KEY = /\b(?:sk|pk|gsk|xai|nvapi|hf)[-_][\w*.-]{4,}/g;
/** Texts of this length that an error shares with the request count as a quotation of it. */
const QUOTE_LENGTH = 40;

/**
 * Reads the error bodies of OpenAI, Anthropic, Gemini (a list of one), vLLM (no envelope), Ollama (a string), FastAPI
 * (`detail`, a list of places), xAI (the words in `error`, a sentence for a code), OpenRouter (the upstream's inside), Cloudflare
 * (a list), MiniMax (`base_resp`) and Qianfan (`error_msg`).
 */
export function parseProviderError(status: number, body: string, context: ErrorContext): ProviderDetail {
  const parsed = parseJson(body);
  const detail = detailOf(status, parsed, context);
  if (parsed !== undefined) return detail;
  return { ...detail, foreign: true, ...named('message', cleanWith(context)(pageWords(body))) };
}

/** As `parseProviderError`, of a body that was read already. */
export function detailOf(status: number, body: unknown, context: ErrorContext): ProviderDetail {
  const error = findError(body);
  const clean = cleanWith(context);
  const place = pydanticPlace(error);
  const retryAfterMs = bodyRetryMs(body);
  const message = clean(messageOf(error));
  // A sentence is no code (xAI): it is words, where there are no others.
  const code = clean(fieldOf(error['details'], 'error_code')) ?? clean(error['code']) ?? clean(place?.type);
  const isSentence = code !== undefined && /\s/.test(code);
  return {
    status,
    ...named('type', clean(error['type']) ?? clean(error['status'])),
    ...named('code', isSentence ? undefined : code),
    ...named('param', clean(error['param']) ?? clean(place?.name)),
    ...named('message', message ?? (isSentence ? code : undefined)),
    ...whereDefined({ retryAfterMs }),
  };
}

/** The provider's own words behind a call error, where it has any. */
export function providerDetail(error: CallError): ProviderDetail | undefined {
  return typeof fieldOf(error.cause, 'status') === 'number' ? (error.cause as ProviderDetail) : undefined;
}

/** One line of somebody else's text: no keys, no control or direction marks, nothing of the request. */
function cleanWith({ secrets, sent }: ErrorContext): (value: unknown) => string | undefined {
  return (value) => {
    if (typeof value !== 'string' || value === '') return undefined;
    const line = redact(value, secrets)
      .replace(PART_OF_A_KEY, '[key]')
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
      // What a log of GitHub Actions would take for a command.
      .replaceAll(/::+/g, ':')
      .replaceAll('##[', '#[')
      .slice(0, MESSAGE_LENGTH);
    const own = withoutQuotes(line, sent).trim();
    return own === '' || own === '[...]' ? undefined : own;
  };
}

function findError(body: unknown): Readonly<Record<string, unknown>> {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  if (!isRecord(first)) return {};
  const { errors, base_resp: base } = first;
  // Cloudflare's list, and MiniMax's status within the answer.
  const inner = first['error'] ?? (Array.isArray(errors) ? (errors as readonly unknown[])[0] : undefined) ?? base;
  if (typeof inner === 'string') return { ...first, message: inner };
  return isRecord(inner) ? inner : first;
}

/** The words, wherever they are; an upstream's own stand behind the router's. */
function messageOf(error: Readonly<Record<string, unknown>>): string | undefined {
  const { message, detail, msg, metadata } = error;
  const said = [message, detail, msg, error['status_msg'], error['error_msg'], error['title'], error['error']]
    .map(wordsOf)
    .find((words) => words !== undefined);
  const upstream = wordsOf(fieldOf(metadata, 'raw')) ?? wordsOf(fieldOf(metadata, 'reasons'));
  return upstream === undefined || said === undefined ? (said ?? upstream) : `${said}: ${upstream}`;
}

function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'string') {
    const inner = /^\s*[[{]/.test(value) ? parseJson(value) : undefined;
    return inner === undefined ? value : (wordsOf(findError(inner)) ?? value);
  }
  if (Array.isArray(value)) {
    const parts = value.map(wordsOf).filter((part) => part !== undefined);
    return parts.length === 0 ? undefined : parts.join('; ');
  }
  if (!isRecord(value)) return undefined;
  const place = pydanticPlace({ detail: [value] });
  if (place !== undefined) return `${place.name}: ${wordsOf(value['msg']) ?? place.type}`;
  return messageOf(value);
}

/** The field that a validation error is about: `{ detail: [{ loc: ['body', 'seed'], type, msg }] }`, under `message` too. */
function pydanticPlace(
  error: Readonly<Record<string, unknown>>,
): { readonly name: string; readonly type: string } | undefined {
  const detail = error['detail'] ?? fieldOf(error['message'], 'detail');
  const first: unknown = Array.isArray(detail) ? detail[0] : undefined;
  const loc = fieldOf(first, 'loc');
  if (!Array.isArray(loc)) return undefined;
  const name = loc.findLast((part) => typeof part === 'string' && part !== 'body');
  return typeof name === 'string' ? { name, type: textOf(fieldOf(first, 'type')) ?? '' } : undefined;
}

/** What a body that is no JSON says: its title where it is a page, its first line where it is text. */
function pageWords(body: string): string | undefined {
  if (!/^\s*</.test(body)) return body.trim().split('\n')[0];
  return /<title[^>]*>([^<]{1,200})/i.exec(body)?.[1]?.trim();
}

/** The text with every stretch that stands in the request taken out. */
function withoutQuotes(line: string, sent: string): string {
  let kept = '';
  for (let start = 0; start < line.length;) {
    const length = quoteAt(line, start, sent);
    if (length === 0) {
      kept += line[start];
      start += 1;
    } else {
      kept += '[...]';
      start += length;
    }
  }
  return kept;
}

function quoteAt(line: string, start: number, sent: string): number {
  const isQuoted = (length: number): boolean =>
    start + length <= line.length && sent.includes(JSON.stringify(line.slice(start, start + length)).slice(1, -1));
  if (!isQuoted(QUOTE_LENGTH)) return 0;
  let length = QUOTE_LENGTH;
  while (isQuoted(length + 1)) length += 1;
  return length;
}

/** `None` is what Python writes for nothing (LiteLLM). */
function named<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined || value === 'None' ? {} : ({ [key]: value } as Record<K, string>);
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
