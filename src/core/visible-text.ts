// What a reader of a page sees of a text: hidden comments and invisible characters are taken out, and counted.

export interface VisibleText {
  readonly text: string;
  /** HTML comments taken out. */
  readonly comments: number;
  /** Zero-width, bidirectional and other invisible characters taken out. */
  readonly invisible: number;
}

// Unicode's own list of characters that show nothing: zero-width, bidirectional, variation selectors, tags with hidden ASCII.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** NFC text without HTML comments and invisible characters: what judges are shown. Linear in the text's length. */
export function visibleText(source: string): VisibleText {
  const kept: string[] = [];
  let comments = 0;
  let from = 0;
  for (;;) {
    const open = source.indexOf('<!--', from);
    if (open < 0) break;
    const close = source.indexOf('-->', open + 4);
    kept.push(source.slice(from, open));
    comments += 1;
    from = close < 0 ? source.length : close + 3;
  }
  kept.push(source.slice(from));
  let invisible = 0;
  const text = kept.join('').replace(INVISIBLE, () => {
    invisible += 1;
    return '';
  });
  return { text: text.normalize('NFC').trim(), comments, invisible };
}
