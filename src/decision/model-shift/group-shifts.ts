// Where a model moved: by clause, by topic, and by the values it puts first. Tested as part of one family with all that is told of it.
import type { Stage } from '../../evaluation/cell.ts';
import { whereDefined } from '../../core/where-defined.ts';
import { acrossNights } from '../findings/across-nights.ts';
import type { ScenarioDraws } from '../change.ts';
import type { ClauseDecision } from '../decision.ts';
import { testGroup, type GroupTest } from '../localise-clauses.ts';
import type { TestOptions } from '../test-change.ts';
import type { GroupShift, ShiftScenario } from './model-shift.ts';
import { drawsOfSlot, isAgainst, isRejection, scoresOf, type Measure, type SlotCells } from './slot-draws.ts';

export interface GroupQuery {
  readonly scenarios: readonly ShiftScenario[];
  readonly categories: ReadonlyMap<string, string>;
  readonly stage: Stage;
  readonly options: TestOptions;
}

/** One group, by non-compliance and, where answers are scored, by rejections. */
export interface GroupShiftTest {
  readonly id: string;
  readonly nonCompliance: GroupTest;
  readonly rejections?: GroupTest;
}

/** A group needs at least so many scenarios to be reported. */
const FEWEST_SCENARIOS = 2;

/** Where a model moved, by the clauses that scenarios test: one test a clause with two scenarios or more. */
export function testClauses(own: SlotCells, query: GroupQuery): readonly GroupShiftTest[] {
  return testBy(own, query, ({ clauses }) => clauses);
}

/** The same by topic. */
export function testTopics(own: SlotCells, query: GroupQuery): readonly GroupShiftTest[] {
  return testBy(own, query, ({ topics }) => topics);
}

/** A scenario counts with its score for either value, under the category of that value. */
export function testValues(own: SlotCells, query: GroupQuery): readonly GroupTest[] {
  const groups = new Map<string, ScenarioDraws[]>();
  for (const scenario of query.scenarios) {
    const cells = own.get(scenario.id);
    if (cells === undefined) continue;
    for (const [category, values] of valuesByCategory(scenario, query.categories)) {
      const units = groups.get(category) ?? [];
      groups.set(category, units);
      units.push(...drawsOfSlot(new Map([[scenario.id, cells]]), meanScoreFor(values), query.stage));
    }
  }
  return testEach(groups, query);
}

/** The largest change first. */
export function sortBySize(rows: readonly ClauseDecision[]): readonly ClauseDecision[] {
  return rows
    .filter(({ change }) => change !== undefined)
    .sort((a, b) => Math.abs(b.change!) - Math.abs(a.change!) || (a.id < b.id ? -1 : 1));
}

/** Groups as they are reported, each described from its test; those of which no ruling is there are left out. */
export function describeGroups(
  tests: readonly GroupShiftTest[],
  describe: (test: GroupTest) => ClauseDecision,
): readonly GroupShift[] {
  return tests.flatMap(({ id, nonCompliance, rejections }) => {
    const ruled = describe(nonCompliance);
    if (ruled.scenarios === 0) return [];
    const rejected = rejections && describe(rejections);
    return [{ id, nonCompliance: ruled, ...whereDefined({ rejections: rejected }) }];
  });
}

type ValueName = 'value1' | 'value2';

function valuesByCategory(
  scenario: ShiftScenario,
  categories: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly ValueName[]> {
  const found = new Map<string, ValueName[]>();
  for (const value of ['value1', 'value2'] as const) {
    const name = scenario[value];
    if (name === undefined) continue;
    const category = categories.get(name.toLowerCase()) ?? name;
    found.set(category, [...(found.get(category) ?? []), value]);
  }
  return found;
}

/** One number a draw, also where both values are of one category. */
function meanScoreFor(values: readonly ValueName[]): Measure {
  return (cell) => {
    const scores = scoresOf(cell);
    return scores && values.reduce((total, value) => total + scores[value], 0) / values.length;
  };
}

function testBy(
  own: SlotCells,
  query: GroupQuery,
  namesOf: (scenario: ShiftScenario) => readonly string[],
): readonly GroupShiftTest[] {
  const members = new Map<string, Set<string>>();
  for (const scenario of query.scenarios) {
    for (const name of namesOf(scenario)) members.set(name, (members.get(name) ?? new Set()).add(scenario.id));
  }
  const table = (measure: Measure): ReadonlyMap<string, GroupTest> => {
    const units = drawsOfSlot(own, measure, query.stage);
    const groups = new Map(
      [...members].map(([name, ids]): [string, ScenarioDraws[]] => [
        name,
        units.filter((unit) => ids.has(unit.scenario)),
      ]),
    );
    return new Map(testEach(groups, query).map((test) => [test.id, test]));
  };
  const rejections = table(isRejection);
  return [...table(isAgainst)].map(([id, nonCompliance]) => ({
    id,
    nonCompliance,
    ...whereDefined({ rejections: rejections.get(id) }),
  }));
}

/** In the order of their names, without those of too few scenarios. */
function testEach(
  groups: ReadonlyMap<string, readonly ScenarioDraws[]>,
  { stage, options }: GroupQuery,
): readonly GroupTest[] {
  return [...groups]
    .map(([id, units]) => ({ id, units: units.filter(({ base, head }) => base.length > 0 && head.length > 0) }))
    .filter(({ units }) => units.length >= FEWEST_SCENARIOS)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((group) => {
      const test = testGroup(group, options);
      return { ...test, ...acrossNights({ stage }, test.units, { own: test, flip: options.flip, sides: 2 }) };
    });
}
