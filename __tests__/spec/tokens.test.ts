// How much of a text's words an edit leaves.
import { expect, test } from 'vitest';
import { shareOfWordsKept } from '../../src/spec/tokens.ts';

test.each([
  ['Never say a price.', 'Never say a price.', 1],
  ['Never say a price.', 'Never say a price. Not even a low one.', 1],
  ['Never say a price.', 'A price: never say!', 1],
  ['Never say a price.', 'Say a price.', 0.75],
  ['the the the the', 'the', 0.25],
  ['Never say a price.', 'Do well here.', 0],
  ['Never say a price.', '', 0],
  ['不要说价格', '不要说', 0.6],
  ['---', '', 1],
])('%j -> %j keeps %d', (before, after, share) => {
  expect(shareOfWordsKept(before, after)).toBeCloseTo(share);
});
