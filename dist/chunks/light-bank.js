import { n as createWords, t as createPool } from "./pool.js";
import { t as createRecent } from "./recent.js";
import { i as streamBank, o as parseScenarioLine } from "./parse-bank.js";
/** Whole scenarios at hand: a check asks for those it selected again and again. */
const KEPT = 2048;
/**
* Reads the whole bank once, line by line. Its scenarios look like any others; conversation, rubrics and what scoring found
* (unless it is left out) are read again when they are asked for. Memory: about 300 bytes a scenario and the longest line.
* @throws UserError with every problem of its lines.
*/
async function readLightBank(source, { readAgain, ...options }) {
	const scenarios = [];
	const byId = /* @__PURE__ */ new Map();
	const lighten = createLightRows(readAgain, options);
	const lines = await streamBank(source, (scenario, place) => {
		const light = lighten(scenario, place);
		scenarios.push(light);
		byId.set(light.id, light);
	}, options);
	return {
		file: source.name,
		scenarios,
		byId,
		lines
	};
}
/** The scenario with other links; a light one stays light. */
function withClauses(scenario, clauses) {
	return Object.defineProperties({}, {
		...Object.getOwnPropertyDescriptors(scenario),
		clauses: {
			value: clauses,
			enumerable: true,
			configurable: true,
			writable: true
		}
	});
}
/** Where a light row's line is; not enumerable, so that a copy of the row is a plain whole one. */
const PLACE = Symbol("place");
function createLightRows(readAgain, options) {
	const word = createWords();
	const lists = createPool();
	const listOf = (names) => lists(JSON.stringify(names), () => names.map((name) => word(name)));
	const recent = createRecent(KEPT);
	const wholeOf = (light) => recent(light.id, () => {
		const row = parseScenarioLine(readAgain(light[PLACE]).replace(/^\uFEFF/, "").trim(), options);
		if (row.status === "valid" && row.scenario.id === light.id) return row.scenario;
		throw new Error(`the bank was changed while it was read: "${light.id}" is not where it was`);
	});
	const again = (key) => ({
		get() {
			return wholeOf(this)[key];
		},
		enumerable: true,
		configurable: true
	});
	const heavy = {
		messages: again("messages"),
		rubric1: again("rubric1"),
		rubric2: again("rubric2"),
		scored: again("scored")
	};
	return ({ messages: _messages, rubric1, rubric2: _rubric2, scored, clauses, topics, ...rest }, { offset, bytes }) => {
		const { value1, value2, source, group } = rest;
		const light = {
			...rest,
			...value1 === void 0 ? {} : { value1: word(value1) },
			...value2 === void 0 ? {} : { value2: word(value2) },
			...source === void 0 ? {} : { source: word(source) },
			...group === void 0 ? {} : { group: word(group) },
			clauses: listOf(clauses),
			topics: listOf(topics)
		};
		Object.defineProperty(light, PLACE, { value: {
			offset,
			bytes
		} });
		Object.defineProperty(light, "messages", heavy.messages);
		if (rubric1 !== void 0) {
			Object.defineProperty(light, "rubric1", heavy.rubric1);
			Object.defineProperty(light, "rubric2", heavy.rubric2);
		}
		if (scored !== void 0) Object.defineProperty(light, "scored", heavy.scored);
		return light;
	};
}
export { withClauses as n, readLightBank as t };
