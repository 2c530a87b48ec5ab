/**
* How much a night usually moves what is measured: this share of the variance of one answer's ruling between draws (a shift of
* 0.3 logit moves 3.2 points where 15 % of rulings flip). Where only one night is stored that is all that is known; further ones
* are held against it as though it had been seen in PRIOR_NIGHTS of them: the spread of a handful of nights is badly known.
*/
const USUAL_NIGHT = .44;
/** Share of a screen's scenarios whose base is asked again before stored answers let a change pass. */
const TODAY_SHARE = .5;
/**
* How far the interval reaches at every look of a check, in normal standard errors (Student's t widens it where scenarios are
* few). A pass keeps the upper end under the margin. A check looks up to ten times and stops where it has seen enough, so each
* look must be surer than the whole: at 2.1 the interval of the look that decided holds the true rise in 94 to 98 % of simulated
* checks of no effect and of 8 points, also where nights differ (bench/README.md, "Looks").
*/
const CHECK_REACH = 2.1;
/** Confidence of a check's intervals over all of its looks together. */
const CHECK_CONFIDENCE = .95;
/** A comparison of given outcomes with a stored base: the 97.5 % quantile of Student's t with 23 degrees of freedom. */
const SCREEN_REACH = 2.07;
const SCREEN_CONFIDENCE = .95;
/** One-sided level at which a screen asks for a confirmation; it is divided by the number of blocking metrics. */
const SCREEN_LEVEL = .05;
/**
* One-sided error of failing a change without an effect, over all metrics and all looks of a confirmation: after a screen, whose
* passes take away some of it (simulated: 1 to 2 % fail), and where nothing was screened.
*/
const FAIL_ERROR = .03;
const UNSCREENED_FAIL_ERROR = .025;
/** Share of that error that non-compliance gets; the other blocking metrics get equal parts of the rest. */
const LEADING_SHARE = .5;
const MODEL_FAIL_ERROR = .025;
const MODEL_PASS_ERROR = .05;
/** A confirmed effect fails where it is at least this share of the margin. */
const FAIL_SHARE = .5;
/** z(.80): a rise that the evidence "could have shown" is one it shows with 80 % probability. */
const DETECTABLE_POWER = .8416;
/**
* A stage with a larger share of missing cells than this is inconclusive, and so is one where a judge ruled on a
* smaller share of what it was asked than LEAST_ANSWERED.
*/
const MOST_MISSING = .05;
const LEAST_ANSWERED = .9;
/** False discovery rate of groups that are a family of their own (sections of `compare`). */
const CLAUSE_RATE = .05;
/** False discovery rate of everything that a check remarks on beside its verdict, all together. */
const FINDING_RATE = .1;
/**
* In a change of models half of that rate is for what every check remarks on, and half for what the new model does
* differently.
*/
const MODEL_FINDING_RATE = FINDING_RATE / 2;
/**
* Level of the test whether the effect differs by scenario, which is whether it varies more over scenarios than draws
* explain.
*/
const DIFFERS_LEVEL = .05;
/** Reach (standard errors) of the one-sided 95 % bounds that absolute limits are held against, and the draws they need. */
const LIMIT_REACH = 1.645;
/** A watched clause fails at this level, over all that a screen flagged (Holm); its violations are ruled on once in a confirmation. */
const CLAUSE_FAIL_LEVEL = .015;
/** A clause fails where the head allows at least this share of the violations that the base forbids. */
const LEAST_LET_THROUGH = .25;
/** Panel: share of rulings on answers of known ruling that must be right; chance alone is right on half of them. */
const LEAST_RIGHT = .75;
/** Panel: agreement beyond chance (Fleiss' kappa) that its 95 % interval must reach; real panels have about 0.4 (Zhang et al., arXiv:2510.07686). */
const LEAST_KAPPA = .2;
export { TODAY_SHARE as C, SCREEN_REACH as S, USUAL_NIGHT as T, MODEL_FINDING_RATE as _, DETECTABLE_POWER as a, SCREEN_CONFIDENCE as b, FAIL_SHARE as c, LEAST_ANSWERED as d, LEAST_KAPPA as f, MODEL_FAIL_ERROR as g, LIMIT_REACH as h, CLAUSE_RATE as i, FINDING_RATE as l, LEAST_RIGHT as m, CHECK_REACH as n, DIFFERS_LEVEL as o, LEAST_LET_THROUGH as p, CLAUSE_FAIL_LEVEL as r, FAIL_ERROR as s, CHECK_CONFIDENCE as t, LEADING_SHARE as u, MODEL_PASS_ERROR as v, UNSCREENED_FAIL_ERROR as w, SCREEN_LEVEL as x, MOST_MISSING as y };
