// The `{#id authority=root tags="a,b" .class}` suffix of a heading or item.
import type { ClauseAttributes } from './clause.ts';

export interface Suffix {
  /** The title without the suffix. */
  readonly title: string;
  readonly id: string | undefined;
  readonly attributes: ClauseAttributes;
  /** What is wrong with it, and the index of the brace it starts at. */
  readonly problem: { readonly message: string; readonly index: number } | undefined;
}

const TOKEN =
  /[ \t]*(?:#([^\s#{}="']+)|\.([^\s{}="']+)|([A-Za-z_][\w:-]*)=(?:"([^"]*)"|'([^']*)'|([^\s{}"']+)))(?=[ \t]|$)/y;

/** Places where a suffix may start that are tried: values in quotes may hold braces of their own. */
const MOST_STARTS = 8;

/** Splits a title from its suffix. Braces that do not start like `{#`, `{:`, `{.name` or `{name=` are part of the title. */
export function splitSuffix(text: string): Suffix {
  let failed: Suffix | undefined;
  for (const start of suffixStarts(text)) {
    const title = text.slice(0, start).trimEnd();
    const read = readTokens(
      text
        .slice(start + 1, -1)
        .replace(/^:/, '')
        .trimEnd(),
    );
    if (typeof read !== 'string') return { ...read, title, problem: undefined };
    failed ??= { title, id: undefined, attributes: {}, problem: { message: read, index: start } };
  }
  return failed ?? { title: text, id: undefined, attributes: {}, problem: undefined };
}

/** Indices of braces that look like the start of a suffix, from the right. */
function suffixStarts(text: string): readonly number[] {
  const starts: number[] = [];
  let at = text.endsWith('}') ? text.lastIndexOf('{') : -1;
  while (at >= 0 && starts.length < MOST_STARTS) {
    const parted = at === 0 || text[at - 1] === ' ' || text[at - 1] === '\t';
    if (parted && /^\{(?:#|:|\.[A-Za-z]|[A-Za-z_][\w:-]*=)/.test(text.slice(at, at + 200))) starts.push(at);
    at = at === 0 ? -1 : text.lastIndexOf('{', at - 1);
  }
  return starts;
}

function readTokens(inner: string): Pick<Suffix, 'id' | 'attributes'> | string {
  const found = new Map<string, string>();
  const classes: string[] = [];
  let id: string | undefined;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < inner.length) {
    const from = TOKEN.lastIndex;
    const token = TOKEN.exec(inner);
    if (token === null)
      return `cannot read "${inner.slice(from, from + 40).trim()}": expected #id, .class or name=value`;
    const [, newId, className, name, ...values] = token;
    if (newId !== undefined && id !== undefined) return `two ids, #${id} and #${newId}`;
    if (name !== undefined && found.has(name)) return `${name} is given twice`;
    if (newId !== undefined) id = newId;
    else if (className !== undefined) classes.push(className);
    else if (name !== undefined) found.set(name, values.find((value) => value !== undefined) ?? '');
  }
  if (classes.length > 0) found.set('class', [...classes, found.get('class') ?? []].flat().join(' '));
  return { id, attributes: Object.fromEntries(found) };
}
