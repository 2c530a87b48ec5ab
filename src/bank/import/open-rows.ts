// Rows of any supported format, each with what its columns mean.
import { whereDefined } from '../../core/where-defined.ts';
import { UserError } from '../../core/errors.ts';
import { findHostileStructure, MAX_LINE, parseUntrustedJson } from '../../core/untrusted-json.ts';
import { readLines, type ByteSource } from '../../core/byte-source.ts';
import { openHarnessFile, type HarnessFile } from '../../io/harness-file.ts';
import { openTable, tableFormat, tooLong, toRow } from '../../io/rows/open-table.ts';
import { describeUnread } from '../../io/rows/unread-files.ts';
import { isAddress } from '../io/import-files.ts';
import { recogniseColumns, type ColumnChoice, type ColumnRole, type RecognisedColumns } from './columns.ts';
import { readEvalLog } from './eval-logs.ts';
import { type ImportFormat } from './import-event.ts';
import { besideQuery, nestedQuery, systemBeside } from './nested-query.ts';
import { readYaml } from './read-yaml.ts';
import { findColumn, SCENARIO_COLUMNS } from '../../scenarios/rows/column-names.ts';
import { excerptOf, type RawRow } from '../../scenarios/rows/raw-row.ts';

/** A row, with the columns it was recognised by (undefined for a row that cannot be read). */
export interface OpenedRow {
  readonly row: RawRow;
  readonly columns?: RecognisedColumns;
}

/** JSON rows may differ in their keys, but not without bound. */
const MOST_KEY_SETS = 200;

const OTHER_ENDINGS: readonly (readonly [RegExp, ImportFormat])[] = [
  [/\.json(\.gz)?$/i, 'json'],
  [/\.ya?ml(\.gz)?$/i, 'yaml'],
  [/\.eval$/i, 'eval'],
  [/\.txt(\.gz)?$/i, 'txt'],
];

export interface OpenOptions {
  /** By the name's ending where it is not given. */
  readonly format?: ImportFormat;
  readonly map?: ReadonlyMap<string, string>;
}

