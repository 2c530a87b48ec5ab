// Holm's step-down adjustment: the chance of any false alarm in a family stays below the level, whatever the dependence.

/**
 * Adjusted p-values in the order given; reject where one is <= the level. An empty family gives an empty list.
 * S. Holm, "A simple sequentially rejective multiple test procedure", Scand. J. Statist. 6 (1979) 65-70.
 * `holm([0.01, 0.04, 0.03])` is [0.03, 0.06, 0.06].
 */
export function holm(pValues: readonly number[]): readonly number[] {
  const m = pValues.length;
  const adjusted = pValues.map(() => 1);
  let highest = 0;
  for (const [rank, index] of ascending(pValues).entries()) {
    highest = Math.max(highest, Math.min(1, (m - rank) * pValues[index]!));
    adjusted[index] = highest;
  }
  return adjusted;
}

/** Indices of the values from the smallest up; ties keep their order. */
function ascending(values: readonly number[]): number[] {
  return values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!);
}
