// Markdown's top-level blocks with their lines, in one pass: what is a heading, a list item, prose, a comment.
//
// The rule is "a clause heading is what CommonMark renders as a top-level heading", ATX and setext, with two exceptions
// made for specs and prompts: a line with an HTML tag (`<rules>`) does not hide the heading below it, and front matter
// is skipped. Headings inside code, comments, quotes and list items are text.
import type { HeadingBlock, Scan, Unclosed } from './block.ts';
import {
  closesFence,
  isThematicBreak,
  leavesParagraphOpen,
  type ListMarker,
  measureIndent,
  parseAtxHeading,
  parseFence,
  parseListMarker,
  rawHtmlEnd,
  setextLevel,
} from './line-shapes.ts';
import { withoutComments } from './shown/html-comments.ts';
import { createState, extend, extendOrStart, leaveContainers, type ScanState, start } from './scan-state.ts';

/** Scans the lines of one file (split at `\n`, without byte-order mark). Line numbers count from 1. */
export function scanBlocks(lines: readonly string[]): Scan {
  const state = createState();
  const body = frontMatterEnd(lines);
  if (body > 0) state.blocks.push({ kind: 'frontMatter', start: 1, end: body, joined: false });
  for (let index = body; index < lines.length; index += 1) scanLine(state, lines, index + 1);
  return { blocks: state.blocks, commentary: state.commentary, unclosed: findUnclosed(state, lines) };
}

