// Work is done once for a key while its result is among the last.
import { expect, test } from 'vitest';
import { createRecent, createRecentAsync } from '../../src/core/recent.ts';

/** Counts how often each key was worked on. */
function counted(): { readonly work: (key: string) => () => Promise<string>; readonly done: string[] } {
  const done: string[] = [];
  return {
    done,
    work: (key) => async () => {
      done.push(key);
      if (key === 'bad') throw new Error('no');
      return `${key}!`;
    },
  };
}

test('once for a key, also where both ask at the same time', async () => {
  const { work, done } = counted();
  const recent = createRecentAsync<string>({ max: 2 });
  expect(await Promise.all([recent('a', work('a')), recent('a', work('a'))])).toEqual(['a!', 'a!']);
  expect(await recent('a', work('a'))).toBe('a!');
  expect(done).toEqual(['a']);
});

test('the one asked for longest ago goes', async () => {
  const { work, done } = counted();
  const recent = createRecentAsync<string>({ max: 2 });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await recent(key, work(key));
  expect(done).toEqual(['a', 'b', 'c', 'b']);
});

test('what failed is done again, and what is not to be kept, too', async () => {
  const { work, done } = counted();
  const recent = createRecentAsync<string>({ max: 2, keeps: (result) => result !== 'large!' });
  for (const key of ['bad', 'bad']) await expect(recent(key, work(key))).rejects.toThrow('no');
  for (const key of ['large', 'large']) expect(await recent(key, work(key))).toBe('large!');
  expect(done).toEqual(['bad', 'bad', 'large', 'large']);
});

test('work that takes no time, likewise', () => {
  const done: string[] = [];
  const recent = createRecent<string>(2);
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) {
    const given = recent(key, () => {
      done.push(key);
      return `${key}!`;
    });
    expect(given).toBe(`${key}!`);
  }
  expect(done).toEqual(['a', 'b', 'c', 'b']);
});
