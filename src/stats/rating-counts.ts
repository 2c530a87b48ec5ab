// Ratings as counts per unit and category, the form every agreement coefficient here reads.

/** One row a unit, one column a category: how many raters put the unit there. Rows may have different totals. */
export type RatingCounts = readonly (readonly number[])[];

/**
 * Counts ratings given as units x raters; `null` is a missing rating (an abstention). `categories` fixes the columns and
 * must name every rating that occurs: a category nobody used still counts for AC1.
 * `countRatings([['a', 'b'], ['a', null]], ['a', 'b'])` is [[1, 1], [1, 0]].
 * @throws RangeError for a rating outside `categories`.
 */
export function countRatings<Category extends string | number>(
  ratings: readonly (readonly (Category | null)[])[],
  categories: readonly Category[],
): RatingCounts {
  return ratings.map((unit) => {
    const row = categories.map(() => 0);
    for (const rating of unit) {
      if (rating === null) continue;
      const column = categories.indexOf(rating);
      if (column === -1) throw new RangeError(`rating outside the categories: ${rating}`);
      row[column]! += 1;
    }
    return row;
  });
}
