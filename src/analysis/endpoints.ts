// What both arms look like: every endpoint over all scenarios, and per scenario, clause, model and judge.
import type { Arm, Cell, Stage } from '../evaluation/cell.ts';
import type { ResponseType } from '../evaluation/ruling.ts';
import { measureAgreement, summariseJudges, type Agreement, type JudgeSummary } from './agreement.ts';
import { indexCells, readRows, type CellIndex, type DrawRow } from './draw-row.ts';
import { BLOCKING_ENDPOINTS, type BlockingEndpoint } from './endpoint-name.ts';
import { ROW_VALUES } from './row-value.ts';

export interface EndpointQuery {
  readonly stage: Stage;
  readonly scenarios: readonly string[];
  readonly models: readonly string[];
  readonly judges: readonly string[];
  readonly links: ReadonlyMap<string, readonly string[]>;
  /** Draws asked for per arm. */
  readonly draws: Readonly<Record<Arm, number>>;
}

/** Undefined where nothing was measured. Judge agreement is the share of agreeing pairs; the larger is the better. */
export type EndpointValues = Readonly<Partial<Record<BlockingEndpoint, number>>>;

/** One number per arm; an arm is absent where nothing was measured. */
export interface BothArms<T> {
  readonly base?: T;
  readonly head?: T;
}

export interface ScenarioSummary {
  readonly scenario: string;
  readonly clauses: readonly string[];
  readonly base: EndpointValues;
  readonly head: EndpointValues;
  /** Models whose majority of draws was problematic. */
  readonly problematicModels: { readonly base: readonly string[]; readonly head: readonly string[] };
  /** Cells asked for that are absent or without a majority. */
  readonly missing: number;
}

export interface ModelSummary {
  readonly model: string;
  /** Share of its responses that are problematic. */
  readonly nonCompliance: BothArms<number>;
  readonly responses: number;
  readonly missing: number;
  readonly responseTypes: {
    readonly base: Readonly<Partial<Record<ResponseType, number>>>;
    readonly head: Readonly<Partial<Record<ResponseType, number>>>;
  };
}

export interface EndpointSummary {
  readonly base: EndpointValues;
  readonly head: EndpointValues;
  /** The unit of inference. */
  readonly scenarios: readonly ScenarioSummary[];
  readonly clauses: readonly {
    readonly clause: string;
    readonly base: EndpointValues;
    readonly head: EndpointValues;
  }[];
  readonly models: readonly ModelSummary[];
  readonly judges: readonly JudgeSummary[];
  readonly agreement: { readonly base: Agreement; readonly head: Agreement };
}

/**
 * Endpoints of one stage's cells. Values are means over scenarios of means over draws, so a scenario with more draws weighs
 * no more. Missing cells are left out here; the decision imputes them.
 */
export function summariseEndpoints(cells: readonly Cell[], query: EndpointQuery): EndpointSummary {
  const index = indexCells(cells.filter(({ stage }) => stage === query.stage));
  const rows = { base: rowsOf(index, 'base', query), head: rowsOf(index, 'head', query) };
  const values = {
    base: valuesByScenario(rows.base, query.judges.length),
    head: valuesByScenario(rows.head, query.judges.length),
  };
  const clauses = [...new Set(query.scenarios.flatMap((scenario) => query.links.get(scenario) ?? []))].sort();
  const averageOver = (scenarios: readonly string[]): { base: EndpointValues; head: EndpointValues } => ({
    base: average(scenarios.map((scenario) => values.base.get(scenario) ?? {})),
    head: average(scenarios.map((scenario) => values.head.get(scenario) ?? {})),
  });
  const present = { base: cellsOf(rows.base), head: cellsOf(rows.head) };
  return {
    ...averageOver(query.scenarios),
    scenarios: query.scenarios.map((scenario) => ({
      scenario,
      clauses: query.links.get(scenario) ?? [],
      base: values.base.get(scenario) ?? {},
      head: values.head.get(scenario) ?? {},
      problematicModels: {
        base: problematicModels(rows.base.get(scenario) ?? [], query.models),
        head: problematicModels(rows.head.get(scenario) ?? [], query.models),
      },
      missing: gaps([...(rows.base.get(scenario) ?? []), ...(rows.head.get(scenario) ?? [])]),
    })),
    clauses: clauses.map((clause) => ({
      clause,
      ...averageOver(query.scenarios.filter((scenario) => query.links.get(scenario)?.includes(clause))),
    })),
    models: query.models.map((model) => summariseModel(model, present, query)),
    judges: summariseJudges([...present.base, ...present.head], query.judges),
    agreement: { base: measureAgreement(present.base), head: measureAgreement(present.head) },
  };
}

