// One row of a foreign file as its format gives it, before anybody reads its columns.

/** One row as its format gives it. Lines and rows count from 1; a CSV's header is row 1. */
export type RawRow =
  | { readonly kind: 'row'; readonly number: number; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly kind: 'bad'; readonly number: number; readonly reason: string; readonly excerpt: string };

/** Characters of a rejected row that are kept. */
const EXCERPT = 500;

export function excerptOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value, bigintAsNumber);
  return text.slice(0, EXCERPT);
}

/** A replacer for `JSON.stringify`: Parquet gives 64-bit integers as bigint. */
export function bigintAsNumber(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

/** A parsed value as a row; it is bad where it is no object. */
export function rowOf(value: unknown, number: number): RawRow {
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
  if (!isObject) return { kind: 'bad', number, reason: 'not an object', excerpt: excerptOf(value) };
  return { kind: 'row', number, fields: value as Readonly<Record<string, unknown>> };
}
