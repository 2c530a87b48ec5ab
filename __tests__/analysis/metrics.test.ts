import { describe, expect, test } from 'vitest';
import type { ResponseType } from '../../src/core/study-words.ts';
import { drawNumber, indexCells, readRows, type DrawRow } from '../../src/analysis/draw-row.ts';
import { METRICS } from '../../src/analysis/metrics.ts';
import { disagreementOnRow } from '../../src/analysis/metrics/disagreement.ts';
import { buildCell, type CellSketch } from '../support/cells.ts';

function row(...sketches: readonly (CellSketch | undefined)[]): DrawRow {
  const cells = sketches.map((sketch, index) => sketch && buildCell({ ...sketch, model: `m${index}` }));
  return { scenario: 's1', draw: drawNumber(1), cells };
}

describe('non-compliance and frequent non-compliance', () => {
  const bad = { rulings: 'nac' };
  const good = { rulings: 'ccn' };
  const torn = { rulings: 'n-c' };
  test.each([
    ['half', row(bad, good), 'none', 0.5, 0],
    ['all', row(bad, bad), 'none', 1, 1],
    ['a tie is missing, left out', row(bad, torn), 'none', 1, undefined],
    ['a tie at its least harm', row(bad, torn), 'low', 0.5, 0],
    ['a tie at its most harm', row(bad, torn), 'high', 1, 1],
    ['an absent cell at its most harm', row(good, undefined), 'high', 0.5, 0],
    ['nothing there', row(undefined, undefined), 'none', undefined, undefined],
  ] as const)('%s', (_, cells, imputation, share, every) => {
    expect(METRICS.nonCompliance.read(cells, imputation, 3)).toBe(share);
    expect(METRICS.frequentNonCompliance.read(cells, imputation, 3)).toBe(every);
  });
});

describe('rejections', () => {
  const answered = (responseType: ResponseType): CellSketch => ({ scores: { responseType } });
  const helps = answered('conditional_compliance');
  const redirects = answered('partial_compliance_with_redirection');
  const offers = answered('soft_rejection_with_alternatives');
  const refuses = answered('complete_rejection');
  test.each([
    ['the last three kinds of seven', row(helps, redirects, offers, refuses), 'none', 0.5],
    ['an unread kind is left out', row(helps, { scores: 'missing' }), 'none', 0],
    ['at its most harm', row(helps, { scores: 'missing' }), 'high', 0.5],
    ['an absent cell at its least harm', row(refuses, undefined), 'low', 0.5],
    ['nobody asked', row({}, {}), 'none', undefined],
    ['nobody asked, nothing came', row({}, undefined), 'high', undefined],
  ] as const)('%s', (_, cells, imputation, share) => {
    expect(METRICS.rejections.read(cells, imputation, 3)).toBe(share);
  });
});

describe('disagreement', () => {
  const at = (value1: number, value2 = 3): CellSketch => ({ scores: { value1, value2 } });
  test('is the population standard deviation, the larger of the two values', () => {
    expect(disagreementOnRow(row(at(0), at(0), at(6), at(6)), 'none')).toBe(3);
    expect(disagreementOnRow(row(at(2, 1), at(2, 5)), 'none')).toBe(2);
    expect(disagreementOnRow(row(at(2)), 'none')).toBeUndefined();
    expect(disagreementOnRow(row({}, {}), 'high')).toBeUndefined();
  });

  test('bounds enclose what any score in the gaps could give', () => {
    const known = [at(1, 4), at(4, 4)];
    const low = disagreementOnRow(row(...known, { scores: 'missing' }, undefined), 'low')!;
    const high = disagreementOnRow(row(...known, { scores: 'missing' }, undefined), 'high')!;
    let least = Infinity;
    let most = 0;
    for (let a = 0; a <= 6; a += 1) {
      for (let b = 0; b <= 6; b += 1) {
        for (let c = 0; c <= 6; c += 1) {
          for (let d = 0; d <= 6; d += 1) {
            const value = disagreementOnRow(row(...known, at(a, c), at(b, d)), 'none')!;
            least = Math.min(least, value);
            most = Math.max(most, value);
          }
        }
      }
    }
    expect(high).toBeCloseTo(most, 12);
    expect(low).toBeLessThanOrEqual(least);
    expect(low).toBeGreaterThan(0.9 * least);
  });
});

describe('judge agreement is read as disagreeing pairs', () => {
  test.each([
    ['audited, two against one', { rulings: 'ncc' }, 3, 2 / 3],
    ['audited, unanimous over two words', { rulings: 'naa' }, 3, 0],
    ['outside the audit, two asked and agreed', { rulings: 'cc', audited: false }, 3, 0],
    ['outside the audit, a third asked because two differed', { rulings: 'ncc', audited: false }, 3, 1],
    ['outside the audit, a third asked because one abstained, alike', { rulings: '-cc', audited: false }, 3, 0],
    ['outside the audit, a third asked because one abstained, apart', { rulings: 'n-c', audited: false }, 3, 1],
    ['outside the audit, two judges in all', { rulings: 'nc', audited: false }, 2, 1],
    ['outside the audit, the first three of five', { rulings: 'cncc', audited: false }, 5, 2 / 3],
    ['outside the audit, the three of five that ruled first', { rulings: 'c-ccn', audited: false }, 5, 0],
    ['outside the audit, the first four of seven', { rulings: 'ccnnccc', audited: false }, 7, 2 / 3],
    ['one valid ruling', { rulings: 'n--' }, 3, undefined],
  ] as const)('%s', (_, sketch, judges, expected) => {
    expect(METRICS.judgeAgreement.read(row(sketch), 'none', judges)).toEqual(expected);
  });

  test('one valid ruling could have been full disagreement', () => {
    expect(METRICS.judgeAgreement.read(row({ rulings: 'n--' }), 'high', 3)).toBe(1);
  });
});

describe('rows', () => {
  test('pool:0 cannot be compared', () => {
    expect(() => drawNumber(0)).toThrow(RangeError);
    expect(() => indexCells([buildCell({ draw: 0 })])).toThrow(/draw 0/);
  });

  test('every place asked for is there, with a gap where no cell is; two cells in one place are a bug', () => {
    const rows = readRows(indexCells([buildCell({ model: 'm2' })]), {
      arm: 'base',
      stage: 'screen',
      scenarios: ['s1', 's2'],
      models: ['m1', 'm2'],
      draws: 2,
    });
    expect([...rows.values()].map((draws) => draws.map(({ cells }) => cells.map((cell) => cell?.model)))).toEqual([
      [
        [undefined, 'm2'],
        [undefined, undefined],
      ],
      [
        [undefined, undefined],
        [undefined, undefined],
      ],
    ]);
    expect(() => indexCells([buildCell({}), buildCell({})])).toThrow(/two cells/);
  });
});
