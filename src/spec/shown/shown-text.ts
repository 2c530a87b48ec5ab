// What a reader of the rendered page reads, as Markdown: what judges are shown. The rules are in docs/what-judges-read.md.
import type { Root } from 'mdast';
import { replaceInvisible } from '../../core/invisible-text.ts';
import { closesFence, parseFence, type FenceMarker } from '../line-shapes.ts';
import { findCommentsApart } from './comments-apart.ts';
import { cutRanges, findComments, type TextRange } from './html-comments.ts';
import { mayBeStruck } from './struck-text.ts';
import { findNodes, hasSureComments, parseMarkdown, treeKey } from './markdown-tree.ts';

export interface ShownText {
  readonly text: string;
  /** Comments that a page does not show, each as it stands in the source. */
  readonly comments: readonly string[];
  /** Characters that show nothing, joined. */
  readonly invisible: string;
}

/** Longest text that is read as Markdown, in characters; a longer one is shown as it stands. */
const LONGEST_READ = 50_000;

/** Takes the place of a comment whose removal would change how the rest is parsed. A page shows nothing of it either. */
const EMPTY_COMMENT = '<!---->';

/**
 * Take the place of an invisible character whose removal would change how the rest is parsed: a sign, or a letter where
 * Markdown needs one.
 */
const PLACEHOLDERS = ['\uFFFD', '\uA78F'] as const;

const known = new Map<string, ShownText>();
const MOST_KNOWN = 4096;

/**
 * The text without what the rendered page hides: comments outside of code, and characters that show nothing. All else,
 * code, admonitions, tables and raw HTML included, stands as it does in the source, in NFC.
 */
export function showText(source: string): ShownText {
  const before = known.get(source);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const shown = readShown(source);
  known.set(source, shown);
  return shown;
}

/** A whole file without its comments, otherwise as it is written. */
export function withoutHiddenComments(source: string): string {
  const tree = mayHoldComments(source) ? parseMarkdown(source) : undefined;
  const comments = locateComments(source, tree);
  const cut = cutComments(source, comments);
  return tree === undefined || readsAlike(tree, cut, '') ? cut : cutRanges(source, comments, EMPTY_COMMENT);
}

function readShown(source: string): ShownText {
  const apart = findCommentsApart(source);
  if (apart !== undefined && replaceInvisible(source, '').invisible === '') {
    const comments = apart.map(({ start, end }) => source.slice(start, end));
    return { text: trimBlank(cutComments(source, apart)).normalize('NFC'), comments, invisible: '' };
  }
  const isRead = source.length <= LONGEST_READ;
  const read = isRead && mayHoldComments(source) ? parseMarkdown(source) : undefined;
  const comments = locateComments(source, read);
  const { text, invisible } = replaceInvisible(cutComments(source, comments), '');
  const hidden = { comments: comments.map(({ start, end }) => source.slice(start, end)), invisible };
  const inForm = (shown: string): ShownText => ({ text: shown.normalize('NFC'), ...hidden });
  if (comments.length === 0 && invisible === '') return inForm(source);
  const tree = read ?? (isRead ? parseMarkdown(source) : undefined);
  const trimmed = comments.length === 0 ? text : trimBlank(text);
  if (endBeforeSpace(source, comments) && readsAlike(tree, trimmed, '')) return inForm(trimmed);
  for (const placeholder of PLACEHOLDERS) {
    const marked = replaceInvisible(cutRanges(source, comments, EMPTY_COMMENT), placeholder).text;
    if (readsAlike(tree, marked, placeholder)) return inForm(marked);
  }
  return inForm(replaceInvisible(source, PLACEHOLDERS[0]).text);
}

/** Whether only its Markdown tree tells what a page shows of it: some tenths of a millisecond a clause. */
export function needsTree(source: string): boolean {
  if (source.length > LONGEST_READ) return false;
  if (mayBeStruck(source) || (mayHoldComments(source) && findCommentsApart(source) === undefined)) return true;
  return replaceInvisible(source, '').invisible !== '';
}

/** Without blank lines above and white space below. An indent on the first line may make it code, and stays. */
export function trimBlank(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}

