// The batches that are out: those that the journal knows of, and those submitted since.
import type { BatchRecord } from './batch-journal.ts';
import { createBatchWatch, type BatchWatch } from './batch-watch.ts';
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

/** Those that the journal knows of this server to begin with; `putBack` puts a question into another batch. */
export function createOpenBatches(ports: BatchPorts, putBack: (waiting: Waiting) => void): OpenBatches {
  const { journal } = ports;
  const watches = new Set<BatchWatch>();
  const watch = (record: BatchRecord): BatchWatch => {
    const opened = createBatchWatch(record, ports, {
      putBack,
      forget: () => {
        if (watches.delete(opened)) journal.remove(record);
      },
    });
    watches.add(opened);
    return opened;
  };
  for (const record of journal.read()) if (record.server === ports.server) watch(record);

  return {
    holds: (name) => [...watches].some(({ asks }) => asks(name)),
    add: (record, items) => watch(record).submitted(items),
    join: (waiting) => {
      const serving = [...watches].find(({ serves }) => serves(waiting.id));
      serving?.join(waiting);
      return serving !== undefined;
    },
    leave: (id) => {
      for (const { leave } of watches) leave(id);
    },
  };
}
