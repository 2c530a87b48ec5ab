// The one hot loop of large selections in WebAssembly SIMD, assembled by hand: no toolchain, 300 bytes, the same bits as `dotRows`.
import { LANES } from './distance.ts';

/**
 * The largest dot product of one row with `centers` rows that lie one after another. Addresses and the row's size are in
 * bytes; the size is a multiple of 64.
 */
export type NearestDot = (row: number, firstCenter: number, centers: number, rowBytes: number) => number;

const I32 = 0x7f;
const F32 = 0x7d;
const V128 = 0x7b;
const SIMD = 0xfd;
/** Bytes of one step through a row: 16 numbers in four registers. */
const STEP = LANES * 4;

// Parameters and locals of the function, by number.
const ROW = 0;
const CENTER = 1;
const LEFT = 2;
const BYTES = 3;
const BEST = 4;
const OFFSET = 5;
const SUMS = [6, 7, 8, 9] as const;
const ALL = 10;

const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const i32 = (value: number): number[] => [0x41, ...signedLeb(value)];
const load = (base: number, offset: number): number[] => [...get(base), ...get(OFFSET), 0x6a, SIMD, 0x00, 4, offset];
const lane = (index: number): number[] => [...get(ALL), SIMD, 0x1f, index];
const ADD_I32 = 0x6a;
const ADD_F32 = 0x92;
const ADD_F32X4 = [SIMD, 0xe4, 0x01];
const MUL_F32X4 = [SIMD, 0xe6, 0x01];
const ZERO_F32X4 = [SIMD, 0x0c, ...Array.from({ length: 16 }, () => 0)];
const MINUS_INFINITY = [0x43, 0x00, 0x00, 0x80, 0xff];

/** The function's instructions; the order of additions is that of `dotRows`. */
function instructions(): number[] {
  const [a, b, c, d] = SUMS;
  const clear = SUMS.flatMap((sum) => [...ZERO_F32X4, ...set(sum)]);
  const accumulate = SUMS.flatMap((sum, index) => {
    const product = [...load(ROW, index * 16), ...load(CENTER, index * 16), ...MUL_F32X4];
    return [...get(sum), ...product, ...ADD_F32X4, ...set(sum)];
  });
  const advance = [...get(OFFSET), ...i32(STEP), ADD_I32, 0x22, OFFSET];
  const alongRow = [0x03, 0x40, ...accumulate, ...advance, ...get(BYTES), 0x49, 0x0d, 0, 0x0b];
  const addRegisters = [
    ...get(a),
    ...get(c),
    ...ADD_F32X4,
    ...get(b),
    ...get(d),
    ...ADD_F32X4,
    ...ADD_F32X4,
    ...set(ALL),
  ];
  const addLanes = [...lane(0), ...lane(2), ADD_F32, ...lane(1), ...lane(3), ADD_F32, ADD_F32];
  const keepLargest = [...get(BEST), ...addRegisters, ...addLanes, 0x97, ...set(BEST)];
  const nextCenter = [
    ...get(CENTER),
    ...get(BYTES),
    ADD_I32,
    ...set(CENTER),
    ...get(LEFT),
    ...i32(-1),
    ADD_I32,
    0x22,
    LEFT,
  ];
  const start = [...MINUS_INFINITY, ...set(BEST), 0x03, 0x40, ...clear, ...i32(0), ...set(OFFSET)];
  return [...start, ...alongRow, ...keepLargest, ...nextCenter, 0x0d, 0, 0x0b, ...get(BEST), 0x0b];
}

/** The module: it imports a memory as `env.memory` and exports `nearestDot`. */
function assemble(): Uint8Array<ArrayBuffer> {
  const locals = [4, 1, F32, 1, I32, SUMS.length, V128, 1, V128];
  const body = [...locals, ...instructions()];
  const sections: [id: number, content: number[]][] = [
    [1, [1, 0x60, 4, I32, I32, I32, I32, 1, F32]],
    [2, [1, ...text('env'), ...text('memory'), 0x02, 0x00, 0]],
    [3, [1, 0]],
    [7, [1, ...text('nearestDot'), 0x00, 0]],
    [10, [1, ...leb(body.length), ...body]],
  ];
  const encoded = sections.flatMap(([id, content]) => [id, ...leb(content.length), ...content]);
  return Uint8Array.from([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, ...encoded]);
}

/** Compiles the kernel for one memory; takes about a millisecond. */
export function createDotKernel(memory: WebAssembly.Memory): NearestDot {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(assemble()), { env: { memory } });
  return instance.exports['nearestDot'] as NearestDot;
}

function text(value: string): number[] {
  return [value.length, ...new TextEncoder().encode(value)];
}

/** Unsigned LEB128. */
function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)];
}

function signedLeb(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >> 7;
  const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
  return isLast ? [low] : [low | 0x80, ...signedLeb(rest)];
}
