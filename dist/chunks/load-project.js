import { o as __toESM } from "./rolldown-runtime.js";
import { b as isLive, c as policyHash, n as parseLabelled } from "./labelled.js";
import { i as offlineFile, n as resolvePanel, r as parseConfig, t as optionsOf } from "./resolve-models.js";
import { i as sha256, n as hashJson, r as hashShort, t as canonicalJson } from "./canonical-json.js";
import { t as UserError } from "./errors.js";
import { _ as record, a as _enum, b as string, m as number, s as array, y as strictObject } from "./schemas.js";
import { t as whereDefined } from "./where-defined.js";
import { n as FINISHES, t as CallError } from "./model.js";
import { n as createRecentAsync } from "./recent.js";
import { a as parseBank, f as digestBank, i as createBank, n as readLightBank, o as readBank, t as createLightBank } from "./light-bank.js";
import { a as parseSpec } from "./dist3.js";
import { r as readAt, t as keepHeapTight } from "./tight-heap.js";
import { c as openHarnessFile, f as messageText, n as tableFormat, r as toRow, t as openTable } from "./open-table.js";
import { a as listTree, o as readBlob } from "./git.js";
import { i as unpackGzip, n as openFile, r as refusePointer } from "./open-file.js";
import { c as plural } from "./format-numbers.js";
import { t as readLines } from "./byte-source.js";
import { t as makeFolder } from "./make-folder.js";
import { t as SYSTEM_CLOCK } from "./system-clock.js";
import { i as readTextOrBytes, n as readFileIfThere, r as readSpecFiles, t as isFileThere } from "./read-spec.js";
import { dirname, join, posix, resolve } from "node:path";
import { closeSync, mkdtempSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
const tokens = number().int().min(0);
const line = strictObject({
	key: string().regex(/^[0-9a-f]{64}$/),
	checksum: string(),
	model: string(),
	draw: string(),
	format: string().exactOptional(),
	completion: strictObject({
		text: string(),
		finish: _enum(FINISHES),
		ending: string().exactOptional(),
		returnedModel: string().exactOptional(),
		fingerprint: string().exactOptional(),
		usage: strictObject({
			inputTokens: tokens,
			cachedInputTokens: tokens,
			cacheWriteTokens: tokens,
			outputTokens: tokens
		}),
		adapted: array(string())
	})
});
/**
* What identifies a recorded answer: model name, declared version, parameters, messages, format and draw. Neither the
* provider nor its address, so that answers of a live model can be repeated by a `recorded` one of the same name.
*/
function recordingKey({ model, messages, format, draw }) {
	return hashJson({
		model: model.model,
		version: model.version,
		params: model.params,
		messages: messages.map(({ role, content }) => ({
			role,
			content
		})),
		format: format?.name,
		draw
	});
}
/**
* Reads a recording: JSONL, one answer a line, blank lines allowed.
* @throws UserError with the line of everything that is not JSON, has the wrong shape, was altered, or contradicts an
* earlier line with the same key.
*/
function parseRecordings({ file, text }) {
	const recordings = /* @__PURE__ */ new Map();
	const problems = [];
	for (const [index, content] of text.split("\n").entries()) {
		if (content.trim() === "") continue;
		const read = readLine(content);
		const place = {
			file,
			line: index + 1
		};
		if (typeof read === "string") problems.push({
			message: read,
			hint: "delete the line and record again",
			place
		});
		else if (isOther(recordings.get(read.key), read.completion)) problems.push({
			message: "another answer to the same request stands above",
			hint: "keep one of them",
			place
		});
		else recordings.set(read.key, read.completion);
	}
	if (problems.length > 0) throw new UserError(problems);
	return recordings;
}
/** One line of a recording, without its line end. */
function serializeRecording(request, completion) {
	const key = recordingKey(request);
	return canonicalJson({
		key,
		checksum: checksumOf(key, completion),
		model: request.model.model,
		draw: request.draw,
		format: request.format?.name,
		completion: asJson(completion)
	});
}
/**
* A model that repeats what was recorded and asks nobody. `file` is the recording's path as shown to people; `describe`
* says what a request is about (its scenario).
* @throws UserError (from `complete`) for a request that was not recorded.
*/
function createRecordedModel(ref, options) {
	const { recordings, file, describe } = options;
	return {
		ref,
		complete: async (request, { signal }) => {
			if (signal.aborted) throw new CallError("aborted", "the call was aborted");
			const completion = recordings.get(recordingKey(request));
			if (completion !== void 0) return completion;
			const about = describe?.(request) ?? "a request";
			throw new UserError({
				message: `${ref.id} has no recorded answer to ${about} (draw ${request.draw})`,
				hint: "the messages, parameters or draw differ from those recorded: record again with the live model, or use the recorded configuration",
				place: { file }
			});
		}
	};
}
/** The line's key and answer, or what is wrong with it. */
function readLine(content) {
	let value;
	try {
		value = JSON.parse(content);
	} catch {
		return "not JSON: the line is torn or not a recording";
	}
	const parsed = line.safeParse(value);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		return `not a recorded answer: ${[...issue.path, issue.message].join(": ")}`;
	}
	const { key, checksum, completion } = parsed.data;
	return checksum === checksumOf(key, completion) ? {
		key,
		completion
	} : "the checksum does not match: it was altered";
}
function checksumOf(key, completion) {
	return sha256(canonicalJson([key, asJson(completion)])).slice(0, 16);
}
function isOther(earlier, later) {
	return earlier !== void 0 && canonicalJson(asJson(earlier)) !== canonicalJson(asJson(later));
}
/** A completion is plain JSON; TypeScript interfaces merely lack the index signature to show it. */
function asJson(completion) {
	return {
		...completion,
		usage: { ...completion.usage }
	};
}
const share = number().min(0).max(1);
const score = number().int().min(0).max(6);
const bound = {
	atLeast: score.default(0),
	atMost: score.default(6)
};
const phrase = string().min(1);
const demand = strictObject({
	phrase,
	values: array(string()).min(1),
	...bound,
	unless: strictObject({
		phrase,
		values: array(string()).min(1)
	}).optional(),
	vague: strictObject({
		settledBy: phrase,
		readings: array(strictObject(bound)).min(2)
	}).optional()
}).refine((value) => value.atLeast > 0 || value.atMost < 6, "needs `atLeast` or `atMost`");
const edit = strictObject({
	kind: phrase.optional(),
	at: phrase,
	by: string().optional(),
	add: phrase.optional()
}).refine(({ by, add }) => by === void 0 !== (add === void 0), "needs either `by` or `add`");
const model = strictObject({
	values: record(string(), number()).default({}),
	noise: number().min(0).default(.5),
	obedience: share.default(.8)
});
const judge = strictObject({
	falsePositive: share.default(.03),
	falseNegative: share.default(.03),
	ambiguity: share.default(.01),
	abstention: share.default(0),
	first: array(string()).default([])
});
const classifier = strictObject({ errorRate: share.default(.05) });
const world = strictObject({
	models: record(string(), model).default({}),
	judges: record(string(), judge).default({}),
	classifiers: record(string(), classifier).default({}),
	nudge: number().min(0).default(.6),
	clauses: record(string(), array(demand)).default({}),
	edits: record(string(), array(edit)).default({})
});
/** What a name plays that the world lists under another role only. */
const DEFAULT_PROFILES = {
	model: model.parse({}),
	judge: judge.parse({}),
	classifier: classifier.parse({})
};
/**
* Reads a `world.yml`.
* @throws UserError with every problem and its file:line:column.
*/
async function parseWorld({ file, text }) {
	return recent(`${file}\n${text}`, () => parseFile({
		file,
		text
	}));
}
/** The comparisons of a run read the same world. */
const recent = createRecentAsync({ max: 4 });
async function parseFile({ file, text }) {
	const { LineCounter: Counter, parseDocument } = await import("./dist2.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const lineCounter = new Counter();
	const document = parseDocument(text, { lineCounter });
	if (document.errors.length > 0) throw new UserError(document.errors.map(({ message, pos }) => ({
		message: message.split(" at line")[0],
		place: placeAt({
			file,
			lineCounter,
			offset: pos[0]
		})
	})));
	const parsed = world.safeParse(readValue(document, file) ?? {});
	if (!parsed.success) throw new UserError(parsed.error.issues.map((issue) => ({
		message: `${issue.path.join(".") || "world"}: ${issue.message}`,
		place: placeAt({
			file,
			lineCounter,
			offset: offsetOf(document, issue.path)
		})
	})));
	const { models, judges, classifiers, nudge, clauses, edits } = parsed.data;
	return {
		models: new Map(Object.entries(models)),
		judges: new Map(Object.entries(judges)),
		classifiers: new Map(Object.entries(classifiers)),
		nudge,
		clauses: new Map(Object.entries(clauses)),
		edits: new Map(Object.entries(edits))
	};
}
/** Aliases are shared values; a handful of anchors is usual, thousands of uses of one are an attack. */
const MAX_ALIASES = 100;
/** @throws UserError for an alias without its anchor, or more of them than a person writes. */
function readValue(document, file) {
	try {
		return document.toJS({ maxAliasCount: MAX_ALIASES });
	} catch (error) {
		const message = `the YAML cannot be read: ${error instanceof Error ? error.message : String(error)}`;
		throw new UserError({
			message,
			hint: "An alias (*name) needs its anchor (&name) above it.",
			place: { file }
		});
	}
}
/** Whether any role of the world is played under this name. */
function isInWorld(name, { models, judges, classifiers }) {
	return models.has(name) || judges.has(name) || classifiers.has(name);
}
function placeAt(at) {
	const { line, col } = at.lineCounter.linePos(at.offset);
	return {
		file: at.file,
		line,
		column: col
	};
}
/** Where the nearest existing node above a schema problem starts. */
function offsetOf(document, path) {
	for (let length = path.length; length > 0; length -= 1) {
		const range = document.getIn(path.slice(0, length), true)?.range;
		if (range?.[0] !== void 0) return range[0];
	}
	return 0;
}
/** Bytes gathered before they are written. */
const PIECE = 1 << 20;
/**
* Appends to an open file in large pieces. `append` gives the byte that the record begins at; what is still gathered is in
* the file only after `flush`.
*/
function createAppender(file) {
	const piece = Buffer.alloc(PIECE);
	let used = 0;
	let written = 0;
	const write = (bytes) => {
		let done = 0;
		while (done < bytes.length) done += writeSync(file, bytes, done, bytes.length - done, written + done);
		written += bytes.length;
	};
	const flush = () => {
		write(piece.subarray(0, used));
		used = 0;
	};
	return {
		flush,
		append: (bytes) => {
			if (used + bytes.length > PIECE) flush();
			const offset = written + used;
			if (bytes.length > PIECE) write(bytes);
			else {
				piece.set(bytes, used);
				used += bytes.length;
			}
			return offset;
		}
	};
}
/** Bytes of texts in memory. */
const MOST_BYTES = 33554432;
/** The file is made with the first text that needs one, in the folder for temporary files. */
function keepInSpool(mostBytes = MOST_BYTES) {
	const held = [];
	let room = mostBytes;
	let spool;
	return {
		add: (text) => {
			room -= 2 * text.length;
			if (spool === void 0 && room >= 0) return held.push(text) - 1;
			spool ??= openSpool();
			return held.length + spool.add(text);
		},
		at: (number) => held[number] ?? spool.at(number - held.length)
	};
}
function openSpool() {
	const folder = mkdtempSync(join(tmpdir(), "spec-gate-"));
	const file = openSync(join(folder, "texts.spool"), "w+");
	const remove = () => rmSync(folder, {
		recursive: true,
		force: true
	});
	try {
		remove();
	} catch {
		process.once("exit", () => {
			closeSync(file);
			remove();
		});
	}
	const out = createAppender(file);
	/** Where each text begins, and where the last one ends. */
	const offsets = [0];
	return {
		add: (text) => {
			const bytes = Buffer.from(text);
			out.append(bytes);
			return offsets.push(offsets.at(-1) + bytes.length) - 2;
		},
		at: (number) => {
			out.flush();
			const [start, end] = [offsets[number], offsets[number + 1]];
			const bytes = Buffer.alloc(end - start);
			if (readAt(file, bytes, start) < bytes.length) throw new Error("the spool ended early");
			return bytes.toString("utf8");
		}
	};
}
/** Spellings by field, the likeliest first; in lower case. */
const SCENARIO_COLUMNS = {
	id: [
		"id",
		"scenario_id",
		"key"
	],
	/** The study's judge rows: which framing, or an id of its own. */
	queryKey: ["query_key"],
	query: [
		"query",
		"question",
		"prompt",
		"input",
		"text",
		"instruction",
		"user_query",
		"goal",
		"behavior",
		"problem"
	],
	messages: [
		"messages",
		"conversation",
		"conversations",
		"turns"
	],
	value1: ["value1", "value_1"],
	value2: ["value2", "value_2"],
	nudge: ["nudge", "nudge_direction"],
	chunk: ["chunk_idx", "chunk_index"],
	entry: ["entry_idx", "entry_index"]
};
/** Columns that are one query together: what is asked, and what it is about. */
const QUERY_MATERIAL = [
	{
		query: "instruction",
		material: "input",
		stands: "after"
	},
	{
		query: "instruction",
		material: "context",
		stands: "after"
	},
	{
		query: "question",
		material: "context",
		stands: "before"
	},
	{
		query: "behavior",
		material: "contextstring",
		stands: "before"
	}
];
/** How a name that no list has ends where it names what is asked: `forbidden_prompt`, `userQuestion`. */
const ASKED = /(?:^|[_\s.-])(?:prompt|question|query|request|instruction|message)s?$/;
const NOT_ASKED = /system|negative|expected|output|num|count/;
/** The one column whose name ends as a query's does; undefined where none does, or several. */
function queryByEnding(names) {
	const asked = names.filter((name) => {
		const words = name.replaceAll(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
		return ASKED.test(words) && !NOT_ASKED.test(words);
	});
	return asked.length === 1 ? asked[0] : void 0;
}
/** The first of the spellings that is a column, in whatever case. */
function findColumn(names, spellings) {
	for (const spelling of spellings) {
		const column = names.find((name) => name.toLowerCase() === spelling);
		if (column !== void 0) return column;
	}
}
/** The model whose answers a column holds: `response_claude_opus_4` (the published data set), `claude_opus_4_response`. */
function answeringModel(column) {
	return /^response_(.+)$/.exec(column)?.[1] ?? /^(.+)_response$/.exec(column)?.[1];
}
const FRAMINGS = [
	[/^(?:neutral|original|base|query)(?:_?query)?$/, "neutral"],
	[/^(?:nudged?_?|query_?|biased_?)?value_?1(?:_?(?:query|nudged?|biased))?$/, "value1"],
	[/^(?:nudged?_?|query_?|biased_?)?value_?2(?:_?(?:query|nudged?|biased))?$/, "value2"]
];
/** Which of a value pair's three framings a word names. */
function framingOf(word) {
	const plain = word.trim().toLowerCase().replaceAll(/[ -]/g, "_");
	return FRAMINGS.find(([pattern]) => pattern.test(plain))?.[1];
}
/** The published data set's id of a scenario; two of its configurations that hold the same one agree on it. */
function studyId(row) {
	return `${row.chunk}_${row.entry}_${row.framing}`;
}
const ANSWER_COLUMNS = [
	"answer",
	"response",
	"completion",
	"output",
	"generation",
	"reply"
];
const MODEL_COLUMNS = [
	"model",
	"model_id",
	"model_name"
];
const DRAW_COLUMNS = [
	"draw",
	"replicate",
	"epoch",
	"repetition",
	"sample"
];
const ID_COLUMNS = ["scenario", ...SCENARIO_COLUMNS.id];
/** Reads rows with these columns; undefined where none of them holds an answer. */
function answerReader(columns) {
	const found = {
		id: findColumn(columns, ID_COLUMNS),
		queryKey: findColumn(columns, SCENARIO_COLUMNS.queryKey),
		chunk: findColumn(columns, SCENARIO_COLUMNS.chunk),
		entry: findColumn(columns, SCENARIO_COLUMNS.entry),
		nudge: findColumn(columns, SCENARIO_COLUMNS.nudge),
		query: findColumn(columns, SCENARIO_COLUMNS.query),
		messages: findColumn(columns, SCENARIO_COLUMNS.messages),
		model: findColumn(columns, MODEL_COLUMNS),
		draw: findColumn(columns, DRAW_COLUMNS),
		answer: findColumn(columns, ANSWER_COLUMNS)
	};
	const byModel = columns.flatMap((column) => {
		const model = answeringModel(column);
		return model === void 0 || column === found.answer ? [] : [{
			column,
			model
		}];
	});
	if (found.answer === void 0 && byModel.length === 0 && found.messages === void 0) return void 0;
	return {
		used: [...Object.values(found).filter((column) => column !== void 0), ...byModel.map(({ column }) => column)],
		read: (fields) => {
			const cell = (column) => column !== void 0 && Object.hasOwn(fields, column) ? fields[column] : void 0;
			const turns = splitConversation(cell(found.messages));
			const about = {
				...present("scenario", scenarioId(found, cell)),
				...present("asked", turns?.asked ?? askedText(cell(found.query))),
				...present("draw", wordOf(cell(found.draw)))
			};
			const said = found.answer === void 0 ? turns?.answer : answerText(cell(found.answer));
			const own = said === void 0 ? [] : [{
				...about,
				...present("model", wordOf(cell(found.model))),
				text: said
			}];
			const others = byModel.flatMap(({ column, model }) => {
				const text = answerText(cell(column));
				return text === void 0 ? [] : [{
					...about,
					model,
					text
				}];
			});
			return [...own, ...others];
		}
	};
}
/** Messages as the bank and an answer's row can be held against each other. */
function askedKey(messages) {
	return JSON.stringify(messages.map(({ role, content }) => [role, content.trim()]));
}
function scenarioId(found, cell) {
	const [chunk, entry] = [wordOf(cell(found.chunk)), wordOf(cell(found.entry))];
	const key = wordOf(cell(found.queryKey));
	const nudge = wordOf(cell(found.nudge)) ?? key;
	const framing = nudge === void 0 ? void 0 : framingOf(nudge) ?? nudge;
	if (chunk !== void 0 && entry !== void 0 && framing !== void 0) return studyId({
		chunk,
		entry,
		framing
	});
	return wordOf(cell(found.id)) ?? (key !== void 0 && framingOf(key) === void 0 ? key : void 0);
}
/** A logged conversation: what was asked, and the answer at its end. */
function splitConversation(value) {
	if (!Array.isArray(value)) return void 0;
	const messages = value.map((message) => {
		const { role, content } = message ?? {};
		return {
			role: String(role),
			content: messageText(content) ?? ""
		};
	});
	const last = messages.at(-1);
	if (last?.role !== "assistant") return { asked: askedKey(messages) };
	return {
		asked: askedKey(messages.slice(0, -1)),
		answer: last.content
	};
}
function askedText(value) {
	if (Array.isArray(value)) return splitConversation(value)?.asked;
	return typeof value === "string" ? askedKey([{
		role: "user",
		content: value
	}]) : void 0;
}
/** An answer as text: a text, a message, its parts, or a provider's whole reply. */
function answerText(value) {
	if (typeof value === "string") return value;
	if (typeof value !== "object" || value === null) return void 0;
	const text = messageText(value);
	if (text !== void 0) return text;
	const { content, choices, message } = value;
	const [choice] = Array.isArray(choices) ? choices : [];
	return messageText(content) ?? (message !== void 0 ? answerText(message) : choice && answerText(choice));
}
function wordOf(value) {
	if (typeof value === "string") return value.trim() === "" ? void 0 : value;
	return typeof value === "number" || typeof value === "bigint" ? String(value) : void 0;
}
function present(key, value) {
	return value === void 0 ? {} : { [key]: value };
}
/** A file of a commit has to be in memory whole. */
const LARGEST_BLOB = 268435456;
const READABLE = /\.(jsonl|ndjson|csv|json|txt)(\.gz)?$|\.(parquet|eval)$/i;
/**
* Reads `path` (from the source's root), a file or all readable files of a folder in order of name. Memory is bounded by a
* row group, a line, or one JSON value.
* @throws UserError where there is nothing, or a file cannot be read, has rows that are none, or no column of answers.
*/
async function* readAnswers(source, path) {
	const files = source.kind === "worktree" ? listFiles(source.root, path) : await listBlobs(source, path);
	for (const { name, open } of files) {
		const file = await open();
		try {
			yield* readFile({
				...file,
				name
			});
		} finally {
			await file.close();
		}
	}
}
function listFiles(root, path) {
	const full = join(root, path);
	if (!(statSync(full, { throwIfNoEntry: false })?.isDirectory() === true)) return [{
		name: path,
		open: () => openFile(full, path)
	}];
	return orNothing(path, readdirSync(full).filter((name) => READABLE.test(name)).sort().map((name) => ({
		name: join(path, name),
		open: () => openFile(join(full, name), join(path, name))
	})));
}
async function listBlobs(source, path) {
	const entries = await listTree(source.repo, source.sha);
	const inside = entries.filter((entry) => entry.path.startsWith(`${path}/`) && READABLE.test(entry.path));
	const found = entries.filter((entry) => entry.path === path);
	return orNothing(path, (found.length > 0 ? found : inside).filter(({ mode }) => mode === "100644" || mode === "100755").map(({ path: name, oid }) => ({
		name,
		open: async () => {
			const blob = await readBlob(source.repo, oid, LARGEST_BLOB);
			if (blob !== void 0) return openBytes(name, blob);
			throw new UserError({
				message: `larger than ${LARGEST_BLOB / 1024 / 1024} MB in the commit`,
				hint: "Keep fewer answers in it, or judge from a checkout.",
				place: { file: name }
			});
		}
	})));
}
function orNothing(path, files) {
	if (files.length > 0) return files;
	throw new UserError({
		message: "no recorded answers",
		hint: "Name a file, or a folder of them.",
		place: { file: path }
	});
}
async function openBytes(name, bytes) {
	const source = {
		name,
		byteLength: bytes.length,
		slice: async (start, end) => new Uint8Array(bytes.subarray(start, end)).buffer,
		close: async () => void 0
	};
	await refusePointer(source);
	return unpackGzip(source);
}
async function* readFile(source) {
	const format = tableFormat(source.name);
	if (format === void 0) {
		yield* readHarness(source);
		return;
	}
	const readers = /* @__PURE__ */ new Map();
	const readerOf = (columns) => {
		const key = columns.join("\n");
		const reader = readers.get(key) ?? answerReader(columns);
		if (reader === void 0) throw noAnswers(source, columns);
		readers.set(key, reader);
		return reader;
	};
	let fixed;
	const used = (columns) => (fixed = readerOf(columns)).used;
	for await (const row of openTable(source, format, used)) {
		if (row.kind === "bad") throw new UserError({
			message: row.reason,
			place: {
				file: source.name,
				line: row.number
			}
		});
		yield* (fixed ?? readerOf(Object.keys(row.fields))).read(row.fields);
	}
}
async function* readHarness(source) {
	const file = await openHarnessFile(source);
	switch (file.kind) {
		case "inspect": {
			const { model } = file.log;
			for await (const { id, epoch, input, answer } of file.log.samples()) {
				if (answer === void 0) continue;
				const asked = askedOf(input);
				yield {
					scenario: id,
					model,
					draw: String(epoch),
					text: answer,
					...whereDefined({ asked })
				};
			}
			return;
		}
		case "promptfoo":
			for (const { scenario, subject: model, prompt, answer } of file.results) if (answer !== void 0) yield {
				scenario,
				model,
				text: answer,
				asked: askedOf(prompt)
			};
			return;
		case "json":
			if (!Array.isArray(file.value)) throw noAnswers(source, Object.keys(Object(file.value)));
			for (const [index, value] of file.value.entries()) {
				const row = toRow(value, index + 1);
				const reader = row.kind === "row" ? answerReader(Object.keys(row.fields)) : void 0;
				if (row.kind === "bad" || reader === void 0) throw noAnswers(source, []);
				yield* reader.read(row.fields);
			}
			return;
		case "text": throw new UserError({
			message: "neither JSON nor a table",
			place: { file: source.name }
		});
	}
}
function askedOf(input) {
	if (typeof input === "string") return askedKey([{
		role: "user",
		content: input
	}]);
	if (!Array.isArray(input)) return void 0;
	return askedKey(input.map(({ role, content }) => ({
		role: String(role),
		content: messageText(content) ?? ""
	})));
}
function noAnswers(source, columns) {
	const list = columns.slice(0, 20).join(", ");
	return new UserError({
		message: `no column holds answers${list === "" ? "" : `; the columns are ${list}`}`,
		hint: "Name it answer, response, output or completion (or response_<model>); docs/own-answers.md.",
		place: { file: source.name }
	});
}
function keepInMemory() {
	const texts = [];
	return {
		add: (text) => texts.push(text) - 1,
		at: (number) => texts[number]
	};
}
/**
* An answer belongs to the scenario of its id, unless it says that something else was asked; without such an id to the one
* that asks the same. All others are passed over: memory is bounded by the bank, some tens of bytes for a scenario and for an
* answer beside the texts.
*/
function createAnswerCollector(scenarios, texts = keepInMemory()) {
	const places = new Map(scenarios.map(({ id }, place) => [id, place]));
	const questions = createQuestions(scenarios);
	const models = /* @__PURE__ */ new Map();
	/** By answer, from 1: the next one of its model to its scenario, and its draw. */
	const next = [0];
	const draws = [void 0];
	let mismatched = 0;
	const placeOf = (answer) => {
		const known = answer.scenario === void 0 ? void 0 : places.get(answer.scenario);
		if (known !== void 0 && (answer.asked === void 0 || questions.isAsked(known, answer.asked))) return known;
		const same = answer.asked === void 0 ? void 0 : questions.find(answer.asked);
		if (known !== void 0 && same === void 0) mismatched += 1;
		return same;
	};
	const answersTo = ({ first }, place) => {
		const drawn = [];
		for (let answer = first.get(place); answer !== 0; answer = next[answer]) drawn.push({
			draw: draws[answer],
			text: texts.at(answer - 1)
		});
		return inOrder(drawn);
	};
	return {
		add(answer) {
			const own = models.get(answer.model) ?? {
				first: createNumbers(scenarios.length),
				last: createNumbers(scenarios.length)
			};
			models.set(answer.model, own);
			const place = placeOf(answer);
			if (place === void 0 || answer.text.trim() === "") return;
			const number = 1 + texts.add(answer.text);
			next.push(0);
			draws.push(answer.draw);
			if (own.first.get(place) === 0) own.first.set(place, number);
			else next[own.last.get(place)] = number;
			own.last.set(place, number);
		},
		of(model, file) {
			const own = models.get(model);
			const to = (scenario) => {
				const place = places.get(scenario);
				return own === void 0 || place === void 0 ? [] : answersTo(own, place);
			};
			const ids = (own === void 0 ? [] : scenarios.filter((_, place) => own.first.get(place) !== 0)).map(({ id }) => id).sort();
			return {
				file,
				to,
				scenarios: ids.length,
				digest: digestOf(ids, to)
			};
		},
		models: () => [...models.keys()],
		mismatched: () => mismatched
	};
}
/** One place in so many may have a number before a list over all places is the smaller of the two. */
const FEW = 16;
/**
* A model that answers everything needs a list, as there may be millions of answers. A column that names something else on
* each row makes a model of each, which must not cost a list as long as the bank.
*/
function createNumbers(places) {
	const few = /* @__PURE__ */ new Map();
	let all;
	return {
		get: (place) => all?.[place] ?? few.get(place) ?? 0,
		set(place, number) {
			if (all === void 0) few.set(place, number);
			else all[place] = number;
			if (all === void 0 && few.size * FEW > places) {
				all = new Int32Array(places);
				for (const [at, one] of few) all[at] = one;
				few.clear();
			}
		}
	};
}
/** By short hashes of what scenarios ask. They are looked at with the first answer that says what it was asked, if one does. */
function createQuestions(scenarios) {
	let known;
	const read = () => {
		const hashes = scenarios.map(({ messages }) => hashShort(askedKey(messages)));
		return {
			hashes,
			places: new Map(hashes.map((hash, place) => [hash, place]))
		};
	};
	return {
		isAsked: (place, question) => (known ??= read()).hashes[place] === hashShort(question),
		find: (question) => (known ??= read()).places.get(hashShort(question))
	};
}
/** That of the JSON text of `[id, texts]` for every scenario in turn, which need not be there at once. */
function digestOf(ids, to) {
	const hash = createHash("sha256").update("[");
	for (const [index, id] of ids.entries()) hash.update(`${index === 0 ? "" : ","}${JSON.stringify([id, to(id)])}`);
	return hash.update("]").digest("hex").slice(0, 16);
}
/** By the draws' numbers or names; answers without one in the order they came. */
function inOrder(drawn) {
	const compare = (a, b) => {
		if (a.draw === void 0 || b.draw === void 0 || a.draw === b.draw) return 0;
		const difference = Number(a.draw) - Number(b.draw);
		return Number.isNaN(difference) || difference === 0 ? a.draw < b.draw ? -1 : 1 : difference;
	};
	return [...drawn].sort(compare).map(({ text }) => text);
}
/** Whether a name in a file is a configured model: its whole id, its own name, or either in another spelling. */
function isModel(named, id) {
	const plain = (name) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "_");
	return [id, id.slice(id.indexOf("/") + 1)].some((own) => own === named || plain(own) === plain(named));
}
/**
* By the models' ids. A file that several models name is read once; with an empty bank none is read.
* @throws UserError for a file that cannot be read, a model that has no answer in it, or answers to other questions.
*/
async function loadAnswers(source, project) {
	const { configFile, models, bank } = project;
	const byFile = /* @__PURE__ */ new Map();
	for (const { id, answers } of models) {
		if (answers === void 0) continue;
		const path = posix.normalize(posix.join(posix.dirname(configFile), answers));
		byFile.set(path, [...byFile.get(path) ?? [], id]);
	}
	const found = /* @__PURE__ */ new Map();
	if (bank.scenarios.length === 0) return found;
	const problems = [];
	for (const [path, ids] of byFile) {
		const collector = createAnswerCollector(bank.scenarios, keepInSpool());
		for await (const answer of readAnswers(source, path)) collector.add(answer);
		for (const id of ids) {
			const answers = findAnswers(collector, {
				id,
				path,
				isAlone: ids.length === 1
			});
			if (answers === void 0) problems.push(describeMissing(collector, {
				id,
				path,
				bank
			}));
			else found.set(id, answers);
		}
	}
	if (problems.length > 0) throw new UserError(problems);
	return found;
}
/** A file with answers of a single model, named or not, belongs to the one configured model that points to it. */
function findAnswers(collector, { id, path, isAlone }) {
	const names = collector.models();
	const own = names.find((name) => name !== void 0 && isModel(name, id));
	if (own === void 0 && !(isAlone && names.length === 1)) return void 0;
	const answers = collector.of(own ?? names[0], path);
	return answers.scenarios === 0 ? void 0 : answers;
}
const MOST_NAMED = 20;
function describeMissing(collector, { id, path, bank }) {
	const names = collector.models().map((name) => name ?? "(no name)");
	const place = { file: path };
	if (!(names.length === 1 || names.some((name) => isModel(name, id)))) return {
		message: `${id}: nobody of that name answers; there are ${`${names.slice(0, MOST_NAMED).join(", ")}${names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : ""}` || "none"}`,
		hint: "Call the model by one of these names: recorded/NAME.",
		place
	};
	const wrong = collector.mismatched();
	const why = wrong > 0 ? `; ${plural(wrong, "answer under its ids was", "answers under its ids were")} given to other questions` : "";
	return {
		message: `${id}: no answer is about a scenario of ${bank.file}${why}`,
		hint: "An answer needs its scenario's id (`scenario`), or the question as it was asked (`query` or `messages`).",
		place
	};
}
/** A row's long parts as the bits of a number. */
const BITS = [
	["messages", 1],
	["rubric1", 2],
	["rubric2", 4],
	["scored", 8]
];
/** One line of JSON: where the scenario lies in the bank, and what selection needs of it. */
function writeIndexRow({ kept, heavy, place, line }) {
	const { id, clauses, topics, value1, value2, nudge, disagreement, source, group } = kept;
	const has = BITS.reduce((sum, [name, bit]) => heavy.includes(name) ? sum + bit : sum, 0);
	const where = [
		place.offset,
		place.bytes,
		line,
		has
	];
	return JSON.stringify([
		id,
		...where,
		clauses,
		topics,
		value1,
		value2,
		nudge,
		disagreement,
		source,
		group
	]);
}
/** Undefined for anything else than what was written; text that only looks like it is found out when its line is read. */
function readIndexRow(cells) {
	if (!Array.isArray(cells) || cells.length !== 13) return void 0;
	const [id, offset, bytes, line, has, clauses, topics, value1, value2, nudge, disagreement, source, group] = cells;
	if (!isText(id) || !isCount(offset) || !isCount(bytes) || !isCount(line) || !isCount(has)) return void 0;
	if (!isTexts(clauses) || !isTexts(topics)) return void 0;
	if (!isTextOrNull(value1) || !isTextOrNull(value2) || !isTextOrNull(nudge)) return void 0;
	if (!isTextOrNull(source) || !isTextOrNull(group)) return void 0;
	if (disagreement !== null && typeof disagreement !== "number") return void 0;
	return {
		kept: {
			id,
			...isText(value1) && { value1 },
			...isText(value2) && { value2 },
			...isText(nudge) && { nudge },
			...disagreement !== null && { disagreement },
			...isText(source) && { source },
			...isText(group) && { group },
			clauses,
			topics
		},
		heavy: BITS.flatMap(([name, bit]) => (has & bit) === 0 ? [] : [name]),
		place: {
			offset,
			bytes
		},
		line
	};
}
function isText(cell) {
	return typeof cell === "string";
}
function isTextOrNull(cell) {
	return cell === null || typeof cell === "string";
}
function isTexts(cell) {
	return Array.isArray(cell) && cell.every(isText);
}
function isCount(cell) {
	return Number.isSafeInteger(cell) && cell >= 0;
}
const SCHEMA = "spec-gate/bank-index@2";
/** Characters of a line: ids, links and topics of one scenario. */
const LONGEST = 1e6;
/** Milliseconds in which a file system may give two changes the same time. */
const CLOCK_TICK = 50;
/** By the index where it is this bank's, else by reading all of the bank, which makes the index. @throws as `readLightBank`. */
async function readIndexedBank(source, options) {
	if (options.folder === void 0) return readLightBank(source, options);
	const index = join(options.folder, `bank-${sha256(resolve(options.path)).slice(0, 12)}.index`);
	const state = stateOf(options.path);
	const head = JSON.stringify([
		SCHEMA,
		state.text,
		options.without ?? ""
	]);
	const known = await readIndex(index, head, {
		file: source.name,
		options
	});
	if (known !== void 0) return known;
	const writer = openWriter(index, head);
	try {
		const bank = await readLightBank(source, {
			...options,
			keep: writer.add
		});
		if (stateOf(options.path).text === state.text && options.now - state.changed > CLOCK_TICK) writer.finish(digestBank(bank));
		return bank;
	} finally {
		writer.close();
	}
}
function stateOf(path) {
	const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = statSync(path, { bigint: true });
	return {
		text: [
			dev,
			ino,
			size,
			mtimeNs,
			ctimeNs
		].join(" "),
		changed: Number(ctimeMs)
	};
}
/** Undefined where there is none, it is another state's or unfinished, or a line of it is none of ours. */
async function readIndex(index, head, { file, options }) {
	const opened = await openFile(index).catch(() => void 0);
	if (opened === void 0) return void 0;
	keepHeapTight();
	const { readAgain, without } = options;
	const { add, finish } = createLightBank(file, {
		readAgain,
		without
	});
	const lines = /* @__PURE__ */ new Map();
	try {
		let end;
		for await (const { number, text } of readLines(opened, LONGEST)) {
			const line = JSON.parse(text);
			if (number === 1) {
				if (text !== head) return void 0;
			} else if (isEnd(line)) end = line;
			else {
				const row = readIndexRow(line);
				if (row === void 0 || end !== void 0) return void 0;
				add(row);
				lines.set(row.kept.id, row.line);
			}
		}
		if (end === void 0) return void 0;
		const bank = finish(lines, end.digest);
		return end.rows === bank.scenarios.length && end.rows === lines.size ? bank : void 0;
	} catch {
		return;
	} finally {
		await opened.close();
	}
}
/** Rows are lists. */
function isEnd(line) {
	const { rows, digest } = Object(line);
	return typeof rows === "number" && typeof digest === "string";
}
/** Nothing rests on an index: where it cannot be written, as on a read-only disk, the next check reads the bank again. */
function openWriter(index, head) {
	const next = `${index}.${process.pid}.tmp`;
	const file = openNew(next);
	let out = file === void 0 ? void 0 : createAppender(file);
	let rows = 0;
	const attempt = (work) => {
		try {
			if (out !== void 0) work(out);
		} catch {
			out = void 0;
		}
	};
	const write = (line) => attempt((appender) => appender.append(Buffer.from(`${line}\n`)));
	write(head);
	return {
		add: (row) => {
			rows += 1;
			write(writeIndexRow(row));
		},
		finish: (digest) => {
			write(JSON.stringify({
				rows,
				digest
			}));
			attempt((appender) => {
				appender.flush();
				renameSync(next, index);
			});
		},
		close: () => {
			if (file === void 0) return;
			closeSync(file);
			rmSync(next, { force: true });
		}
	};
}
function openNew(path) {
	try {
		makeFolder(dirname(path));
		return openSync(path, "w");
	} catch {
		return;
	}
}
/** @throws UserError with every problem of the config, or of the files it names. */
async function loadProject(source, configFile, options = {}) {
	const config = await loadConfig(source, configFile);
	const bankFile = besideConfig(configFile, config.bank);
	const { bank, content } = options.bank === "unread" ? {
		bank: createBank(bankFile, []),
		content: () => ""
	} : await openBank(source, bankFile, config);
	const offline = /* @__PURE__ */ new Map();
	const offlineHashes = /* @__PURE__ */ new Map();
	for (const [name, provider] of Object.entries(config.providers)) {
		if (isLive(provider)) continue;
		const { rests, standIn } = await loadOffline(provider, {
			source,
			configFile,
			content
		});
		offlineHashes.set(name, sha256(rests).slice(0, 16));
		offline.set(name, standIn);
	}
	const systems = await loadSystems(source, configFile, [
		...config.models,
		...config.judges,
		...config.classifier === void 0 ? [] : [config.classifier]
	]);
	const answers = await loadAnswers(source, {
		configFile,
		models: config.models.map(optionsOf),
		bank
	});
	return {
		configFile,
		config,
		policyHash: policyHash(config),
		bank,
		labelled: await loadLabelled(source, configFile, config),
		panel: resolvePanel(config, {
			systems,
			offlineHashes,
			answers
		}),
		offline,
		offlineHashes,
		answers
	};
}
/** The stand-in for an offline provider, and the texts that its answers rest on. */
async function loadOffline(provider, from) {
	const file = besideConfig(from.configFile, offlineFile(provider).path);
	const text = await readOne(from.source, file);
	const { kind } = provider;
	switch (kind) {
		case "simulated": return {
			rests: `${text}\n${from.content()}`,
			standIn: {
				kind,
				world: await parseWorld({
					file,
					text
				})
			}
		};
		case "recorded": return {
			rests: text,
			standIn: {
				kind,
				file,
				recordings: parseRecordings({
					file,
					text
				})
			}
		};
		default: return kind;
	}
}
/** Where a project's labelled items lie, if it has any. */
function labelledFile(configFile, { labelled }) {
	return besideConfig(configFile, labelled ?? "labelled.jsonl");
}
/** The config's labelled items, or those of `labelled.jsonl` beside it, where there is one. */
async function loadLabelled(source, configFile, { labelled }) {
	const file = labelledFile(configFile, { labelled });
	const text = labelled === void 0 ? await readFileIfThere(source, file) : await readOne(source, file);
	return text === void 0 ? [] : parseLabelled({
		file,
		text
	});
}
/** @throws UserError with every problem of the config, and where there is none. */
async function loadConfig(source, configFile) {
	const text = await readFileIfThere(source, configFile);
	if (text !== void 0) return parseConfig({
		file: configFile,
		text
	});
	throw new UserError(source.kind === "worktree" ? {
		message: `there is no ${configFile} here`,
		hint: "spec-gate init writes one; --config names another"
	} : {
		message: `there is no ${configFile} in commit ${source.sha.slice(0, 7)}`,
		hint: "commit it there first; a change is judged by it once it is merged"
	});
}
/** A project without a bank has not begun one: that is an empty bank. One that the config names has to be there. */
async function openBank(source, bankFile, { bank, storePath }) {
	if (await isFileThere(source, bankFile)) return readBankFile(source, bankFile, storePath);
	if (bank === ".spec-gate/bank.jsonl") return {
		bank: createBank(bankFile, []),
		content: () => ""
	};
	throw new UserError({
		message: "there is no such bank",
		place: { file: bankFile },
		hint: "spec-gate bank import FILE begins one with queries of yours; an empty file will do where coverage.write is true"
	});
}
/** @throws UserError with every problem of the bank. */
async function loadBank(source, bankFile) {
	return (await readBankFile(source, bankFile)).bank;
}
/** What scoring found is most of a scored bank, and no check reads it. */
const WITHOUT = { without: "scored" };
/**
* A bank, and its content as simulated answers rest on it. One too large for a text is read line by line, without what scoring
* found, and by an index in the store's folder where that is named and the file lies in the working tree.
*/
async function readBankFile(source, bankFile, storePath) {
	const found = await readTextOrBytes(source, bankFile);
	if ("text" in found) return {
		bank: parseBank({
			file: bankFile,
			text: found.text
		}),
		content: () => found.text
	};
	try {
		const { bytes, parts } = found;
		const folder = storePath === void 0 || source.kind === "commit" ? void 0 : resolve(source.root, storePath);
		const bank = parts === void 0 ? await readBank(bytes, WITHOUT) : await readIndexedBank(bytes, {
			...parts,
			...WITHOUT,
			...whereDefined({ folder }),
			now: SYSTEM_CLOCK.now()
		});
		return {
			bank,
			content: () => bank.scenarios.map((scenario) => hashJson(scenario)).join("\n")
		};
	} finally {
		await found.close();
	}
}
/** The models of a list as another source has them: asked at this project's providers, with the source's system prompts. */
async function resolveModels(project, source, models) {
	const systems = await loadSystems(source, project.configFile, models);
	return resolvePanel({
		...project.config,
		models
	}, {
		systems,
		offlineHashes: project.offlineHashes,
		answers: project.answers
	}).models;
}
/** The system prompts that models name, by the path the config gives. */
async function loadSystems(source, configFile, models) {
	const systems = /* @__PURE__ */ new Map();
	for (const { system } of models.map(optionsOf)) if (system !== void 0) systems.set(system, (await readOne(source, besideConfig(configFile, system))).trim());
	return systems;
}
/** The spec that a config's paths name in a source, which may be another commit than the config's. */
async function loadSpec(source, options) {
	const { configFile, config } = options;
	const patterns = options.patterns ?? specPatterns(configFile, config);
	return parseSpec(await readSpecFiles(source, patterns), {
		clauses: config.clauses,
		ignore: config.ignore
	});
}
/** The config's `spec` as paths from the source's root; `!` before one leaves its files out. */
function specPatterns(configFile, config) {
	return [config.spec].flat().map((pattern) => {
		const [, sign, path] = /^(!?)(.*)$/s.exec(pattern);
		return `${sign}${besideConfig(configFile, path)}`;
	});
}
/** A path in a config, which starts from the config's folder, as a path from the root. */
function besideConfig(configFile, path) {
	return posix.normalize(posix.join(posix.dirname(configFile), path));
}
async function readOne(source, path) {
	const [file, ...more] = await readSpecFiles(source, [path]);
	if (file === void 0 || more.length > 0) throw new UserError({ message: `${path}: expected one file` });
	return file.text;
}
export { DEFAULT_PROFILES as _, loadProject as a, recordingKey as b, specPatterns as c, answeringModel as d, findColumn as f, createAppender as g, studyId as h, loadConfig as i, QUERY_MATERIAL as l, queryByEnding as m, labelledFile as n, loadSpec as o, framingOf as p, loadBank as r, resolveModels as s, besideConfig as t, SCENARIO_COLUMNS as u, isInWorld as v, serializeRecording as x, createRecordedModel as y };
