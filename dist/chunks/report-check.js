import { a as whereDefined, i as visibleText, n as visibleId, r as visibleLine, t as clip } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { c as decimal, d as percent, f as plural, g as signedPoints, h as signedDecimal, l as dollars, m as pointsRange, n as hashJson, p as points, s as count, t as canonicalJson, u as pValue, v as UserError, y as formatPlace } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { t as breakCommands } from "./commands-action-compare-diff-report-bank-ask-check.js";
import { c as name$1, d as wording, l as names, n as plainTextWithin, o as joinSentence, r as asFullSentence, s as listed, t as plainText, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { c as BLOCKING_METRICS, l as METRICS, x as mean } from "./action-compare-accept-report-bank-ask-check.js";
import { i as RESPONSE_TYPES } from "./action-schema-compare-accept-report-bank-ask-check.js";
import { C as intervalLevel, D as formatInterval, O as formatSize, S as STATUS_WORDS, a as kindName, b as writeClaimsElsewhere, d as groupNewOutliers, f as writeApart, h as writeOutlierRule, i as writeParagraph, k as isBeyondAll, m as writeOutlierCount, n as titleOf, p as writeDirection, r as writeMessage, w as metricRows, x as writeExplainedClaims } from "./action-accept-report-ask-check.js";
import { w as addToList } from "./action-compare-accept-report-ask-check.js";
import { n as writeHeadline, t as titleOfFindings } from "./action-report-check.js";
import { _ as strictObject, b as union, c as discriminatedUnion, d as literal, i as _enum, l as int, o as array, p as number$3, s as boolean, v as string$1 } from "./action-schema-merge-compare-accept-report-bank-ask-check.js";
import { a as parseUntrustedJson, t as MAX_LINE } from "./compare-accept-report-bank-ask-check.js";
import { a as wrapText, n as fitEntries, o as readLines, t as fitColumns } from "./compare-report-bank-ask-check.js";
import { a as parseMarkdown, t as countClauses } from "./diff-report-bank-ask-check.js";
import { i as createWords, n as writeConversation, r as createPool } from "./report-bank-ask-check.js";
import { t as shellWord } from "./compare-report-bank-check.js";
import { t as NO_PAINT } from "./compare-diff-report-bank-check.js";
import { a as NOTHING, i as renderPage, n as leanClass, o as html, r as shadeClass, s as htmlSentence, t as STYLE } from "./report-bank-check.js";
import { n as blockingReasons, r as findingKey, t as plainParagraph } from "./accept-report-check.js";
import { fileURLToPath } from "node:url";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
const name = string$1().min(1).max(300);
const place$1 = strictObject({
	id: name,
	file: string$1(),
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
	clauses: array(place$1),
	/** The run whose report it belongs to (`digestRun`); absent in older files, and where there is no report. */
	run: string$1().max(64).exactOptional(),
	/** What it was made by and from, besides the specs that the report names. */
	made: strictObject({
		/** Of spec-gate. */
		version: string$1(),
		/** Path of the config. */
		config: string$1(),
		/** SHA-256 of the bank's scenarios, and how many they are. */
		bank: string$1(),
		scenarios: int().nonnegative(),
		/** Versions of the words that judges and the classifier were asked in. */
		prompts: array(string$1())
	}).exactOptional()
});
/** A clause of the spec with its text, in the order of reading: what a scenario's clauses can be looked up in. */
const clauseLine = strictObject({
	clause: name,
	title: string$1(),
	/** Titles of the headings above it, outermost first. */
	path: array(string$1()),
	text: string$1(),
	file: string$1(),
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
		text: string$1(),
		by: string$1().exactOptional(),
		scenarios: int().nonnegative()
	})).exactOptional()
});
const scenarioLine = strictObject({
	scenario: name,
	clauses: array(name),
	topics: array(name),
	value1: name.exactOptional(),
	value2: name.exactOptional(),
	disagreement: number$3().min(0).max(3).exactOptional(),
	/** What was asked, as far as it may be shown. */
	query: string$1().exactOptional(),
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
	reasoning: string$1(),
	returnedModel: string$1().exactOptional()
}), strictObject({
	status: literal("abstained"),
	judge: name,
	reason: string$1(),
	words: string$1().exactOptional()
})]);
const problematic = union([boolean(), literal("missing")]);
const score = number$3().min(0).max(6);
const SCHEMAS = {
	header,
	clause: clauseLine,
	scenario: scenarioLine,
	cell: strictObject({
		cell: name,
		model: name,
		arm: _enum(["base", "head"]),
		stage: _enum(["screen", "confirm"]),
		draw: int().positive(),
		response: string$1(),
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
			confidence: number$3().min(0).max(1),
			responseType: _enum(RESPONSE_TYPES)
		})]).exactOptional(),
		responseText: string$1().exactOptional(),
		/** Characters of the whole response, of which `responseText` may be a part or none. */
		responseLength: int().nonnegative().exactOptional(),
		missingReason: string$1().exactOptional(),
		missingWords: string$1().exactOptional(),
		returnedModel: string$1().exactOptional()
	})
};
/** A line from anywhere, held against its schema. */
function parseEvidenceLine(text) {
	const json = parseUntrustedJson(text);
	if (json.status === "refused") return {
		kind: "problem",
		message: json.reason
	};
	const kind = kindOf(json.value);
	const line = SCHEMAS[kind].safeParse(json.value);
	return line.success ? lineOf(kind, line.data) : {
		kind: "problem",
		message: "not a line of evidence of this version"
	};
}
/** A line that this process has written itself, so it is not held against the schema again. */
function readOwnLine(text) {
	const value = JSON.parse(text);
	return lineOf(kindOf(value), value);
}
/** The kind of a line is recognised by a key that only lines of this kind have. */
function kindOf(value) {
	const has = (key) => typeof value === "object" && value !== null && key in value;
	return has("cell") ? "cell" : has("clause") ? "clause" : has("scenario") ? "scenario" : "header";
}
/** The value is of this kind, by its schema or by where it comes from. */
function lineOf(kind, value) {
	switch (kind) {
		case "header": return {
			kind,
			value
		};
		case "clause": return {
			kind,
			value
		};
		case "scenario": return {
			kind,
			value
		};
		case "cell": {
			const { cell: scenario, ...rest } = value;
			return {
				kind,
				value: {
					scenario,
					...rest
				}
			};
		}
		default: return kind;
	}
}
/** The file's text: a header, the clauses, the scenarios, the cells in the order given. The same parts give the same bytes. */
function serializeEvidence({ comparison, simulated, run, made, clauses = [], scenarios, cells, show }) {
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
			...whereDefined({
				run,
				made
			})
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
	return readText({
		file,
		text
	}, parseEvidenceLine);
}
/** The same of a text that this process has just written: no schema is asked whether it fits, which takes ten times as long. */
function readOwnEvidence(text) {
	return readText({
		file: "evidence.jsonl",
		text
	}, readOwnLine);
}
function readText({ file, text }, parse) {
	const reader = createEvidenceReader(file, { parse });
	for (const [index, line] of text.split("\n").entries()) reader.addLine(index + 1, line);
	return reader.finish();
}
/** The same from a file too large for one text, without the judges' reasons: no table reads them, and they are most of it. */
async function readEvidence(source) {
	const reader = createEvidenceReader(source.name, { keep: createCondenser() });
	for await (const { number, text } of readLines(source, MAX_LINE)) reader.addLine(number, text);
	return reader.finish();
}
/** More problems than this are not looked for. */
const MOST_PROBLEMS = 100;
function createEvidenceReader(file, { parse = parseEvidenceLine, keep = (cell) => cell }) {
	const problems = [];
	let head;
	const clauses = [];
	const scenarios = /* @__PURE__ */ new Map();
	const cells = [];
	const lineOf = /* @__PURE__ */ new Map();
	return {
		addLine(line, text) {
			if (text.trim() === "" || problems.length >= MOST_PROBLEMS) return;
			const parsed = parse(text);
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
			const { comparison, simulated, run, made } = head;
			return {
				comparison,
				simulated,
				...whereDefined({
					run,
					made
				}),
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
/**
* Scenarios in which more models are problematic on head than on base; none where as many turned the other way as chance turns,
* unless what failed is that answers are ruled against.
*/
function newlyFailing(report) {
	if (report.tested?.scenarios?.isSure === false && !hasFailedAnswers(report.endpoints)) return [];
	return report.scenarios.filter(({ problematicModels: { base, head } }) => head.length > base.length).sort((one, other) => other.problematicModels.head.length - one.problematicModels.head.length || riseOf(other) - riseOf(one) || (one.scenario < other.scenario ? -1 : 1));
}
/** `all 4 models problematic (were 0), written for this change`; `both models ...` of two. */
function writeScenarioChange(scenario, models) {
	const { base, head } = scenario.problematicModels;
	const all = models === 2 ? say`both` : say`all ${count(models)}`;
	const now = head.length === models && models > 1 ? all : say`${count(head.length)} of ${count(models)}`;
	const origin = scenario.written === true ? say`, written for this change` : say``;
	return say`${now} models problematic (were ${count(base.length)})${origin}`;
}
/** Whether what failed is a sum over scenarios that are ruled against: those are then where it lies. */
function hasFailedAnswers(metrics) {
	return ["nonCompliance", "frequentNonCompliance"].some((metric) => metrics[metric]?.status === "fail");
}
function riseOf({ base = 0, head = 0 }) {
	return head - base;
}
/** 32 hex digits of what was compared, under which policy, and what came of it. An acceptance leaves it as it is. */
function digestRun({ base, head, policyHash, rounds, endpoints, scenarios }) {
	return hashJson([
		base,
		head,
		policyHash,
		rounds,
		endpoints,
		scenarios
	]).slice(0, 32);
}
const KINDS = {
	added: wording("added"),
	removed: wording("removed"),
	edited: wording("edited"),
	renamed: wording("renamed"),
	moved: wording("moved"),
	cosmetic: wording("cosmetic"),
	unseen: wording("changed where judges cannot see")
};
/** Substantive changes, the largest effect first, untested ones before those without an effect. */
function clauseEffects(report) {
	return report.changes.filter((change) => change.kind !== "cosmetic").map((change) => effectOf$1(change, report)).sort((one, other) => rankOf(other) - rankOf(one) || (one.change.id < other.change.id ? -1 : 1));
}
/** Changes of white space, wrapping or markup alone. */
function countCosmetic(report) {
	return report.changes.filter((change) => change.kind === "cosmetic").length;
}
/** `lines 211-238`. */
function linesOf({ lines: [from, to] }) {
	return from === to ? `line ${from}` : `lines ${from}-${to}`;
}
function effectOf$1(change, report) {
	const tested = report.clauses.find((clause) => clause.id === change.id);
	const untested = report.untested.find(({ clause }) => clause === change.id);
	const what = whatOf(change);
	if (!isTestable(change)) return {
		change,
		what,
		effect: say`nothing that is shown changed`,
		tone: "plain"
	};
	if (tested === void 0 || tested.status === "untested") {
		if (tested !== void 0 && tested.scenarios > 0 && untested === void 0) return {
			change,
			tested,
			what,
			effect: tooFewToTell(tested),
			tone: "unsure"
		};
		const reason = untested === void 0 ? say`` : say`: ${reasonOf(untested.reason)}`;
		return {
			change,
			what,
			effect: say`not tested${reason}`,
			tone: "unsure",
			...tested && { tested }
		};
	}
	return {
		change,
		tested,
		what,
		effect: writeTested(tested),
		tone: toneOf$2(tested)
	};
}
/** Another id, another place among the same headings and what judges are not shown leave nothing to test. */
function isTestable({ kind, edited }) {
	return edited || kind === "added" || kind === "removed";
}
const UNTESTED = {
	"no-scenario": wording("no scenario is linked to it"),
	unwritten: wording("no scenario could be written for it"),
	size: wording("more clauses changed than the selection has room for"),
	unsure: wording("too few of the scenarios written for it turn on it")
};
function reasonOf(reason) {
	return Object.hasOwn(UNTESTED, reason) ? UNTESTED[reason] : name$1(reason);
}
function toneOf$2({ status, change = 0, interpretation }) {
	const isReadTwoWays = interpretation?.status === "changed" && (interpretation.change ?? 0) > 0;
	if (status !== "changed") return isReadTwoWays ? "bad" : "plain";
	return change > 0 || isReadTwoWays ? "bad" : "good";
}
/** The scenarios were asked, but so few that even the largest effect could be chance. */
function tooFewToTell({ scenarios, change = 0 }) {
	return say`${signedPoints(change)} points on ${plural(scenarios, "scenario")}, too few to tell from chance`;
}
/** Non-compliance on its scenarios, and how far rulings on it part where that moved. */
function writeTested(clause) {
	const { status, base, head } = clause.interpretation ?? {};
	const effect = complianceEffect(clause);
	if (status !== "changed" || base === void 0 || head === void 0) return effect;
	return say`${effect}; rulings on it part in ${percent(head)} of pairs (${percent(base)} before)`;
}
function complianceEffect({ change, interval, scenarios, status, detectable }) {
	const on = say`on ${plural(scenarios, "scenario")}`;
	if (status === "no-effect-seen") {
		const could = detectable === void 0 || isBeyondAll("nonCompliance", detectable) ? say`` : say` (${formatSize("nonCompliance", detectable)} would show)`;
		return say`no effect seen ${on}${could}`;
	}
	if (change === void 0) return say`changed ${on}`;
	const range = interval === void 0 ? say`` : say` (${formatInterval("nonCompliance", interval)})`;
	return say`${signedPoints(change)} points${range} ${on}`;
}
function whatOf({ kind, baseId, edited, moved, attributes, path }) {
	const renamed = kind === "renamed" && baseId !== void 0 ? say` from ${name$1(baseId)}` : say``;
	const alsoEdited = edited && kind !== "edited" ? say`, edited` : say``;
	const alsoMoved = moved && kind !== "moved" ? say`, moved` : say``;
	const attributeChanges = attributes.flatMap((attribute) => [...say`, ${name$1(attribute.name)} ${valueOf$1(attribute.base)} → ${valueOf$1(attribute.head)}`]);
	const under = path === void 0 ? say`` : say`, under ${name$1(path.base || "(top)")} → ${name$1(path.head || "(top)")}`;
	return [...say`${KINDS[kind]}${renamed}${alsoEdited}${alsoMoved}${under}`, ...attributeChanges];
}
function valueOf$1(value) {
	return value === void 0 ? say`none` : name$1(value);
}
function rankOf({ tested, tone }) {
	if (tone === "bad") return 10 + (tested?.change ?? 0);
	return tone === "unsure" ? 5 : tested?.change ?? 0;
}
const COMPARISONS = {
	target: wording("The models do not see the spec: the same stored responses were judged under both texts."),
	prompt: wording("The spec is the models' system prompt: both sides answered, and each answer was judged under its own text."),
	model: wording("The models of both sides were compared on the base spec."),
	none: wording("Nothing was judged.")
};
/** What a round ended with: the decision's reason to go on, its verdict, or what stopped the run. */
const OUTCOMES = {
	pass: wording("pass"),
	fail: wording("fail"),
	inconclusive: wording("not decided"),
	undecided: wording("not decided, another draw"),
	extend: wording("not decided, more scenarios"),
	suspicious: wording("suspicious, to be confirmed afresh"),
	today: wording("stored answers alone do not decide, and the base is asked once more today"),
	"screen-exhausted": wording("not decided by what is stored, to be confirmed afresh"),
	"next-base": wording("not decided, and the base is asked once more"),
	"next-look": wording("not decided, another look"),
	outliers: wording("worse after one draw, and looked at once more for models that newly stand apart"),
	budget: wording("stopped by the budget"),
	signal: wording("interrupted"),
	quota: wording("stopped by a quota")
};
const STAGES = {
	screen: wording("Screen"),
	confirm: wording("Confirm")
};
/** Full sentences, in the order things happened. */
function writeHowDecided(report) {
	const affected = report.selection.filter((row) => row.affected).length;
	const decided = report.rounds.length === 0 ? [] : [writeRule(report.comparison)];
	return [
		say`${COMPARISONS[report.rounds.length === 0 ? "none" : report.comparison]}`,
		...report.selection.length === 0 ? [] : [populationOf(report, affected)],
		...report.rounds.map((round) => say`${STAGES[round.stage]}: ${plural(round.scenarios, "scenario")}, ${plural(round.draws, "draw")} a side: ${Object.hasOwn(OUTCOMES, round.outcome) ? OUTCOMES[round.outcome] : name$1(round.outcome)}.`),
		...decided,
		...writeReach(report.judges.reach),
		say`Judged under policy ${name$1(report.policyHash.slice(0, 12))}.`
	];
}
/** Where models do not see the spec it is the rulings that are drawn anew, on answers that serve both sides. */
function writeRule(comparison) {
	const again = comparison === "target" ? wording("fresh rulings under both texts") : wording("fresh answers of both sides");
	return say`A pass rules out a change for the worse as large as the margin. A fail needs a significant change of half the margin or more, seen again in ${again}; p values are adjusted for the number of metrics that can block (Holm).`;
}
/** Where judges could lean far enough, unnoticed, to turn the verdict. */
function writeReach(reach) {
	if (reach?.turns === void 0) return [];
	const { rulings, turns } = reach;
	const how = turns.way === "milder" ? wording("milder") : wording("stricter");
	const decided = turns.way === "milder" ? wording("pass") : wording("fail");
	return [say`The judges themselves were watched by ${plural(rulings, "ruling")} on answers of known ruling, given under both texts: judges that are ${how} by up to ${points(reach[turns.way])} points of all answers to whatever is new would go unnoticed there, and ${points(turns.by)} points would turn this ${decided}. ${wording("spec-gate doctor")} holds them to all labelled items.`];
}
function populationOf({ selection, head, judges }, affected) {
	return say`${count(affected)} of ${plural(selection.length, "selected scenario")} show judges or models something that differs between the sides; ${plural(head.models.length, "model")}, ${plural(judges.panel.length, "judge")}.`;
}
/** `1,152 answers needed · 864 stored · 288 made · paid $1.90`. Without a run, what all of it takes. */
function writeCost(report, run) {
	const needed = say`${plural(report.needed.calls, "call")} behind this verdict`;
	if (run === void 0) return report.needed.usd === void 0 ? needed : say`${needed}, worth ${dollars(report.needed.usd)}`;
	const paid = run.usd === "unknown" ? say`price unknown` : say`this run paid ${dollars(run.usd)}`;
	return say`${needed} · ${count(run.calls.stored)} were stored, ${count(run.calls.made)} made · ${paid}`;
}
/** `main 3f2c1ab`. */
function writeSide({ ref, sha }) {
	return sha === void 0 ? name$1(ref) : say`${name$1(ref)} ${name$1(sha.slice(0, 7))}`;
}
/** From this adjusted p on a difference counts as seen. */
const SEEN = .05;
const MOST_NAMED$1 = 3;
const MOST_DIFFERENCES = 5;
const ORIGINS = {
	declared: wording(" replaces "),
	inferred: wording(" is taken to replace "),
	same: wording(" changed"),
	added: wording(" is new and replaces none")
};
/** Names of the differences that are not provider parameters. */
const OWN_WORDS = {
	provider: wording("provider"),
	model: wording("model"),
	version: wording("version"),
	"system prompt": wording("system prompt")
};
/** `sim/birch-next replaces sim/birch: model birch → birch-next`. */
function writeModelPair({ model, replaces, origin, differences }) {
	const before = origin === "same" || replaces === void 0 ? say`` : name$1(replaces);
	const list = differences.slice(0, MOST_DIFFERENCES).flatMap(({ what, base, head }, index) => {
		const comma = index === 0 ? say`` : say`, `;
		const label = Object.hasOwn(OWN_WORDS, what) ? OWN_WORDS[what] : name$1(what);
		return say`${comma}${label} ${valueOf(base)} → ${valueOf(head)}`;
	});
	const rest = differences.length - MOST_DIFFERENCES;
	const more = rest > 0 ? say` and ${count(rest)} more` : say``;
	return say`${name$1(model)}${ORIGINS[origin]}${before}${differences.length === 0 ? say`` : say`: `}${list}${more}`;
}
/** One sentence a figure that was measured, without a full stop; what was not seen to move says so. */
function writeModelShift(change, model) {
	const { nonCompliance, rejections, panel, scores } = change;
	return [
		...writeFigure(wording("non-compliance"), {
			own: nonCompliance,
			beside: panel.nonCompliance,
			others: panel.others
		}),
		...writeFigure(wording("rejections"), {
			own: rejections,
			beside: panel.rejections,
			others: panel.others
		}),
		...writeForbidden(change),
		...writeKinds(change, model),
		...scores === void 0 || scores.adjustedP > SEEN ? [] : [say`on the value spectra its answers lie ${decimal(scores.distance)} points from the old ones (${decimal(scores.expected)} by chance alone)`],
		...writeValues(change.values),
		...writeGroups(change.clauses, say`scenarios linked to `),
		...writeGroups(change.topics, say`the topic `),
		...writeFalseRefusals(change),
		...writeOutliers(change),
		writeBasis(change)
	];
}
/** What the figures were read on, or that there are none. */
function writeBasis({ nonCompliance, rejections, kinds, scores, panel, origin, stage }) {
	if ([
		nonCompliance,
		rejections,
		kinds,
		scores,
		panel.nonCompliance,
		panel.rejections
	].every((figure) => figure === void 0)) return say`none of its answers could be compared`;
	if (origin === "added") return say`it stands beside the panel only and decides nothing`;
	if (stage === "confirm") return say`read on fresh answers of both sides; the table of metrics shows each on the evidence that decided it`;
	const drift = kinds !== void 0 || scores !== void 0 ? say`; in kinds and scores a drift since then counts as the model’s own` : say``;
	return say`read on fresh answers of the head against stored ones of the base${drift}`;
}
/** Against the model before it, where there is one, and beside the panel. */
function writeFigure(label, { own, beside, others }) {
	if (own === void 0 && beside === void 0) return [];
	const levels = own === void 0 ? say`${percent(beside.head)}` : writeShift(own);
	return [say`${label} ${levels}${besidePanel(beside, others)}`];
}
/** `9.4 % → 73 % (+64 points, 47 to 81)`, or that nothing is seen. */
function writeShift({ base, head, change, interval, adjustedP }) {
	const range = interval === void 0 ? say`` : say`, ${pointsRange(interval)}`;
	return say`${percent(base)} → ${percent(head)} (${signedPoints(change)} points${range}${adjustedP > SEEN ? unseen(interval) : say``})`;
}
/** Each interval is for its own figure, so it may exclude zero where the test over all figures (Holm) sees no change. */
function unseen(interval) {
	return interval !== void 0 && (interval[0] > 0 || interval[1] < 0) ? say`; not beyond chance among so many figures` : say`; no change seen`;
}
function besidePanel(shift, others) {
	if (shift === void 0) return say``;
	const side = shift.change > 0 ? wording("above") : wording("below");
	const beyond = shift.adjustedP > SEEN ? wording("not told apart from") : side;
	return say`; ${beyond} the ${plural(others, "other model")} (${percent(shift.base)})`;
}
/**
* What the spec forbids of its answers and not of the old one's, and the other way round: some differ in each direction
* by chance alone.
*/
function writeForbidden({ forbidden, nonCompliance }) {
	if (forbidden === void 0) return [];
	const isSeen = nonCompliance !== void 0 && nonCompliance.adjustedP <= SEEN;
	const { answers, base, onlyHead, onlyBase, interval, clauses } = forbidden;
	const range = interval === void 0 ? say`` : say` (${percent(interval[0])} to ${percent(interval[1])})`;
	const worst = clauses.filter((one) => one.onlyHead > one.onlyBase).map(({ clause }) => clause);
	const where = worst.length === 0 || !isSeen ? say`` : say`, most on scenarios linked to ${names(worst.slice(0, MOST_NAMED$1))}`;
	const broken = base === 0 ? say`` : say`; in ${count(onlyBase)} of ${count(base)} it keeps to the spec where the old one breaks it`;
	const chance = isSeen ? say`` : say`; no more than chance turns`;
	return [say`breaks the spec in ${count(onlyHead)} of ${plural(answers - base, "answer")} where the old one keeps to it${range}${where}${broken}${chance}`];
}
/** The kinds of answer whose share moved most, either way. */
function writeKinds({ kinds }, model) {
	if (kinds === void 0 || model === void 0) return [];
	if (kinds.adjustedP > SEEN) return [say`no change seen in its kinds of answer`];
	const { base, head } = model.responseTypes;
	const list = RESPONSE_TYPES.map((type) => ({
		type,
		was: shareOf$1(base, type),
		is: shareOf$1(head, type)
	})).sort((a, b) => Math.abs(b.is - b.was) - Math.abs(a.is - a.was)).slice(0, MOST_NAMED$1).flatMap(({ type, was, is }, index) => {
		const comma = index === 0 ? say`` : say`, `;
		return say`${comma}${kindName(type)} ${percent(was)} → ${percent(is)}`;
	});
	return [say`its kinds of answer: ${list} (p ${pValue(kinds.adjustedP)})`];
}
function writeValues(values) {
	const moved = values.filter(({ status }) => status === "changed");
	const side = (rows) => rows.slice(0, MOST_NAMED$1).flatMap(({ id, change = 0 }, index) => {
		const comma = index === 0 ? say`` : say`, `;
		return say`${comma}${name$1(id)} (${signedDecimal(change)})`;
	});
	const more = moved.filter(({ change = 0 }) => change > 0);
	const less = moved.filter(({ change = 0 }) => change < 0);
	if (moved.length === 0) return [];
	const up = more.length === 0 ? say`` : say`more weight to ${side(more)}`;
	const down = less.length === 0 ? say`` : say`less to ${side(less)}`;
	return [say`${up}${more.length > 0 && less.length > 0 ? wording("; ") : wording("")}${down}, in points of six`];
}
function writeGroups(groups, where) {
	const moved = groups.map(({ nonCompliance }) => nonCompliance).filter(({ status }) => status === "changed");
	return ["worse", "better"].flatMap((way) => {
		const rows = moved.filter(({ change = 0 }) => way === "worse" ? change > 0 : change < 0);
		if (rows.length === 0) return [];
		rows.sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
		const list = rows.slice(0, MOST_NAMED$1).flatMap(({ id, change = 0 }, index) => {
			const comma = index === 0 ? say`` : say`, `;
			return say`${comma}${name$1(id)} (${signedPoints(change)})`;
		});
		const rest = rows.length > MOST_NAMED$1 ? say` and ${count(rows.length - MOST_NAMED$1)} more` : say``;
		return [say`${way === "worse" ? wording("less") : wording("more")} compliant on ${where}${list}${rest}`];
	});
}
function writeFalseRefusals({ falseRefusals, refusals, origin }) {
	const of = (status) => falseRefusals.filter((one) => one.status === status).map(({ scenario }) => scenario);
	const [fresh, gone] = [of("new"), of("gone")];
	if (refusals?.isSure === false && origin !== "added" && fresh.length + gone.length > 0) return [say`${plural(fresh.length, "new false refusal")} and ${count(gone.length)} gone: no more than its draws differ by`];
	return [...fresh.length === 0 ? [] : [say`${plural(fresh.length, "new false refusal")}, where most other models help in order: ${names(fresh)}`], ...gone.length === 0 ? [] : [say`${plural(gone.length, "false refusal")} of the model before it gone: ${names(gone)}`]];
}
function writeOutliers({ outliers: { new: fresh, gone, standing } }) {
	if (fresh + gone + standing === 0) return [];
	return [say`stands apart from the panel: ${count(fresh)} new, ${count(gone)} gone, ${count(standing)} as before`];
}
/** `problematic, firm rejection with explanation, scores 1 and 5, citing a`. */
function writeAnswer({ problematic, responseType, scores, clauses }) {
	const ruling = problematic === "missing" ? wording("not judged") : problematic ? wording("problematic") : wording("compliant");
	const type = responseType === void 0 ? say`` : say`, ${kindName(responseType)}`;
	const position = scores === void 0 ? say`` : say`, scores ${count(scores[0])} and ${count(scores[1])}`;
	const cited = clauses.length === 0 ? say`` : say`, citing ${names(clauses)}`;
	return say`${ruling}${type}${position}${cited}`;
}
function shareOf$1(counts, type) {
	const total = Object.values(counts).reduce((sum, own) => sum + own, 0);
	return total === 0 ? 0 : (counts[type] ?? 0) / total;
}
function valueOf(value) {
	return value === void 0 ? say`none` : name$1(value);
}
/** Clauses that are spelled out, and findings in the command that accepts them. */
const MOST = 3;
const MOST_KEYS = 6;
/** Full sentences; none where nothing blocks. */
function writeWayOn(report) {
	const blocking = report.verdict.resolution === void 0 ? blockingReasons(report) : [];
	if (blocking.length === 0 || report.verdict.reasons[0]?.code === "interrupted") return [];
	if (report.acceptances === "not-read") return [...writeMending(report), writeOverruling(report)];
	return [
		...writeMending(report),
		writeAccepting(blocking, report),
		writeApproval(report)
	];
}
/** How one finding is accepted, for views that show findings one by one. */
function writeAcceptance(finding, report) {
	return report.verdict.resolution === void 0 && blockingReasons(report).includes(finding) && report.acceptances === void 0 ? writeAccepting([finding], report) : void 0;
}
/** Which text or model to change. Where nothing got worse, the advice of the finding itself says what would decide. */
function writeMending(report) {
	if (report.verdict.status === "inconclusive") return writeTesting(report);
	if (report.verdict.status !== "fail") return [];
	const models = (report.modelChanges ?? []).filter(({ replaces }) => replaces !== void 0);
	if (report.comparison === "model" && models.length > 0) return [say`To mend it, keep the model there was instead of ${names(models.map(({ model }) => model))}, or try another.`];
	const worse = clauseEffects(report).filter(({ tone }) => tone === "bad");
	if (worse.length === 0) return [];
	const places = listed(worse.slice(0, MOST).map(({ change }) => say`${name$1(change.id)} (${placeOf$4(change)})`));
	const rest = worse.length > MOST ? say`, and the other clauses that got worse` : say``;
	return [say`To mend it, edit ${places}${rest} and push; stored answers cost nothing.`];
}
/** `docs/model_spec.md:211`; a removed clause stands nowhere any more. */
function placeOf$4({ kind, file, lines }) {
	return kind === "removed" ? say`removed` : name$1(`${file}:${lines[0]}`);
}
/** Where a clause has no scenario at all, what brings some. */
function writeTesting({ untested, notes }) {
	if (!untested.some(({ reason }) => reason === "no-scenario")) return [];
	const written = notes.some(({ code }) => code === "scenariosWritten") ? say`` : say`, or have checks write some (${wording("coverage: { write: true }")} in the base branch's configuration)`;
	return [say`To test it, bring queries with ${wording("spec-gate bank import FILE")} and link them with ${wording("spec-gate bank link")}${written}.`];
}
function writeAccepting(blocking, report) {
	const keys = [...new Set(blocking.map(findingKey))];
	const command = name$1(`spec-gate accept ${keys.slice(0, MOST_KEYS).map(quoted).join(" ")} --reason "..."`);
	const rest = keys.length > MOST_KEYS ? say` (and ${count(keys.length - MOST_KEYS)} more that it names)` : say``;
	return say`${wishOf(report)}, run ${command}${rest} and commit what it writes.`;
}
function wishOf({ verdict }) {
	return verdict.status === "fail" ? say`If it is intended` : say`To merge it undecided all the same`;
}
/** Where no review is read. */
function writeOverruling(report) {
	return say`${wishOf(report)}, whoever may merge past a failed job decides: acceptances (${wording("spec-gate accept")}) count in the GitHub Action only, which reads who has approved.`;
}
function writeApproval({ approvers = [] }) {
	if (approvers.length === 0) return say`Nobody may approve that yet: the base branch's configuration names no ${name$1("approvers")}.`;
	return say`It counts once ${names(approvers)} (not the author) ${approvers.length === 1 ? say`has` : say`or one of them has`} approved that commit.`;
}
/** The command that tells the worst scenario whole; none where none got worse. `reportJson` is the report's path. */
function writeLookingCloser(report, reportJson) {
	const [worst] = newlyFailing(report);
	if (worst === void 0) return [];
	const named = reportJson === USUAL_REPORT ? "" : ` ${quoted(reportJson.replace(/[/\\]report\.json$/, ""))}`;
	return [say`${name$1(`spec-gate report${named} --scenario ${quoted(worst.scenario)}`)} shows the worst one whole.`];
}
const USUAL_REPORT = "spec-gate-report/report.json";
/** As a shell takes it for one word. */
function quoted(key) {
	return /^[\w:./+-]+$/.test(key) ? key : `'${key.replaceAll("'", String.raw`'\''`)}'`;
}
/** Characters of a path. */
const LONGEST = 200;
/** `docs/spec.md:211-238`, or `docs/spec.md:211` for one line. */
function placeOfChange({ file, lines: [from, to] }) {
	return from === to ? placeOf$3(file, from) : `${placeOf$3(file, from)}-${to}`;
}
/**
* Of the changed clauses that a scenario tests, the first line of the one that got worse most; empty where none changed, and for a
* removed one, whose line holds another text now.
*/
function placeOfScenario({ clauses }, report) {
	const tested = clauseEffects(report).find(({ change }) => clauses.includes(change.id));
	if (tested === void 0 || tested.change.kind === "removed") return "";
	return placeOf$3(tested.change.file, tested.change.lines[0]);
}
/** What of a finding's arguments names a clause. A clause may be called like a metric or a model, too. */
const CLAUSE_ARGS = [
	"clause",
	"other",
	"against",
	"favour"
];
/** The clauses that a finding names, each with its place: those that changed and are still there, else where the finding itself points. */
function placesOfFinding({ args, clause, place }, { changes }) {
	const named = /* @__PURE__ */ new Set([clause, ...CLAUSE_ARGS.map((arg) => args[arg])]);
	const changed = changes.filter(({ id, kind }) => kind !== "cosmetic" && named.has(id));
	if (changed.length > 0) return changed.filter(({ kind }) => kind !== "removed").map(({ id, file, lines }) => [id, placeOf$3(file, lines[0])]);
	return place === void 0 || clause === void 0 ? [] : [[clause, placeOf$3(place.file, place.line)]];
}
function placeOf$3(file, line) {
	return formatPlace({
		file: visibleLine(file, LONGEST),
		line
	});
}
const TITLE = "Spec Gate";
/** Files that are spelled out. */
const MOST_FILES = 2;
/** Files of the spec that changed stand first, unless they are the sides themselves. */
function headingLines(report, { paint, width }) {
	const { base, head } = report;
	const files = [...new Set(report.changes.map(({ file }) => file))].filter((file) => file !== base.ref && file !== head.ref);
	const about = files.length === 0 ? say`` : say`${names(files, MOST_FILES)}  `;
	return wrapText(plainText(say`${about}${writeSides(report)}`), width - 9 - 2).map((line, index) => `${index === 0 ? paint.strong(TITLE) : " ".repeat(9)}  ${line}`);
}
/** A check of models that were named by hand has them for its sides, with nothing more to say of them. */
function writeSides({ base, head }) {
	const arrow = wording(" → ");
	return base.ref === head.ref && base.sha === head.sha ? name$1(base.ref) : say`${writeSide(base)}${arrow}${writeSide(head)}`;
}
/** Columns that headings take, with the gap behind them. */
const INDENT = 10;
/** No narrower than can be read, and no wider than the eye follows. */
function createSheet({ paint = NO_PAINT, width = 100 }) {
	return {
		paint,
		width: Math.max(48, Math.min(width, 120))
	};
}
/** Columns right of the headings. */
function roomOf({ width }) {
	return width - INDENT;
}
/** A heading at its width; without text the room it would take. */
function label(text, { paint }) {
	return text === "" ? " ".repeat(INDENT) : paint.faint(text.padEnd(INDENT));
}
/** Lines under a heading that stands left of the first. */
function block(heading, lines, sheet) {
	return lines.map((line, index) => `${label(index === 0 ? heading : "", sheet)}${line}`.trimEnd());
}
/** Each text in lines that fit beside the headings. */
function paragraphs(texts, sheet) {
	return texts.flatMap((text) => wrapText(text, roomOf(sheet)));
}
/** Blocks with an empty line between them, those without lines left out; the whole ends with a line feed. */
function joinBlocks(blocks) {
	const told = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
	return `${breakCommands(told.join("\n\n"))}\n`;
}
/** Characters of a name: what is written for a change is named by its clause and a hash. */
const LONGEST_ID = 64;
/** Characters of a command, which is nothing when it is cut. */
const LONGEST_COMMAND = 2e3;
const MOST_READINGS = 2;
const MOST_SCENARIOS = 3;
const MOST_CLAUSES$1 = 12;
const MOST_FINDINGS = 5;
const MOST_OUTLIER_MODELS = 4;
/** What a changed model does differently, the gravest first. */
const MOST_SHIFTS = 6;
/** The whole verdict as text that ends with a line feed. */
function renderTerminal(view, options = {}) {
	const sheet = createSheet(options);
	return joinBlocks([
		headingLines(view.report, sheet),
		verdictBlock(view.report, sheet),
		whyBlock(view.report, sheet),
		measuredBlock(view.report, sheet),
		changedBlock(view.report, sheet),
		...modelBlocks(view.report, sheet),
		outlierBlock(view.report, sheet),
		block("Also", briefly(otherReasons(view.report), sheet), sheet),
		block("Note", briefly(view.report.notes.filter(isNews), sheet), sheet),
		closingBlock(view, sheet)
	]);
}
function verdictBlock(report, { paint, width }) {
	const { word, tone, says } = writeHeadline(report);
	const [reason] = report.verdict.reasons;
	const message = reason && writeMessage(reason);
	const indent = word.length + 2;
	const rest = [
		message?.detail,
		message?.advice,
		acceptanceOf(report)
	].flatMap((part) => part ? [plainText(asFullSentence(part))] : []);
	return [`${report.simulated ? "(simulated) " : ""}${plainText(says)}`, ...rest].flatMap((text, index) => wrapText(text, width - indent).map((line) => index === 0 ? paint.strong(line) : line)).map((line, index) => index === 0 ? `${paintTone(paint, tone)(word)}  ${line}` : `${" ".repeat(indent)}${line}`);
}
function whyBlock(report, sheet) {
	const findings = report.findings.filter(isReading).slice(0, MOST_READINGS);
	const failing = newlyFailing(report);
	const rows = failing.slice(0, MOST_SCENARIOS).map((scenario, index) => [
		`${index + 1}. ${visibleId(scenario.scenario, LONGEST_ID)}`,
		plainText(writeScenarioChange(scenario, report.head.models.length)),
		placeOfScenario(scenario, report)
	]);
	const more = failing.length > MOST_SCENARIOS ? [`   and ${plural(failing.length - MOST_SCENARIOS, "more scenario", "more scenarios")} that got worse`] : [];
	const heading = report.verdict.status === "pass" ? "Moved" : "Why";
	return [...block(heading, readingLines(findings, report, sheet), sheet), ...block(findings.length === 0 ? heading : "", [...fitEntries(rows, {
		width: roomOf(sheet),
		dispensable: [2]
	}), ...more], sheet)];
}
/** What was found, and below it where the clauses are that it names, unless the list of changes says so. */
function readingLines(findings, report, sheet) {
	const listed = new Set(report.changes.map(({ id }) => id));
	const rows = [...new Map(findings.flatMap((finding) => placesOfFinding(finding, report)).filter(([id]) => !listed.has(id)))].map(([id, place]) => [visibleId(id, LONGEST_ID), place]);
	return [...paragraphs(findings.map((finding) => plainText(writeParagraph(finding))), sheet), ...fitEntries(rows, { width: roomOf(sheet) }).map(sheet.paint.faint)];
}
function measuredBlock(report, sheet) {
	const rows = metricRows(report);
	if (rows.every(({ base, head }) => base === "" && head === "")) return [];
	const remarks = block("", paragraphs(writeClaimsElsewhere(report).map((claim) => plainText(asFullSentence(claim))), sheet).map(sheet.paint.faint), sheet);
	if (roomOf(sheet) < TABLE_WIDTH) return [...block("Measured", narrowRows(rows, sheet), sheet), ...remarks];
	return [...fitColumns([[
		"",
		"base",
		"head",
		"change",
		intervalLevel(report),
		"tolerated",
		""
	], ...rows.map((row) => [
		row.label,
		row.base,
		row.head,
		row.change,
		row.interval,
		row.tolerated,
		statusWord(row)
	])], {
		width: roomOf(sheet),
		dispensable: [5, 4],
		right: [
			1,
			2,
			3
		]
	}).map((line, index) => {
		const painted = rows[index - 1]?.status === "fail" ? sheet.paint.bad(line) : index === 0 ? sheet.paint.faint(line) : line;
		return `${label(index === 0 ? "Measured" : "", sheet)}${painted}`;
	}), ...remarks];
}
/** Its mark where the word would take the room that what is tolerated needs. */
function statusWord({ status }) {
	const { word, mark } = STATUS_WORDS[status];
	return status === "not-applicable" ? mark : word;
}
/** Columns that the table takes without what is dispensable: cut, it would lose the change and what it came to. */
const TABLE_WIDTH = 68;
/** A metric a line, as far as it goes: `Non-compliance  fail`, and below it `22 % → 49 %, +28, 24 to 31, tolerated +5`. */
function narrowRows(rows, sheet) {
	return rows.flatMap(({ label: metric, base, head, change, interval, tolerated, status }) => {
		const parts = [
			base === "" && head === "" ? "" : `${base} → ${head}`,
			change,
			interval,
			tolerated === "" ? "" : `tolerated ${tolerated}`
		];
		const line = `${metric}  ${STATUS_WORDS[status].word}`;
		return [status === "fail" ? sheet.paint.bad(line) : line, ...wrapText(parts.filter((part) => part !== "").join(", "), roomOf(sheet) - 3).map((part) => `   ${part}`)];
	});
}
const SIGNS = {
	added: "+",
	removed: "-",
	edited: "~",
	renamed: ">",
	moved: "^",
	cosmetic: " ",
	unseen: "?"
};
function changedBlock(report, sheet) {
	const effects = clauseEffects(report);
	const isOneFile = new Set(effects.map(({ change }) => change.file)).size === 1;
	const rows = effects.slice(0, MOST_CLAUSES$1).map(({ change, effect }) => [
		`${SIGNS[change.kind]} ${visibleId(change.id, LONGEST_ID)}`,
		isOneFile ? linesOf(change) : placeOfChange(change),
		plainText(effect)
	]);
	const cosmetic = countCosmetic(report);
	const rest = [...effects.length > MOST_CLAUSES$1 ? [`  and ${plural(effects.length - MOST_CLAUSES$1, "more clause", "more clauses")}`] : [], ...cosmetic > 0 ? [`  ${plural(cosmetic, "cosmetic change")} ignored`] : []];
	return block("Changed", [...fitEntries(rows, {
		width: roomOf(sheet),
		dispensable: [1]
	}), ...rest], sheet);
}
/** One block a changed model: which, and what it does differently. */
function modelBlocks(report, sheet) {
	return (report.modelChanges ?? []).map((change) => {
		const all = writeModelShift(change, report.models.find((one) => one.model === change.model));
		const rest = all.length - MOST_SHIFTS;
		const shifts = (rest > 1 ? [...all.slice(0, MOST_SHIFTS), say`and ${count(rest)} more on the page`] : all).flatMap((sentence) => wrapText(plainText(asFullSentence(sentence)), roomOf(sheet) - 2).map((line, index) => `${index === 0 ? "- " : "  "}${line}`));
		return block("Changed", [...paragraphs([plainText(asFullSentence(writeModelPair(change)))], sheet), ...shifts], sheet);
	});
}
/** Who newly stands apart, on what and which way; the answers are in the page. */
function outlierBlock(report, sheet) {
	const groups = groupNewOutliers(report);
	const shown = groups.slice(0, MOST_OUTLIER_MODELS).map(({ says, outliers }) => {
		const scenarios = names(outliers.map(({ scenario }) => scenario));
		return plainText(asFullSentence(say`${says}: ${scenarios}`));
	});
	const rest = groups.length - shown.length;
	return block("Outliers", paragraphs([...shown, ...rest > 0 ? [`and ${plural(rest, "more model", "more models")}`] : []], sheet), sheet);
}
function closingBlock({ report, run, reportPath, reportJson }, sheet) {
	const next = [...reportJson === void 0 ? [] : writeLookingCloser(report, reportJson), ...writeWayOn(report)].map((sentence) => plainTextWithin(sentence, LONGEST_COMMAND));
	return [
		...block("Cost", paragraphs([plainText(writeCost(report, run))], sheet), sheet),
		...block("Next", paragraphs(next, sheet), sheet),
		...reportPath === void 0 ? [] : block("Open", [reportPath], sheet)
	];
}
/**
* Of a run that was stopped not what follows from that: that answers are missing, and what they leave undecided. Nor that a
* metric got worse on the scenarios that the verdict names: its row of the table says so.
*/
function otherReasons({ verdict: { reasons } }) {
	const [first, ...others] = reasons;
	if (first !== void 0 && STOPS.has(first.code)) return others.filter(({ code }) => !OF_STOPS.has(code));
	return others.filter((finding) => !OF_ROWS.has(finding.code) || whereOf(finding) !== whereOf(first));
}
/** The clauses and models that got worse, to compare. */
function whereOf(finding) {
	return JSON.stringify([finding?.args["clauses"], finding?.args["models"]]);
}
/** What the table says already (a metric's row, how many outliers came and went), or is no more than chance: the page has it. */
function isNews({ code }) {
	return ![
		"levelUnchanged",
		"asMuchAsChance",
		"cosmeticOnly"
	].includes(code);
}
const OF_ROWS = new Set(BLOCKING_METRICS.map((metric) => METRICS[metric].finding.code));
const STOPS = /* @__PURE__ */ new Set([
	"interrupted",
	"budgetStopped",
	"quota",
	"noKeys"
]);
const OF_STOPS = /* @__PURE__ */ new Set(["missingCells", "couldHaveShown"]);
/** What each of the first findings says, without its numbers. */
function briefly(findings, sheet) {
	const texts = findings.slice(0, MOST_FINDINGS).map((one) => plainText(asFullSentence(writeMessage(one).says)));
	const rest = findings.length - texts.length;
	return paragraphs([...texts, ...rest > 0 ? [`and ${rest} more in the report`] : []], sheet);
}
function isReading({ severity }) {
	return severity !== "notice";
}
function acceptanceOf({ verdict }) {
	if (verdict.resolution === void 0) return void 0;
	const { by, reason, expires } = verdict.resolution;
	return writeMessage({
		code: "accepted",
		args: {
			by,
			reason,
			...whereDefined({ expires })
		}
	}).says;
}
function paintTone(paint, tone) {
	return (text) => paint.strong(paint[tone](text));
}
const round$2 = (value) => Math.round(value * 10) / 10;
/** A change with its interval against zero and the margin; right is worse. */
function intervalChart({ change, interval, margin, status }, title) {
	if (change === void 0) return NOTHING;
	const [low, high] = interval ?? [change, change];
	const reach = 1.15 * Math.max(Math.abs(low), Math.abs(high), margin ?? 0, 1e-9);
	const x = (value) => round$2(100 + value / reach * 96);
	const marginLine = margin === void 0 ? NOTHING : html`<line class="margin" x1="${x(margin)}" x2="${x(margin)}" y1="3" y2="25" />`;
	return html`<svg class="interval ${toneOf$1(status)}" viewBox="0 0 200 28" role="img" aria-label="${title}">
    <title>${title}</title>
    <line class="axis" x1="2" x2="198" y1="14" y2="14" />
    <line class="zero" x1="100" x2="100" y1="3" y2="25" />
    ${marginLine}
    <rect class="range" x="${x(low)}" y="10" width="${round$2(Math.max(2, x(high) - x(low)))}" height="8" rx="4" />
    <circle class="dot" cx="${x(change)}" cy="14" r="5.5" />
  </svg>`;
}
/** Two shares on a scale from 0 to 100 %: hollow is base, full is head. */
function dumbbell({ base, head, tone }, title) {
	if (base === void 0 || head === void 0) return NOTHING;
	const x = (share) => round$2(8 + share * 184);
	return html`<svg class="dumbbell ${tone}" viewBox="0 0 200 20" role="img" aria-label="${title}">
    <title>${title}</title>
    <line class="axis" x1="8" x2="192" y1="10" y2="10" />
    <line class="move" x1="${x(base)}" x2="${x(head)}" y1="10" y2="10" />
    <circle class="from" cx="${x(base)}" cy="10" r="5" />
    <circle class="to" cx="${x(head)}" cy="10" r="5.5" />
  </svg>`;
}
/** One square a model, base above head; filled where its majority of draws is problematic. */
function modelSquares(models, problematic, title) {
	const shown = models.slice(0, 24);
	const row = (side, y) => shown.map((model, index) => {
		const bad = problematic[side].includes(model);
		return html`<rect class="${bad ? "bad" : "fine"}" x="${index * 14 + 1}" y="${y}" width="11" height="11" rx="2"
        ><title>${side}, ${model}: ${bad ? "problematic" : "compliant"}</title></rect
      >`;
	});
	return html`<svg
    class="squares"
    viewBox="0 0 ${shown.length * 14} 28"
    width="${shown.length * 14}"
    height="28"
    role="img"
    aria-label="${title}"
  >
    ${row("base", 1)}${row("head", 15)}
  </svg>`;
}
/** Parts of a whole as one bar; `level` 0 to 6 picks the shade. */
function stackedBar(parts) {
	const total = parts.reduce((sum, { value }) => sum + value, 0);
	if (total === 0) return NOTHING;
	const said = parts.flatMap(({ label, value }) => value === 0 ? [] : [`${label} ${value}`]);
	const bars = parts.reduce(({ x, all }, { label, level, value }) => {
		const width = value / total * 200;
		const bar = html`<rect class="level-${level}" x="${round$2(x)}" y="0" width="${round$2(width)}" height="10"
        ><title>${label}: ${value} of ${total}</title></rect
      >`;
		return {
			x: x + width,
			all: value === 0 ? all : [...all, bar]
		};
	}, {
		x: 0,
		all: []
	});
	return html`<svg
    class="stacked"
    viewBox="0 0 200 10"
    preserveAspectRatio="none"
    role="img"
    aria-label="Kinds of response, of ${total}: ${said.join(", ")}"
  >
    ${bars.all}
  </svg>`;
}
function toneOf$1(status) {
	if (status === "fail") return "bad";
	return status === "pass" ? "good" : "unsure";
}
var n;
var t;
var r;
var u$1;
var i$1;
var f$1;
var o$1;
var e;
var l$1;
var c$1;
var a$1;
var h$1 = Symbol.for("pv");
var p$1 = {};
var y$2 = [];
var v$1 = /^m(i|n|o|s|text|space)$/;
var w$1 = Array.isArray;
var d$1 = y$2.slice;
var _$1 = Object.assign;
function g$1(n) {
	n && n.parentNode && n.remove();
}
function k$1(n, t, r) {
	var u, i, f, o = {}, e = arguments.length;
	for (f in t) "key" == f ? u = t[f] : "ref" == f && "function" != typeof n ? i = t[f] : o[f] = t[f];
	return e > 2 && (o.children = e > 3 ? d$1.call(arguments, 2) : r), m$1(n, o, u, i, null);
}
function m$1(r, u, i, f, o) {
	var e = {
		type: r,
		props: u,
		key: i,
		ref: f,
		__k: null,
		__: null,
		__b: 0,
		__e: null,
		__c: null,
		constructor: h$1,
		__v: o || ++t,
		__i: -1,
		__u: 0
	};
	return !o && n.vnode && n.vnode(e), e;
}
function $$1(n) {
	return n.children;
}
function x$3(n, t) {
	this.props = n, this.context = t, this.__g = 0;
}
function S(n, t) {
	if (null == t) return n.__ && S(n.__, n.__i + 1);
	for (var r; t < n.__k.length; t++) if ((r = n.__k[t]) && r.__e) return r.__e;
	return "function" != typeof n.type || n.props.__P ? null : S(n);
}
function C$1(t) {
	var r, u = t.__v, i = u.__e, f = [], o = [], e = t.__P;
	e && ((r = _$1({ constructor: h$1 }, u)).__v = u.__v + 1, n.vnode && n.vnode(r), z$1(e, r, u, t.__n, e.namespaceURI, 32 & u.__u ? [i] : null, f, i || S(u), 32 & u.__u, o), r.__v = u.__v, r.__.__k[r.__i] = r, E$1(f, r, o), u.__ = u.__e = null, r.__e != i && j$1(r));
}
function j$1(n) {
	if ((n = n.__) && n.__c && !n.props.__P) return n.__e = null, n.__k.some(function(t) {
		return t && (n.__e = t.__e);
	}), j$1(n);
}
function L(t) {
	(8 & t.__g || (t.__g |= 8, u$1.push(t), f$1++)) && i$1 == n.debounceRendering || ((i$1 = n.debounceRendering) || queueMicrotask)(H$1);
}
function H$1() {
	try {
		for (var n, t = 1; u$1.length;) u$1.length > t && u$1.sort(o$1), n = u$1.shift(), t = u$1.length, 8 & n.__g && C$1(n);
	} finally {
		(f$1 = u$1.length) && (i$1 || queueMicrotask)(H$1);
	}
}
function I$1(n, t, r, u, i, f, o, e, l, c, a) {
	var s, h, v, w, d, _, g = u.__k || y$2, k = t.length;
	for (l = q$1(r, t, g, l, k), s = 0; s < k; s++) null != (v = r.__k[s]) && (h = ~v.__i && g[v.__i] || p$1, v.__i = s, _ = z$1(n, v, h, i, f, o, e, l, c, a), w = v.__e, (h.ref != v.ref || 8 & h.__u) && (h.ref && G(h.ref, null, v, h), v.ref && a.push(v.ref, v.__c || w, v)), d = d || w, 4 & v.__u ? (l = A$1(v, l, n, !h.__v), h.__e && (h.__e = null)) : "function" == typeof v.type && void 0 !== _ ? l = _ : w && (l = w.nextSibling), v.__u &= -21);
	return r.__e = d, l;
}
function q$1(n, t, r, u, i) {
	var f, o, e, l, c, a, s, p, y, v = r.length, d = v, _ = 0, g = 0, k = n.__k = Array(i);
	for (f = 0; f < i; f++) null != (o = t[f]) && "boolean" != typeof o && "function" != typeof o ? ("object" != typeof o || o.constructor === String ? o = k[f] = m$1(null, o) : w$1(o) ? o = k[f] = m$1($$1, { children: o }) : o.constructor === h$1 && o.__b ? o = k[f] = m$1(o.type, o.props, o.key, o.ref, o.__v) : k[f] = o, l = f + _, o.__ = n, o.__b = n.__b + 1, e = null, ~(c = o.__i = P$1(o, r, l, d)) && (d--, (e = r[c]) && (e.__u |= 2)), e && e.__v ? (o.__u |= 16, c == l - 1 ? _-- : c == l + 1 ? _++ : c != l && (c > l ? _-- : _++, g = 1)) : (~c || (i > v ? _-- : i < v && _++), "function" != typeof o.type && (o.__u |= 4))) : k[f] = null;
	if (g) {
		for (a = [], s = [], f = 0; f < i; f++) if ((o = k[f]) && 16 & o.__u) {
			for (_ = 0, p = a.length; _ < p;) a[y = _ + p >> 1] < o.__i ? _ = y + 1 : p = y;
			a[_] = o.__i, s[f] = _ + 1;
		}
		for (_ = a.length; f--;) s[f] && (s[f] == _ ? _-- : k[f].__u |= 4);
	}
	if (d) for (f = 0; f < v; f++) !(e = r[f]) || 2 & e.__u || (e.__e == u && (u = S(e)), J(e, e));
	return u;
}
function A$1(n, t, r, u) {
	var i, f, o, e;
	if ("function" == typeof n.type) {
		if (n.props.__P) return t;
		if (i = n.__k) for (f = 0; f < i.length; f++) i[f] && (i[f].__ = n, t = A$1(i[f], t, r, !1));
		return t;
	}
	for (t && !t.parentNode && (t = S(n)) && !t.parentNode && (t = null), o = n.__e, e = t; e && 8 == e.nodeType;) e = e.nextSibling;
	for (o != e && (!u && r.moveBefore && o.parentNode ? r.moveBefore(o, t) : r.insertBefore(o, t || null)), t = o; (t = t && t.nextSibling) && 8 == t.nodeType && !t.data.startsWith("$s"););
	return t;
}
function P$1(n, t, r, u) {
	var i, f = n.key, o = n.type, e = t[r], l = e && !(2 & e.__u);
	if (null === e && null == f || l && f == e.key && o == e.type) return r;
	if (u > (l ? 1 : 0)) {
		for (i = r - 1; i >= 0; i--) if ((e = t[i]) && !(2 & e.__u) && f == e.key && o == e.type) return i;
		for (i = r + 1; i < t.length; i++) if ((e = t[i]) && !(2 & e.__u) && f == e.key && o == e.type) return i;
	}
	return -1;
}
function T$1(n, t, r) {
	r ??= "", "-" == t[0] ? n.setProperty(t, r) : n[t] = r;
}
function N$1(n, t, r, u, i) {
	var f, o;
	if ("style" == t) if ("string" == typeof r) n.style.cssText = r;
	else {
		if ("string" == typeof u && (n.style.cssText = u = ""), u) for (t in u) r && t in r || T$1(n.style, t);
		if (r) for (t in r) u && r[t] == u[t] || T$1(n.style, t, r[t]);
	}
	else if ("o" == t[0] && "n" == t[1]) "function" != typeof r && (r = null), "function" != typeof u && (u = null), (n.__e || (n.__e = {}))[t] = r, r && u || (o = a$1[t] || (a$1[t] = V$1(t)), (n.__a || (n.__a = {}))[t] = c$1, f = t != (t = t.replace(l$1, "$1")), (t = t.slice(2))[0] < "a" && (t = t.toLowerCase()), r ? n.addEventListener(t, o, f) : n.removeEventListener(t, o, f));
	else {
		if ("http://www.w3.org/2000/svg" == i) t = t.replace(/xlink(H|:h)/, "h").replace(/sName$/, "s");
		else if ("width" != t && "height" != t && "href" != t && "list" != t && "form" != t && "tabIndex" != t && "download" != t && "rowSpan" != t && "colSpan" != t && "role" != t && "popover" != t && t in n) try {
			n[t] = null == r ? "" : r;
			return;
		} catch (n) {}
		if ("function" == typeof r) return;
		null == r || !1 === r && "-" != t[4] ? n.removeAttribute(t) : n.setAttribute(t, "popover" == t && 1 == r ? "" : r);
	}
}
function V$1(t) {
	return function(r) {
		var u = this.__e;
		if (u) {
			if (u = u[t], null == r[e]) r[e] = c$1++;
			else if (r[e] < this.__a[t]) return;
			return u(n.event ? n.event(r) : r);
		}
	};
}
function z$1(t, r, u, i, f, o, e, l, c, a) {
	var s, p, v, d, k, b, m, M, C, j, L, H, q, A, O, P, T, N, V = r.type;
	if (r.constructor !== h$1) return null;
	128 & u.__u && (c = 32 & u.__u, s = u.__c.__z) && (r.__u |= c, p = o = [], 8 == s.nodeType ? l = B$2(s, o) : o.push(s), l = o[0] || l), (s = n.__b) && s(r);
	n: if ("function" == typeof V) {
		v = e.length;
		try {
			if (M = r.props, C = (s = V.prototype) && s.render, j = (s = V.contextType) && i[s.__c], L = s ? j ? j.props.value : s.__ : i, (d = u.__c) ? (r.__c = d, 2 & d.__g && (d.__g |= 1)) : (C ? r.__c = d = new V(M, L) : (r.__c = d = new x$3(M, L), d.constructor = V, d.render = K$1), j && j.sub(d), d.state || (d.state = {}), d.__n = i, d.__g |= 8, d.__h = [], d.__k = []), C && (d.__s || (d.__s = d.state), V.getDerivedStateFromProps && (d.__s == d.state && (d.__s = _$1({}, d.__s)), _$1(d.__s, V.getDerivedStateFromProps(M, d.__s)))), k = d.props, b = d.state, d.__v = r, u.__c) {
				if (M !== k && C && !V.getDerivedStateFromProps && d.componentWillReceiveProps && d.componentWillReceiveProps(M, L), r.__v == u.__v && !(8 & d.__g) || !(4 & d.__g) && d.shouldComponentUpdate && !1 === d.shouldComponentUpdate(M, d.__s, L)) {
					r.__v != u.__v && (d.props = M, d.state = d.__s, d.__g &= -9), r.__e = u.__e, r.__k = u.__k, r.__k.some(function(n) {
						n && (n.__ = r);
					}), y$2.push.apply(d.__h, d.__k), d.__k = [], d.__h.length && e.push(d), l = S(u);
					break n;
				}
				d.componentWillUpdate && d.componentWillUpdate(M, d.__s, L), C && d.componentDidUpdate && d.__h.push(function() {
					d.componentDidUpdate(k, b, m);
				});
			} else C && !V.getDerivedStateFromProps && d.componentWillMount && d.componentWillMount(), C && d.componentDidMount && d.__h.push(d.componentDidMount);
			d.context = L, d.props = M, d.__P = t, d.__g &= -5, H = n.__r, q = C ? 25 : 0;
			do
				d.__g &= -9, H && H(r), s = d.render(d.props, d.state = d.__s, d.context);
			while (8 & d.__g && ++q < 25);
			C && (y$2.push.apply(d.__h, d.__k), d.__k = []), d.state = d.__s, d.getChildContext && (i = _$1({}, i, d.getChildContext())), C && u.__c && d.getSnapshotBeforeUpdate && (m = d.getSnapshotBeforeUpdate(k, b)), A = s && s.type === $$1 && null == s.key ? s.props.children : s, M.__P && (s = l, f = (t = M.__P).namespaceURI, c = o = null, u.props && u.props.__P != t && (u.__k.some(function(n) {
				n && J(n, n);
			}), u.__k = null), l = u.__k ? S(u, 0) : null), l = I$1(t, w$1(A) ? A : [A], r, u, i, f, o, e, l, c, a), M.__P && (r.__e = null, l = s), r.__u &= -161, p && p.some(g$1), d.__h.length && e.push(d), 1 & d.__g && (d.__g &= -4);
		} catch (t) {
			if (e.length = v, r.__v = null, c || o) if (t && t.then) {
				if (r.__u |= 128 | c, o) {
					for (~(T = o.indexOf(l || void 0)) || (T = o.length); (N = o[T - 1]) && 8 == N.nodeType;) T--;
					for (; T < o.length; T++) if (N = o[T]) if (o[T] = null, O) {
						if (N == P) break;
					} else {
						if (8 != N.nodeType) break;
						N.data.startsWith("$s") && (P = B$2(O = N));
					}
				}
				if (!O) {
					for (; l && 8 == l.nodeType && l.nextSibling;) l = l.nextSibling;
					O = l;
				}
				(s = B$2(O = r.__c.__z || (r.__c.__z = O))) ? (r.__e = O, l = s) : r.__e = l, l = l && l.nextSibling;
			} else o && o.some(g$1);
			else r.__e = u.__e;
			r.__k || (r.__k = u.__k || []), t && t.then || D$1(r), n.__e(t, r, u);
		}
	} else l = r.__e = F$1(u.__e, r, u, i, f, o, e, c, a, t);
	return (s = n.diffed) && s(r), l;
}
function B$2(n, t) {
	if (n && 8 == n.nodeType && n.data.startsWith("$s")) for (var r = 1; n = n.nextSibling;) {
		if (8 == n.nodeType) {
			if (n.data.startsWith("$s")) r++;
			else if (n.data.startsWith("/$s") && !--r) return n;
		}
		t && t.push(n);
	}
}
function D$1(n) {
	n && (n.__c && (n.__c.__g |= 4), n.__k && n.__k.some(D$1));
}
function E$1(t, r, u) {
	for (var i = 0; i < u.length;) G(u[i++], u[i++], u[i++]);
	n.__c && n.__c(r, t), t.some(function(r) {
		try {
			t = r.__h, r.__h = [], t.some(function(n) {
				n.call(r);
			});
		} catch (t) {
			n.__e(t, r.__v);
		}
	});
}
function F$1(t, r, u, i, f, o, e, l, c, a) {
	var s, h, y, _, k, b, m, M, $ = u.props || p$1, x = r.props, C = r.type;
	if ("svg" == C ? f = "http://www.w3.org/2000/svg" : "math" == C ? f = "http://www.w3.org/1998/Math/MathML" : f || (f = "http://www.w3.org/1999/xhtml"), o) {
		for (s = 0; s < o.length; s++) if ((k = o[s]) && (C ? k.localName == C : 3 == k.nodeType)) {
			t = k, o[s] = null;
			break;
		}
	}
	if (!t) {
		if (M = a.ownerDocument || document, !C) return M.createTextNode(x);
		t = M.createElementNS(f, C, x.is ? x : a), l && (n.__m && n.__m(r, o), l = !1), o = null;
	}
	if (C) {
		if (a = "template" == C && t.content || t, o = "textarea" == C && null != x.defaultValue ? null : o && d$1.call(a.childNodes), !l && o) for ($ = {}, s = 0; s < t.attributes.length; s++) $[(k = t.attributes[s]).name] = k.value;
		for (s in $) k = $[s], "dangerouslySetInnerHTML" == s ? y = k : "children" == s || s in x || "value" == s && "defaultValue" in x || "checked" == s && "defaultChecked" in x || N$1(t, s, null, k, f);
		for (s in x) k = x[s], "children" == s ? _ = k : "dangerouslySetInnerHTML" == s ? h = k : "value" == s ? b = k : "checked" == s ? m = k : l && "function" != typeof k || $[s] === k || N$1(t, s, k, $[s], f);
		h ? (l || y && (h.__html == y.__html || h.__html == t.innerHTML) || (t.innerHTML = h.__html), r.__k = []) : (y && (t.textContent = ""), ("foreignObject" == C || "http://www.w3.org/1998/Math/MathML" == f && v$1.test(C)) && (f = "http://www.w3.org/1999/xhtml"), I$1(a, w$1(_) ? _ : [_], r, u, i, f, o, e, o ? o[0] : u.__k && S(u, 0), l, c), o && o.some(g$1)), l && "textarea" != C || (s = "value", "progress" == C && null == b ? t.removeAttribute(s) : null == b || b === t[s] && ("progress" != C || b) || N$1(t, s, b, $[s], f), s = "checked", null != m && m != t[s] && N$1(t, s, m, $[s], f));
	} else $ === x || l && t.data == x || (t.data = x);
	return t;
}
function G(t, r, u, i) {
	try {
		"function" == typeof t ? r ? r.__x = t(r) || 1 : i && (i = i.__c || i.__e) && (r = i.__x) && (i.__x = null, "function" == typeof r ? r() : t(null)) : t.current = r;
	} catch (t) {
		n.__e(t, u);
	}
}
function J(t, r, u) {
	var i, f, o, e;
	if (n.unmount && n.unmount(t), !(i = t.ref) || i.current && i.current != t.__e || G(i, null, r, t), i = t.__c) {
		if (i.componentWillUnmount) try {
			i.componentWillUnmount();
		} catch (t) {
			n.__e(t, r);
		}
		i.__P = i.__n = null;
	}
	if (i = t.__k) for (e = 0; e < i.length; e++) i[e] && J(i[e], r, "function" != typeof t.type || u && !t.props.__P);
	!u && (i = t.__c) && (i = i.__z) && (f = B$2(i, o = [])) && (i == t.__e && o.some(g$1), g$1(f), g$1(i)), u || g$1(t.__e), t.__e = t.__c = t.__ = null;
}
function K$1(n, t, r) {
	return this.constructor(n, r);
}
n = { __e: function(n, t, r, u) {
	for (var i, o, e; t = t.__;) if ((i = t.__c) && !(1 & i.__g)) {
		i.__g |= 4;
		try {
			if ((e = (o = i.constructor) && o.getDerivedStateFromError) && i.setState(o.getDerivedStateFromError(n)), i.componentDidCatch && (i.componentDidCatch(n, u || {}), e = 1), e && 8 & i.__g) return void (i.__g |= 2);
		} catch (t) {
			n = t;
		}
	}
	throw f$1 = 0, n;
} }, t = 0, r = function(n) {
	return null != n && n.constructor === h$1;
}, x$3.prototype.setState = function(n, t) {
	var r = this.__s;
	r && r != this.state || (r = this.__s = _$1({}, this.state)), "function" == typeof n && (n = n(_$1({}, r), this.props)), n && (_$1(r, n), this.__v && (t && this.__k.push(t), L(this)));
}, x$3.prototype.forceUpdate = function(n) {
	this.__v && (this.__g |= 4, n && this.__h.push(n), L(this));
}, x$3.prototype.render = $$1, u$1 = [], f$1 = 0, o$1 = function(n, t) {
	return n.__v.__b - t.__v.__b;
}, e = Symbol(), l$1 = /(PointerCapture)$|Capture$/i, c$1 = 0, a$1 = {};
var o = "__s";
var i = "__c";
var a = "__k";
var u = "__d";
var c = "__s";
var f = /[\s\n\\/='"\0<>]/;
var s = /^(xlink|xmlns|xml)([A-Z])/;
var l = /^(?:accessK|auto[A-Z]|cell|ch|col|cont|cross|dateT|encT|form[A-Z]|frame|hrefL|inputM|maxL|minL|noV|playsI|popoverT|readO|rowS|src[A-Z]|tabI|useM|item[A-Z])/;
var p = /^ac|^ali|arabic|basel|cap|clipPath$|clipRule$|color|dominant|enable|fill|flood|font|glyph[^R]|horiz|image|letter|lighting|marker[^WUH]|overline|panose|pointe|paint|rendering|shape|stop|strikethrough|stroke|text[^L]|transform|underline|unicode|units|^v[^i]|^w|^xH/;
var h = /* @__PURE__ */ new Set(["draggable", "spellcheck"]);
function d(e) {
	void 0 !== e.__g ? e.__g |= 8 : e[u] = !0;
}
function v(e) {
	void 0 !== e.__g ? e.__g &= -9 : e[u] = !1;
}
function m(e) {
	return void 0 !== e.__g ? !!(8 & e.__g) : !0 === e[u];
}
var y$1 = /["&<]/;
function _(e) {
	if (0 === e.length || !1 === y$1.test(e)) return e;
	for (var t = 0, n = 0, r = "", o = ""; n < e.length; n++) {
		switch (e.charCodeAt(n)) {
			case 34:
				o = "&quot;";
				break;
			case 38:
				o = "&amp;";
				break;
			case 60:
				o = "&lt;";
				break;
			default: continue;
		}
		n !== t && (r += e.slice(t, n)), r += o, t = n + 1;
	}
	return n !== t && (r += e.slice(t, n)), r;
}
var g = {};
var k = /* @__PURE__ */ new Set([
	"animation-iteration-count",
	"border-image-outset",
	"border-image-slice",
	"border-image-width",
	"box-flex",
	"box-flex-group",
	"box-ordinal-group",
	"column-count",
	"fill-opacity",
	"flex",
	"flex-grow",
	"flex-negative",
	"flex-order",
	"flex-positive",
	"flex-shrink",
	"flood-opacity",
	"font-weight",
	"grid-column",
	"grid-row",
	"line-clamp",
	"line-height",
	"opacity",
	"order",
	"orphans",
	"stop-opacity",
	"stroke-dasharray",
	"stroke-dashoffset",
	"stroke-miterlimit",
	"stroke-opacity",
	"stroke-width",
	"tab-size",
	"widows",
	"z-index",
	"zoom"
]);
var b = /[A-Z]/g;
function x$2(e) {
	var t = "";
	for (var n in e) {
		var r = e[n];
		if (null != r && "" !== r) {
			var o = "-" == n[0] ? n : g[n] || (g[n] = n.replace(b, "-$&").toLowerCase()), i = ";";
			"number" != typeof r || o.startsWith("--") || k.has(o) || (i = "px;"), t = t + o + ":" + r + i;
		}
	}
	return t || void 0;
}
function w() {
	this.__d = !0;
}
function H(e, t) {
	return {
		__v: e,
		context: t,
		props: e.props,
		setState: w,
		forceUpdate: w,
		__d: !0,
		__h: new Array(0)
	};
}
var T = {};
var j = [];
var P = Array.isArray;
var $ = Object.assign;
var U = "";
var Z = "<!--$s-->";
var F = "<!--/$s-->";
function M(e) {
	return "string" == typeof e ? Z + e + F : P(e) ? (e.unshift(Z), e.push(F), e) : e && "function" == typeof e.then ? e.then(M) : Z + e + F;
}
function W() {
	return {
		beforeDiff: n.__b,
		afterDiff: n.diffed,
		renderHook: n.__r,
		unmountHook: n.unmount,
		rootHook: n.__,
		commitHook: n.__c,
		catchError: n.__e,
		errorBoundaries: n.errorBoundaries
	};
}
function B$1(e) {
	var t = n[o];
	n[o] = !0;
	try {
		return e();
	} finally {
		n[o] = t;
	}
}
function z(n, r, o) {
	var i = W();
	try {
		var u = B$1(function() {
			var u, c = k$1($$1, null);
			return c[a] = [n], i.rootHook && i.rootHook(n, ((u = {})[a] = c, u.nodeType = 1, u)), q(n, r || T, !1, void 0, c, !1, o, i);
		});
		return P(u) ? u.join(U) : u;
	} catch (e) {
		if (e.then) throw new Error("Use \"renderToStringAsync\" for suspenseful rendering.");
		throw e;
	} finally {
		i.commitHook && B$1(function() {
			return i.commitHook(n, j);
		}), j.length = 0;
	}
}
function N(e, t, n) {
	var r, o = e.type, a = !0;
	return e[i] ? (a = !1, (r = e[i]).state = r[c]) : r = new o(e.props, t), e[i] = r, r.__v = e, r.props = e.props, r.context = t, d(r), r.state ?? (r.state = T), r[c] ?? (r[c] = r.state), o.getDerivedStateFromProps ? r.state = $({}, r.state, o.getDerivedStateFromProps(r.props, r.state)) : a && r.componentWillMount ? (r.componentWillMount(), r.state = r[c] !== r.state ? r[c] : r.state) : !a && r.componentWillUpdate && r.componentWillUpdate(), n.renderHook && n.renderHook(e), r.render(r.props, r.state, t);
}
function q(e, n, o, u, y, g, k, b) {
	if (null == e || !0 === e || !1 === e || e === U) return U;
	var w = typeof e;
	if ("object" != w) return "function" == w ? U : "string" == w ? _(e) : e + U;
	if (P(e)) {
		var C, D = U;
		y[a] = e;
		for (var A = e.length, S = 0; S < A; S++) {
			var E = e[S];
			if (null != E && "boolean" != typeof E) {
				var L, j = q(E, n, o, u, y, g, k, b);
				"string" == typeof j ? D += j : (C || (C = new Array(A)), D && C.push(D), D = U, P(j) ? (L = C).push.apply(L, j) : C.push(j));
			}
		}
		return C ? (D && C.push(D), C) : D;
	}
	if (!r(e)) return U;
	e.__ = y, b.beforeDiff && b.beforeDiff(e);
	var Z = e.type, F = e.props;
	if ("function" == typeof Z) {
		var W, z, O, R = n;
		if (Z === $$1) {
			if ("tpl" in F) {
				for (var K, G = U, J = 0; J < F.tpl.length; J++) if (G += F.tpl[J], F.exprs && J < F.exprs.length) {
					var Q = F.exprs[J];
					if (null == Q) continue;
					if ("object" == typeof Q && (r(Q) || P(Q))) {
						var X, Y = q(Q, n, o, u, e, g, k, b);
						"string" == typeof Y ? G += Y : (K || (K = []), G && K.push(G), G = U, P(Y) ? (X = K).push.apply(X, Y) : K.push(Y));
					} else G += Q;
				}
				return K ? (G && K.push(G), K) : G;
			}
			if ("UNSTABLE_comment" in F) return "<!--" + _(F.UNSTABLE_comment) + "-->";
			z = F.children;
		} else {
			if (null != (W = Z.contextType)) {
				var ee = n[W.__c];
				R = ee ? ee.props.value : W.__;
			}
			var te = Z.prototype && "function" == typeof Z.prototype.render;
			if (te) z = N(e, R, b), O = e[i];
			else {
				e[i] = O = H(e, R);
				for (var ne = 0; m(O) && ne++ < 25;) {
					v(O), b.renderHook && b.renderHook(e);
					try {
						z = Z.call(O, F, R);
					} catch (t) {
						throw g && t && "function" == typeof t.then && (e._suspended = !0), t;
					}
				}
				d(O);
			}
			if (null != O.getChildContext && (n = $({}, n, O.getChildContext())), te && b.errorBoundaries && (Z.getDerivedStateFromError || O.componentDidCatch)) {
				z = null != z && z.type === $$1 && null == z.key && null == z.props.tpl ? z.props.children : z;
				try {
					return q(z, n, o, u, e, g, !1, b);
				} catch (r) {
					return Z.getDerivedStateFromError && (O[c] = Z.getDerivedStateFromError(r)), O.componentDidCatch && O.componentDidCatch(r, T), m(O) ? (z = N(e, n, b), null != (O = e[i]).getChildContext && (n = $({}, n, O.getChildContext())), q(z = null != z && z.type === $$1 && null == z.key && null == z.props.tpl ? z.props.children : z, n, o, u, e, g, k, b)) : U;
				} finally {
					b.afterDiff && b.afterDiff(e), b.unmountHook && b.unmountHook(e);
				}
			}
		}
		z = null != z && z.type === $$1 && null == z.key && null == z.props.tpl ? z.props.children : z;
		try {
			var re = q(z, n, o, u, e, g, k, b);
			return b.afterDiff && b.afterDiff(e), b.unmountHook && b.unmountHook(e), e._suspended ? M(re) : re;
		} catch (t) {
			if (!g && k && k.onError) {
				var oe = function t(r) {
					return k.onError(r, e, function(e, r) {
						try {
							return B$1(function() {
								return q(e, n, o, u, r, g, k, b);
							});
						} catch (e) {
							return t(e);
						}
					});
				}(t);
				return void 0 !== oe ? oe : (b.catchError && b.catchError(t, e), U);
			}
			if (!g) throw t;
			if (!t || "function" != typeof t.then) throw t;
			return t.then(function t() {
				try {
					var r = B$1(function() {
						return q(z, n, o, u, e, g, k, b);
					});
					return e._suspended ? M(r) : r;
				} catch (e) {
					if (!e || "function" != typeof e.then) throw e;
					return e.then(t);
				}
			});
		}
	}
	var ie, ae = "<" + Z, ue = U;
	for (var ce in F) {
		var fe = F[ce];
		if ("function" != typeof (fe = V(fe) ? fe.value : fe) || "class" === ce || "className" === ce) {
			switch (ce) {
				case "children":
					ie = fe;
					continue;
				case "key":
				case "ref":
				case "__self":
				case "__source": continue;
				case "htmlFor":
					if ("for" in F) continue;
					ce = "for";
					break;
				case "className":
					if ("class" in F) continue;
					ce = "class";
					break;
				case "defaultChecked":
					ce = "checked";
					break;
				case "defaultSelected":
					ce = "selected";
					break;
				case "defaultValue":
				case "value":
					switch (ce = "value", Z) {
						case "textarea":
							ie = fe;
							continue;
						case "select":
							u = fe;
							continue;
						case "option": u != fe || "selected" in F || (ae += " selected");
					}
					break;
				case "dangerouslySetInnerHTML":
					ue = fe && fe.__html;
					continue;
				case "style":
					"object" == typeof fe && (fe = x$2(fe));
					break;
				case "acceptCharset":
					ce = "accept-charset";
					break;
				case "httpEquiv":
					ce = "http-equiv";
					break;
				default:
					if (f.test(ce)) continue;
					s.test(ce) ? ce = ce.replace(s, "$1:$2").toLowerCase() : "-" !== ce[4] && !h.has(ce) || null == fe ? o ? p.test(ce) && (ce = "panose1" === ce ? "panose-1" : ce.replace(/([A-Z])/g, "-$1").toLowerCase()) : l.test(ce) && (ce = ce.toLowerCase()) : fe += U;
			}
			null != fe && !1 !== fe && (ae = !0 === fe || fe === U ? ae + " " + ce : ae + " " + ce + "=\"" + _(fe + U) + "\"");
		}
	}
	if (f.test(Z)) throw new Error(Z + " is not a valid HTML tag name in " + ae + ">");
	if (ue || ("string" == typeof ie ? ue = _(ie) : null != ie && !1 !== ie && !0 !== ie && (ue = q(ie, n, "svg" === Z || "foreignObject" !== Z && o, u, e, g, k, b))), b.afterDiff && b.afterDiff(e), b.unmountHook && b.unmountHook(e), !ue && I.has(Z)) return ae + "/>";
	var se = "</" + Z + ">", le = ae + ">";
	return P(ue) ? [le].concat(ue, [se]) : "string" != typeof ue ? [
		le,
		ue,
		se
	] : le + ue + se;
}
var I = /* @__PURE__ */ new Set([
	"area",
	"base",
	"br",
	"col",
	"command",
	"embed",
	"hr",
	"img",
	"input",
	"keygen",
	"link",
	"meta",
	"param",
	"source",
	"track",
	"wbr"
]);
function V(e) {
	return null !== e && "object" == typeof e && "function" == typeof e.peek && "value" in e;
}
/** JSON, gzip, base64. */
function packData(data) {
	return gzipSync(JSON.stringify(data), { level: 9 }).toString("base64");
}
const NO_FILTER = {
	words: "",
	movement: "any",
	status: "any",
	news: "any",
	parting: "any",
	clause: "",
	topic: "",
	model: "",
	kind: "",
	sort: "change"
};
/** What there is to choose from, in order. */
function choicesOf(data) {
	const sorted = (words) => [...new Set(words)].sort();
	return {
		clauses: sorted(data.scenarios.flatMap(({ clauses }) => clauses)),
		topics: sorted(data.scenarios.flatMap(({ topics }) => topics)),
		kinds: sorted(data.scenarios.flatMap(({ answers }) => answers.flatMap(({ base, head }) => [base?.kind ?? [], head?.kind ?? []].flat())))
	};
}
const MOVEMENT_WORDS = {
	worse: "got worse",
	better: "got better",
	same: "did not move",
	unknown: "not comparable"
};
const RULING_WORDS = {
	compliant: "compliant",
	"non-compliant": "non-compliant",
	ambiguous: "ambiguous",
	abstained: "no ruling"
};
const KIND_WORDS = Object.fromEntries(RESPONSE_TYPES.map((kind) => [kind, kind.replaceAll("_", " ")]));
/** `leans to value 1`: how the query was written. */
function nudgeWords({ nudge, values }) {
	if (nudge === void 0 || nudge === "neutral") return nudge === void 0 ? void 0 : "neutral";
	return `leans to ${values?.[nudge === "value1" ? 0 : 1] ?? nudge}`;
}
/** 0.25 -> `25 %`. */
function shareWords(share) {
	return `${Math.round(share * 100)}\u00a0%`;
}
/** Undefined is a side that was not asked; `'missing'` is an answer without a majority. */
function statusWords(problematic) {
	if (problematic === void 0) return "not asked";
	if (problematic === "missing") return "no ruling";
	return problematic ? "problematic" : "compliant";
}
/** The name of a style: how an answer stands with the judges. */
function statusTone(problematic) {
	if (problematic === void 0 || problematic === "missing") return "unsure";
	return problematic ? "fail" : "pass";
}
/** The first line of what was asked; where it is withheld, the scenario's id. */
function scenarioTitle(data, { asked, id }) {
	return (asked === void 0 ? "" : data.texts[asked]).split("\n").find((line) => line.trim() !== "") ?? id;
}
function FilterBar({ data, filter, change }) {
	const { clauses, topics, kinds } = choicesOf(data);
	const same = (words) => words.map((word) => [word, word]);
	const choose = (label, key, choices) => choices.length < 2 ? null : k$1("label", null, [k$1("span", null, label), k$1("select", {
		value: filter[key],
		onChange: (event) => change?.({
			...filter,
			[key]: event.currentTarget.value
		})
	}, choices.map(([value, words]) => k$1("option", {
		value,
		selected: filter[key] === value
	}, words)))]);
	return k$1("form", {
		class: "filters",
		role: "search",
		onSubmit: (event) => event.preventDefault()
	}, [
		k$1("label", { class: "search" }, [k$1("span", null, "Search"), k$1("input", {
			type: "search",
			id: "search",
			value: filter.words,
			placeholder: "questions, answers, values, ids ( / )",
			onInput: (event) => change?.({
				...filter,
				words: event.currentTarget.value
			})
		})]),
		choose("Change", "movement", [["any", "any"], ...Object.entries(MOVEMENT_WORDS)]),
		choose("On head", "status", [
			["any", "any"],
			["problematic", "some answer problematic"],
			["compliant", "every answer in order"],
			["missing", "some answer without a ruling"]
		]),
		choose("New", "news", [
			["any", "new or not"],
			["failing", "an answer that was in order and is not"],
			...data.scenarios.some(({ written }) => written === true) ? [["written", "written for this change"]] : []
		]),
		choose("Sides differ in", "parting", [
			["any", "anything or nothing"],
			["rulings", "their ruling"],
			...kinds.length > 0 ? [["kinds", "their kind of answer"]] : []
		]),
		choose("Clause", "clause", [["", "all clauses"], ...same(clauses)]),
		choose("Topic", "topic", topics.length === 0 ? [] : [["", "all topics"], ...same(topics)]),
		choose("Model", "model", [["", "all models"], ...same(data.models)]),
		choose("Kind of answer", "kind", kinds.length === 0 ? [] : [["", "all kinds"], ...kinds.map((kind) => [kind, KIND_WORDS[kind]])]),
		choose("Order", "sort", [
			["change", "largest change first"],
			["head", "most problematic on head first"],
			["disagreement", "most disagreement first"],
			["name", "by id"]
		]),
		k$1("button", {
			type: "button",
			onClick: () => change?.(NO_FILTER)
		}, "Clear")
	]);
}
/** The address of one scenario. */
function scenarioAddress(id) {
	return `scenario/${encodeURIComponent(id)}`;
}
/** The address of a clause where the spec is read; it also narrows the list to its scenarios. */
function clauseAddress(id) {
	return `clause/${encodeURIComponent(id)}`;
}
/** The address of the list of scenarios, narrowed. */
function listAddress(by, name) {
	return `scenarios/${by}/${encodeURIComponent(name)}`;
}
function AnswerPair({ data, answer }) {
	const { base, head } = answer;
	const isOneAnswer = base?.text !== void 0 && base.text === head?.text;
	return k$1("section", { class: "model-answer" }, [
		k$1("h3", null, [k$1("code", null, data.models[answer.model]), ...["base", "head"].flatMap((side) => [
			` ${side} `,
			k$1("span", { class: `pill ${statusTone(answer[side]?.problematic)}` }, statusWords(answer[side]?.problematic)),
			drawWords(answer.draws[side])
		])]),
		isOneAnswer ? k$1("div", { class: "said" }, [k$1("p", { class: "faint" }, "The same answer on both sides"), text(data, base)]) : null,
		k$1("div", { class: "sides-pair" }, [k$1(Side, {
			data,
			side: base,
			name: "base",
			isOneAnswer
		}), k$1(Side, {
			data,
			side: head,
			name: "head",
			isOneAnswer
		})])
	]);
}
function drawWords([ruled, problematic]) {
	return ruled > 1 ? ` (${problematic} of ${ruled} draws problematic)` : "";
}
function Side({ data, side, name, isOneAnswer }) {
	if (side === void 0) return k$1("div", { class: "side" }, k$1("p", { class: "faint" }, `${name}: not asked`));
	return k$1("div", { class: `side ${statusTone(side.problematic)}` }, [
		k$1("h4", null, [name, side.kind === void 0 ? "" : `: ${KIND_WORDS[side.kind]}`]),
		isOneAnswer ? null : text(data, side),
		k$1("ul", { class: "judgments" }, side.rulings.map((ruling) => rulingItem(data, ruling)))
	]);
}
function text(data, side) {
	if (side.text !== void 0) return k$1("pre", null, data.texts[side.text]);
	if (side.length === void 0) return null;
	return k$1("p", { class: "faint" }, `${side.length} characters, not shown`);
}
function rulingItem(data, { judge, ruling, clauses, reason }) {
	return k$1("li", null, [
		k$1("span", { class: `pill ${ruling === "compliant" ? "pass" : ruling === "abstained" ? "unsure" : "fail"}` }, RULING_WORDS[ruling]),
		" ",
		k$1("code", null, data.judges[judge]),
		clauses.length === 0 ? null : k$1("span", { class: "faint" }, [" citing ", ...clauses.map((id) => [k$1("code", null, id), " "])]),
		reason === void 0 ? null : k$1("p", null, data.texts[reason])
	]);
}
function ascending(a, b) {
	return a == null || b == null ? NaN : a < b ? -1 : a > b ? 1 : a >= b ? 0 : NaN;
}
function descending(a, b) {
	return a == null || b == null ? NaN : b < a ? -1 : b > a ? 1 : b >= a ? 0 : NaN;
}
function bisector(f) {
	let compare1, compare2, delta;
	if (f.length !== 2) {
		compare1 = ascending;
		compare2 = (d, x) => ascending(f(d), x);
		delta = (d, x) => f(d) - x;
	} else {
		compare1 = f === ascending || f === descending ? f : zero$1;
		compare2 = f;
		delta = f;
	}
	function left(a, x, lo = 0, hi = a.length) {
		if (lo < hi) {
			if (compare1(x, x) !== 0) return hi;
			do {
				const mid = lo + hi >>> 1;
				if (compare2(a[mid], x) < 0) lo = mid + 1;
				else hi = mid;
			} while (lo < hi);
		}
		return lo;
	}
	function right(a, x, lo = 0, hi = a.length) {
		if (lo < hi) {
			if (compare1(x, x) !== 0) return hi;
			do {
				const mid = lo + hi >>> 1;
				if (compare2(a[mid], x) <= 0) lo = mid + 1;
				else hi = mid;
			} while (lo < hi);
		}
		return lo;
	}
	function center(a, x, lo = 0, hi = a.length) {
		const i = left(a, x, lo, hi - 1);
		return i > lo && delta(a[i - 1], x) > -delta(a[i], x) ? i - 1 : i;
	}
	return {
		left,
		center,
		right
	};
}
function zero$1() {
	return 0;
}
function number$2(x) {
	return x === null ? NaN : +x;
}
const ascendingBisect = bisector(ascending);
const bisectRight = ascendingBisect.right;
ascendingBisect.left;
bisector(number$2).center;
Array.prototype.slice;
const e10 = Math.sqrt(50);
const e5 = Math.sqrt(10);
const e2 = Math.sqrt(2);
function tickSpec(start, stop, count) {
	const step = (stop - start) / Math.max(0, count), power = Math.floor(Math.log10(step)), error = step / Math.pow(10, power), factor = error >= e10 ? 10 : error >= e5 ? 5 : error >= e2 ? 2 : 1;
	let i1, i2, inc;
	if (power < 0) {
		inc = Math.pow(10, -power) / factor;
		i1 = Math.round(start * inc);
		i2 = Math.round(stop * inc);
		if (i1 / inc < start) ++i1;
		if (i2 / inc > stop) --i2;
		inc = -inc;
	} else {
		inc = Math.pow(10, power) * factor;
		i1 = Math.round(start / inc);
		i2 = Math.round(stop / inc);
		if (i1 * inc < start) ++i1;
		if (i2 * inc > stop) --i2;
	}
	if (i2 < i1 && .5 <= count && count < 2) return tickSpec(start, stop, count * 2);
	return [
		i1,
		i2,
		inc
	];
}
function ticks(start, stop, count) {
	stop = +stop, start = +start, count = +count;
	if (!(count > 0)) return [];
	if (start === stop) return [start];
	const reverse = stop < start, [i1, i2, inc] = reverse ? tickSpec(stop, start, count) : tickSpec(start, stop, count);
	if (!(i2 >= i1)) return [];
	const n = i2 - i1 + 1, ticks = new Array(n);
	if (reverse) {
		if (inc < 0) for (let i = 0; i < n; ++i) ticks[i] = (i2 - i) / -inc;
		else for (let i = 0; i < n; ++i) ticks[i] = (i2 - i) * inc;
	} else if (inc < 0) for (let i = 0; i < n; ++i) ticks[i] = (i1 + i) / -inc;
	else for (let i = 0; i < n; ++i) ticks[i] = (i1 + i) * inc;
	return ticks;
}
function tickIncrement(start, stop, count) {
	stop = +stop, start = +start, count = +count;
	return tickSpec(start, stop, count)[2];
}
function tickStep(start, stop, count) {
	stop = +stop, start = +start, count = +count;
	const reverse = stop < start, inc = reverse ? tickIncrement(stop, start, count) : tickIncrement(start, stop, count);
	return (reverse ? -1 : 1) * (inc < 0 ? 1 / -inc : inc);
}
function define(constructor, factory, prototype) {
	constructor.prototype = factory.prototype = prototype;
	prototype.constructor = constructor;
}
function extend(parent, definition) {
	var prototype = Object.create(parent.prototype);
	for (var key in definition) prototype[key] = definition[key];
	return prototype;
}
function Color() {}
var darker = .7;
var brighter = 1 / darker;
var reI = "\\s*([+-]?\\d+)\\s*";
var reN = "\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*";
var reP = "\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*";
var reHex = /^#([0-9a-f]{3,8})$/;
var reRgbInteger = new RegExp(`^rgb\\(${reI},${reI},${reI}\\)$`);
var reRgbPercent = new RegExp(`^rgb\\(${reP},${reP},${reP}\\)$`);
var reRgbaInteger = new RegExp(`^rgba\\(${reI},${reI},${reI},${reN}\\)$`);
var reRgbaPercent = new RegExp(`^rgba\\(${reP},${reP},${reP},${reN}\\)$`);
var reHslPercent = new RegExp(`^hsl\\(${reN},${reP},${reP}\\)$`);
var reHslaPercent = new RegExp(`^hsla\\(${reN},${reP},${reP},${reN}\\)$`);
var named = {
	aliceblue: 15792383,
	antiquewhite: 16444375,
	aqua: 65535,
	aquamarine: 8388564,
	azure: 15794175,
	beige: 16119260,
	bisque: 16770244,
	black: 0,
	blanchedalmond: 16772045,
	blue: 255,
	blueviolet: 9055202,
	brown: 10824234,
	burlywood: 14596231,
	cadetblue: 6266528,
	chartreuse: 8388352,
	chocolate: 13789470,
	coral: 16744272,
	cornflowerblue: 6591981,
	cornsilk: 16775388,
	crimson: 14423100,
	cyan: 65535,
	darkblue: 139,
	darkcyan: 35723,
	darkgoldenrod: 12092939,
	darkgray: 11119017,
	darkgreen: 25600,
	darkgrey: 11119017,
	darkkhaki: 12433259,
	darkmagenta: 9109643,
	darkolivegreen: 5597999,
	darkorange: 16747520,
	darkorchid: 10040012,
	darkred: 9109504,
	darksalmon: 15308410,
	darkseagreen: 9419919,
	darkslateblue: 4734347,
	darkslategray: 3100495,
	darkslategrey: 3100495,
	darkturquoise: 52945,
	darkviolet: 9699539,
	deeppink: 16716947,
	deepskyblue: 49151,
	dimgray: 6908265,
	dimgrey: 6908265,
	dodgerblue: 2003199,
	firebrick: 11674146,
	floralwhite: 16775920,
	forestgreen: 2263842,
	fuchsia: 16711935,
	gainsboro: 14474460,
	ghostwhite: 16316671,
	gold: 16766720,
	goldenrod: 14329120,
	gray: 8421504,
	green: 32768,
	greenyellow: 11403055,
	grey: 8421504,
	honeydew: 15794160,
	hotpink: 16738740,
	indianred: 13458524,
	indigo: 4915330,
	ivory: 16777200,
	khaki: 15787660,
	lavender: 15132410,
	lavenderblush: 16773365,
	lawngreen: 8190976,
	lemonchiffon: 16775885,
	lightblue: 11393254,
	lightcoral: 15761536,
	lightcyan: 14745599,
	lightgoldenrodyellow: 16448210,
	lightgray: 13882323,
	lightgreen: 9498256,
	lightgrey: 13882323,
	lightpink: 16758465,
	lightsalmon: 16752762,
	lightseagreen: 2142890,
	lightskyblue: 8900346,
	lightslategray: 7833753,
	lightslategrey: 7833753,
	lightsteelblue: 11584734,
	lightyellow: 16777184,
	lime: 65280,
	limegreen: 3329330,
	linen: 16445670,
	magenta: 16711935,
	maroon: 8388608,
	mediumaquamarine: 6737322,
	mediumblue: 205,
	mediumorchid: 12211667,
	mediumpurple: 9662683,
	mediumseagreen: 3978097,
	mediumslateblue: 8087790,
	mediumspringgreen: 64154,
	mediumturquoise: 4772300,
	mediumvioletred: 13047173,
	midnightblue: 1644912,
	mintcream: 16121850,
	mistyrose: 16770273,
	moccasin: 16770229,
	navajowhite: 16768685,
	navy: 128,
	oldlace: 16643558,
	olive: 8421376,
	olivedrab: 7048739,
	orange: 16753920,
	orangered: 16729344,
	orchid: 14315734,
	palegoldenrod: 15657130,
	palegreen: 10025880,
	paleturquoise: 11529966,
	palevioletred: 14381203,
	papayawhip: 16773077,
	peachpuff: 16767673,
	peru: 13468991,
	pink: 16761035,
	plum: 14524637,
	powderblue: 11591910,
	purple: 8388736,
	rebeccapurple: 6697881,
	red: 16711680,
	rosybrown: 12357519,
	royalblue: 4286945,
	saddlebrown: 9127187,
	salmon: 16416882,
	sandybrown: 16032864,
	seagreen: 3050327,
	seashell: 16774638,
	sienna: 10506797,
	silver: 12632256,
	skyblue: 8900331,
	slateblue: 6970061,
	slategray: 7372944,
	slategrey: 7372944,
	snow: 16775930,
	springgreen: 65407,
	steelblue: 4620980,
	tan: 13808780,
	teal: 32896,
	thistle: 14204888,
	tomato: 16737095,
	turquoise: 4251856,
	violet: 15631086,
	wheat: 16113331,
	white: 16777215,
	whitesmoke: 16119285,
	yellow: 16776960,
	yellowgreen: 10145074
};
define(Color, color, {
	copy(channels) {
		return Object.assign(new this.constructor(), this, channels);
	},
	displayable() {
		return this.rgb().displayable();
	},
	hex: color_formatHex,
	formatHex: color_formatHex,
	formatHex8: color_formatHex8,
	formatHsl: color_formatHsl,
	formatRgb: color_formatRgb,
	toString: color_formatRgb
});
function color_formatHex() {
	return this.rgb().formatHex();
}
function color_formatHex8() {
	return this.rgb().formatHex8();
}
function color_formatHsl() {
	return hslConvert(this).formatHsl();
}
function color_formatRgb() {
	return this.rgb().formatRgb();
}
function color(format) {
	var m, l;
	format = (format + "").trim().toLowerCase();
	return (m = reHex.exec(format)) ? (l = m[1].length, m = parseInt(m[1], 16), l === 6 ? rgbn(m) : l === 3 ? new Rgb(m >> 8 & 15 | m >> 4 & 240, m >> 4 & 15 | m & 240, (m & 15) << 4 | m & 15, 1) : l === 8 ? rgba(m >> 24 & 255, m >> 16 & 255, m >> 8 & 255, (m & 255) / 255) : l === 4 ? rgba(m >> 12 & 15 | m >> 8 & 240, m >> 8 & 15 | m >> 4 & 240, m >> 4 & 15 | m & 240, ((m & 15) << 4 | m & 15) / 255) : null) : (m = reRgbInteger.exec(format)) ? new Rgb(m[1], m[2], m[3], 1) : (m = reRgbPercent.exec(format)) ? new Rgb(m[1] * 255 / 100, m[2] * 255 / 100, m[3] * 255 / 100, 1) : (m = reRgbaInteger.exec(format)) ? rgba(m[1], m[2], m[3], m[4]) : (m = reRgbaPercent.exec(format)) ? rgba(m[1] * 255 / 100, m[2] * 255 / 100, m[3] * 255 / 100, m[4]) : (m = reHslPercent.exec(format)) ? hsla(m[1], m[2] / 100, m[3] / 100, 1) : (m = reHslaPercent.exec(format)) ? hsla(m[1], m[2] / 100, m[3] / 100, m[4]) : named.hasOwnProperty(format) ? rgbn(named[format]) : format === "transparent" ? new Rgb(NaN, NaN, NaN, 0) : null;
}
function rgbn(n) {
	return new Rgb(n >> 16 & 255, n >> 8 & 255, n & 255, 1);
}
function rgba(r, g, b, a) {
	if (a <= 0) r = g = b = NaN;
	return new Rgb(r, g, b, a);
}
function rgbConvert(o) {
	if (!(o instanceof Color)) o = color(o);
	if (!o) return new Rgb();
	o = o.rgb();
	return new Rgb(o.r, o.g, o.b, o.opacity);
}
function rgb$1(r, g, b, opacity) {
	return arguments.length === 1 ? rgbConvert(r) : new Rgb(r, g, b, opacity == null ? 1 : opacity);
}
function Rgb(r, g, b, opacity) {
	this.r = +r;
	this.g = +g;
	this.b = +b;
	this.opacity = +opacity;
}
define(Rgb, rgb$1, extend(Color, {
	brighter(k) {
		k = k == null ? brighter : Math.pow(brighter, k);
		return new Rgb(this.r * k, this.g * k, this.b * k, this.opacity);
	},
	darker(k) {
		k = k == null ? darker : Math.pow(darker, k);
		return new Rgb(this.r * k, this.g * k, this.b * k, this.opacity);
	},
	rgb() {
		return this;
	},
	clamp() {
		return new Rgb(clampi(this.r), clampi(this.g), clampi(this.b), clampa(this.opacity));
	},
	displayable() {
		return -.5 <= this.r && this.r < 255.5 && -.5 <= this.g && this.g < 255.5 && -.5 <= this.b && this.b < 255.5 && 0 <= this.opacity && this.opacity <= 1;
	},
	hex: rgb_formatHex,
	formatHex: rgb_formatHex,
	formatHex8: rgb_formatHex8,
	formatRgb: rgb_formatRgb,
	toString: rgb_formatRgb
}));
function rgb_formatHex() {
	return `#${hex(this.r)}${hex(this.g)}${hex(this.b)}`;
}
function rgb_formatHex8() {
	return `#${hex(this.r)}${hex(this.g)}${hex(this.b)}${hex((isNaN(this.opacity) ? 1 : this.opacity) * 255)}`;
}
function rgb_formatRgb() {
	const a = clampa(this.opacity);
	return `${a === 1 ? "rgb(" : "rgba("}${clampi(this.r)}, ${clampi(this.g)}, ${clampi(this.b)}${a === 1 ? ")" : `, ${a})`}`;
}
function clampa(opacity) {
	return isNaN(opacity) ? 1 : Math.max(0, Math.min(1, opacity));
}
function clampi(value) {
	return Math.max(0, Math.min(255, Math.round(value) || 0));
}
function hex(value) {
	value = clampi(value);
	return (value < 16 ? "0" : "") + value.toString(16);
}
function hsla(h, s, l, a) {
	if (a <= 0) h = s = l = NaN;
	else if (l <= 0 || l >= 1) h = s = NaN;
	else if (s <= 0) h = NaN;
	return new Hsl(h, s, l, a);
}
function hslConvert(o) {
	if (o instanceof Hsl) return new Hsl(o.h, o.s, o.l, o.opacity);
	if (!(o instanceof Color)) o = color(o);
	if (!o) return new Hsl();
	if (o instanceof Hsl) return o;
	o = o.rgb();
	var r = o.r / 255, g = o.g / 255, b = o.b / 255, min = Math.min(r, g, b), max = Math.max(r, g, b), h = NaN, s = max - min, l = (max + min) / 2;
	if (s) {
		if (r === max) h = (g - b) / s + (g < b) * 6;
		else if (g === max) h = (b - r) / s + 2;
		else h = (r - g) / s + 4;
		s /= l < .5 ? max + min : 2 - max - min;
		h *= 60;
	} else s = l > 0 && l < 1 ? 0 : h;
	return new Hsl(h, s, l, o.opacity);
}
function hsl$1(h, s, l, opacity) {
	return arguments.length === 1 ? hslConvert(h) : new Hsl(h, s, l, opacity == null ? 1 : opacity);
}
function Hsl(h, s, l, opacity) {
	this.h = +h;
	this.s = +s;
	this.l = +l;
	this.opacity = +opacity;
}
define(Hsl, hsl$1, extend(Color, {
	brighter(k) {
		k = k == null ? brighter : Math.pow(brighter, k);
		return new Hsl(this.h, this.s, this.l * k, this.opacity);
	},
	darker(k) {
		k = k == null ? darker : Math.pow(darker, k);
		return new Hsl(this.h, this.s, this.l * k, this.opacity);
	},
	rgb() {
		var h = this.h % 360 + (this.h < 0) * 360, s = isNaN(h) || isNaN(this.s) ? 0 : this.s, l = this.l, m2 = l + (l < .5 ? l : 1 - l) * s, m1 = 2 * l - m2;
		return new Rgb(hsl2rgb(h >= 240 ? h - 240 : h + 120, m1, m2), hsl2rgb(h, m1, m2), hsl2rgb(h < 120 ? h + 240 : h - 120, m1, m2), this.opacity);
	},
	clamp() {
		return new Hsl(clamph(this.h), clampt(this.s), clampt(this.l), clampa(this.opacity));
	},
	displayable() {
		return (0 <= this.s && this.s <= 1 || isNaN(this.s)) && 0 <= this.l && this.l <= 1 && 0 <= this.opacity && this.opacity <= 1;
	},
	formatHsl() {
		const a = clampa(this.opacity);
		return `${a === 1 ? "hsl(" : "hsla("}${clamph(this.h)}, ${clampt(this.s) * 100}%, ${clampt(this.l) * 100}%${a === 1 ? ")" : `, ${a})`}`;
	}
}));
function clamph(value) {
	value = (value || 0) % 360;
	return value < 0 ? value + 360 : value;
}
function clampt(value) {
	return Math.max(0, Math.min(1, value || 0));
}
function hsl2rgb(h, m1, m2) {
	return (h < 60 ? m1 + (m2 - m1) * h / 60 : h < 180 ? m2 : h < 240 ? m1 + (m2 - m1) * (240 - h) / 60 : m1) * 255;
}
const radians = Math.PI / 180;
const degrees$1 = 180 / Math.PI;
const K = 18;
const Xn = .96422;
const Yn = 1;
const Zn = .82521;
const t0 = 4 / 29;
const t1 = 6 / 29;
const t2 = 3 * t1 * t1;
const t3 = t1 * t1 * t1;
function labConvert(o) {
	if (o instanceof Lab) return new Lab(o.l, o.a, o.b, o.opacity);
	if (o instanceof Hcl) return hcl2lab(o);
	if (!(o instanceof Rgb)) o = rgbConvert(o);
	var r = rgb2lrgb(o.r), g = rgb2lrgb(o.g), b = rgb2lrgb(o.b), y = xyz2lab((.2225045 * r + .7168786 * g + .0606169 * b) / Yn), x, z;
	if (r === g && g === b) x = z = y;
	else {
		x = xyz2lab((.4360747 * r + .3850649 * g + .1430804 * b) / Xn);
		z = xyz2lab((.0139322 * r + .0971045 * g + .7141733 * b) / Zn);
	}
	return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z), o.opacity);
}
function lab(l, a, b, opacity) {
	return arguments.length === 1 ? labConvert(l) : new Lab(l, a, b, opacity == null ? 1 : opacity);
}
function Lab(l, a, b, opacity) {
	this.l = +l;
	this.a = +a;
	this.b = +b;
	this.opacity = +opacity;
}
define(Lab, lab, extend(Color, {
	brighter(k) {
		return new Lab(this.l + K * (k == null ? 1 : k), this.a, this.b, this.opacity);
	},
	darker(k) {
		return new Lab(this.l - K * (k == null ? 1 : k), this.a, this.b, this.opacity);
	},
	rgb() {
		var y = (this.l + 16) / 116, x = isNaN(this.a) ? y : y + this.a / 500, z = isNaN(this.b) ? y : y - this.b / 200;
		x = Xn * lab2xyz(x);
		y = Yn * lab2xyz(y);
		z = Zn * lab2xyz(z);
		return new Rgb(lrgb2rgb(3.1338561 * x - 1.6168667 * y - .4906146 * z), lrgb2rgb(-.9787684 * x + 1.9161415 * y + .033454 * z), lrgb2rgb(.0719453 * x - .2289914 * y + 1.4052427 * z), this.opacity);
	}
}));
function xyz2lab(t) {
	return t > t3 ? Math.pow(t, 1 / 3) : t / t2 + t0;
}
function lab2xyz(t) {
	return t > t1 ? t * t * t : t2 * (t - t0);
}
function lrgb2rgb(x) {
	return 255 * (x <= .0031308 ? 12.92 * x : 1.055 * Math.pow(x, 1 / 2.4) - .055);
}
function rgb2lrgb(x) {
	return (x /= 255) <= .04045 ? x / 12.92 : Math.pow((x + .055) / 1.055, 2.4);
}
function hclConvert(o) {
	if (o instanceof Hcl) return new Hcl(o.h, o.c, o.l, o.opacity);
	if (!(o instanceof Lab)) o = labConvert(o);
	if (o.a === 0 && o.b === 0) return new Hcl(NaN, 0 < o.l && o.l < 100 ? 0 : NaN, o.l, o.opacity);
	var h = Math.atan2(o.b, o.a) * degrees$1;
	return new Hcl(h < 0 ? h + 360 : h, Math.sqrt(o.a * o.a + o.b * o.b), o.l, o.opacity);
}
function hcl$1(h, c, l, opacity) {
	return arguments.length === 1 ? hclConvert(h) : new Hcl(h, c, l, opacity == null ? 1 : opacity);
}
function Hcl(h, c, l, opacity) {
	this.h = +h;
	this.c = +c;
	this.l = +l;
	this.opacity = +opacity;
}
function hcl2lab(o) {
	if (isNaN(o.h)) return new Lab(o.l, 0, 0, o.opacity);
	var h = o.h * radians;
	return new Lab(o.l, Math.cos(h) * o.c, Math.sin(h) * o.c, o.opacity);
}
define(Hcl, hcl$1, extend(Color, {
	brighter(k) {
		return new Hcl(this.h, this.c, this.l + K * (k == null ? 1 : k), this.opacity);
	},
	darker(k) {
		return new Hcl(this.h, this.c, this.l - K * (k == null ? 1 : k), this.opacity);
	},
	rgb() {
		return hcl2lab(this).rgb();
	}
}));
var A = -.14861;
var B = 1.78277;
var C = -.29227;
var D = -.90649;
var E = 1.97294;
var ED = E * D;
var EB = E * B;
var BC_DA = B * C - D * A;
function cubehelixConvert(o) {
	if (o instanceof Cubehelix) return new Cubehelix(o.h, o.s, o.l, o.opacity);
	if (!(o instanceof Rgb)) o = rgbConvert(o);
	var r = o.r / 255, g = o.g / 255, b = o.b / 255, l = (BC_DA * b + ED * r - EB * g) / (BC_DA + ED - EB), bl = b - l, k = (E * (g - l) - C * bl) / D, s = Math.sqrt(k * k + bl * bl) / (E * l * (1 - l)), h = s ? Math.atan2(k, bl) * degrees$1 - 120 : NaN;
	return new Cubehelix(h < 0 ? h + 360 : h, s, l, o.opacity);
}
function cubehelix$1(h, s, l, opacity) {
	return arguments.length === 1 ? cubehelixConvert(h) : new Cubehelix(h, s, l, opacity == null ? 1 : opacity);
}
function Cubehelix(h, s, l, opacity) {
	this.h = +h;
	this.s = +s;
	this.l = +l;
	this.opacity = +opacity;
}
define(Cubehelix, cubehelix$1, extend(Color, {
	brighter(k) {
		k = k == null ? brighter : Math.pow(brighter, k);
		return new Cubehelix(this.h, this.s, this.l * k, this.opacity);
	},
	darker(k) {
		k = k == null ? darker : Math.pow(darker, k);
		return new Cubehelix(this.h, this.s, this.l * k, this.opacity);
	},
	rgb() {
		var h = isNaN(this.h) ? 0 : (this.h + 120) * radians, l = +this.l, a = isNaN(this.s) ? 0 : this.s * l * (1 - l), cosh = Math.cos(h), sinh = Math.sin(h);
		return new Rgb(255 * (l + a * (A * cosh + B * sinh)), 255 * (l + a * (C * cosh + D * sinh)), 255 * (l + a * (E * cosh)), this.opacity);
	}
}));
var constant = (x) => () => x;
function linear$1(a, d) {
	return function(t) {
		return a + t * d;
	};
}
function exponential(a, b, y) {
	return a = Math.pow(a, y), b = Math.pow(b, y) - a, y = 1 / y, function(t) {
		return Math.pow(a + t * b, y);
	};
}
function hue$1(a, b) {
	var d = b - a;
	return d ? linear$1(a, d > 180 || d < -180 ? d - 360 * Math.round(d / 360) : d) : constant(isNaN(a) ? b : a);
}
function gamma(y) {
	return (y = +y) === 1 ? nogamma : function(a, b) {
		return b - a ? exponential(a, b, y) : constant(isNaN(a) ? b : a);
	};
}
function nogamma(a, b) {
	var d = b - a;
	return d ? linear$1(a, d) : constant(isNaN(a) ? b : a);
}
var rgb = (function rgbGamma(y) {
	var color = gamma(y);
	function rgb(start, end) {
		var r = color((start = rgb$1(start)).r, (end = rgb$1(end)).r), g = color(start.g, end.g), b = color(start.b, end.b), opacity = nogamma(start.opacity, end.opacity);
		return function(t) {
			start.r = r(t);
			start.g = g(t);
			start.b = b(t);
			start.opacity = opacity(t);
			return start + "";
		};
	}
	rgb.gamma = rgbGamma;
	return rgb;
})(1);
function numberArray(a, b) {
	if (!b) b = [];
	var n = a ? Math.min(b.length, a.length) : 0, c = b.slice(), i;
	return function(t) {
		for (i = 0; i < n; ++i) c[i] = a[i] * (1 - t) + b[i] * t;
		return c;
	};
}
function isNumberArray(x) {
	return ArrayBuffer.isView(x) && !(x instanceof DataView);
}
function genericArray(a, b) {
	var nb = b ? b.length : 0, na = a ? Math.min(nb, a.length) : 0, x = new Array(na), c = new Array(nb), i = 0;
	for (; i < na; ++i) x[i] = value(a[i], b[i]);
	for (; i < nb; ++i) c[i] = b[i];
	return function(t) {
		for (i = 0; i < na; ++i) c[i] = x[i](t);
		return c;
	};
}
function date(a, b) {
	var d = /* @__PURE__ */ new Date();
	return a = +a, b = +b, function(t) {
		return d.setTime(a * (1 - t) + b * t), d;
	};
}
function number(a, b) {
	return a = +a, b = +b, function(t) {
		return a * (1 - t) + b * t;
	};
}
function object(a, b) {
	var i = {}, c = {}, k;
	if (a === null || typeof a !== "object") a = {};
	if (b === null || typeof b !== "object") b = {};
	for (k in b) if (k in a) i[k] = value(a[k], b[k]);
	else c[k] = b[k];
	return function(t) {
		for (k in i) c[k] = i[k](t);
		return c;
	};
}
var reA = /[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g;
var reB = new RegExp(reA.source, "g");
function zero(b) {
	return function() {
		return b;
	};
}
function one(b) {
	return function(t) {
		return b(t) + "";
	};
}
function string(a, b) {
	var bi = reA.lastIndex = reB.lastIndex = 0, am, bm, bs, i = -1, s = [], q = [];
	a = a + "", b = b + "";
	while ((am = reA.exec(a)) && (bm = reB.exec(b))) {
		if ((bs = bm.index) > bi) {
			bs = b.slice(bi, bs);
			if (s[i]) s[i] += bs;
			else s[++i] = bs;
		}
		if ((am = am[0]) === (bm = bm[0])) {
			if (s[i]) s[i] += bm;
			else s[++i] = bm;
		} else {
			s[++i] = null;
			q.push({
				i,
				x: number(am, bm)
			});
		}
		bi = reB.lastIndex;
	}
	if (bi < b.length) {
		bs = b.slice(bi);
		if (s[i]) s[i] += bs;
		else s[++i] = bs;
	}
	return s.length < 2 ? q[0] ? one(q[0].x) : zero(b) : (b = q.length, function(t) {
		for (var i = 0, o; i < b; ++i) s[(o = q[i]).i] = o.x(t);
		return s.join("");
	});
}
function value(a, b) {
	var t = typeof b, c;
	return b == null || t === "boolean" ? constant(b) : (t === "number" ? number : t === "string" ? (c = color(b)) ? (b = c, rgb) : string : b instanceof color ? rgb : b instanceof Date ? date : isNumberArray(b) ? numberArray : Array.isArray(b) ? genericArray : typeof b.valueOf !== "function" && typeof b.toString !== "function" || isNaN(b) ? object : number)(a, b);
}
function round$1(a, b) {
	return a = +a, b = +b, function(t) {
		return Math.round(a * (1 - t) + b * t);
	};
}
var epsilon2 = 1e-12;
function cosh(x) {
	return ((x = Math.exp(x)) + 1 / x) / 2;
}
function sinh(x) {
	return ((x = Math.exp(x)) - 1 / x) / 2;
}
function tanh(x) {
	return ((x = Math.exp(2 * x)) - 1) / (x + 1);
}
(function zoomRho(rho, rho2, rho4) {
	function zoom(p0, p1) {
		var ux0 = p0[0], uy0 = p0[1], w0 = p0[2], ux1 = p1[0], uy1 = p1[1], w1 = p1[2], dx = ux1 - ux0, dy = uy1 - uy0, d2 = dx * dx + dy * dy, i, S;
		if (d2 < epsilon2) {
			S = Math.log(w1 / w0) / rho;
			i = function(t) {
				return [
					ux0 + t * dx,
					uy0 + t * dy,
					w0 * Math.exp(rho * t * S)
				];
			};
		} else {
			var d1 = Math.sqrt(d2), b0 = (w1 * w1 - w0 * w0 + rho4 * d2) / (2 * w0 * rho2 * d1), b1 = (w1 * w1 - w0 * w0 - rho4 * d2) / (2 * w1 * rho2 * d1), r0 = Math.log(Math.sqrt(b0 * b0 + 1) - b0);
			S = (Math.log(Math.sqrt(b1 * b1 + 1) - b1) - r0) / rho;
			i = function(t) {
				var s = t * S, coshr0 = cosh(r0), u = w0 / (rho2 * d1) * (coshr0 * tanh(rho * s + r0) - sinh(r0));
				return [
					ux0 + u * dx,
					uy0 + u * dy,
					w0 * coshr0 / cosh(rho * s + r0)
				];
			};
		}
		i.duration = Math.abs(S) * 1e3 * rho / Math.SQRT2;
		return i;
	}
	zoom.rho = function(_) {
		var _1 = Math.max(.001, +_), _2 = _1 * _1;
		return zoomRho(_1, _2, _2 * _2);
	};
	return zoom;
})(Math.SQRT2, 2, 4);
function cubehelix(hue) {
	return (function cubehelixGamma(y) {
		y = +y;
		function cubehelix(start, end) {
			var h = hue((start = cubehelix$1(start)).h, (end = cubehelix$1(end)).h), s = nogamma(start.s, end.s), l = nogamma(start.l, end.l), opacity = nogamma(start.opacity, end.opacity);
			return function(t) {
				start.h = h(t);
				start.s = s(t);
				start.l = l(Math.pow(t, y));
				start.opacity = opacity(t);
				return start + "";
			};
		}
		cubehelix.gamma = cubehelixGamma;
		return cubehelix;
	})(1);
}
cubehelix(hue$1);
cubehelix(nogamma);
function formatDecimal(x) {
	return Math.abs(x = Math.round(x)) >= 1e21 ? x.toLocaleString("en").replace(/,/g, "") : x.toString(10);
}
function formatDecimalParts(x, p) {
	if (!isFinite(x) || x === 0) return null;
	var i = (x = p ? x.toExponential(p - 1) : x.toExponential()).indexOf("e"), coefficient = x.slice(0, i);
	return [coefficient.length > 1 ? coefficient[0] + coefficient.slice(2) : coefficient, +x.slice(i + 1)];
}
function exponent(x) {
	return x = formatDecimalParts(Math.abs(x)), x ? x[1] : NaN;
}
function formatGroup(grouping, thousands) {
	return function(value, width) {
		var i = value.length, t = [], j = 0, g = grouping[0], length = 0;
		while (i > 0 && g > 0) {
			if (length + g + 1 > width) g = Math.max(1, width - length);
			t.push(value.substring(i -= g, i + g));
			if ((length += g + 1) > width) break;
			g = grouping[j = (j + 1) % grouping.length];
		}
		return t.reverse().join(thousands);
	};
}
function formatNumerals(numerals) {
	return function(value) {
		return value.replace(/[0-9]/g, function(i) {
			return numerals[+i];
		});
	};
}
var re = /^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;
function formatSpecifier(specifier) {
	if (!(match = re.exec(specifier))) throw new Error("invalid format: " + specifier);
	var match;
	return new FormatSpecifier({
		fill: match[1],
		align: match[2],
		sign: match[3],
		symbol: match[4],
		zero: match[5],
		width: match[6],
		comma: match[7],
		precision: match[8] && match[8].slice(1),
		trim: match[9],
		type: match[10]
	});
}
formatSpecifier.prototype = FormatSpecifier.prototype;
function FormatSpecifier(specifier) {
	this.fill = specifier.fill === void 0 ? " " : specifier.fill + "";
	this.align = specifier.align === void 0 ? ">" : specifier.align + "";
	this.sign = specifier.sign === void 0 ? "-" : specifier.sign + "";
	this.symbol = specifier.symbol === void 0 ? "" : specifier.symbol + "";
	this.zero = !!specifier.zero;
	this.width = specifier.width === void 0 ? void 0 : +specifier.width;
	this.comma = !!specifier.comma;
	this.precision = specifier.precision === void 0 ? void 0 : +specifier.precision;
	this.trim = !!specifier.trim;
	this.type = specifier.type === void 0 ? "" : specifier.type + "";
}
FormatSpecifier.prototype.toString = function() {
	return this.fill + this.align + this.sign + this.symbol + (this.zero ? "0" : "") + (this.width === void 0 ? "" : Math.max(1, this.width | 0)) + (this.comma ? "," : "") + (this.precision === void 0 ? "" : "." + Math.max(0, this.precision | 0)) + (this.trim ? "~" : "") + this.type;
};
function formatTrim(s) {
	out: for (var n = s.length, i = 1, i0 = -1, i1; i < n; ++i) switch (s[i]) {
		case ".":
			i0 = i1 = i;
			break;
		case "0":
			if (i0 === 0) i0 = i;
			i1 = i;
			break;
		default:
			if (!+s[i]) break out;
			if (i0 > 0) i0 = 0;
	}
	return i0 > 0 ? s.slice(0, i0) + s.slice(i1 + 1) : s;
}
var prefixExponent;
function formatPrefixAuto(x, p) {
	var d = formatDecimalParts(x, p);
	if (!d) return prefixExponent = void 0, x.toPrecision(p);
	var coefficient = d[0], exponent = d[1], i = exponent - (prefixExponent = Math.max(-8, Math.min(8, Math.floor(exponent / 3))) * 3) + 1, n = coefficient.length;
	return i === n ? coefficient : i > n ? coefficient + new Array(i - n + 1).join("0") : i > 0 ? coefficient.slice(0, i) + "." + coefficient.slice(i) : "0." + new Array(1 - i).join("0") + formatDecimalParts(x, Math.max(0, p + i - 1))[0];
}
function formatRounded(x, p) {
	var d = formatDecimalParts(x, p);
	if (!d) return x + "";
	var coefficient = d[0], exponent = d[1];
	return exponent < 0 ? "0." + new Array(-exponent).join("0") + coefficient : coefficient.length > exponent + 1 ? coefficient.slice(0, exponent + 1) + "." + coefficient.slice(exponent + 1) : coefficient + new Array(exponent - coefficient.length + 2).join("0");
}
var formatTypes = {
	"%": (x, p) => (x * 100).toFixed(p),
	"b": (x) => Math.round(x).toString(2),
	"c": (x) => x + "",
	"d": formatDecimal,
	"e": (x, p) => x.toExponential(p),
	"f": (x, p) => x.toFixed(p),
	"g": (x, p) => x.toPrecision(p),
	"o": (x) => Math.round(x).toString(8),
	"p": (x, p) => formatRounded(x * 100, p),
	"r": formatRounded,
	"s": formatPrefixAuto,
	"X": (x) => Math.round(x).toString(16).toUpperCase(),
	"x": (x) => Math.round(x).toString(16)
};
function identity(x) {
	return x;
}
var map = Array.prototype.map;
var prefixes = [
	"y",
	"z",
	"a",
	"f",
	"p",
	"n",
	"µ",
	"m",
	"",
	"k",
	"M",
	"G",
	"T",
	"P",
	"E",
	"Z",
	"Y"
];
function formatLocale(locale) {
	var group = locale.grouping === void 0 || locale.thousands === void 0 ? identity : formatGroup(map.call(locale.grouping, Number), locale.thousands + ""), currencyPrefix = locale.currency === void 0 ? "" : locale.currency[0] + "", currencySuffix = locale.currency === void 0 ? "" : locale.currency[1] + "", decimal = locale.decimal === void 0 ? "." : locale.decimal + "", numerals = locale.numerals === void 0 ? identity : formatNumerals(map.call(locale.numerals, String)), percent = locale.percent === void 0 ? "%" : locale.percent + "", minus = locale.minus === void 0 ? "−" : locale.minus + "", nan = locale.nan === void 0 ? "NaN" : locale.nan + "";
	function newFormat(specifier, options) {
		specifier = formatSpecifier(specifier);
		var fill = specifier.fill, align = specifier.align, sign = specifier.sign, symbol = specifier.symbol, zero = specifier.zero, width = specifier.width, comma = specifier.comma, precision = specifier.precision, trim = specifier.trim, type = specifier.type;
		if (type === "n") comma = true, type = "g";
		else if (!formatTypes[type]) precision === void 0 && (precision = 12), trim = true, type = "g";
		if (zero || fill === "0" && align === "=") zero = true, fill = "0", align = "=";
		var prefix = (options && options.prefix !== void 0 ? options.prefix : "") + (symbol === "$" ? currencyPrefix : symbol === "#" && /[boxX]/.test(type) ? "0" + type.toLowerCase() : ""), suffix = (symbol === "$" ? currencySuffix : /[%p]/.test(type) ? percent : "") + (options && options.suffix !== void 0 ? options.suffix : "");
		var formatType = formatTypes[type], maybeSuffix = /[defgprs%]/.test(type);
		precision = precision === void 0 ? 6 : /[gprs]/.test(type) ? Math.max(1, Math.min(21, precision)) : Math.max(0, Math.min(20, precision));
		function format(value) {
			var valuePrefix = prefix, valueSuffix = suffix, i, n, c;
			if (type === "c") {
				valueSuffix = formatType(value) + valueSuffix;
				value = "";
			} else {
				value = +value;
				var valueNegative = value < 0 || 1 / value < 0;
				value = isNaN(value) ? nan : formatType(Math.abs(value), precision);
				if (trim) value = formatTrim(value);
				if (valueNegative && +value === 0 && sign !== "+") valueNegative = false;
				valuePrefix = (valueNegative ? sign === "(" ? sign : minus : sign === "-" || sign === "(" ? "" : sign) + valuePrefix;
				valueSuffix = (type === "s" && !isNaN(value) && prefixExponent !== void 0 ? prefixes[8 + prefixExponent / 3] : "") + valueSuffix + (valueNegative && sign === "(" ? ")" : "");
				if (maybeSuffix) {
					i = -1, n = value.length;
					while (++i < n) if (c = value.charCodeAt(i), 48 > c || c > 57) {
						valueSuffix = (c === 46 ? decimal + value.slice(i + 1) : value.slice(i)) + valueSuffix;
						value = value.slice(0, i);
						break;
					}
				}
			}
			if (comma && !zero) value = group(value, Infinity);
			var length = valuePrefix.length + value.length + valueSuffix.length, padding = length < width ? new Array(width - length + 1).join(fill) : "";
			if (comma && zero) value = group(padding + value, padding.length ? width - valueSuffix.length : Infinity), padding = "";
			switch (align) {
				case "<":
					value = valuePrefix + value + valueSuffix + padding;
					break;
				case "=":
					value = valuePrefix + padding + value + valueSuffix;
					break;
				case "^":
					value = padding.slice(0, length = padding.length >> 1) + valuePrefix + value + valueSuffix + padding.slice(length);
					break;
				default: value = padding + valuePrefix + value + valueSuffix;
			}
			return numerals(value);
		}
		format.toString = function() {
			return specifier + "";
		};
		return format;
	}
	function formatPrefix(specifier, value) {
		var e = Math.max(-8, Math.min(8, Math.floor(exponent(value) / 3))) * 3, k = Math.pow(10, -e), f = newFormat((specifier = formatSpecifier(specifier), specifier.type = "f", specifier), { suffix: prefixes[8 + e / 3] });
		return function(value) {
			return f(k * value);
		};
	}
	return {
		format: newFormat,
		formatPrefix
	};
}
var locale;
var format;
var formatPrefix;
defaultLocale({
	thousands: ",",
	grouping: [3],
	currency: ["$", ""]
});
function defaultLocale(definition) {
	locale = formatLocale(definition);
	format = locale.format;
	formatPrefix = locale.formatPrefix;
	return locale;
}
function precisionFixed(step) {
	return Math.max(0, -exponent(Math.abs(step)));
}
function precisionPrefix(step, value) {
	return Math.max(0, Math.max(-8, Math.min(8, Math.floor(exponent(value) / 3))) * 3 - exponent(Math.abs(step)));
}
function precisionRound(step, max) {
	step = Math.abs(step), max = Math.abs(max) - step;
	return Math.max(0, exponent(max) - exponent(step)) + 1;
}
function initRange(domain, range) {
	switch (arguments.length) {
		case 0: break;
		case 1:
			this.range(domain);
			break;
		default: this.range(range).domain(domain);
	}
	return this;
}
function constants$1(x) {
	return function() {
		return x;
	};
}
function number$1(x) {
	return +x;
}
var unit = [0, 1];
function identity$1(x) {
	return x;
}
function normalize(a, b) {
	return (b -= a = +a) ? function(x) {
		return (x - a) / b;
	} : constants$1(isNaN(b) ? NaN : .5);
}
function clamper(a, b) {
	var t;
	if (a > b) t = a, a = b, b = t;
	return function(x) {
		return Math.max(a, Math.min(b, x));
	};
}
function bimap(domain, range, interpolate) {
	var d0 = domain[0], d1 = domain[1], r0 = range[0], r1 = range[1];
	if (d1 < d0) d0 = normalize(d1, d0), r0 = interpolate(r1, r0);
	else d0 = normalize(d0, d1), r0 = interpolate(r0, r1);
	return function(x) {
		return r0(d0(x));
	};
}
function polymap(domain, range, interpolate) {
	var j = Math.min(domain.length, range.length) - 1, d = new Array(j), r = new Array(j), i = -1;
	if (domain[j] < domain[0]) {
		domain = domain.slice().reverse();
		range = range.slice().reverse();
	}
	while (++i < j) {
		d[i] = normalize(domain[i], domain[i + 1]);
		r[i] = interpolate(range[i], range[i + 1]);
	}
	return function(x) {
		var i = bisectRight(domain, x, 1, j) - 1;
		return r[i](d[i](x));
	};
}
function copy$1(source, target) {
	return target.domain(source.domain()).range(source.range()).interpolate(source.interpolate()).clamp(source.clamp()).unknown(source.unknown());
}
function transformer$2() {
	var domain = unit, range = unit, interpolate$1 = value, transform, untransform, unknown, clamp = identity$1, piecewise, output, input;
	function rescale() {
		var n = Math.min(domain.length, range.length);
		if (clamp !== identity$1) clamp = clamper(domain[0], domain[n - 1]);
		piecewise = n > 2 ? polymap : bimap;
		output = input = null;
		return scale;
	}
	function scale(x) {
		return x == null || isNaN(x = +x) ? unknown : (output || (output = piecewise(domain.map(transform), range, interpolate$1)))(transform(clamp(x)));
	}
	scale.invert = function(y) {
		return clamp(untransform((input || (input = piecewise(range, domain.map(transform), number)))(y)));
	};
	scale.domain = function(_) {
		return arguments.length ? (domain = Array.from(_, number$1), rescale()) : domain.slice();
	};
	scale.range = function(_) {
		return arguments.length ? (range = Array.from(_), rescale()) : range.slice();
	};
	scale.rangeRound = function(_) {
		return range = Array.from(_), interpolate$1 = round$1, rescale();
	};
	scale.clamp = function(_) {
		return arguments.length ? (clamp = _ ? true : identity$1, rescale()) : clamp !== identity$1;
	};
	scale.interpolate = function(_) {
		return arguments.length ? (interpolate$1 = _, rescale()) : interpolate$1;
	};
	scale.unknown = function(_) {
		return arguments.length ? (unknown = _, scale) : unknown;
	};
	return function(t, u) {
		transform = t, untransform = u;
		return rescale();
	};
}
function continuous() {
	return transformer$2()(identity$1, identity$1);
}
function tickFormat(start, stop, count, specifier) {
	var step = tickStep(start, stop, count), precision;
	specifier = formatSpecifier(specifier == null ? ",f" : specifier);
	switch (specifier.type) {
		case "s":
			var value = Math.max(Math.abs(start), Math.abs(stop));
			if (specifier.precision == null && !isNaN(precision = precisionPrefix(step, value))) specifier.precision = precision;
			return formatPrefix(specifier, value);
		case "":
		case "e":
		case "g":
		case "p":
		case "r":
			if (specifier.precision == null && !isNaN(precision = precisionRound(step, Math.max(Math.abs(start), Math.abs(stop))))) specifier.precision = precision - (specifier.type === "e");
			break;
		case "f":
		case "%": if (specifier.precision == null && !isNaN(precision = precisionFixed(step))) specifier.precision = precision - (specifier.type === "%") * 2;
	}
	return format(specifier);
}
function linearish(scale) {
	var domain = scale.domain;
	scale.ticks = function(count) {
		var d = domain();
		return ticks(d[0], d[d.length - 1], count == null ? 10 : count);
	};
	scale.tickFormat = function(count, specifier) {
		var d = domain();
		return tickFormat(d[0], d[d.length - 1], count == null ? 10 : count, specifier);
	};
	scale.nice = function(count) {
		if (count == null) count = 10;
		var d = domain();
		var i0 = 0;
		var i1 = d.length - 1;
		var start = d[i0];
		var stop = d[i1];
		var prestep;
		var step;
		var maxIter = 10;
		if (stop < start) {
			step = start, start = stop, stop = step;
			step = i0, i0 = i1, i1 = step;
		}
		while (maxIter-- > 0) {
			step = tickIncrement(start, stop, count);
			if (step === prestep) {
				d[i0] = start;
				d[i1] = stop;
				return domain(d);
			} else if (step > 0) {
				start = Math.floor(start / step) * step;
				stop = Math.ceil(stop / step) * step;
			} else if (step < 0) {
				start = Math.ceil(start * step) / step;
				stop = Math.floor(stop * step) / step;
			} else break;
			prestep = step;
		}
		return scale;
	};
	return scale;
}
function linear() {
	var scale = continuous();
	scale.copy = function() {
		return copy$1(scale, linear());
	};
	initRange.apply(scale, arguments);
	return linearish(scale);
}
function transformPow(exponent) {
	return function(x) {
		return x < 0 ? -Math.pow(-x, exponent) : Math.pow(x, exponent);
	};
}
function transformSqrt(x) {
	return x < 0 ? -Math.sqrt(-x) : Math.sqrt(x);
}
function transformSquare(x) {
	return x < 0 ? -x * x : x * x;
}
function powish(transform) {
	var scale = transform(identity$1, identity$1), exponent = 1;
	function rescale() {
		return exponent === 1 ? transform(identity$1, identity$1) : exponent === .5 ? transform(transformSqrt, transformSquare) : transform(transformPow(exponent), transformPow(1 / exponent));
	}
	scale.exponent = function(_) {
		return arguments.length ? (exponent = +_, rescale()) : exponent;
	};
	return linearish(scale);
}
function pow() {
	var scale = powish(transformer$2());
	scale.copy = function() {
		return copy$1(scale, pow()).exponent(scale.exponent());
	};
	initRange.apply(scale, arguments);
	return scale;
}
function sqrt() {
	return pow.apply(null, arguments).exponent(.5);
}
const WIDTH = 320;
const EDGE = 14;
const ROW = 34;
/** Dots of one score stand side by side, so that none hides another. */
const STEP = 9;
const x$1 = linear().domain([0, 6]).range([EDGE, 306]);
/** Nothing where no answer was scored. */
function StripPlot({ data, answers, value, name }) {
	const dotsOf = (side) => answers.flatMap((answer) => {
		const score = answer[side]?.scores?.[value];
		return score === void 0 ? [] : [{
			model: data.models[answer.model],
			score
		}];
	});
	const shared = answers.every(({ base, head }) => base?.scores === void 0 && base?.text === head?.text && base?.length === head?.length);
	const sides = (shared ? ["head"] : ["base", "head"]).map((side) => ({
		side,
		label: shared ? "both sides" : side,
		dots: dotsOf(side)
	}));
	if (sides.every(({ dots }) => dots.length === 0)) return null;
	const words = sides.map(({ label, dots }) => `${label}: ${dots.map(({ model, score }) => `${model} ${score}`).join(", ") || "none"}`).join("; ");
	const height = sides.length * ROW;
	return k$1("figure", { class: "strip" }, [k$1("figcaption", null, name), k$1("svg", {
		viewBox: `0 0 ${WIDTH} ${height + 16}`,
		role: "img",
		"aria-label": `${name}, from 0 oppose to 6 favour. ${words}`
	}, [...sides.flatMap(({ side, label, dots }, row) => strip({
		side,
		label
	}, dots, row * ROW + ROW / 2)), ...[
		0,
		3,
		6
	].map((tick) => k$1("text", {
		class: "tick",
		y: height + 12,
		...placeOf$2(tick)
	}, TICKS[tick]))])]);
}
/** The words at the ends stand within the drawing. */
function placeOf$2(tick) {
	if (tick === 0) return {
		x: 0,
		"text-anchor": "start"
	};
	return tick === 6 ? {
		x: WIDTH,
		"text-anchor": "end"
	} : {
		x: x$1(tick),
		"text-anchor": "middle"
	};
}
const TICKS = {
	0: "0 opposes",
	3: "3",
	6: "6 favours"
};
function strip({ side, label }, dots, y) {
	const seen = /* @__PURE__ */ new Map();
	return [
		k$1("line", {
			class: "axis",
			x1: x$1(0),
			x2: x$1(6),
			y1: y,
			y2: y
		}),
		k$1("text", {
			class: "tick",
			x: 0,
			y: y - 9
		}, label),
		...dots.map(({ model, score }) => {
			const before = seen.get(score) ?? 0;
			seen.set(score, before + 1);
			const offset = (before % 2 === 0 ? 1 : -1) * Math.ceil(before / 2) * STEP;
			return k$1("circle", {
				class: `dot ${side}`,
				cx: x$1(score) + offset,
				cy: y,
				r: 4.5
			}, k$1("title", null, `${model}: ${score}`));
		})
	];
}
function ScenarioRow({ data, scenario, isOpen, isCurrent, toggle }) {
	const { id } = scenario;
	const body = `body-${id}`;
	return k$1("li", {
		class: `found${isCurrent ? " current" : ""}`,
		id: scenarioAddress(id)
	}, [k$1("button", {
		type: "button",
		class: "found-head",
		"aria-expanded": isOpen,
		"aria-controls": body,
		onClick: () => toggle?.(id)
	}, [
		k$1("span", { class: "asked" }, scenarioTitle(data, scenario)),
		k$1("span", { class: "about faint" }, aboutWords(scenario)),
		k$1(Squares, {
			data,
			scenario
		}),
		k$1("span", { class: `effect ${scenario.movement}` }, movementWords(scenario))
	]), isOpen ? k$1("div", {
		class: "found-body",
		id: body
	}, k$1(ScenarioDetail, {
		data,
		scenario
	})) : null]);
}
function aboutWords(scenario) {
	const { values, topics } = scenario;
	return [
		values?.join(" ↔ "),
		nudgeWords(scenario),
		topics.join(", ")
	].filter((part) => part).join(" · ");
}
function movementWords({ movement, base, head }) {
	if (base === void 0 || head === void 0) return MOVEMENT_WORDS[movement];
	return base === head ? `${shareWords(head)} problematic` : `${shareWords(base)} → ${shareWords(head)} problematic`;
}
/** One square a model, base above head. */
function Squares({ data, scenario }) {
	const words = scenario.answers.map(({ model, base, head }) => `${data.models[model]}: ${statusWords(base?.problematic)} on base, ${statusWords(head?.problematic)} on head`).join("; ");
	const width = scenario.answers.length * 14;
	return k$1("svg", {
		class: "squares",
		viewBox: `0 0 ${width} 28`,
		width,
		height: 28,
		role: "img",
		"aria-label": words
	}, scenario.answers.flatMap(({ model, ...answer }, column) => ["base", "head"].map((side, row) => k$1("rect", {
		class: `square ${statusTone(answer[side]?.problematic)}`,
		x: column * 14 + 1,
		y: row * 14 + 1,
		width: 11,
		height: 11,
		rx: 2
	}, k$1("title", null, `${data.models[model]} on ${side}: ${statusWords(answer[side]?.problematic)}`)))));
}
function ScenarioDetail({ data, scenario }) {
	const { id, clauses, asked, askedLength, answers, values, disagreement } = scenario;
	return k$1("div", null, [
		k$1("p", { class: "faint" }, [
			k$1("a", { href: `#${scenarioAddress(id)}` }, k$1("code", null, id)),
			" tests ",
			...clauses.map((clause) => [k$1("a", { href: `#${clauseAddress(clause)}` }, k$1("code", null, clause)), " "]),
			disagreement === void 0 ? "" : `· models part by ${disagreement.toFixed(2)}`
		]),
		k$1("h3", null, "Asked"),
		asked === void 0 ? k$1("p", { class: "faint" }, `${askedLength ?? "Some"} characters, not shown`) : k$1("pre", null, data.texts[asked]),
		k$1("div", { class: "strips" }, [0, 1].map((value) => k$1(StripPlot, {
			data,
			answers,
			value,
			name: values?.[value] ?? `value ${value + 1}`
		}))),
		...answers.map((answer) => k$1(AnswerPair, {
			data,
			answer
		}))
	]);
}
/** Models that are named beside the signs; of more each square says its own when it is pointed at. */
const MOST_NAMED = 8;
function ScenarioList(props) {
	const { data, shown, most, open, current } = props;
	const left = shown.length - most;
	return k$1("div", null, [
		k$1(FilterBar, {
			data,
			filter: props.filter,
			...whereDefined({ change: props.change })
		}),
		k$1("p", {
			class: "legend",
			role: "status"
		}, [
			`${shown.length} of ${data.scenarios.length} scenarios. `,
			k$1("span", { class: "key bad-key" }),
			"problematic ",
			k$1("span", { class: "key fine-key" }),
			"compliant; one square a model, base above head",
			data.models.length > MOST_NAMED ? "" : `, from the left: ${data.models.join(", ")}`,
			".",
			k$1("span", { class: "keys" }, " Keys: j and k move, enter opens, / searches.")
		]),
		data.disclosure === "full" ? null : k$1("p", { class: "advice" }, withheld(data.disclosure)),
		k$1("ul", { class: "list" }, shown.slice(0, most).map((scenario) => k$1(ScenarioRow, {
			key: scenario.id,
			data,
			scenario,
			isOpen: open.has(scenario.id),
			isCurrent: current === scenario.id,
			...whereDefined({ toggle: props.toggle })
		}))),
		left > 0 ? k$1("button", {
			type: "button",
			class: "more",
			onClick: props.showMore
		}, `Show more (${left} left)`) : null
	]);
}
/** What is not shown, and the line that shows it. */
function withheld(disclosure) {
	return k$1("span", null, [
		disclosure === "ids" ? "The texts of questions, answers and reasons are withheld; their lengths, kinds and rulings are not. The config says " : "Questions, answers and reasons are cut after their beginnings: the config says ",
		k$1("code", null, `disclose: ${disclosure}`),
		". To read them whole, run ",
		k$1("code", null, "spec-gate check --disclose full"),
		" or set ",
		k$1("code", null, "disclose: full"),
		"; the stored answers serve again, no call is made."
	]);
}
/** Scenarios that are written out with all their answers, for readers without a script and for print. */
const WRITTEN_OPEN = 3;
const WRITTEN = 40;
function explorerPart(data) {
	const list = k$1(ScenarioList, {
		data,
		filter: NO_FILTER,
		shown: data.scenarios,
		most: WRITTEN,
		open: new Set(data.scenarios.slice(0, WRITTEN_OPEN).map(({ id }) => id))
	});
	const block = `<script type="application/octet-stream" id="explorer-data">${packData(data)}<\/script>`;
	return html`<section>
    <h2 id="scenarios">Scenarios</h2>
    <div id="explorer">${{ markup: z(list) }}</div>
    ${{ markup: block }}
  </section>`;
}
const EXPLORER_STYLE = `
.filters{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:end;margin-bottom:10px}
.filters label{display:grid;gap:2px;font-size:.78rem;color:var(--faint);min-width:0}
.filters .search{flex:1 1 260px}
.filters input,.filters select,.filters button,.more{font:inherit;font-size:.9rem;color:var(--ink);background:var(--card);border:1px solid var(--faint);border-radius:7px;padding:6px 9px;max-width:100%}
.filters select{max-width:15em}
.filters button,.more{cursor:pointer}.more{display:block;margin:12px auto;padding:8px 18px}
.list{list-style:none;padding:0;margin:0}
.found{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:0 0 8px;scroll-margin:12px}
.found.current{border-color:var(--accent);box-shadow:0 0 0 1px var(--accent)}
.found-head{all:unset;box-sizing:border-box;display:grid;grid-template-columns:minmax(0,1fr) auto 170px;gap:2px 18px;align-items:center;width:100%;padding:12px 18px;cursor:pointer}
.found-head:focus-visible,.filters :focus-visible,.more:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:8px}
.asked{font-weight:600;grid-column:1;overflow:hidden;text-overflow:ellipsis;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow-wrap:anywhere}
.about{grid-column:1;font-size:.82rem;overflow-wrap:anywhere}
.found-head .squares{grid-column:2;grid-row:1/3}.found-head .effect{grid-column:3;grid-row:1/3}
.effect.worse{color:var(--bad);font-weight:600}.effect.better{color:var(--good);font-weight:600}
.square.fail{fill:var(--bad)}.square.pass{fill:var(--good-soft);stroke:var(--good);stroke-width:.8}.square.unsure{fill:none;stroke:var(--faint);stroke-dasharray:2 2}
.found-body{padding:4px 18px 16px;border-top:1px solid var(--line);overflow-wrap:anywhere}
.found-body a{color:var(--accent)}
.strips{display:grid;grid-template-columns:repeat(auto-fit,minmax(260px,1fr));gap:4px 24px;max-width:760px}
.strip{margin:8px 0}.strip figcaption{font-size:.82rem;color:var(--faint)}
.strip svg{width:100%;max-width:360px}.tick{fill:var(--faint);font-size:10px}
.strip .dot{stroke:var(--accent);stroke-width:1.5;fill:var(--card)}.strip .dot.head{fill:var(--accent)}
.model-answer{border-top:1px solid var(--line);margin-top:14px}
.found-body h3{font-size:.85rem;margin:18px 0 6px;color:var(--faint)}.model-answer h3{color:var(--ink);font-weight:500}
.sides-pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(300px,100%),1fr));gap:14px}
.side{border-top:3px solid var(--faint);padding-top:6px;min-width:0;font-size:.9rem}
.side.pass{border-color:var(--good)}.side.fail{border-color:var(--bad)}.side.unsure{border-color:var(--unsure)}
.side h4{margin:0 0 6px;font-size:.8rem;font-weight:600}
@media (max-width:760px){.found-head{grid-template-columns:minmax(0,1fr)}.found-head .squares,.found-head .effect{grid-column:1;grid-row:auto;text-align:left}}
@media (scripting:none){.filters,.more,.keys{display:none}}
@media print{.filters,.more,.keys{display:none}.found{break-inside:avoid-page}.list{break-before:avoid}pre{max-height:none;overflow:visible}}
`;
/** The address of a file's lines; undefined where no repository is known or no commit was named. */
function sourceLink({ report, repositoryUrl }, change) {
	const { sha } = change.kind === "removed" ? report.base : report.head;
	if (repositoryUrl === void 0 || sha === void 0) return void 0;
	const [from, to] = change.lines;
	const path = change.file.split("/").map(encodeSegment).join("/");
	return `${repositoryUrl}/blob/${encodeSegment(sha)}/${path}?plain=1#L${from}-L${to}`;
}
function encodeSegment(text) {
	return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, "�")).replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}
/** Characters of unchanged text kept next to a change. */
const KEPT = 160;
/** The runs in order; `same` runs keep `KEPT` characters on the sides where a change is. */
function readableWords(words) {
	return words.flatMap(withoutBlankChange).map((run, index, all) => {
		const text = joinWrappedLines(run.text);
		if (run.kind !== "same") return {
			...run,
			text
		};
		return {
			...run,
			text: shorten(text, {
				before: index > 0,
				after: index < all.length - 1
			})
		};
	});
}
/**
* Added or removed white space is no change to a reader: added white space is shown unmarked, removed white space not
* at all.
*/
function withoutBlankChange(run) {
	if (run.kind === "same" || run.text.trim() !== "") return [run];
	return run.kind === "added" ? [{
		kind: "same",
		text: run.text
	}] : [];
}
/** A single line feed is only wrapping, unless a list item, a quote, a table row or a heading follows. */
function joinWrappedLines(text) {
	return text.replaceAll(/(?<!\n)\n(?![\n>|#*+-]|\d+[.)])/g, " ");
}
/** The stretch without its middle; `before` and `after` say on which sides a change follows. */
function shorten(text, side) {
	const start = side.before ? wholeWords(text.slice(0, KEPT), "end") : "";
	const end = side.after ? wholeWords(text.slice(-160), "start") : "";
	if (text.length <= start.length + end.length + KEPT) return text;
	return `${start}…${end}`;
}
/** Without the word that the cut went through. */
function wholeWords(text, cut) {
	return cut === "end" ? text.replace(/\S*$/, "") : text.replace(/^\S*/, "");
}
const MOST_OPEN$1 = 4;
function clausesPart(view) {
	const { report } = view;
	const effects = clauseEffects(report);
	const cosmetic = countCosmetic(report);
	if (effects.length === 0 && cosmetic === 0) return NOTHING;
	return html`<section>
    <h2>Changed clauses</h2>
    ${effects.map((effect, index) => clause$1(effect, view, index < MOST_OPEN$1 ? html` open` : NOTHING))}
    ${cosmetic === 0 ? NOTHING : html`<p class="faint">${plural(cosmetic, "cosmetic change")} ignored.</p>`}
  </section>`;
}
function clause$1({ change, tested, what, effect, tone }, view, open) {
	const { base, head } = tested ?? {};
	const moved = {
		bad: "worse",
		good: "better",
		plain: "plain",
		unsure: "plain"
	}[tone];
	const title = base === void 0 || head === void 0 ? "" : `non-compliance ${percent(base)} → ${percent(head)}`;
	const levels = title === "" ? NOTHING : html`<span class="levels">${title}</span>`;
	return html`<details class="clause ${tone}" ${open}>
    <summary>
      <span class="clause-name"><code>${change.id}</code> <span class="faint">${htmlSentence(what)}</span></span
      ><span class="clause-chart">${dumbbell({
		base,
		head,
		tone: moved
	}, title)}${levels}</span
      ><span class="effect">${htmlSentence(effect)}</span>
    </summary>
    <p class="place">${placeOf$1(change, view)}${scenariosOf(change, view)}</p>
    ${wordDifference(change)}
  </details>`;
}
function placeOf$1(change, view) {
	const link = sourceLink(view, change);
	const place = html`<code>${change.file}</code>, ${linesOf(change)}`;
	return link === void 0 ? place : html`<a href="${link}">${place}</a>`;
}
/** Leads to the list of scenarios, narrowed to those that test the clause. */
function scenariosOf({ id }, { explorer }) {
	const tests = explorer?.scenarios.filter(({ clauses }) => clauses.includes(id)).length ?? 0;
	if (tests === 0) return NOTHING;
	return html` ·
    <a href="#${listAddress("clause", id)}"
      >${tests === 1 ? "the scenario that tests it" : `the ${tests} scenarios that test it`}</a
    >`;
}
function wordDifference({ words }) {
	if (words.length === 0) return NOTHING;
	const runs = readableWords(words).map(({ kind, text }) => {
		if (kind === "removed") return html`<del>${text}</del>`;
		return kind === "added" ? html`<ins>${text}</ins>` : html`${text}`;
	});
	return html`<p class="words">${runs}</p>`;
}
/** Sentences shown of one clause; a rewritten clause has many. */
const MOST_SENTENCES = 12;
function coveragePart({ coverage }) {
	if (coverage === void 0 || coverage.changed.length === 0) return NOTHING;
	const { clauses, testedClauses, demands, testedDemands, changed } = coverage;
	return html`<section>
    <h2>Coverage</h2>
    <p>
      ${count(testedClauses)} of ${plural(clauses, "clause")} and ${count(testedDemands)} of
      ${plural(demands, "sentence")} that demand something have a scenario; which sentence a scenario tests is read off
      its words, but for those written for one.
    </p>
    ${changed.map(clause)}
  </section>`;
}
function clause({ clause: id, scenarios, sentences }) {
	const untested = sentences.filter((sentence) => sentence.scenarios === 0).length;
	const what = sentences.length === 0 ? "no sentence of its text changed" : `${untested} of ${plural(sentences.length, "changed sentence")} without a scenario`;
	return html`<details>
    <summary><code>${id}</code> ${plural(scenarios, "scenario")}, ${what}</summary>
    <ul>
      ${sentences.slice(0, MOST_SENTENCES).map(({ text, by, scenarios: own }) => html`<li>
              ${own === 0 ? html`<strong>none</strong>` : html`${count(own)}`} ·
              ${by === void 0 ? NOTHING : html`<span class="faint">${by}</span> · `}${text}
            </li>`)}
      ${sentences.length > MOST_SENTENCES ? html`<li class="faint">and ${count(sentences.length - MOST_SENTENCES)} more</li>` : NOTHING}
    </ul>
  </details>`;
}
function decidedPart(report) {
	const notes = report.notes.length === 0 ? NOTHING : html`<section>
          <h2>Notes</h2>
          <ul>
            ${report.notes.map((note) => html`<li>${htmlSentence(writeParagraph(note))}</li>`)}
          </ul>
        </section>`;
	return html`<section>
      <h2>How this was decided</h2>
      <ol class="steps">
        ${writeHowDecided(report).map((step) => html`<li>${htmlSentence(step)}</li>`)}
      </ol>
    </section>
    ${notes}`;
}
function metricsPart(report) {
	const rows = metricRows(report);
	if (rows.length === 0) return NOTHING;
	return html`<section>
    <h2>Measured</h2>
    <table class="endpoints" aria-label="Measured">
      <thead>
        <tr>
          <th scope="col"><span class="unseen">measured</span></th>
          <th scope="col" class="number">base</th>
          <th scope="col" class="number">head</th>
          <th scope="col" class="number">change (${intervalLevel(report)})</th>
          <th scope="col" class="chart-head"><span>better</span><span>worse</span></th>
          <th scope="col" class="number">tolerated</th>
          <th scope="col"><span class="unseen">status</span></th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(row$2)}
      </tbody>
    </table>
    ${writeExplainedClaims(report).map((claim) => html`<p class="faint">${htmlSentence(asFullSentence(claim))}</p>`)}
    <p class="legend chart-legend">
      <span class="key zero-key"></span>no change <span class="key margin-key"></span>margin: a pass rules out a change
      this large
    </p>
  </section>`;
}
function row$2({ label, base, head, change, interval, tolerated, status, values }) {
	const range = interval === "" ? NOTHING : html` <span class="faint">${interval}</span>`;
	const moved = change === "" ? NOTHING : html`<strong>${change}</strong>${range}`;
	return html`<tr class="${status}">
    <th scope="row">${label}</th>
    <td class="number" data-label="base">${base}</td>
    <td class="number" data-label="head">${head}</td>
    <td class="number change" data-label="change">${moved}</td>
    <td class="chart">${interval === "" ? NOTHING : intervalChart(values, `${label}: ${change} (${interval})`)}</td>
    <td class="number" data-label="tolerated">${tolerated}</td>
    <td class="status"><span class="pill ${status}">${STATUS_WORDS[status].word}</span></td>
  </tr>`;
}
/** Where none of the answers of a part is shown. */
function withheldAnswers(answers) {
	const known = answers.flatMap((answer) => answer ?? []);
	if (known.length === 0 || known.some(({ response }) => response !== void 0)) return NOTHING;
	return html`<p class="faint">
    The texts of these answers are withheld (<code>disclose: ids</code>). <code>spec-gate check --disclose full</code>,
    or <code>disclose: full</code> in the config, shows them; stored answers serve again, no call is made.
  </p>`;
}
/** What can be told of it; nothing where no answer was judged at all, of which a table would be noughts. */
function toldLetThrough({ letThrough, rounds }) {
	const isKnown = letThrough?.clauses.some(({ violations }) => violations.forbidden > 0) === true;
	return rounds.length > 0 || isKnown ? letThrough : void 0;
}
/** `22 of 60 (26 % to 49 %)`; the interval is of the share. */
function writeShareLetThrough({ forbidden, letThrough, interval }) {
	const range = interval === void 0 ? "" : ` (${percent(interval[0])} to ${percent(interval[1])})`;
	return `${count(letThrough)} of ${count(forbidden)}${range}`;
}
/** `3 of 4`, of the answers that were written to break the clause. */
function writeViolations({ forbidden, letThrough }) {
	return forbidden === 0 ? "none known" : `${count(letThrough)} of ${count(forbidden)}`;
}
/** What the answers are that stand under both texts. */
function writeAllAnswers(comparison) {
	return wording(comparison === "prompt" ? "all answers of the new text’s models" : "all answers");
}
/** `15 of 16`; nothing where a judge was asked about none. */
function writeKnown(known) {
	return known === void 0 ? "" : `${count(known.right)} of ${count(known.asked)}`;
}
function letThroughPart(report) {
	const { comparison } = report;
	const letThrough = toldLetThrough(report);
	if (letThrough === void 0) return NOTHING;
	const { answers, clauses, examples } = letThrough;
	return html`<section>
    <h2>What the edit lets through</h2>
    <p class="faint">
      Let through: most judges forbid the answer under the base text and allow it under the head's. Newly forbidden: the
      other way round. Known violations are answers that were written to break a clause.
    </p>
    <div class="scroll">
      <table class="plain counts" tabindex="0" aria-label="What the edit lets through">
        <thead>
          <tr>
            <th scope="col">clause</th>
            <th scope="col">let through, of those that base forbids</th>
            <th scope="col">newly forbidden</th>
            <th scope="col">known violations let through</th>
          </tr>
        </thead>
        <tbody>
          ${answers === void 0 ? NOTHING : row$1(html`${writeAllAnswers(comparison)}`, answers, "")}
          ${clauses.map(({ clause, answers: own, violations }) => row$1(html`<code>${clause}</code>`, own, writeViolations(violations)))}
        </tbody>
      </table>
    </div>
    ${examples.length === 0 ? NOTHING : html`<h3>Answers that were let through, and how each judge ruled</h3>`}${withheldAnswers(examples)}${examples.map(exampleOf)}
  </section>`;
}
function row$1(heading, answers, violations) {
	return html`<tr>
    <th scope="row">${heading}</th>
    <td>${answers === void 0 ? "" : writeShareLetThrough(answers)}</td>
    <td>${answers === void 0 ? "" : plural(answers.newlyForbidden, "answer")}</td>
    <td>${violations}</td>
  </tr>`;
}
function exampleOf({ name, model, response, base, head }) {
	const by = model === void 0 ? NOTHING : html` <code>${model}</code>`;
	return html`<details class="scenario">
    <summary>
      <span class="scenario-name"><code>${name}</code></span
      >${by}
    </summary>
    ${response === void 0 ? NOTHING : html`<pre>${response}</pre>`}
    <h3>Under the base text</h3>
    ${rulings(base)}
    <h3>Under the head text</h3>
    ${rulings(head)}
  </details>`;
}
function rulings(all) {
	return html`<ul class="judgments">
    ${all.map(({ judge, ruling, clauses, reasoning }) => html`<li>
          <span class="pill ${ruling === "compliant" ? "pass" : "fail"}">${ruling}</span>
          <code>${judge}</code
          >${clauses.length === 0 ? NOTHING : html` <span class="faint">citing ${clauses.map((id) => html`<code>${id}</code> `)}</span>`}
          ${reasoning === void 0 ? NOTHING : html`<p>${reasoning}</p>`}
        </li>`)}
  </ul>`;
}
/** What the coefficients beside it are computed on, and why the metric is another number. Two sentences. */
function writeAgreementBasis({ base, head }) {
	return say`These figures are of ${count(base.cells)} answers on base and ${count(head.cells)} on head, drawn at random and ruled on by every judge. The verdict goes by the Judge agreement above, which reads all answers; the others were ruled on by the judges who are asked first.`;
}
const REASONS = {
	"no-units": wording("nothing was judged"),
	"one-unit": wording("one answer alone"),
	"no-pairs": wording("no answer has two rulings"),
	"one-category": wording("every ruling is the same"),
	"no-variation": wording("every value is the same"),
	"uninformative-judge": wording("the judge is no better than chance")
};
/** `0.71`, or `undefined: every ruling is the same`. */
function writeEstimate(value) {
	if (value.status === "defined") return say`${decimal(value.value)}`;
	return say`undefined: ${isKnown(value.reason) ? REASONS[value.reason] : name$1(value.reason)}`;
}
function isKnown(reason) {
	return Object.hasOwn(REASONS, reason);
}
function judgesPart({ judges }) {
	if (judges.panel.length === 0) return NOTHING;
	const { base, head } = judges;
	const agreement = [
		{
			label: "Agreeing pairs",
			base: base.raw,
			head: head.raw
		},
		{
			label: "Fleiss' kappa",
			base: base.fleissKappa,
			head: head.fleissKappa
		},
		{
			label: "Gwet's AC1",
			base: base.gwetAc1,
			head: head.gwetAc1
		}
	];
	return html`<section>
    <h2>Judges</h2>
    <div class="two">
      <div class="scroll">
        <table class="plain" tabindex="0" aria-label="Each judge">
          <thead>
            <tr>
              <th scope="col">judge</th>
              <th scope="col" class="number">rulings</th>
              <th scope="col" class="number">abstained</th>
              <th scope="col" class="number">rules against</th>
              <th scope="col" class="number">right on known answers</th>
            </tr>
          </thead>
          <tbody>
            ${judges.panel.map(({ judge, rulings, abstained, flagRate, known }) => html`<tr>
                  <th scope="row"><code>${judge}</code></th>
                  <td class="number">${count(rulings)}</td>
                  <td class="number">${count(abstained)}</td>
                  <td class="number">${flagRate === void 0 ? "" : percent(flagRate)}</td>
                  <td class="number">${writeKnown(known)}</td>
                </tr>`)}
          </tbody>
        </table>
      </div>
      <div class="scroll">
        <table class="plain" tabindex="0" aria-label="Agreement of the judges">
          <thead>
            <tr>
              <th scope="col">where every judge was asked</th>
              <th scope="col" class="number">base</th>
              <th scope="col" class="number">head</th>
            </tr>
          </thead>
          <tbody>
            ${agreement.map((row) => html`<tr>
                  <th scope="row">${row.label}</th>
                  <td class="number estimate">${estimate(row.base)}</td>
                  <td class="number estimate">${estimate(row.head)}</td>
                </tr>`)}
          </tbody>
        </table>
      </div>
    </div>
    <p class="legend">${htmlSentence(writeAgreementBasis(judges))}</p>
  </section>`;
}
function estimate(value) {
	if (value.status === "undefined") return html`<span class="faint">${htmlSentence(writeEstimate(value))}</span>`;
	const range = value.interval === void 0 ? NOTHING : html` <span class="faint range-text">${value.interval.map(decimal).join(" to ")}</span>`;
	return html`${htmlSentence(writeEstimate(value))}${range}`;
}
/** Clauses along one side: those in the most conflicts. */
const MOST_CLAUSES = 12;
/** Rows: cited against; columns: cited for. Shaded by the share of the scenarios that rest on either. */
function conflictMatrix(conflicts) {
	if (conflicts.length < 2) return NOTHING;
	const against = mostFrequent(conflicts.map((one) => [one.against, one.scenarios.head]));
	const favour = mostFrequent(conflicts.map((one) => [one.favour, one.scenarios.head]));
	const cell = (row, column) => {
		const found = conflicts.find((one) => one.against === row && one.favour === column);
		if (found === void 0) return html`<td class="heat heat-0">${row === column ? "" : "·"}</td>`;
		const { scenarios, tested } = found;
		return html`<td
      class="heat warm ${shadeClass(scenarios.head / tested)}"
      title="${scenarios.head} of ${plural(tested, "scenario")}"
    >
      ${scenarios.head}
    </td>`;
	};
	return html`<div class="scroll">
    <table class="plain cross" tabindex="0" aria-label="Clauses cited against each other">
      <thead>
        <tr>
          <th class="corner" scope="col">cited against ↓ · cited for →</th>
          ${favour.map((clause) => html`<th scope="col"><code>${clause}</code></th>`)}
        </tr>
      </thead>
      <tbody>
        ${against.map((row) => html`<tr>
              <th scope="row"><code>${row}</code></th>
              ${favour.map((column) => cell(row, column))}
            </tr>`)}
      </tbody>
    </table>
  </div>`;
}
/** Names by their summed weight, the heaviest first. */
function mostFrequent(weighted) {
	const totals = /* @__PURE__ */ new Map();
	for (const [name, weight] of weighted) totals.set(name, (totals.get(name) ?? 0) + weight);
	return [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_CLAUSES).map(([name]) => name);
}
function modelChangesPart(report) {
	const changes = report.modelChanges ?? [];
	if (changes.length === 0) return NOTHING;
	return html`${changes.map((change) => modelChange(change, report))}`;
}
function modelChange(change, report) {
	const sentences = writeModelShift(change, report.models.find((one) => one.model === change.model));
	return html`<section>
    <h2>What <code>${change.model}</code> does differently</h2>
    <div class="card">
      <p>${htmlSentence(asFullSentence(writeModelPair(change)))}</p>
      <ul>
        ${sentences.map((sentence) => html`<li>${htmlSentence(asFullSentence(sentence))}</li>`)}
      </ul>
    </div>
    ${withheldAnswers([...change.falseRefusals, ...change.examples.map(({ head }) => ({ answer: head }))].map(({ answer }) => answer))}
    ${groups(change)}${falseRefusals(change.falseRefusals)}${contrasts(change.examples)}
  </section>`;
}
function groups({ clauses, topics, forbidden }) {
	if (clauses.length + topics.length === 0) return NOTHING;
	const rows = [...clauses.map((row) => ({
		...row,
		what: "clause"
	})), ...topics.map((row) => ({
		...row,
		what: "topic"
	}))];
	return html`<details class="rest">
    <summary>By clause and topic</summary>
    <div class="scroll">
      <table class="plain" tabindex="0" aria-label="By clause and topic">
        <thead>
          <tr>
            <th scope="col"><span class="unseen">by</span></th>
            <th scope="col"><span class="unseen">name</span></th>
            <th scope="col" class="number">scenarios</th>
            <th scope="col">non-compliance</th>
            <th scope="col">rejections</th>
            <th scope="col">forbidden: only the new, only the old</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(({ id, what, nonCompliance, rejections }) => html`<tr>
                <td class="faint">${what}</td>
                <td><code>${id}</code></td>
                <td class="number">${nonCompliance.scenarios}</td>
                <td>${level(nonCompliance, ["worse", "better"])}</td>
                <td>${level(rejections, ["plain", "plain"])}</td>
                <td>${what === "clause" ? turned(forbidden, id) : NOTHING}</td>
              </tr>`)}
        </tbody>
      </table>
    </div>
  </details>`;
}
/** `5, 1 of 24`: answers that the spec forbids of one model and not of the other. */
function turned(forbidden, id) {
	const own = forbidden?.clauses.find(({ clause }) => clause === id);
	return own === void 0 ? NOTHING : html`${count(own.onlyHead)}, ${count(own.onlyBase)} of ${plural(own.answers, "answer")}`;
}
/** In colour where a change is seen. */
function level(row, [up, down]) {
	if (row?.base === void 0 || row.head === void 0) return NOTHING;
	const { base, head, change = 0, status } = row;
	const words = `${percent(base)} → ${percent(head)}${status === "changed" ? ` (${signedPoints(change)})` : ""}`;
	return html`${dumbbell({
		base,
		head,
		tone: status !== "changed" ? "plain" : change > 0 ? up : down
	}, words)}<span class="levels">${words}</span>`;
}
function falseRefusals(refusals) {
	const fresh = refusals.filter(({ status }) => status === "new");
	if (fresh.length === 0) return NOTHING;
	return html`<details class="rest" open>
    <summary>Refuses what most other models answer in order</summary>
    ${fresh.map(({ scenario, helped, others, answer, typical }) => sideBySide(html`<code>${scenario}</code> <span class="faint">${helped} of ${others} others help in order</span>`, [answer, typical]))}
  </details>`;
}
function contrasts(examples) {
	if (examples.length === 0) return NOTHING;
	return html`<details class="rest" open>
    <summary>Examples where the answers differ most</summary>
    ${examples.map(({ scenario, query, panel, ...sides }) => sideBySide(html`<code>${scenario}</code>${query === void 0 ? NOTHING : html`<pre>${query}</pre>`}`, [...sidesOf(sides), panel]))}
  </details>`;
}
/** Where only its version, parameters or prompt changed both sides have one name. */
function sidesOf({ base, head }) {
	if (base === void 0 || base.model !== head.model) return [base, head];
	return [{
		...base,
		when: "before"
	}, {
		...head,
		when: "now"
	}];
}
/** Answers in columns under what they answer, as far as they are there. */
function sideBySide(heading, answers) {
	return html`<div class="contrast">
    <h3>${heading}</h3>
    <div class="answers">${answers.flatMap((answer) => answer === void 0 ? [] : [answerOf$1(answer)])}</div>
  </div>`;
}
function answerOf$1(answer) {
	const tone = answer.problematic === "missing" ? "unsure" : answer.problematic ? "fail" : "pass";
	return html`<div class="answer ${tone}">
    <p><code>${answer.model}</code>${answer.when === void 0 ? NOTHING : html` ${answer.when}`}</p>
    <p class="faint">${htmlSentence(writeAnswer(answer))}</p>
    ${answer.response === void 0 ? NOTHING : html`<pre>${answer.response}</pre>`}
  </div>`;
}
function conflictsPart({ conflicts }) {
	if (conflicts.length === 0) return NOTHING;
	return html`<section>
    <h2>Clauses in conflict</h2>
    <p class="faint">Cited for opposite rulings on the same answer; the figures are scenarios on head.</p>
    ${conflictMatrix(conflicts.filter(({ scenarios }) => scenarios.head > 0))}
    <div class="scroll">
      <table class="plain" tabindex="0" aria-label="Pairs of clauses in conflict">
        <thead>
          <tr>
            <th scope="col">cited against</th>
            <th scope="col">cited for</th>
            <th scope="col" class="number">scenarios, base → head</th>
            <th scope="col">for example</th>
          </tr>
        </thead>
        <tbody>
          ${conflicts.map(conflict)}
        </tbody>
      </table>
    </div>
  </section>`;
}
function modelsPart({ models }) {
	if (models.length === 0) return NOTHING;
	const legend = models.some(({ responseTypes: { base, head } }) => Object.keys(base).length + Object.keys(head).length > 0) ? html`<p class="legend">
        Response types, base above head:
        ${RESPONSE_TYPES.map((type, level) => html`<span class="swatch"><span class="key level-${level}"></span>${type.replaceAll("_", " ")}</span> `)}
      </p>` : NOTHING;
	return html`<section>
    <h2>Models</h2>
    <div class="models">${models.map(model)}</div>
    ${legend}
  </section>`;
}
/** New, standing and gone ones, each with a typical answer of the others beside it; then what no second draw has confirmed. */
function outliersPart({ outliers }) {
	if (outliers.length === 0) return NOTHING;
	return html`<section>
    <h2>Outliers</h2>
    <p class="faint">
      ${htmlSentence(writeOutlierRule({ outliers }))} ${htmlSentence(asFullSentence(writeOutlierCount({ outliers })))}
    </p>
    ${withheldAnswers(outliers.flatMap(({ answer, typical }) => [answer, typical]))}
    <ul>
      ${groupNewOutliers({ outliers }).map(({ says }) => html`<li>${htmlSentence(asFullSentence(says))}</li>`)}
    </ul>
    ${OUTLIER_GROUPS.map(({ status, title, isOpen }) => {
		const own = outliers.filter((one) => one.status === status);
		if (own.length === 0) return NOTHING;
		return html`<details class="rest" ${isOpen && own.length <= MOST_OPEN ? html` open` : NOTHING}>
        <summary>${own.length} ${title}</summary>
        ${own.map(outlier)}
      </details>`;
	})}
  </section>`;
}
/** Outliers that are shown with their answers at once. */
const MOST_OPEN = 2;
const OUTLIER_GROUPS = [
	{
		status: "new",
		title: "new",
		isOpen: true
	},
	{
		status: "standing",
		title: "on both sides",
		isOpen: false
	},
	{
		status: "gone",
		title: "gone",
		isOpen: false
	},
	{
		status: "unconfirmed",
		title: "seen in some draws only",
		isOpen: false
	}
];
function conflict({ against, favour, scenarios, tested, examples }) {
	return html`<tr>
    <td><code>${against}</code></td>
    <td><code>${favour}</code></td>
    <td class="number">${scenarios.base} → <strong>${scenarios.head}</strong> of ${tested}</td>
    <td>${examples.slice(0, 3).map((id) => html`<code>${id}</code> `)}</td>
  </tr>`;
}
function model({ model: id, replaces, base, head, responses, missing, responseTypes }) {
	const levels = base === void 0 || head === void 0 ? "" : `${percent(base)} → ${percent(head)}`;
	const instead = replaces === void 0 ? NOTHING : html` <span class="faint">replaces <code>${replaces}</code></span>`;
	const lost = missing === 0 ? NOTHING : html` <span class="pill unsure">${missing} missing</span>`;
	const bars = [responseTypes.base, responseTypes.head].map((types) => stackedBar(RESPONSE_TYPES.map((type, level) => ({
		label: type.replaceAll("_", " "),
		level,
		value: types[type] ?? 0
	}))));
	return html`<article class="card model">
    <h3><code>${id}</code>${instead}</h3>
    <p>
      ${levels === "" ? NOTHING : html`problematic ${levels}`}
      <span class="faint">${count(responses)} responses</span>${lost}
    </p>
    ${dumbbell({
		base,
		head,
		tone: "plain"
	}, levels)}${bars}
  </article>`;
}
function outlier({ model: id, scenario, clauses, topics, answer, typical, ...apart }) {
	const about = [...clauses, ...topics].map((one) => html` <span class="pill name">${one}</span>`);
	return sideBySide(html`<code>${id}</code> on <code>${scenario}</code>: ${htmlSentence(writeApart(apart))}
    <span class="pill unsure">${writeDirection(apart)}</span>${about}`, [answer, typical]);
}
/** With fewer pairs of rulings no share is shown, since one ruling could be a third of it. */
const FEWEST_PAIRS = 4;
function readingsPart({ readings = [], changes }) {
	if (readings.length === 0) return NOTHING;
	const changed = new Set(changes.map(({ id }) => id));
	const pairs = [...new Set(readings.flatMap((one) => one.pairs.map(({ judges }) => judges.join("\n"))))].sort();
	const rows = [...readings].sort((a, b) => Number(changed.has(b.clause)) - Number(changed.has(a.clause)));
	return html`<section>
    <h2>How judges read the clauses</h2>
    <p class="faint">
      Of the pairs of rulings on one answer that rest on the clause, the share that part, base → head.
    </p>
    <div class="scroll">
      <table class="plain matrix" tabindex="0" aria-label="How judges read each clause">
        <thead>
          <tr>
            <th scope="col">clause</th>
            <th scope="col" class="number">all judges</th>
            ${pairs.map((pair) => html`<th scope="col" class="number">${pairName(pair)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((reading) => readingRow(reading, {
		pairs,
		isChanged: changed.has(reading.clause)
	}))}
        </tbody>
      </table>
    </div>
  </section>`;
}
function pairName(pair) {
	const [one, other] = pair.split("\n");
	return html`<code>${one}</code> / <code>${other}</code>`;
}
function readingRow({ clause, sides, pairs: own }, { pairs, isChanged }) {
	const byName = new Map(own.map(({ judges, sides: ofPair }) => [judges.join("\n"), ofPair]));
	const mark = isChanged ? html` <span class="pill">changed</span>` : NOTHING;
	return html`<tr>
    <th scope="row"><code>${clause}</code>${mark}</th>
    ${readingCell(sides)}${pairs.map((pair) => readingCell(byName.get(pair)))}
  </tr>`;
}
function readingCell(sides) {
	if (sides === void 0) return html`<td class="heat heat-0">·</td>`;
	const { base, head } = sides;
	const shade = head.rests < FEWEST_PAIRS ? "heat-0" : shadeClass(head.parts / head.rests);
	const title = `${count(head.rests)} pairs of rulings on head, ${count(base.rests)} on base`;
	return html`<td class="heat warm ${shade}" title="${title}">
    ${shareOf(base)} → <strong>${shareOf(head)}</strong>
  </td>`;
}
function shareOf({ rests, parts }) {
	if (rests === 0) return "–";
	return rests < FEWEST_PAIRS ? "few" : percent(parts / rests);
}
const NO_MARKS = {
	added: [],
	removed: []
};
/** Stands between title and text in a difference of words (spec/diff.ts). */
const BETWEEN = "\n\n";
/** Undefined where `words` is no difference of this title and text: then nothing can be placed. */
function markWords(words, { title, text }) {
	const whole = words.flatMap(({ kind, text: run }) => kind === "removed" ? [] : [run]).join("");
	if (whole !== (text === "" ? title : title + BETWEEN + text)) return void 0;
	const textFrom = title.length + 2;
	const { added, removed } = placeRuns(words, textFrom);
	return {
		title: {
			added: cut(added, 0, title.length),
			removed: removed.filter(({ at }) => at <= title.length)
		},
		text: {
			added: cut(added, textFrom, whole.length),
			removed: removed.filter(({ at }) => at > title.length).map((run) => ({
				...run,
				at: Math.max(0, run.at - textFrom)
			}))
		}
	};
}
function placeRuns(words, textFrom) {
	const added = [];
	const removed = [];
	let at = 0;
	for (const { kind, text } of words) {
		if (kind === "removed") {
			const end = at < textFrom ? text.indexOf(BETWEEN) : -1;
			removed.push({
				at,
				text: end < 0 ? text : text.slice(0, end)
			});
			if (end >= 0) removed.push({
				at: textFrom,
				text: text.slice(end + 2)
			});
			continue;
		}
		if (kind === "added") added.push({
			start: at,
			end: at + text.length
		});
		at += text.length;
	}
	return {
		added,
		removed
	};
}
/** The ranges between two places, counted from the first. */
function cut(ranges, from, to) {
	return ranges.flatMap(({ start, end }) => {
		const part = {
			start: Math.max(start, from) - from,
			end: Math.min(end, to) - from
		};
		return part.start < part.end ? [part] : [];
	});
}
/** Shows each removed run once, before the first stretch that ends behind its place. */
function createMarker(source, { added, removed }) {
	let shown = 0;
	const goneUpTo = (place) => {
		const from = shown;
		while (shown < removed.length && removed[shown].at <= place) shown += 1;
		return html`${removed.slice(from, shown).map(deleted)}`;
	};
	const isAdded = (place) => added.some(({ start, end }) => place >= start && place < end);
	const isUntouched = added.length + removed.length === 0;
	const mark = (value, { start, end }) => {
		if (isUntouched) return html`${value}`;
		const places = align(value, source.slice(start, end));
		if (places === void 0) {
			const isTouched = added.some((range) => range.start < end && range.end > start);
			return html`${goneUpTo(end)}${isTouched ? html`<ins>${value}</ins>` : html`${value}`}`;
		}
		const parts = [];
		let from = 0;
		while (from < value.length) {
			const first = start + places[from];
			parts.push(goneUpTo(first));
			const next = shown < removed.length ? removed[shown].at : Number.POSITIVE_INFINITY;
			const isNew = isAdded(first);
			let to = from + 1;
			while (to < value.length && start + places[to] < next && isAdded(start + places[to]) === isNew) to += 1;
			const run = value.slice(from, to);
			parts.push(isNew && run.trim() !== "" ? html`<ins>${run}</ins>` : html`${run}`);
			from = to;
		}
		parts.push(goneUpTo(end));
		return html`${parts}`;
	};
	return {
		mark,
		rest: () => goneUpTo(Number.POSITIVE_INFINITY)
	};
}
function deleted({ text }) {
	return text.trim() === "" ? NOTHING : html`<del>${text}</del>`;
}
/**
* For each character of what is shown its place in the source, which holds the same characters in order and signs of
* Markdown between them; undefined where it does not (a named entity).
*/
function align(value, source) {
	const places = [];
	let at = 0;
	for (const character of value) {
		const found = source.indexOf(character, at);
		if (found < 0) return void 0;
		for (let unit = 0; unit < character.length; unit += 1) places.push(found + unit);
		at = found + character.length;
	}
	return places;
}
/** Longest text that is read as Markdown, in characters; a longer one, or one that is nested too deep, stands as it is. */
const LONGEST_READ = 5e4;
/** Never throws: a source that is too long, or nested too deep to walk, stands in a `<pre>` as it is. */
function renderMarkdownHtml(source, options) {
	const tree = source.length > LONGEST_READ ? void 0 : parseMarkdown(source);
	try {
		if (tree !== void 0) return renderTree(tree, {
			...options,
			source
		});
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
	}
	const marker = createMarker(source, options.marks);
	return html`<pre>${marker.mark(source, {
		start: 0,
		end: source.length
	})}${marker.rest()}</pre>`;
}
function renderTree(tree, { source, marks, addressOf }) {
	const marker = createMarker(source, marks);
	const body = children(tree, {
		source,
		addressOf,
		marker
	});
	const { markup } = marker.rest();
	return html`${body}${markup === "" ? NOTHING : html`<p>${{ markup }}</p>`}`;
}
function children(node, sheet) {
	return node.children.map((child) => render(child, sheet));
}
function render(node, sheet) {
	switch (node.type) {
		case "paragraph": return html`<p>${children(node, sheet)}</p>`;
		case "heading": return html`<p class="spec-heading"><strong>${children(node, sheet)}</strong></p>`;
		case "blockquote": return html`<blockquote>${children(node, sheet)}</blockquote>`;
		case "list": return list(node, sheet);
		case "listItem": return item(node, sheet);
		case "table": return table(node, sheet);
		case "code": return html`<pre>${marked(node, sheet)}</pre>`;
		case "inlineCode": return html`<code>${marked(node, sheet)}</code>`;
		case "text": return marked(node, sheet);
		case "emphasis": return html`<em>${children(node, sheet)}</em>`;
		case "strong": return html`<strong>${children(node, sheet)}</strong>`;
		case "delete": return html`<s>${children(node, sheet)}</s>`;
		case "break": return html`<br />`;
		case "thematicBreak": return html`<hr />`;
		case "link": return link(node.url, html`${children(node, sheet)}`, sheet);
		case "linkReference":
		case "footnoteDefinition": return html`${children(node, sheet)}`;
		case "html":
		case "image":
		case "imageReference":
		case "definition":
		case "footnoteReference": return html`<code class="raw">${marked({
			...node,
			value: sourceOf(node, sheet)
		}, sheet)}</code>`;
		case "root":
		case "tableRow":
		case "tableCell": return html`${children(node, sheet)}`;
		case "yaml": return html`<pre>${node.value}</pre>`;
		default: throw new Error(`unknown node: ${JSON.stringify(node)}`);
	}
}
function marked(node, { marker }) {
	const { start, end } = rangeOf(node);
	return marker.mark(node.value, {
		start,
		end
	});
}
function rangeOf({ position }) {
	return {
		start: position?.start.offset ?? 0,
		end: position?.end.offset ?? 0
	};
}
function sourceOf(node, { source }) {
	const { start, end } = rangeOf(node);
	return source.slice(start, end);
}
function list(node, sheet) {
	const items = children(node, sheet);
	if (node.ordered !== true) return html`<ul>
      ${items}
    </ul>`;
	return html`<ol start="${node.start ?? 1}">
    ${items}
  </ol>`;
}
function item(node, sheet) {
	const box = typeof node.checked === "boolean" ? html`${node.checked ? "☑" : "☐"} ` : NOTHING;
	const parts = node.children.map((child) => child.type === "paragraph" && node.spread !== true ? html`${children(child, sheet)}` : render(child, sheet));
	return html`<li>${box}${parts}</li>`;
}
function table(node, sheet) {
	const rows = node.children.map((row, index) => {
		const cells = row.children.map((cell) => index === 0 ? html`<th scope="col">${children(cell, sheet)}</th>` : html`<td>${children(cell, sheet)}</td>`);
		return html`<tr>
      ${cells}
    </tr>`;
	});
	return html`<table class="plain" tabindex="0">
    <thead>
      ${rows.slice(0, 1)}
    </thead>
    <tbody>
      ${rows.slice(1)}
    </tbody>
  </table>`;
}
/** A link within the spec leads on; where another one leads is said, and nobody is led there. */
function link(url, words, { addressOf }) {
	const address = addressOf(url);
	if (address !== void 0) return html`<a href="#${address}">${words}</a>`;
	return html`<span class="leads-out" title="${url}">${words}</span>`;
}
/** Characters of clauses that stayed as they were; beyond them a clause's lines are named, not shown. */
const MOST_CHARACTERS$1 = 6e5;
/** Nothing where the run did not write down its spec. */
function specPart(view) {
	const { reading = [] } = view;
	if (reading.length === 0) return NOTHING;
	const ids = new Set(reading.map(({ clause }) => clause.clause));
	const addressOf = (url) => {
		const id = decodeFragment(url);
		return id !== void 0 && ids.has(id) ? clauseAddress(id) : void 0;
	};
	let left = MOST_CHARACTERS$1;
	const clauses = reading.map((read) => {
		left -= read.change === void 0 ? read.clause.text.length : 0;
		const isShown = read.change !== void 0 || left >= 0;
		return clausePart(read, {
			view,
			addressOf,
			isShown
		});
	});
	return html`<section>
    <h2 id="spec">The spec, clause by clause</h2>
    <p class="legend">
      ${plural(countClauses(reading.map(({ clause }) => clause)), "clause")} in the order of the file.
      ${markLegend(reading)} Which sentence a scenario tests is read off its words, but for those written for one.
    </p>
    <div class="spec">${clauses}</div>
  </section>`;
}
function markLegend(reading) {
	return reading.some(({ change }) => (change?.change.words.length ?? 0) > 0) ? html`<ins>New words</ins> and <del>words that went</del> are marked.` : NOTHING;
}
function clausePart(read, sheet) {
	const { clause, change } = read;
	const depth = `depth-${Math.min(clause.path.length, 4)}`;
	if (clause.kind === "grouping") return html`<p class="grouping ${depth}">${clause.title}</p>`;
	const marks = change === void 0 ? void 0 : markWords(change.change.words, clause);
	const title = createMarker(clause.title, marks?.title ?? NO_MARKS);
	const isOpen = change !== void 0 && change.change.kind !== "unseen";
	return html`<details class="read ${depth} ${toneOf(read)}" ${isOpen ? html` open` : NOTHING}>
    <summary>
      <span class="read-title"
        ><strong>${title.mark(clause.title, {
		start: 0,
		end: clause.title.length
	})}${title.rest()}</strong>
        <code class="faint">${clause.clause}</code></span
      ><span class="read-about">${coverageWords(read)}${effectOf(read)}</span>
    </summary>
    <div class="read-body" id="${clauseAddress(clause.clause)}">
      <p class="place">${placeOf(read, sheet.view)}${askedOf(read)}</p>
      ${sheet.isShown ? textOf(read, sheet) : html`<p class="faint">Not shown: the spec is too long for one page.</p>`}
      ${untestedSentences(read)}
    </div>
  </details>`;
}
function toneOf({ change, clause }) {
	if (change === void 0) return clause.scenarios === 0 ? "bare" : "";
	return clause.removed === true ? `changed removed ${change.tone}` : `changed ${change.tone}`;
}
function textOf({ clause, change }, { addressOf }) {
	const words = change?.change.words ?? [];
	const marks = markWords(words, clause);
	const isPlaced = words.length === 0 || marks !== void 0;
	const text = renderMarkdownHtml(clause.text, {
		marks: marks?.text ?? NO_MARKS,
		addressOf
	});
	return isPlaced ? text : html`<p class="faint">The changed words stand under “Changed clauses”.</p>
        ${text}`;
}
function coverageWords({ clause }) {
	const { scenarios, demands = [] } = clause;
	if (scenarios === void 0) return clause.removed === true || clause.text === "" ? NOTHING : html`<span class="pill">read with every scenario</span>`;
	if (scenarios === 0) return html`<span class="pill unsure">no scenario</span>`;
	const tested = demands.filter((demand) => demand.scenarios > 0).length;
	const words = `${plural(scenarios, "scenario")}, ${count(tested)} of ${plural(demands.length, "demand")} tested`;
	return html`<span class="pill ${tested < demands.length ? "unsure" : ""}">${words}</span>`;
}
function effectOf({ change, measured }) {
	if (change !== void 0) return html`<span class="effect">${htmlSentence(change.what)}: ${htmlSentence(change.effect)}</span>`;
	return measured === void 0 ? NOTHING : html`<span class="effect faint">${htmlSentence(measured)}</span>`;
}
function placeOf({ clause, change }, view) {
	const { file, line, endLine, removed } = clause;
	const lines = line === endLine ? `line ${line}` : `lines ${line}-${endLine}`;
	const link = sourceLink(view, {
		kind: removed === true ? "removed" : change?.change.kind ?? "edited",
		file,
		lines: [line, endLine]
	});
	const place = html`<code>${file}</code>, ${lines}`;
	return link === void 0 ? place : html`<a href="${link}">${place}</a>`;
}
/** Leads to the scenarios of this run that test it. */
function askedOf({ clause, asked }) {
	if (asked === 0) return NOTHING;
	const words = asked === 1 ? "the scenario of this run that tests it" : `the ${count(asked)} scenarios of this run that test it`;
	return html` · <a href="#${listAddress("clause", clause.clause)}">${words}</a>`;
}
function untestedSentences({ clause }) {
	const { demands = [], scenarios = 0 } = clause;
	const untested = demands.filter((demand) => demand.scenarios === 0);
	if (untested.length === 0 || scenarios === 0) return NOTHING;
	return html`<div class="untested">
    <p>
      ${untested.length === 1 ? "A sentence that demands something, and no scenario tests it:" : "Sentences that demand something, and no scenario tests them:"}
    </p>
    <ul>
      ${untested.map(({ text }) => html`<li>${text.replaceAll(/\*\*|__|`/g, "")}</li>`)}
    </ul>
  </div>`;
}
/** `#x` as it is written in the spec. */
function decodeFragment(url) {
	if (!url.startsWith("#")) return void 0;
	try {
		return decodeURIComponent(url.slice(1));
	} catch {
		return;
	}
}
const SPEC_STYLE = `
.read{border:1px solid var(--line);border-left:3px solid var(--line);border-radius:8px;background:var(--card);margin:0 0 6px;scroll-margin:12px}
.read>summary{display:flex;flex-wrap:wrap;gap:4px 16px;justify-content:space-between;align-items:baseline;padding:9px 16px}
.read-title{position:relative;padding-left:18px;overflow-wrap:anywhere}.read-title>code{font-size:.78em}
.read-title::before{content:"";position:absolute;left:0;top:.45em;border:5px solid transparent;border-left:7px solid var(--faint);border-right:0}
.read[open]>summary .read-title::before{transform:rotate(90deg)}
.read-about{display:flex;flex-wrap:wrap;gap:2px 12px;align-items:baseline;font-size:.84rem}
.read.changed{border-left-color:var(--accent)}.read.bad{border-left-color:var(--bad)}.read.good{border-left-color:var(--good)}
.read.bad .effect{color:var(--bad);font-weight:600}.read.good .effect{color:var(--good);font-weight:600}
.read.removed .read-title strong,.read.removed .read-body{text-decoration:line-through}
.read.bare{border-left-style:dashed;border-left-color:var(--unsure)}
.read-body{padding:2px 20px 14px;border-top:1px solid var(--line);overflow-wrap:anywhere;scroll-margin-top:70px}
.read-body>*{max-width:82ch}.read-body>:first-child{margin-top:8px}.read-body p{margin:0 0 10px}.read-body a{color:var(--accent)}
.read-body blockquote{margin:8px 0;padding:2px 0 2px 14px;border-left:3px solid var(--line)}
.read-body pre{white-space:pre-wrap}.read-body hr{border:0;border-top:1px solid var(--line)}.read-body table{margin:0 0 10px}
.leads-out{border-bottom:1px dotted var(--faint)}.raw{color:var(--faint)}
.untested{border-left:3px solid var(--unsure);padding-left:12px;font-size:.9rem}.untested p{margin:0;font-weight:600;color:var(--unsure)}
.grouping{font-weight:650;margin:16px 0 6px}
.depth-2{margin-left:14px}.depth-3{margin-left:28px}.depth-4{margin-left:42px}
@media (max-width:760px){.depth-2,.depth-3,.depth-4{margin-left:0}.read>summary{padding:9px 12px}.read-body{padding:2px 14px 12px}}
`;
/** With fewer dots no relation can be seen, so nothing is drawn. */
const FEWEST = 6;
const BINS = [
	0,
	1,
	1.5,
	2,
	2.5,
	3
];
const HEIGHT = 240;
const TOP = 14;
const x = linear().domain([0, 3]).range([8, 96]);
const y = linear().domain([0, 1]).range([206, TOP]);
/** Nothing where too few scenarios have both, or all disagree alike. */
function disagreementPart({ scenarios, selection }) {
	const known = new Map(selection.map(({ scenario, disagreement }) => [scenario, disagreement]));
	const isScored = scenarios.some(({ disagreement }) => disagreement.head !== void 0);
	const points = scenarios.flatMap((scenario) => pointOf(scenario, isScored ? scenario.disagreement.head : known.get(scenario.scenario)));
	if (points.length < FEWEST || new Set(points.map(({ disagreement }) => disagreement)).size < 3) return NOTHING;
	const means = BINS.slice(0, -1).flatMap((from, index) => meanWithin(points, {
		from,
		to: BINS[index + 1]
	}));
	return html`<section>
    <h2>Disagreement and non-compliance</h2>
    <p class="legend">
      How far the models' answers to a scenario lie apart on its values (D, 0 to
      3${isScored ? "" : ", as the bank has it"}), and the share of them that the judges object to on head.
      <span class="key dot-key"></span>scenarios <span class="key mean-key"></span>mean of those in a range of D
    </p>
    <div class="plot">
      <svg height="${HEIGHT}" role="img" aria-label="${wordsOf(means)}">
        ${axes()}${dots(points)}${means.map(meanMark)}
      </svg>
    </div>
  </section>`;
}
function pointOf({ scenario, head }, disagreement) {
	return head === void 0 || disagreement === void 0 ? [] : [{
		scenario,
		disagreement,
		share: head
	}];
}
function meanWithin(points, { from, to }) {
	const own = points.filter(({ disagreement }) => disagreement >= from && (disagreement < to || to === 3));
	if (own.length === 0) return [];
	return [{
		from,
		to,
		share: own.reduce((sum, { share }) => sum + share, 0) / own.length,
		scenarios: own.length
	}];
}
function wordsOf(means) {
	return `Mean non-compliance by disagreement. ${means.map(({ from, to, share, scenarios }) => `D ${from} to ${to}: ${percent(share)} on ${plural(scenarios, "scenario")}`).join("; ")}`;
}
function axes() {
	return html`${[
		0,
		.5,
		1
	].map((tick) => html`<line class="grid" x1="0" x2="100%" y1="${y(tick)}" y2="${y(tick)}" />
        <text x="0" y="${y(tick) - 4}">${percent(tick)}</text>`)}${[
		0,
		1,
		2,
		3
	].map((tick) => html`<text x="${at(tick)}" y="${228}" text-anchor="middle">${tick === 0 ? "D 0" : tick}</text>`)}`;
}
/** Scenarios of one place are one dot, larger by their number. */
function dots(points) {
	const places = /* @__PURE__ */ new Map();
	for (const point of points) {
		const key = `${(Math.round(point.disagreement * 20) / 20).toFixed(2)} ${(Math.round(point.share * 25) / 25).toFixed(2)}`;
		const own = places.get(key) ?? [];
		places.set(key, own);
		own.push(point);
	}
	const radius = sqrt().domain([1, 25]).range([4, 14]).clamp(true);
	return html`${[...places.values()].map((own) => {
		const { disagreement, share } = own[0];
		const named = own.slice(0, 3).map(({ scenario }) => visibleLine(scenario, 80));
		const rest = own.length > named.length ? ` and ${own.length - named.length} more` : "";
		return html`<circle class="dot" cx="${at(disagreement)}" cy="${round(y(share))}" r="${round(radius(own.length))}"
      ><title>${named.join(", ")}${rest}: D ${disagreement.toFixed(2)}, ${percent(share)}</title></circle
    >`;
	})}`;
}
/** A line over the bin, with its number. */
function meanMark({ from, to, share }) {
	const place = round(y(share));
	return html`<line class="mean" x1="${at(from + .03)}" x2="${at(to - .03)}" y1="${place}" y2="${place}" />
    <text class="value" x="${at((from + to) / 2)}" y="${share > .9 ? place + 15 : place - 6}" text-anchor="middle"
      >${percent(share)}</text
    >`;
}
function at(disagreement) {
	return `${round(x(disagreement))}%`;
}
function round(value) {
	return Math.round(value * 10) / 10;
}
function provenancePart({ report, provenance }) {
	const { base, head, policyHash, comparison } = report;
	const rows = [
		...provenance === void 0 ? [] : [["version", html`spec-gate ${provenance.version}`]],
		["base", sideOf$1(base)],
		["head", sideOf$1(head)],
		["policy", html`<code>${policyHash}</code>`],
		...provenance === void 0 ? [] : [["bank", html`${count(provenance.scenarios)} scenarios, <code>${provenance.bank}</code>`], ["prompts", html`${provenance.prompts.map((prompt) => html`<code>${prompt}</code> `)}`]]
	];
	const command = comparison === "none" || provenance === void 0 || base.sha === void 0 ? void 0 : commandOf({
		base: base.sha,
		head: head.sha
	}, provenance);
	return html`<section>
    <h2>To get this again</h2>
    ${command === void 0 ? NOTHING : html`<pre>${command}</pre>
            <p class="legend">With the same store no call is made, and <code>report.json</code> has the same bytes.</p>`}
    <table class="plain facts" tabindex="0" aria-label="What this report rests on">
      <tbody>
        ${rows.map(([what, value]) => html`<tr>
              <th scope="row">${what}</th>
              <td>${value}</td>
            </tr>`)}
      </tbody>
    </table>
  </section>`;
}
function sideOf$1({ ref, sha, specHash }) {
	return html`<code>${ref}</code>${sha === void 0 ? NOTHING : html` at <code>${sha}</code>`}, spec
    <code>${specHash}</code>`;
}
/** The command as a shell takes it; names of files are quoted where they hold more than a name does. */
function commandOf({ base, head }, { version, config }) {
	return `${head === void 0 ? "" : `git checkout ${shellWord(head)}\n`}npx spec-gate@${version} check --base ${shellWord(base)} --config ${shellWord(config)}`;
}
/** Values shown: those that most answers were scored on. */
const MOST_VALUES = 16;
/** A change of the mean from base to head that is shown, in points of the 0-6 scale. */
const SHOWN_CHANGE = .5;
/** Nothing where answers were not scored. */
function valueMapPart(data) {
	if (data === void 0) return NOTHING;
	const values = scoresByValue(data);
	const answersOn = (models) => [...models.values()].reduce((sum, { head }) => sum + head.length, 0);
	const shown = [...values].filter(([, models]) => answersOn(models) > 0).sort((a, b) => answersOn(b[1]) - answersOn(a[1]) || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_VALUES);
	if (shown.length === 0) return NOTHING;
	const columns = data.models.flatMap((model, index) => shown.some(([, models]) => models.has(index)) ? [{
		model,
		index
	}] : []);
	return html`<section>
    <h2>Models and values</h2>
    <p class="legend">
      Mean score of a model's answers on head where the value was at stake: 0 opposes it, 3 is neutral, 6 favours it
      <span class="key lean-key-low"></span>opposes <span class="key lean-key-high"></span>favours. An arrow: by how
      much it moved from base, from half a point
      on.${values.size > shown.length ? html` The ${shown.length} of ${values.size} values with the most answers.` : NOTHING}
    </p>
    <div class="scroll">
      <table class="plain cross values" tabindex="0" aria-label="Models and values">
        <thead>
          <tr>
            <th class="corner" scope="col">value</th>
            ${columns.map(({ model }) => html`<th scope="col"><code>${visibleLine(model, 60)}</code></th>`)}
          </tr>
        </thead>
        <tbody>
          ${shown.map(([value, models]) => html`<tr>
                <th scope="row">${value}</th>
                ${columns.map(({ index }) => cell(models.get(index)))}
              </tr>`)}
        </tbody>
      </table>
    </div>
  </section>`;
}
/** Value -> model -> scores. One draw an answer, as the list of scenarios shows. */
function scoresByValue({ scenarios }) {
	const values = /* @__PURE__ */ new Map();
	for (const { values: pair, answers } of scenarios) for (const [place, value] of (pair ?? []).entries()) {
		const models = values.get(value) ?? /* @__PURE__ */ new Map();
		values.set(value, models);
		for (const answer of answers) addScores(models, {
			answer,
			place
		});
	}
	return values;
}
function addScores(models, { answer, place }) {
	const scores = models.get(answer.model) ?? {
		base: [],
		head: []
	};
	for (const side of ["base", "head"]) {
		const score = answer[side]?.scores?.[place];
		if (score !== void 0) scores[side].push(score);
	}
	if (scores.base.length + scores.head.length > 0) models.set(answer.model, scores);
}
function cell(scores) {
	if (scores === void 0 || scores.head.length === 0) return html`<td class="heat heat-0">·</td>`;
	const { base, head } = scores;
	const now = mean(head);
	const moved = base.length === 0 ? 0 : now - mean(base);
	const arrow = Math.abs(moved) < SHOWN_CHANGE ? NOTHING : html` <span class="moved">${moved > 0 ? "▲" : "▼"}${Math.abs(moved).toFixed(1)}</span>`;
	return html`<td class="heat ${leanClass(now)}" title="${plural(head.length, "answer")}">
    ${now.toFixed(1)}${arrow}
  </td>`;
}
function scenariosPart(report) {
	if (report.scenarios.length === 0) return NOTHING;
	const failing = newlyFailing(report);
	const rest = report.scenarios.filter((scenario) => !failing.includes(scenario));
	const models = report.head.models;
	const others = rest.length === 0 ? NOTHING : html`<details class="rest">
          <summary>${plural(rest.length, "scenario")} that did not get worse</summary>
          ${rest.map((scenario) => row(scenario, models))}
        </details>`;
	return html`<section>
    <h2>Scenarios</h2>
    <p class="legend">
      <span class="key bad-key"></span>problematic <span class="key fine-key"></span>compliant; one square a model, base
      above head
    </p>
    ${withheldAnswers(report.scenarios.map(({ query: response }) => ({ ...whereDefined({ response }) })))}
    ${failing.map((scenario) => row(scenario, models))}${others}
  </section>`;
}
function row(scenario, models) {
	const says = writeScenarioChange(scenario, models.length);
	const missing = scenario.missing === 0 ? NOTHING : html` <span class="pill unsure">${scenario.missing} missing</span>`;
	const summary = html`<span class="scenario-name"
      ><code>${scenario.scenario}</code>${missing}<span class="faint clauses"
        >${scenario.clauses.map((id) => html`<code>${id}</code> `)}</span
      ></span
    ><span class="scenario-squares">${modelSquares(models, scenario.problematicModels, scenario.scenario)}</span
    ><span class="effect">${htmlSentence(says)}</span>`;
	const { query, examples = [] } = scenario;
	if (query === void 0 && examples.length === 0) return html`<div class="scenario">${summary}</div>`;
	const asked = query === void 0 ? NOTHING : html`<h3>Asked</h3>
          <pre>${query}</pre>`;
	return html`<details class="scenario">
    <summary>${summary}</summary>
    ${asked}${examples.map(example)}
  </details>`;
}
function example({ model, arm, response, judgments }) {
	return html`<h3><code>${model}</code> on ${arm}</h3>
    <pre>${response}</pre>
    <ul class="judgments">
      ${judgments.map(({ judge, ruling, clauses, reasoning }) => html`<li>
            <span class="pill ${ruling === "compliant" ? "pass" : "fail"}">${ruling}</span>
            <code>${judge}</code
            >${clauses.length === 0 ? NOTHING : html` <span class="faint">citing ${clauses.map((id) => html`<code>${id}</code> `)}</span>`}
            <p>${reasoning}</p>
          </li>`)}
    </ul>`;
}
/** Beyond the main reason; the rest is in the annotations and report.json. */
const MOST_REASONS = 8;
function verdictPart({ report, run }) {
	const { word, tone, says } = writeHeadline(report);
	const [main, ...others] = report.verdict.reasons;
	return html`<header class="top">
      <span class="brand">Spec Gate</span
      ><span class="sides">${side(report.base)}<span class="arrow">→</span>${side(report.head)}</span>
    </header>
    ${simulatedBanner(report)}
    <section class="verdict ${tone}" aria-label="Verdict">
      <p class="word">${word}</p>
      <h1>${htmlSentence(asFullSentence(says))}</h1>
      ${main === void 0 ? NOTHING : grounds(main)}${acceptance(report)}
      ${others.length === 0 ? NOTHING : html`<ul class="others">
              ${others.slice(0, MOST_REASONS).map(other)}${others.length > MOST_REASONS ? html`<li>And ${String(others.length - MOST_REASONS)} more in report.json.</li>` : NOTHING}
            </ul>`}
      ${wayOn(report)}
      <p class="cost">${htmlSentence(writeCost(report, run))}</p>
    </section>`;
}
/** What the analysis found, one card each; empty where nothing was. */
function findingsPart(view) {
	const { report } = view;
	const findings = report.findings.filter(({ severity }) => severity !== "notice");
	if (findings.length === 0) return NOTHING;
	return html`<section>
    <h2>${titleOfFindings(report)}</h2>
    <div class="cards">${findings.map((finding) => card(finding, view))}</div>
  </section>`;
}
function simulatedBanner({ simulated }) {
	if (!simulated) return NOTHING;
	return html`<p class="banner" role="note">
    <strong>Simulated.</strong> The models or judges are simulations; these numbers say nothing about a real model.
  </p>`;
}
function grounds(reason) {
	const { detail, advice } = writeMessage(reason);
	return html`${detail === void 0 ? NOTHING : html`<p class="detail">${htmlSentence(asFullSentence(detail))}</p>`}${advice === void 0 ? NOTHING : html`<p class="advice">${htmlSentence(asFullSentence(advice))}</p>`}`;
}
function wayOn(report) {
	const sentences = writeWayOn(report);
	if (sentences.length === 0) return NOTHING;
	return html`<p class="detail"><strong>How to go on</strong></p>
    <ul class="others">
      ${sentences.map((sentence) => html`<li>${htmlSentence(sentence)}</li>`)}
    </ul>`;
}
function other(reason) {
	const { says, detail } = writeMessage(reason);
	return html`<li>
    ${htmlSentence(asFullSentence(says))}${detail === void 0 ? NOTHING : html` <span class="faint">${htmlSentence(asFullSentence(detail))}</span>`}
  </li>`;
}
function acceptance({ verdict }) {
	if (verdict.resolution === void 0) return NOTHING;
	const { by, reason, expires } = verdict.resolution;
	const args = {
		by,
		reason,
		...whereDefined({ expires })
	};
	return html`<p class="advice">${htmlSentence(writeParagraph({
		code: "accepted",
		args
	}))}</p>`;
}
function card(finding, view) {
	const { says, detail, advice } = writeMessage(finding);
	return html`<article class="card">
    <h3>${titleOf(finding.code)}</h3>
    <p>
      ${htmlSentence(asFullSentence(says))}${detail === void 0 ? NOTHING : html` ${htmlSentence(asFullSentence(detail))}`}
    </p>
    ${advice === void 0 ? NOTHING : html`<p class="advice">${htmlSentence(asFullSentence(advice))}</p>`}${place(finding, view)}
  </article>`;
}
function place({ place: at, clause }, view) {
	if (at === void 0) return NOTHING;
	const link = sourceLink(view, {
		kind: view.report.changes.find(({ id }) => id === clause)?.kind ?? "edited",
		file: at.file,
		lines: [at.line, at.endLine ?? at.line]
	});
	const named = html`<code>${at.file}:${at.line}</code>`;
	return html`<p class="place">${link === void 0 ? named : html`<a href="${link}">${named}</a>`}</p>`;
}
function side({ ref, sha }) {
	return html`<code>${ref}</code>${sha === void 0 ? NOTHING : html` <code class="faint">${sha.slice(0, 7)}</code>`}`;
}
/** One self-contained HTML document. */
function renderHtml(view) {
	const { report } = view;
	const { word, says } = writeHeadline(report);
	const title = `${word}: ${plainText(says)}${report.simulated ? " (simulated)" : ""}`;
	const { explorer } = view;
	const scenarios = explorer === void 0 ? scenariosPart(report) : explorerPart(explorer);
	const body = html`${[
		verdictPart(view),
		metricsPart(report),
		findingsPart(view),
		clausesPart(view),
		letThroughPart(report),
		coveragePart(report),
		modelChangesPart(report),
		outliersPart(report),
		scenarios,
		specPart(view)
	]}
  ${[
		disagreementPart(report),
		readingsPart(report),
		conflictsPart(report),
		modelsPart(report),
		valueMapPart(explorer),
		judgesPart(report),
		decidedPart(report),
		provenancePart(view)
	]}`;
	const script = explorer === void 0 ? void 0 : view.pageScript;
	return renderPage({
		title,
		style: [
			STYLE,
			explorer === void 0 ? "" : EXPLORER_STYLE,
			view.reading === void 0 ? "" : SPEC_STYLE
		].join(""),
		...whereDefined({ script }),
		kind: "report",
		body: [body]
	});
}
/** Two spaces of indent, keys in code-unit order, a line feed at the end; the same report always gives the same bytes. */
function renderJson({ report }) {
	return `${JSON.stringify(JSON.parse(canonicalJson(report)), null, 2)}\n`;
}
/**
* A test case is green only where something was judged and is as it should be. What failed is a failure, what could not be
* decided an error; what is not judged, or got worse without blocking, is skipped and says why. Valid by the schema that
* Jenkins reads JUnit with: it knows no place of a test case, and no attributes of `skipped`.
*/
function renderJunit({ report }) {
	const suites = [
		suite("verdict", [verdictCase(report)]),
		suite("metrics", metricRows(report).map((row) => metricCase(row, report))),
		suite("clauses", clauseEffects(report).map((effect) => clauseCase(effect, report)))
	];
	return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${report.simulated ? "spec-gate (simulated)" : "spec-gate"}">\n${suites.join("")}</testsuites>\n`;
}
function verdictCase(report) {
	const { status, resolution, reasons } = report.verdict;
	return {
		name: "verdict",
		outcome: resolution === void 0 ? {
			pass: "passed",
			fail: "failure",
			inconclusive: "error"
		}[status] : "skipped",
		message: plainText(writeHeadline(report).says),
		text: status === "pass" ? "" : [...reasons.map(plainParagraph), ...writeWayOn(report).map(plainText)].join("\n")
	};
}
function metricCase({ label, base, head, change, interval, tolerated, status }, { verdict }) {
	const numbers = `base ${base || "none"}, head ${head || "none"}, change ${change || "none"}${interval && ` (${interval})`}, tolerated ${tolerated || "any"}`;
	const accepted = verdict.resolution !== void 0;
	return {
		name: label,
		outcome: {
			pass: "passed",
			fail: accepted ? "skipped" : "failure",
			inconclusive: accepted ? "skipped" : "error",
			report: "skipped",
			"not-applicable": "skipped",
			"pre-existing": "skipped"
		}[status],
		message: `${STATUS_WORDS[status].word}: ${numbers}`
	};
}
function clauseCase({ change, effect, what, tone }, { verdict }) {
	const blocks = verdict.status === "fail" && verdict.resolution === void 0;
	const outcome = {
		bad: blocks ? "failure" : "skipped",
		unsure: "skipped",
		good: "passed",
		plain: "passed"
	};
	const lead = tone === "bad" && !blocks ? "Got worse, and does not block. " : "";
	return {
		name: change.id,
		outcome: outcome[tone],
		message: `${lead}${plainText(asFullSentence(what))} ${plainText(asFullSentence(effect))}`,
		text: `${change.file}, ${linesOf(change)}`
	};
}
function suite(name, cases) {
	const count = (outcome) => cases.filter((one) => one.outcome === outcome).length;
	return `  <testsuite name="${name}" ${`tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}"`}>\n${cases.map((one) => testCase(one, name)).join("")}  </testsuite>\n`;
}
function testCase({ name, outcome, message, text = "" }, suiteName) {
	const body = outcomeElement(outcome, message, text);
	return `    <testcase classname="spec-gate.${suiteName}" name="${escapeXml(name)}">\n      ${body}\n    </testcase>\n`;
}
function outcomeElement(outcome, message, text) {
	const whole = escapeXml(text === "" ? message : `${message}\n${text}`);
	switch (outcome) {
		case "passed": return `<system-out>${whole}</system-out>`;
		case "skipped": return `<skipped>${whole}</skipped>`;
		case "failure":
		case "error": return `<${outcome} message="${escapeXml(message)}">${escapeXml(text)}</${outcome}>`;
		default: return outcome;
	}
}
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&apos;"
};
/** Text for XML 1.0 content and attributes; what XML cannot hold becomes visible or U+FFFD. */
function escapeXml(text) {
	return visibleText(text).replaceAll(/[&<>"']/g, (mark) => ENTITIES[mark]).replaceAll(/[\ufffe\uffff]/g, "�").replaceAll("\n", "&#10;").replaceAll("	", "&#9;");
}
/**
* The most annotations of a level; the tenth that GitHub shows stays free for the failure of the step itself, or for
* "and N more".
*/
const MOST_OF_A_LEVEL = 9;
/** GitHub cuts at 4,096 characters. */
const LONGEST_MESSAGE = 4e3;
const LEVELS$1 = [
	"error",
	"warning",
	"notice"
];
/** In rank, errors first; an accepted failure only warns. */
function listAnnotations(report, locate = ({ place }) => place) {
	const accepted = report.verdict.resolution !== void 0;
	const all = telling(findingsInRank(report)).map((finding) => annotationOf(finding, {
		place: locate(finding, report),
		report
	}));
	const ranked = accepted ? all.map(softened) : all;
	const shown = LEVELS$1.flatMap((level) => ranked.filter((one) => one.level === level).slice(0, MOST_OF_A_LEVEL));
	const rest = ranked.length - shown.length;
	if (rest === 0) return shown;
	return [...shown, {
		level: "notice",
		title: "Spec Gate",
		message: `…and ${rest} more in the full report.`
	}];
}
/** Every finding that belongs on a line of the spec: the verdict's reasons, what was found, and notes that warn. */
function findingsInRank({ verdict, findings, notes }) {
	return [
		...verdict.reasons,
		...findings,
		...notes.filter(({ severity }) => severity !== "notice")
	];
}
/**
* Where no model could be asked, hints from stored answers stay in the report: on the lines of the spec they would
* distract.
*/
function telling(findings) {
	return findings.some(({ code }) => code === "noKeys") ? findings.filter(({ code, severity }) => code === "noKeys" || severity === "error") : findings;
}
function annotationOf(finding, { place, report }) {
	const { severity, code } = finding;
	const label = report.simulated ? " (simulated)" : "";
	const way = writeAcceptance(finding, report);
	const says = way === void 0 ? plainParagraph(finding) : `${plainParagraph(finding)} ${plainText(way)}`;
	const message = clip(says, LONGEST_MESSAGE);
	return {
		level: severity,
		...place && {
			file: visibleLine(place.file, 400),
			line: place.line,
			endLine: place.endLine ?? place.line
		},
		title: `Spec Gate: ${titleOf(code)}${label}`,
		message
	};
}
function softened(annotation) {
	return annotation.level === "error" ? {
		...annotation,
		level: "warning"
	} : annotation;
}
/** GitHub keeps the top 5,000 results of a run; more than this nobody reads. */
const MOST_RESULTS = 1e3;
const LEVELS = {
	error: "error",
	warning: "warning",
	notice: "note"
};
/** SARIF as pretty JSON. */
function renderSarif({ report }) {
	return `${JSON.stringify(buildSarif(report), null, 2)}\n`;
}
/** Findings in rank; an accepted failure's results are suppressed with its reason. */
function buildSarif(report) {
	const findings = findingsInRank(report).slice(0, MOST_RESULTS);
	const rules = [...new Set(findings.map(({ code }) => code))];
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: report.simulated ? "Spec Gate (simulated)" : "Spec Gate",
				rules: rules.map((code) => ({
					id: code,
					shortDescription: { text: titleOf(code) }
				}))
			} },
			results: findings.map((finding) => resultOf(finding, rules.indexOf(finding.code), report)),
			properties: {
				simulated: report.simulated,
				verdict: report.verdict.status
			}
		}]
	};
}
function resultOf(finding, ruleIndex, report) {
	const { verdict } = report;
	const way = writeAcceptance(finding, report);
	const says = way === void 0 ? writeParagraph(finding) : say`${writeParagraph(finding)} ${way}`;
	const { code, clause = "", place } = finding;
	const file = place?.file ?? "";
	return {
		ruleId: code,
		ruleIndex,
		level: LEVELS[finding.severity],
		message: { text: joinSentence(says, {
			words: (text) => text,
			name: escapeSarif
		}) },
		...place !== void 0 && { locations: [locationOf(place)] },
		partialFingerprints: { "specGate/v1": hashJson([
			code,
			clause,
			file
		]) },
		...verdict.resolution !== void 0 && { suppressions: [{
			kind: "external",
			status: "accepted",
			justification: escapeSarif(verdict.resolution.reason)
		}] }
	};
}
function locationOf({ file, line, endLine = line }) {
	return { physicalLocation: {
		artifactLocation: { uri: visibleLine(file, 400).split("/").map(encodeURIComponent).join("/") },
		region: {
			startLine: line,
			endLine: Math.max(line, endLine)
		}
	} };
}
/** Square brackets make links in SARIF's plain text (3.11.6); a backslash takes that away. */
function escapeSarif(text) {
	return visibleLine(text, 200).replaceAll(/[\\[\]]/g, (mark) => `\\${mark}`);
}
/** Two folders up from here lies the package, from the source and from the built chunks alike. */
const SCRIPT = fileURLToPath(new URL("../../dist/page.js", import.meta.url));
/** Undefined where the package was never built: the page is then written without a script and read as it stands. */
function readPageScript() {
	try {
		return readFileSync(SCRIPT, "utf8");
	} catch {
		return;
	}
}
/** Nothing is cut, where few texts are shown. */
const WHOLE_TEXTS = {
	asked: Infinity,
	answer: Infinity,
	reason: Infinity
};
/** Characters of one text in the page: the first of these at which all texts fit. The whole of each stands in evidence.jsonl. */
const LIMITS = [
	{
		asked: 8e3,
		answer: 4e3,
		reason: 600
	},
	{
		asked: 4e3,
		answer: 1500,
		reason: 300
	},
	{
		asked: 2e3,
		answer: 600,
		reason: 150
	},
	{
		asked: 600,
		answer: 250,
		reason: 80
	}
];
/** Characters of all texts. English packs to about 0.39 bytes a character, so the page stays under 10 MB. */
const MOST_CHARACTERS = 24e6;
/** Pure: the same report and evidence give the same data, scenarios that got worse first. */
function buildExplorer({ report, scenarios, cells, limits: given }) {
	const stage = report.rounds.at(-1)?.stage ?? "screen";
	const deciding = cells.filter((cell) => cell.stage === stage);
	const texts = createPlaces();
	const models = createPlaces();
	const judges = createPlaces();
	const rows = new Map(report.scenarios.map((row) => [row.scenario, row]));
	const selection = new Map(report.selection.map((one) => [one.scenario, one]));
	const byScenario = groupCells(deciding, "scenario");
	for (const model of [...report.head.models, ...report.base.models]) models.place(model);
	const limits = given ?? chooseLimits(scenarios, deciding);
	const writeSide = (cell) => sideOf(cell, {
		texts,
		judges,
		limits
	});
	const described = scenarios.flatMap((scenario) => {
		const own = byScenario.get(scenario.scenario);
		if (own === void 0) return [];
		const answers = [...groupCells(own, "model")].map(([model, draws]) => answerOf(models.place(model), draws, writeSide));
		const facts = factsOf(scenario, rows.get(scenario.scenario), selection.get(scenario.scenario));
		const asked = scenario.query === void 0 ? {} : { asked: texts.place(shown(scenario.query, limits.asked)) };
		return [{
			...facts,
			...asked,
			answers: answers.sort((one, other) => one.model - other.model)
		}];
	});
	return {
		disclosure: disclosureOf(scenarios, deciding),
		comparesSpecs: report.comparison !== "model",
		models: models.all(),
		judges: judges.all(),
		texts: texts.all(),
		scenarios: described.sort(byChange)
	};
}
function groupCells(cells, by) {
	const groups = /* @__PURE__ */ new Map();
	for (const cell of cells) addToList(groups, cell[by], cell);
	return groups;
}
function factsOf(scenario, row, selected) {
	const { value1, value2 } = scenario;
	const disagreement = row?.disagreement.head;
	return {
		id: scenario.scenario,
		clauses: scenario.clauses,
		topics: scenario.topics,
		movement: movementOf(row),
		...whereDefined({ askedLength: scenario.queryLength }),
		...value1 !== void 0 && value2 !== void 0 && { values: [value1, value2] },
		...whereDefined({
			written: row?.written,
			nudge: selected?.nudge,
			base: row?.base,
			head: row?.head,
			disagreement
		})
	};
}
function movementOf(row) {
	if (row?.base === void 0 || row.head === void 0) return "unknown";
	if (row.head === row.base) return "same";
	return row.head > row.base ? "worse" : "better";
}
function answerOf(model, cells, writeSide) {
	const ofArm = (arm) => new Map(cells.filter((cell) => cell.arm === arm).map((cell) => [cell.draw, cell]));
	const base = ofArm("base");
	const head = ofArm("head");
	const draw = chooseDraw(base, head);
	const [before, after] = [base.get(draw), head.get(draw)];
	return {
		model,
		draws: {
			base: countDraws(base),
			head: countDraws(head)
		},
		...before !== void 0 && { base: writeSide(before) },
		...after !== void 0 && { head: writeSide(after) }
	};
}
/** The first draw on which the sides part, else the first that both have, else the first of either. */
function chooseDraw(base, head) {
	const both = [...head.keys()].filter((draw) => base.has(draw)).sort((one, other) => one - other);
	return both.find((draw) => base.get(draw).problematic !== head.get(draw).problematic) ?? both[0] ?? Math.min(...head.keys(), ...base.keys());
}
function countDraws(cells) {
	const ruled = [...cells.values()].filter(({ problematic }) => problematic !== "missing");
	return [ruled.length, ruled.filter(({ problematic }) => problematic === true).length];
}
function sideOf(cell, { texts, judges, limits }) {
	const { responseText, responseLength, scores } = cell;
	const place = (text, most) => texts.place(shown(text, most));
	const rulings = cell.judgments.map((one) => {
		const judge = judges.place(one.judge);
		if (one.status === "abstained") return {
			judge,
			ruling: "abstained",
			clauses: [],
			reason: place(one.reason, limits.reason)
		};
		const { ruling, clauses, reasoning } = one;
		return {
			judge,
			ruling,
			clauses,
			...reasoning !== "" && { reason: place(reasoning, limits.reason) }
		};
	});
	const isScored = scores !== void 0 && scores !== "missing";
	return {
		problematic: cell.problematic,
		rulings,
		...responseText !== void 0 && { text: place(responseText, limits.answer) },
		...whereDefined({ length: responseLength }),
		...isScored && {
			kind: scores.responseType,
			scores: [scores.value1, scores.value2]
		}
	};
}
/** The shortest limits where even those do not fit: a page that is too large is still better than none. */
function chooseLimits(scenarios, cells) {
	const asked = scenarios.map(({ query }) => query ?? "");
	const answers = [...new Set(cells.map(({ responseText }) => responseText ?? ""))];
	const reasons = cells.flatMap(({ judgments }) => judgments.map((one) => one.status === "ruled" ? one.reasoning : ""));
	const total = (texts, most) => texts.reduce((sum, { length }) => sum + Math.min(length, most), 0);
	return LIMITS.find((limits) => total(asked, limits.asked) + total(answers, limits.answer) + total(reasons, limits.reason) <= MOST_CHARACTERS) ?? LIMITS.at(-1);
}
function shown(text, most) {
	return clip(visibleText(text), most);
}
function disclosureOf(scenarios, cells) {
	if (!(scenarios.some(({ query }) => query !== void 0) || cells.some((cell) => cell.responseText !== void 0))) return "ids";
	return cells.some(({ responseText, responseLength }) => (responseText?.length ?? 0) < (responseLength ?? 0)) ? "excerpts" : "full";
}
const ORDER = {
	worse: 0,
	better: 1,
	unknown: 2,
	same: 3
};
/** Worse first, by how much; then better, by how much. */
function byChange(one, other) {
	const moved = ({ base = 0, head = 0 }) => Math.abs(head - base);
	return ORDER[one.movement] - ORDER[other.movement] || moved(other) - moved(one) || (one.id < other.id ? -1 : 1);
}
/** Numbers the texts; equal texts get the same number. */
function createPlaces() {
	const places = /* @__PURE__ */ new Map();
	return {
		place: (text) => {
			const known = places.get(text);
			if (known !== void 0) return known;
			places.set(text, places.size);
			return places.size - 1;
		},
		all: () => [...places.keys()]
	};
}
/** Pure: clauses in the order of reading. */
function buildReading(report, clauses) {
	const effects = new Map(clauseEffects(report).map((effect) => [effect.change.id, effect]));
	const tested = new Map(report.clauses.map((one) => [one.id, one]));
	const asked = countAsked(report);
	return clauses.map((clause) => {
		const change = effects.get(clause.clause);
		const own = tested.get(clause.clause);
		const measured = change === void 0 && own !== void 0 && own.status !== "untested" ? writeTested(own) : void 0;
		return {
			clause,
			...whereDefined({
				change,
				measured
			}),
			asked: asked.get(clause.clause) ?? 0
		};
	});
}
function countAsked({ scenarios }) {
	const counts = /* @__PURE__ */ new Map();
	for (const id of scenarios.flatMap((scenario) => scenario.clauses)) counts.set(id, (counts.get(id) ?? 0) + 1);
	return counts;
}
/** No list where the evidence holds no answer. `parseEvidence` reads one from a file, `readOwnEvidence` one just written. */
function openExplorer(report, { made: provenance, clauses, scenarios, cells }) {
	const written = {
		reading: buildReading(report, clauses),
		...whereDefined({ provenance })
	};
	if (cells.length === 0) return written;
	const pageScript = readPageScript();
	return {
		...written,
		explorer: buildExplorer({
			report,
			scenarios: [...scenarios.values()],
			cells
		}),
		...whereDefined({ pageScript })
	};
}
/** The evidence that a run wrote beside its report: evidence.jsonl beside report.json, evidence.models.jsonl beside report.models.json. */
function readEvidenceBeside(report) {
	const name = basename(report).replace(/^report(.*)\.json$/, "evidence$1.jsonl");
	try {
		return readFileSync(join(dirname(report), name), "utf8");
	} catch {
		return;
	}
}
export { createSheet as A, writeHowDecided as B, RULING_WORDS as C, stackedBar as D, dumbbell as E, writeWayOn as F, hasFailedAnswers as G, clauseEffects as H, writeAnswer as I, parseEvidence as J, newlyFailing as K, writeModelPair as L, paragraphs as M, roomOf as N, renderTerminal as O, headingLines as P, writeModelShift as R, KIND_WORDS as S, statusWords as T, countCosmetic as U, writeSide as V, digestRun as W, readOwnEvidence as X, readEvidence as Y, serializeEvidence as Z, writeViolations as _, renderSarif as a, linear as b, renderJson as c, writeEstimate as d, writeAgreementBasis as f, writeShareLetThrough as g, writeKnown as h, buildExplorer as i, joinBlocks as j, block as k, renderHtml as l, writeAllAnswers as m, readEvidenceBeside as n, listAnnotations as o, toldLetThrough as p, writeScenarioChange as q, WHOLE_TEXTS as r, renderJunit as s, openExplorer as t, conflictMatrix as u, readableWords as v, nudgeWords as w, scenarioAddress as x, sourceLink as y, writeCost as z };
