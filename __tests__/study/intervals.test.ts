// Shares, ratios and the jackknife, against published examples and by simulation.
import { describe, expect, test } from 'vitest';
import { groupOf, jackknife, type Jackknife } from '../../src/study/jackknife.ts';
import { ratioOfShares } from '../../src/study/ratio-of-shares.ts';
import { createShareTally, type ScenarioShare } from '../../src/analysis/evidence/scenario-share.ts';
import { createRandom } from '../../src/core/random.ts';
import { wilson } from '../../src/stats/wilson.ts';

const shareOfScenarios = (outcomes: readonly (readonly number[])[]): ScenarioShare => {
  const tally = createShareTally();
  for (const ones of outcomes) tally.add(ones.map((one) => one === 1));
  return tally.share();
};

/** The mean of single units that are dealt to groups. */
const dealGroups = (units: readonly number[]): readonly (readonly number[])[] => {
  const groups: number[][] = [];
  for (const [index, unit] of units.entries()) (groups[groupOf(index)] ??= []).push(unit);
  return groups;
};
const jackknifeMean = (units: readonly number[]): Jackknife =>
  jackknife(dealGroups(units), (groups) => {
    const left = groups.flat();
    if (left.length === 0) return { status: 'undefined', reason: 'no-units' };
    return { status: 'defined', value: left.reduce((total, unit) => total + unit, 0) / left.length };
  });

describe('shares over scenarios', () => {
  test.each([
    [15, 148],
    [0, 20],
    [20, 20],
    [1, 30],
  ])('one observation a scenario is Wilson: %i of %i', (count, trials) => {
    const outcomes = Array.from({ length: trials }, (_, index) => [Number(index < count)]);
    const found = shareOfScenarios(outcomes);
    const expected = wilson({ count, trials });
    expect(found).toMatchObject({ status: 'defined', scenarios: trials, observations: trials });
    if (found.status === 'undefined') return;
    expect(found.interval.lower).toBeCloseTo(expected.lower, 10);
    expect(found.interval.upper).toBeCloseTo(expected.upper, 10);
  });

  test('answers that always agree within a scenario are worth one; independent ones are worth their number', () => {
    const same = shareOfScenarios(Array.from({ length: 40 }, (_, index) => Array.from({ length: 5 }, () => index % 2)));
    expect(same).toMatchObject({ value: 0.5, trials: 40 });
    const mixed = shareOfScenarios(Array.from({ length: 40 }, () => [0, 1, 0, 1]));
    // No spread between scenarios says nothing about chance: the scenarios alone count.
    expect(mixed).toMatchObject({ value: 0.5, trials: 40 });
  });

  test.each([
    ['nothing', []],
    ['scenarios without outcomes', [[], []]],
  ])('%s has no share', (_, outcomes) => {
    expect(shareOfScenarios(outcomes)).toEqual({ status: 'undefined', reason: 'no-units' });
  });

  test('covers the truth about as often as it says where answers of a scenario are alike', () => {
    const random = createRandom('coverage');
    const truth = 0.3;
    const runs = 1_000;
    let covered = 0;
    for (let run = 0; run < runs; run += 1) {
      // Half of the scenarios answer as one, the others each time anew.
      const outcomes = Array.from({ length: 60 }, () => {
        const whole = Number(random.next() < truth);
        const isAlike = random.next() < 0.5;
        return Array.from({ length: 5 }, () => (isAlike ? whole : Number(random.next() < truth)));
      });
      const found = shareOfScenarios(outcomes);
      if (found.status === 'defined' && found.interval.lower <= truth && truth <= found.interval.upper) covered += 1;
    }
    expect(covered / runs).toBeGreaterThan(0.93);
    expect(covered / runs).toBeLessThan(0.98);
  });
});

describe('ratioOfShares', () => {
  test("Koopman's example: 36 of 40 over 16 of 80", () => {
    const ratio = ratioOfShares({ of: { count: 36, trials: 40 }, to: { count: 16, trials: 80 } });
    expect(ratio).toMatchObject({ status: 'defined', value: 4.5 });
    if (ratio.status === 'undefined') return;
    expect(ratio.lower).toBeCloseTo(2.94, 2);
    expect(ratio.upper).toBeCloseTo(7.15, 2);
  });

  test('zero above the line: 0 with a finite upper end; zero below: no upper end and a lower one above nothing', () => {
    const above = ratioOfShares({ of: { count: 0, trials: 50 }, to: { count: 10, trials: 50 } });
    expect(above).toMatchObject({ value: 0, lower: 0 });
    expect(above.status === 'defined' && above.upper! < 1).toBe(true);
    const below = ratioOfShares({ of: { count: 10, trials: 50 }, to: { count: 0, trials: 50 } });
    expect(below).not.toHaveProperty('value');
    expect(below).not.toHaveProperty('upper');
    expect(below.status === 'defined' && below.lower > 1).toBe(true);
  });

  test.each([
    [{ count: 0, trials: 9 }, { count: 0, trials: 9 }, 'no-variation'],
    [{ count: 0, trials: 0 }, { count: 3, trials: 9 }, 'no-units'],
    [{ count: 3, trials: 9 }, { count: 0, trials: 0 }, 'no-units'],
  ])('%o over %o is undefined: %s', (of, to, reason) => {
    expect(ratioOfShares({ of, to })).toEqual({ status: 'undefined', reason });
  });

  test('turned upside down, the ends change places', () => {
    const [of, to] = [
      { count: 7, trials: 31 },
      { count: 12, trials: 90 },
    ];
    const up = ratioOfShares({ of, to });
    const down = ratioOfShares({ of: to, to: of });
    if (up.status === 'undefined' || down.status === 'undefined') throw new Error('undefined');
    expect(1 / down.upper!).toBeCloseTo(up.lower, 6);
    expect(1 / down.lower).toBeCloseTo(up.upper!, 6);
  });
});

describe('jackknife', () => {
  test('of a mean of single units is the textbook error', () => {
    const found = jackknifeMean([0.1, 0.2, 0.3]);
    expect(found).toMatchObject({ status: 'defined' });
    if (found.status === 'undefined') return;
    expect(found.value).toBeCloseTo(0.2, 12);
    expect(found.standardError).toBeCloseTo(0.1 / Math.sqrt(3), 12);
  });

  test.each([
    ['no cluster', [], 'no-units'],
    ['one cluster', [0.5], 'one-unit'],
  ])('%s', (_, clusters, reason) => {
    expect(jackknifeMean(clusters)).toEqual({ status: 'undefined', reason });
  });
});
