// Time as a port: what the program waits by and dates with is passed in, so tests need not wait.

export interface Clock {
  /** Milliseconds since 1970 (UTC), for records and for dates that servers send. */
  now(): number;
  /** Milliseconds that never run backwards, for deadlines. */
  monotonic(): number;
  /** Waits; rejects with the signal's reason as soon as it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
