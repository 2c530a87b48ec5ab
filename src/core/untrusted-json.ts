// JSON from strangers: size, depth and key names are checked before a schema sees it.

/** Characters in one line. A conversation of several hundred pages still fits. */
export const MAX_LINE = 1_000_000;
const MAX_DEPTH = 32;
/** JSON.parse makes these *own* keys; a later naive merge would pollute prototypes. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

export type UntrustedJson =
  | { readonly status: 'parsed'; readonly value: unknown }
  | { readonly status: 'refused'; readonly reason: string; readonly column?: number };

/**
 * Parses one line of JSON; never throws. `column` counts from 1 and is there where the engine tells it. An object's member
 * `without` is left out before anything else is looked at.
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
  return reason === undefined ? { status: 'parsed', value } : { status: 'refused', reason };
}

/** Strings, those that name a member with their colon, and brackets. */
const KEYS_AND_BRACKETS = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\]]/g;

/** Whether the outermost object of valid JSON names a member twice: of those, parsers keep the last without a word. */
export function repeatsKey(json: string): boolean {
  const seen = new Set<string>();
  let depth = 0;
  for (const [token, text, colon] of json.matchAll(KEYS_AND_BRACKETS)) {
    if (text === undefined) depth += token === '{' || token === '[' ? 1 : -1;
    if (text === undefined || colon === undefined || depth !== 1) continue;
    const key = JSON.parse(text) as string;
    if (seen.has(key)) return true;
    seen.add(key);
  }
  return false;
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
