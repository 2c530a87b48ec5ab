const RULES = {
	left: ":--",
	right: "--:",
	centre: ":-:"
};
function markdownRow(cells) {
	return `| ${cells.join(" | ")} |\n`;
}
/** The heads of the columns, and the line under them. */
function markdownHead(columns) {
	return `${markdownRow(columns.map(([head]) => head))}|${columns.map(([, alignment]) => `${RULES[alignment]}|`).join("")}\n`;
}
export { markdownRow as n, markdownHead as t };
