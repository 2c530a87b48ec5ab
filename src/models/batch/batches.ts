// Collects calls into batches, submits them, watches them and hands each call its answer.
import { sha256 } from '../../core/canonical-json.ts';
import type { Clock } from '../../core/clock.ts';
import { CallError, type BatchCall } from '../model.ts';
import type { BatchJournal, BatchRecord } from './batch-journal.ts';
import { MOST_CHARACTERS, MOST_ITEMS, type BatchItem, type BatchProtocol, type BatchResult } from './batch-protocol.ts';

export interface Batches {
  /** The reply's body. @throws CallError as one request alone would. */
  readonly ask: (call: BatchCall) => Promise<unknown>;
  /** Whether a question is out already, perhaps since an earlier run. */
  readonly holds: (name: string) => boolean;
}

export type BatchEvent = { readonly batch: string; readonly calls: number } & (
  | { readonly kind: 'submitted' | 'resumed' }
  | { readonly kind: 'over'; readonly answered: number }
  /** Nobody waits for it any longer. */
  | { readonly kind: 'left' }
);

export interface BatchPorts {
  readonly server: string;
  readonly protocol: BatchProtocol;
  readonly journal: BatchJournal;
  readonly clock: Clock;
  /** What a refusal of one request alone would be. */
  readonly refuse: (status: number, body: string) => CallError;
  readonly onEvent?: (event: BatchEvent) => void;
  /** `leave`: one look at each batch; what is not over is left to a later run. Default: wait. */
  readonly patience?: 'wait' | 'leave';
}

/** A batch is submitted when no question has come for so long, since questions that belong together come together. */
const QUIET_MS = 1000;
const FIRST_LOOK_MS = 5000;
const LONGEST_LOOK_MS = 60_000;
/** Times a question is put into a batch where its turn does not come. */
const MOST_TRIES = 3;

