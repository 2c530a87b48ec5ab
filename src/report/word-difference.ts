// A clause's changed words, ready to be read: lines that the file only wrapped are joined, long unchanged stretches cut.
import type { ReportChange } from './report.ts';

type Run = ReportChange['words'][number];

/** Characters of unchanged text kept next to a change. */
const KEPT = 160;

/** The runs in order; `same` runs keep `KEPT` characters on the sides where a change is. */
export function readableWords(words: readonly Run[]): readonly Run[] {
  return words.flatMap(withoutBlankChange).map((run, index, all) => {
    const text = joinWrappedLines(run.text);
    if (run.kind !== 'same') return { ...run, text };
    return { ...run, text: shorten(text, { before: index > 0, after: index < all.length - 1 }) };
  });
}

/**
 * Added or removed white space is no change to a reader: added white space is shown unmarked, removed white space not
 * at all.
 */
function withoutBlankChange(run: Run): readonly Run[] {
  if (run.kind === 'same' || run.text.trim() !== '') return [run];
  return run.kind === 'added' ? [{ kind: 'same', text: run.text }] : [];
}

/** A single line feed is only wrapping, unless a list item, a quote, a table row or a heading follows. */
function joinWrappedLines(text: string): string {
  return text.replaceAll(/(?<!\n)\n(?![\n>|#*+-]|\d+[.)])/g, ' ');
}

/** The stretch without its middle; `before` and `after` say on which sides a change follows. */
function shorten(text: string, side: { readonly before: boolean; readonly after: boolean }): string {
  const start = side.before ? wholeWords(text.slice(0, KEPT), 'end') : '';
  const end = side.after ? wholeWords(text.slice(-KEPT), 'start') : '';
  if (text.length <= start.length + end.length + KEPT) return text;
  return `${start}…${end}`;
}

/** Without the word that the cut went through. */
function wholeWords(text: string, cut: 'start' | 'end'): string {
  return cut === 'end' ? text.replace(/\S*$/, '') : text.replace(/^\S*/, '');
}
