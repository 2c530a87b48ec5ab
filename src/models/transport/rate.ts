// An adaptive rate limiter: how fast a model's server may be asked, learned from the requests it refuses, so that a slow
// server slows a run down and costs it no answer.
import type { Clock } from '../../core/clock.ts';
import {
  UNKNOWN_PACE,
  afterAnswer,
  afterRefusal,
  afterSending,
  isPressed,
  waitMs,
  withoutHold,
  type Pace,
} from './pace.ts';
import { createTurnLine, type CallInLine } from './turn-line.ts';

export interface Turn {
  /** The request leaves now; the next one may follow when the rate allows. */
  sent(): void;
  /** The request was not sent after all. Does nothing after `sent`. */
  cancel(): void;
  /** The request was taken: anything but "too many". */
  taken(): void;
  /**
   * The request was refused as one too many. False where the call is to be given up: the server names a time beyond the patience,
   * or has taken nothing for as long.
   */
  refused(retryAfterMs: number | undefined): boolean;
}

export interface Rate {
  /** Waits until a request may be sent. Rejects with the signal's reason. */
  turn(call: CallInLine, signal: AbortSignal): Promise<Turn>;
}

/**
 * The rate of one model at one provider. At each refusal the server's bucket is empty, so what it took between two of them is
 * its rate, whatever the bucket's size: a token bucket refills at its rate, a window of a minute is met on average.
 * `patienceMs`: how long a server may take nothing at all before a refused call is given up.
 */
export function createRate({ clock, patienceMs }: { readonly clock: Clock; readonly patienceMs: number }): Rate {
  let pace: Pace = UNKNOWN_PACE;
  /** When the current series of refusals, without one request taken, began. */
  let refusedSince: number | undefined;
  const line = createTurnLine(clock, (now) => waitMs(pace, now));

  const createTurn = (): Turn => {
    let request: { readonly sentAt: number; readonly isPressed: boolean } | undefined;
    return {
      sent: () => {
        const sentAt = clock.monotonic();
        request = { sentAt, isPressed: isPressed(pace, sentAt) };
        pace = afterSending(pace, sentAt);
        line.passOn();
      },
      cancel: () => {
        if (request === undefined) line.passOn();
      },
      taken: () => {
        refusedSince = undefined;
        pace = afterAnswer(pace, request ?? { isPressed: false });
        line.wake();
      },
      refused: (retryAfterMs) => {
        const now = clock.monotonic();
        refusedSince ??= now;
        pace = afterRefusal(pace, { now, sentAt: request?.sentAt ?? now, retryAfterMs });
        const isPatient = now - refusedSince < patienceMs && (retryAfterMs ?? 0) <= patienceMs;
        // The call is given up, so the others in line need not wait for the time it was told.
        if (!isPatient) {
          pace = withoutHold(pace, now);
          line.wake();
        }
        return isPatient;
      },
    };
  };

  return {
    turn: async (call, signal) => {
      await line.join(call, signal);
      return createTurn();
    },
  };
}
