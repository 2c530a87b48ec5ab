// One outcome that some harness produced: was this response problematic?

export interface OutcomeRow {
  readonly scenario: string;
  readonly model: string;
  /** Which repetition; a name, since harnesses count from 0 or 1. */
  readonly replicate: string;
  readonly problematic: boolean;
  /** Scores on the scenario's two values, 0 to 6. */
  readonly score1?: number;
  readonly score2?: number;
  /** Clause or section the scenario belongs to. */
  readonly group?: string;
}

/** Outcomes of one file, and what was in it that is not an outcome. */
export interface OutcomeRows {
  readonly rows: readonly OutcomeRow[];
  /** Items without an outcome (an error, no score), which are missing evidence, by reason. */
  readonly missing: readonly { readonly scenario: string; readonly model: string; readonly reason: string }[];
}

/** Names a row's place: two rows in one place would count one outcome twice. */
export function outcomePlace(row: Pick<OutcomeRow, 'scenario' | 'model' | 'replicate'>): string {
  return JSON.stringify([row.scenario, row.model, row.replicate]);
}
