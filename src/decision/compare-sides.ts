// On how many answers of each side something holds, and whether the scenarios in which the head has more of them are more than chance.
import { pairedCells } from '../analysis/paired-cells.ts';
import type { Arm, Cell } from '../evaluation/cell.ts';
import { mcnemar, type SidedP } from '../stats/mcnemar.ts';

export interface SidesCompared {
  readonly base: number;
  readonly head: number;
  /** Compared on each side. */
  readonly answers: number;
  /** Of the exact sign test over scenarios; `oneSided` asks whether the head has more. */
  readonly p: SidedP;
}

/** Equal draws of both sides only. A scenario is one sign, however many of its answers differ: they are not independent. */
export function compareSides(cells: readonly Cell[], holds: (cell: Cell) => boolean): SidesCompared {
  const paired = pairedCells(cells);
  const counts = new Map<string, Record<Arm, number>>();
  for (const cell of paired) {
    const own = counts.get(cell.scenario) ?? { base: 0, head: 0 };
    counts.set(cell.scenario, own);
    own[cell.arm] += Number(holds(cell));
  }
  const sides = [...counts.values()];
  const worse = sides.filter(({ base, head }) => head > base).length;
  const better = sides.filter(({ base, head }) => base > head).length;
  const sum = (arm: Arm): number => sides.reduce((total, side) => total + side[arm], 0);
  return { base: sum('base'), head: sum('head'), answers: paired.length / 2, p: mcnemar({ worse, better }).exact };
}
