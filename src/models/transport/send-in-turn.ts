// A request goes out in its turn and at a place of its own, for as long as one may take there.
import type { Clock } from '../../core/clock.ts';
import { createConcurrency } from '../../core/concurrency.ts';
import { isLocal, type ResolvedProvider } from '../provider.ts';
import { attempt, secretsOf, sentText, type Attempt, type OutgoingRequest, type SendRequest } from './attempt.ts';
import type { Rate, Turn } from './rate.ts';
import { createSlotSearch } from './slot-search.ts';
import { timeAllowed } from './time-allowed.ts';
import type { TransportLimits } from './transport-limits.ts';
import type { CallInLine } from './turn-line.ts';

/** A request, and the rate it keeps to. */
export interface PreparedRequest extends OutgoingRequest {
  readonly rate: Rate;
}

/** All requests of one call. */
export interface Call extends CallInLine {
  /** When its server's time is over, on the monotonic clock; waiting for a turn or a place moves it. */
  end?: number;
}

export interface SendInTurn {
  readonly send: (request: PreparedRequest, call: Call) => Promise<{ readonly outcome: Attempt; readonly turn: Turn }>;
  /** Requests sent so far. */
  readonly requests: () => number;
}

export function createSendInTurn(
  provider: ResolvedProvider,
  { fetch, clock, limits }: { readonly fetch: SendRequest; readonly clock: Clock; readonly limits: TransportLimits },
): SendInTurn {
  const slots = provider.searchesSlots === true ? createSlotSearch(provider.concurrency) : undefined;
  const ceiling = slots === undefined ? {} : { ceiling: () => slots.limit() };
  const concurrency = createConcurrency({ max: provider.concurrency, ...ceiling });
  const secrets = secretsOf(provider);
  const pace = isLocal(provider.origin) ? limits.localPace : undefined;
  let underWay = 0;
  let requests = 0;

  /** `waitsFrom` is when the call began to wait for this request's turn, which its server's time does not run in. */
  const sendNow = async (request: PreparedRequest, call: Call, waitsFrom: number): Promise<Attempt> => {
    const sent = sentText(request.init);
    const attemptMs = timeAllowed({ attemptMs: limits.attemptMs, pace, sent, underWay });
    const callMs = Math.max(limits.callMs, pace === undefined ? 0 : 2 * attemptMs);
    const now = clock.monotonic();
    call.end = call.end === undefined ? now + callMs : call.end + (now - waitsFrom);
    const ms = Math.max(1, Math.min(attemptMs, call.end - now));
    requests += 1;
    const idleMs = Math.max(limits.idleMs, pace === undefined ? 0 : ms);
    return attempt(request, { fetch, clock, limits, secrets, ms, idleMs });
  };

  const send: SendInTurn['send'] = async (request, call) => {
    const { init, rate, signal } = request;
    const waitsFrom = clock.monotonic();
    // What waits for its turn keeps no place from others.
    const turn = await rate.turn(call, signal);
    try {
      return await concurrency.run(
        async (slot) => {
          turn.sent();
          underWay += 1;
          slots?.began(clock.monotonic());
          let answered = 0;
          try {
            const outcome = await sendNow(request, call, waitsFrom);
            if ('text' in outcome) answered = outcome.text.length;
            if ('failure' in outcome && outcome.failure.overloaded) slot.slowDown();
            return { outcome, turn };
          } finally {
            underWay -= 1;
            slots?.ended(clock.monotonic(), workOf(sentText(init).length, answered));
          }
        },
        { signal },
      );
    } finally {
      turn.cancel();
    }
  };
  return { send, requests: () => requests };
}

/** A token written takes a processor about five times as long as one read. */
const WRITTEN = 5;

/** What a request asked of its server, by the characters of both bodies. */
function workOf(sent: number, answered: number): number {
  return sent + WRITTEN * answered;
}
