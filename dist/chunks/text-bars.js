const EIGHTHS = [
	"",
	"▏",
	"▎",
	"▍",
	"▌",
	"▋",
	"▊",
	"▉"
];
const HEIGHTS = [
	"▁",
	"▂",
	"▃",
	"▄",
	"▅",
	"▆",
	"▇",
	"█"
];
/** `value` of `most` as a bar of at most `width` characters, to an eighth of one; never empty above 0. */
function textBar(value, most, width) {
	if (value <= 0 || most <= 0) return "";
	const eighths = Math.max(1, Math.round(value / most * width * 8));
	return "█".repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
}
/** One character a number, by its height; `·` for none. Example: [0, 1, 4, 8] -> `·▁▄█`. */
function textStrip(values) {
	const most = Math.max(...values, 1);
	return values.map((value) => value <= 0 ? "·" : HEIGHTS[Math.ceil(value / most * 8) - 1]).join("");
}
/** Values on a scale from 0 to `most` (at least their largest); a gap is a space. `sparkline([0, 0.5, 1])` is `▁▅█`. */
function sparkline(values, most = 0) {
	const top = Math.max(most, ...values.map((value) => value ?? 0));
	return values.map((value) => {
		if (value === null) return " ";
		return HEIGHTS[top === 0 ? 0 : Math.round(value / top * (HEIGHTS.length - 1))];
	}).join("");
}
export { textBar as n, textStrip as r, sparkline as t };
