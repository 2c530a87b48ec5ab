// Vectors where the SIMD kernel reads them without a copy.
import { LANES } from './distance.ts';
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
