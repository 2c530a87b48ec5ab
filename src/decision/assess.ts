// One metric of one stage, read in three ways: as observed, and with missing cells against a pass and against a fail.
import { whereDefined } from '../core/where-defined.ts';
import { detectableChange, intervalOf, measureChange, upperBound, type Change } from './change.ts';
import { METRICS } from '../analysis/metrics.ts';
import type { MetricDecision, MetricStatus } from './decision.ts';
import { flipOf, isApplicable, readDraws, type StageRows, type Reading } from './stage-rows.ts';
import { BLOCKING_METRICS, type BlockingMetric, type DecisionPolicy } from './policy.ts';
import { testChange } from './test-change.ts';

export interface Assessment {
  readonly metric: BlockingMetric;
  readonly margin: number;
  /** Undefined where nothing was measured: that is never a pass. */
  readonly observed: Change | undefined;
  readonly p: number;
  /** Missing cells as harmful as they could have been. */
  readonly againstPass: Change | undefined;
  /** Missing cells as harmless as they could have been. */
  readonly againstFail: { readonly change: Change | undefined; readonly p: number };
}

/** The metrics that can move in this comparison, each assessed. */
export function assessAll(evidence: StageRows, policy: DecisionPolicy): readonly Assessment[] {
  return BLOCKING_METRICS.filter((metric) => isApplicable(evidence, metric)).map((metric) =>
    assess(evidence, metric, policy),
  );
}

/** Whether even the worst that the missing cells could hide leaves the rise under the margin. */
export function isBelowMargin(assessment: Assessment, reach: number): boolean {
  const { againstPass, margin } = assessment;
  return againstPass !== undefined && upperBound(againstPass, reach) < margin;
}

/** The metric as it is reported. */
export function describeAssessment(
  assessment: Assessment,
  shown: Pick<MetricDecision, 'adjustedP' | 'limit' | 'pooled'> & {
    status: MetricStatus;
    stage: 'screen' | 'confirm';
  },
): MetricDecision {
  const { observed, metric, margin, p } = assessment;
  if (observed === undefined) return { ...shown, margin, scenarios: 0 };
  const interval = intervalOf(observed);
  const detectable = detectableChange(observed);
  const asShown = (value: number): number => (METRICS[metric].worse === 'down' ? 1 - value : value);
  return {
    ...shown,
    base: asShown(observed.base),
    head: asShown(observed.head),
    change: observed.value,
    ...whereDefined({ interval }),
    p,
    margin,
    ...whereDefined({ detectable }),
    scenarios: observed.scenarios,
  };
}

function assess(evidence: StageRows, metric: BlockingMetric, policy: DecisionPolicy): Assessment {
  const flip = flipOf(evidence, metric);
  const read = (reading: Reading): { change: Change | undefined; p: number } => {
    const units = readDraws(evidence, metric, reading);
    const p = testChange(units, { kind: evidence.kind, flip, seed: `${policy.seed}\n${evidence.stage}\n${metric}` });
    return { change: measureChange(units, flip), p };
  };
  const observed = read('observed');
  const common = { metric, margin: policy.margins[metric], observed: observed.change, p: observed.p };
  if (!evidence.hasGaps) return { ...common, againstPass: observed.change, againstFail: observed };
  const againstPass = measureChange(readDraws(evidence, metric, 'against-pass'), flip);
  return { ...common, againstPass, againstFail: read('against-fail') };
}
