// Bounds of group sequential designs against published ones, and against the chance of crossing them.
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { sequentialBounds, spendEvenly, spendLate } from '../../src/stats/group-sequential.ts';

const even = (looks: number): readonly number[] => Array.from({ length: looks }, (_, look) => (look + 1) / looks);

describe('Lan and DeMets bounds, one-sided 2.5 %', () => {
  // As tables of these two spending functions print them for five even looks (Lan and DeMets 1983; Reboussin et al. 2000).
  test.each([
    ['late (O’Brien and Fleming)', spendLate, [4.8769, 3.3569, 2.6803, 2.2898, 2.031]],
    ['evenly (Pocock)', spendEvenly, [2.438, 2.4268, 2.4101, 2.3966, 2.3859]],
  ])('five looks, spent %s', (_, spending, published) => {
    for (const [look, bound] of sequentialBounds(even(5), spending(0.025)).entries())
      expect(Math.abs(bound - published[look]!)).toBeLessThan(3e-4);
  });

  test('two looks, spent late: 2.963 and 1.969', () => {
    const [first, second] = sequentialBounds([0.5, 1], spendLate(0.025));
    expect(first).toBeCloseTo(2.963, 3);
    expect(second).toBeCloseTo(1.969, 3);
  });
});

describe('classical designs spend what they are known for', () => {
  // Constant bounds (Pocock 1977) and bounds that fall with the root of the look (O'Brien and Fleming 1979): two-sided 5 %.
  test.each([
    [2, 2.1783, 1.9774],
    [3, 2.2895, 2.0043],
    [5, 2.4132, 2.0401],
  ])('%i looks: %f constant, %f at the last', (looks, pocock, fleming) => {
    const shares = even(looks);
    for (const bounds of [shares.map(() => pocock), shares.map((share) => fleming / Math.sqrt(share))]) {
      // What each look would spend under these bounds gives the same bounds back.
      const spent = spentBy(shares, bounds);
      expect(spent.at(-1)).toBeCloseTo(0.025, 3);
    }
  });
});

/** Cumulative chance of crossing, found by asking for the spending that leads to these bounds. */
function spentBy(shares: readonly number[], bounds: readonly number[]): readonly number[] {
  const spent: number[] = [];
  for (const [look, bound] of bounds.entries()) {
    const before = spent.at(-1) ?? 0;
    let [low, high] = [before, 0.2];
    for (let step = 0; step < 16; step += 1) {
      const middle = (low + high) / 2;
      const total = [...spent, middle];
      const found = sequentialBounds(shares.slice(0, look + 1), (share) => total[shares.indexOf(share)]!).at(-1)!;
      if (found > bound) low = middle;
      else high = middle;
    }
    spent.push((low + high) / 2);
  }
  return spent;
}

test('a walk without drift crosses uneven looks as often as was spent', () => {
  const shares = [0.1, 0.35, 0.5, 1];
  const bounds = sequentialBounds(shares, spendEvenly(0.05));
  const random = createRandom('walk');
  const runs = 20_000;
  let crossed = 0;
  for (let run = 0; run < runs; run += 1) {
    let [score, before] = [0, 0];
    for (const [look, share] of shares.entries()) {
      score += Math.sqrt(share - before) * random.normal();
      before = share;
      if (score < bounds[look]! * Math.sqrt(share)) continue;
      crossed += 1;
      break;
    }
  }
  expect(Math.abs(crossed / runs - 0.05)).toBeLessThan(0.005);
});

test('shares that do not rise, or pass 1, are refused', () => {
  for (const shares of [
    [0.5, 0.5],
    [0, 1],
    [0.5, 1.1],
  ])
    expect(() => sequentialBounds(shares, spendLate(0.05))).toThrow(RangeError);
});
