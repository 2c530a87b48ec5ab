// What a stage says of the touched clauses: which now allow what they forbade, and for which there was too little
// evidence to tell.
import type { Stage } from '../evaluation/cell.ts';
import { CLAUSE_FAIL_LEVEL, LEAST_LET_THROUGH } from './bounds.ts';
import type { DecisionInput, Reason } from './decision.ts';
import { findLetThrough, findSuspicious, watchClauses, type ClauseWatch } from './watch-clauses.ts';

export interface Loosening {
  /** Clauses that fresh rulings are to confirm; empty where the policy only reports. */
  readonly flagged: readonly ClauseWatch[];
  readonly reasons: readonly Reason[];
}

/** What of a decision's input says which clauses look loosened. */
type Watched = Pick<DecisionInput, 'touched' | 'controls' | 'policy'>;

/** Clauses that a screen flags: their violations alone are ruled on again in a confirmation. */
export function flaggedClauses(input: Watched): readonly ClauseWatch[] {
  return findSuspicious(watch(input, 'screen'));
}

function watch({ touched = [], controls = [], policy }: Watched, stage: Stage): readonly ClauseWatch[] {
  return watchClauses({ clauses: touched.map(({ id }) => id), controls, stage, seed: policy.seed });
}

/** A screen flags, a confirmation fails. Without touched clauses there is nothing to watch. */
export function readLoosening(input: DecisionInput, stage: Stage): Loosening {
  const { policy } = input;
  const blocks = policy.actions.letThrough === 'fail';
  const screened = watch(input, 'screen');
  const flagged = findSuspicious(screened);
  const fresh = stage === 'screen' ? screened : watch(input, stage);
  const watched = screened.map((one) =>
    flagged.includes(one) ? fresh.find(({ clause }) => clause === one.clause)! : one,
  );
  const unseen = watched
    .filter(({ isSeen }) => !isSeen)
    .map((one) => unseenReason(one, blocks && mustBeSeen(input, one) ? 'warning' : 'notice'));
  if (stage === 'screen') {
    // What only reports is not confirmed: it is said as the screen saw it.
    const seen = blocks ? [] : flagged.map((one) => letThroughReason(one, 'notice'));
    return { flagged: blocks ? flagged : [], reasons: [...seen, ...unseen] };
  }
  const level = CLAUSE_FAIL_LEVEL;
  const failed = findLetThrough(watched, { flagged, level });
  const isFailed = (clause: string): boolean => failed.some((one) => one.clause === clause);
  const open = flagged.flatMap(({ clause }) => {
    const own = watched.find((one) => one.clause === clause)!;
    const isLarge = own.forbidden > 0 && own.allowed >= LEAST_LET_THROUGH * own.forbidden;
    return isLarge && !isFailed(clause) ? [own] : [];
  });
  const severity = blocks ? 'error' : 'notice';
  return {
    flagged,
    reasons: [
      ...failed.map((one) => letThroughReason({ ...one, p: one.adjustedP }, severity)),
      ...open.map((one) => ({
        ...letThroughReason(one, blocks ? 'warning' : 'notice'),
        code: 'clause-undecided' as const,
      })),
      ...unseen,
    ],
  };
}

/**
 * Where nobody labelled anything, that nothing forbidden was answered speaks for the models, and an edit of some words is not
 * held up for it. A clause that is gone or emptied is.
 */
function mustBeSeen({ touched = [], labelled = 0 }: DecisionInput, { clause }: ClauseWatch): boolean {
  return labelled > 0 || touched.some(({ id, edit }) => id === clause && edit === 'gutted');
}

function letThroughReason({ clause, forbidden, allowed, p }: ClauseWatch, severity: Reason['severity']): Reason {
  return { code: 'clause-let-through', args: { clause, forbidden, allowed, p }, clause, severity };
}

function unseenReason({ clause, forbidden }: ClauseWatch, severity: Reason['severity']): Reason {
  return { code: 'loosening-unseen', args: { clause, forbidden }, clause, severity };
}
