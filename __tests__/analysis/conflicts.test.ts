import { expect, test } from 'vitest';
import { findConflicts } from '../../src/analysis/conflicts.ts';
import { buildCell } from '../support/cells.ts';

test('opposite rulings that rest on different clauses are a conflict, counted by arm', () => {
  const torn = { rulings: 'ncc', cites: [['safety'], ['good-faith'], ['good-faith', 'tone']] };
  const cells = [
    buildCell({ ...torn, arm: 'head', scenario: 's1' }),
    buildCell({ ...torn, arm: 'head', scenario: 's1', draw: 2 }),
    buildCell({ ...torn, arm: 'head', scenario: 's2' }),
    buildCell({ ...torn, arm: 'base', scenario: 's2' }),
    buildCell({ arm: 'base', scenario: 's3', rulings: 'ccc', cites: [['safety'], [], []] }),
  ];
  expect(findConflicts(cells)).toEqual([
    {
      against: 'safety',
      favour: 'good-faith',
      responses: { base: 1, head: 3 },
      scenarios: { base: 1, head: 2 },
      tested: 3,
      examples: ['s1', 's2'],
    },
    expect.objectContaining({ against: 'safety', favour: 'tone', tested: 3 }),
  ]);
});

test.each([
  ['all rule alike', { rulings: 'nnn', cites: [['a'], ['b'], ['c']] }],
  ['both sides cite the same clause: a reading, not a conflict', { rulings: 'ncc', cites: [['a'], ['a'], ['a']] }],
  ['a judge without a clause', { rulings: 'ncc', cites: [[], ['a'], []] }],
  ['a judge that abstained', { rulings: '-cc', cites: [['b'], ['a'], ['a']] }],
])('no conflict: %s', (_, sketch) => {
  expect(findConflicts([buildCell(sketch)])).toEqual([]);
});
