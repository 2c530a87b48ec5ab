// The exact relabelling distribution: subset sums within each unit, convolved over units.
import { largestOf } from '../core/extremes.ts';
import type { GridUnit } from './relabelling-grid.ts';

/** More pooled draws than this in one unit, and the subset counts leave what a double holds. */
const MAX_DRAWS = 500;

/** What relabelling says of a rise: see `relabellingTest`. */
export interface RelabellingTail {
  readonly p: number;
  readonly midP: number;
  readonly smallestP: number;
}

/**
 * The exact one-sided p of the observed labelling and the smallest any labelling can have; undefined where it would take
 * more than `maxSteps` multiplications and additions. Probabilities carry about 14 digits; comparisons are in integers.
 */
export function convolve(units: readonly GridUnit[], maxSteps: number): RelabellingTail | undefined {
  const moving = units.map(describe).filter((unit) => unit.highest > unit.lowest);
  let width = 1;
  let work = 0;
  let excess = 0;
  for (const unit of moving) {
    if (unit.steps.length > MAX_DRAWS) return undefined;
    const span = unit.highest - unit.lowest;
    work += unit.steps.length * unit.heads * (unit.highest + 1) + width * (span + 1);
    width += span;
    excess += unit.observed - unit.lowest;
    if (work > maxSteps) return undefined;
  }
  // distribution[x]: probability that the units so far sum to x above their lowest.
  const distribution = new Float64Array(width);
  distribution[0] = 1;
  let smallestP = 1;
  let top = 0;
  const scratch = new Float64Array(Math.max(1, largestOf(moving.map((unit) => (unit.heads + 1) * (unit.highest + 1)))));
  for (const unit of moving) {
    const span = unit.highest - unit.lowest;
    const choices = countSubsets(unit, scratch);
    smallestP *= choices[span]!;
    top += span;
    // Sums from which the units left cannot reach the observed one are never needed.
    addUnit(distribution, { choices, top, least: Math.max(0, excess - (width - 1 - top)) });
  }
  let p = 0;
  // Smallest terms first: the tail keeps its digits.
  for (let x = width - 1; x >= excess; x -= 1) p += distribution[x]!;
  return { p: Math.min(1, p), midP: Math.min(1, p) - distribution[excess]! / 2, smallestP };
}

interface DescribedUnit extends GridUnit {
  /** Sums of the draws labelled head: the least possible, the greatest possible, and what was observed. */
  readonly lowest: number;
  readonly highest: number;
  readonly observed: number;
}

function describe(unit: GridUnit): DescribedUnit {
  const { steps, heads } = unit;
  const sorted = steps.slice().sort();
  let lowest = 0;
  let highest = 0;
  let observed = 0;
  for (let index = 0; index < heads; index += 1) {
    lowest += sorted[index]!;
    highest += sorted[sorted.length - 1 - index]!;
    observed += steps[steps.length - 1 - index]!;
  }
  return { steps, heads, lowest, highest, observed };
}

/** Probability of each sum of `heads` draws, from the lowest sum to the highest, all choices of draws equally likely. */
function countSubsets(unit: DescribedUnit, scratch: Float64Array): Float64Array {
  const { steps, heads, lowest, highest } = unit;
  const row = unit.highest + 1;
  // scratch[taken * row + sum]: ways to take that many of the draws seen so far with that sum.
  scratch.fill(0, 0, (heads + 1) * row);
  scratch[0] = 1;
  for (let seen = 0; seen < steps.length; seen += 1) {
    const step = steps[seen]!;
    // Fewer taken than this cannot become `heads` any more.
    const fewest = Math.max(0, heads - (steps.length - seen));
    for (let taken = Math.min(seen, heads - 1); taken >= fewest; taken -= 1) {
      const from = taken * row;
      const to = from + row + step;
      for (let sum = 0; sum < row - step; sum += 1) scratch[to + sum]! += scratch[from + sum]!;
    }
  }
  let all = 0;
  for (let sum = lowest; sum <= highest; sum += 1) all += scratch[heads * row + sum]!;
  const choices = scratch.slice(heads * row + lowest, heads * row + highest + 1);
  for (let index = 0; index < choices.length; index += 1) choices[index]! /= all;
  return choices;
}

/**
 * Convolves in place for sums from `top`, the highest now possible, down to `least`: every value read is still the old one.
 */
function addUnit(
  distribution: Float64Array,
  unit: { readonly choices: Float64Array; readonly top: number; readonly least: number },
): void {
  const { choices, top, least } = unit;
  const span = choices.length - 1;
  for (let x = top; x >= least; x -= 1) {
    const last = Math.min(span, x);
    let total = 0;
    for (let own = Math.max(0, x - (top - span)); own <= last; own += 1)
      total += choices[own]! * distribution[x - own]!;
    distribution[x] = total;
  }
}
