// Where a model moved: by clause, by topic, and by the values it puts first. Benjamini-Hochberg within each table.
import type { Stage } from '../../evaluation/cell.ts';
import type { ScenarioDraws } from '../change.ts';
import type { ClauseDecision } from '../decision.ts';
import { localiseGroups } from '../localise-clauses.ts';
import type { TestOptions } from '../test-change.ts';
import type { GroupShift, ShiftScenario } from './model-shift.ts';
import { drawsOfSlot, isAgainst, isRejection, scoresOf, type Measure, type SlotCells } from './slot-draws.ts';

export interface GroupQuery {
  readonly scenarios: readonly ShiftScenario[];
  readonly categories: ReadonlyMap<string, string>;
  readonly stage: Stage;
  readonly options: TestOptions;
}

/** Fewer scenarios than this are no group, only examples. */
const FEWEST_SCENARIOS = 2;

export function shiftByClause(own: SlotCells, query: GroupQuery): readonly GroupShift[] {
  return shiftBy(own, query, ({ clauses }) => clauses);
}

export function shiftByTopic(own: SlotCells, query: GroupQuery): readonly GroupShift[] {
  return shiftBy(own, query, ({ topics }) => topics);
}

/** A scenario counts with its score for either value, under the category of that value. */
export function shiftByValue(own: SlotCells, query: GroupQuery): readonly ClauseDecision[] {
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
  const rows = localiseGroups(largeEnough(groups), query.options);
  return rows
    .filter(({ change }) => change !== undefined)
    .sort((a, b) => Math.abs(b.change!) - Math.abs(a.change!) || (a.id < b.id ? -1 : 1));
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

function shiftBy(
  own: SlotCells,
  query: GroupQuery,
  namesOf: (scenario: ShiftScenario) => readonly string[],
): readonly GroupShift[] {
  const members = new Map<string, Set<string>>();
  for (const scenario of query.scenarios) {
    for (const name of namesOf(scenario)) members.set(name, (members.get(name) ?? new Set()).add(scenario.id));
  }
  const table = (measure: Measure): ReadonlyMap<string, ClauseDecision> => {
    const units = drawsOfSlot(own, measure, query.stage);
    const groups = new Map(
      [...members].map(([name, ids]): [string, ScenarioDraws[]] => [
        name,
        units.filter((unit) => ids.has(unit.scenario)),
      ]),
    );
    return new Map(localiseGroups(largeEnough(groups), query.options).map((row) => [row.id, row]));
  };
  const rejections = table(isRejection);
  return [...table(isAgainst)].flatMap(([id, nonCompliance]) => {
    if (nonCompliance.scenarios === 0) return [];
    const rejected = rejections.get(id);
    return [{ id, nonCompliance, ...(rejected?.change === undefined ? {} : { rejections: rejected }) }];
  });
}

/** In the order of their names, without those of too few scenarios. */
function largeEnough(
  groups: ReadonlyMap<string, readonly ScenarioDraws[]>,
): readonly { readonly id: string; readonly units: readonly ScenarioDraws[] }[] {
  return [...groups]
    .map(([id, units]) => ({ id, units: units.filter(({ base, head }) => base.length > 0 && head.length > 0) }))
    .filter(({ units }) => units.length >= FEWEST_SCENARIOS)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
