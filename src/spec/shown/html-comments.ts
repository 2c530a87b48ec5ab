// Comments in raw HTML, found as a browser finds them.

export interface TextRange {
  readonly start: number;
  /** The first index after it. */
  readonly end: number;
}

/** Elements whose content is text to a browser, so that a comment in them is none. */
const TEXT_ELEMENT =
  /<(?:script|style|textarea|title|xmp|iframe|noembed|noframes|noscript|plaintext|template)(?=[\s/>]|$)/i;

/**
 * Whether what comes after this piece belongs to it for a browser: a comment or tag that does not end in it, or an element
 * whose content is text. What is a comment then is hard to say, so none is taken out and judges read them all.
 */
export function isOpenEnded(html: string): boolean {
  return TEXT_ELEMENT.test(html) || scanTags(html).isOpen;
}

/** Whether all that is open is a comment: at the end of a text it hides nothing more. */
export function endsInComment(html: string): boolean {
  return !TEXT_ELEMENT.test(html) && scanTags(html).isComment;
}

/**
 * Where comments stand in a piece of raw HTML: `<!-- -->`, and what browsers take for one (`<!DOCTYPE ...>`, `<?xml ...>`,
 * `<![CDATA[ ... ]]>`). One that never ends reaches to the end. In a tag's quoted attributes there are none.
 */
export function findComments(html: string): readonly TextRange[] {
  return scanTags(html).comments;
}

interface Tags {
  readonly comments: readonly TextRange[];
  /** The last tag or comment has no end. */
  readonly isOpen: boolean;
  readonly isComment: boolean;
}

function scanTags(html: string): Tags {
  const comments: TextRange[] = [];
  let isOpen = false;
  let isComment = false;
  let at = html.indexOf('<');
  while (at >= 0) {
    isComment = html[at + 1] === '!' || html[at + 1] === '?';
    const end = isComment ? commentEnd(html, at) : tagEnd(html, at);
    isOpen = end === undefined;
    if (isComment) comments.push({ start: at, end: end ?? html.length });
    at = end === undefined ? -1 : html.indexOf('<', end);
  }
  return { comments, isOpen, isComment: isOpen && isComment };
}

/** The piece without its comments. */
export function withoutComments(html: string): string {
  return cutRanges(html, findComments(html), '');
}

export function cutRanges(text: string, ranges: readonly TextRange[], by: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const { start, end } of ranges) {
    kept.push(text.slice(from, start), by);
    from = end;
  }
  kept.push(text.slice(from));
  return kept.join('');
}

function commentEnd(html: string, at: number): number | undefined {
  if (!html.startsWith('<!--', at)) return after(html, '>', at + 2);
  if (html.startsWith('<!-->', at)) return at + 5;
  if (html.startsWith('<!--->', at)) return at + 6;
  const end = /--!?>/g;
  end.lastIndex = at + 4;
  return end.test(html) ? end.lastIndex : undefined;
}

function after(html: string, text: string, from: number): number | undefined {
  const found = html.indexOf(text, from);
  return found < 0 ? undefined : found + text.length;
}

/** The index after a tag, quoted attributes skipped; after the `<` where none begins. */
function tagEnd(html: string, at: number): number | undefined {
  if (!/[A-Za-z/]/.test(html[at + 1] ?? '')) return at + 1;
  let quote: string | undefined;
  for (let index = at + 1; index < html.length; index += 1) {
    const char = html[index]!;
    if (quote !== undefined) {
      if (char === quote) quote = undefined;
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return index + 1;
  }
  return undefined;
}
