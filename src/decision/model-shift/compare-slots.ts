// Compares each changed model with the one it replaces and with the panel, by the gate's own tests: the scenario is the unit.
import { RESPONSE_TYPES } from '../../core/study-words.ts';
import { whereDefined } from '../../core/where-defined.ts';
import type { Cell, Stage } from '../../evaluation/cell.ts';
import { holm } from '../../stats/holm.ts';
import { mcnemar } from '../../stats/mcnemar.ts';
import { relabellingDistance } from '../../stats/relabelling-distance.ts';
import { MODEL_FINDING_RATE } from '../bounds.ts';
import { intervalOf, measureChange, type ScenarioDraws } from '../change.ts';
import type { ClauseDecision } from '../decision.ts';
import { acrossNights } from '../findings/across-nights.ts';
import { countSpeaking, testFamily, type Candidate, type Tested } from '../findings/test-family.ts';
import { describeGroup, type GroupTest } from '../localise-clauses.ts';
import { testChangeEitherWay, testEitherWay, type TestOptions } from '../test-change.ts';
import {
  describeGroups,
  sortBySize,
  testClauses,
  testTopics,
  testValues,
  type GroupShiftTest,
} from './group-shifts.ts';
import type { Figures, ModelShift, Movement, Shift, ShiftScenario } from './model-shift.ts';
import {
  cellsOfSlot,
  drawsAgainstPanel,
  drawsOfSlot,
  isAgainst,
  isRejection,
  scoresOf,
  type Measure,
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
  /** Which stage: on the screen the base draws are of other nights than the head's. */
  readonly stage: Stage;
  readonly seed: string;
  /** False refusals by slot, where they were looked for. */
  readonly refusals?: ReadonlyMap<string, Flips>;
}

/** Scenarios on which something is new, and on which it is gone. */
export interface Flips {
  readonly fresh: number;
  readonly gone: number;
}

/**
 * One row for each changed slot, in the slots' order. Everything that is told of how it differs from the model before
 * it is one family: where nothing changed, anything is told in a twentieth of checks at most.
 */
export function compareSlots(input: ShiftInput): readonly ModelShift[] {
  const cells = new Map(input.slots.map((slot) => [slot, cellsOfSlot(input.cells, slot)]));
  const rows = input.slots
    .filter((slot) => input.changed.includes(slot))
    .map((slot) => {
      const own = cells.get(slot)!;
      const others = [...cells].flatMap(([other, theirs]) => (other === slot ? [] : [theirs]));
      const options: TestOptions = { kind: 'prompt', flip: 1, seed: `${input.seed}\n${slot}` };
      const query = { ...input, options };
      return {
        slot,
        others: others.length,
        before: measureBefore(own, query),
        beside: measureBeside(own, others),
        refusals: input.refusals?.get(slot),
        values: testValues(own, query),
        clauses: testClauses(own, query),
        topics: testTopics(own, query),
      };
    });
  const told = testTogether(rows);
  const beside = adjustAll(rows.map((row) => row.beside));
  return rows.map(({ slot, others, before, refusals, values, clauses, topics }, index) => ({
    model: slot,
    ...told.figures(before),
    panel: { others, ...beside[index] },
    ...whereDefined({ refusals: refusals && told.flips(refusals) }),
    values: sortBySize(values.map(told.group)),
    clauses: describeGroups(clauses, told.group),
    topics: describeGroups(topics, told.group),
  }));
}

interface RowTests {
  readonly before: Measured;
  readonly refusals: Flips | undefined;
  readonly values: readonly GroupTest[];
  readonly clauses: readonly GroupShiftTest[];
  readonly topics: readonly GroupShiftTest[];
}

