import { At as require_dist, mt as describeDeepNesting } from "./bank-ask-check.js";
import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { _ as titleOf, k as DATA_HINT, y as slugify } from "./diff-bank-ask-check.js";
var import_dist = require_dist();
/** What names a rule, the likeliest first. */
const TITLES = ["title", "name"];
/**
* A rule as a map. With a `text` every other key is an attribute: a text, number or boolean, or a list of these (joined by commas).
* Without one, all that the map says but its id and title is the text. An id that is not given is made of the title.
*/
function draftEntry(reader, entry, standing) {
	const before = reader.problems.length;
	const values = /* @__PURE__ */ new Map();
	for (const { key, value } of entry.items) if ((0, import_dist.isScalar)(key) && typeof key.value === "string") values.set(key.value, value);
	else report(reader, startOf(key), "expected a name");
	const id = read(reader, values, "id");
	const title = TITLES.flatMap((name) => read(reader, values, name) ?? [])[0] ?? standing.named;
	const own = TITLES.find((name) => values.has(name));
	const rest = new Map([...values].filter(([name]) => name !== "id" && name !== own));
	const text = read(reader, rest, "text") ?? (rest.has("text") ? "" : writeRest(rest));
	const attributes = values.has("text") ? readAttributes(reader, rest) : {};
	if (text === void 0) report(reader, startOf(entry), values.size === 0 ? "a clause needs id and text" : "a clause needs text");
	if (id !== void 0 && /[\s\p{Cc}]/u.test(id)) report(reader, startOf(entry), `the id ${JSON.stringify(id)} has white space in it`);
	if (reader.problems.length > before || text === void 0) return void 0;
	return {
		...placeOf({
			title: title ?? id,
			text,
			explicitId: id
		}, standing),
		attributes,
		text: text.trim(),
		commentary: [],
		file: reader.file,
		lines: linesOf(reader, entry)
	};
}
/** A rule that is one text. */
function draftText(reader, scalar, { from = scalar, ...standing }) {
	const text = (typeof scalar.value === "string" ? scalar.value : scalar.toString()).trim();
	if (scalar.value === null) return [];
	if (text === "") return [];
	const { start } = linesOf(reader, from);
	return [{
		...placeOf({
			title: standing.named,
			text,
			explicitId: void 0
		}, standing),
		attributes: {},
		text,
		commentary: [],
		file: reader.file,
		lines: {
			start,
			end: linesOf(reader, scalar).end
		}
	}];
}
function placeOf({ title, text, explicitId }, { path }) {
	const shown = title ?? titleOf(text);
	return {
		title: shown,
		ancestors: path.map((heading) => heading.title),
		explicitId,
		derivedId: explicitId ?? [...path.map(({ slug }) => slug), slugify(shown)].join("/"),
		identity: explicitId === void 0 ? [...path.map((heading) => heading.title), title ?? text] : [explicitId],
		whenRepeated: explicitId === void 0 ? "number" : "refuse"
	};
}
/** A text (or, for an id, a number); undefined where there is none, and a problem where it is something else. */
function read(reader, values, name) {
	if (!values.has(name)) return void 0;
	const node = values.get(name);
	const value = (0, import_dist.isScalar)(node) ? node.value : void 0;
	if (typeof value === "string" && value.trim() !== "") return value;
	if (name === "id" && typeof value === "number") return String(value);
	report(reader, startOf(node), `${name}: expected a text that is not empty`);
}
/** All of it: a single text as it stands, more than that as YAML. */
function writeRest(rest) {
	const said = Object.fromEntries([...rest].map(([name, node]) => [name, node?.toJSON()]));
	const [only, ...more] = Object.values(said);
	if (only === void 0) return void 0;
	return more.length === 0 && typeof only === "string" ? only : (0, import_dist.stringify)(said, { lineWidth: 0 });
}
function readAttributes(reader, rest) {
	return Object.fromEntries([...rest].flatMap(([name, node]) => {
		if (name === "text") return [];
		const value = attributeOf(node);
		if (value !== void 0) return [[name, value]];
		report(reader, startOf(node), `${name}: expected a text, a number, a boolean or a list of them`);
		return [];
	}));
}
function attributeOf(node) {
	if ((0, import_dist.isSeq)(node)) {
		const parts = node.items.map(attributeOf);
		return parts.includes(void 0) ? void 0 : parts.join(",");
	}
	if (!(0, import_dist.isScalar)(node) || (0, import_dist.isMap)(node)) return void 0;
	const { value } = node;
	return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? `${value}` : void 0;
}
function linesOf({ counter }, node) {
	const [start, end] = node.range ?? [0, 0];
	return {
		start: counter.linePos(start).line,
		end: counter.linePos(Math.max(start, end - 1)).line
	};
}
function startOf(node) {
	return (typeof node === "object" && node !== null && "range" in node ? node.range : void 0)?.[0] ?? 0;
}
function report({ file, counter, problems }, offset, message, hint) {
	const { line, col } = counter.linePos(offset);
	const place = {
		file,
		line: Math.max(line, 1),
		column: Math.max(col, 1)
	};
	problems.push({
		message,
		...whereDefined({ hint }),
		place
	});
}
/** Names of what a document says of itself. A change there is told as text outside of clauses. */
const ABOUT_ITSELF = /^(?:name|title|document|version|schema|\$schema|date|created|updated|last_?updated|authors?|owners?|license|language|status)$/i;
/** Deeper than anybody writes rules. */
const DEEPEST = 16;
/** Comments, which are no part of any clause: whoever is given the file reads them. */
function commentsIn(text) {
	return [...new import_dist.Lexer().lex(text)].filter((lexeme) => lexeme.startsWith("#"));
}
function draftListed({ file, text }, problems) {
	const deep = describeDeepNesting(text);
	if (deep !== void 0) {
		problems.push({
			message: deep,
			place: { file }
		});
		return {
			drafts: [],
			outside: []
		};
	}
	const counter = new import_dist.LineCounter();
	const document = (0, import_dist.parseDocument)(text, {
		lineCounter: counter,
		prettyErrors: false
	});
	const reader = {
		file,
		counter,
		problems
	};
	const comment = /\.json$/i.test(file) ? findComment(text) : void 0;
	if (comment !== void 0) {
		report(reader, comment, "a comment: JSON has none", "take it out, or call the file .yml, where a comment begins with #");
		return {
			drafts: [],
			outside: []
		};
	}
	for (const { pos, code, message } of document.errors) report(reader, pos[0], code === "MULTIPLE_DOCS" ? "a second YAML document: put all rules into one" : message);
	(0, import_dist.visit)(document, { Alias: (_, alias) => report(reader, startOf(alias), `*${alias.source} stands for text elsewhere: write it out here`) });
	if (problems.length > 0) return {
		drafts: [],
		outside: []
	};
	const { drafts, outside } = draftRoot(reader, document.contents);
	return {
		drafts,
		outside: [...outside, ...commentsIn(text)]
	};
}
/** Where the first comment in the manner of JavaScript begins, outside of strings: YAML takes one before a value for a part of it. */
function findComment(text) {
	if (!/^\uFEFF?\s*[[{/]/.test(text)) return void 0;
	for (const { 0: found, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|\/[/*]/g)) if (!found.startsWith("\"")) return index;
}
function draftRoot(reader, root) {
	if (root === null || (0, import_dist.isScalar)(root) && root.value === null) return {
		drafts: [],
		outside: []
	};
	if ((0, import_dist.isSeq)(root)) return {
		drafts: draftItems(reader, root.items, []),
		outside: []
	};
	if (!(0, import_dist.isMap)(root)) {
		report(reader, root.range?.[0] ?? 0, "expected rules, and this is one text", DATA_HINT);
		return {
			drafts: [],
			outside: []
		};
	}
	const outside = [];
	return {
		drafts: draftPairs(reader, root.items.filter(({ key, value }) => {
			const isAside = isShort(value) || (0, import_dist.isScalar)(value) && (0, import_dist.isScalar)(key) && ABOUT_ITSELF.test(String(key.value));
			if (isAside) outside.push(`${String(key)}: ${String(value)}`);
			return !isAside;
		}), []),
		outside
	};
}
/** Each name with what stands below it: a text or rule of that name, or a heading over more of them. */
function draftPairs(reader, pairs, path) {
	return pairs.flatMap(({ key, value }) => {
		const name = (0, import_dist.isScalar)(key) ? String(key.value) : "";
		const heading = {
			title: name,
			slug: slugify(name)
		};
		if (path.length >= DEEPEST) {
			report(reader, startOf(key), `nested more than ${DEEPEST} levels deep`);
			return [];
		}
		if ((0, import_dist.isSeq)(value)) return draftItems(reader, value.items, [...path, heading]);
		if ((0, import_dist.isMap)(value)) {
			if (isRule(value)) return draftEntry(reader, value, {
				path,
				named: name
			}) ?? [];
			return draftPairs(reader, value.items, [...path, heading]);
		}
		return (0, import_dist.isScalar)(value) ? draftText(reader, value, {
			path,
			named: name,
			from: key
		}) : [];
	});
}
function draftItems(reader, items, path) {
	return items.flatMap((item) => {
		if ((0, import_dist.isMap)(item) && item.has("role") && item.has("content")) {
			report(reader, startOf(item), "a prompt in which nobody instructs: no message of system or developer");
			return [];
		}
		if ((0, import_dist.isMap)(item)) return draftEntry(reader, item, { path }) ?? [];
		if ((0, import_dist.isScalar)(item)) return draftText(reader, item, { path });
		report(reader, startOf(item), "expected a text, or {id, text}", DATA_HINT);
		return [];
	});
}
/** A map of one rule, as against one of names: it says what it is, and holds nothing but texts and lists of them. */
function isRule({ items }) {
	return items.some(({ key }) => (0, import_dist.isScalar)(key) && /^(?:id|text|description|rule|statement)$/.test(String(key.value))) && items.every(({ value }) => (0, import_dist.isScalar)(value) || (0, import_dist.isSeq)(value) && value.items.every(import_dist.isScalar));
}
/** A number, a date, a word: of a document's own names these are no rules. */
function isShort(node) {
	return (0, import_dist.isScalar)(node) && !/\S\s+\S/.test(String(node.value));
}
export { draftListed };
