import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { mapInOrder } from '../../src/writing/map-in-order.ts';

/** Tasks that end when the test says so. */
function openTasks(ahead: number, items: number) {
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  const handedOn: number[] = [];
  const done = (async () => {
    const walk = mapInOrder(
      Array.from({ length: items }, (_, index) => index),
      {
        ahead,
        task: (item) => {
          begun.push(item);
          return new Promise<number>((resolve) => ends.set(item, () => resolve(item)));
        },
      },
    );
    for await (const result of walk) handedOn.push(result);
  })();
  const end = async (item: number): Promise<void> => {
    ends.get(item)!();
    await setImmediate();
  };
  return { begun, handedOn, end, done };
}

test('a task begins when another ends, also behind a slow one, and results keep the order', async () => {
  const { begun, handedOn, end, done } = openTasks(2, 5);
  await setImmediate();
  expect(begun).toEqual([0, 1]);
  await end(1);
  await end(2);
  await end(3);
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  expect(handedOn).toEqual([]);
  await end(0);
  expect(handedOn).toEqual([0, 1, 2, 3]);
  await end(4);
  await done;
  expect(handedOn).toEqual([0, 1, 2, 3, 4]);
});

test('results that wait for a slow one are bounded', async () => {
  const { begun, end } = openTasks(2, 100);
  await setImmediate();
  for (let item = 1; item < begun.length; item += 1) await end(item);
  // Four for each task under way, the slow one among them.
  expect(begun.length).toBe(8);
  await end(0);
  expect(begun.length).toBe(10);
});
