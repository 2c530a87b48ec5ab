import { mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
/** Leaves a folder that is there as it is. @throws the system's error, with its code, where it cannot be made. */
function makeFolder(folder) {
	const missing = [];
	for (let path = resolve(folder); !isThere(path); path = dirname(path)) missing.unshift(path);
	if (missing.length === 0 && !isFolder(folder)) missing.push(folder);
	for (const path of missing) makeOne(path);
}
function makeOne(path) {
	try {
		mkdirSync(path);
	} catch (error) {
		if (error.code !== "EEXIST" || !isFolder(path)) throw error;
	}
}
function isThere(path) {
	return statSync(path, { throwIfNoEntry: false }) !== void 0;
}
function isFolder(path) {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
/**
* `stop` is a whole answer; `length` was cut off; `refusal` and `content_filter` are the model's or the provider's refusal
* to go on; `unfinished` is everything else that is no whole answer.
*/
const FINISHES = [
	"stop",
	"length",
	"refusal",
	"content_filter",
	"unfinished"
];
/** A call that gave no answer. Its message never holds a key, a header or a prompt. */
var CallError = class extends Error {
	kind;
	attempts;
	status;
	constructor(kind, message, details = {}) {
		super(message, { cause: details.cause });
		this.name = "CallError";
		this.kind = kind;
		this.attempts = details.attempts ?? 1;
		this.status = details.status;
	}
};
const NO_USAGE = {
	inputTokens: 0,
	cachedInputTokens: 0,
	cacheWriteTokens: 0,
	outputTokens: 0
};
export { makeFolder as i, FINISHES as n, NO_USAGE as r, CallError as t };
