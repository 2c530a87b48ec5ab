// A prompt kept as YAML or JSON (chat messages, or one text under a usual key): the instructions in it are the spec.
import { describeDeepNesting } from '../core/deep-nesting.ts';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, Scalar, type YAMLMap } from 'yaml';
import type { SpecFile } from './clause.ts';

/** Whose messages tell a model how to behave; what users and assistants say is conversation. */
const INSTRUCTING = new Set(['system', 'developer']);
/** Where a prompt of a single text is kept: promptfoo, LangChain, Prompty and most projects' own. */
const TEXT_KEYS = ['system', 'system_prompt', 'prompt', 'template', 'instructions'] as const;

export interface PromptFile {
  /** What a model is given: the instructions, several of them with a blank line between. */
  readonly written: string;
  /** The same with empty lines before and between, so that its lines are numbered as the file's are. */
  readonly padded: string;
  /** The last line of the file that holds instructions: text written with escapes has more lines than the file. */
  readonly lastLine: number;
  /** What else the file says: other messages. */
  readonly rest: readonly string[];
}

/** Undefined for a file that is none: a list of clauses, or no YAML at all. */
export function readPromptFile({ text }: SpecFile): PromptFile | undefined {
  if (describeDeepNesting(text) !== undefined) return undefined;
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  if (document.errors.length > 0) return undefined;
  const root: unknown = document.contents;
  const found = isMap(root) && root.has('messages') ? readMessages(root.get('messages')) : readMessages(root);
  const { instructions, rest } = found ?? readText(root) ?? { instructions: [], rest: [] };
  if (instructions.length === 0) return undefined;
  let padded = '';
  let lastLine = 1;
  for (const scalar of instructions) {
    const [start, end] = scalar.range ?? [0, 0];
    const isBlock = scalar.type === Scalar.BLOCK_LITERAL || scalar.type === Scalar.BLOCK_FOLDED;
    const first = counter.linePos(start).line + (isBlock ? 1 : 0);
    padded += '\n'.repeat(Math.max(padded === '' ? 0 : 2, first - padded.split('\n').length)) + textOf(scalar);
    lastLine = Math.max(lastLine, first, counter.linePos(Math.max(start, end - 1)).line);
  }
  return { written: `${instructions.map(textOf).join('\n\n')}\n`, padded, lastLine, rest };
}

interface Found {
  readonly instructions: readonly Scalar<string>[];
  readonly rest: readonly string[];
}

function readMessages(node: unknown): Found | undefined {
  if (!isSeq(node) || node.items.length === 0) return undefined;
  const messages = node.items.map((item) => (isMap(item) ? readMessage(item) : undefined));
  if (messages.some((message) => message === undefined)) return undefined;
  const known = messages.filter((message) => message !== undefined);
  return {
    instructions: known.flatMap(({ role, content }) => (INSTRUCTING.has(role) ? [content] : [])),
    rest: known.flatMap(({ role, content }) => (INSTRUCTING.has(role) ? [] : [`${role}: ${textOf(content)}`])),
  };
}

function readMessage(item: YAMLMap): { readonly role: string; readonly content: Scalar<string> } | undefined {
  const role: unknown = item.get('role');
  const content: unknown = item.get('content', true);
  return typeof role === 'string' && isText(content) ? { role, content } : undefined;
}

function readText(node: unknown): Found | undefined {
  // Beside rules of other names a text is one of them.
  if (!isMap(node) || node.items.some(({ value }) => holdsRules(value))) return undefined;
  const texts = TEXT_KEYS.map((key): unknown => node.get(key, true)).filter(isText);
  return texts.length === 0 ? undefined : { instructions: texts.slice(0, 1), rest: texts.slice(1).map(textOf) };
}

/** Sentences in a list, or under names: a prompt's own lists are names of variables and the like. */
function holdsRules(node: unknown): boolean {
  const values: readonly unknown[] = isSeq(node) ? node.items : isMap(node) ? node.items.map(({ value }) => value) : [];
  return values.some((value) => isScalar(value) && /\S\s+\S+\s+\S/.test(String(value.value)));
}

function isText(node: unknown): node is Scalar<string> {
  return isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '';
}

function textOf({ value }: Scalar<string>): string {
  return value.replace(/\n+$/, '');
}
