// How many requests a server of one's own answers side by side: found by what it gets done with one under way, two, four ...

export interface SlotSearch {
  /** How many may be under way now. */
  limit(): number;
  /** A request begins, at a time in milliseconds that never runs backwards. */
  began(now: number): void;
  /** It ended; `work` is about what it asked of the server, in any unit that stays the same. */
  ended(now: number, work: number): void;
}

/** Two at once have to get this much more done than one did: in a row they get done the same. */
const GAIN = 1.3;
/** Faster answers say nothing: their time is that of the connection, and nobody waits for long. */
const LEAST_MS = 150;
/** A level is measured by so many requests for each that may be under way. */
const ROUNDS = 2;
/** So many of those that may be under way have to be, on average: a server with nothing to do shows nothing. */
const BUSY = 0.75;
/** After so many requests the next level is tried once more: the first may have met a model that was loading. */
const AGAIN_AFTER = 60;

interface Window {
  start: number;
  ended: number;
  work: number;
  /** Requests under way times milliseconds. */
  busy: number;
  last: number;
}

/** Begins with one; never above `max`. */
export function createSlotSearch(max: number): SlotSearch {
  let level = 1;
  let settled = max <= 1;
  let underWay = 0;
  let since = 0;
  /** Work a millisecond one level below. */
  let below: number | undefined;
  let window: Window | undefined;

  const advance = (now: number): void => {
    if (window === undefined) return;
    window.busy += underWay * (now - window.last);
    window.last = now;
  };
  const open = (now: number): void => {
    window = { start: now, ended: 0, work: 0, busy: 0, last: now };
  };
  const go = (to: number, pace: number | undefined, now: number): void => {
    [level, below] = [Math.min(max, to), pace];
    open(now);
  };
  const settle = (at: number): void => {
    [level, settled, since, below] = [Math.max(1, at), true, 0, undefined];
  };

  const decide = (now: number): void => {
    const { start, ended, work, busy } = window!;
    if (ended < ROUNDS * level) return;
    const ms = now - start;
    if ((ms * level) / ended < LEAST_MS) return settle(max);
    if (busy < BUSY * level * ms) return open(now);
    const pace = work / ms;
    if (below !== undefined && pace < GAIN * below) return settle(level / 2);
    if (level >= max) return settle(max);
    go(level * 2, pace, now);
  };

  return {
    limit: () => level,
    began: (now) => {
      advance(now);
      underWay += 1;
      if (window === undefined) open(now);
    },
    ended: (now, work) => {
      advance(now);
      underWay -= 1;
      if (settled) {
        since += 1;
        if (since < AGAIN_AFTER || level >= max) return;
        settled = false;
        open(now);
        return;
      }
      window!.ended += 1;
      window!.work += work;
      decide(now);
    },
  };
}
