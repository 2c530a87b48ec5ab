// The record of a run, beside the report: calls, tokens, money and time.

/** What one run did; differs between a first and a second run of the same change. */
export interface RunRecord {
  readonly schema: 'spec-gate/run@1';
  readonly startedAt: string;
  readonly seconds: number;
  readonly calls: {
    readonly made: number;
    readonly stored: number;
    readonly failed: number;
    readonly retried: number;
    /** Replies that were paid for, could not be used, and were asked for once more. */
    readonly unusable: number;
  };
  /** Calls that gave no answer, by model and reason, in the first one's words. */
  readonly failures: readonly {
    readonly model: string;
    readonly reason: string;
    readonly words: string;
    readonly count: number;
  }[];
  readonly tokens: { readonly input: number; readonly cachedInput: number; readonly output: number };
  /** Dollars paid by this run; `unknown` where a model without a price was called. */
  readonly usd: number | 'unknown';
  readonly storeProblems: number;
  /** Answers that were paid for and could not be written down (a full disk): the next run asks them again. */
  readonly notKept: number;
  readonly stopped?: 'budget' | 'signal' | 'quota' | 'batch';
}
