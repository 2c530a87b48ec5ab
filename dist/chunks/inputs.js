import { t as whereDefined } from "./where-defined.js";
import { t as UserError } from "./errors.js";
import { t as parseShard } from "./shard.js";
import { posix } from "node:path";
const MODES = [
	"check",
	"seed",
	"nightly"
];
const COMMENT_RULES = [
	"always",
	"on-change",
	"on-failure",
	"never"
];
const STORES = [
	"cache",
	"branch",
	"none"
];
const BATCHES = [
	"off",
	"wait",
	"leave"
];
/**
* Reads the inputs as the runner passes them (`INPUT_MAX-CALLS`).
* @throws UserError naming each input whose value does not fit.
*/
function readInputs(env) {
	const problems = [];
	const text = (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() || void 0;
	function oneOf(name, allowed, fallback) {
		const value = text(name) ?? fallback;
		const found = allowed.find((option) => option === value);
		if (found === void 0) problems.push({ message: `input ${name}: expected ${allowed.join(", ")}, got "${value}"` });
		return found ?? fallback;
	}
	function numberOf(name, pattern, expected) {
		const value = text(name);
		if (value === void 0) return void 0;
		if (!pattern.test(value)) problems.push({ message: `input ${name}: expected ${expected}, got "${value}"` });
		return Number(value);
	}
	const workingDirectory = text("working-directory") ?? ".";
	if (posix.isAbsolute(workingDirectory) || posix.normalize(workingDirectory).startsWith("..")) problems.push({ message: `input working-directory: expected a folder below the workspace, got "${workingDirectory}"` });
	const [base, head] = [text("base"), text("head")];
	const githubToken = text("github-token");
	const maxCalls = numberOf("max-calls", /^\d{1,9}$/, "a whole number of calls");
	const maxUsd = numberOf("max-usd", /^\d{1,7}(\.\d{1,4})?$/, "US dollars, such as 12.50");
	const part = text("shard");
	const shard = part === void 0 ? void 0 : parseShard(part);
	if (part !== void 0 && shard === void 0) problems.push({ message: `input shard: expected a part of so many, such as 2/8, got "${part}"` });
	const inputs = {
		config: posix.join(workingDirectory, text("config") ?? "spec-gate.yml"),
		mode: oneOf("mode", MODES, "check"),
		comment: oneOf("comment", COMMENT_RULES, "on-change"),
		store: oneOf("store", STORES, "cache"),
		offline: oneOf("offline", ["true", "false"], "false") === "true",
		batch: oneOf("batch", BATCHES, "off"),
		outputDir: text("output-dir") ?? "spec-gate-report",
		...whereDefined({
			base,
			head,
			githubToken,
			shard,
			maxCalls,
			maxUsd
		})
	};
	if (problems.length > 0) throw new UserError(problems);
	return inputs;
}
export { readInputs as t };
