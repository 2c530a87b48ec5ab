import { i as mean, n as leastOf, r as gammaln, s as sum, x as mean$1 } from "./action-compare-accept-report-bank-ask-check.js";
import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
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
/** Adds to the key's list, which it begins where there is none. */
function addToList(lists, key, item) {
	const list = lists.get(key);
	if (list === void 0) lists.set(key, [item]);
	else list.push(item);
}
/** The answer where there is no number. */
function undefinedEstimate(reason) {
	return {
		status: "undefined",
		reason
	};
}
/**
* E. Miller, "Adding Error Bars to Evals", arXiv:2411.00640 (2024), section 2.2; the correction as in inspect_ai's `stderr`.
* Empty clusters are left out. Undefined with fewer than two clusters; where all cluster sums agree with the mean the error
* is 0, which shows no certainty. [[1,1,0],[0,0,0],[1,1,1],[1,0]]: mean 0.5455, error 0.2270, uncorrected 0.1966.
*/
function clusteredMean(clusters) {
	const filled = clusters.filter((cluster) => cluster.length > 0);
	if (filled.length === 0) return undefinedEstimate("no-units");
	if (filled.length === 1) return undefinedEstimate("one-unit");
	const values = filled.flat();
	const value = mean(values);
	const squares = filled.map((cluster) => sum(cluster.map((item) => item - value)) ** 2);
	const uncorrected = Math.sqrt(sum(squares)) / values.length;
	const degreesOfFreedom = filled.length - 1;
	return {
		status: "defined",
		value,
		standardError: uncorrected * Math.sqrt(filled.length / degreesOfFreedom),
		uncorrected,
		degreesOfFreedom
	};
}
const SQRT_TWO_PI = 2.5066282746310002;
/** Density at z. `normalDensity(0)` is 0.39894. */
function normalDensity(z) {
	return Math.exp(-.5 * z * z) / SQRT_TWO_PI;
}
/**
* P(Z <= z). Within three of zero the series of Marsaglia, "Evaluating the normal distribution", J. Stat. Softw. 11(4)
* (2004); beyond, Laplace's continued fraction (Abramowitz and Stegun 26.2.14). `normalCdf(1.96)` is 0.9750021.
*/
function normalCdf(z) {
	const x = Math.abs(z);
	const lower = x < 3 ? .5 - betweenZeroAnd(x) : tailBeyond(x);
	return z > 0 ? 1 - lower : lower;
}
/** P(0 < Z < x): density times x + x^3 / 3 + x^5 / (3 x 5) + ... */
function betweenZeroAnd(x) {
	let term = x;
	let total = 0;
	for (let odd = 3; total + term !== total; odd += 2) {
		total += term;
		term *= x * x / odd;
	}
	return total * normalDensity(x);
}
/** P(Z > x) for x >= 3: density / (x + 1 / (x + 2 / (x + 3 / ...))). */
function tailBeyond(x) {
	let fraction = x;
	for (let depth = 80; depth >= 1; depth -= 1) fraction = x + depth / fraction;
	return normalDensity(x) / fraction;
}
/**
* The z with P(Z <= z) = p; -Infinity for 0, Infinity for 1, NaN outside.
* Abramowitz and Stegun 26.2.23 (error below 4.5e-4), then two Halley steps. `normalQuantile(0.975)` is 1.959964.
*/
function normalQuantile(p) {
	if (!(p >= 0 && p <= 1)) return NaN;
	if (p > .5) return -normalQuantile(1 - p);
	if (p === 0) return Number.NEGATIVE_INFINITY;
	const t = Math.sqrt(-2 * Math.log(p));
	let z = ((.010328 * t + .802853) * t + 2.515517) / (((.001308 * t + .189269) * t + 1.432788) * t + 1) - t;
	for (let step = 0; step < 2; step += 1) {
		const newton = (normalCdf(z) - p) / normalDensity(z);
		z -= newton / (1 + z * newton / 2);
	}
	return z;
}
const TINY = 1e-300;
const MAX_TERMS = 1e4;
/**
* I_x(a, b), the probability that a Beta(a, b) variable is at most x; a, b > 0.
* Continued fraction by the modified Lentz method (Press et al., Numerical Recipes, 3rd ed., 6.4).
* `betaCdf(0.5, 2, 3)` is 0.6875.
*/
function betaCdf(x, a, b) {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	const front = Math.exp(gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log1p(-x));
	if (x < (a + 1) / (a + b + 2)) return front * betaFraction(x, a, b) / a;
	return 1 - front * betaFraction(1 - x, b, a) / b;
}
function betaFraction(x, a, b) {
	let c = 1;
	let d = 1 / awayFromZero(1 - (a + b) * x / (a + 1));
	let value = d;
	for (let m = 1; m <= MAX_TERMS; m += 1) {
		const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / awayFromZero(1 + even * d);
		c = awayFromZero(1 + even / c);
		value *= d * c;
		const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / awayFromZero(1 + odd * d);
		c = awayFromZero(1 + odd / c);
		value *= d * c;
		if (Math.abs(d * c - 1) < 1e-15) break;
	}
	return value;
}
function awayFromZero(value) {
	return Math.abs(value) < TINY ? TINY : value;
}
/**
* The x with I_x(a, b) = p, by bisection to the last digits. `betaQuantile(0.6875, 2, 3)` is 0.5.
*/
function betaQuantile(p, a, b) {
	if (!(p >= 0 && p <= 1)) return NaN;
	if (p === 0 || p === 1) return p;
	let lower = 0;
	let upper = 1;
	for (;;) {
		const middle = (lower + upper) / 2;
		if (middle <= lower || middle >= upper || upper - lower <= 1e-15 * upper) return middle;
		if (betaCdf(middle, a, b) < p) lower = middle;
		else upper = middle;
	}
}
/**
* P(T <= t) with `df` > 0 degrees of freedom (Abramowitz and Stegun 26.7.1). `studentTCdf(2.228139, 10)` is 0.975.
*/
function studentTCdf(t, df) {
	if (t === Number.POSITIVE_INFINITY) return 1;
	if (t === Number.NEGATIVE_INFINITY) return 0;
	const tail = betaCdf(df / (df + t * t), df / 2, .5) / 2;
	return t > 0 ? 1 - tail : tail;
}
/**
* The t with P(T <= t) = p; -Infinity for 0, Infinity for 1. `studentTQuantile(0.975, 10)` is 2.228139.
*/
function studentTQuantile(p, df) {
	if (!(p >= 0 && p <= 1)) return NaN;
	if (p > .5) return -studentTQuantile(1 - p, df);
	if (p === 0) return Number.NEGATIVE_INFINITY;
	if (p > .25) {
		const y = betaQuantile(1 - 2 * p, .5, df / 2);
		return -Math.sqrt(df * y / (1 - y));
	}
	const x = betaQuantile(2 * p, df / 2, .5);
	return -Math.sqrt(df * (1 - x) / x);
}
/**
* The variance of a night's mean over all scenarios beyond what the draws' own noise explains; each draw is a night. Zero
* with fewer than two draws. [[0, 1], [0, 1]] (two scenarios, both nights apart by 1): 0.5 - 0.25 = 0.25.
*/
function betweenNights(draws) {
	const nights = leastOf(draws.map((values) => values.length));
	if (draws.length === 0 || nights < 2) return 0;
	const means = Array.from({ length: nights }, (_, night) => mean$1(draws.map((values) => values[night])));
	return Math.max(0, sumOfSquares(means) / (nights - 1) - withinVariance(draws) / draws.length);
}
/**
* Variance of one draw within a scenario, pooled over scenarios; a scenario with one draw adds nothing. [[0, 1], [1,
* 1]]: 0.25.
*/
function withinVariance(draws) {
	const freedom = draws.reduce((total, values) => total + Math.max(0, values.length - 1), 0);
	return freedom === 0 ? 0 : draws.reduce((total, values) => total + sumOfSquares(values), 0) / freedom;
}
/** Squared distances from their mean, added up; 0 of none. */
function sumOfSquares(values) {
	if (values.length === 0) return 0;
	const centre = mean$1(values);
	return values.reduce((total, value) => total + (value - centre) ** 2, 0);
}
/**
* Zero where both sides were drawn on one night. Against stored answers the night's effect is taken as normal about 0 with the
* variance that nights are known to have. Base answers of today show it, and the luck of the stored ones on the same scenarios,
* with an error of their own: what they differ by is taken off by the share that makes the rest least uncertain (a linear
* regression on a covariate with known moments; W. G. Cochran, Sampling Techniques, 3rd ed., 7.3; for a night alone it is the
* shrunken mean). Without them all of it stays.
*/
function measureNight(units, flip) {
	const stored = units.flatMap((unit) => unit.stored === void 0 ? [] : [unit.stored]);
	if (stored.length === 0 || stored.length < units.length) return {
		shift: 0,
		variance: 0
	};
	const variance = nightVariance(units, stored, flip);
	const today = units.flatMap(({ stored: base = [], today: fresh = [] }) => base.length === 0 || fresh.length === 0 ? [] : [mean$1(fresh) - mean$1(base)]);
	if (today.length < 2) return {
		shift: 0,
		variance
	};
	const seen = mean$1(today);
	const error = today.reduce((total, one) => total + (one - seen) ** 2, 0) / (today.length - 1) / today.length;
	const shared = variance + luckOfStored(units, stored);
	const share = variance + error === 0 ? 0 : Math.min(1, shared / (variance + error));
	return {
		shift: share * seen,
		variance: variance - 2 * share * shared + share ** 2 * (variance + error)
	};
}
/** The variance that the stored draws' own noise gives to the mean over scenarios. */
function luckOfStored(units, stored) {
	if (units.some(({ sameAnswers }) => sameAnswers)) return 0;
	const filled = stored.filter((draws) => draws.length > 0);
	const within = withinVariance(filled);
	return filled.reduce((total, draws) => total + within / draws.length, 0) / Math.max(1, filled.length) ** 2;
}
/** Variance of the difference between one night and the mean of the stored nights. */
function nightVariance(units, stored, flip) {
	const compared = leastOf(units.map(({ base }) => base.length));
	const [first] = units;
	if (first?.nights === void 0) return betweenNights(stored) * (1 + 1 / compared);
	const weights = /* @__PURE__ */ new Map([[first.nights.head, 1]]);
	for (const night of first.nights.base.slice(0, compared)) weights.set(night, (weights.get(night) ?? 0) - 1 / compared);
	const weight = [...weights.values()].reduce((total, share) => total + share ** 2, 0);
	return weight < 1e-9 ? 0 : spreadOfNights(units, stored, flip) * weight;
}
/**
* The variance of a night: what the stored ones differ by beyond the noise of their draws, drawn towards the usual size, the more
* the fewer there are. With one night, where nothing can be seen, the usual size.
*/
function spreadOfNights(units, stored, flip) {
	const within = withinVariance(stored);
	const usual = (USUAL_NIGHT * within / flip) ** 2;
	const nights = [...new Set(units.flatMap(({ nights: own }) => own?.base ?? []))];
	if (nights.length < 2) return usual;
	const means = nights.map((night) => {
		const values = units.flatMap(({ stored: own = [], nights: labels }) => {
			const ofNight = own.filter((_, draw) => labels?.base[draw] === night);
			return ofNight.length === 0 ? [] : [{
				mean: mean$1(ofNight),
				noise: within / ofNight.length
			}];
		});
		const noise = values.reduce((total, one) => total + one.noise, 0) / values.length ** 2;
		return {
			mean: mean$1(values.map((one) => one.mean)),
			noise
		};
	});
	const centre = mean$1(means.map((one) => one.mean));
	const freedom = nights.length - 1;
	const beyond = means.reduce((total, one) => total + (one.mean - centre) ** 2, 0) / freedom - mean$1(means.map(({ noise }) => noise));
	return Math.max(0, (2 * usual + freedom * beyond) / (2 + freedom));
}
/**
* Undefined where no scenario has values on both arms. `flip` is what one flipped cell moves a row's value by: 1 / models,
* or 1 where the row flips as a whole.
*/
function measureChange(units, flip) {
	const both = units.filter(({ base, head }) => base.length > 0 && head.length > 0);
	if (both.length === 0) return void 0;
	const n = both.length;
	const differences = both.map(({ base, head }) => mean$1(head) - mean$1(base));
	const night = measureNight(both, flip);
	const value = mean$1(differences) - night.shift;
	const between = n > 1 ? sumOfSquares(differences) / (n - 1) / n : Number.POSITIVE_INFINITY;
	const groups = spreadOfGroups(both, differences);
	const spread = Math.max(between, groups?.variance ?? 0);
	return {
		value,
		standardError: Math.max(Math.sqrt(Math.max(0, spread + night.variance)), halfFlip(both, flip)),
		base: mean$1(both.map(({ base }) => mean$1(base))),
		head: mean$1(both.map(({ head }) => mean$1(head))) - night.shift,
		scenarios: n,
		...whereDefined({ clusters: groups?.clusters })
	};
}
/**
* The variance of the mean, with groups as the unit; undefined where there are too few groups, or every scenario is a
* group of its own.
*/
function spreadOfGroups(units, differences) {
	const groups = /* @__PURE__ */ new Map();
	for (const [index, unit] of units.entries()) addToList(groups, placeOf(unit), differences[index]);
	if (groups.size < 10 || groups.size === units.length) return void 0;
	const clustered = clusteredMean([...groups.values()]);
	return clustered.status === "undefined" ? void 0 : {
		variance: clustered.standardError ** 2,
		clusters: groups.size
	};
}
/**
* Of how many groups the scenarios are, where those are too few to be the unit; undefined where they are enough, or nothing is
* shared. A rise that only some groups show may be in none of so few, and then no error that is computed from them can tell.
*/
function countFewGroups(units) {
	const { size } = new Set(units.map(placeOf));
	return size < 10 && size < units.length ? size : void 0;
}
/** The chance that what one group in four shows is in none of so many. */
function missesOneInFour(groups) {
	return (3 / 4) ** groups;
}
function placeOf({ scenario, group }) {
	return JSON.stringify(group === void 0 ? { scenario } : { group });
}
/** The upper bound of a change, `reach` standard errors above the estimate: a pass needs it under the margin. */
function upperBound(change, reach) {
	return change.value + halfWidth(change, reach);
}
/**
* The interval with both ends `reach` standard errors away; its upper end is `upperBound`, so interval and verdict
* agree.
*/
function intervalAt(change, reach) {
	const half = halfWidth(change, reach);
	return Number.isFinite(half) ? [change.value - half, change.value + half] : void 0;
}
function halfWidth(change, reach) {
	return Number.isFinite(change.standardError) ? studentReach(reach, unitsOf(change) - 1) * change.standardError : Number.POSITIVE_INFINITY;
}
const reaches = /* @__PURE__ */ new Map();
/** The t that leaves as much outside as the normal `reach` does: a spread that is estimated is known less well. 2.1 at 31: 2.19. */
function studentReach(reach, freedom) {
	if (freedom < 1) return Number.POSITIVE_INFINITY;
	const place = `${reach} ${freedom}`;
	const known = reaches.get(place) ?? studentTQuantile(normalCdf(reach), freedom);
	reaches.set(place, known);
	return known;
}
/** What is counted as independent. */
function unitsOf({ scenarios, clusters }) {
	return clusters ?? scenarios;
}
/** Two-sided 95 % over scenarios, Student's t; of several changes that are asked at once each, so that all hold (Bonferroni). */
function intervalOf(change, changes = 1) {
	if (!Number.isFinite(change.standardError)) return void 0;
	const reach = studentTQuantile(1 - .025 / changes, unitsOf(change) - 1) * change.standardError;
	return [change.value - reach, change.value + reach];
}
/** One-sided p that the head is worse, by Student's t over scenarios; 1 with one scenario. */
function scenarioTest(change) {
	if (!Number.isFinite(change.standardError)) return 1;
	return studentTCdf(-change.value / change.standardError, unitsOf(change) - 1);
}
/**
* The smallest change that evidence of this error shows 4 times in 5 at a one-sided level, and of `least` at least; normal. For what
* is no share, whose noise a rise would not change.
*/
function detectableChange({ standardError }, { level, least = 0 }) {
	if (!Number.isFinite(standardError)) return void 0;
	return DETECTABLE_POWER * standardError + Math.max(least, normalQuantile(1 - level) * standardError);
}
/**
* Where nothing flipped, as though half a flip had (a Poisson variance of one half): the width that no flips in n rows
* leave open.
*/
function halfFlip(units, flip) {
	const rows = units.reduce((total, { head }) => total + head.length, 0);
	return Math.SQRT1_2 * flip / Math.max(1, rows);
}
export { FAIL_ERROR as A, MODEL_FINDING_RATE as B, undefinedEstimate as C, CLAUSE_FAIL_LEVEL as D, CHECK_REACH as E, LEAST_KAPPA as F, SCREEN_REACH as G, MOST_MISSING as H, LEAST_LET_THROUGH as I, TODAY_SHARE as K, LEAST_RIGHT as L, FINDING_RATE as M, LEADING_SHARE as N, CLAUSE_RATE as O, LEAST_ANSWERED as P, LIMIT_REACH as R, clusteredMean as S, CHECK_CONFIDENCE as T, SCREEN_CONFIDENCE as U, MODEL_PASS_ERROR as V, SCREEN_LEVEL as W, betaCdf as _, intervalOf as a, normalDensity as b, scenarioTest as c, upperBound as d, measureNight as f, studentTQuantile as g, studentTCdf as h, intervalAt as i, FAIL_SHARE as j, DIFFERS_LEVEL as k, spreadOfGroups as l, withinVariance as m, detectableChange as n, measureChange as o, betweenNights as p, UNSCREENED_FAIL_ERROR as q, halfFlip as r, missesOneInFour as s, countFewGroups as t, studentReach as u, betaQuantile as v, addToList as w, normalQuantile as x, normalCdf as y, MODEL_FAIL_ERROR as z };
