// Files of nights that nobody needs any more: deleted here, and noted, so that other copies of the store lose them, too, instead of
// bringing them back. A note is a file of its own, as all that is added to a store; only files of nights can be named in it, so
// that no note costs anybody the answers of checks.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { makeFolder } from '../make-folder.ts';
import { indexPathOf } from './segment-index.ts';
import { isSegmentName } from './segment-name.ts';
import { isHistoryFile, isPrunedFile } from './side-file.ts';

const Note = z.strictObject({ schema: z.literal('spec-gate/pruned@1'), files: z.array(z.string()) });

/** What a night's answers are called besides their time, `YYYY-MM-DD` its date. */
export function nightLabel(date: string): string {
  return `night-${date}`;
}

/** The night whose answers a segment holds, by its name; undefined for others. */
export function nightOfSegment(name: string): string | undefined {
  return /\.night-(\d{4}-\d{2}-\d{2})(?:\.from-\d+)?\.jsonl$/.exec(name)?.[1];
}

/** Writes the note, then deletes the files. @throws what the file system says where the note cannot be written. */
export function pruneFiles(folder: string, files: readonly string[], now: Date): void {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const line = JSON.stringify({ schema: 'spec-gate/pruned@1', files: [...files] } satisfies z.input<typeof Note>);
  makeFolder(folder);
  writeFileSync(join(folder, `${stamp}-${randomBytes(4).toString('hex')}.pruned.jsonl`), `${line}\n`, { flag: 'ax' });
  dropPruned(folder);
}

/** Whether the notes of these folders name a file, or the segment that it is a piece of. What is no note is passed over. */
export function readPruned(folders: readonly string[]): (name: string) => boolean {
  const pruned = new Set(
    folders.flatMap((folder) =>
      readNames(folder)
        .filter(isPrunedFile)
        .flatMap((name) => readNote(join(folder, name))),
    ),
  );
  return (name) => isOfNight(name) && (pruned.has(name) || pruned.has(name.replace(/\.from-\d+/, '')));
}

/** Deletes what the folder's own notes name; gives how many files. One that cannot be deleted stays until the next time. */
export function dropPruned(folder: string): number {
  const isPruned = readPruned([folder]);
  const gone = readNames(folder).filter((name) => {
    if (!isPruned(name)) return false;
    try {
      const path = join(folder, name);
      rmSync(path);
      rmSync(indexPathOf(path), { force: true });
      return true;
    } catch {
      return false;
    }
  });
  return gone.length;
}

function isOfNight(name: string): boolean {
  return isSegmentName(name) && (isHistoryFile(name) || nightOfSegment(name) !== undefined);
}

function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

function readNote(path: string): readonly string[] {
  try {
    return Note.parse(JSON.parse(readFileSync(path, 'utf8'))).files;
  } catch {
    return [];
  }
}
