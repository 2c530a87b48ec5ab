// OpenAI's spare capacity ("flex processing"): an answer at the price of a batch that may take minutes, or be declined. What
// does not come that way is asked in the usual one, so that no answer is lost by it.
import { CallError, type CallErrorKind, type CallOptions, type Completion } from '../model.ts';
import { DEFAULT_LIMITS, type TransportLimits } from '../transport/transport-limits.ts';
import type { OpenAIBody } from './openai-request.ts';

type Send = (body: OpenAIBody, options: CallOptions) => Promise<Completion>;

/** Stands among an answer's `adapted` where the provider says that spare capacity gave it. */
export const AT_FLEX_PRICE = 'flex price';

/** One attempt, and none again where there is no room: the usual way is open. */
export function flexLimits(limits: TransportLimits = DEFAULT_LIMITS): TransportLimits {
  return { ...limits, callMs: limits.attemptMs, patienceMs: 0 };
}

/** The key, the account or the run is the reason: it would be the same in the usual way. */
const FINAL: ReadonlySet<CallErrorKind> = new Set(['quota', 'auth', 'origin', 'aborted']);

/** Where the usual way then works, this model is not offered so. */
const NOT_OFFERED: ReadonlySet<CallErrorKind> = new Set(['bad_request', 'forbidden', 'not_found']);

/**
 * `spare` has limits, a pace and a breaker of its own: what is declined there must not slow down or end the usual calls. What goes in
 * a batch has its price already.
 */
export function sendAtFlexPrice({ spare, usual }: Readonly<Record<'spare' | 'usual', Send>>): Send {
  let isOffered = true;
  return async (body, options) => {
    if (!isOffered || options.inBatch !== undefined) return usual(body, options);
    try {
      return await spare({ ...body, service_tier: 'flex' }, options);
    } catch (error) {
      if (!(error instanceof CallError) || FINAL.has(error.kind)) throw error;
      const completion = await usual(body, options);
      if (NOT_OFFERED.has(error.kind)) isOffered = false;
      return completion;
    }
  };
}
