// A judge who is seldom asked, and reads the new text unlike those who are asked about everything, holds a pass up.
import { expect, test } from 'vitest';
import { lateJudgeReasons } from '../../src/decision/late-judges.ts';
import type { Cell } from '../../src/evaluation/cell.ts';
import { buildCell } from '../support/cells.ts';

const JUDGES = ['judge-1', 'judge-2', 'judge-3'];

interface At {
  readonly scenario: number;
  readonly arm: 'base' | 'head';
}

/** Sixteen scenarios, the answers to the first twelve of them audited. */
const cellsOf = (rulings: (at: At) => string): readonly Cell[] =>
  Array.from({ length: 16 }, (_, scenario) =>
    (['base', 'head'] as const).map((arm) => {
      const audited = scenario < 12;
      const asked = rulings({ scenario, arm });
      return buildCell({ rulings: asked, audited, scenario: `s${scenario}`, arm });
    }),
  ).flat();

test.each([
  ['alone against the answer', 'ccn'],
  ['alone for it', 'nnc'],
  ['alone in finding the text unclear', 'cca'],
])('%s under the new text: named, with what was counted', (_, torn) => {
  const [reason] = lateJudgeReasons(
    cellsOf(({ scenario, arm }) => (arm === 'head' && scenario < 9 ? torn : 'ccc')),
    JUDGES,
    'warning',
  );
  expect(reason).toMatchObject({
    code: 'late-judge-parts',
    severity: 'warning',
    args: { judge: 'judge-3', base: 0, head: 9, answers: 12 },
  });
  // Nine scenarios, all one way.
  expect(reason!.args['p']).toBeCloseTo(2 ** -9, 10);
});

test.each<[string, (at: At) => string]>([
  ['as often under both texts', () => 'ccn'],
  ['under the old text alone', ({ arm }) => (arm === 'base' ? 'ccn' : 'ccc')],
  ['on six scenarios, which chance makes too', ({ scenario, arm }) => (arm === 'head' && scenario < 6 ? 'ccn' : 'ccc')],
  ['where the first two part, which everybody sees', ({ arm }) => (arm === 'head' ? 'cnn' : 'ccc')],
  ['where one of the first two abstains', ({ arm }) => (arm === 'head' ? '-cn' : 'ccc')],
  ['outside of the audit', ({ scenario, arm }) => (arm === 'head' && scenario >= 12 ? 'ccn' : 'ccc')],
])('%s: nothing is said', (_, rulings) => {
  expect(lateJudgeReasons(cellsOf(rulings), JUDGES, 'warning')).toEqual([]);
});

test('of a panel of five each of the last two is heard for itself', () => {
  const judges = [...JUDGES, 'judge-4', 'judge-5'];
  const cells = cellsOf(({ arm }) => (arm === 'head' ? 'cccnc' : 'ccccc'));
  expect(lateJudgeReasons(cells, judges, 'warning').map(({ args }) => args['judge'])).toEqual(['judge-4']);
});

test('where all answers are audited judge agreement tells it', () => {
  const cells = cellsOf(({ arm }) => (arm === 'head' ? 'ccn' : 'ccc')).map((cell) => ({ ...cell, audited: true }));
  expect(lateJudgeReasons(cells, JUDGES, 'warning')).toEqual([]);
});
