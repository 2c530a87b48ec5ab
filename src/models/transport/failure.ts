// Why an attempt failed, and whether another one may help: the one table of the transport's decisions.
import { whereDefined } from '../../core/where-defined.ts';
import { DeadlineError } from './deadline.ts';
import type { CallErrorKind } from '../model.ts';
import type { ProviderDetail } from './provider-error.ts';
import { BodyTooLongError } from './read-body.ts';

export interface Failure {
  readonly kind: CallErrorKind;
  /** What happened, without the provider's name. Never a key, a header or a prompt. */
  readonly message: string;
  /** Attempts in all that this failure allows: 1 is no retry. */
  readonly attempts: number;
  /** The server has too much to do: ask it less at once. */
  readonly overloaded: boolean;
  readonly detail?: ProviderDetail;
  readonly retryAfterMs?: number;
}

type Rule = Pick<Failure, 'kind' | 'attempts'> & { readonly overloaded?: true; readonly waitMs?: number };

/** A server that is still loading its model is waited for as long as a call may take; that does not count as retries. */
const LOADING = /\b(loading|starting|warming|initiali[sz]ing|not ready)\b/i;
const LOADING_RULE: Rule = { kind: 'server', attempts: 1000, waitMs: 5000 };

const RATE_LIMITED: Rule = { kind: 'rate_limited', attempts: 1 };

const STATUS: ReadonlyMap<number, Rule> = new Map<number, Rule>([
  [401, { kind: 'auth', attempts: 1 }],
  [402, { kind: 'quota', attempts: 1 }],
  [403, { kind: 'forbidden', attempts: 1 }],
  [404, { kind: 'not_found', attempts: 1 }],
  [408, { kind: 'timeout', attempts: 3 }],
  [409, { kind: 'server', attempts: 3 }],
  [410, { kind: 'not_found', attempts: 1 }],
  [413, { kind: 'too_large', attempts: 1 }],
  [425, { kind: 'server', attempts: 3 }],
  // Waited for as long as the transport's patience lasts: `rate.ts`.
  [429, RATE_LIMITED],
  [498, RATE_LIMITED], // Groq: no capacity for now
  [501, { kind: 'bad_request', attempts: 1 }],
  [529, { kind: 'server', attempts: 3, overloaded: true }],
]);

// A 429 with one of these is not about speed: waiting does not help, paying does. In lower case.
const QUOTA = new Set([
  'exceeded_current_quota_error', // Moonshot
  'arrearage', // DashScope
  'budget_exceeded', // LiteLLM
  'insufficient_balance',
  'insufficient_balance_error', // MiniMax
  'insufficient_credits',
  'insufficient_quota',
  'billing_hard_limit_reached',
  'billing_not_active',
  'billing_error',
  'enforced_spend_limit_reached',
  'contract_spend_limit_reached',
  'linked_organization_spend_limit_reached',
  'credit_balance_exhausted',
]);
/** Statuses under which servers tell that a prompt is too long; llama.cpp and Ollama also do so under 500. */
const CONTENT_STATUSES: ReadonlySet<number> = new Set([400, 413, 422, 500]);
/** Anthropic reports an empty balance and a reached spend limit as a plain 400. A 429 with these words may be about a minute. */
const QUOTA_MESSAGE =
  /credit balance is too low|spend(ing)? limit|usage limits?\b.*\breached|\breached (its|your)\b.{0,30}\busage limits?\b|exceeded (its |your )?current quota|budget has been exceeded/i;
/** Words for money that is gone, under any status (MiniMax: 500; xAI: 403, 429; Zhipu: 429). */
const NO_MONEY =
  /insufficient (balance|credits?|funds)|\bcredits? (have |has )?(expired|exhausted|run out)|out of credits|\bany credits\b|余额不足|欠费|overdue|\ball available credits\b/i;
/**
 * Words for a limit of a month, a week or a key, under statuses that tell of limits (OpenRouter: 403; Cohere, Ollama, xAI: 429):
 * elsewhere they may be quoted from a prompt. What a subscription costs a month is no limit.
 */
const LONG_LIMIT =
  /\b(monthly|weekly)\b.{0,20}\blimit\b|\b(calls?|requests?|tokens?) ?(\/|per) ?month\b|\bkey limit exceeded\b/i;
