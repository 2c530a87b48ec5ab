// What is at the other end of a stream: a person, a terminal that a CI service made for its job, a file or a pipe.
import { findCiService } from '../core/ci-service.ts';

type Variables = Readonly<Record<string, string | undefined>>;

export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Of a file or a pipe `isTTY` is undefined, whatever its type says. */
export function isTerminal({ isTTY }: OutputStream): boolean {
  return isTTY === true;
}

/** What people set `CI` to on their own machine where a tool should not take it for a service. */
const NOT_CI = /^(?:|0|false)$/i;

/** Whether a person sits there, who may be asked and sees lines rewritten: a CI service's log keeps each rewriting. */
export function isAttended(stream: OutputStream, env: Variables): boolean {
  const isCi = !NOT_CI.test(env['CI'] ?? '') || findCiService(env) !== undefined;
  return isTerminal(stream) && !isDumb(env) && !isCi;
}

export function wantsColour(stream: OutputStream, env: Variables): boolean {
  const { NO_COLOR = '', FORCE_COLOR = '' } = env;
  if (NO_COLOR !== '' || FORCE_COLOR === '0') return false;
  return FORCE_COLOR !== '' || (isTerminal(stream) && !isDumb(env));
}

/** In columns. A terminal that nobody looks at says 0. */
export function widthOf({ columns = 0 }: OutputStream): number {
  return columns === 0 ? 100 : columns;
}

/** A terminal that shows escape sequences as they are, such as an editor's shell. */
function isDumb(env: Variables): boolean {
  return env['TERM'] === 'dumb';
}
