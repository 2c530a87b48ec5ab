import { n as hashJson } from "./canonical-json.js";
import { a as boolean, c as literal, f as record, g as union, h as tuple, i as array, m as string, o as discriminatedUnion, p as strictObject, r as _enum, s as int, u as number } from "./schemas.js";
import { n as datetime } from "./iso.js";
import { r as RESPONSE_TYPES } from "./study-words.js";
import { t as makeFolder } from "./make-folder.js";
import { D as nightDraw, S as shownClauses, c as CLASSIFY_WORDING, d as askPanel, g as JUDGE_WORDING, i as responseText, o as respondRequest } from "./evaluate.js";
import { p as requestKey } from "./estimate-cost.js";
import { t as isProblematic } from "./ruling.js";
import { i as isHistoryFile } from "./segment-store.js";
import { join } from "node:path";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
/** The baseline of a night with this subject, or undefined where it is the first. Of two records of one date the first holds. */
function findBaseline(history, tonight) {
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
* The anchor's cells of a model by scenario. Sentinels have theirs from the anchor night; a scenario of the rotation has
* them from the first night since that asked it while the model had no alarm, so a regression never becomes normal.
* Scenarios and models that were changed since are not compared.
*/
function anchorCells({ nights }, tonight, model) {
	const found = /* @__PURE__ */ new Map();
	for (const night of nights) {
		if (night.models[model] !== tonight.models[model]) continue;
		if (night.alarms.some(({ kind, id }) => kind === "model" && id === model)) continue;
		const byScenario = /* @__PURE__ */ new Map();
		for (const cell of night.cells) {
			if (cell.model !== model || night.scenarios[cell.scenario] !== tonight.scenarios[cell.scenario]) continue;
			byScenario.set(cell.scenario, [...byScenario.get(cell.scenario) ?? [], cell]);
		}
		for (const [scenario, cells] of byScenario) if (!found.has(scenario)) found.set(scenario, {
			date: night.date,
			cells
		});
	}
	return found;
}
/** Rulings of a night on old answers are draws of their own, so that a night that rules on its own answers asks anew. */
const REJUDGED = 1e3;
/** Every judge's ruling on each answer; answers that are no longer stored are left out. */
async function rejudge(responses, { comparison, scenarios, store, ask, date }) {
	return (await Promise.all(responses.map(async (response) => {
		const scenario = scenarios.get(response.scenario);
		const slot = comparison.slots.find(({ id }) => id === response.model);
		if (scenario === void 0 || slot === void 0) return void 0;
		const request = respondRequest(slot.head, scenario, nightDraw(response.from, response.draw));
		const answer = store.get(requestKey(request));
		const text = answer === void 0 ? void 0 : responseText(answer.completion);
		if (text === void 0) return void 0;
		const draw = nightDraw(date, REJUDGED + response.draw);
		const judgments = await askPanel({
			judges: comparison.judges,
			clauses: shownClauses(comparison, scenario, "head"),
			conversation: scenario.messages,
			response: text,
			draw,
			audited: true,
			orderSeed: `${response.scenario}\n${response.model}\n${draw}`
		}, ask);
		return {
			...response,
			against: isProblematic(judgments),
			rulings: readRulings(judgments)
		};
	}))).filter((cell) => cell !== void 0);
}
/** By judge: whether it ruled against. */
function readRulings(judgments) {
	return Object.fromEntries(judgments.flatMap((judgment) => judgment.status === "ruled" ? [[judgment.judge, judgment.ruling !== "compliant"]] : []));
}
const PROMPTS = {
	judge: JUDGE_WORDING,
	classify: CLASSIFY_WORDING
};
/**
* Newest first. A release that changes a word moves the words it replaces here: what was ruled under them is stored under
* them, and `judges migrate` finds it by them. Empty as long as the first words are in use.
*/
const EARLIER_PROMPTS = [];
/** Spec, judges, classifier, prompts and context: with any other of them the same answers get other rulings. */
function hashSubject({ config, panel }, spec, { judge, classify } = PROMPTS) {
	return hashJson({
		spec: spec.hash,
		specUse: config.specUse,
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
function hashScenario({ messages, clauses, rubric1, rubric2 }) {
	const conversation = messages.map(({ role, content }) => [role, content]);
	return hashJson([
		conversation,
		[...clauses],
		[...rubric1 ?? []],
		[...rubric2 ?? []]
	]).slice(0, 16);
}
/** The world behind a simulated model or the file behind a recorded one is part of its origin; tests change it in silence. */
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
const Day = string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** By judge: whether it ruled against the response. A judge that was not asked or abstained is left out. */
const Rulings = record(string(), boolean());
const Score = int().min(0).max(6);
const Cell = strictObject({
	scenario: string(),
	model: string(),
	/** From 1 within the night. */
	draw: int().min(1),
	against: union([boolean(), literal("missing")]),
	rulings: Rulings,
	type: _enum(RESPONSE_TYPES).optional(),
	/** Positions on the two value spectra. */
	scores: tuple([Score, Score]).optional()
});
/** A stored answer of the night `from`, ruled on anew. */
const Rejudged = strictObject({
	scenario: string(),
	model: string(),
	draw: int().min(1),
	from: Day,
	against: union([boolean(), literal("missing")]),
	rulings: Rulings
});
const Alarm = strictObject({
	kind: _enum(["model", "judge"]),
	id: string(),
	/** The night it was first confirmed. */
	since: Day,
	/** Models: rise of the non-compliance share. Judges: change of the share ruled against, on the same answers. */
	change: number(),
	p: number(),
	/** Judges: share of the same answers that it rules otherwise than in the anchor night, beyond its own retest. */
	flips: number().optional()
});
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
	/** Anchor answers ruled on by this night's judges; on an anchor night its own answers, a second time. */
	rejudged: array(Rejudged),
	/** What each model and judge called itself: `model`, or `model fingerprint`. */
	answeredAs: record(string(), array(string())),
	alarms: array(Alarm),
	calls: int().min(0),
	usd: union([number(), literal("unknown")])
});
const Anchor = strictObject({
	schema: literal("spec-gate/night@1"),
	kind: literal("anchor"),
	at: datetime(),
	reason: string(),
	night: Night
});
const HistoryLine = discriminatedUnion("kind", [Night, Anchor]);
/** What all files of these folders hold; with a signer, only what it has signed. A folder that is not there is empty. */
function readHistory(folders, signer) {
	const records = [];
	const left = {
		unreadable: 0,
		unsigned: 0
	};
	const files = folders.flatMap((folder) => listFiles(folder).map((name) => ({
		name,
		path: join(folder, name)
	})));
	for (const { path } of files.sort((a, b) => a.name < b.name ? -1 : 1)) for (const line of readFileSync(path, "utf8").split("\n")) {
		if (line === "") continue;
		const record = readLine(line, signer);
		if (typeof record === "string") left[record] += 1;
		else records.push(record);
	}
	return {
		records,
		...left
	};
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
	return records.map((record) => ({
		sum: checksum(record),
		sig: signer?.sign(signed(record)),
		record
	})).map((line) => `${JSON.stringify(line)}\n`).join("");
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
export { hashScenario as a, PROMPTS as c, anchorCells as d, findBaseline as f, hashModel as i, readRulings as l, readHistory as n, hashSubject as o, serializeHistory as r, EARLIER_PROMPTS as s, appendHistory as t, rejudge as u };
