// A clause an item or paragraph, for specs shaped like prompts: headings only name the place.
import { splitSuffix } from './attributes.ts';
import type { LineRange } from './clause.ts';
import type { ClauseDraft } from './draft.ts';
import type { BodyBlock, HeadingBlock, Scan } from './block.ts';
import { slugify } from './slug.ts';
import { type Section, type Source, show, enterSection, place } from './sections.ts';

/** Longest title of an item or paragraph, in characters. */
const LONGEST_TITLE = 72;

export function draftByBlock(source: Source, mode: 'items' | 'paragraphs'): ClauseDraft[] {
  const open: Section[] = [];
  const drafts: ClauseDraft[] = [];
  for (const block of groupBlocks(source.scan, mode)) {
    if (block.kind === 'heading') enterSection(open, block, source);
    else {
      drafts.push(draftBlock(source, block, open.at(-1)));
      // The path of the clause shows the headings above it, so their lines count as shown, too.
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
    ...(range.kind === 'item' && { kind: 'item' as const }),
  };
}

/** The first words, without the list marker; a bold lead (`**Be kind.** ...`) alone where there is one. */
export function titleOf(text: string): string {
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
