import { t as whereDefined } from "./where-defined.js";
import { t as canonicalJson } from "./canonical-json.js";
import { t as UserError } from "./errors.js";
import { r as parseUntrustedJson, t as MAX_LINE } from "./untrusted-json.js";
import { S as union, a as _enum, b as string, c as boolean, f as literal, l as discriminatedUnion, m as number, s as array, u as int, y as strictObject } from "./schemas.js";
import { t as readLines } from "./byte-source.js";
import { n as writeConversation } from "./scenario.js";
import { i as RESPONSE_TYPES } from "./study-words.js";
import { n as createWords, t as createPool } from "./pool.js";
const name = string().min(1).max(300);
const place = strictObject({
	id: name,
	file: string(),
	line: int().positive(),
	endLine: int().positive()
});
const header = strictObject({
	schema: literal("spec-gate/evidence@1"),
	comparison: _enum([
		"target",
		"prompt",
		"model"
	]),
	simulated: boolean(),
	clauses: array(place),
	/** What it was made by and from, besides the specs that the report names. */
	made: strictObject({
		/** Of spec-gate. */
		version: string(),
		/** Path of the config. */
		config: string(),
		/** SHA-256 of the bank's scenarios, and how many they are. */
		bank: string(),
		scenarios: int().nonnegative(),
		/** Versions of the words that judges and the classifier were asked in. */
		prompts: array(string())
	}).exactOptional()
});
/** A clause of the spec with its text, in the order of reading: what a scenario's clauses can be looked up in. */
const clauseLine = strictObject({
	clause: name,
	title: string(),
	/** Titles of the headings above it, outermost first. */
	path: array(string()),
	text: string(),
	file: string(),
	line: int().positive(),
	endLine: int().positive(),
	/** `grouping`: a heading without text above others. */
	kind: _enum(["grouping", "item"]).exactOptional(),
	/** Only the base has it: the change removes it. */
	removed: literal(true).exactOptional(),
	/** Scenarios of the bank linked to it; absent where no answer is held against it by itself. */
	scenarios: int().nonnegative().exactOptional(),
	/** Its sentences that demand something, and about how many of those scenarios test each. */
	demands: array(strictObject({
		text: string(),
		by: string().exactOptional(),
		scenarios: int().nonnegative()
	})).exactOptional()
});
const scenarioLine = strictObject({
	scenario: name,
	clauses: array(name),
	topics: array(name),
	value1: name.exactOptional(),
	value2: name.exactOptional(),
	disagreement: number().min(0).max(3).exactOptional(),
	/** What was asked, as far as it may be shown. */
	query: string().exactOptional(),
	/** Characters of what was asked. */
	queryLength: int().nonnegative().exactOptional()
});
const judgment = discriminatedUnion("status", [strictObject({
	status: literal("ruled"),
	judge: name,
	ruling: _enum([
		"compliant",
		"non-compliant",
		"ambiguous"
	]),
	clauses: array(name),
	reasoning: string(),
	returnedModel: string().exactOptional()
}), strictObject({
	status: literal("abstained"),
	judge: name,
	reason: string(),
	words: string().exactOptional()
})]);
const problematic = union([boolean(), literal("missing")]);
const score = number().min(0).max(6);
const cellLine = strictObject({
	cell: name,
	model: name,
	arm: _enum(["base", "head"]),
	stage: _enum(["screen", "confirm"]),
	draw: int().positive(),
	response: string(),
	judgments: array(judgment),
	audited: boolean(),
	problematic,
	/** How the panel ruled on the head's own answer under the base text (`specUse: prompt`). */
	underBase: strictObject({
		judgments: array(judgment),
		problematic
	}).exactOptional(),
	scores: union([literal("missing"), strictObject({
		value1: score,
		value2: score,
		confidence: number().min(0).max(1),
		responseType: _enum(RESPONSE_TYPES)
	})]).exactOptional(),
	responseText: string().exactOptional(),
	/** Characters of the whole response, of which `responseText` may be a part or none. */
	responseLength: int().nonnegative().exactOptional(),
	missingReason: string().exactOptional(),
	missingWords: string().exactOptional(),
	returnedModel: string().exactOptional()
});
/** The kind of a line is recognised by a key that only lines of this kind have. */
function parseEvidenceLine(text) {
	const json = parseUntrustedJson(text);
	if (json.status === "refused") return {
		kind: "problem",
		message: json.reason
	};
	const { value } = json;
	const has = (key) => typeof value === "object" && value !== null && key in value;
	if (has("cell")) {
		const cell = cellLine.safeParse(value);
		if (cell.success) {
			const { cell: scenario, ...rest } = cell.data;
			return {
				kind: "cell",
				value: {
					scenario,
					...rest
				}
			};
		}
	} else if (has("clause")) {
		const clause = clauseLine.safeParse(value);
		if (clause.success) return {
			kind: "clause",
			value: clause.data
		};
	} else if (has("scenario")) {
		const scenario = scenarioLine.safeParse(value);
		if (scenario.success) return {
			kind: "scenario",
			value: scenario.data
		};
	} else {
		const first = header.safeParse(value);
		if (first.success) return {
			kind: "header",
			value: first.data
		};
	}
	return {
		kind: "problem",
		message: "not a line of evidence of this version"
	};
}
/** The file's text: a header, the clauses, the scenarios, the cells in the order given. The same parts give the same bytes. */
function serializeEvidence({ comparison, simulated, made, clauses = [], scenarios, cells, show }) {
	const places = comparison.clauses.ordered.flatMap(({ id, base, head }) => {
		const clause = head ?? base;
		return clause === void 0 ? [] : [{
			id,
			file: clause.file,
			line: clause.lines.start,
			endLine: clause.lines.end
		}];
	});
	return [
		{
			schema: "spec-gate/evidence@1",
			comparison: comparison.kind,
			simulated,
			clauses: places,
			...whereDefined({ made })
		},
		...clauses.map((clause) => ({ ...clause })),
		...scenarios.map((scenario) => {
			const { id, clauses: links, topics, value1, value2, disagreement } = scenario;
			const asked = writeConversation(scenario.messages);
			return {
				scenario: id,
				clauses: links,
				topics,
				value1,
				value2,
				disagreement,
				query: show(asked),
				queryLength: asked.length
			};
		}),
		...cells.map((cell) => cellToJson(cell, show))
	].map((line) => `${canonicalJson(line)}\n`).join("");
}
function cellToJson({ scenario, responseText, judgments, scores, underBase, ...cell }, show) {
	const shown = (all) => all.map((one) => {
		return one.status === "ruled" ? {
			...one,
			reasoning: show(one.reasoning) ?? ""
		} : { ...one };
	});
	return {
		cell: scenario,
		...cell,
		at: void 0,
		retries: void 0,
		judgments: shown(judgments),
		underBase: underBase && {
			...underBase,
			judgments: shown(underBase.judgments)
		},
		scores: scores === void 0 || scores === "missing" ? scores : { ...scores },
		responseText: responseText === void 0 ? void 0 : show(responseText),
		responseLength: responseText?.length
	};
}
/** @throws UserError with the first hundred lines that do not fit, and where there is no header. */
function parseEvidence({ file, text }) {
	const reader = createEvidenceReader(file);
	for (const [index, line] of text.split("\n").entries()) reader.addLine(index + 1, line);
	return reader.finish();
}
/** The same from a file too large for one text, without the judges' reasons: no table reads them, and they are most of it. */
async function readEvidence(source) {
	const reader = createEvidenceReader(source.name, createCondenser());
	for await (const { number, text } of readLines(source, MAX_LINE)) reader.addLine(number, text);
	return reader.finish();
}
/** More problems than this are not looked for. */
const MOST_PROBLEMS = 100;
/** `keep` gives what is kept of a cell: all of it unless something else is said. */
function createEvidenceReader(file, keep = (cell) => cell) {
	const problems = [];
	let head;
	const clauses = [];
	const scenarios = /* @__PURE__ */ new Map();
	const cells = [];
	const lineOf = /* @__PURE__ */ new Map();
	return {
		addLine(line, text) {
			if (text.trim() === "" || problems.length >= MOST_PROBLEMS) return;
			const parsed = parseEvidenceLine(text);
			switch (parsed.kind) {
				case "header":
					head ??= parsed.value;
					return;
				case "clause":
					clauses.push(parsed.value);
					return;
				case "scenario":
					scenarios.set(parsed.value.scenario, parsed.value);
					return;
				case "cell": {
					const { scenario, model, arm, stage, draw } = parsed.value;
					const name = JSON.stringify([
						scenario,
						model,
						arm,
						stage,
						draw
					]);
					const before = lineOf.get(name);
					if (before !== void 0) problems.push(twice(before, {
						file,
						line
					}));
					else lineOf.set(name, line);
					cells.push(keep(parsed.value));
					return;
				}
				case "problem": problems.push({
					message: parsed.message,
					place: {
						file,
						line
					}
				});
			}
		},
		finish() {
			if (head === void 0 && problems.length === 0) problems.push({
				message: "not the evidence of a run",
				place: {
					file,
					line: 1
				}
			});
			if (problems.length > 0 || head === void 0) throw new UserError(problems);
			const places = new Map(head.clauses.map(({ id, ...at }) => [id, at]));
			const { comparison, simulated, made } = head;
			return {
				comparison,
				simulated,
				...whereDefined({ made }),
				places,
				clauses,
				scenarios,
				cells
			};
		}
	};
}
function twice(before, place) {
	return {
		message: `this answer stands in line ${before} already, and would count twice`,
		hint: "leave out one of the two: they may be files of several runs in one",
		place
	};
}
/** Leaves out reasons; judgments and words that are equal without them are shared. */
function createCondenser() {
	const word = createWords();
	const judgments = createPool();
	const condense = (all) => all.map((judgment) => {
		const bare = judgment.status === "ruled" ? {
			...judgment,
			reasoning: ""
		} : judgment;
		return judgments(JSON.stringify(bare), () => bare);
	});
	return ({ underBase, ...cell }) => ({
		...cell,
		scenario: word(cell.scenario),
		model: word(cell.model),
		judgments: condense(cell.judgments),
		...underBase !== void 0 && { underBase: {
			...underBase,
			judgments: condense(underBase.judgments)
		} }
	});
}
export { readEvidence as n, serializeEvidence as r, parseEvidence as t };
