// Where a scan of Markdown stands between two lines, and how a line joins the blocks found so far.
import type { Block, BodyBlock } from './block.ts';
import type { Commentary } from './clause.ts';
import type { FenceMarker } from './line-shapes.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface ScanState {
  readonly blocks: Mutable<Block>[];
  readonly commentary: Mutable<Commentary>[];
  fence: (FenceMarker & { readonly line: number }) | undefined;
  raw: { readonly ends: readonly string[]; readonly line: number } | undefined;
  /** Column where the open list item's content starts; 0 outside lists. */
  list: number;
  emptyItem: boolean;
  nestedFence: boolean;
  /** Whether a line of plain text would continue the quote or item above it (a lazy continuation line). */
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

export function createState(): ScanState {
  return {
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
}

/** The line is outside every list and quote, and no paragraph goes on. */
export function leaveContainers(state: ScanState): void {
  Object.assign(state, { list: 0, nestedFence: false, lazy: false, paragraph: 0, tag: false });
}

export function start(state: ScanState, kind: BodyBlock['kind'], number: number): void {
  state.blocks.push({ kind, start: number, end: number, joined: !state.gap });
}

export function extend(state: ScanState, kind: BodyBlock['kind'], number: number): void {
  const last = state.blocks.at(-1);
  if (last === undefined) return start(state, kind, number);
  last.end = number;
}

/** Goes on with a block of this kind where no blank line parts them. */
export function extendOrStart(state: ScanState, kind: BodyBlock['kind'], number: number): void {
  if (!state.gap && state.blocks.at(-1)?.kind === kind) extend(state, kind, number);
  else start(state, kind, number);
}
