import { describe, expect, test } from 'vitest';
import { createConcurrency, type Slot } from '../../src/core/concurrency.ts';

/** Tasks that end when told to, and a record of the order they began in. */
function createTasks() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const slots = new Map<string, Slot>();
  const task = (name: string) => (slot: Slot) => {
    begun.push(name);
    slots.set(name, slot);
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
  };
  return { begun, task, slots, end: (name: string) => ends.get(name)!() };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('bounded concurrency', () => {
  test('runs no more than the limit at once and all in the end', async () => {
    const concurrency = createConcurrency({ max: 3 });
    let running = 0;
    let most = 0;
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        concurrency.run(async () => {
          running += 1;
          most = Math.max(most, running);
          await settle();
          running -= 1;
          return index;
        }),
      ),
    );
    expect(most).toBe(3);
    expect(results).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  test('starts lower priorities first and equal ones in order', async () => {
    const concurrency = createConcurrency({ max: 1 });
    const { begun, task, end } = createTasks();
    const runs = [concurrency.run(task('first'))];
    for (const [name, priority] of [
      ['c', 2],
      ['a1', 0],
      ['b', 1],
      ['a2', 0],
    ] as const) {
      runs.push(concurrency.run(task(name), { priority }));
    }
    for (const name of ['first', 'a1', 'a2', 'b', 'c']) {
      await settle();
      end(name);
    }
    await Promise.all(runs);
    expect(begun).toEqual(['first', 'a1', 'a2', 'b', 'c']);
  });

  test('a failed task gives its place back and keeps its error', async () => {
    const concurrency = createConcurrency({ max: 1 });
    await expect(concurrency.run(() => Promise.reject(new Error('mine')))).rejects.toThrow('mine');
    await expect(concurrency.run(() => Promise.resolve('next'))).resolves.toBe('next');
  });

  test('an aborted task leaves the queue without ever beginning', async () => {
    const concurrency = createConcurrency({ max: 1 });
    const { begun, task, end } = createTasks();
    const first = concurrency.run(task('first'));
    const abort = new AbortController();
    const second = concurrency.run(task('second'), { signal: abort.signal });
    const third = concurrency.run(task('third'));
    abort.abort(new Error('stopped'));
    await expect(second).rejects.toThrow('stopped');
    end('first');
    await first;
    await settle();
    end('third');
    await third;
    expect(begun).toEqual(['first', 'third']);
    await expect(concurrency.run(task('late'), { signal: abort.signal })).rejects.toThrow('stopped');
  });

  test('one burst of refusals halves the limit once; the next burst again; never below one', async () => {
    const concurrency = createConcurrency({ max: 8 });
    const burst = () =>
      Promise.all(
        Array.from({ length: concurrency.limit() }, () =>
          concurrency.run(async (slot) => {
            await settle();
            slot.slowDown();
          }),
        ),
      );
    const limits: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      await burst();
      limits.push(concurrency.limit());
    }
    expect(limits).toEqual([4, 2, 1, 1, 1]);
  });

  test('grows back by one a full round, up to the maximum', async () => {
    const concurrency = createConcurrency({ max: 4 });
    await concurrency.run((slot) => Promise.resolve(slot.slowDown()));
    expect(concurrency.limit()).toBe(2);
    const limits: number[] = [];
    for (let done = 0; done < 8; done += 1) {
      await concurrency.run(() => Promise.resolve());
      limits.push(concurrency.limit());
    }
    expect(limits).toEqual([2, 3, 3, 3, 4, 4, 4, 4]);
  });

  test.each([0, -1, 1.5, Number.NaN])('refuses a maximum of %s', (max) => {
    expect(() => createConcurrency({ max })).toThrow(RangeError);
  });
});
