import "./metrics.js";
import { a as normalQuantile, i as normalDensity, r as normalCdf } from "./student-t.js";
import { n as CHECK_REACH, o as FAIL_SHARE } from "./bounds.js";
import { l as studentReach } from "./change.js";
/** Draws a side at the last look: so many times the policy's. */
const MOST_DRAWS = 3;
const MOST_LOOKS = 6;
/**
* One-sided normal bounds of equal looks whose errors add up to 5 % and to 2.5 %, by their number: S. J. Pocock, "Group sequential
* methods in the design and analysis of clinical trials", Biometrika 64 (1977) 191-199, to six looks in C. Jennison and
* B. W. Turnbull, Group Sequential Methods (2000), table 2.1.
*/
const POCOCK = {
	gated: [
		1.645,
		1.875,
		1.992,
		2.067,
		2.122,
		2.164
	],
	ungated: [
		1.96,
		2.178,
		2.289,
		2.361,
		2.413,
		2.453
	]
};
/**
* Draws a side at each look of a confirmation. Two in the policy: 1, 2, 3, 4, 5, 6; one: 1, 2, 3; four: 2, 4, 6, 8, 10, 12. Where an
* outlier may fail, which takes two draws to see, nothing is decided after one. (Elsewhere one draw may pass; a failure waits for
* the second, `decide.ts`.) A change of models has looks of its own, `model-looks.ts`.
*/
function looksOf({ selection, actions }) {
	const last = MOST_DRAWS * selection.replicates.confirm;
	const looks = Math.min(MOST_LOOKS, last);
	const all = Array.from({ length: looks }, (_, look) => Math.ceil((look + 1) * last / looks));
	return actions?.newOutliers === "fail" ? all.filter((draws) => draws > 1) : all;
}
/**
* The one-sided level of each look for "head is worse". `gated`: only what a screen found suspicious comes here, and an overall 5 % is
* left to the fresh draws. `ungated`: what a screen could not pass, or what nothing was screened of, comes as well: 2.5 %.
* Six looks: .0152 and .0071.
*/
function levelOfLooks(policy, gate) {
	return normalCdf(-POCOCK[gate][looksOf(policy).length - 1]);
}
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
/** A bank never needs more than this to be told so. */
const MOST_SCENARIOS = 1e5;
/** The fewest scenarios with which an edit without an effect passes in 9 of 10 checks at the design's margin. */
function scenariosToPass(design) {
	const { scenarios: own, units = own } = design;
	const passesWith = (scenarios) => chancesOf({
		...design,
		scenarios,
		units: Math.max(2, Math.round(scenarios * units / own))
	}, 0).pass >= LEAST_PASSES;
	let [low, high] = [1, MOST_SCENARIOS];
	while (high - low > 1) {
		const middle = Math.floor(Math.sqrt(low * high)) + (high - low < 4 ? 1 : 0);
		const at = Math.min(high - 1, Math.max(low + 1, middle));
		if (passesWith(at)) high = at;
		else low = at;
	}
	return high;
}
/** Estimates from which a look fails, and below which it passes if it does not. */
function bounds({ margin, blocking, scenarios, units = scenarios }, { error, level }) {
	const reach = normalQuantile(1 - level / Math.max(1, blocking));
	return {
		fail: Math.max(FAIL_SHARE * margin, reach * error),
		pass: margin - studentReach(CHECK_REACH, units - 1) * error
	};
}
export { smallestRiseShown as a, scenariosToPass as i, carriedMargin as n, levelOfLooks as o, chancesOf as r, looksOf as s, LEAST_PASSES as t };
