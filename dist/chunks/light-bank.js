import { t as UserError } from "./errors.js";
import { n as createWords, t as createPool } from "./pool.js";
import { t as createRecent } from "./recent.js";
import { i as sha256 } from "./canonical-json.js";
import { t as readLines } from "./byte-source.js";
import { t as nearestName } from "./nearest-name.js";
import { r as scenarioRow } from "./scenario-schema.js";
import { r as parseUntrustedJson, t as MAX_LINE } from "./untrusted-json.js";
import { createHash } from "node:crypto";
/** Scenario by scenario: a large bank as one text would not fit into memory twice. */
function createBankDigest() {
	const hash = createHash("sha256");
	return {
		add: (scenario) => void hash.update(sha256(JSON.stringify(scenario))),
		read: () => hash.digest("hex")
	};
}
/** A large bank's was made when it was read: to read all of it again would take as long as the check. */
function digestBank({ digest, scenarios }) {
	if (digest !== void 0) return digest;
	const made = createBankDigest();
	for (const scenario of scenarios) made.add(scenario);
	return made.read();
}
/** Parses one line of JSON; never throws. What is left out is not looked at either. */
function parseScenarioLine(line, { without } = {}) {
	const json = parseUntrustedJson(line, without);
	if (json.status === "parsed") return parseScenarioRow(json.value);
	const column = json.column === void 0 ? {} : { column: json.column };
	return {
		status: "invalid",
		problems: [{
			message: json.reason,
			...column
		}]
	};
}
/** Validates a row that is parsed already (`findHostileStructure` passed). */
function parseScenarioRow(value) {
	const result = scenarioRow.safeParse(value);
	if (result.success) return {
		status: "valid",
		scenario: toScenario(result.data)
	};
	return {
		status: "invalid",
		problems: result.error.issues.flatMap((issue) => explainIssue(issue))
	};
}
function toScenario({ query, messages, clauses, topics, ...rest }) {
	return {
		...rest,
		messages: messages ?? [{
			role: "user",
			content: query
		}],
		clauses: clauses ?? [],
		topics: topics ?? []
	};
}
/** The keys a bank line may have. */
const KNOWN_KEYS = Object.keys(scenarioRow.shape);
function explainIssue(issue) {
	const path = issue.path.map(String).join(".");
	if (issue.code === "unrecognized_keys") return issue.keys.map((key) => {
		const message = path === "" ? `unknown key "${key}"` : `unknown key "${key}" in ${path}`;
		const nearest = path === "" ? nearestName(key, KNOWN_KEYS) : void 0;
		return nearest === void 0 ? { message } : {
			message,
			hint: `Did you mean "${nearest}"?`
		};
	});
	const reason = issue.message.replace(/^Invalid input: /, "").replace(/, received undefined$/, "; it is missing");
	return [{ message: path === "" ? reason : `${path}: ${reason}` }];
}
/** More problems than this are counted, not listed. */
const MAX_LISTED = 100;
/**
* Parses a whole bank. Blank lines, CRLF and a byte-order mark are allowed; an empty file is an empty bank.
* @throws UserError with every problem's file:line (and the column of a JSON error where the engine tells it).
*/
function parseBank({ file, text }) {
	const { scenarios, byId, keep } = createKeeper();
	const reader = createBankReader(file, keep);
	for (const [index, line] of text.replace(/^\uFEFF/, "").split("\n").entries()) reader.addLine({
		number: index + 1,
		text: line,
		offset: 0,
		bytes: 0
	});
	return {
		file,
		scenarios,
		byId,
		lines: reader.finish()
	};
}
/** The same from a file too large for one text, read piece by piece. */
async function readBank(source, options = {}) {
	const { scenarios, byId, keep } = createKeeper();
	const lines = await streamBank(source, keep, options);
	return {
		file: source.name,
		scenarios,
		byId,
		lines
	};
}
/**
* Hands over one scenario after another and keeps only ids and their lines, which it gives at the end: for banks too large for
* memory. @throws UserError with every problem.
*/
async function streamBank(source, keep, options = {}) {
	const reader = createBankReader(source.name, keep, options);
	for await (const line of readLines(source, MAX_LINE)) reader.addLine(line);
	return reader.finish();
}
/**
* One scenario after another, for work on each that awaits: no more than one and the ids are held.
* @throws UserError at the end, with every problem.
*/
async function* walkBank(source, options = {}) {
	let read;
	const keep = (scenario) => void (read = scenario);
	const reader = createBankReader(source.name, keep, options);
	for await (const line of readLines(source, MAX_LINE)) {
		read = void 0;
		reader.addLine(line);
		if (read !== void 0) yield read;
	}
	reader.finish();
}
function createKeeper() {
	const scenarios = [];
	const byId = /* @__PURE__ */ new Map();
	const keep = (scenario) => {
		scenarios.push(scenario);
		byId.set(scenario.id, scenario);
	};
	return {
		scenarios,
		byId,
		keep
	};
}
function createBankReader(file, keep, options = {}) {
	const lines = /* @__PURE__ */ new Map();
	const problems = [];
	let unlisted = 0;
	const report = (problem) => {
		if (problems.length < MAX_LISTED) problems.push(problem);
		else unlisted += 1;
	};
	return {
		addLine(line) {
			const content = line.text.trim();
			if (content === "") return;
			const place = {
				file,
				line: line.number
			};
			const row = parseScenarioLine(content, options);
			if (row.status === "invalid") {
				for (const { column, ...problem } of row.problems) report({
					...problem,
					place: column === void 0 ? place : {
						...place,
						column
					}
				});
				return;
			}
			const { scenario } = row;
			const first = lines.get(scenario.id);
			if (first !== void 0) {
				report({
					message: `the id "${scenario.id}" is already on line ${first}`,
					place
				});
				return;
			}
			lines.set(scenario.id, line.number);
			keep(scenario, line);
		},
		finish() {
			if (unlisted > 0) problems.push({
				message: `${unlisted} more problems`,
				place: { file }
			});
			if (problems.length > 0) throw new UserError(problems);
			return lines;
		}
	};
}
/** A bank from scenarios that passed the schema already; lines are their positions. The ids must be unique. */
function createBank(file, scenarios) {
	const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
	if (byId.size !== scenarios.length) throw new Error("createBank: duplicate ids");
	return {
		file,
		scenarios,
		byId,
		lines: new Map(scenarios.map((scenario, index) => [scenario.id, index + 1]))
	};
}
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
	const digest = createBankDigest();
	return finish(await streamBank(source, (scenario, { offset, bytes, number: line }) => {
		digest.add(scenario);
		const row = toRow(scenario, {
			offset,
			bytes
		}, line);
		add(row);
		keep?.(row);
	}, options), digest.read());
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
		finish: (lines, digest) => ({
			file,
			scenarios,
			byId,
			lines,
			digest
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
		const row = parseScenarioLine(readAgain(light[PLACE]).replace(/^\uFEFF/, "").trim(), options);
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
			...value1 !== void 0 && { value1: word(value1) },
			...value2 !== void 0 && { value2: word(value2) },
			...source !== void 0 && { source: word(source) },
			...group !== void 0 && { group: word(group) },
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
export { parseBank as a, walkBank as c, parseScenarioRow as d, digestBank as f, createBank as i, KNOWN_KEYS as l, readLightBank as n, readBank as o, withClauses as r, streamBank as s, createLightBank as t, parseScenarioLine as u };
