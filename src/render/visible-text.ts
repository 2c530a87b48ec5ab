// Untrusted text without what the eye cannot see: controls, direction marks and zero-width characters become visible escapes.

// Controls but tab and line feed, lone surrogates, line and paragraph separators, whatever Unicode says to draw as nothing
// (zero-width and direction marks, fillers, tags) but the emoji selector, and interlinear marks.
const UNSEEN = /(?!\t|\n|\ufe0f)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** The text with every unseen character written as `\u{...}`; line ends become `\n`. Tabs and line feeds stay. */
export function visibleText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(UNSEEN, (unseen) => `\\u{${unseen.codePointAt(0)!.toString(16)}}`);
}

/** `visibleText` on one line, white space collapsed, cut to `most` characters with an ellipsis. */
export function visibleLine(text: string, most = 200): string {
  // A line of 200 characters need not read a text of a megabyte; the factor leaves room for white space that goes.
  return clip(
    visibleText(text.slice(0, most * 8))
      .replaceAll(/\s+/g, ' ')
      .trim(),
    most,
  );
}

/** One line of at most `most` characters that keeps both ends: what tells paths and ids apart. */
export function visibleId(id: string, most: number): string {
  const points = Array.from(visibleLine(id, 1000));
  if (points.length <= most) return points.join('');
  const end = Math.floor((most - 1) / 2);
  return `${points.slice(0, most - 1 - end).join('')}…${points.slice(-end).join('')}`;
}

/** At most `most` characters (code points), the last an ellipsis where something was cut. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const points = Array.from(text);
  return points.length <= most ? text : `${points.slice(0, most - 1).join('')}…`;
}
