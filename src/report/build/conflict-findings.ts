// Conflicts between clauses, as findings.
import type { ClauseChange } from '../../spec/change.ts';
import type { TestedFindings } from '../../decision/findings/tested-findings.ts';
import { createFinding } from '../messages.ts';
import type { Finding, ReportConflict } from '../report.ts';
import { placeOf } from './finding-numbers.ts';

const MOST_CONFLICTS = 3;

/** Pairs of clauses that pull apart more often than an unchanged spec shows, the most frequent first. */
export function conflictFindings(
  conflicts: readonly ReportConflict[],
  { findings, changes }: { readonly findings: TestedFindings; readonly changes: readonly ClauseChange[] },
): readonly Finding[] {
  const isSure = isSureConflict(findings);
  const sure = grownConflicts(conflicts).filter(isSure);
  return sure.slice(0, MOST_CONFLICTS).map(({ against, favour, scenarios, tested }) => {
    const place = placeOf(against, changes) ?? placeOf(favour, changes);
    const args = { against, favour, scenarios: scenarios.head, tested, before: scenarios.base };
    const where = place === undefined ? {} : { place };
    return createFinding({ code: 'clauseConflict', args, severity: 'warning', clause: against, ...where });
  });
}

/** Pairs seen in more scenarios than before, two or more, either way round counted once. */
export function grownConflicts(conflicts: readonly ReportConflict[]): readonly ReportConflict[] {
  const grown = conflicts.filter(({ scenarios }) => scenarios.head > scenarios.base && scenarios.head >= 2);
  const pairs = new Map<string, ReportConflict>();
  for (const conflict of grown.sort((a, b) => b.scenarios.head - a.scenarios.head)) {
    if (!pairs.has(placeOfPair(conflict))) pairs.set(placeOfPair(conflict), conflict);
  }
  return [...pairs.values()];
}

/** Whether a pair of clauses, whichever is cited against, is told as found: more than chance, after the correction for all pairs. */
export function isSureConflict({ conflicts }: TestedFindings): (conflict: ReportConflict) => boolean {
  const sure = new Set(conflicts.flatMap(({ clauses, isSure }) => (isSure ? [clauses.join('\n')] : [])));
  return (conflict) => sure.has(placeOfPair(conflict));
}

function placeOfPair({ against, favour }: ReportConflict): string {
  return [against, favour].sort().join('\n');
}
