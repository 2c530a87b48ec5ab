import { t as UserError } from "./errors.js";
import { n as createWords, t as createPool } from "./pool.js";
import { t as createRecent } from "./recent.js";
import { i as streamBank, o as parseScenarioLine } from "./parse-bank.js";
/** What of a scenario is read again where it is asked for: long, and looked at for few. */
const HEAVY = [
	"messages",
	"rubric1",
	"rubric2",
	"scored"
];
const NOTHING = [];
/** Whole scenarios at hand: a check asks for those it selected again and again. */
const KEPT = 2048;
/**
* Reads the whole bank once, line by line. Its scenarios look like any others; conversation, rubrics and what scoring found
* (unless it is left out) are read again when they are asked for. Memory: about 300 bytes a scenario and the longest line.
* `keep` is told each row. @throws UserError with every problem of its lines.
*/
async function readLightBank(source, { keep, ...options }) {
	const { add, finish } = createLightBank(source.name, options);
	return finish(await streamBank(source, (scenario, { offset, bytes, number: line }) => {
		const row = toRow(scenario, {
			offset,
			bytes
		}, line);
		add(row);
		keep?.(row);
	}, options));
}
function toRow(scenario, place, line) {
	const { messages: _messages, rubric1: _rubric1, rubric2: _rubric2, scored: _scored, ...kept } = scenario;
	return {
		kept,
		heavy: HEAVY.filter((name) => scenario[name] !== void 0),
		place,
		line
	};
}
/** A bank from rows that are known already, one after another; their ids are unique. */
function createLightBank(file, options) {
	const scenarios = [];
	const byId = /* @__PURE__ */ new Map();
	const lighten = createLightRows(file, options);
	return {
		add: (row) => {
			const light = lighten(row);
			scenarios.push(light);
			byId.set(light.id, light);
		},
		finish: (lines) => ({
			file,
			scenarios,
			byId,
			lines
		})
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
/** Where its line is, and the links it has there; not enumerable, so that a copy of the scenario is a plain whole one. */
const PLACE = Symbol("place");
function createLightRows(file, { readAgain, ...options }) {
	const word = createWords();
	const lists = createPool();
	const single = createPool();
	const listOf = (names) => {
		const [name] = names;
		if (name === void 0) return NOTHING;
		const make = () => names.map((one) => word(one));
		return names.length === 1 ? single(name, make) : lists(JSON.stringify(names), make);
	};
	const recent = createRecent(KEPT);
	const wholeOf = (light) => recent(light.id, () => {
		const line = readAgain(light[PLACE]).replace(/^\uFEFF/, "");
		const row = parseScenarioLine(line.trim(), options);
		if (row.status === "valid" && isSame(row.scenario, light)) return row.scenario;
		throw new UserError({
			message: `the bank was changed while it was read: "${light.id}" is not where it was`,
			hint: "run it again when nothing writes the bank",
			place: { file }
		});
	});
	const again = (key) => ({
		get() {
			return wholeOf(this)[key];
		},
		enumerable: true,
		configurable: true
	});
	const getters = {
		messages: again("messages"),
		rubric1: again("rubric1"),
		rubric2: again("rubric2"),
		scored: again("scored")
	};
	return ({ kept: { clauses, topics, ...rest }, heavy, place: { offset, bytes } }) => {
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
			bytes,
			clauses: light.clauses
		} });
		for (const name of heavy) Object.defineProperty(light, name, getters[name]);
		return light;
	};
}
/** Whether a line says what was kept of it: who it is, and all that selection rests on. */
function isSame({ id, clauses, disagreement }, light) {
	const links = light[PLACE].clauses;
	return id === light.id && disagreement === light.disagreement && clauses.length === links.length && clauses.every((clause, index) => clause === links[index]);
}
export { readLightBank as n, withClauses as r, createLightBank as t };
