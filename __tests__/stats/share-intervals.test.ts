// Wilson, Clopper-Pearson and the judge correction: Newcombe 1998, Lee et al. 2025, and coverage by exact summation.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clopperPearson } from '../../src/stats/clopper-pearson.ts';
import { wilson } from '../../src/stats/wilson.ts';

// Newcombe 1998, table I, methods 3 (Wilson) and 5 (exact).
test.each([
  [81, 263, [0.2553, 0.3662], [0.2527, 0.3676]],
  [15, 148, [0.0624, 0.1605], [0.0578, 0.1617]],
  [0, 20, [0, 0.1611], [0, 0.1684]],
  [1, 29, [0.0061, 0.1718], [0.0009, 0.1776]],
] as const)('%d of %d', (count, trials, score, exact) => {
  const intervals = [wilson({ count, trials }), clopperPearson({ count, trials })];
  for (const [index, [lower, upper]] of [score, exact].entries()) {
    expect(intervals[index]!.lower).toBeCloseTo(lower, 4);
    expect(intervals[index]!.upper).toBeCloseTo(upper, 4);
  }
});

describe.each([wilson, clopperPearson])('%o', (interval) => {
  test('knows nothing without trials, and keeps the ends', () => {
    expect(interval({ count: 0, trials: 0 })).toEqual({ lower: 0, upper: 1 });
    expect(interval({ count: 5, trials: 5 }).upper).toBe(1);
    expect(interval({ count: 0, trials: 5 }).lower).toBe(0);
  });

  test('is mirrored where success and failure change places', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 60 }), (count, failures) => {
        const trials = count + failures;
        const here = interval({ count, trials });
        const there = interval({ count: failures, trials });
        expect(there.lower).toBeCloseTo(1 - here.upper, 10);
        expect(there.upper).toBeCloseTo(1 - here.lower, 10);
      }),
    );
  });
});

test('Clopper-Pearson covers every share at least 90 % of the time when asked for 0.9', () => {
  const trials = 12;
  for (let share = 0.02; share < 1; share += 0.02) {
    let covered = 0;
    let chance = (1 - share) ** trials;
    for (let count = 0; count <= trials; count += 1) {
      const { lower, upper } = clopperPearson({ count, trials }, 0.9);
      if (lower <= share && share <= upper) covered += chance;
      chance *= ((trials - count) / (count + 1)) * (share / (1 - share));
    }
    expect(covered).toBeGreaterThanOrEqual(0.9);
  }
});
