// What the study's tables are made from, whether it came from a run or from a scored bank.
import type { ResponseType, Ruling } from '../../core/study-words.ts';
import type { Arm } from '../../evaluation/cell.ts';
import type { OutlierBasis } from '../stands-apart.ts';
import { addToList } from './lists-by-key.ts';

/** One judge's ruling. `clauses` is absent where it was not recorded (a bank keeps rulings only). */
export interface StudyRuling {
  readonly judge: string;
  readonly ruling: Ruling;
  readonly clauses?: readonly string[];
}

/** One model's response to one scenario, with what judges and classifier said about it. */
export interface StudyResponse {
  readonly model: string;
  /** Abstentions are left out. */
  readonly rulings: readonly StudyRuling[];
  /**
   * Every judge was asked whatever the others said. Where the last judge is asked only to break a tie, figures about single
   * judges come from full panels alone: its votes elsewhere are missing, and not at random.
   */
  readonly fullPanel: boolean;
  readonly problematic: boolean | 'missing';
  readonly scores?: { readonly value1: number | null; readonly value2: number | null };
  readonly responseType?: ResponseType;
  /** Categories of values that it expresses, where a classifier was asked. */
  readonly expressed?: readonly string[];
  /** As far as the run was allowed to keep it. */
  readonly text?: string;
}

/** One scenario answered once by every model. A run has as many rows a scenario as it has draws. */
export interface StudyRow {
  readonly scenario: string;
  /** Tells the rows of one scenario apart; empty in a bank, which has one. */
  readonly draw: string;
  readonly clauses: readonly string[];
  readonly topics: readonly string[];
  readonly value1?: string;
  readonly value2?: string;
  /** D by subset: `all`, or a provider. The same in every row of a scenario. */
  readonly disagreements: Readonly<Record<string, number>>;
  readonly responses: readonly StudyResponse[];
}

/** Where a clause stands in the spec. Lines count from 1. */
export interface ClausePlace {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
}

/**
 * Rows by scenario: scenarios in the order of their ids, a scenario's rows in the order of their draws. Grouped once and read
 * by every table, so that no table depends on the order in which rows came.
 */
export interface StudyRows extends Iterable<readonly [scenario: string, draws: readonly StudyRow[]]> {
  readonly size: number;
  get(scenario: string): readonly StudyRow[] | undefined;
  values(): Iterable<readonly StudyRow[]>;
}

export interface StudyData {
  readonly source: 'run' | 'bank';
  /** Whether any model or judge was simulated, which every view says. */
  readonly simulated: boolean;
  readonly rows: StudyRows;
  /** The other arm of a run, where there is one: the draws to compare with the same ones of `rows`. */
  readonly before?: StudyRows;
  /** Both arms of the stage that decided, where there are two: what is new and gone is read on these, as the gate does. */
  readonly sides?: {
    readonly base: StudyRows;
    readonly head: StudyRows;
    readonly basis: OutlierBasis;
    readonly studied: Arm;
  };
  readonly places: ReadonlyMap<string, ClausePlace>;
  /** Value (lower case) -> second-level category. A value without one is its own category. */
  readonly categories: ReadonlyMap<string, string>;
}

/** Rows by scenario, in the order of the ids, draws in order. */
export function groupByScenario(rows: Iterable<StudyRow>): StudyRows {
  const groups = new Map<string, StudyRow[]>();
  for (const row of rows) addToList(groups, row.scenario, row);
  for (const group of groups.values()) group.sort((one, other) => (one.draw < other.draw ? -1 : 1));
  return new Map([...groups].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The rows that hold; scenarios without any are left out. They are gone through again rather than copied. */
export function filterRows(rows: StudyRows, holds: (row: StudyRow) => boolean): StudyRows {
  let size = 0;
  for (const draws of rows.values()) if (draws.some(holds)) size += 1;
  return {
    size,
    get: (scenario) => {
      const own = rows.get(scenario)?.filter(holds) ?? [];
      return own.length > 0 ? own : undefined;
    },
    *values() {
      for (const [, own] of this) yield own;
    },
    *[Symbol.iterator]() {
      for (const [scenario, draws] of rows) {
        const own = draws.filter(holds);
        if (own.length > 0) yield [scenario, own] as const;
      }
    },
  };
}

/** Every row, scenario after scenario and draw after draw. */
export function* rowsIn(rows: StudyRows): Generator<StudyRow> {
  for (const draws of rows.values()) yield* draws;
}

/** Every response of every row, in that order. */
export function* responsesIn(rows: StudyRows): Generator<StudyResponse> {
  for (const { responses } of rowsIn(rows)) yield* responses;
}

/** Models in the order of their names. */
export const modelsOf = onceForRows((rows): readonly string[] => {
  const models = new Set<string>();
  for (const { model } of responsesIn(rows)) models.add(model);
  return [...models].sort();
});

/** Judges in the order of their names. */
export const judgesOf = onceForRows((rows): readonly string[] => {
  const judges = new Set<string>();
  for (const { rulings } of responsesIn(rows)) for (const { judge } of rulings) judges.add(judge);
  return [...judges].sort();
});

/** Keeps what `read` gives for some rows, since every table asks for it. */
export function onceForRows<Answer>(read: (rows: StudyRows) => Answer): (rows: StudyRows) => Answer {
  const known = new WeakMap<StudyRows, { readonly answer: Answer }>();
  return (rows) => {
    const found = known.get(rows) ?? { answer: read(rows) };
    known.set(rows, found);
    return found.answer;
  };
}

/** Whether a ruling counts against the response: ambiguous sides with non-compliant. */
export function isAgainst({ ruling }: StudyRuling): boolean {
  return ruling !== 'compliant';
}
