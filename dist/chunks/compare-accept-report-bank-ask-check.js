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
* Parses one line of JSON in which no object names a member twice; never throws. `column` counts from 1 and is there where the
* engine tells it. An object's member `without` is left out before its structure is looked at.
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
	if (reason !== void 0) return {
		status: "refused",
		reason
	};
	const repeated = findRepeatedMember(line);
	return repeated === void 0 ? {
		status: "parsed",
		value
	} : {
		status: "refused",
		reason: repeated.reason,
		column: repeated.column
	};
}
/** The first member of valid JSON that an object names a second time; undefined where none does. */
function findRepeatedMember(json) {
	const open = [];
	for (let at = 0; at < json.length; at += 1) {
		const character = json[at];
		if (character === "{") open.push(/* @__PURE__ */ new Set());
		else if (character === "}") open.pop();
		if (character !== "\"") continue;
		const end = endOfString(json, at);
		if (namesMember(json, end)) {
			const source = json.slice(at, end + 1);
			const key = source.includes("\\") ? JSON.parse(source) : source.slice(1, -1);
			const members = open.at(-1);
			if (members?.has(key) === true) return describeRepeated(key, json.slice(0, at));
			members?.add(key);
		}
		at = end;
	}
}
const LONGEST_SHOWN = 80;
function describeRepeated(key, before) {
	const lines = before.split("\n");
	const place = {
		line: lines.length,
		column: lines.at(-1).length + 1
	};
	return {
		reason: `the member "${key.slice(0, LONGEST_SHOWN)}" stands there twice`,
		...place
	};
}
/** The place of the closing quote of the JSON string that opens at `start`: one behind an even number of backslashes. */
function endOfString(json, start) {
	for (let end = json.indexOf("\"", start + 1); end !== -1; end = json.indexOf("\"", end + 1)) {
		let before = end - 1;
		while (json[before] === "\\") before -= 1;
		if ((end - before) % 2 === 1) return end;
	}
	return json.length;
}
/** Whether a colon follows the string that ends there. */
function namesMember(json, end) {
	let next = end + 1;
	while (json.charCodeAt(next) <= 32) next += 1;
	return json[next] === ":";
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
export { parseUntrustedJson as a, findRepeatedMember as i, endOfString as n, findHostileStructure as r, MAX_LINE as t };
