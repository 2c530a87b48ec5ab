import { expect, test } from 'vitest';
import { createFewNumbers } from '../../src/core/few-numbers.ts';

test.each([
  ['few different numbers', (index: number) => (index % 7) / 3],
  ['more than a byte tells apart', (index: number) => index / 7],
])('%s come back in their order, bit for bit', (_name, numberOf) => {
  const numbers = Array.from({ length: 1000 }, (_, index) => numberOf(index));
  const kept = createFewNumbers();
  for (const number of numbers) kept.add(number);
  expect(kept.read()).toEqual(numbers);
});
