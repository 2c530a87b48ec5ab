// The rows in one JSON or YAML value: the list that it is, or holds.
import { type RawRow, rowOf } from '../../scenarios/rows/raw-row.ts';

/** Files that a promptfoo config takes its test cases from. */
export function testsElsewhere(value: unknown): readonly string[] {
  const { tests } = (value ?? {}) as { readonly tests?: unknown };
  const named = Array.isArray(tests) ? tests : [tests];
  const paths = named.flatMap((one) => (typeof one === 'string' ? [one.replace(/^file:\/\//, '')] : []));
  return paths.length === named.length && paths.every((path) => /\.\w{2,6}$/.test(path)) ? paths : [];
}

/** Lists that stand beside others: a data set's viewer lists its columns, a promptfoo config its providers. */
const NAMED_LISTS = ['rows', 'tests'];

/** The rows of a value: the list that it is, or the one list of objects, else of texts, that it holds (`{"data": [...]}`). */
export function listIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const lists = new Map(Object.entries(value).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1])));
  const named = NAMED_LISTS.map((name) => lists.get(name)).find((list) => list !== undefined);
  if (named !== undefined) return named;
  const ofObjects = [...lists.values()].filter((list) => list.some((one) => typeof one === 'object' && one !== null));
  const candidates = ofObjects.length > 0 ? ofObjects : [...lists.values()];
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** Rows counted from 1; what is no object or text is a bad row. */
export async function* toRows(values: readonly unknown[]): AsyncGenerator<RawRow> {
  for (const [index, value] of values.entries()) yield rowOf(unwrap(value), index + 1);
}

/**
 * A text is a query; `{"row_idx": 0, "row": {...}}` is how a data set's viewer gives a row, `{"vars": {...}, "assert": [...]}`
 * how promptfoo gives a test case.
 */
function unwrap(value: unknown): unknown {
  if (typeof value === 'string') return { query: value };
  if (typeof value !== 'object' || value === null) return value;
  const { row, vars } = value as Readonly<Record<string, unknown>>;
  if (Object.hasOwn(value, 'row_idx')) return row;
  return typeof vars === 'object' && vars !== null && !Array.isArray(vars) ? vars : value;
}
