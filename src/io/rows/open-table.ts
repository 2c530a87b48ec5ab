// Rows of a table in any format that has them: JSON Lines, CSV, Parquet. What their columns mean is the reader's business.
import { readLines, type ByteSource } from '../../core/byte-source.ts';
import { MAX_LINE, parseUntrustedJson } from '../../core/untrusted-json.ts';
import { asPlainJson } from '../../scenarios/harness/loose-json.ts';
import { readCsv } from '../../scenarios/rows/csv.ts';
import { excerptOf, rowOf, type RawRow } from '../../scenarios/rows/raw-row.ts';

export type TableFormat = 'jsonl' | 'csv' | 'parquet';

const ENDINGS: readonly (readonly [RegExp, TableFormat])[] = [
  [/\.(jsonl|ndjson)(\.gz)?$/i, 'jsonl'],
  [/\.[ct]sv(\.gz)?$/i, 'csv'],
  [/\.parquet$/i, 'parquet'],
];

/** The format that a name's ending says; undefined where it says none of these. */
export function tableFormat(name: string): TableFormat | undefined {
  return ENDINGS.find(([ending]) => ending.test(name))?.[1];
}

/**
 * All rows, one after another. `used` picks the columns that a Parquet file is read for; rows of text have all of theirs.
 * @throws UserError for a file that cannot be read at all, or what `used` throws.
 */
export function openTable(
  source: ByteSource,
  format: TableFormat,
  used: (columns: readonly string[]) => readonly string[],
): AsyncGenerator<RawRow> {
  return READERS[format](source, used);
}

type Read = (source: ByteSource, used: (columns: readonly string[]) => readonly string[]) => AsyncGenerator<RawRow>;

const READERS: Readonly<Record<TableFormat, Read>> = {
  jsonl: readJsonLines,
  csv: readCsv,
  parquet: readParquet,
};

async function* readParquet(
  source: ByteSource,
  used: (columns: readonly string[]) => readonly string[],
): AsyncGenerator<RawRow> {
  const { openParquet } = await import('../parquet/open-parquet.ts');
  const file = await openParquet(source);
  try {
    yield* file.rows(used(file.columns));
  } finally {
    await file.close();
  }
}

async function* readJsonLines(source: ByteSource): AsyncGenerator<RawRow> {
  for await (const { number, text, length } of readLines(source, MAX_LINE)) {
    if (text.trim() === '') continue;
    if (length > MAX_LINE) {
      yield tooLong(number, text);
      continue;
    }
    const plain = parseUntrustedJson(text);
    const isPlain = plain.status === 'parsed' && !holdsLongInteger(plain.value, ID_DEPTH);
    const json = isPlain ? plain : parseUntrustedJson(asPlainJson(text));
    if (json.status === 'refused') yield { kind: 'bad', number, reason: json.reason, excerpt: excerptOf(text) };
    else yield rowOf(json.value, number);
  }
}

/** Objects within which an id may stand: `doc.id`. */
const ID_DEPTH = 2;

/** Whether a number in it may have had more digits than it could keep. */
function holdsLongInteger(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth === 0) return false;
  return Object.values(value).some((inner) => holdsLongInteger(inner, depth - 1));
}

/** A line that is not kept whole. */
export function tooLong(number: number, text: string): RawRow {
  return { kind: 'bad', number, reason: `longer than ${MAX_LINE} characters`, excerpt: excerptOf(text) };
}
