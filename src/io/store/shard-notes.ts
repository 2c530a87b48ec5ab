// What a machine that did one part of a work leaves beside its answers, so that whoever brings the parts together can tell
// which of them are there.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { ShardPart } from '../../scenarios/shard-set.ts';
import { makeFolder } from '../make-folder.ts';
import { isShardFile } from './side-file.ts';

const Note = z.strictObject({
  schema: z.literal('spec-gate/shard@1'),
  work: z.string().regex(/^[\w -]{1,60}$/),
  subject: z.string().regex(/^[0-9a-f]{16}$/),
  number: z.int().min(1),
  of: z.int().min(1),
  finished: z.boolean(),
});

export type ShardNote = Omit<ShardPart, 'folder'>;

/** A file of its own for each run; a folder that takes none loses the note only: the answers are what counts. */
export function writeShardNote(folder: string, note: ShardNote, now: Date): void {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  try {
    makeFolder(folder);
    const line = JSON.stringify({ schema: 'spec-gate/shard@1', ...note } satisfies z.input<typeof Note>);
    writeFileSync(join(folder, `${stamp}-${randomBytes(4).toString('hex')}.shard.jsonl`), `${line}\n`, { flag: 'ax' });
  } catch {
    return;
  }
}

/** The notes of these folders, under the names that people gave them; what is no note is passed over. */
export function readShardNotes(
  folders: readonly { readonly path: string; readonly name: string }[],
): readonly ShardPart[] {
  return folders.flatMap(({ path, name: folder }) =>
    readdirSync(path)
      .filter(isShardFile)
      .flatMap((file): readonly ShardPart[] => {
        try {
          const { schema: _schema, ...note } = Note.parse(JSON.parse(readFileSync(join(path, file), 'utf8')));
          return note.number > note.of ? [] : [{ ...note, folder }];
        } catch {
          return [];
        }
      }),
  );
}
