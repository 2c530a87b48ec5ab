import { hash } from "node:crypto";
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
export { sha256 as i, hashJson as n, hashShort as r, canonicalJson as t };
