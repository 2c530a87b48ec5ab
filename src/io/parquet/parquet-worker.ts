// Reads a Parquet file in a thread of its own: a broken file can keep its reader busy for ever, and only a thread can be ended.
import { parentPort } from 'node:worker_threads';
import { parquetMetadataAsync, parquetReadObjects, parquetSchema, type FileMetaData } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { FromReader, RowGroup, ToReader } from './parquet-messages.ts';

/** Rows handed over at once: few enough that they fit twice beside their group. */
const BATCH = 500;

const port = parentPort!;
const waiting = new Map<number, (bytes: ArrayBuffer) => void>();
let slices = 0;
let metadata: FileMetaData | undefined;
let byteLength = 0;
let rows: readonly Readonly<Record<string, unknown>>[] = [];
let sent = 0;

function say(message: FromReader): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  port.postMessage(message);
}

function slice(start: number, end: number | undefined): Promise<ArrayBuffer> {
  slices += 1;
  const id = slices;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    say({ kind: 'slice', id, start, end: end ?? byteLength });
  });
}

async function open(length: number): Promise<void> {
  byteLength = length;
  metadata = await parquetMetadataAsync({ byteLength, slice });
  const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
  const groups = metadata.row_groups.map((group): RowGroup => {
    const bytes = new Map<string, number>();
    for (const { meta_data: meta } of group.columns) {
      const name = meta?.path_in_schema[0] ?? '';
      bytes.set(name, (bytes.get(name) ?? 0) + Number(meta?.total_uncompressed_size ?? 0));
    }
    return { rows: Number(group.num_rows), bytes: Object.fromEntries(bytes) };
  });
  say({ kind: 'opened', columns, groups });
}

async function read(group: number, columns: readonly string[]): Promise<void> {
  const before = metadata!.row_groups.slice(0, group).reduce((total, { num_rows: count }) => total + Number(count), 0);
  const rowEnd = before + Number(metadata!.row_groups[group]!.num_rows);
  const file = { byteLength, slice };
  const options = { file, metadata: metadata!, columns: [...columns], compressors, rowStart: before, rowEnd };
  rows = await parquetReadObjects(options);
  sent = 0;
  next();
}

function next(): void {
  const batch = rows.slice(sent, sent + BATCH);
  sent += batch.length;
  const last = sent >= rows.length;
  if (last) rows = [];
  say({ kind: 'rows', rows: batch, last });
}

async function answer(message: ToReader): Promise<void> {
  switch (message.kind) {
    case 'open':
      return open(message.byteLength);
    case 'read':
      return read(message.group, message.columns);
    case 'next':
      return next();
    case 'bytes':
      waiting.get(message.id)?.(message.bytes);
      waiting.delete(message.id);
  }
}

port.on('message', (message: ToReader) => {
  answer(message).catch((error: unknown) => {
    say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  });
});
say({ kind: 'ready' });
