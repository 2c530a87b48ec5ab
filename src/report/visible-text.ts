// Untrusted text without what the eye cannot see: controls, direction marks and zero-width characters become visible escapes.

// C0 and C1 but tab and line feed; soft hyphen; Mongolian and Hangul fillers; zero-width and direction marks; line and
// paragraph separators; invisible operators; variation selectors and tags outside the emoji range; lone surrogates.
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|[\u{e0000}-\u{e0fff}]|\p{Cs}/gu;

/** The text with every unseen character written as `\u{...}`; line ends become `\n`. Tabs and line feeds stay. */
export function visibleText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(UNSEEN, (unseen) => `\\u{${unseen.codePointAt(0)!.toString(16)}}`);
}

/** `visibleText` on one line, white space collapsed, cut to `most` characters with an ellipsis. */
export function visibleLine(text: string, most = 200): string {
  return clip(visibleText(text).replaceAll(/\s+/g, ' ').trim(), most);
}

/** At most `most` characters (code points), the last an ellipsis where something was cut. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const points = [...text];
  return points.length <= most ? text : `${points.slice(0, most - 1).join('')}…`;
}
