// One test of one metric: exact for the draws, with room for nights, for shares and for numbers.
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/core/random.ts';
import { testShift, type ShiftUnit } from '../../../src/nightly/decision/shift.ts';

const rise = { scale: 'share', direction: 'rise', betweenNights: 0, seed: 'x' } as const;
/** 24 scenarios; on the first `moved` of them every draw tonight is against. */
const shares = (moved: number): { base: number[]; head: number[] }[] =>
  Array.from({ length: 24 }, (_, index) => ({ base: [0, 0, 0, 0], head: index < moved ? [1, 1] : [0, 0] }));

describe('a share', () => {
  test('is never surer than its draws: one scenario of two draws each cannot be significant', () => {
    const found = testShift([{ base: [0, 0], head: [1, 1] }], rise)!;
    expect(found).toMatchObject({ change: 1, base: 0, scenarios: 1 });
    expect(found.p).toBeGreaterThanOrEqual(1 / 6);
  });

  test('has the same p whichever side has more draws: 1 of 15 choices of four, as of two', () => {
    expect(testShift([{ base: [0, 0], head: [1, 1, 1, 1] }], rise)!.p).toBeCloseTo(1 / 15, 12);
    expect(testShift([{ base: [0, 0, 0, 0], head: [1, 1] }], rise)!.p).toBeCloseTo(1 / 15, 12);
  });

  test('needs more where nights differ by themselves', () => {
    const steady = testShift(shares(8), rise)!;
    const uneasy = testShift(shares(8), { ...rise, betweenNights: 0.2 })!;
    expect(steady.p).toBeLessThan(0.001);
    expect(uneasy.p).toBeGreaterThan(0.05);
    expect(uneasy.change).toBe(steady.change);
  });

  test('without a scenario asked on both nights there is none', () => {
    expect(testShift([{ base: [], head: [1] }], rise)).toBeUndefined();
  });

  test('in either direction a fall is as sure as the same rise, and both cost twice a rise', () => {
    const either = { ...rise, direction: 'either' } as const;
    const up = testShift(shares(8), either)!;
    const down = testShift(
      shares(8).map(({ base, head }) => ({ base: base.map((draw) => 1 - draw), head: head.map((draw) => 1 - draw) })),
      either,
    )!;
    expect(down.change).toBeCloseTo(-up.change, 12);
    expect(down.p).toBeCloseTo(up.p, 12);
    expect(up.p).toBeCloseTo(2 * testShift(shares(8), rise)!.p, 12);
    // A rise alone does not see a fall.
    expect(
      testShift(
        shares(8).map(({ base, head }) => ({ base: head, head: base })),
        rise,
      )!.p,
    ).toBeGreaterThan(0.99);
  });
});

describe('scenarios of one group', () => {
  const grouped = (size: number, rises: (group: number) => number): readonly ShiftUnit[] =>
    Array.from({ length: 12 * size }, (_, index) => {
      const group = Math.floor(index / size);
      return { group: `g${group}`, base: [0, 1, 0, 0], head: Array(4).fill(rises(group)) as number[] };
    });

  test('that move up and down together are no change of the model, whatever each of them shows', () => {
    const uneven = grouped(3, (group) => (group % 12 < 5 ? 1 : 0));
    const alone = testShift(
      uneven.map(({ base, head }) => ({ base, head })),
      rise,
    )!;
    const together = testShift(uneven, rise)!;
    expect(together.change).toBe(alone.change);
    expect(alone.p).toBeLessThan(0.001);
    expect(together.p).toBeGreaterThan(0.05);
  });

  test('that all rise are as sure as before, and nine groups are too few to tell', () => {
    const all = grouped(3, () => 1);
    expect(testShift(all, rise)!.p).toBeLessThan(0.001);
    const nine = grouped(3, (group) => (group < 4 ? 1 : 0)).slice(0, 27);
    expect(testShift(nine, rise)!.p).toBeLessThan(0.001);
  });
});

describe('a rare share', () => {
  test('that was never seen is found at four of 32 scenarios, and two of them prove nothing', () => {
    const rare = { ...rise, scale: 'rare share', betweenNights: 0.005 } as const;
    const units = (moved: number): { base: number[]; head: number[] }[] =>
      Array.from({ length: 32 }, (_, index) => ({
        base: [0, 0, 0, 0],
        head: index < moved ? [1, 1, 1, 1] : [0, 0, 0, 0],
      }));
    expect(testShift(units(4), rare)!.p).toBeLessThan(0.001);
    expect(testShift(units(1), rare)!.p).toBeGreaterThan(0.01);
  });
});

describe('a number', () => {
  const number = { scale: 'number', direction: 'rise', betweenNights: 0.02, seed: 'x' } as const;

  test('that never varied is not thereby sure: its spread is never zero', () => {
    const same = (head: number): { base: number[]; head: number[] }[] =>
      Array.from({ length: 2 }, () => ({ base: [1, 1], head: [head, head] }));
    expect(testShift(same(1), number)!.p).toBeGreaterThan(0.4);
    // The relabelling of two scenarios of two draws each: 1 / 36.
    expect(testShift(same(1.5), number)!.p).toBeGreaterThanOrEqual(1 / 36);
  });

  test('is as often below 0.05 as that says, where nothing but draws varies', () => {
    const random = createRandom('number');
    let below = 0;
    const runs = 400;
    for (let run = 0; run < runs; run += 1) {
      const units = Array.from({ length: 20 }, () => {
        const centre = 1 + 0.5 * random.normal();
        const draws = (count: number): number[] => Array.from({ length: count }, () => centre + 0.4 * random.normal());
        return { base: draws(4), head: draws(2) };
      });
      const found = testShift(units, { ...number, betweenNights: 0, seed: String(run), level: 0.06 });
      if (found!.p <= 0.05) below += 1;
    }
    // 20 expected; 5 standard deviations are 22.
    expect(below).toBeGreaterThan(3);
    expect(below).toBeLessThan(42);
  });

  test('near the level of a page enough relabellings are drawn to tell', () => {
    const units = Array.from({ length: 16 }, (_, index) => ({
      base: [1, 2, 3, 4].map((draw) => Math.sqrt(draw + index)),
      head: [5, 6].map((draw) => 1 + Math.sqrt(draw + index)),
    }));
    // Of 1,999 relabellings none could be below 1 / 2,000.
    expect(testShift(units, { ...number, page: 0.00002 })!.p).toBeLessThan(0.00002);
    expect(testShift(units, number)!.p).toBeGreaterThanOrEqual(0.0005);
  });
});
