// The history of nights on disk: files of lines in the store's folder, so that they travel with the store. Each run adds a
// file of its own and rewrites none, as answers do; the store itself does not read them.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashJson } from '../core/canonical-json.ts';
import { HistoryLine, type HistoryRecord } from '../decision/nightly/record.ts';
import { isHistoryFile } from './history-file.ts';

export interface History {
  /** Oldest file first. */
  readonly records: readonly HistoryRecord[];
  /** Lines that are torn, altered or foreign: each is a night less, never a wrong one. */
  readonly unreadable: number;
}

/** What all files of these folders hold. A folder that is not there is empty. */
export function readHistory(folders: readonly string[]): History {
  const records: HistoryRecord[] = [];
  let unreadable = 0;
  const files = folders.flatMap((folder) => listFiles(folder).map((name) => ({ name, path: join(folder, name) })));
  for (const { path } of files.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      if (line === '') continue;
      const record = readLine(line);
      if (record === undefined) unreadable += 1;
      else records.push(record);
    }
  }
  return { records, unreadable };
}

/**
 * Adds lines as one new file, written in one call; nothing for no lines. Gives back why it could not: the night stands as it
 * is, but the next one does not know it.
 */
export function appendHistory(folder: string, records: readonly HistoryRecord[], now: Date): string | undefined {
  if (records.length === 0) return undefined;
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const name = `${stamp}-${randomBytes(4).toString('hex')}.history.jsonl`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), serializeHistory(records), { flag: 'ax' });
    return undefined;
  } catch (error) {
    return `the history was not written: ${(error as Error).message}`;
  }
}

/** Lines with their checksums: also what is kept as an artifact. */
export function serializeHistory(records: readonly HistoryRecord[]): string {
  return records.map((record) => `${JSON.stringify({ sum: checksum(record), record })}\n`).join('');
}

function readLine(line: string): HistoryRecord | undefined {
  try {
    const { sum, record } = JSON.parse(line) as { sum?: unknown; record?: unknown };
    const checked = HistoryLine.safeParse(record);
    return checked.success && sum === checksum(checked.data) ? checked.data : undefined;
  } catch {
    return undefined;
  }
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
