// How fast a server takes requests, measured between its refusals: a token bucket's or a window's rate, whatever its
// size. What is known is plain data; each event (sent, taken, refused) makes the next state of it.

/** What is known of a server's rate. Times in milliseconds on one clock, rates in requests a millisecond. */
export interface Pace {
  /** Undefined until something was refused. */
  readonly rate: number | undefined;
  /** How many requests the rate was measured by; 0 where it is a guess. */
  readonly measuredBy: number;
  /** No request before this. */
  readonly nextAt: number;
  /** When the first request was sent. */
  readonly openedAt: number | undefined;
  readonly sent: number;
  readonly taken: number;
  /** When the rate was last changed by a refusal. */
  readonly refusedAt: number;
  /** Sent since then, and not refused. */
  readonly passed: number;
  readonly takenSince: number;
  /** Refusals in a row without a request that passed. */
  readonly inVain: number;
  /** When the bucket was first found empty, of those. */
  readonly emptyAt: number;
  /** Sent and not refused since a moment when the bucket was empty; undefined where it may have run over meanwhile. */
  readonly measure: { readonly from: number; readonly taken: number } | undefined;
}

export const UNKNOWN_PACE: Pace = {
  rate: undefined,
  measuredBy: 0,
  nextAt: -Infinity,
  openedAt: undefined,
  sent: 0,
  taken: 0,
  refusedAt: -Infinity,
  passed: 0,
  takenSince: 0,
  inVain: 0,
  emptyAt: 0,
  measure: undefined,
};

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

/** What a rate that was never measured is multiplied by at a refusal. */
const BACK_OFF = 0.8;

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

/** How long the next request has to wait. */
export function waitMs({ rate, nextAt, openedAt, sent, taken }: Pace, now: number): number {
  if (now < nextAt) return nextAt - now;
  if (rate !== undefined || openedAt === undefined) return 0;
  const isOpening = now - openedAt < OPENING_MS && sent >= FIRST_REQUESTS + 2 * taken;
  return isOpening ? openedAt + OPENING_MS - now : 0;
}

/** Whether nothing but the rate holds back a request that leaves now: then what the server takes says something of it. */
export function isPressed({ rate, nextAt }: Pace, now: number): boolean {
  return rate === undefined || now - nextAt <= Math.max(IDLE_MS, 3 / rate);
}

export function afterSending(pace: Pace, now: number): Pace {
  const { rate, nextAt, measure } = pace;
  const counted: Pace = {
    ...pace,
    openedAt: pace.openedAt ?? now,
    sent: pace.sent + 1,
    passed: pace.passed + 1,
    measure: measure && { from: measure.from, taken: measure.taken + 1 },
  };
  if (rate === undefined) return counted;
  const interval = 1 / rate;
  return {
    ...counted,
    nextAt: Math.max(nextAt, now - Math.max(CATCH_UP_MS, interval)) + interval,
    // In an idle time the bucket may have run over.
    ...(!isPressed(pace, now) && { measure: undefined }),
  };
}

/** After an answer to a request that was pressed when it left, or was not. */
export function afterAnswer(pace: Pace, request: { readonly isPressed: boolean }): Pace {
  const { rate, measuredBy } = pace;
  const counted = { ...pace, taken: pace.taken + 1, takenSince: pace.takenSince + 1 };
  if (rate === undefined || !request.isPressed) return counted;
  const unsure = Math.max(0, 1 - measuredBy / ENOUGH);
  const growth = GROWTH * (1 + (counted.takenSince / GROWTH_SCALE) ** 2) + FIRST_GROWTH * unsure;
  return { ...counted, rate: rate * (1 + growth) };
}

export interface Refusal {
  readonly now: number;
  readonly sentAt: number;
  /** The time that the server named. */
  readonly retryAfterMs: number | undefined;
}

export function afterRefusal(pace: Pace, { now, sentAt, retryAfterMs }: Refusal): Pace {
  const { measure, refusedAt } = pace;
  // A refusal of a request that was already under way says nothing new of the rate, but may name a later time.
  const isNews = sentAt >= refusedAt;
  const counted: Pace = {
    ...pace,
    ...(measure !== undefined && sentAt >= measure.from && { measure: { ...measure, taken: measure.taken - 1 } }),
    ...(isNews && { passed: pace.passed - 1 }),
  };
  if (!isNews) return { ...counted, nextAt: Math.max(pace.nextAt, now + (retryAfterMs ?? 0)) };
  const { hold, ...slowed } = slowDown(counted, now);
  return { ...slowed, nextAt: now + (retryAfterMs ?? hold) };
}

/** Nothing is held back any longer. */
export function withoutHold(pace: Pace, now: number): Pace {
  return { ...pace, nextAt: now };
}

/** Learns from the first refusal since the last change of rate, and gives how long to send nothing. */
function slowDown(pace: Pace, now: number): Pace & { readonly hold: number } {
  const { rate, passed, emptyAt } = pace;
  const refused = { ...pace, refusedAt: now, takenSince: 0 };
  if (rate !== undefined && passed <= 0) {
    const hold = Math.min(HOLD_MS * 2 ** pace.inVain, LONGEST_HOLD_MS);
    // The bucket was still empty, so nothing of it was wasted since.
    return { ...refused, measure: { from: emptyAt, taken: 0 }, inVain: pace.inVain + 1, hold };
  }
  const measured = measuredRate(pace, now);
  const slower = measured?.rate ?? (rate === undefined ? firstGuess(pace, now) : rate * BACK_OFF);
  const measuredBy = measured?.by ?? 0;
  const hold = measuredBy > 0 ? 1 / slower : HOLD_MS;
  return {
    ...refused,
    emptyAt: now,
    inVain: 0,
    passed: 0,
    rate: slower,
    measuredBy,
    hold,
    // A small bucket fills up while nothing is sent; counting that time would make the server look slower than it is.
    ...(measuredBy === 0 && { measure: { from: now + hold, taken: 0 } }),
    ...(measuredBy >= ENOUGH && { measure: { from: now, taken: 0 } }),
  };
}

/** What was taken since the bucket was last empty; it is empty again now. Undefined where that says nothing. */
function measuredRate(
  { rate, measure }: Pace,
  now: number,
): { readonly rate: number; readonly by: number } | undefined {
  if (rate === undefined || measure === undefined || now <= measure.from || measure.taken <= 0) return undefined;
  return { rate: (measure.taken / (now - measure.from)) * BELOW, by: measure.taken };
}

/**
 * What came through at first shows the size of the bucket, not its rate; the guess spreads it over the time until the
 * first wait is over.
 */
function firstGuess({ sent, openedAt = 0 }: Pace, now: number): number {
  return Math.max(LEAST_GUESS, (sent - 1) / (now - openedAt + HOLD_MS));
}
