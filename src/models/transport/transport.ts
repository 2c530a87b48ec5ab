// The one way out to a provider: deadlines over the whole answer, retries, limits, and no other place than its origin.
import type { Clock } from '../../core/clock.ts';
import { createConcurrency } from '../../core/concurrency.ts';
import type { Random } from '../../core/random.ts';
import { createAddressCheck } from './own-address.ts';
import { createBreaker } from './breaker.ts';
import { toCallError } from './call-error.ts';
import { withinDeadline } from './deadline.ts';
import { readAnswer } from './answer-body.ts';
import { failureOfException, failureOfStatus, type Failure } from './failure.ts';
import { CallError } from '../model.ts';
import { vendorOf } from '../provider-kind.ts';
import { isLocal, type ResolvedProvider } from '../provider.ts';
import { encodeForm, ownHeaders } from './own-request.ts';
import { createHostCheck, type Lookup } from './resolved-host.ts';
import { parseProviderError, type ProviderDetail } from './provider-error.ts';
import { readBody, type Received } from './read-body.ts';
import { limitResetMs, retryAfterMs } from './retry-after.ts';
import { createRate, type CallInLine, type Rate, type Turn } from './rate.ts';
import { createRetryBudget } from './retry-budget.ts';
import { createSlotSearch } from './slot-search.ts';
import { timeAllowed } from './time-allowed.ts';
import { type TransportLimits, DEFAULT_LIMITS } from './transport-limits.ts';

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** A request that goes out: a whole text or nothing as its body, headers as a record, no redirect followed. */
export type SendRequest = (url: string, init: OutgoingInit) => Promise<Received>;

export interface OutgoingInit extends RequestInit {
  readonly headers: Record<string, string>;
  readonly signal: AbortSignal;
}

export interface TransportPorts {
  /** Any `fetch` will do. */
  readonly fetch: SendRequest;
  readonly clock: Clock;
  readonly random: Random;
  /** Where a name leads; without it no name is checked. */
  readonly lookup?: Lookup;
}

export interface Transport {
  /**
   * What the SDKs take for `fetch`, for one model: rates are learned by model where the vendor limits each. Gives a 200 with a whole
   * JSON body (or any text, of up to `LONGEST_TEXT`), or throws.
   * @throws CallError with the number of attempts made; its cause is the provider's own words (`providerDetail`).
   */
  fetchFor(model: string, expects?: 'json' | 'text'): Fetch;
  /** The error that `fetch` would throw for a refusal that came another way, as that of one request of a batch does. */
  refuse(status: number, body: string): CallError;
  /** Requests sent so far, retries included, and the retries among them. */
  counts(): { readonly requests: number; readonly retries: number };
}

/** A batch's results: as long as a string may well be. */
const LONGEST_TEXT = 400 * 1024 * 1024;

/** Waits no longer than half a minute, however often a server that is loading is asked. */
const MOST_DOUBLINGS = 5;

type Attempt = { readonly text: string; readonly body?: object } | { readonly failure: Failure };

interface PreparedRequest {
  readonly url: string;
  readonly init: Omit<OutgoingInit, 'signal'>;
  readonly rate: Rate;
  readonly expects: 'json' | 'text';
  readonly signal: AbortSignal;
}

/** All requests of one call. */
interface Call extends CallInLine {
  /** When its server's time is over, on the monotonic clock; waiting for a turn or a place moves it. */
  end?: number;
}

