// One question to one model: from the store if it was ever answered, else asked, stored, and only then passed on.
import { whereDefined } from '../core/where-defined.ts';
import { eitherSignal } from '../core/either-signal.ts';
import { UserError } from '../core/errors.ts';
import { CallError, type Completion, type CompletionRequest, type Model, type ModelRef } from '../models/model.ts';
import { providerName } from '../models/model-id.ts';
import { isLive, vendorOf } from '../models/provider-kind.ts';
import { requestKey } from './key.ts';
import { type AnswerStore, type Payment, type StoredAnswer } from './store.ts';

/** An answer, or the reason why there is none; the cell is then missing. */
export type Answer =
  | {
      readonly status: 'answered';
      readonly completion: Completion;
      /** When it was paid for, see `Payment`. */
      readonly at?: string;
      /** How many unusable replies came before it; left out where there were none. */
      readonly retries?: number;
    }
  | {
      readonly status: 'missing';
      readonly reason: string;
      /** What happened, in the provider's own words where it has any. */
      readonly words?: string;
    };

export type Ask = (request: CompletionRequest) => Promise<Answer>;

/** What happened to a question; for counts, cost and progress. */
export type AskEvent =
  | {
      /** `attempt`: a reply that was paid for and is no answer; its question is asked once more. */
      readonly kind: 'stored' | 'made' | 'attempt';
      readonly key: string;
      readonly request: CompletionRequest;
      readonly completion: Completion;
      /** What this run paid for it, where it paid. */
      readonly paid?: Payment;
    }
  | {
      readonly kind: 'failed';
      readonly request: CompletionRequest;
      readonly reason: string;
      readonly words?: string;
    };

export interface AskPorts {
  readonly store: AnswerStore;
  readonly modelFor: (ref: ModelRef) => Model;
  /** Runs a call when the provider, the budget and the prompt cache allow it; throws a CallError when they never will. */
  readonly schedule: (
    request: CompletionRequest,
    call: (signal?: AbortSignal) => Promise<Completion>,
  ) => Promise<Completion>;
  /** What a fresh answer cost, and when; undefined for models that cost nothing. */
  readonly paymentOf?: (request: CompletionRequest, completion: Completion) => Payment | undefined;
  /** Whether asking a model again may give another reply; offline ones repeat themselves. Default: it may. */
  readonly mayDiffer?: (ref: ModelRef) => boolean;
  readonly signal: AbortSignal;
  readonly onEvent: (event: AskEvent) => void;
  /**
   * Whether further calls are begun after an error that only the user can mend. `go-on` is for the doctor, which
   * reports all such errors at once.
   */
  readonly afterFailure?: 'stop' | 'go-on';
}

/** Times a question is asked in one run where its replies cannot be used. A later run may try again, up to `MOST_ATTEMPTS`. */
const ATTEMPTS_IN_A_RUN = 2;

/**
 * An `Ask` over a store and models. The same key is never asked twice, not even at the same time.
 * @throws UserError for what only the user can mend: a rejected key, an unknown model, a refused address.
 */
export function createAsk(ports: AskPorts): Ask {
  const underWay = new Map<string, Promise<Answer>>();
  const shared = createFailure();
  return (request) => {
    const key = requestKey(request);
    const running = underWay.get(key);
    if (running !== undefined) return running;
    const failure = ports.afterFailure === 'go-on' ? createFailure() : shared;
    const answer = answerOnce({ ports, key, request, failure }).then((given) => {
      // An answer is in the store from now on; a question that failed is not asked again in this run.
      if (given.status === 'answered' && ports.store.get(key) !== undefined) underWay.delete(key);
      return given;
    });
    underWay.set(key, answer);
    return answer;
  };
}

/** What ended the run for good: no call is begun after it, and those under way are ended. */
interface Failure {
  cause?: unknown;
  readonly stop: AbortController;
  /**
   * A signal that is aborted by the given one or by the failure. The same signal gives the same result, since most
   * calls share one.
   */
  readonly under: (signal: AbortSignal) => AbortSignal;
}

function createFailure(): Failure {
  const stop = new AbortController();
  const known = new WeakMap<AbortSignal, AbortSignal>();
  return {
    stop,
    under: (signal) => {
      const both = known.get(signal) ?? eitherSignal(signal, stop.signal);
      known.set(signal, both);
      return both;
    },
  };
}

interface Question {
  readonly ports: AskPorts;
  readonly key: string;
  readonly request: CompletionRequest;
  readonly failure: Failure;
}

