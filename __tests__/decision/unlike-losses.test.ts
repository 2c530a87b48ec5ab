// Sides of which more was declined, lost or asked for again are not alike, and do not pass.
import { describe, expect, test } from 'vitest';
import { unlikeLossReasons } from '../../src/decision/unlike-losses.ts';
import type { Cell } from '../../src/evaluation/cell.ts';
import { buildCell, type CellSketch } from '../support/cells.ts';

type At = { readonly scenario: number; readonly arm: 'base' | 'head' };

const cellsOf = (sketch: (at: At) => CellSketch & { readonly retries?: number }): readonly Cell[] =>
  Array.from({ length: 12 }, (_, scenario) =>
    (['base', 'head'] as const).map((arm): Cell => {
      const { retries, ...own } = sketch({ scenario, arm });
      const cell = buildCell({ ...own, scenario: `s${scenario}`, model: 'm', arm, stage: 'screen', draw: 1 });
      return retries === undefined ? cell : { ...cell, retries };
    }),
  ).flat();

describe('a difference that chance hardly makes', () => {
  test.each<[string, (at: At) => CellSketch & { readonly retries?: number }]>([
    [
      'of retries',
      ({ scenario, arm }) => (arm === 'head' && scenario < 8 ? { rulings: 'ccc', retries: 1 } : { rulings: 'ccc' }),
    ],
    ['of abstentions', ({ scenario, arm }) => ({ rulings: arm === 'head' && scenario < 8 ? 'cc-' : 'ccc' })],
    ['of the base', ({ scenario, arm }) => ({ rulings: arm === 'base' && scenario < 8 ? 'cc-' : 'ccc' })],
  ])('%s holds a pass up', (_, sketch) => {
    const [reason] = unlikeLossReasons(cellsOf(sketch));
    // Eight scenarios, all one way: 2 ** -7.
    expect(reason).toMatchObject({ code: 'unlike-losses', severity: 'warning', args: { answers: 12 } });
    expect(reason!.args['p']).toBeCloseTo(2 ** -7, 10);
  });
});

test.each<[string, (at: At) => CellSketch]>([
  ['none at all', () => ({ rulings: 'ccc' })],
  ['as many on either side', () => ({ rulings: 'cc-' })],
  ['seven of twelve', ({ scenario, arm }) => ({ rulings: arm === 'head' && scenario < 7 ? 'cc-' : 'ccc' })],
])('%s: nothing is said', (_, sketch) => {
  expect(unlikeLossReasons(cellsOf(sketch))).toEqual([]);
});

test('draws that only one side has are not compared', () => {
  const more = Array.from({ length: 20 }, (_, index) =>
    buildCell({ rulings: 'c--', scenario: `s${index}`, model: 'm', arm: 'base', stage: 'screen', draw: 2 }),
  );
  expect(unlikeLossReasons([...cellsOf(() => ({ rulings: 'ccc' })), ...more])).toEqual([]);
});
