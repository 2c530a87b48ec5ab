// Headings that repeat across files are numbered in the files' order, so that a file may push the ids of another one on.
import type { Config } from '../../config/schema.ts';
import { SEVERITY_OF_ACTION } from '../../decision/severity.ts';
import { createFinding } from '../../report/messages.ts';
import type { Finding } from '../../report/report.ts';
import type { Clause, Spec } from '../../spec/clause.ts';

/**
 * A finding where ids of the base are another file's in the head, while the clauses that had them are still there: scenarios that
 * are linked to them would test another rule. None for a clause that was moved to another file, or that says the same there.
 */
export function findShiftedIds(
  { base, head }: { readonly base: Spec; readonly head: Spec },
  action: Config['actions']['unseen'],
): readonly Finding[] {
  const byId = new Map(head.clauses.map((clause) => [clause.id, clause]));
  const byPlace = new Map(head.clauses.map((clause) => [placeOf(clause), clause]));
  const shifted = base.clauses.filter((clause) => {
    const holder = byId.get(clause.id);
    if (holder === undefined || holder.file === clause.file || holder.text === clause.text) return false;
    const own = byPlace.get(placeOf(clause));
    return own !== undefined && own.id !== clause.id;
  });
  const [first] = shifted;
  if (first === undefined) return [];
  const args = { clause: first.id, file: first.file, now: byId.get(first.id)!.file, ids: shifted.length };
  return [createFinding({ code: 'shiftedIds', args, clause: first.id, severity: SEVERITY_OF_ACTION[action] })];
}

/** Where a clause stands, whatever its id. */
function placeOf({ file, ancestors, title }: Clause): string {
  return JSON.stringify([file, ancestors, title]);
}
