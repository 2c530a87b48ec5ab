// Vectors where the SIMD kernel reads them without a copy.
import { LANES } from './distance.ts';
import { normalize } from './lexical-vector.ts';
import type { VectorTable } from './k-center.ts';

/** A table in WebAssembly memory, with room behind it for the centers, one after another, in the order chosen. */
export interface VectorMemory extends VectorTable {
  readonly memory: WebAssembly.Memory;
  /** Room for so many centers. */
  readonly size: number;
}

const PAGE = 65_536;

/**
 * Room for `count` vectors (to be written through `values`) and `size` centers: 1 KiB each at 256 dimensions.
 * @throws RangeError beyond 4 GiB.
 */
export function allocateVectors(shape: {
  readonly count: number;
  readonly dimensions: number;
  readonly size: number;
}): VectorMemory {
  const dimensions = Math.ceil(shape.dimensions / LANES) * LANES;
  const size = Math.min(shape.size, shape.count);
  const pages = Math.max(1, Math.ceil(((shape.count + size) * dimensions * 4) / PAGE));
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const values = new Float32Array(memory.buffer, 0, shape.count * dimensions);
  return { memory, values, count: shape.count, dimensions, size };
}

export interface GrowingVectors {
  /** The next row: copied and scaled to length 1. */
  readonly add: (vector: Float32Array) => void;
  /** The table with its rows in another order: `order` has the former number of each row. Nothing is added after that. */
  readonly finish: (order: ArrayLike<number>, size: number) => VectorMemory;
}

/** 4 GiB, reserved and not used before it is grown into. */
const MOST_PAGES = 65_536;
/** Pages grown by at least: 4 MiB. */
const GROWTH = 64;

/** Vectors that come one after another, how many is not known before: in place, without a copy. @throws RangeError beyond 4 GiB. */
export function growVectors(length: number): GrowingVectors {
  const dimensions = Math.ceil(length / LANES) * LANES;
  const memory = new WebAssembly.Memory({ initial: GROWTH, maximum: MOST_PAGES });
  let values = new Float32Array(memory.buffer);
  let count = 0;
  const makeRoom = (rows: number): void => {
    const lacking = Math.ceil((rows * dimensions * 4 - values.byteLength) / PAGE);
    if (lacking <= 0) return;
    const pages = values.byteLength / PAGE;
    memory.grow(Math.min(Math.max(lacking, GROWTH), Math.max(lacking, MOST_PAGES - pages)));
    values = new Float32Array(memory.buffer);
  };
  return {
    add: (vector) => {
      if (vector.length !== length) throw new RangeError(`a vector of ${vector.length} dimensions, not ${length}`);
      makeRoom(count + 1);
      const place = values.subarray(count * dimensions, count * dimensions + length);
      place.set(vector);
      normalize(place);
      count += 1;
    },
    finish: (order, wanted) => {
      const size = Math.min(wanted, count);
      makeRoom(count + size);
      const own = new Float32Array(memory.buffer, 0, count * dimensions);
      reorderRows(own, order, dimensions);
      return { memory, values: own, count, dimensions, size };
    },
  };
}

/** Row by row along the circles of the permutation, so that one row of room is enough. */
function reorderRows(values: Float32Array, order: ArrayLike<number>, dimensions: number): void {
  const rowAt = (row: number): Float32Array => values.subarray(row * dimensions, (row + 1) * dimensions);
  const isDone = new Uint8Array(order.length);
  for (let first = 0; first < order.length; first += 1) {
    if (isDone[first] === 1 || order[first] === first) continue;
    const held = rowAt(first).slice();
    let row = first;
    for (let from = order[row]!; from !== first; from = order[row]!) {
      rowAt(row).set(rowAt(from));
      isDone[row] = 1;
      row = from;
    }
    rowAt(row).set(held);
    isDone[row] = 1;
  }
}

/** A copy of a table where the kernel can read it. */
export function shareVectors({ values, count, dimensions }: VectorTable, size: number): VectorMemory {
  const copy = allocateVectors({ count, dimensions, size });
  copy.values.set(values);
  return copy;
}

/** Address of a center, in bytes. */
export function centerAddress({ count, dimensions }: VectorMemory, index: number): number {
  return (count + index) * dimensions * 4;
}

/** Puts row `row` in the place of center `index`. */
export function publishCenter(vectors: VectorMemory, index: number, row: number): void {
  const { memory, values, dimensions } = vectors;
  const room = new Float32Array(memory.buffer, centerAddress(vectors, index), dimensions);
  room.set(values.subarray(row * dimensions, (row + 1) * dimensions));
}