export function createTransport(
  provider: ResolvedProvider,
  { fetch, clock, random, lookup }: TransportPorts,
  limits: TransportLimits = DEFAULT_LIMITS,
): Transport {
  const slots = provider.searchesSlots === true ? createSlotSearch(provider.concurrency) : undefined;
  const ceiling = slots === undefined ? {} : { ceiling: () => slots.limit() };
  const concurrency = createConcurrency({ max: provider.concurrency, ...ceiling });
  const breaker = createBreaker(provider.name, clock);
  const budget = createRetryBudget(provider);
  const checkHost = createHostCheck(provider, lookup);
  const checkAddress = createAddressCheck(provider);
  const secrets = [...Object.values(provider.headers), ...(provider.secret ? [provider.secret] : [])];
  const count = { requests: 0, retries: 0 };
  const pace = isLocal(provider.origin) ? limits.localPace : undefined;
  const rates = new Map<string, Rate>();
  let underWay = 0;
  let calls = 0;

  /** Headers that count down a limit are read last, and only beside a 429, since other answers carry them, too. */
  const waitOf = ({ headers, status }: Received, detail: ProviderDetail): number | undefined =>
    retryAfterMs(headers, clock.now()) ??
    detail.retryAfterMs ??
    (status === 429 ? limitResetMs(headers, clock.now()) : undefined);

  /** One request and its whole body. Exceptions of the caller's own signal pass through. */
  const attempt = async ({ url, init, signal, expects }: PreparedRequest, ms: number): Promise<Attempt> => {
    count.requests += 1;
    try {
      const idleMs = Math.max(limits.idleMs, pace === undefined ? 0 : ms);
      return await withinDeadline({ ms, idleMs, clock, signal }, async (watched) => {
        const response = await fetch(url, { ...init, signal: watched.signal });
        const maxBytes = expects === 'text' ? LONGEST_TEXT : limits.maxBytes;
        const text = await readBody(response, { maxBytes, heard: watched.heard });
        const context = { secrets, sent: typeof init.body === 'string' ? init.body : '' };
        if (response.ok) return expects === 'text' ? { text } : readAnswer(text, context);
        const detail = parseProviderError(response.status, text, context);
        return { failure: failureOfStatus(detail, waitOf(response, detail)) };
      });
    } catch (error) {
      const failure = signal.aborted ? undefined : failureOfException(error);
      if (failure === undefined) throw error;
      return { failure };
    }
  };

  /**
   * Vendors limit each model by itself. A local server or a gateway mostly limits all requests together, so its models
   * share one rate.
   */
  const isVendor = new URL(vendorOf(provider.kind).baseUrl).origin === provider.origin;
  const rateOf = (model: string): Rate => {
    const limited = isVendor ? model : '';
    const rate = rates.get(limited) ?? createRate({ clock, patienceMs: limits.patienceMs });
    rates.set(limited, rate);
    return rate;
  };

  /** One request in its turn and at a place of its own; what waits for its turn keeps no place from others. */
  const send = async (
    request: PreparedRequest,
    call: Call,
  ): Promise<{ readonly outcome: Attempt; readonly turn: Turn }> => {
    const { init, rate, signal } = request;
    const waitsFrom = clock.monotonic();
    const turn = await rate.turn(call, signal);
    try {
      return await concurrency.run(
        async (slot) => {
          turn.sent();
          underWay += 1;
          const sent = typeof init.body === 'string' ? init.body : '';
          slots?.began(clock.monotonic());
          let answered = 0;
          try {
            const attemptMs = timeAllowed({ attemptMs: limits.attemptMs, pace, sent, underWay });
            const now = clock.monotonic();
            const callMs = Math.max(limits.callMs, pace === undefined ? 0 : 2 * attemptMs);
            call.end = call.end === undefined ? now + callMs : call.end + (now - waitsFrom);
            const outcome = await attempt(request, Math.max(1, Math.min(attemptMs, call.end - now)));
            if ('text' in outcome) answered = outcome.text.length;
            if ('failure' in outcome && outcome.failure.overloaded) slot.slowDown();
            return { outcome, turn };
          } finally {
            underWay -= 1;
            slots?.ended(clock.monotonic(), workOf(sent.length, answered));
          }
        },
        { signal },
      );
    } finally {
      turn.cancel();
    }
  };

  const ask = async (request: PreparedRequest): Promise<Response> => {
    breaker.admit();
    budget.began();
    const call: Call = { number: (calls += 1) };
    for (let requests = 1, attempts = 1; ; requests += 1) {
      const { outcome, turn } = await send(request, call);
      if ('text' in outcome) {
        turn.taken();
        breaker.succeeded();
        return responseOf(outcome);
      }
      const { failure } = outcome;
      const giveUp = (): CallError =>
        breaker.failed(toCallError(provider, failure, { url: request.url, attempts: requests }));
      if (failure.kind === 'rate_limited') {
        // This counts as no attempt and no retry: the server is well and did not begin to answer.
        if (!turn.refused(failure.retryAfterMs)) throw giveUp();
      } else {
        turn.taken();
        const backoff = random.next() * limits.backoffMs * 2 ** Math.min(attempts - 1, MOST_DOUBLINGS);
        const wait = Math.max(failure.retryAfterMs ?? 0, backoff);
        const mayRetry = attempts < failure.attempts && clock.monotonic() + wait < call.end!;
        // A server that says when to come back sets the pace itself.
        if (!mayRetry || (failure.retryAfterMs === undefined && !budget.spend())) throw giveUp();
        await clock.sleep(wait, request.signal);
        attempts += 1;
      }
      count.retries += 1;
    }
  };

  return {
    counts: () => ({ ...count }),
    refuse: (status, body) => {
      const failure = failureOfStatus(parseProviderError(status, body, { secrets, sent: '' }));
      return toCallError(provider, failure, { url: provider.baseUrl, attempts: 1 });
    },
    fetchFor: (model, expects = 'json') => {
      const rate = rateOf(model);
      return async (input, { method = 'GET', body = null, headers, signal } = {}) => {
        const url = checkAddress(input instanceof Request ? input.url : String(input));
        await checkHost();
        const form = body instanceof FormData ? await encodeForm(body) : undefined;
        const given = headers instanceof Headers ? headers : new Headers(headers);
        const init: PreparedRequest['init'] = {
          method,
          body: form?.text ?? body,
          headers: { ...ownHeaders(provider, given), ...form?.headers },
          redirect: 'error',
        };
        const caller = signal ?? new AbortController().signal;
        try {
          return await ask({ url, init, rate, expects, signal: caller });
        } catch (error) {
          if (error instanceof CallError || !caller.aborted) throw error;
          throw new CallError('aborted', `${provider.name}: the call was stopped`);
        }
      };
    },
  };
}

/** The SDK reads the parsed body from here, so that it is not parsed twice. */
function responseOf({ text, body }: Exclude<Attempt, { readonly failure: Failure }>): Response {
  const headers = { 'content-type': 'application/json' };
  if (body === undefined) return new Response(text, { headers });
  const response = new Response(null, { headers });
  return Object.assign(response, { json: () => Promise.resolve(body), text: () => Promise.resolve(text) });
}

/** A token written takes a processor about five times as long as one read. */
const WRITTEN = 5;

/** What a request asked of its server, by the characters of both bodies. */
function workOf(sent: number, answered: number): number {
  return sent + WRITTEN * answered;
}
