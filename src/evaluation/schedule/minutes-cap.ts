// The cap in minutes ends calls under way, too: a slow server would answer long after them.
import type { Clock } from '../../core/clock.ts';
import { eitherSignal } from '../../core/either-signal.ts';
import type { Budget } from '../../models/cost/budget.ts';

export interface MinutesCap {
  /**
   * Runs a call with a signal that is aborted when the minutes are over or the run is stopped.
   * @throws what the call throws, or `reached()` where the minutes ended it
   */
  readonly within: <T>(call: (signal: AbortSignal) => Promise<T>) => Promise<T>;
}

/** Node's timers fire at once beyond this. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** One timer runs while any call is under way. `reached` makes the error of a call that was ended so. */
export function createMinutesCap({
  budget,
  clock,
  signal,
  reached,
}: {
  readonly budget: Pick<Budget, 'leftMs'>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly reached: () => Error;
}): MinutesCap {
  const over = new AbortController();
  const ended = eitherSignal(signal, over.signal);
  let underWay = 0;
  let timer = new AbortController();

  const startTimer = (): void => {
    timer = new AbortController();
    clock.sleep(Math.min(budget.leftMs(), LONGEST_TIMER_MS), timer.signal).then(
      () => over.abort(),
      () => undefined,
    );
  };

  return {
    within: async (call) => {
      underWay += 1;
      if (underWay === 1) startTimer();
      try {
        return await call(ended);
      } catch (error) {
        throw over.signal.aborted && !signal.aborted ? reached() : error;
      } finally {
        underWay -= 1;
        if (underWay === 0) timer.abort();
      }
    },
  };
}
