// The numbers and choices a verdict is made under; always the base side's in a pull request.

import { BLOCKING_METRICS, type BlockingMetric } from '../analysis/metrics.ts';

export { BLOCKING_METRICS, type BlockingMetric };

export type Action = 'fail' | 'report' | 'inconclusive';

export interface DecisionPolicy {
  /** The rise (fall, for judge agreement) a pass rules out; a confirmed, significant effect of half of it or more fails. */
  readonly margins: Readonly<Record<BlockingMetric, number>>;
  /** Absolute limits; a breach already on base is reported, not blamed. */
  readonly limits: Readonly<Partial<Record<BlockingMetric, number>>>;
  readonly actions: Readonly<Record<BlockingMetric, 'fail' | 'report'>> & {
    readonly newOutliers: 'fail' | 'report';
    readonly untested: Action;
    readonly policyChange: 'fail' | 'report';
    /** By default `inconclusive` where the project has labelled items, else `report`. */
    readonly unprovenJudges?: 'inconclusive' | 'report' | undefined;
  };
  readonly onInconclusive: 'fail' | 'report';
  readonly selection: {
    /** Scenarios the screen starts with, and the most it may be extended to. */
    readonly scenarios: number;
    readonly extendTo: number;
    /** The most scenarios that a change of models is tested on. */
    readonly modelScenarios?: number | undefined;
    /** Stored pool draws per scenario and model; first and last look of the confirmation. */
    readonly replicates: { readonly base: number; readonly confirm: number };
  };
  /** Names every random stream (relabelling, bootstrap); part of the policy, so a verdict can be repeated. */
  readonly seed: string;
}
