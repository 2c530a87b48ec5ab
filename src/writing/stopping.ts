// Which failures end a run, and which cost one scenario.

/** The run ends there, and another one takes up where it stood; any other failure costs one scenario of this run. */
export function isStopping(reason: string): boolean {
  return reason === 'aborted' || reason === 'quota';
}

/** Failures that may be over another time: what they hit is left as it was. Others say something about the request. */
export function isPassing(reason: string): boolean {
  return PASSING.has(reason);
}

const PASSING = new Set(['timeout', 'network', 'server', 'rate_limited', 'quota', 'aborted']);