/** How front matter begins, the line below that shows that it is some, and how it ends: YAML's and TOML's. */
const FRONT_MATTER = [
  { fence: '---', below: /^[A-Za-z_][\w-]*:(?:\s|$)/, end: /^(?:---|\.\.\.)\s*$/ },
  { fence: '+++', below: /^(?:[A-Za-z_"'][\w."'-]*\s*=|\[)/, end: /^\+\+\+\s*$/ },
] as const;

/** Number of lines of front matter. Only a name right after the first fence counts, so that a rule hides nothing. */
function frontMatterEnd(lines: readonly string[]): number {
  const kind = FRONT_MATTER.find(({ fence, below }) => lines[0]?.trimEnd() === fence && below.test(lines[1] ?? ''));
  return kind === undefined ? 0 : lines.findIndex((line, index) => index > 0 && kind.end.test(line)) + 1;
}

function scanLine(state: ScanState, lines: readonly string[], number: number): void {
  const line = lines[number - 1]!;
  const { columns, offset } = measureIndent(line);
  const rest = line.slice(offset);
  if (state.fence !== undefined) {
    extend(state, 'prose', number);
    if (columns < 4 && closesFence(rest, state.fence)) state.fence = undefined;
    return;
  }
  if (state.raw !== undefined) {
    if (showsText(`<!--${line}`)) start(state, 'prose', number);
    else extend(state, 'comment', number);
    if (state.raw.ends.some((end) => line.toLowerCase().includes(end))) state.raw = undefined;
    return;
  }
  if (rest.trim() === '') {
    if (state.emptyItem) state.list = 0;
    Object.assign(state, { gap: true, lazy: false, paragraph: 0, tag: false, emptyItem: false });
    return;
  }
  scanText(state, { lines, number, columns, rest });
  state.gap = false;
}

interface Line {
  readonly lines: readonly string[];
  readonly number: number;
  readonly columns: number;
  readonly rest: string;
}

function scanText(state: ScanState, line: Line): void {
  const { number, columns, rest } = line;
  state.emptyItem = false;
  if (state.admonition !== undefined && columns >= 4) return continueAdmonition(state, number);
  state.admonition = undefined;
  if (state.list > 0 && columns >= state.list) {
    extend(state, 'item', number);
    return noteContainerLine(state, rest);
  }
  if (columns >= 4) return continueIndented(state, number);
  const heading = parseAtxHeading(rest);
  if (heading !== undefined) return startHeading(state, { ...heading, start: number, end: number });
  const underline = state.paragraph > 0 ? setextLevel(rest) : undefined;
  if (underline !== undefined) return closeSetext(state, line, underline);
  const fence = parseFence(rest);
  if (fence !== undefined) {
    leaveContainers(state);
    state.fence = { ...fence, line: number };
    return extendOrStart(state, 'prose', number);
  }
  if (isThematicBreak(rest)) {
    leaveContainers(state);
    return start(state, 'rule', number);
  }
  const marker = parseListMarker(rest);
  if (marker !== undefined && mayStartItem(state, marker)) return startItem(state, line, marker);
  const ends = rawHtmlEnd(rest);
  if (ends !== undefined) {
    leaveContainers(state);
    if (!ends.some((end) => rest.toLowerCase().includes(end))) state.raw = { ends, line: number };
    return start(state, showsText(rest) ? 'prose' : 'comment', number);
  }
  if (rest.startsWith('>')) {
    const nestedFence = state.list === 0 && !state.gap && state.nestedFence;
    leaveContainers(state);
    state.nestedFence = nestedFence;
    extendOrStart(state, 'prose', number);
    return noteContainerLine(state, rest);
  }
  if (state.lazy) return extend(state, 'item', number);
  scanPlain(state, number, rest);
}

/** Whether a line that holds a comment also holds text that a reader sees. */
function showsText(line: string): boolean {
  return line.trimStart().startsWith('<!--') && withoutComments(line).trim() !== '';
}

function scanPlain(state: ScanState, number: number, rest: string): void {
  state.list = 0;
  state.nestedFence = false;
  if (state.paragraph === 0) {
    const admonition = /^(?:!!!|\?\?\?)\+?[ \t]+([A-Za-z][\w-]*)(?:[ \t]+"([^"]*)")?/.exec(rest);
    if (admonition !== null) return startAdmonition(state, number, admonition);
    if (/^<\/?[A-Za-z]/.test(rest)) state.tag = true;
  }
  extendOrStart(state, 'prose', number);
  if (!state.tag && state.paragraph === 0) state.paragraph = number;
}

function startAdmonition(state: ScanState, number: number, [, type = '', title = type]: RegExpExecArray): void {
  state.tag = true;
  state.admonition = isCommentary(type, title) ? 'commentary' : 'other';
  if (state.admonition === 'commentary') state.commentary.push({ title, lines: { start: number, end: number } });
  extendOrStart(state, 'prose', number);
}

/** `meta` is the Model Spec's own word for a note about the text; other admonitions (warning...) may well instruct. */
function isCommentary(type: string, title: string): boolean {
  return [type, title].some((word) => /^(?:meta|comment|commentary)$/i.test(word));
}

function continueAdmonition(state: ScanState, number: number): void {
  const open = state.commentary.at(-1);
  if (state.admonition === 'commentary' && open !== undefined) open.lines = { start: open.lines.start, end: number };
  extend(state, 'prose', number);
}

/** Four columns in: the rest of a paragraph, or indented code, or the body of a footnote; never a new block's start. */
function continueIndented(state: ScanState, number: number): void {
  const last = state.blocks.at(-1);
  if (state.lazy || (state.list === 0 && last?.kind === 'prose')) {
    return extend(state, 'item', number);
  }
  leaveContainers(state);
  extendOrStart(state, 'prose', number);
}

function noteContainerLine(state: ScanState, rest: string): void {
  const inner = rest.replace(/^[> \t]+/, '');
  if (parseFence(inner) !== undefined) state.nestedFence = !state.nestedFence;
  state.lazy = !state.nestedFence && leavesParagraphOpen(rest);
  state.paragraph = 0;
}

/** Inside a paragraph only a bullet or `1.` with content starts a list: a wrapped line may begin with "1986." */
function mayStartItem(state: ScanState, marker: ListMarker): boolean {
  return state.paragraph === 0 || (marker.content !== '' && (marker.ordinal === undefined || marker.ordinal === 1));
}

function startItem(state: ScanState, line: Line, marker: ListMarker): void {
  leaveContainers(state);
  start(state, 'item', line.number);
  state.list = line.columns + marker.width;
  state.emptyItem = marker.content === '';
  noteContainerLine(state, marker.content);
}

function startHeading(state: ScanState, heading: Omit<HeadingBlock, 'kind'>): void {
  leaveContainers(state);
  state.blocks.push({ kind: 'heading', ...heading });
}

/** The open paragraph was a heading all along: cut it off the block it was counted to. */
function closeSetext(state: ScanState, { lines, number }: Line, level: 1 | 2): void {
  const first = state.paragraph;
  const holder = state.blocks.at(-1)!;
  if (holder.start === first) state.blocks.pop();
  else holder.end = first - 1;
  const title = lines.slice(first - 1, number - 1).map((part) => part.trim());
  startHeading(state, { level, title: title.join(' '), start: first, end: number });
}

function findUnclosed({ fence, raw }: ScanState, lines: readonly string[]): Unclosed | undefined {
  const open = fence ?? raw;
  if (open === undefined) return undefined;
  const hidden = lines.findIndex((line, index) => index >= open.line && parseAtxHeading(line) !== undefined);
  if (hidden < 0) return undefined;
  return { kind: fence === undefined ? 'HTML comment' : 'code fence', line: open.line, hiddenHeading: hidden + 1 };
}
