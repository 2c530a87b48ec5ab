// McNemar: published tables (Fagerland 2013), the definition by binomial sums, and mirror symmetry.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mcnemar } from '../../src/stats/mcnemar.ts';

test.each([
  // worse, better, exact two-sided, mid-p two-sided, exact one-sided, mid-p one-sided
  [7, 1, 0.0703125, 0.0390625, 0.03515625, 0.01953125],
  [0, 5, 0.0625, 0.03125, 1, 0.984375],
  [5, 5, 1, 0.876953125, 0.623046875, 0.5],
  [12, 3, 0.03515625, 0.02127075195312501, 0.017578125, 0.010635375976562507],
  [0, 0, 1, 1, 1, 1],
])('%d worse, %d better', (worse, better, exactTwo, midTwo, exactOne, midOne) => {
  const { exact, midP } = mcnemar({ worse, better });
  expect(exact.twoSided).toBeCloseTo(exactTwo, 12);
  expect(midP.twoSided).toBeCloseTo(midTwo, 12);
  expect(exact.oneSided).toBeCloseTo(exactOne, 12);
  expect(midP.oneSided).toBeCloseTo(midOne, 12);
});

test('587 prompts, 46 worse and 21 better: p 0.00307', () => {
  expect(mcnemar({ worse: 46, better: 21 }).exact.twoSided).toBeCloseTo(0.00307, 5);
});

test('the exact p is the binomial tail, counted', () => {
  fc.assert(
    fc.property(fc.nat(25), fc.nat(25), (worse, better) => {
      const pairs = worse + better;
      let ways = 1;
      let tail = 0;
      for (let heads = 0; heads <= pairs; heads += 1) {
        if (heads >= worse) tail += ways / 2 ** pairs;
        ways = (ways * (pairs - heads)) / (heads + 1);
      }
      expect(mcnemar({ worse, better }).exact.oneSided).toBeCloseTo(tail, 11);
    }),
  );
});

test('mirrored arms: two-sided p stay, one-sided mid-p add up to 1', () => {
  fc.assert(
    fc.property(fc.nat(3_000), fc.integer({ min: 1, max: 3_000 }), (worse, better) => {
      const here = mcnemar({ worse, better });
      const there = mcnemar({ worse: better, better: worse });
      expect(there.exact.twoSided).toBeCloseTo(here.exact.twoSided, 10);
      expect(there.midP.twoSided).toBeCloseTo(here.midP.twoSided, 10);
      expect(here.midP.oneSided + there.midP.oneSided).toBeCloseTo(1, 9);
    }),
  );
});

test.each([
  [-1, 2],
  [1.5, 2],
  [Number.NaN, 2],
])('%d and %d are no counts', (worse, better) => {
  expect(() => mcnemar({ worse, better })).toThrow(RangeError);
});