/** Whether a comment can stand outside of fenced code at all: most texts are settled here, without parsing them. */
function mayHoldComments(source: string): boolean {
  if (!/<[!?]/.test(source)) return false;
  let fence: FenceMarker | undefined;
  let isInside = true;
  for (const line of source.split('\n')) {
    if (fence !== undefined) {
      if (closesFence(line, fence)) fence = undefined;
      continue;
    }
    // Only a fence at the margin is one whatever stands around it, unless raw HTML does.
    fence = parseFence(line);
    if (/^\s*(?:[>*+-]|\d+[.)])?\s*</.test(line) || (fence === undefined && /<[!?]/.test(line))) isInside = false;
  }
  return !isInside;
}

function locateComments(source: string, tree: Root | undefined): readonly TextRange[] {
  if (tree === undefined || !hasSureComments(tree)) return [];
  return findNodes(tree, 'html').flatMap(({ position }) => {
    const start = position?.start.offset ?? 0;
    const html = source.slice(start, position?.end.offset ?? 0);
    return findComments(html).map((range) => ({ start: start + range.start, end: start + range.end }));
  });
}

/** Whether no comment stands before a word, which without it could become part of another, or a link. */
function endBeforeSpace(source: string, comments: readonly TextRange[]): boolean {
  return comments.every(
    ({ end }, index) => comments[index + 1]?.start === end || /^(?:\s|$)/.test(source.slice(end, end + 1)),
  );
}

/** Cut out; blank lines that only a comment parted become one. */
function cutComments(source: string, comments: readonly TextRange[]): string {
  const widened = comments.map(({ start, end }) => {
    const isParted =
      start === 0 ||
      source.endsWith('\n\n', start) ||
      /\n[ \t]*\n$/.test(source.slice(Math.max(0, start - 200), start));
    const gap = isParted ? /^[ \t]*\n(?:[ \t]*\n)*/.exec(source.slice(end, end + 200)) : null;
    return { start, end: end + (gap?.[0].length ?? 0) };
  });
  return cutRanges(source, widened, '');
}

/** Whether the shown text renders what the source does, apart from what a page hides. */
function readsAlike(before: Root | undefined, shown: string, by: string): boolean {
  const after = before && parseMarkdown(shown);
  if (before === undefined || after === undefined) return false;
  const key = treeKey(before, { clean: (text) => replaceInvisible(text, by).text });
  return key !== undefined && key === treeKey(after, {});
}

/**
 * Whether a page made of either text looks the same, comments and white space between words aside: wrapping, the signs
 * used for bullets, emphasis and fences, and empty anchors. Texts that are too long to be read as Markdown differ in doubt.
 */
export function rendersAlike(from: string, to: string): boolean {
  const [base, head] = [from, to].map(withoutAnchors) as [string, string];
  if (base === head) return true;
  if (Math.max(base.length, head.length) > LONGEST_READ || !sameLetters(base, head)) return false;
  const [before, after] = [parseMarkdown(base), parseMarkdown(head)];
  if (before === undefined || after === undefined) return false;
  const key = treeKey(before, { source: base });
  return key !== undefined && key === treeKey(after, { source: head });
}

/** A place that links lead to, with nothing in it: `<a id="refunds"></a>`. Only a name without spaces is taken for one. */
const ANCHOR = /^<a\s+(?:id|name)\s*=\s*(["'])[\w.:-]{1,80}\1\s*>$/i;

/** The text without empty anchors; those in code stay, for there a page shows them. */
export function withoutAnchors(source: string): string {
  if (!/<a\s+(?:id|name)\b/i.test(source) || source.length > LONGEST_READ) return source;
  const tree = parseMarkdown(source);
  if (tree === undefined) return source;
  const pieces = findNodes(tree, 'html').map(({ value, position }) => ({
    value,
    start: position?.start.offset ?? 0,
    end: position?.end.offset ?? 0,
  }));
  const anchors = pieces.flatMap(({ value, start, end }, index) => {
    const next = pieces[index + 1];
    const isClosed = next !== undefined && next.start === end && /^<\/a\s*>$/i.test(next.value);
    return isClosed && ANCHOR.test(value) ? [{ start, end: next.end }] : [];
  });
  return cutRanges(source, anchors, '');
}

/** Whether both have the same letters in order. No change of looks changes them, so this settles nearly every edit at once. */
function sameLetters(base: string, head: string): boolean {
  let from = 0;
  while (from < base.length && base[from] === head[from]) from += 1;
  // Not between the halves of one character.
  const start = Math.max(0, from - 1);
  const letters = base.slice(start).matchAll(/\p{L}/gu);
  for (const [letter] of head.slice(start).matchAll(/\p{L}/gu)) {
    if (letters.next().value?.[0] !== letter) return false;
  }
  return letters.next().done === true;
}
