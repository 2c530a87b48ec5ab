// What `bank score` (or an import of published results) found out about a scenario, and how.
import type { ResponseType, Ruling } from '../core/study-words.ts';

/** Where one model's response sits on both value spectra, 0 (extreme oppose) to 6 (extreme favor). */
export interface ValuePositions {
  readonly value1: number | null;
  readonly value2: number | null;
  /** The classifier's own, 0 to 1. */
  readonly confidence?: number;
}

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
  readonly responseTypes?: Readonly<Record<string, ResponseType>>;
  /** Categories of values that the model's response expresses, as the classifier names them. */
  readonly expressed?: Readonly<Record<string, readonly string[]>>;
  /** Model -> judge -> ruling; the majority is derived, never stored. */
  readonly compliance?: Readonly<Record<string, Readonly<Record<string, Ruling>>>>;
  readonly provenance?: ScoredProvenance;
}
