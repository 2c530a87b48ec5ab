// A YAML or JSON list of `{id, text, title?, ...attributes}` as clause drafts, with the place of every entry.
import { isMap, isScalar, isSeq, Lexer, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { Problem } from '../core/errors.ts';
import type { SpecFile } from './clause.ts';
import type { ClauseDraft } from './draft.ts';

interface Reader {
  readonly file: string;
  readonly counter: LineCounter;
  readonly problems: Problem[];
}

/** Comments, which are no part of any clause: whoever is given the file reads them. */
export function commentsIn(text: string): readonly string[] {
  return [...new Lexer().lex(text)].filter((lexeme) => lexeme.startsWith('#'));
}

/** Every other key is an attribute: a text, number or boolean, or a list of these (joined by commas). */
export function draftListed({ file, text }: SpecFile, problems: Problem[]): ClauseDraft[] {
  const counter = new LineCounter();
  const reader = { file, counter, problems };
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  if (document.errors.length > 0) {
    for (const error of document.errors) report(reader, error.pos[0], error.message);
    return [];
  }
  const list: unknown = document.contents;
  if (list === null || (isScalar(list) && list.value === null)) return [];
  if (!isSeq(list)) {
    report(
      reader,
      (list as Node).range?.[0] ?? 0,
      'expected a list of {id, text}, or a prompt: messages of {role, content}',
    );
    return [];
  }
  return list.items.flatMap((item) => {
    if (isMap(item)) return draftEntry(reader, item) ?? [];
    report(reader, startOf(item), 'expected {id, text}');
    return [];
  });
}

function draftEntry(reader: Reader, entry: YAMLMap): ClauseDraft | undefined {
  const before = reader.problems.length;
  const values = new Map<string, string>();
  for (const { key, value } of entry.items) {
    const name = isScalar(key) && typeof key.value === 'string' ? key.value : undefined;
    const text = name === 'id' || name === 'text' || name === 'title' ? stringOf(value) : attributeOf(value);
    if (name === undefined) report(reader, startOf(key), 'expected a name');
    else if (text === undefined) report(reader, startOf(value ?? key), `${name}: expected ${expectation(name)}`);
    else values.set(name, text);
  }
  const missing = ['id', 'text'].filter((name) => !entry.has(name));
  if (missing.length > 0) report(reader, startOf(entry), `a clause needs ${missing.join(' and ')}`);
  if (reader.problems.length > before) return undefined;
  const { id = '', text = '', title = id, ...attributes } = Object.fromEntries(values);
  if (/[\s\p{Cc}]/u.test(id)) report(reader, startOf(entry), `the id ${JSON.stringify(id)} has white space in it`);
  return {
    explicitId: id,
    derivedId: id,
    identity: [id],
    whenRepeated: 'refuse',
    title,
    ancestors: [],
    attributes,
    text: text.trim(),
    commentary: [],
    file: reader.file,
    lines: linesOf(reader, entry),
  };
}

function expectation(name: string): string {
  if (name === 'id' || name === 'text' || name === 'title') return 'a text that is not empty';
  return 'a text, a number, a boolean or a list of them';
}

function stringOf(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '' ? node.value : undefined;
}

function attributeOf(node: unknown): string | undefined {
  if (isSeq(node)) {
    const parts = node.items.map(attributeOf);
    return parts.includes(undefined) ? undefined : parts.join(',');
  }
  if (!isScalar(node)) return undefined;
  const { value } = node;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? `${value}` : undefined;
}

function linesOf({ counter }: Reader, entry: YAMLMap): ClauseDraft['lines'] {
  const [start, end] = entry.range ?? [0, 0];
  return { start: counter.linePos(start).line, end: counter.linePos(Math.max(start, end - 1)).line };
}

function startOf(node: unknown): number {
  const range = typeof node === 'object' && node !== null && 'range' in node ? (node as Node).range : undefined;
  return range?.[0] ?? 0;
}

function report({ file, counter, problems }: Reader, offset: number, message: string): void {
  const { line, col } = counter.linePos(offset);
  problems.push({ message, place: { file, line: Math.max(line, 1), column: Math.max(col, 1) } });
}
