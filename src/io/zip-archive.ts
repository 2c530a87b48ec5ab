// The entries of a zip archive, one at a time; Inspect's .eval logs are such archives.
import { Readable } from 'node:stream';
import { inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import type { ByteSource } from '../core/byte-source.ts';
import { UserError } from '../core/errors.ts';

export interface ZipArchive {
  readonly names: readonly string[];
  /** An entry's bytes. @throws UserError where it is damaged, encrypted or too large. */
  read(name: string): Promise<Uint8Array>;
}

/** Bytes of one entry, unpacked: what has to be in memory at once. */
const LARGEST_ENTRY = 256 * 1024 * 1024;
const MOST_ENTRIES = 1_000_000;
const STORED = 0;
const DEFLATED = 8;
/** Zstandard; newer Inspect versions write it, and few zip readers know it. */
const ZSTANDARD = 93;

/** Whether the bytes begin as a zip archive does. */
export async function isZip(source: ByteSource): Promise<boolean> {
  const [first, second] = new Uint8Array(await source.slice(0, Math.min(2, source.byteLength)));
  return first === 0x50 && second === 0x4b;
}

/** @throws UserError where it is no whole archive. */
export async function openZip(source: ByteSource): Promise<ZipArchive> {
  const fail = (message: string): never => {
    throw new UserError({ message, place: { file: source.name } });
  };
  const damaged = (error: unknown): never =>
    fail(`a damaged archive: ${error instanceof Error ? error.message : String(error)}`);
  const zip = await openReader(source).catch(damaged);
  if (zip.entryCount > MOST_ENTRIES) fail(`more than ${MOST_ENTRIES} entries`);
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  } catch (error) {
    damaged(error);
  }
  const unpack = await loadUnpackers();
  return {
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name) ?? fail(`${name}: no such entry`);
      if (entry.isEncrypted()) fail(`${name}: encrypted`);
      if (Math.max(entry.compressedSize, entry.uncompressedSize) > LARGEST_ENTRY) {
        fail(`${name}: larger than ${LARGEST_ENTRY / 1024 / 1024} MB`);
      }
      const way =
        unpack.get(entry.compressionMethod) ??
        fail(`${name}: compressed in an unknown way (${entry.compressionMethod})`);
      try {
        const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
        const packed = new Uint8Array(await source.slice(fileDataStart, fileDataStart + entry.compressedSize));
        return way(packed, entry.uncompressedSize);
      } catch (error) {
        if (error instanceof UserError) throw error;
        return fail(`${name}: damaged (${error instanceof Error ? error.message : String(error)})`);
      }
    },
  };
}

type Unpack = (packed: Uint8Array, length: number) => Uint8Array;

async function loadUnpackers(): Promise<ReadonlyMap<number, Unpack>> {
  const { decompressZstd } = await import('hyparquet-compressors');
  return new Map<number, Unpack>([
    [STORED, (packed) => packed],
    // Never more than the archive says: an entry that unpacks to more is damaged or hostile.
    [DEFLATED, (packed, length) => inflateRawSync(packed, { maxOutputLength: Math.max(1, length) })],
    [ZSTANDARD, (packed, length) => decompressZstd(packed, new Uint8Array(length))],
  ]);
}

async function openReader(source: ByteSource): Promise<ZipFile> {
  const { RandomAccessReader, fromRandomAccessReaderPromise } = await import('yauzl');
  /** The library asks for a class of its own; this one reads from the source. */
  class SourceReader extends RandomAccessReader {
    override _readStreamForRange(start: number, end: number): Readable {
      return Readable.from(
        (async function* (): AsyncGenerator<Buffer> {
          yield Buffer.from(await source.slice(start, end));
        })(),
        { objectMode: false },
      );
    }
  }
  return fromRandomAccessReaderPromise(new SourceReader(), source.byteLength, {
    lazyEntries: true,
    autoClose: false,
    // Names are looked up, never used as paths.
    strictFileNames: false,
  });
}
