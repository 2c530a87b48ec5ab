// One request and its whole answer, within its deadline: the text of the answer, or what went wrong.
import type { Clock } from '../../core/clock.ts';
import type { ResolvedProvider } from '../provider.ts';
import { readAnswer } from './answer-body.ts';
import { withinDeadline } from './deadline.ts';
import { failureOfException, failureOfStatus, type Failure } from './failure.ts';
import { parseProviderError, type ProviderDetail } from './provider-error.ts';
import { readBody, type Received } from './read-body.ts';
import { limitResetMs, retryAfterMs } from './retry-after.ts';
import type { Secret } from './secret.ts';
import type { TransportLimits } from './transport-limits.ts';

/** A request that goes out: a whole text or nothing as its body, headers as a record, no redirect followed. */
export type SendRequest = (url: string, init: OutgoingInit) => Promise<Received>;

export interface OutgoingInit extends RequestInit {
  readonly headers: Record<string, string>;
  readonly signal: AbortSignal;
}

export interface OutgoingRequest {
  readonly url: string;
  readonly init: Omit<OutgoingInit, 'signal'>;
  readonly expects: 'json' | 'text';
  readonly signal: AbortSignal;
}

/** `body` is the text as JSON, where that was expected. */
export type Answered = { readonly text: string; readonly body?: object };
export type Attempt = Answered | { readonly failure: Failure };

interface AttemptMeans {
  readonly fetch: SendRequest;
  readonly clock: Clock;
  readonly limits: TransportLimits;
  /** What no error may quote. */
  readonly secrets: readonly Secret[];
  /** Milliseconds for the whole attempt, and of them without a byte. */
  readonly ms: number;
  readonly idleMs: number;
}

/** A batch's results: as long as a string may well be. */
const LONGEST_TEXT = 400 * 1024 * 1024;

/** Exceptions of the caller's own signal pass through. */
export async function attempt({ url, init, signal, expects }: OutgoingRequest, means: AttemptMeans): Promise<Attempt> {
  const { fetch, clock, limits, secrets, ms, idleMs } = means;
  try {
    return await withinDeadline({ ms, idleMs, clock, signal }, async (watched) => {
      const response = await fetch(url, { ...init, signal: watched.signal });
      const maxBytes = expects === 'text' ? LONGEST_TEXT : limits.maxBytes;
      const text = await readBody(response, { maxBytes, heard: watched.heard });
      const context = { secrets, sent: sentText(init) };
      if (response.ok) return expects === 'text' ? { text } : readAnswer(text, context);
      const detail = parseProviderError(response.status, text, context);
      return { failure: failureOfStatus(detail, waitOf(response, detail, clock.now())) };
    });
  } catch (error) {
    const failure = signal.aborted ? undefined : failureOfException(error);
    if (failure === undefined) throw error;
    return { failure };
  }
}

/** The body, which is a text where there is one. */
export function sentText({ body }: Pick<RequestInit, 'body'>): string {
  return typeof body === 'string' ? body : '';
}

/** Every secret of a provider. */
export function secretsOf({ headers, secret }: ResolvedProvider): readonly Secret[] {
  return [...Object.values(headers), ...(secret ? [secret] : [])];
}

/** Headers that count down a limit are read last, and only beside a 429, since other answers carry them, too. */
function waitOf({ headers, status }: Received, detail: ProviderDetail, now: number): number | undefined {
  return retryAfterMs(headers, now) ?? detail.retryAfterMs ?? (status === 429 ? limitResetMs(headers, now) : undefined);
}
