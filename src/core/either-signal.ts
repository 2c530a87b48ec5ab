// Several signals as one, for a whole run.

/**
 * A signal that is aborted with the first of these, and with its reason. For sources that last as long as it does: they
 * are listened to for good. `AbortSignal.any` holds its sources weakly and checks them at every access, which happens
 * many times a call.
 */
export function eitherSignal(...signals: readonly AbortSignal[]): AbortSignal {
  const either = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) either.abort(signal.reason);
    else signal.addEventListener('abort', () => either.abort(signal.reason), { once: true });
  }
  return either.signal;
}
