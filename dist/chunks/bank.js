import { o as __toESM } from "./rolldown-runtime.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { a as whereDefined, n as visibleId, r as visibleLine } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { a as asSet, c as decimal, f as plural, i as sha256, s as count, v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { a as inRow, c as name, d as wording, l as names, t as plainText, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { a as RUBRIC_STEPS } from "./action-schema-compare-accept-report-bank-ask-check.js";
import { i as makeFolder } from "./action-merge-bank-ask-check.js";
import { Dt as KNOWN_KEYS, S as loadConfig, Tt as streamBank, Z as DEFAULT_BANK, c as createDotKernel, ht as refuseDeepNesting, j as roleNamed, kt as parseScenarioRow, l as distanceFromDot, n as lexicalMeasure, r as tableOf, st as classifyHost, u as dotRows, w as loadSpec, xt as serializeScenario } from "./bank-ask-check.js";
import { a as parseUntrustedJson, r as findHostileStructure, t as MAX_LINE } from "./compare-accept-report-bank-ask-check.js";
import { t as ID_PATTERN } from "./schema-accept-report-bank-ask-check.js";
import { a as nearestName, i as widthOf, n as padAfter } from "./compare-diff-report-bank-ask-check.js";
import { t as readAt } from "./merge-compare-diff-bank-ask-check.js";
import { i as unpackGzip, n as openFile, r as refusePointer } from "./compare-diff-bank-ask-check.js";
import { a as wrapText, o as readLines, s as readText } from "./compare-report-bank-ask-check.js";
import { r as openBankSpool, t as whileBankHeld } from "./bank-ask.js";
import { t as createRecent } from "./merge-diff-report-bank-ask-check.js";
import { n as isGlobal } from "./diff-report-bank-ask-check.js";
import { A as QUERY_MATERIAL, E as membersOf, F as queryByEnding, I as studyId, M as answeringModel, N as findColumn, O as parsePython, P as framingOf$1, S as rowOf, _ as itemReader, a as openTable, b as bigintAsNumber, d as describeUnread, h as rowsOfFrame, j as SCENARIO_COLUMNS, o as tableFormat, r as disagreementsBySubset, s as tooLong, t as HIGH_DISAGREEMENT, u as openHarnessFile, x as excerptOf, y as itemsOfValue, z as messageText } from "./compare-bank-ask-check.js";
import { t as hasRubrics } from "./report-bank-ask-check.js";
import { t as loadSpecFile } from "./diff-bank-check.js";
import { t as shellWord } from "./compare-report-bank-check.js";
import { n as createPaint } from "./compare-diff-report-bank-check.js";
import { a as NOTHING, i as renderPage, o as html, s as htmlSentence, t as STYLE } from "./report-bank-check.js";
import { i as totalCoverage, t as createCoverageTally } from "./bank-check.js";
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, renameSync, statSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import { basename, dirname, relative, resolve } from "node:path";
/** Whether both ask the same: only then are they two accounts of one scenario. */
function asksTheSame(a, b) {
	return JSON.stringify(a.messages) === JSON.stringify(b.messages);
}
/**
* `known` with what only `brought` says. Links and topics of `known` stay as they are where it has any; each map of its
* scores likewise, but rulings are added model by model and judge by judge. Where both name values and name others, what
* measures values (rubrics, positions, disagreement) is not taken over.
*/
function fillScenario(known, brought) {
	const isOfOtherValues = known.value1 !== void 0 && brought.value1 !== void 0 && (known.value1 !== brought.value1 || known.value2 !== brought.value2);
	const scored = fillScored(known.scored, isOfOtherValues ? rulingsAlone(brought.scored) : brought.scored);
	const sameValues = known.value1 === brought.value1 && known.value2 === brought.value2;
	const hasNoValues = known.value1 === void 0 && known.rubric1 === void 0;
	return {
		...(sameValues || hasNoValues) && valuesOf(brought),
		...!isOfOtherValues && whereDefined({ disagreement: brought.disagreement }),
		...whereDefined({ source: brought.source }),
		...known,
		clauses: known.clauses.length > 0 ? known.clauses : brought.clauses,
		topics: known.topics.length > 0 ? known.topics : brought.topics,
		...whereDefined({ scored })
	};
}
/** Without what is measured on the spectra of two values; undefined where nothing else was found. */
function rulingsAlone(scored) {
	if (scored === void 0) return void 0;
	const { scores: _scores, disagreements: _disagreements, responseTypes: _types, ...rest } = scored;
	return rest.compliance === void 0 && rest.expressed === void 0 ? void 0 : rest;
}
function valuesOf({ value1, value2, nudge, rubric1, rubric2 }) {
	return { ...whereDefined({
		value1,
		value2,
		nudge,
		rubric1,
		rubric2
	}) };
}
function fillScored(known, brought) {
	if (known === void 0 || brought === void 0) return known ?? brought;
	const compliance = new Map(Object.entries(brought.compliance ?? {}));
	for (const [model, rulings] of Object.entries(known.compliance ?? {})) compliance.set(model, {
		...compliance.get(model),
		...rulings
	});
	return {
		...brought,
		...known,
		...compliance.size > 0 && { compliance: Object.fromEntries(compliance) }
	};
}
/**
* Opens a bank to add to; a file that is not there is made with the first line. What stands behind the last line end was
* torn by a kill if it is no whole scenario, and is dropped: its answers are in the store. `keep` is told what the file holds.
* @throws UserError for lines that are no scenarios. `name` is the path shown to people.
*/
async function openGrowingBank(path, name, keep) {
	const { size, kept, lacksEnd } = existsSync(path) ? wholeLinesOf(path) : {
		size: 0,
		kept: 0,
		lacksEnd: false
	};
	if (kept > 0) await readBeginning({
		path,
		name,
		bytes: kept
	}, keep);
	let file;
	const open = () => {
		makeFolder(dirname(path));
		if (kept < size && statSync(path, { throwIfNoEntry: false })?.size === size) truncateSync(path, kept);
		const opened = openSync(path, "a");
		if (lacksEnd) writeSync(opened, "\n");
		return opened;
	};
	return {
		append: (line) => {
			file ??= open();
			writeSync(file, `${line}\n`);
		},
		close: () => {
			if (file !== void 0) closeSync(file);
			file = void 0;
		}
	};
}
async function readBeginning({ path, name, bytes }, keep) {
	const source = await openFile(path, name);
	try {
		await streamBank({
			...source,
			byteLength: bytes
		}, keep, { without: "scored" });
	} finally {
		await source.close();
	}
}
/** Replaces a file in one step: a reader, or a kill, finds the old text or the new one. */
function replaceFile(path, text) {
	makeFolder(dirname(path));
	const next = `${path}.${process.pid}.tmp`;
	const file = openSync(next, "w");
	try {
		writeFileSync(file, text);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
	renameSync(next, path);
}
/** Bytes up to the last line end; or all of them, where the last line is whole JSON and lacks its end only. */
function wholeLinesOf(path) {
	const file = openSync(path, "r");
	try {
		const { size } = fstatSync(file);
		for (let length = Math.min(size, PIECE);; length = Math.min(size, 2 * length)) {
			const tail = Buffer.alloc(length);
			readAt(file, tail, size - length);
			const end = tail.lastIndexOf(LF);
			if (end === -1 && length < size) continue;
			const last = tail.subarray(end + 1);
			if (last.length > 0 && isJson(last.toString("utf8"))) return {
				size,
				kept: size,
				lacksEnd: true
			};
			return {
				size,
				kept: size - last.length,
				lacksEnd: false
			};
		}
	} finally {
		closeSync(file);
	}
}
const PIECE = 65536;
const LF = 10;
function isJson(text) {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
/** Milliseconds for one range, from the request to its last byte. */
const PATIENCE = 12e4;
/** Opens a full path, or an https address with `fetch`. @throws UserError naming it. */
function openSource(place, fetch) {
	return isAddress(place) ? openUrl(place, fetch) : openFile(place);
}
/** What a person names, as `openSource` takes it: an address as it is, a file from the folder that they are in. */
function locateSource(cwd, name) {
	return isAddress(name) ? name : resolve(cwd, name);
}
/** Whether it begins with a protocol, `https://`. */
function isAddress(name) {
	return /^[a-z][a-z0-9+.-]*:\/\//i.test(name);
}
/** The server must answer ranges: a Parquet file is read from its end, and nothing is read that is not needed. */
async function openUrl(name, fetch) {
	const fail = (message) => {
		throw new UserError({
			message,
			hint: "Download it and import the file.",
			place: { file: name }
		});
	};
	const follow = createFollower(fail);
	const read = async (start, end) => {
		const init = {
			headers: {
				range: `bytes=${start}-${end - 1}`,
				"accept-encoding": "identity"
			},
			redirect: "manual",
			signal: AbortSignal.timeout(PATIENCE)
		};
		const response = await follow(name, (address) => fetch(address, init).catch((error) => fail(`cannot be reached: ${String(error)}`)));
		if (response.status !== 206) {
			await response.body?.cancel();
			return fail(response.ok ? "the server does not answer ranges" : `the server answered ${response.status}`);
		}
		const total = Number(/\/(\d+)$/.exec(response.headers.get("content-range") ?? "")?.[1] ?? NaN);
		if (!Number.isSafeInteger(total)) fail("the server does not say how long it is");
		return {
			bytes: await readExactly(response, end - start, fail).catch((error) => {
				throw error instanceof UserError ? error : fail(`broke off: ${String(error)}`);
			}),
			total
		};
	};
	const { total } = await read(0, 1);
	const source = {
		name,
		byteLength: total,
		slice: async (start, end = total) => end === start ? /* @__PURE__ */ new ArrayBuffer(0) : (await read(start, end)).bytes,
		close: () => Promise.resolve()
	};
	await refusePointer(source);
	return unpackGzip(source);
}
/** Redirects in a row. */
const MOST_HOPS = 5;
/** Follows redirects one by one: each address on the way is held to the same rules before it is asked. */
function createFollower(fail) {
	return async (first, ask) => {
		let url = requireSafe(first, fail);
		for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
			const response = await ask(url.href);
			const next = response.headers.get("location");
			if (response.status < 300 || response.status >= 400 || next === null) return response;
			await response.body?.cancel();
			url = requireSafe(URL.canParse(next, url) ? new URL(next, url).href : next, fail, url);
		}
		return fail(`more than ${MOST_HOPS} redirects`);
	};
}
/** https anywhere, http on this machine only. A public server sends nobody to this machine or into a private network. */
function requireSafe(address, fail, from) {
	const url = URL.canParse(address) ? new URL(address) : fail("not an address");
	const kind = classifyHost(url.hostname);
	if (url.protocol !== "https:" && !(url.protocol === "http:" && kind === "loopback")) fail(`${url.protocol} is not https`);
	if (from !== void 0 && kind !== "public" && classifyHost(from.hostname) !== kind) fail(`it leads to ${url.hostname}, an address of this machine or of a private network`);
	return url;
}
/** Never keeps more than was asked for, whatever the server sends. */
async function readExactly(response, length, fail) {
	const bytes = new Uint8Array(length);
	let done = 0;
	for await (const piece of response.body ?? []) {
		if (done + piece.length > length) {
			await response.body?.cancel().catch(() => void 0);
			fail("the server sent more than was asked for");
		}
		bytes.set(piece, done);
		done += piece.length;
	}
	if (done < length) fail("the server sent less than was asked for");
	return bytes.buffer;
}
/** A file of an earlier import is replaced by the first reject; without rejects it is left alone. */
function openRejectFile(path) {
	let file;
	const open = () => {
		makeFolder(dirname(path));
		return openSync(path, "w");
	};
	return {
		add: ({ source, row, reason, excerpt }) => {
			file ??= open();
			writeSync(file, `${JSON.stringify({
				source,
				row,
				reason,
				excerpt
			})}\n`);
		},
		close: () => {
			if (file !== void 0) closeSync(file);
			file = void 0;
		}
	};
}
/** Different reasons that are counted one by one; texts of rows may be part of them. */
const MOST_REASONS$1 = 1e3;
/** Names of columns that nothing is made of: a file may have another one in every row. */
const MOST_IGNORED = 1e4;
/** Adds up one source's events; `reasons` collects over all sources. */
function createImportTally(source, reasons) {
	const shapes = /* @__PURE__ */ new Set();
	const used = /* @__PURE__ */ new Map();
	const ignored = /* @__PURE__ */ new Map();
	const cells = /* @__PURE__ */ new Map();
	let [scenarios, repeats, rejects, renamed] = [
		0,
		0,
		0,
		0
	];
	return {
		add: (event) => {
			if (event.kind === "scenario") {
				scenarios += 1;
				for (const reason of event.leftOut ?? []) countReason(cells, reason);
			}
			if (event.kind === "repeat") repeats += 1;
			if (event.kind !== "columns") return;
			shapes.add(event.columns.shape);
			for (const one of event.columns.used) used.set(one.column, one);
			for (const one of event.columns.ignored) if (ignored.size < MOST_IGNORED) ignored.set(one.column, one);
		},
		reject: (reason) => {
			rejects += 1;
			countReason(reasons, reason);
		},
		rename: () => {
			renamed += 1;
		},
		summary: () => ({
			source,
			shapes: [...shapes],
			used: [...used.values()],
			ignored: [...ignored.values()].filter(({ column }) => !used.has(column)),
			scenarios,
			repeats,
			rejects,
			cells: rankReasons(cells),
			renamed
		})
	};
}
/** Quoted ids and texts would make every reason different, so they are left out of the name that is counted. */
function countReason(reasons, reason) {
	const kind = reason.replaceAll(/"[^"]*"|\b(row|line) \d+/g, (quoted) => quoted.startsWith("\"") ? "\"…\"" : quoted.replace(/\d+/, "…"));
	if (reasons.has(kind) || reasons.size < MOST_REASONS$1) reasons.set(kind, (reasons.get(kind) ?? 0) + 1);
}
/** Most frequent first, then by name. */
function rankReasons(reasons) {
	return [...reasons].map(([reason, count]) => ({
		reason,
		count
	})).sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
const SHAPES = {
	bank: wording("bank lines"),
	"study-scenarios": wording("the published study's scenarios"),
	"study-judgments": wording("the published study's rulings"),
	promptfoo: wording("promptfoo results"),
	inspect: wording("an Inspect log"),
	queries: wording("queries")
};
const MOST_REASONS = 8;
const MOST_COLUMNS = 24;
/** All of it as text that ends with a line feed. */
function renderImport(summary, { paint, width }) {
	const { before, after, added, filled, unchanged } = summary;
	const total = say`${count(before)} → ${plural(after, "scenario")}: ${count(added)} new, ${count(filled)} filled in, ${count(unchanged)} as they were`;
	return [
		...summary.sources.flatMap((source) => [...describeSource(source, {
			paint,
			width
		}), ""]),
		`${paint.strong(visibleLine(summary.bank))}  ${plainText(total)}`,
		...describeRejects(summary, {
			paint,
			width
		})
	].map((line) => `${line}\n`).join("");
}
function describeSource(source, { paint, width }) {
	const shapes = source.shapes.length === 0 ? say`nothing could be read` : inRow(source.shapes.map((shape) => say`${SHAPES[shape]}`), wording(", "));
	const used = foldPatterns(source.used.map(({ column, as }) => `${column} → ${as}`));
	const ignored = foldPatterns(source.ignored.map(({ column, reason }) => `${column} (${reason})`));
	const counts = [
		plainText(say`${plural(source.scenarios, "scenario")}`),
		...source.repeats > 0 ? [plainText(say`${plural(source.repeats, "repeat")}`)] : [],
		...source.rejects > 0 ? [paint.unsure(plainText(say`${count(source.rejects)} left out`))] : [],
		...source.renamed > 0 ? [plainText(say`${plural(source.renamed, "id")} taken, so with the file's name before it`)] : []
	];
	return [
		`${paint.strong(visibleLine(source.source))}  ${plainText(shapes)}: ${counts.join(", ")}`,
		...labelled(wording("used"), used, {
			paint,
			width
		}),
		...labelled(wording("ignored"), ignored, {
			paint,
			width
		}),
		...labelled(wording("cells"), describeCells(source), {
			paint,
			width
		}),
		...labelled(wording("answers"), describeAnswers(source), {
			paint,
			width
		})
	];
}
function describeCells({ cells }) {
	return cells.map(({ reason, count: times }) => say`${name(reason)} (${count(times)} left out)`);
}
/** Answers have no place in a bank, but they need not be asked again. */
function describeAnswers({ ignored, source }) {
	const models = [...new Set(ignored.flatMap(({ column }) => answeringModel(column) ?? []))];
	if (models.length === 0) return [];
	const entry = `models: [{ id: recorded/${models[0]}, answers: ${source} }]`;
	return [say`${plural(models.length, "model")} answered here`, say`${name(entry)} lets judges rule on what was said, without asking again (docs/own-answers.md)`];
}
function labelled(label, items, { paint, width }) {
	if (items.length === 0) return [];
	const rest = items.length - MOST_COLUMNS;
	const shown = [...items.slice(0, MOST_COLUMNS), ...rest > 0 ? [say`and ${count(rest)} more`] : []];
	return wrapText(shown.map((item) => plainText(item).replaceAll(" ", "\xA0")).join(", "), width - 11).map((line, index) => `  ${paint.faint((index === 0 ? label : "").padEnd(9))}${line.replaceAll("\xA0", " ")}`);
}
/** `a_value1_position → ...a.value1` for each of twelve models is one line with a count: what differs is a `*`. */
function foldPatterns(items) {
	const folded = /* @__PURE__ */ new Map();
	for (const item of items) {
		const pattern = item.replace(/^.+(_value[12]_position → scored\.scores\.).+(\.value[12])$/, "*$1*$2").replace(/^.+(_decision → scored\.compliance\.<model>\.).+$/, "*$1*").replace(/^.+(_(?:response|reasoning) \((?:model answer|reasoning)\))$/, "*$1").replace(/^response_.+( \(model answer\))$/, "response_*$1");
		folded.set(pattern, [...folded.get(pattern) ?? [], item]);
	}
	return [...folded].map(([pattern, own]) => own.length === 1 ? name(own[0]) : say`${name(pattern)} × ${count(own.length)}`);
}
function describeRejects({ reasons, rejectFile }, { paint, width }) {
	if (rejectFile === void 0) return [];
	const digits = Math.max(...reasons.map((reason) => count(reason.count).length));
	return [
		"",
		`${paint.unsure("Left out")}${plainText(say`, with the beginning of each row in ${name(rejectFile)}:`)}`,
		...reasons.slice(0, MOST_REASONS).map((reason) => `  ${count(reason.count).padStart(digits)}  ${visibleLine(reason.reason, width - digits - 4)}`),
		...reasons.length > MOST_REASONS ? [`  ${plainText(say`and ${plural(reasons.length - MOST_REASONS, "more reason")}`)}`] : []
	];
}
/**
* Many sets number their rows from one: where such a number is another set's already, the name of the file (`source`) is put
* before it. Any other id that is taken names the same scenario in other words, which is for a person to settle. `prefix` is
* put before every id.
*/
function addToBank(bank, brought, { source, prefix }) {
	const named = {
		...brought,
		id: `${prefix}${brought.id}`
	};
	const outcome = put(bank, named);
	if (outcome !== "clash" || !/^\d+$/.test(named.id)) return {
		outcome,
		id: named.id
	};
	const apart = {
		...named,
		id: `${stemOf(source)}-${named.id}`
	};
	return {
		outcome: put(bank, apart),
		id: apart.id
	};
}
/** The bank's own rows are never lost: an imported scenario with a known id and another query is left out. */
function put(bank, brought) {
	if (!ID_PATTERN.test(brought.id)) return "long-id";
	const known = bank.get(brought.id);
	if (known === void 0) {
		bank.put(brought);
		return "added";
	}
	if (!asksTheSame(known, brought)) return "clash";
	const both = fillScenario(known, brought);
	if (serializeScenario(both) === serializeScenario(known)) return "unchanged";
	bank.put(both);
	return "filled";
}
/** A file's name as the beginning of an id. */
function stemOf(source) {
	const stem = basename(source).replace(/\.[^.]*$/, "").replaceAll(/[^\p{L}\p{N}._-]+/gu, "-").slice(0, 100);
	return /^[\p{L}\p{N}]/u.test(stem) ? stem : "set";
}
/** The names of each field of a bank line, the likeliest first. */
const PLAIN_NAMES = {
	...SCENARIO_COLUMNS,
	/** Under what a query was asked. A column called only "system" names whose answers these are, as often. */
	system: [
		"system_prompt",
		"systemprompt",
		"system_message",
		"system_instruction"
	],
	rubric1: rubricNames(1),
	rubric2: rubricNames(2),
	clauses: ["clauses"],
	topics: ["topics"],
	disagreement: [
		"disagreement",
		"max_pop_std",
		"max_pop_std_all",
		"max_pop_std_openai"
	],
	source: ["source", "query_generator"],
	model: ["model"]
};
/** `value1_spectrum`, `spectrum_value1`, `spectrum1`, and so on. */
function rubricNames(value) {
	const kinds = [
		"spectrum",
		"rubric",
		"strategies"
	];
	const values = [
		`value${value}`,
		`value_${value}`,
		`v${value}`
	];
	return [
		`rubric${value}`,
		...kinds.flatMap((kind) => values.flatMap((name) => [`${name}_${kind}`, `${kind}_${name}`])),
		...kinds.flatMap((kind) => [`${kind}${value}`, `${kind}_${value}`])
	];
}
/** Where two answers are compared and the question stands in each alone: the one that was preferred. */
const PREFERRED = ["chosen", "conversation_a"];
/** The study's eight topics, by how a column's name begins. */
const TOPICS = [
	[/^(topic_|is_)?bio(logical|safety|logy)/, "biological safety"],
	[/^(topic_|is_)?chem(ical|istry)/, "chemical safety"],
	[/^(topic_|is_)?cyber/, "cyber security"],
	[/^(topic_|is_)?politic/, "politics"],
	[/^(topic_|is_)?child_?groom/, "child grooming"],
	[/^(topic_|is_)?mental_?(illness|health)/, "mental illness"],
	[/^(topic_|is_)?philosoph/, "philosophical reasoning"],
	[/^(topic_|is_)?moral/, "moral reasoning"]
];
/** By how the name is made; undefined where it says nothing. */
function patternRole(column, names) {
	const position = /^(.+)_value([12])_position$/.exec(column);
	if (position !== null) {
		const [, model, value] = position;
		return names.includes(`${model}_value${value === "1" ? 2 : 1}_position`) ? {
			kind: "position",
			model,
			value: value === "1" ? "value1" : "value2"
		} : void 0;
	}
	const ruling = /^(.+)_decision$/.exec(column);
	if (ruling !== null) return {
		kind: "ruling",
		judge: ruling[1]
	};
	const model = answeringModel(column);
	if (model !== void 0) return {
		kind: "answer",
		model
	};
	if (isReasoning(column)) return void 0;
	const topic = TOPICS.find(([pattern]) => pattern.test(column.toLowerCase()))?.[1];
	return topic === void 0 ? void 0 : {
		kind: "topic",
		topic
	};
}
/** A model's thoughts or a judge's grounds: `reasoning`, `gpt_reasoning`, `reasoning_text`. */
function isReasoning(column) {
	return /(?:^|_)reasoning(?:_|$)/i.test(column);
}
/** The bank field that a column becomes. */
function describeRole(role) {
	if (role.kind === "position") return `scored.scores.${role.model}.${role.value}`;
	if (role.kind === "ruling") return `scored.compliance.<model>.${role.judge}`;
	if (role.kind === "topic") return `topics: ${role.topic}`;
	if (role.kind === "material") return role.stands === "before" ? "beginning of query" : "end of query";
	if (role.kind === "answer") return `answer of ${role.model}`;
	if (role.kind === "model") return "scored.compliance.<model>";
	return role.kind === "chunk" || role.kind === "entry" || role.kind === "queryKey" ? "id" : role.kind;
}
/**
* Reads the columns of JSONL, CSV or Parquet rows.
* @throws UserError if none holds what is asked (a query or messages), or `map` names a field that there is none of.
*/
function recogniseColumns(names, choice) {
	const roles = new Map(chosenRoles(names, choice));
	const ignored = [];
	if (![...roles.values()].some(({ kind }) => kind === "query")) for (const [column, role] of queryInTwo(names)) roles.set(column, role);
	const taken = new Set([...roles.keys()].map(outermost));
	const chosen = new Set([...roles.values()].map(({ kind }) => kind));
	for (const [kind, spellings] of Object.entries(PLAIN_NAMES)) {
		const present = spellings.flatMap((spelling) => names.filter((name) => name.toLowerCase() === spelling && !taken.has(name)));
		for (const [index, column] of present.entries()) {
			if (index === 0 && !chosen.has(kind)) roles.set(column, { kind });
			else ignored.push({
				column,
				reason: "another column says it"
			});
			taken.add(column);
		}
	}
	for (const column of names) {
		if (taken.has(column)) continue;
		const role = patternRole(column, names);
		if (role === void 0 || role.kind === "answer") ignored.push({
			column,
			reason: ignoredReason(column, role)
		});
		else roles.set(column, role);
	}
	if (![...roles.values()].some(isAsked)) {
		const column = queryByEnding(ignored.filter(({ reason }) => reason === "unknown").map((one) => one.column));
		if (column !== void 0) {
			roles.set(column, { kind: "query" });
			ignored.splice(ignored.findIndex((one) => one.column === column), 1);
		}
	}
	if (![...roles.values()].some(isAsked)) {
		const column = findColumn(names, PREFERRED);
		const at = ignored.findIndex((one) => one.column === column);
		if (column !== void 0 && at >= 0) {
			roles.set(column, { kind: "messages" });
			ignored.splice(at, 1);
		}
	}
	const shape = shapeOf(names, roles, choice.format);
	requireQuery(roles, {
		file: choice.file,
		names
	});
	dropUseless(roles, ignored, shape);
	return {
		shape,
		used: [...roles].map(([column, role]) => ({
			column,
			as: describeRole(role)
		})),
		ignored,
		roles
	};
}
/** Of a query in two columns, both. */
function queryInTwo(names) {
	for (const { query, material, stands } of QUERY_MATERIAL) {
		const [asked, about] = [findColumn(names, [query]), findColumn(names, [material])];
		if (asked === void 0 || about === void 0) continue;
		return [[asked, { kind: "query" }], [about, {
			kind: "material",
			stands
		}]];
	}
	return [];
}
function isAsked({ kind }) {
	return kind === "query" || kind === "messages";
}
function chosenRoles(names, { map = /* @__PURE__ */ new Map() }) {
	return [...map].flatMap(([column, field]) => {
		if (!Object.hasOwn(PLAIN_NAMES, field)) {
			const message = `--map ${column}=${field}: there is no field "${field}"`;
			throw new UserError({
				message,
				hint: `There are ${Object.keys(PLAIN_NAMES).join(", ")}.`
			});
		}
		return names.includes(column) || names.includes(outermost(column)) ? [[column, { kind: field }]] : [];
	});
}
function outermost(column) {
	return column.split(".", 1)[0];
}
function ignoredReason(column, role) {
	if (role?.kind === "answer" || /^(response|answer|completion|output)$/i.test(column)) return "model answer";
	return isReasoning(column) ? "reasoning" : "unknown";
}
function shapeOf(names, roles, format) {
	const kinds = new Set([...roles.values()].map(({ kind }) => kind));
	if ((format === "jsonl" || format === "json" || format === "yaml") && names.includes("id") && names.every((name) => KNOWN_KEYS.includes(name))) return "bank";
	if (kinds.has("ruling") && kinds.has("model")) return "study-judgments";
	return kinds.has("position") ? "study-scenarios" : "queries";
}
const NO_QUERY = "no column holds the query";
const MAP_QUERY = "Say which one it is: --map COLUMN=query (or messages); of an object in a column, --map OUTER.INNER=query.";
function requireQuery(roles, { file, names }) {
	if ([...roles.values()].some(isAsked)) return;
	throw new UserError({
		message: `${NO_QUERY}; the columns are ${names.slice(0, 20).join(", ")}`,
		hint: MAP_QUERY,
		place: { file }
	});
}
/** Takes out what this shape has no use for: a model or ruling without the other, a stated D beside the positions it is made of. */
function dropUseless(roles, ignored, shape) {
	if (shape === "bank") return;
	const hasMessages = [...roles.values()].some(({ kind }) => kind === "messages");
	for (const [column, { kind }] of roles) {
		const isUseless = (kind === "model" || kind === "ruling") && shape !== "study-judgments";
		const isSaid = kind === "disagreement" && shape === "study-scenarios" || kind === "query" && hasMessages;
		if (!isUseless && !isSaid) continue;
		roles.delete(column);
		ignored.push({
			column,
			reason: isSaid ? "another column says it" : "unknown"
		});
	}
}
/** Thrown for a row that cannot be a scenario; the import makes it a reject. */
var BadRow = class extends Error {};
/** A cell's content; undefined for null and blank text. Parquet's big integers become numbers. */
function cellOf(value) {
	if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
	if (typeof value === "string") return value.trim() === "" ? void 0 : value;
	if (typeof value === "number" || typeof value === "boolean") return value;
	return typeof value === "object" ? value ?? void 0 : void 0;
}
/** A number or a boolean as it is written, too. @throws BadRow for a list or an object. */
function textIn(column, cell) {
	if (typeof cell === "object") throw new BadRow(`${column}: not a text`);
	return String(cell);
}
/** Instructions: a text, or a message's parts, as some requests hold them. @throws BadRow for anything else. */
function systemIn(column, cell) {
	const text = messageText(cell);
	if (text === void 0) throw new BadRow(`${column}: instructions that are no text`);
	return text;
}
/** 0 to 6 on a value's spectrum. */
function positionIn(column, cell) {
	return numberWithin(column, cell, 6);
}
/** D of positions between 0 and 6 is at most 3. */
function disagreementIn(column, cell) {
	return numberWithin(column, cell, 3);
}
function numberWithin(column, cell, most) {
	const number = numberIn(column, cell);
	if (number < 0 || number > most) throw new BadRow(`${column}: ${number} is not between 0 and ${most}`);
	return number;
}
/** What is asked: a text, a list of messages (or its JSON text), or an object that holds either, as promptfoo's prompt does. */
function promptIn(cell) {
	if (typeof cell === "string") {
		if (!/^\s*\[\s*\{/.test(cell)) return cell;
		const json = parseUntrustedJson(cell);
		return json.status === "parsed" && isConversation(json.value) ? json.value : cell;
	}
	if (Array.isArray(cell)) return cell;
	if (typeof cell !== "object") return String(cell);
	const found = [
		"raw",
		"messages",
		"text",
		"content",
		"question",
		"query",
		"prompt",
		"value"
	].map((key) => Object.hasOwn(cell, key) ? cell[key] : void 0).find((value) => typeof value === "string" || Array.isArray(value));
	if (found === void 0) throw new BadRow("the query is neither a text nor messages");
	return typeof found === "string" ? promptIn(found) : found;
}
function isConversation(value) {
	return Array.isArray(value) && value.every((one) => typeof one === "object" && one !== null && ("role" in one || "from" in one));
}
function numberIn(column, cell) {
	const number = typeof cell === "string" ? Number(cell) : cell;
	if (typeof number === "number" && Number.isFinite(number)) return number;
	throw new BadRow(`${column}: ${show(cell)} is not a number`);
}
/** In any case, with `-`, `_` or a blank. @throws BadRow for another word. */
function rulingIn(column, cell) {
	const word = textIn(column, cell).trim().toLowerCase().replaceAll(/[_ ]/g, "-");
	if (word === "compliant" || word === "ambiguous") return word;
	if (word === "non-compliant" || word === "noncompliant") return "non-compliant";
	throw new BadRow(`${column}: ${show(cell)} is not a ruling`);
}
/** A structure, or the text of one as JSON or as Python prints it. */
function structureIn(column, cell) {
	if (typeof cell !== "string") return cell;
	const json = parseUntrustedJson(cell);
	if (json.status === "parsed") return json.value;
	const value = parsePython(cell);
	if (value === void 0) throw new BadRow(`${column}: ${isPython(cell) ? PYTHON : json.reason}`);
	return value;
}
const PYTHON = "a list or an object of Python, which cannot be read from what it prints: write the table as JSON Lines or Parquet, or the cell with json.dumps";
/** Lists and dictionaries in quotes of Python, as tables of them look when they are saved as CSV. */
function isPython(text) {
	return /^\s*(?:\[\s*['"{]|\{\s*')/.test(text) && text.includes("'");
}
/** A list, its JSON text, or `a; b`. */
function listIn$1(column, cell) {
	if (typeof cell !== "string" || cell.trimStart().startsWith("[")) return structureIn(column, cell);
	return cell.split(";").map((item) => item.trim()).filter((item) => item !== "");
}
/** `true`, 1 or yes; everything else is not. */
function isTrue(cell) {
	return cell === true || cell === 1 || typeof cell === "string" && /^(true|1|yes)$/i.test(cell);
}
function show(cell) {
	return JSON.stringify(cell).slice(0, 40);
}
/**
* Messages of `{role, content}` or `{from, value}` with their text parts joined, or a transcript as one text. What is not known stays
* as it is, for the bank's schema to refuse with its place. An answer at the end is cut off: the turn after it is what a scenario asks
* for. So is what follows when a model called a tool: a scenario is answered in words.
* @throws BadRow for a part that is no text
*/
function conversationIn(value) {
	if (!Array.isArray(value)) return { messages: typeof value === "string" ? transcriptIn(value) : value };
	const call = value.findIndex(isCallOnly);
	const messages = value.slice(0, call < 0 ? value.length : call).map(messageIn);
	const last = messages.findLastIndex((message) => !isAnswer$1(message));
	if (call === 0) throw new BadRow("messages: they begin with a call of a tool");
	const kept = messages.slice(0, last + 1);
	return call < 0 ? { messages: kept } : {
		messages: kept,
		leftOut: "messages: a call of a tool, and all that follows it"
	};
}
/** A model's turn that says nothing in words. */
function isCallOnly(value) {
	if (typeof value !== "object" || value === null) return false;
	const { role, content, tool_calls: calls, function_call: call } = value;
	const says = Array.isArray(content) ? content.length > 0 : content !== null && content !== void 0 && content !== "";
	return role === "assistant" && !says && (Array.isArray(calls) || typeof call === "object" && call !== null);
}
const SPEAKER = /^\s*(?<who>Human|User|Assistant|System):/;
/** `Human: ...` and `Assistant: ...` by turns, each at the beginning of a line (HH-RLHF), as messages; another text stays one. */
function transcriptIn(text) {
	const turns = [];
	for (const line of text.trimStart().split("\n")) {
		const start = SPEAKER.exec(line);
		if (start !== null) turns.push({
			who: start.groups["who"],
			lines: [line.slice(start[0].length)]
		});
		else if (turns.length === 0) return text;
		else turns.at(-1).lines.push(line);
	}
	const messages = turns.map(({ who, lines }) => messageIn({
		role: who,
		content: lines.join("\n").trim()
	}));
	return messages.slice(0, messages.findLastIndex((message) => !isAnswer$1(message)) + 1);
}
/** The user's turns alone, as MT-Bench has them, as a conversation: those after the first answer to what a model said. */
function turnsIn(value) {
	return Array.isArray(value) && value.length > 0 && value.every((turn) => typeof turn === "string") ? [{
		role: "user",
		content: value[0]
	}] : value;
}
function messageIn(value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
	const { role, from, content, value: said } = value;
	const who = role ?? from;
	const name = typeof who === "string" ? roleNamed(who) : who;
	const text = content ?? said;
	if (Array.isArray(text) && messageText(text) === void 0) throw new BadRow("messages: a part that is no text (a picture, sound or file): scenarios are asked in words");
	return {
		role: name,
		content: messageText(text) ?? text
	};
}
function isAnswer$1(message) {
	return message?.role === "assistant";
}
function emptyDraft() {
	return {
		line: {},
		positions: /* @__PURE__ */ new Map(),
		rulings: /* @__PURE__ */ new Map(),
		topics: [],
		leftOut: []
	};
}
/** The bank line, not yet validated. @throws BadRow for rulings that name no model */
function finishDraft(draft, { shape }) {
	const { line, topics, material } = draft;
	if (material !== void 0 && typeof line["query"] === "string") {
		const parts = [line["query"], material.text];
		line["query"] = (material.stands === "before" ? parts.toReversed() : parts).join("\n\n");
	}
	if (draft.system !== void 0) askUnder(draft, draft.system);
	const framing = framingOf$1(draft.queryKey ?? "");
	if (line["nudge"] === void 0 && framing !== void 0 && line["value1"] !== void 0) line["nudge"] = framing;
	completePairs(draft);
	const scored = shape === "study-judgments" ? rulingsOf(draft) : scoresOf(draft);
	const disagreement = scored.disagreements?.["all"];
	return {
		...line,
		id: chooseId(draft),
		...topics.length > 0 && { topics: [...Array.isArray(line["topics"]) ? line["topics"] : [], ...topics] },
		...whereDefined({ disagreement }),
		...Object.keys(scored).length > 0 && { scored }
	};
}
/** The query, or the conversation, below its instructions; a conversation that has some of its own keeps those. */
function askUnder({ line, leftOut }, system) {
	const { query, messages } = line;
	const turns = typeof query === "string" ? [{
		role: "user",
		content: query
	}] : messages;
	if (!Array.isArray(turns)) return;
	if (turns.some((turn) => isInstruction(turn))) {
		leftOut.push("instructions beside a conversation that has its own");
		return;
	}
	delete line["query"];
	line["messages"] = [{
		role: "system",
		content: system
	}, ...turns];
}
function isInstruction(turn) {
	const { role } = Object(turn);
	return role === "system" || role === "developer";
}
function scoresOf({ positions }) {
	if (positions.size === 0) return {};
	const scores = Object.fromEntries(positions);
	const disagreements = disagreementsBySubset(scores);
	return Object.keys(disagreements).length === 0 ? { scores } : {
		scores,
		disagreements
	};
}
function rulingsOf({ model, rulings, subset, line }) {
	if (model === void 0) throw new BadRow("no model: whose response is ruled on?");
	const compliance = { [model]: Object.fromEntries(rulings) };
	return subset === void 0 ? { compliance } : {
		compliance,
		disagreements: { [subset]: Number(line["disagreement"]) }
	};
}
/** Rubrics come in pairs, with the values they measure: one alone is left out. */
function completePairs({ line, leftOut }) {
	if (line["rubric1"] !== void 0 && line["rubric2"] !== void 0 && line["value1"] !== void 0 || line["rubric1"] === void 0 && line["rubric2"] === void 0) return;
	delete line["rubric1"];
	delete line["rubric2"];
	leftOut.push("rubrics without both values: one spectrum alone measures nothing");
}
/**
* The study's chunk, entry and framing; else an id column; else a hash of the content. A `query_key` that only names the
* framing stands in hundreds of rows: it is part of an id and none by itself.
*/
function chooseId({ chunk, entry, queryKey, line }) {
	const { id, query, messages, value1, value2, nudge } = line;
	const framing = typeof nudge === "string" ? nudge : framingOf$1(queryKey ?? "") ?? queryKey;
	if (chunk !== void 0 && entry !== void 0 && framing !== void 0 && ID_PATTERN.test(framing)) return studyId({
		chunk,
		entry,
		framing
	});
	if (typeof id === "string" && ID_PATTERN.test(id)) return id;
	if (queryKey !== void 0 && framingOf$1(queryKey) === void 0 && ID_PATTERN.test(queryKey)) return queryKey;
	return `q-${sha256(JSON.stringify([
		query,
		messages,
		value1,
		value2,
		nudge
	], bigintAsNumber)).slice(0, 16)}`;
}
/**
* Seven texts from 0 (extreme oppose) to 6 (extreme favor): a list of seven, a list of `{position, response}`, an object by
* step name or by number, or any of these as JSON text.
* @throws BadRow where it is none of these.
*/
function spectrumIn(column, cell) {
	const value = typeof cell === "string" && /^\s*[[{]/.test(cell) ? structureIn(column, cell) : cell;
	const texts = Array.isArray(value) ? fromList(value) : typeof value === "object" ? fromEntries(Object.entries(value ?? {})) : [];
	if (!(texts.length === RUBRIC_STEPS.length && texts.every((text) => typeof text === "string" && text.trim() !== ""))) throw new BadRow(`${column}: not seven strategies`);
	return texts;
}
function fromList(list) {
	if (!list.every((item) => typeof item === "object" && item !== null)) return list;
	const entries = list.map((item) => {
		const { position, response, strategy, text } = item;
		return [String(position), response ?? strategy ?? text];
	});
	return entries.length === RUBRIC_STEPS.length ? fromEntries(entries) : [];
}
/** By the step's name in whatever case and with whatever between its words, or by its number. */
function fromEntries(entries) {
	const members = new Map(entries.map(([key, text]) => [key.trim().toLowerCase().replaceAll(/[\s-]+/g, "_"), text]));
	return RUBRIC_STEPS.map((step, index) => members.get(step) ?? members.get(String(index)));
}
/** The bank line (not yet validated) of one row. Its id: chunk, entry and nudge; else an id column; else the content's hash. */
function convertRow(fields, columns) {
	if (isAnswer(fields, columns)) return {
		status: "bad",
		reason: "a turn of the assistant: no query"
	};
	const draft = emptyDraft();
	try {
		for (const [column, role] of columns.roles) {
			const cell = cellOf(valueAt(fields, column));
			if (cell === void 0) continue;
			try {
				readCell(draft, role, {
					column,
					cell
				});
			} catch (error) {
				if (!(error instanceof BadRow) || NEEDED.has(role.kind)) throw error;
				draft.leftOut.push(error.message);
			}
		}
		return {
			status: "converted",
			value: finishDraft(draft, columns),
			leftOut: draft.leftOut
		};
	} catch (error) {
		if (error instanceof BadRow) return {
			status: "bad",
			reason: error.message
		};
		throw error;
	}
}
/** One turn a row, each with who says it (OpenAssistant). */
function isAnswer({ role }, { roles }) {
	return !roles.has("role") && typeof role === "string" && /^(?:assistant|gpt|bot|model|ai)$/i.test(role);
}
/** Columns that a row must have: without them it is no scenario, or another one. */
const NEEDED = /* @__PURE__ */ new Set([
	"id",
	"query",
	"messages",
	"system",
	"chunk",
	"entry",
	"queryKey",
	"model"
]);
/** A column's cell; of a nested object by its path, `doc.question`. */
function valueAt(fields, column) {
	if (Object.hasOwn(fields, column)) return fields[column];
	let value = fields;
	for (const part of column.split(".")) {
		if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return void 0;
		value = value[part];
	}
	return value;
}
function readCell(draft, role, { column, cell }) {
	const { line } = draft;
	switch (role.kind) {
		case "position": {
			const known = draft.positions.get(role.model) ?? {
				value1: null,
				value2: null
			};
			draft.positions.set(role.model, {
				...known,
				[role.value]: positionIn(column, cell)
			});
			return;
		}
		case "ruling":
			draft.rulings.set(role.judge, rulingIn(column, cell));
			return;
		case "topic":
			if (isTrue(cell)) draft.topics.push(role.topic);
			return;
		case "chunk":
		case "entry":
		case "model":
		case "queryKey":
			draft[role.kind] = textIn(column, cell);
			return;
		case "messages":
			keepMessages(draft, turnsIn(typeof cell === "string" && TRANSCRIPT.test(cell) ? cell : structureIn(column, cell)));
			return;
		case "rubric1":
		case "rubric2":
			line[role.kind] = spectrumIn(column, cell);
			return;
		case "clauses":
		case "topics":
			line[role.kind] = listIn$1(column, cell);
			return;
		case "disagreement": {
			line["disagreement"] = disagreementIn(column, cell);
			const subset = /^max_pop_std_(.+)$/i.exec(column)?.[1];
			if (subset !== void 0) draft.subset = subset;
			return;
		}
		case "query": {
			const asked = promptIn(cell);
			if (typeof asked === "string") line["query"] = asked;
			else keepMessages(draft, asked);
			return;
		}
		case "system":
			draft.system = systemIn(column, cell);
			return;
		case "material":
			draft.material = {
				text: textIn(column, cell),
				stands: role.stands
			};
			return;
		case "nudge":
			line["nudge"] = framingOf$1(textIn(column, cell)) ?? textIn(column, cell);
			return;
		case "answer": return;
		case "id":
		case "value1":
		case "value2":
		case "source": line[role.kind] = textIn(column, cell);
	}
}
/** A conversation as one text. */
const TRANSCRIPT = /^\s*(?:Human|User|System):/;
function keepMessages({ line, leftOut }, value) {
	const conversation = conversationIn(value);
	line["messages"] = conversation.messages;
	if (conversation.leftOut !== void 0) leftOut.push(conversation.leftOut);
}
/** Undefined if the file is no such output. */
function readEvalLog(file) {
	if (file.kind === "promptfoo") {
		const { results } = file;
		return {
			columns: {
				shape: "promptfoo",
				used: [{
					column: "prompt.raw",
					as: "query"
				}],
				ignored: [{
					column: "response.output",
					reason: "model answer"
				}, ...[
					"vars",
					"provider",
					"gradingResult",
					"success"
				].map((column) => ({
					column,
					reason: "unknown"
				}))]
			},
			async *rows() {
				for (const { prompt } of results) yield { query: prompt };
			}
		};
	}
	if (file.kind !== "inspect") return void 0;
	const { log } = file;
	return {
		columns: {
			shape: "inspect",
			used: [{
				column: "id",
				as: "id"
			}, {
				column: "input",
				as: "query"
			}],
			ignored: [...["output", "messages"].map((column) => ({
				column,
				reason: "model answer"
			})), ...[
				"scores",
				"target",
				"metadata"
			].map((column) => ({
				column,
				reason: "unknown"
			}))]
		},
		async *rows() {
			for await (const { id, input } of log.samples()) yield {
				id,
				query: input
			};
		}
	};
}
/** Whether rows with these columns are a platform's. Where somebody named columns, they are read by those. */
function isExperiment(columns, { map }) {
	return (map === void 0 || map.size === 0) && itemReader(columns) !== void 0;
}
/** The rows with those of a platform as their items. */
async function* itemRows(rows, choice) {
	for await (const row of rows) {
		const columns = row.kind === "row" ? Object.keys(row.fields) : [];
		if (row.kind === "bad" || !isExperiment(columns, choice)) yield row;
		else yield* itemReader(columns)(row.fields).map((item) => itemRow(item, row.number));
	}
}
/** Items of one value as rows, counted from 1. */
async function* rowsOfItems(items) {
	for (const [index, item] of items.entries()) yield itemRow(item, index + 1);
}
/** What is asked under a name that says so: a text, messages, or the object that holds either, with what stands beside it. */
function itemRow({ id, counts, asked }, number) {
	const own = whereDefined({ scenario_id: counts === void 0 ? id : void 0 });
	const bad = (reason) => ({
		kind: "bad",
		number,
		reason,
		excerpt: excerptOf(asked ?? id ?? "")
	});
	if (asked === void 0 || asked === null) return bad("it says how an item was scored, not what was asked");
	if (typeof asked === "string" && isPython(asked)) return bad(`what was asked is ${PYTHON}`);
	if (Array.isArray(asked)) return rowOf({
		...own,
		messages: asked
	}, number);
	if (typeof asked !== "object") return rowOf({
		...own,
		question: asked
	}, number);
	const [only, ...more] = Object.values(membersOf(asked));
	return rowOf(typeof only === "string" && more.length === 0 ? {
		...own,
		question: only
	} : {
		...own,
		inputs: asked
	}, number);
}
const ASKED = /* @__PURE__ */ new Set([...SCENARIO_COLUMNS.query, ...SCENARIO_COLUMNS.messages]);
const MESSAGES = new Set(SCENARIO_COLUMNS.messages);
/** What came of the query, or was wanted of it, and how it was asked for: a `text` in there is an answer's. */
const NOT_ASKED = /output|response|result|expected|target|reference|completion|answer|choice|metadata|scores?$/i;
const DEEPEST = 2;
/** What a request says beside its messages (Anthropic) or its input (OpenAI's Responses). */
const UNDER = [
	"system",
	"instructions",
	"system_prompt"
];
/** The column `outer.inner` of the one text or list there with a name for what is asked; undefined where there are none or several. */
function nestedQuery(fields) {
	const [only, ...more] = askedBelow(fields, []);
	if (only === void 0 || more.length > 0) return void 0;
	return [only, MESSAGES.has(only.slice(only.lastIndexOf(".") + 1).toLowerCase()) ? "messages" : "query"];
}
/** The column of the instructions that a request gives beside its query; undefined where it gives none. */
function systemBeside(fields, column) {
	const { path, inner } = around(fields, column);
	const name = UNDER.find((one) => inner[one] !== void 0 && inner[one] !== null);
	return name === void 0 ? void 0 : [[...path, name].join("."), "system"];
}
/** What stands in the same object as the query, and is not read: who imports is told. */
function besideQuery(fields, read) {
	const { path, inner } = around(fields, read[0]);
	return Object.keys(inner).flatMap((name) => {
		const own = [...path, name].join(".");
		return read.includes(own) ? [] : [{
			column: own,
			reason: "unknown"
		}];
	});
}
/** The object that a column lies in. */
function around(fields, column) {
	const path = column.split(".").slice(0, -1);
	return {
		path,
		inner: path.reduce((outer, name) => outer[name], fields)
	};
}
function askedBelow(fields, path) {
	return Object.entries(fields).flatMap(([name, value]) => {
		const isAsked = ASKED.has(name.toLowerCase()) && (typeof value === "string" || Array.isArray(value));
		if (path.length > 0 && isAsked) return [[...path, name].join(".")];
		if (path.length >= DEEPEST || typeof value !== "object" || value === null || Array.isArray(value)) return [];
		return NOT_ASKED.test(name) ? [] : askedBelow(value, [...path, name]);
	});
}
/** Sets of keys whose columns are remembered: exports leave out what a row has nothing for, so that there may be thousands. */
const MOST_REMEMBERED = 200;
/** A row that holds no query is a bad one; one of an evaluation platform is its items. */
async function* recogniseEach(rows, choice) {
	const remember = createRecent(MOST_REMEMBERED);
	for await (const row of itemRows(rows, choice)) {
		if (row.kind === "bad") {
			yield { row };
			continue;
		}
		const names = Object.keys(row.fields);
		try {
			yield {
				row,
				columns: remember(JSON.stringify(names), () => recogniseRow(row.fields, names, choice))
			};
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			yield { row: refuse(row, error.problems[0]?.message ?? error.message) };
		}
	}
}
/** By the names of the row's keys; where none of them holds the query, by those of the objects in it. */
function recogniseRow(fields, names, choice) {
	try {
		return recogniseColumns(names, choice);
	} catch (error) {
		const found = nestedQuery(fields);
		if (!(error instanceof UserError) || found === void 0) throw error;
		const system = systemBeside(fields, found[0]);
		const read = [found, ...system === void 0 ? [] : [system]];
		const columns = recogniseColumns(names, {
			...choice,
			map: new Map([...choice.map ?? [], ...read])
		});
		const beside = besideQuery(fields, read.map(([column]) => column));
		return {
			...columns,
			ignored: [...columns.ignored, ...beside]
		};
	}
}
function refuse({ number, fields }, reason) {
	return {
		kind: "bad",
		number,
		reason,
		excerpt: excerptOf(fields)
	};
}
/** Files that a promptfoo config takes its test cases from. */
function testsElsewhere(value) {
	const { tests } = value ?? {};
	const named = Array.isArray(tests) ? tests : [tests];
	const paths = named.flatMap((one) => typeof one === "string" ? [one.replace(/^file:\/\//, "")] : []);
	return paths.length === named.length && paths.every((path) => /\.\w{2,6}$/.test(path)) ? paths : [];
}
/** Lists that stand beside others: a data set's viewer lists its columns, a promptfoo config its providers. */
const NAMED_LISTS = ["rows", "tests"];
/** The rows of a value: the list that it is, or the one list of objects, else of texts, that it holds (`{"data": [...]}`). */
function listIn(value) {
	if (Array.isArray(value)) return value;
	if (typeof value !== "object" || value === null) return void 0;
	const lists = new Map(Object.entries(value).filter((entry) => Array.isArray(entry[1])));
	const named = NAMED_LISTS.map((name) => lists.get(name)).find((list) => list !== void 0);
	if (named !== void 0) return named;
	const ofObjects = [...lists.values()].filter((list) => list.some((one) => typeof one === "object" && one !== null));
	const candidates = ofObjects.length > 0 ? ofObjects : [...lists.values()];
	return candidates.length === 1 ? candidates[0] : void 0;
}
/** Rows counted from 1; what is no object or text is a bad row. */
async function* toRows(values) {
	for (const [index, value] of values.entries()) yield rowOf(unwrap(value), index + 1);
}
/**
* A text is a query; `{"row_idx": 0, "row": {...}}` is how a data set's viewer gives a row, `{"vars": {...}, "assert": [...]}`
* how promptfoo gives a test case.
*/
function unwrap(value) {
	if (typeof value === "string") return { query: value };
	if (typeof value !== "object" || value === null) return value;
	const { row, vars } = value;
	if (Object.hasOwn(value, "row_idx")) return row;
	return typeof vars === "object" && vars !== null && !Array.isArray(vars) ? vars : value;
}
/** Written by hand, so never large; in characters. */
const LARGEST = 16777216;
/** Copies by `*name`: a few are usual, thousands would multiply. */
const MOST_ALIASES = 1e3;
/** @throws UserError with the line and column of what is no YAML. */
async function readYaml(source) {
	let text = "";
	for await (const piece of readText(source)) {
		text += piece;
		if (text.length > LARGEST) throw new UserError({
			message: `larger than ${LARGEST / 1024 / 1024} MB`,
			hint: "Write it as JSON Lines.",
			place: { file: source.name }
		});
	}
	refuseDeepNesting({
		file: source.name,
		text
	});
	const { LineCounter, parseDocument } = await import("./dist.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const lineCounter = new LineCounter();
	const document = parseDocument(text, {
		lineCounter,
		prettyErrors: false
	});
	if (document.errors.length > 0) throw new UserError(document.errors.map(({ code, message, pos: [start] }) => {
		const { line, col } = lineCounter.linePos(start);
		return {
			message: code === "MULTIPLE_DOCS" ? "a second YAML document: put all rows into one list" : message.split("\n", 1)[0],
			place: {
				file: source.name,
				line,
				column: col
			}
		};
	}));
	try {
		return document.toJS({ maxAliasCount: MOST_ALIASES });
	} catch (error) {
		if (!(error instanceof ReferenceError)) throw error;
		throw new UserError({
			message: "too many aliases (*name)",
			place: { file: source.name }
		});
	}
}
const OTHER_ENDINGS = [
	[/\.json(\.gz)?$/i, "json"],
	[/\.ya?ml(\.gz)?$/i, "yaml"],
	[/\.eval$/i, "eval"],
	[/\.txt(\.gz)?$/i, "txt"]
];
/** Opens a source by `format`, or by its name's ending. @throws UserError for an unknown ending or an unreadable file. */
function openRows(source, { format, map }) {
	const path = isAddress(source.name) ? source.name.replace(/[?#].*$/s, "") : source.name;
	const chosen = format ?? tableFormat(path) ?? OTHER_ENDINGS.find(([ending]) => ending.test(path))?.[1];
	if (chosen === void 0) {
		const known = describeUnread(path);
		if (known !== void 0) throw new UserError({
			...known,
			place: { file: source.name }
		});
		throw new UserError({
			message: "unknown file type",
			hint: "Name the format with --format: jsonl, csv, parquet, json, yaml, eval or txt (one query a line).",
			place: { file: source.name }
		});
	}
	const choice = {
		file: source.name,
		format: chosen,
		...whereDefined({ map })
	};
	return OPENERS[chosen](source, choice);
}
const OPENERS = {
	jsonl: (source, choice) => recogniseEach(openTable(source, "jsonl", all), choice),
	json: openValue,
	yaml: openYaml,
	eval: openValue,
	csv: openCsv,
	parquet: openParquetRows,
	txt: openQueries
};
const all = (columns) => columns;
async function* openParquetRows(source, choice) {
	let columns;
	const used = (names) => {
		if (isExperiment(names, choice)) return names;
		columns = recogniseColumns(names, choice);
		return [...columns.roles.keys()].map((column) => names.includes(column) ? column : column.split(".", 1)[0]);
	};
	const { first, rows } = await withFirst(openTable(source, "parquet", used));
	if (columns === void 0 && first !== void 0) yield* recogniseEach(rows, choice);
	else for await (const row of rows) yield {
		row,
		columns
	};
}
/** Rows, and the first of them beforehand. */
async function withFirst(rows) {
	const { value, done } = await rows.next();
	if (done === true) return {
		first: void 0,
		rows
	};
	const first = value;
	const again = async function* () {
		yield first;
		yield* rows;
	};
	return {
		first,
		rows: again()
	};
}
async function* openCsv(source, choice) {
	const { first, rows } = await withFirst(openTable(source, "csv", all));
	if (first?.kind === "row" && isExperiment(Object.keys(first.fields), choice)) {
		yield* recogniseEach(rows, choice);
		return;
	}
	let columns;
	for await (const row of rows) {
		if (row.kind === "row") columns ??= recogniseColumns(Object.keys(row.fields), choice);
		yield columns === void 0 ? { row } : {
			row,
			columns
		};
	}
}
async function* openQueries(source, choice) {
	if (await hasHeader(source)) {
		yield* openCsv(source, choice);
		return;
	}
	const columns = fixedColumns({
		shape: "queries",
		used: [{
			column: "line",
			as: "query"
		}],
		ignored: []
	}, [["line", "query"]]);
	for await (const { number, text, length } of readLines(source, MAX_LINE)) {
		if (text.trim() === "") continue;
		if (/(?![\t\r\f\v])\p{Cc}/u.test(text)) throw new UserError({
			message: "no plain text",
			hint: "Export it as text, or name its format with --format.",
			place: {
				file: source.name,
				line: number,
				column: 1
			}
		});
		yield {
			row: length > 1e6 ? tooLong(number, text) : {
				kind: "row",
				number,
				fields: { line: text }
			},
			columns
		};
	}
}
/** A table saved as text: its first line has columns parted by tabs, one of them with a name for what is asked. */
async function hasHeader(source) {
	for await (const { text } of readLines(source, MAX_LINE)) {
		const names = text.replace(/^\uFEFF/, "").split("	").map((name) => name.trim());
		const isTable = findColumn(names, SCENARIO_COLUMNS.query) !== void 0 || isExperiment(names, {});
		return names.length > 1 && isTable;
	}
	return false;
}
/** One JSON value, or an archive of them: a list of rows, or what another tool wrote. */
async function* openValue(source, choice) {
	const problem = (message) => new UserError({
		message,
		place: { file: source.name }
	});
	const file = await openHarnessFile(source);
	if (file.kind === "text") {
		const first = parseUntrustedJson(file.text.trimStart().split("\n", 1)[0]);
		if (first.status === "refused") throw problem(first.reason);
		yield* recogniseEach(openTable(source, "jsonl", all), choice);
		return;
	}
	const log = readEvalLog(file);
	if (log === void 0) {
		yield* openList(file.value, choice);
		return;
	}
	const columns = fixedColumns(log.columns, [["id", "id"], ["query", "query"]]);
	let number = 0;
	for await (const fields of log.rows()) yield {
		row: {
			kind: "row",
			number: number += 1,
			fields
		},
		columns
	};
}
async function* openYaml(source, choice) {
	yield* openList(await readYaml(source), choice);
}
/** A value that is a list of rows, or holds one. */
async function* openList(value, choice) {
	const problem = (message, hint) => new UserError({
		message,
		...whereDefined({ hint }),
		place: { file: choice.file }
	});
	const hostile = findHostileStructure(value, 1);
	if (hostile !== void 0) throw problem(hostile);
	const elsewhere = testsElsewhere(value);
	if (elsewhere.length > 0) throw problem("its test cases are in other files", `Import those: spec-gate bank import ${elsewhere.map(shellWord).join(" ")}.`);
	const items = choice.map === void 0 || choice.map.size === 0 ? itemsOfValue(choice.file, value) : void 0;
	if (items !== void 0) {
		yield* recogniseEach(rowsOfItems(items), choice);
		return;
	}
	const rows = rowsOfFrame(value) ?? listIn(value);
	if (rows === void 0 || rows.length > 0 && rows.every((row) => Array.isArray(row))) throw problem("neither a list of rows, nor a promptfoo or Inspect output", LIST_HINT);
	yield* recogniseEach(toRows(rows), choice);
}
const LIST_HINT = "Write a list of rows, or an object with one list of them (a data frame: to_json with orient=\"records\").";
function fixedColumns(map, roles) {
	return {
		...map,
		roles: new Map(roles.map(([column, kind]) => [column, { kind }]))
	};
}
/**
* Imports a file. Memory is bounded by a row group (or a mebibyte of text), the ids seen so far, and for rulings (one row
* a query and model, given out at the end as one scenario a query) the distinct queries. Rows and lines count from 1.
* @throws UserError for a file that cannot be read at all; a row that cannot be read is a `reject`.
*/
async function* importScenarios({ source, ...options }) {
	const seen = /* @__PURE__ */ new Map();
	const ruled = /* @__PURE__ */ new Map();
	const shown = /* @__PURE__ */ new WeakSet();
	let rows = 0;
	for await (const { row, columns } of openRows(source, options)) {
		rows += 1;
		if (columns !== void 0 && !shown.has(columns)) {
			shown.add(columns);
			yield {
				kind: "columns",
				columns: {
					shape: columns.shape,
					used: columns.used,
					ignored: columns.ignored
				}
			};
		}
		const event = readRow(row, columns);
		if (event.kind !== "scenario") {
			yield event;
			continue;
		}
		const { scenario } = event;
		const first = seen.get(scenario.id);
		const asked = digest(scenario);
		if (first !== void 0 && first.asked !== asked) {
			yield reject(row, `the id "${scenario.id}" has another query in row ${first.row}`);
			continue;
		}
		if (first === void 0) seen.set(scenario.id, {
			row: row.number,
			asked
		});
		if (columns?.shape === "study-judgments") {
			const earlier = ruled.get(scenario.id);
			const merged = earlier === void 0 ? {
				scenario,
				leftOut: []
			} : mergeRulings(earlier.scenario, scenario);
			const leftOut = [
				...earlier?.leftOut ?? [],
				...event.leftOut ?? [],
				...merged.leftOut
			];
			ruled.set(scenario.id, {
				row: earlier?.row ?? row.number,
				scenario: merged.scenario,
				leftOut
			});
		} else yield first === void 0 ? event : {
			kind: "repeat",
			row: row.number,
			of: first.row
		};
	}
	for (const one of ruled.values()) yield {
		kind: "scenario",
		...one
	};
	if (rows === 0) throw new UserError({
		message: "there are no rows in it",
		place: { file: source.name }
	});
}
function readRow(row, columns) {
	if (row.kind === "bad") return {
		kind: "reject",
		row: row.number,
		reason: row.reason,
		excerpt: row.excerpt
	};
	if (columns === void 0) throw new Error("a row without columns");
	let value = row.fields;
	let leftOut = [];
	if (columns.shape !== "bank") {
		const converted = convertRow(row.fields, columns);
		if (converted.status === "bad") return reject(row, converted.reason);
		value = converted.value;
		leftOut = converted.leftOut;
	}
	const hostile = findHostileStructure(value, 1);
	if (hostile !== void 0) return reject(row, hostile);
	const parsed = parseScenarioRow(value);
	if (parsed.status === "valid") return {
		kind: "scenario",
		row: row.number,
		scenario: parsed.scenario,
		...leftOut.length > 0 && { leftOut }
	};
	return reject(row, parsed.problems.map(({ message }) => message).join("; "));
}
function reject(row, reason) {
	const excerpt = row.kind === "bad" ? row.excerpt : excerptOf(row.fields);
	return {
		kind: "reject",
		row: row.number,
		reason,
		excerpt
	};
}
function digest({ messages }) {
	return Number.parseInt(sha256(JSON.stringify(messages)).slice(0, 12), 16);
}
/**
* `a` with the rulings that only `b` has; both are about the same conversation. Where a judge ruled on a model's answers more
* than once and not alike, the first ruling stands, and `leftOut` says so.
*/
function mergeRulings(a, b) {
	const compliance = new Map(Object.entries(a.scored?.compliance ?? {}));
	const leftOut = [];
	for (const [model, rulings] of Object.entries(b.scored?.compliance ?? {})) {
		const first = compliance.get(model) ?? {};
		for (const [judge, ruling] of Object.entries(rulings)) if (Object.hasOwn(first, judge) && first[judge] !== ruling) leftOut.push(SECOND_RULING);
		compliance.set(model, {
			...rulings,
			...first
		});
	}
	return {
		scenario: {
			...a,
			scored: {
				...a.scored,
				compliance: Object.fromEntries(compliance)
			}
		},
		leftOut
	};
}
const SECOND_RULING = "another ruling of the same judge on the same model: the first one stands";
/**
* The bank that is meant, as people call it from where they are: the one given, else the config's, else where banks usually lie.
* @throws UserError for a config that cannot be read.
*/
async function bankNameOf({ given, config }, { cwd }) {
	if (given !== void 0) return given;
	const found = await findConfig(config, cwd);
	if (found === void 0) return DEFAULT_BANK;
	return relative(cwd, resolve(cwd, dirname(config), found.bank)).replaceAll("\\", "/");
}
async function findConfig(file, cwd) {
	const path = resolve(cwd, file);
	if (!existsSync(path)) return void 0;
	return loadConfig({
		kind: "worktree",
		root: dirname(path)
	}, basename(path));
}
/** Hands over one scenario of a bank of any size after another. @throws UserError with every problem of its lines. */
async function readBankFile(file, context, keep) {
	const place = locateSource(context.cwd, file);
	if (!isAddress(file) && !existsSync(place)) throw new UserError({
		message: "there is no such bank",
		place: { file },
		hint: "spec-gate bank import FILE begins one with queries of yours"
	});
	const source = await openSource(place, globalThis.fetch);
	try {
		await streamBank({
			...source,
			name: file
		}, keep);
	} finally {
		await source.close();
	}
}
/** The spec file, read as the config says where there is one; without it the config's spec; undefined without either. */
async function findSpec(options, context) {
	const configPath = resolve(context.cwd, options.config);
	const source = {
		kind: "worktree",
		root: dirname(configPath)
	};
	const configFile = basename(configPath);
	const config = await findConfig(options.config, context.cwd);
	if (options.spec !== void 0) return loadSpecFile(resolve(context.cwd, options.spec), {
		cwd: context.cwd,
		clauses: config?.clauses ?? "headings"
	});
	return config === void 0 ? void 0 : loadSpec(source, {
		configFile,
		config
	});
}
/** As `findSpec`, for a command that cannot do without. @throws UserError naming both ways to give one. */
async function requireSpec(options, context) {
	const spec = await findSpec(options, context);
	if (spec !== void 0) return spec;
	throw new UserError({
		message: `there is no ${options.config} that names a spec`,
		hint: "Name the spec with --spec, or the config with --config."
	});
}
async function runBankImportCommand(sources, given, context) {
	const output = await bankNameOf({
		given: given.output,
		config: given.config
	}, context);
	const options = {
		...given,
		output
	};
	const bankPath = resolve(context.cwd, output);
	checkPrefix(given.idPrefix ?? "");
	const summary = await whileBankHeld({
		bankPath,
		bankName: output
	}, () => importInto(sources, {
		bankPath,
		options,
		context
	}));
	if (summary === "stopped") {
		context.remark(`stopped: ${options.output} is as it was\n`);
		return EXIT.inconclusive;
	}
	context.print(options.json === true ? `${JSON.stringify(summary, null, 2)}\n` : renderImport(summary, {
		paint: createPaint(context.output.colour),
		width: context.output.columns
	}));
	if (options.link !== true) return EXIT.pass;
	const { runBankLinkCommand } = await import("./link2.js");
	return runBankLinkCommand({
		config: options.config,
		bank: options.output
	}, context);
}
/** The bank is as it was where the import is stopped, or brings nothing. */
async function importInto(sources, given) {
	const spool = openBankSpool(given.bankPath);
	try {
		const summary = await importAll(sources, {
			...given,
			spool
		});
		if (summary === "stopped") return summary;
		refuseNothing(summary);
		spool.replaceBank();
		return summary;
	} finally {
		spool.close();
	}
}
async function importAll(names, given) {
	const { spool, bankPath, options, context } = given;
	if (existsSync(bankPath)) await reading(bankPath, options.output, async (source) => {
		await streamBank(source, (scenario) => spool.put(scenario));
	});
	const before = spool.size();
	const rejectName = options.rejects ?? `${options.output.replace(/\.jsonl$/, "")}.rejects.jsonl`;
	const rejectPath = resolve(context.cwd, rejectName);
	if (rejectPath === bankPath || names.some((name) => locateSource(context.cwd, name) === rejectPath)) throw new UserError({
		message: "rows that are left out would be written over it",
		hint: "Name another file with --rejects.",
		place: { file: rejectName }
	});
	const rejects = openRejectFile(rejectPath);
	const reasons = /* @__PURE__ */ new Map();
	const counts = {
		added: 0,
		filled: 0,
		unchanged: 0
	};
	const summaries = [];
	try {
		for (const name of names) {
			const tally = createImportTally(name, reasons);
			await importSource(name, given, {
				added: (event, { outcome, isRenamed }) => {
					counts[outcome] += 1;
					if (isRenamed) tally.rename();
					tally.add(event);
				},
				passed: tally.add,
				rejected: (row) => {
					tally.reject(row.reason);
					rejects.add({
						source: name,
						...row
					});
				}
			});
			if (context.signal.aborted) return "stopped";
			summaries.push(tally.summary());
		}
	} finally {
		rejects.close();
	}
	return {
		bank: options.output,
		sources: summaries,
		before,
		...counts,
		after: spool.size(),
		reasons: rankReasons(reasons),
		...reasons.size > 0 && { rejectFile: rejectName }
	};
}
/** Puts the scenarios of one source into the spool; ends early where the run is stopped. */
async function importSource(name, { spool, options, context }, listener) {
	const { format, map, idPrefix: prefix = "" } = options;
	await reading(locateSource(context.cwd, name), name, async (source) => {
		for await (const event of importScenarios({
			source,
			...whereDefined({
				format,
				map
			})
		})) {
			if (context.signal.aborted) return;
			if (event.kind === "reject") listener.rejected(event);
			else if (event.kind !== "scenario") listener.passed(event);
			else {
				const { outcome, id } = addToBank(spool, event.scenario, {
					source: name,
					prefix
				});
				if (outcome === "clash" || outcome === "long-id") {
					const excerpt = serializeScenario(event.scenario).slice(0, 500);
					listener.rejected({
						row: event.row,
						reason: WHY_NOT_ADDED[outcome](id),
						excerpt
					});
				} else listener.added(event, {
					outcome,
					isRenamed: prefix === "" && id !== event.scenario.id
				});
			}
		}
	});
}
const WHY_NOT_ADDED = {
	clash: (id) => `the id "${id}" has another query in the bank (--id-prefix names a set's ids apart)`,
	"long-id": (id) => `the id "${id}" is longer than 200 characters with what is put before it`
};
/** @throws UserError for a prefix that no id may begin with: no command could read the bank any more. */
function checkPrefix(prefix) {
	if (prefix === "" || ID_PATTERN.test(`${prefix}1`)) return;
	throw new UserError({
		message: `--id-prefix ${prefix}: no id begins so`,
		hint: "Ids are letters, digits or . _ : / + -, at most 200, and begin with a letter or digit: --id-prefix my-set-"
	});
}
/** Opens, hands over under the name people know, and closes. */
async function reading(path, name, read) {
	const source = await openSource(path, globalThis.fetch);
	try {
		await read({
			...source,
			name
		});
	} finally {
		await source.close();
	}
}
/** @throws UserError where every row of every source was left out: that is a wrong file, not an import. */
function refuseNothing({ sources, reasons, rejectFile }) {
	if (sources.some(({ scenarios, repeats }) => scenarios + repeats > 0)) return;
	const most = reasons[0];
	const where = rejectFile === void 0 ? "" : `Every row is in ${rejectFile}, with its reason.`;
	const way = most !== void 0 && most.reason.startsWith("no column holds the query") ? `${MAP_QUERY} ` : "";
	throw new UserError({
		message: `no row could be imported${most === void 0 ? "" : `; most often: ${most.reason}`}`,
		...way + where !== "" && { hint: `${way}${where}`.trim() }
	});
}
/** Counts links scenario by scenario; memory: the clauses, and the links that lead nowhere. */
function createLinkTally(spec) {
	const counts = new Map(spec.clauses.map(({ id }) => [id, 0]));
	const orphaned = [];
	const gone = /* @__PURE__ */ new Map();
	const nearestTo = (clause) => {
		const known = gone.get(clause);
		if (known !== void 0) return known;
		const found = {
			clause,
			...whereDefined({ nearest: nearestName(clause, counts.keys()) })
		};
		gone.set(clause, found);
		return found;
	};
	return {
		counts,
		orphaned,
		add: ({ id, clauses }) => {
			for (const clause of clauses) {
				const known = counts.get(clause);
				if (known === void 0) orphaned.push({
					scenario: id,
					...nearestTo(clause)
				});
				else counts.set(clause, known + 1);
			}
		}
	};
}
/**
* Scenarios nearer than `measure.near` to an earlier one. Two framings of one pair of values are meant to be alike and are none.
* Scenarios come one after another: of each its vector is kept, and none beyond what can be compared.
*/
function createDuplicateTally(measure = lexicalMeasure) {
	const rows = [];
	let count = 0;
	return {
		add: (scenario) => {
			count += 1;
			if (count > 2e4) rows.length = 0;
			else rows.push({
				...framingOf(scenario),
				vector: measure.vectorOf(scenario)
			});
		},
		read: () => count > 2e4 ? void 0 : compareAll(rows, measure)
	};
}
function framingOf({ id, value1, value2, nudge }) {
	return {
		id,
		...whereDefined({
			value1,
			value2,
			nudge
		})
	};
}
/** Rows looked at together. */
const BLOCK = 64;
function compareAll(rows, measure) {
	const table = tableOf(rows, {
		dimensions: measure.dimensions,
		size: 0
	});
	const nearestDot = createDotKernel(table.memory);
	const rowBytes = table.dimensions * 4;
	const found = [];
	for (let row = 1; row < rows.length; row += 1) {
		const dot = nearestDot(row * rowBytes, 0, row, rowBytes);
		const distance = distanceFromDot(dot);
		if (distance >= measure.near) continue;
		let of = 0;
		while (nearestDot(row * rowBytes, of * rowBytes, Math.min(BLOCK, row - of), rowBytes) < dot) of += BLOCK;
		while (dotRows(table.values, row, table.values, of, table.dimensions) < dot) of += 1;
		if (isReframing(rows[row], rows[of])) continue;
		found.push({
			scenario: rows[row].id,
			of: rows[of].id,
			distance
		});
	}
	return found;
}
function isReframing(a, b) {
	return a.value1 !== void 0 && a.value1 === b.value1 && a.value2 === b.value2 && a.nudge !== b.nudge;
}
const BANK_STYLE = `
.bank h2 .faint{font-weight:400;font-size:.9rem;margin-left:6px}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:12px;margin-top:18px}
.tile p{margin:0;font-size:.82rem}.tile .figure{font-size:1.5rem;font-weight:650;line-height:1.35;font-variant-numeric:tabular-nums}
.figure.unsure{color:var(--unsure)}
.plot{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:16px 18px 4px}
.plot svg{width:100%;height:auto}.plot text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--faint);text-anchor:middle}
.plot .value{fill:var(--ink);font-weight:600}.plot .floor{stroke:var(--line);stroke-width:1.5}
.bank .high{fill:var(--accent)}.bank .low{fill:var(--accent);opacity:.4}.bank .unscored{fill:var(--unsure);opacity:.55}
.cover{list-style:none;padding:0;margin:12px 0;display:grid;grid-template-columns:repeat(auto-fill,minmax(250px,1fr));gap:6px}
.cover li{margin:0;display:flex;justify-content:space-between;gap:10px;align-items:baseline;border-radius:6px;padding:6px 11px;border:1px solid var(--line);min-width:0}
.cover span{font-variant-numeric:tabular-nums;font-weight:600;white-space:nowrap}
.cover-0{background:var(--unsure-soft);border-color:var(--unsure)!important}.cover-0 span{color:var(--unsure)}
.cover-1{background:color-mix(in srgb,var(--accent) 7%,var(--card))}.cover-2{background:color-mix(in srgb,var(--accent) 15%,var(--card))}
.cover-3{background:color-mix(in srgb,var(--accent) 24%,var(--card))}.cover-4{background:color-mix(in srgb,var(--accent) 34%,var(--card))}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(320px,1fr));gap:0 32px;align-items:start}
.bars{list-style:none;padding:0;margin:0}
.bars li{display:grid;grid-template-columns:minmax(0,11em) minmax(60px,1fr) 4.5em;gap:12px;align-items:center;font-size:.9rem;margin:5px 0}
@media (max-width:760px){.plot{padding:10px 8px 2px}.plot text{font-size:21px}}
.bars .name{overflow-wrap:anywhere}.bars svg{width:100%;height:9px;border-radius:3px}
`;
const EIGHTHS = [
	"",
	"▏",
	"▎",
	"▍",
	"▌",
	"▋",
	"▊",
	"▉"
];
const HEIGHTS = [
	"▁",
	"▂",
	"▃",
	"▄",
	"▅",
	"▆",
	"▇",
	"█"
];
/** `value` of `most` as a bar of at most `width` characters, to an eighth of one; never empty above 0. */
function textBar(value, most, width) {
	if (value <= 0 || most <= 0) return "";
	const eighths = Math.max(1, Math.round(value / most * width * 8));
	return "█".repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
}
/** One character a number, by its height; `·` for none. Example: [0, 1, 4, 8] -> `·▁▄█`. */
function textStrip(values) {
	const most = Math.max(...values, 1);
	return values.map((value) => value <= 0 ? "·" : HEIGHTS[Math.ceil(value / most * 8) - 1]).join("");
}
/** Values on a scale from 0 to `most` (at least their largest); a gap is a space. `sparkline([0, 0.5, 1])` is `▁▅█`. */
function sparkline(values, most = 0) {
	const top = Math.max(most, ...values.map((value) => value ?? 0));
	return values.map((value) => {
		if (value === null) return " ";
		return HEIGHTS[top === 0 ? 0 : Math.round(value / top * (HEIGHTS.length - 1))];
	}).join("");
}
const LONGEST_NAME = 36;
const MOST_BARS$1 = 10;
/** Up to so many clauses each has a bar of its own; more are a strip. */
const MOST_CLAUSES = 32;
const MOST_LISTED = 10;
/** All of it as text that ends with a line feed. */
function renderStats({ bank, stats }, { paint, width }) {
	const sheet = {
		paint,
		width: Math.max(60, Math.min(width, 110))
	};
	return `${[
		[`${paint.strong(visibleLine(bank))}  ${plainText(writeSize(stats))}`],
		disagreementBlock(stats, sheet),
		clauseBlock(stats, sheet),
		countBlock(wording("Topics"), stats.topics, sheet),
		countBlock(wording("Values"), stats.values, sheet, plural(stats.valuePairs, "pair")),
		nudgeBlock(stats, sheet),
		duplicateBlock(stats, sheet)
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
/** `39 scenarios: 36 with rubrics, 2 conversations`. */
function writeSize({ scenarios, withRubrics, conversations }) {
	const spoken = conversations > 0 ? say`, ${plural(conversations, "conversation")}` : say``;
	return say`${plural(scenarios, "scenario")}: ${count(withRubrics)} with rubrics${spoken}`;
}
function disagreementBlock({ disagreement, withoutDisagreement }, { paint, width }) {
	const most = Math.max(...disagreement.map((bin) => bin.count), withoutDisagreement);
	const line = (label, value, tone) => `  ${label.padEnd(12)}  ${bar(textBar(value, most, barWidth(width, 12)), tone)}${count(value)}`;
	return [
		`${paint.strong("Disagreement")}  ${paint.faint(plainText(say`of models, 0 to 3; from ${asSet(HIGH_DISAGREEMENT)} on it is high`))}`,
		...disagreement.map(({ from, to, count: value }) => line(`${from} – ${to}`, value, from >= 1.5 ? paint.good : paint.faint)),
		...withoutDisagreement > 0 ? [line("never scored", withoutDisagreement, paint.unsure)] : []
	];
}
function clauseBlock({ clauses, unlinked, scenarios }, { paint, width }) {
	const links = unlinked > 0 ? [say`${count(unlinked)} of ${plural(scenarios, "scenario")} linked to no clause`] : [];
	const heading = (sentences) => plainText(inRow(sentences, wording("; ")));
	if (clauses === void 0) {
		const none = say`give --spec to see which clauses have no scenario`;
		return [`${paint.strong("Clauses")}  ${paint.faint(heading([...links, none]))}`];
	}
	const { counts, withoutScenario, demands, orphaned } = clauses;
	const covered = counts.length - withoutScenario.length;
	const found = say`${count(covered)} of ${count(counts.length)} have scenarios`;
	const tested = say`${count(demands.tested)} of ${plural(demands.all, "sentence")} that demand something have one (spec-gate coverage)`;
	const gone = [...new Set(orphaned.map(({ clause }) => clause))];
	return [
		`${paint.strong("Clauses")}  ${heading([found, ...links])}`,
		paint.faint(`  ${plainText(tested)}`),
		...counts.length <= MOST_CLAUSES ? barLines(counts, {
			paint,
			width
		}) : stripLines(counts, width),
		...withoutScenario.length > 0 ? [`  ${paint.unsure("No scenario")}: ${plainText(names(withoutScenario, MOST_LISTED))}`, paint.faint(`  ${plainText(say`write some: spec-gate bank generate --clause ${name(withoutScenario[0])}`)}`)] : [],
		...orphaned.length > 0 ? [`  ${paint.unsure("Not in the spec")}: ${plainText(say`${names(gone, MOST_LISTED)} (spec-gate bank maintain)`)}`] : []
	];
}
function stripLines(counts, width) {
	const strip = textStrip(counts.map(({ count: value }) => value));
	const lines = [];
	for (let start = 0; start < strip.length; start += width - 2) lines.push(`  ${strip.slice(start, start + width - 2)}`);
	const most = Math.max(...counts.map(({ count: value }) => value));
	const legend = say`one mark a clause, in the spec's order; the tallest has ${plural(most, "scenario")}`;
	return [...lines, `  ${plainText(legend)}`];
}
function countBlock(title, counts, { paint, width }, more) {
	if (counts.length === 0) return [];
	const rest = counts.length - MOST_BARS$1;
	const size = more === void 0 ? say`${count(counts.length)}` : say`${count(counts.length)} in ${more}`;
	return [
		`${paint.strong(title)}  ${paint.faint(plainText(size))}`,
		...barLines(counts.slice(0, MOST_BARS$1), {
			paint,
			width
		}),
		...rest > 0 ? [paint.faint(`  and ${count(rest)} more`)] : []
	];
}
function barLines(counts, { paint, width }) {
	const labels = counts.map((one) => visibleId(one.name, LONGEST_NAME));
	const widest = Math.max(...labels.map(widthOf));
	const most = Math.max(...counts.map(({ count: value }) => value));
	return counts.map(({ count: value }, index) => {
		const drawn = textBar(value, most, barWidth(width, widest));
		const shown = value === 0 ? paint.unsure("none") : `${bar(drawn, paint.good)}${count(value)}`;
		return `  ${padAfter(labels[index], widest)}  ${shown}`;
	});
}
/** What is left beside a label of some width, but never so long that the eye loses the line. */
function barWidth(width, label) {
	return Math.min(48, width - label - 14);
}
function bar(drawn, tone) {
	return drawn === "" ? "" : `${tone(drawn)} `;
}
function nudgeBlock({ nudges }, { paint }) {
	const { neutral, value1, value2, none } = nudges;
	if (neutral + value1 + value2 === 0) return [];
	const unsaid = none > 0 ? say` · unsaid ${count(none)}` : say``;
	const says = say`neutral ${count(neutral)} · towards value 1 ${count(value1)} · towards value 2 ${count(value2)}${unsaid}`;
	return [`${paint.strong("Framing")}  ${plainText(says)}`];
}
function duplicateBlock({ nearDuplicates, scenarios }, { paint }) {
	if (nearDuplicates === void 0) {
		const why = say`not looked for: ${count(scenarios)} scenarios are too many to compare each with each`;
		return [`${paint.strong("Near-duplicates")}  ${paint.faint(plainText(why))}`];
	}
	if (nearDuplicates.length === 0) return [`${paint.strong("Near-duplicates")}  none`];
	return [
		`${paint.strong("Near-duplicates")}  ${count(nearDuplicates.length)}`,
		...nearDuplicates.slice(0, MOST_LISTED).map(({ scenario, of, distance }) => `  ${plainText(say`${name(scenario)} nearly repeats ${name(of)} (distance ${decimal(distance)})`)}`),
		...nearDuplicates.length > MOST_LISTED ? [`  and ${count(nearDuplicates.length - MOST_LISTED)} more`] : []
	];
}
/** Bars shown at once; the rest opens. */
const MOST_BARS = 16;
const MOST_ROWS = 200;
/** One self-contained HTML document. */
function renderStatsHtml({ bank, stats }) {
	const body = html`<header class="top">
      <span class="brand">Spec Gate</span><span class="sides faint">scenario bank</span>
    </header>
    <h1><code>${visibleLine(bank)}</code></h1>
    <p class="detail">${htmlSentence(writeSize(stats))}</p>
    ${tiles(stats)} ${disagreementPart(stats)} ${clausePart(stats)}
    <div class="pair">
      ${countPart("Topics", stats.topics)}${countPart("Values", stats.values, plural(stats.valuePairs, "pair"))}
    </div>
    ${duplicatePart(stats)}`;
	return renderPage({
		title: `Scenario bank ${visibleLine(bank)}`,
		style: STYLE + BANK_STYLE,
		kind: "bank",
		body: [body]
	});
}
function tiles({ scenarios, nudges, withoutDisagreement, unlinked, clauses, nearDuplicates }) {
	const high = (share) => scenarios === 0 ? "" : `of ${count(share)}`;
	const items = [
		[
			"Scored",
			count(scenarios - withoutDisagreement),
			high(scenarios),
			withoutDisagreement > 0
		],
		[
			"Linked to a clause",
			count(scenarios - unlinked),
			high(scenarios),
			unlinked > 0
		],
		...clauses === void 0 ? [] : [[
			"Clauses with scenarios",
			count(clauses.counts.length - clauses.withoutScenario.length),
			high(clauses.counts.length),
			clauses.withoutScenario.length > 0
		], [
			"Demands with scenarios",
			count(clauses.demands.tested),
			`of ${count(clauses.demands.all)} sentences`,
			clauses.demands.tested < clauses.demands.all
		]],
		[
			"Framing",
			`${count(nudges.neutral)} · ${count(nudges.value1)} · ${count(nudges.value2)}`,
			"neutral, towards value 1, value 2",
			false
		],
		[
			"Near-duplicates",
			nearDuplicates === void 0 ? "–" : count(nearDuplicates.length),
			nearDuplicates === void 0 ? "too many to compare" : "",
			(nearDuplicates?.length ?? 0) > 0
		]
	];
	return html`<div class="tiles">
    ${items.map(([label, value, note, isOff]) => html`<div class="card tile">
          <p class="faint">${label}</p>
          <p class="${isOff ? "figure unsure" : "figure"}">${value}</p>
          <p class="faint">${note}</p>
        </div>`)}
  </div>`;
}
const CHART = {
	width: 720,
	height: 220,
	floor: 178,
	gap: 14
};
function disagreementPart({ disagreement, withoutDisagreement }) {
	const bins = [...disagreement.map(({ from, to, count: value }) => ({
		label: `${from} – ${to}`,
		value,
		tone: from >= 1.5 ? "high" : "low"
	})), ...withoutDisagreement > 0 ? [{
		label: "never scored",
		value: withoutDisagreement,
		tone: "unscored"
	}] : []];
	const most = Math.max(...bins.map(({ value }) => value), 1);
	const step = CHART.width / bins.length;
	const bars = bins.map(({ label, value, tone }, index) => {
		const height = Math.round(value / most * (CHART.floor - 28));
		const centre = Math.round(index * step + step / 2);
		return html`<rect
        class="${tone}"
        x="${Math.round(index * step + CHART.gap / 2)}"
        y="${CHART.floor - height}"
        width="${Math.round(step - CHART.gap)}"
        height="${height}"
        rx="3"
      />
      <text class="value" x="${centre}" y="${CHART.floor - height - 8}">${count(value)}</text>
      <text x="${centre}" y="${CHART.floor + 22}">${label}</text>`;
	});
	return html`<section>
    <h2>Disagreement of models</h2>
    <p class="faint">
      Larger standard deviation of the two values' scores, 0 to 3. From ${HIGH_DISAGREEMENT} on it is high: such
      scenarios tell readings of a spec apart.
    </p>
    <div class="plot">
      <svg viewBox="0 0 ${CHART.width} ${CHART.height}" role="img" aria-label="Scenarios by disagreement">
        <line class="floor" x1="0" x2="${CHART.width}" y1="${CHART.floor}" y2="${CHART.floor}" />
        ${bars}
      </svg>
    </div>
  </section>`;
}
function clausePart({ clauses }) {
	if (clauses === void 0) return NOTHING;
	const { counts, withoutScenario, orphaned } = clauses;
	const most = Math.max(...counts.map(({ count: value }) => value), 1);
	const cells = counts.map(({ name, count: value }) => {
		const level = value === 0 ? 0 : Math.ceil(value / most * 4);
		return html`<li class="cover-${level}">
      <code>${visibleLine(name)}</code><span>${value === 0 ? "none" : count(value)}</span>
    </li>`;
	});
	return html`<section>
    <h2>Coverage of the spec's clauses</h2>
    <p class="faint">
      Scenarios linked to each clause, in the spec's order.
      ${withoutScenario.length === 0 ? "Every clause has some." : `${plural(withoutScenario.length, "clause")} without any: a change of such a clause is untested.`}
    </p>
    <ol class="cover">
      ${cells}
    </ol>
    ${withoutScenario.length === 0 ? NOTHING : html`<p class="advice">
            Write scenarios for a clause:
            <code>spec-gate bank generate --clause ${visibleLine(withoutScenario[0])}</code>
          </p>`}
    ${orphanTable(orphaned)}
  </section>`;
}
function orphanTable(orphaned) {
	if (orphaned.length === 0) return NOTHING;
	const rows = orphaned.slice(0, MOST_ROWS).map(({ scenario, clause, nearest }) => html`<tr>
        <td><code>${visibleLine(scenario)}</code></td>
        <td><code>${visibleLine(clause)}</code></td>
        <td>${nearest === void 0 ? NOTHING : html`<code>${visibleLine(nearest)}</code>`}</td>
      </tr>`);
	return html`<h4>Links to clauses that the spec does not have: ${count(orphaned.length)}</h4>
    <table class="plain" tabindex="0">
      <thead>
        <tr>
          <th>Scenario</th>
          <th>Link</th>
          <th>Meant perhaps</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}
function countPart(title, counts, more) {
	const [first] = counts;
	if (first === void 0) return NOTHING;
	const most = first.count;
	const bars = (list) => html`<ul class="bars">
      ${list.map(({ name, count: value }) => html`<li>
            <span class="name">${visibleLine(name, 80)}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect class="high" x="0" y="0" width="${Math.max(1, Math.round(value / most * 100))}" height="8" />
            </svg>
            <span class="number">${count(value)}</span>
          </li>`)}
    </ul>`;
	const rest = counts.slice(MOST_BARS, 216);
	return html`<section>
    <h2>${title} <span class="faint">${count(counts.length)}${more === void 0 ? "" : ` in ${more}`}</span></h2>
    ${bars(counts.slice(0, MOST_BARS))}
    ${rest.length === 0 ? NOTHING : html`<details class="rest">
            <summary>
              ${count(rest.length)}
              more${counts.length > 216 ? ` of ${count(counts.length - MOST_BARS)}` : ""}
            </summary>
            ${bars(rest)}
          </details>`}
  </section>`;
}
function duplicatePart({ nearDuplicates }) {
	if (nearDuplicates === void 0 || nearDuplicates.length === 0) return NOTHING;
	const rows = nearDuplicates.slice(0, MOST_ROWS).map(({ scenario, of, distance }) => html`<tr>
        <td><code>${visibleLine(scenario)}</code></td>
        <td><code>${visibleLine(of)}</code></td>
        <td class="number">${decimal(distance)}</td>
      </tr>`);
	return html`<section>
    <h2>Near-duplicates <span class="faint">${count(nearDuplicates.length)}</span></h2>
    <table class="plain" tabindex="0">
      <thead>
        <tr>
          <th>Scenario</th>
          <th>Nearly repeats</th>
          <th class="number">Distance</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section>`;
}
const BIN_EDGES = [
	0,
	1,
	1.5,
	2,
	2.5,
	3
];
/**
* Counts a bank scenario by scenario, and compares its links with a spec where one is given. Only sums are kept in
* memory.
*/
function createBankTally({ spec, measure } = {}) {
	const counted = {
		scenarios: 0,
		withRubrics: 0,
		conversations: 0,
		unlinked: 0,
		withoutDisagreement: 0
	};
	const nudges = {
		neutral: 0,
		value1: 0,
		value2: 0,
		none: 0
	};
	const values = createNameCounter();
	const topics = createNameCounter();
	const pairs = /* @__PURE__ */ new Set();
	const bins = BIN_EDGES.slice(1).map(() => 0);
	const clauses = spec === void 0 ? void 0 : createClauseTally(spec);
	const duplicates = createDuplicateTally(measure);
	return {
		add: (scenario) => {
			const { value1, value2, nudge, disagreement } = scenario;
			counted.scenarios += 1;
			if (hasRubrics(scenario)) counted.withRubrics += 1;
			if (scenario.messages.length > 1) counted.conversations += 1;
			if (scenario.clauses.length === 0) counted.unlinked += 1;
			nudges[nudge ?? "none"] += 1;
			for (const value of [value1, value2]) if (value !== void 0) values.add(value);
			for (const topic of scenario.topics) topics.add(topic);
			if (value1 !== void 0 && value2 !== void 0) pairs.add(JSON.stringify([value1, value2].sort()));
			if (disagreement === void 0) counted.withoutDisagreement += 1;
			else bins[binOf(disagreement)] += 1;
			clauses?.add(scenario);
			duplicates.add(scenario);
		},
		read: () => ({
			scenarios: counted.scenarios,
			withRubrics: counted.withRubrics,
			conversations: counted.conversations,
			values: values.read(),
			valuePairs: pairs.size,
			nudges,
			topics: topics.read(),
			unlinked: counted.unlinked,
			...clauses !== void 0 && { clauses: clauses.read() },
			withoutDisagreement: counted.withoutDisagreement,
			disagreement: bins.map((count, index) => ({
				from: BIN_EDGES[index],
				to: BIN_EDGES[index + 1],
				count
			})),
			nearDuplicates: duplicates.read()
		})
	};
}
function createClauseTally(spec) {
	const links = createLinkTally(spec);
	const coverage = createCoverageTally(spec);
	return {
		add: (scenario) => {
			links.add(scenario);
			coverage.add(scenario);
		},
		read: () => {
			const counts = spec.clauses.filter((clause) => links.counts.get(clause.id) > 0 || clause.text !== "" && !isGlobal(clause)).map(({ id }) => ({
				name: id,
				count: links.counts.get(id)
			}));
			const { demands, testedDemands } = totalCoverage(coverage.read());
			return {
				counts,
				withoutScenario: counts.flatMap(({ name, count }) => count === 0 ? [name] : []),
				demands: {
					all: demands,
					tested: testedDemands
				},
				orphaned: links.orphaned
			};
		}
	};
}
/** The bin of a D between 0 and 3; 3 itself is in the last. */
function binOf(disagreement) {
	const above = BIN_EDGES.findIndex((edge) => disagreement < edge);
	return above === -1 ? BIN_EDGES.length - 2 : above - 1;
}
function createNameCounter() {
	const counts = /* @__PURE__ */ new Map();
	return {
		add: (name) => void counts.set(name, (counts.get(name) ?? 0) + 1),
		read: () => [...counts].map(([name, count]) => ({
			name,
			count
		})).sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
	};
}
async function runBankStatsCommand(given, options, context) {
	const file = await bankNameOf({
		given,
		config: options.config
	}, context);
	const spec = await findSpec(options, context);
	const tally = createBankTally(spec === void 0 ? {} : { spec });
	await readBankFile(file, context, tally.add);
	const view = {
		bank: file,
		stats: tally.read()
	};
	if (options.html !== void 0) {
		replaceFile(resolve(context.cwd, options.html), renderStatsHtml(view));
		context.remark(`page: ${options.html}\n`);
	}
	context.print(options.json === true ? `${JSON.stringify(view, null, 2)}\n` : renderStats(view, {
		paint: createPaint(context.output.colour),
		width: context.output.columns
	}));
	return EXIT.pass;
}
export { runBankImportCommand as a, requireSpec as c, openSource as d, openGrowingBank as f, createLinkTally as i, importScenarios as l, asksTheSame as m, sparkline as n, bankNameOf as o, replaceFile as p, createDuplicateTally as r, readBankFile as s, runBankStatsCommand as t, locateSource as u };
