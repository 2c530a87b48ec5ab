// The words that changed, clause by clause, as a comment shows them: what went is struck through, what came is bold.
import type { Section } from '../../render/fit-sections.ts';
import { codeSpan, escapeText } from '../../render/safe-markdown.ts';
import { clip } from '../../render/visible-text.ts';
import type { Report, ReportChange } from '../report.ts';
import { readableWords } from '../word-difference.ts';
import { folded } from './blocks.ts';

/** Characters of one clause. */
const LONGEST = 1500;

type Run = ReportChange['words'][number];

/** One folded part a clause. */
export function wordDifferences(report: Report): Section {
  const edited = report.changes.filter(({ words }) => words.length > 0);
  return folded(
    'The changed words',
    edited.map(({ id, words }) => `${codeSpan(id)}: ${readableWords(cut(words)).map(markRun).join('')}\n\n`),
  );
}

/** The runs up to `LONGEST` characters. */
function cut(words: readonly Run[]): readonly Run[] {
  let left = LONGEST;
  return words.flatMap((run) => {
    if (left <= 0) return [];
    const text = clip(run.text, left);
    left -= run.text.length;
    return [{ ...run, text }];
  });
}

/** Tags instead of `~~` and `**`, which mean nothing beside some signs and across spaces. Only our own tags are not escaped. */
function markRun({ kind, text }: Run): string {
  const lines = text.split(/\n/).map((line) => markLine(kind, line));
  return lines.join('<br>').replaceAll(/(?:<br>){3,}/g, '<br><br>');
}

function markLine(kind: Run['kind'], line: string): string {
  const words = escapeText(line, LONGEST);
  if (words === '') return line === '' ? '' : ' ';
  const [before, after] = [/^\s/.test(line) ? ' ' : '', /\s$/.test(line) ? ' ' : ''];
  if (kind === 'same') return before + words + after;
  const tag = kind === 'removed' ? 'del' : 'b';
  return `${before}<${tag}>${words}</${tag}>${after}`;
}
