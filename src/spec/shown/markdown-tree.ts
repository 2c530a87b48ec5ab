// Markdown as a page renders it (CommonMark with GitHub's extensions), and what two trees have in common.
import type { Nodes, Root } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { createRecent } from '../../core/recent.ts';
import { endsInComment, isOpenEnded, withoutComments } from './html-comments.ts';

/** Quotes and items within one another beyond which a text is not read as Markdown: the parser takes time in their square. */
const TOO_DEEP = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])[ \t])){100}/m;

/** Beginnings of links, and tildes, beyond which it is not read either, for the same reason. */
const MOST_OF = { '](': 1000, '~': 3000 } as const;

/** Trees are read and never changed, and a clause is looked at again and again. Longer texts are not kept, in characters. */
const recent = createRecent<{ readonly tree: Root | undefined }>(256);
const LONGEST_KEPT = 20_000;

/** Undefined for what no page is made of: thousands of nested containers, or of beginnings of links. */
export function parseMarkdown(source: string): Readonly<Root> | undefined {
  return source.length > LONGEST_KEPT ? parse(source) : recent(source, () => ({ tree: parse(source) })).tree;
}

let extensions: Options | undefined;

/** Made with the first text: they are put together from many parts, and hold nothing of what is parsed. */
function extensionsOfGitHub(): Options {
  extensions ??= { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
  return extensions;
}

function parse(source: string): Root | undefined {
  if (
    TOO_DEEP.test(source) ||
    Object.entries(MOST_OF).some(([sign, most]) => source.split(sign, most + 1).length > most)
  )
    return undefined;
  try {
    return fromMarkdown(source, extensionsOfGitHub());
  } catch (error) {
    // The parser calls itself for each level of nesting.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Nodes of one kind in document order, without recursion into the stack. */
export function findNodes<Kind extends Nodes['type']>(root: Root, kind: Kind): Extract<Nodes, { type: Kind }>[] {
  const found: Extract<Nodes, { type: Kind }>[] = [];
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === kind) found.push(node as Extract<Nodes, { type: Kind }>);
    if ('children' in node) waiting.push(...(node.children as Nodes[]).toReversed());
  }
  return found;
}

/** Whether it is sure what is a comment: each piece of raw HTML is whole, or the last one a comment to the end. */
export function hasSureComments(root: Root): boolean {
  const last = root.children.at(-1);
  return findNodes(root, 'html').every(
    (node) => !isOpenEnded(node.value) || (node === last && endsInComment(node.value)),
  );
}

export interface KeyOptions {
  /** Applied to every text in the tree. */
  readonly clean?: (text: string) => string;
  /** The source, where line breaks that other Markdown dialects give a meaning count as they stand. */
  readonly source?: string;
}

/**
 * What the tree renders, as text: equal keys mean an equal page. Comments are left out; white space in running text
 * counts as one space, as on a page.
 */
export function treeKey(root: Root, options: KeyOptions = {}): string | undefined {
  try {
    return JSON.stringify(keyOf(root, { ...options, keepsComments: !hasSureComments(root) }));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type Key = readonly unknown[] | string;

interface Reading extends KeyOptions {
  readonly keepsComments: boolean;
}

function keyOf(node: Nodes, options: Reading): Key {
  if (node.type === 'paragraph' && options.source !== undefined && isDialect(options.source, node)) {
    return ['dialect', sliceOf(options.source, node)];
  }
  const { type, position: _, ...rest } = node as Nodes & { children?: Nodes[] };
  const { children, ...fields } = rest as { children?: Nodes[] } & Record<string, unknown>;
  const own = Object.entries(fields).map(([name, value]) => [name, isPlain(name) ? cleanValue(value, options) : value]);
  if (children === undefined) return [type, ...own];
  const keys = joinTexts(children.flatMap((child) => childKey(child, options)));
  return [type, ...own, ['paragraph', 'heading', 'tableCell'].includes(type) ? trimTexts(keys) : keys];
}

function childKey(node: Nodes, options: Reading): Key[] {
  if (node.type === 'text') return [cleanValue(node.value, options) as string];
  if (node.type !== 'html') return [keyOf(node, options)];
  const value = cleanValue(options.keepsComments ? node.value : withoutComments(node.value), options) as string;
  return value.trim() === '' ? [] : [['html', value]];
}

/** Fields that a page shows. An address is used, not read: a character in it that shows nothing still leads elsewhere. */
function isPlain(field: string): boolean {
  return field !== 'url' && field !== 'identifier';
}

function cleanValue(value: unknown, { clean }: KeyOptions): unknown {
  return typeof value === 'string' && clean !== undefined ? clean(value) : value;
}

/** Texts that only a comment parts are one text. */
function joinTexts(keys: readonly Key[]): Key[] {
  const joined: Key[] = [];
  for (const key of keys) {
    const last = joined.at(-1);
    if (typeof key === 'string' && typeof last === 'string') joined[joined.length - 1] = last + key;
    else joined.push(key);
  }
  return joined.map((key) => (typeof key === 'string' ? plainSpace(key) : key));
}

function trimTexts(keys: readonly Key[]): Key[] {
  const trimmed = keys.map((key, index) => {
    if (typeof key !== 'string') return key;
    const start = index === 0 ? key.trimStart() : key;
    return index === keys.length - 1 ? start.trimEnd() : start;
  });
  return trimmed.filter((key) => key !== '');
}

/** White space as a page shows it. A no-break space is a character of its own. */
function plainSpace(text: string): string {
  return text.replace(/[ \t\n\f\r]+/g, ' ');
}

/**
 * Paragraphs in which line breaks and indents say something to the Markdown that specs are often written in (admonitions,
 * tabs, containers, definition lists, formulas): a page made with these extensions shows them otherwise.
 */
function isDialect(source: string, node: Nodes): boolean {
  return /^[ \t]*(?:[!?]{3}|:::|===|\$\$|:[ \t]|\|)/m.test(sliceOf(source, node));
}

function sliceOf(source: string, node: Nodes): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
