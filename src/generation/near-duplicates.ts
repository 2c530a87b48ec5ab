// Finds texts that repeat an earlier one, word for word or nearly so, among hundreds of thousands.
import { splitWords } from '../scenarios/words.ts';

/**
 * Least Jaccard coefficient of two texts' runs of three words that makes them near-duplicates. Of two such queries most
 * sentences are the same; unrelated queries share under 2 %.
 */
export const DUPLICATE_FLOOR = 0.5;
const RUN = 3;

export interface DuplicateFinder {
  /** The id of the first earlier text that this one repeats, and how. */
  find(text: string): { readonly kind: 'exact' | 'near'; readonly of: string } | undefined;
  add(id: string, text: string): void;
}

interface Known {
  readonly id: string;
  readonly runs: readonly number[];
}

/**
 * An empty finder. It is exact: two texts reach the floor only if they share a member of their prefixes, the smallest
 * `n - ceil(floor x n) + 1` hashes of each (Chaudhuri, Ganti and Kaushik 2006), so only those are indexed.
 */
export function createDuplicateFinder(floor: number = DUPLICATE_FLOOR): DuplicateFinder {
  const texts = new Map<string, string>();
  const index = new Map<number, Known[]>();
  return {
    find: (text) => {
      const same = texts.get(fold(text));
      if (same !== undefined) return { kind: 'exact', of: same };
      const runs = hashRuns(text);
      const tried = new Set<Known>();
      for (const hash of prefixOf(runs, floor)) {
        for (const known of index.get(hash) ?? []) {
          if (tried.has(known)) continue;
          tried.add(known);
          if (jaccard(known.runs, runs) >= floor) return { kind: 'near', of: known.id };
        }
      }
      return undefined;
    },
    add: (id, text) => {
      if (!texts.has(fold(text))) texts.set(fold(text), id);
      const known = { id, runs: hashRuns(text) };
      for (const hash of prefixOf(known.runs, floor)) {
        const sharing = index.get(hash);
        if (sharing === undefined) index.set(hash, [known]);
        else sharing.push(known);
      }
    },
  };
}

function fold(text: string): string {
  return splitWords(text).join(' ');
}

function prefixOf(runs: readonly number[], floor: number): readonly number[] {
  return runs.slice(0, runs.length - Math.ceil(floor * runs.length) + 1);
}

/** The distinct runs of three words (one run for a shorter text) as 32-bit hashes, ascending. */
function hashRuns(text: string): readonly number[] {
  const words = splitWords(text);
  const runs = new Set<number>();
  for (let start = 0; start === 0 || start + RUN <= words.length; start += 1) {
    runs.add(hashText(words.slice(start, start + RUN).join(' ')));
  }
  return [...runs].sort((a, b) => a - b);
}

/** FNV-1a (Fowler, Noll, Vo). */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** Shared members over all members of two ascending lists. */
function jaccard(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return shared / (a.length + b.length - shared);
}
