import { t as UserError } from "./errors.js";
import { r as sha256 } from "./canonical-json.js";
import { a as KNOWN_KEYS, s as parseScenarioRow } from "./parse-bank.js";
import { a as parseUntrustedJson, i as findHostileStructure, n as readText, r as MAX_LINE, t as readLines } from "./byte-source.js";
import { r as disagreementsBySubset } from "./disagreement.js";
import { t as ID_PATTERN } from "./scenario-schema.js";
import { n as bigintAsNumber, r as excerptOf, t as readCsv } from "./csv.js";
import { a as RUBRIC_STEPS } from "./study-words.js";
/** Thrown for a row that cannot be a scenario; the import makes it a reject. */
var BadRow = class extends Error {};
/** A cell's content; undefined for null and blank text. Parquet's big integers become numbers. */
function cellOf(value) {
	if (typeof value === "bigint") return Number(value);
	if (typeof value === "string") return value.trim() === "" ? void 0 : value;
	if (typeof value === "number" || typeof value === "boolean") return value;
	return typeof value === "object" ? value ?? void 0 : void 0;
}
function textIn(column, cell) {
	if (typeof cell === "object") throw new BadRow(`${column}: not a text`);
	return String(cell);
}
function numberIn(column, cell) {
	const number = typeof cell === "string" ? Number(cell) : cell;
	if (typeof number === "number" && Number.isFinite(number)) return number;
	throw new BadRow(`${column}: ${show(cell)} is not a number`);
}
function rulingIn(column, cell) {
	const word = textIn(column, cell).trim().toLowerCase().replaceAll(/[_ ]/g, "-");
	if (word === "compliant" || word === "ambiguous") return word;
	if (word === "non-compliant" || word === "noncompliant") return "non-compliant";
	throw new BadRow(`${column}: ${show(cell)} is not a ruling`);
}
/** A structure, or the JSON text of one. */
function structureIn(column, cell) {
	if (typeof cell !== "string") return cell;
	const json = parseUntrustedJson(cell);
	if (json.status === "refused") throw new BadRow(`${column}: ${json.reason}`);
	return json.value;
}
/** A list, its JSON text, or `a; b`. */
function listIn(column, cell) {
	if (typeof cell !== "string" || cell.trimStart().startsWith("[")) return structureIn(column, cell);
	return cell.split(";").map((item) => item.trim()).filter((item) => item !== "");
}
function isTrue(cell) {
	return cell === true || cell === 1 || typeof cell === "string" && /^(true|1|yes)$/i.test(cell);
}
function show(cell) {
	return JSON.stringify(cell).slice(0, 40);
}
/**
* Seven texts from 0 (extreme oppose) to 6 (extreme favor): a list of seven, an object by step name or by number, or
* either as JSON text. Undefined where it is none of these.
*/
function readSpectrum(value) {
	if (typeof value === "string") {
		const json = parseUntrustedJson(value);
		return json.status === "parsed" && typeof json.value === "object" ? readSpectrum(json.value) : void 0;
	}
	if (value === null || typeof value !== "object") return void 0;
	const members = new Map(Object.entries(value));
	const texts = Array.isArray(value) ? value : RUBRIC_STEPS.map((step, index) => members.get(step) ?? members.get(String(index)));
	return texts.length === RUBRIC_STEPS.length && texts.every((text) => typeof text === "string" && text.trim() !== "") ? texts : void 0;
}
/** The bank line (not yet validated) of one row. Its id: chunk, entry and nudge; else an id column; else the content's hash. */
function convertRow(fields, columns) {
	const draft = {
		line: {},
		positions: /* @__PURE__ */ new Map(),
		rulings: /* @__PURE__ */ new Map(),
		topics: []
	};
	try {
		for (const [column, role] of columns.roles) {
			const cell = cellOf(fields[column]);
			if (cell !== void 0) readCell(draft, role, {
				column,
				cell
			});
		}
		return {
			status: "converted",
			value: finish(draft, columns)
		};
	} catch (error) {
		if (error instanceof BadRow) return {
			status: "bad",
			reason: error.message
		};
		throw error;
	}
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
				[role.value]: numberIn(column, cell)
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
			draft[role.kind] = textIn(column, cell);
			return;
		case "messages":
			line["messages"] = structureIn(column, cell);
			return;
		case "rubric1":
		case "rubric2":
			line[role.kind] = readSpectrum(cell);
			if (line[role.kind] === void 0) throw new BadRow(`${column}: not seven strategies`);
			return;
		case "clauses":
		case "topics":
			line[role.kind] = listIn(column, cell);
			return;
		case "disagreement": {
			line["disagreement"] = numberIn(column, cell);
			const subset = /^max_pop_std_(.+)$/i.exec(column)?.[1];
			if (subset !== void 0) draft.subset = subset;
			return;
		}
		case "id":
		case "query":
		case "value1":
		case "value2":
		case "nudge":
		case "source": line[role.kind] = textIn(column, cell);
	}
}
function finish(draft, { shape }) {
	const { line, topics } = draft;
	const scored = shape === "study-judgments" ? rulingsOf(draft) : scoresOf(draft);
	const disagreement = scored.disagreements?.["all"];
	return {
		...line,
		id: chooseId(draft),
		...topics.length > 0 && { topics: [...Array.isArray(line["topics"]) ? line["topics"] : [], ...topics] },
		...disagreement !== void 0 && { disagreement },
		...Object.keys(scored).length > 0 && { scored }
	};
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
function chooseId({ chunk, entry, line }) {
	const { id, query, messages, value1, value2, nudge } = line;
	if (chunk !== void 0 && entry !== void 0 && typeof nudge === "string") return `${chunk}_${entry}_${nudge}`;
	if (typeof id === "string" && ID_PATTERN.test(id)) return id;
	return `q-${sha256(JSON.stringify([
		query,
		messages,
		value1,
		value2,
		nudge
	], bigintAsNumber)).slice(0, 16)}`;
}
/** `a` with `b`'s rulings added; both are about the same conversation. */
function mergeRulings(a, b) {
	const compliance = { ...a.scored?.compliance };
	for (const [model, rulings] of Object.entries(b.scored?.compliance ?? {})) compliance[model] = {
		...compliance[model],
		...rulings
	};
	return {
		...a,
		scored: {
			...a.scored,
			compliance
		}
	};
}
const PLAIN_NAMES = {
	id: [
		"id",
		"scenario_id",
		"query_key",
		"key"
	],
	query: [
		"query",
		"question",
		"prompt",
		"input",
		"text",
		"instruction",
		"user_query"
	],
	messages: ["messages", "conversation"],
	value1: ["value1", "value_1"],
	value2: ["value2", "value_2"],
	nudge: ["nudge", "nudge_direction"],
	chunk: ["chunk_idx", "chunk_index"],
	entry: ["entry_idx", "entry_index"],
	rubric1: [
		"rubric1",
		"value1_spectrum",
		"spectrum_value1",
		"value1_rubric",
		"value1_strategies",
		"spectrum1"
	],
	rubric2: [
		"rubric2",
		"value2_spectrum",
		"spectrum_value2",
		"value2_rubric",
		"value2_strategies",
		"spectrum2"
	],
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
/**
* Reads the columns of JSONL, CSV or Parquet rows.
* @throws UserError if none holds what is asked (a query or messages).
*/
function recogniseColumns(names, file, format) {
	const roles = /* @__PURE__ */ new Map();
	const ignored = [];
	const taken = /* @__PURE__ */ new Set();
	for (const [kind, spellings] of Object.entries(PLAIN_NAMES)) {
		const present = spellings.flatMap((spelling) => names.filter((name) => name.toLowerCase() === spelling));
		for (const [index, column] of present.entries()) {
			if (index === 0) roles.set(column, { kind });
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
		if (role === void 0) ignored.push({
			column,
			reason: ignoredReason(column)
		});
		else roles.set(column, role);
	}
	const shape = shapeOf(names, roles, format);
	requireQuery(roles, {
		file,
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
	if (column.endsWith("_response") || column.endsWith("_reasoning")) return void 0;
	const topic = TOPICS.find(([pattern]) => pattern.test(column.toLowerCase()))?.[1];
	return topic === void 0 ? void 0 : {
		kind: "topic",
		topic
	};
}
function ignoredReason(column) {
	if (column.endsWith("_response")) return "model answer";
	return column.endsWith("_reasoning") ? "reasoning" : "unknown";
}
function shapeOf(names, roles, format) {
	const kinds = new Set([...roles.values()].map(({ kind }) => kind));
	if ((format === "jsonl" || format === "json") && names.includes("id") && names.every((name) => KNOWN_KEYS.includes(name))) return "bank";
	if (kinds.has("ruling") && kinds.has("model")) return "study-judgments";
	return kinds.has("position") ? "study-scenarios" : "queries";
}
function requireQuery(roles, { file, names }) {
	const kinds = new Set([...roles.values()].map(({ kind }) => kind));
	if (kinds.has("query") || kinds.has("messages")) return;
	throw new UserError({
		message: `no column holds the query; the columns are ${names.slice(0, 20).join(", ")}`,
		hint: `Name one of them ${PLAIN_NAMES.query.join(", ")} or messages.`,
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
function describeRole(role) {
	if (role.kind === "position") return `scored.scores.${role.model}.${role.value}`;
	if (role.kind === "ruling") return `scored.compliance.<model>.${role.judge}`;
	if (role.kind === "topic") return `topics: ${role.topic}`;
	if (role.kind === "model") return "scored.compliance.<model>";
	return role.kind === "chunk" || role.kind === "entry" ? "id" : role.kind;
}
/** Undefined if the file is no such output. */
function readEvalLog(value) {
	return readPromptfoo(value) ?? readInspect(value);
}
/** `promptfoo eval --output results.json`: one result a test case, prompt and provider; `prompt.raw` is what was sent. */
function readPromptfoo(value) {
	const outer = member(value, "results");
	const results = Array.isArray(outer) ? outer : member(outer, "results");
	if (!Array.isArray(results)) return void 0;
	const rows = results.map((result) => {
		const raw = member(member(result, "prompt"), "raw");
		return typeof raw === "string" && /^\s*\[\s*\{/.test(raw) ? { messages: raw } : { query: raw };
	});
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
		rows
	};
}
/** Inspect's log (`inspect log convert --to json`): one sample an epoch; `input` is a text or messages. */
function readInspect(value) {
	const samples = member(value, "samples");
	if (!Array.isArray(samples) || member(value, "eval") === void 0) return void 0;
	const rows = samples.map((sample) => {
		const input = member(sample, "input");
		const id = member(sample, "id");
		return Array.isArray(input) ? {
			id,
			messages: input.map((message) => flatten(message))
		} : {
			id,
			query: input
		};
	});
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
			ignored: [
				"messages",
				"output",
				"scores",
				"target",
				"metadata"
			].map((column) => ({
				column,
				reason: column === "output" || column === "messages" ? "model answer" : "unknown"
			}))
		},
		rows
	};
}
/** A message with its text parts joined; other parts make the row a reject, since the bank holds text only. */
function flatten(message) {
	const content = member(message, "content");
	const role = member(message, "role");
	if (!Array.isArray(content)) return {
		role,
		content
	};
	const texts = content.map((part) => member(part, "text"));
	return {
		role,
		content: texts.every((text) => typeof text === "string") ? texts.join("\n") : content
	};
}
function member(value, key) {
	return value !== null && typeof value === "object" ? value[key] : void 0;
}
/** Bytes of the used columns of one row group, uncompressed: what has to be in memory at once. */
const LARGEST_GROUP = 268435456;
/** @throws UserError if it is no Parquet file, or (while reading) a row group is too large or broken. */
async function openParquet(source) {
	const { parquetMetadataAsync, parquetReadObjects, parquetSchema } = await import("./node4.js");
	const fail = (message) => {
		throw new UserError({
			message,
			place: { file: source.name }
		});
	};
	const describe = (error) => error instanceof Error ? error.message : String(error);
	const metadata = await parquetMetadataAsync(source).catch((error) => fail(`not a readable Parquet file: ${describe(error)}`));
	const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
	return {
		columns,
		async *rows(used) {
			const { compressors } = await import("./src.js");
			const wanted = columns.filter((column) => used.includes(column));
			let start = 0;
			for (const group of metadata.row_groups) {
				const bytes = group.columns.reduce((sum, { meta_data: meta }) => {
					return sum + (wanted.includes(meta?.path_in_schema[0] ?? "") ? Number(meta?.total_uncompressed_size ?? 0) : 0);
				}, 0);
				if (bytes > LARGEST_GROUP) fail(`a row group of ${Math.round(bytes / 1024 / 1024)} MB; write it with row groups of at most 256 MB`);
				const end = start + Number(group.num_rows);
				const rows = await parquetReadObjects({
					file: source,
					metadata,
					columns: wanted,
					compressors,
					rowStart: start,
					rowEnd: end
				}).catch((error) => fail(`rows ${start + 1} to ${end} cannot be read: ${describe(error)}`));
				for (const [index, fields] of rows.entries()) yield {
					kind: "row",
					number: start + index + 1,
					fields
				};
				start = end;
			}
		}
	};
}
/** A JSON file is one value and has to be in memory whole; several times its size, once parsed. */
const LARGEST_JSON = 67108864;
/** JSON rows may differ in their keys, but not without bound. */
const MOST_KEY_SETS = 200;
const ENDINGS = [
	[/\.(jsonl|ndjson)$/i, "jsonl"],
	[/\.csv$/i, "csv"],
	[/\.parquet$/i, "parquet"],
	[/\.json$/i, "json"],
	[/\.txt$/i, "txt"]
];
/** Opens a source by `format`, or by its name's ending. @throws UserError for an unknown ending or an unreadable file. */
function openRows(source, format) {
	const path = source.name.replace(/[?#].*$/s, "");
	const chosen = format ?? ENDINGS.find(([ending]) => ending.test(path))?.[1];
	if (chosen === void 0) throw new UserError({
		message: "unknown file type",
		hint: "Name the format: jsonl, csv, parquet, json or txt. An Inspect .eval log: inspect log convert --to json.",
		place: { file: source.name }
	});
	return OPENERS[chosen](source);
}
const OPENERS = {
	jsonl: (source) => recogniseEach(readJsonLines(source), source.name),
	json: openJson,
	csv: openCsv,
	parquet: openParquetRows,
	txt: openQueries
};
async function* openParquetRows(source) {
	const file = await openParquet(source);
	const columns = recogniseColumns(file.columns, source.name, "parquet");
	for await (const row of file.rows([...columns.roles.keys()])) yield {
		row,
		columns
	};
}
async function* openCsv(source) {
	let columns;
	for await (const row of readCsv(source)) {
		if (row.kind === "row") columns ??= recogniseColumns(Object.keys(row.fields), source.name, "csv");
		yield columns === void 0 ? { row } : {
			row,
			columns
		};
	}
}
async function* openQueries(source) {
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
async function* openJson(source) {
	const problem = (message) => new UserError({
		message,
		place: { file: source.name }
	});
	if (source.byteLength > LARGEST_JSON) throw problem(`larger than ${LARGEST_JSON / 1024 / 1024} MB; write it as JSONL`);
	let text = "";
	for await (const piece of readText(source)) text += piece;
	let value;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw problem(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
	}
	const hostile = findHostileStructure(value, 1);
	if (hostile !== void 0) throw problem(hostile);
	if (Array.isArray(value)) {
		yield* recogniseEach(toRows(value), source.name);
		return;
	}
	const log = readEvalLog(value);
	if (log === void 0) throw problem("neither a list of rows, nor a promptfoo or Inspect output");
	const columns = fixedColumns(log.columns, [
		["id", "id"],
		["query", "query"],
		["messages", "messages"]
	]);
	for (const [index, fields] of log.rows.entries()) yield {
		row: {
			kind: "row",
			number: index + 1,
			fields
		},
		columns
	};
}
async function* readJsonLines(source) {
	for await (const { number, text, length } of readLines(source, MAX_LINE)) {
		if (text.trim() === "") continue;
		if (length > 1e6) {
			yield tooLong(number, text);
			continue;
		}
		const json = parseUntrustedJson(text);
		if (json.status === "refused") yield {
			kind: "bad",
			number,
			reason: json.reason,
			excerpt: excerptOf(text)
		};
		else yield toRow(json.value, number);
	}
}
async function* toRows(values) {
	for (const [index, value] of values.entries()) yield toRow(value, index + 1);
}
function toRow(value, number) {
	if (!(value !== null && typeof value === "object" && !Array.isArray(value))) return {
		kind: "bad",
		number,
		reason: "not an object",
		excerpt: excerptOf(value)
	};
	return {
		kind: "row",
		number,
		fields: value
	};
}
/** JSON rows have no header: each row's own keys are its columns. */
async function* recogniseEach(rows, file) {
	const byKeys = /* @__PURE__ */ new Map();
	for await (const row of rows) {
		if (row.kind === "bad") {
			yield { row };
			continue;
		}
		const names = Object.keys(row.fields);
		const keys = JSON.stringify(names);
		try {
			const columns = byKeys.get(keys) ?? recogniseColumns(names, file, "jsonl");
			if (byKeys.size < MOST_KEY_SETS) byKeys.set(keys, columns);
			yield byKeys.has(keys) ? {
				row,
				columns
			} : { row: refuse(row, `more than ${MOST_KEY_SETS} different sets of keys`) };
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			yield { row: refuse(row, error.problems[0]?.message ?? error.message) };
		}
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
function tooLong(number, text) {
	return {
		kind: "bad",
		number,
		reason: `longer than ${MAX_LINE} characters`,
		excerpt: excerptOf(text)
	};
}
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
async function* importScenarios({ source, format }) {
	const seen = /* @__PURE__ */ new Map();
	const ruled = /* @__PURE__ */ new Map();
	const shown = /* @__PURE__ */ new Set();
	let rows = 0;
	for await (const { row, columns } of openRows(source, format)) {
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
			const merged = earlier === void 0 ? scenario : mergeRulings(earlier.scenario, scenario);
			ruled.set(scenario.id, {
				row: earlier?.row ?? row.number,
				scenario: merged
			});
		} else yield first === void 0 ? event : {
			kind: "repeat",
			row: row.number,
			of: first.row
		};
	}
	for (const { row, scenario } of ruled.values()) yield {
		kind: "scenario",
		row,
		scenario
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
	if (columns.shape !== "bank") {
		const converted = convertRow(row.fields, columns);
		if (converted.status === "bad") return reject(row, converted.reason);
		value = converted.value;
	}
	const hostile = findHostileStructure(value, 1);
	if (hostile !== void 0) return reject(row, hostile);
	const parsed = parseScenarioRow(value);
	if (parsed.status === "valid") return {
		kind: "scenario",
		row: row.number,
		scenario: parsed.scenario
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
export { importScenarios as t };
