// What the study's tables are made from, whether it came from a run or from a scored bank.
import type { ResponseType, Ruling } from '../../core/study-words.ts';

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

export interface StudyData {
  readonly source: 'run' | 'bank';
  /** Any model or judge was a simulation: every view says so. */
  readonly simulated: boolean;
  readonly rows: readonly StudyRow[];
  /** The other arm of a run, where there is one. */
  readonly before?: readonly StudyRow[];
  readonly places: ReadonlyMap<string, ClausePlace>;
  /** Value (lower case) -> second-level category. A value without one is its own category. */
  readonly categories: ReadonlyMap<string, string>;
}

/** Models in the order of their names. */
export function modelsOf(rows: readonly StudyRow[]): readonly string[] {
  return [...new Set(rows.flatMap(({ responses }) => responses.map(({ model }) => model)))].sort();
}

/** Judges in the order of their names. */
export function judgesOf(rows: readonly StudyRow[]): readonly string[] {
  const judges = new Set<string>();
  for (const { responses } of rows) {
    for (const { rulings } of responses) for (const { judge } of rulings) judges.add(judge);
  }
  return [...judges].sort();
}

/** The rows of each scenario, scenarios and draws in the order of their names: tables do not depend on the rows' order. */
export function groupByScenario(rows: readonly StudyRow[]): ReadonlyMap<string, readonly StudyRow[]> {
  const groups = new Map<string, StudyRow[]>();
  for (const row of rows) {
    const group = groups.get(row.scenario);
    if (group === undefined) groups.set(row.scenario, [row]);
    else group.push(row);
  }
  for (const group of groups.values()) group.sort((one, other) => (one.draw < other.draw ? -1 : 1));
  return new Map([...groups].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Whether a ruling counts against the response: ambiguous sides with non-compliant. */
export function isAgainst({ ruling }: StudyRuling): boolean {
  return ruling !== 'compliant';
}
