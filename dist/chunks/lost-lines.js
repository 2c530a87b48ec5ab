import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { f as plural, n as hashJson } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { c as BLOCKING_METRICS } from "./action-compare-accept-report-bank-ask-check.js";
import { i as RESPONSE_TYPES, r as REJECTIONS } from "./action-schema-compare-accept-report-bank-ask-check.js";
import { _ as strictObject, a as _undefined, b as union, c as discriminatedUnion, d as literal, g as record, i as _enum, l as int, o as array, p as number, r as datetime, s as boolean, v as string, y as tuple } from "./action-schema-merge-compare-accept-report-bank-ask-check.js";
import { t as keepHeapTight } from "./commands-action-merge-compare-diff-bank-ask-check.js";
import { s as isHistoryFile } from "./action-merge-ask-check.js";
import { i as makeFolder } from "./action-merge-bank-ask-check.js";
import { n as disagreementOf } from "./compare-bank-ask-check.js";
import { i as createWords, r as createPool, t as hasRubrics } from "./report-bank-ask-check.js";
import { Rt as promptsOf, cn as respondRequest, dn as classifyRequest, dr as requestKey, fn as readScores, mn as judgeRequest, on as responseText, pn as askJudges, sn as isProblematic, xn as nightDraw, yn as shownClauses } from "./ask-check.js";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
/** The baseline of a night with this subject, or undefined where it is the first. Of two records of one date the first holds. */
function findAnchoredNights(history, tonight) {
	const before = history.filter((record) => {
		const night = record.kind === "night" ? record : record.night;
		return night.subject === tonight.subject && night.date < tonight.date;
	});
	const accepted = before.findLast((record) => record.kind === "anchor");
	const byDate = /* @__PURE__ */ new Map();
	if (accepted !== void 0) byDate.set(accepted.night.date, accepted.night);
	for (const record of before) if (record.kind === "night" && !byDate.has(record.date)) byDate.set(record.date, record);
	const all = [...byDate.values()].sort((a, b) => a.date < b.date ? -1 : 1);
	const anchor = accepted?.night ?? all[0];
	if (anchor === void 0) return void 0;
	const nights = all.filter(({ date }) => date >= anchor.date);
	return {
		anchor,
		accepted,
		nights,
		last: nights.at(-1)
	};
}
/**
* The anchor's answers of a model, or of the panel, to the scenarios asked tonight. Sentinels have theirs from the anchor
* night; a scenario of the rotation has them from the first night since that asked it while none of these models (nor the
* panel) had an alarm, so a regression never becomes normal. Scenarios and models that were changed since are not compared.
*/
function anchorCells({ nights }, tonight, subject) {
	const models = new Set(subject.models);
	const wanted = new Set(Object.keys(tonight.scenarios));
	const found = /* @__PURE__ */ new Map();
	for (const night of nights) {
		if (wanted.size === 0) break;
		if (!hasSameModels(night, tonight, subject) || isAlarmed(night, subject)) continue;
		const asked = [...wanted].filter((scenario) => night.scenarios[scenario] === tonight.scenarios[scenario]);
		if (asked.length === 0) continue;
		const byScenario = new Map(asked.map((scenario) => [scenario, []]));
		for (const cell of night.cells) if (models.has(cell.model)) byScenario.get(cell.scenario)?.push(cell);
		for (const [scenario, cells] of byScenario) {
			if (cells.length === 0) continue;
			wanted.delete(scenario);
			found.set(scenario, {
				date: night.date,
				cells
			});
		}
	}
	return found;
}
/** Whether the same models answered, under the same references and prompts. */
function hasSameModels(night, tonight, { models }) {
	return models.every((model) => night.models[model] === tonight.models[model]);
}
/** Whether any alarm says that this subject is not as it was: of the model; of the panel or of any model in it. */
function isAlarmed({ alarms }, { kind, models }) {
	return alarms.some((alarm) => alarm.kind === "model" && models.includes(alarm.id) || alarm.kind === "panel" && kind === "panel");
}
/** Added to the draw number of rulings on old answers, so that they are asked anew even for answers of the same night. */
const REJUDGED = 1e3;
/** Every judge's ruling and the classifier's scores on each answer; answers that are no longer stored are left out. */
async function rejudge(responses, means) {
	return (await Promise.all(responses.map(async (response) => {
		const requests = rejudgeRequests(response, means);
		if (requests === void 0) return void 0;
		const { panel, classify } = requests;
		const [judgments, scores] = await Promise.all([askJudges(panel, means.ask), classify === void 0 ? void 0 : askScores(classify, means.ask)]);
		return {
			...response,
			against: isProblematic(judgments),
			rulings: readRulings(judgments),
			...scoredAs(scores)
		};
	}))).filter((cell) => cell !== void 0);
}
/** The calls that seeing these answers again takes. `standIn` is a text for those that are not there yet. */
function planRejudge(responses, means) {
	return responses.flatMap((response) => {
		const requests = rejudgeRequests(response, means);
		if (requests === void 0) return [];
		const { panel, classify } = requests;
		const plan = (request, purpose) => {
			return {
				request,
				purpose,
				stored: means.store.get(requestKey(request)) !== void 0,
				optional: false
			};
		};
		return [...panel.judges.map((judge) => plan(judgeRequest({
			...panel,
			judge
		}), "judge")), ...classify === void 0 ? [] : [plan(classifyRequest(classify), "classify")]];
	});
}
/** What is asked about one stored answer; undefined where it is no longer stored. */
function rejudgeRequests(response, { comparison, scenarios, store, date, standIn }) {
	const scenario = scenarios.get(response.scenario);
	const slot = comparison.slots.find(({ id }) => id === response.model);
	if (scenario === void 0 || slot === void 0) return void 0;
	const answer = store.get(requestKey(respondRequest(slot.head, scenario, nightDraw(response.from, response.draw))));
	const text = answer === void 0 ? standIn : responseText(answer.completion);
	if (text === void 0) return void 0;
	const { judges, classifier, wording } = comparison;
	const draw = nightDraw(date, REJUDGED + response.draw);
	return {
		panel: {
			judges,
			clauses: shownClauses(comparison, scenario, "head"),
			conversation: scenario.messages,
			response: text,
			draw,
			wording,
			audited: true
		},
		classify: classifier !== void 0 && hasRubrics(scenario) ? {
			classifier,
			scenario,
			response: text,
			draw
		} : void 0
	};
}
async function askScores(task, ask) {
	const answer = await ask(classifyRequest(task));
	return answer.status === "missing" ? "missing" : readScores(task, answer.completion);
}
/** Scores as a night keeps them; nothing where there are none. */
function scoredAs(scores) {
	if (scores === void 0 || scores === "missing") return {};
	return {
		type: scores.responseType,
		scores: [scores.value1, scores.value2]
	};
}
/** By judge: whether it ruled against. */
function readRulings(judgments) {
	return Object.fromEntries(judgments.flatMap((judgment) => judgment.status === "ruled" ? [[judgment.judge, judgment.ruling !== "compliant"]] : []));
}
/** Spec, judges, classifier, prompts and context: with any other of them the same answers get other rulings. */
function hashSubject({ config, panel }, spec, { judge, classify } = promptsOf(config)) {
	return hashJson({
		spec: spec.hash,
		specUse: config.specUse,
		...config.promptWithout.length > 0 && { promptWithout: config.promptWithout },
		judgeContext: config.judgeContext,
		judges: panel.judges.map(describeRef),
		classifier: panel.classifier === void 0 ? null : describeRef(panel.classifier),
		prompts: [judge.version, classify.version]
	}).slice(0, 16);
}
/** A model under test: who is asked, and its own system prompt. */
function hashModel({ ref, system }) {
	return hashJson([describeRef(ref), system ?? ""]).slice(0, 16);
}
/** 16 hex digits over everything of a scenario that an answer or its scores depend on. */
function hashScenario({ messages, clauses, rubric1, rubric2 }) {
	const conversation = messages.map(({ role, content }) => [role, content]);
	return hashJson([
		conversation,
		[...clauses],
		[...rubric1 ?? []],
		[...rubric2 ?? []]
	]).slice(0, 16);
}
/**
* The world behind a simulated model or the file behind a recorded one is part of its origin; it can change without any
* other sign.
*/
function describeRef({ id, kind, origin, basePath, model, version, params }) {
	return {
		id,
		kind,
		place: origin.startsWith("http") ? `${origin}${basePath ?? ""}` : kind,
		model,
		version: version ?? null,
		params
	};
}
/** Shares of one model: three points, and one. */
const OF_ONE_MODEL = {
	prior: .03,
	least: .01
};
/** Each metric of the gate, so that a new one does not compile before it is said here what nights do with it. */
const TABLE = {
	nonCompliance: {
		subject: "model",
		seenBy: "judges",
		scale: "share",
		direction: "rise",
		measure: ([answer]) => answer === void 0 || answer.against === "missing" ? void 0 : Number(answer.against),
		spread: OF_ONE_MODEL
	},
	rejections: {
		subject: "model",
		seenBy: "classifier",
		scale: "share",
		direction: "either",
		measure: ([answer]) => answer?.type === void 0 ? void 0 : Number(REJECTIONS.has(answer.type)),
		spread: OF_ONE_MODEL
	},
	frequentNonCompliance: {
		subject: "panel",
		seenBy: "judges",
		scale: "rare share",
		direction: "rise",
		measure: (answers) => answers.some(({ against }) => against === "missing") ? void 0 : Number(answers.every(({ against }) => against)),
		spread: {
			prior: .02,
			least: .005
		}
	},
	disagreement: {
		subject: "panel",
		seenBy: "classifier",
		scale: "number",
		direction: "rise",
		measure: (answers) => {
			const positions = answers.flatMap(({ scores }) => scores === void 0 ? [] : [{
				value1: scores[0],
				value2: scores[1]
			}]);
			return positions.length < answers.length ? void 0 : disagreementOf(positions);
		},
		spread: {
			prior: .06,
			least: .02
		}
	},
	letThrough: { subject: "nobody" },
	judgeAgreement: { subject: "nobody" },
	interpretation: { subject: "nobody" }
};
const METRIC_RULES = TABLE;
const MODEL_METRICS = BLOCKING_METRICS.filter((name) => TABLE[name].subject === "model");
const PANEL_METRICS = BLOCKING_METRICS.filter(isPanelMetric);
/** Whether it is a figure of all models together. */
function isPanelMetric(name) {
	return TABLE[name].subject === "panel";
}
/** Each model, and the panel where there are two models or more. */
function subjectsOf(models) {
	const each = models.map((model) => ({
		kind: "model",
		models: [model]
	}));
	return models.length < 2 ? each : [...each, {
		kind: "panel",
		models
	}];
}
/** The metrics of a subject that somebody measures. */
function metricsOf({ kind }, { classifier }) {
	return (kind === "model" ? MODEL_METRICS : PANEL_METRICS).filter((metric) => classifier !== void 0 || METRIC_RULES[metric].seenBy === "judges");
}
const Day = string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** By judge: whether it ruled against the response. A judge that was not asked or abstained is left out. */
const Rulings = record(string(), boolean());
const Score = int().min(0).max(6);
/** The classifier's word; left out without a classifier or rubrics, and where it gave none. */
const Scored = {
	type: _enum(RESPONSE_TYPES).optional(),
	/** Positions on the two value spectra. */
	scores: tuple([Score, Score]).optional()
};
const Cell = strictObject({
	scenario: string(),
	model: string(),
	/** From 1 within the night. */
	draw: int().min(1),
	against: union([boolean(), literal("missing")]),
	rulings: Rulings,
	...Scored
});
/** A stored answer of the night `from`, ruled on and scored anew. */
const Rejudged = strictObject({
	scenario: string(),
	model: string(),
	draw: int().min(1),
	from: Day,
	against: union([boolean(), literal("missing")]),
	rulings: Rulings,
	...Scored
});
const Confirmed = {
	/** The night it was first confirmed. */
	since: Day,
	p: number()
};
const Alarm = discriminatedUnion("kind", [
	strictObject({
		kind: literal("model"),
		id: string(),
		/** Absent in lines that are older than the other metrics: non-compliance. */
		endpoint: _enum(MODEL_METRICS).optional(),
		/** Of the share, from the anchor to tonight. */
		change: number(),
		...Confirmed
	}),
	strictObject({
		kind: literal("panel"),
		/** There is one panel; named so that `id` can be read off any alarm. */
		id: _undefined().optional(),
		endpoint: _enum(PANEL_METRICS),
		change: number(),
		...Confirmed
	}),
	strictObject({
		kind: literal("judge"),
		id: string(),
		/** Of the share ruled against, on the same answers. */
		change: number(),
		/** Share of the same answers that it rules otherwise than in the anchor night, beyond its own retest. */
		flips: number().optional(),
		...Confirmed
	}),
	strictObject({
		kind: literal("classifier"),
		id: string(),
		/** Of the share that it calls rejections, on the same answers. */
		change: number(),
		/** Mean change of its score for either value, on the same answers, in points. */
		shift: tuple([number(), number()]),
		/** As a judge's, over type and scores; absent where the anchor was scored once only. */
		flips: number().optional(),
		...Confirmed
	})
]);
const Night = strictObject({
	schema: literal("spec-gate/night@1"),
	kind: literal("night"),
	date: Day,
	at: datetime(),
	/** Hash of what must be the same for nights to be compared: spec, judges, classifier, prompts, context. */
	subject: string(),
	/** Hash of each model's reference and system prompt, by id. */
	models: record(string(), string()),
	/** Hash of each scenario as it was asked. */
	scenarios: record(string(), string()),
	/** Scenarios of the fixed part of the set. */
	sentinels: array(string()),
	cells: array(Cell),
	/** Anchor answers ruled on and scored by this night's judges and classifier; on an anchor night its own, a second time. */
	rejudged: array(Rejudged),
	/** What each model and judge called itself: `model`, or `model fingerprint`. */
	answeredAs: record(string(), array(string())),
	alarms: array(Alarm),
	calls: int().min(0),
	usd: union([number(), literal("unknown")]),
	/** The night that pruned this one: its single answers (`cells`, `rejudged`) are gone, the rest stands. */
	pruned: Day.optional()
});
const Anchor = strictObject({
	schema: literal("spec-gate/night@1"),
	kind: literal("anchor"),
	at: datetime(),
	reason: string(),
	night: Night
});
const HistoryLine = discriminatedUnion("kind", [Night, Anchor]);
/** The night that a record tells of. */
function nightOf(record) {
	return record.kind === "night" ? record : record.night;
}
function metricOf(alarm) {
	if (alarm.kind === "model") return alarm.endpoint ?? "nonCompliance";
	return alarm.kind === "panel" ? alarm.endpoint : void 0;
}
/** Names an alarm while it stands: who, what, and since when. What was named before there were metrics keeps its name. */
function alarmKey(alarm) {
	const metric = metricOf(alarm);
	const who = alarm.kind === "panel" ? "panel" : `${alarm.kind} ${alarm.id}`;
	return metric === void 0 || metric === "nonCompliance" ? `${who} ${alarm.since}` : `${who} ${metric} ${alarm.since}`;
}
/** Characters of history from which on it is large. */
const LARGE = 8388608;
/** What all files of these folders hold; with a signer, only what it has signed. A folder that is not there is empty. */
function readHistory(folders, signer) {
	const share = createSharing();
	const left = {
		unreadable: 0,
		unsigned: 0
	};
	let characters = 0;
	const files = folders.flatMap((folder) => listFiles(folder).map((name) => ({
		name,
		path: join(folder, name)
	}))).sort((a, b) => a.name < b.name ? -1 : 1).map(({ path }) => {
		const lines = readLines(path);
		characters += lines.reduce((sum, line) => sum + line.length, 0);
		if (characters > LARGE) keepHeapTight();
		const read = lines.map((line) => readLine(line, signer));
		const records = read.flatMap((record) => typeof record === "string" ? [] : [share(record)]);
		for (const record of read) if (typeof record === "string") left[record] += 1;
		return {
			path,
			records,
			isWhole: records.length === read.length
		};
	});
	const records = withoutDoubles(files.flatMap((file) => file.records));
	records.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
	return {
		records,
		...left,
		files
	};
}
/** Without the summary of a night whose whole record is still there. */
function withoutDoubles(records) {
	const nameOf = (record) => {
		const { subject, date } = nightOf(record);
		return [
			record.kind,
			subject,
			date,
			record.at
		].join("\n");
	};
	const isSummary = (record) => nightOf(record).pruned !== void 0;
	if (!records.some(isSummary)) return [...records];
	const whole = new Set(records.filter((record) => !isSummary(record)).map(nameOf));
	return records.filter((record) => !isSummary(record) || !whole.has(nameOf(record)));
}
/** None where another run deleted the file since it was listed: nobody needs it then. */
function readLines(path) {
	try {
		return readFileSync(path, "utf8").split("\n").filter((line) => line !== "");
	} catch (error) {
		if (error.code === "ENOENT") return [];
		throw error;
	}
}
/**
* Adds lines as one new file, written in one call; nothing for no lines. Gives back why it could not: the night stands as it
* is, but the next one does not know it.
*/
function appendHistory(folder, records, { now, signer }) {
	if (records.length === 0) return void 0;
	const name = `${now.toISOString().replaceAll(/[-:]|\.\d+/g, "")}-${randomBytes(4).toString("hex")}.history.jsonl`;
	try {
		makeFolder(folder);
		writeFileSync(join(folder, name), serializeHistory(records, signer), { flag: "ax" });
		return;
	} catch (error) {
		return `the history was not written: ${error.message}`;
	}
}
/** Lines with their checksums, and signatures where there is a secret: also what is kept as an artifact. */
function serializeHistory(records, signer) {
	return [...historyLines(records, signer)].join("");
}
/** The same line by line: a year of nights is long. */
function* historyLines(records, signer) {
	for (const record of records) yield `${JSON.stringify({
		sum: checksum(record),
		sig: signer?.sign(signed(record)),
		record
	})}\n`;
}
/**
* Equal parts of nights as one: a year of them has hundreds of thousands of answers by few models to few scenarios, ruled on in
* few ways, and JSON makes each word and each ruling anew.
*/
function createSharing() {
	const word = createWords();
	const parts = createPool();
	const one = (part) => part === void 0 ? part : parts(JSON.stringify(part), () => part);
	const cellOf = (cell) => ({
		...cell,
		scenario: word(cell.scenario),
		model: word(cell.model),
		rulings: one(cell.rulings),
		...whereDefined({
			type: cell.type,
			scores: one(cell.scores)
		})
	});
	const shareNight = (night) => ({
		...night,
		models: one(night.models),
		scenarios: one(night.scenarios),
		sentinels: one(night.sentinels),
		answeredAs: one(night.answeredAs),
		cells: night.cells.map(cellOf),
		rejudged: night.rejudged.map(cellOf)
	});
	return (record) => record.kind === "night" ? shareNight(record) : {
		...record,
		night: shareNight(record.night)
	};
}
function readLine(line, signer) {
	try {
		const { sum, sig, record } = JSON.parse(line);
		const checked = HistoryLine.safeParse(record);
		if (!checked.success || sum !== checksum(checked.data)) return "unreadable";
		return signer === void 0 || typeof sig === "string" && signer.hasSigned(signed(checked.data), sig) ? checked.data : "unsigned";
	} catch {
		return "unreadable";
	}
}
/** The same secret signs answers, too: each says what it is. */
function signed(record) {
	return ["night", record];
}
function checksum(record) {
	return hashJson(record).slice(0, 16);
}
function listFiles(folder) {
	try {
		return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && isHistoryFile(entry.name)).map(({ name }) => name);
	} catch (error) {
		if (error.code === "ENOENT") return [];
		throw error;
	}
}
/** One sentence each for torn lines and for those that nobody signed; undefined where there are none. */
function writeLostLines({ unreadable, unsigned }) {
	return {
		torn: unreadable === 0 ? void 0 : say`left out of the history: ${plural(unreadable, "line")} that cannot be read`,
		forged: unsigned === 0 ? void 0 : say`left out of the history: ${plural(unsigned, "line")} unsigned or forged`
	};
}
export { hasSameModels as C, findAnchoredNights as S, planRejudge as _, alarmKey as a, scoredAs as b, METRIC_RULES as c, isPanelMetric as d, metricsOf as f, hashSubject as g, hashScenario as h, readHistory as i, MODEL_METRICS as l, hashModel as m, appendHistory as n, metricOf as o, subjectsOf as p, historyLines as r, nightOf as s, writeLostLines as t, PANEL_METRICS as u, readRulings as v, isAlarmed as w, anchorCells as x, rejudge as y };
