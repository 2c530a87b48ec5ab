import { r as parseUntrustedJson, t as MAX_LINE } from "./untrusted-json.js";
import { t as readLines } from "./byte-source.js";
import { r as excerptOf, t as readCsv } from "./csv.js";
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
		"behavior"
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
const QUERY_MATERIAL = [{
	query: "instruction",
	material: "input",
	stands: "after"
}, {
	query: "behavior",
	material: "contextstring",
	stands: "before"
}];
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
/** A parsed value as a row; it is bad where it is no object. */
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
/** A line that is not kept whole. */
function tooLong(number, text) {
	return {
		kind: "bad",
		number,
		reason: `longer than ${MAX_LINE} characters`,
		excerpt: excerptOf(text)
	};
}
export { QUERY_MATERIAL as a, findColumn as c, studyId as d, tooLong as i, framingOf as l, tableFormat as n, SCENARIO_COLUMNS as o, toRow as r, answeringModel as s, openTable as t, queryByEnding as u };
