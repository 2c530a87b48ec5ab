// A line of calls that wait for their turn to send a request: one turn is given out at a time, and the next when the
// rate allows.
import type { Clock } from '../../core/clock.ts';
import { createWaitingLine } from '../../core/waiting-line.ts';

/** A call's place in the line, kept while it is asked again. */
export interface CallInLine {
  /** Lower ones go first. */
  readonly number: number;
}

export interface TurnLine {
  /** Waits until it is this call's turn, which then is its own until it is passed on. Rejects with the signal's reason. */
  join(call: CallInLine, signal: AbortSignal): Promise<void>;
  /** The turn was used, or will not be: the next one may have it. */
  passOn(): void;
  /** The time that the next turn has to wait may have changed. */
  wake(): void;
}

/** One error for all aborts: without a reason each would make an error of its own, with a stack. */
const WOKEN = new Error('woken');

/** `waitMs`: how long a request has to wait that would leave at a time of the clock. */
export function createTurnLine(clock: Clock, waitMs: (now: number) => number): TurnLine {
  const line = createWaitingLine();
  let isGranted = false;
  let isPumping = false;
  /** While the line waits for time to pass. */
  let nap: AbortController | undefined;

  const wake = (): void => nap?.abort(WOKEN);

  const giveTurns = async (): Promise<void> => {
    if (isPumping) return;
    isPumping = true;
    while (line.size() > 0 && !isGranted) {
      const wait = waitMs(clock.monotonic());
      if (wait > 0) {
        nap = new AbortController();
        await clock.sleep(wait, nap.signal).catch(() => undefined);
        nap = undefined;
        continue;
      }
      isGranted = true;
      line.letIn();
    }
    isPumping = false;
  };

  const stand = async ({ number }: CallInLine, signal: AbortSignal): Promise<void> => {
    const turn = line.join(number, signal);
    void giveTurns();
    try {
      await turn;
    } catch (error) {
      // Where nobody is left to wait for, the timer would keep the program alive.
      if (line.size() === 0) wake();
      throw error;
    }
  };

  return {
    wake,
    passOn: () => {
      isGranted = false;
      void giveTurns();
    },
    join: async (call, signal) => {
      signal.throwIfAborted();
      if (isGranted || line.size() > 0 || waitMs(clock.monotonic()) > 0) await stand(call, signal);
      else isGranted = true;
    },
  };
}
