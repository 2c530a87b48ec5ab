// What a process put into the store itself: where it lies in the process's own segment, and the last of it at hand. Scoring a
// large bank puts millions of answers, and looks at most of them only once.
import type { Signer } from '../../core/signer.ts';
import { readAnswerLine } from '../../evaluation/answer-record.ts';
import type { StoredAnswer } from '../../evaluation/store.ts';
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

/** `read` gives the segment's file. */
export function createPutAnswers(read: () => number | undefined, signer: Signer | undefined): PutAnswers {
  const places = createPlaces();
  const recent = new Map<string, { readonly answer: StoredAnswer; readonly bytes: number }>();
  let room = MOST_BYTES;
  return {
    add: (key, answer, place) => {
      places.set(key, place);
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
      const place = places.get(key);
      const file = read();
      if (place === undefined || file === undefined) return undefined;
      const line = Buffer.alloc(place.bytes);
      if (readAt(file, line, place.offset) < line.length) return undefined;
      const record = readAnswerLine(line.toString('utf8'), signer);
      return record.status === 'answer' && record.key === key ? record.answer : undefined;
    },
  };
}

/** Words of a place: the first half of the key four, offset two, length one. */
const WORDS = 7;
/** Share of slots in use beyond which there are made twice as many. */
const FULLEST = 0.6;

/** Places by key in some forty bytes each: an open-addressing table of their numbers, which count from 1 there. */
function createPlaces(): {
  readonly set: (key: string, place: PutPlace) => void;
  readonly get: (key: string) => PutPlace | undefined;
} {
  let words = new Uint32Array(64 * WORDS);
  let slots = new Int32Array(128);
  let count = 0;
  const isAt = (number: number, key: readonly number[]): boolean =>
    key.every((word, index) => words[(number - 1) * WORDS + index] === word);
  const slotOf = (key: readonly number[]): number => {
    let slot = key[0]! & (slots.length - 1);
    while (slots[slot] !== 0 && !isAt(slots[slot]!, key)) slot = (slot + 1) & (slots.length - 1);
    return slot;
  };
  const grow = (): void => {
    if ((count + 1) * WORDS > words.length) words = withRoom(words);
    if (count + 1 <= FULLEST * slots.length) return;
    slots = new Int32Array(2 * slots.length);
    for (let number = 1; number <= count; number += 1) {
      slots[slotOf([...words.subarray((number - 1) * WORDS, (number - 1) * WORDS + 4)])] = number;
    }
  };
  return {
    set: (key, { offset, bytes }) => {
      grow();
      const parts = wordsOf(key);
      const slot = slotOf(parts);
      if (slots[slot] === 0) slots[slot] = count += 1;
      words.set([...parts, offset % 2 ** 32, Math.floor(offset / 2 ** 32), bytes], (slots[slot]! - 1) * WORDS);
    },
    get: (key) => {
      const number = slots[slotOf(wordsOf(key))]!;
      if (number === 0) return undefined;
      const [low, high, bytes] = words.subarray((number - 1) * WORDS + 4, number * WORDS);
      return { offset: low! + high! * 2 ** 32, bytes: bytes! };
    },
  };
}

function withRoom(words: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(2 * words.length);
  more.set(words);
  return more;
}

/** The first half of a key, as numbers. */
function wordsOf(key: string): readonly number[] {
  return [0, 8, 16, 24].map((at) => Number.parseInt(key.slice(at, at + 8), 16));
}
