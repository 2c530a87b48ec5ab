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
  /** Clause, section or pair the scenario belongs to. */
  readonly group?: string;
}

/** An item without an outcome (an error, no score, not run): evidence that was asked for and is not there. */
export interface MissingOutcome {
  readonly scenario: string;
  readonly model: string;
  readonly replicate: string;
  readonly reason: string;
}

/** Outcomes of one file, and what was in it that is not an outcome. */
export interface OutcomeRows {
  readonly rows: readonly OutcomeRow[];
  readonly missing: readonly MissingOutcome[];
}

/** Names a row's place: two rows in one place would count one outcome twice. */
export function outcomePlace(row: Pick<OutcomeRow, 'scenario' | 'model' | 'replicate'>): string {
  return JSON.stringify([row.scenario, row.model, row.replicate]);
}

/** Numbers the repetitions of a scenario and model that nothing else tells apart, in the order they come. */
export function createReplicateCounter(): (scenario: string, model: string) => string {
  const counts = new Map<string, number>();
  return (scenario, model) => {
    const place = JSON.stringify([scenario, model]);
    const replicate = (counts.get(place) ?? 0) + 1;
    counts.set(place, replicate);
    return String(replicate);
  };
}
