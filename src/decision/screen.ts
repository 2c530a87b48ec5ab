// The screen: cheap evidence against stored draws. It can pass or ask for more; it never fails.
import { whereDefined } from '../core/where-defined.ts';
import { assessAll, type Assessment } from './assess.ts';
import { SCREEN_LEVEL } from './bounds.ts';
import { boundRise, type Bounded } from './pass-reading.ts';
import type { StageRows } from './stage-rows.ts';
import type { DecisionPolicy } from './policy.ts';
import type { Settled } from './settle.ts';

export interface ScreenResult {
  /** Every applicable metric, those that only report included, with how it stands to its margin. */
  readonly assessments: readonly { readonly assessment: Assessment; readonly bounded: Bounded }[];
  /** Blocking metrics whose rise is not yet bounded under the margin. */
  readonly open: readonly Assessment[];
  /** The open metrics that look risen, or all open ones where none does. */
  readonly flagged: readonly Assessment[];
  readonly suspicious: boolean;
}

/** `all`: all draws of either side, where they may say more than pairs of rulings on one answer. */
export function readScreen(evidence: StageRows, policy: DecisionPolicy, all?: StageRows): ScreenResult {
  const assessments = assessAll(evidence, policy).map((assessment) => ({
    assessment,
    bounded: boundRise(assessment, all),
  }));
  const blocking = assessments.filter(({ assessment }) => policy.actions[assessment.metric] === 'fail');
  const open = blocking.flatMap(({ assessment, bounded }) => (bounded.isBelow ? [] : [assessment]));
  const risen = open.filter(({ p }) => p <= SCREEN_LEVEL / blocking.length);
  const suspicious = risen.length > 0;
  return { assessments, open, flagged: suspicious ? risen : open, suspicious };
}

/** What the screen by itself says of each metric. */
export function settleScreen(screen: ScreenResult, policy: DecisionPolicy): readonly Settled[] {
  const open = new Set(screen.open.map(({ metric }) => metric));
  return screen.assessments.map(({ assessment, bounded: { pooled, together } }) => ({
    assessment,
    status:
      policy.actions[assessment.metric] === 'report' ? 'report' : open.has(assessment.metric) ? 'inconclusive' : 'pass',
    stage: 'screen',
    ...whereDefined({ pooled, together }),
  }));
}
