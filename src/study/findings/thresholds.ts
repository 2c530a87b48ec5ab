// When a pattern in the rulings is a finding about the spec, and not a single odd case.

/** Scenarios that must show it. A judge that errs on one response makes one scenario, seldom three of one clause. */
export const FEWEST_SCENARIOS = 3;

/**
 * The least share of the scenarios that could have shown it. A panel whose judges agree on 70 % of the responses shows some
 * of every pattern by chance; these shares lie above that and are meant to be read with the counts beside them.
 */
export const LEAST_SHARE = {
  contradiction: 0.2,
  interpretiveAmbiguity: 0.3,
  activationConflict: 0.2,
  granularityGap: 0.3,
} as const;

/** Of each kind, those with the most scenarios. */
export const MOST_OF_A_KIND = 5;

/** A scenario shows an ambiguity or a conflict where at least this share of its responses does that could. */
export const LEAST_SHARE_OF_RESPONSES = 0.5;

/** Examples named with a finding. */
export const MOST_EXAMPLES = 5;
