// A time limit on a piece of work that the work itself cannot outlast.
import type { Clock } from '../../core/clock.ts';
import { setAlarm } from './alarm.ts';

export class DeadlineError extends Error {
  readonly ms: number;

  constructor(ms: number) {
    super(`no end within ${ms} ms`);
    this.name = 'DeadlineError';
    this.ms = ms;
  }
}

export interface Deadline {
  /** All of the work. */
  readonly ms: number;
  /** Longest silence, from the first thing heard on. */
  readonly idleMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** What the work is given: the signal that ends it, and whom to tell that something was heard. */
export interface Watched {
  readonly signal: AbortSignal;
  readonly heard: () => void;
}

/**
 * Runs `work` and settles at a deadline or when `signal` is aborted, even where the work ignores the signal it is given.
 * @throws DeadlineError at the deadline; the signal's reason when it is aborted.
 */
export async function withinDeadline<T>(
  { ms, idleMs, clock, signal }: Deadline,
  work: (watched: Watched) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const working = new AbortController();
  const end = clock.monotonic() + ms;
  let heardAt = Infinity;
  let stop = (_reason: unknown): void => {};
  const cutOff = new Promise<never>((_, reject) => {
    stop = (reason) => {
      reject(reason);
      working.abort(reason);
    };
  });
  const passOn = (): void => stop(signal.reason);
  signal.addEventListener('abort', passOn, { once: true });
  const alarm = setAlarm(clock, {
    due: () => Math.min(end, heardAt + idleMs),
    ring: () => stop(new DeadlineError(heardAt + idleMs < end ? idleMs : ms)),
  });
  const heard = (): void => {
    const isFirst = heardAt === Infinity;
    heardAt = clock.monotonic();
    if (isFirst) alarm.sooner();
  };
  try {
    return await Promise.race([cutOff, work({ signal: working.signal, heard })]);
  } finally {
    alarm.cancel();
    signal.removeEventListener('abort', passOn);
  }
}
