// Text that is struck out (`~~so~~`, `<del>so</del>`): a page shows it as deleted, so it is no rule, and judges are not shown it.
import type { Html } from 'mdast';
import { cutRanges, type TextRange } from './html-comments.ts';
import { findNodes, parseMarkdown } from './markdown-tree.ts';

export interface ClauseInForce {
  readonly text: string;
  /** What is struck out, each piece with its marks. */
  readonly struck: readonly string[];
}

const MARKS = /~~|<\/(?:del|s|strike)\s*>/i;
/** One tag of the elements that HTML has for deleted text. */
const TAG = /<(\/?)(del|s|strike)(?:\s[^<>]*)?>/gi;

/** Whether only the Markdown tree tells if something is struck out. */
export function mayBeStruck(source: string): boolean {
  return MARKS.test(source);
}

/** An example of what it is, in a text about Markdown: `~~strikethrough~~`. */
const OF_ITSELF = /strike|struck|crossed? ?out/i;

/**
 * The text without what is struck out. One tilde is no mark here, though GitHub takes it for one: specs write `~5 minutes`.
 * Code, and a text that is too deep to be read as Markdown, stand as they are.
 */
export function withoutStruck(source: string): ClauseInForce {
  const tree = mayBeStruck(source) ? parseMarkdown(source) : undefined;
  if (tree === undefined) return { text: source, struck: [] };
  const marked = findNodes(tree, 'delete').map(({ position }) => rangeOf(position));
  const doubled = marked.filter(({ start }) => source.startsWith('~~', start));
  const ranges = outermost([...doubled, ...findElements(findNodes(tree, 'html'))]).filter(
    ({ start, end }) => !OF_ITSELF.test(source.slice(start, end)),
  );
  return { text: cutRanges(source, ranges, ''), struck: ranges.map(({ start, end }) => source.slice(start, end)) };
}

/** From each opening tag to the one that closes it; raw HTML comes in pieces with Markdown between them. */
function findElements(pieces: readonly Html[]): readonly TextRange[] {
  const open: { readonly name: string; readonly start: number }[] = [];
  const elements: TextRange[] = [];
  for (const { value, position } of pieces) {
    for (const { 0: tag, 1: slash, 2: element, index } of value.matchAll(TAG)) {
      const [name, start] = [element!.toLowerCase(), rangeOf(position).start + index];
      if (slash === '') open.push({ name, start });
      const from = slash === '' ? -1 : open.findLastIndex((one) => one.name === name);
      if (from >= 0) elements.push({ start: open.splice(from)[0]!.start, end: start + tag.length });
    }
  }
  return elements;
}

function rangeOf(position: Html['position']): TextRange {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

/** In order, without those that stand within another. */
function outermost(ranges: readonly TextRange[]): readonly TextRange[] {
  const sorted = ranges.toSorted((one, other) => one.start - other.start || other.end - one.end);
  const kept: TextRange[] = [];
  for (const range of sorted) if (range.start >= (kept.at(-1)?.end ?? 0)) kept.push(range);
  return kept;
}
