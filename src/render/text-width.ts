// How wide text stands in a terminal: a Chinese character or an emoji takes two columns, a combining mark none.
import stringWidth from 'string-width';

/** Columns of a terminal. */
export function widthOf(text: string): number {
  return stringWidth(text);
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
