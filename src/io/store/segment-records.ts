// Where each record of a segment lies, in 48 bytes: what a store keeps in memory instead of its answers, and writes beside the segment.
import type { StoredAnswer } from '../../evaluation/store.ts';

/** Bytes: the first half of the key 16, offset 8, length 4, flags 4, time paid 8, dollars 8. */
export const RECORD_BYTES = 48;
const ATTEMPT = 1;
const PAID = 2;

/** Writes record number `index` (48 bytes) into the buffer; `key` is a SHA-256 in hex, of which half is kept. */
export function writeRecord(
  into: Buffer,
  index: number,
  { key, offset, bytes, answer }: { key: string; offset: number; bytes: number; answer: StoredAnswer },
): void {
  const at = index * RECORD_BYTES;
  const { paid, attempt } = answer;
  into.write(key.slice(0, 32), at, 'hex');
  into.writeDoubleLE(offset, at + 16);
  into.writeUInt32LE(bytes, at + 24);
  into.writeUInt32LE((attempt === true ? ATTEMPT : 0) | (paid === undefined ? 0 : PAID), at + 28);
  into.writeDoubleLE(paid === undefined ? 0 : Date.parse(paid.at), at + 32);
  into.writeDoubleLE(typeof paid?.usd === 'number' ? paid.usd : 0, at + 40);
}

/** The records of several segments, numbered on from one to the next. */
export interface RecordList {
  readonly count: number;
  /** A number that equal keys share. */
  readonly hashOf: (record: number) => number;
  readonly isSameKey: (record: number, other: number) => boolean;
  readonly isAttempt: (record: number) => boolean;
  /** Milliseconds since 1970; undefined where it does not say what it cost. */
  readonly paidAt: (record: number) => number | undefined;
  /** US dollars; 0 where the price is unknown. */
  readonly usdOf: (record: number) => number;
  readonly placeOf: (record: number) => { readonly segment: number; readonly offset: number; readonly bytes: number };
  /** Where a record of this key would come, as if it were the one after the last: what `hashOf` and `isSameKey` then take. */
  readonly ask: (key: string) => number;
}

/** All segments as one list, in their order, which is searched without unpacking it. */
export function joinRecords(segments: readonly Buffer[]): RecordList {
  const bytes = segments.reduce((sum, { length }) => sum + length, 0);
  // One place behind the last holds the key that is asked for.
  const all = Buffer.from(new ArrayBuffer(bytes + RECORD_BYTES));
  const ends: number[] = [];
  let end = 0;
  for (const records of segments) {
    records.copy(all, end);
    end += records.length;
    ends.push(end / RECORD_BYTES);
  }
  const words = new Uint32Array(all.buffer);
  const numbers = new Float64Array(all.buffer);
  const count = bytes / RECORD_BYTES;
  return {
    count,
    hashOf: (record) => words[12 * record]!,
    isSameKey: (record, other) => {
      const [one, two] = [12 * record, 12 * other];
      return (
        words[one] === words[two] &&
        words[one + 1] === words[two + 1] &&
        words[one + 2] === words[two + 2] &&
        words[one + 3] === words[two + 3]
      );
    },
    isAttempt: (record) => (words[12 * record + 7]! & ATTEMPT) !== 0,
    paidAt: (record) => ((words[12 * record + 7]! & PAID) === 0 ? undefined : numbers[6 * record + 4]!),
    usdOf: (record) => numbers[6 * record + 5]!,
    placeOf: (record) => ({
      segment: ends.findIndex((past) => record < past),
      offset: numbers[6 * record + 2]!,
      bytes: words[12 * record + 6]!,
    }),
    ask: (key) => {
      all.write(key.slice(0, 32), bytes, 'hex');
      return count;
    },
  };
}
