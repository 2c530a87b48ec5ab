// The machine's own clock, as the port that the rest of the program waits by.
import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../core/clock.ts';

export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) => setTimeout(ms, undefined, signal === undefined ? {} : { signal }),
};
