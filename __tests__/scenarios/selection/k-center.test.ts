// Greedy k-center against brute force: the bounds of the papers, the prefix property, ties.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceFromDot, dotRows } from '../../../src/scenarios/selection/distance.ts';
import { kCenter, toVectorTable, type VectorTable } from '../../../src/scenarios/selection/k-center.ts';
import { normalize } from '../../../src/scenarios/selection/lexical-vector.ts';

const vector = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 })
  .filter((values) => Math.hypot(...values) > 0.1)
  .map((values) => normalize(Float32Array.from(values)));
const table = fc.array(vector, { minLength: 3, maxLength: 9 }).map((rows) => toVectorTable(rows));
const weight = fc.double({ min: 0.5, max: 3, noNaN: true }).map(Math.fround);

function distance({ values, dimensions }: VectorTable, a: number, b: number): number {
  return distanceFromDot(dotRows(values, a, values, b, dimensions));
}

/** Largest weight x distance of any row to its nearest center. */
function radius(vectors: VectorTable, centers: readonly number[], weights?: Float32Array): number {
  const rows = Array.from({ length: vectors.count }, (_, row) => row);
  return Math.max(
    ...rows.map((row) => (weights?.[row] ?? 1) * Math.min(...centers.map((center) => distance(vectors, row, center)))),
  );
}

/** The least radius over every choice of `size` centers. */
function bestRadius(vectors: VectorTable, size: number, weights?: Float32Array): number {
  let best = Infinity;
  for (let mask = 0; mask < 1 << vectors.count; mask += 1) {
    const centers = Array.from({ length: vectors.count }, (_, row) => row).filter((row) => (mask >> row) & 1);
    if (centers.length === size) best = Math.min(best, radius(vectors, centers, weights));
  }
  return best;
}

describe('against every possible choice', () => {
  test('unweighted: within twice the optimum', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 3 }), (vectors, size) => {
        const { centers } = kCenter({ vectors, size });
        expect(radius(vectors, centers)).toBeLessThanOrEqual(2 * bestRadius(vectors, size) + 1e-3);
      }),
    );
  });

  test('weighted: within min(3, 1 + largest / smallest weight) of the optimum', () => {
    fc.assert(
      fc.property(
        table,
        fc.array(weight, { minLength: 9, maxLength: 9 }),
        fc.integer({ min: 1, max: 3 }),
        (vectors, all, size) => {
          const weights = Float32Array.from(all.slice(0, vectors.count));
          const { centers } = kCenter({ vectors, weights, size });
          const factor = Math.min(3, 1 + Math.max(...weights) / Math.min(...weights));
          expect(radius(vectors, centers, weights)).toBeLessThanOrEqual(
            factor * bestRadius(vectors, size, weights) + 1e-3,
          );
        },
      ),
    );
  });
});

test('a smaller selection is the beginning of a larger one, and scores never rise', () => {
  fc.assert(
    fc.property(table, (vectors) => {
      const all = kCenter({ vectors, size: vectors.count });
      expect(kCenter({ vectors, size: 2 }).centers).toEqual(all.centers.slice(0, 2));
      expect(all.scores.toSorted((a, b) => b - a)).toEqual(all.scores);
      expect(new Set(all.centers).size).toBe(vectors.count);
    }),
  );
});

test('a worked example: the corners of a square on the unit circle', () => {
  const square = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ].map((corner) => Float32Array.from(corner));
  const vectors = toVectorTable(square);
  // From (1, 0) the opposite corner is farthest, 2; both others are then sqrt(2) from either: the lower row wins.
  expect(kCenter({ vectors, size: 4 }).centers).toEqual([0, 2, 1, 3]);
  expect(kCenter({ vectors, size: 4 }).scores.map((score) => score ** 2)).toEqual([
    4,
    4,
    expect.closeTo(2),
    expect.closeTo(2),
  ]);
  expect(kCenter({ vectors, size: 4, threshold: 1.5 }).centers).toEqual([0, 2]);
  // A heavy corner is first, and weight 3 x sqrt(2) beats weight 1 x 2.
  expect(kCenter({ vectors, size: 3, weights: Float32Array.from([1, 3, 1, 3]) }).centers).toEqual([1, 3, 0]);
  expect(kCenter({ vectors, size: 2, weights: Float32Array.from([1, 3, 3, 1]) }).centers).toEqual([1, 2]);
});

test('no vectors, no centers', () => {
  expect(kCenter({ vectors: toVectorTable([]), size: 3 })).toEqual({ centers: [], scores: [] });
});
