import { t as clip } from "./visible-text.js";
/** Words of `text` in lines of at most `width` characters; a longer word has a line of its own. */
function wrapText(text, width) {
	const lines = [];
	let line = "";
	for (const word of text.split(" ")) if (line !== "" && line.length + 1 + word.length > width) {
		lines.push(line);
		line = word;
	} else line = line === "" ? word : `${line} ${word}`;
	return [...lines, line];
}
/** Rows as columns of equal width, two spaces apart; columns of numbers are set to the right. */
function alignColumns(rows, rightColumns = []) {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	return rows.map((row) => row.map((cell, column) => rightColumns.includes(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column])).join("  ").trimEnd());
}
/**
* Aligned rows in at most `width` characters: while they are wider, the columns named in `dispensable` go one by one; then
* lines are cut.
*/
function fitColumns(rows, { width, dispensable = [], right = [] }) {
	const lines = alignColumns(rows, right);
	if (lines.every((line) => line.length <= width)) return lines;
	const [gone, ...rest] = dispensable;
	if (gone === void 0) return lines.map((line) => clip(line, width));
	const left = (columns) => columns.filter((column) => column !== gone).map((column) => column > gone ? column - 1 : column);
	return fitColumns(rows.map((row) => row.filter((_, column) => column !== gone)), {
		width,
		dispensable: left(rest),
		right: left(right)
	});
}
export { wrapText as n, fitColumns as t };
