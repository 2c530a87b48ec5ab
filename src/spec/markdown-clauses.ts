// One Markdown file as clause drafts: a clause a heading, or a clause an item or paragraph.
import type { Problem } from '../core/errors.ts';
import type { ClauseMode, SpecFile } from './clause.ts';
import type { ClauseDraft } from './draft.ts';
import type { HeadingBlock, Unclosed } from './block.ts';
import { scanBlocks } from './scan-blocks.ts';
import { showText } from './shown/shown-text.ts';
import { type Section, type Source, show, enterSection, pick, place } from './sections.ts';
import { draftByBlock } from './block-clauses.ts';

export interface DraftedFile {
  readonly drafts: readonly ClauseDraft[];
  /** Lines that belong to no clause and stand in no path: front matter, comments, headings above nothing. */
  readonly outside: readonly string[];
}

/**
 * Drafts in document order. `headings`: each heading with the text up to the next one, and the text before the first
 * heading (a preamble). `items`: each top-level list item, and each paragraph between them, so that no text is lost.
 * `paragraphs`: each run of lines between blank lines; a list is one. In both, headings only name the place.
 */
export function draftClauses({ file, text }: SpecFile, mode: ClauseMode, problems: Problem[]): DraftedFile {
  const lines = text.split('\n');
  const scan = scanBlocks(lines);
  if (scan.unclosed !== undefined) problems.push(describeUnclosed(file, scan.unclosed));
  const source = { file, lines, scan, problems, isShown: lines.map(() => false) };
  const drafts = mode === 'headings' ? draftByHeading(source) : draftByBlock(source, mode);
  for (const draft of drafts) show(source, draft.lines);
  // Rules and the fences of front matter say nothing.
  const outside = lines.filter((line, index) => !source.isShown[index] && /[^\s*_.-]/.test(line));
  return { drafts, outside: outside.map((line) => line.trim()) };
}

function draftByHeading(source: Source): ClauseDraft[] {
  const { blocks } = source.scan;
  const headings = blocks.filter((block) => block.kind === 'heading');
  const open: Section[] = [];
  const drafts = headings.map((heading, index): ClauseDraft => {
    const section = enterSection(open, heading, source);
    const limit = headings[index + 1]?.start ?? Infinity;
    const range = { start: heading.start, end: lastLine(source, heading, limit) };
    const placed = place(source, range, heading.end + 1);
    const isAbove = (headings[index + 1]?.level ?? 0) > heading.level;
    return {
      ...placed,
      ...pick(section),
      derivedId: section.id,
      identity: section.shownPath,
      whenRepeated: 'note',
      ...(isAbove && showText(placed.text).text.trim() === '' && { kind: 'grouping' as const }),
    };
  });
  const preamble = draftPreamble(source, headings[0]?.start ?? Infinity);
  return preamble === undefined ? drafts : [preamble, ...drafts];
}

/** The text before the first heading, unless it is only comments and rules. */
function draftPreamble(source: Source, limit: number): ClauseDraft | undefined {
  const before = source.scan.blocks.filter((block) => block.kind !== 'frontMatter' && block.end < limit);
  const first = before.find((block) => block.kind === 'prose' || block.kind === 'item');
  if (first === undefined) return undefined;
  return {
    ...place(source, { start: first.start, end: before.at(-1)!.end }, first.start),
    title: 'Preamble',
    ancestors: [],
    attributes: {},
    explicitId: undefined,
    derivedId: 'preamble',
    identity: ['preamble', source.file],
    whenRepeated: 'number',
  };
}

/** The last line before `limit` that is not blank. */
function lastLine({ lines }: Source, heading: HeadingBlock, limit: number): number {
  let last = Math.min(limit - 1, lines.length);
  while (last > heading.end && lines[last - 1]!.trim() === '') last -= 1;
  return last;
}

function describeUnclosed(file: string, { kind, line, hiddenHeading }: Unclosed): Problem {
  return {
    message: `this ${kind} is never closed, and hides what looks like a heading at line ${hiddenHeading}`,
    hint: 'close it: everything after it would be taken for its content',
    place: { file, line, column: 1 },
  };
}
