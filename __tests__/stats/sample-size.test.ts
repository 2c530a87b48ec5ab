// Sample size and smallest visible effect: Miller's printed examples, and that the two undo each other.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minimumDetectableEffect, scenariosNeeded } from '../../src/stats/sample-size.ts';

const draws = (count: number): { variance: number; draws: number } => ({ variance: 1 / 6, draws: count });

describe('Miller 2024, section 5', () => {
  test.each([
    ['no noise within', {}, 969],
    ['one draw an arm', { base: draws(1), head: draws(1) }, 3_876],
    ['ten draws an arm', { base: draws(10), head: draws(10) }, 1_260],
  ])('%s, 3 points', (_, arms, needed) => {
    expect(scenariosNeeded(0.03, { betweenVariance: 1 / 9, ...arms })).toBe(needed);
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

test('no noise needs the least a spread can be seen in; no scenarios show nothing', () => {
  expect(scenariosNeeded(0.05, { betweenVariance: 0 })).toBe(2);
  expect(minimumDetectableEffect(0, { betweenVariance: 0.01 })).toBe(Number.POSITIVE_INFINITY);
});

test('the effect that n scenarios show needs n scenarios', () => {
  const variance = fc.double({ min: 0.01, max: 2, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 500 }), variance, variance, (scenarios, betweenVariance, within) => {
      const design = { betweenVariance, base: { variance: within, draws: 4 }, sides: 1 as const, power: 0.9 };
      expect(scenariosNeeded(minimumDetectableEffect(scenarios, design), design)).toBe(scenarios);
    }),
  );
});
