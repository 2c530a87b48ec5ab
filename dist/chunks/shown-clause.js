import { f as rendersAlike, g as withoutStruck, l as showTitle, m as trimBlank, p as showText, u as shownTitle } from "./block-clauses.js";
import { t as isGlobal } from "./clause.js";
/** Scripts written without spaces between words count letter by letter. */
const UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}";
/** One word, for `matchAll`. */
const WORD = new RegExp(`[A-Za-z0-9_]+(?![A-Za-z0-9_\\u0080-\\u{10FFFF}])|[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}_])+`, "gu");
const TOKEN = new RegExp(`${WORD.source}|\\s+|[^]`, "gu");
/** All of a text as words, runs of white space and single other characters. */
function tokenize(text) {
	return text.match(TOKEN) ?? [];
}
/** Of the words of a text, each as often as it stands there, the share that another text still has; 1 where there are none. */
function shareOfWordsKept(before, after) {
	const left = /* @__PURE__ */ new Map();
	for (const [word] of after.toLowerCase().matchAll(WORD)) left.set(word, (left.get(word) ?? 0) + 1);
	const words = [...before.toLowerCase().matchAll(WORD)];
	const kept = words.filter(([word]) => {
		const more = left.get(word) ?? 0;
		left.set(word, more - 1);
		return more > 0;
	});
	return words.length === 0 ? 1 : kept.length / words.length;
}
/** Shown under the id given: that of the base on both arms, so that another id alone changes nothing. */
function showClause(clause, id) {
	const authority = clause.attributes["authority"];
	return {
		id,
		title: shownTitle(clause.title),
		path: clause.ancestors.map(shownTitle),
		...authority !== void 0 && { authority: showText(authority).text },
		text: shownBody(clause)
	};
}
/**
* The text without what is struck out and an item's own number, which says only where the item stands. Spaces of the same width take its
* place, so that what is indented below it stays so.
*/
function shownBody({ text, kind }) {
	const shown = trimBlank(withoutStruck(showText(text).text).text);
	if (kind !== "item") return shown;
	return shown.replace(/^(\s*)(\d{1,3})([.)])/, (_, indent, number, sign) => {
		return `${indent}1${sign}${" ".repeat(number.length - 1)}`;
	});
}
/** Whether judges read the same in both, but for wrapping and the like; headings above and attributes aside. */
function readsTheSame(base, head) {
	if (base.title === head.title && base.text === head.text && base.kind === head.kind) return true;
	return shownTitle(base.title) === shownTitle(head.title) && rendersAlike(shownBody(base), shownBody(head));
}
/** The headings above as judges are shown them, as one text. */
function shownPathOf(clause) {
	return clause.ancestors.map(shownTitle).join(" › ");
}
/** Whether an attribute stands in a prompt, or decides which prompts the clause stands in. */
function isShownAttribute(name) {
	return name === "authority" || name === "scope";
}
function hiddenIn({ title, text }) {
	const [above, below] = [showTitle(title), showText(text)];
	return {
		comments: [...above.comments, ...below.comments],
		invisible: above.invisible + below.invisible,
		struck: withoutStruck(below.text).struck
	};
}
/** Whether judges read it with every scenario, linked or not. */
function isShownAlways(clause) {
	return isGlobal(clause) && clause.kind !== "grouping";
}
export { showClause as a, shareOfWordsKept as c, readsTheSame as i, tokenize as l, isShownAlways as n, shownPathOf as o, isShownAttribute as r, WORD as s, hiddenIn as t };
