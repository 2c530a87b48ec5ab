import "./metrics.js";
import { a as normalDensity, i as normalCdf, o as normalQuantile } from "./student-t.js";
import { d as spendEvenly, u as sequentialBounds } from "./test-change.js";
import { c as FAIL_SHARE, n as CHECK_REACH, s as FAIL_ERROR, u as LEADING_SHARE, w as UNSCREENED_FAIL_ERROR } from "./bounds.js";
import { l as studentReach } from "./relabelling.js";
/** @throws RangeError unless `draw` is a whole number from 1. */
function drawNumber(draw) {
	if (!Number.isInteger(draw) || draw < 1) throw new RangeError(`draw ${draw} cannot be compared: draws count from 1`);
	return draw;
}
/** @throws RangeError for a cell with a draw that cannot be compared, or two cells in one place. */
function indexCells(cells) {
	const index = /* @__PURE__ */ new Map();
	for (const cell of cells) {
		const place = placeOf(cell, cell.scenario, cell.model, drawNumber(cell.draw));
		if (index.has(place)) throw new RangeError(`two cells for ${place.replaceAll("\n", " ")}`);
		index.set(place, cell);
	}
	return index;
}
/** The rows of each scenario, draw after draw; every scenario asked for is there. */
function readRows(index, query) {
	const draws = Array.from({ length: query.draws }, (_, offset) => drawNumber(offset + 1));
	return new Map(query.scenarios.map((scenario) => [scenario, draws.map((draw) => ({
		scenario,
		draw,
		cells: query.models.map((model) => index.get(placeOf(query, scenario, model, draw)))
	}))]));
}
function placeOf(side, scenario, model, draw) {
	return `${side.stage}\n${side.arm}\n${draw}\n${model}\n${scenario}`;
}
/** Draws a side at the last look: so many times the policy's. */
const MOST_DRAWS = 3;
const MOST_LOOKS = 6;
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
/** How much error a confirmation may make depends on whether a screen came before it, see `bounds.ts`. */
const ERRORS = {
	screened: FAIL_ERROR,
	unscreened: UNSCREENED_FAIL_ERROR
};
/** Computed bounds are kept: they cost a tenth of a second, and a check asks for the same ones at every look. */
const known = /* @__PURE__ */ new Map();
/**
* The one-sided level of the look after so many draws a side, over all metrics, so that the looks together make no more than the
* whole error: spent about evenly (`stats/group-sequential.ts`). Six looks of a screened check: .0076 at the first, .0098 at the last.
* @throws RangeError where there is no such look.
*/
function levelAt(policy, draws, { after }) {
	const looks = looksOf(policy);
	const place = `${after} ${looks.join(" ")}`;
	const bounds = known.get(place) ?? sequentialBounds(looks.map((look) => look / looks.at(-1)), spendEvenly(ERRORS[after]));
	known.set(place, bounds);
	const bound = bounds[looks.indexOf(draws)];
	if (bound === void 0) throw new RangeError(`no look after ${draws} draws`);
	return normalCdf(-bound);
}
/**
* How the blocking metrics share an error: non-compliance, which most edits move first, gets half of it where other
* metrics block as well.
*/
function errorShares(metrics) {
	if (!(metrics.includes("nonCompliance") && metrics.length > 1)) return metrics.map(() => 1 / Math.max(1, metrics.length));
	return metrics.map((metric) => metric === "nonCompliance" ? LEADING_SHARE : (1 - LEADING_SHARE) / (metrics.length - 1));
}
const NIGHT = 216e5;
/** Whether these answers were made without a pause as long as that between nights. Those without dates have no nights. */
function isOneNight(cells) {
	const times = cells.flatMap(({ at }) => at === void 0 ? [] : [Date.parse(at)]).sort((a, b) => a - b);
	return times.every((time, index) => index === 0 || time - times[index - 1] <= NIGHT);
}
/**
* Draws of one run count as one night: a new one begins where nothing was made for NIGHT_HOURS. Undefined where an answer has no
* date (simulated and recorded models have no nights).
*/
function labelNights(cells, draws) {
	const latest = /* @__PURE__ */ new Map();
	for (const { arm, draw, at, problematic } of cells) {
		if (problematic === "missing") continue;
		if (at === void 0) return void 0;
		const place = arm === "head" ? "head" : String(draw);
		latest.set(place, Math.max(latest.get(place) ?? 0, Date.parse(at)));
	}
	const times = [...new Set(latest.values())].sort((a, b) => a - b);
	const nights = /* @__PURE__ */ new Map();
	let night = 0;
	for (const [index, time] of times.entries()) {
		if (index > 0 && time - times[index - 1] > NIGHT) night += 1;
		nights.set(time, night);
	}
	const labelOf = (place) => nights.get(latest.get(place) ?? times.at(-1) ?? 0) ?? 0;
	return {
		base: Array.from({ length: draws }, (_, index) => labelOf(String(index + 1))),
		head: labelOf("head")
	};
}
/**
* Share of answers whose majority ruling comes out otherwise when the same judges rule again. Reported of real panels of three
* at a base rate near 23 % (bench/README.md, "Decision"); `spec-gate calibrate` measures yours.
*/
const USUAL_RETEST_FLIPS = .15;
/** The probability of finding an effect that "would show" means. */
const POWER = .8;
/**
* How unevenly a rise is spread over answers: 0 raises each a little, 1 turns some wholly and others not at all. Fitted
* to the simulated panel (bench/decision), whose rise turns the answers that judges doubt.
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
			relabelled: Math.sqrt(within / look + (between + rise ** 2 / scenarios) / (2 * look - 1)),
			level: levelAt(policy, look, { after: "unscreened" })
		});
		const fails = look === 1 && models >= 3 ? Math.max(bound.fail, rise) + FAR * spread : bound.fail;
		const passes = Math.min(bound.pass, fails);
		chances.draws += undecided.reduce((total, { chance }) => total + chance, 0) * (look - (before?.draws ?? 0));
		for (const { estimate, chance } of undecided) {
			const mean = rise + slope * (estimate - rise);
			chances.fail += chance * (1 - normalCdf((fails - mean) / spread));
			chances.pass += chance * normalCdf((passes - mean) / spread);
		}
		undecided = carryOn(undecided, {
			from: passes,
			to: fails
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
/** Points of Simpson's rule between the bounds of a look, and where nothing is left to integrate (in standard deviations). */
const INTERVALS = 40;
const FAR = 6;
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
/**
* How often an edit without an effect must pass for a margin to count as carried: below it most checks would stay
* undecided.
*/
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
/** The largest number of scenarios that is tried. */
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
/** The two limits of a look: it fails from the first estimate on, and passes below the second. */
function bounds({ margin, blocking, scenarios, units = scenarios, share = blocking > 1 ? LEADING_SHARE : 1 }, { error, relabelled, level }) {
	const reach = normalQuantile(1 - level * share);
	return {
		fail: Math.max(FAIL_SHARE * margin, reach * relabelled),
		pass: margin - studentReach(CHECK_REACH, units - 1) * error
	};
}
export { smallestRiseShown as a, errorShares as c, drawNumber as d, indexCells as f, scenariosToPass as i, levelAt as l, carriedMargin as n, isOneNight as o, readRows as p, chancesOf as r, labelNights as s, LEAST_PASSES as t, looksOf as u };
