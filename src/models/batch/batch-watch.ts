// One batch that is out: looked at while anybody waits for it, and each result handed to who asked.
import { CallError } from '../model.ts';
import { callErrorIn } from '../transport/sdk-call.ts';
import type { BatchRecord } from './batch-journal.ts';
import type { BatchResult } from './batch-protocol.ts';
import type { BatchPorts } from './batch-ports.ts';
import type { Waiting } from './collector.ts';

export interface BatchWatch {
  readonly asks: (name: string) => boolean;
  /** Whether an answer to a question can still be had from this batch. */
  readonly serves: (id: string) => boolean;
  /** The batch was just submitted, with all of its questions. */
  readonly submitted: (items: readonly Waiting[]) => void;
  /** One of its questions is asked again, perhaps by a later run. */
  readonly join: (waiting: Waiting) => void;
  /** Nobody waits for its answer any longer. */
  readonly leave: (id: string) => void;
}

export interface WatchEnds {
  /** A question whose turn did not come goes into another batch. */
  readonly putBack: (waiting: Waiting) => void;
  /** Nothing more is to be had from the batch. May be called more than once. */
  readonly forget: () => void;
}

const FIRST_LOOK_MS = 5000;
const LONGEST_LOOK_MS = 60_000;
/** Times a question is put into a batch where its turn does not come. */
const MOST_TRIES = 3;
const NOBODY_WAITS = new Error('nobody waits');

export function createBatchWatch(record: BatchRecord, ports: BatchPorts, { putBack, forget }: WatchEnds): BatchWatch {
  const { batch, items } = record;
  const names = new Set(Object.values(items));
  const calls = Object.keys(items).length;
  const waiting = new Map<string, Waiting>();
  /** Results whose questions nobody waits for yet: they are asked again after a kill. */
  const early = new Map<string, BatchResult>();
  let state: 'out' | 'over' = 'out';
  /** Ends the looking, while somebody waits. */
  let stop: AbortController | undefined;

  const deliver = (question: Waiting): void => {
    const result = early.get(question.id)!;
    early.delete(question.id);
    waiting.delete(question.id);
    if (result.status === 'answered') question.answer(result.body);
    else if (result.status === 'refused') question.fail(ports.refuse(result.code, JSON.stringify(result.body)));
    else if (question.tries < MOST_TRIES) putBack(question);
    else question.fail(new CallError('timeout', `no answer in ${MOST_TRIES} batches: their time was over`));
  };

  const finish = async (results: readonly BatchResult[]): Promise<void> => {
    // A look that was given up may have come to its end all the same, beside the one after it.
    if (state === 'over') return;
    state = 'over';
    const known = new Map(results.filter(({ id }) => Object.hasOwn(items, id)).map((result) => [result.id, result]));
    const answered = [...known.values()].filter(({ status }) => status === 'answered').length;
    ports.onEvent?.({ kind: 'over', batch, calls, answered });
    for (const id of Object.keys(items)) early.set(id, known.get(id) ?? { id, status: 'unasked' });
    for (const question of waiting.values()) deliver(question);
    // By now the answers that were handed on are stored; the others wait until a later round asks their questions
    // again.
    await ports.clock.sleep(0);
    if (early.size === 0) forget();
  };

  const collect = async (signal: AbortSignal): Promise<void> => {
    const end = await endOf(record, ports, signal);
    if (end.status === 'over') return finish(end.results);
    if (end.status === 'failed') {
      state = 'over';
      forget();
    }
    throw end.error;
  };

  const look = (): void => {
    if (stop !== undefined || state === 'over') return;
    const own = new AbortController();
    stop = own;
    void collect(own.signal).then(
      () => {
        if (stop === own) stop = undefined;
      },
      (error: unknown) => {
        // Given up, and whoever waits now waits for another look.
        if (stop !== own) return;
        stop = undefined;
        for (const { fail } of waiting.values()) fail(error as Error);
        waiting.clear();
      },
    );
  };

  return {
    asks: (name) => names.has(name),
    serves: (id) => Object.hasOwn(items, id) && (state === 'out' || early.has(id)),
    submitted: (all) => {
      for (const question of all) waiting.set(question.id, question);
      ports.onEvent?.({ kind: 'submitted', batch, calls });
      look();
    },
    join: (question) => {
      waiting.set(question.id, question);
      if (state === 'over') {
        deliver(question);
        if (early.size === 0) forget();
        return;
      }
      if (stop === undefined) ports.onEvent?.({ kind: 'resumed', batch, calls });
      look();
    },
    leave: (id) => {
      if (!waiting.delete(id) || waiting.size > 0) return;
      stop?.abort(NOBODY_WAITS);
      stop = undefined;
    },
  };
}

type End =
  | { readonly status: 'over'; readonly results: readonly BatchResult[] }
  /** The batch did nothing at all, or is left to a later run. */
  | { readonly status: 'failed' | 'left'; readonly error: CallError };

async function endOf(record: BatchRecord, ports: BatchPorts, signal: AbortSignal): Promise<End> {
  try {
    return await waitFor(record, ports, signal);
  } catch (error) {
    const kind = callErrorIn(error)?.kind;
    // Deleted, or of an account that another key belongs to: nothing of it will ever be had from the server that took it.
    if (kind === 'not_found' || kind === 'wrong_path') return { status: 'over', results: [] };
    throw error;
  }
}

/** Asks the server, less and less often, until the batch is over; only once where nobody has patience. */
async function waitFor(
  { batch, items }: BatchRecord,
  { protocol, clock, patience, onEvent }: BatchPorts,
  signal: AbortSignal,
): Promise<End> {
  for (let wait = 0; ; wait = Math.min(Math.max(FIRST_LOOK_MS, wait * 1.5), LONGEST_LOOK_MS)) {
    await clock.sleep(wait, signal);
    const state = await protocol.state(batch, signal);
    if (state.status === 'working') {
      if (patience !== 'leave') continue;
      onEvent?.({ kind: 'left', batch, calls: Object.keys(items).length });
      return { status: 'left', error: new CallError('aborted', `batch ${batch} is out; a later run collects it`) };
    }
    if (state.why !== undefined) {
      return { status: 'failed', error: new CallError('server', `batch ${batch} failed: ${state.why}`) };
    }
    return { status: 'over', results: await protocol.results(batch, state.files, signal) };
  }
}
