// New text in places that judges read and readers of the rendered page do not see: judges would apply rules that nobody
// else knows.
import { whereDefined } from '../../core/where-defined.ts';
import type { Config } from '../../config/schema.ts';
import { SEVERITY_OF_ACTION } from '../../decision/severity.ts';
import { createFinding } from '../../report/messages.ts';
import { placeOf } from '../../report/build/finding-numbers.ts';
import type { Finding } from '../../report/report.ts';
import { findUnusedDefinitions } from '../../spec/shown/definitions.ts';
import type { SpecChange } from './out-of-sight.ts';

/** A finding for each edited or added clause with new words in definitions that nothing in the spec refers to. */
export function findUnreadText({ head, changes }: SpecChange, action: Config['actions']['unseen']): readonly Finding[] {
  return changes.flatMap((change) => {
    const { base, head: clause } = change;
    if (clause === undefined || (change.kind !== 'added' && !change.edited)) return [];
    const unused = findUnusedDefinitions(clause.text).filter(
      ({ label, source }) =>
        base?.text.includes(source) !== true &&
        !head.clauses.some(({ text }) => text !== clause.text && text.toLowerCase().includes(`[${label}]`)),
    );
    if (unused.length === 0) return [];
    const characters = unused.reduce((sum, { source }) => sum + source.length, 0);
    const place = placeOf(change.id, changes);
    return [
      createFinding({
        code: 'shownToJudgesOnly',
        args: { clause: clause.id, characters },
        clause: clause.id,
        severity: SEVERITY_OF_ACTION[action],
        ...whereDefined({ place }),
      }),
    ];
  });
}
