// Spec text that is not what it seems: hidden from readers, or addressed to the judges.
import { whereDefined } from '../../core/where-defined.ts';
import type { ClauseChange } from '../../spec/change.ts';
import { fullText } from '../../spec/diff.ts';
import { hiddenIn } from '../../spec/shown/shown-clause.ts';
import { judgeDirectedSigns } from './judge-directed.ts';
import { findLookAlikes } from './look-alikes.ts';
import { createFinding } from '../messages.ts';
import type { Finding } from '../report.ts';
import { placeOf } from './finding-numbers.ts';

/**
 * Notes on the head's edited and added clauses, for a person to read. They are hints, not the defence: the prompt's fences
 * and the panel are.
 */
export function specTextNotes(changes: readonly ClauseChange[]): readonly Finding[] {
  return changes.flatMap((change) => {
    const { head } = change;
    if (head === undefined || (change.kind !== 'added' && !change.edited)) return [];
    const place = placeOf(change.id, changes);
    const about = { clause: head.id, severity: 'warning', ...whereDefined({ place }) } as const;
    const { comments, invisible } = hiddenIn(head);
    const notes: Finding[] = [];
    const characters = comments.join('').length + Array.from(invisible).length;
    if (characters > 0) {
      notes.push(createFinding({ ...about, code: 'hiddenText', args: { clause: head.id, characters } }));
    }
    const before = new Set(change.base === undefined ? [] : judgeDirectedSigns(fullText(change.base)));
    const signs = judgeDirectedSigns(fullText(head)).filter((sign) => !before.has(sign));
    const more = change.kind === 'added' ? [] : judgeDirectedSigns(joinAdded(change));
    const all = [...new Set([...signs, ...more])];
    if (all.length > 0) {
      notes.push(createFinding({ ...about, code: 'judgeDirectedText', args: { clause: head.id, signs: all } }));
    }
    const known = new Set(change.base === undefined ? [] : findLookAlikes(fullText(change.base)));
    const words = findLookAlikes(fullText(head)).filter((word) => !known.has(word));
    if (words.length > 0) {
      notes.push(createFinding({ ...about, code: 'lookAlikes', args: { clause: head.id, words } }));
    }
    return notes;
  });
}

function joinAdded({ words }: ClauseChange): string {
  return words.flatMap(({ kind, text }) => (kind === 'added' ? [text] : [])).join(' ');
}
