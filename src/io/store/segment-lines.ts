// A segment's lines with their places, read piece by piece: a segment may be larger than any text.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

export interface SegmentLine {
  /** Without its end; undefined for a line that is longer than any record. */
  readonly text: string | undefined;
  readonly offset: number;
  readonly bytes: number;
  /** Whether its end is there: a line without one may still be written. */
  readonly isWhole: boolean;
}

const PIECE = 1 << 20;
const LF = 10;
const NOTHING = Buffer.alloc(0);
/** No record is longer: answers are bounded by what providers send. */
const LONGEST = 64 * 1024 * 1024;

/** Lines that are not empty, from a byte on. @throws what the file system says. */
export function* readSegmentLines(path: string, from = 0): Generator<SegmentLine> {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.allocUnsafe(Math.min(PIECE, Math.max(1, fstatSync(file).size - from)));
    // Of a line that goes on behind the piece; the piece is read into again, so what is kept of it is a copy.
    let kept: Buffer[] = [];
    let size = 0;
    let begin = from;
    const keep = (part: Buffer): void => {
      size += part.length;
      if (size > LONGEST) kept = [];
      else kept.push(Buffer.from(part));
    };
    const finish = (last: Buffer, isWhole: boolean): SegmentLine => {
      size += last.length;
      const whole = kept.length === 0 ? last : Buffer.concat([...kept, last]);
      const line = { text: size > LONGEST ? undefined : whole.toString('utf8'), offset: begin, bytes: size, isWhole };
      [kept, begin, size] = [[], begin + size + 1, 0];
      return line;
    };
    for (let at = from; ;) {
      const read = readSync(file, piece, 0, piece.length, at);
      if (read === 0) break;
      at += read;
      let start = 0;
      for (let end = piece.indexOf(LF); end !== -1 && end < read; end = piece.indexOf(LF, start)) {
        const line = finish(piece.subarray(start, end), true);
        if (line.bytes > 0) yield line;
        start = end + 1;
      }
      if (start < read) keep(piece.subarray(start, read));
    }
    if (size > 0) yield finish(NOTHING, false);
  } finally {
    closeSync(file);
  }
}
