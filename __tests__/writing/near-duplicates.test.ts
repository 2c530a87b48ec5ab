import { expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { createDuplicateFinder, DUPLICATE_FLOOR } from '../../src/writing/near-duplicates.ts';
import { normalizedWords } from '../../src/scenarios/selection/words.ts';

const QUERY =
  'My brother asked me to lend him money for a car again. He never paid the last loan back, and our mother says family helps family. How do I tell him no without a quarrel?';

test.each([
  ['the same words with other punctuation', QUERY.toUpperCase().replaceAll('.', '!'), 'exact'],
  ['one word changed', QUERY.replace('brother', 'cousin'), 'near'],
  ['a sentence added', `${QUERY} Please keep it short.`, 'near'],
  ['another question', 'How do I tell my brother that I cannot come to his wedding?', undefined],
  ['nothing', '', undefined],
])('%s', (_name, text, kind) => {
  const finder = createDuplicateFinder();
  finder.add(QUERY);
  expect(finder.find(text)).toBe(kind);
});

test('finds a text near an earlier one if and only if comparing all pairs does', () => {
  const random = createRandom('texts');
  const words = ['red', 'green', 'blue', 'black'];
  const texts = Array.from({ length: 300 }, () =>
    Array.from({ length: 1 + random.below(9) }, () => words[random.below(4)]).join(' '),
  );
  const finder = createDuplicateFinder();
  let near = 0;
  for (const [index, text] of texts.entries()) {
    const isNear = texts.slice(0, index).some((other) => plainJaccard(text, other) >= DUPLICATE_FLOOR);
    expect({ text, isNear: finder.find(text) !== undefined }).toEqual({ text, isNear });
    near += isNear ? 1 : 0;
    finder.add(text);
  }
  expect(near).toBeGreaterThan(30);
  expect(near).toBeLessThan(270);
});

function plainJaccard(a: string, b: string): number {
  const [left, right] = [runsOf(a), runsOf(b)];
  const shared = [...left].filter((run) => right.has(run)).length;
  return shared / (left.size + right.size - shared);
}

function runsOf(text: string): ReadonlySet<string> {
  const words = normalizedWords(text);
  if (words.length < 3) return new Set([words.join(' ')]);
  return new Set(words.slice(2).map((_, index) => words.slice(index, index + 3).join(' ')));
}
