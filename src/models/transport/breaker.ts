// A circuit breaker: a provider that does not answer is not asked for a while, and one that will not (no money, a
// refused key) is not asked again.
import { whereDefined } from '../../core/where-defined.ts';
import type { Clock } from '../../core/clock.ts';
import { CallError, type CallErrorKind } from '../model.ts';

export interface Breaker {
  /** @throws CallError, with no attempt made, while the provider is not to be asked. */
  admit(): void;
  succeeded(): void;
  /**
   * A refusal of one request (400, 404 ...) is an answer: it ends a row of failures. Gives the error to throw: a 403 is about
   * one request or one model, until the same key was refused for every request there was.
   */
  failed(error: CallError): CallError;
}

/** Said of a call that was not made, for what calls before it met: theirs is the cause. */
export const NOT_ASKED = ' was not asked: ';
/** Why, where the provider refused one before. */
export const REFUSED_FURTHER = 'it refused every further request';

/** Calls in a row that fail before the provider is left alone, and for how long. */
const THRESHOLD = 5;
const COOL_DOWN_MS = 30_000;

/** So many requests refused with 403, and none answered: then the key is refused, not the request. */
const ALL_FORBIDDEN = 3;

const FINAL: ReadonlySet<CallErrorKind> = new Set(['quota', 'origin', 'auth']);
const UNREACHED: ReadonlySet<CallErrorKind> = new Set(['timeout', 'network', 'server', 'rate_limited', 'bad_response']);

/** A breaker of one provider. After the cool-down one call is let through; its end decides for the others. */
export function createBreaker(name: string, clock: Clock): Breaker {
  let last: CallError | undefined;
  let failures = 0;
  let closedUntil = 0;
  let forbidden = 0;
  let answered = false;

  const refuse = (why: string, error: CallError): CallError =>
    new CallError(error.kind, `${name}${NOT_ASKED}${why}`, {
      attempts: 0,
      ...whereDefined({ status: error.status }),
    });

  const end = (error: CallError | undefined): void => {
    if (isFinal(last)) return;
    failures = 0;
    last = error;
  };

  const note = (error: CallError): void => {
    if (!UNREACHED.has(error.kind)) return end(isFinal(error) ? error : undefined);
    if (isFinal(last)) return;
    last = error;
    failures += 1;
    closedUntil = clock.monotonic() + COOL_DOWN_MS;
  };

  return {
    admit: () => {
      if (last === undefined) return;
      if (isFinal(last)) throw refuse(REFUSED_FURTHER, last);
      if (failures < THRESHOLD) return;
      if (clock.monotonic() < closedUntil) throw refuse(`its last ${failures} calls failed`, last);
      closedUntil = clock.monotonic() + COOL_DOWN_MS;
    },
    succeeded: () => {
      answered = true;
      end(undefined);
    },
    failed: (error) => {
      if (error.kind === 'forbidden') forbidden += 1;
      const isKey = error.kind === 'forbidden' && !answered && forbidden >= ALL_FORBIDDEN;
      const known = isKey ? asAuth(error) : error;
      note(known);
      return known;
    },
  };
}

/** A 401 is about the key. A 403 is, once every request got one. */
function isFinal(error: CallError | undefined): boolean {
  return error !== undefined && FINAL.has(error.kind);
}

function asAuth({ message, attempts, status, cause }: CallError): CallError {
  const words = `${message}; the same key was refused for every request`;
  return new CallError('auth', words, { attempts, cause, ...whereDefined({ status }) });
}
