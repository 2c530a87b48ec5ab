// Finds how many requests a local server answers side by side, by how much work it gets done with one, two, four ...
// under way.

export interface SlotSearch {
  /** How many may be under way now. */
  limit(): number;
  /** A request begins, at a time in milliseconds that never runs backwards. */
  began(now: number): void;
  /** It ended; `work` is about what it asked of the server, in any unit that stays the same. */
  ended(now: number, work: number): void;
}

/** With twice as many under way the server must get this much more done, else it answers them one after the other. */
const GAIN = 1.3;
/** Answers faster than this are not measured: most of their time is the connection's. */
const LEAST_MS = 150;
/** A level is measured by so many requests for each that may be under way. */
const ROUNDS = 2;
/** Share of the allowed requests that must be under way on average: an idle server shows nothing. */
const BUSY = 0.75;
/** After so many requests the next level is tried once more, since the model may have been loading at the first try. */
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
