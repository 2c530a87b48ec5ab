// Holm's step-down adjustment: the chance of any false alarm in a family stays below the level, whatever the dependence.

/**
 * Adjusted p-values in the order given; reject where one is <= the level. An empty family gives an empty list. `shares`: of the
 * level, one for each (positive, any sum); equal ones without.
 * S. Holm, "A simple sequentially rejective multiple test procedure", Scand. J. Statist. 6 (1979) 65-70; with shares section 5.
 * `holm([0.01, 0.04, 0.03])` is [0.03, 0.06, 0.06]; with shares 2, 1, 1 [0.02, 0.06, 0.06].
 */
export function holm(pValues: readonly number[], shares: readonly number[] = pValues.map(() => 1)): readonly number[] {
  const adjusted = pValues.map(() => 1);
  let left = shares.reduce((total, share) => total + share, 0);
  let highest = 0;
  for (const index of ascending(pValues.map((p, place) => p / shares[place]!))) {
    highest = Math.max(highest, Math.min(1, (left / shares[index]!) * pValues[index]!));
    adjusted[index] = highest;
    left -= shares[index]!;
  }
  return adjusted;
}

/** Indices of the values from the smallest up; ties keep their order. */
function ascending(values: readonly number[]): number[] {
  return values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!);
}
