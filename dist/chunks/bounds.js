/** Screen: the 97.5 % quantile of Student's t with 23 degrees of freedom, so 24 scenarios or more are served. */
const SCREEN_REACH = 2.07;
/** Level at which a screen asks for confirmation, before division by the blocking metrics. */
const SCREEN_LEVEL = .05;
/**
* Confirmation, two equal looks at a one-sided overall 5 %: S. J. Pocock, "Group sequential methods in the design and
* analysis of clinical trials", Biometrika 64 (1977) 191-199: 1.875, that is 0.0304 a look.
*/
const CONFIRM_REACH = 1.875;
const CONFIRM_LEVEL = .0304;
/** A confirmed effect fails from this share of the margin on. */
const FAIL_SHARE = .5;
/** z(.95) + z(.80): 80 % power at a one-sided 5 % (E. Miller, arXiv:2411.00640, 5). */
const DETECTABLE_REACH = 2.486;
/** More missing cells than this share, or a judge that rules on less than that of what it was asked: inconclusive. */
const MOST_MISSING = .05;
const LEAST_ANSWERED = .9;
/** False discovery rate of the clauses reported. */
const CLAUSE_RATE = .05;
/** One-sided 95 % bounds of the absolute limits, and the draws they need. */
const LIMIT_REACH = 1.645;
export { FAIL_SHARE as a, MOST_MISSING as c, DETECTABLE_REACH as i, SCREEN_LEVEL as l, CONFIRM_LEVEL as n, LEAST_ANSWERED as o, CONFIRM_REACH as r, LIMIT_REACH as s, CLAUSE_RATE as t, SCREEN_REACH as u };
