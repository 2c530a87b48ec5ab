// The confirmation: fresh draws of both arms, one look after another. Only here can a change fail.
import { whereDefined } from '../core/where-defined.ts';
import { holm } from '../stats/holm.ts';
import { assessAll, type Assessment } from './assess.ts';
import { FAIL_SHARE } from './bounds.ts';
import { errorShares } from './looks.ts';
import { boundRise, type Bounded } from './pass-reading.ts';
import type { StageRows } from './stage-rows.ts';
import type { DecisionPolicy } from './policy.ts';

export interface Confirmed extends Omit<Bounded, 'isBelow'> {
  readonly assessment: Assessment;
  /** p after Holm's correction over the blocking metrics, also at a look that cannot fail. */
  readonly adjustedP: number;
  readonly status: 'pass' | 'fail' | 'inconclusive';
  /** The one-sided level at which this metric fails: its share of the look's level. */
  readonly failLevel?: number;
}

export interface ConfirmationRules {
  readonly policy: DecisionPolicy;
  /** All draws of both sides, stored and fresh, which a pass may rest on; undefined where only fresh ones are trusted. */
  readonly all: StageRows | undefined;
  /** The look's one-sided level over all metrics, see `levelAt`; undefined at a look that cannot fail. */
  readonly level: number | undefined;
}

/**
 * Decides each blocking metric. A fail rests on fresh draws of both sides alone; a pass on all draws there are, where
 * stored ones can be trusted.
 */
export function readConfirmation(evidence: StageRows, { policy, all, level }: ConfirmationRules): readonly Confirmed[] {
  const blocking = assessAll(evidence, policy).filter(({ metric }) => policy.actions[metric] === 'fail');
  const shares = errorShares(blocking.map(({ metric }) => metric));
  const shown = adjust(blocking, shares, ({ p }) => p);
  const hardest = adjust(blocking, shares, ({ againstFail }) => againstFail.p);
  return blocking.map((assessment, index) => {
    const common = {
      assessment,
      adjustedP: shown[index]!,
      ...whereDefined({ failLevel: level && level * shares[index]! }),
    };
    if (level !== undefined && hardest[index]! <= level && isLarge(assessment)) return { ...common, status: 'fail' };
    const { isBelow, ...bounded } = boundRise(assessment, all);
    return { ...common, status: isBelow ? 'pass' : 'inconclusive', ...bounded };
  });
}

/** A fail must survive the missing cells as much as a pass. */
function isLarge({ againstFail, margin }: Assessment): boolean {
  return (againstFail.change?.value ?? 0) >= FAIL_SHARE * margin;
}

function adjust(
  blocking: readonly Assessment[],
  shares: readonly number[],
  read: (assessment: Assessment) => number,
): readonly number[] {
  return holm(blocking.map(read), shares);
}
