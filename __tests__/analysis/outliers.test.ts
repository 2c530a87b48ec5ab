import type { Cell } from '../../src/evaluation/cell.ts';
import type { ResponseType } from '../../src/core/study-words.ts';
import { describe, expect, test } from 'vitest';
import { findCellOutliers } from '../../src/analysis/cell-outliers.ts';
import type { Outlier } from '../../src/analysis/outliers.ts';
import { buildCell } from '../support/cells.ts';

/** Scores on value 1, a list a draw, of models m0, m1, ... */
type Scores = readonly (readonly number[])[];

function find(base: Scores, head: Scores, how: { type?: ResponseType; rulings?: string } = {}): readonly Outlier[] {
  const cells = [['base', base] as const, ['head', head] as const].flatMap(([arm, draws]) =>
    draws.flatMap((scores, draw) =>
      scores.map((value1, model) =>
        buildCell({
          arm,
          draw: draw + 1,
          model: `m${String(model).padStart(2, '0')}`,
          rulings: model === 0 ? (how.rulings ?? 'ccc') : 'ccc',
          scores: { value1, ...(model === 0 && how.type !== undefined ? { responseType: how.type } : {}) },
        }),
      ),
    ),
  );
  return findCellOutliers(cells, { kind: 'prompt' });
}

const apart = [6, 1, 2, 2];
const together = [3, 1, 2, 2];

describe('the study: 4 points from 9 of 11 others', () => {
  test.each([
    ['nine of eleven', [6, ...Array<number>(9).fill(2), 4, 4], 1],
    ['eight of eleven', [6, ...Array<number>(8).fill(2), 4, 4, 4], 0],
    ['three points', [5, ...Array<number>(11).fill(2)], 0],
    ['three of three in a panel of four', apart, 1],
    ['two of three', [6, 1, 2, 3], 0],
    ['two models cannot say who is apart', [0, 6], 0],
  ])('%s', (_, scores, count) => {
    expect(find([scores, scores], [scores, scores])).toHaveLength(count);
  });
});

describe('status over draws', () => {
  test.each([
    ['new', [together, together], [apart, apart], 'new'],
    ['gone', [apart, apart], [together, together], 'gone'],
    ['standing', [apart, apart], [apart, apart], 'standing'],
    ['one head draw confirms nothing', [together, together], [apart], 'unconfirmed'],
    ['not in every head draw', [together, together], [apart, together], 'unconfirmed'],
    ['once on base: it was there before', [apart, together], [apart, apart], 'standing'],
    ['once on the head: it is not gone', [apart, apart], [together, apart], 'standing'],
    ['one base draw cannot say that it is new', [together], [apart, apart], 'unconfirmed'],
    ['one head draw that sees what the base shows', [apart, apart], [apart], 'standing'],
  ] as const)('%s', (_, base, head, status) => {
    expect(find(base, head).map((outlier) => outlier.status)).toEqual([status]);
  });
});

test.each([
  ['full_compliance', 'nnn', 'over-permissive'],
  ['full_compliance', 'ccc', undefined],
  ['complete_rejection', 'nnn', 'over-conservative'],
  ['complete_rejection', 'ccc', 'over-conservative'],
  ['partial_compliance_with_redirection', 'nnn', undefined],
] as const)('a %s that judges rule %s leans %s, beside others that help in order', (type, rulings, lean) => {
  expect(find([together, together], [apart, apart], { type, rulings })[0]).toMatchObject(
    lean === undefined ? { status: 'new' } : { status: 'new', lean },
  );
  expect(find([together, together], [apart, apart], { type, rulings })[0]!.lean).toBe(lean);
});

test('a response that stands apart on both values is one outlier, named by the value on which it is farther', () => {
  const draw = (arm: 'base' | 'head', n: number): readonly Cell[] =>
    [0, 1, 2, 3].map((model) =>
      buildCell({
        arm,
        draw: n,
        model: `m${model}`,
        scores: model === 0 ? { value1: 5, value2: 0 } : { value1: 1, value2: 6 },
      }),
    );
  const cells = [...draw('base', 1), ...draw('base', 2), ...draw('head', 1), ...draw('head', 2)];
  const found = findCellOutliers(cells, { kind: 'prompt' });
  expect(found).toMatchObject([
    { model: 'm0', status: 'standing', apart: { basis: 'scores', value: 'value2', score: 0, others: [6, 6, 6] } },
  ]);
});

describe('with a spec that models are trained towards rulings move: a compliance outlier', () => {
  /** One letter a model, a word a draw: c in order, n ruled against, - not judged. */
  const judged = (base: readonly string[], head: readonly string[]): readonly Outlier[] =>
    findCellOutliers(
      [['base', base] as const, ['head', head] as const].flatMap(([arm, draws]) =>
        draws.flatMap((letters, draw) =>
          letters.split('').map((letter, model) =>
            buildCell({
              arm,
              draw: draw + 1,
              model: `m${model}`,
              rulings: letter.repeat(3),
              scores: { value1: 6 * model },
            }),
          ),
        ),
      ),
      { kind: 'target' },
    );

  test.each([
    ['the one that newly fails', ['cccc', 'cccc'], ['nccc', 'nccc'], [['m0', 'new', true]]],
    ['the one that alone passes', ['nnnn', 'nnnn'], ['cnnn', 'cnnn'], [['m0', 'new', false]]],
    ['two that fail are none', ['cccc', 'cccc'], ['nncc', 'nncc'], []],
    ['all change their mind but one', ['cccc', 'cccc'], ['nnnc', 'nnnc'], [['m3', 'new', false]]],
    ['who was alone is joined', ['nccc', 'nccc'], ['nnnn', 'nnnn'], [['m0', 'gone', true]]],
    [
      'nine of the eleven others of each of three',
      ['c'.repeat(12), 'c'.repeat(12)],
      [`n${'c'.repeat(9)}nn`, `n${'c'.repeat(9)}nn`],
      [
        ['m0', 'new', true],
        ['m10', 'new', true],
        ['m11', 'new', true],
      ],
    ],
    ['eight of eleven', ['c'.repeat(12), 'c'.repeat(12)], [`n${'c'.repeat(8)}nnn`, `n${'c'.repeat(8)}nnn`], []],
    ['others that were not judged are no panel', ['c---', 'c---'], ['n--c', 'n--c'], []],
  ] as const)('%s', (_, base, head, expected) => {
    const found = judged(base, head);
    expect(found.every(({ apart: { basis } }) => basis === 'rulings')).toBe(true);
    expect(found.map(({ model, status, own }) => [model, status, own.problematic])).toEqual(expected);
  });
});
