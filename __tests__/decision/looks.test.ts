// The looks of a confirmation: their errors add up to what is stated, held against a simulation of the looks themselves.
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { errorShares, levelAt, looksOf } from '../../src/decision/looks.ts';
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
    ['screened', 1, 0.03],
    ['screened', 2, 0.03],
    ['unscreened', 1, 0.025],
    ['unscreened', 2, 0.025],
  ] as const)('%s, a policy of %i: no effect crosses any bound in %f of walks', (after, confirm, error) => {
    const looks = looksOf(policy(confirm)).map((draws) => ({
      draws,
      bound: -normalQuantile(levelAt(policy(confirm), draws, { after })),
    }));
    const random = createRandom(`looks ${after} ${confirm}`);
    const walks = 20_000;
    let crossed = 0;
    for (let walk = 0; walk < walks; walk += 1) {
      let sum = 0;
      crossed += Number(looks.some(({ draws, bound }) => (sum += random.normal()) / Math.sqrt(draws) >= bound));
    }
    // Four standard errors of the simulation.
    expect(Math.abs(crossed / walks - error)).toBeLessThan(4 * Math.sqrt((error * (1 - error)) / walks));
  });

  test('non-compliance has half of the error where others block as well', () => {
    expect(errorShares(['nonCompliance', 'frequentNonCompliance', 'judgeAgreement'])).toEqual([0.5, 0.25, 0.25]);
    expect(errorShares(['nonCompliance'])).toEqual([1]);
    expect(errorShares(['rejections', 'judgeAgreement'])).toEqual([0.5, 0.5]);
    expect(errorShares([])).toEqual([]);
  });
});
