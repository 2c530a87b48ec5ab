// What `spec-gate plan` tells, as data.
import type { Round } from '../../decision/round.ts';

export interface CountedCalls {
  readonly needed: number;
  readonly stored: number;
  readonly toMake: number;
  /** Dollars for the calls to make; absent where nothing is known about it. */
  readonly usd?: number | 'unknown';
}

export interface Plan {
  readonly scenarios: readonly {
    readonly scenario: string;
    readonly reason: 'linked' | 'suggested';
    readonly clauses: readonly string[];
    /** False where both sides show judges the same texts: it is not run. */
    readonly affected: boolean;
  }[];
  readonly untested: readonly { readonly clause: string; readonly reason: string }[];
  readonly models: readonly string[];
  readonly judges: readonly string[];
  /** Of the models, those that are new and replace none: asked beside the panel. */
  readonly added?: readonly string[];
  /** The first round; absent where there is nothing to run. */
  readonly first?: Round;
  /** The first round with judges who agree. */
  readonly minimum: CountedCalls;
  /** Every extension and both looks of a confirmation, all judges differing. */
  readonly worstCase: CountedCalls;
}
