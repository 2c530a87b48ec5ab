// One rule of a YAML or JSON file as a clause draft.
import { isMap, isScalar, isSeq, type LineCounter, type Node, type Scalar, stringify, type YAMLMap } from 'yaml';
import type { Problem } from '../core/errors.ts';
import { whereDefined } from '../core/where-defined.ts';
import { titleOf } from './block-clauses.ts';
import type { ClauseDraft } from './draft.ts';
import { slugify } from './slug.ts';

export interface Reader {
  readonly file: string;
  readonly counter: LineCounter;
  readonly problems: Problem[];
}

/** A name above a rule. */
export interface Heading {
  readonly title: string;
  readonly slug: string;
}

interface Standing {
  /** Names above it, outermost first. */
  readonly path: readonly Heading[];
  /** Its own name, where it stands under one. */
  readonly named?: string;
}

/** What names a rule, the likeliest first. */
const TITLES = ['title', 'name'] as const;

/**
 * A rule as a map. With a `text` every other key is an attribute: a text, number or boolean, or a list of these (joined by commas).
 * Without one, all that the map says but its id and title is the text. An id that is not given is made of the title.
 */
export function draftEntry(reader: Reader, entry: YAMLMap, standing: Standing): ClauseDraft | undefined {
  const before = reader.problems.length;
  const values = new Map<string, Node | null>();
  for (const { key, value } of entry.items) {
    if (isScalar(key) && typeof key.value === 'string') values.set(key.value, value as Node | null);
    else report(reader, startOf(key), 'expected a name');
  }
  const id = read(reader, values, 'id');
  const title = TITLES.flatMap((name) => read(reader, values, name) ?? [])[0] ?? standing.named;
  const own = TITLES.find((name) => values.has(name));
  const rest = new Map([...values].filter(([name]) => name !== 'id' && name !== own));
  const text = read(reader, rest, 'text') ?? (rest.has('text') ? '' : writeRest(rest));
  const attributes = values.has('text') ? readAttributes(reader, rest) : {};
  if (text === undefined)
    report(reader, startOf(entry), values.size === 0 ? 'a clause needs id and text' : 'a clause needs text');
  if (id !== undefined && /[\s\p{Cc}]/u.test(id)) {
    report(reader, startOf(entry), `the id ${JSON.stringify(id)} has white space in it`);
  }
  if (reader.problems.length > before || text === undefined) return undefined;
  return {
    ...placeOf({ title: title ?? id, text, explicitId: id }, standing),
    attributes,
    text: text.trim(),
    commentary: [],
    file: reader.file,
    lines: linesOf(reader, entry),
  };
}

/** A rule that is one text. */
export function draftText(
  reader: Reader,
  scalar: Scalar,
  { from = scalar, ...standing }: Standing & { readonly from?: Node },
): ClauseDraft[] {
  const text = (typeof scalar.value === 'string' ? scalar.value : scalar.toString()).trim();
  if (scalar.value === null) return [];
  if (text === '') return [];
  const { start } = linesOf(reader, from);
  return [
    {
      ...placeOf({ title: standing.named, text, explicitId: undefined }, standing),
      attributes: {},
      text,
      commentary: [],
      file: reader.file,
      lines: { start, end: linesOf(reader, scalar).end },
    },
  ];
}

type Placed = Pick<ClauseDraft, 'title' | 'ancestors' | 'explicitId' | 'derivedId' | 'identity' | 'whenRepeated'>;

function placeOf(
  { title, text, explicitId }: { title: string | undefined; text: string; explicitId: string | undefined },
  { path }: Standing,
): Placed {
  const shown = title ?? titleOf(text);
  return {
    title: shown,
    ancestors: path.map((heading) => heading.title),
    explicitId,
    derivedId: explicitId ?? [...path.map(({ slug }) => slug), slugify(shown)].join('/'),
    identity: explicitId === undefined ? [...path.map((heading) => heading.title), title ?? text] : [explicitId],
    whenRepeated: explicitId === undefined ? 'number' : 'refuse',
  };
}

/** A text (or, for an id, a number); undefined where there is none, and a problem where it is something else. */
function read(reader: Reader, values: ReadonlyMap<string, Node | null>, name: string): string | undefined {
  if (!values.has(name)) return undefined;
  const node = values.get(name);
  const value = isScalar(node) ? node.value : undefined;
  if (typeof value === 'string' && value.trim() !== '') return value;
  if (name === 'id' && typeof value === 'number') return String(value);
  report(reader, startOf(node), `${name}: expected a text that is not empty`);
  return undefined;
}

/** All of it: a single text as it stands, more than that as YAML. */
function writeRest(rest: ReadonlyMap<string, Node | null>): string | undefined {
  const said = Object.fromEntries([...rest].map(([name, node]) => [name, node?.toJSON() as unknown]));
  const [only, ...more] = Object.values(said);
  if (only === undefined) return undefined;
  return more.length === 0 && typeof only === 'string' ? only : stringify(said, { lineWidth: 0 });
}

function readAttributes(reader: Reader, rest: ReadonlyMap<string, Node | null>): Record<string, string> {
  return Object.fromEntries(
    [...rest].flatMap(([name, node]): [string, string][] => {
      if (name === 'text') return [];
      const value = attributeOf(node);
      if (value !== undefined) return [[name, value]];
      report(reader, startOf(node), `${name}: expected a text, a number, a boolean or a list of them`);
      return [];
    }),
  );
}

function attributeOf(node: unknown): string | undefined {
  if (isSeq(node)) {
    const parts = node.items.map(attributeOf);
    return parts.includes(undefined) ? undefined : parts.join(',');
  }
  if (!isScalar(node) || isMap(node)) return undefined;
  const { value } = node;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? `${value}` : undefined;
}

function linesOf({ counter }: Reader, node: Node): ClauseDraft['lines'] {
  const [start, end] = node.range ?? [0, 0];
  return { start: counter.linePos(start).line, end: counter.linePos(Math.max(start, end - 1)).line };
}

export function startOf(node: unknown): number {
  const range = typeof node === 'object' && node !== null && 'range' in node ? (node as Node).range : undefined;
  return range?.[0] ?? 0;
}

export function report({ file, counter, problems }: Reader, offset: number, message: string, hint?: string): void {
  const { line, col } = counter.linePos(offset);
  const place = { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  problems.push({ message, ...whereDefined({ hint }), place });
}
