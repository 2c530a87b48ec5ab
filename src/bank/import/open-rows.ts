// Rows of any supported format, each with what its columns mean.
import { UserError } from '../../core/errors.ts';
import { findHostileStructure, MAX_LINE, parseUntrustedJson } from '../../core/untrusted-json.ts';
import { readLines, readText, type ByteSource } from '../../core/byte-source.ts';
import { recogniseColumns, type ColumnRole, type RecognisedColumns } from './columns.ts';
import { readCsv } from '../../scenarios/rows/csv.ts';
import { readEvalLog } from './eval-logs.ts';
import { type ImportFormat } from './import-event.ts';
import { excerptOf, type RawRow } from '../../scenarios/rows/raw-row.ts';
import { openParquet } from './parquet.ts';

/** A row, with the columns it was recognised by (undefined for a row that cannot be read). */
export interface OpenedRow {
  readonly row: RawRow;
  readonly columns?: RecognisedColumns;
}

/** A JSON file is one value and has to be in memory whole; several times its size, once parsed. */
const LARGEST_JSON = 64 * 1024 * 1024;
/** JSON rows may differ in their keys, but not without bound. */
const MOST_KEY_SETS = 200;

const ENDINGS: readonly (readonly [RegExp, ImportFormat])[] = [
  [/\.(jsonl|ndjson)$/i, 'jsonl'],
  [/\.csv$/i, 'csv'],
  [/\.parquet$/i, 'parquet'],
  [/\.json$/i, 'json'],
  [/\.txt$/i, 'txt'],
];

/** Opens a source by `format`, or by its name's ending. @throws UserError for an unknown ending or an unreadable file. */
export function openRows(source: ByteSource, format?: ImportFormat): AsyncGenerator<OpenedRow> {
  const path = source.name.replace(/[?#].*$/s, '');
  const chosen = format ?? ENDINGS.find(([ending]) => ending.test(path))?.[1];
  if (chosen === undefined) {
    const hint =
      'Name the format: jsonl, csv, parquet, json or txt. An Inspect .eval log: inspect log convert --to json.';
    throw new UserError({ message: 'unknown file type', hint, place: { file: source.name } });
  }
  return OPENERS[chosen](source);
}

const OPENERS: Readonly<Record<ImportFormat, (source: ByteSource) => AsyncGenerator<OpenedRow>>> = {
  jsonl: (source) => recogniseEach(readJsonLines(source), source.name),
  json: openJson,
  csv: openCsv,
  parquet: openParquetRows,
  txt: openQueries,
};

async function* openParquetRows(source: ByteSource): AsyncGenerator<OpenedRow> {
  const file = await openParquet(source);
  const columns = recogniseColumns(file.columns, source.name, 'parquet');
  for await (const row of file.rows([...columns.roles.keys()])) yield { row, columns };
}

async function* openCsv(source: ByteSource): AsyncGenerator<OpenedRow> {
  let columns: RecognisedColumns | undefined;
  for await (const row of readCsv(source)) {
    if (row.kind === 'row') columns ??= recogniseColumns(Object.keys(row.fields), source.name, 'csv');
    yield columns === undefined ? { row } : { row, columns };
  }
}

async function* openQueries(source: ByteSource): AsyncGenerator<OpenedRow> {
  const columns = fixedColumns({ shape: 'queries', used: [{ column: 'line', as: 'query' }], ignored: [] }, [
    ['line', 'query'],
  ]);
  for await (const { number, text, length } of readLines(source, MAX_LINE)) {
    if (text.trim() === '') continue;
    const row: RawRow = length > MAX_LINE ? tooLong(number, text) : { kind: 'row', number, fields: { line: text } };
    yield { row, columns };
  }
}

async function* openJson(source: ByteSource): AsyncGenerator<OpenedRow> {
  const problem = (message: string): UserError => new UserError({ message, place: { file: source.name } });
  if (source.byteLength > LARGEST_JSON)
    throw problem(`larger than ${LARGEST_JSON / 1024 / 1024} MB; write it as JSONL`);
  let text = '';
  for await (const piece of readText(source)) text += piece;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw problem(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const hostile = findHostileStructure(value, 1);
  if (hostile !== undefined) throw problem(hostile);
  if (Array.isArray(value)) {
    yield* recogniseEach(toRows(value), source.name);
    return;
  }
  const log = readEvalLog(value);
  if (log === undefined) throw problem('neither a list of rows, nor a promptfoo or Inspect output');
  const columns = fixedColumns(log.columns, [
    ['id', 'id'],
    ['query', 'query'],
    ['messages', 'messages'],
  ]);
  for (const [index, fields] of log.rows.entries()) yield { row: { kind: 'row', number: index + 1, fields }, columns };
}

async function* readJsonLines(source: ByteSource): AsyncGenerator<RawRow> {
  for await (const { number, text, length } of readLines(source, MAX_LINE)) {
    if (text.trim() === '') continue;
    if (length > MAX_LINE) {
      yield tooLong(number, text);
      continue;
    }
    const json = parseUntrustedJson(text);
    if (json.status === 'refused') yield { kind: 'bad', number, reason: json.reason, excerpt: excerptOf(text) };
    else yield toRow(json.value, number);
  }
}

async function* toRows(values: readonly unknown[]): AsyncGenerator<RawRow> {
  for (const [index, value] of values.entries()) yield toRow(value, index + 1);
}

function toRow(value: unknown, number: number): RawRow {
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
  if (!isObject) return { kind: 'bad', number, reason: 'not an object', excerpt: excerptOf(value) };
  return { kind: 'row', number, fields: value as Readonly<Record<string, unknown>> };
}

/** JSON rows have no header: each row's own keys are its columns. */
async function* recogniseEach(rows: AsyncGenerator<RawRow>, file: string): AsyncGenerator<OpenedRow> {
  const byKeys = new Map<string, RecognisedColumns>();
  for await (const row of rows) {
    if (row.kind === 'bad') {
      yield { row };
      continue;
    }
    const names = Object.keys(row.fields);
    const keys = JSON.stringify(names);
    try {
      const columns = byKeys.get(keys) ?? recogniseColumns(names, file, 'jsonl');
      if (byKeys.size < MOST_KEY_SETS) byKeys.set(keys, columns);
      yield byKeys.has(keys)
        ? { row, columns }
        : { row: refuse(row, `more than ${MOST_KEY_SETS} different sets of keys`) };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      yield { row: refuse(row, error.problems[0]?.message ?? error.message) };
    }
  }
}

function refuse({ number, fields }: RawRow & { readonly kind: 'row' }, reason: string): RawRow {
  return { kind: 'bad', number, reason, excerpt: excerptOf(fields) };
}

function tooLong(number: number, text: string): RawRow {
  return { kind: 'bad', number, reason: `longer than ${MAX_LINE} characters`, excerpt: excerptOf(text) };
}

function fixedColumns(
  map: Omit<RecognisedColumns, 'roles'>,
  roles: readonly (readonly [string, (ColumnRole & { kind: 'id' | 'query' | 'messages' })['kind']])[],
): RecognisedColumns {
  return { ...map, roles: new Map(roles.map(([column, kind]): [string, ColumnRole] => [column, { kind }])) };
}
