// The Benjamini-Hochberg step-up adjustment: the expected share of false discoveries among those reported.

/**
 * Adjusted p-values in the order given; report where one is <= the rate. An empty family gives an empty list.
 * Y. Benjamini and Y. Hochberg, J. R. Statist. Soc. B 57 (1995) 289-300; valid for independent or positively dependent
 * tests. `benjaminiHochberg([0.01, 0.04, 0.03])` is [0.03, 0.04, 0.04].
 */
export function benjaminiHochberg(pValues: readonly number[]): readonly number[] {
  const m = pValues.length;
  const adjusted = pValues.map(() => 1);
  let lowest = 1;
  const descending = pValues.map((_, index) => index).sort((a, b) => pValues[b]! - pValues[a]!);
  for (const [rank, index] of descending.entries()) {
    lowest = Math.min(lowest, (m / (m - rank)) * pValues[index]!);
    adjusted[index] = lowest;
  }
  return adjusted;
}
