// How much draws of one scenario vary, and how much nights vary beyond that.
import { leastOf } from '../core/extremes.ts';
import { mean } from '../stats/mean.ts';

/**
 * The variance of a night's mean over all scenarios beyond what the draws' own noise explains; each draw is a night. Zero
 * with fewer than two draws. [[0, 1], [0, 1]] (two scenarios, both nights apart by 1): 0.5 - 0.25 = 0.25.
 */
export function betweenNights(draws: readonly (readonly number[])[]): number {
  const nights = leastOf(draws.map((values) => values.length));
  if (draws.length === 0 || nights < 2) return 0;
  const means = Array.from({ length: nights }, (_, night) => mean(draws.map((values) => values[night]!)));
  return Math.max(0, sumOfSquares(means) / (nights - 1) - withinVariance(draws) / draws.length);
}

/**
 * Variance of one draw within a scenario, pooled over scenarios; a scenario with one draw adds nothing. [[0, 1], [1,
 * 1]]: 0.25.
 */
export function withinVariance(draws: readonly (readonly number[])[]): number {
  const freedom = draws.reduce((total, values) => total + Math.max(0, values.length - 1), 0);
  return freedom === 0 ? 0 : draws.reduce((total, values) => total + sumOfSquares(values), 0) / freedom;
}

/** Squared distances from their mean, added up; 0 of none. */
export function sumOfSquares(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const centre = mean(values);
  return values.reduce((total, value) => total + (value - centre) ** 2, 0);
}
