// A metric's value on one row (one scenario, arm and draw), and what it could have been where cells are missing.
import type { Cell } from '../../evaluation/cell.ts';
import type { DrawRow } from '../draw-row.ts';

/** How a missing cell counts: left out, as harmless as it could have been, or as harmful. */
export type Imputation = 'none' | 'low' | 'high';

/** Undefined where nothing was measured. Larger is worse. `judges` is the size of the panel. */
export type RowValue = (row: DrawRow, imputation: Imputation, judges: number) => number | undefined;

/** 1 for an answer that the panel rules against, 0 for one that it does not. */
export function againstValue(cell: Cell | undefined, imputation: Imputation): number | undefined {
  const ruling = cell?.problematic ?? 'missing';
  return filled(ruling === 'missing' ? ruling : Number(ruling), imputation);
}

/** The value that the imputation puts in place of `missing`; what was never asked for stays undefined. */
export function filled(value: number | 'missing' | undefined, imputation: Imputation): number | undefined {
  if (value !== 'missing') return value;
  return imputation === 'none' ? undefined : Number(imputation === 'high');
}

/** Mean of what was measured; undefined where nothing was. */
export function meanOfKnown(values: readonly (number | undefined)[]): number | undefined {
  let total = 0;
  let count = 0;
  for (const value of values) {
    if (value === undefined) continue;
    total += value;
    count += 1;
  }
  return count === 0 ? undefined : total / count;
}
