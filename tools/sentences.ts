// Every sentence the product can print, by the file it stands in: `node tools/sentences.ts [folder or file under src]`.
// For one reading from end to end: no run prints them all, but all of them stand in the source as literals.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';

const ROOT = fileURLToPath(new URL('../src', import.meta.url));

export interface FoundSentence {
  /** Path from src/. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** What is put in stands as `…`. */
  readonly text: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Two words in a row at least; what is written for models (prompts) and for browsers (styles, icons) is left out. */
const READS_AS_WORDS = /\p{L}{2,}[,;:]? \p{L}/u;
const FOR_OTHERS = /(?:^|\/)(?:prompts|simulated)\/|styles?\.ts$|icons?\.ts$/;

/** In the order of the files. */
export function findSentences(under = ''): readonly FoundSentence[] {
  return readdirSync(join(ROOT), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && file.startsWith(under) && !FOR_OTHERS.test(file))
    .sort()
    .flatMap((file) => sentencesIn(file, readFileSync(join(ROOT, file), 'utf8')));
}

function sentencesIn(file: string, text: string): readonly FoundSentence[] {
  const found: FoundSentence[] = [];
  const add = (start: number, words: string): void => {
    const one = words.replaceAll(/\s+/g, ' ').trim();
    if (READS_AS_WORDS.test(one)) found.push({ file, line: text.slice(0, start).split('\n').length, text: one });
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach((one) => visit(one));
    if (!isNode(node)) return;
    if (node.type === 'Literal' && typeof node['value'] === 'string') add(node.start, node['value']);
    if (node.type === 'JSXText') add(node.start, String(node['value']));
    if (node.type === 'TemplateLiteral') {
      const quasis = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
      add(node.start, quasis.map(({ value }) => value.cooked).join('…'));
    }
    for (const [key, value] of Object.entries(node)) if (key !== 'type') visit(value);
  };
  visit(parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }));
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

if (import.meta.main) {
  let file = '';
  for (const one of findSentences(process.argv[2] && relative('src', join('src', process.argv[2])))) {
    if (one.file !== file) console.log(`\n${(file = one.file)}`);
    console.log(`  ${String(one.line).padStart(4)}  ${one.text}`);
  }
}
