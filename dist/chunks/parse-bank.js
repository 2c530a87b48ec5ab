import { t as UserError } from "./errors.js";
import { t as readLines } from "./byte-source.js";
import { t as nearestName } from "./nearest-name.js";
import { r as scenarioRow } from "./scenario-schema.js";
import { r as parseUntrustedJson, t as MAX_LINE } from "./untrusted-json.js";
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
export { KNOWN_KEYS as a, streamBank as i, parseBank as n, parseScenarioLine as o, readBank as r, parseScenarioRow as s, createBank as t };
