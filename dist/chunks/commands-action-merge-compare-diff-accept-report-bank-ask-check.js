import { hash } from "node:crypto";
/** Bad input or setup: carries every problem found, not only the first. The doors print it and exit with 3. */
var UserError = class extends Error {
	problems;
	constructor(problems) {
		const all = "message" in problems ? [problems] : problems;
		super(all.map(formatProblem).join("\n"));
		this.name = "UserError";
		this.problems = all;
	}
};
/** What `read` makes of each. @throws UserError with the problems of all that cannot be read, after those in `known`. */
function readEach(items, read, known = []) {
	const problems = [...known];
	const values = items.flatMap((item) => {
		try {
			return [read(item)];
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			problems.push(...error.problems);
			return [];
		}
	});
	if (problems.length > 0) throw new UserError(problems);
	return values;
}
/** For `catch` where what a user's mistake keeps from being read is left out: undefined for a `UserError`. @throws any other error. */
function leaveOutUnreadable(error) {
	if (error instanceof UserError) return void 0;
	throw error;
}
/** `file:line:column`, as far as it is known; an empty string without a place. */
function formatPlace(place) {
	if (place === void 0) return "";
	return [
		place.file,
		place.line,
		place.column
	].filter((part) => part !== void 0).join(":");
}
/** One problem as a person reads it: the place, what is wrong, and on a second line how to mend it. */
function formatProblem(problem) {
	const place = formatPlace(problem.place);
	const first = place === "" ? problem.message : `${place}  ${problem.message}`;
	return problem.hint === void 0 ? first : `${first}\n    ${problem.hint}`;
}
const RULES = new Intl.PluralRules("en");
/** The form alone: `pluralForm(1, 'is', 'are')` -> `is`. */
function pluralForm(value, one, other) {
	return RULES.select(value) === "one" ? one : other;
}
/** A share: 0.3125 -> `31 %`; below 10 % one decimal where it says something: 0.024 -> `2.4 %`. */
function percent(share) {
	return `${number(share * 100)} %`;
}
/** A change of shares in points, signed: 0.17 -> `+17`, -0.004 -> `−0.4`. */
function signedPoints(change) {
	return signed(change, number(Math.abs(change) * 100));
}
/** A change of shares in points without a plus: 0.05 -> `5`. */
function points(change) {
	return number(change * 100);
}
/** An interval of a change of shares in points: [0.08, 0.26] -> `8 to 26`. No change of shares is beyond 100. */
function pointsRange([low, high]) {
	const ends = [Math.max(-1, low), Math.min(1, high)];
	const [from, to] = ends.map((end) => points(end));
	if (from !== to || ends[0] === ends[1]) return `${from} to ${to}`;
	const [nearFrom, nearTo] = ends.map((end) => withSign(end, (100 * Math.abs(end)).toFixed(1)));
	return nearFrom === nearTo ? `${from} to ${to}` : `${nearFrom} to ${nearTo}`;
}
function withSign(value, shown) {
	return value < 0 && Number(shown) !== 0 ? `−${shown}` : shown;
}
/** A statistic: 1.0234 -> `1.02`. */
function decimal(value) {
	const rounded = Math.abs(value).toFixed(2);
	return value < 0 && rounded !== "0.00" ? `−${rounded}` : rounded;
}
/** A change of a statistic, signed: 0.291 -> `+0.29`. */
function signedDecimal(value) {
	return signed(value, Math.abs(value).toFixed(2));
}
/** A p value: 0.0021 -> `0.002`, 0.0000004 -> `< 0.001`. */
function pValue(p) {
	return p < .001 ? "< 0.001" : p.toFixed(p < .1 ? 3 : 2);
}
/** A p value for people who read none elsewhere: 0.0002 -> `chance alone would do this less than once in 1,000 times (p < 0.001)`. */
function byChance(p) {
	return `chance alone would do this ${p < .001 ? "less than once in 1,000 times" : p < .1 ? `about once in ${count(Number((1 / p).toPrecision(2)))} times` : `about ${count(p * 100)} times in 100`} (p ${pValue(p)})`;
}
/** A number that somebody set, as they would write it: 1.5 -> `1.5`. */
function asSet(value) {
	return String(value);
}
/** A whole number with thousands separators: 1152 -> `1,152`. */
function count(value) {
	return String(Math.round(value)).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}
/** Dollars: 1.9 -> `$1.90`, 0.004 -> `under $0.01`. */
function dollars(usd) {
	if (usd > 0 && usd < .01) return "under $0.01";
	const [whole, cents] = usd.toFixed(2).split(".");
	return `$${count(Number(whole))}.${cents}`;
}
/** `1 scenario`, `1,152 scenarios`. */
function plural(value, singular, many = `${singular}s`) {
	return `${count(value)} ${pluralForm(value, singular, many)}`;
}
function number(value) {
	const size = Math.abs(value);
	const digits = size < 9.95 ? size.toFixed(1).replace(/\.0$/, "") : size.toFixed(0);
	return value < 0 && digits !== "0" ? `−${digits}` : digits;
}
function signed(value, size) {
	return Number(size) === 0 ? "0" : `${value < 0 ? "−" : "+"}${size}`;
}
/**
* JSON with object keys in code-unit order and no white space, as RFC 8785 orders them.
* @throws TypeError for a number JSON cannot hold (NaN, Infinity).
*/
function canonicalJson(value) {
	if (typeof value === "number") {
		if (!Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`);
		return `${value}`;
	}
	if (value === null || typeof value !== "object") return JSON.stringify(value);
	let text = "";
	if (isArray(value)) {
		for (const item of value) text += text === "" ? canonicalJson(item) : `,${canonicalJson(item)}`;
		return `[${text}]`;
	}
	for (const key of sortedKeys(value)) {
		const member = value[key];
		if (member === void 0) continue;
		text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(member)}`;
	}
	return `{${text}}`;
}
/** SHA-256 of a text (UTF-8) or of bytes, in lower-case hex. */
function sha256(text) {
	return hash("sha256", text, "hex");
}
/** The first twelve bytes of a text's SHA-256 as twelve characters: for millions of keys that only this process looks at. */
function hashShort(text) {
	return hash("sha256", text, "buffer").toString("latin1", 0, 12);
}
/** SHA-256 of a value's canonical JSON, in lower-case hex. */
function hashJson(value) {
	return sha256(canonicalJson(value));
}
/** Most objects are written in order already. */
function sortedKeys(value) {
	const keys = Object.keys(value);
	for (let index = 1; index < keys.length; index += 1) if (keys[index] < keys[index - 1]) return keys.sort();
	return keys;
}
function isArray(value) {
	return Array.isArray(value);
}
export { readEach as S, pluralForm as _, asSet as a, formatProblem as b, decimal as c, percent as d, plural as f, signedPoints as g, signedDecimal as h, sha256 as i, dollars as l, pointsRange as m, hashJson as n, byChance as o, points as p, hashShort as r, count as s, canonicalJson as t, pValue as u, UserError as v, leaveOutUnreadable as x, formatPlace as y };
