import { i as visibleText, r as visibleLine, t as clip } from "./visible-text.js";
import { i as joinSentence } from "./sentence.js";
/** The most characters an id may take; longer ones are cut. */
const LONGEST_NAME = 120;
const BREAK = "​";
/**
* One line of text in a code span, where GitHub makes no mentions, references, links or emoji. A pipe would end a table
* cell even inside code, so it is shown as a broken bar.
*/
function codeSpan(text, most = LONGEST_NAME) {
	const line = visibleLine(text, most).replaceAll("|", "¦") || "(empty)";
	const fence = "`".repeat(longestRun(line) + 1);
	return longestRun(line) === 0 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}
/** Lines of text in a fenced block of its own, between blank lines. `most` cuts the text, in characters. */
function fencedBlock(text, most = 4e3) {
	const body = clip(visibleText(text), most);
	const fence = "`".repeat(Math.max(3, longestRun(body) + 1));
	return `\n${fence}text\n${body}\n${fence}\n`;
}
/**
* One line of untrusted text as plain text. Markdown is escaped; GitHub's own conversions, which run after Markdown and so
* see through escapes (mentions, #1, owner/repo@sha, bare links, :emoji:), are broken by a zero-width space of ours.
*/
function escapeText(text, most = 400) {
	return visibleLine(text, most).replaceAll(/[\\`*_{}[\]()<>#+\-.!|~&$^=:@/]/g, (mark) => `\\${mark}`).replaceAll(/\\[@#:/]/g, (escaped) => `${escaped}${BREAK}`).replaceAll(/www(?=\\\.)|gh(?=\\-)/gi, (word) => `${word}${BREAK}`).replaceAll(/[0-9a-f]{7,}/gi, (hex) => hex.replaceAll(/.{6}(?=.)/g, (six) => `${six}${BREAK}`));
}
/** A sentence: our words as they are, names as code spans. */
function markdownSentence(sentence) {
	return joinSentence(sentence, {
		words: (text) => text,
		name: (text) => codeSpan(text)
	});
}
function longestRun(text) {
	return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
export { markdownSentence as i, escapeText as n, fencedBlock as r, codeSpan as t };
