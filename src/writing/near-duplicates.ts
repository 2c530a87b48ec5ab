// Finds texts that repeat an earlier one, word for word or nearly so, among hundreds of thousands: by their shingles (runs of
// three words; Broder 1997).
import { sha256 } from '../core/canonical-json.ts';
import { createKeySet } from '../core/key-set.ts';
import { createPostings, type Postings } from '../core/postings.ts';
import { normalizedWords } from '../scenarios/selection/words.ts';

/**
 * Least Jaccard coefficient of two texts' runs of three words that makes them near-duplicates. Of two such queries most
 * sentences are the same (one word changed in a query of 35 gives 0.83); unrelated queries share under 2 %.
 */
export const DUPLICATE_FLOOR = 0.6;
const RUN = 3;

export interface DuplicateFinder {
  /** How a text repeats an earlier one. */
  find(text: string): 'exact' | 'near' | undefined;
  add(text: string): void;
}

/** The runs of texts, ascending, by the numbers of the texts, which count from 0. */
export interface KeptRuns {
  readonly push: (runs: Float64Array) => void;
  readonly at: (text: number) => Float64Array;
}

export interface DuplicateFinderOptions {
  readonly floor?: number;
  /** Where the runs of texts are kept, and what finds them: in memory unless there are too many. */
  readonly kept?: KeptRuns;
  readonly index?: Postings;
}

/**
 * An empty finder. It is exact: in any fixed order of all runs, two texts reach the floor only if they share one of the
 * first `n - ceil(floor x n) + 1` runs of each (Chaudhuri, Ganti and Kaushik 2006), so only those are indexed. The order
 * puts long runs first: they are rare, and so few texts are compared. Memory beside runs and index: 12 to 23 bytes a text.
 */
export function createDuplicateFinder({
  floor = DUPLICATE_FLOOR,
  kept = keepInMemory(),
  index = createPostings(),
}: DuplicateFinderOptions = {}): DuplicateFinder {
  const same = createKeySet();
  let texts = 0;
  const prefixOf = (runs: Float64Array): Float64Array =>
    runs.subarray(0, runs.length - Math.ceil(floor * runs.length) + 1);
  return {
    find: (text) => {
      if (same.has(hashFolded(text))) return 'exact';
      const runs = rankRuns(text);
      const tried = new Set<number>();
      for (const run of prefixOf(runs)) {
        for (const known of index.under(run)) {
          if (tried.has(known)) continue;
          tried.add(known);
          if (reaches(floor, kept.at(known), runs)) return 'near';
        }
      }
      return undefined;
    },
    add: (text) => {
      same.add(hashFolded(text));
      const runs = rankRuns(text);
      kept.push(runs);
      for (const run of prefixOf(runs)) index.add(run, texts);
      texts += 1;
    },
  };
}

function keepInMemory(): KeptRuns {
  const all: Float64Array[] = [];
  return { push: (runs) => void all.push(runs), at: (text) => all[text]! };
}

/** By case, signs and white space unlike texts are the same. */
function hashFolded(text: string): string {
  return sha256(normalizedWords(text).join(' '));
}

/** The distinct runs of three words (one run for a shorter text) as numbers: long runs lowest, then by hash. */
function rankRuns(text: string): Float64Array {
  const words = normalizedWords(text);
  const runs = new Set<number>();
  for (let start = 0; start === 0 || start + RUN <= words.length; start += 1) {
    const run = words.slice(start, start + RUN).join(' ');
    runs.add((255 - Math.min(255, run.length)) * 2 ** 32 + hashText(run));
  }
  return Float64Array.from(runs).sort();
}

/** FNV-1a (Fowler, Noll, Vo). */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** Whether shared members over all members of two ascending lists is at least `floor`; stops when it cannot be. */
function reaches(floor: number, a: Float64Array, b: Float64Array): boolean {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const most = shared + Math.min(a.length - i, b.length - j);
    if (most < floor * (a.length + b.length - most)) return false;
    const difference = a[i]! - b[j]!;
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return shared >= floor * (a.length + b.length - shared);
}
