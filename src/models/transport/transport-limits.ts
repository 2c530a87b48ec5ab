// How long one attempt and a whole call may take, and how much may be read.
import type { Pace } from './time-allowed.ts';

export interface TransportLimits {
  /** One attempt, headers and body. Below the 300 s after which Node's fetch gives up on headers by itself. */
  readonly attemptMs: number;
  /** All attempts of a call and the waits between them; waiting for a free slot does not count. */
  readonly callMs: number;
  /** How long a server may refuse everything as too much before a call is given up; what waits for its turn is not counted. */
  readonly patienceMs: number;
  /** Further time for each token at a local server; absent: none. */
  readonly localPace?: Pace;
  /** Longest silence within a body. */
  readonly idleMs: number;
  readonly maxBytes: number;
  /** First backoff; doubles with each attempt. The wait is uniform below it (full jitter). */
  readonly backoffMs: number;
}

export const DEFAULT_LIMITS: TransportLimits = {
  attemptMs: 240_000,
  // Ten tokens a second read and two written: a model of seven billion parameters on a laptop's processor.
  localPace: { read: 100, write: 500 },
  callMs: 600_000,
  // A limit a minute has room again within a minute; waiting for a limit a day is not worth it.
  patienceMs: 300_000,
  idleMs: 60_000,
  maxBytes: 8 * 1024 * 1024,
  backoffMs: 1000,
};
