// Numbers filed under numbers, many under one: what a search index of millions of entries is held in, at some fourteen bytes each.

export interface Postings {
  readonly add: (key: number, value: number) => void;
  /** Values under the key; rarely also one under another key, as 32 bits of keys are compared. */
  readonly under: (key: number) => Iterable<number>;
}

/** Postings that can be read out. */
export interface ListedPostings extends Postings {
  readonly size: () => number;
  /** All entries: two words each, the hash of its key and its value (`HASH_WORD` says which is which), by hash and then by value. */
  readonly sorted: () => Uint32Array<ArrayBuffer>;
}

/** Share of places in use beyond which the table grows, and by how much: less than twice, as both tables are there meanwhile. */
const FULLEST = 0.7;
const GROWTH = 1.5;

/** Which of an entry's two words is its hash: the one that a 64-bit number of this machine has as its upper half. */
export const HASH_WORD = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** An open-addressing table. Keys are whole numbers below 2^53, values below 2^32 - 1. */
export function createPostings(): ListedPostings {
  // A hash and a value one higher, as zero marks a free place.
  let table = new Uint32Array(2 * 1024);
  let size = 0;
  const free = (into: Uint32Array, hash: number): number => {
    const places = into.length / 2;
    let place = hash % places;
    while (into[2 * place + 1] !== 0) place = (place + 1) % places;
    return 2 * place;
  };
  const grow = (): void => {
    const larger = new Uint32Array(2 * Math.ceil((GROWTH * table.length) / 2));
    for (let at = 0; at < table.length; at += 2) {
      if (table[at + 1] !== 0) larger.set([table[at]!, table[at + 1]!], free(larger, table[at]!));
    }
    table = larger;
  };
  return {
    add: (key, value) => {
      if (2 * (size + 1) > FULLEST * table.length) grow();
      const hash = hashOf(key);
      table.set([hash, value + 1], free(table, hash));
      size += 1;
    },
    *under(key) {
      const hash = hashOf(key);
      const places = table.length / 2;
      for (let place = hash % places; table[2 * place + 1] !== 0; place = (place + 1) % places) {
        if (table[2 * place] === hash) yield table[2 * place + 1]! - 1;
      }
    },
    size: () => size,
    sorted: () => sortEntries(table, size),
  };
}

function sortEntries(table: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const entries = new Uint32Array(2 * size);
  let end = 0;
  for (let at = 0; at < table.length; at += 2) {
    if (table[at + 1] === 0) continue;
    entries[end + HASH_WORD] = table[at]!;
    entries[end + 1 - HASH_WORD] = table[at + 1]! - 1;
    end += 2;
  }
  new BigUint64Array(entries.buffer).sort();
  return entries;
}

/** 32 bits of a key. The multiplier is 2^32 over the golden ratio: neighbours lie far apart (Knuth, TAOCP 3, 6.4). */
export function hashOf(key: number): number {
  return (Math.imul(Math.floor(key / 2 ** 32), 0x9e3779b1) ^ key) >>> 0;
}
