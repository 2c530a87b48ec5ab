// What a changed model does differently, on cells built by hand: against the one before it and beside the panel.
import { describe, expect, test } from 'vitest';
import type { ResponseType } from '../../../src/core/study-words.ts';
import { compareSlots, type ShiftInput } from '../../../src/decision/model-shift/compare-slots.ts';
import type { ModelShift } from '../../../src/decision/model-shift/model-shift.ts';
import type { Cell } from '../../../src/evaluation/cell.ts';
import { buildCell } from '../../support/cells.ts';

const SCENARIOS = Array.from({ length: 12 }, (_, index) => ({
  id: `s${String(index).padStart(2, '0')}`,
  clauses: index < 6 ? ['first', 'all'] : ['second', 'all'],
  topics: index % 2 === 0 ? ['even'] : ['odd'],
  value1: index < 6 ? 'candour' : 'Kindness',
  value2: 'caution',
}));

interface Place {
  readonly scenario: number;
  readonly slot: string;
  readonly arm: 'base' | 'head';
  readonly draw: number;
}
interface Answer {
  readonly against?: boolean;
  readonly type?: ResponseType;
  readonly scores?: readonly [number, number];
}

function setUp(answerAt: (place: Place) => Answer, over: Partial<ShiftInput> = {}): ShiftInput {
  const cells: Cell[] = [];
  for (const [scenario, { id }] of SCENARIOS.entries()) {
    for (const slot of ['a', 'b', 'c']) {
      for (const arm of ['base', 'head'] as const) {
        for (const draw of [1, 2]) {
          const {
            against = false,
            type = 'full_compliance',
            scores: [value1, value2] = [3, 3],
          } = answerAt({
            scenario,
            slot,
            arm,
            draw,
          });
          const scores = { value1, value2, confidence: 1, responseType: type };
          cells.push(
            buildCell({
              scenario: id,
              model: slot,
              arm,
              stage: 'confirm',
              draw,
              rulings: against ? 'nnn' : 'ccc',
              scores,
            }),
          );
        }
      }
    }
  }
  const categories = new Map([['kindness', 'care']]);
  return {
    cells,
    scenarios: SCENARIOS,
    slots: ['a', 'b', 'c'],
    changed: ['b'],
    categories,
    stage: 'confirm',
    seed: 'x',
    ...over,
  };
}

/** A third of the answers problematic, the same ones whatever the arm, the slot and the draw. */
const steady = ({ scenario }: Place): Answer => ({ against: scenario % 3 === 0 });

test('a model that answers the same shows no change in anything', () => {
  const [shift, ...others] = compareSlots(setUp(steady));
  expect(others).toEqual([]);
  expect(shift).toMatchObject({ model: 'b', panel: { others: 2 } });
  for (const figure of [shift!.nonCompliance, shift!.rejections, shift!.panel.nonCompliance]) {
    expect(figure).toMatchObject({ change: 0, adjustedP: 1, scenarios: 12 });
  }
  expect(shift!.kinds).toMatchObject({ distance: 0, expected: 0, adjustedP: 1 });
  expect(shift!.scores).toMatchObject({ distance: 0, adjustedP: 1 });
  expect(shift!.values.every(({ status }) => status !== 'changed')).toBe(true);
});

describe('a model that refuses more on one clause, in order', () => {
  const [shift] = compareSlots(
    setUp((place) =>
      place.slot === 'b' && place.arm === 'head' && place.scenario < 6
        ? { ...steady(place), type: 'complete_rejection', scores: [1, 5] }
        : steady(place),
    ),
  );

  test('is seen in rejections, kinds and scores, not in non-compliance', () => {
    expect(shift!.nonCompliance).toMatchObject({ change: 0, adjustedP: 1 });
    expect(shift!.rejections).toMatchObject({ base: 0, head: 0.5, change: 0.5 });
    expect(shift!.rejections!.adjustedP).toBeLessThan(0.05);
    // Half of the answers are of another kind; scores of either value moved by 2 on half the scenarios.
    expect(shift!.kinds!.distance).toBeCloseTo(0.5);
    expect(shift!.kinds!.adjustedP).toBeLessThan(0.05);
    expect(shift!.scores!.distance).toBeCloseTo(1);
  });

  test('is above the panel, whose mean is the others’', () => {
    expect(shift!.panel.rejections).toMatchObject({ base: 0, head: 0.5 });
    expect(shift!.panel.rejections!.adjustedP).toBeLessThan(0.05);
  });

  test('is placed: by clause, topic and value', () => {
    const byClause = new Map(shift!.clauses.map((row) => [row.id, row.rejections?.change]));
    expect(byClause.get('first')).toBe(1);
    expect(byClause.get('second')).toBe(0);
    expect(byClause.get('all')).toBeCloseTo(0.5);
    expect(shift!.topics.map(({ id }) => id)).toEqual(['even', 'odd']);
    const values = new Map(shift!.values.map((row) => [row.id, row]));
    expect(values.get('candour')).toMatchObject({ base: 3, head: 1, change: -2, scenarios: 6 });
    expect(values.get('care')).toMatchObject({ change: 0, scenarios: 6 });
    expect(values.get('caution')).toMatchObject({ change: 1, scenarios: 12 });
    expect(shift!.values[0]!.id).toBe('candour');
  });
});

test('missing rulings and unscored answers are left out, never counted as nothing', () => {
  const input = setUp(steady);
  const cells = input.cells.map((cell): Cell => {
    const { scores: _unscored, ...rest } = cell;
    return cell.arm === 'head' && cell.model === 'b' ? { ...rest, problematic: 'missing' } : cell;
  });
  const [shift] = compareSlots({ ...input, cells });
  expect(shift).toEqual({ model: 'b', panel: { others: 2 }, values: [], clauses: [], topics: [] });
});

test('stored nights that lie apart are no change of the model, in no table', () => {
  const answer = ({ slot, arm, draw }: Place): Answer => {
    const isOff = slot === 'b' && arm === 'base' && draw === 2;
    return isOff ? { against: true, type: 'complete_rejection', scores: [6, 0] } : {};
  };
  const [fresh] = compareSlots(setUp(answer));
  const [stored] = compareSlots(setUp(answer, { stage: 'screen' }));
  const statuses = ({ values, clauses, topics }: ModelShift): ReadonlySet<string> =>
    new Set([...values, ...[...clauses, ...topics].map((row) => row.nonCompliance)].map(({ status }) => status));
  expect([...statuses(fresh!)]).toContain('changed');
  expect([...statuses(stored!)]).toEqual(['no-effect-seen']);
});

test('the order of cells, scenarios and slots does not matter', () => {
  const answer = (place: Place): Answer => ({
    against: (place.scenario + place.draw) % 3 === 0 && place.arm === 'head',
  });
  const input = setUp(answer);
  const turned = { ...input, cells: [...input.cells].reverse(), scenarios: [...SCENARIOS].reverse() };
  expect(compareSlots(turned)).toEqual(compareSlots(input));
});

test('Holm counts the figures of all changed models', () => {
  const answer = (place: Place): Answer => ({
    against: place.slot === 'b' && place.arm === 'head' && place.scenario % 2 === 0,
  });
  const [alone] = compareSlots(setUp(answer));
  const [, both] = compareSlots(setUp(answer, { changed: ['a', 'b'] }));
  expect(alone!.nonCompliance!.p).toBe(both!.nonCompliance!.p);
  expect(both!.nonCompliance!.adjustedP).toBeCloseTo(2 * alone!.nonCompliance!.adjustedP);
});
