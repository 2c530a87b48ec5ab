import { o as __toESM } from "./rolldown-runtime.js";
import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { n as hashJson, v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { o as standardDeviation, t as largestOf } from "./action-compare-accept-report-bank-ask-check.js";
import { b as union, f as looseObject, g as record, m as object, o as array, p as number, s as boolean, v as string, x as unknown } from "./action-schema-merge-compare-accept-report-bank-ask-check.js";
import { a as parseUntrustedJson, i as findRepeatedMember, n as endOfString, t as MAX_LINE } from "./compare-accept-report-bank-ask-check.js";
import { o as readLines, s as readText } from "./compare-report-bank-ask-check.js";
import { Readable } from "node:stream";
import { inflateRawSync } from "node:zlib";
/** About four characters a token, rounded up. An estimate for English text; other scripts take more. */
function estimateTokens(text) {
	return Math.ceil(text.length / 4);
}
/** The output cap of a request whose model has no `maxTokens` of its own, where one must be sent or reserved for. */
const DEFAULT_MAX_TOKENS = 8192;
/** `sent()` and `text` are what the estimate is made from; it is never zero, for a server that counts nothing has still read. */
function countUsage(reported, { sent, text }) {
	const input = tokensOf(reported?.input);
	const output = tokensOf(reported?.output);
	return {
		usage: {
			inputTokens: input ?? estimateTokens(sent()),
			cachedInputTokens: tokensOf(reported?.cached) ?? 0,
			cacheWriteTokens: tokensOf(reported?.cacheWrite) ?? 0,
			outputTokens: output ?? estimateTokens(text)
		},
		estimated: input === void 0 || output === void 0
	};
}
/** More tokens than any call has, by a factor of a hundred. */
const MOST_TOKENS = 1e9;
/** A plausible count of tokens: whole, not negative, of one call. Fractions (a router's share of a bill) are rounded up. */
function tokensOf(value) {
	return typeof value === "number" && value >= 0 && value <= MOST_TOKENS ? Math.ceil(value) : void 0;
}
/** The field of an object of which nothing is known; undefined where it is none, or has no such field. */
function fieldOf(value, name) {
	return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? value[name] : void 0;
}
/** Characters of a name that a server gives itself; the longest in use have about a hundred. */
const LONGEST_NAME = 200;
/** A name worth keeping, cut where it is none any more, or undefined. */
function nameOf(value) {
	return textOf(value)?.slice(0, LONGEST_NAME);
}
/** A text worth keeping, or undefined. */
function textOf(value) {
	return typeof value === "string" && value !== "" ? value : void 0;
}
const THOUGHTS = /think|thought|reason/i;
/** Thoughts in a part of their own, by its kind (Anthropic, Mistral, Databricks, Inspect) or by a mark (Gemini). They are never judged. */
function isThought(part) {
	return THOUGHTS.test(textOf(fieldOf(part, "type")) ?? "") || fieldOf(part, "thought") === true;
}
/** What the parts of a content say under one name, thoughts left out; a content, or a part, that is a text is what it says as `text`. */
function joinParts(content, name) {
	return (Array.isArray(content) ? content : [content]).map((part) => partText(part, name)).join("");
}
function partText(part, name) {
	if (typeof part === "string") return name === "text" ? part : "";
	return isThought(part) ? "" : textOf(fieldOf(part, name)) ?? "";
}
const WORDS$1 = {
	stop: [
		"stop",
		"end_turn",
		"stop_sequence",
		"eos",
		"eos_token",
		"stop_token",
		"end",
		"complete",
		"completed",
		"finished",
		"done"
	],
	length: [
		"length",
		"max_tokens",
		"max_output_tokens",
		"max_completion_tokens",
		"max_length",
		"model_length",
		"model_context_window_exceeded",
		"context_length",
		"context_length_exceeded",
		"limit",
		"token_limit"
	],
	refusal: ["refusal", "refused"],
	content_filter: [
		"content_filter",
		"content_filtered",
		"contentfilter",
		"safety",
		"recitation",
		"blocklist",
		"prohibited_content",
		"spii",
		"image_safety",
		"model_armor",
		"guardrail_intervened",
		"sensitive",
		"moderation",
		"moderated",
		"error_toxic",
		"risk"
	],
	unfinished: [
		"error",
		"insufficient_system_resource",
		"network_error",
		"tool_calls",
		"tool_use",
		"function_call",
		"malformed_function_call",
		"unexpected_tool_call",
		"too_many_tool_calls",
		"pause_turn",
		"abort",
		"cancelled",
		"language",
		"other",
		"unspecified"
	]
};
/**
* What a word means that is not in the table, by what it speaks of: vendors make new ones for their filters and their limits
* (`SAFETY_BLOCKED`, `max_new_tokens`). No sound makes a whole answer.
*/
const SOUNDS = [[/safety|filter|moderat|polic|guardrail|prohibit|sensitiv|toxic|harm|violat|censor|recitation|blocked|flagged|(?:content|prompt|input|output|response)_(?:rejected|denied)/, "content_filter"], [/length|truncat|token.*(?:limit|max)|(?:limit|max).*token|output_limit|error_limit|max_(len|context)/, "length"]];
const TABLE = new Map(Object.entries(WORDS$1).flatMap(([finish, words]) => words.map((word) => [word, finish])));
const LONGEST_WORD = 60;
/**
* The ending that a finish or stop reason names. Gateways put several reasons in a row (`content_filter: SAFETY`): the
* first that is known decides. An absent reason is a whole answer: servers that never tell one are many.
*/
function endingOf(reason) {
	if (isAbsent(reason)) return { finish: "stop" };
	const finish = finishOf(reason) ?? "unfinished";
	return finish === "unfinished" ? {
		finish,
		word: printable(wordsOf(reason))
	} : { finish };
}
/**
* The ending where a router tells its own word and, beside it, the upstream's (`native_finish_reason` of OpenRouter and LiteLLM). The
* upstream's is the nearer one where it is known: LiteLLM writes `stop` for DeepSeek's failures and `content_filter` for Gemini's
* OTHER. It never makes an answer whole that the router has not.
*/
function endingOfRouted(reason, native) {
	const ending = endingOf(reason);
	if (ending.finish === "unfinished" || isAbsent(native)) return ending;
	return (finishOf(native) ?? "stop") === "stop" ? ending : endingOf(native);
}
function isAbsent(reason) {
	return reason === void 0 || reason === null || reason === "";
}
function wordsOf(reason) {
	const named = fieldOf(reason, "type") ?? reason;
	return typeof named === "string" ? named : JSON.stringify(named);
}
/** Undefined for a reason of which nothing is known. */
function finishOf(reason) {
	const words = wordsOf(reason).split(/[:;,/|]/).map((part) => part.trim().toLowerCase().replace(/^(finish_)?reason_/, "").replaceAll(/[\s-]+/g, "_"));
	return words.map((word) => TABLE.get(word)).find((finish) => finish !== void 0) ?? SOUNDS.find(([sounds]) => words.some((word) => sounds.test(word)))?.[1];
}
function printable(text) {
	return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim().slice(0, LONGEST_WORD);
}
const SampleId = union([string(), number()]).transform(String);
const Score = looseObject({ value: unknown() });
const Sample = object({
	id: SampleId,
	epoch: number().default(1),
	input: unknown().optional(),
	output: unknown().optional(),
	scores: record(string(), Score.nullable()).nullish(),
	score: Score.nullish(),
	error: unknown().optional(),
	invalidation: unknown().optional(),
	metadata: record(string(), unknown()).nullish(),
	uuid: string().nullish()
});
const Head = object({ eval: object({
	model: string().default("unnamed"),
	task: string().nullish(),
	task_id: string().nullish(),
	dataset: object({ sample_ids: array(SampleId).nullish() }).nullish(),
	config: object({ epochs: number().nullish() }).nullish()
}) });
/** Whether a parsed JSON value is such a log, whole or not. */
function isInspectLog(value) {
	return typeof value === "object" && value !== null && "eval" in value && ("samples" in value || "plan" in value);
}
/** @throws UserError where the value is no log, or has no samples. */
function readInspectJson(file, value) {
	const samples = value.samples;
	if (!Array.isArray(samples)) throw new UserError({
		message: "an Inspect log without its samples",
		hint: "Write the samples too: inspect log dump FILE > FILE.json, without --header-only.",
		place: { file }
	});
	return {
		...readHead(file, value),
		async *samples() {
			const notTwice = createTwiceCheck(file);
			for (const [index, sample] of samples.entries()) yield notTwice(`samples.${index}`, readSample(file, `samples.${index}`, sample));
		}
	};
}
/** @throws UserError where the archive is none of Inspect's. */
async function readInspectArchive(file, entries) {
	const head = ["header.json", "_journal/start.json"].find((name) => entries.names.includes(name));
	if (head === void 0) throw new UserError({
		message: "an archive, but none of Inspect",
		hint: "Workbooks are archives, too: save their sheet as CSV (UTF-8), and unpack others.",
		place: { file }
	});
	const samples = entries.names.filter((name) => name.startsWith("samples/") && name.endsWith(".json"));
	const parted = samples.find((name) => name.endsWith("/sample.json"));
	if (parted !== void 0) throw new UserError({
		message: `samples in parts, ${parted} is one of them: this form is not read`,
		hint: "Name the log that inspect log convert-chunked made it from.",
		place: { file }
	});
	const names = samples.sort();
	return {
		...readHead(file, await entries.read(head)),
		async *samples() {
			const notTwice = createTwiceCheck(file);
			for (const name of names) yield notTwice(name, readSample(file, name, await entries.read(name)));
		}
	};
}
function readHead(file, value) {
	const parsed = Head.safeParse(value);
	if (!parsed.success) throw noLog(file, "", parsed.error);
	const { model, task, task_id: taskId, dataset, config } = parsed.data.eval;
	const ids = dataset?.sample_ids;
	return {
		model,
		task: task ?? "",
		...taskId !== void 0 && taskId !== null && taskId !== "" && { taskId },
		...ids !== void 0 && ids !== null && { planned: {
			ids,
			epochs: config?.epochs ?? 1
		} }
	};
}
/** @throws UserError for a second sample of one id and epoch: which of the two is the model's outcome, nobody can tell. */
function createTwiceCheck(file) {
	const places = /* @__PURE__ */ new Map();
	return (place, sample) => {
		const { id, epoch } = sample;
		const key = JSON.stringify([id, epoch]);
		const before = places.get(key);
		if (before !== void 0) throw new UserError({
			message: `${place} is sample ${id}, epoch ${epoch}, as ${before} is`,
			hint: "Leave out one of the two: they may be of several runs in one file.",
			place: { file }
		});
		places.set(key, place);
		return sample;
	};
}
function readSample(file, place, value) {
	const parsed = Sample.safeParse(value);
	if (!parsed.success) throw noLog(file, place, parsed.error);
	const { id, epoch, input, output, error, invalidation, metadata, uuid, scores, score } = parsed.data;
	const answer = answerOf(output);
	const group = metadata?.["group"];
	return {
		id,
		epoch,
		input,
		...whereDefined({ error: errorWords(error) }),
		invalidated: invalidation !== void 0 && invalidation !== null,
		scores: scoresOf(scores ?? (score ? { score } : {})),
		...whereDefined({ answer }),
		...typeof group === "string" && { group },
		...uuid !== void 0 && uuid !== null && { uuid }
	};
}
function scoresOf(scores) {
	return new Map(Object.entries(scores).flatMap(([name, score]) => {
		const value = score?.value;
		if (typeof value !== "object" || value === null) return [[name, value]];
		return Object.entries(value).map(([cell, inner]) => [`${name}.${cell}`, inner]);
	}));
}
function errorWords(error) {
	if (error === void 0 || error === null) return void 0;
	const { message } = error;
	return typeof message === "string" ? message : JSON.stringify(error);
}
function answerOf(output) {
	const { choices } = Object(output);
	const [choice] = Array.isArray(choices) ? choices : [];
	return endingOf(choice?.stop_reason).finish === "length" ? void 0 : messageText(choice?.message?.content);
}
/** A message's content as text: a text, or its text parts joined. Undefined where it holds anything else. */
function messageText(content) {
	if (typeof content === "string") return content;
	if (!Array.isArray(content)) return void 0;
	const texts = content.filter((part) => !isThought(part)).map((part) => typeof part === "string" ? part : part?.text);
	return texts.length > 0 && texts.every((text) => typeof text === "string") ? texts.join("\n") : void 0;
}
function noLog(file, place, error) {
	const issue = error.issues[0];
	const where = [place, ...issue.path].filter((part) => part !== "").join(".");
	return new UserError({
		message: `not an Inspect log that can be read: ${where}: ${issue.message}`,
		hint: "If Inspect itself reads it, convert it with its newest version: inspect log convert --to json.",
		place: { file }
	});
}
/** Where the answer lies within a reply: the innermost wrapping last. Batches wrap a reply in a response and its body (OpenAI) or a result (Anthropic). */
const WITHIN = [
	"message",
	"choices",
	"candidates",
	"output",
	"body",
	"response",
	"result",
	"content",
	"parts"
];
const DEEPEST$1 = 6;
/**
* A text, a message, its parts, a list of what was put out, or a provider's whole reply. Undefined for what is no answer: an error, a
* call of a tool, a text that was cut off at a limit (what a model that is asked says until then is none, either).
*/
function answerText(value, depth = 0) {
	if (typeof value === "string") return value;
	if (typeof value !== "object" || value === null || depth > DEEPEST$1) return void 0;
	const parts = messageText(value);
	if (parts !== void 0) return parts;
	if (Array.isArray(value)) return firstText(value, depth);
	const fields = value;
	if (saysError(fields["error"]) || Number(fields["status_code"]) >= 400 || isCutOff(fields)) return void 0;
	if (Array.isArray(fields["tool_calls"]) && fields["tool_calls"].length > 0) return void 0;
	const [inner] = WITHIN.flatMap((name) => answerText(answerWithin(name, fields[name]), depth + 1) ?? []);
	if (inner !== void 0) return inner;
	const { refusal } = fields;
	return typeof refusal === "string" ? refusal : void 0;
}
/** Of several choices the first, whatever became of it: another one would be a second try that no other model was given. */
function answerWithin(name, value) {
	return (name === "choices" || name === "candidates") && Array.isArray(value) ? value[0] : value;
}
/** Of a list of what was put out the message's, not what was thought before it. */
function firstText(items, depth) {
	const [text] = items.flatMap((item) => typeof item === "object" ? answerText(item, depth + 1) ?? [] : []);
	return text;
}
/** Whether a reply, or a row with columns of its own for that, ended at a limit. vLLM's `stop_reason` is a token beside the reason. */
function isCutOff(fields) {
	const details = Object(fields["incomplete_details"]);
	return endingOf(fields["finish_reason"] ?? fields["finishReason"] ?? fields["stop_reason"] ?? details.reason).finish === "length";
}
/** How tables say that there is no error, if not by an empty cell. */
const NO_ERROR = /^\s*(?:none|null|nil|undefined|nan|<?n\/?a>?|no|no errors?|ok|false|0|-|\[\s*\]|\{\s*\}|""|'')?\s*$/i;
/** By how much something is off, a measure that is called an error, too. */
const MEASURE = /^\s*-?\d*\.\d+(?:e[+-]?\d+)?\s*$/i;
/** Whether a row's or a reply's `error` names one. */
function saysError(error) {
	if (typeof error === "number") return error !== 0 && Number.isInteger(error);
	if (typeof error === "string") return !NO_ERROR.test(error) && !MEASURE.test(error);
	if (typeof error === "object" && error !== null) return Object.keys(error).length > 0;
	return Boolean(error);
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
/** What went wrong instead of an answer. */
const ERROR_COLUMNS = ["error", "exception"];
/** How it ended: a span's state or level, a run's status. */
const STATE_COLUMNS = [
	"state",
	"status",
	"level",
	"status_code"
];
/** Other words of such columns, `failed` above all, may be what was found of an answer. */
const ERROR_STATE = /^\s*err(?:or|ored)?\s*$/i;
/** What was tested ran to its end, and the reason of the failed test stands where an error would: promptfoo's word for it, and a raised assertion. */
const ASSERTION_FAILED$1 = {
	column: "failureReason",
	value: 1
};
const RAISED_ASSERTION = /^\s*(?:[\w.]+\.)?Assertion(?:Failed)?Error\b/;
/** Reads rows with these columns. */
function failureReader(columns) {
	const errors = findColumn(columns, ERROR_COLUMNS);
	const states = STATE_COLUMNS.flatMap((name) => findColumn(columns, [name]) ?? []);
	return {
		used: [...columns.filter((column) => column === errors || column === ASSERTION_FAILED$1.column), ...states],
		didNotRun: (fields) => errors !== void 0 && saysError(fields[errors]) && !isOfTest(fields, fields[errors]) || states.some((column) => typeof fields[column] === "string" && ERROR_STATE.test(fields[column]))
	};
}
function isOfTest(fields, error) {
	return Number(fields[ASSERTION_FAILED$1.column]) === ASSERTION_FAILED$1.value || typeof error === "string" && RAISED_ASSERTION.test(error);
}
/** What such a value consists of, piece by piece: texts in either quotes, words, numbers, signs. */
const PIECE = /'([^'\\]*(?:\\.[^'\\]*)*)'|"([^"\\]*(?:\\.[^"\\]*)*)"|([A-Za-z]+)|(-?\d[\d.eE+-]*)|([[\](){}:,])|\s+/sy;
const WORDS = /* @__PURE__ */ new Map([
	["True", "true"],
	["False", "false"],
	["None", "null"],
	["nan", "null"]
]);
const ESCAPE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U00[\da-fA-F]{6}|.)/gs;
const CONTROL = /* @__PURE__ */ new Map([
	["n", "\n"],
	["r", "\r"],
	["t", "	"]
]);
/**
* The value of what `repr` gives for lists, tuples and dictionaries of texts, numbers, True, False and None, held to the same limits as
* JSON; undefined for any other text.
*/
function parsePython(text) {
	if (!/^\s*[[{(]/.test(text)) return void 0;
	const json = [];
	for (let at = 0; at < text.length; at = PIECE.lastIndex) {
		PIECE.lastIndex = at;
		const found = PIECE.exec(text);
		if (found === null) return void 0;
		const piece = asJson(found);
		if (piece === void 0) return void 0;
		if (piece === "]" && json.at(-1) === ",") json.pop();
		if (piece !== "") json.push(piece);
	}
	const parsed = parseUntrustedJson(json.join(""));
	return parsed.status === "parsed" ? parsed.value : void 0;
}
function asJson([whole, single, double, word, number, sign]) {
	const said = single ?? double;
	if (said !== void 0) return JSON.stringify(said.replaceAll(ESCAPE, unescape));
	if (word !== void 0) return WORDS.get(word);
	if (sign !== void 0) return sign === "(" ? "[" : sign === ")" ? "]" : sign;
	return number === void 0 ? "" : whole;
}
function unescape(escape) {
	const [sign, digits] = [escape.slice(1, 2), escape.slice(2)];
	if (digits === "") return CONTROL.get(sign) ?? sign;
	const code = Number.parseInt(digits, 16);
	return code <= 1114111 ? String.fromCodePoint(code) : escape;
}
/** Whose an item is among these: of several experiments each stands for a model. Undefined where nothing says it. */
function modelReader(items) {
	const hasExperiments = new Set(items.map(({ experiment }) => experiment)).size > 1;
	return ({ experiment, model }) => hasExperiments ? experiment : model;
}
/** The members of an object, none for anything else. */
function membersOf(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
/** The objects of a list, none for anything else. */
function objectsIn(value) {
	return Array.isArray(value) ? value.flatMap((one) => Object.keys(membersOf(one)).length > 0 ? [one] : []) : [];
}
/** An id or a name: a text that is not blank, or a number. */
function wordIn(value) {
	if (typeof value === "string") return value.trim() === "" ? void 0 : value;
	return typeof value === "number" || typeof value === "bigint" ? String(value) : void 0;
}
/** The columns below `outer`, without it: `inputs.question` is `question` of `inputs.`. */
function columnsBelow(fields, outer) {
	const own = Object.entries(fields).filter(([column]) => column.startsWith(outer));
	return Object.fromEntries(own.map(([column, value]) => [column.slice(outer.length), value]));
}
/** A cell of a table that holds JSON, or what Python prints in its place; any other as it is. */
function structured(cell) {
	if (typeof cell !== "string" || !/^\s*[{[]/.test(cell)) return cell;
	const json = parseUntrustedJson(cell);
	return json.status === "parsed" ? json.value : parsePython(cell) ?? cell;
}
/** Requests in requests: `{"input": {"messages": [...]}}`. */
const DEEPEST = 2;
/** A text or messages: as they are, under a usual name for them, or as all there is; undefined where there are several and none has such a name. */
function askedIn(asked, depth = 0) {
	if (typeof asked === "string") return asked;
	if (Array.isArray(asked)) return asked;
	const fields = membersOf(asked);
	const names = Object.keys(fields);
	const column = findColumn(names, SCENARIO_COLUMNS.messages) ?? findColumn(names, SCENARIO_COLUMNS.query) ?? queryByEnding(names) ?? (names.length === 1 ? names[0] : void 0);
	return column === void 0 || depth === DEEPEST ? void 0 : askedIn(fields[column], depth + 1);
}
/** Evaluators say these beside their score, in columns of their own. */
const BESIDE = /_(?:reason|properties|threshold|status|details|error_message)$/;
/** What came of the question is in the inputs, too. */
const ANSWER = /^(?:response|answer|output)$/;
function azureEvaluationRow(columns) {
	const scores = columns.filter((column) => /^outputs\..+\../.test(column) && !BESIDE.test(column));
	if (!columns.every((column) => /^(?:(?:inputs|outputs)\.|line_number$)/.test(column)) || scores.length === 0) return void 0;
	return (fields) => {
		const inputs = Object.entries(columnsBelow(fields, "inputs."));
		return [{
			asked: Object.fromEntries(inputs.filter(([name]) => !ANSWER.test(name))),
			answer: inputs.find(([name]) => ANSWER.test(name))?.[1],
			isFailed: false,
			scores: scores.map((column) => ({
				name: column.slice(8),
				value: fields[column]
			}))
		}];
	};
}
/** An event's own id is another one in every experiment; what outlives them is the row of the data set that it came from. */
function braintrustRow(columns) {
	if (![
		"input",
		"output",
		"expected",
		"scores",
		"metadata"
	].every((column) => columns.includes(column))) return void 0;
	return (fields) => {
		if (fields["is_root"] === false) return [];
		const scores = Object.entries(membersOf(structured(fields["scores"]))).map(([name, value]) => ({
			name,
			value
		}));
		const id = wordIn(membersOf(structured(fields["origin"]))["id"]);
		const group = wordIn(membersOf(structured(fields["metadata"]))["group"]);
		return [{
			...whereDefined({
				id,
				group,
				run: wordIn(fields["id"])
			}),
			asked: structured(fields["input"]),
			answer: structured(fields["output"]),
			isFailed: saysError(fields["error"]),
			scores
		}];
	};
}
/** A row of `per_instance_stats.json`; what was asked stands beside it only. */
function helmInstance(columns) {
	if (![
		"instance_id",
		"train_trial_index",
		"stats"
	].every((column) => columns.includes(column))) return void 0;
	return (fields) => [{
		...placeOf(fields["instance_id"], fields),
		asked: void 0,
		isFailed: false,
		scores: objectsIn(fields["stats"]).flatMap(({ name, count, mean, sum }) => count === 0 ? [] : [{
			name: String(membersOf(name)["name"]),
			value: mean ?? sum
		}])
	}];
}
/** What was asked and answered, from `scenario_state.json`; undefined for a value that is none. */
function helmState(value) {
	const { adapter_spec: adapter, request_states: states } = membersOf(value);
	if (!Array.isArray(states) || !("model" in membersOf(adapter))) return void 0;
	const model = wordIn(membersOf(adapter)["model"]);
	return objectsIn(states).map((state) => {
		const instance = membersOf(state["instance"]);
		const [request, result] = [membersOf(state["request"]), membersOf(state["result"])];
		const [first] = state["reference_index"] !== void 0 && state["reference_index"] !== null ? [] : objectsIn(result["completions"]);
		return {
			...placeOf(instance["id"], {
				...state,
				perturbation: instance["perturbation"]
			}),
			...whereDefined({ model }),
			asked: request["messages"] ?? request["prompt"] ?? membersOf(instance["input"])["text"],
			answer: first?.["text"],
			isFailed: result["success"] === false,
			scores: []
		};
	});
}
/** A run's items: the scores of all instances that were asked, with what is known of them. */
function helmItems(state, scored) {
	const key = ({ id, replicate }) => JSON.stringify([id, replicate]);
	const asked = new Map(state.map((item) => [key(item), item]));
	const scores = new Map(scored.map((item) => [key(item), item]));
	return [...[...scores.values()].map((item) => ({
		...item,
		...asked.get(key(item)),
		scores: item.scores
	})), ...[...asked.values()].filter((item) => !scores.has(key(item)))];
}
/** An instance under a perturbation is another scenario than without. */
function placeOf(id, { perturbation, train_trial_index: trial }) {
	const name = wordIn(membersOf(perturbation)["name"]);
	const own = wordIn(id);
	const full = own !== void 0 && name !== void 0 ? `${own}/${name}` : own;
	return whereDefined({
		id: full,
		replicate: wordIn(trial)
	});
}
/** `GET /experiment-items`, in the names of the wire or of the Python SDK. */
function langfuseItem(columns) {
	const own = ["experimentItemId", "experiment_item_id"].find((column) => columns.includes(column));
	if (own === void 0) return void 0;
	return (fields) => {
		const experiment = wordIn(fields["experimentName"] ?? fields["experiment_name"]);
		const metadata = membersOf(fields["experimentItemMetadata"] ?? fields["experiment_item_metadata"]);
		return [{
			...whereDefined({
				id: wordIn(fields[own]),
				experiment,
				run: wordIn(fields["id"]),
				group: wordIn(metadata["group"])
			}),
			asked: fields["input"],
			answer: fields["output"],
			isFailed: fields["level"] === "ERROR",
			scores: objectsIn(fields["scores"]).map(scoreIn$1)
		}];
	};
}
/** `ExperimentItemResult`; the SDK leaves items whose task failed out of them. An item of a data set has an id, a local one may have none. */
function langfuseResult(columns) {
	if (![
		"item",
		"output",
		"evaluations"
	].every((column) => columns.includes(column))) return void 0;
	return (fields) => {
		const item = membersOf(fields["item"]);
		const { metadata } = item;
		return [{
			...whereDefined({
				id: wordIn(item["id"]),
				run: wordIn(fields["trace_id"]),
				group: wordIn(membersOf(metadata)["group"])
			}),
			asked: item["input"],
			answer: fields["output"],
			isFailed: false,
			scores: objectsIn(fields["evaluations"]).map(scoreIn$1)
		}];
	};
}
/** Of a category the word; a number stands beside it. */
function scoreIn$1(score) {
	const words = score["stringValue"] ?? score["string_value"];
	const isCategory = (score["dataType"] ?? score["data_type"]) === "CATEGORICAL" && typeof words === "string";
	return {
		name: String(score["name"]),
		value: isCategory ? words : score["value"]
	};
}
/** `to_pandas()`: a column for each field of the inputs and outputs and for each evaluator; `id` is the run's, another one every time. */
function langSmithTable(columns) {
	if (!(columns.includes("example_id") && columns.some((column) => /^(?:inputs|outputs|feedback)\./.test(column)))) return void 0;
	return (fields) => [{
		...whereDefined({
			id: wordIn(fields["example_id"]),
			run: wordIn(fields["id"])
		}),
		asked: columnsBelow(fields, "inputs."),
		answer: present(columnsBelow(fields, "outputs.")),
		isFailed: saysError(fields["error"]),
		scores: Object.entries(columnsBelow(fields, "feedback.")).map(([name, value]) => ({
			name,
			value
		}))
	}];
}
/** A failed run's outputs are a column that all the others leave empty. */
function present(fields) {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== void 0));
}
/** What `evaluate()` yields: `{"run": {...}, "example": {...}, "evaluation_results": {"results": [...]}}`. */
function langSmithResult(columns) {
	if (![
		"run",
		"example",
		"evaluation_results"
	].every((column) => columns.includes(column))) return void 0;
	return (fields) => {
		const example = membersOf(fields["example"]);
		const scores = objectsIn(membersOf(fields["evaluation_results"])["results"]).map(({ key, score, value }) => ({
			name: String(key),
			value: score ?? value
		}));
		const group = wordIn(membersOf(example["metadata"])["group"]);
		return [{
			...runIn$1(membersOf(fields["run"])),
			asked: example["inputs"],
			scores,
			...whereDefined({ group })
		}];
	};
}
/** `client.list_runs()`. A step within a run has no example: it is a part of the run above it. */
function langSmithRun(columns) {
	if (![
		"reference_example_id",
		"run_type",
		"inputs"
	].every((column) => columns.includes(column))) return void 0;
	return (fields) => wordIn(fields["reference_example_id"]) === void 0 ? [] : [runIn$1(fields)];
}
/** `client.get_experiment_results()`: examples, each with its runs. */
function langSmithExample(columns) {
	if (![
		"id",
		"inputs",
		"runs",
		"dataset_id"
	].every((column) => columns.includes(column))) return void 0;
	return (fields) => objectsIn(fields["runs"]).map((run) => ({
		...runIn$1(run),
		...whereDefined({ id: wordIn(fields["id"]) }),
		asked: fields["inputs"]
	}));
}
function runIn$1(run) {
	const experiment = wordIn(run["session_name"]) ?? wordIn(run["session_id"]);
	return {
		...whereDefined({
			id: wordIn(run["reference_example_id"]),
			experiment,
			run: wordIn(run["id"])
		}),
		asked: run["inputs"],
		answer: run["outputs"],
		isFailed: saysError(run["error"]) || run["status"] === "error",
		scores: Object.entries(membersOf(run["feedback_stats"])).map(([name, stats]) => scoreOf(name, membersOf(stats)))
	};
}
/** Of a number the mean, of words the only one. */
function scoreOf(name, { avg, values }) {
	const words = Object.keys(membersOf(values));
	return {
		name,
		value: avg ?? (words.length === 1 ? words[0] : void 0)
	};
}
const VALUE = "/value";
/** The id is the trace's, another one every time. A state that is not `OK` is no answer; scorers score it all the same. */
function mlflowTable(columns) {
	const scores = columns.filter((column) => column.endsWith(VALUE));
	if (scores.length === 0 || ![
		"trace_id",
		"state",
		"request"
	].every((column) => columns.includes(column))) return void 0;
	return (fields) => [{
		...whereDefined({ run: wordIn(fields["trace_id"]) }),
		asked: structured(fields["request"]),
		answer: structured(fields["response"]),
		isFailed: fields["state"] !== "OK",
		scores: scores.map((column) => ({
			name: column.slice(0, -6),
			value: fields[column]
		}))
	}];
}
/** What a grader's name ends in: an id of its own in each eval. */
const OWN_ID = /-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const VERDICTS = /* @__PURE__ */ new Map([
	["pass", "passed"],
	["passed", "passed"],
	["fail", "failed"],
	["failed", "failed"]
]);
/** The item passes where all graders pass; a status of any other word says that it did not run. */
function openAiEvalsItem(columns) {
	if (![
		"datasource_item_id",
		"results",
		"sample"
	].every((column) => columns.includes(column))) return void 0;
	return (fields) => {
		const sample = membersOf(fields["sample"]);
		const verdict = VERDICTS.get(fields["status"]);
		return [{
			...whereDefined({
				id: wordIn(fields["datasource_item_id"]),
				model: wordIn(sample["model"]),
				verdict
			}),
			counts: true,
			asked: fields["datasource_item"],
			answer: sample["output"],
			isFailed: verdict === void 0 || saysError(sample["error"]),
			scores: objectsIn(fields["results"]).map(({ name, passed, score }) => ({
				name: String(name).replace(OWN_ID, ""),
				value: passed ?? score
			}))
		}];
	};
}
const SCORE = /^annotation_(?<name>.+)_score$/;
/** A run of an example, its evaluations as a list (JSON) or in columns (CSV). */
function phoenixRun(columns) {
	if (![
		"example_id",
		"repetition_number",
		"latency_ms"
	].every((column) => columns.includes(column))) return void 0;
	const names = columns.flatMap((column) => SCORE.exec(column)?.groups?.["name"] ?? []);
	return (fields) => {
		const inColumns = names.map((name) => {
			const cell = (what) => fields[`annotation_${name}_${what}`];
			return scoreIn(name, {
				score: cell("score"),
				label: cell("label"),
				error: cell("error")
			});
		});
		const inList = objectsIn(fields["annotations"]).map((one) => scoreIn(String(one["name"]), one));
		const metadata = membersOf(structured(fields["metadata"]));
		return [{
			...runIn(fields, wordIn(fields["example_id"])),
			...whereDefined({ group: wordIn(metadata["group"]) }),
			asked: structured(fields["input"]),
			scores: [...inColumns, ...inList]
		}];
	};
}
/** What `run_experiment()` returned, with the runs and their evaluations in two lists; what was asked is in neither. */
function phoenixExperiment(value) {
	const { task_runs: runs, evaluation_runs: evaluations } = membersOf(value);
	if (!Array.isArray(runs) || !Array.isArray(evaluations)) return void 0;
	const ofRun = /* @__PURE__ */ new Map();
	for (const one of objectsIn(evaluations)) {
		const own = ofRun.get(one["experiment_run_id"]);
		if (own === void 0) ofRun.set(one["experiment_run_id"], [one]);
		else own.push(one);
	}
	return objectsIn(runs).map((run) => ({
		...runIn(run, wordIn(run["dataset_example_id"])),
		asked: void 0,
		scores: (ofRun.get(run["id"]) ?? []).flatMap((one) => resultsOf$1(one).map((result) => scoreIn(String(result["name"] ?? one["name"]), {
			...result,
			error: one["error"]
		})))
	}));
}
/** One evaluator may give several; one that failed gives none, and has a name all the same. */
function resultsOf$1({ result }) {
	return Array.isArray(result) ? objectsIn(result) : [membersOf(result)];
}
function runIn(run, id) {
	return {
		...whereDefined({
			id,
			replicate: wordIn(run["repetition_number"])
		}),
		asked: void 0,
		answer: structured(run["output"]),
		isFailed: saysError(run["error"]),
		scores: []
	};
}
/** An evaluator that only labels has no score. */
function scoreIn(name, { score, label, error }) {
	return {
		name,
		value: saysError(error) ? void 0 : score ?? label
	};
}
/** What a case is called that has no name: its place, which another run may give to another case. */
const PLACE = /^Case \d+$/;
/** Cases and failures; undefined for a value that is no report. */
function pydanticReport(value) {
	const { cases, failures } = membersOf(value);
	if (!Array.isArray(cases) || !Array.isArray(failures)) return void 0;
	const all = [...cases, ...failures];
	const readers = all.map((one) => pydanticCase(Object.keys(membersOf(one))));
	if (readers.some((read) => read === void 0)) return void 0;
	return all.flatMap((one, index) => readers[index](membersOf(one)));
}
/** One case, or one failure: what was asked, and why the task broke off. */
function pydanticCase(columns) {
	const [isCase, isFailure] = [[
		"inputs",
		"assertions",
		"scores",
		"labels"
	], [
		"inputs",
		"error_message",
		"error_stacktrace"
	]].map((own) => own.every((column) => columns.includes(column)));
	if (isFailure === true) return (fields) => [{
		...aboutCase(fields),
		isFailed: true,
		scores: []
	}];
	if (isCase !== true) return void 0;
	return (fields) => [{
		...aboutCase(fields),
		answer: fields["output"],
		isFailed: false,
		scores: scoresIn(fields),
		...whereDefined({ verdict: verdictOf(fields) })
	}];
}
/** A case that was repeated (`sky [1/2]`) says which one it is apart from that. */
function aboutCase(one) {
	const name = wordIn(one["source_case_name"]) ?? wordIn(one["name"]);
	const id = name === void 0 || PLACE.test(name) ? void 0 : name;
	return {
		...whereDefined({
			id,
			group: wordIn(membersOf(one["metadata"])["group"])
		}),
		asked: one["inputs"]
	};
}
function scoresIn({ assertions, scores, labels }) {
	return [
		assertions,
		scores,
		labels
	].flatMap((kind) => Object.entries(membersOf(kind)).map(([name, result]) => ({
		name,
		value: membersOf(result)["value"]
	})));
}
/** A case passes where all it asserts holds; where an evaluator failed and nothing says no, it is open. */
function verdictOf({ assertions, evaluator_failures: broken }) {
	const said = Object.values(membersOf(assertions)).map((result) => membersOf(result)["value"]);
	if (said.includes(false)) return "failed";
	if (Array.isArray(broken) && broken.length > 0) return "open";
	return said.length === 0 ? void 0 : "passed";
}
/** What a sample consists of; every other column is a metric's. */
const SAMPLE = /* @__PURE__ */ new Set([
	"",
	"index",
	"user_input",
	"response",
	"reference",
	"retrieved_contexts",
	"reference_contexts",
	"retrieved_context_ids",
	"reference_context_ids",
	"multi_responses",
	"rubrics",
	"rubric",
	"reference_tool_calls",
	"reference_topics",
	"persona_name",
	"query_style",
	"query_length",
	"synthesizer_name"
]);
/** Columns that Ragas never writes: whoever has one keeps a table of their own, which is read by its columns. */
const OF_ANOTHER_TABLE = /^(?:id|key|scenario|scenario_id|model|model_id|model_name|replicate|draw|repetition|epoch|sample|compliant|problematic|clauses|topics|system_prompt)$/i;
/** Samples have no ids: they are told by what is asked. */
function ragasTable(columns) {
	const metrics = columns.filter((column) => !SAMPLE.has(column));
	if (!(columns.includes("user_input") && columns.some((column) => column === "response" || column === "retrieved_contexts")) || metrics.length === 0 || metrics.some((column) => OF_ANOTHER_TABLE.test(column))) return void 0;
	return (fields) => [{
		asked: structured(fields["user_input"]),
		answer: fields["response"],
		isFailed: false,
		scores: metrics.map((name) => ({
			name,
			value: fields[name]
		}))
	}];
}
/** Characters of a rejected row that are kept. */
const EXCERPT = 500;
function excerptOf(value) {
	return (typeof value === "string" ? value : JSON.stringify(value, bigintAsNumber)).slice(0, EXCERPT);
}
/** A replacer for `JSON.stringify`: Parquet gives 64-bit integers as bigint. */
function bigintAsNumber(_key, value) {
	return typeof value === "bigint" ? Number(value) : value;
}
/** A parsed value as a row; it is bad where it is no object. */
function rowOf(value, number) {
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
const ROWS = [
	phoenixRun,
	langSmithTable,
	langSmithResult,
	langSmithRun,
	langSmithExample,
	langfuseItem,
	langfuseResult,
	mlflowTable,
	openAiEvalsItem,
	helmInstance,
	pydanticCase,
	azureEvaluationRow,
	ragasTable,
	braintrustRow
];
/** Reads rows with these columns; undefined for rows of nobody who is known here. A warehouse may have made all their names capitals. */
function itemReader(columns) {
	const small = columns.map((column) => column.toLowerCase());
	if (columns.every((column) => column === column.toUpperCase()) && columns.some((column, index) => column !== small[index])) {
		const read = itemReader(small);
		return read === void 0 ? void 0 : (fields) => read(inSmallLetters(fields));
	}
	for (const recognise of ROWS) {
		const read = recognise(columns);
		if (read !== void 0) return read;
	}
}
function inSmallLetters(fields) {
	return Object.fromEntries(Object.entries(fields).map(([column, value]) => [column.toLowerCase(), value]));
}
/**
* The items of a list of rows, each by its own columns; undefined where the first row is no platform's.
* @throws UserError for a row that cannot be read, or is of another kind, behind one that is.
*/
function itemsOfRows(file, rows) {
	const readers = /* @__PURE__ */ new Map();
	const items = [];
	for (const [index, row] of rows.entries()) {
		const columns = row.kind === "row" ? Object.keys(row.fields) : [];
		const key = JSON.stringify(columns);
		if (!readers.has(key)) readers.set(key, itemReader(columns));
		const read = readers.get(key);
		if (read !== void 0 && row.kind === "row") items.push(...read(row.fields));
		else if (index === 0) return void 0;
		else throw unlike(file, row);
	}
	return items.length === 0 ? void 0 : items;
}
function unlike(file, row) {
	const message = row.kind === "bad" ? row.reason : "no item of an experiment, behind rows that are";
	return new UserError({
		message: `row ${row.number}: ${message}`,
		hint: "Take it out of the file.",
		place: { file }
	});
}
/** Lists that a whole value keeps its rows in: a page of an API, a fetch of events, a result with its metrics or its summary. */
const LISTS = [
	"data",
	"events",
	"rows",
	"results",
	"item_results",
	"examples_with_runs"
];
/** The items of one JSON value that is no list. @throws UserError as for a list. */
function itemsOfValue(file, value) {
	const whole = pydanticReport(value) ?? phoenixExperiment(value) ?? helmState(value);
	if (whole !== void 0) return whole;
	const fields = membersOf(value);
	const list = LISTS.map((name) => fields[name]).find((one) => Array.isArray(one) && one.length > 0);
	return Array.isArray(list) ? itemsOfRows(file, list.map((one, index) => rowOf(one, index + 1))) : void 0;
}
/** Whether a value is a page of an API that says there are more of them: Langfuse by a cursor, OpenAI by a flag. */
function isOnePage(value) {
	const { has_more: hasMore, meta } = membersOf(value);
	return hasMore === true || wordIn(membersOf(meta)["cursor"]) !== void 0;
}
/**
* `{"columns": [...], "data": [[...], ...]}` (split), `{"query": {"0": ..., "1": ...}}` (columns, what `to_json` writes unasked) and
* `{"0": {"query": ...}}` (index); undefined for any other value.
*/
function rowsOfFrame(value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
	return splitRows(value) ?? indexedRows(value);
}
function splitRows({ columns, data }) {
	if (!Array.isArray(columns) || !Array.isArray(data) || data.length === 0) return void 0;
	if (!data.every((row) => Array.isArray(row) && row.length === columns.length)) return void 0;
	return data.map((row) => Object.fromEntries(columns.map((column, index) => [String(column), row[index]])));
}
function indexedRows(value) {
	const members = Object.entries(value);
	if (!(members.length > 0 && members.every(([, one]) => typeof one === "object" && one !== null && !Array.isArray(one)))) return void 0;
	const inner = members;
	if (inner.every(([name]) => isIndex(name))) return inner.map(([, row]) => row);
	const index = [...new Set(inner.flatMap(([, column]) => Object.keys(column)))];
	if (index.length === 0 || !index.every(isIndex)) return void 0;
	return index.map((at) => Object.fromEntries(inner.map(([name, column]) => [name, column[at]])));
}
function isIndex(name) {
	return /^(?:0|[1-9]\d*)$/.test(name);
}
const BARE = /-?(?:Infinity|NaN)\b/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Whether an integer of so many digits may stand there: most texts are settled by that. */
const LONG_INTEGER = /[:[,\s]-?\d{16,}\s*(?:[,}\]]|$)/;
/**
* Parses JSON; bare NaN, Infinity and -Infinity become null, as no number that counts. An integer that a number cannot hold
* becomes its digits as text: two ids that differ in the last of them would be one.
* @throws SyntaxError where it is no JSON even so.
*/
function parseLooseJson(text) {
	const source = text.startsWith("﻿") ? text.slice(1) : text;
	if (LONG_INTEGER.test(source)) return JSON.parse(replaceNumbers(source));
	try {
		return JSON.parse(source);
	} catch (error) {
		if (!/NaN|Infinity/.test(source)) throw error;
		return JSON.parse(replaceNumbers(source));
	}
}
/** The text with what JSON here does not hold written in a way that it does, as `parseLooseJson` reads it. */
function asPlainJson(text) {
	return LONG_INTEGER.test(text) || /NaN|Infinity/.test(text) ? replaceNumbers(text) : text;
}
/** Outside strings only: a text may well say NaN. */
function replaceNumbers(text) {
	const parts = [];
	let kept = 0;
	for (let at = 0; at < text.length; at += 1) {
		const character = text[at];
		if (character === "\"") {
			at = endOfString(text, at);
			continue;
		}
		if (!/[-\dNI]/.test(character)) continue;
		const bare = matchAt(BARE, text, at);
		const found = bare ?? matchAt(NUMBER, text, at);
		if (found === void 0) continue;
		const instead = bare === void 0 ? quoteLong(found) : "null";
		if (instead !== found) {
			parts.push(text.slice(kept, at), instead);
			kept = at + found.length;
		}
		at += found.length - 1;
	}
	return [...parts, text.slice(kept)].join("");
}
function quoteLong(number) {
	return /^-?\d+$/.test(number) && !Number.isSafeInteger(Number(number)) ? `"${number}"` : number;
}
function matchAt(pattern, text, at) {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0];
}
/** `failureReason` of a test whose assertion failed, as against one that did not run (2). Older versions have none. */
const ASSERTION_FAILED = 1;
const Result = object({
	success: boolean().nullish(),
	failureReason: number().nullish(),
	error: unknown().optional(),
	gradingResult: unknown().optional(),
	promptIdx: number().nullish(),
	prompt: object({
		raw: string().default(""),
		label: string().nullish(),
		display: string().nullish()
	}).prefault({}),
	provider: union([string(), object({
		id: string().nullish(),
		label: string().nullish()
	})]),
	response: object({
		output: unknown().optional(),
		error: unknown().optional(),
		finishReason: unknown().optional()
	}).nullish(),
	vars: record(string(), unknown()).default({}),
	testCase: object({
		description: string().nullish(),
		metadata: record(string(), unknown()).nullish(),
		assert: array(unknown()).nullish()
	}).nullish()
});
const Column = object({
	provider: string().nullish(),
	label: string().nullish(),
	raw: string().nullish()
});
/** Whether a parsed JSON value is the whole output. */
function isPromptfooOutput(value) {
	return resultsOf(value) !== void 0;
}
/** Whether a parsed line is one result. */
function isPromptfooResult(value) {
	return typeof value === "object" && value !== null && "vars" in value && "provider" in value && ("success" in value || "response" in value);
}
/** The results of a whole output. @throws UserError where one is not as promptfoo writes them. */
function readPromptfooOutput(file, value) {
	const columns = value.results?.prompts;
	return readPromptfooResults(file, resultsOf(value) ?? [], Array.isArray(columns) ? columns : []);
}
/** `columns` say each prompt's provider and label by its index, where the output has them. */
function readPromptfooResults(file, values, columns = []) {
	const results = values.map((value, index) => {
		const parsed = Result.safeParse(value);
		if (parsed.success) return parsed.data;
		const issue = parsed.error.issues[0];
		const where = [
			"results",
			index,
			...issue.path
		].join(".");
		throw new UserError({
			message: `not a promptfoo result: ${where}: ${issue.message}`,
			place: { file }
		});
	});
	const subjects = nameSubjects(results, columns);
	return results.map((result, index) => {
		const group = result.testCase?.metadata?.["group"];
		const output = result.response?.output;
		return {
			scenario: scenarioOf(result),
			subject: subjects[index],
			prompt: result.prompt.raw,
			outcome: outcomeOf(result),
			...typeof output === "string" && isWhole(result) && { answer: output },
			...typeof group === "string" && { group }
		};
	});
}
/** Cut off at a limit, a text is half an answer. */
function isWhole({ response }) {
	return endingOf(response?.finishReason).finish !== "length";
}
function outcomeOf(result) {
	if (result.success !== true) return isError(result) ? "error" : "failed";
	return isUngraded(result) ? "ungraded" : "passed";
}
const Grading = object({
	reason: string().nullish(),
	componentResults: array(object({ assertion: object({ weight: number().nullish() }).nullish() }).nullish()).nullish()
});
/** Older versions say it in words only, and some write no parts of a grading at all: only what is told counts. */
function isUngraded({ gradingResult, testCase }) {
	const { reason, componentResults } = Grading.safeParse(gradingResult).data ?? {};
	const parts = componentResults ?? [];
	if (parts.length > 0) return parts.every((part) => part?.assertion?.weight === 0);
	return reason === "No assertions" || testCase?.assert?.length === 0;
}
/**
* A failed assertion has a grading; where nothing was graded there was nothing to grade. Any failure reason that is not
* known is taken for an error: what is not an outcome must not count as one.
*/
function isError({ success, failureReason, gradingResult, response }) {
	if (typeof success !== "boolean") return true;
	if (failureReason !== void 0 && failureReason !== null && failureReason !== 0) return failureReason !== ASSERTION_FAILED;
	return gradingResult === void 0 || gradingResult === null || Boolean(response?.error);
}
/** Provider and prompt of each result, the prompt only where a provider has several. Two providers may share one id. */
function nameSubjects(results, columns) {
	const known = columns.map((column) => Column.safeParse(column).data);
	const named = results.map((result) => {
		const column = known[result.promptIdx ?? -1];
		const { provider, prompt } = result;
		const own = typeof provider === "string" ? provider : provider.label || provider.id;
		return {
			provider: column?.provider || own || "unnamed",
			scenario: scenarioOf(result),
			prompt: promptName(prompt, result, column?.label)
		};
	});
	const prompts = /* @__PURE__ */ new Map();
	for (const { provider, scenario, prompt } of named) {
		const scenarios = prompts.get(provider) ?? /* @__PURE__ */ new Map();
		prompts.set(provider, scenarios.set(scenario, (scenarios.get(scenario) ?? /* @__PURE__ */ new Set()).add(prompt)));
	}
	return named.map(({ provider, scenario, prompt }) => {
		const scenarios = prompts.get(provider);
		const most = largestOf([...scenarios.values()].map(({ size }) => size));
		if (most === 1) return provider;
		return `${provider}, prompt ${new Set([...scenarios.values()].flatMap((own) => [...own])).size === most ? `"${prompt}"` : String([...scenarios.get(scenario)].indexOf(prompt) + 1)}`;
	});
}
/** The prompt before the test's variables were filled in; what was sent differs from test to test. */
function promptName(prompt, { vars, promptIdx }, label) {
	const template = label || prompt.label || prompt.display;
	if (template) return template;
	if (promptIdx !== void 0 && promptIdx !== null) return String(promptIdx + 1);
	return Object.entries(vars).flatMap(([name, value]) => typeof value === "string" && value !== "" ? [[name, value]] : []).reduce((text, [name, value]) => text.replaceAll(value, `{{${name}}}`), prompt.raw);
}
function scenarioOf({ testCase, vars }) {
	const named = testCase?.metadata?.["scenario"];
	if (typeof named === "string") return named;
	const digest = hashJson(vars).slice(0, 8);
	return testCase?.description ? `${testCase.description} [${digest}]` : `vars [${digest}]`;
}
function resultsOf(value) {
	const outer = value?.results;
	const results = Array.isArray(outer) ? outer : outer?.results;
	return Array.isArray(results) && results.every(isPromptfooResult) ? results : void 0;
}
/** What each is, and how to get at its rows. */
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
		"Export it as text, or its table as CSV."
	]
];
/** Undefined for a name that says nothing, or a format that is read. */
function describeUnread(name) {
	const found = UNREAD.find(([ending]) => ending.test(name));
	return found === void 0 ? void 0 : {
		message: found[1],
		hint: found[2]
	};
}
/** Bytes of one entry, unpacked: what has to be in memory at once. */
const LARGEST_ENTRY = 268435456;
const MOST_ENTRIES = 1e6;
const STORED = 0;
const DEFLATED = 8;
/** Zstandard; newer Inspect versions write it, and few zip readers know it. */
const ZSTANDARD = 93;
/** Whether the bytes begin as a zip archive does. */
async function isZip(source) {
	const [first, second] = new Uint8Array(await source.slice(0, Math.min(2, source.byteLength)));
	return first === 80 && second === 75;
}
/** @throws UserError where it is no whole archive. */
async function openZip(source) {
	const fail = (message) => {
		throw new UserError({
			message,
			place: { file: source.name }
		});
	};
	const damaged = (error) => fail(`a damaged archive: ${error instanceof Error ? error.message : String(error)}`);
	const zip = await openReader(source).catch(damaged);
	if (zip.entryCount > MOST_ENTRIES) fail(`more than ${MOST_ENTRIES} entries`);
	const entries = /* @__PURE__ */ new Map();
	try {
		for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
	} catch (error) {
		damaged(error);
	}
	const unpack = await loadUnpackers();
	return {
		names: [...entries.keys()],
		async read(name) {
			const entry = entries.get(name) ?? fail(`${name}: no such entry`);
			if (entry.isEncrypted()) fail(`${name}: encrypted`);
			if (Math.max(entry.compressedSize, entry.uncompressedSize) > LARGEST_ENTRY) fail(`${name}: larger than ${LARGEST_ENTRY / 1024 / 1024} MB`);
			const way = unpack.get(entry.compressionMethod) ?? fail(`${name}: compressed in an unknown way (${entry.compressionMethod})`);
			try {
				const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
				return way(new Uint8Array(await source.slice(fileDataStart, fileDataStart + entry.compressedSize)), entry.uncompressedSize);
			} catch (error) {
				if (error instanceof UserError) throw error;
				return fail(`${name}: damaged (${error instanceof Error ? error.message : String(error)})`);
			}
		}
	};
}
async function loadUnpackers() {
	const { decompressZstd } = await import("./src2.js");
	return /* @__PURE__ */ new Map([
		[STORED, (packed) => packed],
		[DEFLATED, (packed, length) => inflateRawSync(packed, { maxOutputLength: Math.max(1, length) })],
		[ZSTANDARD, (packed, length) => decompressZstd(packed, new Uint8Array(length))]
	]);
}
async function openReader(source) {
	const { RandomAccessReader, fromRandomAccessReaderPromise } = await import("./yauzl.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	/** The library asks for a class of its own; this one reads from the source. */
	class SourceReader extends RandomAccessReader {
		_readStreamForRange(start, end) {
			return Readable.from((async function* () {
				yield Buffer.from(await source.slice(start, end));
			})(), { objectMode: false });
		}
	}
	return fromRandomAccessReaderPromise(new SourceReader(), source.byteLength, {
		lazyEntries: true,
		autoClose: false,
		strictFileNames: false
	});
}
/** Whether a file stands beside logs without being one: what `inspect eval-set` and `inspect view` write into a folder of them, and lm-eval's results. */
function isBesideLogs(name) {
	return /(?:^|[\\/])(?:eval-set|logs|listing|results_\d{4}-\d\d-\d\dT[\d.-]+)\.json$/.test(name);
}
/** A JSON file is one value and has to be in memory whole; several times its size, once parsed. */
const LARGEST_JSON = 268435456;
/** @throws UserError where it is too large, no UTF-8, of a format that is not read, or a log that cannot be read. */
async function openHarnessFile(source) {
	if (await isZip(source)) return {
		kind: "inspect",
		log: await openEvalArchive(source)
	};
	const unread = describeUnread(source.name);
	if (unread !== void 0) throw new UserError({
		...unread,
		place: { file: source.name }
	});
	const tooLarge = () => {
		return new UserError({
			message: `larger than ${LARGEST_JSON / 1024 / 1024} MB`,
			hint: "Write it as JSON Lines; an Inspect log as .eval (inspect log convert --to eval).",
			place: { file: source.name }
		});
	};
	if (source.byteLength > LARGEST_JSON) throw tooLarge();
	let text = "";
	for await (const piece of readText(source)) {
		text += piece;
		if (text.length > LARGEST_JSON) throw tooLarge();
	}
	return recognise(source.name, text);
}
function recognise(file, text) {
	let value;
	try {
		value = parseLooseJson(text);
	} catch {
		return {
			kind: "text",
			text
		};
	}
	const repeated = findRepeatedMember(text);
	if (repeated !== void 0) {
		const { reason, line, column } = repeated;
		throw new UserError({
			message: reason,
			place: {
				file,
				line,
				column
			}
		});
	}
	if (isInspectLog(value)) return {
		kind: "inspect",
		log: readInspectJson(file, value)
	};
	if (isPromptfooOutput(value)) return {
		kind: "promptfoo",
		results: readPromptfooOutput(file, value)
	};
	return {
		kind: "json",
		value
	};
}
async function openEvalArchive(source) {
	const archive = await openZip(source);
	const read = async (name) => {
		const text = new TextDecoder().decode(await archive.read(name));
		try {
			return parseLooseJson(text);
		} catch {
			throw new UserError({
				message: `${name}: not JSON`,
				place: { file: source.name }
			});
		}
	};
	return readInspectArchive(source.name, {
		names: archive.names,
		read
	});
}
/** Characters in one row; an unclosed quote would otherwise swallow the file. */
const LONGEST_ROW = 1e6;
const SEPARATORS = [
	",",
	";",
	"	",
	"|"
];
/** A line that spreadsheets write, and read, above the header: which sign parts the fields. */
const NAMED_SEPARATOR = /^\uFEFF?sep=(.)\r?\n/;
/** Characters within which a header ends. */
const LONGEST_HEADER = 65536;
/** Rows with the header's names. Numbers count rows, the header being 1. A row with more or fewer fields than the header is bad. */
async function* readCsv(source) {
	let header;
	let number = 0;
	for await (const cells of readRecords(source)) {
		number += 1;
		if (typeof cells === "string") {
			yield {
				kind: "bad",
				number,
				reason: cells,
				excerpt: ""
			};
			if (header === void 0) return;
			continue;
		}
		if (header === void 0) {
			header = cells.map((cell) => cell.trim());
			const twice = header.find((name, index) => header.indexOf(name) !== index);
			if (twice === void 0) continue;
			yield {
				kind: "bad",
				number,
				reason: `the header has the column "${twice}" twice`,
				excerpt: excerptOf(cells)
			};
			return;
		}
		if (cells.every((cell) => cell.trim() === "")) continue;
		if (cells.length === header.length && cells.every((cell, index) => cell.trim() === header[index])) {
			yield {
				kind: "bad",
				number,
				reason: "the header again: tables that were put one behind the other",
				excerpt: excerptOf(cells)
			};
			continue;
		}
		if (cells.length !== header.length) {
			const reason = `${cells.length} fields, but the header has ${header.length}`;
			yield {
				kind: "bad",
				number,
				reason,
				excerpt: excerptOf(cells)
			};
			continue;
		}
		const fields = Object.fromEntries(header.map((name, index) => [name, cells[index] === "" ? null : cells[index]]));
		yield {
			kind: "row",
			number,
			fields
		};
	}
}
/** Each record's cells, or what is wrong with it. */
async function* readRecords(source) {
	let state = "start";
	let cell = "";
	let cells = [];
	let length = 0;
	const endCell = () => {
		cells.push(cell);
		cell = "";
		state = "start";
	};
	const endRecord = () => {
		endCell();
		const record = length > LONGEST_ROW ? `longer than ${LONGEST_ROW} characters` : cells;
		[cells, length] = [[], 0];
		return record;
	};
	let separator;
	for await (const piece of withWholeHeader(readText(source))) {
		const named = separator === void 0 ? NAMED_SEPARATOR.exec(piece) : null;
		separator ??= named?.[1] ?? separatorOf(piece);
		for (const character of named === null ? piece : piece.slice(named[0].length)) {
			length += 1;
			const keep = length <= LONGEST_ROW;
			if (state === "quoted") {
				if (character === "\"") state = "quote-in-quoted";
				else if (keep) cell += character;
			} else if (character === separator) endCell();
			else if (character === "\n") {
				if (state === "plain" && cell.endsWith("\r")) cell = cell.slice(0, -1);
				yield endRecord();
			} else if (character === "\"" && state !== "plain") {
				if (state === "quote-in-quoted") cell += "\"";
				state = "quoted";
			} else if (!(character === "\r" && state === "quote-in-quoted")) {
				if (keep) cell += character;
				state = "plain";
			}
		}
	}
	if (state === "quoted") yield "a quote is opened and never closed";
	else if (length > 0) yield endRecord();
}
/** The pieces of a text, the first one long enough to hold the first line. */
async function* withWholeHeader(pieces) {
	let begin = "";
	let isBegun = false;
	for await (const piece of pieces) {
		if (isBegun) {
			yield piece;
			continue;
		}
		begin += piece;
		isBegun = begin.includes("\n") || begin.length > LONGEST_HEADER;
		if (isBegun) yield begin;
	}
	if (!isBegun) yield begin;
}
/** The sign that parts the first line most often, what is quoted aside; a comma where none does. */
function separatorOf(text) {
	const [header = ""] = text.split("\n", 1);
	const bare = header.replaceAll(/"[^"]*"/g, "");
	const counts = SEPARATORS.map((sign) => bare.split(sign).length);
	return SEPARATORS[counts.indexOf(Math.max(...counts))];
}
const ENDINGS = [
	[/\.(jsonl|ndjson)(\.gz)?$/i, "jsonl"],
	[/\.[ct]sv(\.gz)?$/i, "csv"],
	[/\.parquet$/i, "parquet"]
];
/** The format that a name's ending says; undefined where it says none of these. */
function tableFormat(name) {
	return ENDINGS.find(([ending]) => ending.test(name))?.[1];
}
/**
* All rows, one after another. `used` picks the columns that a Parquet file is read for; rows of text have all of theirs.
* @throws UserError for a file that cannot be read at all, or what `used` throws.
*/
function openTable(source, format, used) {
	return READERS[format](source, used);
}
const READERS = {
	jsonl: readJsonLines,
	csv: readCsv,
	parquet: readParquet
};
async function* readParquet(source, used) {
	const { openParquet } = await import("./open-parquet.js");
	const file = await openParquet(source);
	try {
		yield* file.rows(used(file.columns));
	} finally {
		await file.close();
	}
}
async function* readJsonLines(source) {
	for await (const { number, text, length } of readLines(source, MAX_LINE)) {
		if (text.trim() === "") continue;
		if (length > 1e6) {
			yield tooLong(number, text);
			continue;
		}
		const plain = parseUntrustedJson(text);
		const json = plain.status === "parsed" && !holdsLongInteger(plain.value, ID_DEPTH) ? plain : parseUntrustedJson(asPlainJson(text));
		if (json.status === "refused") yield {
			kind: "bad",
			number,
			reason: json.reason,
			excerpt: excerptOf(text)
		};
		else yield rowOf(json.value, number);
	}
}
/** Objects within which an id may stand: `doc.id`. */
const ID_DEPTH = 2;
/** Whether a number in it may have had more digits than it could keep. */
function holdsLongInteger(value, depth) {
	if (typeof value === "number") return Number.isInteger(value) && !Number.isSafeInteger(value);
	if (typeof value !== "object" || value === null || Array.isArray(value) || depth === 0) return false;
	return Object.values(value).some((inner) => holdsLongInteger(inner, depth - 1));
}
/** A line that is not kept whole. */
function tooLong(number, text) {
	return {
		kind: "bad",
		number,
		reason: `longer than ${MAX_LINE} characters`,
		excerpt: excerptOf(text)
	};
}
/** The study calls a scenario with at least this much "high disagreement". */
const HIGH_DISAGREEMENT = 1.5;
/**
* D: the population standard deviation of the 0-6 positions, the larger of the two values (Zhang et al. 2025). Undefined
* with fewer than two positions on either value. Example: value 1 at 0, 6, value 2 at 3, 3 -> 3.
*/
function disagreementOf(positions) {
	const first = positions.flatMap(({ value1 }) => value1 === null ? [] : [value1]);
	const second = positions.flatMap(({ value2 }) => value2 === null ? [] : [value2]);
	if (first.length < 2 || second.length < 2) return void 0;
	return Math.max(standardDeviation(first), standardDeviation(second));
}
/** D of all models (`all`) and of each provider with at least two of them, to four decimals. */
function disagreementsBySubset(scores) {
	const subsets = /* @__PURE__ */ new Map([["all", Object.values(scores)]]);
	for (const [model, positions] of Object.entries(scores)) {
		const provider = providerOf(model);
		if (provider !== void 0) subsets.set(provider, [...subsets.get(provider) ?? [], positions]);
	}
	const found = [...subsets].flatMap(([subset, positions]) => {
		const disagreement = disagreementOf(positions);
		return disagreement === void 0 ? [] : [[subset, Math.round(disagreement * 1e4) / 1e4]];
	});
	return Object.fromEntries(found);
}
const FAMILIES = [
	[/^claude/, "anthropic"],
	[/^(gpt|chatgpt|o\d)/, "openai"],
	[/^gemini/, "google"],
	[/^grok/, "xai"]
];
/** The provider of `provider/model`, or of a bare published name such as `claude_opus_4`; undefined where unknown. */
function providerOf(model) {
	const slash = model.indexOf("/");
	return slash > 0 ? model.slice(0, slash) : FAMILIES.find(([pattern]) => pattern.test(model))?.[1];
}
export { QUERY_MATERIAL as A, endingOf as B, helmItems as C, modelReader as D, membersOf as E, queryByEnding as F, nameOf as G, joinParts as H, studyId as I, DEFAULT_MAX_TOKENS as J, textOf as K, answerText as L, answeringModel as M, findColumn as N, parsePython as O, framingOf as P, isCutOff as R, rowOf as S, askedIn as T, countUsage as U, endingOfRouted as V, fieldOf as W, estimateTokens as Y, itemReader as _, openTable as a, bigintAsNumber as b, readCsv as c, describeUnread as d, isPromptfooResult as f, isOnePage as g, rowsOfFrame as h, providerOf as i, SCENARIO_COLUMNS as j, failureReader as k, isBesideLogs as l, parseLooseJson as m, disagreementOf as n, tableFormat as o, readPromptfooResults as p, tokensOf as q, disagreementsBySubset as r, tooLong as s, HIGH_DISAGREEMENT as t, openHarnessFile as u, itemsOfRows as v, helmState as w, excerptOf as x, itemsOfValue as y, messageText as z };
