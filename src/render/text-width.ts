// How wide text stands in a terminal: a Chinese character or an emoji takes two columns, a combining mark none.
import stringWidth from 'string-width';

/** Letters, digits and signs of Latin-1, quotes, dashes, arrows, comparisons, lines and bars: a column each, joined to nothing. */
const PLAIN =
  /^[\x20-\x7E\xA1-\xAC\xAE-\xFF\u2013\u2014\u2018\u2019\u201C\u201D\u2026\u2190-\u2193\u2212\u2264\u2265\u2500-\u259F]*$/;

/** Columns of a terminal. Plain text is not taken apart, which takes as long as all else that a terminal is shown. */
export function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}

/** The text with spaces after it until it is `width` columns wide. */
export function padAfter(text: string, width: number): string {
  return text + gap(text, width);
}

/** The text with spaces before it until it is `width` columns wide. */
export function padBefore(text: string, width: number): string {
  return gap(text, width) + text;
}

/** At most `width` columns, the last an ellipsis where something was cut. */
export function clipToWidth(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const segments = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  let kept = '';
  let used = 1;
  for (const segment of segments) {
    used += widthOf(segment);
    if (used > width) break;
    kept += segment;
  }
  return `${kept}…`;
}

function gap(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text)));
}
