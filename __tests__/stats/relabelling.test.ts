// The relabelling and sign-flip tests: against counting every relabelling by hand, published p-values and their symmetries.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import type { RelabellingTest } from '../../src/stats/relabelling.ts';
import { relabellingTest } from '../../src/stats/relabelling.ts';
import type { UnitDraws } from '../../src/stats/unit-draws.ts';

const seed = 'test';

function defined(result: RelabellingTest): Extract<RelabellingTest, { status: 'defined' }> {
  if (result.status === 'undefined') throw new Error(`undefined: ${result.reason}`);
  return result;
}

/** Paired differences whose signs may be flipped: one draw an arm. */
function signFlips(differences: readonly number[]): readonly UnitDraws[] {
  return differences.map((difference) => ({ base: [0], head: [difference] }));
}

/** Every relabelling, one by one: the definition itself. */
function countRelabellings(units: readonly UnitDraws[]): { p: number; smallestP: number; tied: number } {
  let changes = [0];
  let observed = 0;
  for (const { base, head } of units) {
    const pool = [...Array.from(base), ...Array.from(head)];
    const all = pool.reduce((total, draw) => total + draw, 0);
    const change = (headSum: number): number => headSum / head.length - (all - headSum) / base.length;
    observed += change(pool.slice(base.length).reduce((total, draw) => total + draw, 0));
    const own = subsets(pool, head.length).map((subset) => change(subset.reduce((total, draw) => total + draw, 0)));
    changes = changes.flatMap((sum) => own.map((more) => sum + more));
  }
  // Not spread into arguments: of four units with three draws a side there are 160,000.
  const highest = changes.reduce((most, change) => Math.max(most, change), -Infinity);
  return {
    p: changes.filter((change) => change >= observed - 1e-9).length / changes.length,
    tied: changes.filter((change) => Math.abs(change - observed) < 1e-9).length / changes.length,
    smallestP: changes.filter((change) => change >= highest - 1e-9).length / changes.length,
  };
}

function subsets(items: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) => subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));
}

const outcome = fc.integer({ min: 0, max: 3 });
const arm = fc.array(outcome, { minLength: 1, maxLength: 3 });
const unit: fc.Arbitrary<UnitDraws> = fc.record({ base: arm, head: arm });
const units = fc.array(unit, { minLength: 1, maxLength: 4 });

test('the exact p counts every relabelling, for any numbers of draws per unit and arm', () => {
  fc.assert(
    fc.property(units, (sample) => {
      const result = defined(relabellingTest(sample, { seed }));
      const counted = countRelabellings(sample);
      expect(result.method).toBe('exact');
      expect(result.p).toBeCloseTo(counted.p, 12);
      expect(result.midP).toBeCloseTo(counted.p - counted.tied / 2, 12);
      expect(result.smallestP).toBeCloseTo(counted.smallestP, 12);
    }),
  );
});

test('fractions on a common grid are counted exactly too', () => {
  const sample = [
    { base: [1 / 12, 3 / 12], head: [5 / 12, 0.25, 7 / 12] },
    { base: [0.1, 0.2, 0.3], head: [0.2] },
  ];
  const result = defined(relabellingTest(sample, { seed }));
  expect(result.method).toBe('exact');
  expect(result.p).toBeCloseTo(countRelabellings(sample).p, 12);
});

describe('published and countable values', () => {
  test('Fisher 1935: Darwin’s maize, 863 of 32,768 sign patterns reach the observed sum', () => {
    const darwin = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];
    const result = defined(relabellingTest(signFlips(darwin), { seed }));
    expect(result.p).toBeCloseTo(863 / 32_768, 14);
    expect(result.smallestP).toBeCloseTo(1 / 32_768, 14);
    expect(result.value).toBeCloseTo(314 / 15, 12);
  });

  test.each([
    ['2+2 draws, complete separation', [{ base: [0, 0], head: [1, 1] }], 1 / 6, 1 / 6],
    ['4+4 draws, complete separation', [{ base: [0, 0, 0, 0], head: [1, 1, 1, 1] }], 1 / 70, 1 / 70],
    ['4+1 draws in two units', Array.from({ length: 2 }, () => ({ base: [0, 0, 0, 0], head: [1] })), 1 / 25, 1 / 25],
    ['head better', [{ base: [1, 1], head: [0, 0] }], 1, 1 / 6],
    [
      'a unit without head draws adds nothing',
      [
        { base: [0, 0], head: [1, 1] },
        { base: [1], head: [] },
      ],
      1 / 6,
      1 / 6,
    ],
    ['ties count as reached', [{ base: [0, 1], head: [1, 0] }], 5 / 6, 1 / 6],
  ])('%s', (_, sample, p, smallestP) => {
    const result = defined(relabellingTest(sample, { seed }));
    expect(result.p).toBeCloseTo(p, 14);
    expect(result.smallestP).toBeCloseTo(smallestP, 14);
  });

  test('signs of 1, 2, 3: only all plus reaches the sum', () => {
    expect(defined(relabellingTest(signFlips([1, 2, 3]), { seed })).p).toBeCloseTo(1 / 8, 14);
  });
});

