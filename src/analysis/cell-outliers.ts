// Outliers among a comparison's cells.
import { whereDefined } from '../core/where-defined.ts';
import type { Arm, Cell } from '../evaluation/cell.ts';
import type { ComparisonKind } from '../evaluation/comparison.ts';
import { findOutliers, type Outlier, type OutlierRows } from './outliers.ts';
import type { Answer, OutlierBasis } from './stands-apart.ts';

/** A cell as an answer that may stand apart. */
export interface CellAnswer<Own extends Cell> extends Answer {
  readonly cell: Own;
}

/** Cells of one stage, both sides; `panel` as in `findOutliers`. */
export function findCellOutliers<Own extends Cell>(
  cells: readonly Own[],
  { kind, panel }: { readonly kind: ComparisonKind; readonly panel?: ReadonlySet<string> },
): readonly Outlier<CellAnswer<Own>>[] {
  const sides = { base: rowsOf(cells, 'base'), head: rowsOf(cells, 'head') };
  return findOutliers(sides, { basis: basisOf(cells, kind), ...whereDefined({ panel }) });
}

/** With `target` both sides have the same answers and the same scores: rulings alone can move. */
export function basisOf(cells: readonly Cell[], kind: ComparisonKind): OutlierBasis {
  return kind !== 'target' && cells.some(({ scores }) => scores !== undefined) ? 'scores' : 'rulings';
}

function rowsOf<Own extends Cell>(cells: readonly Own[], arm: Arm): OutlierRows<CellAnswer<Own>> {
  const scenarios = new Map<string, Map<number, CellAnswer<Own>[]>>();
  for (const cell of cells) {
    if (cell.arm !== arm) continue;
    const draws = scenarios.get(cell.scenario) ?? new Map<number, CellAnswer<Own>[]>();
    scenarios.set(cell.scenario, draws);
    const row = draws.get(cell.draw) ?? [];
    draws.set(cell.draw, row);
    row.push(asAnswer(cell));
  }
  return new Map(
    [...scenarios].map(([scenario, draws]) => [scenario, [...draws].sort(([a], [b]) => a - b).map(([, row]) => row)]),
  );
}

function asAnswer<Own extends Cell>(cell: Own): CellAnswer<Own> {
  const { model, problematic, scores } = cell;
  if (scores === undefined || scores === 'missing') return { model, problematic, cell };
  const { value1, value2, responseType } = scores;
  return { model, problematic, scores: { value1, value2 }, responseType, cell };
}
