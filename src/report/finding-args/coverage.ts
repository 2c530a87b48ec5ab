// Which scenarios test a change.

export interface CoverageFindings {
  /** Clauses that the change gives another id, `old -> new`, and how many scenarios of the bank name an old one. */
  readonly linksToFollow: { readonly moved: readonly string[]; readonly scenarios: number };
  /** Clauses that a changed one may now contradict, as a model read it; `untested` are those that no scenario tests together with it. */
  readonly mayPullAgainst: {
    readonly clause: string;
    readonly against: readonly string[];
    readonly untested: readonly string[];
    readonly situation: string;
  };
  /** Scenarios written for a change: how many from each side's text, and of those checked how many were linked to the clause. */
  readonly scenariosWritten: {
    readonly clause: string;
    readonly scenarios: number;
    readonly base: number;
    readonly head: number;
    readonly checked: number;
    readonly touching: number;
    /** Where most queries that were asked for came to nothing: how many of how many, and what most of those were. */
    readonly asked?: number;
    readonly dropped?: number;
    readonly why?: string;
  };
  /** US dollars after which no more scenarios were written. */
  readonly writingStopped: { readonly usd: number; readonly clauses: readonly string[] };
  /** `why`: what kept scenarios from being written for it. */
  readonly untestedClause: { readonly clause: string; readonly reason?: string; readonly why?: string };
  readonly suggestedLinks: { readonly clause: string; readonly scenarios: number };
  /** Scenarios left out because others ask the very same of the same clauses. */
  readonly copiedScenarios: { readonly copies: number };
  readonly namedClauses: { readonly clause: string; readonly scenarios: number };
  /** The changed clause is among those whose scenarios divide the models most: its mean disagreement, and its rank among `of` clauses. */
  readonly contestedGround: {
    readonly clause: string;
    readonly level: number;
    readonly scenarios: number;
    readonly rank: number;
    readonly of: number;
  };
}
