import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { BatchRecord } from '../../../src/models/batch/batch-journal.ts';
import type { BatchPorts } from '../../../src/models/batch/batch-ports.ts';
import type { Waiting } from '../../../src/models/batch/collector.ts';
import { createOpenBatches } from '../../../src/models/batch/open-batches.ts';
import { CallError } from '../../../src/models/model.ts';

const recordOf = (batch: string, ids: readonly string[]): BatchRecord => ({
  server: 's',
  batch,
  model: 'm',
  at: '2026-01-01T00:00:00.000Z',
  items: Object.fromEntries(ids.map((id) => [id, `name of ${id}`])),
});

test('a question asked while the results of its batch are handed on ends that batch only once, and no other one', async () => {
  const removed: string[] = [];
  const naps: (() => void)[] = [];
  const ports: BatchPorts = {
    server: 's',
    journal: {
      read: () => [recordOf('one', ['a', 'b']), recordOf('two', ['c'])],
      add: () => undefined,
      remove: ({ batch }) => void removed.push(batch),
    },
    clock: { now: () => 0, monotonic: () => 0, sleep: () => new Promise((resolve) => naps.push(resolve)) },
    refuse: () => new CallError('server', 'refused'),
    protocol: {
      submit: () => Promise.reject(new Error('nothing is submitted here')),
      state: () => Promise.resolve({ status: 'over', files: [] }),
      results: () =>
        Promise.resolve(['a', 'b'].map((id) => ({ id, status: 'answered' as const, body: `answer to ${id}` }))),
    },
  };
  const answers: unknown[] = [];
  const ask = (id: string): Waiting => ({
    id,
    model: 'm',
    name: `name of ${id}`,
    body: {},
    tries: 1,
    answer: (body) => void answers.push(body),
    fail: (error) => void answers.push(error.message),
  });
  const open = createOpenBatches(ports, () => undefined);
  const passTime = async (): Promise<void> => {
    for (const wake of naps.splice(0)) wake();
    await setImmediate();
  };
  open.join(ask('a'));
  await passTime();
  open.join(ask('b'));
  await passTime();
  expect(answers).toEqual(['answer to a', 'answer to b']);
  expect(removed).toEqual(['one']);
  expect(open.holds('name of c')).toBe(true);
});
