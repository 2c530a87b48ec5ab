// One scenario, one arm, one draw: the panel's cells side by side, with a gap wherever none came back.
import type { Arm, Cell, Stage } from '../evaluation/cell.ts';

declare const comparable: unique symbol;

/**
 * The number of a draw that may be compared. Only `drawNumber` makes one, and it refuses 0: `pool:0` chose the
 * scenarios, and comparing with the draw that chose them raises false alarms to 99 %.
 */
export type DrawNumber = number & { readonly [comparable]: true };

/** Every place where a cell was asked for; draws run from 1. */
export interface RowQuery {
  readonly arm: Arm;
  readonly stage: Stage;
  readonly scenarios: readonly string[];
  readonly models: readonly string[];
  readonly draws: number;
}

export interface DrawRow {
  readonly scenario: string;
  readonly draw: DrawNumber;
  /** In the order of the models asked for. `undefined` is a cell that was asked for and did not come back. */
  readonly cells: readonly (Cell | undefined)[];
}

/** Cells by place, so that rows can be read off in any order. */
export type CellIndex = ReadonlyMap<string, Cell>;

/** @throws RangeError unless `draw` is a whole number from 1. */
export function drawNumber(draw: number): DrawNumber {
  if (!Number.isInteger(draw) || draw < 1) throw new RangeError(`draw ${draw} cannot be compared: draws count from 1`);
  return draw as DrawNumber;
}

/** @throws RangeError for a cell with a draw that cannot be compared, or two cells in one place. */
export function indexCells(cells: readonly Cell[]): CellIndex {
  const index = new Map<string, Cell>();
  for (const cell of cells) {
    const place = placeOf(cell, cell.scenario, cell.model, drawNumber(cell.draw));
    if (index.has(place)) throw new RangeError(`two cells for ${place.replaceAll('\n', ' ')}`);
    index.set(place, cell);
  }
  return index;
}

/** The rows of each scenario, draw after draw; every scenario asked for is there. */
export function readRows(index: CellIndex, query: RowQuery): ReadonlyMap<string, readonly DrawRow[]> {
  const draws = Array.from({ length: query.draws }, (_, offset) => drawNumber(offset + 1));
  return new Map(
    query.scenarios.map((scenario) => [
      scenario,
      draws.map((draw) => ({
        scenario,
        draw,
        cells: query.models.map((model) => index.get(placeOf(query, scenario, model, draw))),
      })),
    ]),
  );
}

function placeOf(
  side: { readonly arm: Arm; readonly stage: Stage },
  scenario: string,
  model: string,
  draw: DrawNumber,
): string {
  return `${side.stage}\n${side.arm}\n${draw}\n${model}\n${scenario}`;
}
