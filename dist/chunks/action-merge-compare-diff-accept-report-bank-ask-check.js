/** The members that are not undefined. `{ a: 1, ...whereDefined({ b: undefined }) }` is `{ a: 1 }`. */
function whereDefined(members) {
	const defined = {};
	for (const name of Object.keys(members)) if (members[name] !== void 0) defined[name] = members[name];
	return defined;
}
const UNSEEN = /(?!\t|\n|\ufe0f)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
/** The text with every unseen character written as `\u{...}`; line ends become `\n`. Tabs and line feeds stay. */
function visibleText(text) {
	return text.replaceAll(/\r\n?/g, "\n").replaceAll(UNSEEN, (unseen) => `\\u{${unseen.codePointAt(0).toString(16)}}`);
}
/** `visibleText` on one line, white space collapsed, cut to `most` characters with an ellipsis. */
function visibleLine(text, most = 200) {
	return clip(visibleText(text.slice(0, most * 8)).replaceAll(/\s+/g, " ").trim(), most);
}
/** One line of at most `most` characters that keeps both ends: what tells paths and ids apart. */
function visibleId(id, most) {
	const points = Array.from(visibleLine(id, 1e3));
	if (points.length <= most) return points.join("");
	const end = Math.floor((most - 1) / 2);
	return `${points.slice(0, most - 1 - end).join("")}…${points.slice(-end).join("")}`;
}
/** At most `most` characters (code points), the last an ellipsis where something was cut. */
function clip(text, most) {
	if (text.length <= most) return text;
	const points = Array.from(text);
	return points.length <= most ? text : `${points.slice(0, most - 1).join("")}…`;
}
export { whereDefined as a, visibleText as i, visibleId as n, visibleLine as r, clip as t };
