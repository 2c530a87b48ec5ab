// What a text says apart from how it is set: two texts with equal wording differ only cosmetically.
//
// White space, wrapping, paragraph breaks, quote and dash style, emphasis, code marks and the choice of bullet are looks.
// Nesting of lists, numbered against bulleted, what is quoted, what is commentary, link targets and the inside of
// fenced code are not. In doubt a difference counts: a needless run costs calls, a missed edit costs the gate.
import { closesFence, type FenceMarker, measureIndent, parseFence, parseListMarker } from './line-shapes.ts';

interface Part {
  readonly kind: string;
  text: string;
}

interface Outline {
  readonly parts: Part[];
  /** Content columns of the list items around the current line, outermost first. */
  readonly lists: number[];
  gap: boolean;
  fence: FenceMarker | undefined;
  admonition: boolean;
}

/** A canonical form of Markdown text: equal forms mean that an edit was cosmetic. Time is linear in the length. */
export function plainWording(text: string): string {
  const outline: Outline = { parts: [], lists: [], gap: true, fence: undefined, admonition: false };
  for (const line of text.split('\n')) readLine(outline, line);
  return JSON.stringify(
    outline.parts.map(({ kind, text: part }) => [kind, kind === 'code' ? part : plainInline(part)]),
  );
}

/** Whether both have the same letters in order. No cosmetic edit changes them, so this settles nearly every edit at once. */
export function sameLetters(base: string, head: string): boolean {
  let from = 0;
  while (from < base.length && base[from] === head[from]) from += 1;
  // Not between the halves of one character.
  const start = Math.max(0, from - 1);
  const letters = base.slice(start).matchAll(/\p{L}/gu);
  for (const [letter] of head.slice(start).matchAll(/\p{L}/gu)) {
    if (letters.next().value?.[0] !== letter) return false;
  }
  return letters.next().done === true;
}

function readLine(outline: Outline, line: string): void {
  const { parts, lists } = outline;
  const { columns, offset } = measureIndent(line);
  const rest = line.slice(offset);
  if (outline.fence !== undefined) {
    if (closesFence(rest, outline.fence)) outline.fence = undefined;
    else parts.at(-1)!.text += `${line.trimEnd()}\n`;
    return;
  }
  if (rest.trim() === '') {
    outline.gap = true;
    return;
  }
  if (outline.admonition && columns < 4) {
    outline.admonition = false;
    parts.push({ kind: 'end of admonition', text: '' });
  }
  const marker = parseListMarker(rest);
  const fence = parseFence(rest);
  if (outline.gap || marker !== undefined || fence !== undefined) leaveLists(lists, columns);
  outline.gap = false;
  if (fence !== undefined) {
    outline.fence = fence;
    parts.push({ kind: 'code', text: `${fence.info}\n` });
  } else if (marker !== undefined) {
    parts.push({ kind: `${marker.ordinal === undefined ? 'bullet' : 'number'} ${lists.length}`, text: marker.content });
    lists.push(columns + marker.width);
  } else if (/^(?:!!!|\?\?\?)/.test(rest)) {
    outline.admonition = true;
    parts.push({ kind: 'admonition', text: rest }, { kind: 'text', text: '' });
  } else if (rest.startsWith('>')) append(parts, 'quote', rest.replace(/^[> \t]+/, ''));
  else append(parts, `text ${lists.length}`, rest);
}

/** Goes on with the last part if it is of this kind, or is the item or quote that a text line continues. */
function append(parts: Part[], kind: string, text: string): void {
  const last = parts.at(-1);
  const depth = kind.startsWith('text ') ? Number(kind.slice(5)) : 0;
  const item = `${depth - 1}`;
  const continues = last?.kind === kind || last?.kind === `bullet ${item}` || last?.kind === `number ${item}`;
  if (last !== undefined && continues) last.text += ` ${text}`;
  else parts.push({ kind, text });
}

function leaveLists(lists: number[], columns: number): void {
  while (lists.length > 0 && lists.at(-1)! > columns) lists.pop();
}

/** Link targets and addresses stay as they are; runs of the marks are tokens of their own. */
const INLINE = /\]\([^()[\]\s]*\)|https?:\/\/[^\s()<>[\]]+|`+|\*+|_+|[^`*_\]h]+|[\]h]/g;

function plainInline(text: string): string {
  const tokens = text.match(INLINE) ?? [];
  const closers = nextSameRun(tokens);
  const plain: string[] = [];
  const openers = new Map<string, number>();
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]!;
    const close = closers[index];
    if (close !== undefined) {
      plain.push(tokens.slice(index + 1, close).join(''));
      index = close;
      openers.clear();
      continue;
    }
    const opener = openers.get(token);
    const before = tokens[index - 1]?.at(-1) ?? ' ';
    const after = tokens[index + 1]?.[0] ?? ' ';
    if (isMark(token) && opener !== undefined && !isWord(after) && !isSpace(before)) {
      plain[opener] = '';
      plain.push('');
      openers.delete(token);
    } else {
      if (isMark(token) && !isWord(before) && before !== '\\' && !isSpace(after)) openers.set(token, plain.length);
      plain.push(/^(?:\]\(|https?:)/.test(token) ? token : plainType(token));
    }
  }
  return plainSpacing(plain.join(''));
}

/** For each run of backticks, the index of the next run of the same length: the code span's end. */
function nextSameRun(tokens: readonly string[]): (number | undefined)[] {
  const next: (number | undefined)[] = [];
  const seen = new Map<string, number>();
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index]!;
    if (token[0] !== '`') continue;
    next[index] = seen.get(token);
    seen.set(token, index);
  }
  return next;
}

function plainType(text: string): string {
  return text
    .replace(/[‘’‚‛“”„‟"«»‹›]/g, "'")
    .replace(/…/g, '...')
    .replace(/(\d)[–—](?=\d)/g, '$1-')
    .replace(/[–—―]|--+/g, ' - ');
}

function plainSpacing(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function isMark(token: string): boolean {
  return token[0] === '*' || token[0] === '_';
}

function isWord(char: string): boolean {
  return /[\p{L}\p{N}]/u.test(char);
}

function isSpace(char: string): boolean {
  return /\s/.test(char);
}
