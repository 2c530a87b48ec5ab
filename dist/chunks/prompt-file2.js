import { nn as require_dist } from "./stats-check.js";
var import_dist = require_dist();
/** Whose messages tell a model how to behave; what users and assistants say is conversation. */
const INSTRUCTING = /* @__PURE__ */ new Set(["system", "developer"]);
/** Where a prompt of a single text is kept: promptfoo, LangChain, Prompty and most projects' own. */
const TEXT_KEYS = [
	"system",
	"system_prompt",
	"prompt",
	"template",
	"instructions"
];
/** Undefined for a file that is none: a list of clauses, or no YAML at all. */
function readPromptFile({ text }) {
	const counter = new import_dist.LineCounter();
	const document = (0, import_dist.parseDocument)(text, {
		lineCounter: counter,
		prettyErrors: false
	});
	if (document.errors.length > 0) return void 0;
	const root = document.contents;
	const { instructions, rest } = ((0, import_dist.isMap)(root) && root.has("messages") ? readMessages(root.get("messages")) : readMessages(root)) ?? readText(root) ?? {
		instructions: [],
		rest: []
	};
	if (instructions.length === 0) return void 0;
	let padded = "";
	let lastLine = 1;
	for (const scalar of instructions) {
		const [start, end] = scalar.range ?? [0, 0];
		const isBlock = scalar.type === import_dist.Scalar.BLOCK_LITERAL || scalar.type === import_dist.Scalar.BLOCK_FOLDED;
		const first = counter.linePos(start).line + (isBlock ? 1 : 0);
		padded += "\n".repeat(Math.max(padded === "" ? 0 : 2, first - padded.split("\n").length)) + textOf(scalar);
		lastLine = Math.max(lastLine, first, counter.linePos(Math.max(start, end - 1)).line);
	}
	return {
		written: `${instructions.map(textOf).join("\n\n")}\n`,
		padded,
		lastLine,
		rest
	};
}
function readMessages(node) {
	if (!(0, import_dist.isSeq)(node) || node.items.length === 0) return void 0;
	const messages = node.items.map((item) => (0, import_dist.isMap)(item) ? readMessage(item) : void 0);
	if (messages.some((message) => message === void 0)) return void 0;
	const known = messages.filter((message) => message !== void 0);
	return {
		instructions: known.flatMap(({ role, content }) => INSTRUCTING.has(role) ? [content] : []),
		rest: known.flatMap(({ role, content }) => INSTRUCTING.has(role) ? [] : [`${role}: ${textOf(content)}`])
	};
}
function readMessage(item) {
	const role = item.get("role");
	const content = item.get("content", true);
	return typeof role === "string" && isText(content) ? {
		role,
		content
	} : void 0;
}
function readText(node) {
	if (!(0, import_dist.isMap)(node) || node.items.some(({ value }) => holdsRules(value))) return void 0;
	const texts = TEXT_KEYS.map((key) => node.get(key, true)).filter(isText);
	return texts.length === 0 ? void 0 : {
		instructions: texts.slice(0, 1),
		rest: texts.slice(1).map(textOf)
	};
}
/** Sentences in a list, or under names: a prompt's own lists are names of variables and the like. */
function holdsRules(node) {
	return ((0, import_dist.isSeq)(node) ? node.items : (0, import_dist.isMap)(node) ? node.items.map(({ value }) => value) : []).some((value) => (0, import_dist.isScalar)(value) && /\S\s+\S+\s+\S/.test(String(value.value)));
}
function isText(node) {
	return (0, import_dist.isScalar)(node) && typeof node.value === "string" && node.value.trim() !== "";
}
function textOf({ value }) {
	return value.replace(/\n+$/, "");
}
export { readPromptFile as t };
