// Runs of texts in memory and in a file: found alike, and so are the repetitions that they are kept for.
import { expect, test } from 'vitest';
import { createRunSpool } from '../../../src/bank/io/run-spool.ts';
import { createSpooledPostings } from '../../../src/io/posting-spool.ts';
import { createDuplicateFinder } from '../../../src/writing/near-duplicates.ts';

test('runs come back as they were, wherever they are', () => {
  const spool = createRunSpool(24);
  const runs = [[1.5], [2, 3], [2 ** 40 + 1], [], [4, 5, 6]].map((list) => Float64Array.from(list));
  for (const own of runs) spool.push(own);
  expect(runs.map((_, text) => spool.at(text))).toEqual(runs);
  spool.push(Float64Array.of(7));
  expect(spool.at(5)).toEqual(Float64Array.of(7));
});

test('repetitions are found on disk as in memory', () => {
  const spool = createRunSpool(0);
  const finders = [createDuplicateFinder({ kept: spool, index: createSpooledPostings(100) }), createDuplicateFinder()];
  const words = Array.from({ length: 400 }, (_, index) => `word${(index * 7919) % 61}`);
  const texts = Array.from({ length: 60 }, (_, index) => words.slice(index * 3, index * 3 + 30).join(' '));
  const [onDisk, inMemory] = finders.map((finder) =>
    texts.map((text) => {
      const found = finder.find(text);
      finder.add(text);
      return found;
    }),
  );
  expect(onDisk).toEqual(inMemory);
  expect(new Set(onDisk!.map((found) => found))).toEqual(new Set([undefined, 'near']));
});
