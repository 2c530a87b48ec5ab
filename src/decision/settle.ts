// From decided metrics to the verdict that is reported: status, grounds, notes, and what more evidence would decide it.
import { whereDefined } from '../core/where-defined.ts';
import { findCellOutliers } from '../analysis/cell-outliers.ts';
import { countOutliers, type Outlier } from '../analysis/outliers.ts';
import { describeAssessment, assessAll, type Assessment } from './assess.ts';
import { CHECK_REACH } from './bounds.ts';
import { copyNotes } from './copies.ts';
import { repeatNotes } from './repeated-rulings.ts';
import { countFewGroups, type Change } from './change.ts';
import type { DecisionInput, MetricDecision, MetricName, MetricStatus, Missing, Reason, Verdict } from './decision.ts';
import type { StageRows } from './stage-rows.ts';
import type { LimitStatus } from './limits.ts';
import { testFindings } from './findings/test-findings.ts';
import type { BlockingMetric, DecisionPolicy } from './policy.ts';
import { scenariosForOthers } from './scenarios-for-models.ts';
import { describeUnmoved } from './unmoved.ts';
import { FEWEST_MODELS } from './void-options.ts';
import { rankBySeverity, SEVERITY_OF_ACTION, statusOfGrounds } from './severity.ts';

/** One metric as it was decided on its stage. */
export interface Settled {
  readonly assessment: Assessment;
  readonly status: 'pass' | 'fail' | 'inconclusive' | 'report';
  readonly stage: 'screen' | 'confirm';
  readonly adjustedP?: number | undefined;
  readonly pooled?: MetricDecision['pooled'];
  readonly together?: Change;
  readonly failLevel?: number;
}

export interface Grounds {
  /** The last stage's evidence. */
  readonly evidence: StageRows;
  readonly settled: readonly Settled[];
  readonly limits: ReadonlyMap<BlockingMetric, LimitStatus>;
  readonly missing: Missing;
  /** Grounds that stand above the metrics: too little evidence to decide anything. */
  readonly reasons: readonly Reason[];
  readonly notes: readonly Reason[];
  /** In a change of models, how far the look's bounds reach, which its intervals show. */
  readonly look?: { readonly reach: number };
}

/** z(.80): the chance of deciding that `scenariosToDecide` plans for. */
const POWER_REACH = 0.8416;

/** A verdict without its findings, which take long to test and are read at the last look only. */
export type Settlement = Omit<Verdict, 'clauses' | 'findings'>;

/** The verdict with its findings: what the last look of a check ends in. */
export function settleVerdict(input: DecisionInput, grounds: Grounds): Verdict {
  return { ...settleGrounds(input, grounds), ...testFindings(grounds.evidence, input) };
}

/** The verdict without findings: the status of each metric and every reason why the change does not pass. */
export function settleGrounds(input: DecisionInput, grounds: Grounds): Settlement {
  const { evidence, settled, limits, missing } = grounds;
  const metrics: Partial<Record<MetricName, MetricDecision>> = {};
  const still = describeUnmoved(input, evidence);
  Object.assign(metrics, still.metrics);
  const reasons = [...grounds.reasons];
  for (const one of settled) {
    const { metric } = one.assessment;
    const limit = input.policy.limits[metric];
    const described = describeAssessment(one.assessment, {
      status: withLimit(one.status, limits.get(metric)),
      stage: one.stage,
      ...whereDefined({ reach: grounds.look?.reach }),
      ...whereDefined({
        adjustedP: one.adjustedP,
        limit,
        pooled: one.pooled,
        together: one.together,
        failLevel: one.failLevel,
      }),
    });
    metrics[metric] = described;
    reasons.push(...reasonsFor(metric, described, { one, limit: limits.get(metric) }));
  }
  const outliers = listOutliers(evidence);
  metrics.newOutliers = describeOutliers(outliers, { evidence, action: input.policy.actions.newOutliers });
  const isOpen = grounds.reasons.some(({ severity }) => severity === 'warning');
  if (metrics.newOutliers.status === 'fail' && !isOpen) {
    reasons.push({ code: 'new-outliers', args: { count: metrics.newOutliers.change ?? 0 }, severity: 'error' });
  }
  reasons.push(...untestedReasons(input));
  const verdict = statusOfGrounds(reasons);
  const isPass = verdict === 'pass';
  if (isPass) reasons.push(...ofTheseOnly(metrics, settled));
  const needed = verdict === 'inconclusive' ? scenariosToDecide(settled) : undefined;
  return {
    status: 'verdict',
    verdict,
    reasons: rankBySeverity(reasons),
    metrics,
    missing,
    notes: [
      ...grounds.notes,
      ...copyNotes(evidence),
      ...repeatNotes(evidence),
      ...(isPass ? groupNotes(evidence) : []),
      ...still.notes,
    ],
    ...whereDefined({ scenariosToDecide: needed }),
  };
}

/**
 * What passed for these scenarios and is not shown of others like them: the first of the metrics that block, and how many
 * scenarios would show it.
 */
