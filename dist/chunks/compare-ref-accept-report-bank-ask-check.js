/** Characters in one line. A conversation of several hundred pages still fits. */
const MAX_LINE = 1e6;
const MAX_DEPTH = 32;
/** JSON.parse makes these *own* keys; a later naive merge would pollute prototypes. */
const FORBIDDEN_KEYS = /* @__PURE__ */ new Set([
	"__proto__",
	"constructor",
	"prototype"
]);
/**
* Parses one line of JSON; never throws. `column` counts from 1 and is there where the engine tells it. An object's member
* `without` is left out before anything else is looked at.
*/
function parseUntrustedJson(line, without) {
	if (line.length > 1e6) return {
		status: "refused",
		reason: `the line has ${line.length} characters; the limit is ${MAX_LINE}`
	};
	let value;
	try {
		value = JSON.parse(line);
	} catch (error) {
		return refuseSyntax(line, error);
	}
	if (without !== void 0 && value !== null && typeof value === "object") Reflect.deleteProperty(value, without);
	const reason = findHostileStructure(value, 1);
	return reason === void 0 ? {
		status: "parsed",
		value
	} : {
		status: "refused",
		reason
	};
}
/** Strings, those that name a member with their colon, and brackets. */
const KEYS_AND_BRACKETS = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\]]/g;
/** Whether the outermost object of valid JSON names a member twice: of those, parsers keep the last without a word. */
function repeatsKey(json) {
	const seen = /* @__PURE__ */ new Set();
	let depth = 0;
	for (const [token, text, colon] of json.matchAll(KEYS_AND_BRACKETS)) {
		if (text === void 0) depth += token === "{" || token === "[" ? 1 : -1;
		if (text === void 0 || colon === void 0 || depth !== 1) continue;
		const key = JSON.parse(text);
		if (seen.has(key)) return true;
		seen.add(key);
	}
	return false;
}
function refuseSyntax(line, error) {
	const message = error instanceof Error ? error.message : String(error);
	const position = /at position (\d+)/.exec(message)?.[1] ?? (/end of JSON/.test(message) ? line.length : void 0);
	const reason = `not JSON: ${message.replace(/, (\.\.\.)?".*$/s, "").replace(/ (in JSON )?at position.*$/s, "")}`;
	return position === void 0 ? {
		status: "refused",
		reason
	} : {
		status: "refused",
		reason,
		column: Number(position) + 1
	};
}
/** The first forbidden key or too deep nesting, as a reason. */
function findHostileStructure(value, depth) {
	if (value === null || typeof value !== "object") return void 0;
	if (depth > MAX_DEPTH) return `nested more than ${MAX_DEPTH} levels deep`;
	if (Array.isArray(value)) {
		for (const member of value) {
			const inner = findHostileStructure(member, depth + 1);
			if (inner !== void 0) return inner;
		}
		return;
	}
	for (const key of Object.keys(value)) {
		if (FORBIDDEN_KEYS.has(key)) return `the key "${key}" is not allowed`;
		const inner = findHostileStructure(value[key], depth + 1);
		if (inner !== void 0) return inner;
	}
}
export { repeatsKey as i, findHostileStructure as n, parseUntrustedJson as r, MAX_LINE as t };
