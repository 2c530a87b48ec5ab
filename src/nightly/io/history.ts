// The history of nights on disk: files of lines in the store's folder, so that they travel with the store. Each run adds a
// file of its own and rewrites none, as answers do; the store itself does not read them.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashJson, type Json } from '../../core/canonical-json.ts';
import type { Signer } from '../../core/signer.ts';
import { createPool, createWords } from '../../core/pool.ts';
import { whereDefined } from '../../core/where-defined.ts';
import {
  HistoryLine,
  nightOf,
  type HistoryRecord,
  type NightCell,
  type NightRecord,
  type RejudgedCell,
} from '../decision/record.ts';
import { isHistoryFile } from '../../io/store/side-file.ts';
import { makeFolder } from '../../io/make-folder.ts';
import { keepHeapTight } from '../../io/tight-heap.ts';

/** Characters of history from which on it is large. */
const LARGE = 8 * 1024 * 1024;

export interface History {
  /** In the order they were made. */
  readonly records: readonly HistoryRecord[];
  /** Lines that are torn, altered or foreign. Each is a missing night, never a wrong one. */
  readonly unreadable: number;
  /** Whole lines that nobody signed whose secret is known here: unsigned or forged. None where there is no signer. */
  readonly unsigned: number;
  readonly files: readonly HistoryFile[];
}

export interface HistoryFile {
  readonly path: string;
  readonly records: readonly HistoryRecord[];
  /** Whether every line of it is a record that counts. */
  readonly isWhole: boolean;
}

/** What all files of these folders hold; with a signer, only what it has signed. A folder that is not there is empty. */
export function readHistory(folders: readonly string[], signer?: Signer): History {
  const share = createSharing();
  const left = { unreadable: 0, unsigned: 0 };
  let characters = 0;
  const named = folders.flatMap((folder) => listFiles(folder).map((name) => ({ name, path: join(folder, name) })));
  const files = named
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ path }): HistoryFile => {
      const lines = readLines(path);
      characters += lines.reduce((sum, line) => sum + line.length, 0);
      if (characters > LARGE) keepHeapTight();
      const read = lines.map((line) => readLine(line, signer));
      const records = read.flatMap((record) => (typeof record === 'string' ? [] : [share(record)]));
      for (const record of read) if (typeof record === 'string') left[record] += 1;
      return { path, records, isWhole: records.length === read.length };
    });
  const records = withoutDoubles(files.flatMap((file) => file.records));
  // A file's name tells when it was written to the second only: two nights written within one second would stand in the
  // order of the random part of their names.
  records.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return { records, ...left, files };
}

/** Without the summary of a night whose whole record is still there. */
function withoutDoubles(records: readonly HistoryRecord[]): HistoryRecord[] {
  const nameOf = (record: HistoryRecord): string => {
    const { subject, date } = nightOf(record);
    return [record.kind, subject, date, record.at].join('\n');
  };
  const isSummary = (record: HistoryRecord): boolean => nightOf(record).pruned !== undefined;
  if (!records.some(isSummary)) return [...records];
  const whole = new Set(records.filter((record) => !isSummary(record)).map(nameOf));
  return records.filter((record) => !isSummary(record) || !whole.has(nameOf(record)));
}

/** None where another run deleted the file since it was listed: nobody needs it then. */
function readLines(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Adds lines as one new file, written in one call; nothing for no lines. Gives back why it could not: the night stands as it
 * is, but the next one does not know it.
 */
export function appendHistory(
  folder: string,
  records: readonly HistoryRecord[],
  { now, signer }: { readonly now: Date; readonly signer?: Signer | undefined },
): string | undefined {
  if (records.length === 0) return undefined;
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const name = `${stamp}-${randomBytes(4).toString('hex')}.history.jsonl`;
  try {
    makeFolder(folder);
    writeFileSync(join(folder, name), serializeHistory(records, signer), { flag: 'ax' });
    return undefined;
  } catch (error) {
    return `the history was not written: ${(error as Error).message}`;
  }
}

/** Lines with their checksums, and signatures where there is a secret: also what is kept as an artifact. */
export function serializeHistory(records: readonly HistoryRecord[], signer?: Signer): string {
  return [...historyLines(records, signer)].join('');
}

/** The same line by line: a year of nights is long. */
export function* historyLines(records: readonly HistoryRecord[], signer?: Signer): Generator<string> {
  for (const record of records) {
    yield `${JSON.stringify({ sum: checksum(record), sig: signer?.sign(signed(record)), record })}\n`;
  }
}

/**
 * Equal parts of nights as one: a year of them has hundreds of thousands of answers by few models to few scenarios, ruled on in
 * few ways, and JSON makes each word and each ruling anew.
 */
function createSharing(): (record: HistoryRecord) => HistoryRecord {
  const word = createWords();
  const parts = createPool<object>();
  const one = <Part extends object | undefined>(part: Part): Part =>
    part === undefined ? part : (parts(JSON.stringify(part), () => part) as Part);
  const cellOf = <Cell extends NightCell | RejudgedCell>(cell: Cell): Cell => ({
    ...cell,
    scenario: word(cell.scenario),
    model: word(cell.model),
    rulings: one(cell.rulings),
    ...whereDefined({ type: cell.type, scores: one(cell.scores) }),
  });
  const shareNight = (night: NightRecord): NightRecord => ({
    ...night,
    models: one(night.models),
    scenarios: one(night.scenarios),
    sentinels: one(night.sentinels),
    answeredAs: one(night.answeredAs),
    cells: night.cells.map(cellOf),
    rejudged: night.rejudged.map(cellOf),
  });
  return (record) => (record.kind === 'night' ? shareNight(record) : { ...record, night: shareNight(record.night) });
}

function readLine(line: string, signer: Signer | undefined): HistoryRecord | 'unreadable' | 'unsigned' {
  try {
    const { sum, sig, record } = JSON.parse(line) as { sum?: unknown; sig?: unknown; record?: unknown };
    const checked = HistoryLine.safeParse(record);
    if (!checked.success || sum !== checksum(checked.data)) return 'unreadable';
    const counts = signer === undefined || (typeof sig === 'string' && signer.hasSigned(signed(checked.data), sig));
    return counts ? checked.data : 'unsigned';
  } catch {
    return 'unreadable';
  }
}

/** The same secret signs answers, too: each says what it is. */
function signed(record: HistoryRecord): Json {
  return ['night', record];
}

function checksum(record: HistoryRecord): string {
  return hashJson(record).slice(0, 16);
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && isHistoryFile(entry.name))
      .map(({ name }) => name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
