// What came out of a cache archive is foreign until every entry is a plain segment file; and what a folder of them holds.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isSegmentName, LARGEST_SEGMENT } from '../store/segment-name.ts';

/** Bytes. */
const LARGEST_FOLDER = 4 * 1024 * 1024 * 1024;
const MOST_SEGMENTS = 10_000;

/** Why a folder cannot be used as a store, or undefined for one that holds nothing but segments. */
export async function refuseFolder(folder: string): Promise<string | undefined> {
  const stats = await lstat(folder).catch(() => undefined);
  if (stats === undefined) return 'the archive does not hold the store';
  if (!stats.isDirectory()) return 'the store is not a folder';
  const names = await readdir(folder);
  if (names.length > MOST_SEGMENTS) return `${names.length} files`;
  let total = 0;
  for (const name of names) {
    const entry = await lstat(join(folder, name));
    if (!isSegmentName(name)) return `an unexpected entry ${JSON.stringify(name)}`;
    // A file with more than one hard link could be any file of this machine.
    if (!entry.isFile() || entry.nlink > 1) return `${name} is not a regular file`;
    total += entry.size;
    if (entry.size > LARGEST_SEGMENT || total > LARGEST_FOLDER) return `${name} is too large`;
  }
  return undefined;
}

/**
 * A digest of the lines in a folder's segments: the same for the same answers, however many segments hold them.
 * Undefined for a folder without a line.
 */
export async function digestLines(folder: string): Promise<string | undefined> {
  const lines = new Set<string>();
  for (const name of await readdir(folder).catch(() => [])) {
    if (!isSegmentName(name)) continue;
    for await (const line of createInterface({ input: createReadStream(join(folder, name)), crlfDelay: Infinity })) {
      if (line !== '') lines.add(createHash('sha256').update(line).digest('hex'));
    }
  }
  if (lines.size === 0) return undefined;
  const whole = createHash('sha256');
  for (const line of [...lines].sort()) whole.update(line);
  return whole.digest('hex').slice(0, 16);
}
