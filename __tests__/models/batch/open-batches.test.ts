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

/** Two batches that are out, both over at the first look; time passes when the test says so. */
function openTwo() {
  const removed: string[] = [];
  const answers: unknown[] = [];
  const naps: (() => void)[] = [];
  const ports: BatchPorts = {
    server: 's',
    journal: {
      read: () => [recordOf('one', ['a', 'b']), recordOf('two', ['c'])],
      add: () => undefined,
      remove: ({ batch }) => void removed.push(batch),
    },
    clock: {
      now: () => 0,
      monotonic: () => 0,
      sleep: (_, signal) =>
        new Promise((resolve, reject) => {
          naps.push(resolve);
          signal?.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    },
    refuse: () => new CallError('server', 'refused'),
    protocol: {
      submit: () => Promise.reject(new Error('nothing is submitted here')),
      state: () => Promise.resolve({ status: 'over', files: [] }),
      results: () =>
        Promise.resolve(['a', 'b'].map((id) => ({ id, status: 'answered' as const, body: `answer to ${id}` }))),
    },
  };
  const ask = (id: string): Waiting => ({
    id,
    model: 'm',
    name: `name of ${id}`,
    body: {},
    tries: 1,
    answer: (body) => void answers.push(body),
    fail: (error) => void answers.push(error.message),
  });
  const passTime = async (): Promise<void> => {
    for (const wake of naps.splice(0)) wake();
    await setImmediate();
  };
  return { open: createOpenBatches(ports, () => undefined), ask, passTime, answers, removed };
}

test('a question asked while the results of its batch are handed on ends that batch only once, and no other one', async () => {
  const { open, ask, passTime, answers, removed } = openTwo();
  open.join(ask('a'));
  await passTime();
  open.join(ask('b'));
  await passTime();
  expect(answers).toEqual(['answer to a', 'answer to b']);
  expect(removed).toEqual(['one']);
  expect(open.holds('name of c')).toBe(true);
});

test('a question asked at the moment when the last one is given up is answered', async () => {
  const { open, ask, passTime, answers } = openTwo();
  open.join(ask('a'));
  open.leave('a');
  open.join(ask('b'));
  await passTime();
  expect(answers).toEqual(['answer to b']);
});
