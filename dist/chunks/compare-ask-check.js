import { t as whereDefined } from "./action-merge-compare-diff-ref-accept-report-bank-ask-check.js";
import { i as sha256, n as hashJson } from "./commands-action-merge-compare-diff-ref-accept-report-bank-ask-check.js";
import { a as readShared, d as mean, n as METRICS, t as BLOCKING_METRICS } from "./action-compare-ref-accept-report-bank-ask-check.js";
import { a as gammaln, l as sum, o as mean$1 } from "./compare-bank-ask-check.js";
const jumps = [
	3639956645,
	3750757012,
	1261568508,
	386426335
];
var XoroShiro128Plus = class XoroShiro128Plus {
	constructor(s01, s00, s11, s10) {
		this.s01 = s01;
		this.s00 = s00;
		this.s11 = s11;
		this.s10 = s10;
	}
	clone() {
		return new XoroShiro128Plus(this.s01, this.s00, this.s11, this.s10);
	}
	next() {
		const out = this.s00 + this.s10 | 0;
		const a0 = this.s10 ^ this.s00;
		const a1 = this.s11 ^ this.s01;
		const s00 = this.s00;
		const s01 = this.s01;
		this.s00 = s00 << 24 ^ s01 >>> 8 ^ a0 ^ a0 << 16;
		this.s01 = s01 << 24 ^ s00 >>> 8 ^ a1 ^ (a1 << 16 | a0 >>> 16);
		this.s10 = a1 << 5 ^ a0 >>> 27;
		this.s11 = a0 << 5 ^ a1 >>> 27;
		return out;
	}
	jump() {
		let ns01 = 0;
		let ns00 = 0;
		let ns11 = 0;
		let ns10 = 0;
		let s01 = this.s01;
		let s00 = this.s00;
		let s11 = this.s11;
		let s10 = this.s10;
		for (let i = 0; i !== 4; ++i) {
			const ji = jumps[i];
			for (let mask = 1; mask; mask <<= 1) {
				if (ji & mask) {
					ns01 ^= s01;
					ns00 ^= s00;
					ns11 ^= s11;
					ns10 ^= s10;
				}
				const a0 = s10 ^ s00;
				const a1 = s11 ^ s01;
				const s00_ = s00;
				const s01_ = s01;
				s00 = s00_ << 24 ^ s01_ >>> 8 ^ a0 ^ a0 << 16;
				s01 = s01_ << 24 ^ s00_ >>> 8 ^ a1 ^ (a1 << 16 | a0 >>> 16);
				s10 = a1 << 5 ^ a0 >>> 27;
				s11 = a0 << 5 ^ a1 >>> 27;
			}
		}
		this.s01 = ns01;
		this.s00 = ns00;
		this.s11 = ns11;
		this.s10 = ns10;
	}
	getState() {
		return [
			this.s01,
			this.s00,
			this.s11,
			this.s10
		];
	}
};
function xoroshiro128plusFromState(state) {
	if (!(state.length === 4)) throw new Error("The state must have been produced by a xoroshiro128plus RandomGenerator");
	return new XoroShiro128Plus(state[0], state[1], state[2], state[3]);
}
/** A generator whose state comes from the hash of `seed`; different seeds give unrelated streams. */
function createRandom(seed) {
	const digest = sha256(seed);
	const rng = xoroshiro128plusFromState([
		0,
		8,
		16,
		24
	].map((start) => Number.parseInt(digest.slice(start, start + 8), 16) | 0));
	const next = () => {
		const high = rng.next() >>> 5;
		const low = rng.next() >>> 6;
		return (high * 67108864 + low) / 9007199254740992;
	};
	const below = (bound) => {
		for (;;) {
			const drawn = (rng.next() ^ 2147483648) >>> 0;
			const times = Math.floor(drawn / bound);
			if ((times + 1) * bound <= 4294967296) return drawn - times * bound;
		}
	};
	return {
		next,
		below,
		normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
	};
}
/** A shuffled copy (Fisher and Yates). */
function shuffle(items, random) {
	const copy = [...items];
	for (let last = copy.length - 1; last > 0; last -= 1) {
		const other = random.below(last + 1);
		[copy[last], copy[other]] = [copy[other], copy[last]];
	}
	return copy;
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
/**
* Little early, most at the end, as the bounds of O'Brien and Fleming do (Lan and DeMets, Biometrika 70 (1983) 659-663):
* 2 - 2 Phi(z(1 - error / 2) / sqrt(share)). One-sided 2.5 % at a fifth of the evidence: 5.4e-7.
*/
function spendLate(error) {
	const reach = normalQuantile(1 - error / 2);
	return (share) => share <= 0 ? 0 : 2 * normalCdf(-reach / Math.sqrt(Math.min(1, share)));
}
/** About evenly, as the equal bounds of Pocock do (the same): error x ln(1 + (e - 1) share). One-sided 2.5 % at a fifth: 0.74 %. */
function spendEvenly(error) {
	return (share) => error * Math.log(1 + (Math.E - 1) * Math.min(1, Math.max(0, share)));
}
/** Points of the density that is carried from look to look, and how far below zero it begins (in standard deviations). */
const POINTS = 301;
const LOWEST = -8;
/**
* One-sided upper bounds for the standardised estimate at each look, so that without an effect the first crossing at look k has
* the probability spent there. `shares` rise strictly to 1 at most: the information of each look relative to the last one's.
* Numerical integration over the score process, whose increments are independent (Armitage, McPherson and Rowe, J. R. Statist.
* Soc. A 132 (1969) 235-244; Jennison and Turnbull, Group Sequential Methods, 2000, ch. 19), good to about four digits.
* Five even looks at 2.5 %, spent late: 4.877 3.357 2.680 2.290 2.031; evenly: 2.438 2.427 2.410 2.397 2.386.
* @throws RangeError for shares that do not rise.
*/
function sequentialBounds(shares, spending) {
	return [...eachBound(shares, spending)];
}
/** The same one after the other: a bound rests on those before it alone, and takes milliseconds. */
function* eachBound(shares, spending) {
	let carried;
	let before = 0;
	for (const [look, share] of shares.entries()) {
		if (!(share > before && share <= 1 + 1e-9)) throw new RangeError(`shares of evidence must rise to 1: ${shares.join(", ")}`);
		const spent = spending(share) - (before === 0 ? 0 : spending(before));
		const bound = carried === void 0 ? normalQuantile(1 - spent) : boundFor(spent, {
			carried,
			before,
			share
		});
		yield bound;
		if (look === shares.length - 1) return;
		carried = carryOn(bound, {
			carried,
			before,
			share
		});
		before = share;
	}
}
function boundFor(spent, step) {
	let [low, high] = [0, 8];
	for (let round = 0; round < 32; round += 1) {
		const middle = (low + high) / 2;
		if (crossing(middle, step) > spent) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
/** P(not crossed before, and the standardised estimate of this look above the bound). */
function crossing(bound, { carried: { scores, masses }, before, share }) {
	const line = bound * Math.sqrt(share);
	const spread = Math.sqrt(share - before);
	let total = 0;
	for (let index = 0; index < POINTS; index += 1) total += masses[index] * normalCdf((scores[index] - line) / spread);
	return total;
}
function carryOn(bound, { carried, before, share }) {
	const [low, high] = [LOWEST * Math.sqrt(share), Math.min(bound, 8) * Math.sqrt(share)];
	const width = (high - low) / 300;
	const spread = Math.sqrt(share - before);
	const scores = Float64Array.from({ length: POINTS }, (_, index) => low + index * width);
	return {
		scores,
		masses: scores.map((score, index) => {
			const simpson = index === 0 || index === 300 ? 1 : index % 2 === 1 ? 4 : 2;
			let density = 0;
			if (carried === void 0) density = normalDensity(score / spread);
			else for (let from = 0; from < POINTS; from += 1) density += carried.masses[from] * normalDensity((score - carried.scores[from]) / spread);
			return simpson * width * density / spread / 3;
		})
	};
}
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
	const value = mean$1(values);
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
	const nights = Math.min(...draws.map((values) => values.length));
	if (draws.length === 0 || nights < 2) return 0;
	const means = Array.from({ length: nights }, (_, night) => mean(draws.map((values) => values[night])));
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
	const centre = mean(values);
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
	const today = units.flatMap(({ stored: base = [], today: fresh = [] }) => base.length === 0 || fresh.length === 0 ? [] : [mean(fresh) - mean(base)]);
	if (today.length < 2) return {
		shift: 0,
		variance
	};
	const seen = mean(today);
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
	const compared = Math.min(...units.map(({ base }) => base.length));
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
				mean: mean(ofNight),
				noise: within / ofNight.length
			}];
		});
		const noise = values.reduce((total, one) => total + one.noise, 0) / values.length ** 2;
		return {
			mean: mean(values.map((one) => one.mean)),
			noise
		};
	});
	const centre = mean(means.map((one) => one.mean));
	const freedom = nights.length - 1;
	const beyond = means.reduce((total, one) => total + (one.mean - centre) ** 2, 0) / freedom - mean(means.map(({ noise }) => noise));
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
	const differences = both.map(({ base, head }) => mean(head) - mean(base));
	const night = measureNight(both, flip);
	const value = mean(differences) - night.shift;
	const between = n > 1 ? sumOfSquares(differences) / (n - 1) / n : Number.POSITIVE_INFINITY;
	const groups = spreadOfGroups(both, differences);
	const spread = Math.max(between, groups?.variance ?? 0);
	return {
		value,
		standardError: Math.max(Math.sqrt(Math.max(0, spread + night.variance)), halfFlip(both, flip)),
		base: mean(both.map(({ base }) => mean(base))),
		head: mean(both.map(({ head }) => mean(head))) - night.shift,
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
	for (const [index, { scenario, group }] of units.entries()) {
		const place = JSON.stringify(group === void 0 ? { scenario } : { group });
		const own = groups.get(place) ?? [];
		groups.set(place, own);
		own.push(differences[index]);
	}
	if (groups.size < 10 || groups.size === units.length) return void 0;
	const clustered = clusteredMean([...groups.values()]);
	return clustered.status === "undefined" ? void 0 : {
		variance: clustered.standardError ** 2,
		clusters: groups.size
	};
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
/** Undefined where the metric's level can be measured. */
function whyUnmeasured(metric, means) {
	const { readOn, needs } = METRICS[metric];
	if (readOn === "panel" && means.models < 2) return "one-model";
	switch (needs) {
		case "rulings": return;
		case "both texts":
			if (means.kind === "model") return "one-text";
			return means.bothTexts === false ? "same-rules" : void 0;
		case "two judges": return means.judges < 2 ? "one-judge" : void 0;
		case "shared clauses":
			if (means.judges < 2) return "one-judge";
			return means.sharesClauses === false ? "no-shared-clauses" : void 0;
		case "scores": return means.scoring === "possible" ? void 0 : means.scoring;
		default: return needs;
	}
}
/** Undefined where the metric can move. */
function whyUnmoved(metric, means) {
	const isSame = means.kind === "target" && METRICS[metric].needs === "scores";
	return whyUnmeasured(metric, means) ?? (isSame ? "same-answers" : void 0);
}
/**
* Options that say something else than the default, or that have none, and cannot apply: a limit on what is not measured, a
* margin for what cannot move, `fail` for what cannot get worse.
*/
function findVoidOptions({ margins, limits, actions }, means) {
	const ofMetrics = BLOCKING_METRICS.flatMap((metric) => {
		const { defaults } = METRICS[metric];
		const [unmeasured, unmoved] = [whyUnmeasured(metric, means), whyUnmoved(metric, means)];
		return [
			...unmeasured !== void 0 && limits[metric] !== void 0 ? [{
				option: `limits.${metric}`,
				why: unmeasured
			}] : [],
			...unmoved !== void 0 && margins[metric] !== defaults.margin ? [{
				option: `margins.${metric}`,
				why: unmoved
			}] : [],
			...unmoved !== void 0 && actions[metric] === "fail" && defaults.action !== "fail" ? [{
				option: `actions.${metric}`,
				why: unmoved
			}] : []
		];
	});
	const isAlone = means.models < 3 && actions.newOutliers === "fail";
	return [...ofMetrics, ...isAlone ? [{
		option: "actions.newOutliers",
		why: "two-models"
	}] : []];
}
/** More pooled draws than this in one unit, and the subset counts leave what a double holds. */
const MAX_DRAWS = 500;
/**
* The exact one-sided p of the observed labelling and the smallest any labelling can have; undefined where it would take
* more than `maxSteps` multiplications and additions. Probabilities carry about 14 digits; comparisons are in integers.
*/
function convolve(units, maxSteps) {
	const moving = units.map(describe).filter((unit) => unit.highest > unit.lowest);
	let width = 1;
	let work = 0;
	let excess = 0;
	for (const unit of moving) {
		if (unit.steps.length > MAX_DRAWS) return void 0;
		const span = unit.highest - unit.lowest;
		work += unit.steps.length * unit.heads * (unit.highest + 1) + width * (span + 1);
		width += span;
		excess += unit.observed - unit.lowest;
		if (work > maxSteps) return void 0;
	}
	const distribution = new Float64Array(width);
	distribution[0] = 1;
	let smallestP = 1;
	let top = 0;
	const scratch = new Float64Array(Math.max(1, ...moving.map((unit) => (unit.heads + 1) * (unit.highest + 1))));
	for (const unit of moving) {
		const span = unit.highest - unit.lowest;
		const choices = countSubsets(unit, scratch);
		smallestP *= choices[span];
		top += span;
		addUnit(distribution, {
			choices,
			top,
			least: Math.max(0, excess - (width - 1 - top))
		});
	}
	let p = 0;
	for (let x = width - 1; x >= excess; x -= 1) p += distribution[x];
	return {
		p: Math.min(1, p),
		midP: Math.min(1, p) - distribution[excess] / 2,
		smallestP
	};
}
function describe(unit) {
	const { steps, heads } = unit;
	const sorted = steps.slice().sort();
	let lowest = 0;
	let highest = 0;
	let observed = 0;
	for (let index = 0; index < heads; index += 1) {
		lowest += sorted[index];
		highest += sorted[sorted.length - 1 - index];
		observed += steps[steps.length - 1 - index];
	}
	return {
		steps,
		heads,
		lowest,
		highest,
		observed
	};
}
/** Probability of each sum of `heads` draws, from the lowest sum to the highest, all choices of draws equally likely. */
function countSubsets(unit, scratch) {
	const { steps, heads, lowest, highest } = unit;
	const row = unit.highest + 1;
	scratch.fill(0, 0, (heads + 1) * row);
	scratch[0] = 1;
	for (let seen = 0; seen < steps.length; seen += 1) {
		const step = steps[seen];
		const fewest = Math.max(0, heads - (steps.length - seen));
		for (let taken = Math.min(seen, heads - 1); taken >= fewest; taken -= 1) {
			const from = taken * row;
			const to = from + row + step;
			for (let sum = 0; sum < row - step; sum += 1) scratch[to + sum] += scratch[from + sum];
		}
	}
	let all = 0;
	for (let sum = lowest; sum <= highest; sum += 1) all += scratch[heads * row + sum];
	const choices = scratch.slice(heads * row + lowest, heads * row + highest + 1);
	for (let index = 0; index < choices.length; index += 1) choices[index] /= all;
	return choices;
}
/**
* Convolves in place for sums from `top`, the highest now possible, down to `least`: every value read is still the old one.
*/
function addUnit(distribution, unit) {
	const { choices, top, least } = unit;
	const span = choices.length - 1;
	for (let x = top; x >= least; x -= 1) {
		const last = Math.min(span, x);
		let total = 0;
		for (let own = Math.max(0, x - (top - span)); own <= last; own += 1) total += choices[own] * distribution[x - own];
		distribution[x] = total;
	}
}
/** Steps above this are no grid worth convolving. */
const MAX_STEPS = 1e6;
/** Distances from a whole step that are rounding, not a finer grid. */
const SLACK = 1e-6;
/**
* The change is, up to a constant, the sum over units of (sum of draws labelled head) x (1/heads + 1/bases): so one step is
* the greatest common divisor of the weighted differences between draws. Undefined where there is none to speak of.
* Base [0, 1] and head [1, 1] weigh 1 a unit: steps [0, 1, 1, 1].
*/
function placeOnGrid(units) {
	let step = 0;
	let largest = 0;
	for (const unit of units) {
		const weight = headWeight(unit);
		const floor = smallest(unit);
		for (const arm of [unit.base, unit.head]) for (let index = 0; index < arm.length; index += 1) {
			const height = (arm[index] - floor) * weight;
			if (height > largest) largest = height;
			step = commonDivisor(step, height, largest * 1e-9);
		}
		if (step * MAX_STEPS < largest) return void 0;
	}
	const grid = [];
	for (const unit of units) {
		const placed = placeUnit(unit, step);
		if (placed === void 0) return void 0;
		grid.push(placed);
	}
	return grid;
}
function placeUnit(unit, step) {
	const scale = step === 0 ? 0 : headWeight(unit) / step;
	const floor = smallest(unit);
	const steps = new Int32Array(unit.base.length + unit.head.length);
	for (let index = 0; index < steps.length; index += 1) {
		const exact = ((index < unit.base.length ? unit.base[index] : unit.head[index - unit.base.length]) - floor) * scale;
		const whole = Math.round(exact);
		if (!(Math.abs(exact - whole) <= SLACK)) return void 0;
		steps[index] = whole;
	}
	return {
		steps,
		heads: unit.head.length
	};
}
/** Euclid's algorithm on non-negative numbers; a remainder up to `noise` counts as zero. */
function commonDivisor(first, second, noise) {
	let a = first;
	let b = second;
	while (b > noise) {
		const remainder = a % b;
		a = b;
		b = b - remainder <= noise ? 0 : remainder;
	}
	return a;
}
function headWeight(unit) {
	return 1 / unit.head.length + 1 / unit.base.length;
}
function smallest(unit) {
	let least = Number.POSITIVE_INFINITY;
	for (let index = 0; index < unit.base.length; index += 1) least = Math.min(least, unit.base[index]);
	for (let index = 0; index < unit.head.length; index += 1) least = Math.min(least, unit.head[index]);
	return least;
}
/** Up to this many labellings of a unit are listed (8 draws choose 4 is 70); larger units are shuffled instead. */
const MAX_LISTED = 1e3;
/**
* One-sided p = (1 + #{change at least the observed}) / (samples + 1), and the smallest p these outcomes allow: that of
* the most extreme labelling, but not below 1 / (samples + 1).
*/
function sampleRelabellings(units, samples, seed) {
	const pools = units.map(poolDraws).filter(({ draws }) => draws.some((draw) => draw !== draws[0]));
	if (pools.length === 0) return {
		p: 1,
		midP: .5,
		smallestP: 1
	};
	let observed = 0;
	let scale = 0;
	let extreme = 1;
	for (const pool of pools) {
		observed += headSum(pool);
		scale += pool.draws.reduce((total, draw) => total + Math.abs(draw), 0) * pool.weight;
		extreme *= chanceOfHighest(pool);
	}
	const tie = scale * 1e-12;
	const reached = observed - tie;
	const random = createRandom(seed);
	let [atLeast, ties] = [0, 0];
	for (let sample = 0; sample < samples; sample += 1) {
		let change = 0;
		for (const pool of pools) change += drawLabelling(pool, random);
		if (change >= reached) atLeast += 1;
		if (Math.abs(change - observed) <= tie) ties += 1;
	}
	const share = (count) => (1 + count) / (samples + 1);
	return {
		p: share(atLeast),
		midP: share(atLeast - ties / 2),
		smallestP: Math.max(extreme, share(0))
	};
}
function poolDraws(unit) {
	const draws = new Float64Array(unit.head.length + unit.base.length);
	draws.set(unit.head, 0);
	draws.set(unit.base, unit.head.length);
	const pool = {
		draws,
		heads: unit.head.length,
		weight: 1 / unit.head.length + 1 / unit.base.length
	};
	const few = choose$1(draws.length, pool.heads) <= MAX_LISTED;
	return {
		...pool,
		listed: few ? listLabellings(pool) : void 0
	};
}
function listLabellings({ draws, heads, weight }) {
	const sums = [];
	const extend = (next, left, sum) => {
		if (left === 0) sums.push(sum * weight);
		else for (let index = next; index <= draws.length - left; index += 1) extend(index + 1, left - 1, sum + draws[index]);
	};
	extend(0, heads, 0);
	return Float64Array.from(sums);
}
/** A uniformly random labelling of the unit: what it adds to the change. */
function drawLabelling(pool, random) {
	if (pool.listed !== void 0) return pool.listed[random.below(pool.listed.length)];
	relabel(pool, random);
	return headSum(pool);
}
function headSum({ draws, heads, weight }) {
	let total = 0;
	for (let index = 0; index < heads; index += 1) total += draws[index];
	return total * weight;
}
/** The first steps of a Fisher-Yates shuffle: a uniform choice whatever the order before. */
function relabel({ draws, heads }, random) {
	for (let index = 0; index < heads; index += 1) {
		const other = index + random.below(draws.length - index);
		const draw = draws[index];
		draws[index] = draws[other];
		draws[other] = draw;
	}
}
/** Probability that a random labelling has this unit's highest sum: only the ties at the cut are free to choose. */
function chanceOfHighest({ draws, heads }) {
	const sorted = draws.slice().sort().reverse();
	const cut = sorted[heads - 1];
	const tied = sorted.filter((draw) => draw === cut).length;
	const tiedTaken = sorted.slice(0, heads).filter((draw) => draw === cut).length;
	return choose$1(tied, tiedTaken) / choose$1(sorted.length, heads);
}
function choose$1(n, k) {
	let ways = 1;
	for (let index = 1; index <= k; index += 1) ways *= (n - k + index) / index;
	return ways;
}
/**
* Pools each unit's draws, relabels as many of them "head" as there were, all choices equally likely, and asks how often
* the mean change is at least the one observed: one-sided for "head is worse". Any numbers of draws, also different ones
* per unit and arm. Valid if a unit's draws are exchangeable when nothing changed (Fisher 1935, The Design of
* Experiments, 21; Pitman, J. R. Statist. Soc. Suppl. 4 (1937) 119-130).
*
* Exact by convolution of integers where outcomes lie on a common grid (counts, or equal fractions) and the work is within
* `maxSteps` (Pagano and Tritchler, JASA 78 (1983) 435-440); otherwise seeded Monte Carlo with p = (1 + #) / (B + 1)
* (Davison and Hinkley, Bootstrap Methods, 1997, 4.2.5). Undefined without a unit that has both arms. All draws equal: p 1,
* smallest p 1. Throws RangeError for an outcome that is not finite. For "head is better" swap the arms; two-sided is twice the smaller, at most 1.
*
* Example: one unit, base [0, 0], head [1, 1]: 1 of 6 choices is as high, p 1/6. Darwin's 15 pairs of Zea mays (Fisher, 21),
* differences in eighths of an inch 49 -67 8 16 6 23 28 41 14 29 56 24 75 60 -48: p 863/32768 = 0.02634.
*/
function relabellingTest(draws, options) {
	const units = draws.filter(({ base, head }) => base.length > 0 && head.length > 0);
	if (units.length === 0) return undefinedEstimate("no-units");
	let rise = 0;
	for (const { base, head } of units) rise += mean(head) - mean(base);
	if (!Number.isFinite(rise)) throw new RangeError("outcomes must be finite numbers");
	const common = {
		status: "defined",
		value: rise / units.length,
		units: units.length
	};
	const grid = placeOnGrid(units);
	const exact = grid === void 0 ? void 0 : convolve(grid, options.maxSteps ?? 2e7);
	if (exact !== void 0) return {
		...common,
		...exact,
		method: "exact"
	};
	return {
		...common,
		...sampleRelabellings(units, options.samples ?? 9999, options.seed),
		method: "monte-carlo"
	};
}
/**
* One-sided p that head is worse. `prompt`: a draw of a scenario (every model's response with its rulings) is one bundle,
* exchanged within the scenario. `target`: the two rulings of a stored response are exchanged; all responses of a
* scenario's draw together, so that noise they share cannot pass for evidence. `model`: nothing is exchangeable between two
* models, so Student's t over scenario differences, which is the wider error for these scenarios. 1 where nothing was measured.
*/
function testChange(units, options) {
	return testOneWay(units, options).p;
}
/** The same with its mid-p (see `relabellingTest`) and the smallest p that these outcomes could have given, however they lay. */
function testOneWay(units, options) {
	if (options.kind === "model") {
		const change = measureChange(units.map(alone), options.flip);
		const p = change === void 0 ? 1 : scenarioTest(change);
		return {
			p,
			midP: p,
			smallestP: smallestAttainableP(units, options.kind)
		};
	}
	const draws = inCanonicalOrder(exchangeable(units, options.kind));
	const seed = `${options.seed}\n${hashJson(draws.map(textOf))}`;
	const place = `${seed}\n${options.samples} ${options.maxSteps}`;
	const known = tested.get(place) ?? relabellingTest(draws, {
		...options,
		seed
	});
	if (tested.size >= MOST_KEPT) tested.clear();
	tested.set(place, known);
	return known.status === "defined" ? known : {
		p: 1,
		midP: 1,
		smallestP: 1
	};
}
/** The same draws are tested again where a look adds nothing to them; a seed names its draws, so it names the test. */
const tested = /* @__PURE__ */ new Map();
const MOST_KEPT = 500;
/** Without its group: for what is said of these very scenarios each one counts by itself. */
function alone({ scenario, base, head, stored, nights, today, sameAnswers }) {
	return {
		scenario,
		base,
		head,
		...whereDefined({
			stored,
			nights,
			today,
			sameAnswers
		})
	};
}
/** Two-sided: twice the smaller of the one-sided p values, 1 at most. */
function testChangeEitherWay(units, options) {
	return testEitherWay(units, options).p;
}
/** Two-sided, with the smallest p. */
function testEitherWay(units, options) {
	const [up, down] = [testOneWay(units, options), testOneWay(units.map(turnRound), options)];
	const twice = (read) => Math.min(1, 2 * Math.min(up[read], down[read]));
	return {
		p: twice("p"),
		smallestP: twice("smallestP")
	};
}
/** The same evidence with better for worse: what it was measured on, and so its error, stays. */
function turnRound({ base, head, stored, today, ...rest }) {
	const turn = (values) => values.map((value) => -value);
	const sides = {
		base: turn(base),
		head: turn(head)
	};
	return {
		...rest,
		...sides,
		...whereDefined({
			stored: stored && turn(stored),
			today: today && turn(today)
		})
	};
}
/**
* The smallest one-sided p that any outcome on this many draws could have. A test whose smallest p is above the level cannot speak.
* One draw against four in two scenarios: 1/25.
*/
function smallestAttainableP(units, kind) {
	if (kind === "model") return units.filter(hasBoth).length > 2 ? 0 : 1;
	return exchangeable(units, kind).reduce((p, { base, head }) => p / choose(base.length + head.length, head.length), 1);
}
function exchangeable(units, kind) {
	if (kind === "prompt") return units.filter(hasBoth);
	return units.flatMap(({ base, head }) => head.map((value, draw) => ({
		base: [base[draw]],
		head: [value]
	})));
}
function hasBoth({ base, head }) {
	return base.length > 0 && head.length > 0;
}
/** Sorted by values alone, so that names and the order of scenarios and models do not change a sampled p. */
function inCanonicalOrder(draws) {
	const ordered = draws.map(({ base, head }) => ({
		base: Array.from(base).sort(ascending),
		head: Array.from(head).sort(ascending)
	}));
	const texts = new Map(ordered.map((unit) => [unit, textOf(unit)]));
	return ordered.sort((a, b) => texts.get(a) < texts.get(b) ? -1 : 1);
}
function ascending(a, b) {
	return a - b;
}
function textOf({ base, head }) {
	return `${sorted(base)}|${sorted(head)}`;
}
function sorted(values) {
	return Array.from(values, (value) => Math.round(value * 1e9)).sort((a, b) => a - b).join(" ");
}
function choose(n, k) {
	let ways = 1;
	for (let index = 1; index <= k; index += 1) ways *= (n - k + index) / index;
	return ways;
}
/**
* Exact conditional p and the less conservative mid-p (Q. McNemar, Psychometrika 12 (1947) 153-157; M. W. Fagerland,
* S. Lydersen and P. Laake, BMC Med. Res. Methodol. 13:91 (2013)). Pairs must be independent: one a scenario, not one a
* scenario and model. No pair changed: every p is 1. Throws RangeError unless both are whole numbers of at least 0.
* Bentur et al. 2009 (Fagerland, table 1), 7 and 1: exact 0.0703, mid-p 0.0391. 46 and 21: exact 0.00307.
*/
function mcnemar({ worse, better }) {
	if (!isCount(worse) || !isCount(better)) throw new RangeError(`not counts of pairs: ${worse}, ${better}`);
	const pairs = worse + better;
	if (pairs === 0) return {
		exact: {
			oneSided: 1,
			twoSided: 1
		},
		midP: {
			oneSided: 1,
			twoSided: 1
		}
	};
	const here = Math.exp(gammaln(pairs + 1) - gammaln(worse + 1) - gammaln(better + 1) - pairs * Math.LN2);
	const worseOrMore = atLeast(worse, pairs);
	const twoSided = Math.min(1, 2 * atLeast(Math.max(worse, better), pairs));
	return {
		exact: {
			oneSided: worseOrMore,
			twoSided
		},
		midP: {
			oneSided: worseOrMore - here / 2,
			twoSided: twoSided - (worse === better ? here / 2 : here)
		}
	};
}
/** P(X >= k) for X the heads among `tosses` of a fair coin (Abramowitz and Stegun 26.5.24). */
function atLeast(k, tosses) {
	return k === 0 ? 1 : betaCdf(.5, k, tosses - k + 1);
}
function isCount(value) {
	return Number.isSafeInteger(value) && value >= 0;
}
/**
* Adjusted p-values in the order given; report where one is <= the rate. An empty family gives an empty list.
* Y. Benjamini and Y. Hochberg, J. R. Statist. Soc. B 57 (1995) 289-300; valid for independent or positively dependent
* tests. `benjaminiHochberg([0.01, 0.04, 0.03])` is [0.03, 0.04, 0.04].
*/
function benjaminiHochberg(pValues) {
	const m = pValues.length;
	const adjusted = pValues.map(() => 1);
	let lowest = 1;
	const descending = pValues.map((_, index) => index).sort((a, b) => pValues[b] - pValues[a]);
	for (const [rank, index] of descending.entries()) {
		lowest = Math.min(lowest, m / (m - rank) * pValues[index]);
		adjusted[index] = lowest;
	}
	return adjusted;
}
/** The probability of finding a rise that "could have shown it" means. */
const POWER = .8;
/**
* Over evidence drawn again like this, with a rise added: the estimate varies as scenarios and draws do, and by what the rise itself
* adds; it must pass the test's line and be at least `least`. The line is normal with the variance that relabelling
* gives these draws (Fisher 1935, 21), half a step further where outcomes are counts. The observed change is taken off first, so
* that it is no noise of its own. Undefined with one scenario; above 1 where nothing could be shown.
*/
function smallestShown(units, rule) {
	const noise = noiseOf(units, rule);
	if (noise === void 0) return void 0;
	if (chanceToShow(noise, rule, 1) < POWER) return Number.POSITIVE_INFINITY;
	let [low, high] = [0, 1];
	for (let step = 0; step < 20; step += 1) {
		const middle = (low + high) / 2;
		if (chanceToShow(noise, rule, middle) >= POWER) high = middle;
		else low = middle;
	}
	return high;
}
function noiseOf(units, { flip, kind = "prompt" }) {
	const both = units.filter(({ base, head }) => base.length > 0 && head.length > 0);
	const change = measureChange(units, flip);
	if (change === void 0 || both.length < 2) return void 0;
	const n = both.length;
	const exchanged = both.map((unit) => exchangedVariance(unit, {
		change: change.value,
		kind
	}));
	const sumOf = (values) => values.reduce((total, value) => total + value, 0);
	const draws = sumOf(both.map(({ head }) => head.length)) / n;
	return {
		scenarios: n,
		spread: change.standardError ** 2,
		relabelled: kind === "model" ? change.standardError ** 2 : sumOf(exchanged.map(({ quiet }) => quiet)) / n ** 2,
		ofRise: kind === "model" ? 0 : sumOf(exchanged.map(({ ofRise }) => ofRise)) / n ** 2,
		head: change.head - change.value,
		answers: draws / flip,
		step: flip / n / draws
	};
}
/** Of a unit's mean change under exchange: without a change, which is taken off the head, and what a rise r adds: r squared times this. */
function exchangedVariance({ base, head }, { change, kind }) {
	if (kind === "target") return {
		quiet: head.reduce((total, value, draw) => total + (value - change - base[draw]) ** 2, 0) / head.length ** 2,
		ofRise: 1 / head.length
	};
	const pooled = [...base, ...head.map((value) => value - change)];
	const centre = mean(pooled);
	const squares = pooled.reduce((total, value) => total + (value - centre) ** 2, 0);
	const freedom = pooled.length - 1;
	return {
		quiet: squares / freedom * (1 / base.length + 1 / head.length),
		ofRise: 1 / freedom
	};
}
function chanceToShow(noise, { level, least = 0 }, rise) {
	const { scenarios, spread, relabelled, ofRise, head, answers, step } = noise;
	const added = rise * Math.max(0, 1 - 2 * head - rise) / answers / scenarios;
	const line = normalQuantile(1 - level) * Math.sqrt(relabelled + added + ofRise * rise ** 2) + step / 2;
	return normalCdf((rise - Math.max(line, least)) / Math.sqrt(spread + added));
}
/** There the test that carries the nights (Student's t over scenarios) must speak as well; fresh draws of both sides share theirs. */
function acrossNights({ stage }, units, { own, flip, sides }) {
	const { p, smallestP } = own;
	if (stage === "confirm") return {
		p,
		smallestP
	};
	const change = measureChange(units, flip);
	if (change === void 0) return {
		p: 1,
		smallestP: 1
	};
	const up = scenarioTest(change);
	return {
		p: Math.max(p, sides === 1 ? up : 2 * Math.min(up, 1 - up)),
		smallestP
	};
}
const IMPUTATIONS = {
	observed: {
		base: "none",
		head: "none"
	},
	"against-pass": {
		base: "low",
		head: "high"
	},
	"against-fail": {
		base: "high",
		head: "low"
	}
};
/**
* Each scenario's draws of a metric; scenarios where nothing measures it have none. With `target` the draws stand in
* pairs: both arms' rulings of the same stored responses.
*/
function readDraws(evidence, metric, reading) {
	const what = {
		read: METRICS[metric].read,
		slots: slotsOf(evidence, metric),
		reading
	};
	return drawsOf(isOfBothTexts(evidence, metric) ? underBothTexts(evidence) : evidence, what);
}
/**
* What is exchanged if the change did nothing: two rulings on one answer wherever a metric is about both texts; two models' draws
* of one scenario, where each has several.
*/
function exchangeableAs(evidence, metric) {
	if (isOfBothTexts(evidence, metric)) return "target";
	return hasModelDraws(evidence) ? "prompt" : evidence.kind;
}
/** A change of models with several draws of each scenario: they tell what is so on these scenarios from what is luck. */
function hasModelDraws({ kind, draws }) {
	return kind === "model" && draws.base > 1 && draws.head > 1;
}
/** What a finding is tested by: where a change of models did nothing, its draws are exchangeable, too. */
function exchangedIn({ kind }) {
	return kind === "target" ? "target" : "prompt";
}
function isOfBothTexts({ kind }, metric) {
	return METRICS[metric].needs === "both texts" && kind === "prompt";
}
/** The head's answers on both arms: on the base as its text has them. Both rulings are asked today, so that no night lies between. */
function underBothTexts(both) {
	const { nights: _, today: __, ...evidence } = both;
	const { ruledTwice, rows } = evidence;
	const scenarios = evidence.scenarios.filter((scenario) => ruledTwice.has(scenario));
	const head = new Map(scenarios.map((scenario) => [scenario, rows.head.get(scenario) ?? []]));
	const base = new Map([...head].map(([scenario, draws]) => [scenario, draws.map(({ cells, ...place }) => ({
		...place,
		cells: cells.map((cell) => cell?.underBase === void 0 ? void 0 : {
			...cell,
			...cell.underBase
		})
	}))]));
	return {
		...evidence,
		kind: "target",
		stage: "confirm",
		scenarios,
		rows: {
			base,
			head
		}
	};
}
/** The same of any value that a row may have, read on the slots that are compared. */
function readComparedDraws(evidence, read, reading = "observed") {
	return drawsOf(evidence, {
		read,
		slots: evidence.compared,
		reading
	});
}
function drawsOf(evidence, query) {
	const base = readArm(evidence, {
		...query,
		arm: "base"
	});
	const head = readArm(evidence, {
		...query,
		arm: "head"
	});
	const today = evidence.today === void 0 ? void 0 : readRowsOf(evidence, {
		...query,
		rows: evidence.today,
		arm: "base"
	});
	return evidence.scenarios.map((scenario) => {
		const stored = base.get(scenario) ?? [];
		const fresh = head.get(scenario) ?? [];
		const isPaired = evidence.kind === "target" && evidence.unpaired !== true;
		const pairs = isPaired ? rulingsOf(evidence, scenario, pairUp(stored, fresh)) : {
			base: known(stored),
			head: known(fresh)
		};
		const group = evidence.groups.get(scenario);
		const unit = {
			scenario,
			...pairs,
			...evidence.stage === "screen" && {
				stored: known(stored),
				...nightsOf(evidence, stored)
			},
			...whereDefined({ today: today && known(today.get(scenario) ?? []) }),
			...isPaired && { sameAnswers: true },
			...whereDefined({ group })
		};
		return evidence.kind !== "target" && query.slots.every((slot) => evidence.copying.has(slot)) ? countOnce(unit) : unit;
	});
}
/**
* Copies of one answer are one draw: its value is the mean of their rulings. Not so with `target`: there the answers are the
* stored ones on both sides, and what is drawn and compared is their rulings, each asked anew.
*/
function countOnce({ base, head, ...unit }) {
	return {
		...unit,
		base: meanIfAny(base),
		head: meanIfAny(head)
	};
}
/** What is ruled on in each draw of a scenario: draws on the same answers have one name. */
function answersOf({ rows }, scenario) {
	return (rows.head.get(scenario) ?? []).map(({ cells }) => JSON.stringify(cells.map((cell) => cell?.response)));
}
/** Those that judges only repeat are one draw: the mean of those on the same answers. */
function rulingsOf(evidence, scenario, { base, head, draws }) {
	if (evidence.repeating.length === 0) return {
		base,
		head
	};
	const answers = answersOf(evidence, scenario);
	const named = draws.map((draw) => answers[draw]);
	const names = [...new Set(named)];
	const merge = (values) => names.map((name) => mean(values.filter((_, index) => named[index] === name)));
	return {
		base: merge(base),
		head: merge(head)
	};
}
/** The mean as one value; no value where there is none. */
function meanIfAny(values) {
	return values.length === 0 ? [] : [mean(values)];
}
/** The slots (models) a metric is read on. */
function slotsOf(evidence, metric) {
	return METRICS[metric].readOn === "panel" ? evidence.models : evidence.compared;
}
/** How much a row's value moves if one answer is ruled on the other way. */
function flipOf(evidence, metric) {
	return METRICS[metric].oneAnswerMoves === "all" ? 1 : 1 / Math.max(1, slotsOf(evidence, metric).length);
}
/** A metric of several models needs two; with `target` responses are the same on both sides, so nothing scored can move. */
function isApplicable({ means }, metric) {
	return whyUnmoved(metric, means) === void 0;
}
/** The nights of those draws that were measured. */
function nightsOf({ nights }, stored) {
	if (nights === void 0) return {};
	return { nights: {
		base: stored.flatMap((value, draw) => value === void 0 ? [] : [nights.base[draw]]),
		head: nights.head
	} };
}
function readArm(evidence, query) {
	return readRowsOf(evidence, {
		...query,
		rows: evidence.rows[query.arm]
	});
}
function readRowsOf(evidence, { arm, read, slots: wanted, reading, rows }) {
	const imputation = IMPUTATIONS[reading][arm];
	const slots = new Set(wanted);
	const isWanted = evidence.models.map((model) => slots.has(model));
	return new Map([...rows].map(([scenario, draws]) => [scenario, draws.map(({ cells, ...place }) => read({
		...place,
		cells: cells.filter((_, slot) => isWanted[slot])
	}, imputation, evidence.judges.length))]));
}
function pairUp(base, head) {
	const both = head.flatMap((value, draw) => {
		const other = base[draw];
		return value === void 0 || other === void 0 ? [] : [{
			base: other,
			head: value,
			draw
		}];
	});
	return {
		base: both.map((pair) => pair.base),
		head: both.map((pair) => pair.head),
		draws: both.map(({ draw }) => draw)
	};
}
function known(values) {
	return values.filter((value) => value !== void 0);
}
/** Non-compliance and interpretation by linked clause, in order of id. */
function listClauseTests(evidence, { links, renamed, policy }) {
	const clauses = [...new Set(evidence.scenarios.flatMap((scenario) => links.get(scenario) ?? []))].sort();
	const { stage } = evidence;
	const kind = exchangedIn(evidence);
	const flip = flipOf(evidence, "nonCompliance");
	const testsOf = (about, unitsOf) => {
		const options = {
			kind,
			flip,
			seed: `${policy.seed}\n${stage}\n${about}`
		};
		return clauses.map((id) => {
			const test = testGroup({
				id,
				units: unitsOf(id)
			}, options);
			return {
				...test,
				...acrossNights(evidence, test.units, {
					own: test,
					flip,
					sides: 2
				}),
				about
			};
		});
	};
	const units = readDraws(evidence, "nonCompliance", "observed");
	const compliance = testsOf("compliance", (id) => units.filter(({ scenario }) => links.get(scenario)?.includes(id)));
	const readings = testsOf("interpretation", (id) => readComparedDraws(evidence, readShared((cited) => (renamed?.get(cited) ?? cited) === id)));
	return [...compliance, ...readings];
}
/** `tested` in the order of the tests, which are part of the family. */
function describeClauses(tests, tested, family) {
	const rows = tests.map((test, index) => {
		const { adjustedP } = tested[index];
		return {
			about: test.about,
			...describeGroup(test, test.canSpeak ? adjustedP : void 0, family)
		};
	});
	const readings = new Map(rows.flatMap(({ about, id, ...own }) => about === "interpretation" && own.change !== void 0 ? [[id, own]] : []));
	return rows.flatMap(({ about, ...clause }) => about === "compliance" ? [{
		...clause,
		...whereDefined({ interpretation: readings.get(clause.id) })
	}] : []);
}
/** The same for groups that are a family of their own. */
function localiseGroups(groups, options) {
	const tests = groups.map((group) => testGroup(group, options));
	const speaking = tests.filter(({ canSpeak }) => canSpeak);
	const adjusted = benjaminiHochberg(speaking.map(({ p }) => p));
	const adjustedP = new Map(speaking.map(({ id }, index) => [id, adjusted[index]]));
	return tests.map((test) => describeGroup(test, adjustedP.get(test.id), {
		rate: CLAUSE_RATE,
		looked: speaking.length
	}));
}
/**
* Whether the scenarios of one group moved, either way. A group too small to ever reach the rate keeps p 1 and takes no part
* in the family.
*/
function testGroup(group, options) {
	const canSpeak = 2 * smallestAttainableP(group.units, options.kind) <= CLAUSE_RATE;
	const test = canSpeak ? testEitherWay(group.units, options) : {
		p: 1,
		smallestP: 1
	};
	return {
		...group,
		...test,
		options,
		canSpeak
	};
}
/**
* The group as the report shows it, with p after the correction for its family (undefined: untested) and the smallest change
* that would have been seen, in the units of the metric.
*/
function describeGroup({ id, units, options }, adjustedP, { rate, looked }) {
	const status = adjustedP === void 0 ? "untested" : adjustedP <= rate ? "changed" : "no-effect-seen";
	const change = measureChange(units, options.flip);
	if (change === void 0) return {
		id,
		scenarios: 0,
		status
	};
	const interval = intervalOf(change);
	const detectable = smallestShown(units, {
		level: rate / Math.max(1, looked) / 2,
		flip: options.flip,
		kind: options.kind
	});
	return {
		id,
		scenarios: change.scenarios,
		base: change.base,
		head: change.head,
		change: change.value,
		...whereDefined({
			interval,
			adjustedP
		}),
		status,
		...detectable !== void 0 && Number.isFinite(detectable) && { detectable }
	};
}
export { LEAST_RIGHT as $, measureChange as A, clusteredMean as B, findVoidOptions as C, halfFlip as D, detectableChange as E, measureNight as F, DIFFERS_LEVEL as G, CHECK_CONFIDENCE as H, betweenNights as I, FINDING_RATE as J, FAIL_ERROR as K, withinVariance as L, spreadOfGroups as M, studentReach as N, intervalAt as O, upperBound as P, LEAST_LET_THROUGH as Q, studentTCdf as R, relabellingTest as S, whyUnmoved as T, CHECK_REACH as U, undefinedEstimate as V, CLAUSE_FAIL_LEVEL as W, LEAST_ANSWERED as X, LEADING_SHARE as Y, LEAST_KAPPA as Z, alone as _, betaCdf as _t, testGroup as a, SCREEN_CONFIDENCE as at, testEitherWay as b, shuffle as bt, flipOf as c, TODAY_SHARE as ct, readComparedDraws as d, sequentialBounds as dt, LIMIT_REACH as et, readDraws as f, spendEvenly as ft, mcnemar as g, normalQuantile as gt, benjaminiHochberg as h, normalDensity as ht, localiseGroups as i, MOST_MISSING as it, scenarioTest as j, intervalOf as k, hasModelDraws as l, UNSCREENED_FAIL_ERROR as lt, smallestShown as m, normalCdf as mt, describeGroup as n, MODEL_FINDING_RATE as nt, exchangeableAs as o, SCREEN_LEVEL as ot, acrossNights as p, spendLate as pt, FAIL_SHARE as q, listClauseTests as r, MODEL_PASS_ERROR as rt, exchangedIn as s, SCREEN_REACH as st, describeClauses as t, MODEL_FAIL_ERROR as tt, isApplicable as u, eachBound as ut, testChange as v, betaQuantile as vt, whyUnmeasured as w, testOneWay as x, testChangeEitherWay as y, createRandom as yt, studentTQuantile as z };