/** Opens a source by `format`, or by its name's ending. @throws UserError for an unknown ending or an unreadable file. */
export function openRows(source: ByteSource, { format, map }: OpenOptions): AsyncGenerator<OpenedRow> {
  // Of an address, what stands behind the path is no part of the name; a file's name may hold the same signs.
  const path = isAddress(source.name) ? source.name.replace(/[?#].*$/s, '') : source.name;
  const chosen = format ?? tableFormat(path) ?? OTHER_ENDINGS.find(([ending]) => ending.test(path))?.[1];
  if (chosen === undefined) {
    const known = describeUnread(path);
    if (known !== undefined) throw new UserError({ ...known, place: { file: source.name } });
    const hint = 'Name the format with --format: jsonl, csv, parquet, json, yaml, eval or txt (one query a line).';
    throw new UserError({ message: 'unknown file type', hint, place: { file: source.name } });
  }
  const choice = { file: source.name, format: chosen, ...whereDefined({ map }) };
  return OPENERS[chosen](source, choice);
}

const OPENERS: Readonly<Record<ImportFormat, (source: ByteSource, choice: ColumnChoice) => AsyncGenerator<OpenedRow>>> =
  {
    jsonl: (source, choice) => recogniseEach(openTable(source, 'jsonl', all), choice),
    json: openValue,
    yaml: openYaml,
    eval: openValue,
    csv: openCsv,
    parquet: openParquetRows,
    txt: openQueries,
  };

const all = (columns: readonly string[]): readonly string[] => columns;

async function* openParquetRows(source: ByteSource, choice: ColumnChoice): AsyncGenerator<OpenedRow> {
  let columns: RecognisedColumns | undefined;
  const used = (names: readonly string[]): readonly string[] => {
    columns = recogniseColumns(names, choice);
    return [...columns.roles.keys()].map((column) => (names.includes(column) ? column : column.split('.', 1)[0]!));
  };
  for await (const row of openTable(source, 'parquet', used)) yield { row, columns: columns! };
}

async function* openCsv(source: ByteSource, choice: ColumnChoice): AsyncGenerator<OpenedRow> {
  let columns: RecognisedColumns | undefined;
  for await (const row of openTable(source, 'csv', all)) {
    if (row.kind === 'row') columns ??= recogniseColumns(Object.keys(row.fields), choice);
    yield columns === undefined ? { row } : { row, columns };
  }
}

async function* openQueries(source: ByteSource, choice: ColumnChoice): AsyncGenerator<OpenedRow> {
  if (await hasHeader(source)) {
    yield* openCsv(source, choice);
    return;
  }
  const columns = fixedColumns({ shape: 'queries', used: [{ column: 'line', as: 'query' }], ignored: [] }, [
    ['line', 'query'],
  ]);
  for await (const { number, text, length } of readLines(source, MAX_LINE)) {
    if (text.trim() === '') continue;
    if (/(?![\t\r\f\v])\p{Cc}/u.test(text)) {
      const hint = 'Export it as text, or name its format with --format.';
      throw new UserError({ message: 'no plain text', hint, place: { file: source.name, line: number, column: 1 } });
    }
    const row: RawRow = length > MAX_LINE ? tooLong(number, text) : { kind: 'row', number, fields: { line: text } };
    yield { row, columns };
  }
}

/** A table saved as text: its first line has columns parted by tabs, one of them with a name for what is asked. */
async function hasHeader(source: ByteSource): Promise<boolean> {
  for await (const { text } of readLines(source, MAX_LINE)) {
    const names = text
      .replace(/^\uFEFF/, '')
      .split('\t')
      .map((name) => name.trim());
    return names.length > 1 && findColumn(names, SCENARIO_COLUMNS.query) !== undefined;
  }
  return false;
}

/** One JSON value, or an archive of them: a list of rows, or what another tool wrote. */
async function* openValue(source: ByteSource, choice: ColumnChoice): AsyncGenerator<OpenedRow> {
  const problem = (message: string): UserError => new UserError({ message, place: { file: source.name } });
  const file = await openHarnessFile(source);
  if (file.kind === 'text') {
    // Many files named .json hold JSON Lines.
    if (parseUntrustedJson(file.text.trimStart().split('\n', 1)[0]!).status === 'refused') throw problem('not JSON');
    yield* recogniseEach(openTable(source, 'jsonl', all), choice);
    return;
  }
  const log = readEvalLog(file);
  if (log === undefined) {
    yield* openList((file as HarnessFile & { kind: 'json' }).value, choice);
    return;
  }
  const columns = fixedColumns(log.columns, [
    ['id', 'id'],
    ['query', 'query'],
  ]);
  let number = 0;
  for await (const fields of log.rows()) yield { row: { kind: 'row', number: (number += 1), fields }, columns };
}

async function* openYaml(source: ByteSource, choice: ColumnChoice): AsyncGenerator<OpenedRow> {
  yield* openList(await readYaml(source), choice);
}

/** A value that is a list of rows, or holds one. */
async function* openList(value: unknown, choice: ColumnChoice): AsyncGenerator<OpenedRow> {
  const problem = (message: string, hint?: string): UserError =>
    new UserError({ message, ...whereDefined({ hint }), place: { file: choice.file } });
  const hostile = findHostileStructure(value, 1);
  if (hostile !== undefined) throw problem(hostile);
  const elsewhere = testsElsewhere(value);
  if (elsewhere.length > 0) {
    throw problem('its test cases are in other files', `Import those: spec-gate bank import ${elsewhere.join(' ')}.`);
  }
  const rows = listIn(value);
  if (rows === undefined || isByColumns(value)) {
    throw problem('neither a list of rows, nor a promptfoo or Inspect output', LIST_HINT);
  }
  yield* recogniseEach(toRows(rows), choice);
}

const LIST_HINT =
  'Write a list of rows, or an object with one list of them (a data frame: to_json with orient="records").';

/** `{"columns": [...], "data": [[...], ...]}`: rows without the names of their cells. */
function isByColumns(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('columns' in value && 'data' in value)) return false;
  return Array.isArray(value.data) && value.data.every((row) => Array.isArray(row));
}

/** Files that a promptfoo config takes its test cases from. */
function testsElsewhere(value: unknown): readonly string[] {
  const { tests } = (value ?? {}) as { readonly tests?: unknown };
  const named = Array.isArray(tests) ? tests : [tests];
  const paths = named.flatMap((one) => (typeof one === 'string' ? [one.replace(/^file:\/\//, '')] : []));
  return paths.length === named.length && paths.every((path) => /\.\w{2,6}$/.test(path)) ? paths : [];
}

/** Lists that stand beside others: a data set's viewer lists its columns, a promptfoo config its providers. */
const NAMED_LISTS = ['rows', 'tests'];

/** The rows of a value: the list that it is, or the one list of objects, else of texts, that it holds (`{"data": [...]}`). */
function listIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const lists = new Map(Object.entries(value).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1])));
  const named = NAMED_LISTS.map((name) => lists.get(name)).find((list) => list !== undefined);
  if (named !== undefined) return named;
  const ofObjects = [...lists.values()].filter((list) => list.some((one) => typeof one === 'object' && one !== null));
  const candidates = ofObjects.length > 0 ? ofObjects : [...lists.values()];
  return candidates.length === 1 ? candidates[0] : undefined;
}

async function* toRows(values: readonly unknown[]): AsyncGenerator<RawRow> {
  for (const [index, value] of values.entries()) yield toRow(unwrap(value), index + 1);
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

/** JSON rows have no header: each row's own keys are its columns. */
async function* recogniseEach(rows: AsyncGenerator<RawRow>, choice: ColumnChoice): AsyncGenerator<OpenedRow> {
  const byKeys = new Map<string, RecognisedColumns>();
  for await (const row of rows) {
    if (row.kind === 'bad') {
      yield { row };
      continue;
    }
    const names = Object.keys(row.fields);
    const keys = JSON.stringify(names);
    try {
      const columns = byKeys.get(keys) ?? recogniseRow(row.fields, names, choice);
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

/** By the names of the row's keys; where none of them holds the query, by those of the objects in it. */
function recogniseRow(
  fields: Readonly<Record<string, unknown>>,
  names: readonly string[],
  choice: ColumnChoice,
): RecognisedColumns {
  try {
    return recogniseColumns(names, choice);
  } catch (error) {
    const found = nestedQuery(fields);
    if (!(error instanceof UserError) || found === undefined) throw error;
    const system = systemBeside(fields, found[0]);
    const read = [found, ...(system === undefined ? [] : [system])];
    const columns = recogniseColumns(names, { ...choice, map: new Map([...(choice.map ?? []), ...read]) });
    const beside = besideQuery(
      fields,
      read.map(([column]) => column),
    );
    return { ...columns, ignored: [...columns.ignored, ...beside] };
  }
}

function refuse({ number, fields }: RawRow & { readonly kind: 'row' }, reason: string): RawRow {
  return { kind: 'bad', number, reason, excerpt: excerptOf(fields) };
}

function fixedColumns(
  map: Omit<RecognisedColumns, 'roles'>,
  roles: readonly (readonly [string, (ColumnRole & { kind: 'id' | 'query' })['kind']])[],
): RecognisedColumns {
  return { ...map, roles: new Map(roles.map(([column, kind]): [string, ColumnRole] => [column, { kind }])) };
}
