// A list of names that strangers give has an end.
import { expect, test } from 'vitest';
import { fewNames } from '../../src/core/few-names.ts';

test('each once, sorted, the first twenty', () => {
  expect(fewNames(['b', 'a', 'b'])).toEqual(['a', 'b']);
  const many = Array.from({ length: 1000 }, (_, index) => `m${String(index).padStart(4, '0')}`);
  expect(fewNames(many.toReversed())).toEqual(many.slice(0, 20));
});
