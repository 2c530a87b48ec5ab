// Which changed clauses have fewer scenarios than a verdict needs, and how many each may still be given.
import { isSubstantive, type ClauseChange } from '../../spec/change.ts';
import type { PreparedCheck } from '../change/prepare-check.ts';

export interface CoverageGap {
  readonly change: ClauseChange;
  /** Selected scenarios that are linked to it. */
  readonly linked: number;
  readonly wanted: number;
}

/** Changed clauses that say something, with or without a gap. */
export function changedClauses({ changes }: Pick<PreparedCheck, 'changes'>): readonly ClauseChange[] {
  return changes.filter((change) => isSubstantive(change) && (change.base?.text || change.head?.text));
}

/**
 * The clauses that lack scenarios, in the order of the changes. What a check can take (`selection.extendTo`) is shared among
 * all changed clauses: more than that would be written and never run.
 */
export function findCoverageGaps(prepared: PreparedCheck, perClause: number): readonly CoverageGap[] {
  const changes = changedClauses(prepared);
  const { selected, policy } = prepared.subject;
  const share = Math.max(1, Math.floor(policy.selection.extendTo / Math.max(1, changes.length)));
  const target = Math.min(perClause, share);
  return changes.flatMap((change) => {
    const linked = selected.filter(
      ({ reason }) => reason.kind === 'linked' && reason.clauses.includes(change.id),
    ).length;
    return linked >= target ? [] : [{ change, linked, wanted: target - linked }];
  });
}
