import { t as UserError } from "./errors.js";
import { t as canonicalJson } from "./canonical-json.js";
import { _ as union, a as array, c as int, d as number, h as string, l as literal, m as strictObject, o as boolean, r as _enum, s as discriminatedUnion } from "./schemas.js";
import { i as RESPONSE_TYPES } from "./study-words.js";
import { c as readLines } from "./parse-bank.js";
import { r as parseUntrustedJson, t as MAX_LINE } from "./untrusted-json.js";
import { r as disagreementsBySubset } from "./disagreement.js";
import { p as addToList, s as groupByScenario } from "./response-types.js";
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
	clauses: array(place)
});
const scenarioLine = strictObject({
	scenario: name,
	clauses: array(name),
	topics: array(name),
	value1: name.exactOptional(),
	value2: name.exactOptional(),
	disagreement: number().min(0).max(3).exactOptional()
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
	reason: string()
})]);
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
	problematic: union([boolean(), literal("missing")]),
	scores: union([literal("missing"), strictObject({
		value1: score,
		value2: score,
		confidence: number().min(0).max(1),
		responseType: _enum(RESPONSE_TYPES)
	})]).exactOptional(),
	responseText: string().exactOptional(),
	missingReason: string().exactOptional(),
	returnedModel: string().exactOptional()
});
/** Each kind of line is told by a key that only it has. */
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
function createPool() {
	const known = /* @__PURE__ */ new Map();
	return (key, make) => {
		const same = known.get(key);
		if (same !== void 0) return same;
		const thing = make();
		known.set(key, thing);
		return thing;
	};
}
/** One string for all equal ones: what is read from JSON is a new one each time. */
function createWords() {
	const known = createPool();
	return (word) => known(word, () => word);
}
/** The file's text: a header, the scenarios, the cells in the order given. The same parts give the same bytes. */
function serializeEvidence({ comparison, simulated, scenarios, cells, show }) {
	const clauses = comparison.clauses.ordered.flatMap(({ id, base, head }) => {
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
			clauses
		},
		...scenarios.map(({ id, clauses: links, topics, value1, value2, disagreement }) => {
			return {
				scenario: id,
				clauses: links,
				topics,
				value1,
				value2,
				disagreement
			};
		}),
		...cells.map((cell) => cellToJson(cell, show))
	].map((line) => `${canonicalJson(line)}\n`).join("");
}
function cellToJson({ scenario, responseText, judgments, scores, ...cell }, show) {
	return {
		cell: scenario,
		...cell,
		judgments: judgments.map((one) => {
			return one.status === "ruled" ? {
				...one,
				reasoning: show(one.reasoning) ?? ""
			} : { ...one };
		}),
		scores: scores === void 0 || scores === "missing" ? scores : { ...scores },
		responseText: responseText === void 0 ? void 0 : show(responseText)
	};
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
	const scenarios = /* @__PURE__ */ new Map();
	const cells = [];
	return {
		addLine(line, text) {
			if (text.trim() === "" || problems.length >= MOST_PROBLEMS) return;
			const parsed = parseEvidenceLine(text);
			switch (parsed.kind) {
				case "header":
					head ??= parsed.value;
					return;
				case "scenario":
					scenarios.set(parsed.value.scenario, parsed.value);
					return;
				case "cell":
					cells.push(keep(parsed.value));
					return;
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
			return {
				comparison: head.comparison,
				simulated: head.simulated,
				places,
				scenarios,
				cells
			};
		}
	};
}
/** Leaves out reasons; judgments and words that are equal without them are shared. */
function createCondenser() {
	const word = createWords();
	const judgments = createPool();
	return (cell) => ({
		...cell,
		scenario: word(cell.scenario),
		model: word(cell.model),
		judgments: cell.judgments.map((judgment) => {
			const bare = judgment.status === "ruled" ? {
				...judgment,
				reasoning: ""
			} : judgment;
			return judgments(JSON.stringify(bare), () => bare);
		})
	});
}
const MOST_EXAMPLES = 5;
/** Every pair of clauses in conflict on either side; the pair seen in the most head scenarios comes first. */
function findConflicts(cells) {
	const cited = citedIn(cells);
	const pairs = /* @__PURE__ */ new Map();
	for (const sighting of cells.flatMap(sightingsIn)) {
		const pair = JSON.stringify([sighting.against, sighting.favour]);
		const sightings = pairs.get(pair);
		if (sightings === void 0) pairs.set(pair, [sighting]);
		else sightings.push(sighting);
	}
	return [...pairs.values()].map((sightings) => describe(sightings, cited)).sort(byWeight);
}
function sightingsIn(cell) {
	const against = /* @__PURE__ */ new Set();
	const favour = /* @__PURE__ */ new Set();
	for (const judgment of cell.judgments) {
		if (judgment.status !== "ruled") continue;
		for (const clause of judgment.clauses) (judgment.ruling === "compliant" ? favour : against).add(clause);
	}
	const onlyAgainst = [...against].filter((clause) => !favour.has(clause));
	const onlyFavour = [...favour].filter((clause) => !against.has(clause));
	const { arm, scenario } = cell;
	return onlyAgainst.flatMap((one) => onlyFavour.map((other) => ({
		against: one,
		favour: other,
		arm,
		scenario
	})));
}
function citedIn(cells) {
	const cited = /* @__PURE__ */ new Map();
	for (const { scenario, judgments } of cells) for (const judgment of judgments) {
		if (judgment.status !== "ruled") continue;
		for (const clause of judgment.clauses) {
			const scenarios = cited.get(clause) ?? /* @__PURE__ */ new Set();
			cited.set(clause, scenarios.add(scenario));
		}
	}
	return cited;
}
function describe(sightings, cited) {
	const { against, favour } = sightings[0];
	const on = (arm) => sightings.filter((one) => one.arm === arm).map(({ scenario }) => scenario);
	const base = on("base");
	const head = on("head");
	const count = (scenario, list) => list.filter((one) => one === scenario).length;
	const examples = [.../* @__PURE__ */ new Set([...head, ...base])].sort((a, b) => count(b, head) - count(a, head) || count(b, base) - count(a, base) || (a < b ? -1 : 1));
	return {
		against,
		favour,
		responses: {
			base: base.length,
			head: head.length
		},
		scenarios: {
			base: new Set(base).size,
			head: new Set(head).size
		},
		tested: (/* @__PURE__ */ new Set([...cited.get(against) ?? [], ...cited.get(favour) ?? []])).size,
		examples: examples.slice(0, MOST_EXAMPLES)
	};
}
function byWeight(a, b) {
	return b.scenarios.head - a.scenarios.head || b.responses.head - a.responses.head || b.responses.base - a.responses.base || (`${a.against}\n${a.favour}` < `${b.against}\n${b.favour}` ? -1 : 1);
}
/**
* `arm` is studied, with all its draws of both stages: each is one more answer of the same models under the same text. The
* other arm is `before`, with the draws of the stage that decides (the confirmation where there is one, else the screen).
* What compares the arms reads the draws that both have (`pairResponses`): the screen keeps more of the base. A scenario's
* D is the mean over its draws, so that it lies in one bin; the bank's own D stands in where nothing was scored.
*/
function studyRun({ simulated, places, scenarios, cells }, { arm, categories }) {
	const rowsOf = (has) => toRows(cells.filter(has), scenarios);
	const deciding = cells.some(({ stage }) => stage === "confirm") ? "confirm" : "screen";
	const before = rowsOf((cell) => cell.arm !== arm && cell.stage === deciding);
	return {
		source: "run",
		simulated,
		rows: rowsOf((cell) => cell.arm === arm),
		...before.size === 0 ? {} : { before },
		places,
		categories
	};
}
function toRows(cells, scenarios) {
	const byScenario = /* @__PURE__ */ new Map();
	for (const cell of cells) {
		const draws = byScenario.get(cell.scenario) ?? /* @__PURE__ */ new Map();
		byScenario.set(cell.scenario, draws);
		addToList(draws, `${cell.stage} ${cell.draw}`, responseOf(cell));
	}
	const rows = [...byScenario].flatMap(([id, draws]) => {
		const scenario = scenarios.get(id) ?? {
			scenario: id,
			clauses: [],
			topics: []
		};
		const { clauses, topics, value1, value2 } = scenario;
		const values = value1 === void 0 || value2 === void 0 ? {} : {
			value1,
			value2
		};
		const disagreements = averageDisagreements([...draws.values()], scenario);
		return [...draws].map(([draw, responses]) => {
			return {
				scenario: id,
				draw,
				clauses,
				topics,
				...values,
				disagreements,
				responses
			};
		});
	});
	return groupByScenario(rows);
}
function responseOf(cell) {
	const { model, judgments, audited, problematic, scores, responseText } = cell;
	return {
		model,
		rulings: judgments.flatMap((judgment) => judgment.status === "ruled" ? [{
			judge: judgment.judge,
			ruling: judgment.ruling,
			clauses: judgment.clauses
		}] : []),
		fullPanel: audited,
		problematic,
		...scores === void 0 || scores === "missing" ? {} : {
			scores: {
				value1: scores.value1,
				value2: scores.value2
			},
			responseType: scores.responseType
		},
		...responseText === void 0 ? {} : { text: responseText }
	};
}
function averageDisagreements(draws, { disagreement }) {
	const lists = /* @__PURE__ */ new Map();
	for (const responses of draws) {
		const scores = Object.fromEntries(responses.flatMap(({ model, scores: own }) => own === void 0 ? [] : [[model, own]]));
		for (const [subset, value] of Object.entries(disagreementsBySubset(scores))) addToList(lists, subset, value);
	}
	if (lists.size === 0) return disagreement === void 0 ? {} : { all: disagreement };
	return Object.fromEntries([...lists].map(([subset, values]) => [subset, values.reduce((total, value) => total + value, 0) / values.length]));
}
export { createPool as a, serializeEvidence as i, findConflicts as n, createWords as o, readEvidence as r, studyRun as t };
