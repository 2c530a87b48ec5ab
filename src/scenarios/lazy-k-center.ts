// Greedy k-center for large tables: exactly `kCenter`'s answer, with most distances never computed.
import { createDotKernel } from './dot-kernel.ts';
import { NOTHING_CHOSEN, scoreOf, type KCenterOptions, type KCenterResult } from './k-center.ts';
import { centerAddress, publishCenter, shareVectors, type VectorMemory } from './vector-memory.ts';

/** Centers a row is compared with before looking whether it is out of the race. */
const BATCH = 8;

export interface Farthest {
  /** -1 where every row is chosen. */
  readonly row: number;
  readonly score: number;
}

export interface FarthestSearch {
  /** The unchosen row with the largest exact score, given that the first `centers` centers are published. */
  farthest(centers: number): Farthest;
  /** Takes a row out of the race; a row of another search is ignored. */
  choose(row: number): void;
}

export interface FarthestSearchOptions {
  readonly vectors: VectorMemory;
  readonly weights?: Float32Array;
  /** This search looks at the rows `start`, `start + step`, ...; several of them share a table among threads. */
  readonly start: number;
  readonly step: number;
}

/**
 * A row's score only falls as centers are added, so a score from fewer centers is an upper bound (Minoux 1978,
 * "Accelerated greedy algorithms"): a row catches up with new centers only while its bound reaches the best exact score
 * found, and stops as soon as it does not. The largest of the same dot products is the same number in any order: the
 * choice is exact, ties included.
 */
export function createFarthestSearch({ vectors, weights, start, step }: FarthestSearchOptions): FarthestSearch {
  const rows = Math.max(0, Math.ceil((vectors.count - start) / step));
  const nearestDot = createDotKernel(vectors.memory);
  const rowBytes = vectors.dimensions * 4;
  const nearest = new Float32Array(rows).fill(NOTHING_CHOSEN);
  const seen = new Int32Array(rows);
  const weight = Float32Array.from({ length: rows }, (_, at) => weights?.[start + at * step] ?? 1);
  const bounds = Float32Array.from(weight, (own) => scoreOf(own, NOTHING_CHOSEN));

  /** Brings a row's bound up to date, or below `floor`, whichever is first. */
  const catchUp = (at: number, centers: number, floor: number): void => {
    while (seen[at]! < centers && bounds[at]! >= floor) {
      const batch = Math.min(BATCH, centers - seen[at]!);
      const dot = nearestDot((start + at * step) * rowBytes, centerAddress(vectors, seen[at]!), batch, rowBytes);
      seen[at]! += batch;
      if (dot <= nearest[at]!) continue;
      nearest[at] = dot;
      bounds[at] = scoreOf(weight[at]!, dot);
    }
  };

  return {
    farthest(centers) {
      // The likeliest winner first: the better the first exact score, the fewer rows must catch up.
      let best = indexOfLargest(bounds);
      if (best === -1) return { row: -1, score: -1 };
      catchUp(best, centers, 0);
      for (let at = 0; at < rows; at += 1) {
        const score = bounds[best]!;
        if (bounds[at]! < score || at === best) continue;
        catchUp(at, centers, score);
        const own = bounds[at]!;
        if (own > score || (own === score && at < best)) best = at;
      }
      return { row: start + best * step, score: bounds[best]! };
    },
    choose(row) {
      if ((row - start) % step === 0) bounds[(row - start) / step] = -1;
    },
  };
}

/** Row number of the largest value that is not negative, the first of equals; -1 where there is none. */
function indexOfLargest(values: Float32Array): number {
  let best = -1;
  let largest = -1;
  for (let index = 0; index < values.length; index += 1) {
    if (values[index]! > largest) {
      best = index;
      largest = values[index]!;
    }
  }
  return best;
}

/** The better of two; ties go to the lower row. */
export function fartherOf(a: Farthest, b: Farthest): Farthest {
  if (a.row === -1 || b.row === -1) return a.row === -1 ? b : a;
  if (a.score !== b.score) return a.score > b.score ? a : b;
  return a.row < b.row ? a : b;
}

/** `kCenter` on one thread, fast. A `VectorMemory` with room for `size` centers is used as it is, another table is copied. */
export function lazyKCenter({ vectors, weights, size, threshold = 0 }: KCenterOptions): KCenterResult {
  const shared =
    isVectorMemory(vectors) && vectors.size >= Math.min(size, vectors.count) ? vectors : shareVectors(vectors, size);
  const search = createFarthestSearch({ vectors: shared, ...(weights && { weights }), start: 0, step: 1 });
  const centers: number[] = [];
  const scores: number[] = [];
  while (centers.length < Math.min(size, vectors.count)) {
    const { row, score } = search.farthest(centers.length);
    if (score < threshold) break;
    publishCenter(shared, centers.length, row);
    search.choose(row);
    centers.push(row);
    scores.push(score);
  }
  return { centers, scores };
}

function isVectorMemory(vectors: object): vectors is VectorMemory {
  return 'memory' in vectors;
}
