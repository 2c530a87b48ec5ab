import { createHash } from "node:crypto";
/**
* JSON with object keys in code-unit order and no white space, as RFC 8785 orders them.
* @throws TypeError for a number JSON cannot hold (NaN, Infinity).
*/
function canonicalJson(value) {
	if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`);
	if (value === null || typeof value !== "object") return JSON.stringify(value);
	if (isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(",")}]`;
	return `{${Object.keys(value).sort().flatMap((key) => {
		const member = value[key];
		return member === void 0 ? [] : [`${JSON.stringify(key)}:${canonicalJson(member)}`];
	}).join(",")}}`;
}
/** SHA-256 of a text (UTF-8), in lower-case hex. */
function sha256(text) {
	return createHash("sha256").update(text, "utf8").digest("hex");
}
/** SHA-256 of a value's canonical JSON, in lower-case hex. */
function hashJson(value) {
	return sha256(canonicalJson(value));
}
function isArray(value) {
	return Array.isArray(value);
}
export { hashJson as n, sha256 as r, canonicalJson as t };
