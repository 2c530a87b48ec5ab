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
  /** After Holm over the metrics that block; of a look at which only a pass is asked about as of the others. */
  readonly adjustedP: number;
  readonly status: 'pass' | 'fail' | 'inconclusive';
  /** One-sided, its own share of the look's. */
  readonly failLevel?: number;
}

export interface ConfirmationRules {
  readonly policy: DecisionPolicy;
  /** All draws of either side, which a pass may rest on; undefined where only fresh ones are trusted. */
  readonly all: StageRows | undefined;
  /** One-sided, over all metrics, see `levelAt`; undefined at a look that cannot fail. */
  readonly level: number | undefined;
}

/** The metrics that block. A fail rests on fresh draws of both sides alone; a pass on all there are, where they may be trusted. */
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
