import { t as isGlobal } from "./clause.js";
import { f as showTitle, h as showText, m as rendersAlike, p as shownTitle } from "./files.js";
/** Shown under the id given: that of the base on both arms, so that another id alone changes nothing. */
function showClause(clause, id) {
	const authority = clause.attributes["authority"];
	return {
		id,
		title: shownTitle(clause.title),
		path: clause.ancestors.map(shownTitle),
		...authority === void 0 ? {} : { authority: showText(authority).text },
		text: shownBody(clause)
	};
}
/** An item's own number says only where it stands. As wide as it was, so that what is indented below it still is. */
function shownBody({ text, kind }) {
	const shown = showText(text).text;
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
/** What a clause holds that judges are not shown: comments, and characters that show nothing. */
function hiddenIn({ title, text }) {
	const [above, below] = [showTitle(title), showText(text)];
	return {
		comments: [...above.comments, ...below.comments],
		invisible: above.invisible + below.invisible
	};
}
/** Whether judges read it with every scenario, linked or not. */
function isShownAlways(clause) {
	return isGlobal(clause) && clause.kind !== "grouping";
}
export { showClause as a, readsTheSame as i, isShownAlways as n, shownPathOf as o, isShownAttribute as r, hiddenIn as t };
