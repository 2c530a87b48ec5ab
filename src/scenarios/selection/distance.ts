// The one distance of selection: Euclidean between unit vectors, in an arithmetic that JavaScript and SIMD share bit for bit.

/** Partial sums of a dot product: four SIMD registers of four lanes. Vector lengths are multiples of it (pad with zeros). */
export const LANES = 16;

/**
 * Dot product of row `i` of `a` and row `j` of `b`, in single precision throughout: lane `l` sums the products of the
 * elements `l`, `l + 16`, ... in order, then the lanes are added pairwise. Rounding a double product or sum of singles to
 * single gives exactly what a single-precision unit gives (Figueroa 1995), so `k-center-wasm.ts` has the same bits.
 */
export function dotRows(a: Float32Array, i: number, b: Float32Array, j: number, dimensions: number): number {
  const { fround } = Math;
  const lanes = new Float32Array(LANES);
  const left = i * dimensions;
  const right = j * dimensions;
  for (let start = 0; start < dimensions; start += LANES) {
    for (let lane = 0; lane < LANES; lane += 1) {
      const at = start + lane;
      lanes[lane] = lanes[lane]! + fround(a[left + at]! * b[right + at]!);
    }
  }
  for (let width = LANES / 2; width >= 1; width /= 2) {
    for (let lane = 0; lane < width; lane += 1) lanes[lane] = lanes[lane]! + lanes[lane + width]!;
  }
  return lanes[0]!;
}

/**
 * Euclidean distance of two unit vectors from their dot product: 0 (the same) to 2 (opposite), sqrt(2) when nothing is
 * in common. Never rises when the dot product rises, also in single precision: the largest dot is the least distance.
 * Example: `distanceFromDot(0)` is 1.4142135...
 */
export function distanceFromDot(dot: number): number {
  return Math.fround(Math.sqrt(Math.max(0, Math.fround(2 - 2 * dot))));
}
