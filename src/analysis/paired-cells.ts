// The cells that both arms have: what a change did is read off answers of the same draw on both sides.
import type { Cell } from '../evaluation/cell.ts';

/** The cells that have a twin on the other arm (same scenario, model and draw), in their order. */
export function pairedCells<Own extends Cell>(cells: readonly Own[]): readonly Own[] {
  const placeOf = ({ scenario, model, draw }: Cell): string => `${scenario}\n${model}\n${draw}`;
  const heads = new Set(cells.flatMap((cell) => (cell.arm === 'head' ? [placeOf(cell)] : [])));
  const both = new Set(
    cells.flatMap((cell) => (cell.arm === 'base' && heads.has(placeOf(cell)) ? [placeOf(cell)] : [])),
  );
  return cells.filter((cell) => both.has(placeOf(cell)));
}
