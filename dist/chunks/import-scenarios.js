import { o as __toESM } from "./rolldown-runtime.js";
import { i as sha256, v as UserError } from "./commands-action-stats-diff-report-check.js";
import { $t as KNOWN_KEYS, G as tableFormat, K as toRow, W as openTable, X as excerptOf, Y as bigintAsNumber, Z as openHarnessFile, at as framingOf, b as disagreementsBySubset, ct as messageText, it as findColumn, nt as SCENARIO_COLUMNS, ot as queryByEnding, q as tooLong, rt as answeringModel, st as studyId, tn as parseScenarioRow, tt as QUERY_MATERIAL } from "./stats-check.js";
import { f as readLines, g as parseUntrustedJson, h as findHostileStructure, m as MAX_LINE, p as readText } from "./stats-report-check.js";
import { a as whereDefined } from "./action-stats-diff-report-check.js";
import { t as ID_PATTERN } from "./schema-stats-report-check.js";
import { O as RUBRIC_STEPS } from "./action-schema-stats-report-check.js";
const PLAIN_NAMES = {
	...SCENARIO_COLUMNS,
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
function ignoredReason(column, role) {
	if (role?.kind === "answer" || /^(response|answer|completion|output)$/i.test(column)) return "model answer";
	return isReasoning(column) ? "reasoning" : "unknown";
}
function isReasoning(column) {
	return /(?:^|_)reasoning(?:_|$)/i.test(column);
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
function describeRole(role) {
	if (role.kind === "position") return `scored.scores.${role.model}.${role.value}`;
	if (role.kind === "ruling") return `scored.compliance.<model>.${role.judge}`;
	if (role.kind === "topic") return `topics: ${role.topic}`;
	if (role.kind === "material") return role.stands === "before" ? "beginning of query" : "end of query";
	if (role.kind === "answer") return `answer of ${role.model}`;
	if (role.kind === "model") return "scored.compliance.<model>";
	return role.kind === "chunk" || role.kind === "entry" || role.kind === "queryKey" ? "id" : role.kind;
}
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
	if (json.status === "refused") throw new BadRow(`${column}: ${isPython(cell) ? PYTHON : json.reason}`);
	return json.value;
}
const PYTHON = "a list as Python prints it, not JSON: write the table as JSON Lines or Parquet, or the cell with json.dumps";
/** Lists and dictionaries in quotes of Python, as tables of them look when they are saved as CSV. */
function isPython(text) {
	return /^\s*(?:\[\s*['"{]|\{\s*')/.test(text) && text.includes("'");
}
/** A list, its JSON text, or `a; b`. */
function listIn$1(column, cell) {
	if (typeof cell !== "string" || cell.trimStart().startsWith("[")) return structureIn(column, cell);
	return cell.split(";").map((item) => item.trim()).filter((item) => item !== "");
}
function isTrue(cell) {
	return cell === true || cell === 1 || typeof cell === "string" && /^(true|1|yes)$/i.test(cell);
}
function show(cell) {
	return JSON.stringify(cell).slice(0, 40);
}
const ROLES = /* @__PURE__ */ new Map([
	["human", "user"],
	["gpt", "assistant"],
	["ai", "assistant"],
	["bot", "assistant"],
	["model", "assistant"]
]);
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
/** `Human: ...` and `Assistant: ...` by turns, each after a blank line (HH-RLHF), as messages; another text stays one. */
function transcriptIn(text) {
	const messages = text.split(/(?:^|\n)\s*(?=(?:Human|User|Assistant|System):)/).filter((turn) => turn.trim() !== "").map((turn) => /^(?<who>Human|User|Assistant|System):\s*(?<said>[^]*)$/.exec(turn)?.groups);
	if (messages.some((message) => message === void 0)) return text;
	const read = messages.map((message) => messageIn({
		role: message["who"],
		content: message["said"].trim()
	}));
	return read.slice(0, read.findLastIndex((message) => !isAnswer$1(message)) + 1);
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
	const name = typeof who === "string" ? ROLES.get(who.toLowerCase()) ?? who.toLowerCase() : who;
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
	const draft = {
		line: {},
		positions: /* @__PURE__ */ new Map(),
		rulings: /* @__PURE__ */ new Map(),
		topics: [],
		leftOut: []
	};
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
			value: finish(draft, columns),
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
		case "material":
			draft.material = {
				text: textIn(column, cell),
				stands: role.stands
			};
			return;
		case "nudge":
			line["nudge"] = framingOf(textIn(column, cell)) ?? textIn(column, cell);
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
function finish(draft, { shape }) {
	const { line, topics, material } = draft;
	if (material !== void 0 && typeof line["query"] === "string") {
		const parts = [line["query"], material.text];
		line["query"] = (material.stands === "before" ? parts.toReversed() : parts).join("\n\n");
	}
	const framing = framingOf(draft.queryKey ?? "");
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
	const framing = typeof nudge === "string" ? nudge : framingOf(queryKey ?? "") ?? queryKey;
	if (chunk !== void 0 && entry !== void 0 && framing !== void 0 && ID_PATTERN.test(framing)) return studyId({
		chunk,
		entry,
		framing
	});
	if (typeof id === "string" && ID_PATTERN.test(id)) return id;
	if (queryKey !== void 0 && framingOf(queryKey) === void 0 && ID_PATTERN.test(queryKey)) return queryKey;
	return `q-${sha256(JSON.stringify([
		query,
		messages,
		value1,
		value2,
		nudge
	], bigintAsNumber)).slice(0, 16)}`;
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
const ASKED = /* @__PURE__ */ new Set([...SCENARIO_COLUMNS.query, ...SCENARIO_COLUMNS.messages]);
const MESSAGES = new Set(SCENARIO_COLUMNS.messages);
/** What came of the query, or was wanted of it, and how it was asked for: a `text` in there is an answer's. */
const NOT_ASKED = /output|response|result|expected|target|reference|completion|answer|choice|metadata|scores?$/i;
const DEEPEST = 2;
/** The column `outer.inner` of the one text or list there with a name for what is asked; undefined where there are none or several. */
function nestedQuery(fields) {
	const [only, ...more] = askedBelow(fields, []);
	if (only === void 0 || more.length > 0) return void 0;
	return [only, MESSAGES.has(only.slice(only.lastIndexOf(".") + 1).toLowerCase()) ? "messages" : "query"];
}
/** What stands in the same object as the query, and is not read: who imports is told. */
function besideQuery(fields, column) {
	const path = column.split(".").slice(0, -1);
	const inner = path.reduce((outer, name) => outer[name], fields);
	return Object.keys(inner).flatMap((name) => {
		const own = [...path, name].join(".");
		return own === column ? [] : [{
			column: own,
			reason: "unknown"
		}];
	});
}
function askedBelow(fields, path) {
	return Object.entries(fields).flatMap(([name, value]) => {
		const isAsked = ASKED.has(name.toLowerCase()) && (typeof value === "string" || Array.isArray(value));
		if (path.length > 0 && isAsked) return [[...path, name].join(".")];
		if (path.length >= DEEPEST || typeof value !== "object" || value === null || Array.isArray(value)) return [];
		return NOT_ASKED.test(name) ? [] : askedBelow(value, [...path, name]);
	});
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
/** JSON rows may differ in their keys, but not without bound. */
const MOST_KEY_SETS = 200;
const OTHER_ENDINGS = [
	[/\.json(\.gz)?$/i, "json"],
	[/\.ya?ml(\.gz)?$/i, "yaml"],
	[/\.eval$/i, "eval"],
	[/\.txt(\.gz)?$/i, "txt"]
];
/** Files that tables come in and that are not read: what each is, and how to get at its rows. */
const UNREAD = [
	[
		/\.(?:xls[xmb]?|ods|numbers)$/i,
		"a workbook",
		"Save its sheet as CSV (UTF-8)."
	],
	[
		/\.(?:arrow|feather|ipc)$/i,
		"an Arrow file",
		"Write it as Parquet: to_parquet of a data set or data frame."
	],
	[
		/\.(?:avro|orc)$/i,
		"a file of another table format",
		"Write it as Parquet or JSON Lines."
	],
	[
		/\.(?:pkl|pickle|npy|npz|pt|h5|hdf5|rds|rdata)$/i,
		"a program’s own format",
		"Write its rows as Parquet or JSON Lines."
	],
	[
		/\.(?:zip|7z|rar|tar|tgz|bz2|xz|zst|lz4|br)$/i,
		"a packed file",
		"Unpack it first; of packed files .gz alone is read as it is."
	],
	[
		/\.(?:db|sqlite3?|duckdb)$/i,
		"a database",
		"Export the table as CSV or JSON Lines."
	],
	[
		/\.(?:docx?|pdf|odt|rtf)$/i,
		"a document",
		"Export it as text, one query a line (.txt)."
	]
];
/** Opens a source by `format`, or by its name's ending. @throws UserError for an unknown ending or an unreadable file. */
function openRows(source, { format, map }) {
	const path = source.name.replace(/[?#].*$/s, "");
	const chosen = format ?? tableFormat(path) ?? OTHER_ENDINGS.find(([ending]) => ending.test(path))?.[1];
	if (chosen === void 0) {
		const known = UNREAD.find(([ending]) => ending.test(path));
		if (known !== void 0) throw new UserError({
			message: known[1],
			hint: known[2],
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
		columns = recogniseColumns(names, choice);
		return [...columns.roles.keys()].map((column) => names.includes(column) ? column : column.split(".", 1)[0]);
	};
	for await (const row of openTable(source, "parquet", used)) yield {
		row,
		columns
	};
}
async function* openCsv(source, choice) {
	let columns;
	for await (const row of openTable(source, "csv", all)) {
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
		return names.length > 1 && findColumn(names, SCENARIO_COLUMNS.query) !== void 0;
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
		if (parseUntrustedJson(file.text.trimStart().split("\n", 1)[0]).status === "refused") throw problem("not JSON");
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
	if (elsewhere.length > 0) throw problem("its test cases are in other files", `Import those: spec-gate bank import ${elsewhere.join(" ")}.`);
	const rows = listIn(value);
	if (rows === void 0 || isByColumns(value)) throw problem("neither a list of rows, nor a promptfoo or Inspect output", LIST_HINT);
	yield* recogniseEach(toRows(rows), choice);
}
const LIST_HINT = "Write a list of rows, or an object with one list of them (a data frame: to_json with orient=\"records\").";
/** `{"columns": [...], "data": [[...], ...]}`: rows without the names of their cells. */
function isByColumns(value) {
	if (typeof value !== "object" || value === null || !("columns" in value && "data" in value)) return false;
	return Array.isArray(value.data) && value.data.every((row) => Array.isArray(row));
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
async function* toRows(values) {
	for (const [index, value] of values.entries()) yield toRow(unwrap(value), index + 1);
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
/** JSON rows have no header: each row's own keys are its columns. */
async function* recogniseEach(rows, choice) {
	const byKeys = /* @__PURE__ */ new Map();
	for await (const row of rows) {
		if (row.kind === "bad") {
			yield { row };
			continue;
		}
		const names = Object.keys(row.fields);
		const keys = JSON.stringify(names);
		try {
			const columns = byKeys.get(keys) ?? recogniseRow(row.fields, names, choice);
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
/** By the names of the row's keys; where none of them holds the query, by those of the objects in it. */
function recogniseRow(fields, names, choice) {
	try {
		return recogniseColumns(names, choice);
	} catch (error) {
		const found = nestedQuery(fields);
		if (!(error instanceof UserError) || found === void 0) throw error;
		const columns = recogniseColumns(names, {
			...choice,
			map: new Map([...choice.map ?? [], found])
		});
		return {
			...columns,
			ignored: [...columns.ignored, ...besideQuery(fields, found[0])]
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
	const shown = /* @__PURE__ */ new Set();
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
			const merged = earlier === void 0 ? scenario : mergeRulings(earlier.scenario, scenario);
			const leftOut = [...earlier?.leftOut ?? [], ...event.leftOut ?? []];
			ruled.set(scenario.id, {
				row: earlier?.row ?? row.number,
				scenario: merged,
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
/** `a` with `b`'s rulings added; both are about the same conversation. */
function mergeRulings(a, b) {
	const compliance = new Map(Object.entries(a.scored?.compliance ?? {}));
	for (const [model, rulings] of Object.entries(b.scored?.compliance ?? {})) compliance.set(model, {
		...compliance.get(model),
		...rulings
	});
	return {
		...a,
		scored: {
			...a.scored,
			compliance: Object.fromEntries(compliance)
		}
	};
}
export { MAP_QUERY as n, NO_QUERY as r, importScenarios as t };