function ofTheseOnly(metrics: Verdict['metrics'], settled: readonly Settled[]): readonly Reason[] {
  for (const { status, assessment } of settled) {
    const { metric, margin, observed, errorOnThese: error } = assessment;
    const described = metrics[metric];
    const high = described?.claims?.scenariosLikeThem.interval?.[1] ?? Number.POSITIVE_INFINITY;
    if (status !== 'pass' || described?.ofThese !== true || high < margin) continue;
    const { scenarios } = observed!;
    const draws = assessment.evidence.units[0]?.head.length ?? 1;
    // Repeated draws averaged out their noise; a large bank is asked once.
    const oneDraw = scenarios * (observed!.standardError ** 2 + (draws - 1) * (error ?? 0) ** 2);
    const needed = scenariosForOthers(margin, oneDraw);
    return [{ code: 'of-these-only', args: { metric, scenarios, high, needed }, severity: 'notice' }];
  }
  return [];
}

/** What a pass does not cover, where all scenarios are of a few groups. */
function groupNotes({ scenarios, groups: groupOf }: StageRows): readonly Reason[] {
  const groups = countFewGroups(
    scenarios.map((scenario) => ({ scenario, ...whereDefined({ group: groupOf.get(scenario) }) })),
  );
  if (groups === undefined) return [];
  return [{ code: 'few-groups', args: { scenarios: scenarios.length, groups }, severity: 'notice' }];
}

/** Changed clauses that no scenario tests: what the policy says about them. */
export function untestedReasons(input: DecisionInput): readonly Reason[] {
  return input.untested.map((clause) => ({
    code: 'untested-clause',
    args: { clause },
    clause,
    severity: SEVERITY_OF_ACTION[input.policy.actions.untested],
  }));
}

/** Outliers of one stage. */
export function listOutliers({ index, kind }: StageRows): readonly Outlier[] {
  return findCellOutliers([...index.values()], { kind });
}

function withLimit(status: Settled['status'], limit: LimitStatus | undefined): MetricStatus {
  if (limit === undefined || limit === 'within' || status === 'fail') return status;
  if (limit === 'breached') return 'fail';
  if (limit === 'pre-existing') return 'pre-existing';
  return 'inconclusive';
}

function reasonsFor(
  metric: BlockingMetric,
  described: MetricDecision,
  why: { one: Settled; limit: LimitStatus | undefined },
): readonly Reason[] {
  const { status: _, interval, pooled: __, claims: ___, ...numbers } = described;
  const args = { metric, ...numbers, ...whereDefined({ low: interval?.[0], high: interval?.[1] }) };
  const reasons: Reason[] = [];
  if (why.one.status === 'fail') reasons.push({ code: 'metric-rose', args, severity: 'error' });
  if (why.one.status === 'inconclusive') reasons.push({ code: 'metric-undecided', args, severity: 'warning' });
  if (why.limit === 'breached') reasons.push({ code: 'limit-breached', args, severity: 'error' });
  if (why.limit === 'open') reasons.push({ code: 'limit-undecided', args, severity: 'warning' });
  if (why.limit === 'pre-existing') reasons.push({ code: 'limit-pre-existing', args, severity: 'notice' });
  return reasons;
}

function describeOutliers(
  outliers: readonly Outlier[],
  how: { evidence: StageRows; action: 'fail' | 'report' },
): MetricDecision {
  const { stage, scenarios, models, draws } = how.evidence;
  if (models.length < FEWEST_MODELS) return { status: 'not-applicable', why: 'two-models', scenarios: 0 };
  if (draws.base === 1 && draws.head === 1) return { status: 'not-applicable', why: 'one-draw', scenarios: 0 };
  const { base, head, new: change, gone } = countOutliers(outliers);
  const figures = { stage, base, head, change, gone, scenarios: scenarios.length };
  if (how.action === 'report') return { status: 'report', ...figures };
  return { status: stage === 'confirm' && change > 0 ? 'fail' : 'pass', ...figures };
}

/**
 * Scenarios as varied as these that decide with 80 % chance if the estimate is true: enough for a pass where it is below
 * half the margin, else for a fail. The largest over the undecided metrics.
 */
function scenariosToDecide(settled: readonly Settled[]): number | undefined {
  const needs = settled.flatMap(({ status, assessment: { forPass: observed, margin } }) => {
    if (status !== 'inconclusive' || observed === undefined || !Number.isFinite(observed.standardError)) return [];
    const distance = observed.value < margin / 2 ? margin - observed.value : observed.value;
    return [Math.ceil(observed.scenarios * (((CHECK_REACH + POWER_REACH) * observed.standardError) / distance) ** 2)];
  });
  return needs.length === 0 ? undefined : Math.max(...needs);
}

/** Metrics that are only reported are read on the last stage's evidence, whatever the screen said of them. */
export function reportedOnly(evidence: StageRows, policy: DecisionPolicy): readonly Settled[] {
  const reported = assessAll(evidence, policy).filter(({ metric }) => policy.actions[metric] === 'report');
  return reported.map((assessment) => ({ assessment, status: 'report', stage: 'confirm' }));
}

/** A failure becomes undecided: with too little evidence nothing fails either. */
export function undecided(settled: Settled): Settled {
  return settled.status === 'fail' ? { ...settled, status: 'inconclusive' } : settled;
}

/**
 * Whether more draws could change the verdict: an untested clause stays untested, and a clause's violations have all their
 * rulings from the first look on.
 */
export function hasUndecided(verdict: Pick<Verdict, 'reasons'>): boolean {
  const open = new Set(['metric-undecided', 'limit-undecided']);
  return verdict.reasons.some(({ code }) => open.has(code));
}
