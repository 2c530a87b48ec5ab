// Bytes to import from: the only thing an import knows of the outside world, and text read from them piece by piece.
import { UserError } from './errors.ts';

/** Part of a file, wherever it lies. `slice` gives exactly the bytes from `start` to before `end`, or throws. */
export interface ByteSource {
  /** The path or address shown to people. */
  readonly name: string;
  readonly byteLength: number;
  slice(start: number, end?: number): Promise<ArrayBuffer>;
  /** The content where it is packed (gzip) and the bytes are not it. */
  unpacked?(): AsyncIterable<Uint8Array>;
}

const CHUNK = 1 << 20;

/** The source's text in pieces of at most a mebibyte; a byte-order mark is dropped. @throws UserError if it is not UTF-8. */
export async function* readText(source: ByteSource): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: ArrayBuffer | Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new UserError({ message: 'not valid UTF-8', hint: 'Save it as UTF-8.', place: { file: source.name } });
    }
  };
  if (source.unpacked !== undefined) {
    for await (const bytes of source.unpacked()) yield decode(bytes);
    yield decode();
    return;
  }
  for (let start = 0; start < source.byteLength; start += CHUNK) {
    const bytes = await source.slice(start, Math.min(start + CHUNK, source.byteLength));
    yield decode(bytes);
  }
  yield decode();
}

export interface TextLine {
  /** Counts from 1. */
  readonly number: number;
  /** Without its end; cut at `longest` characters. */
  readonly text: string;
  /** Its true length in characters. */
  readonly length: number;
}

/** Lines ending in LF or CRLF. A line keeps at most `longest` characters in memory, however long it is. */
export async function* readLines(source: ByteSource, longest: number): AsyncGenerator<TextLine> {
  let number = 1;
  let kept = '';
  let length = 0;
  const finish = (): TextLine => {
    const text = kept.endsWith('\r') ? kept.slice(0, -1) : kept;
    return { number, text, length };
  };
  for await (const piece of readText(source)) {
    let start = 0;
    for (;;) {
      const end = piece.indexOf('\n', start);
      const part = piece.slice(start, end === -1 ? undefined : end);
      length += part.length;
      if (kept.length <= longest) kept += part.slice(0, longest + 1 - kept.length);
      if (end === -1) break;
      yield finish();
      [number, kept, length, start] = [number + 1, '', 0, end + 1];
    }
  }
  if (length > 0) yield finish();
}
