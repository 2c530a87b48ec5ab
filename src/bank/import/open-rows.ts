// Rows of any supported format, each with what its columns mean.
import { shellWord } from '../../render/shell-word.ts';
import { whereDefined } from '../../core/where-defined.ts';
import { UserError } from '../../core/errors.ts';
import { findHostileStructure, MAX_LINE, parseUntrustedJson } from '../../core/untrusted-json.ts';
import { readLines, type ByteSource } from '../../core/byte-source.ts';
import { openHarnessFile, type HarnessFile } from '../../io/harness-file.ts';
import { openTable, tableFormat, tooLong } from '../../io/rows/open-table.ts';
import { describeUnread } from '../../io/rows/unread-files.ts';
import { isAddress } from '../io/import-files.ts';
import type { ColumnRole } from './column-roles.ts';
import { recogniseColumns, type ColumnChoice, type RecognisedColumns } from './columns.ts';
import { readEvalLog } from './eval-logs.ts';
import { isExperiment, rowsOfItems } from './experiment-rows.ts';
import { type ImportFormat } from './import-event.ts';
import { recogniseEach, type OpenedRow } from './recognise-rows.ts';
import { listIn, testsElsewhere, toRows } from './rows-of-value.ts';
import { readYaml } from './read-yaml.ts';
import { findColumn, SCENARIO_COLUMNS } from '../../scenarios/rows/column-names.ts';
import { itemsOfValue } from '../../scenarios/experiments/recognise-experiment.ts';
import { rowsOfFrame } from '../../scenarios/rows/data-frame.ts';
import type { RawRow } from '../../scenarios/rows/raw-row.ts';

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
    if (isExperiment(names, choice)) return names;
    columns = recogniseColumns(names, choice);
    return [...columns.roles.keys()].map((column) => (names.includes(column) ? column : column.split('.', 1)[0]!));
  };
  const { first, rows } = await withFirst(openTable(source, 'parquet', used));
  if (columns === undefined && first !== undefined) yield* recogniseEach(rows, choice);
  else for await (const row of rows) yield { row, columns: columns! };
}

/** Rows, and the first of them beforehand. */
async function withFirst(
  rows: AsyncGenerator<RawRow>,
): Promise<{ readonly first: RawRow | undefined; readonly rows: AsyncGenerator<RawRow> }> {
  const { value, done } = await rows.next();
  if (done === true) return { first: undefined, rows };
  const first: RawRow = value;
  const again = async function* (): AsyncGenerator<RawRow> {
    yield first;
    yield* rows;
  };
  return { first, rows: again() };
}

async function* openCsv(source: ByteSource, choice: ColumnChoice): AsyncGenerator<OpenedRow> {
  const { first, rows } = await withFirst(openTable(source, 'csv', all));
  if (first?.kind === 'row' && isExperiment(Object.keys(first.fields), choice)) {
    yield* recogniseEach(rows, choice);
    return;
  }
  let columns: RecognisedColumns | undefined;
  for await (const row of rows) {
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
    const isTable = findColumn(names, SCENARIO_COLUMNS.query) !== undefined || isExperiment(names, {});
    return names.length > 1 && isTable;
  }
  return false;
}

/** One JSON value, or an archive of them: a list of rows, or what another tool wrote. */
async function* openValue(source: ByteSource, choice: ColumnChoice): AsyncGenerator<OpenedRow> {
  const problem = (message: string): UserError => new UserError({ message, place: { file: source.name } });
  const file = await openHarnessFile(source);
  if (file.kind === 'text') {
    // Many files named .json hold JSON Lines.
    const first = parseUntrustedJson(file.text.trimStart().split('\n', 1)[0]!);
    if (first.status === 'refused') throw problem(first.reason);
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
    throw problem(
      'its test cases are in other files',
      `Import those: spec-gate bank import ${elsewhere.map(shellWord).join(' ')}.`,
    );
  }
  const items = choice.map === undefined || choice.map.size === 0 ? itemsOfValue(choice.file, value) : undefined;
  if (items !== undefined) {
    yield* recogniseEach(rowsOfItems(items), choice);
    return;
  }
  const rows = rowsOfFrame(value) ?? listIn(value);
  if (rows === undefined || (rows.length > 0 && rows.every((row) => Array.isArray(row)))) {
    throw problem('neither a list of rows, nor a promptfoo or Inspect output', LIST_HINT);
  }
  yield* recogniseEach(toRows(rows), choice);
}

const LIST_HINT =
  'Write a list of rows, or an object with one list of them (a data frame: to_json with orient="records").';

function fixedColumns(
  map: Omit<RecognisedColumns, 'roles'>,
  roles: readonly (readonly [string, (ColumnRole & { kind: 'id' | 'query' })['kind']])[],
): RecognisedColumns {
  return { ...map, roles: new Map(roles.map(([column, kind]): [string, ColumnRole] => [column, { kind }])) };
}