async function answerOnce(question: Question): Promise<Answer> {
  const { ports, key, request, failure } = question;
  const stored = ports.store.get(key);
  if (stored !== undefined) {
    ports.onEvent({ kind: 'stored', key, request, completion: stored.completion });
    return answered(stored, ports.store.attempts(key));
  }
  try {
    for (let asked = 1; ; asked += 1) {
      const made = await askLive(question);
      const { completion, attempt, paid } = made;
      const again =
        attempt === true && asked < ATTEMPTS_IN_A_RUN && mayHelp(completion) && ports.store.get(key) === undefined;
      ports.onEvent({ kind: again ? 'attempt' : 'made', key, request, completion, ...whereDefined({ paid }) });
      if (!again) return answered(made, ports.store.attempts(key));
    }
  } catch (error) {
    if (failure.cause !== undefined) throw failure.cause;
    const missing = missingAnswer(error, { request, signal: ports.signal, failure });
    ports.onEvent({ kind: 'failed', request, reason: missing.reason, words: missing.words });
    return { status: 'missing', ...missing };
  }
}

function answered({ completion, paid }: StoredAnswer, attempts: number): Answer {
  return {
    status: 'answered',
    completion,
    ...whereDefined({ at: paid?.at }),
    ...(attempts > 0 && { retries: attempts }),
  };
}

/** Asks the model and stores what it says, before anybody is told. */
async function askLive({ ports, key, request, failure }: Question): Promise<StoredAnswer> {
  let stored: StoredAnswer | undefined;
  await ports.schedule(request, async (signal) => {
    ports.signal.throwIfAborted();
    if (failure.cause !== undefined) throw failure.cause;
    const completion = await ports.modelFor(request.model).complete(request, {
      signal: failure.under(signal ?? ports.signal),
      // A further attempt at a question needs a name of its own within a batch.
      name: `${key}${ports.store.attempts(key)}`,
    });
    const paid = ports.paymentOf?.(request, completion);
    const isFinal = ports.mayDiffer?.(request.model) === false || isUsable(request, completion);
    stored = {
      completion,
      ...whereDefined({ paid }),
      ...(!isFinal && { attempt: true as const }),
    };
    ports.store.put(key, stored);
    return completion;
  });
  return stored!;
}

function isUsable(request: CompletionRequest, completion: Completion): boolean {
  return request.isUsable?.(completion) ?? (completion.finish !== 'length' && completion.finish !== 'unfinished');
}

/** Whether asking again at once may help. A cut-off reply was already asked for in other ways. */
function mayHelp({ finish }: Completion): boolean {
  return finish !== 'length' && finish !== 'unfinished';
}

function missingAnswer(
  error: unknown,
  { request, signal, failure }: Pick<Question, 'request' | 'failure'> & { readonly signal: AbortSignal },
): { readonly reason: string; readonly words: string } {
  if (signal.aborted) return { reason: 'aborted', words: 'the run was stopped' };
  const hint = error instanceof CallError ? FATAL_HINTS[error.kind]?.(request.model) : undefined;
  if (error instanceof CallError && hint === undefined)
    return { reason: error.kind, words: withoutName(error, request) };
  failure.cause =
    hint === undefined
      ? error
      : new UserError({ message: `${request.model.id}: ${withoutName(error as CallError, request)}`, hint });
  failure.stop.abort();
  throw failure.cause;
}

/** Who was asked stands beside the words wherever they are shown. */
function withoutName({ message }: CallError, { model }: CompletionRequest): string {
  return message.startsWith(`${model.id}: `) ? message.slice(model.id.length + 2) : message;
}

/** Ways out of what only the user can mend; anything else is an answer that is missing. */
const FATAL_HINTS: Readonly<Partial<Record<CallError['kind'], (model: ModelRef) => string>>> = {
  auth: (model) =>
    `the provider rejected the key: look at the environment variable it is read from (${keyVariable(model)}), or make a new key there`,
  not_found: () => 'the provider does not know this model; check its name, or whether it was retired',
  wrong_path: () => 'nothing answers at this address; `baseUrl` ends where the protocol begins (https://host/v1)',
  origin: () => 'only addresses that the base policy names may be called',
};

/** The vendor's own variable is the default of its own endpoint only. */
function keyVariable(model: ModelRef): string {
  const option = `providers.${providerName(model)}.apiKeyEnv`;
  if (!isLive(model)) return option;
  const vendor = vendorOf(model.kind);
  return new URL(vendor.baseUrl).origin === model.origin
    ? `${vendor.apiKeyEnv}, unless ${option} names another`
    : `the one that ${option} names`;
}
