// How sure a night must be before it pages anybody: an alpha budget for a quarter, spent evenly.

/** The longest quarter. */
const NIGHTS = 92;
/** False pages expected in a quarter, over all models, judges and metrics, at most. */
export const FALSE_PAGES = 0.5;

interface Watched {
  readonly models: number;
  readonly judges: number;
  readonly classifiers: 0 | 1;
}

/**
 * Tests a night that can page. Each judge and the classifier once. Each metric twice (tonight, and the last seven nights
 * together): non-compliance of each model, and of two models or more together; rejections and disagreement likewise, where
 * there is a classifier. A test of both directions counts once, since its p is doubled.
 *
 * @example 4 models, 3 judges, a classifier: 8 + 2 + 8 + 2 + 3 + 1 = 24.
 */
export function countTests({ models, judges, classifiers }: Watched): number {
  const subjects = models + (models < 2 ? 0 : 1);
  return 2 * subjects * (1 + classifiers) + judges + classifiers;
}

/**
 * The level of each test that can page. Expectations add up whatever the dependence, so with `tests` a night the expected
 * number of false pages a quarter is at most 92 x tests x level = 0.5 (Bonferroni, spent evenly over the nights).
 *
 * @example 24 tests: 0.5 / 92 / 24 = 0.000226.
 */
export function pageLevel(watched: Watched): number {
  return FALSE_PAGES / NIGHTS / Math.max(1, countTests(watched));
}

/** What asks for a second, independent set of draws. It spends nothing: a page needs the level above on all draws. */
export const SUSPICION = 0.05;
