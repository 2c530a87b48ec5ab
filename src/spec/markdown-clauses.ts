// One Markdown file as clause drafts: a clause a heading, or a clause an item or paragraph.
import type { Problem } from '../core/errors.ts';
import { splitSuffix } from './attributes.ts';
import type { ClauseAttributes, ClauseMode, Commentary, LineRange, SpecFile } from './clause.ts';
import type { ClauseDraft } from './draft.ts';
import { dropClosing } from './line-shapes.ts';
import type { BodyBlock, HeadingBlock, Scan, Unclosed } from './block.ts';
import { scanBlocks } from './scan-blocks.ts';
import { shownTitle } from './shown/shown-heading.ts';
import { showText, trimBlank } from './shown/shown-text.ts';
import { slugify } from './slug.ts';

/** Where in the outline a clause stands. */
interface Section {
  readonly level: number;
  readonly title: string;
  /** Explicit id, or slugs from the nearest ancestor's id on: `overview/general-principles`. */
  readonly id: string;
  readonly explicitId: string | undefined;
  readonly attributes: ClauseAttributes;
  readonly ancestors: readonly string[];
  /** The path down to it as judges are shown it. */
  readonly shownPath: readonly string[];
  readonly lines: LineRange;
}

interface Source {
  readonly file: string;
  readonly lines: readonly string[];
  readonly scan: Scan;
  readonly problems: Problem[];
  /** By index: lines that a clause or its path shows. */
  readonly isShown: boolean[];
}

export interface DraftedFile {
  readonly drafts: readonly ClauseDraft[];
  /** Lines that belong to no clause and stand in no path: front matter, comments, headings above nothing. */
  readonly outside: readonly string[];
}

/** Longest title of an item or paragraph, in characters. */
const LONGEST_TITLE = 72;

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

function show({ isShown }: Source, { start, end }: LineRange): void {
  isShown.fill(true, start - 1, end);
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
      ...(isAbove && showText(placed.text).text.trim() === '' ? { kind: 'grouping' as const } : {}),
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

function draftByBlock(source: Source, mode: 'items' | 'paragraphs'): ClauseDraft[] {
  const open: Section[] = [];
  const drafts: ClauseDraft[] = [];
  for (const block of groupBlocks(source.scan, mode)) {
    if (block.kind === 'heading') enterSection(open, block, source);
    else {
      drafts.push(draftBlock(source, block, open.at(-1)));
      // Its path shows them; they need not be looked at again.
      for (let index = open.length - 1; index >= 0 && !source.isShown[open[index]!.lines.start - 1]; index -= 1) {
        show(source, open[index]!.lines);
      }
    }
  }
  return drafts;
}

type Group = HeadingBlock | (LineRange & { readonly kind: 'item' | 'prose' });

function groupBlocks({ blocks }: Scan, mode: 'items' | 'paragraphs'): Group[] {
  const groups: Group[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') groups.push(block);
    if (block.kind !== 'item' && block.kind !== 'prose') continue;
    const last = groups.at(-1);
    if (last !== undefined && mode === 'paragraphs' && belongsTo(last, block)) {
      groups[groups.length - 1] = { ...last, end: block.end };
    } else groups.push({ kind: block.kind, start: block.start, end: block.end });
  }
  return groups;
}

function belongsTo(last: Group, block: BodyBlock): boolean {
  if (last.kind === 'heading') return false;
  return block.joined ? last.end === block.start - 1 : last.kind === 'item' && block.kind === 'item';
}

function draftBlock(source: Source, range: Group & LineRange, section: Section | undefined): ClauseDraft {
  const placed = place(source, range, range.start);
  const read = splitSuffix(placed.text);
  // In running text only an explicit id makes a suffix: `{#each items}` and formulas are text.
  const suffix = read.problem === undefined && read.id !== undefined ? read : undefined;
  const text = suffix?.title ?? placed.text;
  const ancestors = section === undefined ? [] : [...section.ancestors, section.title];
  const title = titleOf(text);
  const name = slugify(title);
  return {
    ...placed,
    text,
    title,
    ancestors,
    attributes: { ...section?.attributes, ...suffix?.attributes },
    explicitId: suffix?.id,
    derivedId: section === undefined ? name : `${section.id}/${name}`,
    identity: [...(section?.shownPath ?? []), text],
    whenRepeated: 'number',
    ...(range.kind === 'item' ? { kind: 'item' as const } : {}),
  };
}

/** The first words, without the list marker; a bold lead (`**Be kind.** ...`) alone where there is one. */
function titleOf(text: string): string {
  const first = text
    .slice(0, 400)
    .trimStart()
    .replace(/^(?:[-*+]|\d{1,9}[.)]|>)[ \t]+/, '');
  const lead = /^\*\*([^*]{1,100})\*\*/.exec(first)?.[1];
  const words = (lead ?? first).trim().split(/\s+/);
  let title = Array.from(words[0]!).slice(0, LONGEST_TITLE).join('');
  for (const word of words.slice(1)) {
    if (title.length + 1 + word.length > LONGEST_TITLE) return `${title} ...`;
    title += ` ${word}`;
  }
  return title;
}

function enterSection(open: Section[], heading: HeadingBlock, { file, problems, lines }: Source): Section {
  while (open.length > 0 && open.at(-1)!.level >= heading.level) open.pop();
  const parent = open.at(-1);
  const { title: kept, id, attributes, problem } = splitSuffix(heading.title);
  const title = dropClosing(kept);
  if (problem !== undefined) {
    const column = Math.max(0, lines[heading.end - 1]!.indexOf(heading.title.slice(problem.index))) + 1;
    problems.push({
      message: problem.message,
      hint: 'a heading ends like this: ## Title {#id authority=root tags="a,b"}',
      place: { file, line: heading.end, column },
    });
  }
  const shown = shownTitle(title);
  const section = {
    level: heading.level,
    title,
    id: id ?? (parent === undefined ? slugify(shown) : `${parent.id}/${slugify(shown)}`),
    explicitId: id,
    attributes,
    ancestors: parent === undefined ? [] : [...parent.ancestors, parent.title],
    shownPath: parent === undefined ? [shown] : [...parent.shownPath, shown],
    lines: { start: heading.start, end: heading.end },
  };
  open.push(section);
  return section;
}

function pick({
  title,
  ancestors,
  attributes,
  explicitId,
}: Section): Pick<Section, 'title' | 'ancestors' | 'attributes' | 'explicitId'> {
  return { title, ancestors, attributes, explicitId };
}

function place(
  source: Source,
  lines: LineRange,
  textStart: number,
): Pick<ClauseDraft, 'file' | 'lines' | 'text' | 'commentary'> {
  const commentary = commentaryWithin(source.scan.commentary, lines);
  const text = trimBlank(source.lines.slice(textStart - 1, lines.end).join('\n'));
  return { file: source.file, lines, text, commentary };
}

/** The notes within these lines: found by halving, for a long spec has thousands of both. */
function commentaryWithin(all: readonly Commentary[], { start, end }: LineRange): readonly Commentary[] {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.lines.start < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < all.length && all[last]!.lines.start <= end) last += 1;
  return all.slice(low, last);
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
