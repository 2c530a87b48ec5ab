// How fast a server takes requests, measured between its refusals: a token bucket's or a window's rate, whatever its size.

/**
 * Requests sent before the first answer, while nothing is known of a server. A server refuses at once, so a first
 * second without a refusal, or two further requests for each answer, show enough to send the rest.
 */
const FIRST_REQUESTS = 10;

const OPENING_MS = 1000;

/**
 * How long to wait after a refusal that names no time: long enough for most limits to have room again, short beside a
 * run.
 */
const HOLD_MS = 1000;

const LONGEST_HOLD_MS = 30_000;

/**
 * The lowest rate that is guessed at first, in requests a millisecond; a slower server refuses one or two requests
 * more.
 */
const LEAST_GUESS = 0.02;

/** A rate counts as measured after so many requests, when one more or less changes it by a twentieth. */
const ENOUGH = 20;

/** Share of the measured rate that is used, so that a request that arrives a little early is not refused. */
const BELOW = 0.98;

/**
 * How much the rate grows with each request that is taken, and after how many of them that growth has doubled: a limit
 * that rose, or was measured too low, is found within a few hundred calls.
 */
const GROWTH = 0.0006;

const GROWTH_SCALE = 100;

/** Further growth until the rate was measured by enough requests. */
const FIRST_GROWTH = 0.05;

/**
 * How much delay of a timer is made up for, and how late a request must be to count as held back by something else than
 * the rate.
 */
const CATCH_UP_MS = 100;

const IDLE_MS = 500;

/** What is known of a server's rate. Times in milliseconds on one clock, rates in requests a millisecond. */
export function createPace(): {
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

  /** Learns from the first refusal since the last change of rate, and gives how long to send nothing. */
  const slowDown = (now: number): number => {
    refusedAt = now;
    takenSince = 0;
    if (rate !== undefined && passed <= 0) {
      // The bucket was still empty, so nothing of it was wasted since.
      measure = { from: emptyAt, taken: 0 };
      inVain += 1;
      return Math.min(HOLD_MS * 2 ** (inVain - 1), LONGEST_HOLD_MS);
    }
    emptyAt = now;
    inVain = 0;
    passed = 0;
    measuredBy = rate !== undefined && measure !== undefined && now > measure.from ? Math.max(0, measure.taken) : 0;
    // What came through at first shows the size of the bucket, not its rate; the guess spreads it over the time until
    // the first wait is over.
    if (rate === undefined) rate = Math.max(LEAST_GUESS, (total.sent - 1) / (now - openedAt! + HOLD_MS));
    else if (measuredBy > 0) rate = (measure!.taken / (now - measure!.from)) * BELOW;
    else rate *= 0.8;
    const hold = measuredBy > 0 ? 1 / rate : HOLD_MS;
    // A small bucket fills up while nothing is sent; counting that time would make the server look slower than it is.
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
      // A refusal of a request that was already under way says nothing new of the rate, but may name a later time.
      const isNews = sentAt >= refusedAt;
      const hold = isNews ? slowDown(now) : 0;
      nextAt = Math.max(isNews ? -Infinity : nextAt, now + (retryAfterMs ?? hold));
    },
  };
}
