// A time limit on a piece of work that the work itself cannot outlast.
import type { Clock } from '../../core/clock.ts';

export class DeadlineError extends Error {
  readonly ms: number;

  constructor(ms: number) {
    super(`no end within ${ms} ms`);
    this.name = 'DeadlineError';
    this.ms = ms;
  }
}

export interface Deadline {
  readonly ms: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** A reason of one's own: by default each abort makes an error with its stack, on every call. */
const FINISHED = new Error('finished');

/**
 * Runs `work` and settles at the deadline or when `signal` is aborted, even where the work ignores the signal it is given.
 * @throws DeadlineError at the deadline; the signal's reason when it is aborted.
 */
export async function withinDeadline<T>(
  { ms, clock, signal }: Deadline,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const working = new AbortController();
  const finished = new AbortController();
  const passOn = (): void => working.abort(signal.reason);
  signal.addEventListener('abort', passOn, { once: true });
  const cutOff = new Promise<never>((_, reject) => {
    working.signal.addEventListener('abort', () => reject(working.signal.reason as Error), { once: true });
  });
  clock.sleep(ms, finished.signal).then(
    () => working.abort(new DeadlineError(ms)),
    () => undefined,
  );
  try {
    return await Promise.race([cutOff, work(working.signal)]);
  } finally {
    finished.abort(FINISHED);
    signal.removeEventListener('abort', passOn);
  }
}
