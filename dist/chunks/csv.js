import { n as readText } from "./byte-source.js";
/** Characters of a rejected row that are kept. */
const EXCERPT = 500;
function excerptOf(value) {
	return (typeof value === "string" ? value : JSON.stringify(value, bigintAsNumber)).slice(0, EXCERPT);
}
/** A replacer for `JSON.stringify`: Parquet gives 64-bit integers as bigint. */
function bigintAsNumber(_key, value) {
	return typeof value === "bigint" ? Number(value) : value;
}
/** Characters in one row; an unclosed quote would otherwise swallow the file. */
const LONGEST_ROW = 1e6;
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
		if (cells.length === 1 && cells[0] === "") continue;
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
	for await (const piece of readText(source)) for (const character of piece) {
		length += 1;
		const keep = length <= LONGEST_ROW;
		if (state === "quoted") {
			if (character === "\"") state = "quote-in-quoted";
			else if (keep) cell += character;
		} else if (character === ",") endCell();
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
	if (state === "quoted") yield "a quote is opened and never closed";
	else if (length > 0) yield endRecord();
}
export { bigintAsNumber as n, excerptOf as r, readCsv as t };
