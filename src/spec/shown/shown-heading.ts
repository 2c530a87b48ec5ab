// A heading as judges are shown it: its words, without its number.
import { showText, withoutAnchors, type ShownText } from './shown-text.ts';

/**
 * A number that says only where a heading stands: `1.`, `2)`, `1.2`, `§ 3`. A number alone before a word (`3 strikes`), a
 * year and a letter (`E. coli`) may be part of what it says, and stay.
 */
const NUMBER =
  /^(?:§{1,2}\s?\d{1,4}[a-z]?(?:\.\d{1,4})*[.):]?|\(?\d{1,3}(?:\.\d{1,3})*[.):]|\d{1,3}(?:\.\d{1,3})+)\s+(?=\S)/u;

/** `shownTitle('2. Be *kind* <!-- todo -->') === 'Be *kind*'` */
export function shownTitle(title: string): string {
  return titleWithNumber(title).replace(NUMBER, '');
}

/** The number that says where the heading stands, as it is written; undefined where it has none. */
export function numberOf(title: string): string | undefined {
  return NUMBER.exec(titleWithNumber(title))?.[0];
}

function titleWithNumber(title: string): string {
  return showTitle(title).text.trim();
}

/** The title with what it hides. A heading is one line: no list or block of HTML can begin in it. */
export function showTitle(title: string): ShownText {
  if (!/[<\u0080-\u{10FFFF}]/u.test(title)) return { text: title, comments: [], invisible: '' };
  const shown = showText(withoutAnchors(`# ${title}`));
  return { ...shown, text: shown.text.replace(/^# ?/, '') };
}
