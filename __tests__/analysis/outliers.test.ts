import type { ResponseType } from '../../src/core/study-words.ts';
import { describe, expect, test } from 'vitest';
import { indexCells } from '../../src/analysis/draw-row.ts';
import { findOutliers, type Outlier } from '../../src/analysis/outliers.ts';
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
  const models = [...new Set(cells.map(({ model }) => model))];
  const draws = { base: base.length, head: head.length };
  return findOutliers(indexCells(cells), { stage: 'screen', scenarios: ['s1'], models, draws });
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
    ['once on base', [apart, together], [apart, apart], 'unconfirmed'],
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
