// Postings of more entries than memory should hold: the latest in memory, the others sorted in a file for as long as the process runs.
import { createPostings, HASH_WORD, hashOf, type Postings } from '../core/postings.ts';
import { createAppender } from './appender.ts';
import { readAt } from './read-at.ts';
import { openUnnamedFile, type UnnamedFile } from './unnamed-file.ts';

/** Entries in memory: up to 12 MiB. */
const MOST_ENTRIES = 1 << 19;

const ENTRY_BYTES = 8;
/** Entries between two whose hashes are remembered: what one look into the file reads. */
const STRIDE = 64;
/** Entries read at once where two lists become one. */
const PIECE = 1 << 13;

/** Where the file cannot be written (a full disk) everything stays in memory. */
export function createSpooledPostings(mostEntries: number = MOST_ENTRIES): Postings {
  let recent = createPostings();
  let list: SortedList | undefined;
  let limit = mostEntries;
  return {
    add: (key, value) => {
      recent.add(hashOf(key), value);
      if (recent.size() < limit) return;
      try {
        const merged = mergeIntoFile(recent.sorted(), list);
        list?.close();
        list = merged;
        recent = createPostings();
      } catch {
        limit *= 2;
      }
    },
    *under(key) {
      const hash = hashOf(key);
      if (list !== undefined) yield* list.under(hash);
      yield* recent.under(hash);
    },
  };
}

/** Entries in a file, by hash. */
interface SortedList {
  readonly under: (hash: number) => readonly number[];
  readonly pieces: () => Iterable<Uint32Array>;
  readonly close: () => void;
}

/** A new list of both, in a new file. */
function mergeIntoFile(fresh: Uint32Array, earlier: SortedList | undefined): SortedList {
  const unnamed = openUnnamedFile();
  try {
    const out = createAppender(unnamed.file);
    const first: number[] = [];
    let count = 0;
    for (const entries of mergePieces(fresh, earlier?.pieces() ?? [])) {
      for (let at = (STRIDE - (count % STRIDE)) % STRIDE; 2 * at < entries.length; at += STRIDE) {
        first.push(entries[2 * at + HASH_WORD]!);
      }
      out.append(new Uint8Array(entries.buffer, entries.byteOffset, entries.byteLength));
      count += entries.length / 2;
    }
    out.flush();
    return readSorted(unnamed, { count, first: Uint32Array.from(first) });
  } catch (error) {
    unnamed.close();
    throw error;
  }
}

/** Two sorted lists as one, in pieces of any length. */
function* mergePieces(fresh: Uint32Array, earlier: Iterable<Uint32Array>): Generator<Uint32Array> {
  let next = 0;
  for (const piece of earlier) {
    // All of the fresh ones that come before the piece's last.
    const last = piece.at(HASH_WORD - 2)!;
    let end = next;
    while (end < fresh.length && fresh[end + HASH_WORD]! <= last) end += 2;
    yield mergeTwo(piece, fresh.subarray(next, end));
    next = end;
  }
  yield fresh.subarray(next);
}

function mergeTwo(a: Uint32Array, b: Uint32Array): Uint32Array {
  if (b.length === 0) return a;
  const both = new Uint32Array(a.length + b.length);
  let [i, j] = [0, 0];
  for (let at = 0; at < both.length; at += 2) {
    const isFirst = j >= b.length || (i < a.length && a[i + HASH_WORD]! <= b[j + HASH_WORD]!);
    const [from, place] = isFirst ? [a, i] : [b, j];
    both[at] = from[place]!;
    both[at + 1] = from[place + 1]!;
    if (isFirst) i += 2;
    else j += 2;
  }
  return both;
}

/** `first` has the hash of every `STRIDE`th entry, from the first one on. */
function readSorted(
  { file, close }: UnnamedFile,
  { count, first }: { readonly count: number; readonly first: Uint32Array },
): SortedList {
  const read = (start: number, into: Uint32Array): Uint32Array => {
    const entries = into.subarray(0, 2 * (count - start));
    const bytes = Buffer.from(entries.buffer, entries.byteOffset, entries.byteLength);
    if (readAt(file, bytes, start * ENTRY_BYTES) < bytes.length) throw new Error('the spool ended early');
    return entries;
  };
  // One room for all looks: what is outside of V8's heap is collected late.
  const room = new Uint32Array(2 * STRIDE);
  return {
    close,
    *pieces() {
      for (let start = 0; start < count; start += PIECE) yield read(start, new Uint32Array(2 * PIECE));
    },
    under: (hash) => {
      const values: number[] = [];
      for (let start = STRIDE * lastBelow(first, hash); start < count; start += STRIDE) {
        const entries = read(start, room);
        for (let at = 0; at < entries.length; at += 2) {
          const own = entries[at + HASH_WORD]!;
          if (own > hash) return values;
          if (own === hash) values.push(entries[at + 1 - HASH_WORD]!);
        }
      }
      return values;
    },
  };
}

/** The place of the last number that is below the given one; 0 where there is none. */
function lastBelow(ascending: Uint32Array, number: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
