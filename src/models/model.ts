// The one thing every model is to the rest of the program: a request goes in, a finished answer or a CallError comes out.
import type { ProviderKind } from './provider-kind.ts';
import type { Json } from '../core/canonical-json.ts';

export type Role = 'system' | 'developer' | 'user' | 'assistant' | 'tool';

export interface Message {
  readonly role: Role;
  readonly content: string;
}

/** Who is asked. Everything here but `id` is part of an answer's key. */
export interface ModelRef {
  /** `provider/model`, as the configuration names it. */
  readonly id: string;
  readonly kind: ProviderKind;
  /** Scheme, host and port of the endpoint (`https://api.openai.com`); `simulated:` or `recorded:` for the offline kinds. */
  readonly origin: string;
  /** Path of the endpoint below its origin (`/v1`), without a slash at the end; none for the offline kinds. */
  readonly basePath?: string;
  /** The model name as it is sent. */
  readonly model: string;
  /** What the user declares about a model whose name does not say it (a checkpoint); not sent. */
  readonly version?: string;
  /** Sent as they are (temperature, reasoning effort, maxTokens ...). */
  readonly params: { readonly [name: string]: Json };
  /** Judges and classifiers: standing instructions of their own. In the key with the messages they begin. */
  readonly system?: string;
}

/** Ask for JSON that fits a schema. Providers that cannot enforce it fall back to plain JSON; the reply is always validated by the caller. */
export interface ReplyFormat {
  readonly name: string;
  readonly schema: { readonly [key: string]: Json };
}

export interface CompletionRequest {
  readonly model: ModelRef;
  readonly messages: readonly Message[];
  /** How many leading messages many requests share: a provider's prompt cache may break behind the first and the last of them. Not part of the key. */
  readonly sharedMessages: number;
  readonly format?: ReplyFormat;
  /** Most tokens of the reply, for a question that needs no whole one. Not part of the key. */
  readonly mostTokens?: number;
  /**
   * Whether a reply is one that can be used. What cannot be is kept as an attempt, for it was paid, and asked again a few
   * times. Default: whole answers and refusals. Not part of the key.
   */
  readonly isUsable?: (completion: Completion) => boolean;
  /** The scenario's id, for a model that looks its answers up by it. Never sent, and not part of the key. */
  readonly scenario?: string;
  /** Names an independent sample: `pool:1`, `night:2026-11-23:1`, `confirm:<digest>:2`. Never sent. */
  readonly draw: string;
}

export interface Usage {
  /** All input tokens, cached ones included. */
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  /** Tokens written to the provider's prompt cache, where it bills them apart. */
  readonly cacheWriteTokens: number;
  readonly outputTokens: number;
}

/**
 * `stop` is a whole answer; `length` was cut off; `refusal` and `content_filter` are the model's or the provider's refusal
 * to go on; `unfinished` is everything else that is no whole answer.
 */
export const FINISHES = ['stop', 'length', 'refusal', 'content_filter', 'unfinished'] as const;
export type Finish = (typeof FINISHES)[number];

export interface Completion {
  readonly text: string;
  readonly finish: Finish;
  /** Why an `unfinished` answer is none: the provider's own word (`insufficient_system_resource`), or a few of ours. */
  readonly ending?: string;
  /** The model id the provider says answered; differs from the requested one when an alias moved. */
  readonly returnedModel?: string;
  readonly fingerprint?: string;
  readonly usage: Usage;
  /** Requested parameters that this model does not take and that were left out, or replaced (`max_tokens -> max_completion_tokens`). */
  readonly adapted: readonly string[];
}

/** A body that goes out in a batch. */
export interface BatchCall {
  readonly model: string;
  /** Tells this question from any other, those with the same words included (another draw, another attempt). */
  readonly name: string;
  readonly body: object;
  readonly signal: AbortSignal;
}

export interface CallOptions {
  readonly signal: AbortSignal;
  /** Names the question among all others; only a call with a name can go in a batch. */
  readonly name?: string;
  /** Instead of a request of its own. Gives the reply's body. */
  readonly inBatch?: (call: BatchCall) => Promise<unknown>;
}

export interface Model {
  readonly ref: ModelRef;
  complete(request: CompletionRequest, options: CallOptions): Promise<Completion>;
}

/**
 * Why a call gave no answer.
 * `fatal` kinds stop the run as a configuration problem (`auth`, `not_found`, `wrong_path`, `origin`); `quota` stops the provider;
 * the others leave one cell missing after the transport's own retries.
 */
export type CallErrorKind =
  | 'timeout'
  | 'network'
  | 'server'
  | 'rate_limited'
  | 'quota'
  | 'auth'
  | 'forbidden'
  | 'wrong_path'
  | 'not_found'
  | 'origin'
  | 'bad_request'
  | 'too_large'
  | 'bad_response'
  | 'empty'
  /** A recorded model that recorded no answer to this. */
  | 'unrecorded'
  | 'aborted';

/** A call that gave no answer. Its message never holds a key, a header or a prompt. */
export class CallError extends Error {
  readonly kind: CallErrorKind;
  readonly attempts: number;
  readonly status: number | undefined;

  constructor(
    kind: CallErrorKind,
    message: string,
    details: { attempts?: number; status?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
    this.name = 'CallError';
    this.kind = kind;
    this.attempts = details.attempts ?? 1;
    this.status = details.status;
  }
}

export const NO_USAGE: Usage = { inputTokens: 0, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: 0 };
