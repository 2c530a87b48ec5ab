// Whether more answers of one side were declined, lost or asked for again: what is left of the two sides can then not
// be compared.
import type { Cell } from '../evaluation/cell.ts';
import { compareSides } from './compare-sides.ts';
import type { Reason } from './decision.ts';

/** So sure that a pass must not rest on it; without a difference at most one look in a hundred says so. */
const LEVEL = 0.01;

/**
 * Asking again until something comes shifts what comes (UK AISI, inspect_ai: retries on error shift the distribution), and an
 * answer that a filter took is gone from one side only. Equal draws of both sides, a sign test over scenarios.
 */
export function unlikeLossReasons(cells: readonly Cell[]): readonly Reason[] {
  const { p, ...counted } = compareSides(cells, isTroubled);
  return p.twoSided > LEVEL
    ? []
    : [{ code: 'unlike-losses', args: { ...counted, p: p.twoSided }, severity: 'warning' }];
}

/** A ruling that only the end of the run cut off is no sign of trouble. */
function isTroubled({ retries = 0, problematic, judgments }: Cell): boolean {
  const isLost = judgments.some((one) => one.status === 'abstained' && one.reason !== 'aborted');
  return retries > 0 || isLost || (problematic === 'missing' && judgments.length === 0);
}
