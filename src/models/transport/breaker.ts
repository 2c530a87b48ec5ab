// Stops asking a provider that does not answer, and for good one that will not: no money, or a key it refuses.
import type { Clock } from '../../core/clock.ts';
import { CallError, type CallErrorKind } from '../model.ts';

export interface Breaker {
  /** @throws CallError, with no attempt made, while the provider is not to be asked. */
  admit(): void;
  succeeded(): void;
  /** A refusal of one request (400, 404 ...) is an answer: it ends a row of failures. */
  failed(error: CallError): void;
}

/** Calls in a row that fail before the provider is left alone, and for how long. */
const THRESHOLD = 5;
const COOL_DOWN_MS = 30_000;

const FINAL: ReadonlySet<CallErrorKind> = new Set(['quota', 'origin']);
const UNREACHED: ReadonlySet<CallErrorKind> = new Set(['timeout', 'network', 'server', 'rate_limited', 'bad_response']);

/** A breaker of one provider. After the cool-down one call is let through; its end decides for the others. */
export function createBreaker(name: string, clock: Clock): Breaker {
  let last: CallError | undefined;
  let failures = 0;
  let closedUntil = 0;

  const refuse = (why: string, error: CallError): CallError =>
    new CallError(error.kind, `${name} was not asked: ${why}`, {
      attempts: 0,
      ...(error.status !== undefined && { status: error.status }),
    });

  const end = (error: CallError | undefined): void => {
    if (isFinal(last)) return;
    failures = 0;
    last = error;
  };

  return {
    admit: () => {
      if (last === undefined) return;
      if (isFinal(last)) throw refuse('it refused every further request', last);
      if (failures < THRESHOLD) return;
      if (clock.monotonic() < closedUntil) throw refuse(`its last ${failures} calls failed`, last);
      closedUntil = clock.monotonic() + COOL_DOWN_MS;
    },
    succeeded: () => end(undefined),
    failed: (error) => {
      if (!UNREACHED.has(error.kind)) return end(isFinal(error) ? error : undefined);
      if (isFinal(last)) return;
      last = error;
      failures += 1;
      closedUntil = clock.monotonic() + COOL_DOWN_MS;
    },
  };
}

/** 401 is about the key; 403 may be about one model. */
function isFinal(error: CallError | undefined): boolean {
  return error !== undefined && (FINAL.has(error.kind) || error.status === 401);
}
