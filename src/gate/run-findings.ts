// What a report says of the run itself: that it was stopped before its evidence decided, and answers that could not be kept.
import type { Run } from '../run/open-run.ts';
import type { Stop } from '../run/stop.ts';
import { createFinding } from '../report/messages.ts';
import type { Finding } from '../report/report.ts';

/** A stopped run is inconclusive at best; `calls` are how many were finished and how many the round needed. */
export function stoppedFinding(stop: Stop, calls: { readonly finished: number; readonly needed: number }): Finding {
  const severity = 'warning';
  switch (stop.kind) {
    case 'budget':
      return createFinding({ code: 'budgetStopped', args: { budget: stop.budget, allowed: stop.allowed }, severity });
    case 'signal':
    // Only seeding and nights leave batches; for a check it would be the same.
    case 'batch':
      return createFinding({ code: 'interrupted', args: calls, severity });
    case 'quota':
      return createFinding({ code: 'quota', args: { provider: stop.provider }, severity });
    case 'no-keys':
      return createFinding({
        code: 'noKeys',
        args: { providers: stop.providers, fork: stop.fork, variables: stop.variables },
        severity,
      });
    default:
      return stop satisfies never;
  }
}

/**
 * Answers that were paid for and could not be written to the store, as on a full or read-only disk; none where all could. The
 * verdict holds, and the next run pays for them again.
 */
export function notKeptFindings({ store }: Pick<Run, 'store'>): readonly Finding[] {
  const answers = store.problems().unwritten;
  return answers === 0 ? [] : [createFinding({ code: 'answersNotKept', args: { answers }, severity: 'notice' })];
}
