// A gzip file's content piece by piece: files of a million lines are kept packed.
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ByteSource } from '../core/byte-source.ts';
import { UserError } from '../core/errors.ts';

const CHUNK = 1 << 20;

/** The source with its content unpacked where it is gzip, told by its first bytes; else as it is. */
export async function unpackGzip<S extends ByteSource>(source: S): Promise<S> {
  const [first, second] = new Uint8Array(await source.slice(0, Math.min(2, source.byteLength)));
  if (first !== 0x1f || second !== 0x8b) return source;
  return { ...source, unpacked: () => unpack(source) };
}

async function* unpack(source: ByteSource): AsyncGenerator<Uint8Array> {
  const packed = Readable.from(piecesOf(source));
  const unpacked = packed.pipe(createGunzip());
  packed.on('error', (error) => unpacked.destroy(error));
  try {
    for await (const piece of unpacked) yield piece as Uint8Array;
  } catch (error) {
    if (error instanceof UserError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError({ message: `a damaged gzip file: ${reason}`, place: { file: source.name } });
  } finally {
    packed.destroy();
  }
}

async function* piecesOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < source.byteLength; start += CHUNK) {
    yield new Uint8Array(await source.slice(start, Math.min(start + CHUNK, source.byteLength)));
  }
}