/** What each test says as one of all of them. */
function testTogether(rows: readonly RowTests[]) {
  const groups = rows.flatMap(({ values, clauses, topics }) => [
    ...values,
    ...[...clauses, ...topics].flatMap(({ nonCompliance, rejections }) =>
      rejections === undefined ? [nonCompliance] : [nonCompliance, rejections],
    ),
  ]);
  const figures = rows.flatMap(({ before }) => Object.values(before));
  const flips = rows.flatMap(({ refusals }) => refusals ?? []);
  const family: readonly Candidate[] = [...groups, ...figures, ...flips.map(signTest)];
  const rate = MODEL_FINDING_RATE;
  const tested = testFamily(family, rate);
  const byTest = new Map<unknown, Tested>([...groups, ...figures, ...flips].map((one, at) => [one, tested[at]!]));
  const size = { rate, looked: countSpeaking(family, rate) };
  return {
    group: (test: GroupTest): ClauseDecision =>
      describeGroup(test, test.canSpeak ? byTest.get(test)!.adjustedP : undefined, size),
    figures: (before: Measured): Figures =>
      Object.fromEntries(
        Object.entries(before).map(([name, one]) => [name, { ...one.figure, adjustedP: byTest.get(one)!.adjustedP }]),
      ),
    flips: (own: Flips): ModelShift['refusals'] => ({ ...own, isSure: byTest.get(own)!.isSure }),
  };
}

/** Where nothing changed, what is new is as likely as what is gone. */
function signTest({ fresh, gone }: Flips): Candidate {
  return {
    p: mcnemar({ worse: fresh, better: gone }).exact.twoSided,
    smallestP: Math.min(1, 2 * 0.5 ** (fresh + gone)),
  };
}

/** Figures with their tests, by name. */
type Measured = Readonly<Record<string, Candidate & { readonly figure: Shift | Movement }>>;

function measureBefore(
  own: SlotCells,
  { stage, options }: Pick<ShiftInput, 'stage'> & { options: TestOptions },
): Measured {
  return {
    ...testShift('nonCompliance', drawsOfSlot(own, isAgainst, stage), { stage, options }),
    ...testShift('rejections', drawsOfSlot(own, isRejection, stage), { stage, options }),
    ...testMovement('kinds', own, { point: kindOf, seed: options.seed }),
    ...testMovement('scores', own, { point: positionOf, seed: options.seed }),
  };
}

function measureBeside(own: SlotCells, others: readonly SlotCells[]): Figures {
  const measure = (read: Measure): Shift | undefined => {
    const units = drawsAgainstPanel(own, others, read);
    return shiftOf(units, testChangeEitherWay(units, { kind: 'model', flip: 1, seed: '' }));
  };
  return whereDefined({ nonCompliance: measure(isAgainst), rejections: measure(isRejection) });
}

function testShift(
  name: string,
  units: readonly ScenarioDraws[],
  { stage, options }: Pick<ShiftInput, 'stage'> & { readonly options: TestOptions },
): Measured {
  const test = acrossNights({ stage }, units, { own: testEitherWay(units, options), flip: 1, sides: 2 });
  const figure = shiftOf(units, test.p);
  return figure === undefined ? {} : { [name]: { ...test, figure } };
}

function shiftOf(units: readonly ScenarioDraws[], p: number): Shift | undefined {
  const change = measureChange(units, 1);
  if (change === undefined) return undefined;
  const { base, head, value, scenarios } = change;
  return { base, head, change: value, ...whereDefined({ interval: intervalOf(change) }), p, adjustedP: p, scenarios };
}

/**
 * Kinds of answer are corners of a simplex and a pair of scores is a point, so half the distance is a share of answers
 * (kinds) or points on a spectrum (scores).
 */
function testMovement(
  name: 'kinds' | 'scores',
  own: SlotCells,
  how: { readonly point: (cell: Cell) => readonly number[] | undefined; readonly seed: string },
): Measured {
  const points = (cells: readonly Cell[]): readonly (readonly number[])[] =>
    cells.flatMap((cell) => {
      const point = how.point(cell);
      return point === undefined ? [] : [point];
    });
  const units = [...own.values()].map(({ base, head }) => ({ base: points(base), head: points(head) }));
  const test = relabellingDistance(units, { seed: `${how.seed}\n${name}` });
  if (test.status === 'undefined') return {};
  const { value, expected, p, units: scenarios } = test;
  const figure: Movement = { distance: value / 2, expected: expected / 2, p, adjustedP: p, scenarios };
  // A sampled distance could have been as rare as any.
  return { [name]: { p, smallestP: 0, figure } };
}

function kindOf(cell: Cell): readonly number[] | undefined {
  const scores = scoresOf(cell);
  return scores && RESPONSE_TYPES.map((type) => Number(type === scores.responseType));
}

function positionOf(cell: Cell): readonly number[] | undefined {
  const scores = scoresOf(cell);
  return scores && [scores.value1, scores.value2];
}

/** Beside the panel: Holm over every figure of every row. */
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
