// The beta distribution: regularised incomplete beta function and its inverse; Student t and Clopper-Pearson rest on it.
import { gammaln } from 'simple-statistics';

const TINY = 1e-300;
const MAX_TERMS = 10_000;

/**
 * I_x(a, b), the probability that a Beta(a, b) variable is at most x; a, b > 0.
 * Continued fraction by the modified Lentz method (Press et al., Numerical Recipes, 3rd ed., 6.4).
 * `betaCdf(0.5, 2, 3)` is 0.6875.
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log1p(-x));
  // The fraction converges fast on this side of the mean; the other side is reached by symmetry.
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a;
  return 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= MAX_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return value;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/**
 * The x with I_x(a, b) = p, by bisection to the last digits. `betaQuantile(0.6875, 2, 3)` is 0.5.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0 || p === 1) return p;
  let lower = 0;
  let upper = 1;
  for (;;) {
    const middle = (lower + upper) / 2;
    if (middle <= lower || middle >= upper || upper - lower <= 1e-15 * upper) return middle;
    if (betaCdf(middle, a, b) < p) lower = middle;
    else upper = middle;
  }
}
