// The screen: cheap evidence against stored draws. It can pass or ask for more; it never fails.
import { assessAll, isBelowMargin, type Assessment } from './assess.ts';
import { SCREEN_LEVEL, SCREEN_REACH } from './bounds.ts';
import type { Evidence } from './evidence.ts';
import type { DecisionPolicy } from './policy.ts';

export interface ScreenResult {
  /** Every applicable endpoint, those that only report included. */
  readonly assessments: readonly Assessment[];
  /** Blocking endpoints whose rise is not yet bounded under the margin. */
  readonly open: readonly Assessment[];
  /** Those that look risen; where none does, all open ones. They are the family of the confirmation. */
  readonly flagged: readonly Assessment[];
  readonly suspicious: boolean;
}

export function readScreen(evidence: Evidence, policy: DecisionPolicy): ScreenResult {
  const assessments = assessAll(evidence, policy);
  const blocking = assessments.filter(({ endpoint }) => policy.actions[endpoint] === 'fail');
  const open = blocking.filter((assessment) => !isBelowMargin(assessment, SCREEN_REACH));
  const risen = open.filter(({ p }) => p <= SCREEN_LEVEL / blocking.length);
  return { assessments, open, flagged: risen.length > 0 ? risen : open, suspicious: risen.length > 0 };
}
