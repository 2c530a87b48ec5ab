// What `spec-gate plan` tells, as data.
import type { Round } from '../../decision/round.ts';
import type { SelectionReason } from '../../scenarios/selection/select.ts';

export interface CountedCalls {
  readonly needed: number;
  readonly stored: number;
  readonly toMake: number;
  /** Dollars for the calls to make; absent where nothing is known about it. */
  readonly usd?: number | 'unknown';
}

/** A saving in the first round, by its cause. */
export interface Saving {
  /** `agreeing-judges`: the judges that are asked only where the first ones disagree, as if they never did. */
  readonly by: 'store' | 'agreeing-judges' | 'prompt-caches';
  /** Calls that are not made; 0 for prompt caches, which only make calls cheaper. */
  readonly calls: number;
  readonly usd: number | 'unknown';
}

export interface PlannedPower {
  readonly scenarios: number;
  /** The rise of non-compliance that fails in 8 of 10 checks. */
  readonly shows: number;
  /** The chance that an edit without an effect passes, and the margin that so little evidence could carry where that is under 9 in 10. */
  readonly passes: number;
  readonly carries?: number;
  /** US dollars for a check of usual length, writing included. */
  readonly usd: number | 'unknown';
}

export interface Plan {
  readonly scenarios: readonly {
    readonly scenario: string;
    readonly reason: SelectionReason['kind'];
    readonly clauses: readonly string[];
    /** False where both sides show judges the same texts: it is not run. */
    readonly affected: boolean;
    /** Written for this change, or a stand-in for one that the check will write. */
    readonly written?: true;
  }[];
  readonly untested: readonly { readonly clause: string; readonly reason: string }[];
  readonly models: readonly string[];
  readonly judges: readonly string[];
  /** Of the models, those that are new and replace none: asked beside the panel. */
  readonly added?: readonly string[];
  /** What would be written for clauses that lack scenarios; they are among `scenarios`, by stand-ins where not written yet. */
  readonly writes?: CountedCalls & {
    readonly clauses: readonly { readonly clause: string; readonly scenarios: number }[];
  };
  /** What so many scenarios would show, and for about how much; the planned number first. */
  readonly power?: readonly PlannedPower[];
  /** Of a change of models: how large a bank would let what is decided hold for others like its own, where it is smaller. */
  readonly forOthers?: number;
  /** The first round; absent where there is nothing to run. */
  readonly first?: Round;
  /** What the first round costs if the judges agree. */
  readonly minimum: CountedCalls;
  /** US dollars of the first round as it usually goes, and of each draw after it where it does not decide. */
  readonly usual?: Readonly<Record<'first' | 'anotherDraw', number | 'unknown'>>;
  /** What the first round is spared; absent where that is nothing. */
  readonly spared?: readonly Saving[];
  /** Every extension and all looks of a confirmation, all judges differing. */
  readonly worstCase: CountedCalls;
}