describe('degenerate input', () => {
  test.each([[[]], [[{ base: [1], head: [] }]], [[{ base: [], head: [0, 1] }]]])(
    '%j has no unit with both arms',
    (sample) => {
      expect(relabellingTest(sample, { seed })).toEqual({ status: 'undefined', reason: 'no-units' });
    },
  );

  test.each([20_000_000, 0])('all draws equal: p 1 and no smaller p attainable (at most %d steps)', (maxSteps) => {
    const sample = Array.from({ length: 5 }, () => ({ base: [2, 2], head: [2] }));
    expect(relabellingTest(sample, { seed, maxSteps })).toMatchObject({ value: 0, p: 1, smallestP: 1, units: 5 });
  });

  test('an outcome that is no number is refused: it would read as a small p', () => {
    expect(() => relabellingTest([{ base: [0], head: [Number.NaN] }], { seed })).toThrow(RangeError);
  });
});

describe('symmetries', () => {
  test('swapping the arms: the two p share exactly the ties', () => {
    fc.assert(
      fc.property(units, (sample) => {
        const worse = defined(relabellingTest(sample, { seed }));
        const swapped = sample.map(({ base, head }) => ({ base: head, head: base }));
        const better = defined(relabellingTest(swapped, { seed }));
        expect(better.value).toBeCloseTo(-worse.value, 12);
        expect(worse.p + better.p).toBeCloseTo(1 + countRelabellings(sample).tied, 12);
      }),
    );
  });

  test('neither the order of units, nor of draws, nor a common shift or scale changes p', () => {
    fc.assert(
      fc.property(units, fc.integer({ min: -5, max: 5 }), fc.constantFrom(0.5, 2, 1 / 12), (sample, shift, scale) => {
        const p = defined(relabellingTest(sample, { seed })).p;
        const other = sample.toReversed().map(({ base, head }) => ({
          base: Array.from(base, (draw) => (draw + shift) * scale).reverse(),
          head: Array.from(head, (draw) => (draw + shift) * scale).reverse(),
        }));
        expect(defined(relabellingTest(other, { seed })).p).toBeCloseTo(p, 10);
      }),
    );
  });

  test('a unit whose draws are all equal changes no p', () => {
    fc.assert(
      fc.property(units, (sample) => {
        const p = defined(relabellingTest(sample, { seed })).p;
        expect(
          defined(relabellingTest([...sample, { base: [2, 2, 2, 2], head: [2, 2, 2, 2] }], { seed })).p,
        ).toBeCloseTo(p, 12);
      }),
    );
  });
});

describe('Monte Carlo', () => {
  // 7 draws choose 3 are listed; 14 choose 7 are too many and shuffled.
  test.each([
    [4, 3],
    [7, 7],
  ])(
    '%d base and %d head draws: agrees with the exact count within its own error, repeats for a seed',
    (bases, heads) => {
      const random = createRandom('outcomes');
      const sample = Array.from({ length: 16 }, () => ({
        base: Array.from({ length: bases }, () => random.below(5)),
        head: Array.from({ length: heads }, () => random.below(6)),
      }));
      const exact = defined(relabellingTest(sample, { seed }));
      const drawn = defined(relabellingTest(sample, { seed, maxSteps: 0, samples: 4_999 }));
      expect([exact.method, drawn.method]).toEqual(['exact', 'monte-carlo']);
      const error = Math.sqrt((exact.p * (1 - exact.p)) / 4_999);
      expect(Math.abs(drawn.p - exact.p)).toBeLessThan(4 * error);
      expect(relabellingTest(sample, { seed, maxSteps: 0, samples: 4_999 })).toEqual(drawn);
      expect(defined(relabellingTest(sample, { seed: 'other', maxSteps: 0, samples: 4_999 })).p).not.toBe(drawn.p);
    },
  );

  test('is used where outcomes share no grid, and never claims p 0', () => {
    const irrational = Array.from({ length: 30 }, (_, index) => ({ base: [0, 0], head: [1, Math.sqrt(index + 2)] }));
    const result = defined(relabellingTest(irrational, { seed, samples: 99 }));
    expect(result).toMatchObject({ method: 'monte-carlo', p: 0.01, smallestP: 0.01 });
  });

  test('knows the smallest p of few units, ties included', () => {
    const few = [{ base: [0, 1, 1], head: [Math.SQRT2, 1] }];
    expect(defined(relabellingTest(few, { seed, maxSteps: 0 })).smallestP).toBeCloseTo(
      countRelabellings(few).smallestP,
      12,
    );
  });
});

test('keeps its level on exchangeable draws: 1,000 null panels of 8 units, 2 + 2 draws', () => {
  const random = createRandom('level');
  const runs = 1_000;
  let rejected = 0;
  for (let run = 0; run < runs; run += 1) {
    const sample = Array.from({ length: 8 }, () => {
      const rate = random.next();
      const draw = (): number => [0, 1, 2, 3].filter(() => random.next() < rate).length;
      return { base: [draw(), draw()], head: [draw(), draw()] };
    });
    if (defined(relabellingTest(sample, { seed })).p <= 0.05) rejected += 1;
  }
  // Exact tests may fall short of 5 % for ties; four standard errors above it is out.
  expect(rejected / runs).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / runs));
  expect(rejected / runs).toBeGreaterThan(0.025);
});
