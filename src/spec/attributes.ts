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

/** Splits a title from its suffix. Braces that do not start like `{#`, `{:`, `{.name` or `{name=` are part of the title. */
export function splitSuffix(text: string): Suffix {
  const plain = { title: text, id: undefined, attributes: {}, problem: undefined };
  const start = text.endsWith('}') ? suffixStart(text) : -1;
  if (start < 0 || !/^\{(?:#|:|\.[A-Za-z]|[A-Za-z_][\w:-]*=)/.test(text.slice(start, start + 200))) return plain;
  const inner = text.slice(start + 1, -1).replace(/^:/, '');
  const read = readTokens(inner.trimEnd());
  const problem = typeof read === 'string' ? { message: read, index: start } : undefined;
  const title = text.slice(0, start).trimEnd();
  return typeof read === 'string' ? { ...plain, title, problem } : { ...read, title, problem };
}

/** Index of the last `{` at the start or after white space; quoted values may hold braces of their own, so look left. */
function suffixStart(text: string): number {
  for (let at = text.lastIndexOf('{'); at >= 0; at = at === 0 ? -1 : text.lastIndexOf('{', at - 1)) {
    if (at === 0 || text[at - 1] === ' ' || text[at - 1] === '\t') return at;
  }
  return -1;
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
