// A data frame as one JSON value, in any of the orientations that pandas writes: rows are made of it again.
type Fields = Readonly<Record<string, unknown>>;

/**
 * `{"columns": [...], "data": [[...], ...]}` (split), `{"query": {"0": ..., "1": ...}}` (columns, what `to_json` writes unasked) and
 * `{"0": {"query": ...}}` (index); undefined for any other value.
 */
export function rowsOfFrame(value: unknown): readonly Fields[] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return splitRows(value as Fields) ?? indexedRows(value as Fields);
}

function splitRows({ columns, data }: Fields): readonly Fields[] | undefined {
  if (!Array.isArray(columns) || !Array.isArray(data) || data.length === 0) return undefined;
  const fits = data.every((row) => Array.isArray(row) && row.length === columns.length);
  if (!fits) return undefined;
  return (data as readonly (readonly unknown[])[]).map((row) =>
    Object.fromEntries(columns.map((column, index) => [String(column), row[index]])),
  );
}

function indexedRows(value: Fields): readonly Fields[] | undefined {
  const members = Object.entries(value);
  const isFrame =
    members.length > 0 && members.every(([, one]) => typeof one === 'object' && one !== null && !Array.isArray(one));
  if (!isFrame) return undefined;
  const inner = members as readonly (readonly [string, Fields])[];
  if (inner.every(([name]) => isIndex(name))) return inner.map(([, row]) => row);
  const index = [...new Set(inner.flatMap(([, column]) => Object.keys(column)))];
  if (index.length === 0 || !index.every(isIndex)) return undefined;
  return index.map((at) => Object.fromEntries(inner.map(([name, column]) => [name, column[at]])));
}

function isIndex(name: string): boolean {
  return /^(?:0|[1-9]\d*)$/.test(name);
}