interface Waiting extends BatchItem {
  readonly model: string;
  readonly name: string;
  tries: number;
  readonly answer: (body: unknown) => void;
  readonly fail: (error: Error) => void;
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

export function createBatches(ports: BatchPorts): Batches {
  const { protocol, journal, clock, refuse } = ports;
  const collected = new Map<string, Waiting>();
  const watches = journal
    .read()
    .filter(({ server }) => server === ports.server)
    .map(openWatch);
  let arrivals = 0;
  let isCollecting = false;

  const collect = async (): Promise<void> => {
    if (isCollecting) return;
    isCollecting = true;
    for (let seen = -1; seen !== arrivals && collected.size < MOST_ITEMS;) {
      seen = arrivals;
      await clock.sleep(QUIET_MS);
    }
    isCollecting = false;
    const all = [...collected.values()];
    collected.clear();
    await Promise.all(split(all).map(submit));
  };

  const put = (waiting: Waiting): void => {
    arrivals += 1;
    waiting.tries += 1;
    collected.set(waiting.id, waiting);
    void collect();
  };

  const submit = async (items: readonly Waiting[]): Promise<void> => {
    const { model } = items[0]!;
    try {
      const batch = await protocol.submit(items, new AbortController().signal);
      const names = Object.fromEntries(items.map(({ id, name }) => [id, name]));
      const record = { server: ports.server, batch, model, at: new Date(clock.now()).toISOString(), items: names };
      journal.add(record);
      const watch = openWatch(record);
      for (const item of items) watch.waiting.set(item.id, item);
      watches.push(watch);
      ports.onEvent?.({ kind: 'submitted', batch, calls: items.length });
      look(watch);
    } catch (error) {
      for (const { fail } of items) fail(error as Error);
    }
  };

  /** Looks at a batch while anybody waits for it. */
  const look = (watch: Watch): void => {
    if (watch.stop !== undefined || watch.state === 'over') return;
    watch.stop = new AbortController();
    void lookAgain(watch, watch.stop.signal).then(
      () => (watch.stop = undefined),
      (error: unknown) => {
        watch.stop = undefined;
        for (const { fail } of watch.waiting.values()) fail(error as Error);
        watch.waiting.clear();
      },
    );
  };

  const lookAgain = async (watch: Watch, signal: AbortSignal): Promise<void> => {
    const { batch } = watch.record;
    for (let wait = 0; ; wait = Math.min(Math.max(FIRST_LOOK_MS, wait * 1.5), LONGEST_LOOK_MS)) {
      await clock.sleep(wait, signal);
      const state = await protocol.state(batch, signal);
      if (state.status === 'working') {
        if (ports.patience === 'leave') throw left(watch);
        continue;
      }
      if (state.why !== undefined) throw forget(watch, new CallError('server', `batch ${batch} failed: ${state.why}`));
      return finish(watch, await protocol.results(batch, state.files, signal));
    }
  };

  const left = ({ record: { batch, items } }: Watch): CallError => {
    ports.onEvent?.({ kind: 'left', batch, calls: Object.keys(items).length });
    return new CallError('aborted', `batch ${batch} is out; a later run collects it`);
  };

  const forget = <T>(watch: Watch, value: T): T => {
    watch.state = 'over';
    watches.splice(watches.indexOf(watch), 1);
    journal.remove(watch.record);
    return value;
  };

  const finish = async (watch: Watch, results: readonly BatchResult[]): Promise<void> => {
    watch.state = 'over';
    const known = new Map(results.filter(({ id }) => id in watch.record.items).map((result) => [result.id, result]));
    const answered = [...known.values()].filter(({ status }) => status === 'answered').length;
    const { batch, items } = watch.record;
    ports.onEvent?.({ kind: 'over', batch, calls: Object.keys(items).length, answered });
    for (const id of Object.keys(items)) {
      watch.early.set(id, known.get(id) ?? { id, status: 'unasked' });
    }
    for (const waiting of watch.waiting.values()) deliver(watch, waiting);
    // By now the answers that were handed on are stored; the others wait until a later round asks their questions
    // again.
    await clock.sleep(0);
    if (watch.early.size === 0) forget(watch, undefined);
  };

  const deliver = (watch: Watch, waiting: Waiting): void => {
    const result = watch.early.get(waiting.id)!;
    watch.early.delete(waiting.id);
    watch.waiting.delete(waiting.id);
    if (result.status === 'answered') waiting.answer(result.body);
    else if (result.status === 'refused') waiting.fail(refuse(result.code, JSON.stringify(result.body)));
    else if (waiting.tries < MOST_TRIES) put(waiting);
    else waiting.fail(new CallError('timeout', `no answer in ${MOST_TRIES} batches: their time was over`));
  };

  const join = (watch: Watch, waiting: Waiting): void => {
    watch.waiting.set(waiting.id, waiting);
    if (watch.state === 'out') {
      if (watch.stop === undefined) {
        ports.onEvent?.({ kind: 'resumed', batch: watch.record.batch, calls: Object.keys(watch.record.items).length });
      }
      look(watch);
      return;
    }
    deliver(watch, waiting);
    if (watch.early.size === 0) forget(watch, undefined);
  };

  const leave = (id: string): void => {
    collected.delete(id);
    for (const { waiting, stop } of watches) if (waiting.delete(id) && waiting.size === 0) stop?.abort(NOBODY_WAITS);
  };

  return {
    holds: (name) => watches.some(({ names }) => names.has(name)),
    ask: ({ model, name, body, signal }) => {
      const id = sha256(`${name}\n${JSON.stringify(body)}`);
      return new Promise((resolve, reject) => {
        const stop = (): void => {
          leave(id);
          reject(new CallError('aborted', 'the call was stopped; its batch goes on, and the next run asks for it'));
        };
        if (signal.aborted) return stop();
        signal.addEventListener('abort', stop, { once: true });
        const settled = <T>(then: (value: T) => void): ((value: T) => void) => {
          return (value) => {
            signal.removeEventListener('abort', stop);
            then(value);
          };
        };
        const waiting = { id, model, name, body, tries: 0, answer: settled(resolve), fail: settled(reject) };
        const watch = watches.find(
          ({ record, state, early }) => id in record.items && (state === 'out' || early.has(id)),
        );
        if (watch === undefined) put(waiting);
        else join(watch, waiting);
      });
    },
  };
}

const NOBODY_WAITS = new Error('nobody waits');

function openWatch(record: BatchRecord): Watch {
  const names = new Set(Object.values(record.items));
  return { record, names, waiting: new Map(), early: new Map(), stop: undefined, state: 'out' };
}

/** One batch a model, as OpenAI demands, and none longer than either vendor allows. */
function split(all: readonly Waiting[]): readonly (readonly Waiting[])[] {
  const batches: Waiting[][] = [];
  const open = new Map<string, { readonly items: Waiting[]; characters: number }>();
  for (const item of all) {
    const length = JSON.stringify(item.body).length;
    let batch = open.get(item.model);
    if (batch === undefined || batch.items.length >= MOST_ITEMS || batch.characters + length > MOST_CHARACTERS) {
      batch = { items: [], characters: 0 };
      batches.push(batch.items);
      open.set(item.model, batch);
    }
    batch.items.push(item);
    batch.characters += length;
  }
  return batches;
}
