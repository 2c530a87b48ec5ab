import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, hashJson, type Json } from '../../src/core/canonical-json.ts';

test('keys are ordered by code unit and undefined members are dropped', () => {
  expect(canonicalJson({ b: 1, a: undefined, '\u20AC': 2, A: [null, 'x'] })).toBe('{"A":[null,"x"],"b":1,"\u20AC":2}');
});

test('the order members were written in does not matter; anything else does', () => {
  expect(hashJson({ a: 1, b: 2 })).toBe(hashJson({ b: 2, a: 1 }));
  expect(hashJson({ a: 1 })).not.toBe(hashJson({ a: '1' }));
  expect(hashJson([1, 2])).not.toBe(hashJson([2, 1]));
});

test('it parses back to the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value as Json))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test.each([NaN, Infinity])('%s is refused', (value) => {
  expect(() => canonicalJson({ value })).toThrow(TypeError);
});
