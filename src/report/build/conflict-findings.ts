// Clauses that pull apart, as findings.
import type { ClauseChange } from '../../spec/change.ts';
import { createFinding } from '../messages.ts';
import type { Finding, ReportConflict } from '../report.ts';
import { placeOf } from './report-findings.ts';

const MOST_CONFLICTS = 3;

/** Pairs of clauses that pull apart more often than before, either way round counted once, the most frequent first. */
export function conflictFindings(
  conflicts: readonly ReportConflict[],
  changes: readonly ClauseChange[],
): readonly Finding[] {
  const grown = conflicts.filter(({ scenarios }) => scenarios.head > scenarios.base && scenarios.head >= 2);
  const pairs = new Map<string, ReportConflict>();
  for (const conflict of grown.sort((a, b) => b.scenarios.head - a.scenarios.head)) {
    const pair = [conflict.against, conflict.favour].sort().join('\n');
    if (!pairs.has(pair)) pairs.set(pair, conflict);
  }
  return [...pairs.values()].slice(0, MOST_CONFLICTS).map(({ against, favour, scenarios, tested }) => {
    const place = placeOf(against, changes) ?? placeOf(favour, changes);
    const args = { against, favour, scenarios: scenarios.head, tested, before: scenarios.base };
    const where = place === undefined ? {} : { place };
    return createFinding({ code: 'clauseConflict', args, severity: 'warning', clause: against, ...where });
  });
}
