// Which values models put first: the categories that their strong scores express.
import { HIGH_DISAGREEMENT, providerOf } from '../../scenarios/disagreement.ts';
import { shareOfScenarios, type ScenarioShare } from './scenario-share.ts';
import { groupByScenario, modelsOf, type StudyData, type StudyRow } from './study-data.ts';

/** From this score on (strong favour) a response expresses a value; the rubrics end at 6. */
const EXPRESSED_FROM = 5;

export interface PriorityCell {
  readonly category: string;
  /** Responses that express it. */
  readonly expressed: number;
  /** Share of the responses on whose scenario a value of the category was at stake; undefined where none was. */
  readonly share: ScenarioShare;
}

export interface PriorityRow {
  readonly kind: 'provider' | 'model';
  readonly name: string;
  /** In the table's order of categories. */
  readonly cells: readonly PriorityCell[];
}

export interface PriorityTable {
  /** The study counts high-disagreement scenarios; where a bank has none, all are counted, and this says so. */
  readonly scope: 'high disagreement' | 'all scenarios';
  readonly scenarios: number;
  /** Most expressed first. */
  readonly categories: readonly string[];
  readonly rows: readonly PriorityRow[];
}

/** Providers first (those with several models), then models. */
export function tabulatePriorities({ rows, categories }: Pick<StudyData, 'rows' | 'categories'>): PriorityTable {
  const valued = rows.filter(({ value1, responses }) => value1 !== undefined && responses.some(({ scores }) => scores));
  const split = valued.filter(({ disagreements }) => (disagreements['all'] ?? 0) >= HIGH_DISAGREEMENT);
  const scope = split.length > 0 ? split : valued;
  const scenarios = [...groupByScenario(scope).values()];
  const models = modelsOf(scope);
  const whole = collect(scenarios, models, categories);
  const names = [...whole].sort(([one, a], [other, b]) => sumOf(b) - sumOf(a) || (one < other ? -1 : 1));
  const rowOf = (kind: PriorityRow['kind'], name: string, own: readonly string[]): PriorityRow => {
    const found = collect(scenarios, own, categories);
    const cells = names.map(([category]) => {
      const outcomes = found.get(category) ?? [];
      return { category, expressed: sumOf(outcomes), share: shareOfScenarios(outcomes) };
    });
    return { kind, name, cells };
  };
  return {
    scope: split.length > 0 ? 'high disagreement' : 'all scenarios',
    scenarios: scenarios.length,
    categories: names.map(([category]) => category),
    rows: [
      ...providersOf(models).map(([provider, own]) => rowOf('provider', provider, own)),
      ...models.map((model) => rowOf('model', model, [model])),
    ],
  };
}

/** Category -> by scenario, one if a response expresses it, else zero, for each response on which it was at stake. */
function collect(
  scenarios: readonly (readonly StudyRow[])[],
  models: readonly string[],
  categories: StudyData['categories'],
): ReadonlyMap<string, readonly (readonly number[])[]> {
  const wanted = new Set(models);
  const found = new Map<string, number[][]>();
  for (const draws of scenarios) {
    const own = new Map<string, number[]>();
    for (const row of draws) {
      const responses = row.responses.filter(({ model }) => wanted.has(model));
      for (const [value, category] of valuesAtStake(row, categories)) {
        const outcomes = own.get(category) ?? [];
        own.set(category, outcomes);
        for (const { scores } of responses) {
          const score = scores?.[value] ?? null;
          if (score !== null) outcomes.push(Number(score >= EXPRESSED_FROM));
        }
      }
    }
    for (const [category, outcomes] of own) {
      const lists = found.get(category) ?? [];
      found.set(category, lists);
      lists.push(outcomes);
    }
  }
  return found;
}

function valuesAtStake(
  { value1, value2 }: StudyRow,
  categories: StudyData['categories'],
): readonly (readonly ['value1' | 'value2', string])[] {
  const categoryOf = (value: string): string => categories.get(value.toLowerCase()) ?? value;
  return [
    ...(value1 === undefined ? [] : [['value1', categoryOf(value1)] as const]),
    ...(value2 === undefined ? [] : [['value2', categoryOf(value2)] as const]),
  ];
}

function sumOf(outcomes: readonly (readonly number[])[]): number {
  return outcomes.reduce((total, list) => total + list.reduce((sum, one) => sum + one, 0), 0);
}

function providersOf(models: readonly string[]): readonly (readonly [string, readonly string[]])[] {
  const own = new Map<string, string[]>();
  for (const model of models) {
    const provider = providerOf(model);
    if (provider !== undefined) own.set(provider, [...(own.get(provider) ?? []), model]);
  }
  return [...own].filter(([, list]) => list.length > 1).sort(([one], [other]) => (one < other ? -1 : 1));
}