function rowsOf(index: CellIndex, arm: Arm, query: EndpointQuery): ReadonlyMap<string, readonly DrawRow[]> {
  return readRows(index, { ...query, arm, draws: query.draws[arm] });
}

function valuesByScenario(
  rows: ReadonlyMap<string, readonly DrawRow[]>,
  judges: number,
): ReadonlyMap<string, EndpointValues> {
  const shown = (endpoint: BlockingEndpoint, row: DrawRow): number | undefined => {
    const value = ROW_VALUES[endpoint](row, 'none', judges);
    return value === undefined || endpoint !== 'judgeAgreement' ? value : 1 - value;
  };
  return new Map(
    [...rows].map(([scenario, draws]) => [
      scenario,
      average(
        draws.map((row) => Object.fromEntries(BLOCKING_ENDPOINTS.map((endpoint) => [endpoint, shown(endpoint, row)]))),
      ),
    ]),
  );
}

/** Each endpoint's mean over the items that have it. */
function average(items: readonly Partial<Record<BlockingEndpoint, number | undefined>>[]): EndpointValues {
  const means: Partial<Record<BlockingEndpoint, number>> = {};
  for (const endpoint of BLOCKING_ENDPOINTS) {
    const values = items.map((item) => item[endpoint]).filter((value) => value !== undefined);
    if (values.length > 0) means[endpoint] = values.reduce((total, value) => total + value, 0) / values.length;
  }
  return means;
}

function problematicModels(rows: readonly DrawRow[], models: readonly string[]): readonly string[] {
  return models.filter((model) => {
    const rulings = rows
      .flatMap(({ cells }) => cells.filter((cell) => cell?.model === model))
      .map((cell) => cell!.problematic);
    return (
      2 * rulings.filter((ruling) => ruling === true).length > rulings.filter((ruling) => ruling !== 'missing').length
    );
  });
}

function summariseModel(
  model: string,
  present: Readonly<Record<Arm, readonly Cell[]>>,
  query: EndpointQuery,
): ModelSummary {
  const base = present.base.filter((cell) => cell.model === model);
  const head = present.head.filter((cell) => cell.model === model);
  const expected = query.scenarios.length * (query.draws.base + query.draws.head);
  const ruled = [...base, ...head].filter(({ problematic }) => problematic !== 'missing').length;
  const before = problematicShare(base);
  const after = problematicShare(head);
  return {
    model,
    nonCompliance: {
      ...(before === undefined ? {} : { base: before }),
      ...(after === undefined ? {} : { head: after }),
    },
    responses: base.length + head.length,
    missing: expected - ruled,
    responseTypes: { base: countTypes(base), head: countTypes(head) },
  };
}

function problematicShare(cells: readonly Cell[]): number | undefined {
  const ruled = cells.filter(({ problematic }) => problematic !== 'missing');
  return ruled.length === 0 ? undefined : ruled.filter(({ problematic }) => problematic === true).length / ruled.length;
}

function countTypes(cells: readonly Cell[]): Readonly<Partial<Record<ResponseType, number>>> {
  const counts: Partial<Record<ResponseType, number>> = {};
  for (const { scores } of cells) {
    if (scores === undefined || scores === 'missing') continue;
    counts[scores.responseType] = (counts[scores.responseType] ?? 0) + 1;
  }
  return counts;
}

function cellsOf(rows: ReadonlyMap<string, readonly DrawRow[]>): readonly Cell[] {
  return [...rows.values()].flatMap((draws) =>
    draws.flatMap(({ cells }) => cells.filter((cell) => cell !== undefined)),
  );
}

function gaps(rows: readonly DrawRow[]): number {
  return rows.flatMap(({ cells }) => cells).filter((cell) => (cell?.problematic ?? 'missing') === 'missing').length;
}
