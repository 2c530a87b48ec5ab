import { n as hashJson } from "./canonical-json.js";
import { t as whereDefined } from "./where-defined.js";
import { a as measureChange, s as scenarioTest } from "./change.js";
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
export { testEitherWay as a, drawNumber as c, testChangeEitherWay as i, indexCells as l, smallestAttainableP as n, testOneWay as o, testChange as r, labelNights as s, alone as t, readRows as u };
