import { t as breakCommands } from "./commands-action-compare-diff-report-bank-ask-check.js";
/** Longest text written at once, in UTF-16 code units. */
const LOG_LIMIT = 2e4;
const ESCAPES = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[ -/]*[0-~]?/g;
const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
const INVISIBLE = /[\0-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/**
* Text without anything a terminal or a runner would obey: escape sequences, control and bidirectional characters are
* dropped, every kind of line end becomes `\n`, and the openings of workflow commands are broken, `::` wherever it stands.
*/
function stripCommands(text) {
	const plain = text.replaceAll(ESCAPES, "").replaceAll(LINE_ENDS, "\n").replaceAll(INVISIBLE, "");
	return breakCommands(plain).replaceAll(/:(?=:)/g, ":\\");
}
/** What `safeLog` writes: `stripCommands`, every line behind `| `, cut at `limit` code units with a count of the rest. */
function quoteForLog(text, limit = LOG_LIMIT) {
	const clean = stripCommands(text);
	const shown = clean.length <= limit ? clean : clean.slice(0, isHighSurrogate(clean, limit - 1) ? limit - 1 : limit);
	const rest = clean.length - shown.length;
	return (rest === 0 ? shown : `${shown}\n(${rest} more characters)`).split("\n").map((line) => `| ${line}\n`).join("");
}
/** Writes untrusted text to standard output so that it can only be read. */
function safeLog(text) {
	process.stdout.write(quoteForLog(text));
}
function isHighSurrogate(text, index) {
	const unit = text.charCodeAt(index);
	return unit >= 55296 && unit <= 56319;
}
export { stripCommands as n, safeLog as t };
