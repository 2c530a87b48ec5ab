// The level, and a small simulation of what it promises: more quarters every night, and bench/nightly.ts is the large one.
import { expect, test } from 'vitest';
import { simulateQuarter } from '../../../bench/nightly/quarter.ts';
import { countTests, FALSE_PAGES, pageLevel } from '../../../src/nightly/decision/level.ts';

test.each([
  ['one model, no classifier: two windows and the judges', { models: 1, judges: 3, classifiers: 0 }, 5],
  ['one model with a classifier: no panel', { models: 1, judges: 3, classifiers: 1 }, 8],
  ['four models', { models: 4, judges: 3, classifiers: 1 }, 24],
  ['four models, no classifier', { models: 4, judges: 3, classifiers: 0 }, 13],
  ['forty models, nine judges', { models: 40, judges: 9, classifiers: 1 }, 174],
] as const)('%s', (_name, watched, tests) => {
  expect(countTests(watched)).toBe(tests);
  // All tests of a quarter together expect at most half a false page.
  expect(92 * tests * pageLevel(watched)).toBeCloseTo(FALSE_PAGES, 12);
});

const small = { models: 3, sentinels: 16, rotation: 0, scenarios: 30 };
const short = { ...small, nights: 12, changeAt: 10 };

test('simulated quarters without a change raise no more false pages than promised', async () => {
  const quarters = process.env['FUZZ_RUNS'] === undefined ? 3 : 8;
  const quiet = await Promise.all(
    Array.from({ length: quarters }, (_, index) => simulateQuarter(small, `quiet ${index}`)),
  );
  // Half a page a quarter is promised: nine or more come in 2 of 100 times eight quarters.
  expect(quiet.flatMap(({ falsePages }) => falsePages).length).toBeLessThanOrEqual(quarters === 3 ? 1 : 8);
});

test.each([
  ['a model that complies less', { kind: 'rise', by: 0.4 }, 1],
  ['models that fail together', { kind: 'all', by: 0.5 }, 1],
  ['a model that refuses more and complies as before', { kind: 'refuse', by: 0.4 }, 0],
  ['models that part', { kind: 'part', by: 1.2 }, 1],
  ['a judge that errs more', { kind: 'judge', error: 0.4 }, 1],
  ['a classifier that errs more', { kind: 'classifier', error: 0.6 }, 1],
  ['a classifier that moves every score by one', { kind: 'shift' }, 0],
] as const)('%s is found at once, and nobody else is blamed', async (name, change, latest) => {
  const { foundAfter, falsePages } = await simulateQuarter({ ...short, change }, name);
  expect(falsePages).toEqual([]);
  expect(foundAfter).toBeLessThanOrEqual(latest);
});
