// The smallest visible effect: Miller's printed examples.
import { describe, expect, test } from 'vitest';
import { minimumDetectableEffect } from '../../src/stats/sample-size.ts';

const draws = (count: number): { variance: number; draws: number } => ({ variance: 1 / 6, draws: count });

describe('Miller 2024, section 5', () => {
  test.each([
    ['no noise within', {}, 969],
    ['one draw an arm', { base: draws(1), head: draws(1) }, 3_876],
    ['ten draws an arm', { base: draws(10), head: draws(10) }, 1_260],
  ])('%s: as many scenarios show 3 points, and one less does not', (_, arms, needed) => {
    const design = { betweenVariance: 1 / 9, ...arms };
    expect(minimumDetectableEffect(needed, design)).toBeLessThanOrEqual(0.03);
    expect(minimumDetectableEffect(needed - 1, design)).toBeGreaterThan(0.03);
  });

  test.each([
    [1, 0.1327333],
    [10, 0.0756696],
  ])('198 questions, %d draws: %d', (count, effect) => {
    const design = { betweenVariance: 1 / 9, base: draws(count), head: draws(count) };
    expect(minimumDetectableEffect(198, design)).toBeCloseTo(effect, 7);
  });
});

test('one-sided 5 %, 80 % power: 2.4865 standard errors', () => {
  expect(minimumDetectableEffect(1, { betweenVariance: 1, sides: 1 })).toBeCloseTo(2.486475, 5);
});

test('no scenarios show nothing', () => {
  expect(minimumDetectableEffect(0, { betweenVariance: 0.01 })).toBe(Number.POSITIVE_INFINITY);
});
