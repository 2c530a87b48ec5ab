// What a process put into the store itself: where it lies in the process's own segment, and the last of it at hand. Scoring a
// large bank puts millions of answers, and looks at most of them only once.
import type { Signer } from '../../core/signer.ts';
import { readAnswerLine } from '../../evaluation/answer-record.ts';
import type { StoredAnswer } from '../../evaluation/store.ts';
import { createSpooledPostings } from '../posting-spool.ts';
import { readAt } from '../read-at.ts';

/** A line that was written whole. */
export interface PutPlace {
  readonly offset: number;
  readonly bytes: number;
}

export interface PutAnswers {
  readonly add: (key: string, answer: StoredAnswer, place: PutPlace) => void;
  /** Undefined also where the file does not hold it any more. */
  readonly get: (key: string) => StoredAnswer | undefined;
}

/** Bytes of lines whose answers stay at hand: what a usual check puts. */
const MOST_BYTES = 16 * 1024 * 1024;

/** A place is remembered by which stretch of so many bytes it lies in. A line that holds a key is longer than that. */
const STRETCH = 64;

/** Bytes read at once: most lines are shorter. */
const PIECE = 4096;

/** `read` gives the segment's file. Memory beside what stays at hand: some fourteen bytes an answer, up to 12 MiB. */
export function createPutAnswers(read: () => number | undefined, signer: Signer | undefined): PutAnswers {
  const stretches = createSpooledPostings();
  const recent = new Map<string, { readonly answer: StoredAnswer; readonly bytes: number }>();
  let room = MOST_BYTES;
  return {
    add: (key, answer, place) => {
      stretches.add(numberOf(key), Math.floor(place.offset / STRETCH));
      recent.set(key, { answer, bytes: place.bytes });
      room -= place.bytes;
      for (const [oldest, { bytes }] of recent) {
        if (room >= 0) break;
        recent.delete(oldest);
        room += bytes;
      }
    },
    get: (key) => {
      const known = recent.get(key);
      if (known !== undefined) return known.answer;
      const file = read();
      if (file === undefined) return undefined;
      for (const stretch of stretches.under(numberOf(key))) {
        for (const line of linesFrom(file, stretch * STRETCH)) {
          const record = readAnswerLine(line, signer);
          if (record.status === 'answer' && record.key === key) return record.answer;
        }
      }
      return undefined;
    },
  };
}

/** The lines that begin in a stretch: one, or a torn one before it. */
function* linesFrom(file: number, stretch: number): Generator<string> {
  // The byte before it tells whether its first one begins a line.
  const from = Math.max(0, stretch - 1);
  let text = readPart(file, from, PIECE);
  let start = stretch === 0 ? 0 : text.indexOf(LF) + 1;
  if (start === 0 && stretch > 0) return;
  while (from + start < stretch + STRETCH) {
    let end = text.indexOf(LF, start);
    while (end === -1) {
      const longer = readPart(file, from, 2 * text.length);
      if (longer.length === text.length) return;
      text = longer;
      end = text.indexOf(LF, start);
    }
    yield text.toString('utf8', start, end);
    start = end + 1;
  }
}

const LF = 10;

function readPart(file: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readAt(file, bytes, from));
}

/** The first 52 bits of a key. */
function numberOf(key: string): number {
  return Number.parseInt(key.slice(0, 13), 16);
}
