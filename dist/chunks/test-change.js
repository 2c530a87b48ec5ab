import { n as hashJson } from "./canonical-json.js";
import { t as whereDefined } from "./where-defined.js";
import { n as METRICS, t as BLOCKING_METRICS } from "./metrics.js";
import { a as normalDensity, i as normalCdf, o as normalQuantile } from "./student-t.js";
import { o as measureChange, s as scenarioTest, t as relabellingTest } from "./relabelling.js";
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
	const bounds = [];
	let carried;
	let before = 0;
	for (const share of shares) {
		if (!(share > before && share <= 1 + 1e-9)) throw new RangeError(`shares of evidence must rise to 1: ${shares.join(", ")}`);
		const spent = spending(share) - (before === 0 ? 0 : spending(before));
		const bound = carried === void 0 ? normalQuantile(1 - spent) : boundFor(spent, {
			carried,
			before,
			share
		});
		bounds.push(bound);
		carried = carryOn(bound, {
			carried,
			before,
			share
		});
		before = share;
	}
	return bounds;
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
export { testEitherWay as a, whyUnmeasured as c, spendEvenly as d, spendLate as f, testChangeEitherWay as i, whyUnmoved as l, smallestAttainableP as n, testOneWay as o, testChange as r, findVoidOptions as s, alone as t, sequentialBounds as u };
