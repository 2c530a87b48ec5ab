// A request is sent again while that may help: within its call's time, the provider's retry budget and its breaker.
import type { Clock } from '../../core/clock.ts';
import type { Random } from '../../core/random.ts';
import type { CallError } from '../model.ts';
import type { ResolvedProvider } from '../provider.ts';
import type { Answered, SendRequest } from './attempt.ts';
import { createBreaker } from './breaker.ts';
import { toCallError } from './call-error.ts';
import { createRetryBudget } from './retry-budget.ts';
import { createSendInTurn, type Call, type PreparedRequest } from './send-in-turn.ts';
import type { TransportLimits } from './transport-limits.ts';

interface RetryPorts {
  readonly fetch: SendRequest;
  readonly clock: Clock;
  readonly random: Random;
  readonly limits: TransportLimits;
}

export interface Retries {
  /** @throws CallError with the number of requests that were sent. */
  readonly ask: (request: PreparedRequest) => Promise<Answered>;
  /** Requests sent so far, and the retries among them. */
  readonly counts: () => { readonly requests: number; readonly retries: number };
}

/** Waits no longer than half a minute, however often a server that is loading is asked. */
const MOST_DOUBLINGS = 5;

export function createRetries(provider: ResolvedProvider, { fetch, clock, random, limits }: RetryPorts): Retries {
  const { send, requests: sent } = createSendInTurn(provider, { fetch, clock, limits });
  const breaker = createBreaker(provider.name, clock);
  const budget = createRetryBudget(provider);
  let retries = 0;
  let calls = 0;
  const ask = async (request: PreparedRequest): Promise<Answered> => {
    breaker.admit();
    budget.began();
    const call: Call = { number: (calls += 1) };
    for (let requests = 1, attempts = 1; ; requests += 1) {
      const { outcome, turn } = await send(request, call);
      if ('text' in outcome) {
        turn.taken();
        breaker.succeeded();
        return outcome;
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
      retries += 1;
    }
  };
  return { ask, counts: () => ({ requests: sent(), retries }) };
}
