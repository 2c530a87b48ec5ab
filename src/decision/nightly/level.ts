// How sure a night must be before it pages anybody: an alpha budget for a quarter, spent evenly.

/** The longest quarter. */
const NIGHTS = 92;
/** False pages expected in a quarter, over all models, judges and endpoints, at most. */
export const FALSE_PAGES = 0.5;

/**
 * The level of each test that can page. Expectations add up whatever the dependence, so with `tests` a night the expected
 * number of false pages a quarter is at most 92 x tests x level = 0.5 (Bonferroni, spent evenly over the nights). Each
 * model is tested twice a night (tonight, and the last seven nights together), each judge once.
 *
 * @example 4 models and 3 judges are 11 tests: 0.5 / 92 / 11 = 0.000494.
 */
export function pageLevel({ models, judges }: { readonly models: number; readonly judges: number }): number {
  return FALSE_PAGES / NIGHTS / Math.max(1, 2 * models + judges);
}

/** What asks for a second, independent set of draws. It spends nothing: a page needs the level above on all draws. */
export const SUSPICION = 0.05;
