// Spec text that is not what it seems: hidden from readers, or addressed to the judges.
import type { ClauseChange } from '../../spec/change.ts';
import { hiddenIn } from '../../spec/shown/shown-clause.ts';
import { createFinding } from '../messages.ts';
import type { Finding } from '../report.ts';
import { placeOf } from './report-findings.ts';

const READERS = ['judge', 'grader', 'evaluator', 'classifier', 'auditor'];
const RULINGS = ['compliant', 'compliance', 'ruling', 'verdict', 'rule every', 'always pass', 'score '];

/**
 * Notes on the head's edited and added clauses. Judges are shown neither hidden comments nor invisible characters; a
 * sentence that names judges and rulings is for a person to read. It is a hint, not the defence: the prompt's fences are.
 */
export function specTextNotes(changes: readonly ClauseChange[]): readonly Finding[] {
  return changes.flatMap((change) => {
    const { head } = change;
    if (head === undefined || (change.kind !== 'added' && !change.edited)) return [];
    const place = placeOf(change.id, changes);
    const about = { clause: head.id, severity: 'warning', ...(place === undefined ? {} : { place }) } as const;
    const { comments, invisible } = hiddenIn(head);
    const notes: Finding[] = [];
    const characters = comments.join('').length + Array.from(invisible).length;
    if (characters > 0) {
      notes.push(createFinding({ ...about, code: 'hiddenText', args: { clause: head.id, characters } }));
    }
    const added = change.kind === 'added' ? head.text : joinAdded(change);
    if (sentencesOf(added).some(addressesJudges)) {
      notes.push(
        createFinding({
          ...about,
          code: 'judgeDirectedText',
          args: { clause: head.id, signs: ['judges and rulings'] },
        }),
      );
    }
    return notes;
  });
}

function joinAdded({ words }: ClauseChange): string {
  return words.flatMap(({ kind, text }) => (kind === 'added' ? [text] : [])).join(' ');
}

function sentencesOf(text: string): readonly string[] {
  return text.toLowerCase().split(/[.!?\n]/);
}

function addressesJudges(sentence: string): boolean {
  return READERS.some((word) => sentence.includes(word)) && RULINGS.some((word) => sentence.includes(word));
}
