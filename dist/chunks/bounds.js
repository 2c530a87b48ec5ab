/**
* How much a night usually moves what is measured: this share of the variance of one answer's ruling between draws (a shift of
* 0.3 logit moves 3.2 points where 15 % of rulings flip). Where only one night is stored that is all that is known; each further
* one counts as much as PRIOR_NIGHTS against it.
*/
const USUAL_NIGHT = .44;
const PRIOR_NIGHTS = .3;
/** Share of a screen's scenarios whose base is asked again before stored answers let a change pass. */
const TODAY_SHARE = .5;
/** Screen: the 97.5 % quantile of Student's t with 23 degrees of freedom, so 24 scenarios or more are served. */
const SCREEN_REACH = 2.07;
/** Two-sided: the confidence of an interval at the screen's reach, and at the confirmation's (2 x .0304 are left outside). */
const SCREEN_CONFIDENCE = .95;
const CONFIRM_CONFIDENCE = .94;
/** Level at which a screen asks for confirmation, before division by the blocking metrics. */
const SCREEN_LEVEL = .05;
/**
* Confirmation, two equal looks at a one-sided overall 5 %: S. J. Pocock, "Group sequential methods in the design and
* analysis of clinical trials", Biometrika 64 (1977) 191-199: 1.875, that is 0.0304 a look.
*/
const CONFIRM_REACH = 1.875;
const CONFIRM_LEVEL = .0304;
/**
* The same without a screen before it (scenarios that were written for a change): what a screen would have passed comes here,
* too, so the level has to hold false alarms down alone. Two equal looks at a one-sided overall 2.5 %: z 2.178 (Pocock 1977).
*/
const UNSCREENED_LEVEL = .0147;
const MODEL_FAIL_ERROR = .025;
const MODEL_PASS_ERROR = .05;
/** A confirmed effect fails from this share of the margin on. */
const FAIL_SHARE = .5;
/** z(.95) + z(.80): 80 % power at a one-sided 5 % (E. Miller, arXiv:2411.00640, 5). */
const DETECTABLE_REACH = 2.486;
/** More missing cells than this share, or a judge that rules on less than that of what it was asked: inconclusive. */
const MOST_MISSING = .05;
const LEAST_ANSWERED = .9;
/** False discovery rate of groups that are told apart for themselves (sections of `compare`, tables of a changed model). */
const CLAUSE_RATE = .05;
/** False discovery rate of everything that a check remarks on beside its verdict, all together. */
const FINDING_RATE = .1;
/** An effect that spreads over scenarios more than draws explain at this level differs by scenario. */
const DIFFERS_LEVEL = .05;
/** One-sided 95 % bounds of the absolute limits, and the draws they need. */
const LIMIT_REACH = 1.645;
/** Of the violations that base forbids at least this share must be allowed for a fail. */
const LEAST_LET_THROUGH = .25;
/** Panel: share of rulings on answers of known ruling that must be right; chance alone is right on half of them. */
const LEAST_RIGHT = .75;
/** Panel: agreement beyond chance (Fleiss' kappa) that its 95 % interval must reach; real panels have about 0.4 (Zhang et al., arXiv:2510.07686). */
const LEAST_KAPPA = .2;
export { USUAL_NIGHT as C, UNSCREENED_LEVEL as S, PRIOR_NIGHTS as _, DETECTABLE_REACH as a, SCREEN_REACH as b, FINDING_RATE as c, LEAST_LET_THROUGH as d, LEAST_RIGHT as f, MOST_MISSING as g, MODEL_PASS_ERROR as h, CONFIRM_REACH as i, LEAST_ANSWERED as l, MODEL_FAIL_ERROR as m, CONFIRM_CONFIDENCE as n, DIFFERS_LEVEL as o, LIMIT_REACH as p, CONFIRM_LEVEL as r, FAIL_SHARE as s, CLAUSE_RATE as t, LEAST_KAPPA as u, SCREEN_CONFIDENCE as v, TODAY_SHARE as x, SCREEN_LEVEL as y };
