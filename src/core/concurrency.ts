// A bound on how many tasks run at once, that gives way when a server says it is too many.

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

interface Waiter {
  readonly priority: number;
  readonly start: () => void;
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
  const queue: Waiter[] = [];
  let running = 0;
  let limit = max;
  let halvings = 0;

  const startWaiting = (): void => {
    while (running < Math.min(Math.floor(limit), ceiling()) && queue.length > 0) {
      running += 1;
      queue.shift()!.start();
    }
  };
  const departures = createDepartures();
  const waitForTurn = (priority: number, signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      const leave = (): void => {
        queue.splice(queue.indexOf(waiter), 1);
        reject(signal!.reason as Error);
      };
      const stay = signal === undefined ? undefined : departures.on(signal, leave);
      const waiter: Waiter = {
        priority,
        start: () => {
          stay?.();
          resolve();
        },
      };
      const later = queue.findIndex((other) => other.priority > priority);
      queue.splice(later === -1 ? queue.length : later, 0, waiter);
      startWaiting();
    });

  return {
    limit: () => Math.floor(limit),
    run: async (task, { priority = 0, signal } = {}) => {
      signal?.throwIfAborted();
      if (queue.length === 0 && running < Math.min(Math.floor(limit), ceiling())) running += 1;
      else await waitForTurn(priority, signal);
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

/**
 * Calls `leave` of every waiting task whose signal is aborted. Thousands of tasks share one signal, so each signal gets
 * one listener for all of them.
 */
function createDepartures(): { on: (signal: AbortSignal, leave: () => void) => () => void } {
  const waiting = new Map<AbortSignal, { readonly all: Set<() => void>; readonly ring: () => void }>();
  return {
    on: (signal, leave) => {
      const known = waiting.get(signal);
      const all = known?.all ?? new Set<() => void>();
      const ring =
        known?.ring ??
        (() => {
          waiting.delete(signal);
          for (const each of all) each();
        });
      if (known === undefined) {
        waiting.set(signal, { all, ring });
        signal.addEventListener('abort', ring, { once: true });
      }
      all.add(leave);
      return () => {
        all.delete(leave);
        if (all.size > 0) return;
        signal.removeEventListener('abort', ring);
        waiting.delete(signal);
      };
    },
  };
}
