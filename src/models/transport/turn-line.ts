// A line of calls that wait for their turn to send a request: one turn is given out at a time, and the next when the
// rate allows.
import type { Clock } from '../../core/clock.ts';

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

interface Waiting {
  readonly call: CallInLine;
  readonly grant: () => void;
}

/** One error for all aborts: without a reason each would make an error of its own, with a stack. */
const WOKEN = new Error('woken');

/** `waitMs`: how long a request has to wait that would leave at a time of the clock. */
export function createTurnLine(clock: Clock, waitMs: (now: number) => number): TurnLine {
  /** By their calls' numbers. */
  const waiting: Waiting[] = [];
  let isGranted = false;
  let isPumping = false;
  /** While the line waits for time to pass. */
  let nap: AbortController | undefined;

  const wake = (): void => nap?.abort(WOKEN);

  const giveTurns = async (): Promise<void> => {
    if (isPumping) return;
    isPumping = true;
    while (waiting.length > 0 && !isGranted) {
      const wait = waitMs(clock.monotonic());
      if (wait > 0) {
        nap = new AbortController();
        await clock.sleep(wait, nap.signal).catch(() => undefined);
        nap = undefined;
        continue;
      }
      isGranted = true;
      waiting.shift()!.grant();
    }
    isPumping = false;
  };

  const stand = (call: CallInLine, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const leave = (): void => {
        waiting.splice(waiting.indexOf(entry), 1);
        // Nobody is left to wait for: the timer would keep the program alive.
        if (waiting.length === 0) wake();
        reject(signal.reason as Error);
      };
      const entry: Waiting = {
        call,
        grant: () => {
          signal.removeEventListener('abort', leave);
          resolve();
        },
      };
      signal.addEventListener('abort', leave, { once: true });
      const before = waiting.findLastIndex((other) => other.call.number < call.number);
      waiting.splice(before + 1, 0, entry);
      void giveTurns();
    });

  return {
    wake,
    passOn: () => {
      isGranted = false;
      void giveTurns();
    },
    join: async (call, signal) => {
      signal.throwIfAborted();
      if (isGranted || waiting.length > 0 || waitMs(clock.monotonic()) > 0) await stand(call, signal);
      else isGranted = true;
    },
  };
}
