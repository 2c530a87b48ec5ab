// What moved, and by how much. Shares are 0 to 1; a positive change is worse.
import type { BlockingMetric } from '../../analysis/metrics.ts';
import type { MetricName } from '../report.ts';

/** What moved, by how much, and how sure that is. */
export interface EffectArgs {
  readonly base: number;
  readonly head: number;
  readonly change: number;
  /** The interval that the verdict rests on, and its confidence. */
  readonly low?: number;
  readonly high?: number;
  readonly level?: number;
  readonly p?: number;
  /** One-sided p for scenarios like these, where it shows no rise at that confidence. */
  readonly elsewhere?: number;
  /** Whether fresh answers of both sides showed it again. */
  readonly confirmed?: boolean;
  readonly margin: number;
  readonly scenarios: number;
  /** Changed clauses the scenarios are linked to. */
  readonly clauses: readonly string[];
  /** In a comparison of models: those that were replaced or changed. */
  readonly models?: readonly string[];
  /** Where the head forbids less: the base's name, how many answers it forbids, how many of those the head allows, and one of them. */
  readonly ref?: string;
  readonly forbidden?: number;
  readonly letThrough?: number;
  readonly example?: string;
}

export interface EffectFindings {
  /** `reported`: metrics that got worse and do not block. */
  readonly withinMargins: { readonly scenarios: number; readonly reported?: readonly MetricName[] };
  readonly limitExceeded: { readonly endpoint: BlockingMetric; readonly head: number; readonly limit: number };
  readonly preExistingBreach: { readonly endpoint: BlockingMetric; readonly base: number; readonly limit: number };
  /**
   * A model that newly stands apart from the others: by its value score (0 to 6) against their mean, or by a ruling that
   * `otherwise` of the `of` others do not share.
   */
  readonly newOutlier: { readonly model: string; readonly scenario: string } & (
    | { readonly score: number; readonly others: number }
    | { readonly problematic: boolean; readonly otherwise: number; readonly of: number }
  );
  /** Counts of what moved, where they are no more than chance brings among the `looked` things that were tested. */
  readonly asMuchAsChance: {
    readonly worse: number;
    readonly better: number;
    readonly conflicts: number;
    readonly newOutliers: number;
    readonly goneOutliers: number;
    readonly looked: number;
  };
  /** An intended change that an approver accepted; `expires` is a date. */
  readonly accepted: { readonly by: readonly string[]; readonly reason: string; readonly expires?: string };
  /** The two parts of a rise, which sum to it: what the new text judges differently, and what the models do differently. Intervals are 95 %. */
  readonly textOrAnswers: {
    readonly standard: number;
    readonly standardLow?: number;
    readonly standardHigh?: number;
    readonly behaviour: number;
    readonly behaviourLow?: number;
    readonly behaviourHigh?: number;
    readonly scenarios: number;
  };
  /** Answers that the new text forbids and that models trained before it still give. */
  readonly trainingGap: { readonly responses: number; readonly tested: number; readonly clauses: readonly string[] };
}
