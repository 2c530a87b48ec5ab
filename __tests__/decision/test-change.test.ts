// The test of a change either way: the same evidence gives the same p whichever side is the worse one.
import { describe, expect, test } from 'vitest';
import { intervalOf, measureChange, type ScenarioDraws } from '../../src/decision/change.ts';
import { testChangeEitherWay } from '../../src/decision/test-change.ts';

/** Four stored nights that lie far apart, and a head that lies 0.15 under their mean: no more than a night does. */
const BETTER = Array.from({ length: 24 }, (_, index): ScenarioDraws => {
  const base = [0.1, 0.6, 0.2, 0.5].map((night) => night + (index % 3) * 0.02);
  return { scenario: `s${index}`, base, head: [0.2 + (index % 3) * 0.02 + (index % 5) * 0.01], stored: base };
});
const MODEL = { kind: 'model', flip: 1, seed: 'x' } as const;
const turned = (values: readonly number[]): readonly number[] => values.map((value) => 1 - value);

describe('between models, against a base of several nights', () => {
  test('a fall is as hard to see as a rise', () => {
    const worse = BETTER.map(({ scenario, base, head }): ScenarioDraws => {
      return { scenario, base: turned(base), head: turned(head), stored: turned(base) };
    });
    expect(testChangeEitherWay(BETTER, MODEL)).toBeCloseTo(testChangeEitherWay(worse, MODEL), 9);
  });

  test('p is above 5 % exactly where the 95 % interval holds zero', () => {
    const [low, high] = intervalOf(measureChange(BETTER, 1)!)!;
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
    expect(testChangeEitherWay(BETTER, MODEL)).toBeGreaterThan(0.05);
  });
});
