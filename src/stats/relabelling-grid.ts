// Puts the outcomes of the relabelling test on one grid of whole numbers, where sums compare exactly.
import type { UnitDraws } from './unit-draws.ts';

/** A unit's draws as whole steps above its smallest; head draws stand last. */
export interface GridUnit {
  readonly steps: Int32Array;
  readonly heads: number;
}

/** Steps above this are no grid worth convolving. */
const MAX_STEPS = 1_000_000;
/** Distances from a whole step that are rounding, not a finer grid. */
const SLACK = 1e-6;

/**
 * The change is, up to a constant, the sum over units of (sum of draws labelled head) x (1/heads + 1/bases): so one step is
 * the greatest common divisor of the weighted differences between draws. Undefined where there is none to speak of.
 * Base [0, 1] and head [1, 1] weigh 1 a unit: steps [0, 1, 1, 1].
 */
export function placeOnGrid(units: readonly UnitDraws[]): readonly GridUnit[] | undefined {
  let step = 0;
  let largest = 0;
  for (const unit of units) {
    const weight = headWeight(unit);
    const floor = smallest(unit);
    for (const arm of [unit.base, unit.head]) {
      for (let index = 0; index < arm.length; index += 1) {
        const height = (arm[index]! - floor) * weight;
        if (height > largest) largest = height;
        step = commonDivisor(step, height, largest * 1e-9);
      }
    }
    if (step * MAX_STEPS < largest) return undefined;
  }
  const grid: GridUnit[] = [];
  for (const unit of units) {
    const placed = placeUnit(unit, step);
    if (placed === undefined) return undefined;
    grid.push(placed);
  }
  return grid;
}

function placeUnit(unit: UnitDraws, step: number): GridUnit | undefined {
  const scale = step === 0 ? 0 : headWeight(unit) / step;
  const floor = smallest(unit);
  const steps = new Int32Array(unit.base.length + unit.head.length);
  for (let index = 0; index < steps.length; index += 1) {
    const draw = index < unit.base.length ? unit.base[index]! : unit.head[index - unit.base.length]!;
    const exact = (draw - floor) * scale;
    const whole = Math.round(exact);
    if (!(Math.abs(exact - whole) <= SLACK)) return undefined;
    steps[index] = whole;
  }
  return { steps, heads: unit.head.length };
}

/** Euclid's algorithm on non-negative numbers; a remainder up to `noise` counts as zero. */
function commonDivisor(first: number, second: number, noise: number): number {
  let a = first;
  let b = second;
  while (b > noise) {
    const remainder = a % b;
    a = b;
    // A remainder just below the divisor is zero with rounding in the other direction.
    b = b - remainder <= noise ? 0 : remainder;
  }
  return a;
}

function headWeight(unit: UnitDraws): number {
  return 1 / unit.head.length + 1 / unit.base.length;
}

function smallest(unit: UnitDraws): number {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < unit.base.length; index += 1) least = Math.min(least, unit.base[index]!);
  for (let index = 0; index < unit.head.length; index += 1) least = Math.min(least, unit.head[index]!);
  return least;
}
