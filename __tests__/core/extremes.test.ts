import { expect, test } from 'vitest';
import { largestOf, leastOf } from '../../src/core/extremes.ts';
import { betweenNights } from '../../src/decision/draw-noise.ts';

test('of none, of some, and of more values than a call takes arguments', () => {
  expect([leastOf([]), largestOf([])]).toEqual([Infinity, -Infinity]);
  expect([leastOf([2, -1, 3]), largestOf([2, -1, 3])]).toEqual([-1, 3]);
  const many = Array.from({ length: 200_000 }, (_, index) => index);
  expect([leastOf(many), largestOf(many)]).toEqual([0, 199_999]);
});

test('the noise of two hundred thousand scenarios is that of two', () => {
  const pair = [0, 1];
  expect(betweenNights(Array.from({ length: 200_000 }, () => pair))).toBeCloseTo(0.5 - 0.5 / 200_000);
});
