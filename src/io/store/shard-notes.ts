// The note that a machine leaves beside its answers when it has done its part of a split work (`--shard`), so that whoever
// brings the parts together can tell which of them are there.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { ShardPart } from '../../scenarios/shard-set.ts';
import { makeFolder } from '../make-folder.ts';
import { listSegments } from './segment-store.ts';
import { nightOfSegment } from './pruned-files.ts';
import { isPrunedFile, isShardFile } from './side-file.ts';

const Note = z.strictObject({
  schema: z.literal('spec-gate/shard@1'),
  work: z.string().regex(/^[\w -]{1,60}$/),
  subject: z.string().regex(/^[0-9a-f]{16}$/),
  number: z.int().min(1),
  of: z.int().min(1),
  finished: z.boolean(),
  /** Of the answers at hand when the note was written, see `sizeFor`; absent in notes of earlier releases. */
  bytes: z.int().min(0).optional(),
});

export type ShardNote = Omit<ShardPart, 'folder' | 'lacks'>;

/** A file of its own for each run; a folder that takes none loses the note only: the answers are what counts. */
export function writeShardNote(folder: string, note: ShardNote, now: Date): void {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  try {
    makeFolder(folder);
    const bytes = sizeFor(note.work, folder);
    const line = JSON.stringify({ schema: 'spec-gate/shard@1', ...note, bytes } satisfies z.input<typeof Note>);
    writeFileSync(join(folder, `${stamp}-${randomBytes(4).toString('hex')}.shard.jsonl`), `${line}\n`, { flag: 'ax' });
  } catch {
    return;
  }
}

/** The notes of these folders, under the names that people gave them; what is no note is passed over. */
export function readShardNotes(
  folders: readonly { readonly path: string; readonly name: string }[],
): readonly ShardPart[] {
  return folders.flatMap(({ path, name: folder }) => {
    const files = readdirSync(path);
    return files.filter(isShardFile).flatMap((file): readonly ShardPart[] => {
      try {
        const { schema: _, bytes = 0, ...note } = Note.parse(JSON.parse(readFileSync(join(path, file), 'utf8')));
        const size = sizeFor(note.work, path);
        // Segments only ever grow: a copy that holds less has lost some, though every line of it may be whole. A night that is
        // gone where nights were pruned is not missed.
        const isPruned = size === 0 && note.work.startsWith('night ') && files.some(isPrunedFile);
        const lacks = isPruned ? 0 : Math.max(0, bytes - size);
        return note.number > note.of ? [] : [{ ...note, folder, lacks }];
      } catch {
        return [];
      }
    });
  });
}

/** Bytes of the segments that may hold a work's answers: a night's, or all that are of no night, none of which is ever deleted. */
function sizeFor(work: string, folder: string): number {
  const own = listSegments([folder]).filter((path) => {
    const night = nightOfSegment(path);
    return night === undefined ? !work.startsWith('night ') : work === `night ${night}`;
  });
  return own.reduce((sum, path) => sum + statSync(path).size, 0);
}
