// What a pass may rest on: all draws there are of either side, or fresh ones in pairs, whichever says more.
import { CHECK_REACH } from './bounds.ts';
import { isBelowMargin, type Assessment } from './assess.ts';
import { measureChange, upperBound, type Change } from './change.ts';
import type { BlockingMetric } from './policy.ts';
import { flipOf, readDraws, type Reading } from './stage-draws.ts';
import type { StageRows } from './stage-rows.ts';
import { holdAgainstPass } from './undiluted.ts';

/** A metric read on all draws, see `pooledRows`. */
interface PassReading {
  readonly observed: Change;
  /** Missing cells as harmful as they could have been. */
  readonly againstPass: Change;
}

/** Undefined where nothing was measured on both sides. */
function readForPass(rows: StageRows, metric: BlockingMetric): PassReading | undefined {
  const flip = flipOf(rows, metric);
  const read = (reading: Reading): Change | undefined => {
    const units = readDraws(rows, metric, reading);
    return holdAgainstPass(measureChange(units, flip), units, { flip, named: rows.named });
  };
  const observed = read('observed');
  const againstPass = rows.hasGaps ? read('against-pass') : observed;
  return observed === undefined || againstPass === undefined ? undefined : { observed, againstPass };
}

/**
 * The wider evidence where its error is the smaller one. With `target` pairs of rulings on one answer may say more than many draws
 * of other answers do; which of the two it is does not depend on where the change lies, so nothing is chosen by its outcome.
 */
function moreTelling(own: Assessment, wide: PassReading | undefined): PassReading | undefined {
  if (wide === undefined || own.againstPass === undefined) return wide;
  return wide.againstPass.standardError < own.againstPass.standardError ? wide : undefined;
}

/** How a metric stands to its margin, and what of it is shown where that rests on the wider evidence. */
export interface Bounded {
  readonly isBelow: boolean;
  readonly pooled?: { readonly change: number; readonly bound: number };
  /** The same as observed. */
  readonly together?: Change;
}

/** Whether even the worst that missing cells could hide leaves the rise under the margin, on what tells most. */
export function boundRise(own: Assessment, rows: StageRows | undefined): Bounded {
  const wide = rows === undefined ? undefined : moreTelling(own, readForPass(rows, own.metric));
  const bound = wide === undefined ? Number.POSITIVE_INFINITY : upperBound(wide.againstPass, CHECK_REACH);
  // Of one scenario nothing is bounded, whatever is counted to it.
  if (wide === undefined || !Number.isFinite(bound)) return { isBelow: isBelowMargin(own, CHECK_REACH) };
  return {
    isBelow: bound < own.margin,
    pooled: { change: wide.againstPass.value, bound },
    together: wide.observed,
  };
}
