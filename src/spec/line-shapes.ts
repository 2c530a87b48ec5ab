// What one line of Markdown can be: the few shapes of CommonMark's block structure, read without backtracking.

export interface Indent {
  /** Width in columns; a tab goes to the next multiple of four. */
  readonly columns: number;
  /** Index of the first character that is neither space nor tab. */
  readonly offset: number;
}

export interface FenceMarker {
  readonly char: string;
  readonly length: number;
  readonly info: string;
}

export interface ListMarker {
  /** Column, counted from the marker's own indent, where the item's content starts. */
  readonly width: number;
  readonly content: string;
  readonly ordinal: number | undefined;
}

export function measureIndent(line: string): Indent {
  let columns = 0;
  let offset = 0;
  for (; offset < line.length; offset += 1) {
    const char = line[offset];
    if (char === ' ') columns += 1;
    else if (char === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return { columns, offset };
}

/** `## Title ##` as level and raw title (a `{#id}` suffix is still in it). */
export function parseAtxHeading(rest: string): { readonly level: number; readonly title: string } | undefined {
  const level = countRun(rest, '#', 0);
  if (level === 0 || level > 6) return undefined;
  const after = rest[level];
  if (after !== undefined && after !== ' ' && after !== '\t') return undefined;
  return { level, title: dropClosing(rest.slice(level).trim()) };
}

/** `Title ##` without the closing signs; `C#` keeps its own. */
export function dropClosing(title: string): string {
  let end = title.length;
  while (end > 0 && title[end - 1] === '#') end -= 1;
  const closes = end === 0 || title[end - 1] === ' ' || title[end - 1] === '\t';
  return closes ? title.slice(0, end).trimEnd() : title;
}

/** 1 for a line of `=`, 2 for a line of `-`. */
export function setextLevel(rest: string): 1 | 2 | undefined {
  const trimmed = rest.trimEnd();
  const char = trimmed[0];
  if ((char !== '=' && char !== '-') || countRun(trimmed, char, 0) !== trimmed.length) return undefined;
  return char === '=' ? 1 : 2;
}

export function parseFence(rest: string): FenceMarker | undefined {
  const char = rest[0];
  if (char !== '`' && char !== '~') return undefined;
  const length = countRun(rest, char, 0);
  if (length < 3) return undefined;
  const info = rest.slice(length).trim();
  return char === '`' && info.includes('`') ? undefined : { char, length, info };
}

export function closesFence(rest: string, open: FenceMarker): boolean {
  const length = countRun(rest, open.char, 0);
  return length >= open.length && rest.slice(length).trim() === '';
}

export function isThematicBreak(rest: string): boolean {
  const char = rest[0];
  if (char !== '*' && char !== '-' && char !== '_') return false;
  let count = 0;
  for (const other of rest) {
    if (other === char) count += 1;
    else if (other !== ' ' && other !== '\t') return false;
  }
  return count >= 3;
}

export function parseListMarker(rest: string): ListMarker | undefined {
  const found = /^(?:[-*+]|(\d{1,9})[.)])(?=[ \t]|$)/.exec(rest);
  if (found === null) return undefined;
  const markerWidth = found[0].length;
  const after = rest.slice(markerWidth);
  const { columns, offset } = measureIndent(after);
  const content = after.slice(offset);
  // Five or more spaces are one space and an indented code block.
  const gap = content === '' || columns > 4 ? 1 : columns;
  return { width: markerWidth + gap, content, ordinal: found[1] === undefined ? undefined : Number(found[1]) };
}

/** The text that ends a raw HTML block (comment, script, CDATA...) starting here: inside it nothing is Markdown. */
export function rawHtmlEnd(rest: string): readonly string[] | undefined {
  if (rest[0] !== '<') return undefined;
  if (rest.startsWith('<!--')) return ['-->'];
  if (rest.startsWith('<?')) return ['?>'];
  if (rest.startsWith('<![CDATA[')) return [']]>'];
  if (/^<![A-Za-z]/.test(rest)) return ['>'];
  const verbatim = /^<(?:script|pre|style|textarea)(?=[\s>]|$)/i.test(rest);
  return verbatim ? ['</script>', '</pre>', '</style>', '</textarea>'] : undefined;
}

/**
 * Whether a line inside a quote or list item leaves a paragraph open, which the next line may continue without the
 * marker (CommonMark: lazy continuation).
 */
export function leavesParagraphOpen(rest: string): boolean {
  const inner = rest.replace(/^[> \t]+/, '');
  return (
    inner !== '' &&
    parseAtxHeading(inner) === undefined &&
    parseFence(inner) === undefined &&
    !isThematicBreak(inner) &&
    parseListMarker(inner)?.content !== ''
  );
}

function countRun(text: string, char: string, from: number): number {
  let end = from;
  while (text[end] === char) end += 1;
  return end - from;
}
