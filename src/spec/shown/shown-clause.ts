// A clause as judges are shown it, and what of it they are not shown.
import { isGlobal, type Clause } from '../clause.ts';
import { numberOf, showTitle, shownTitle } from './shown-heading.ts';
import { rendersAlike, showText, trimBlank } from './shown-text.ts';
import { withoutStruck } from './struck-text.ts';

/** A clause as it stands in a prompt. */
export interface ShownClause {
  readonly id: string;
  readonly title: string;
  /** Headings above it, outermost first. */
  readonly path: readonly string[];
  readonly authority?: string;
  readonly text: string;
}

/** Shown under the id given: that of the base on both arms, so that another id alone changes nothing. */
export function showClause(clause: Clause, id: string): ShownClause {
  const authority = clause.attributes['authority'];
  return {
    id,
    title: shownTitle(clause.title),
    path: clause.ancestors.map(shownTitle),
    ...(authority !== undefined && { authority: showText(authority).text }),
    text: shownBody(clause),
  };
}

/**
 * The text without what is struck out and an item's own number, which says only where the item stands. Spaces of the same width take its
 * place, so that what is indented below it stays so.
 */
function shownBody({ text, kind }: Clause): string {
  const shown = trimBlank(withoutStruck(showText(text).text).text);
  if (kind !== 'item') return shown;
  return shown.replace(ITEM_NUMBER, (_, indent: string, number: string, sign: string) => {
    return `${indent}1${sign}${' '.repeat(number.length - 1)}`;
  });
}

const ITEM_NUMBER = /^(\s*)(\d{1,3})([.)])/;

/**
 * Whether a clause that moved changed its place among what is numbered: there the order may be an order of precedence. An item's number is
 * where it stands, whatever is written; a heading that takes its number along stands where it stood by its number.
 */
export function isReordered(base: Clause, head: Clause): boolean {
  if (base.kind === 'item' || head.kind === 'item') return ITEM_NUMBER.test(base.text) && ITEM_NUMBER.test(head.text);
  const [before, after] = [numberOf(base.title), numberOf(head.title)];
  return before !== undefined && after !== undefined && before !== after;
}

/** Whether judges read the same in both, but for wrapping and the like; headings above and attributes aside. */
export function readsTheSame(base: Clause, head: Clause): boolean {
  if (base.title === head.title && base.text === head.text && base.kind === head.kind) return true;
  return shownTitle(base.title) === shownTitle(head.title) && rendersAlike(shownBody(base), shownBody(head));
}

/** The headings above as judges are shown them, as one text. */
export function shownPathOf(clause: Clause): string {
  return clause.ancestors.map(shownTitle).join(' › ');
}

/** Whether an attribute stands in a prompt, or decides which prompts the clause stands in. */
export function isShownAttribute(name: string): boolean {
  return name === 'authority' || name === 'scope';
}

/** What a clause holds that judges are not shown. */
export interface HiddenText {
  readonly comments: readonly string[];
  /** Characters that show nothing, joined. */
  readonly invisible: string;
  /** Text that a page shows as deleted. */
  readonly struck: readonly string[];
}

export function hiddenIn({ title, text }: Clause): HiddenText {
  const [above, below] = [showTitle(title), showText(text)];
  return {
    comments: [...above.comments, ...below.comments],
    invisible: above.invisible + below.invisible,
    struck: withoutStruck(below.text).struck,
  };
}

/** Whether judges read it with every scenario, linked or not. */
export function isShownAlways(clause: Clause): boolean {
  return isGlobal(clause) && clause.kind !== 'grouping';
}
