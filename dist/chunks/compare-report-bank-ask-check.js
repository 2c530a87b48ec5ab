import { v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { t as breakCommands } from "./commands-action-compare-diff-report-bank-ask-check.js";
import { i as widthOf, n as padAfter, r as padBefore, t as clipToWidth } from "./compare-diff-report-bank-ask-check.js";
import { isUtf8 } from "node:buffer";
const CHUNK = 1 << 20;
/**
* The source's bytes in pieces of at most a mebibyte; a compressed source is unpacked. @throws UserError for UTF-16: without a
* byte-order mark it may well be valid UTF-8, too, with a NUL behind every letter.
*/
async function* readPieces(source) {
	let isFirst = true;
	for await (const piece of piecesOf(source)) {
		if (isFirst && isUtf16(piece)) throw new UserError({
			message: "UTF-16, not UTF-8",
			hint: "Save it as UTF-8 (of a spreadsheet: \"CSV UTF-8\"), or turn it into that: iconv -f UTF-16 -t UTF-8.",
			place: { file: source.name }
		});
		isFirst = false;
		yield piece;
	}
}
/** By its byte-order mark, or by the NULs of a first letter that is ASCII, as every header, bracket and name is. */
function isUtf16([first, second, third, fourth]) {
	if (first === 255 && second === 254 || first === 254 && second === 255) return true;
	const isNul = [
		first,
		second,
		third,
		fourth
	].map((byte) => byte === 0);
	return isNul.join() === "false,true,false,true" || isNul.join() === "true,false,true,false";
}
async function* piecesOf(source) {
	if (source.unpacked !== void 0) {
		yield* source.unpacked();
		return;
	}
	for (let start = 0; start < source.byteLength; start += CHUNK) yield new Uint8Array(await source.slice(start, Math.min(start + CHUNK, source.byteLength)));
}
/** The source's text piece by piece; a byte-order mark is dropped. @throws UserError if it is not UTF-8. */
async function* readText(source) {
	const decode = createDecoder(source.name);
	for await (const bytes of readPieces(source)) yield decode(bytes);
	yield decode();
}
/** Decodes one piece after another; called without a piece, it ends the text. @throws UserError if it is not UTF-8. */
function createDecoder(file) {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	return (bytes) => {
		try {
			return bytes === void 0 ? decoder.decode() : decoder.decode(bytes, { stream: true });
		} catch {
			throw notUtf8({ file });
		}
	};
}
function notUtf8(place) {
	return new UserError({
		message: "not valid UTF-8",
		hint: "Save it as UTF-8.",
		place
	});
}
/**
* Lines ending in LF or CRLF; a byte-order mark is dropped. A line keeps at most about `longest` characters in memory, however
* long it is. @throws UserError with the line that is not UTF-8.
*/
async function* readLines(source, longest) {
	let number = 1;
	let offset = 0;
	let kept = [];
	let size = 0;
	const open = createLineDecoder(source.name, longest);
	const finish = () => {
		const bytes = kept.length === 1 ? kept[0] : Buffer.concat(kept);
		const line = {
			number,
			...open.finish(bytes, number),
			offset,
			bytes: size
		};
		[number, offset, kept, size] = [
			number + 1,
			offset + size + 1,
			[],
			0
		];
		return line;
	};
	const add = (part) => {
		size += part.length;
		if (open.isLong() || size > MOST_BYTES * (longest + 1)) {
			for (const piece of [...kept, part]) open.count(piece, number);
			kept = [];
		} else kept.push(part);
	};
	for await (const piece of readPieces(source)) {
		const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
		let start = 0;
		for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, start)) {
			add(bytes.subarray(start, end));
			yield finish();
			start = end + 1;
		}
		if (start < bytes.length) add(bytes.subarray(start));
	}
	if (size > 0) yield finish();
}
const LF = 10;
/** Bytes of a UTF-16 unit in UTF-8, at most. */
const MOST_BYTES = 3;
const BYTE_ORDER_MARK = "﻿";
/** Turns the bytes of one line after another into text, those of a line too long to keep only into its beginning and length. */
function createLineDecoder(file, longest) {
	let long;
	const decodeOr = (line, decode) => {
		try {
			return decode();
		} catch {
			throw notUtf8({
				file,
				line
			});
		}
	};
	return {
		isLong: () => long !== void 0,
		count(bytes, line) {
			long ??= {
				decoder: new TextDecoder("utf-8", {
					fatal: true,
					ignoreBOM: line > 1
				}),
				text: "",
				length: 0
			};
			const { decoder } = long;
			const text = decodeOr(line, () => decoder.decode(bytes, { stream: true }));
			long.length += text.length;
			if (long.text.length <= longest) long.text += text.slice(0, longest + 1 - long.text.length);
		},
		finish(bytes, line) {
			if (long === void 0) {
				if (!isUtf8(bytes)) throw notUtf8({
					file,
					line
				});
				const whole = bytes.toString("utf8");
				const text = line === 1 && whole.startsWith(BYTE_ORDER_MARK) ? whole.slice(1) : whole;
				return {
					text: cutLine(text, longest),
					length: text.length
				};
			}
			const { text, length, decoder } = long;
			decodeOr(line, () => decoder.decode());
			long = void 0;
			return {
				text: cutLine(text, longest),
				length
			};
		}
	};
}
function cutLine(text, longest) {
	const cut = text.length > longest ? text.slice(0, longest + 1) : text;
	return cut.endsWith("\r") ? cut.slice(0, -1) : cut;
}
/**
* Words of `text` in lines of at most `width` columns; a longer word has a line of its own. No line holds what a runner would take
* for a command.
*/
function wrapText(text, width) {
	const lines = [];
	let [line, used] = ["", 0];
	for (const word of text.split(" ")) {
		const wide = widthOf(word);
		if (line !== "" && used + 1 + wide > width) {
			lines.push(line);
			[line, used] = [word, wide];
		} else [line, used] = line === "" ? [word, wide] : [`${line} ${word}`, used + 1 + wide];
	}
	return [...lines, line].map(breakCommands);
}
/** Lines that may be indented: what does not fit in `width` columns goes on below the line's own beginning. */
function wrapIndented(lines, width) {
	return lines.flatMap((line) => {
		const text = line.trimStart();
		const indent = line.slice(0, line.length - text.length);
		return wrapText(text, width - indent.length).map((part) => `${indent}${part}`);
	});
}
/** Columns for sentences: those of a terminal; what is piped or logged keeps its lines, which a search finds whole. */
function roomForSentences({ isTerminal, columns }) {
	return isTerminal ? columns : Infinity;
}
/** Rows as columns of equal width, two spaces apart; columns of numbers are set to the right. */
function alignColumns(rows, rightColumns = []) {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ""))));
	return rows.map((row) => row.map((cell, column) => rightColumns.includes(column) ? padBefore(cell, widths[column]) : padAfter(cell, widths[column])).join("  ").trimEnd());
}
/**
* Aligned rows in at most `width` columns: while they are wider, the columns named in `dispensable` go one by one; then
* lines are cut.
*/
function fitColumns(rows, { width, dispensable = [], right = [] }) {
	const lines = alignColumns(withoutCommands(rows), right);
	if (lines.every((line) => widthOf(line) <= width)) return lines;
	const [gone, ...rest] = dispensable;
	if (gone === void 0) return lines.map((line) => clipToWidth(line, width));
	const left = (columns) => columns.filter((column) => column !== gone).map((column) => column > gone ? column - 1 : column);
	return fitColumns(rows.map((row) => row.filter((_, column) => column !== gone)), {
		width,
		dispensable: left(rest),
		right: left(right)
	});
}
/** Any cell may be the first of a line, where those before it are empty or give way. */
function withoutCommands(rows) {
	return rows.map((row) => row.map(breakCommands));
}
/** Before what stands below a name. */
const BELOW = "   ";
/**
* Rows of a name and what is said of it, aligned where all fit in `width` columns; else what is said stands below each name,
* whole. `dispensable` goes first, as with columns.
*/
function fitEntries(rows, { width, dispensable = [] }) {
	const all = withoutCommands(rows);
	const kept = [all, all.map((row) => row.filter((_, column) => !dispensable.includes(column)))];
	const aligned = kept.map((some) => alignColumns(some)).find((lines) => lines.every((one) => widthOf(one) <= width));
	if (aligned !== void 0) return aligned;
	return kept[all.every((row) => widthOf(row.slice(0, -1).join("  ")) <= width) ? 0 : 1].flatMap((row) => [clipToWidth(row.slice(0, -1).join("  "), width), ...wrapText(row.at(-1), width - 3).map((line) => `${BELOW}${line}`)]);
}
export { wrapText as a, wrapIndented as i, fitEntries as n, readLines as o, roomForSentences as r, readText as s, fitColumns as t };
