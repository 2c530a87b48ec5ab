// Compares each changed model with the one it replaces and with the panel, by the gate's own tests: the scenario is the unit.
import { RESPONSE_TYPES } from '../../core/study-words.ts';
import type { Cell, Stage } from '../../evaluation/cell.ts';
import { holm } from '../../stats/holm.ts';
import { relabellingDistance } from '../../stats/relabelling-distance.ts';
import { intervalOf, measureChange, type ScenarioDraws } from '../change.ts';
import { testChangeEitherWay, type TestOptions } from '../test-change.ts';
import { shiftByClause, shiftByTopic, shiftByValue } from './group-shifts.ts';
import type { Figures, ModelShift, Movement, Shift, ShiftScenario } from './model-shift.ts';
import {
  cellsOfSlot,
  drawsAgainstPanel,
  drawsOfSlot,
  isAgainst,
  isRejection,
  scoresOf,
  type SlotCells,
} from './slot-draws.ts';

export interface ShiftInput {
  /** Both arms of the stage that decided, all slots. */
  readonly cells: readonly Cell[];
  readonly scenarios: readonly ShiftScenario[];
  /** All slots, and those whose model changed. */
  readonly slots: readonly string[];
  readonly changed: readonly string[];
  /** Value (lower case) -> category; a value without one stands for itself. */
  readonly categories: ReadonlyMap<string, string>;
  /** The screen holds a head against base draws of other nights. */
  readonly stage: Stage;
  readonly seed: string;
}

/** One row a changed slot, in the slots' order. */
export function compareSlots(input: ShiftInput): readonly ModelShift[] {
  const cells = new Map(input.slots.map((slot) => [slot, cellsOfSlot(input.cells, slot)]));
  const seed = (slot: string): string => `${input.seed}\n${slot}`;
  const rows = input.slots
    .filter((slot) => input.changed.includes(slot))
    .map((slot) => {
      const own = cells.get(slot)!;
      const others = [...cells].flatMap(([other, theirs]) => (other === slot ? [] : [theirs]));
      return {
        slot,
        own,
        others: others.length,
        ...measureSlot(own, others, { stage: input.stage, seed: seed(slot) }),
      };
    });
  const before = adjustAll(rows.map((row) => row.before));
  const beside = adjustAll(rows.map((row) => row.beside));
  const options: TestOptions = { kind: 'model', flip: 1, seed: input.seed };
  return rows.map(({ slot, own, others }, index) => {
    return {
      model: slot,
      ...before[index],
      panel: { others, ...beside[index] },
      values: shiftByValue(own, { ...input, options }),
      clauses: shiftByClause(own, { ...input, options }),
      topics: shiftByTopic(own, { ...input, options }),
    };
  });
}

/** Against the model before it, and beside the panel. */
function measureSlot(
  own: SlotCells,
  others: readonly SlotCells[],
  { stage, seed }: Pick<ShiftInput, 'stage' | 'seed'>,
): { readonly before: Figures; readonly beside: Figures } {
  return {
    before: {
      ...measureShift('nonCompliance', drawsOfSlot(own, isAgainst, stage)),
      ...measureShift('rejections', drawsOfSlot(own, isRejection, stage)),
      ...measureMovement('kinds', own, { point: kindOf, seed }),
      ...measureMovement('scores', own, { point: positionOf, seed }),
    },
    beside: {
      ...measureShift('nonCompliance', drawsAgainstPanel(own, others, isAgainst)),
      ...measureShift('rejections', drawsAgainstPanel(own, others, isRejection)),
    },
  };
}

function measureShift(name: 'nonCompliance' | 'rejections', units: readonly ScenarioDraws[]): Figures {
  const change = measureChange(units, 1);
  if (change === undefined) return {};
  const interval = intervalOf(change);
  const { base, head, value, scenarios } = change;
  const p = testChangeEitherWay(units, { kind: 'model', flip: 1, seed: '' });
  const shown = interval === undefined ? {} : { interval };
  const shift: Shift = { base, head, change: value, ...shown, p, adjustedP: p, scenarios };
  return { [name]: shift };
}

/** A kind of answer is a corner of a simplex, a pair of scores a point: half the distance is a share, or points a spectrum. */
function measureMovement(
  name: 'kinds' | 'scores',
  own: SlotCells,
  how: { readonly point: (cell: Cell) => readonly number[] | undefined; readonly seed: string },
): Figures {
  const points = (cells: readonly Cell[]): readonly (readonly number[])[] =>
    cells.flatMap((cell) => {
      const point = how.point(cell);
      return point === undefined ? [] : [point];
    });
  const units = [...own.values()].map(({ base, head }) => ({ base: points(base), head: points(head) }));
  const test = relabellingDistance(units, { seed: `${how.seed}\n${name}` });
  if (test.status === 'undefined') return {};
  const { value, expected, p, units: scenarios } = test;
  const movement: Movement = { distance: value / 2, expected: expected / 2, p, adjustedP: p, scenarios };
  return { [name]: movement };
}

function kindOf(cell: Cell): readonly number[] | undefined {
  const scores = scoresOf(cell);
  return scores && RESPONSE_TYPES.map((type) => Number(type === scores.responseType));
}

function positionOf(cell: Cell): readonly number[] | undefined {
  const scores = scoresOf(cell);
  return scores && [scores.value1, scores.value2];
}

/** Holm over every figure of every row: against the model before, and beside the panel, are a family each. */
function adjustAll(rows: readonly Figures[]): readonly Figures[] {
  const adjusted = holm(rows.flatMap((row) => Object.values(row).map(({ p }: Shift | Movement) => p)));
  let next = 0;
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, figure]: [string, Shift | Movement]) => {
        const adjustedP = adjusted[next]!;
        next += 1;
        return [name, { ...figure, adjustedP }];
      }),
    ),
  );
}
