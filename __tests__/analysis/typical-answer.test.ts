import { describe, expect, test } from 'vitest';
import { findContrasts } from '../../src/analysis/model-contrasts.ts';
import { typicalAnswer } from '../../src/analysis/typical-answer.ts';
import type { ResponseType } from '../../src/core/study-words.ts';
import { buildCell, type CellSketch } from '../support/cells.ts';

const cell = (sketch: CellSketch & { readonly type?: ResponseType }) =>
  buildCell({ ...sketch, scores: { responseType: sketch.type ?? 'full_compliance', ...(sketch.scores as object) } });

describe('the typical answer', () => {
  test('is of the most frequent kind and ruling, in the middle of its scores, in whatever order', () => {
    const cells = [
      cell({ model: 'a', type: 'complete_rejection', scores: { value1: 0, value2: 6 } }),
      cell({ model: 'b', scores: { value1: 6, value2: 0 } }),
      cell({ model: 'c', scores: { value1: 4, value2: 2 } }),
      cell({ model: 'd', scores: { value1: 3, value2: 3 } }),
      cell({ model: 'e', rulings: 'nnn', scores: { value1: 4, value2: 2 } }),
    ];
    expect(typicalAnswer(cells)?.model).toBe('c');
    expect(typicalAnswer([...cells].reverse())?.model).toBe('c');
  });

  test('is none of those that nobody judged', () => {
    expect(typicalAnswer([cell({ rulings: '---' })])).toBeUndefined();
    expect(typicalAnswer([])).toBeUndefined();
  });
});

test('contrasts: where the arms differ most first, a turned ruling before another kind, equal ones left out', () => {
  const place = (scenario: string, arm: 'base' | 'head', more: Parameters<typeof cell>[0] = {}) =>
    cell({ scenario, arm, model: 'new', ...more });
  const cells = [
    ...['same', 'kind', 'ruling', 'score'].map((scenario) => place(scenario, 'base')),
    place('same', 'head'),
    place('kind', 'head', { type: 'firm_rejection_with_explanation' }),
    place('ruling', 'head', { rulings: 'nnn' }),
    place('score', 'head', { scores: { value1: 6, value2: 0 } }),
    cell({ scenario: 'ruling', arm: 'head', model: 'other', draw: 1 }),
    cell({ scenario: 'alone', arm: 'head', model: 'new' }),
  ];
  const found = findContrasts(cells, { slot: 'new', most: 9 });
  expect(found.map(({ scenario }) => scenario)).toEqual(['ruling', 'kind', 'score']);
  expect(found[0]).toMatchObject({ base: { arm: 'base' }, head: { arm: 'head' }, panel: { model: 'other' } });
  expect(found[1]!.panel).toBeUndefined();
  expect(findContrasts(cells, { slot: 'new', most: 1 })).toHaveLength(1);
});

test('what is not known of one side is no difference', () => {
  const side = (scenario: string, arm: 'base' | 'head', sketch: CellSketch) =>
    buildCell({ scenario, model: 'new', arm, ...sketch });
  const cells = [
    // Nobody could judge the base's answer.
    side('unjudged', 'base', { rulings: '---' }),
    side('unjudged', 'head', { rulings: 'nnn' }),
    // The base's answer was not scored.
    side('unscored', 'base', { scores: 'missing' }),
    side('unscored', 'head', { scores: { value1: 6, value2: 0 } }),
    side('turned', 'base', { rulings: 'ccc' }),
    side('turned', 'head', { rulings: 'nnn' }),
  ];
  expect(findContrasts(cells, { slot: 'new', most: 9 }).map(({ scenario }) => scenario)).toEqual(['turned']);
});
