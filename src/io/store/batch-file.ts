// The batches that are out, in a file of the store's folder.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { KEPT_DAYS, type BatchJournal, type BatchRecord } from '../../models/batch/batch-journal.ts';
import { isPlainId } from '../../models/batch/batch-protocol.ts';
import { replaceFile } from './bank-file.ts';

const DAY_MS = 86_400_000;

const File = z.strictObject({
  schema: z.literal('spec-gate/batches@1'),
  batches: z.array(
    z.strictObject({
      server: z.string(),
      batch: z.string().refine(isPlainId),
      model: z.string(),
      at: z.iso.datetime(),
      items: z.record(z.string(), z.string()),
    }),
  ),
});

/** A file that is none of ours is as if it were not there: its batches are then asked anew. */
export function openBatchFile(folder: string, now: () => number): BatchJournal {
  const path = join(folder, 'batches.json');
  const read = (): readonly BatchRecord[] => {
    if (!existsSync(path)) return [];
    try {
      const { batches } = File.parse(JSON.parse(readFileSync(path, 'utf8')));
      return batches.filter(({ at }) => now() - Date.parse(at) < KEPT_DAYS * DAY_MS);
    } catch {
      return [];
    }
  };
  const write = (batches: readonly BatchRecord[]): void => {
    replaceFile(path, `${JSON.stringify({ schema: 'spec-gate/batches@1', batches })}\n`);
  };
  return {
    read,
    add: (record) => write([...read(), record]),
    remove: ({ server, batch }) => write(read().filter((one) => one.server !== server || one.batch !== batch)),
  };
}
