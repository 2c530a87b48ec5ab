// Krippendorff's alpha: agreement beyond chance for any scale, any number of raters and missing ratings.
import type { Estimate } from '../../src/stats/estimate.ts';
import { undefinedEstimate } from '../../src/stats/estimate.ts';

/** How far apart two ratings are; `ratio` needs ratings of at least 0. */
export type Scale = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** Alpha (`value`; 1 perfect, 0 chance) with the disagreement observed and expected. */
export type Alpha = Estimate<{
  observed: number;
  expected: number;
  /** Ratings in units that have two or more. */
  pairable: number;
}>;

/**
 * `ratings` are units x raters, `null` for a missing one; units with a single rating are left out. K. Krippendorff,
 * Content Analysis (2004), ch. 11, "Computing Krippendorff's alpha-reliability" (2011), section D. Undefined where no unit
 * has two ratings or all ratings are the same. For an interval, resample units with `clusterBootstrap`. His 4 observers x
 * 12 units: nominal 0.743, ordinal 0.815, interval 0.849, ratio 0.797.
 */
export function krippendorffAlpha(ratings: readonly (readonly (number | null)[])[], scale: Scale): Alpha {
  const units = ratings.map((unit) => unit.filter((rating) => rating !== null)).filter((unit) => unit.length > 1);
  if (units.length === 0) {
    return undefinedEstimate(ratings.some((unit) => unit.some((rating) => rating !== null)) ? 'no-pairs' : 'no-units');
  }
  const values = [...new Set(units.flat())].sort((a, b) => a - b);
  if (values.length === 1) return undefinedEstimate('one-category');
  const rows = units.map((unit) => values.map((value) => unit.filter((rating) => rating === value).length));
  const totals = values.map((_, column) => rows.reduce((total, row) => total + row[column]!, 0));
  const pairable = totals.reduce((total, count) => total + count, 0);
  let observed = 0;
  let expected = 0;
  for (let low = 0; low < values.length; low += 1) {
    for (let high = low + 1; high < values.length; high += 1) {
      const apart = squaredDistance({ low, high, values, totals }, scale);
      for (const [index, row] of rows.entries()) {
        observed += (2 * apart * row[low]! * row[high]!) / (units[index]!.length - 1) / pairable;
      }
      expected += (2 * apart * totals[low]! * totals[high]!) / (pairable * (pairable - 1));
    }
  }
  return { status: 'defined', value: 1 - observed / expected, observed, expected, pairable };
}

/** The columns compared, all values in rising order, and how often each occurs. */
interface Compared {
  readonly low: number;
  readonly high: number;
  readonly values: readonly number[];
  readonly totals: readonly number[];
}

function squaredDistance({ low, high, values, totals }: Compared, scale: Scale): number {
  const a = values[low]!;
  const b = values[high]!;
  if (scale === 'nominal') return 1;
  if (scale === 'interval') return (b - a) ** 2;
  if (scale === 'ratio') return ((b - a) / (b + a)) ** 2;
  const upTo = totals.slice(low, high + 1).reduce((total, count) => total + count, 0);
  return (upTo - (totals[low]! + totals[high]!) / 2) ** 2;
}
