// One cell of someone else's table as what its column should hold, or the reason why it cannot be.
import type { Ruling } from '../../core/study-words.ts';
import { parseUntrustedJson } from '../../core/untrusted-json.ts';
import { parsePython } from '../../scenarios/rows/python-literal.ts';
import { messageText } from '../../scenarios/harness/inspect-log.ts';

/** Thrown for a row that cannot be a scenario; the import makes it a reject. */
export class BadRow extends Error {}

/** What Parquet, CSV and JSON cells come down to. */
export type Cell = string | number | boolean | object;

/** A cell's content; undefined for null and blank text. Parquet's big integers become numbers. */
export function cellOf(value: unknown): Cell | undefined {
  // An id of more digits than a number holds is one by each of them.
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'object' ? (value ?? undefined) : undefined;
}

/** A number or a boolean as it is written, too. @throws BadRow for a list or an object. */
export function textIn(column: string, cell: Cell): string {
  if (typeof cell === 'object') throw new BadRow(`${column}: not a text`);
  return String(cell);
}

/** Instructions: a text, or a message's parts, as some requests hold them. @throws BadRow for anything else. */
export function systemIn(column: string, cell: Cell): string {
  const text = messageText(cell);
  if (text === undefined) throw new BadRow(`${column}: instructions that are no text`);
  return text;
}

/** 0 to 6 on a value's spectrum. */
export function positionIn(column: string, cell: Cell): number {
  return numberWithin(column, cell, 6);
}

/** D of positions between 0 and 6 is at most 3. */
export function disagreementIn(column: string, cell: Cell): number {
  return numberWithin(column, cell, 3);
}

function numberWithin(column: string, cell: Cell, most: number): number {
  const number = numberIn(column, cell);
  if (number < 0 || number > most) throw new BadRow(`${column}: ${number} is not between 0 and ${most}`);
  return number;
}

/** What is asked: a text, a list of messages (or its JSON text), or an object that holds either, as promptfoo's prompt does. */
export function promptIn(cell: Cell): string | readonly unknown[] {
  if (typeof cell === 'string') {
    if (!/^\s*\[\s*\{/.test(cell)) return cell;
    const json = parseUntrustedJson(cell);
    return json.status === 'parsed' && isConversation(json.value) ? json.value : cell;
  }
  if (Array.isArray(cell)) return cell;
  if (typeof cell !== 'object') return String(cell);
  const inner = ['raw', 'messages', 'text', 'content', 'question', 'query', 'prompt', 'value'].map((key) =>
    Object.hasOwn(cell, key) ? (cell as Record<string, unknown>)[key] : undefined,
  );
  const found = inner.find((value) => typeof value === 'string' || Array.isArray(value));
  if (found === undefined) throw new BadRow('the query is neither a text nor messages');
  return typeof found === 'string' ? promptIn(found) : (found as readonly unknown[]);
}

function isConversation(value: unknown): value is readonly unknown[] {
  return (
    Array.isArray(value) &&
    value.every((one) => typeof one === 'object' && one !== null && ('role' in one || 'from' in one))
  );
}

function numberIn(column: string, cell: Cell): number {
  const number = typeof cell === 'string' ? Number(cell) : cell;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw new BadRow(`${column}: ${show(cell)} is not a number`);
}

/** In any case, with `-`, `_` or a blank. @throws BadRow for another word. */
export function rulingIn(column: string, cell: Cell): Ruling {
  const word = textIn(column, cell).trim().toLowerCase().replaceAll(/[_ ]/g, '-');
  if (word === 'compliant' || word === 'ambiguous') return word;
  if (word === 'non-compliant' || word === 'noncompliant') return 'non-compliant';
  throw new BadRow(`${column}: ${show(cell)} is not a ruling`);
}

/** A structure, or the text of one as JSON or as Python prints it. */
export function structureIn(column: string, cell: Cell): unknown {
  if (typeof cell !== 'string') return cell;
  const json = parseUntrustedJson(cell);
  if (json.status === 'parsed') return json.value;
  const value = parsePython(cell);
  if (value === undefined) throw new BadRow(`${column}: ${isPython(cell) ? PYTHON : json.reason}`);
  return value;
}

export const PYTHON =
  'a list or an object of Python, which cannot be read from what it prints: write the table as JSON Lines or Parquet, or the cell with json.dumps';

/** Lists and dictionaries in quotes of Python, as tables of them look when they are saved as CSV. */
export function isPython(text: string): boolean {
  return /^\s*(?:\[\s*['"{]|\{\s*')/.test(text) && text.includes("'");
}

/** A list, its JSON text, or `a; b`. */
export function listIn(column: string, cell: Cell): unknown {
  if (typeof cell !== 'string' || cell.trimStart().startsWith('[')) return structureIn(column, cell);
  const items = cell.split(';').map((item) => item.trim());
  return items.filter((item) => item !== '');
}

/** `true`, 1 or yes; everything else is not. */
export function isTrue(cell: Cell): boolean {
  return cell === true || cell === 1 || (typeof cell === 'string' && /^(true|1|yes)$/i.test(cell));
}

function show(cell: Cell): string {
  return JSON.stringify(cell).slice(0, 40);
}
