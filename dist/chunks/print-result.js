import { t as plainText } from "./action-stats-report-check.js";
function toJson(value) {
	return `${JSON.stringify(value, null, 2)}\n`;
}
function toText(lines) {
	return lines.map((line) => `${plainText(line)}\n`).join("");
}
export { toText as n, toJson as t };
