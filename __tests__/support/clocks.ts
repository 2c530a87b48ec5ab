// Clocks for tests: the machine's own, one that goes by the event loop, and one that jumps to the next timer as soon as nothing
// else is left to do.
import type { Clock } from '../../src/core/clock.ts';

export const realClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const stop = (): void => {
        clearTimeout(timer);
        reject(signal!.reason as Error);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, ms);
      signal?.addEventListener('abort', stop, { once: true });
    }),
};

/**
 * A millisecond is a turn of the event loop, and it stands still while nobody sleeps. For a client and a server in this process:
 * a loaded machine makes both of them slow, and the clock with them.
 */
export function createTurningClock(): Clock {
  let turns = 0;
  let isTurning = false;
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();
  const turn = (): void => {
    turns += 1;
    for (const one of sleepers) {
      if (one.until > turns) continue;
      sleepers.delete(one);
      one.wake();
    }
    isTurning = sleepers.size > 0;
    if (isTurning) setImmediate(turn);
  };
  return {
    now: () => Date.UTC(2026, 10, 23) + turns,
    monotonic: () => turns,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const sleeper = { until: turns + ms, wake: resolve };
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper);
          reject(signal.reason as Error);
        });
        sleepers.add(sleeper);
        if (!isTurning) setImmediate(turn);
        isTurning = true;
      }),
  };
}

export interface JumpingClock extends Clock {
  /** Lengths of the sleeps that came to their end, in milliseconds. */
  readonly slept: readonly number[];
}

/** For work that does no real input or output: time passes only while all of it waits. */
export function createJumpingClock(start = Date.UTC(2026, 10, 23)): JumpingClock {
  let elapsed = 0;
  let jumping = false;
  const slept: number[] = [];
  const timers = new Set<{ readonly at: number; readonly ring: () => void }>();

  const jump = async (): Promise<void> => {
    jumping = true;
    for (;;) {
      // A few turns of the event loop: every promise that can settle without time passing has settled.
      for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      const next = [...timers].reduce<{ at: number; ring: () => void } | undefined>(
        (first, timer) => (first === undefined || timer.at < first.at ? timer : first),
        undefined,
      );
      if (next === undefined) break;
      elapsed = Math.max(elapsed, next.at);
      timers.delete(next);
      next.ring();
    }
    jumping = false;
  };

  return {
    slept,
    now: () => start + elapsed,
    monotonic: () => elapsed,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const timer = {
          at: elapsed + ms,
          ring: () => {
            slept.push(ms);
            resolve();
          },
        };
        timers.add(timer);
        signal?.addEventListener('abort', () => {
          timers.delete(timer);
          reject(signal.reason as Error);
        });
        if (!jumping) void jump();
      }),
  };
}
