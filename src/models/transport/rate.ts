// How fast a model's server may be asked, learned from the requests it refuses, so that a slow server slows a run down
// and costs it no answer.
import type { Clock } from '../../core/clock.ts';
import { createPace } from './pace.ts';

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

/** A call's place in the line, kept while it is asked again. */
export interface CallInLine {
  /** Lower ones go first. */
  readonly number: number;
}

export interface Rate {
  /** Waits until a request may be sent. Rejects with the signal's reason. */
  turn(call: CallInLine, signal: AbortSignal): Promise<Turn>;
}

/** One error for all aborts: without a reason each would make an error of its own, with a stack. */
const WOKEN = new Error('woken');

interface Waiting {
  readonly call: CallInLine;
  readonly grant: () => void;
}

/**
 * The rate of one model at one provider. At each refusal the server's bucket is empty, so what it took between two of them is
 * its rate, whatever the bucket's size: a token bucket refills at its rate, a window of a minute is met on average.
 * `patienceMs`: how long a server may take nothing at all before a refused call is given up.
 */
export function createRate({ clock, patienceMs }: { readonly clock: Clock; readonly patienceMs: number }): Rate {
  const line = createLine();
  const pace = createPace();
  let isPumping = false;
  /** One turn is given out at a time: the next one waits until its request was sent, or will not be. */
  let isGranted = false;
  /** While the line waits for time to pass. */
  let nap: AbortController | undefined;
  /** When the current series of refusals, without one request taken, began. */
  let refusedSince: number | undefined;

  const pump = async (): Promise<void> => {
    if (isPumping) return;
    isPumping = true;
    while (line.size() > 0 && !isGranted) {
      const wait = pace.waitMs(clock.monotonic());
      if (wait > 0) {
        nap = new AbortController();
        await clock.sleep(wait, nap.signal).catch(() => undefined);
        nap = undefined;
        continue;
      }
      isGranted = true;
      line.next().grant();
    }
    isPumping = false;
  };

  const wake = (): void => nap?.abort(WOKEN);

  const createTurn = (): Turn => {
    let sentAt: number | undefined;
    let isPressed = false;
    const passOn = (): void => {
      isGranted = false;
      if (line.size() > 0) void pump();
    };
    return {
      sent: () => {
        sentAt = clock.monotonic();
        isPressed = pace.sent(sentAt);
        passOn();
      },
      cancel: () => {
        if (sentAt === undefined) passOn();
      },
      taken: () => {
        refusedSince = undefined;
        pace.taken(isPressed);
        wake();
      },
      refused: (retryAfterMs) => {
        const now = clock.monotonic();
        refusedSince ??= now;
        const isPatient = now - refusedSince < patienceMs && (retryAfterMs ?? 0) <= patienceMs;
        pace.refused({ now, sentAt: sentAt ?? now, retryAfterMs });
        // The call is given up, so the others in line need not wait for the time it was told.
        if (!isPatient) {
          pace.goOn(now);
          wake();
        }
        return isPatient;
      },
    };
  };

  return {
    turn: async (call, signal) => {
      signal.throwIfAborted();
      if (isGranted || line.size() > 0 || pace.waitMs(clock.monotonic()) > 0) {
        await new Promise<void>((resolve, reject) => {
          const leave = (): void => {
            line.leave(entry);
            // Nobody is left to wait for: the timer would keep the program alive.
            if (line.size() === 0) wake();
            reject(signal.reason as Error);
          };
          const entry: Waiting = {
            call,
            grant: () => {
              signal.removeEventListener('abort', leave);
              resolve();
            },
          };
          signal.addEventListener('abort', leave, { once: true });
          line.join(entry);
          void pump();
        });
      }
      isGranted = true;
      return createTurn();
    },
  };
}

/** Those who wait, by their calls' numbers. */
function createLine(): {
  size: () => number;
  join: (entry: Waiting) => void;
  leave: (entry: Waiting) => void;
  next: () => Waiting;
} {
  const waiting: Waiting[] = [];
  return {
    size: () => waiting.length,
    next: () => waiting.shift()!,
    leave: (entry) => void waiting.splice(waiting.indexOf(entry), 1),
    join: (entry) => {
      const later = waiting.findLastIndex((other) => other.call.number < entry.call.number);
      waiting.splice(later + 1, 0, entry);
    },
  };
}
