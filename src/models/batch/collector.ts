// Questions that come close together are collected, and handed on in batches.
import type { Clock } from '../../core/clock.ts';
import { MOST_CHARACTERS, MOST_ITEMS, type BatchItem } from './batch-protocol.ts';

/** A question that waits for its answer from a batch. */
export interface Waiting extends BatchItem {
  readonly model: string;
  readonly name: string;
  /** How often it was put into a batch. */
  tries: number;
  readonly answer: (body: unknown) => void;
  readonly fail: (error: Error) => void;
}

export interface Collector {
  readonly put: (waiting: Waiting) => void;
  /** Nobody waits for it any longer. */
  readonly leave: (id: string) => void;
}

/** A batch is handed on when no question has come for so long, since questions that belong together come together. */
const QUIET_MS = 1000;

export function createCollector(
  clock: Pick<Clock, 'sleep'>,
  submit: (items: readonly Waiting[]) => Promise<void>,
): Collector {
  const collected = new Map<string, Waiting>();
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
  return {
    put: (waiting) => {
      arrivals += 1;
      waiting.tries += 1;
      collected.set(waiting.id, waiting);
      void collect();
    },
    leave: (id) => void collected.delete(id),
  };
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
