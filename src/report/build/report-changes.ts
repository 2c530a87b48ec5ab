// Clause changes as the report holds them.
import { whereDefined } from '../../core/where-defined.ts';
import type { ClauseChange } from '../../spec/change.ts';
import type { ReportChange } from '../report.ts';

/** Every change in the head's order, cosmetic ones too; whoever renders decides what to show. */
export function reportChanges(changes: readonly ClauseChange[]): readonly ReportChange[] {
  return changes.map((change) => {
    const clause = change.head ?? change.base!;
    return {
      kind: change.kind,
      id: change.id,
      ...whereDefined({ baseId: change.baseId }),
      edited: change.edited,
      moved: change.moved,
      attributes: change.attributes.map(({ name, base, head }) => ({
        name,
        ...whereDefined({ base, head }),
      })),
      ...whereDefined({ path: change.path }),
      file: clause.file,
      lines: [clause.lines.start, clause.lines.end],
      words: change.words,
    };
  });
}
