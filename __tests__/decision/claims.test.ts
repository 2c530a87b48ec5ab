import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { CHECK_REACH } from '../../src/decision/bounds.ts';
import { intervalAt, measureChange, upperBound, type ScenarioDraws } from '../../src/decision/change.ts';
import { readClaims } from '../../src/decision/claims.ts';
import { testChange } from '../../src/decision/test-change.ts';

const FLIP = 1 / 4;

function claimsOf(units: readonly ScenarioDraws[], kind: 'target' | 'prompt' = 'prompt') {
  const p = testChange(units, { kind, flip: FLIP, seed: 'claims' });
  const change = measureChange(units, FLIP)!;
  return { change, p, ...readClaims(units, change, { kind, p, reach: CHECK_REACH, flip: FLIP }) };
}

/** Scenarios of two draws a side whose head rises by `rise(scenario)`; four models. */
function panel(scenarios: number, rise: (index: number) => number, seed: string): readonly ScenarioDraws[] {
  const random = createRandom(seed);
  const draw = (rate: number): number =>
    Array.from({ length: 4 }, () => Number(random.next() < rate)).reduce((total, one) => total + one, 0) / 4;
  return Array.from({ length: scenarios }, (_, index) => ({
    scenario: `s${index}`,
    base: [draw(0.2), draw(0.2)],
    head: [draw(0.2 + rise(index)), draw(0.2 + rise(index))],
  }));
}

describe('verdict and interval agree', () => {
  test('where the test rejects at the level of the interval, the interval of these scenarios leaves out 0', () => {
    const all = Array.from({ length: 40 }, (_, run) => panel(12, (index) => (index % 4 ? 0.02 : 0.5), `agree ${run}`));
    const rejected = all
      .flatMap((units) => [claimsOf(units, 'prompt'), claimsOf(units, 'target')])
      .filter(({ p }) => p < 0.0178);
    expect(rejected.length).toBeGreaterThan(20);
    // One-sided 0.0179 is the reach of 2.1.
    expect(rejected.filter(({ theseScenarios }) => theseScenarios.interval![0] <= 0)).toEqual([]);
  });

  test('where the test does not reject, neither does the interval, though the few draws with an outcome all agree', () => {
    const rare = (hit: number): readonly ScenarioDraws[] =>
      Array.from({ length: 15 }, (_, index) => ({
        scenario: `s${index}`,
        base: [0, 0],
        head: index < hit ? [1, 1] : [0, 0],
      }));
    const [two, five] = [claimsOf(rare(2), 'target'), claimsOf(rare(5), 'target')];
    // Four rulings that could each have fallen on either side: 1 in 16.
    expect(two.p).toBeCloseTo(1 / 16, 10);
    expect(two.theseScenarios.interval![0]).toBeLessThanOrEqual(0);
    expect(two.theseScenarios.interval![1]).toBeGreaterThan(two.change.value);
    expect(five.theseScenarios.interval![0]).toBeGreaterThan(0);
  });

  test('the interval for scenarios like them ends where the bound of a pass is', () => {
    const { change, scenariosLikeThem } = claimsOf(panel(30, () => 0, 'bound'));
    expect(scenariosLikeThem.interval![1]).toBe(upperBound(change, CHECK_REACH));
    expect(scenariosLikeThem.interval).toEqual(intervalAt(change, CHECK_REACH));
  });

  test('a rise in a quarter of the scenarios differs by scenario and reaches less far than the bank; an even one does not', () => {
    const uneven = claimsOf(panel(16, (index) => (index % 4 === 0 ? 0.75 : 0), 'uneven'));
    expect(uneven.differs).toBe(true);
    const width = ([low, high]: readonly [number, number]): number => high - low;
    expect(width(uneven.scenariosLikeThem.interval!)).toBeGreaterThan(1.3 * width(uneven.theseScenarios.interval!));
    expect(claimsOf(panel(16, () => 0.2, 'even')).differs).toBeUndefined();
  });

  test('what two rulings of one answer share is no noise of theirs: answers of all sorts leave the interval narrow', () => {
    const units = Array.from({ length: 24 }, (_, index) => ({
      scenario: `s${index}`,
      base: [0.25, 1],
      head: [0.25 + (index % 8 === 0 ? 0.25 : index % 8 === 4 ? -0.25 : 0), 1],
    }));
    const widthOf = (kind: 'target' | 'prompt'): number => {
      const [low, high] = claimsOf(units, kind).theseScenarios.interval!;
      return high - low;
    };
    expect(widthOf('target')).toBeLessThan(widthOf('prompt') / 2);
  });

  test('two replaced models have one claim: nothing of theirs can be exchanged', () => {
    const units = panel(20, () => 0.1, 'models');
    const change = measureChange(units, 1)!;
    const { theseScenarios, scenariosLikeThem } = readClaims(units, change, {
      kind: 'model',
      p: 0.2,
      reach: 2,
      flip: 1,
    });
    expect(theseScenarios.interval).toEqual(scenariosLikeThem.interval);
  });
});

describe('scenarios of one group are one unit', () => {
  const pairs = (size: number): readonly ScenarioDraws[] =>
    Array.from({ length: 12 * size }, (_, index) => {
      const group = Math.floor(index / size);
      return { scenario: `s${index}`, base: [0, 0], head: [group % 3 === 0 ? 0.5 : 0, 0], group: `g${group}` };
    });

  test('three copies of a scenario are no more evidence than one', () => {
    const [one, three] = [measureChange(pairs(1), FLIP)!, measureChange(pairs(3), FLIP)!];
    expect(three.value).toBeCloseTo(one.value, 12);
    expect(three.standardError).toBeCloseTo(one.standardError, 12);
    expect([one.clusters, three.clusters, three.scenarios]).toEqual([undefined, 12, 36]);
    expect(upperBound(three, 2)).toBeCloseTo(upperBound(one, 2), 12);
  });

  test('of nine groups there is no telling: scenarios stay the unit', () => {
    const few = pairs(2).slice(0, 18);
    expect(measureChange(few, FLIP)!.clusters).toBeUndefined();
  });
});
