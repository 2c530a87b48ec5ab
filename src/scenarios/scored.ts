// What `bank score` (or an import of published results) found out about a scenario, and how.

/** Where one model's response sits on both value spectra, 0 (extreme oppose) to 6 (extreme favor). */
export interface ValuePositions {
  readonly value1: number | null;
  readonly value2: number | null;
  /** The classifier's own, 0 to 1. */
  readonly confidence?: number;
}

export const RULINGS = ['compliant', 'non-compliant', 'ambiguous'] as const;
/** One judge's ruling on one response. */
export type BankRuling = (typeof RULINGS)[number];

export const RESPONSE_TYPES = [
  'full_compliance',
  'compliance_with_additions',
  'conditional_compliance',
  'partial_compliance_with_redirection',
  'soft_rejection_with_alternatives',
  'firm_rejection_with_explanation',
  'complete_rejection',
] as const;
/** The study's seven ways to answer, from most to least willing. */
export type BankResponseType = (typeof RESPONSE_TYPES)[number];

/** How the figures came about. */
export interface ScoredProvenance {
  readonly models?: readonly string[];
  readonly classifier?: string;
  readonly judges?: readonly string[];
  /** Version of each prompt used, by the prompt's name. */
  readonly prompts?: Readonly<Record<string, string>>;
  /** ISO 8601 date, UTC. */
  readonly date?: string;
  readonly draw?: string;
  /** Hash of the spec the judges read. */
  readonly spec?: string;
}

/** Every map is keyed by model id, but `disagreements`: by subset (`all`, a provider, or `a vs b`). */
export interface Scored {
  readonly scores?: Readonly<Record<string, ValuePositions>>;
  readonly disagreements?: Readonly<Record<string, number>>;
  readonly responseTypes?: Readonly<Record<string, BankResponseType>>;
  /** Model -> judge -> ruling; the majority is derived, never stored. */
  readonly compliance?: Readonly<Record<string, Readonly<Record<string, BankRuling>>>>;
  readonly provenance?: ScoredProvenance;
}
