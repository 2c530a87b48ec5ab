import { expect, test } from 'vitest';
import { whereDefined } from '../../src/core/where-defined.ts';

test('what is undefined is absent; what is null, false, empty or zero is there, in its order', () => {
  const members = { z: 0, a: undefined, b: null, c: false, d: '' };
  expect(Object.keys(whereDefined(members))).toEqual(['z', 'b', 'c', 'd']);
  expect(whereDefined(members)).toStrictEqual({ z: 0, b: null, c: false, d: '' });
});
