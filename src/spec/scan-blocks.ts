// Markdown's top-level blocks with their lines, in one pass: what is a heading, a list item, prose, a comment.
//
// The rule is "a clause heading is what CommonMark renders as a top-level heading", ATX and setext, with two exceptions
// made for specs and prompts: a line with an HTML tag (`<rules>`) does not hide the heading below it, and front matter
// is skipped. Headings inside code, comments, quotes and list items are text.
import type { Commentary } from './clause.ts';
import {
  closesFence,
  type FenceMarker,
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

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly level: number;
  /** Raw, with its `{#id}` suffix. */
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

/** `rule` is a thematic break. `prose` holds paragraphs, quotes, fenced and indented code; blank lines part blocks. */
export interface BodyBlock {
  readonly kind: 'prose' | 'item' | 'comment' | 'rule' | 'frontMatter';
  readonly start: number;
  readonly end: number;
  /** Whether no blank line parts it from the block before. */
  readonly joined: boolean;
}

export type Block = HeadingBlock | BodyBlock;

/** A fence or comment that never ends although lines in it look like headings. */
export interface Unclosed {
  readonly kind: 'code fence' | 'HTML comment';
  readonly line: number;
  readonly hiddenHeading: number;
}

export interface Scan {
  readonly blocks: readonly Block[];
  readonly commentary: readonly Commentary[];
  readonly unclosed: Unclosed | undefined;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface State {
  readonly blocks: Mutable<Block>[];
  readonly commentary: Mutable<Commentary>[];
  fence: (FenceMarker & { readonly line: number }) | undefined;
  raw: { readonly ends: readonly string[]; readonly line: number } | undefined;
  /** Column where the open list item's content starts; 0 outside lists. */
  list: number;
  emptyItem: boolean;
  nestedFence: boolean;
  /** A line of plain text would continue the quote or item above it. */
  lazy: boolean;
  /** First line of the open top-level paragraph; 0 without one. */
  paragraph: number;
  /** Inside a tag or admonition block, where an underline makes no heading. */
  tag: boolean;
  /** The line before was blank. */
  gap: boolean;
  /** Inside an admonition's indented body. */
  admonition: 'commentary' | 'other' | undefined;
}

/** Scans the lines of one file (split at `\n`, without byte-order mark). Line numbers count from 1. */
export function scanBlocks(lines: readonly string[]): Scan {
  const state: State = {
    blocks: [],
    commentary: [],
    fence: undefined,
    raw: undefined,
    list: 0,
    emptyItem: false,
    nestedFence: false,
    lazy: false,
    paragraph: 0,
    tag: false,
    gap: true,
    admonition: undefined,
  };
  const body = frontMatterEnd(lines);
  if (body > 0) state.blocks.push({ kind: 'frontMatter', start: 1, end: body, joined: false });
  for (let index = body; index < lines.length; index += 1) scanLine(state, lines, index + 1);
  return { blocks: state.blocks, commentary: state.commentary, unclosed: findUnclosed(state, lines) };
}

/** Number of lines of YAML front matter. Only `key:` right after the first `---` counts, so that a rule hides nothing. */
function frontMatterEnd(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---' || !/^[A-Za-z_][\w-]*:(?:\s|$)/.test(lines[1] ?? '')) return 0;
  return lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line)) + 1;
}

