import { t as UserError } from "./errors.js";
import { a as studentTQuantile } from "./estimate.js";
import { t as mcnemar } from "./mcnemar.js";
import { c as measureChange, d as upperBound, f as withinVariance, n as testChange, o as detectableChange, s as intervalOf, u as scenarioTest, y as MOST_MISSING } from "./test-change.js";
import { n as localiseGroups } from "./localise-clauses.js";
import { n as hashJson } from "./canonical-json.js";
import { r as parseUntrustedJson } from "./untrusted-json.js";
import { _ as union, a as array, c as int, d as number, f as object, h as string, m as strictObject, o as boolean, p as record, v as unknown } from "./schemas.js";
import { n as decodeText } from "./files.js";
import { a as percent, i as pValue, o as plural, s as points, t as count, u as signedPoints } from "./format-numbers.js";
import { a as asFullSentence, c as names, l as say, s as name } from "./metrics.js";
import { t as plainText } from "./plain-text.js";
import { n as visibleLine } from "./visible-text.js";
import { n as wrapText, t as fitColumns } from "./wrap-text.js";
import { t as EXIT } from "./exit-code.js";
import { n as createPaint } from "./paint.js";
import { resolve } from "node:path";
import { readFileSync, statSync } from "node:fs";
const REACH = 1.96;
function intervals(units, change) {
	const noise = {
		base: noiseOf(units.map(({ base }) => base)),
		head: noiseOf(units.map(({ head }) => head))
	};
	const like = intervalOf(change);
	const base = noise.base ?? noise.head;
	const head = noise.head ?? noise.base;
	const promptsLikeThem = like === void 0 ? {} : { promptsLikeThem: like };
	if (base === void 0 || head === void 0) return promptsLikeThem;
	const variance = units.reduce((total, unit) => total + base / unit.base.length + head / unit.head.length, 0);
	const reach = REACH * Math.sqrt(variance) / units.length;
	return {
		thesePrompts: [change.value - reach, change.value + reach],
		...promptsLikeThem
	};
}
function noiseOf(draws) {
	return draws.some((values) => values.length > 1) ? withinVariance(draws) : void 0;
}
/**
* Models that both arms have are compared; where each arm has one model, under whatever names, it is those two.
* @throws UserError where no model can be paired.
*/
function pairOutcomes(base, head) {
	const { models, keep } = pairModels(base.rows, head.rows);
	const before = byScenario(base.rows.filter(keep));
	const after = byScenario(head.rows.filter(keep));
	const known = (rows) => rows.missing.map(({ scenario }) => scenario);
	const all = [.../* @__PURE__ */ new Set([
		...before.keys(),
		...after.keys(),
		...known(base),
		...known(head)
	])].sort();
	const drawsOf = (rows, scenario) => valuesByDraw(rows.get(scenario) ?? []);
	const every = all.map((scenario) => ({
		scenario,
		base: drawsOf(before, scenario),
		head: drawsOf(after, scenario)
	}));
	const units = every.filter((unit) => unit.base.length > 0 && unit.head.length > 0);
	const missing = base.missing.length + head.missing.length;
	const gaps = every.filter((unit) => unit.base.length === 0 || unit.head.length === 0);
	return {
		units,
		againstPass: gaps.map((unit) => fill(unit, {
			base: 0,
			head: 1
		})),
		againstFail: gaps.map((unit) => fill(unit, {
			base: 1,
			head: 0
		})),
		models,
		outcomes: {
			missing,
			expected: missing + base.rows.length + head.rows.length
		},
		groups: groupUnits(units, [...base.rows, ...head.rows]),
		notes: [
			...noteGaps(gaps),
			...noteDraws(units),
			...noteMissing(base, head),
			...noteModels(models, base, head)
		]
	};
}
function pairModels(base, head) {
	const before = [...new Set(base.map(({ model }) => model))].sort();
	const after = [...new Set(head.map(({ model }) => model))].sort();
	const common = before.filter((model) => after.includes(model));
	if (common.length > 0) return {
		models: common,
		keep: ({ model }) => common.includes(model)
	};
	if (before.length === 1 && after.length === 1) return {
		models: [`${before[0]} -> ${after[0]}`],
		keep: () => true
	};
	const message = `no model is in both files: base has ${before.join(", ")}; head has ${after.join(", ")}`;
	throw new UserError({
		message,
		hint: "Give both files the same model names, or one model each."
	});
}
function byScenario(rows) {
	const scenarios = /* @__PURE__ */ new Map();
	for (const row of rows) {
		const own = scenarios.get(row.scenario);
		if (own === void 0) scenarios.set(row.scenario, [row]);
		else own.push(row);
	}
	return scenarios;
}
function valuesByDraw(rows) {
	const draws = /* @__PURE__ */ new Map();
	for (const { replicate, problematic } of rows) draws.set(replicate, [...draws.get(replicate) ?? [], problematic]);
	return [...draws.keys()].sort().map((replicate) => {
		const outcomes = draws.get(replicate);
		return outcomes.filter(Boolean).length / outcomes.length;
	});
}
function fill(unit, worst) {
	return {
		...unit,
		base: unit.base.length > 0 ? unit.base : [worst.base],
		head: unit.head.length > 0 ? unit.head : [worst.head]
	};
}
function groupUnits(units, rows) {
	const members = /* @__PURE__ */ new Map();
	for (const { group, scenario } of rows) if (group !== void 0) members.set(group, (members.get(group) ?? /* @__PURE__ */ new Set()).add(scenario));
	return [...members.keys()].sort().map((id) => ({
		id,
		units: units.filter(({ scenario }) => members.get(id).has(scenario))
	}));
}
function noteGaps(gaps) {
	const note = (code, arm) => {
		const scenarios = gaps.filter((unit) => unit[arm].length === 0).map(({ scenario }) => scenario);
		return scenarios.length === 0 ? [] : [{
			code,
			args: { scenarios },
			severity: "warning"
		}];
	};
	return [...note("scenarios-without-base", "base"), ...note("scenarios-without-head", "head")];
}
function noteDraws(units) {
	return ["base", "head"].flatMap((arm) => {
		const counts = units.map((unit) => unit[arm].length);
		const least = Math.min(...counts);
		const most = Math.max(...counts);
		return units.length === 0 || least === most ? [] : [{
			code: "unequal-draws",
			args: {
				arm,
				least,
				most
			},
			severity: "notice"
		}];
	});
}
function noteMissing(base, head) {
	return [["base", base], ["head", head]].flatMap(([arm, { missing }]) => missing.length === 0 ? [] : [{
		code: "outcomes-missing",
		args: {
			arm,
			count: missing.length
		},
		severity: "warning"
	}]);
}
function noteModels(models, base, head) {
	if (models.length === 1 && models[0].includes(" -> ")) return [];
	const left = [...base.rows, ...head.rows].map(({ model }) => model).filter((model) => !models.includes(model));
	return left.length === 0 ? [] : [{
		code: "models-left-out",
		args: { models: [...new Set(left)].sort() },
		severity: "warning"
	}];
}
/**
* Compares shares of problematic outcomes; the scenario is the unit. Fixed: fails if the relabelling p <= .05 and the rise
* is at least half the margin, passes if the one-sided 95 % bound over scenarios is below the margin. With a stored base:
* passes as the gate's screen does, never fails, and says what is still needed. Missing scenarios are read against either
* verdict; with more than 5 % of scenarios or outcomes missing it is inconclusive.
*/
function compareOutcomes(input) {
	const paired = pairOutcomes(input.base, input.head);
	const { units, models } = paired;
	const flip = 1 / Math.max(1, models.length);
	const stored = (list) => input.stored ? list.map((unit) => ({
		...unit,
		stored: unit.base
	})) : list;
	const change = measureChange(stored(units), flip);
	const common = {
		notes: paired.notes,
		scenarios: units.length,
		models,
		margin: input.margin
	};
	if (change === void 0) return {
		...common,
		verdict: "inconclusive",
		reasons: [warn("nothing-in-common", {})],
		groups: []
	};
	const options = {
		kind: "prompt",
		flip,
		seed: input.seed
	};
	const p = {
		thesePrompts: testChange(units, options),
		promptsLikeThem: scenarioTest(change)
	};
	const hardest = {
		pass: measureChange(stored([...units, ...paired.againstPass]), flip),
		fail: measureChange([...units, ...paired.againstFail], flip),
		failP: testChange([...units, ...paired.againstFail], options)
	};
	const decided = decideOutcomes({
		...input,
		paired,
		change,
		p: p.thesePrompts,
		hardest
	});
	const pairs = countPairs(paired);
	const detectable = detectableChange(change);
	const claim = claimOf(decided.verdict, p.promptsLikeThem);
	return {
		...common,
		...decided,
		base: change.base,
		head: change.head,
		change: change.value,
		intervals: intervals(units, change),
		p,
		...claim === void 0 ? {} : { claim },
		...pairs === void 0 ? {} : { pairs },
		groups: localiseGroups(paired.groups, options),
		...detectable === void 0 ? {} : { detectable }
	};
}
function decideOutcomes(evidence) {
	const { paired, change, hardest, margin, p } = evidence;
	const args = {
		change: change.value,
		margin,
		p,
		scenarios: change.scenarios
	};
	const gaps = paired.againstPass.length;
	if (gaps > .05 * (change.scenarios + gaps)) return {
		verdict: "inconclusive",
		reasons: [warn("missing-scenarios", {
			missing: gaps,
			expected: change.scenarios + gaps,
			most: MOST_MISSING
		})]
	};
	const { missing, expected } = paired.outcomes;
	if (missing > .05 * expected) return {
		verdict: "inconclusive",
		reasons: [warn("missing-outcomes", {
			missing,
			expected,
			most: MOST_MISSING
		})]
	};
	if (evidence.stored) return screenOutcomes(evidence, args);
	if (hardest.failP <= .05 && hardest.fail.value >= .5 * margin) return {
		verdict: "fail",
		reasons: [{
			code: "rose",
			args,
			severity: "error"
		}]
	};
	const reach = hardest.pass.scenarios > 1 ? studentTQuantile(.95, hardest.pass.scenarios - 1) : Number.POSITIVE_INFINITY;
	if (upperBound(hardest.pass, reach) < margin) return {
		verdict: "pass",
		reasons: []
	};
	return {
		verdict: "inconclusive",
		reasons: [warn("undecided", args)]
	};
}
function screenOutcomes({ paired, hardest, margin, p }, args) {
	if (upperBound(hardest.pass, 2.07) < margin) return {
		verdict: "pass",
		reasons: []
	};
	const cells = paired.units.length * Math.max(1, paired.models.length);
	const drawn = Math.min(...paired.units.map(({ head }) => head.length));
	if (p > .05 && drawn < 4) {
		const needed = {
			arms: "head",
			draws: 1,
			answers: cells
		};
		return {
			verdict: "inconclusive",
			reasons: [warn("screen-undecided", args)],
			needed
		};
	}
	const needed = {
		arms: "both",
		draws: 2,
		answers: 4 * cells
	};
	return {
		verdict: "inconclusive",
		reasons: [warn("confirmation-needed", args)],
		needed
	};
}
/** A pass bounds the mean over prompts like these; a fail reaches as far if Student's t over scenarios agrees. */
function claimOf(verdict, p) {
	if (verdict === "inconclusive") return void 0;
	return verdict === "pass" || p <= .05 ? "prompts-like-them" : "these-prompts";
}
function countPairs({ units, models }) {
	if (models.length !== 1 || units.some(({ base, head }) => base.length !== 1 || head.length !== 1)) return void 0;
	const count = (before, after) => units.filter(({ base, head }) => base[0] === before && head[0] === after).length;
	const worse = count(0, 1);
	const better = count(1, 0);
	const { exact, midP } = mcnemar({
		worse,
		better
	});
	return {
		bothPass: count(0, 0),
		bothFail: count(1, 1),
		worse,
		better,
		exact: exact.twoSided,
		midP: midP.twoSided
	};
}
function warn(code, args) {
	return {
		code,
		args,
		severity: "warning"
	};
}
/** promptfoo's `failureReason` for a test that did not run, as against one whose assertion failed (1). */
const ERROR = 2;
const result = object({
	success: boolean(),
	failureReason: number().nullish(),
	promptIdx: number().default(0),
	provider: union([string(), object({
		id: string().nullish(),
		label: string().nullish()
	})]),
	vars: record(string(), unknown()).default({}),
	testCase: object({
		description: string().nullish(),
		metadata: record(string(), unknown()).nullish()
	}).default({})
});
const output = object({ results: object({ results: array(result) }) });
/**
* A test that passes is compliant. The scenario is `metadata.scenario` where the test has one, else its description and
* variables; the group is `metadata.group`. Repetitions are told apart by their order.
* @throws UserError where the text is not promptfoo's output.
*/
function importPromptfoo(file, text) {
	const parsed = output.safeParse(parseJson(file, text));
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw new UserError({
			message: `not promptfoo's JSON output: ${issue.path.join(".")}: ${issue.message}`,
			place: { file }
		});
	}
	const { results } = parsed.data.results;
	const prompts = new Set(results.map(({ promptIdx }) => promptIdx)).size;
	const repetitions = /* @__PURE__ */ new Map();
	const rows = [];
	const missing = [];
	for (const one of results) {
		const scenario = scenarioOf(one);
		const provider = typeof one.provider === "string" ? one.provider : one.provider.label || one.provider.id || "unnamed";
		const model = prompts > 1 ? `${provider}, prompt ${one.promptIdx + 1}` : provider;
		const place = JSON.stringify([scenario, model]);
		const replicate = (repetitions.get(place) ?? 0) + 1;
		repetitions.set(place, replicate);
		if (one.failureReason === ERROR) {
			missing.push({
				scenario,
				model,
				reason: "error"
			});
			continue;
		}
		const group = one.testCase.metadata?.["group"];
		rows.push({
			scenario,
			model,
			replicate: String(replicate),
			problematic: !one.success,
			...typeof group === "string" ? { group } : {}
		});
	}
	return {
		rows,
		missing
	};
}
function scenarioOf({ testCase, vars }) {
	const named = testCase.metadata?.["scenario"];
	if (typeof named === "string") return named;
	const digest = hashJson(vars).slice(0, 8);
	return testCase.description ? `${testCase.description} [${digest}]` : `vars [${digest}]`;
}
/** @throws UserError where it is not JSON. */
function parseJson(file, text) {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ""));
	} catch {
		throw new UserError({
			message: "not JSON",
			place: { file }
		});
	}
}
const sample = object({
	id: union([string(), number()]),
	epoch: number().default(1),
	scores: record(string(), object({ value: unknown() })).nullish(),
	error: unknown().optional(),
	metadata: record(string(), unknown()).nullish()
});
const log = object({
	status: string().nullish(),
	eval: object({
		model: string(),
		task: string().nullish()
	}),
	samples: array(sample)
});
/** Inspect's letters as numbers (its `value_to_float`). */
const LETTERS = {
	C: 1,
	P: .5,
	I: 0,
	N: 0
};
/**
* The scenario is the sample's id, the replicate its epoch, the group `metadata.group`. A sample with an error, without the
* scorer's value or with one that is no number is missing.
* @throws UserError where the text is not such a log, or has several scorers and none was chosen.
*/
function importInspect(file, text, options = {}) {
	const parsed = log.safeParse(parseJson(file, text));
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw new UserError({
			message: `not an Inspect log with samples: ${issue.path.join(".")}: ${issue.message}`,
			place: { file }
		});
	}
	const { samples } = parsed.data;
	const { model } = parsed.data.eval;
	const scorer = options.scorer ?? onlyScorer(file, samples);
	const rows = [];
	const missing = [];
	for (const one of samples) {
		const scenario = String(one.id);
		const value = valueOf(one.scores?.[scorer]?.value);
		if (one.error !== void 0 && one.error !== null || value === void 0) {
			missing.push({
				scenario,
				model,
				reason: value === void 0 ? "no-score" : "error"
			});
			continue;
		}
		const group = one.metadata?.["group"];
		rows.push({
			scenario,
			model,
			replicate: String(one.epoch),
			problematic: value < (options.passAt ?? 1),
			...typeof group === "string" ? { group } : {}
		});
	}
	return {
		rows,
		missing
	};
}
function onlyScorer(file, samples) {
	const names = [...new Set(samples.flatMap(({ scores }) => Object.keys(scores ?? {})))].sort();
	if (names.length === 1) return names[0];
	const message = names.length === 0 ? "no sample has a score" : `several scorers: ${names.join(", ")}`;
	throw new UserError({
		message,
		hint: "Choose one with --scorer.",
		place: { file }
	});
}
function valueOf(value) {
	if (typeof value === "boolean") return Number(value);
	if (typeof value === "string") return LETTERS[value] ?? (value.trim() === "" ? void 0 : finite(Number(value)));
	return typeof value === "number" ? finite(value) : void 0;
}
function finite(value) {
	return Number.isFinite(value) ? value : void 0;
}
/** Names a row's place: two rows in one place would count one outcome twice. */
function outcomePlace(row) {
	return JSON.stringify([
		row.scenario,
		row.model,
		row.replicate
	]);
}
const score = number().min(0).max(6);
const line = strictObject({
	scenario: string().min(1),
	model: string().min(1),
	replicate: union([string(), int()]).default(1),
	problematic: boolean().optional(),
	compliant: boolean().optional(),
	score1: score.optional(),
	score2: score.optional(),
	group: string().optional()
}).refine(({ problematic, compliant }) => problematic === void 0 !== (compliant === void 0), { message: "needs either \"problematic\" or \"compliant\", true or false, and not both" });
/** @throws UserError with every bad line: not JSON, a wrong field, or an outcome given twice. */
function parseOutcomeRows(file, text) {
	const problems = [];
	const rows = [];
	const seen = /* @__PURE__ */ new Map();
	for (const [index, source] of text.replace(/^\uFEFF/, "").split(/\r?\n/).entries()) {
		if (source.trim() === "") continue;
		const place = {
			file,
			line: index + 1
		};
		const json = parseUntrustedJson(source);
		if (json.status === "refused") {
			problems.push({
				message: json.reason,
				place: {
					...place,
					...json.column === void 0 ? {} : { column: json.column }
				}
			});
			continue;
		}
		const parsed = line.safeParse(json.value);
		if (!parsed.success) {
			problems.push(...parsed.error.issues.map((issue) => ({
				message: [...issue.path, issue.message].join(": "),
				place
			})));
			continue;
		}
		const row = toRow(parsed.data);
		const first = seen.get(outcomePlace(row));
		if (first !== void 0) {
			const message = `scenario "${row.scenario}", model "${row.model}", replicate ${row.replicate} is on line ${first} already`;
			problems.push({
				message,
				hint: "Number the repetitions with \"replicate\".",
				place
			});
			continue;
		}
		seen.set(outcomePlace(row), index + 1);
		rows.push(row);
	}
	if (rows.length === 0 && problems.length === 0) problems.push({
		message: "there is no outcome in it",
		place: { file }
	});
	if (problems.length > 0) throw new UserError(problems);
	return {
		rows,
		missing: []
	};
}
function toRow({ problematic, compliant, replicate, score1, score2, group, ...rest }) {
	return {
		...rest,
		replicate: String(replicate),
		problematic: problematic ?? !compliant,
		...score1 === void 0 ? {} : { score1 },
		...score2 === void 0 ? {} : { score2 },
		...group === void 0 ? {} : { group }
	};
}
/** A JSON object with `results` is promptfoo's, one with `samples` Inspect's; anything else is read as lines of outcomes. */
function readOutcomes(file, text, options = {}) {
	const whole = parseObject(text);
	if (whole !== void 0 && "results" in whole) return importPromptfoo(file, text);
	if (whole !== void 0 && "samples" in whole) return importInspect(file, text, options);
	return parseOutcomeRows(file, text);
}
/** Undefined for lines: two or more are no JSON. */
function parseObject(text) {
	try {
		const value = JSON.parse(text.replace(/^\uFEFF/, ""));
		return typeof value === "object" && value !== null ? value : void 0;
	} catch {
		return;
	}
}
/** Why the verdict is what it is. */
function compareReason({ verdict, reasons, change = 0, margin, p, detectable }) {
	if (verdict === "pass") return say`a rise of ${inPoints(margin)} in problematic outcomes is ruled out (measured ${signedPoints(change)})`;
	const reason = reasons[0];
	switch (reason.code) {
		case "rose": return say`problematic outcomes rose by ${inPoints(change)} (p ${pValue(p.thesePrompts)}), at least half of the margin of ${points(margin)}`;
		case "undecided": return detectable === void 0 ? say`one scenario cannot decide` : say`a change of ${signedPoints(change)} points (p ${pValue(p.thesePrompts)}) neither fails nor rules out a rise of ${points(margin)}`;
		case "nothing-in-common": return say`the two files have no scenario with outcomes on both sides`;
		case "missing-scenarios": return say`${count(numberIn(reason, "missing"))} of ${plural(numberIn(reason, "expected"), "scenario")} lack one side; more than ${percent(numberIn(reason, "most"))} could turn the result`;
		case "screen-undecided": return say`against the stored base a rise of ${inPoints(margin)} is not ruled out yet (measured ${signedPoints(change)})`;
		case "confirmation-needed": return say`against the stored base problematic outcomes changed by ${signedPoints(change)} points; whether that is the change or drift since then, only fresh draws of both sides can tell`;
		default: return name(reason.code);
	}
}
/** What was left out, or is uneven. */
function compareNote(note) {
	switch (note.code) {
		case "scenarios-without-base":
		case "scenarios-without-head": {
			const list = listIn(note, "scenarios");
			const side = note.code === "scenarios-without-base" ? say`base` : say`head`;
			return say`${plural(list.length, "scenario")} without an outcome in the ${side}: ${names(list)}; read as bad as could be against either verdict`;
		}
		case "unequal-draws": return say`scenarios of the ${name(String(note.args["arm"]))} have between ${count(numberIn(note, "least"))} and ${count(numberIn(note, "most"))} draws; each scenario counts once`;
		case "outcomes-missing": return say`${plural(numberIn(note, "count"), "item")} of the ${name(String(note.args["arm"]))} had no outcome (an error, or no score)`;
		case "models-left-out": return say`left out, because only one file has them: ${names(listIn(note, "models"))}`;
		default: return name(note.code);
	}
}
function inPoints(change) {
	const shown = points(change);
	return `${shown} ${shown === "1" ? "point" : "points"}`;
}
function numberIn({ args }, key) {
	return Number(args[key]);
}
function listIn({ args }, key) {
	const value = args[key];
	return Array.isArray(value) ? value : [];
}
const LABEL = 12;
const MOST_GROUPS = 20;
const WORDS = {
	pass: "PASS",
	fail: "FAIL",
	inconclusive: "INCONCLUSIVE"
};
/** All of it as text that ends with a line feed. */
function renderComparison(view, { paint, width }) {
	const sheet = {
		paint,
		width: Math.max(60, Math.min(width, 110))
	};
	const { comparison } = view;
	return `${[
		verdictBlock(view, sheet),
		measuredBlock(comparison, sheet),
		groupBlock(comparison.groups, sheet),
		labelled("Needed", neededLines(view), sheet),
		labelled("Note", comparison.notes.map((note) => plainText(asFullSentence(compareNote(note)))), sheet),
		labelled("Compared", comparedLines(view), sheet)
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
function verdictBlock({ comparison }, { paint, width }) {
	const { verdict, claim } = comparison;
	const word = WORDS[verdict];
	const tone = {
		pass: paint.good,
		fail: paint.bad,
		inconclusive: paint.unsure
	}[verdict];
	const says = plainText(asFullSentence(compareReason(comparison)));
	const rest = claim === void 0 ? [] : [{
		"prompts-like-them": "This holds for prompts like these, as far as these are a fair sample of them.",
		"these-prompts": "This holds for these prompts; for prompts like them the evidence is too thin."
	}[claim]];
	const indent = " ".repeat(word.length + 2);
	return [says, ...rest].flatMap((text, part) => wrapText(text, width - indent.length).map((line) => part === 0 ? paint.strong(line) : line)).map((line, index) => index === 0 ? `${tone(word)}  ${line}` : `${indent}${line}`);
}
function measuredBlock(comparison, sheet) {
	const { base, head, change, intervals, p, pairs, margin, detectable } = comparison;
	if (base === void 0 || head === void 0 || change === void 0 || p === void 0) return [];
	const range = (interval, without) => interval === void 0 ? without : `${signedPoints(interval[0])} to ${signedPoints(interval[1])} points (95 %)`;
	return labelled("Measured", [
		`problematic: base ${percent(base)}, head ${percent(head)}, change ${signedPoints(change)} points (margin ${points(margin)})`,
		`these prompts       p ${pValue(p.thesePrompts)}, ${range(intervals?.thesePrompts, "no interval: one draw each does not show their noise")}`,
		`prompts like these  p ${pValue(p.promptsLikeThem)}, ${range(intervals?.promptsLikeThem, "no interval: there is one scenario")}`,
		...pairs === void 0 ? [] : [`pairs: both pass ${count(pairs.bothPass)}, both fail ${count(pairs.bothFail)}, only head fails ${count(pairs.worse)}, only base fails ${count(pairs.better)}`, `exact McNemar p ${precise(pairs.exact)}, mid-p ${precise(pairs.midP)} (two-sided)`],
		...detectable === void 0 ? [] : [`smallest rise this could have shown: ${points(detectable)} points (80 % power)`]
	], sheet);
}
/** Three significant digits: 0.003068 -> `0.00307`. */
function precise(p) {
	return p < 1e-6 ? "< 0.000001" : String(Number(p.toPrecision(3)));
}
function groupBlock(groups, { paint, width }) {
	if (groups.length === 0) return [];
	const order = {
		changed: 0,
		"no-effect-seen": 1,
		untested: 2
	};
	const sorted = [...groups].sort((a, b) => order[a.status] - order[b.status] || (b.change ?? 0) - (a.change ?? 0) || (a.id < b.id ? -1 : 1));
	const rows = sorted.slice(0, MOST_GROUPS).map(({ id, scenarios, base, head, change, adjustedP, status }) => [
		visibleLine(id, 40),
		count(scenarios),
		base === void 0 || head === void 0 ? "" : `${percent(base)} → ${percent(head)}`,
		change === void 0 ? "" : signedPoints(change),
		adjustedP === void 0 ? "" : pValue(adjustedP),
		{
			changed: "changed",
			"no-effect-seen": "no effect seen",
			untested: "too few to test"
		}[status]
	]);
	const table = fitColumns([[
		"group",
		"scenarios",
		"problematic",
		"points",
		"adjusted p",
		""
	], ...rows], {
		width: width - 2,
		right: [
			1,
			3,
			4
		],
		dispensable: [2]
	});
	const tones = sorted.map(({ status }) => status === "changed" ? paint.bad : paint.faint);
	return [
		`${paint.strong("Groups")}  ${paint.faint("reported, not part of the verdict; p adjusted for their number")}`,
		...table.map((line, index) => `  ${index === 0 ? paint.faint(line) : tones[index - 1](line)}`),
		...sorted.length > MOST_GROUPS ? [paint.faint(`  and ${count(sorted.length - MOST_GROUPS)} more (--json has all)`)] : []
	];
}
function neededLines({ comparison, stored }) {
	const { verdict, needed, detectable, margin, scenarios, models } = comparison;
	if (needed !== void 0) {
		const answers = `about ${plural(needed.answers, "answer")}`;
		return needed.arms === "head" ? [`one more draw of the head on these scenarios (${answers}), then compare again`] : [`${plural(needed.draws, "fresh draw")} of both sides on these scenarios, in turns at the same time (${answers}), compared without --stored`];
	}
	if (verdict !== "inconclusive" || stored || detectable === void 0 || detectable <= margin) return [];
	const enough = Math.ceil(scenarios * (detectable / margin) ** 2);
	return [`about ${plural(enough, "scenario")} as varied as these, where there are ${count(scenarios)} now, or repeated draws of these with ${plural(Math.max(1, models.length), "model")}`];
}
function comparedLines({ comparison, base, head, stored }) {
	const { scenarios, models } = comparison;
	const shown = models.slice(0, 4).map((model) => visibleLine(model, 60));
	const rest = models.length - shown.length;
	return [`${visibleLine(base)}${stored ? " (stored, so this is a screen)" : ""} with ${visibleLine(head)}: ${plural(scenarios, "scenario")}, ${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`];
}
function labelled(label, texts, { paint, width }) {
	return texts.flatMap((text) => wrapText(text, width - LABEL)).map((line, index) => `${index === 0 ? paint.strong(label.padEnd(LABEL)) : " ".repeat(LABEL)}${line}`);
}
/** Logs with every answer in them are large; a text this size still fits in memory parsed. */
const LARGEST = 268435456;
function runCompareCommand(files, options, door) {
	const stored = options.stored === true;
	const comparison = compareOutcomes({
		base: readRows(files.base, options, door),
		head: readRows(files.head, options, door),
		stored,
		margin: options.margin,
		seed: options.seed
	});
	door.print(options.json === true ? `${JSON.stringify({
		schema: "spec-gate/compare@1",
		files,
		stored,
		...comparison
	}, null, 2)}\n` : renderComparison({
		comparison,
		...files,
		stored
	}, {
		paint: createPaint(door.output.colour),
		width: door.output.columns
	}));
	return EXIT[comparison.verdict];
}
function readRows(file, { scorer, passAt }, door) {
	const options = {
		...scorer !== void 0 && { scorer },
		...passAt !== void 0 && { passAt }
	};
	return readOutcomes(file, readText(file, door), options);
}
function readText(file, door) {
	const path = resolve(door.cwd, file);
	const fail = (message) => {
		throw new UserError({
			message,
			place: { file }
		});
	};
	const stats = statSync(path, { throwIfNoEntry: false }) ?? fail("no such file");
	if (!stats.isFile()) fail("not a regular file");
	if (stats.size > LARGEST) fail(`larger than ${LARGEST / 1024 / 1024} MB; write outcome rows as JSON Lines`);
	return decodeText(readFileSync(path), file);
}
export { runCompareCommand };
