// JSON from strangers: size, depth, key names and members given twice are checked before a schema sees it.

/** Characters in one line. A conversation of several hundred pages still fits. */
export const MAX_LINE = 1_000_000;
const MAX_DEPTH = 32;
/** JSON.parse makes these *own* keys; a later naive merge would pollute prototypes. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

export type UntrustedJson =
  | { readonly status: 'parsed'; readonly value: unknown }
  | { readonly status: 'refused'; readonly reason: string; readonly column?: number };

/**
 * Parses one line of JSON in which no object names a member twice; never throws. `column` counts from 1 and is there where the
 * engine tells it. An object's member `without` is left out before its structure is looked at.
 */
export function parseUntrustedJson(line: string, without?: string): UntrustedJson {
  if (line.length > MAX_LINE) {
    return { status: 'refused', reason: `the line has ${line.length} characters; the limit is ${MAX_LINE}` };
  }
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return refuseSyntax(line, error);
  }
  if (without !== undefined && value !== null && typeof value === 'object') Reflect.deleteProperty(value, without);
  const reason = findHostileStructure(value, 1);
  if (reason !== undefined) return { status: 'refused', reason };
  const repeated = findRepeatedMember(line);
  return repeated === undefined
    ? { status: 'parsed', value }
    : { status: 'refused', reason: repeated.reason, column: repeated.column };
}

/** Of two members of one name parsers keep the last without a word, and people read the first. Lines and columns count from 1. */
export interface RepeatedMember {
  readonly reason: string;
  readonly line: number;
  readonly column: number;
}

/** The first member of valid JSON that an object names a second time; undefined where none does. */
export function findRepeatedMember(json: string): RepeatedMember | undefined {
  const open: Set<string>[] = [];
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (character === '{') open.push(new Set());
    else if (character === '}') open.pop();
    if (character !== '"') continue;
    const end = endOfString(json, at);
    if (namesMember(json, end)) {
      const source = json.slice(at, end + 1);
      // Its letters may be written as escapes.
      const key = source.includes('\\') ? (JSON.parse(source) as string) : source.slice(1, -1);
      const members = open.at(-1);
      if (members?.has(key) === true) return describeRepeated(key, json.slice(0, at));
      members?.add(key);
    }
    at = end;
  }
  return undefined;
}

const LONGEST_SHOWN = 80;

function describeRepeated(key: string, before: string): RepeatedMember {
  const lines = before.split('\n');
  const place = { line: lines.length, column: lines.at(-1)!.length + 1 };
  return { reason: `the member "${key.slice(0, LONGEST_SHOWN)}" stands there twice`, ...place };
}

/** The place of the closing quote of the JSON string that opens at `start`: one behind an even number of backslashes. */
export function endOfString(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end !== -1; end = json.indexOf('"', end + 1)) {
    let before = end - 1;
    while (json[before] === '\\') before -= 1;
    if ((end - before) % 2 === 1) return end;
  }
  return json.length;
}

/** Whether a colon follows the string that ends there. */
function namesMember(json: string, end: number): boolean {
  let next = end + 1;
  while (json.charCodeAt(next) <= 0x20) next += 1;
  return json[next] === ':';
}

function refuseSyntax(line: string, error: unknown): UntrustedJson {
  const message = error instanceof Error ? error.message : String(error);
  const position = /at position (\d+)/.exec(message)?.[1] ?? (/end of JSON/.test(message) ? line.length : undefined);
  // The engine quotes the line itself; the place says it better.
  const reason = `not JSON: ${message.replace(/, (\.\.\.)?".*$/s, '').replace(/ (in JSON )?at position.*$/s, '')}`;
  return position === undefined
    ? { status: 'refused', reason }
    : { status: 'refused', reason, column: Number(position) + 1 };
}

/** The first forbidden key or too deep nesting, as a reason. */
export function findHostileStructure(value: unknown, depth: number): string | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  if (depth > MAX_DEPTH) return `nested more than ${MAX_DEPTH} levels deep`;
  if (Array.isArray(value)) {
    for (const member of value) {
      const inner = findHostileStructure(member, depth + 1);
      if (inner !== undefined) return inner;
    }
    return undefined;
  }
  for (const key of Object.keys(value)) {
    if (FORBIDDEN_KEYS.has(key)) return `the key "${key}" is not allowed`;
    const inner = findHostileStructure((value as Readonly<Record<string, unknown>>)[key], depth + 1);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
