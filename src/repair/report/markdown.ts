// A repair in a pull request's comment, and as a suggested change on its lines. Writers' text is code in both.
import { dollars, plural } from '../../render/format-numbers.ts';
import type { Section } from '../../render/fit-sections.ts';
import { fencedBlock, markdownSentence } from '../../render/safe-markdown.ts';
import { asFullSentence, say, type Sentence } from '../../render/sentence.ts';
import type { Suggestion } from '../../io/github/suggestion.ts';
import type { Spec } from '../../spec/clause.ts';
import { trimEqual } from '../patch.ts';
import { bestOf, editsOf, type RepairEdit, type RepairReport } from '../repair-report.ts';
import { writeFall, writeOrigin } from './words.ts';

/** `suggested`: the lines are part of the pull request, where the edit stands as a suggested change; else its patch is folded in. */
export function describeRepair(report: RepairReport, how: 'suggested' | 'fold'): Section {
  const best = bestOf(report);
  const { usd } = report.needed;
  const cost = usd === 'unknown' || usd === 0 ? '' : ` Finding it cost ${dollars(usd)}.`;
  const tried = plural(editsOf(report).length, 'edit');
  if (best === undefined) {
    const opening = `\n**Repair** · None of ${tried} that models wrote mends it; what each of them broke is in \`repair.html\`.${cost}\n`;
    return { opening, items: [], closing: '' };
  }
  const where =
    how === 'suggested'
      ? ' It stands as a suggested change on the lines it is about.'
      : `\n\n<details><summary>The edit as a patch</summary>\n${fencedBlock(best.diff)}\n</details>`;
  const opening = `\n**Repair** · One of ${tried} would make this pass: ${markdownSentence(describe(best))}${cost} Nothing is applied.${where}\n`;
  return { opening, items: [], closing: '' };
}

/** The edit as GitHub's suggested change: whole lines of the head, at least one. Undefined where the file is not there. */
export function suggestLines(edit: RepairEdit, spec: Spec): Suggestion | undefined {
  const text = spec.files.find(({ file }) => file === edit.patch.file)?.text;
  if (text === undefined) return undefined;
  const all = text.split('\n');
  const { from, old, added } = trimEqual(all, edit.patch);
  // Lines that are put in come with the line before them: a suggestion replaces lines.
  const before = old.length > 0 || from === 1 ? [] : [all[from - 2]!];
  const after = old.length > 0 || from > 1 ? [] : [all[0]!];
  const lines = [...before, ...added, ...after];
  const start = from - before.length;
  const fence = '`'.repeat(Math.max(3, longestFence(lines) + 1));
  const body = `**Spec Gate: a repair to look at.** ${markdownSentence(describe(edit))}\n\n${fence}suggestion\n${lines.join('\n')}\n${fence}\n`;
  return { file: edit.patch.file, start, end: start + before.length + old.length + after.length - 1, body };
}

function describe(edit: RepairEdit): Sentence {
  const fall = edit.fall === undefined ? say`` : say` What it mends: ${asFullSentence(writeFall(edit.fall))}`;
  return say`it ${writeOrigin(edit)}.${fall}`;
}

function longestFence(lines: readonly string[]): number {
  return Math.max(0, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map(({ length }) => length)));
}
