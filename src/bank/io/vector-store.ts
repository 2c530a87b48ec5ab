// Embedding vectors on disk: append-only binary segments, one per process, in one folder for each endpoint and model.
import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { sha256 } from '../../core/canonical-json.ts';
import type { VectorStore } from '../care/embedding-measure.ts';
import { makeFolder } from '../../io/make-folder.ts';

export interface VectorFolder extends VectorStore {
  readonly size: () => number;
  /** Records that did not check out on reading; each is a miss, to be asked for again. */
  readonly unreadable: () => number;
  readonly close: () => void;
}

export interface VectorFolderOptions {
  /** The folder of all vectors. */
  readonly folder: string;
  readonly origin: string;
  readonly model: string;
  readonly now: Date;
  /** A segment of more bytes is closed and another one begun: a gibibyte unless given, since Node reads no file above two. */
  readonly segmentBytes?: number;
}

// A record: 32 bytes of key (SHA-256), 4 of the number of dimensions, 8 of checksum, then the numbers as little-endian
// single floats. What follows a torn record in a segment is not read.
const HEADER = 32 + 4 + 8;
/** Numbers of one vector; a longer one would be read back as a torn record. */
export const MOST_DIMENSIONS = 65_536;

/** Opens the vectors of one model. Nothing is written before the first `put`; every `put` is on its way to the disk at once. */
export function openVectorFolder({
  folder,
  origin,
  model,
  now,
  segmentBytes = 2 ** 30,
}: VectorFolderOptions): VectorFolder {
  const own = join(folder, sha256(`${origin}\n${model}`).slice(0, 16));
  const vectors = new Map<string, Float32Array>();
  let unreadable = 0;
  for (const name of listSegments(own)) {
    unreadable += readSegment(readFileSync(join(own, name)), (key, vector) => void vectors.set(key, vector));
  }
  let file: number | undefined;
  let written = 0;
  const close = (): void => {
    if (file !== undefined) closeSync(file);
    [file, written] = [undefined, 0];
  };
  const open = (): number => {
    makeFolder(own);
    const time = now.toISOString().replaceAll(/[-:.]/g, '');
    return openSync(join(own, `${time}-${randomBytes(4).toString('hex')}.vectors`), 'ax');
  };
  return {
    get: (key) => vectors.get(key),
    put: (key, vector) => {
      file ??= open();
      written += writeSync(file, writeRecord(key, vector));
      vectors.set(key, vector);
      if (written > segmentBytes) close();
      return Promise.resolve();
    },
    size: () => vectors.size,
    unreadable: () => unreadable,
    close,
  };
}

function writeRecord(key: string, vector: Float32Array): Buffer {
  const record = Buffer.alloc(HEADER + vector.length * 4);
  record.write(key, 0, 'hex');
  record.writeUInt32LE(vector.length, 32);
  for (const [index, value] of vector.entries()) record.writeFloatLE(value, HEADER + index * 4);
  checksumOf(record).copy(record, 36);
  return record;
}

/** Hands over every whole record; gives the number of those that are not. */
function readSegment(bytes: Buffer, keep: (key: string, vector: Float32Array) => void): number {
  let bad = 0;
  let at = 0;
  while (at < bytes.length) {
    const dimensions = at + HEADER <= bytes.length ? bytes.readUInt32LE(at + 32) : Infinity;
    const end = at + HEADER + dimensions * 4;
    if (dimensions > MOST_DIMENSIONS || end > bytes.length) return bad + 1;
    const record = bytes.subarray(at, end);
    if (checksumOf(record).equals(record.subarray(36, HEADER)))
      keep(record.toString('hex', 0, 32), readNumbers(record));
    else bad += 1;
    at = end;
  }
  return bad;
}

function readNumbers(record: Buffer): Float32Array {
  const vector = new Float32Array((record.length - HEADER) / 4);
  for (let index = 0; index < vector.length; index += 1) vector[index] = record.readFloatLE(HEADER + index * 4);
  return vector;
}

function checksumOf(record: Buffer): Buffer {
  const hash = createHash('sha256').update(record.subarray(0, 36)).update(record.subarray(HEADER));
  return hash.digest().subarray(0, 8);
}

/** Oldest first: names begin with their time. */
function listSegments(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.vectors'))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
