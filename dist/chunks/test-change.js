import { n as hashJson } from "./canonical-json.js";
import { t as whereDefined } from "./where-defined.js";
import { C as USUAL_NIGHT, _ as PRIOR_NIGHTS, a as DETECTABLE_REACH } from "./bounds.js";
import { t as clusteredMean } from "./clustered-error.js";
import { n as studentTQuantile, t as studentTCdf } from "./student-t.js";
import { t as relabellingTest } from "./relabelling.js";
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
/**
* The variance of a night's mean over all scenarios beyond what the draws' own noise explains; each draw is a night. Zero
* with fewer than two draws. [[0, 1], [0, 1]] (two scenarios, both nights apart by 1): 0.5 - 0.25 = 0.25.
*/
function betweenNights(draws) {
	const nights = Math.min(...draws.map((values) => values.length));
	if (draws.length === 0 || nights < 2) return 0;
	const means = Array.from({ length: nights }, (_, night) => meanOf$2(draws.map((values) => values[night])));
	return Math.max(0, sumOfSquares(means) / (nights - 1) - withinVariance(draws) / draws.length);
}
/** Variance of one draw within a scenario, pooled over scenarios; draws that are alone say nothing. [[0, 1], [1, 1]]: 0.25. */
function withinVariance(draws) {
	const freedom = draws.reduce((total, values) => total + Math.max(0, values.length - 1), 0);
	return freedom === 0 ? 0 : draws.reduce((total, values) => total + sumOfSquares(values), 0) / freedom;
}
function sumOfSquares(values) {
	if (values.length === 0) return 0;
	const centre = meanOf$2(values);
	return values.reduce((total, value) => total + (value - centre) ** 2, 0);
}
function meanOf$2(values) {
	return values.reduce((total, value) => total + value, 0) / values.length;
}
/**
* Zero where both sides were drawn on one night. Against stored answers the night's effect is taken as normal about 0 with the
* variance that nights are known to have. Base answers of today measure it with an error: the shrunken mean is taken off, and
* what is left of the variance stays in the interval (the posterior of a normal mean; A. Gelman et al., Bayesian Data
* Analysis, 3rd ed., 2.5). Without them all of it stays.
*/
function measureNight(units, flip) {
	const stored = units.flatMap((unit) => unit.stored === void 0 ? [] : [unit.stored]);
	if (stored.length === 0 || stored.length < units.length) return {
		shift: 0,
		variance: 0
	};
	const variance = nightVariance(units, stored, flip);
	const today = units.flatMap(({ stored: base = [], today: fresh = [] }) => base.length === 0 || fresh.length === 0 ? [] : [meanOf$1(fresh) - meanOf$1(base)]);
	if (today.length < 2 || variance === 0) return {
		shift: 0,
		variance
	};
	const seen = meanOf$1(today);
	const share = variance / (variance + today.reduce((total, one) => total + (one - seen) ** 2, 0) / (today.length - 1) / today.length);
	return {
		shift: share * seen,
		variance: (1 - share) * variance
	};
}
/** Of the difference between a night and the mean of the stored ones. */
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
				mean: meanOf$1(ofNight),
				noise: within / ofNight.length
			}];
		});
		const noise = values.reduce((total, one) => total + one.noise, 0) / values.length ** 2;
		return {
			mean: meanOf$1(values.map(({ mean }) => mean)),
			noise
		};
	});
	const centre = meanOf$1(means.map(({ mean }) => mean));
	const freedom = nights.length - 1;
	const beyond = means.reduce((total, { mean }) => total + (mean - centre) ** 2, 0) / freedom - meanOf$1(means.map(({ noise }) => noise));
	return Math.max(0, (PRIOR_NIGHTS * usual + freedom * beyond) / (PRIOR_NIGHTS + freedom));
}
function meanOf$1(values) {
	return values.reduce((total, value) => total + value, 0) / values.length;
}
/**
* Undefined where no scenario has values on both arms. `flip` is what one flipped cell moves a row's value by: 1 / models,
* or 1 where the row flips as a whole.
*/
function measureChange(units, flip) {
	const both = units.filter(({ base, head }) => base.length > 0 && head.length > 0);
	if (both.length === 0) return void 0;
	const n = both.length;
	const differences = both.map(({ base, head }) => meanOf(head) - meanOf(base));
	const night = measureNight(both, flip);
	const value = meanOf(differences) - night.shift;
	const between = n > 1 ? sumOfSquares(differences) / (n - 1) / n : Number.POSITIVE_INFINITY;
	const groups = spreadOfGroups(both, differences);
	const spread = Math.max(between, groups?.variance ?? 0);
	return {
		value,
		standardError: Math.max(Math.sqrt(spread + night.variance), halfFlip(both, flip)),
		base: meanOf(both.map(({ base }) => meanOf(base))),
		head: meanOf(both.map(({ head }) => meanOf(head))) - night.shift,
		scenarios: n,
		...whereDefined({ clusters: groups?.clusters })
	};
}
/** Fewer groups than this are no sample: their error would rest on too few numbers. What they share then stays in "these scenarios". */
const LEAST_CLUSTERS = 10;
/** The variance of the mean over groups; undefined where groups are few, or every scenario has its own. */
function spreadOfGroups(units, differences) {
	const groups = /* @__PURE__ */ new Map();
	for (const [index, { scenario, group }] of units.entries()) {
		const place = JSON.stringify(group === void 0 ? { scenario } : { group });
		const own = groups.get(place) ?? [];
		groups.set(place, own);
		own.push(differences[index]);
	}
	if (groups.size < LEAST_CLUSTERS || groups.size === units.length) return void 0;
	const mean = clusteredMean([...groups.values()]);
	return mean.status === "undefined" ? void 0 : {
		variance: mean.standardError ** 2,
		clusters: groups.size
	};
}
/** The reaches of the procedure are for so many scenarios; fewer know their own spread less well. */
const SCENARIOS_OF_REACH = 24;
/** The upper end a change may have: the bound that a pass keeps under the margin. Below 24 scenarios the reach grows as Student's t does. */
function upperBound(change, reach) {
	return change.value + halfWidth(change, reach);
}
/** Both ends at a reach of the procedure: its upper end is `upperBound`, so it lies under a margin where the bound does. */
function intervalAt(change, reach) {
	const half = halfWidth(change, reach);
	return Number.isFinite(half) ? [change.value - half, change.value + half] : void 0;
}
function halfWidth(change, reach) {
	return reach * smallSample(unitsOf(change)) * change.standardError;
}
/** 1 from 24 scenarios on; 8: 1.14. */
function smallSample(scenarios) {
	if (scenarios >= SCENARIOS_OF_REACH || scenarios < 2) return 1;
	return studentTQuantile(.975, scenarios - 1) / studentTQuantile(.975, 23);
}
/** What is counted as independent. */
function unitsOf({ scenarios, clusters }) {
	return clusters ?? scenarios;
}
/**
* Two independent measurements of one change, weighted by their precision. 0.02 and 0.04 with errors 0.01 and 0.02: 0.024,
* error 0.0089.
*/
function poolChanges(first, second) {
	const weights = [first, second].map(({ standardError }) => 1 / standardError ** 2);
	const total = weights[0] + weights[1];
	if (!(total > 0 && Number.isFinite(total))) return second;
	const mean = (read) => (weights[0] * read(first) + weights[1] * read(second)) / total;
	return {
		value: mean(({ value }) => value),
		standardError: 1 / Math.sqrt(total),
		base: mean(({ base }) => base),
		head: mean(({ head }) => head),
		scenarios: Math.min(first.scenarios, second.scenarios),
		...whereDefined({ clusters: second.clusters ?? first.clusters })
	};
}
/** Two-sided 95 % over scenarios, Student's t; of several changes that are asked at once each, so that all hold (Bonferroni). */
function intervalOf(change, changes = 1) {
	if (!Number.isFinite(change.standardError)) return void 0;
	const reach = studentTQuantile(1 - .025 / changes, unitsOf(change) - 1) * change.standardError;
	return [change.value - reach, change.value + reach];
}
/** One-sided p of the change over scenarios, Student's t; 1 where one scenario is all there is. */
function scenarioTest(change) {
	if (!Number.isFinite(change.standardError)) return 1;
	return studentTCdf(-change.value / change.standardError, unitsOf(change) - 1);
}
/** The smallest change this evidence could have shown: 80 % power, one-sided 5 %. */
function detectableChange(change) {
	return Number.isFinite(change.standardError) ? DETECTABLE_REACH * change.standardError : void 0;
}
/**
* Where nothing flipped, as though half a flip had (a Poisson variance of one half): the width that no flips in n rows
* leave open.
*/
function halfFlip(units, flip) {
	const rows = units.reduce((total, { head }) => total + head.length, 0);
	return Math.SQRT1_2 * flip / Math.max(1, rows);
}
function meanOf(values) {
	return values.reduce((total, value) => total + value, 0) / values.length;
}
const NIGHT = 216e5;
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
	const test = relabellingTest(draws, {
		...options,
		seed
	});
	return test.status === "defined" ? test : {
		p: 1,
		midP: 1,
		smallestP: 1
	};
}
/** As though it moved by itself: what is said of these scenarios, not of others like them, counts each of them. */
function alone({ scenario, base, head, stored, nights, today }) {
	return {
		scenario,
		base,
		head,
		...whereDefined({
			stored,
			nights,
			today
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
/** By values alone: names and order of scenarios and models must not move a sampled p. */
function inCanonicalOrder(draws) {
	const texts = new Map(draws.map((unit) => [unit, textOf(unit)]));
	return [...draws].sort((a, b) => texts.get(a) < texts.get(b) ? -1 : 1);
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
export { betweenNights as _, testEitherWay as a, indexCells as b, detectableChange as c, intervalOf as d, measureChange as f, measureNight as g, upperBound as h, testChangeEitherWay as i, halfFlip as l, scenarioTest as m, smallestAttainableP as n, testOneWay as o, poolChanges as p, testChange as r, labelNights as s, alone as t, intervalAt as u, withinVariance as v, readRows as x, drawNumber as y };
