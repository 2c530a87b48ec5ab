import { t as require_dist } from "./dist.js";
var import_dist = require_dist();
/** Comments, which are no part of any clause: whoever is given the file reads them. */
function commentsIn(text) {
	return [...new import_dist.Lexer().lex(text)].filter((lexeme) => lexeme.startsWith("#"));
}
/** Every other key is an attribute: a text, number or boolean, or a list of these (joined by commas). */
function draftListed({ file, text }, problems) {
	const counter = new import_dist.LineCounter();
	const reader = {
		file,
		counter,
		problems
	};
	const document = (0, import_dist.parseDocument)(text, {
		lineCounter: counter,
		prettyErrors: false
	});
	if (document.errors.length > 0) {
		for (const error of document.errors) report(reader, error.pos[0], error.message);
		return [];
	}
	const list = document.contents;
	if (list === null || (0, import_dist.isScalar)(list) && list.value === null) return [];
	if (!(0, import_dist.isSeq)(list)) {
		report(reader, list.range?.[0] ?? 0, "expected a list of {id, text}, or a prompt: messages of {role, content}");
		return [];
	}
	return list.items.flatMap((item) => {
		if ((0, import_dist.isMap)(item)) return draftEntry(reader, item) ?? [];
		report(reader, startOf(item), "expected {id, text}");
		return [];
	});
}
function draftEntry(reader, entry) {
	const before = reader.problems.length;
	const values = /* @__PURE__ */ new Map();
	for (const { key, value } of entry.items) {
		const name = (0, import_dist.isScalar)(key) && typeof key.value === "string" ? key.value : void 0;
		const text = name === "id" || name === "text" || name === "title" ? stringOf(value) : attributeOf(value);
		if (name === void 0) report(reader, startOf(key), "expected a name");
		else if (text === void 0) report(reader, startOf(value ?? key), `${name}: expected ${expectation(name)}`);
		else values.set(name, text);
	}
	const missing = ["id", "text"].filter((name) => !entry.has(name));
	if (missing.length > 0) report(reader, startOf(entry), `a clause needs ${missing.join(" and ")}`);
	if (reader.problems.length > before) return void 0;
	const { id = "", text = "", title = id, ...attributes } = Object.fromEntries(values);
	if (/[\s\p{Cc}]/u.test(id)) report(reader, startOf(entry), `the id ${JSON.stringify(id)} has white space in it`);
	return {
		explicitId: id,
		derivedId: id,
		identity: [id],
		whenRepeated: "refuse",
		title,
		ancestors: [],
		attributes,
		text: text.trim(),
		commentary: [],
		file: reader.file,
		lines: linesOf(reader, entry)
	};
}
function expectation(name) {
	if (name === "id" || name === "text" || name === "title") return "a text that is not empty";
	return "a text, a number, a boolean or a list of them";
}
function stringOf(node) {
	return (0, import_dist.isScalar)(node) && typeof node.value === "string" && node.value.trim() !== "" ? node.value : void 0;
}
function attributeOf(node) {
	if ((0, import_dist.isSeq)(node)) {
		const parts = node.items.map(attributeOf);
		return parts.includes(void 0) ? void 0 : parts.join(",");
	}
	if (!(0, import_dist.isScalar)(node)) return void 0;
	const { value } = node;
	return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? `${value}` : void 0;
}
function linesOf({ counter }, entry) {
	const [start, end] = entry.range ?? [0, 0];
	return {
		start: counter.linePos(start).line,
		end: counter.linePos(Math.max(start, end - 1)).line
	};
}
function startOf(node) {
	return (typeof node === "object" && node !== null && "range" in node ? node.range : void 0)?.[0] ?? 0;
}
function report({ file, counter, problems }, offset, message) {
	const { line, col } = counter.linePos(offset);
	problems.push({
		message,
		place: {
			file,
			line: Math.max(line, 1),
			column: Math.max(col, 1)
		}
	});
}
export { commentsIn, draftListed };