const LIMIT_STATUSES: ReadonlySet<number> = new Set([402, 403, 429]);
/** A key that is refused under a 400 (Gemini, xAI); never the request's fault. */
const BAD_KEY =
  /\b(incorrect|invalid|missing|expired|wrong|no) (api[ _-]?key|x-api-key)|\bapi[ _-]?key\b.{0,12}\b(not valid|invalid|expired|missing|required)|\bauthentication (error|failed)|\b(security|access|proxy server) token\b.{0,40}\b(expired|invalid)|\binvalid proxy server token/i;
const KEY_STATUSES: ReadonlySet<number> = new Set([400, 403]);
/** A model that is not there, or not for this key, under other statuses than 404 (Groq, LM Studio, Bedrock, OpenRouter, Mistral). */
const NO_MODEL =
  /\bmodels?\b.{0,80}\b(decommissioned|no longer (supported|available)|does not exist)|\bno models? loaded\b|\bnot a valid model\b|\binvalid model name\b|\bmodel (identifier|name|id)\b.{0,20}\binvalid\b|\brequires terms acceptance\b|^(unknown|invalid) model\b|\baccess to (the )?model\b|\bmodel is only supported in\b|\bon-demand throughput isn.t supported\b/i;
const NO_MODEL_NAMES = new Set([
  'model_decommissioned',
  'model_not_found',
  'model_not_available',
  'model_not_supported', // Hugging Face
  'unknown_model', // Azure, GitHub Models
  'invalid_model', // Mistral
]);
const MODEL_STATUSES: ReadonlySet<number> = new Set([400, 403]);
/** A place from which nobody is served (Gemini says so under a 400). */
const NOT_FROM_HERE = /\b(location|country|region|territory)\b.{0,30}\bnot (supported|available)\b/i;
/** Too much at once, under a status that says otherwise. Bedrock says so of tokens, in words that sound like too long a prompt. */
const TOO_FAST =
  /\brate limit (was |is )?(reached|exceeded)|too many requests|\bcapacity (was |is )?exceeded|\bthrottl(ed|ing)|\bplease wait before trying\b/i;
/** A router without anybody who takes what is asked in this way (OpenRouter, 404): perhaps another way is taken. */
const NO_TAKER = /\brequested parameters\b|^no endpoints found that support\b/i;
/** LM Studio put the model aside, or it fell over, while others were being asked; the next request loads it again. */
const SET_ASIDE = /^(model unloaded|channel error)\b|\bmodel has crashed\b/i;
/** A prompt that does not fit, in anybody's words: it names the context, or counts tokens and finds them too many. */
const TOO_LARGE = [
  /(prompt|input|request|context)\b.{0,60}\b(too (long|large|many)|exceed)/i,
  /exceeds?\b.{0,60}\b(context|window|tokens?)\b/i,
  /\bcontext[_ ](length|size|window)/i,
  /maximum (context|input|prompt|sequence) (length|size)/i,
  /too many tokens|longer than the (maximum )?model/i,
  /\btokens?\b.{0,40}\bmust be <=/i, // TGI, Together
  /\bn_keep\b.*\bn_ctx\b/, // LM Studio
];
/** A 404 about the address and not about a model, as frameworks and servers write it. */
const NO_PATH =
  /^(404 )?((page|path|route|url|file|resource|endpoint) )?not found\.?$|invalid url|cannot post|no such route|no route matched/i;
/** LM Studio says so inside a 200. */
const NO_ENDPOINT = /^unexpected endpoint/i;
/** A chat template is a program that comes with the model: one that does not accept these roles fails every time. */
const TEMPLATE = /\b(jinja|chat[ _]template|template)\b|\broles? must\b|\bmust alternate\b|role not supported/i;
/** A reply that its own model spoiled (Groq's JSON mode): by chance, so another try may be whole. */
const SPOILED = new Set(['json_validate_failed']);

/** What a status other than 2xx means. */
export function failureOfStatus(detail: ProviderDetail, headerMs?: number): Failure {
  const rule = ruleOf(detail);
  const retryAfterMs = headerMs ?? detail.retryAfterMs ?? rule.waitMs;
  const said = [detail.type, detail.code, detail.param].filter((part) => part !== undefined).join(' ');
  // Servers quote part of a refused key in their message.
  const words = rule.kind === 'auth' || detail.message === undefined ? '' : `: ${detail.message}`;
  return {
    kind: rule.kind,
    attempts: rule.attempts,
    overloaded: rule.overloaded ?? false,
    message: `${detail.status}${said === '' ? '' : ` ${said}`}${words}`,
    detail,
    ...whereDefined({ retryAfterMs }),
  };
}

