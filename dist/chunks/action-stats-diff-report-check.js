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
/** Does the work where its result is not at hand. */
function createRecent(max) {
	const kept = createKept(max);
	return (key, work) => kept.take(key) ?? kept.put(key, work());
}
/** The same for slow work. What is under way is waited for, not done twice; what fails is done again. */
function createRecentAsync({ max, keeps = () => true }) {
	const kept = createKept(max);
	return async (key, work) => {
		const result = kept.take(key) ?? kept.put(key, work());
		try {
			const value = await result;
			if (!keeps(value)) kept.drop(key, result);
			return value;
		} catch (error) {
			kept.drop(key, result);
			throw error;
		}
	};
}
function createKept(max) {
	const kept = /* @__PURE__ */ new Map();
	const put = (key, result) => {
		kept.set(key, result);
		const [oldest] = kept.keys();
		if (kept.size > max && oldest !== void 0) kept.delete(oldest);
		return result;
	};
	return {
		take: (key) => {
			const known = kept.get(key);
			if (known === void 0) return void 0;
			kept.delete(key);
			return put(key, known);
		},
		put,
		drop: (key, result) => {
			if (kept.get(key) === result) kept.delete(key);
		}
	};
}
export { visibleLine as a, visibleId as i, createRecentAsync as n, visibleText as o, clip as r, whereDefined as s, createRecent as t };
