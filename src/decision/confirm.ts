// The confirmation: fresh draws of both arms, one look after another. Only here can a change fail.
import { holm } from '../stats/holm.ts';
import { assessAll, isBelowMargin, type Assessment } from './assess.ts';
import { poolChanges, upperBound, type Change } from './change.ts';
import { CHECK_REACH, FAIL_SHARE } from './bounds.ts';
import type { StageRows } from './stage-rows.ts';
import type { BlockingMetric, DecisionPolicy } from './policy.ts';
import type { ScreenResult } from './screen.ts';

export interface Confirmed {
  readonly assessment: Assessment;
  /** After Holm over the family; undefined for a metric that was open but not flagged. */
  readonly adjustedP: number | undefined;
  readonly status: 'pass' | 'fail' | 'inconclusive';
  /** Where it is read on screen and fresh draws together. */
  readonly pooled?: { readonly change: number; readonly bound: number };
  /** The same as observed: what is shown of it. */
  readonly together?: Change;
}

/** The metrics that the screen left open. A fail rests on fresh draws alone; a pass may add what the screen saw. */
export function readConfirmation(
  evidence: StageRows,
  screen: ScreenResult,
  context: { readonly policy: DecisionPolicy; readonly pooled: readonly Assessment[]; readonly level: number },
): readonly Confirmed[] {
  const { policy, level } = context;
  const open = new Set(screen.open.map(({ metric }) => metric));
  const flagged = new Set(screen.flagged.map(({ metric }) => metric));
  const assessments = assessAll(evidence, policy).filter(({ metric }) => open.has(metric));
  const family = assessments.filter(({ metric }) => flagged.has(metric));
  const shown = adjust(family, screen.family, ({ p }) => p);
  const hardest = adjust(family, screen.family, ({ againstFail }) => againstFail.p);
  const screened = new Map(context.pooled.map((assessment) => [assessment.metric, assessment]));
  return assessments.map((assessment) => {
    const { metric } = assessment;
    const common = { assessment, adjustedP: shown.get(metric) };
    if (isFailed(assessment, { adjustedP: hardest.get(metric), level })) return { ...common, status: 'fail' };
    // One bound, not the lower of two: each more would be a look more.
    const pooled = poolStages(screened.get(metric), assessment);
    const isBelow =
      pooled === undefined ? isBelowMargin(assessment, CHECK_REACH) : pooled.pooled.bound < assessment.margin;
    return { ...common, status: isBelow ? 'pass' : 'inconclusive', ...pooled };
  });
}

/** A fail must survive the missing cells as much as a pass. */
function isFailed(
  { againstFail, margin }: Assessment,
  { adjustedP, level }: { readonly adjustedP: number | undefined; readonly level: number },
): boolean {
  const rise = againstFail.change?.value ?? 0;
  return adjustedP !== undefined && adjustedP <= level && rise >= FAIL_SHARE * margin;
}

/**
 * The screen and the confirmation together, by precision. A metric is here because its screen looked high, so this errs
 * against a pass. What the nights of the stored base vary is in the screen's error; a shift that all of them share is not,
 * so a stored base that fresh draws contradict is not pooled.
 */
function poolStages(
  screened: Assessment | undefined,
  confirmed: Assessment,
): Required<Pick<Confirmed, 'pooled' | 'together'>> | undefined {
  if (screened?.againstPass === undefined || confirmed.againstPass === undefined) return undefined;
  const change = poolChanges(screened.againstPass, confirmed.againstPass);
  const together = poolChanges(screened.observed ?? screened.againstPass, confirmed.observed ?? confirmed.againstPass);
  return { pooled: { change: change.value, bound: upperBound(change, CHECK_REACH) }, together };
}

/** Holm over a family of `size`, whose members that are not tested here count as p = 1. */
function adjust(
  tested: readonly Assessment[],
  size: number,
  read: (assessment: Assessment) => number,
): ReadonlyMap<BlockingMetric, number> {
  const others = Array.from({ length: Math.max(0, size - tested.length) }, () => 1);
  const adjusted = holm([...tested.map(read), ...others]);
  return new Map(tested.map(({ metric }, index) => [metric, adjusted[index]!]));
}
