// A store's folder and an object store brought together, as folders are: what one lacks it gets, and nothing is overwritten.
import { createWriteStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createConcurrency } from '../../core/concurrency.ts';
import { makeFolder } from '../make-folder.ts';
import { isSegmentName, LARGEST_SEGMENT } from '../store/segment-name.ts';
import { dropPruned, readPruned } from '../store/pruned-files.ts';
import { isPrunedFile } from '../store/side-file.ts';
import { explainStoreRefusal } from './explain-refusal.ts';
import type { ObjectFolder, StoredObject } from './object-folder.ts';

/** Requests at once. */
const AT_ONCE = 8;
/** Times an object is asked for where its bytes break off, and how long they may stay away. */
const ATTEMPTS = 3;
const MOST_SILENCE_MS = 60_000;
/** Bytes of one object: a longer segment is sent in pieces, so that none has to be held whole. */
const PIECE = 64 * 1024 * 1024;
const NEWLINE = 0x0a;

/**
 * Copies the objects that the folder lacks into it; gives back how many. Objects whose name is not a segment's are left
 * alone, and so are those that were pruned; copies of these go.
 */
export async function fetchSegments(
  objects: ObjectFolder,
  folder: string,
  mostSilenceMs: number = MOST_SILENCE_MS,
): Promise<number> {
  const here = await sizesOf(folder);
  const wanted = (await objects.list()).filter(
    ({ name, size }) => isSegmentName(name) && size <= LARGEST_SEGMENT && !isHere(here, name, size),
  );
  if (wanted.length > 0) makeFolder(folder);
  // First which files were pruned, then the others without these.
  const notes = wanted.filter(({ name }) => isPrunedFile(name));
  await fetchAll(objects, folder, notes, mostSilenceMs);
  dropPruned(folder);
  const isPruned = readPruned([folder]);
  const others = wanted.filter(({ name }) => !isPrunedFile(name) && !isPruned(name));
  await fetchAll(objects, folder, others, mostSilenceMs);
  return notes.length + others.length;
}

async function fetchAll(
  objects: ObjectFolder,
  folder: string,
  wanted: readonly StoredObject[],
  mostSilenceMs: number,
): Promise<void> {
  const places = createConcurrency({ max: AT_ONCE });
  await Promise.all(
    wanted.map((object) =>
      places.run(() => fetchOne(objects, { ...object, path: join(folder, object.name), mostSilenceMs })),
    ),
  );
}

/** A transfer that breaks off is begun again: what is not whole would never be fetched again once it had its name. */
async function fetchOne(
  objects: ObjectFolder,
  { name, size, path, mostSilenceMs }: StoredObject & { readonly path: string; readonly mostSilenceMs: number },
): Promise<void> {
  const torn = `${path}.${process.pid}.tmp`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const found = await objects.read(name);
      if (found === undefined) return;
      const bytes = endSilence(found, name, mostSilenceMs);
      await pipeline(Readable.from(bytes), createWriteStream(torn, { flags: 'wx' }));
      const came = (await stat(torn)).size;
      if (came !== size) throw new Error(`${name} broke off after ${came} of ${size} bytes`);
      await rename(torn, path);
      return;
    } catch (error) {
      if (attempt >= ATTEMPTS || isRefused(error)) throw error;
    } finally {
      await rm(torn, { force: true });
    }
  }
}

/** What the server will refuse again. */
function isRefused(error: unknown): boolean {
  const { $metadata } = error as { readonly $metadata?: { readonly httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode ?? 0;
  return status >= 400 && status < 500;
}

/** The same bytes; ends with an error where none come for so long. */
async function* endSilence(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  mostSilenceMs: number,
): AsyncGenerator<Uint8Array> {
  const pieces = bytes[Symbol.asyncIterator]();
  for (;;) {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      const told = new Error(`${name}: nothing came for ${mostSilenceMs / 1000} seconds`);
      timer = setTimeout(() => reject(told), mostSilenceMs);
    });
    try {
      const next = await Promise.race([pieces.next(), silence]);
      if (next.done === true) return;
      yield next.value;
    } catch (error) {
      // A stream that is silent would answer to this as late as to the rest.
      void Promise.resolve(pieces.return?.()).catch(() => {});
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}

/**
 * Deletes the objects that the folder's notes say were pruned. Gives back why they are still there, in words, where the server does
 * not delete: nobody fetches them any more.
 */
export async function removeFromObjects(objects: ObjectFolder, folder: string): Promise<string | undefined> {
  if (![...(await sizesOf(folder)).keys()].some(isPrunedFile)) return undefined;
  const isPruned = readPruned([folder]);
  const places = createConcurrency({ max: AT_ONCE });
  try {
    const gone = (await objects.list()).filter(({ name }) => isPruned(name));
    await Promise.all(gone.map(({ name }) => places.run(() => objects.remove(name))));
    return undefined;
  } catch (error) {
    return `pruned nights were not deleted, and are not fetched any more: ${explainStoreRefusal(error, objects.address)}`;
  }
}

/** Sends what the objects lack of the folder's segments, whole lines of each; gives back how many objects were written. */
export async function sendSegments(objects: ObjectFolder, folder: string): Promise<number> {
  const here = await sizesOf(folder);
  if (here.size === 0) return 0;
  const there = new Map((await objects.list()).map(({ name, size }) => [name, size]));
  const places = createConcurrency({ max: AT_ONCE });
  const sent = await Promise.all(
    [...here].map(([name, size]) =>
      places.run(() => sendOne(objects, { path: join(folder, name), name, size, there })),
    ),
  );
  return sent.reduce((sum, pieces) => sum + pieces, 0);
}

async function sendOne(
  objects: ObjectFolder,
  segment: {
    readonly path: string;
    readonly name: string;
    readonly size: number;
    readonly there: ReadonlyMap<string, number>;
  },
): Promise<number> {
  const { path, name, size, there } = segment;
  let from = 0;
  for (let sent = there.get(name); sent !== undefined && sent > 0; sent = there.get(pieceName(name, from)))
    from += sent;
  if (from >= size) return 0;
  const file = await open(path);
  let written = 0;
  try {
    while (from < size) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(PIECE, size - from)), { position: from });
      // A line that is torn, or still being written, is sent once it is whole; one longer than a piece is no record.
      const lines = buffer.subarray(0, buffer.subarray(0, bytesRead).lastIndexOf(NEWLINE) + 1);
      if (lines.length === 0) break;
      if ((await objects.writeNew(pieceName(name, from), lines)) === 'written') written += 1;
      from += lines.length;
    }
  } finally {
    await file.close();
  }
  return written;
}

/** What follows byte `from` of a segment, which had grown since its beginning was sent, is an object of its own. */
function pieceName(name: string, from: number): string {
  return from === 0 ? name : name.replace(/(?:\.[a-z]+)?\.jsonl$/, (end) => `.from-${from}${end}`);
}

/** Whether the folder has an object: under its name, or as a piece of the segment it was sent from. */
function isHere(here: ReadonlyMap<string, number>, name: string, size: number): boolean {
  if (here.has(name)) return true;
  const [, from] = /\.from-(\d+)(?:\.[a-z]+)?\.jsonl$/.exec(name) ?? [];
  if (from === undefined) return false;
  return (here.get(name.replace(`.from-${from}`, '')) ?? 0) >= Number(from) + size;
}

/** Bytes of the segments of a folder, by name; of none where there is no folder. */
async function sizesOf(folder: string): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  for (const entry of entries) {
    if (entry.isFile() && isSegmentName(entry.name)) sizes.set(entry.name, (await stat(join(folder, entry.name))).size);
  }
  return sizes;
}
