// Outliers of the comparison, and of models that stand beside its panel.
import { indexCells } from '../../analysis/draw-row.ts';
import { findOutliers, type Outlier } from '../../analysis/outliers.ts';
import type { Arm, Cell, Stage } from '../../evaluation/cell.ts';
import type { Comparison, Slot } from '../../evaluation/comparison.ts';

export interface OutlierEvidence {
  readonly comparison: Comparison;
  /** Cells of the stage that decided. */
  readonly cells: readonly Cell[];
  readonly added: { readonly slots: readonly Slot[]; readonly cells: readonly Cell[] };
  readonly stage: Stage;
}

/** None with `target`: responses are the same on both sides. A model that is added changes nobody else's standing. */
export function listOutliers({ comparison, cells, added, stage }: OutlierEvidence): readonly Outlier[] {
  if (comparison.kind === 'target') return [];
  const slots = comparison.slots.map(({ id }) => id);
  const own = findOutliers(indexCells(cells), {
    stage,
    scenarios: scenariosOf(cells),
    models: slots,
    draws: { base: mostDraws(cells, 'base'), head: mostDraws(cells, 'head') },
  });
  if (added.cells.length === 0) return own;
  const heads = [...cells, ...added.cells].filter(({ arm }) => arm === 'head');
  const news = added.slots.map(({ id }) => id);
  const draws = mostDraws(heads, 'head');
  const beside = findOutliers(indexCells(heads), {
    stage,
    scenarios: scenariosOf(heads),
    models: [...slots, ...news],
    draws: { base: draws, head: draws },
  });
  return [...own, ...beside.filter(({ model }) => news.includes(model))];
}

function scenariosOf(cells: readonly Cell[]): readonly string[] {
  return [...new Set(cells.map(({ scenario }) => scenario))];
}

function mostDraws(cells: readonly Cell[], arm: Arm): number {
  return cells.reduce((most, cell) => (cell.arm === arm ? Math.max(most, cell.draw) : most), 0);
}
