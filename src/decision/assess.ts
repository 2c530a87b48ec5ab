// One metric of one stage, read in three ways: as observed, and with missing cells against a pass and against a fail.
import { whereDefined } from '../core/where-defined.ts';
import { CHECK_CONFIDENCE, CHECK_REACH, FAIL_ERROR, FAIL_SHARE, LEADING_SHARE, MODEL_PASS_ERROR } from './bounds.ts';
import {
  detectableChange,
  intervalAt,
  measureChange,
  scenarioTest,
  upperBound,
  type Change,
  type ScenarioDraws,
} from './change.ts';
import { readClaims, type ClaimQuery, type Claims } from './claims.ts';
import { errorOnThese, noiseOfDraws } from './effect-noise.ts';
import { smallestShown } from './detectable.ts';
import { METRICS } from '../analysis/metrics.ts';
import type { MetricDecision, MetricStatus } from './decision.ts';
import type { StageRows } from './stage-rows.ts';
import { exchangeableAs, flipOf, hasModelDraws, isApplicable, readDraws, type Reading } from './stage-draws.ts';
import { BLOCKING_METRICS, type BlockingMetric, type DecisionPolicy } from './policy.ts';
import { testChange } from './test-change.ts';
import { holdAgainstPass } from './undiluted.ts';

export interface Assessment {
  readonly metric: BlockingMetric;
  readonly margin: number;
  /** Undefined where nothing was measured: that is never a pass. */
  readonly observed: Change | undefined;
  readonly p: number;
  /** The evidence the change was measured on. */
  readonly evidence: Pick<ClaimQuery, 'kind' | 'flip'> & { readonly units: readonly ScenarioDraws[] };
  /** The same for a pass, where scenarios of others carry none (`holdAgainstPass`): what is shown of all but a failure. */
  readonly forPass: Change | undefined;
  /** The change if every missing cell had been as harmful as it could be: what a pass must survive. */
  readonly againstPass: Change | undefined;
  /** Of a change of models with several draws: the error that `againstPass` has on these very scenarios, from its draws alone. */
  readonly errorOnThese?: number | undefined;
  /** The change if every missing cell had been as harmless as it could be: what a fail must survive. */
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

/**
 * The same for these very scenarios, whatever others like them would show; undefined where there are too few draws to
 * tell.
 */
export function isBelowOnThese(
  { againstPass, errorOnThese: error, margin }: Assessment,
  reach: number,
): boolean | undefined {
  return againstPass === undefined || error === undefined ? undefined : againstPass.value + reach * error < margin;
}

/** The metric as it is reported. */
export function describeAssessment(
  assessment: Assessment,
  {
    together,
    reach: own,
    failLevel = FAIL_ERROR * LEADING_SHARE,
    ...shown
  }: Pick<MetricDecision, 'adjustedP' | 'limit' | 'pooled'> & {
    status: MetricStatus;
    stage: 'screen' | 'confirm';
    /** The estimate from the screen's and the confirmation's draws together, where the metric is read on both. */
    together?: Change;
    /** How far the bounds of one of several looks reach, in standard errors; the stage's own reach without it. */
    reach?: number;
    /** The one-sided level at which this metric would have failed. */
    failLevel?: number;
  },
): MetricDecision {
  const { metric, margin, p } = assessment;
  const observed = together ?? (shown.status === 'fail' ? assessment.observed : assessment.forPass);
  if (observed === undefined) return { ...shown, margin, scenarios: 0 };
  const claims = claimsOf(assessment, {
    observed,
    reach: own ?? CHECK_REACH,
    isOther: observed !== assessment.observed,
  });
  const { errorOnThese: error } = assessment;
  const isOfThese = error !== undefined || shown.status === 'fail';
  const { interval } = isOfThese ? claims.theseScenarios : claims.scenariosLikeThem;
  const detectable =
    error === undefined
      ? couldHaveShown(assessment, observed, failLevel)
      : detectableChange({ ...observed, standardError: error }, { level: failLevel, least: FAIL_SHARE * margin });
  const asShown = (value: number): number => (METRICS[metric].worse === 'down' ? 1 - value : value);
  return {
    ...shown,
    base: asShown(observed.base),
    head: asShown(observed.head),
    change: observed.value,
    ...whereDefined({ interval }),
    // Repeated intervals hold at all looks together, each end with the error that a pass may make.
    level: own === undefined ? CHECK_CONFIDENCE : 1 - 2 * MODEL_PASS_ERROR,
    ...(error !== undefined && { ofThese: true }),
    p,
    claims,
    margin,
    ...whereDefined({ detectable }),
    scenarios: observed.scenarios,
  };
}

/** The rise that would have failed in 4 of 5 checks on evidence like this; undefined where none would. */
function couldHaveShown({ metric, margin, evidence }: Assessment, observed: Change, level: number): number | undefined {
  const least = FAIL_SHARE * margin;
  const { units, flip, kind } = evidence;
  if (METRICS[metric].unit !== 'share') return detectableChange(observed, { level, least });
  const shown = smallestShown(units, { level, least, flip, kind });
  return shown !== undefined && Number.isFinite(shown) ? shown : undefined;
}

/**
 * Where a pass rests on stored and fresh draws together, or is held against a part of the scenarios, the claim about scenarios
 * like these uses that, the claim about these very ones the fresh draws alone.
 */
function claimsOf(
  { evidence, p, observed: own }: Assessment,
  { observed, reach, isOther }: { readonly observed: Change; readonly reach: number; readonly isOther: boolean },
): Claims {
  const claims = readClaims(evidence.units, own ?? observed, { ...evidence, p, reach });
  if (!isOther) return claims;
  const interval = intervalAt(observed, reach);
  return { ...claims, scenariosLikeThem: { p: scenarioTest(observed), ...whereDefined({ interval }) } };
}

function assess(evidence: StageRows, metric: BlockingMetric, policy: DecisionPolicy): Assessment {
  const flip = flipOf(evidence, metric);
  const { stage, named } = evidence;
  const how = { flip, named };
  const kind = exchangeableAs(evidence, metric);
  const read = (reading: Reading): { units: readonly ScenarioDraws[]; change: Change | undefined; p: number } => {
    const units = readDraws(evidence, metric, reading);
    const p = testChange(units, { kind, flip, seed: `${policy.seed}\n${stage}\n${metric}` });
    return { units, change: measureChange(units, flip), p };
  };
  const observed = read('observed');
  const { change, p } = observed;
  const harmful = evidence.hasGaps ? readDraws(evidence, metric, 'against-pass') : observed.units;
  const noise = hasModelDraws(evidence) ? noiseOfDraws(harmful, 'prompt') : undefined;
  const common = {
    metric,
    margin: policy.margins[metric],
    observed: change,
    forPass: holdAgainstPass(change, observed.units, how),
    p,
    evidence: { units: observed.units, kind, flip },
    ...whereDefined({ errorOnThese: noise && errorOnThese(noise, flip) }),
  };
  if (!evidence.hasGaps) return { ...common, againstPass: common.forPass, againstFail: observed };
  const againstPass = holdAgainstPass(measureChange(harmful, flip), harmful, how);
  return { ...common, againstPass, againstFail: read('against-fail') };
}
