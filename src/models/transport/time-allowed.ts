// How long one attempt may take: longer for more text, and for as many as are under way, where a server is one's own.

/** Milliseconds a token that a small model on one core takes. */
export interface Pace {
  readonly read: number;
  readonly write: number;
}

export interface AskedOf {
  /** One attempt of a server that answers at any vendor's pace. */
  readonly attemptMs: number;
  /** Absent where a server is no one's own: those have machines enough. */
  readonly pace?: Pace | undefined;
  /** The request's body. */
  readonly sent: string;
  /** Requests under way at that server, this one included: with one slot it answers them one after the other. */
  readonly underWay: number;
}

/** Tokens a reply may have where the body does not say. */
const USUAL_OUTPUT = 1024;
const CHARACTERS_PER_TOKEN = 4;

/** Milliseconds for one attempt. */
export function timeAllowed({ attemptMs, pace, sent, underWay }: AskedOf): number {
  if (pace === undefined) return attemptMs;
  const output = Number(/"max_(?:completion_)?tokens":(\d+)/.exec(sent)?.[1] ?? USUAL_OUTPUT);
  const own = attemptMs + (sent.length / CHARACTERS_PER_TOKEN) * pace.read + output * pace.write;
  return own * Math.max(1, underWay);
}
