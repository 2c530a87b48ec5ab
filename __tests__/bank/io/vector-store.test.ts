// Vectors on disk: what was put is there again, however many segments it takes.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openVectorFolder } from '../../../src/bank/io/vector-store.ts';
import { sha256 } from '../../../src/core/canonical-json.ts';

const folder = mkdtempSync(join(tmpdir(), 'vectors-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a segment that is full is followed by another one, and all of them are read', async () => {
  const options = { folder, origin: 'https://e.example', model: 'm', now: new Date(0), segmentBytes: 100 };
  const keys = ['a', 'b', 'c', 'd', 'e'].map((text) => sha256(text));
  const store = openVectorFolder(options);
  for (const [index, key] of keys.entries()) await store.put(key, Float32Array.from([index, 1, 2]));
  store.close();
  const [own] = readdirSync(folder);
  expect(readdirSync(join(folder, own!))).toHaveLength(3);
  const again = openVectorFolder(options);
  expect([again.size(), again.unreadable()]).toEqual([5, 0]);
  expect(keys.map((key) => again.get(key)![0])).toEqual([0, 1, 2, 3, 4]);
});
