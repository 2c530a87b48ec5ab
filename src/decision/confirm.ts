// The confirmation: fresh draws of both arms, two looks. Only here can a change fail.
import { holm } from '../stats/holm.ts';
import { assessAll, isBelowMargin, type Assessment } from './assess.ts';
import { CONFIRM_LEVEL, CONFIRM_REACH, FAIL_SHARE } from './bounds.ts';
import type { Evidence } from './evidence.ts';
import type { BlockingEndpoint, DecisionPolicy } from './policy.ts';
import type { ScreenResult } from './screen.ts';

export interface Confirmed {
  readonly assessment: Assessment;
  /** After Holm over the family; undefined for an endpoint that was open but not flagged. */
  readonly adjustedP: number | undefined;
  readonly status: 'pass' | 'fail' | 'inconclusive';
}

/** The endpoints that the screen left open, each decided on fresh evidence alone. */
export function readConfirmation(
  evidence: Evidence,
  screen: ScreenResult,
  policy: DecisionPolicy,
): readonly Confirmed[] {
  const open = new Set(screen.open.map(({ endpoint }) => endpoint));
  const flagged = new Set(screen.flagged.map(({ endpoint }) => endpoint));
  const assessments = assessAll(evidence, policy).filter(({ endpoint }) => open.has(endpoint));
  const family = assessments.filter(({ endpoint }) => flagged.has(endpoint));
  const shown = adjust(family, screen.family, ({ p }) => p);
  const hardest = adjust(family, screen.family, ({ againstFail }) => againstFail.p);
  return assessments.map((assessment) => ({
    assessment,
    adjustedP: shown.get(assessment.endpoint),
    status: statusOf(assessment, hardest.get(assessment.endpoint)),
  }));
}

/** A fail must survive the missing cells as much as a pass. */
function statusOf(assessment: Assessment, adjustedP: number | undefined): Confirmed['status'] {
  const rise = assessment.againstFail.change?.value ?? 0;
  if (adjustedP !== undefined && adjustedP <= CONFIRM_LEVEL && rise >= FAIL_SHARE * assessment.margin) return 'fail';
  return isBelowMargin(assessment, CONFIRM_REACH) ? 'pass' : 'inconclusive';
}

/** Holm over a family of `size`, whose members that are not tested here count as p = 1. */
function adjust(
  tested: readonly Assessment[],
  size: number,
  read: (assessment: Assessment) => number,
): ReadonlyMap<BlockingEndpoint, number> {
  const others = Array.from({ length: Math.max(0, size - tested.length) }, () => 1);
  const adjusted = holm([...tested.map(read), ...others]);
  return new Map(tested.map(({ endpoint }, index) => [endpoint, adjusted[index]!]));
}
