// Where in a Markdown file's outline a clause stands, and which of the file's lines it shows.
import type { Problem } from '../core/errors.ts';
import { splitSuffix } from './attributes.ts';
import type { ClauseAttributes, Commentary, LineRange } from './clause.ts';
import type { ClauseDraft } from './draft.ts';
import { dropClosing } from './line-shapes.ts';
import type { HeadingBlock, Scan } from './block.ts';
import { shownTitle } from './shown/shown-heading.ts';
import { trimBlank } from './shown/shown-text.ts';
import { slugify } from './slug.ts';

/** Where in the outline a clause stands. */
export interface Section {
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

export interface Source {
  readonly file: string;
  readonly lines: readonly string[];
  readonly scan: Scan;
  readonly problems: Problem[];
  /** By index: lines that a clause or its path shows. */
  readonly isShown: boolean[];
}

/** Notes that a clause or its path shows these lines. */
export function show({ isShown }: Source, { start, end }: LineRange): void {
  isShown.fill(true, start - 1, end);
}

/** The section that a heading opens, below those of a lower level that stay open. A suffix that cannot be read is a problem. */
export function enterSection(open: Section[], heading: HeadingBlock, { file, problems, lines }: Source): Section {
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

export function pick({
  title,
  ancestors,
  attributes,
  explicitId,
}: Section): Pick<Section, 'title' | 'ancestors' | 'attributes' | 'explicitId'> {
  return { title, ancestors, attributes, explicitId };
}

/** A clause's lines, the text from `textStart` on, and the comments within. */
export function place(
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
