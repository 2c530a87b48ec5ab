import { i as widthOf, n as padAfter, r as padBefore, t as clipToWidth } from "./text-width.js";
/**
* Words of `text` in lines of at most `width` columns; a longer word has a line of its own. No line begins with `::`, which
* a runner would take for a command.
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
	return [...lines, line].map((one) => one.replace(/^::/, ":\\:"));
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
	const lines = alignColumns(rows, right);
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
export { wrapText as n, fitColumns as t };
