import { i as normalQuantile, n as normalCdf, r as normalDensity } from "./estimate.js";
import { n as CHECK_REACH, o as FAIL_SHARE } from "./bounds.js";
import { c as studentReach } from "./change.js";
import { n as looksOf, t as levelOfLooks } from "./policy.js";
/**
* Share of answers whose majority ruling comes out otherwise when the same judges rule again. Reported of real panels of three
* at a base rate near 23 % (bench/README.md, "Decision"); `spec-gate calibrate` measures yours.
*/
const USUAL_RETEST_FLIPS = .15;
/** The chance of finding an effect that "would show" stands for. */
const POWER = .8;
/**
* How unevenly a rise lies over answers: 0 is a little of it in each, 1 is some that turn wholly and others not at all. Fitted to
* the simulated panel (bench/decision), whose rise turns the answers that judges doubt.
*/
const UNEVENNESS = .3;
/**
* The chances of both verdicts on one metric that truly rose by `rise`, over the looks of a confirmation without a screen (confirm.ts;
* one with a screen shows a little more, since its level is higher): each look fails where the estimate is significant after Holm
* and at least half the margin, else passes where the upper bound is under the margin, else is followed by the next.
*
* A pair of rulings of one answer differs by chance in `flips` of cases, so that its difference (-1, 0 or 1) has that variance;
* draws and models average it. An effect varies from answer to answer by UNEVENNESS x r (1 - r), which draws do not average. The
* estimates are normal, and a later one holds an earlier one: cov(X1, X2) = var X2. So what is undecided is carried from look to
* look by Simpson's rule (Armitage, McPherson and Rowe, J. R. Statist. Soc. A 132 (1969) 235-244).
*/
function chancesOf(design, rise) {
	const { models, scenarios, draws, flips = USUAL_RETEST_FLIPS } = design;
	const policy = { selection: {
		scenarios,
		extendTo: scenarios,
		replicates: {
			base: 1,
			confirm: draws
		}
	} };
	const level = levelOfLooks(policy, "ungated");
	const between = UNEVENNESS * rise * (1 - rise) / models / scenarios;
	const within = flips / models / scenarios;
	const chances = {
		fail: 0,
		pass: 0,
		draws: 0
	};
	let undecided = [{
		estimate: rise,
		chance: 1
	}];
	let before;
	for (const look of looksOf(policy)) {
		const variance = between + within / look;
		const slope = before === void 0 ? 0 : variance / before.variance;
		const spread = Math.sqrt(Math.max(1e-18, variance * (1 - slope)));
		const bound = bounds(design, {
			error: Math.sqrt(variance),
			level
		});
		const passes = Math.min(bound.pass, bound.fail);
		chances.draws += undecided.reduce((total, { chance }) => total + chance, 0) * (look - (before?.draws ?? 0));
		for (const { estimate, chance } of undecided) {
			const mean = rise + slope * (estimate - rise);
			chances.fail += chance * (1 - normalCdf((bound.fail - mean) / spread));
			chances.pass += chance * normalCdf((passes - mean) / spread);
		}
		undecided = carryOn(undecided, {
			from: passes,
			to: bound.fail
		}, (x, { estimate }) => {
			const mean = rise + slope * (estimate - rise);
			return normalDensity((x - mean) / spread) / spread;
		});
		before = {
			draws: look,
			variance
		};
	}
	return chances;
}
/** Points of Simpson's rule between the bounds of a look. */
const INTERVALS = 40;
function carryOn(undecided, { from, to }, density) {
	if (to <= from) return [];
	const width = (to - from) / INTERVALS;
	return Array.from({ length: 41 }, (_, index) => {
		const estimate = from + index * width;
		const factor = index === 0 || index === INTERVALS ? 1 : index % 2 === 1 ? 4 : 2;
		const height = undecided.reduce((total, given) => total + given.chance * density(estimate, given), 0);
		return {
			estimate,
			chance: factor * width * height / 3
		};
	});
}
/** The smallest rise that fails in 8 of 10 checks; 1 where none does. */
function smallestRiseShown(design) {
	let [low, high] = [0, 1];
	for (let step = 0; step < 24; step += 1) {
		const middle = (low + high) / 2;
		if (chancesOf(design, middle).fail >= POWER) high = middle;
		else low = middle;
	}
	return high;
}
/** An unchanged spec should pass so often, or most of what is checked stays undecided. */
const LEAST_PASSES = .9;
/**
* The margin that evidence of this size can carry: the least, in whole points from the design's own on, at which an edit without an
* effect passes in 9 of 10 checks. Four models on 12 scenarios at 5 points: 9. Undefined where none of 50 points or less does.
*/
function carriedMargin(design) {
	for (let points = Math.ceil(100 * design.margin - 1e-9); points <= 50; points += 1) if (chancesOf({
		...design,
		margin: points / 100
	}, 0).pass >= .9) return points / 100;
}
/** Estimates from which a look fails, and below which it passes if it does not. */
function bounds({ margin, blocking, scenarios }, { error, level }) {
	const reach = normalQuantile(1 - level / Math.max(1, blocking));
	return {
		fail: Math.max(FAIL_SHARE * margin, reach * error),
		pass: margin - studentReach(CHECK_REACH, scenarios - 1) * error
	};
}
export { smallestRiseShown as a, chancesOf as i, UNEVENNESS as n, carriedMargin as r, LEAST_PASSES as t };
