// Postings that were moved to a file, in several rounds: found as in memory, also under keys with more values than one look reads.
import { afterEach, expect, test, vi } from 'vitest';
import { createPostings } from '../../src/core/postings.ts';
import { createRandom } from '../../src/core/random.ts';
import { createSpooledPostings } from '../../src/io/posting-spool.ts';

afterEach(() => void vi.unstubAllEnvs());

test.each([
  ['in memory', 1 << 20],
  ['in a file', 300],
])('%s all values are found under their keys', (_name, most) => {
  const random = createRandom('postings');
  const spooled = createSpooledPostings(most);
  const whole = createPostings();
  const keys = Array.from({ length: 400 }, () => random.below(2 ** 32) * 2 ** 20 + random.below(2 ** 20));
  // The first key has a third of all values, the hash of the last is the highest there is.
  keys.push(2 ** 32 - 1);
  for (let value = 0; value < 2_000; value += 1) {
    const key = value % 3 === 0 ? keys[0]! : keys[random.below(keys.length)]!;
    spooled.add(key, value);
    whole.add(key, value);
  }
  const inOrder = (values: Iterable<number>): readonly number[] => [...values].sort((a, b) => a - b);
  for (const key of [...keys, 12_345]) expect(inOrder(spooled.under(key))).toEqual(inOrder(whole.under(key)));
  expect(inOrder(spooled.under(keys[0]!)).length).toBeGreaterThan(600);
});

test('where no file can be made all stays in memory', () => {
  vi.stubEnv('TMPDIR', '/nowhere');
  const spooled = createSpooledPostings(10);
  for (let value = 0; value < 100; value += 1) spooled.add(value % 7, value);
  expect([...spooled.under(3)]).toHaveLength(14);
});
