// How fast a model's server may be asked, learned from what it refuses: a slow server slows a run, and loses it no answer.
import type { Clock } from '../../core/clock.ts';

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

/**
 * Requests sent before the first answer, while nothing is known of a server. Refusals come at once: what is sent in the first
 * second without one, and two for each that was taken, tells enough to send the rest.
 */
const FIRST_REQUESTS = 10;
const OPENING_MS = 1000;

/** After a refusal that names no time: long enough that most limits have room again, short beside a run. */
const HOLD_MS = 1000;
const LONGEST_HOLD_MS = 30_000;

/** Requests a millisecond that are tried at first: of a server that takes fewer, one or two are refused more. */
const LEAST_GUESS = 0.02;

/** Requests after which a rate is measured anew: one more or less moves it by a twentieth. */
const ENOUGH = 20;

/** Of the measured rate, so that what comes in a little early meets no refusal. */
const BELOW = 0.98;

/** Growth a taken request, doubled after as many: a limit that rose, or was measured too low, is found in a few hundred calls. */
const GROWTH = 0.0006;
const GROWTH_SCALE = 100;
/** And until a rate was measured by enough requests. */
const FIRST_GROWTH = 0.05;

/** What a late timer may make up for, and how late a request is that nothing but the rate held back. */
const CATCH_UP_MS = 100;
const IDLE_MS = 500;

/** A reason of one's own: by default each abort makes an error with its stack. */
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
  /** One turn at a time: the next one is looked at when its request was sent, or will not be. */
  let isGranted = false;
  /** While the line waits for time to pass. */
  let nap: AbortController | undefined;
  /** The first refusal of a row in which nothing was taken. */
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
      void pump();
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
        // The others in line are not kept waiting for what is not waited for.
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

/** What is known of a server's rate. Times in milliseconds on one clock, rates in requests a millisecond. */
function createPace(): {
  /** How long the next request has to wait. */
  waitMs: (now: number) => number;
  /** Whether nothing but the rate held the request back. */
  sent: (now: number) => boolean;
  taken: (isPressed: boolean) => void;
  refused: (refusal: { now: number; sentAt: number; retryAfterMs: number | undefined }) => void;
  /** Holds still no longer. */
  goOn: (now: number) => void;
} {
  /** Undefined until something was refused. */
  let rate: number | undefined;
  /** How many requests the rate was measured by; 0 where it is a guess. */
  let measuredBy = 0;
  let nextAt = -Infinity;
  let openedAt: number | undefined;
  const total = { sent: 0, taken: 0 };
  let refusedAt = -Infinity;
  /** Sent since the last refusal that was news, and not refused. */
  let passed = 0;
  let inVain = 0;
  let takenSince = 0;
  /** Sent and not refused since a moment when the bucket was empty; undefined where it may have run over meanwhile. */
  let measure: { readonly from: number; taken: number } | undefined;
  /** When the bucket was first found empty, of refusals in a row. */
  let emptyAt = 0;

  /** At its limit, for the first time since the last one was heard: gives how long to hold still. */
  const slowDown = (now: number): number => {
    refusedAt = now;
    takenSince = 0;
    if (rate !== undefined && passed <= 0) {
      // Still empty, so it has not run over since.
      measure = { from: emptyAt, taken: 0 };
      inVain += 1;
      return Math.min(HOLD_MS * 2 ** (inVain - 1), LONGEST_HOLD_MS);
    }
    emptyAt = now;
    inVain = 0;
    passed = 0;
    measuredBy = rate !== undefined && measure !== undefined && now > measure.from ? Math.max(0, measure.taken) : 0;
    // What came through at first was the bucket's size and no rate: as if it lasted until the first hold is over.
    if (rate === undefined) rate = Math.max(LEAST_GUESS, (total.sent - 1) / (now - openedAt! + HOLD_MS));
    else if (measuredBy > 0) rate = (measure!.taken / (now - measure!.from)) * BELOW;
    else rate *= 0.8;
    const hold = measuredBy > 0 ? 1 / rate : HOLD_MS;
    // A small bucket runs over while nothing is sent, and would be thought slower than it is.
    if (measuredBy === 0) measure = { from: now + hold, taken: 0 };
    else if (measuredBy >= ENOUGH) measure = { from: now, taken: 0 };
    return hold;
  };

  return {
    waitMs: (now) => {
      if (now < nextAt) return nextAt - now;
      if (rate !== undefined || openedAt === undefined) return 0;
      const isOpening = now - openedAt < OPENING_MS && total.sent >= FIRST_REQUESTS + 2 * total.taken;
      return isOpening ? openedAt + OPENING_MS - now : 0;
    },
    goOn: (now) => {
      nextAt = now;
    },
    sent: (now) => {
      openedAt ??= now;
      total.sent += 1;
      passed += 1;
      if (measure !== undefined) measure.taken += 1;
      if (rate === undefined) return true;
      const interval = 1 / rate;
      const isIdle = now - nextAt > Math.max(IDLE_MS, 3 * interval);
      if (isIdle) measure = undefined;
      nextAt = Math.max(nextAt, now - Math.max(CATCH_UP_MS, interval)) + interval;
      return !isIdle;
    },
    taken: (isPressed) => {
      total.taken += 1;
      takenSince += 1;
      if (rate === undefined || !isPressed) return;
      const unsure = Math.max(0, 1 - measuredBy / ENOUGH);
      rate *= 1 + GROWTH * (1 + (takenSince / GROWTH_SCALE) ** 2) + FIRST_GROWTH * unsure;
    },
    refused: ({ now, sentAt, retryAfterMs }) => {
      if (measure !== undefined && sentAt >= measure.from) measure.taken -= 1;
      if (sentAt >= refusedAt) passed -= 1;
      // What was under way when the limit was heard tells nothing new, but perhaps a later time.
      const isNews = sentAt >= refusedAt;
      const hold = isNews ? slowDown(now) : 0;
      nextAt = Math.max(isNews ? -Infinity : nextAt, now + (retryAfterMs ?? hold));
    },
  };
}
