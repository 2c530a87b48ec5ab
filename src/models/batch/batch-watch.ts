// One batch that is out: looked at while anybody waits for it, and each result handed to who asked.
import { CallError } from '../model.ts';
import { waitForBatch } from './batch-end.ts';
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

/** Times a question is put into a batch where its turn does not come. */
const MOST_TRIES = 3;
const NOBODY_WAITS = new Error('nobody waits');

export function createBatchWatch(record: BatchRecord, ports: BatchPorts, { putBack, forget }: WatchEnds): BatchWatch {
  const { batch, items } = record;
  const names = new Set(Object.values(items));
  const calls = Object.keys(items).length;
  const waiting = new Map<string, Waiting>();
  const results = createResults(record, ports, putBack);
  let state: 'out' | 'over' = 'out';

  const deliver = (question: Waiting): void => {
    waiting.delete(question.id);
    results.handOn(question);
  };

  const finish = async (found: readonly BatchResult[]): Promise<void> => {
    // A look that was given up may have come to its end all the same, beside the one after it.
    if (state === 'over') return;
    state = 'over';
    results.fill(found);
    for (const question of waiting.values()) deliver(question);
    // By now the answers that were handed on are stored; the others wait until a later round asks their questions
    // again.
    await ports.clock.sleep(0);
    if (results.isEmpty()) forget();
  };

  const collect = async (signal: AbortSignal): Promise<void> => {
    const end = await waitForBatch(record, ports, signal);
    if (end.status === 'over') return finish(end.results);
    if (end.status === 'failed') {
      state = 'over';
      forget();
    }
    throw end.error;
  };

  const looking = createLooking(collect, (error) => {
    for (const { fail } of waiting.values()) fail(error);
    waiting.clear();
  });

  return {
    asks: (name) => names.has(name),
    serves: (id) => Object.hasOwn(items, id) && (state === 'out' || results.has(id)),
    submitted: (all) => {
      for (const question of all) waiting.set(question.id, question);
      ports.onEvent?.({ kind: 'submitted', batch, calls });
      looking.start();
    },
    join: (question) => {
      waiting.set(question.id, question);
      if (state === 'over') {
        deliver(question);
        if (results.isEmpty()) forget();
        return;
      }
      if (!looking.isUnderWay()) ports.onEvent?.({ kind: 'resumed', batch, calls });
      looking.start();
    },
    leave: (id) => {
      if (!waiting.delete(id) || waiting.size > 0) return;
      looking.giveUp();
    },
  };
}

interface Results {
  /** Those of a batch that is over; what is not among them had no turn. */
  readonly fill: (found: readonly BatchResult[]) => void;
  readonly has: (id: string) => boolean;
  readonly isEmpty: () => boolean;
  /** Each once. */
  readonly handOn: (question: Waiting) => void;
}

/** Results may wait for their questions, which are asked again after a kill. */
function createResults({ batch, items }: BatchRecord, ports: BatchPorts, putBack: WatchEnds['putBack']): Results {
  const kept = new Map<string, BatchResult>();
  return {
    has: (id) => kept.has(id),
    isEmpty: () => kept.size === 0,
    fill: (found) => {
      const known = new Map(found.filter(({ id }) => Object.hasOwn(items, id)).map((result) => [result.id, result]));
      const ids = Object.keys(items);
      const answered = [...known.values()].filter(({ status }) => status === 'answered').length;
      ports.onEvent?.({ kind: 'over', batch, calls: ids.length, answered });
      for (const id of ids) kept.set(id, known.get(id) ?? { id, status: 'unasked' });
    },
    handOn: (question) => {
      const result = kept.get(question.id)!;
      kept.delete(question.id);
      if (result.status === 'answered') question.answer(result.body);
      else if (result.status === 'refused') question.fail(ports.refuse(result.code, JSON.stringify(result.body)));
      else if (question.tries < MOST_TRIES) putBack(question);
      else question.fail(new CallError('timeout', `no answer in ${MOST_TRIES} batches: their time was over`));
    },
  };
}

interface Looking {
  /** Unless it is under way. */
  readonly start: () => void;
  readonly isUnderWay: () => boolean;
  readonly giveUp: () => void;
}

/** Goes on while somebody waits; one that was given up is no part of the one after it. */
function createLooking(collect: (signal: AbortSignal) => Promise<void>, onError: (error: Error) => void): Looking {
  let current: AbortController | undefined;
  return {
    isUnderWay: () => current !== undefined,
    start: () => {
      if (current !== undefined) return;
      const own = new AbortController();
      current = own;
      void collect(own.signal).then(
        () => {
          if (current === own) current = undefined;
        },
        (error: unknown) => {
          // Given up, and whoever waits now waits for another look.
          if (current !== own) return;
          current = undefined;
          onError(error as Error);
        },
      );
    },
    giveUp: () => {
      current?.abort(NOBODY_WAITS);
      current = undefined;
    },
  };
}
