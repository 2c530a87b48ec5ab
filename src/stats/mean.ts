// The arithmetic mean, written once: every table, test and interval takes it from here.

/** Their sum from first to last over their number; NaN of none. `mean([1, 2, 6])` is 3. */
export function mean(values: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < values.length; index += 1) total += values[index]!;
  return total / values.length;
}
