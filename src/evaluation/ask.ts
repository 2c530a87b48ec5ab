// One question to one model: from the store if it was ever answered, else asked once, stored, and only then passed on.
import { UserError } from '../core/errors.ts';
import { CallError, type Completion, type CompletionRequest, type Model, type ModelRef } from '../models/model.ts';
import { requestKey } from './key.ts';
import type { AnswerStore, Payment } from './store.ts';

/** An answer, or the reason why there is none; the cell is then missing. */
export type Answer =
  | { readonly status: 'answered'; readonly completion: Completion }
  | { readonly status: 'missing'; readonly reason: string };

export type Ask = (request: CompletionRequest) => Promise<Answer>;

/** What happened to a question; for counts, cost and progress. */
export type AskEvent =
  | {
      readonly kind: 'stored' | 'made';
      readonly key: string;
      readonly request: CompletionRequest;
      readonly completion: Completion;
    }
  | { readonly kind: 'failed'; readonly request: CompletionRequest; readonly reason: string };

export interface AskPorts {
  readonly store: AnswerStore;
  readonly modelFor: (ref: ModelRef) => Model;
  /** Runs a call when the provider, the budget and the prompt cache allow it; throws a CallError when they never will. */
  readonly schedule: (request: CompletionRequest, call: () => Promise<Completion>) => Promise<Completion>;
  /** What a fresh answer cost, and when; undefined for models that cost nothing. */
  readonly paymentOf?: (request: CompletionRequest, completion: Completion) => Payment | undefined;
  readonly signal: AbortSignal;
  readonly onEvent: (event: AskEvent) => void;
}

/**
 * An `Ask` over a store and models. The same key is never asked twice, not even at the same time.
 * @throws UserError for what only the user can mend: a rejected key, an unknown model, a refused address.
 */
export function createAsk(ports: AskPorts): Ask {
  const underWay = new Map<string, Promise<Answer>>();
  return (request) => {
    const key = requestKey(request);
    const running = underWay.get(key);
    if (running !== undefined) return running;
    const answer = answerOnce(ports, key, request);
    underWay.set(key, answer);
    return answer;
  };
}

async function answerOnce(ports: AskPorts, key: string, request: CompletionRequest): Promise<Answer> {
  const stored = ports.store.get(key);
  if (stored !== undefined) {
    ports.onEvent({ kind: 'stored', key, request, completion: stored.completion });
    return { status: 'answered', completion: stored.completion };
  }
  try {
    const completion = await ports.schedule(request, async () => {
      ports.signal.throwIfAborted();
      const fresh = await ports.modelFor(request.model).complete(request, { signal: ports.signal });
      const paid = ports.paymentOf?.(request, fresh);
      ports.store.put(key, paid === undefined ? { completion: fresh } : { completion: fresh, paid });
      return fresh;
    });
    ports.onEvent({ kind: 'made', key, request, completion });
    return { status: 'answered', completion };
  } catch (error) {
    const reason = missingReason(error, { request, signal: ports.signal });
    ports.onEvent({ kind: 'failed', request, reason });
    return { status: 'missing', reason };
  }
}

function missingReason(error: unknown, context: { request: CompletionRequest; signal: AbortSignal }): string {
  if (context.signal.aborted) return 'aborted';
  if (!(error instanceof CallError)) throw error;
  const fatal = FATAL_HINTS[error.kind];
  if (fatal !== undefined) {
    throw new UserError({ message: `${context.request.model.id}: ${error.message}`, hint: fatal });
  }
  return error.kind;
}

const FATAL_HINTS: Readonly<Partial<Record<CallError['kind'], string>>> = {
  auth: 'the provider rejected the key; check the variable that `apiKeyEnv` names',
  not_found: 'the provider does not know this model; check its name, or whether it was retired',
  origin: 'only addresses that the base policy names may be called',
};
