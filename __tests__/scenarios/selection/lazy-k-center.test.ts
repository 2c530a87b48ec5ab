// The fast selection makes the plain one's choices: every center, every score, every tie.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/core/random.ts';
import { dotRows } from '../../../src/scenarios/selection/distance.ts';
import { createDotKernel } from '../../../src/scenarios/selection/dot-kernel.ts';
import { kCenter, toVectorTable } from '../../../src/scenarios/selection/k-center.ts';
import { createFarthestSearch, lazyKCenter } from '../../../src/scenarios/selection/lazy-k-center.ts';
import { normalize } from '../../../src/scenarios/selection/lexical-vector.ts';
import { allocateVectors, publishCenter, shareVectors } from '../../../src/scenarios/selection/vector-memory.ts';

/** Rows from a small set of numbers: many are equal, so that ties decide. */
const coarse = fc.array(
  fc
    .array(fc.integer({ min: -1, max: 1 }), { minLength: 3, maxLength: 3 })
    .map((row) => normalize(Float32Array.from(row))),
  { minLength: 1, maxLength: 40 },
);
const weights = fc.array(fc.constantFrom(0, 0.5, 1, 1, 3), { minLength: 40, maxLength: 40 });

function clustered(count: number, dimensions: number) {
  const random = createRandom('clusters');
  const hubs = Array.from({ length: 20 }, () => Array.from({ length: dimensions }, () => random.normal()));
  const rows = Array.from({ length: count }, (_, row) =>
    normalize(Float32Array.from(hubs[row % hubs.length]!, (value) => value + 0.7 * random.normal())),
  );
  return { vectors: toVectorTable(rows), weights: Float32Array.from({ length: count }, () => 3 * random.next()) };
}

describe('the same choices as the plain loop', () => {
  test('with ties, zero weights, every size and threshold', () => {
    fc.assert(
      fc.property(coarse, weights, fc.nat({ max: 45 }), fc.constantFrom(0, 0.8, 1.4), (rows, all, size, threshold) => {
        const vectors = toVectorTable(rows);
        const options = { vectors, weights: Float32Array.from(all.slice(0, rows.length)), size, threshold };
        expect(lazyKCenter(options)).toEqual(kCenter(options));
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['48 dimensions', 48],
    ['100 dimensions, padded', 100],
    ['256 dimensions', 256],
  ])('on 1,500 clustered rows of %s, weighted and not', (_name, dimensions) => {
    const { vectors, weights: heavy } = clustered(1500, dimensions);
    expect(lazyKCenter({ vectors, size: 60 })).toEqual(kCenter({ vectors, size: 60 }));
    expect(lazyKCenter({ vectors, weights: heavy, size: 60 })).toEqual(kCenter({ vectors, weights: heavy, size: 60 }));
  });

  test('among some of the rows, with others excluded', () => {
    const { vectors, weights: heavy } = clustered(300, 64);
    const shared = shareVectors(vectors, 300);
    const search = createFarthestSearch(shared, heavy);
    const some = Array.from({ length: 100 }, (_, index) => index * 3);
    const chosen = Array.from({ length: 20 }, (_, index) => {
      const { row } = search.farthest(index, some);
      publishCenter(shared, index, row);
      search.exclude(row);
      return row;
    });
    const alone = toVectorTable(some.map((row) => vectors.values.slice(row * 64, (row + 1) * 64)));
    const plain = kCenter({ vectors: alone, weights: Float32Array.from(some, (row) => heavy[row]!), size: 20 });
    expect(chosen).toEqual(plain.centers.map((row) => row * 3));
    expect(search.farthest(20, chosen)).toEqual({ row: -1, score: -1 });
  });
});

test('the kernel has the bits of dotRows', () => {
  const random = createRandom('kernel');
  const vectors = allocateVectors({ count: 9, dimensions: 80, size: 0 });
  for (let index = 0; index < vectors.values.length; index += 1) vectors.values[index] = random.normal();
  const nearestDot = createDotKernel(vectors.memory);
  const dots = Array.from({ length: 8 }, (_, other) => dotRows(vectors.values, 0, vectors.values, other + 1, 80));
  expect(dots.map((_, other) => nearestDot(0, (other + 1) * 320, 1, 320))).toEqual(dots);
  expect(nearestDot(0, 320, 8, 320)).toBe(Math.max(...dots));
});

test('a table in WebAssembly memory is used as it is, another stays as it was', () => {
  const vectors = toVectorTable([Float32Array.from([1, 0]), Float32Array.from([0, 1])]);
  const before = vectors.values.slice();
  lazyKCenter({ vectors, size: 2 });
  expect(vectors.values).toEqual(before);
  const shared = shareVectors(vectors, 2);
  lazyKCenter({ vectors: shared, size: 2 });
  // Its room behind the rows now holds the centers.
  expect(new Float32Array(shared.memory.buffer, 2 * 16 * 4, 2)).toEqual(Float32Array.from([1, 0]));
});
