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
  /** After what only the user can mend no call is begun; a doctor goes on, to tell all of it at once. */
  readonly afterFailure?: 'stop' | 'go-on';
}

/**
 * An `Ask` over a store and models. The same key is never asked twice, not even at the same time.
 * @throws UserError for what only the user can mend: a rejected key, an unknown model, a refused address.
 */
export function createAsk(ports: AskPorts): Ask {
  const underWay = new Map<string, Promise<Answer>>();
  const shared: Failure = {};
  return (request) => {
    const key = requestKey(request);
    const running = underWay.get(key);
    if (running !== undefined) return running;
    const failure = ports.afterFailure === 'go-on' ? {} : shared;
    const answer = answerOnce({ ports, key, request, failure }).then((given) => {
      // An answer is in the store from now on; a question that failed is not asked again in this run.
      if (given.status === 'answered') underWay.delete(key);
      return given;
    });
    underWay.set(key, answer);
    return answer;
  };
}

/** What ended the run for good; no call is begun after it. */
interface Failure {
  cause?: unknown;
}

interface Question {
  readonly ports: AskPorts;
  readonly key: string;
  readonly request: CompletionRequest;
  readonly failure: Failure;
}

async function answerOnce({ ports, key, request, failure }: Question): Promise<Answer> {
  const stored = ports.store.get(key);
  if (stored !== undefined) {
    ports.onEvent({ kind: 'stored', key, request, completion: stored.completion });
    return { status: 'answered', completion: stored.completion };
  }
  try {
    const completion = await ports.schedule(request, async () => {
      ports.signal.throwIfAborted();
      if (failure.cause !== undefined) throw failure.cause;
      const fresh = await ports.modelFor(request.model).complete(request, { signal: ports.signal });
      const paid = ports.paymentOf?.(request, fresh);
      ports.store.put(key, paid === undefined ? { completion: fresh } : { completion: fresh, paid });
      return fresh;
    });
    ports.onEvent({ kind: 'made', key, request, completion });
    return { status: 'answered', completion };
  } catch (error) {
    if (failure.cause !== undefined) throw failure.cause;
    const reason = missingReason(error, { request, signal: ports.signal, failure });
    ports.onEvent({ kind: 'failed', request, reason });
    return { status: 'missing', reason };
  }
}

function missingReason(
  error: unknown,
  { request, signal, failure }: Pick<Question, 'request' | 'failure'> & { readonly signal: AbortSignal },
): string {
  if (signal.aborted) return 'aborted';
  const hint = error instanceof CallError ? FATAL_HINTS[error.kind] : undefined;
  if (error instanceof CallError && hint === undefined) return error.kind;
  failure.cause =
    hint === undefined ? error : new UserError({ message: `${request.model.id}: ${(error as Error).message}`, hint });
  throw failure.cause;
}

const FATAL_HINTS: Readonly<Partial<Record<CallError['kind'], string>>> = {
  auth: 'the provider rejected the key; check the variable that `apiKeyEnv` names',
  not_found: 'the provider does not know this model; check its name, or whether it was retired',
  wrong_path: 'nothing answers at this address; `baseUrl` ends where the protocol begins (https://host/v1)',
  origin: 'only addresses that the base policy names may be called',
};
