// The looks of a confirmation: their errors add up to what is stated, held against a simulation of the looks themselves.
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { levelOfLooks, looksOf } from '../../src/decision/looks.ts';
import { normalQuantile } from '../../src/stats/normal.ts';

const policy = (confirm: number): Parameters<typeof looksOf>[0] => ({
  selection: { scenarios: 32, extendTo: 64, replicates: { base: 4, confirm } },
});

describe('looks', () => {
  test.each([
    [1, [1, 2, 3]],
    [2, [1, 2, 3, 4, 5, 6]],
    [4, [2, 4, 6, 8, 10, 12]],
    [5, [3, 5, 8, 10, 13, 15]],
  ])('a policy of %i: after %j draws a side', (confirm, looks) => {
    expect(looksOf(policy(confirm))).toEqual(looks);
  });

  test.each([
    ['gated', 1, 0.05],
    ['gated', 2, 0.05],
    ['ungated', 1, 0.025],
    ['ungated', 2, 0.025],
  ] as const)('%s, a policy of %i: no effect crosses any bound in %f of walks', (gate, confirm, error) => {
    const bound = -normalQuantile(levelOfLooks(policy(confirm), gate));
    const random = createRandom(`looks ${gate} ${confirm}`);
    const walks = 20_000;
    let crossed = 0;
    for (let walk = 0; walk < walks; walk += 1) {
      let sum = 0;
      crossed += Number(looksOf(policy(confirm)).some((draws) => (sum += random.normal()) / Math.sqrt(draws) >= bound));
    }
    // Four standard errors of the simulation.
    expect(Math.abs(crossed / walks - error)).toBeLessThan(4 * Math.sqrt((error * (1 - error)) / walks));
  });
});
