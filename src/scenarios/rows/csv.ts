// CSV as RFC 4180 has it, row by row: quoted fields with doubled quotes, line ends inside quotes, CRLF or LF. Fields may be
// parted by semicolons (spreadsheets where a comma is the decimal sign), tabs or bars as well.
import { readText, type ByteSource } from '../../core/byte-source.ts';
import { excerptOf, type RawRow } from './raw-row.ts';

/** Characters in one row; an unclosed quote would otherwise swallow the file. */
const LONGEST_ROW = 1_000_000;

const SEPARATORS = [',', ';', '\t', '|'] as const;
/** A line that spreadsheets write, and read, above the header: which sign parts the fields. */
const NAMED_SEPARATOR = /^\uFEFF?sep=(.)\r?\n/;
/** Characters within which a header ends. */
const LONGEST_HEADER = 65_536;

type State = 'start' | 'plain' | 'quoted' | 'quote-in-quoted';

/** Rows with the header's names. Numbers count rows, the header being 1. A row with more or fewer fields than the header is bad. */
export async function* readCsv(source: ByteSource): AsyncGenerator<RawRow> {
  let header: readonly string[] | undefined;
  let number = 0;
  for await (const cells of readRecords(source)) {
    number += 1;
    if (typeof cells === 'string') {
      yield { kind: 'bad', number, reason: cells, excerpt: '' };
      if (header === undefined) return;
      continue;
    }
    if (header === undefined) {
      header = cells.map((cell) => cell.trim());
      const twice = header.find((name, index) => header!.indexOf(name) !== index);
      if (twice === undefined) continue;
      yield { kind: 'bad', number, reason: `the header has the column "${twice}" twice`, excerpt: excerptOf(cells) };
      return;
    }
    // Spreadsheets leave rows of nothing below a table.
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (cells.length === header.length && cells.every((cell, index) => cell.trim() === header![index])) {
      const reason = 'the header again: tables that were put one behind the other';
      yield { kind: 'bad', number, reason, excerpt: excerptOf(cells) };
      continue;
    }
    if (cells.length !== header.length) {
      const reason = `${cells.length} fields, but the header has ${header.length}`;
      yield { kind: 'bad', number, reason, excerpt: excerptOf(cells) };
      continue;
    }
    const fields = Object.fromEntries(header.map((name, index) => [name, cells[index] === '' ? null : cells[index]]));
    yield { kind: 'row', number, fields };
  }
}

/** Each record's cells, or what is wrong with it. */
async function* readRecords(source: ByteSource): AsyncGenerator<readonly string[] | string> {
  let state: State = 'start';
  let cell = '';
  let cells: string[] = [];
  let length = 0;
  const endCell = (): void => {
    cells.push(cell);
    cell = '';
    state = 'start';
  };
  const endRecord = (): readonly string[] | string => {
    endCell();
    const record = length > LONGEST_ROW ? `longer than ${LONGEST_ROW} characters` : cells;
    [cells, length] = [[], 0];
    return record;
  };
  let separator: string | undefined;
  for await (const piece of withWholeHeader(readText(source))) {
    const named = separator === undefined ? NAMED_SEPARATOR.exec(piece) : null;
    separator ??= named?.[1] ?? separatorOf(piece);
    for (const character of named === null ? piece : piece.slice(named[0].length)) {
      length += 1;
      const keep = length <= LONGEST_ROW;
      if (state === 'quoted') {
        if (character === '"') state = 'quote-in-quoted';
        else if (keep) cell += character;
      } else if (character === separator) {
        endCell();
      } else if (character === '\n') {
        if (state === 'plain' && cell.endsWith('\r')) cell = cell.slice(0, -1);
        yield endRecord();
      } else if (character === '"' && state !== 'plain') {
        if (state === 'quote-in-quoted') cell += '"';
        state = 'quoted';
      } else if (!(character === '\r' && state === 'quote-in-quoted')) {
        if (keep) cell += character;
        state = 'plain';
      }
    }
  }
  if (state === 'quoted') yield 'a quote is opened and never closed';
  else if (length > 0) yield endRecord();
}

/** The pieces of a text, the first one long enough to hold the first line. */
async function* withWholeHeader(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let begin = '';
  let isBegun = false;
  for await (const piece of pieces) {
    if (isBegun) {
      yield piece;
      continue;
    }
    begin += piece;
    isBegun = begin.includes('\n') || begin.length > LONGEST_HEADER;
    if (isBegun) yield begin;
  }
  if (!isBegun) yield begin;
}

/** The sign that parts the first line most often, what is quoted aside; a comma where none does. */
function separatorOf(text: string): string {
  const [header = ''] = text.split('\n', 1);
  const bare = header.replaceAll(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((sign) => bare.split(sign).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!;
}
