// Greedy 2-approximate k-center, written plainly: small selections use it, and the fast one is tested against it.
import { distanceFromDot, dotRows, LANES } from './distance.ts';

/** `count` unit vectors of `dimensions` numbers (a multiple of 16) one after another. */
export interface VectorTable {
  readonly values: Float32Array;
  readonly count: number;
  readonly dimensions: number;
}

export interface KCenterOptions {
  readonly vectors: VectorTable;
  /** One non-negative weight a vector, single precision; all 1 without. */
  readonly weights?: Float32Array;
  /** At most this many centers. */
  readonly size: number;
  /** Stops before a center whose weight x distance to the chosen ones is below this; 0 never stops. */
  readonly threshold?: number;
}

export interface KCenterResult {
  /** Row numbers in the order chosen: the first n are the answer for size n. */
  readonly centers: readonly number[];
  /** Weight x distance at which each was chosen; for the first, weight x 2, the largest distance there is. */
  readonly scores: readonly number[];
}

/** The dot product that stands for "nothing chosen yet": its distance, 2, is the largest. */
export const NOTHING_CHOSEN = -1;

/** Weight x distance in single precision. */
export function scoreOf(weight: number, nearestDot: number): number {
  return Math.fround(weight * distanceFromDot(nearestDot));
}

/**
 * Each step takes the vector with the largest weight x distance to the nearest chosen one (the heaviest at first); ties
 * go to the lowest row. The largest distance left is at most twice the least possible for as many centers (Gonzalez
 * 1985, "Clustering to minimize the maximum intercluster distance"); the largest weight x distance left is at most
 * min(3, 1 + largest / smallest weight) times the least possible (Dyer & Frieze 1985, "A simple heuristic for the
 * p-centre problem").
 */
export function kCenter({ vectors, weights, size, threshold = 0 }: KCenterOptions): KCenterResult {
  const { values, count, dimensions } = vectors;
  const nearestDot = new Float32Array(count).fill(NOTHING_CHOSEN);
  const chosen = new Set<number>();
  const scores: number[] = [];
  while (chosen.size < Math.min(size, count)) {
    let best = -1;
    let bestScore = -1;
    for (let row = 0; row < count; row += 1) {
      const score = chosen.has(row) ? -1 : scoreOf(weights?.[row] ?? 1, nearestDot[row]!);
      if (score > bestScore) [best, bestScore] = [row, score];
    }
    if (bestScore < threshold) break;
    chosen.add(best);
    scores.push(bestScore);
    for (let row = 0; row < count; row += 1) {
      nearestDot[row] = Math.max(nearestDot[row]!, dotRows(values, row, values, best, dimensions));
    }
  }
  return { centers: [...chosen], scores };
}

/** A table from vectors of one length, padded with zeros to the next multiple of 16 (which changes no distance). */
export function toVectorTable(vectors: readonly Float32Array[]): VectorTable {
  const dimensions = Math.max(1, Math.ceil((vectors[0]?.length ?? 0) / LANES)) * LANES;
  const values = new Float32Array(vectors.length * dimensions);
  for (const [row, vector] of vectors.entries()) values.set(vector, row * dimensions);
  return { values, count: vectors.length, dimensions };
}
