import { expect, test } from 'vitest';
import { pairedCells } from '../../src/analysis/paired-cells.ts';
import { buildCell } from '../support/cells.ts';

test('a draw that only one arm has is left out, for that scenario and model alone', () => {
  const cells = [
    buildCell({ arm: 'base', draw: 1 }),
    buildCell({ arm: 'base', draw: 2 }),
    buildCell({ arm: 'head', draw: 1 }),
    buildCell({ arm: 'head', draw: 1, model: 'm2' }),
    buildCell({ arm: 'base', draw: 2, scenario: 's2' }),
    buildCell({ arm: 'head', draw: 2, scenario: 's2' }),
  ];
  expect(pairedCells(cells)).toEqual([cells[0], cells[2], cells[4], cells[5]]);
  expect(pairedCells([])).toEqual([]);
});
