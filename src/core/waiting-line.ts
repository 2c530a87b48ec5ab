// Those who wait for something, in an order: the first of them is let in, and whoever is stopped leaves.

export interface WaitingLine {
  readonly size: () => number;
  /**
   * Waits until it is let in: lower ranks first, equal ones in the order they came. Leaves the line when the signal is
   * aborted, and rejects with its reason.
   */
  readonly join: (rank: number, signal: AbortSignal | undefined) => Promise<void>;
  /** Lets the first one in; nothing where nobody waits. */
  readonly letIn: () => void;
}

interface Waiter {
  readonly rank: number;
  readonly enter: () => void;
}

export function createWaitingLine(): WaitingLine {
  const waiting: Waiter[] = [];
  const departures = createDepartures();
  return {
    size: () => waiting.length,
    letIn: () => waiting.shift()?.enter(),
    join: (rank, signal) =>
      new Promise((resolve, reject) => {
        const leave = (): void => {
          waiting.splice(waiting.indexOf(waiter), 1);
          reject(signal!.reason as Error);
        };
        const stay = signal === undefined ? undefined : departures.on(signal, leave);
        const waiter: Waiter = {
          rank,
          enter: () => {
            stay?.();
            resolve();
          },
        };
        const before = waiting.findLastIndex((other) => other.rank <= rank);
        waiting.splice(before + 1, 0, waiter);
      }),
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
