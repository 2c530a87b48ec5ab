// Agreement of each pair of raters: shows which judge stands apart, as one coefficient for the panel cannot.
import type { Estimate } from './estimate.ts';
import { undefinedEstimate } from './estimate.ts';

/** Two raters (columns, `first` < `second`), the units both rated, and the share on which they agree. */
export interface RaterPair {
  readonly first: number;
  readonly second: number;
  /** Units that both rated. */
  readonly shared: number;
  /** Undefined where they share no unit. */
  readonly agreement: Estimate;
}

/**
 * Every pair of columns of `ratings` (units x raters, `null` for a missing rating), in order. Fewer than two raters give
 * an empty list. Three raters of one unit, ['a', 'a', 'b']: agreement 1, 0 and 0.
 */
export function pairwiseAgreement(ratings: readonly (readonly (string | number | null)[])[]): readonly RaterPair[] {
  const raters = Math.max(0, ...ratings.map((unit) => unit.length));
  return Array.from({ length: raters }, (_, first) =>
    Array.from({ length: raters - first - 1 }, (__, gap) => comparePair(ratings, { first, second: first + 1 + gap })),
  ).flat();
}

function comparePair(
  ratings: readonly (readonly (string | number | null)[])[],
  { first, second }: { readonly first: number; readonly second: number },
): RaterPair {
  const both = ratings.filter((unit) => (unit[first] ?? null) !== null && (unit[second] ?? null) !== null);
  const shared = both.length;
  const agreed = both.filter((unit) => unit[first] === unit[second]).length;
  const agreement: Estimate =
    shared === 0 ? undefinedEstimate('no-pairs') : { status: 'defined', value: agreed / shared };
  return { first, second, shared, agreement };
}
