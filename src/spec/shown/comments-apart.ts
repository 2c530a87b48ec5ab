// Finds comments that stand alone between paragraphs, as most do, without parsing the text as Markdown.
import type { TextRange } from './html-comments.ts';

/** Whatever may reach over a comment, or begin or end with it: indents, lists, quotes, code, tables, footnotes, other HTML. */
const REACHES = /^(?:[ \t]+\S|[*+-](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|>|[`~]{3}|:|\[\^)|\||<[A-Za-z/!?]/m;

/**
 * Each on lines of its own with a blank one above and below it, in a text of plain paragraphs and headings: without them the rest
 * reads as it does. Undefined where there are none, or where any is not so plain; then only the Markdown tree can tell.
 */
export function findCommentsApart(source: string): readonly TextRange[] | undefined {
  const found: TextRange[] = [];
  let rest = '';
  let from = 0;
  for (let start = source.indexOf('<!--'); start >= 0; start = source.indexOf('<!--', from)) {
    const end = source.indexOf('-->', start + 4) + 3;
    const inside = source.slice(start + 4, end - 3);
    if (end < 7 + start || /^-?>|--!?>|<!--/.test(inside) || !isApart(source, { start, end })) return undefined;
    found.push({ start, end });
    rest += source.slice(from, start);
    from = end;
  }
  if (found.length === 0 || REACHES.test(rest + source.slice(from))) return undefined;
  return found;
}

function isApart(source: string, { start, end }: TextRange): boolean {
  const isAbove = start === 0 || source.endsWith('\n\n', start);
  return isAbove && (end === source.length || source.startsWith('\n\n', end) || source.slice(end) === '\n');
}