/** What an exception of fetch or of the body's reader means; undefined for one that is neither's: a bug. */
export function failureOfException(error: unknown): Failure | undefined {
  const failed = { overloaded: false } as const;
  if (error instanceof DeadlineError) {
    // A server that is asked more than it can answer in time is asked less at once.
    return {
      kind: 'timeout',
      attempts: 3,
      overloaded: true,
      message: `no whole answer within ${error.ms < 1000 ? `${error.ms} ms` : `${Math.round(error.ms / 1000)} s`}`,
    };
  }
  if (error instanceof BodyTooLongError)
    return { ...failed, kind: 'bad_response', attempts: 1, message: error.message };
  const codes = causeCodes(error);
  if (codes.includes('unexpected redirect')) {
    return {
      ...failed,
      kind: 'origin',
      attempts: 1,
      message: 'the server answered with a redirect, which is not followed',
    };
  }
  if (codes.includes('ERR_ENCODING_INVALID_ENCODED_DATA')) {
    return { ...failed, kind: 'bad_response', attempts: 2, message: 'the answer is not UTF-8' };
  }
  const broken = error instanceof TypeError && (error.message === 'fetch failed' || error.message === 'terminated');
  if (!broken && codes.length === 0) return undefined;
  const code = codes.find((text) => /^[A-Z][A-Z0-9_]+$/.test(text)) ?? 'connection broken';
  return { ...failed, kind: 'network', attempts: 3, message: `no connection, or it broke: ${code}` };
}

/** A 2xx whose body cannot be used; asking once more may help (a proxy's page, a cut-off body). */
export function unusableBody(kind: 'bad_response' | 'empty', message: string): Failure {
  return { kind, attempts: 2, overloaded: false, message };
}

function ruleOf({ status, type, code, message = '', foreign }: ProviderDetail): Rule {
  const names = [type, code].filter((name) => name !== undefined).map((name) => name.toLowerCase());
  const isUnpaid =
    NO_MONEY.test(message) ||
    (status < 429 && QUOTA_MESSAGE.test(message)) ||
    (LIMIT_STATUSES.has(status) && LONG_LIMIT.test(message));
  if (isUnpaid || names.some((name) => QUOTA.has(name))) return { kind: 'quota', attempts: 1 };
  if (KEY_STATUSES.has(status) && BAD_KEY.test(message)) return { kind: 'auth', attempts: 1 };
  if (status !== 401 && TOO_FAST.test(message)) return RATE_LIMITED;
  const said = [...names, message].join(' ');
  if (CONTENT_STATUSES.has(status) && TOO_LARGE.some((words) => words.test(said))) {
    return { kind: 'too_large', attempts: 1 };
  }
  if (MODEL_STATUSES.has(status) && (names.some((name) => NO_MODEL_NAMES.has(name)) || NO_MODEL.test(message))) {
    return { kind: 'not_found', attempts: 1 };
  }
  if (status === 400 && NOT_FROM_HERE.test(message)) return { kind: 'forbidden', attempts: 1 };
  if (
    NO_ENDPOINT.test(message) ||
    status === 405 ||
    (status === 404 && (foreign === true || message === '' || NO_PATH.test(message)))
  ) {
    return { kind: 'wrong_path', attempts: 1 };
  }
  if (status === 404 && NO_TAKER.test(message)) return { kind: 'bad_request', attempts: 1 };
  if (status === 400 && SET_ASIDE.test(message)) return { kind: 'server', attempts: 3 };
  if (status === 500 && TEMPLATE.test(message)) return { kind: 'bad_request', attempts: 1 };
  if (status === 503 && LOADING.test(message)) return LOADING_RULE;
  if (names.some((name) => SPOILED.has(name))) return { kind: 'bad_request', attempts: 2 };
  return STATUS.get(status) ?? (status >= 500 ? { kind: 'server', attempts: 3 } : { kind: 'bad_request', attempts: 1 });
}

/** Error codes and the fixed message of a refused redirect, down the chain of causes. Other messages may quote anything. */
function causeCodes(error: unknown): readonly string[] {
  const codes: string[] = [];
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if ('code' in cause && typeof cause.code === 'string') codes.push(cause.code);
    if (cause.message === 'unexpected redirect') codes.push(cause.message);
  }
  return codes;
}
