import { expect, test } from 'vitest';
import { findOneSided } from '../../src/analysis/one-sided-judges.ts';
import { buildCell } from '../support/cells.ts';

const JUDGES = ['judge-1', 'judge-2', 'judge-3'];
/** Each kind of rulings on so many scenarios, in two draws. */
const cellsOf = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).flatMap(([rulings, scenarios]) =>
    Array.from({ length: scenarios }, (_, index) =>
      [1, 2].map((draw) => buildCell({ rulings, draw, scenario: `${rulings} ${index}` })),
    ).flat(),
  );

test('a judge who is for every answer, where both others object to five', () => {
  expect(findOneSided(cellsOf({ ccc: 20, nnc: 4, nac: 1 }), JUDGES)).toEqual([
    { judge: 'judge-3', way: 'for', rulings: 50, alone: 5 },
  ]);
});

test('a judge who is against every answer', () => {
  expect(findOneSided(cellsOf({ ncc: 6, nnn: 2 }), JUDGES)).toEqual([
    { judge: 'judge-1', way: 'against', rulings: 16, alone: 6 },
  ]);
});

test.each<[string, Readonly<Record<string, number>>]>([
  ['who objected once', { ccc: 20, nnc: 8, ccn: 1 }],
  ['with too few to tell by', { ccc: 20, nnc: 4 }],
  ['whom one other joins', { ccc: 20, ncc: 8 }],
  ['beside whom only one other rules', { ccc: 20, 'n-c': 8 }],
  ['on answers that nobody objects to', { ccc: 40 }],
])('no word of a judge %s', (_, counts) => {
  expect(findOneSided(cellsOf(counts), JUDGES)).toEqual([]);
});
