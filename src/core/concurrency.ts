// A bound on how many tasks run at once, that gives way when a server says it is too many.
import { createWaitingLine } from './waiting-line.ts';

export interface Slot {
  /**
   * The server was overloaded by this task: halve the limit. Tasks that already ran when the limit was last halved are
   * not heard again, so one burst of refusals halves it once.
   */
  slowDown(): void;
}

export interface RunOptions {
  /** Lower numbers go first; equal ones in the order they came. Default 0. */
  readonly priority?: number;
  /** Leaves the queue when aborted. A task that has begun gets its signal from its own caller. */
  readonly signal?: AbortSignal;
}

export interface Concurrency {
  run<T>(task: (slot: Slot) => Promise<T>, options?: RunOptions): Promise<T>;
  /** How many tasks may run at once now. */
  limit(): number;
}

/**
 * Runs at most `max` tasks at once. Additive increase, multiplicative decrease (Chiu and Jain 1989): `slowDown` halves
 * the limit, never below 1; a full round of tasks that did not slow it raises it by 1, up to `max`.
 */
export function createConcurrency({
  max,
  ceiling = () => max,
}: {
  readonly max: number;
  /** A further limit, read anew whenever a task ends or arrives. */
  readonly ceiling?: () => number;
}): Concurrency {
  if (!Number.isInteger(max) || max < 1)
    throw new RangeError(`concurrency must be a whole number of 1 or more: ${max}`);
  const line = createWaitingLine();
  let running = 0;
  let limit = max;
  let halvings = 0;

  const hasRoom = (): boolean => running < Math.min(Math.floor(limit), ceiling());
  const startWaiting = (): void => {
    while (line.size() > 0 && hasRoom()) {
      running += 1;
      line.letIn();
    }
  };

  return {
    limit: () => Math.floor(limit),
    run: async (task, { priority = 0, signal } = {}) => {
      signal?.throwIfAborted();
      if (line.size() === 0 && hasRoom()) {
        running += 1;
      } else {
        const turn = line.join(priority, signal);
        startWaiting();
        await turn;
      }
      const begun = halvings;
      let slowed = false;
      const slot: Slot = {
        slowDown: () => {
          slowed = true;
          if (begun !== halvings) return;
          halvings += 1;
          limit = Math.max(1, Math.floor(limit / 2));
        },
      };
      try {
        return await task(slot);
      } finally {
        running -= 1;
        if (!slowed) limit = Math.min(max, limit + 1 / Math.floor(limit));
        startWaiting();
      }
    },
  };
}
