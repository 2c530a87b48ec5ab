// Clocks for tests: the machine's own, and one that jumps to the next timer as soon as nothing else is left to do.
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
