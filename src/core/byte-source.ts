// Bytes to import from: the only thing an import knows of the outside world, and text read from them piece by piece.
import { isUtf8 } from 'node:buffer';
import { UserError } from './errors.ts';

/** Part of a file, wherever it lies. `slice` gives exactly the bytes from `start` to before `end`, or throws. */
export interface ByteSource {
  /** The path or address shown to people. */
  readonly name: string;
  readonly byteLength: number;
  slice(start: number, end?: number): Promise<ArrayBuffer>;
  /** The unpacked content of a compressed file (gzip); absent where the bytes are the content. */
  unpacked?(): AsyncIterable<Uint8Array>;
}

const CHUNK = 1 << 20;

/**
 * The source's bytes in pieces of at most a mebibyte; a compressed source is unpacked. @throws UserError for UTF-16: without a
 * byte-order mark it may well be valid UTF-8, too, with a NUL behind every letter.
 */
async function* readPieces(source: ByteSource): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const piece of piecesOf(source)) {
    if (isFirst && isUtf16(piece)) {
      const hint = 'Save it as UTF-8 (of a spreadsheet: "CSV UTF-8"), or turn it into that: iconv -f UTF-16 -t UTF-8.';
      throw new UserError({ message: 'UTF-16, not UTF-8', hint, place: { file: source.name } });
    }
    isFirst = false;
    yield piece;
  }
}

/** By its byte-order mark, or by the NULs of a first letter that is ASCII, as every header, bracket and name is. */
function isUtf16([first, second, third, fourth]: Uint8Array): boolean {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const isNul = [first, second, third, fourth].map((byte) => byte === 0);
  return isNul.join() === 'false,true,false,true' || isNul.join() === 'true,false,true,false';
}

async function* piecesOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  if (source.unpacked !== undefined) {
    yield* source.unpacked();
    return;
  }
  for (let start = 0; start < source.byteLength; start += CHUNK) {
    yield new Uint8Array(await source.slice(start, Math.min(start + CHUNK, source.byteLength)));
  }
}

/** The source's text piece by piece; a byte-order mark is dropped. @throws UserError if it is not UTF-8. */
export async function* readText(source: ByteSource): AsyncGenerator<string> {
  const decode = createDecoder(source.name);
  for await (const bytes of readPieces(source)) yield decode(bytes);
  yield decode();
}

/** Decodes one piece after another; called without a piece, it ends the text. @throws UserError if it is not UTF-8. */
function createDecoder(file: string): (bytes?: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (bytes) => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw notUtf8({ file });
    }
  };
}

function notUtf8(place: Place): UserError {
  return new UserError({ message: 'not valid UTF-8', hint: 'Save it as UTF-8.', place });
}

export interface TextLine {
  /** Counts from 1. */
  readonly number: number;
  /** Without its end; cut at `longest` characters. */
  readonly text: string;
  /** Its true length in characters. */
  readonly length: number;
  /** Where its bytes begin, and how many they are: what reads it again from a file that is not packed. */
  readonly offset: number;
  readonly bytes: number;
}

/**
 * Lines ending in LF or CRLF; a byte-order mark is dropped. A line keeps at most about `longest` characters in memory, however
 * long it is. @throws UserError with the line that is not UTF-8.
 */
export async function* readLines(source: ByteSource, longest: number): AsyncGenerator<TextLine> {
  let number = 1;
  let offset = 0;
  let kept: Buffer[] = [];
  let size = 0;
  const open = createLineDecoder(source.name, longest);
  const finish = (): TextLine => {
    const bytes = kept.length === 1 ? kept[0]! : Buffer.concat(kept);
    const line = { number, ...open.finish(bytes, number), offset, bytes: size };
    [number, offset, kept, size] = [number + 1, offset + size + 1, [], 0];
    return line;
  };
  const add = (part: Buffer): void => {
    size += part.length;
    // A line of more bytes is too long in any script: from there on its bytes are counted and not kept.
    if (open.isLong() || size > MOST_BYTES * (longest + 1)) {
      for (const piece of [...kept, part]) open.count(piece, number);
      kept = [];
    } else kept.push(part);
  };
  for await (const piece of readPieces(source)) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    let start = 0;
    for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, start)) {
      add(bytes.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    if (start < bytes.length) add(bytes.subarray(start));
  }
  if (size > 0) yield finish();
}

const LF = 10;
/** Bytes of a UTF-16 unit in UTF-8, at most. */
const MOST_BYTES = 3;
const BYTE_ORDER_MARK = '\uFEFF';

type Place = { readonly file: string; readonly line?: number };

/** Turns the bytes of one line after another into text, those of a line too long to keep only into its beginning and length. */
function createLineDecoder(file: string, longest: number) {
  let long: { readonly decoder: TextDecoder; text: string; length: number } | undefined;
  const decodeOr = (line: number, decode: () => string): string => {
    try {
      return decode();
    } catch {
      throw notUtf8({ file, line });
    }
  };
  return {
    isLong: () => long !== undefined,
    count(bytes: Uint8Array, line: number): void {
      long ??= { decoder: new TextDecoder('utf-8', { fatal: true, ignoreBOM: line > 1 }), text: '', length: 0 };
      const { decoder } = long;
      const text = decodeOr(line, () => decoder.decode(bytes, { stream: true }));
      long.length += text.length;
      if (long.text.length <= longest) long.text += text.slice(0, longest + 1 - long.text.length);
    },
    finish(bytes: Buffer, line: number): Pick<TextLine, 'text' | 'length'> {
      if (long === undefined) {
        if (!isUtf8(bytes)) throw notUtf8({ file, line });
        const whole = bytes.toString('utf8');
        const text = line === 1 && whole.startsWith(BYTE_ORDER_MARK) ? whole.slice(1) : whole;
        return { text: cutLine(text, longest), length: text.length };
      }
      const { text, length, decoder } = long;
      decodeOr(line, () => decoder.decode());
      long = undefined;
      return { text: cutLine(text, longest), length };
    },
  };
}

function cutLine(text: string, longest: number): string {
  const cut = text.length > longest ? text.slice(0, longest + 1) : text;
  return cut.endsWith('\r') ? cut.slice(0, -1) : cut;
}
