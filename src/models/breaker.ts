// Stops asking a provider that does not answer, and for good one that will not: no money, or a key it refuses.
import type { Clock } from '../core/clock.ts';
import { CallError, type CallErrorKind } from './model.ts';

export interface Breaker {
  /** @throws CallError, with no attempt made, while the provider is not to be asked. */
  admit(): void;
  succeeded(): void;
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

  return {
    admit: () => {
      if (last === undefined) return;
      if (isFinal(last)) throw refuse('it refused every further request', last);
      if (failures < THRESHOLD) return;
      if (clock.monotonic() < closedUntil) throw refuse(`its last ${failures} calls failed`, last);
      closedUntil = clock.monotonic() + COOL_DOWN_MS;
    },
    succeeded: () => {
      if (last !== undefined && isFinal(last)) return;
      failures = 0;
      last = undefined;
    },
    failed: (error) => {
      if (last !== undefined && isFinal(last)) return;
      if (isFinal(error)) last = error;
      if (!UNREACHED.has(error.kind)) return;
      last = error;
      failures += 1;
      closedUntil = clock.monotonic() + COOL_DOWN_MS;
    },
  };
}

/** 401 is about the key; 403 may be about one model. */
function isFinal(error: CallError): boolean {
  return FINAL.has(error.kind) || error.status === 401;
}
