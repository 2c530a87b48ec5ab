// A local file as bytes that are read in ranges and never whole.
import { closeSync, openSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { ByteSource } from '../core/byte-source.ts';
import { UserError } from '../core/errors.ts';
import { nearestName } from '../core/nearest-name.ts';
import { whereDefined } from '../core/where-defined.ts';
import { readAt } from './read-at.ts';
import { keepHeapTight } from './tight-heap.ts';
import { unpackGzip } from './unpack-gzip.ts';

/** A byte source that has to be closed. */
export interface OpenFile extends ByteSource {
  close(): Promise<void>;
}

/** Larger files are read piece by piece and never held in memory. */
const LARGE = 64 * 1024 * 1024;

/** Bytes read at once when lines are read again one after another: those that follow are likely to be asked for next. */
const READ_AHEAD = 1 << 18;

/**
 * Reads parts of a file again after it was read once, at any time and in any order. The file is opened for each read, so that
 * nothing stays open; the bytes last read stay at hand. @throws UserError where they are not there any more.
 */
export function openAgain(path: string, name: string): (place: { offset: number; bytes: number }) => string {
  let begin = 0;
  let held = 0;
  let buffer = Buffer.alloc(0);
  return ({ offset, bytes }) => {
    if (offset < begin || offset + bytes > begin + held) {
      const isNext = offset >= begin && offset <= begin + Math.max(held, READ_AHEAD);
      if (buffer.length < bytes) buffer = Buffer.alloc(Math.max(bytes, READ_AHEAD));
      held = readPart(path, offset, isNext ? buffer : buffer.subarray(0, bytes));
      begin = offset;
    }
    if (offset + bytes > begin + held) {
      throw new UserError({ message: 'became shorter while it was read', place: { file: name } });
    }
    return buffer.toString('utf8', offset - begin, offset - begin + bytes);
  };
}

/** Fills the buffer from `offset`, as far as the file goes; gives how many bytes there were. */
function readPart(path: string, offset: number, buffer: Buffer): number {
  const file = openSync(path, 'r');
  try {
    return readAt(file, buffer, offset);
  } finally {
    closeSync(file);
  }
}

/** Opens a file under the name people know it by. @throws UserError where there is none, or it is a Git LFS pointer. */
export async function openFile(path: string, name: string = path): Promise<OpenFile> {
  const fail = (message: string, hint?: string): never => {
    throw new UserError({ message, ...whereDefined({ hint }), place: { file: name } });
  };
  const stats = await stat(path).catch(async () => fail('no such file', await whichFile(path)));
  if (stats.isDirectory()) fail('a folder; name the files in it');
  if (!stats.isFile()) fail('not a regular file');
  const file = await open(path, 'r');
  const source: OpenFile = {
    name,
    byteLength: stats.size,
    async slice(start, end = stats.size) {
      if (stats.size > LARGE) keepHeapTight();
      const buffer = new ArrayBuffer(end - start);
      let done = 0;
      while (done < buffer.byteLength) {
        const { bytesRead } = await file.read(new Uint8Array(buffer), done, buffer.byteLength - done, start + done);
        if (bytesRead === 0) fail('became shorter while it was read');
        done += bytesRead;
      }
      return buffer;
    },
    close: () => file.close(),
  };
  try {
    await refusePointer(source);
    return await unpackGzip(source);
  } catch (error) {
    await source.close();
    throw error;
  }
}

/** Of the files beside it the one that was probably meant. */
async function whichFile(path: string): Promise<string> {
  const beside = await readdir(dirname(path)).catch(() => []);
  const near = nearestName(basename(path), beside);
  return near === undefined ? 'the name is read from the folder that the command is run in' : `did you mean ${near}?`;
}

const POINTER = 'version https://git-lfs.github.com/spec/';

/** @throws UserError where the source is the pointer that a checkout without Git LFS has in a file's place. */
export async function refusePointer(source: ByteSource): Promise<void> {
  const begin = await source.slice(0, Math.min(POINTER.length, source.byteLength));
  if (Buffer.from(begin).toString('latin1') !== POINTER) return;
  throw new UserError({
    message: 'a Git LFS pointer, not the file itself',
    hint: 'Fetch it with git lfs pull, then try again.',
    place: { file: source.name },
  });
}
