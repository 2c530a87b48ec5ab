// Looking more than once at growing evidence: how much of the error each look may spend, and the bound that spends it.
import { normalCdf, normalDensity, normalQuantile } from './normal.ts';

/** The share of evidence that is in (0 to 1) to the error that may have been spent by then; the whole error at 1. */
export type Spending = (share: number) => number;

/**
 * Little early, most at the end, as the bounds of O'Brien and Fleming do (Lan and DeMets, Biometrika 70 (1983) 659-663):
 * 2 - 2 Phi(z(1 - error / 2) / sqrt(share)). One-sided 2.5 % at a fifth of the evidence: 5.4e-7.
 */
export function spendLate(error: number): Spending {
  const reach = normalQuantile(1 - error / 2);
  return (share) => (share <= 0 ? 0 : 2 * normalCdf(-reach / Math.sqrt(Math.min(1, share))));
}

/** About evenly, as the equal bounds of Pocock do (the same): error x ln(1 + (e - 1) share). One-sided 2.5 % at a fifth: 0.74 %. */
export function spendEvenly(error: number): Spending {
  return (share) => error * Math.log(1 + (Math.E - 1) * Math.min(1, Math.max(0, share)));
}

/** Points of the density that is carried from look to look, and how far below zero it begins (in standard deviations). */
const POINTS = 301;
const LOWEST = -8;

/**
 * One-sided upper bounds for the standardised estimate at each look, so that without an effect the first crossing at look k has
 * the probability spent there. `shares` rise strictly to 1 at most: the information of each look relative to the last one's.
 * Numerical integration over the score process, whose increments are independent (Armitage, McPherson and Rowe, J. R. Statist.
 * Soc. A 132 (1969) 235-244; Jennison and Turnbull, Group Sequential Methods, 2000, ch. 19), good to about four digits.
 * Five even looks at 2.5 %, spent late: 4.877 3.357 2.680 2.290 2.031; evenly: 2.438 2.427 2.410 2.397 2.386.
 * @throws RangeError for shares that do not rise.
 */
export function sequentialBounds(shares: readonly number[], spending: Spending): readonly number[] {
  return [...eachBound(shares, spending)];
}

/** The same one after the other: a bound rests on those before it alone, and takes milliseconds. */
export function* eachBound(shares: readonly number[], spending: Spending): Generator<number, undefined> {
  let carried: Carried | undefined;
  let before = 0;
  for (const [look, share] of shares.entries()) {
    if (!(share > before && share <= 1 + 1e-9))
      throw new RangeError(`shares of evidence must rise to 1: ${shares.join(', ')}`);
    const spent = spending(share) - (before === 0 ? 0 : spending(before));
    const bound = carried === undefined ? normalQuantile(1 - spent) : boundFor(spent, { carried, before, share });
    yield bound;
    if (look === shares.length - 1) return;
    carried = carryOn(bound, { carried, before, share });
    before = share;
  }
}

/** Density of the score among those that have not crossed, at evenly spaced scores, each with its weight of Simpson's rule. */
interface Carried {
  readonly scores: Float64Array;
  readonly masses: Float64Array;
}

interface Step {
  readonly carried: Carried | undefined;
  readonly before: number;
  readonly share: number;
}

function boundFor(spent: number, step: Step & { readonly carried: Carried }): number {
  let [low, high] = [0, -LOWEST];
  for (let round = 0; round < 32; round += 1) {
    const middle = (low + high) / 2;
    if (crossing(middle, step) > spent) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(not crossed before, and the standardised estimate of this look above the bound). */
function crossing(
  bound: number,
  { carried: { scores, masses }, before, share }: Step & { readonly carried: Carried },
): number {
  const line = bound * Math.sqrt(share);
  const spread = Math.sqrt(share - before);
  let total = 0;
  for (let index = 0; index < POINTS; index += 1) total += masses[index]! * normalCdf((scores[index]! - line) / spread);
  return total;
}

function carryOn(bound: number, { carried, before, share }: Step): Carried {
  const [low, high] = [LOWEST * Math.sqrt(share), Math.min(bound, -LOWEST) * Math.sqrt(share)];
  const width = (high - low) / (POINTS - 1);
  const spread = Math.sqrt(share - before);
  const scores = Float64Array.from({ length: POINTS }, (_, index) => low + index * width);
  const masses = scores.map((score, index) => {
    const simpson = index === 0 || index === POINTS - 1 ? 1 : index % 2 === 1 ? 4 : 2;
    let density = 0;
    if (carried === undefined) density = normalDensity(score / spread);
    else {
      for (let from = 0; from < POINTS; from += 1)
        density += carried.masses[from]! * normalDensity((score - carried.scores[from]!) / spread);
    }
    return (simpson * width * density) / spread / 3;
  });
  return { scores, masses };
}
