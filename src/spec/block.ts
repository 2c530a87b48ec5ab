// Markdown's top-level blocks, by their lines (from 1, both ends included).
import type { Commentary } from './clause.ts';

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
