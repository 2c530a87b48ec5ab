// Greedy k-center over many vectors: the plain loop, the lazy search and numpy, side by side. Run: node bench/select.ts
//   node bench/select.ts [--count 132000] [--dimensions 256] [--size 500] [--only lazy]
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { hashJson } from '../src/core/canonical-json.ts';
import { kCenter, type KCenterOptions, type VectorTable } from '../src/scenarios/selection/k-center.ts';
import { lazyKCenter } from '../src/scenarios/selection/lazy-k-center.ts';
import { allocateVectors } from '../src/scenarios/selection/vector-memory.ts';

interface Shape {
  readonly count: number;
  readonly dimensions: number;
  readonly size: number;
}

interface Measured {
  readonly seconds: number;
  /** Of processor time: what remains comparable when the machine is busy. */
  readonly cpu?: number;
  /** The whole process, vectors included. */
  readonly peakMiB: number;
  /** Of the chosen rows and their scores; undefined where another arithmetic may break ties differently. */
  readonly choice?: string;
}

type Run = (
  options: KCenterOptions,
) => readonly number[] | { readonly centers: readonly number[]; readonly scores: readonly number[] };

const variants: Readonly<Record<string, Run>> = {
  /** What one writes first: typed arrays, double precision, one pass over all rows a center. */
  plain: plainLoop,
  /** The reference the tests use: the same loop in the arithmetic shared with SIMD. */
  reference: kCenter,
  lazy: lazyKCenter,
};

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '132000' },
    dimensions: { type: 'string', default: '256' },
    size: { type: 'string', default: '500' },
    only: { type: 'string', multiple: true, default: ['plain', 'lazy', 'numpy'] },
    child: { type: 'string' },
    weighted: { type: 'boolean', default: false },
  },
});
const shape: Shape = { count: Number(values.count), dimensions: Number(values.dimensions), size: Number(values.size) };
if (values.child === undefined) compare();
else console.log(JSON.stringify(measure(values.child)));

function compare(): void {
  console.log(`${shape.count} vectors x ${shape.dimensions} -> ${shape.size} centers; node ${process.version}`);
  for (const weighted of [false, true]) {
    let base: number | undefined;
    for (const name of values.only) {
      const result = name === 'numpy' ? runNumpy(weighted) : runChild(name, weighted);
      const label = `${weighted ? 'weighted  ' : 'unweighted'}  ${name.padEnd(9)}`;
      if (typeof result === 'string') {
        console.log(`${label}  ${result}`);
        continue;
      }
      base ??= result.seconds;
      const ratio = `${(base / result.seconds).toFixed(1)}x`.padStart(6);
      const cpu = result.cpu === undefined ? '' : `(${result.cpu.toFixed(2)} s of processor time)`;
      const figures = `${result.seconds.toFixed(2).padStart(7)} s  ${ratio}  ${result.peakMiB.toFixed(0).padStart(5)} MiB`;
      console.log(`${label}  ${figures}  ${cpu}  ${result.choice?.slice(0, 12) ?? ''}`);
    }
  }
}

function runChild(name: string, weighted: boolean): Measured {
  const size = Object.entries(shape).flatMap(([key, value]) => [`--${key}`, String(value)]);
  const args = [fileURLToPath(import.meta.url), '--child', name, ...size, ...(weighted ? ['--weighted'] : [])];
  const child = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as Measured;
}

function runNumpy(weighted: boolean): Measured | string {
  const script = fileURLToPath(new URL('select_numpy.py', import.meta.url));
  const args = [script, String(shape.count), String(shape.dimensions), String(shape.size), weighted ? '1' : '0'];
  const child = spawnSync('python3', args, { encoding: 'utf8' });
  if (child.status === 0) return JSON.parse(child.stdout) as Measured;
  return /No module named 'numpy'/.test(child.stderr ?? '') || child.error ? 'absent on this machine' : child.stderr;
}

function measure(name: string): Measured {
  const run = variants[name]!;
  // The plain loop gets ordinary memory, as it would have.
  const vectors = name === 'plain' ? allocatePlain() : allocateVectors(shape);
  const weights = fill(vectors);
  const start = performance.now();
  const before = process.cpuUsage();
  const choice = run({ vectors, size: shape.size, ...(values.weighted && { weights }) });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  return {
    seconds,
    cpu: (user + system) / 1e6,
    peakMiB,
    choice: hashJson('centers' in choice ? choice.centers : choice),
  };
}

function allocatePlain(): VectorTable {
  return { ...shape, values: new Float32Array(shape.count * shape.dimensions) };
}

/** Unit vectors around 2,000 hubs, as embeddings of topics are, and weights like a disagreement, 0 to 3; seeded. */
function fill({ values: rows, count, dimensions }: VectorTable): Float32Array {
  let state = 12_345;
  const uniform = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x100000000;
  };
  const normalLike = (): number => uniform() + uniform() + uniform() - 1.5;
  const hubs = Float32Array.from({ length: 2000 * dimensions }, normalLike);
  for (let row = 0; row < count; row += 1) {
    const hub = Math.floor(uniform() * 2000) * dimensions;
    const vector = rows.subarray(row * dimensions, (row + 1) * dimensions);
    let squares = 0;
    for (let at = 0; at < dimensions; at += 1) {
      const value = hubs[hub + at]! + 0.6 * normalLike();
      vector[at] = value;
      squares += value * value;
    }
    const scale = 1 / Math.sqrt(squares);
    for (let at = 0; at < dimensions; at += 1) vector[at]! *= scale;
  }
  return Float32Array.from({ length: count }, () => 3 * uniform());
}

function plainLoop({ vectors: { values: rows, count, dimensions }, weights, size }: KCenterOptions): readonly number[] {
  const nearest = new Float64Array(count).fill(2);
  const centers: number[] = [];
  while (centers.length < size) {
    let best = 0;
    let bestScore = -1;
    for (let row = 0; row < count; row += 1) {
      const score = (weights?.[row] ?? 1) * nearest[row]!;
      if (score > bestScore) [best, bestScore] = [row, score];
    }
    centers.push(best);
    const center = best * dimensions;
    for (let row = 0; row < count; row += 1) {
      const start = row * dimensions;
      let dot = 0;
      for (let at = 0; at < dimensions; at += 1) dot += rows[start + at]! * rows[center + at]!;
      const distance = Math.sqrt(Math.max(0, 2 - 2 * dot));
      if (distance < nearest[row]!) nearest[row] = distance;
    }
    nearest[best] = -1;
  }
  return centers;
}
