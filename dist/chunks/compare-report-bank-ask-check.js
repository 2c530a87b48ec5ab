import { t as breakCommands } from "./commands-action-compare-diff-report-bank-ask-check.js";
import { i as widthOf, n as padAfter, r as padBefore, t as clipToWidth } from "./compare-diff-report-bank-ask-check.js";
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
export { wrapText as a, wrapIndented as i, fitEntries as n, roomForSentences as r, fitColumns as t };
