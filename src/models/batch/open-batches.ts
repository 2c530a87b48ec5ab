// The batches that are out: looked at while anybody waits for them, and each result handed to who asked.
import { CallError } from '../model.ts';
import type { BatchRecord } from './batch-journal.ts';
import type { BatchResult } from './batch-protocol.ts';
import type { BatchPorts } from './batch-ports.ts';
import type { Waiting } from './collector.ts';

export interface OpenBatches {
  /** Whether a question is in one of them. */
  readonly holds: (name: string) => boolean;
  /** A batch that was just submitted, and who waits for it. */
  readonly add: (record: BatchRecord, items: readonly Waiting[]) => void;
  /** Waits for the batch that a question is in; false where it is in none. */
  readonly join: (waiting: Waiting) => boolean;
  /** Nobody waits for its answer any longer. */
  readonly leave: (id: string) => void;
}

/** A batch that is out, and who waits for it. */
interface Watch {
  readonly record: BatchRecord;
  readonly names: ReadonlySet<string>;
  readonly waiting: Map<string, Waiting>;
  /** Results that came before their question was asked again, after a kill. */
  readonly early: Map<string, BatchResult>;
  stop: AbortController | undefined;
  state: 'out' | 'over';
}

const FIRST_LOOK_MS = 5000;
const LONGEST_LOOK_MS = 60_000;
/** Times a question is put into a batch where its turn does not come. */
const MOST_TRIES = 3;
const NOBODY_WAITS = new Error('nobody waits');

/** Those that the journal knows of this server to begin with; `putBack` puts a question into another batch. */
export function createOpenBatches(ports: BatchPorts, putBack: (waiting: Waiting) => void): OpenBatches {
  const { journal, clock, refuse } = ports;
  const watches = journal
    .read()
    .filter(({ server }) => server === ports.server)
    .map(openWatch);

  const forget = (watch: Watch): void => {
    watch.state = 'over';
    watches.splice(watches.indexOf(watch), 1);
    journal.remove(watch.record);
  };

  const deliver = (watch: Watch, waiting: Waiting): void => {
    const result = watch.early.get(waiting.id)!;
    watch.early.delete(waiting.id);
    watch.waiting.delete(waiting.id);
    if (result.status === 'answered') waiting.answer(result.body);
    else if (result.status === 'refused') waiting.fail(refuse(result.code, JSON.stringify(result.body)));
    else if (waiting.tries < MOST_TRIES) putBack(waiting);
    else waiting.fail(new CallError('timeout', `no answer in ${MOST_TRIES} batches: their time was over`));
  };

  const finish = async (watch: Watch, results: readonly BatchResult[]): Promise<void> => {
    watch.state = 'over';
    const { batch, items } = watch.record;
    const known = new Map(results.filter(({ id }) => id in items).map((result) => [result.id, result]));
    const answered = [...known.values()].filter(({ status }) => status === 'answered').length;
    ports.onEvent?.({ kind: 'over', batch, calls: Object.keys(items).length, answered });
    for (const id of Object.keys(items)) watch.early.set(id, known.get(id) ?? { id, status: 'unasked' });
    for (const waiting of watch.waiting.values()) deliver(watch, waiting);
    // By now the answers that were handed on are stored; the others wait until a later round asks their questions
    // again.
    await clock.sleep(0);
    if (watch.early.size === 0) forget(watch);
  };

  const collect = async (watch: Watch, signal: AbortSignal): Promise<void> => {
    const end = await endOf(watch, ports, signal);
    if ('results' in end) return finish(watch, end.results);
    if (end.status === 'failed') forget(watch);
    throw end.error;
  };

  /** Looks at a batch while anybody waits for it. */
  const look = (watch: Watch): void => {
    if (watch.stop !== undefined || watch.state === 'over') return;
    watch.stop = new AbortController();
    void collect(watch, watch.stop.signal).then(
      () => (watch.stop = undefined),
      (error: unknown) => {
        watch.stop = undefined;
        for (const { fail } of watch.waiting.values()) fail(error as Error);
        watch.waiting.clear();
      },
    );
  };

  return {
    holds: (name) => watches.some(({ names }) => names.has(name)),
    add: (record, items) => {
      const watch = openWatch(record);
      for (const item of items) watch.waiting.set(item.id, item);
      watches.push(watch);
      ports.onEvent?.({ kind: 'submitted', batch: record.batch, calls: items.length });
      look(watch);
    },
    join: (waiting) => {
      const { id } = waiting;
      const watch = watches.find(
        ({ record, state, early }) => id in record.items && (state === 'out' || early.has(id)),
      );
      if (watch === undefined) return false;
      watch.waiting.set(id, waiting);
      if (watch.state === 'over') {
        deliver(watch, waiting);
        if (watch.early.size === 0) forget(watch);
        return true;
      }
      const { batch, items } = watch.record;
      if (watch.stop === undefined) {
        ports.onEvent?.({ kind: 'resumed', batch, calls: Object.keys(items).length });
      }
      look(watch);
      return true;
    },
    leave: (id) => {
      for (const { waiting, stop } of watches) if (waiting.delete(id) && waiting.size === 0) stop?.abort(NOBODY_WAITS);
    },
  };
}

function openWatch(record: BatchRecord): Watch {
  const names = new Set(Object.values(record.items));
  return { record, names, waiting: new Map(), early: new Map(), stop: undefined, state: 'out' };
}

type End =
  | { readonly status: 'over'; readonly results: readonly BatchResult[] }
  /** The batch did nothing at all, or is left to a later run. */
  | { readonly status: 'failed' | 'left'; readonly error: CallError };

/** Asks the server, less and less often, until the batch is over; only once where nobody has patience. */
async function endOf(
  { record: { batch, items } }: Watch,
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
