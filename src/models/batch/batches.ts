// Calls that go out in batches: collected, submitted, watched, and each given its answer.
import { sha256 } from '../../core/canonical-json.ts';
import { CallError, type BatchCall } from '../model.ts';
import type { BatchPorts } from './batch-ports.ts';
import { createCollector, type Waiting } from './collector.ts';
import { createOpenBatches } from './open-batches.ts';

export interface Batches {
  /** The reply's body. @throws CallError as one request alone would. */
  readonly ask: (call: BatchCall) => Promise<unknown>;
  /** Whether a question is out already, perhaps since an earlier run. */
  readonly holds: (name: string) => boolean;
}

export function createBatches(ports: BatchPorts): Batches {
  const { protocol, journal, clock } = ports;
  const submit = async (items: readonly Waiting[]): Promise<void> => {
    const { model } = items[0]!;
    try {
      const batch = await protocol.submit(items, new AbortController().signal);
      const names = Object.fromEntries(items.map(({ id, name }) => [id, name]));
      const record = { server: ports.server, batch, model, at: new Date(clock.now()).toISOString(), items: names };
      journal.add(record);
      open.add(record, items);
    } catch (error) {
      for (const { fail } of items) fail(error as Error);
    }
  };
  const collector = createCollector(clock, submit);
  const open = createOpenBatches(ports, collector.put);
  return {
    holds: open.holds,
    ask: ({ model, name, body, signal }) => {
      const id = sha256(`${name}\n${JSON.stringify(body)}`);
      return new Promise((resolve, reject) => {
        const stop = (): void => {
          collector.leave(id);
          open.leave(id);
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
        if (!open.join(waiting)) collector.put(waiting);
      });
    },
  };
}
