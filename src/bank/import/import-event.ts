// What an import says, one event after another: how it reads the columns, and what became of each row.
import type { Scenario } from '../../scenarios/scenario.ts';

export type ImportFormat = 'jsonl' | 'csv' | 'parquet' | 'json' | 'yaml' | 'eval' | 'txt';

/** What kind of data it is, recognised by its columns. */
export type ImportShape =
  /** This project's own bank lines. */
  | 'bank'
  /** The published study: scenarios with `<model>_value1_position` columns (its `default` and `complete` configurations). */
  | 'study-scenarios'
  /** The published study: rulings in `<judge>_decision` columns, one row a query and model. */
  | 'study-judgments'
  | 'promptfoo'
  | 'inspect'
  /** Queries, with or without ids and values. */
  | 'queries';

export interface UsedColumn {
  readonly column: string;
  /** The bank field it becomes. */
  readonly as: string;
}

export interface IgnoredColumn {
  readonly column: string;
  readonly reason: 'unknown' | 'model answer' | 'reasoning' | 'another column says it';
}

export interface ColumnMap {
  readonly shape: ImportShape;
  readonly used: readonly UsedColumn[];
  readonly ignored: readonly IgnoredColumn[];
}

export type ImportEvent =
  /** Before the first row, and again when a later row brings other columns. */
  | { readonly kind: 'columns'; readonly columns: ColumnMap }
  | {
      readonly kind: 'scenario';
      readonly row: number;
      readonly scenario: Scenario;
      /** Cells of the row that could not be read and are left out, each with why. */
      readonly leftOut?: readonly string[];
    }
  /** The row is left out. `excerpt` is its beginning, for the reject file. */
  | { readonly kind: 'reject'; readonly row: number; readonly reason: string; readonly excerpt: string }
  /** The same scenario as an earlier row. */
  | { readonly kind: 'repeat'; readonly row: number; readonly of: number };
