import { t as UserError } from "./errors.js";
/** Characters in one line. A conversation of several hundred pages still fits. */
const MAX_LINE = 1e6;
const MAX_DEPTH = 32;
/** JSON.parse makes these *own* keys; a later naive merge would pollute prototypes. */
const FORBIDDEN_KEYS = /* @__PURE__ */ new Set([
	"__proto__",
	"constructor",
	"prototype"
]);
/** Parses one line of JSON; never throws. `column` counts from 1 and is there where the engine tells it. */
function parseUntrustedJson(line) {
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
	const reason = findHostileStructure(value, 1);
	return reason === void 0 ? {
		status: "parsed",
		value
	} : {
		status: "refused",
		reason
	};
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
	for (const [key, member] of Object.entries(value)) {
		if (FORBIDDEN_KEYS.has(key)) return `the key "${key}" is not allowed`;
		const inner = findHostileStructure(member, depth + 1);
		if (inner !== void 0) return inner;
	}
}
const CHUNK = 1 << 20;
/** The source's text in pieces of at most a mebibyte; a byte-order mark is dropped. @throws UserError if it is not UTF-8. */
async function* readText(source) {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	const decode = (bytes) => {
		try {
			return bytes === void 0 ? decoder.decode() : decoder.decode(bytes, { stream: true });
		} catch {
			throw new UserError({
				message: "not valid UTF-8",
				hint: "Save it as UTF-8.",
				place: { file: source.name }
			});
		}
	};
	if (source.unpacked !== void 0) {
		for await (const bytes of source.unpacked()) yield decode(bytes);
		yield decode();
		return;
	}
	for (let start = 0; start < source.byteLength; start += CHUNK) yield decode(await source.slice(start, Math.min(start + CHUNK, source.byteLength)));
	yield decode();
}
/** Lines ending in LF or CRLF. A line keeps at most `longest` characters in memory, however long it is. */
async function* readLines(source, longest) {
	let number = 1;
	let kept = "";
	let length = 0;
	const finish = () => {
		const text = kept.endsWith("\r") ? kept.slice(0, -1) : kept;
		return {
			number,
			text,
			length
		};
	};
	for await (const piece of readText(source)) {
		let start = 0;
		for (;;) {
			const end = piece.indexOf("\n", start);
			const part = piece.slice(start, end === -1 ? void 0 : end);
			length += part.length;
			if (kept.length <= longest) kept += part.slice(0, longest + 1 - kept.length);
			if (end === -1) break;
			yield finish();
			[number, kept, length, start] = [
				number + 1,
				"",
				0,
				end + 1
			];
		}
	}
	if (length > 0) yield finish();
}
export { parseUntrustedJson as a, findHostileStructure as i, readText as n, MAX_LINE as r, readLines as t };
