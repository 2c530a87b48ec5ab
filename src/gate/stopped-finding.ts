// The sentence for a run that ended before its evidence decided.
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
      throw new Error(`unknown stop: ${JSON.stringify(stop)}`);
  }
}
