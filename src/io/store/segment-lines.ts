// A segment's lines with their places, read piece by piece: a segment may be larger than any text.
import { closeSync, openSync, readSync } from 'node:fs';

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
/** No record is longer: answers are bounded by what providers send. */
const LONGEST = 64 * 1024 * 1024;

/** Lines that are not empty, from a byte on. @throws what the file system says. */
export function* readSegmentLines(path: string, from = 0): Generator<SegmentLine> {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.alloc(PIECE);
    let kept: Buffer[] = [];
    let size = 0;
    let begin = from;
    const finish = (isWhole: boolean): SegmentLine => {
      const text = size > LONGEST ? undefined : Buffer.concat(kept).toString('utf8');
      const line = { text, offset: begin, bytes: size, isWhole };
      [kept, begin, size] = [[], begin + size + (isWhole ? 1 : 0), 0];
      return line;
    };
    const add = (part: Buffer): void => {
      size += part.length;
      // The piece is read into again: what is kept of it is a copy.
      if (size > LONGEST) kept = [];
      else kept.push(Buffer.from(part));
    };
    for (let at = from; ;) {
      const read = readSync(file, piece, 0, PIECE, at);
      if (read === 0) break;
      at += read;
      let start = 0;
      for (let end = piece.indexOf(LF); end !== -1 && end < read; end = piece.indexOf(LF, start)) {
        add(piece.subarray(start, end));
        const line = finish(true);
        if (line.bytes > 0) yield line;
        start = end + 1;
      }
      if (start < read) add(piece.subarray(start, read));
    }
    if (size > 0) yield finish(false);
  } finally {
    closeSync(file);
  }
}
