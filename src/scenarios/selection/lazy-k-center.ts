// Greedy k-center for large tables: exactly `kCenter`'s answer, with most distances never computed.
import { createDotKernel } from './dot-kernel.ts';
import { NOTHING_CHOSEN, scoreOf, type KCenterOptions, type KCenterResult } from './k-center.ts';
import { centerAddress, publishCenter, shareVectors, type VectorMemory } from './vector-memory.ts';

/** How many centers a row is compared with before checking whether it can still win. */
const BATCH = 8;

export interface Farthest {
  /** -1 where no row is left. */
  readonly row: number;
  readonly score: number;
}

export interface FarthestSearch {
  /** The row with the largest exact score, given the first `centers` published centers; of all rows left, or `among` some. */
  farthest(centers: number, among?: ArrayLike<number>): Farthest;
  /** Takes a row out of the race for good. */
  exclude(row: number): void;
}

/**
 * A row's score only falls as centers are added, so a score from fewer centers is an upper bound (Minoux 1978,
 * "Accelerated greedy algorithms"): a row catches up with new centers only while its bound reaches the best exact score
 * found, and stops as soon as it does not. The largest of the same dot products is the same number in any order: the
 * choice is exact, ties included.
 */
export function createFarthestSearch(vectors: VectorMemory, weights?: Float32Array): FarthestSearch {
  const { count } = vectors;
  const nearestDot = createDotKernel(vectors.memory);
  const rowBytes = vectors.dimensions * 4;
  const nearest = new Float32Array(count).fill(NOTHING_CHOSEN);
  const seen = new Int32Array(count);
  const bounds = Float32Array.from({ length: count }, (_, row) => scoreOf(weights?.[row] ?? 1, NOTHING_CHOSEN));
  const everyRow = Int32Array.from({ length: count }, (_, row) => row);

  /** Brings a row's bound up to date, or below `floor`, whichever is first. */
  const catchUp = (row: number, centers: number, floor: number): void => {
    while (seen[row]! < centers && bounds[row]! >= floor) {
      const batch = Math.min(BATCH, centers - seen[row]!);
      const dot = nearestDot(row * rowBytes, centerAddress(vectors, seen[row]!), batch, rowBytes);
      seen[row]! += batch;
      if (dot <= nearest[row]!) continue;
      nearest[row] = dot;
      bounds[row] = scoreOf(weights?.[row] ?? 1, dot);
    }
  };

  return {
    farthest(centers, among = everyRow) {
      // The likeliest winner first: the better the first exact score, the fewer rows must catch up.
      let best = -1;
      for (let at = 0; at < among.length; at += 1) {
        const row = among[at]!;
        if (bounds[row]! >= 0 && (best === -1 || bounds[row]! > bounds[best]!)) best = row;
      }
      if (best === -1) return { row: -1, score: -1 };
      catchUp(best, centers, 0);
      for (let at = 0; at < among.length; at += 1) {
        const row = among[at]!;
        const score = bounds[best]!;
        if (bounds[row]! < score || row === best) continue;
        catchUp(row, centers, score);
        const own = bounds[row]!;
        if (own > score || (own === score && row < best)) best = row;
      }
      return { row: best, score: bounds[best]! };
    },
    exclude(row) {
      bounds[row] = -1;
    },
  };
}

/** `kCenter`, fast. A `VectorMemory` with room for `size` centers is used as it is, another table is copied. */
export function lazyKCenter({ vectors, weights, size, threshold = 0 }: KCenterOptions): KCenterResult {
  const most = Math.min(size, vectors.count);
  const shared = isVectorMemory(vectors) && vectors.size >= most ? vectors : shareVectors(vectors, size);
  const search = createFarthestSearch(shared, weights);
  const centers: number[] = [];
  const scores: number[] = [];
  while (centers.length < most) {
    const { row, score } = search.farthest(centers.length);
    if (score < threshold) break;
    publishCenter(shared, centers.length, row);
    search.exclude(row);
    centers.push(row);
    scores.push(score);
  }
  return { centers, scores };
}

function isVectorMemory(vectors: object): vectors is VectorMemory {
  return 'memory' in vectors;
}
