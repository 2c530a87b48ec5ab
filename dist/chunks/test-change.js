import { t as whereDefined } from "./where-defined.js";
import { n as hashJson } from "./canonical-json.js";
import { t as relabellingTest } from "./relabelling.js";
import { a as measureChange, o as scenarioTest } from "./change.js";
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
export { testEitherWay as a, testChangeEitherWay as i, smallestAttainableP as n, testOneWay as o, testChange as r, alone as t };
