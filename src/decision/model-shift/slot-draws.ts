// What a slot's cells say scenario by scenario, as the tests of change read it.
import { mean } from '../../stats/mean.ts';
import { REJECTIONS } from '../../core/study-words.ts';
import type { Arm, Cell, Stage } from '../../evaluation/cell.ts';
import type { ValueScores } from '../../evaluation/ruling.ts';
import type { ScenarioDraws } from '../change.ts';

/** One number of a cell; undefined where it was not measured. */
export type Measure = (cell: Cell) => number | undefined;

export const isAgainst: Measure = ({ problematic }) => (problematic === 'missing' ? undefined : Number(problematic));

export const isRejection: Measure = (cell) => {
  const scores = scoresOf(cell);
  return scores === undefined ? undefined : Number(REJECTIONS.has(scores.responseType));
};

/** Undefined where the answer was not scored, or its scores are missing. */
export function scoresOf({ scores }: Cell): ValueScores | undefined {
  return scores === 'missing' ? undefined : scores;
}

/** Cells of one slot by scenario, draws in order. */
export type SlotCells = ReadonlyMap<string, Readonly<Record<Arm, readonly Cell[]>>>;

/** `slot`: the id of the model on the head. */
export function cellsOfSlot(cells: readonly Cell[], slot: string): SlotCells {
  const found = new Map<string, Record<Arm, Cell[]>>();
  for (const cell of cells) {
    if (cell.model !== slot) continue;
    const sides = found.get(cell.scenario) ?? { base: [], head: [] };
    found.set(cell.scenario, sides);
    sides[cell.arm].push(cell);
  }
  for (const { base, head } of found.values()) for (const side of [base, head]) side.sort((a, b) => a.draw - b.draw);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The slot's base against its head. On the screen the base draws are stored ones, of other nights. */
export function drawsOfSlot(cells: SlotCells, measure: Measure, stage: Stage): readonly ScenarioDraws[] {
  const read = (side: readonly Cell[]): readonly number[] => side.flatMap((cell) => measure(cell) ?? []);
  return [...cells].map(([scenario, sides]) => {
    const [base, head] = [read(sides.base), read(sides.head)];
    return { scenario, base, head, ...(stage === 'screen' && { stored: base }) };
  });
}

/** The mean of the other slots' heads, draw by draw, against this slot's head. */
export function drawsAgainstPanel(
  own: SlotCells,
  others: readonly SlotCells[],
  measure: Measure,
): readonly ScenarioDraws[] {
  return [...own].map(([scenario, { head }]) => {
    const panel = head.flatMap(({ draw }) => {
      const values = others.flatMap((cells) =>
        (cells.get(scenario)?.head ?? []).filter((cell) => cell.draw === draw).flatMap((cell) => measure(cell) ?? []),
      );
      return values.length === 0 ? [] : [mean(values)];
    });
    return { scenario, base: panel, head: head.flatMap((cell) => measure(cell) ?? []) };
  });
}
