// "Could have shown N points": N is the rise that the same rule shows 4 times in 5, on evidence of this size and noise.
import { describe, expect, test } from 'vitest';
import { createRandom, type Random } from '../../src/core/random.ts';
import { FAIL_SHARE } from '../../src/decision/bounds.ts';
import { measureChange, type ScenarioDraws } from '../../src/decision/change.ts';
import { smallestShown } from '../../src/decision/detectable.ts';
import { localiseGroups } from '../../src/decision/localise-clauses.ts';
import { testChange } from '../../src/decision/test-change.ts';

interface World {
  readonly scenarios: number;
  readonly models: number;
  readonly draws: number;
}

/** Scenarios of unlike hardness whose right answers a rise turns; mean 0.17 without it. */
function draw({ scenarios, models, draws }: World, random: Random, rise: number): readonly ScenarioDraws[] {
  return Array.from({ length: scenarios }, (_, index) => {
    const rates = Array.from({ length: models }, () => Math.min(0.98, 0.02 + 0.6 * random.next() ** 3));
    const arm = (more: number): readonly number[] =>
      Array.from({ length: draws }, () => {
        const bad = rates.filter((rate) => random.next() < rate + (more * (1 - rate)) / 0.83).length;
        return bad / models;
      });
    return { scenario: `s${index}`, base: arm(0), head: arm(rise) };
  });
}

const RUNS = 120;

/** Runs of 120 that show the rise that the figure names: 80 % are 96, and 84 to 107 hold 99 % of what chance makes of them. */
function countShown(shows: (random: Random) => boolean, seed: string): number {
  return Array.from({ length: RUNS }, (_, run) => shows(createRandom(`${seed} ${run}`))).filter(Boolean).length;
}

describe('a rise of the size named is shown 4 times in 5', () => {
  test.each([
    ['many scenarios, one draw', { scenarios: 200, models: 1, draws: 1 }, 0.05],
    ['half of a wide margin is the line', { scenarios: 200, models: 1, draws: 1 }, 0.3],
    ['few scenarios of four models, two draws', { scenarios: 32, models: 4, draws: 2 }, 0.05],
  ])('%s', (name, world, margin) => {
    const flip = 1 / world.models;
    const least = FAIL_SHARE * margin;
    const shown = countShown((random) => {
      const rise = smallestShown(draw(world, random, 0), { level: 0.05, least, flip })!;
      const units = draw(world, random, rise);
      const p = testChange(units, { kind: 'prompt', flip, seed: 'test' });
      return p <= 0.05 && measureChange(units, flip)!.value >= least;
    }, name);
    expect(shown).toBeGreaterThanOrEqual(84);
    expect(shown).toBeLessThanOrEqual(107);
  });

  test('one of five groups, whose p is adjusted for all of them', () => {
    const world: World = { scenarios: 40, models: 4, draws: 2 };
    const options = { kind: 'prompt', flip: 0.25, seed: 'test' } as const;
    const shown = countShown((random) => {
      const groups = (rise: number) =>
        ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, units: draw(world, random, id === 'a' ? rise : 0) }));
      const { detectable } = localiseGroups(groups(0), options)[0]!;
      return localiseGroups(groups(detectable!), options)[0]!.status === 'changed';
    }, 'groups');
    expect(shown).toBeGreaterThanOrEqual(84);
    expect(shown).toBeLessThanOrEqual(107);
  });
});

describe('what moves the figure', () => {
  const units = draw({ scenarios: 60, models: 1, draws: 2 }, createRandom('one'), 0);
  const figure = (rule: Partial<Parameters<typeof smallestShown>[1]> = {}): number =>
    smallestShown(units, { level: 0.05, flip: 1, ...rule })!;

  test('a stricter level, a least rise', () => {
    expect(figure({ level: 0.01 })).toBeGreaterThan(figure());
    expect(figure({ least: 0.4 })).toBeGreaterThan(0.4);
    expect(figure({ kind: 'target' })).toBeGreaterThan(0);
  });

  test('a change that is seen is no noise of its own', () => {
    const risen = units.map((unit) => ({ ...unit, head: unit.head.map((value) => value + 0.2) }));
    expect(smallestShown(risen, { level: 0.05, flip: 1 })!).toBeCloseTo(figure(), 2);
  });

  test('one scenario shows nothing; too few for the level never do', () => {
    expect(smallestShown(units.slice(0, 1), { level: 0.05, flip: 1 })).toBeUndefined();
    expect(smallestShown(units.slice(0, 2), { level: 1e-12, flip: 1 })).toBe(Number.POSITIVE_INFINITY);
  });
});
