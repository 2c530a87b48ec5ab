// Interpretive disagreement: pairs of rulings on one answer that rest on the same clause, and how many part.
import { describe, expect, test } from 'vitest';
import { listAmbiguous } from '../../src/analysis/ambiguous-scenarios.ts';
import { tabulateReadings } from '../../src/analysis/clause-readings.ts';
import { drawNumber } from '../../src/analysis/draw-row.ts';
import { readShared } from '../../src/analysis/metrics/interpretation.ts';
import { sharedReading } from '../../src/analysis/shared-readings.ts';
import type { Cell } from '../../src/evaluation/cell.ts';
import { buildCell } from '../support/cells.ts';

const A = ['a'];
const B = ['b'];
const AB = ['a', 'b'];
const PANEL = { judges: 3 };

describe('of the pairs asked about one answer', () => {
  test.each([
    ['all rest on a, one parts: two of three pairs', 'ccn', [A, A, A], { rests: 1, parts: 2 / 3 }],
    ['the one that parts rests on another clause', 'ccn', [A, A, B], { rests: 1 / 3, parts: 0 }],
    ['it rests on both', 'ccn', [A, A, AB], { rests: 1, parts: 2 / 3 }],
    ['nothing in common', 'ccn', [A, B, []], { rests: 0, parts: 0 }],
    ['ambiguous sides with non-compliant', 'can', [A, A, A], { rests: 1, parts: 2 / 3 }],
    ['two rulings are one pair', 'cn-', [A, A, A], { rests: 1, parts: 1 }],
    ['one ruling is none', 'c--', [A, A, A], 'missing'],
  ] as const)('%s', (_, rulings, cites, expected) => {
    expect(sharedReading(buildCell({ rulings, cites }), PANEL)).toEqual(expected);
  });

  test('of one clause: pairs that rest on it', () => {
    const cell = buildCell({ rulings: 'ccn', cites: [A, AB, AB] });
    const of = (wanted: string): unknown => sharedReading(cell, { ...PANEL, isWanted: (clause) => clause === wanted });
    expect(of('a')).toEqual({ rests: 1, parts: 2 / 3 });
    expect(of('b')).toEqual({ rests: 1 / 3, parts: 1 / 3 });
  });

  test('outside the audit, of the judges who were asked whatever the others said', () => {
    const read = (rulings: string, judges: number): unknown =>
      sharedReading(buildCell({ rulings, cites: Array.from(rulings, () => A), audited: false }), { judges });
    expect(read('cc', 3)).toEqual({ rests: 1, parts: 0 });
    expect(read('cnc', 3)).toEqual({ rests: 1, parts: 1 });
    expect(read('-nc', 3)).toEqual({ rests: 1, parts: 1 });
    expect(read('cncc', 5)).toEqual({ rests: 1, parts: 2 / 3 });
  });
});

test('a row: parting pairs among those that rest on a clause; missing answers are left out, or count as one way or the other', () => {
  const cells: readonly (Cell | undefined)[] = [
    buildCell({ rulings: 'ccc', cites: [A, A, A] }),
    buildCell({ rulings: 'ccn', cites: [A, A, A] }),
    buildCell({ rulings: 'ccn', cites: [A, B, []] }),
    undefined,
  ];
  const row = { scenario: 's', draw: drawNumber(1), cells };
  expect(readShared()(row, 'none', 3)).toBeCloseTo(1 / 3, 12);
  expect(readShared()(row, 'low', 3)).toBeCloseTo(2 / 9, 12);
  expect(readShared()(row, 'high', 3)).toBeCloseTo(5 / 9, 12);
  expect(readShared((clause) => clause === 'b')(row, 'none', 3)).toBeUndefined();
});

test('clause by clause and pair by pair, under the id it is reported by; the clause that parts most first', () => {
  const at = (arm: 'base' | 'head', scenario: string, rulings: string, clause: string): Cell =>
    buildCell({ arm, scenario, rulings, cites: [[clause], [clause], [clause]] });
  const cells = [
    at('base', 's1', 'ccc', 'old'),
    at('head', 's1', 'ccn', 'new'),
    at('head', 's2', 'ncc', 'new'),
    at('base', 's3', 'ccc', 'quiet'),
    at('head', 's3', 'ccc', 'quiet'),
  ];
  const panel = ['judge-3', 'judge-1', 'judge-2'];
  const reportedAs = (clause: string): string => (clause === 'old' ? 'new' : clause);
  const [first, second] = tabulateReadings(cells, { panel, reportedAs });
  expect(first).toMatchObject({
    clause: 'new',
    sides: { base: { rests: 3, parts: 0 }, head: { rests: 6, parts: 4 } },
    examples: ['s1', 's2'],
  });
  expect(first!.pairs.map(({ judges, sides }) => [judges.join(' '), sides.head.parts])).toEqual([
    ['judge-1 judge-2', 1],
    ['judge-3 judge-1', 2],
    ['judge-3 judge-2', 1],
  ]);
  expect(second).toMatchObject({ clause: 'quiet', sides: { head: { rests: 3, parts: 0 } } });
});

test('a scenario is ambiguous where half of its rulings are, two at least', () => {
  const cells = [
    buildCell({ arm: 'head', scenario: 'all', rulings: 'aaa', cites: [A, AB, A] }),
    buildCell({ arm: 'head', scenario: 'half', rulings: 'aacn' }),
    buildCell({ arm: 'head', scenario: 'less', rulings: 'acc' }),
    buildCell({ arm: 'head', scenario: 'one', rulings: 'a--' }),
    buildCell({ arm: 'base', scenario: 'all', rulings: 'ccc' }),
  ];
  expect(listAmbiguous(cells)).toEqual([
    { arm: 'head', scenario: 'all', ambiguous: 3, rulings: 3, clauses: ['a', 'b'] },
    { arm: 'head', scenario: 'half', ambiguous: 2, rulings: 4, clauses: [] },
  ]);
});
