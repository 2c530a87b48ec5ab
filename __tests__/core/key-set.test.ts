import { expect, test } from 'vitest';
import { sha256 } from '../../src/core/canonical-json.ts';
import { createKeySet } from '../../src/core/key-set.ts';

test('a key is new once, however many there are', () => {
  const keys = Array.from({ length: 20_000 }, (_, index) => sha256(`${index}`));
  const seen = createKeySet();
  expect(seen.add('0'.repeat(64))).toBe(true);
  expect(keys.every((key) => seen.add(key))).toBe(true);
  expect(keys.some((key) => seen.add(key))).toBe(false);
  expect(seen.add('0'.repeat(64))).toBe(false);
  expect(keys.every((key) => seen.has(key))).toBe(true);
  expect(seen.has(sha256('another'))).toBe(false);
});
