import { t as UserError } from "./errors.js";
import { a as boolean, c as literal, g as union, i as array, m as string, o as discriminatedUnion, p as strictObject, r as _enum, s as int, u as number } from "./schemas.js";
import { t as RESPONSE_TYPES } from "./study-words.js";
import { t as canonicalJson } from "./canonical-json.js";
import { r as parseUntrustedJson } from "./untrusted-json.js";
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
	reasoning: string()
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
const line = union([
	header,
	scenarioLine,
	cellLine
]);
/** @throws UserError with the first hundred lines that do not fit, and where the header is not the first. */
function parseEvidence({ file, text }) {
	const problems = [];
	let head;
	const scenarios = /* @__PURE__ */ new Map();
	const cells = [];
	for (const [index, raw] of text.split("\n").entries()) {
		if (raw.trim() === "" || problems.length >= 100) continue;
		const json = parseUntrustedJson(raw);
		const parsed = json.status === "parsed" ? line.safeParse(json.value) : void 0;
		if (parsed?.success !== true) {
			const message = json.status === "refused" ? json.reason : "not a line of evidence of this version";
			problems.push({
				message,
				place: {
					file,
					line: index + 1
				}
			});
		} else if ("schema" in parsed.data) head ??= parsed.data;
		else if ("cell" in parsed.data) {
			const { cell: scenario, judgments, ...rest } = parsed.data;
			cells.push({
				scenario,
				judgments,
				...rest
			});
		} else scenarios.set(parsed.data.scenario, parsed.data);
	}
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
export { parseEvidence as n, serializeEvidence as r, findConflicts as t };