function scanLine(state: State, lines: readonly string[], number: number): void {
  const line = lines[number - 1]!;
  const { columns, offset } = measureIndent(line);
  const rest = line.slice(offset);
  if (state.fence !== undefined) {
    extend(state, 'prose', number);
    if (columns < 4 && closesFence(rest, state.fence)) state.fence = undefined;
    return;
  }
  if (state.raw !== undefined) {
    extend(state, 'comment', number);
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

function scanText(state: State, line: Line): void {
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
    return start(state, 'comment', number);
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

function scanPlain(state: State, number: number, rest: string): void {
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

function startAdmonition(state: State, number: number, [, type = '', title = type]: RegExpExecArray): void {
  state.tag = true;
  state.admonition = isCommentary(type, title) ? 'commentary' : 'other';
  if (state.admonition === 'commentary') state.commentary.push({ title, lines: { start: number, end: number } });
  extendOrStart(state, 'prose', number);
}

/** `meta` is the Model Spec's own word for a note about the text; other admonitions (warning...) may well instruct. */
function isCommentary(type: string, title: string): boolean {
  return [type, title].some((word) => /^(?:meta|comment|commentary)$/i.test(word));
}

function continueAdmonition(state: State, number: number): void {
  const open = state.commentary.at(-1);
  if (state.admonition === 'commentary' && open !== undefined) open.lines = { start: open.lines.start, end: number };
  extend(state, 'prose', number);
}

/** Four columns in: the rest of a paragraph, or indented code, or the body of a footnote; never a new block's start. */
function continueIndented(state: State, number: number): void {
  const last = state.blocks.at(-1);
  if (state.lazy || (state.list === 0 && last?.kind === 'prose')) {
    return extend(state, 'item', number);
  }
  leaveContainers(state);
  extendOrStart(state, 'prose', number);
}

function noteContainerLine(state: State, rest: string): void {
  const inner = rest.replace(/^[> \t]+/, '');
  if (parseFence(inner) !== undefined) state.nestedFence = !state.nestedFence;
  state.lazy = !state.nestedFence && leavesParagraphOpen(rest);
  state.paragraph = 0;
}

/** Inside a paragraph only a bullet or `1.` with content starts a list: a wrapped line may begin with "1986." */
function mayStartItem(state: State, marker: ListMarker): boolean {
  return state.paragraph === 0 || (marker.content !== '' && (marker.ordinal === undefined || marker.ordinal === 1));
}

function startItem(state: State, line: Line, marker: ListMarker): void {
  leaveContainers(state);
  start(state, 'item', line.number);
  state.list = line.columns + marker.width;
  state.emptyItem = marker.content === '';
  noteContainerLine(state, marker.content);
}

function startHeading(state: State, heading: Omit<HeadingBlock, 'kind'>): void {
  leaveContainers(state);
  state.blocks.push({ kind: 'heading', ...heading });
}

/** The open paragraph was a heading all along: cut it off the block it was counted to. */
function closeSetext(state: State, { lines, number }: Line, level: 1 | 2): void {
  const first = state.paragraph;
  const holder = state.blocks.at(-1)!;
  if (holder.start === first) state.blocks.pop();
  else holder.end = first - 1;
  const title = lines.slice(first - 1, number - 1).map((part) => part.trim());
  startHeading(state, { level, title: title.join(' '), start: first, end: number });
}

function leaveContainers(state: State): void {
  Object.assign(state, { list: 0, nestedFence: false, lazy: false, paragraph: 0, tag: false });
}

function start(state: State, kind: BodyBlock['kind'], number: number): void {
  state.blocks.push({ kind, start: number, end: number, joined: !state.gap });
}

function extend(state: State, kind: BodyBlock['kind'], number: number): void {
  const last = state.blocks.at(-1);
  if (last === undefined) return start(state, kind, number);
  last.end = number;
}

function extendOrStart(state: State, kind: BodyBlock['kind'], number: number): void {
  if (!state.gap && state.blocks.at(-1)?.kind === kind) extend(state, kind, number);
  else start(state, kind, number);
}

function findUnclosed({ fence, raw }: State, lines: readonly string[]): Unclosed | undefined {
  const open = fence ?? raw;
  if (open === undefined) return undefined;
  const hidden = lines.findIndex((line, index) => index >= open.line && parseAtxHeading(line) !== undefined);
  if (hidden < 0) return undefined;
  return { kind: fence === undefined ? 'HTML comment' : 'code fence', line: open.line, hiddenHeading: hidden + 1 };
}
