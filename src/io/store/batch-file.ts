// The batches that are out, and the night that waits for them: files of the store's folder that are added to and never rewritten,
// so that they travel with its segments, into a cache, a branch or a bucket.
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { KEPT_DAYS, type BatchJournal, type BatchRecord } from '../../models/batch/batch-journal.ts';
import { isPlainId } from '../../models/batch/batch-protocol.ts';
import { makeFolder } from '../make-folder.ts';
import { isBatchFile } from './side-file.ts';

const DAY_MS = 86_400_000;

const Id = z.string().refine(isPlainId);
const Line = z.union([
  z.strictObject({
    out: z.strictObject({
      server: z.string(),
      batch: Id,
      model: z.string(),
      at: z.iso.datetime(),
      items: z.record(z.string(), z.string()),
    }),
  }),
  z.strictObject({ over: z.strictObject({ server: z.string(), batch: Id }) }),
  /** A night whose calls go in batches: it may end on another day than it began. */
  z.strictObject({ night: z.iso.date(), is: z.enum(['begun', 'over']), config: z.string().exactOptional() }),
]);

/** A night, of the gate whose config lies at this path in its repository. */
export interface BatchedNight {
  readonly config: string;
  readonly date: string;
}

export interface BatchFile extends BatchJournal {
  /** Dates of a config's nights that were begun in batches and are not over, in order. Several configs share a store. */
  readonly nights: (config: string) => readonly string[];
  readonly noteNight: (night: BatchedNight, is: 'begun' | 'over') => void;
}

/** Of several folders the first is written to. Lines that are none of ours are passed over: their batches are asked anew. */
export function openBatchFile(folders: readonly [string, ...string[]], now: () => number): BatchFile {
  const known = folders.flatMap(readLines);
  const append = createAppender(folders[0], now);
  const add = (line: z.output<typeof Line>): void => {
    append(`${JSON.stringify(line)}\n`);
    known.push(line);
  };
  return {
    read: () => {
      const over = new Set(known.flatMap((line) => ('over' in line ? [nameOf(line.over)] : [])));
      const out = known.flatMap((line) => ('out' in line ? [line.out] : []));
      return out.filter((record) => !over.has(nameOf(record)) && now() - Date.parse(record.at) < KEPT_DAYS * DAY_MS);
    },
    add: (record) => add({ out: record }),
    remove: ({ server, batch }) => add({ over: { server, batch } }),
    nights: (config) => {
      // Earlier versions did not say whose night it is.
      const isOwn = (line: { readonly config?: string }): boolean => (line.config ?? config) === config;
      const noted = known.flatMap((line) => ('night' in line && isOwn(line) ? [line] : []));
      const over = new Set(noted.filter(({ is }) => is === 'over').map(({ night }) => night));
      return [...new Set(noted.map(({ night }) => night))].filter((night) => !over.has(night)).sort();
    },
    noteNight: ({ config, date }, is) => add({ night: date, is, config }),
  };
}

function nameOf({ server, batch }: Pick<BatchRecord, 'server' | 'batch'>): string {
  return `${server}\n${batch}`;
}

function readLines(folder: string): readonly z.output<typeof Line>[] {
  if (!existsSync(folder)) return [];
  const lines = readdirSync(folder)
    .filter(isBatchFile)
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  return lines.flatMap((line) => {
    try {
      return [Line.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  });
}

/** Each line survives the death of this process once it is written. The file is made with the first. */
function createAppender(folder: string, now: () => number): (line: string) => void {
  let path: string | undefined;
  return (line) => {
    makeFolder(folder);
    const stamp = new Date(now()).toISOString().replaceAll(/[-:]|\.\d+/g, '');
    path ??= join(folder, `${stamp}-${randomBytes(4).toString('hex')}.batches.jsonl`);
    const file = openSync(path, 'a');
    try {
      writeSync(file, line);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  };
}
