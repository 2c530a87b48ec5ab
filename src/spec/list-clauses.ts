// Rules kept as YAML or JSON, as clause drafts with the place of each: a list of `{id, text}` or of texts, or names with rules below.
import { describeDeepNesting } from '../core/deep-nesting.ts';
import { isMap, isScalar, isSeq, Lexer, LineCounter, type Node, parseDocument, type YAMLMap, visit } from 'yaml';
import type { Problem } from '../core/errors.ts';
import { draftEntry, draftText, type Reader, type Heading, report, startOf } from './list-entry.ts';
import type { SpecFile } from './clause.ts';
import type { ClauseDraft } from './draft.ts';
import { DATA_HINT } from './data-hint.ts';
import type { DraftedFile } from './markdown-clauses.ts';
import { slugify } from './slug.ts';

/** Names of what a document says of itself. A change there is told as text outside of clauses. */
const ABOUT_ITSELF =
  /^(?:name|title|document|version|schema|\$schema|date|created|updated|last_?updated|authors?|owners?|license|language|status)$/i;
/** Deeper than anybody writes rules. */
const DEEPEST = 16;

/** Comments, which are no part of any clause: whoever is given the file reads them. */
function commentsIn(text: string): readonly string[] {
  return [...new Lexer().lex(text)].filter((lexeme) => lexeme.startsWith('#'));
}

export function draftListed({ file, text }: SpecFile, problems: Problem[]): DraftedFile {
  const deep = describeDeepNesting(text);
  if (deep !== undefined) {
    problems.push({ message: deep, place: { file } });
    return { drafts: [], outside: [] };
  }
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const reader: Reader = { file, counter, problems };
  const comment = /\.json$/i.test(file) ? findComment(text) : undefined;
  if (comment !== undefined) {
    report(
      reader,
      comment,
      'a comment: JSON has none',
      'take it out, or call the file .yml, where a comment begins with #',
    );
    return { drafts: [], outside: [] };
  }
  for (const { pos, code, message } of document.errors) {
    report(reader, pos[0], code === 'MULTIPLE_DOCS' ? 'a second YAML document: put all rules into one' : message);
  }
  visit(document, {
    Alias: (_, alias) =>
      report(reader, startOf(alias), `*${alias.source} stands for text elsewhere: write it out here`),
  });
  if (problems.length > 0) return { drafts: [], outside: [] };
  const { drafts, outside } = draftRoot(reader, document.contents);
  return { drafts, outside: [...outside, ...commentsIn(text)] };
}

/** Where the first comment in the manner of JavaScript begins, outside of strings: YAML takes one before a value for a part of it. */
function findComment(text: string): number | undefined {
  if (!/^\uFEFF?\s*[[{/]/.test(text)) return undefined;
  for (const { 0: found, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|\/[/*]/g)) {
    if (!found.startsWith('"')) return index;
  }
  return undefined;
}

function draftRoot(reader: Reader, root: Node | null): DraftedFile {
  if (root === null || (isScalar(root) && root.value === null)) return { drafts: [], outside: [] };
  if (isSeq(root)) return { drafts: draftItems(reader, root.items, []), outside: [] };
  if (!isMap(root)) {
    report(reader, root.range?.[0] ?? 0, 'expected rules, and this is one text', DATA_HINT);
    return { drafts: [], outside: [] };
  }
  const outside: string[] = [];
  const rules = root.items.filter(({ key, value }) => {
    const isAside = isShort(value) || (isScalar(value) && isScalar(key) && ABOUT_ITSELF.test(String(key.value)));
    if (isAside) outside.push(`${String(key)}: ${String(value)}`);
    return !isAside;
  });
  return { drafts: draftPairs(reader, rules, []), outside };
}

/** Each name with what stands below it: a text or rule of that name, or a heading over more of them. */
function draftPairs(reader: Reader, pairs: YAMLMap['items'], path: readonly Heading[]): ClauseDraft[] {
  return pairs.flatMap(({ key, value }): ClauseDraft | readonly ClauseDraft[] => {
    const name = isScalar(key) ? String(key.value) : '';
    const heading = { title: name, slug: slugify(name) };
    if (path.length >= DEEPEST) {
      report(reader, startOf(key), `nested more than ${DEEPEST} levels deep`);
      return [];
    }
    if (isSeq(value)) return draftItems(reader, value.items, [...path, heading]);
    if (isMap(value)) {
      if (isRule(value)) return draftEntry(reader, value, { path, named: name }) ?? [];
      return draftPairs(reader, value.items, [...path, heading]);
    }
    return isScalar(value) ? draftText(reader, value, { path, named: name, from: key as Node }) : [];
  });
}

function draftItems(reader: Reader, items: readonly unknown[], path: readonly Heading[]): ClauseDraft[] {
  return items.flatMap((item): ClauseDraft | readonly ClauseDraft[] => {
    if (isMap(item) && item.has('role') && item.has('content')) {
      report(reader, startOf(item), 'a prompt in which nobody instructs: no message of system or developer');
      return [];
    }
    if (isMap(item)) return draftEntry(reader, item, { path }) ?? [];
    if (isScalar(item)) return draftText(reader, item, { path });
    report(reader, startOf(item), 'expected a text, or {id, text}', DATA_HINT);
    return [];
  });
}

/** A map of one rule, as against one of names: it says what it is, and holds nothing but texts and lists of them. */
function isRule({ items }: YAMLMap): boolean {
  const saysSo = items.some(
    ({ key }) => isScalar(key) && /^(?:id|text|description|rule|statement)$/.test(String(key.value)),
  );
  return saysSo && items.every(({ value }) => isScalar(value) || (isSeq(value) && value.items.every(isScalar)));
}

/** A number, a date, a word: of a document's own names these are no rules. */
function isShort(node: unknown): boolean {
  return isScalar(node) && !/\S\s+\S/.test(String(node.value));
}
