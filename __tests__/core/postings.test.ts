import { expect, test } from 'vitest';
import { createPostings } from '../../src/core/postings.ts';

test('every number is found under its key, however many there are', () => {
  const postings = createPostings();
  const keyOf = (index: number): number => (index % 100) * 2 ** 32 + ((index * 2_654_435_761) % 2 ** 32);
  for (let index = 0; index < 4_000; index += 1) {
    postings.add(keyOf(index), index);
    if (index % 3 === 0) postings.add(7, index);
  }
  const missing = Array.from({ length: 4_000 }, (_, index) => index).filter(
    (index) => ![...postings.under(keyOf(index))].includes(index),
  );
  expect(missing).toEqual([]);
  expect([...postings.under(7)].length).toBe(Math.ceil(4_000 / 3));
  expect([...postings.under(2 ** 41)]).toEqual([]);
});
