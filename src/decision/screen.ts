// The screen: cheap evidence against stored draws. It can pass or ask for more; it never fails.
import { assessAll, isBelowMargin, type Assessment } from './assess.ts';
import { CHECK_REACH, SCREEN_LEVEL } from './bounds.ts';
import type { StageRows } from './stage-rows.ts';
import type { DecisionPolicy } from './policy.ts';
import type { Settled } from './settle.ts';

export interface ScreenResult {
  /** Every applicable metric, those that only report included. */
  readonly assessments: readonly Assessment[];
  /** Blocking metrics whose rise is not yet bounded under the margin. */
  readonly open: readonly Assessment[];
  /** What the confirmation may fail: the metrics that look risen, or all open ones where none does. */
  readonly flagged: readonly Assessment[];
  /** How many metrics the confirmation allows for: those that look risen, or all that block where none was singled out. */
  readonly family: number;
  readonly suspicious: boolean;
}

/** Where no screen was held: every blocking metric is open, and the confirmation allows for all of them. */
export function skipScreen(evidence: StageRows, policy: DecisionPolicy): ScreenResult {
  const blocking = assessAll(evidence, policy).filter(({ metric }) => policy.actions[metric] === 'fail');
  return { assessments: [], open: blocking, flagged: blocking, family: blocking.length, suspicious: false };
}

/** `mayPass`: false leaves every blocking metric open, since what it would rest on is of other nights and nothing of today. */
export function readScreen(evidence: StageRows, policy: DecisionPolicy, { mayPass = true } = {}): ScreenResult {
  const assessments = assessAll(evidence, policy);
  const blocking = assessments.filter(({ metric }) => policy.actions[metric] === 'fail');
  const open = blocking.filter((assessment) => !mayPass || !isBelowMargin(assessment, CHECK_REACH));
  const risen = open.filter(({ p }) => p <= SCREEN_LEVEL / blocking.length);
  const suspicious = risen.length > 0;
  return {
    assessments,
    open,
    flagged: suspicious ? risen : open,
    family: suspicious ? risen.length : blocking.length,
    suspicious,
  };
}

/** What the screen by itself says of each metric. */
export function settleScreen(screen: ScreenResult, policy: DecisionPolicy): readonly Settled[] {
  const open = new Set(screen.open.map(({ metric }) => metric));
  return screen.assessments.map((assessment) => ({
    assessment,
    status:
      policy.actions[assessment.metric] === 'report' ? 'report' : open.has(assessment.metric) ? 'inconclusive' : 'pass',
    stage: 'screen',
  }));
}
