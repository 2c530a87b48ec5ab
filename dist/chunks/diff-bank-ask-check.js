import { o as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { i as sha256, n as hashJson, v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { a as gitArguments, c as orFetching, h as explainGit, i as checkOid, l as runGit, o as gitEnvironment, p as GitError, r as LIMITS, t as createConcurrency, u as splitRecords } from "./action-diff-bank-ask-check.js";
import { t as replaceInvisible } from "./schema-diff-accept-report-bank-ask-check.js";
import { a as nearestName } from "./compare-diff-report-bank-ask-check.js";
import { n as openFile, t as openAgain } from "./compare-diff-bank-ask-check.js";
import { n as createRecentAsync } from "./merge-diff-report-bank-ask-check.js";
import { a as parseMarkdown, c as findComments, i as hasSureComments, l as withoutComments, o as treeKey, r as findNodes, s as cutRanges } from "./diff-report-bank-ask-check.js";
import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { lstat, open, realpath } from "node:fs/promises";
import { spawn } from "node:child_process";
import * as nativeFs from "fs";
import { readdir as readdir$1, readdirSync as readdirSync$1, realpath as realpath$1, realpathSync as realpathSync$1, stat as stat$1, statSync as statSync$1 } from "fs";
import { basename as basename$1, dirname as dirname$1, isAbsolute as isAbsolute$1, normalize, posix as posix$1, relative as relative$1, resolve as resolve$1, sep as sep$1 } from "path";
import { fileURLToPath } from "url";
import { createRequire } from "module";
function measureIndent(line) {
	let columns = 0;
	let offset = 0;
	for (; offset < line.length; offset += 1) {
		const char = line[offset];
		if (char === " ") columns += 1;
		else if (char === "	") columns += 4 - columns % 4;
		else break;
	}
	return {
		columns,
		offset
	};
}
/** `## Title ##` as level and raw title (a `{#id}` suffix is still in it). */
function parseAtxHeading(rest) {
	const level = countRun(rest, "#", 0);
	if (level === 0 || level > 6) return void 0;
	const after = rest[level];
	if (after !== void 0 && after !== " " && after !== "	") return void 0;
	return {
		level,
		title: dropClosing(rest.slice(level).trim())
	};
}
/** `Title ##` without the closing signs; `C#` keeps its own. */
function dropClosing(title) {
	let end = title.length;
	while (end > 0 && title[end - 1] === "#") end -= 1;
	return end === 0 || title[end - 1] === " " || title[end - 1] === "	" ? title.slice(0, end).trimEnd() : title;
}
/** 1 for a line of `=`, 2 for a line of `-`. */
function setextLevel(rest) {
	const trimmed = rest.trimEnd();
	const char = trimmed[0];
	if (char !== "=" && char !== "-" || countRun(trimmed, char, 0) !== trimmed.length) return void 0;
	return char === "=" ? 1 : 2;
}
function parseFence(rest) {
	const char = rest[0];
	if (char !== "`" && char !== "~") return void 0;
	const length = countRun(rest, char, 0);
	if (length < 3) return void 0;
	const info = rest.slice(length).trim();
	return char === "`" && info.includes("`") ? void 0 : {
		char,
		length,
		info
	};
}
function closesFence(rest, open) {
	const length = countRun(rest, open.char, 0);
	return length >= open.length && rest.slice(length).trim() === "";
}
function isThematicBreak(rest) {
	const char = rest[0];
	if (char !== "*" && char !== "-" && char !== "_") return false;
	let count = 0;
	for (const other of rest) if (other === char) count += 1;
	else if (other !== " " && other !== "	") return false;
	return count >= 3;
}
function parseListMarker(rest) {
	const found = /^(?:[-*+]|(\d{1,9})[.)])(?=[ \t]|$)/.exec(rest);
	if (found === null) return void 0;
	const markerWidth = found[0].length;
	const after = rest.slice(markerWidth);
	const { columns, offset } = measureIndent(after);
	const content = after.slice(offset);
	return {
		width: markerWidth + (content === "" || columns > 4 ? 1 : columns),
		content,
		ordinal: found[1] === void 0 ? void 0 : Number(found[1])
	};
}
/** The text that ends a raw HTML block (comment, script, CDATA...) starting here: inside it nothing is Markdown. */
function rawHtmlEnd(rest) {
	if (rest[0] !== "<") return void 0;
	if (rest.startsWith("<!--")) return ["-->"];
	if (rest.startsWith("<?")) return ["?>"];
	if (rest.startsWith("<![CDATA[")) return ["]]>"];
	if (/^<![A-Za-z]/.test(rest)) return [">"];
	return /^<(?:script|pre|style|textarea)(?=[\s>]|$)/i.test(rest) ? [
		"<\/script>",
		"</pre>",
		"</style>",
		"</textarea>"
	] : void 0;
}
/**
* Whether a line inside a quote or list item leaves a paragraph open, which the next line may continue without the
* marker (CommonMark: lazy continuation).
*/
function leavesParagraphOpen(rest) {
	const inner = rest.replace(/^[> \t]+/, "");
	return inner !== "" && parseAtxHeading(inner) === void 0 && parseFence(inner) === void 0 && !isThematicBreak(inner) && parseListMarker(inner)?.content !== "";
}
function countRun(text, char, from) {
	let end = from;
	while (text[end] === char) end += 1;
	return end - from;
}
/** How prompts of coding agents show an edit: the same marks, around what to look for and what to put there. */
const EDIT_BLOCK = /^<{7} (?:SEARCH|ORIGINAL)\s*$/;
/**
* The line (from 1) at which the first unresolved conflict begins, or undefined. The three marks in their order make one; in
* fenced code they may be an example.
*/
function findConflict(text) {
	let fence;
	let begun;
	let isParted = false;
	for (const [index, line] of text.split("\n").entries()) {
		if (fence !== void 0) {
			if (closesFence(line, fence)) fence = void 0;
			continue;
		}
		if (EDIT_BLOCK.test(line)) begun = void 0;
		else if (line.startsWith("<<<<<<< ")) [begun, isParted] = [index + 1, false];
		else if (line === "=======") isParted = begun !== void 0;
		else if (isParted && line.startsWith(">>>>>>> ")) return begun;
		else fence = parseFence(line);
	}
}
const DATA_HINT = "rules are a list of {id, text} or of texts, names with either below them, or a prompt: messages of {role, content}";
/**
* Gives every draft its id: the explicit one, else the derived one; a derived id that another clause holds gets a piece
* of the hash of its identity, so that it does not depend on how many others there are.
*/
function assignIds(drafts, problems) {
	const holders = /* @__PURE__ */ new Map();
	for (const draft of drafts) {
		if (draft.explicitId === void 0) continue;
		const holder = holders.get(draft.explicitId);
		if (holder === void 0) holders.set(draft.explicitId, draft);
		else problems.push(sameId(draft, holder));
	}
	const register = {
		holders,
		seen: /* @__PURE__ */ new Map(),
		problems,
		repeated: []
	};
	return {
		clauses: drafts.map((draft) => {
			const { title, ancestors, attributes, text, commentary, file, lines, kind } = draft;
			return {
				id: draft.explicitId ?? deriveId(draft, register),
				title,
				ancestors,
				attributes,
				text,
				commentary,
				file,
				lines,
				...kind && { kind }
			};
		}),
		repeated: register.repeated
	};
}
function deriveId(draft, { holders, seen, problems, repeated }) {
	const hash = hashJson(draft.identity);
	const { first, count } = seen.get(hash) ?? {
		first: draft,
		count: 0
	};
	seen.set(hash, {
		first,
		count: count + 1
	});
	const holder = holders.get(draft.derivedId);
	const twin = count > 0 ? first : holder !== void 0 && hashJson(holder.identity) === hash ? holder : void 0;
	if (draft.whenRepeated === "refuse" && twin !== void 0) {
		problems.push(sameId(draft, twin));
		return draft.derivedId;
	}
	const wanted = count === 0 ? draft.derivedId : `${draft.derivedId}-${count + 1}`;
	const id = [wanted, `${wanted}-${hash.slice(0, 6)}`].find((candidate) => !holders.has(candidate)) ?? `${wanted}-${hash}`;
	holders.set(id, draft);
	if (draft.whenRepeated === "note" && count > 0) repeated.push({
		id,
		first: {
			file: first.file,
			line: first.lines.start
		}
	});
	return id;
}
function sameId(draft, holder) {
	return {
		message: `the id ${draft.explicitId ?? draft.derivedId} is taken: ${showPlace(holder)} has it`,
		hint: "give every clause an id of its own",
		place: placeOf(draft)
	};
}
function placeOf(draft) {
	return {
		file: draft.file,
		line: draft.lines.start,
		column: 1
	};
}
function showPlace(draft) {
	return `${draft.file}:${draft.lines.start}`;
}
/** Written for readers: paragraphs are parted by blank lines in all of them. */
const DOCUMENTS = [
	[/\.(?:adoc|asciidoc|asc)$/i, "AsciiDoc"],
	[/\.(?:rst|rest)$/i, "reStructuredText"],
	[/\.org$/i, "Org"],
	[/\.x?html?$/i, "HTML"],
	[/\.(?:tex|latex)$/i, "LaTeX"]
];
/** Written for programs: their lines mean nothing to a reader of Markdown. */
const DATA = [
	[/\.toml$/i, "TOML"],
	[/\.(?:jsonl|ndjson)$/i, "JSON Lines"],
	[/\.(?:jsonc|json5|hjson)$/i, "JSON with comments"],
	[/\.(?:ini|cfg|conf|properties|env)$/i, "a file of settings"],
	[/\.(?:csv|tsv)$/i, "a table"],
	[/\.ipynb$/i, "a notebook"]
];
/** Programs that hold a prompt: its rules would stand among clauses made of code, whose comments look like headings. */
const PROGRAM = /\.(?:pyi?|[cm]?[jt]sx?|go|rs|rb|java|kts?|scala|swift|cs|fs|c|cc|cpp|h|hpp|m|php|pl|lua|r|jl|dart|exs?|clj|hs|vue|svelte|sh|bash|zsh|ps1|sql)$/i;
/** What keeps a file from being read in this mode; none for Markdown, plain text and whatever else has no format of its own. */
function describeForeign({ file }, mode) {
	const named = (formats) => formats.find(([ending]) => ending.test(file))?.[1];
	const place = {
		file,
		line: 1,
		column: 1
	};
	const data = named(DATA);
	if (data !== void 0) return [{
		message: `${data} is not read as a spec`,
		hint: "write its rules as YAML or JSON, or as Markdown",
		place
	}];
	if (PROGRAM.test(file)) return [{
		message: "the source of a program is not read as a spec: its code would be clauses, too",
		hint: "keep the prompt in a file of its own that the program reads, such as prompts/system.md, and name that",
		place
	}];
	const document = mode === "headings" ? named(DOCUMENTS) : void 0;
	if (document === void 0) return [];
	return [{
		message: `the headings of ${document} are none in Markdown`,
		hint: "convert it to Markdown (pandoc does), or set clauses: paragraphs, where each paragraph is a clause",
		place
	}];
}
/** Leaves out the lines that match a pattern whole, white space around them aside; `*` stands for any text. */
function leaveOut(files, patterns) {
	if (patterns.length === 0) return {
		kept: files,
		ignored: []
	};
	const ignored = [];
	return {
		kept: files.map(({ file, text }) => {
			return {
				file,
				text: text.split("\n").map((line) => {
					if (!patterns.some((pattern) => matches(line.trim(), pattern))) return line;
					ignored.push(line.trim());
					return "";
				}).join("\n")
			};
		}),
		ignored
	};
}
/** Without regular expressions, so that no pattern takes long on any line. */
function matches(line, pattern) {
	const [first = "", ...rest] = pattern.trim().split("*");
	const last = rest.pop();
	if (last === void 0) return line === first;
	if (!line.startsWith(first) || line.length < first.length + last.length || !line.endsWith(last)) return false;
	const end = line.length - last.length;
	let from = first.length;
	for (const part of rest) {
		const found = line.indexOf(part, from);
		if (found < 0 || found + part.length > end) return false;
		from = found + part.length;
	}
	return true;
}
function createState() {
	return {
		blocks: [],
		commentary: [],
		fence: void 0,
		raw: void 0,
		list: 0,
		emptyItem: false,
		nestedFence: false,
		lazy: false,
		paragraph: 0,
		tag: false,
		gap: true,
		admonition: void 0
	};
}
/** The line is outside every list and quote, and no paragraph goes on. */
function leaveContainers(state) {
	Object.assign(state, {
		list: 0,
		nestedFence: false,
		lazy: false,
		paragraph: 0,
		tag: false
	});
}
function start(state, kind, number) {
	state.blocks.push({
		kind,
		start: number,
		end: number,
		joined: !state.gap
	});
}
function extend(state, kind, number) {
	const last = state.blocks.at(-1);
	if (last === void 0) return start(state, kind, number);
	last.end = number;
}
/** Goes on with a block of this kind where no blank line parts them. */
function extendOrStart(state, kind, number) {
	if (!state.gap && state.blocks.at(-1)?.kind === kind) extend(state, kind, number);
	else start(state, kind, number);
}
/** Scans the lines of one file (split at `\n`, without byte-order mark). Line numbers count from 1. */
function scanBlocks(lines) {
	const state = createState();
	const body = frontMatterEnd(lines);
	if (body > 0) state.blocks.push({
		kind: "frontMatter",
		start: 1,
		end: body,
		joined: false
	});
	for (let index = body; index < lines.length; index += 1) scanLine(state, lines, index + 1);
	return {
		blocks: state.blocks,
		commentary: state.commentary,
		unclosed: findUnclosed(state, lines)
	};
}
/** How front matter begins, the line below that shows that it is some, and how it ends: YAML's and TOML's. */
const FRONT_MATTER = [{
	fence: "---",
	below: /^[A-Za-z_][\w-]*:(?:\s|$)/,
	end: /^(?:---|\.\.\.)\s*$/
}, {
	fence: "+++",
	below: /^(?:[A-Za-z_"'][\w."'-]*\s*=|\[)/,
	end: /^\+\+\+\s*$/
}];
/** Number of lines of front matter. Only a name right after the first fence counts, so that a rule hides nothing. */
function frontMatterEnd(lines) {
	const kind = FRONT_MATTER.find(({ fence, below }) => lines[0]?.trimEnd() === fence && below.test(lines[1] ?? ""));
	return kind === void 0 ? 0 : lines.findIndex((line, index) => index > 0 && kind.end.test(line)) + 1;
}
function scanLine(state, lines, number) {
	const line = lines[number - 1];
	const { columns, offset } = measureIndent(line);
	const rest = line.slice(offset);
	if (state.fence !== void 0) {
		extend(state, "prose", number);
		if (columns < 4 && closesFence(rest, state.fence)) state.fence = void 0;
		return;
	}
	if (state.raw !== void 0) {
		if (showsText(`<!--${line}`)) start(state, "prose", number);
		else extend(state, "comment", number);
		if (state.raw.ends.some((end) => line.toLowerCase().includes(end))) state.raw = void 0;
		return;
	}
	if (rest.trim() === "") {
		if (state.emptyItem) state.list = 0;
		Object.assign(state, {
			gap: true,
			lazy: false,
			paragraph: 0,
			tag: false,
			emptyItem: false
		});
		return;
	}
	scanText(state, {
		lines,
		number,
		columns,
		rest
	});
	state.gap = false;
}
function scanText(state, line) {
	const { number, columns, rest } = line;
	state.emptyItem = false;
	if (state.admonition !== void 0 && columns >= 4) return continueAdmonition(state, number);
	state.admonition = void 0;
	if (state.list > 0 && columns >= state.list) {
		extend(state, "item", number);
		return noteContainerLine(state, rest);
	}
	if (columns >= 4) return continueIndented(state, number);
	const heading = parseAtxHeading(rest);
	if (heading !== void 0) return startHeading(state, {
		...heading,
		start: number,
		end: number
	});
	const underline = state.paragraph > 0 ? setextLevel(rest) : void 0;
	if (underline !== void 0) return closeSetext(state, line, underline);
	const fence = parseFence(rest);
	if (fence !== void 0) {
		leaveContainers(state);
		state.fence = {
			...fence,
			line: number
		};
		return extendOrStart(state, "prose", number);
	}
	if (isThematicBreak(rest)) {
		leaveContainers(state);
		return start(state, "rule", number);
	}
	const marker = parseListMarker(rest);
	if (marker !== void 0 && mayStartItem(state, marker)) return startItem(state, line, marker);
	const ends = rawHtmlEnd(rest);
	if (ends !== void 0) {
		leaveContainers(state);
		if (!ends.some((end) => rest.toLowerCase().includes(end))) state.raw = {
			ends,
			line: number
		};
		return start(state, showsText(rest) ? "prose" : "comment", number);
	}
	if (rest.startsWith(">")) {
		const nestedFence = state.list === 0 && !state.gap && state.nestedFence;
		leaveContainers(state);
		state.nestedFence = nestedFence;
		extendOrStart(state, "prose", number);
		return noteContainerLine(state, rest);
	}
	if (state.lazy) return extend(state, "item", number);
	scanPlain(state, number, rest);
}
/** Whether a line that holds a comment also holds text that a reader sees. */
function showsText(line) {
	return line.trimStart().startsWith("<!--") && withoutComments(line).trim() !== "";
}
function scanPlain(state, number, rest) {
	state.list = 0;
	state.nestedFence = false;
	if (state.paragraph === 0) {
		const admonition = /^(?:!!!|\?\?\?)\+?[ \t]+([A-Za-z][\w-]*)(?:[ \t]+"([^"]*)")?/.exec(rest);
		if (admonition !== null) return startAdmonition(state, number, admonition);
		if (/^<\/?[A-Za-z]/.test(rest)) state.tag = true;
	}
	extendOrStart(state, "prose", number);
	if (!state.tag && state.paragraph === 0) state.paragraph = number;
}
function startAdmonition(state, number, [, type = "", title = type]) {
	state.tag = true;
	state.admonition = isCommentary(type, title) ? "commentary" : "other";
	if (state.admonition === "commentary") state.commentary.push({
		title,
		lines: {
			start: number,
			end: number
		}
	});
	extendOrStart(state, "prose", number);
}
/** `meta` is the Model Spec's own word for a note about the text; other admonitions (warning...) may well instruct. */
function isCommentary(type, title) {
	return [type, title].some((word) => /^(?:meta|comment|commentary)$/i.test(word));
}
function continueAdmonition(state, number) {
	const open = state.commentary.at(-1);
	if (state.admonition === "commentary" && open !== void 0) open.lines = {
		start: open.lines.start,
		end: number
	};
	extend(state, "prose", number);
}
/** Four columns in: the rest of a paragraph, or indented code, or the body of a footnote; never a new block's start. */
function continueIndented(state, number) {
	const last = state.blocks.at(-1);
	if (state.lazy || state.list === 0 && last?.kind === "prose") return extend(state, "item", number);
	leaveContainers(state);
	extendOrStart(state, "prose", number);
}
function noteContainerLine(state, rest) {
	if (parseFence(rest.replace(/^[> \t]+/, "")) !== void 0) state.nestedFence = !state.nestedFence;
	state.lazy = !state.nestedFence && leavesParagraphOpen(rest);
	state.paragraph = 0;
}
/** Inside a paragraph only a bullet or `1.` with content starts a list: a wrapped line may begin with "1986." */
function mayStartItem(state, marker) {
	return state.paragraph === 0 || marker.content !== "" && (marker.ordinal === void 0 || marker.ordinal === 1);
}
function startItem(state, line, marker) {
	leaveContainers(state);
	start(state, "item", line.number);
	state.list = line.columns + marker.width;
	state.emptyItem = marker.content === "";
	noteContainerLine(state, marker.content);
}
function startHeading(state, heading) {
	leaveContainers(state);
	state.blocks.push({
		kind: "heading",
		...heading
	});
}
/** The open paragraph was a heading all along: cut it off the block it was counted to. */
function closeSetext(state, { lines, number }, level) {
	const first = state.paragraph;
	const holder = state.blocks.at(-1);
	if (holder.start === first) state.blocks.pop();
	else holder.end = first - 1;
	startHeading(state, {
		level,
		title: lines.slice(first - 1, number - 1).map((part) => part.trim()).join(" "),
		start: first,
		end: number
	});
}
function findUnclosed({ fence, raw }, lines) {
	const open = fence ?? raw;
	if (open === void 0) return void 0;
	const hidden = lines.findIndex((line, index) => index >= open.line && parseAtxHeading(line) !== void 0);
	if (hidden < 0) return void 0;
	return {
		kind: fence === void 0 ? "HTML comment" : "code fence",
		line: open.line,
		hiddenHeading: hidden + 1
	};
}
/** Whatever may reach over a comment, or begin or end with it: indents, lists, quotes, code, tables, footnotes, other HTML. */
const REACHES = /^(?:[ \t]+\S|[*+-](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|>|[`~]{3}|:|\[\^)|\||<[A-Za-z/!?]/m;
/**
* Each on lines of its own with a blank one above and below it, in a text of plain paragraphs and headings: without them the rest
* reads as it does. Undefined where there are none, or where any is not so plain; then only the Markdown tree can tell.
*/
function findCommentsApart(source) {
	const found = [];
	let rest = "";
	let from = 0;
	for (let start = source.indexOf("<!--"); start >= 0; start = source.indexOf("<!--", from)) {
		const end = source.indexOf("-->", start + 4) + 3;
		const inside = source.slice(start + 4, end - 3);
		if (end < 7 + start || /^-?>|--!?>|<!--/.test(inside) || !isApart(source, {
			start,
			end
		})) return void 0;
		found.push({
			start,
			end
		});
		rest += source.slice(from, start);
		from = end;
	}
	if (found.length === 0 || REACHES.test(rest + source.slice(from))) return void 0;
	return found;
}
function isApart(source, { start, end }) {
	return (start === 0 || source.endsWith("\n\n", start)) && (end === source.length || source.startsWith("\n\n", end) || source.slice(end) === "\n");
}
const MARKS = /~~|<\/(?:del|s|strike)\s*>/i;
/** One tag of the elements that HTML has for deleted text. */
const TAG = /<(\/?)(del|s|strike)(?:\s[^<>]*)?>/gi;
/** Whether only the Markdown tree tells if something is struck out. */
function mayBeStruck(source) {
	return MARKS.test(source);
}
/** An example of what it is, in a text about Markdown: `~~strikethrough~~`. */
const OF_ITSELF = /strike|struck|crossed? ?out/i;
/**
* The text without what is struck out. One tilde is no mark here, though GitHub takes it for one: specs write `~5 minutes`.
* Code, and a text that is too deep to be read as Markdown, stand as they are.
*/
function withoutStruck(source) {
	const tree = mayBeStruck(source) ? parseMarkdown(source) : void 0;
	if (tree === void 0) return {
		text: source,
		struck: []
	};
	const ranges = outermost([...findNodes(tree, "delete").map(({ position }) => rangeOf(position)).filter(({ start }) => source.startsWith("~~", start)), ...findElements(findNodes(tree, "html"))]).filter(({ start, end }) => !OF_ITSELF.test(source.slice(start, end)));
	return {
		text: cutRanges(source, ranges, ""),
		struck: ranges.map(({ start, end }) => source.slice(start, end))
	};
}
/** From each opening tag to the one that closes it; raw HTML comes in pieces with Markdown between them. */
function findElements(pieces) {
	const open = [];
	const elements = [];
	for (const { value, position } of pieces) for (const { 0: tag, 1: slash, 2: element, index } of value.matchAll(TAG)) {
		const [name, start] = [element.toLowerCase(), rangeOf(position).start + index];
		if (slash === "") open.push({
			name,
			start
		});
		const from = slash === "" ? -1 : open.findLastIndex((one) => one.name === name);
		if (from >= 0) elements.push({
			start: open.splice(from)[0].start,
			end: start + tag.length
		});
	}
	return elements;
}
function rangeOf(position) {
	return {
		start: position?.start.offset ?? 0,
		end: position?.end.offset ?? 0
	};
}
/** In order, without those that stand within another. */
function outermost(ranges) {
	const sorted = ranges.toSorted((one, other) => one.start - other.start || other.end - one.end);
	const kept = [];
	for (const range of sorted) if (range.start >= (kept.at(-1)?.end ?? 0)) kept.push(range);
	return kept;
}
/** Longest text that is read as Markdown, in characters; a longer one is shown as it stands. */
const LONGEST_READ = 5e4;
/** Takes the place of a comment whose removal would change how the rest is parsed. A page shows nothing of it either. */
const EMPTY_COMMENT = "<!---->";
/**
* Take the place of an invisible character whose removal would change how the rest is parsed: a sign, or a letter where
* Markdown needs one.
*/
const PLACEHOLDERS = ["�", "ꞏ"];
const known = /* @__PURE__ */ new Map();
const MOST_KNOWN = 4096;
/**
* The text without what the rendered page hides: comments outside of code, and characters that show nothing. All else,
* code, admonitions, tables and raw HTML included, stands as it does in the source, in NFC.
*/
function showText(source) {
	const before = known.get(source);
	if (before !== void 0) return before;
	if (known.size >= MOST_KNOWN) known.clear();
	const shown = readShown(source);
	known.set(source, shown);
	return shown;
}
/** A whole file without its comments, otherwise as it is written. */
function withoutHiddenComments(source) {
	const tree = mayHoldComments(source) ? parseMarkdown(source) : void 0;
	const comments = locateComments(source, tree);
	const cut = cutComments(source, comments);
	return tree === void 0 || readsAlike(tree, cut, "") ? cut : cutRanges(source, comments, EMPTY_COMMENT);
}
function readShown(source) {
	const apart = findCommentsApart(source);
	if (apart !== void 0 && replaceInvisible(source, "").invisible === "") {
		const comments = apart.map(({ start, end }) => source.slice(start, end));
		return {
			text: trimBlank(cutComments(source, apart)).normalize("NFC"),
			comments,
			invisible: ""
		};
	}
	const isRead = source.length <= LONGEST_READ;
	const read = isRead && mayHoldComments(source) ? parseMarkdown(source) : void 0;
	const comments = locateComments(source, read);
	const { text, invisible } = replaceInvisible(cutComments(source, comments), "");
	const hidden = {
		comments: comments.map(({ start, end }) => source.slice(start, end)),
		invisible
	};
	const inForm = (shown) => ({
		text: shown.normalize("NFC"),
		...hidden
	});
	if (comments.length === 0 && invisible === "") return inForm(source);
	const tree = read ?? (isRead ? parseMarkdown(source) : void 0);
	const trimmed = comments.length === 0 ? text : trimBlank(text);
	if (endBeforeSpace(source, comments) && readsAlike(tree, trimmed, "")) return inForm(trimmed);
	for (const placeholder of PLACEHOLDERS) {
		const marked = replaceInvisible(cutRanges(source, comments, EMPTY_COMMENT), placeholder).text;
		if (readsAlike(tree, marked, placeholder)) return inForm(marked);
	}
	return inForm(replaceInvisible(source, PLACEHOLDERS[0]).text);
}
/** Whether only its Markdown tree tells what a page shows of it: some tenths of a millisecond a clause. */
function needsTree(source) {
	if (source.length > LONGEST_READ) return false;
	if (mayBeStruck(source) || mayHoldComments(source) && findCommentsApart(source) === void 0) return true;
	return replaceInvisible(source, "").invisible !== "";
}
/** Without blank lines above and white space below. An indent on the first line may make it code, and stays. */
function trimBlank(text) {
	return text.replace(/^(?:[ \t]*\n)+/, "").trimEnd();
}
/** Whether a comment can stand outside of fenced code at all: most texts are settled here, without parsing them. */
function mayHoldComments(source) {
	if (!/<[!?]/.test(source)) return false;
	let fence;
	let isInside = true;
	for (const line of source.split("\n")) {
		if (fence !== void 0) {
			if (closesFence(line, fence)) fence = void 0;
			continue;
		}
		fence = parseFence(line);
		if (/^\s*(?:[>*+-]|\d+[.)])?\s*</.test(line) || fence === void 0 && /<[!?]/.test(line)) isInside = false;
	}
	return !isInside;
}
function locateComments(source, tree) {
	if (tree === void 0 || !hasSureComments(tree)) return [];
	return findNodes(tree, "html").flatMap(({ position }) => {
		const start = position?.start.offset ?? 0;
		const html = source.slice(start, position?.end.offset ?? 0);
		return findComments(html).map((range) => ({
			start: start + range.start,
			end: start + range.end
		}));
	});
}
/** Whether no comment stands before a word, which without it could become part of another, or a link. */
function endBeforeSpace(source, comments) {
	return comments.every(({ end }, index) => comments[index + 1]?.start === end || /^(?:\s|$)/.test(source.slice(end, end + 1)));
}
/** Cut out; blank lines that only a comment parted become one. */
function cutComments(source, comments) {
	const widened = comments.map(({ start, end }) => {
		return {
			start,
			end: end + ((start === 0 || source.endsWith("\n\n", start) || /\n[ \t]*\n$/.test(source.slice(Math.max(0, start - 200), start)) ? /^[ \t]*\n(?:[ \t]*\n)*/.exec(source.slice(end, end + 200)) : null)?.[0].length ?? 0)
		};
	});
	return cutRanges(source, widened, "");
}
/** Whether the shown text renders what the source does, apart from what a page hides. */
function readsAlike(before, shown, by) {
	const after = before && parseMarkdown(shown);
	if (before === void 0 || after === void 0) return false;
	const key = treeKey(before, { clean: (text) => replaceInvisible(text, by).text });
	return key !== void 0 && key === treeKey(after, {});
}
/**
* Whether a page made of either text looks the same, comments and white space between words aside: wrapping, the signs
* used for bullets, emphasis and fences, and empty anchors. Texts that are too long to be read as Markdown differ in doubt.
*/
function rendersAlike(from, to) {
	const [base, head] = [from, to].map(withoutAnchors);
	if (base === head) return true;
	if (Math.max(base.length, head.length) > LONGEST_READ || !sameLetters(base, head)) return false;
	const [before, after] = [parseMarkdown(base), parseMarkdown(head)];
	if (before === void 0 || after === void 0) return false;
	const key = treeKey(before, { source: base });
	return key !== void 0 && key === treeKey(after, { source: head });
}
/** A place that links lead to, with nothing in it: `<a id="refunds"></a>`. Only a name without spaces is taken for one. */
const ANCHOR = /^<a\s+(?:id|name)\s*=\s*(["'])[\w.:-]{1,80}\1\s*>$/i;
/** The text without empty anchors; those in code stay, for there a page shows them. */
function withoutAnchors(source) {
	if (!/<a\s+(?:id|name)\b/i.test(source) || source.length > LONGEST_READ) return source;
	const tree = parseMarkdown(source);
	if (tree === void 0) return source;
	const pieces = findNodes(tree, "html").map(({ value, position }) => ({
		value,
		start: position?.start.offset ?? 0,
		end: position?.end.offset ?? 0
	}));
	const anchors = pieces.flatMap(({ value, start, end }, index) => {
		const next = pieces[index + 1];
		return next !== void 0 && next.start === end && /^<\/a\s*>$/i.test(next.value) && ANCHOR.test(value) ? [{
			start,
			end: next.end
		}] : [];
	});
	return cutRanges(source, anchors, "");
}
/** Whether both have the same letters in order. No change of looks changes them, so this settles nearly every edit at once. */
function sameLetters(base, head) {
	let from = 0;
	while (from < base.length && base[from] === head[from]) from += 1;
	const start = Math.max(0, from - 1);
	const letters = base.slice(start).matchAll(/\p{L}/gu);
	for (const [letter] of head.slice(start).matchAll(/\p{L}/gu)) if (letters.next().value?.[0] !== letter) return false;
	return letters.next().done === true;
}
const TOKEN = /[ \t]*(?:#([^\s#{}="']+)|\.([^\s{}="']+)|([A-Za-z_][\w:-]*)=(?:"([^"]*)"|'([^']*)'|([^\s{}"']+)))(?=[ \t]|$)/y;
/** Places where a suffix may start that are tried: values in quotes may hold braces of their own. */
const MOST_STARTS = 8;
/** Splits a title from its suffix. Braces that do not start like `{#`, `{:`, `{.name` or `{name=` are part of the title. */
function splitSuffix(text) {
	let failed;
	for (const start of suffixStarts(text)) {
		const title = text.slice(0, start).trimEnd();
		const read = readTokens(text.slice(start + 1, -1).replace(/^:/, "").trimEnd());
		if (typeof read !== "string") return {
			...read,
			title,
			problem: void 0
		};
		failed ??= {
			title,
			id: void 0,
			attributes: {},
			problem: {
				message: read,
				index: start
			}
		};
	}
	return failed ?? {
		title: text,
		id: void 0,
		attributes: {},
		problem: void 0
	};
}
/** Indices of braces that look like the start of a suffix, from the right. */
function suffixStarts(text) {
	const starts = [];
	let at = text.endsWith("}") ? text.lastIndexOf("{") : -1;
	while (at >= 0 && starts.length < MOST_STARTS) {
		if ((at === 0 || text[at - 1] === " " || text[at - 1] === "	") && /^\{(?:#|:|\.[A-Za-z]|[A-Za-z_][\w:-]*=)/.test(text.slice(at, at + 200))) starts.push(at);
		at = at === 0 ? -1 : text.lastIndexOf("{", at - 1);
	}
	return starts;
}
function readTokens(inner) {
	const found = /* @__PURE__ */ new Map();
	const classes = [];
	let id;
	TOKEN.lastIndex = 0;
	while (TOKEN.lastIndex < inner.length) {
		const from = TOKEN.lastIndex;
		const token = TOKEN.exec(inner);
		if (token === null) return `cannot read "${inner.slice(from, from + 40).trim()}": expected #id, .class or name=value`;
		const [, newId, className, name, ...values] = token;
		if (newId !== void 0 && id !== void 0) return `two ids, #${id} and #${newId}`;
		if (name !== void 0 && found.has(name)) return `${name} is given twice`;
		if (newId !== void 0) id = newId;
		else if (className !== void 0) classes.push(className);
		else if (name !== void 0) found.set(name, values.find((value) => value !== void 0) ?? "");
	}
	if (classes.length > 0) found.set("class", [...classes, found.get("class") ?? []].flat().join(" "));
	return {
		id,
		attributes: Object.fromEntries(found)
	};
}
/**
* A number that says only where a heading stands: `1.`, `2)`, `1.2`, `§ 3`. A number alone before a word (`3 strikes`), a
* year and a letter (`E. coli`) may be part of what it says, and stay.
*/
const NUMBER = /^(?:§{1,2}\s?\d{1,4}[a-z]?(?:\.\d{1,4})*[.):]?|\(?\d{1,3}(?:\.\d{1,3})*[.):]|\d{1,3}(?:\.\d{1,3})+)\s+(?=\S)/u;
/** `shownTitle('2. Be *kind* <!-- todo -->') === 'Be *kind*'` */
function shownTitle(title) {
	return titleWithNumber(title).replace(NUMBER, "");
}
/** The number that says where the heading stands, as it is written; undefined where it has none. */
function numberOf(title) {
	return NUMBER.exec(titleWithNumber(title))?.[0];
}
function titleWithNumber(title) {
	return showTitle(title).text.trim();
}
/** The title with what it hides. A heading is one line: no list or block of HTML can begin in it. */
function showTitle(title) {
	if (!/[<\u0080-\u{10FFFF}]/u.test(title)) return {
		text: title,
		comments: [],
		invisible: ""
	};
	const shown = showText(withoutAnchors(`# ${title}`));
	return {
		...shown,
		text: shown.text.replace(/^# ?/, "")
	};
}
/**
* Most words of a slug, and most characters: ids are typed and copied. Slugs that come out equal are told apart by
* whoever gives out the ids.
*/
const MOST_WORDS = 6;
const LONGEST$1 = 60;
/**
* The first lower-case words joined by `-`; letters of every script stay, Markdown link targets, quotes and characters that
* show nothing go.
* `slugify("Don't *lie*") === 'dont-lie'`, `slugify('Über uns') === 'über-uns'`. Never empty.
*/
function slugify(title) {
	const words = title.normalize("NFC").replace(/\p{Default_Ignorable_Code_Point}/gu, "").replace(/\]\([^()\s]{0,2000}\)/g, " ").replace(/['’‘`"“”]/g, "").toLowerCase().match(/[\p{L}\p{N}\p{M}_]+/gu);
	if (words === null) return `section-${sha256(title).slice(0, 8)}`;
	const slug = words.slice(0, MOST_WORDS).join("-");
	if (slug.length <= LONGEST$1) return slug;
	return Array.from(slug.slice(0, 120)).slice(0, LONGEST$1).join("").replace(/-$/, "");
}
/**
* An id as releases before derived it (numbers of headings and all their words were part of it) in today's form.
* `currentId('terms/1-weapons') === 'terms/weapons'`
*/
function currentId(id) {
	return id.split("/").map((part) => slugify(part.replace(/^\p{M}*-?\d+(?:-\d+)*-(?=\p{L})/u, "").replaceAll("-", " "))).join("/");
}
/** Notes that a clause or its path shows these lines. */
function show({ isShown }, { start, end }) {
	isShown.fill(true, start - 1, end);
}
/** The section that a heading opens, below those of a lower level that stay open. A suffix that cannot be read is a problem. */
function enterSection(open, heading, { file, problems, lines }) {
	while (open.length > 0 && open.at(-1).level >= heading.level) open.pop();
	const parent = open.at(-1);
	const { title: kept, id, attributes, problem } = splitSuffix(heading.title);
	const title = dropClosing(kept);
	if (problem !== void 0) {
		const column = Math.max(0, lines[heading.end - 1].indexOf(heading.title.slice(problem.index))) + 1;
		problems.push({
			message: problem.message,
			hint: "a heading ends like this: ## Title {#id authority=root tags=\"a,b\"}",
			place: {
				file,
				line: heading.end,
				column
			}
		});
	}
	const shown = shownTitle(title);
	const section = {
		level: heading.level,
		title,
		id: id ?? (parent === void 0 ? slugify(shown) : `${parent.id}/${slugify(shown)}`),
		explicitId: id,
		attributes,
		ancestors: parent === void 0 ? [] : [...parent.ancestors, parent.title],
		shownPath: parent === void 0 ? [shown] : [...parent.shownPath, shown],
		lines: {
			start: heading.start,
			end: heading.end
		}
	};
	open.push(section);
	return section;
}
function pick({ title, ancestors, attributes, explicitId }) {
	return {
		title,
		ancestors,
		attributes,
		explicitId
	};
}
/** A clause's lines, the text from `textStart` on, and the comments within. */
function place(source, lines, textStart) {
	const commentary = commentaryWithin(source.scan.commentary, lines);
	const text = trimBlank(source.lines.slice(textStart - 1, lines.end).join("\n"));
	return {
		file: source.file,
		lines,
		text,
		commentary
	};
}
/** The notes within these lines: found by halving, for a long spec has thousands of both. */
function commentaryWithin(all, { start, end }) {
	let low = 0;
	let high = all.length;
	while (low < high) {
		const middle = low + high >> 1;
		if (all[middle].lines.start < start) low = middle + 1;
		else high = middle;
	}
	let last = low;
	while (last < all.length && all[last].lines.start <= end) last += 1;
	return all.slice(low, last);
}
/** Longest title of an item or paragraph, in characters. */
const LONGEST_TITLE = 72;
function draftByBlock(source, mode) {
	const open = [];
	const drafts = [];
	for (const block of groupBlocks(source.scan, mode)) if (block.kind === "heading") enterSection(open, block, source);
	else {
		drafts.push(draftBlock(source, block, open.at(-1)));
		for (let index = open.length - 1; index >= 0 && !source.isShown[open[index].lines.start - 1]; index -= 1) show(source, open[index].lines);
	}
	return drafts;
}
function groupBlocks({ blocks }, mode) {
	const groups = [];
	for (const block of blocks) {
		if (block.kind === "heading") groups.push(block);
		if (block.kind !== "item" && block.kind !== "prose") continue;
		const last = groups.at(-1);
		if (last !== void 0 && mode === "paragraphs" && belongsTo(last, block)) groups[groups.length - 1] = {
			...last,
			end: block.end
		};
		else groups.push({
			kind: block.kind,
			start: block.start,
			end: block.end
		});
	}
	return groups;
}
function belongsTo(last, block) {
	if (last.kind === "heading") return false;
	return block.joined ? last.end === block.start - 1 : last.kind === "item" && block.kind === "item";
}
function draftBlock(source, range, section) {
	const placed = place(source, range, range.start);
	const read = splitSuffix(placed.text);
	const suffix = read.problem === void 0 && read.id !== void 0 ? read : void 0;
	const text = suffix?.title ?? placed.text;
	const ancestors = section === void 0 ? [] : [...section.ancestors, section.title];
	const title = titleOf(text);
	const name = slugify(title);
	return {
		...placed,
		text,
		title,
		ancestors,
		attributes: {
			...section?.attributes,
			...suffix?.attributes
		},
		explicitId: suffix?.id,
		derivedId: section === void 0 ? name : `${section.id}/${name}`,
		identity: [...section?.shownPath ?? [], text],
		whenRepeated: "number",
		...range.kind === "item" && { kind: "item" }
	};
}
/** The first words, without the list marker; a bold lead (`**Be kind.** ...`) alone where there is one. */
function titleOf(text) {
	const first = text.slice(0, 400).trimStart().replace(/^(?:[-*+]|\d{1,9}[.)]|>)[ \t]+/, "");
	const words = (/^\*\*([^*]{1,100})\*\*/.exec(first)?.[1] ?? first).trim().split(/\s+/);
	let title = Array.from(words[0]).slice(0, LONGEST_TITLE).join("");
	for (const word of words.slice(1)) {
		if (title.length + 1 + word.length > LONGEST_TITLE) return `${title} ...`;
		title += ` ${word}`;
	}
	return title;
}
/**
* Drafts in document order. `headings`: each heading with the text up to the next one, and the text before the first
* heading (a preamble). `items`: each top-level list item, and each paragraph between them, so that no text is lost.
* `paragraphs`: each run of lines between blank lines; a list is one. In both, headings only name the place.
*/
function draftClauses({ file, text }, mode, problems) {
	const lines = text.split("\n");
	const scan = scanBlocks(lines);
	if (scan.unclosed !== void 0) problems.push(describeUnclosed(file, scan.unclosed));
	const source = {
		file,
		lines,
		scan,
		problems,
		isShown: lines.map(() => false)
	};
	const drafts = mode === "headings" ? draftByHeading(source) : draftByBlock(source, mode);
	for (const draft of drafts) show(source, draft.lines);
	return {
		drafts,
		outside: lines.filter((line, index) => !source.isShown[index] && /[^\s*_.-]/.test(line)).map((line) => line.trim())
	};
}
function draftByHeading(source) {
	const { blocks } = source.scan;
	const headings = blocks.filter((block) => block.kind === "heading");
	const open = [];
	const drafts = headings.map((heading, index) => {
		const section = enterSection(open, heading, source);
		const limit = headings[index + 1]?.start ?? Infinity;
		const placed = place(source, {
			start: heading.start,
			end: lastLine(source, heading, limit)
		}, heading.end + 1);
		const isAbove = (headings[index + 1]?.level ?? 0) > heading.level;
		return {
			...placed,
			...pick(section),
			derivedId: section.id,
			identity: section.shownPath,
			whenRepeated: "note",
			...isAbove && showText(placed.text).text.trim() === "" && { kind: "grouping" }
		};
	});
	const preamble = draftPreamble(source, headings[0]?.start ?? Infinity);
	return preamble === void 0 ? drafts : [preamble, ...drafts];
}
/** The text before the first heading, unless it is only comments and rules. */
function draftPreamble(source, limit) {
	const before = source.scan.blocks.filter((block) => block.kind !== "frontMatter" && block.end < limit);
	const first = before.find((block) => block.kind === "prose" || block.kind === "item");
	if (first === void 0) return void 0;
	return {
		...place(source, {
			start: first.start,
			end: before.at(-1).end
		}, first.start),
		title: "Preamble",
		ancestors: [],
		attributes: {},
		explicitId: void 0,
		derivedId: "preamble",
		identity: ["preamble", source.file],
		whenRepeated: "number"
	};
}
/** The last line before `limit` that is not blank. */
function lastLine({ lines }, heading, limit) {
	let last = Math.min(limit - 1, lines.length);
	while (last > heading.end && lines[last - 1].trim() === "") last -= 1;
	return last;
}
function describeUnclosed(file, { kind, line, hiddenHeading }) {
	return {
		message: `this ${kind} is never closed, and hides what looks like a heading at line ${hiddenHeading}`,
		hint: "close it: everything after it would be taken for its content",
		place: {
			file,
			line,
			column: 1
		}
	};
}
/** Problems listed before only their number is. */
const MOST_PROBLEMS = 50;
/** Limits far above any spec that was ever published (the largest has 0.25 MB and 80 clauses), and below what takes long. */
const MOST_CLAUSES = 2e4;
const MOST_CHARACTERS = 8e6;
/** Clauses of which only a Markdown tree tells what a page hides: so many are read in about two seconds. */
const MOST_HIDING = 2e3;
/** A longer clause fits no judge beside the others. */
const LONGEST_CLAUSE = 1e5;
/**
* Reads Markdown files, and of YAML or JSON (by file extension) rules and prompts, in the order given.
* @throws UserError with every problem found: equal ids, unreadable `{…}` suffixes, a fence or comment that swallows
* headings, an unresolved merge, entries of a list that are no clause, no clause at all, more text than a spec can have.
*/
async function parseSpec(files, options) {
	const size = files.reduce((sum, { text }) => sum + text.length, 0);
	if (size > MOST_CHARACTERS) throw new UserError(describeSize(files, size));
	const drafts = [];
	const outside = [];
	const sources = files.map(normalizeText);
	const problems = sources.flatMap((source) => [...describeForeign(source, options.clauses), ...describeConflict(source)]);
	if (problems.length > 0) throw new UserError(firstProblems(problems));
	const { kept, ignored } = leaveOut(sources, options.ignore ?? []);
	for (const file of kept) {
		const drafted = await draftFile(file, options.clauses, problems);
		drafts.push(...drafted.drafts);
		outside.push(...drafted.outside);
	}
	problems.push(...describeTooLarge(drafts));
	if (drafts.length > MOST_CLAUSES) throw new UserError(firstProblems(problems));
	const { clauses, repeated } = assignIds(drafts, problems);
	if (clauses.length === 0 && problems.length === 0) problems.push(...describeEmpty(files, options.clauses));
	if (problems.length > 0) throw new UserError(firstProblems(problems));
	return {
		clauses,
		hash: hashSpec(clauses),
		outside: hashJson(outside),
		files: await Promise.all(sources.map(asGiven)),
		repeated,
		ignored
	};
}
async function draftFile(file, mode, problems) {
	if (!isData(file)) return draftClauses(file, mode, problems);
	const prompt = await promptIn(file);
	if (prompt !== void 0) return draftPrompt(file, mode, {
		prompt,
		problems
	});
	const { draftListed } = await import("./list-clauses.js");
	return draftListed(file, problems);
}
/** The YAML parser is loaded for such files only: it would slow the start of every other command. */
async function promptIn(file) {
	if (!isData(file)) return void 0;
	return (await import("./prompt-file.js")).readPromptFile(file);
}
function isData({ file }) {
	return /\.(?:ya?ml|json)$/i.test(file);
}
function draftPrompt({ file }, mode, { prompt, problems }) {
	const { drafts, outside } = draftClauses({
		file,
		text: prompt.padded
	}, mode, problems);
	const within = (line) => Math.min(line, prompt.lastLine);
	return {
		drafts: drafts.map((draft) => ({
			...draft,
			lines: {
				start: within(draft.lines.start),
				end: within(draft.lines.end)
			}
		})),
		outside: [...outside, ...prompt.rest]
	};
}
/** Of a prompt file, what a model is given. */
async function asGiven(source) {
	const prompt = await promptIn(source);
	return prompt === void 0 ? source : {
		file: source.file,
		text: prompt.written
	};
}
function describeSize(files, size) {
	const [largest] = files.toSorted((one, other) => other.text.length - one.text.length);
	return {
		message: `the spec has ${size} characters; at most ${MOST_CHARACTERS} are read`,
		hint: "name only the files that are the spec",
		place: {
			file: largest.file,
			line: 1,
			column: 1
		}
	};
}
function describeConflict({ file, text }) {
	const line = findConflict(text);
	if (line === void 0) return [];
	return [{
		message: "a merge that is not resolved: both texts stand here, between <<<<<<< and >>>>>>>",
		hint: "keep what shall be the rule, and take the three marks out",
		place: {
			file,
			line,
			column: 1
		}
	}];
}
function describeTooLarge(drafts) {
	const long = drafts.filter(({ text }) => text.length > LONGEST_CLAUSE);
	const extra = drafts[MOST_CLAUSES];
	const hiding = drafts.length <= MOST_HIDING ? [] : drafts.filter(({ text }) => needsTree(text));
	const oneMore = hiding[MOST_HIDING];
	return [
		...oneMore === void 0 ? [] : [{
			message: `${hiding.length} clauses hide comments, struck-out text or characters within their text; at most ${MOST_HIDING} are read`,
			hint: "put comments on lines of their own with a blank line above and below, and take out what shows nothing",
			place: {
				file: oneMore.file,
				line: oneMore.lines.start,
				column: 1
			}
		}],
		...long.map((draft) => ({
			message: `a clause of ${draft.text.length} characters; at most ${LONGEST_CLAUSE} are read`,
			hint: "part it with headings: no judge can weigh so long a clause",
			place: {
				file: draft.file,
				line: draft.lines.start,
				column: 1
			}
		})),
		...extra === void 0 ? [] : [{
			message: `the spec has ${drafts.length} clauses; at most ${MOST_CLAUSES} are read`,
			hint: "name only the files that are the spec, or set clauses: headings",
			place: {
				file: extra.file,
				line: extra.lines.start,
				column: 1
			}
		}]
	];
}
function normalizeText({ file, text }) {
	return {
		file,
		text: text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n")
	};
}
function firstProblems(problems) {
	if (problems.length <= MOST_PROBLEMS) return problems;
	const rest = problems.length - MOST_PROBLEMS;
	return [...problems.slice(0, MOST_PROBLEMS), { message: `and ${rest} more problems in the spec` }];
}
/** Files and lines are left out: moving text to another file or line does not make another spec text. */
function hashSpec(clauses) {
	return hashJson(clauses.map(({ id, ancestors, title, attributes, text }) => ({
		id,
		ancestors,
		title,
		attributes,
		text
	})));
}
function describeEmpty(files, mode) {
	if (files.length === 0) return [{
		message: "the spec has no files",
		hint: "set spec to a file, a glob or a list"
	}];
	return files.map((source) => ({
		message: source.text.trim() === "" ? "the spec is empty" : `no clause found (clauses: ${mode})`,
		hint: isData(source) ? DATA_HINT : "a clause is a heading with its text; set clauses: items or paragraphs for a spec without headings",
		place: {
			file: source.file,
			line: 1,
			column: 1
		}
	}));
}
const COMMAND = ["cat-file", "--batch"];
/** Milliseconds without a question after which the process is let go. */
const IDLE = 1e4;
const readers = /* @__PURE__ */ new Map();
/**
* An object, or undefined where the repository has none of this id.
* @throws RangeError beyond `limit` bytes, of which no more than that is ever held; UserError where git or the repository is
* missing; else GitError.
*/
function readObject(repo, { oid, peel, limit = LIMITS.bytes }) {
	const name = peel === void 0 ? checkOid(oid) : `${checkOid(oid)}^{${peel}}`;
	const ask = readers.get(repo) ?? createReader(repo);
	readers.set(repo, ask);
	return orFetching(repo, () => new Promise((resolve, reject) => ask({
		name,
		limit,
		resolve,
		reject
	})));
}
/** Undefined, too, where git cannot read it. */
async function tryObject(repo, question) {
	try {
		return await readObject(repo, question);
	} catch (error) {
		if (error instanceof GitError) return void 0;
		throw error;
	}
}
function createReader(repo) {
	/** Answers come in this order. */
	const pending = [];
	let child;
	let timer;
	function start() {
		const started = startCatFile(repo, {
			isWanted: () => child === started,
			limit: () => pending[0]?.limit ?? 0,
			onAnswer: (object) => {
				pending.shift()?.resolve(object);
				wait();
			},
			onTooLarge: () => {
				release();
				pending.shift()?.reject(/* @__PURE__ */ new RangeError("more bytes than the limit"));
				for (const { name } of pending) tell(name);
			},
			onEnd: (error) => {
				release();
				for (const { reject } of pending.splice(0)) reject(error);
			}
		});
		return started;
	}
	function tell(name) {
		child ??= start();
		child.stdin.write(`${name}\n`);
		wait();
	}
	/** While nothing is asked, the process neither keeps this one alive nor stays for long. */
	function wait() {
		if (child === void 0) return;
		clearTimeout(timer);
		const isBusy = pending.length > 0;
		keepThisAlive(child, isBusy ? "yes" : "no");
		timer = isBusy ? setTimeout(() => child?.kill(), LIMITS.milliseconds) : setTimeout(release, IDLE).unref();
	}
	function release() {
		clearTimeout(timer);
		child?.kill();
		child = void 0;
	}
	return (asked) => {
		pending.push(asked);
		tell(asked.name);
	};
}
function startCatFile(repo, handlers) {
	const { isWanted, onEnd } = handlers;
	const started = spawn("git", gitArguments(repo, COMMAND), {
		env: gitEnvironment(repo, COMMAND),
		windowsHide: true
	});
	let stderr = "";
	started.stderr.setEncoding("utf8").on("data", (text) => stderr = (stderr + text).slice(-4096));
	const end = (error) => {
		if (isWanted()) onEnd(explainGit(error, COMMAND, stderr));
	};
	started.once("error", end).once("close", (code) => end(/* @__PURE__ */ new Error(`git ended with ${code}`)));
	started.stdin.on("error", () => void 0);
	const parse = createAnswerParser(handlers);
	started.stdout.on("data", (chunk) => isWanted() && parse(chunk));
	return started;
}
/** Whether this process waits for the other one before it ends. */
function keepThisAlive(child, keeps) {
	const { stdin, stdout, stderr } = child;
	for (const handle of [child, ...[
		stdin,
		stdout,
		stderr
	]]) if (keeps === "yes") handle.ref?.();
	else handle.unref?.();
}
/** Reads `<oid> <type> <size>`, a line break, so many bytes and another; `<name> missing` where there is none. */
function createAnswerParser({ limit, onAnswer, onTooLarge }) {
	let parts = [];
	let held = 0;
	let header;
	const keep = (rest) => {
		parts = [rest];
		held = rest.length;
	};
	return (chunk) => {
		parts.push(chunk);
		held += chunk.length;
		for (;;) {
			if (header === void 0) {
				const read = Buffer.concat(parts);
				const end = read.indexOf("\n");
				keep(read);
				if (end < 0) return;
				const [oid = "", type = "", size] = read.toString("latin1", 0, end).split(" ");
				keep(read.subarray(end + 1));
				if (size === void 0) {
					onAnswer(void 0);
					continue;
				}
				header = {
					oid,
					type,
					size: Number(size)
				};
				if (header.size > limit()) return onTooLarge();
			}
			const { oid, type, size } = header;
			if (held < size + 1) return;
			const read = Buffer.concat(parts);
			keep(read.subarray(size + 1));
			header = void 0;
			onAnswer({
				oid,
				type,
				bytes: Buffer.from(read.subarray(0, size))
			});
		}
	};
}
/**
* Each is `<mode> <name>`, a zero byte and the id in bytes, as long as the repository's ids are. Undefined for what is no tree,
* or a broken one.
*/
function parseTreeObject({ oid, type, bytes }) {
	if (type !== "tree") return void 0;
	const entries = [];
	for (let at = 0; at < bytes.length;) {
		const space = bytes.indexOf(" ", at);
		const end = bytes.indexOf(0, space);
		const next = end + 1 + oid.length / 2;
		if (space < 0 || end < 0 || next > bytes.length) return void 0;
		const mode = bytes.toString("latin1", at, space).padStart(6, "0");
		entries.push({
			mode,
			name: bytes.toString("utf8", space + 1, end),
			oid: bytes.toString("hex", end + 1, next)
		});
		at = next;
	}
	return entries;
}
/** Ids of a commit's parents, the first one first. */
function parseParents({ bytes }) {
	const [head = ""] = bytes.toString("latin1").split("\n\n", 1);
	return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, oid]) => oid);
}
/** What an object id stands for never changes, and a check reads the same few commits and files again and again. */
const recent = {
	trees: createRecentAsync({ max: 6 }),
	blobs: createRecentAsync({
		max: 64,
		keeps: ({ length }) => length <= 1048576
	})
};
/** Every file of a commit, submodules and links included, in git's order. */
async function listTree(repo, commit) {
	return recent.trees(`${repo}\n${commit}`, () => askForTree(repo, commit));
}
async function askForTree(repo, commit) {
	const few = await listFewTrees(repo, commit);
	if (few !== void 0) return few;
	const output = await runGit(repo, [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		"--end-of-options",
		commit
	]);
	return splitRecords(output).map((record) => {
		const tab = record.indexOf("	");
		const [mode = "", , oid = ""] = record.slice(0, tab).split(" ");
		return {
			mode,
			oid,
			path: record.slice(tab + 1)
		};
	});
}
/** Folders of a commit that are read one by one; git itself lists more of them faster, and stops at a limit. */
const FEW_TREES = 100;
/** A commit's files, without a git process of their own; undefined where there are many folders, or a tree cannot be read. */
async function listFewTrees(repo, commit) {
	let asked = 0;
	const list = async (question, folder) => {
		asked += 1;
		if (asked > FEW_TREES) return void 0;
		const tree = await tryObject(repo, question);
		const entries = tree && parseTreeObject(tree);
		if (entries === void 0) return void 0;
		const parts = await Promise.all(entries.map(async ({ mode, name, oid }) => {
			const path = `${folder}${name}`;
			return mode === "040000" ? list({ oid }, `${path}/`) : [{
				mode,
				oid,
				path
			}];
		}));
		const known = parts.filter((part) => part !== void 0);
		return known.length === parts.length ? known.flat() : void 0;
	};
	return list({
		oid: commit,
		peel: "tree"
	}, "");
}
/** Of some files below a folder those that are in its repository and not in this sparse checkout; none outside of a repository. */
async function listLeftOut(folder, paths) {
	try {
		const records = splitRecords(await runGit(folder, [
			"ls-files",
			"-t",
			"-z",
			"--",
			...paths
		]));
		return new Set(records.filter((record) => record.startsWith("S ")).map((record) => record.slice(2)));
	} catch (error) {
		if (error instanceof GitError || error instanceof UserError) return /* @__PURE__ */ new Set();
		throw error;
	}
}
/**
* A blob's bytes, or undefined where it has more than `limit` of them; no more than that is ever held.
* @throws UserError where the repository lacks it.
*/
async function readBlob(repo, oid, limit = LIMITS.bytes) {
	try {
		const ask = async () => {
			const found = await readObject(repo, {
				oid,
				limit
			});
			if (found?.type !== "blob") throw lacksContent(oid);
			return found.bytes;
		};
		const bytes = await recent.blobs(`${repo}\n${oid}\n${limit}`, ask);
		return bytes.length > limit ? void 0 : bytes;
	} catch (error) {
		if (error instanceof RangeError) return void 0;
		throw error;
	}
}
function lacksContent(oid) {
	return new UserError({
		message: `this repository lacks the content of a file that its commit names (${oid})`,
		hint: "its clone is broken or not whole: git fsck says what is missing, a new clone has all of it"
	});
}
/** A blob's bytes piece by piece, however many. @throws Error where git ends with one. */
async function* streamBlob(repo, oid) {
	const command = [
		"cat-file",
		"blob",
		checkOid(oid)
	];
	await runGit(repo, [
		"cat-file",
		"-e",
		oid
	]);
	const child = spawn("git", gitArguments(repo, command), {
		env: gitEnvironment(repo, command),
		stdio: [
			"ignore",
			"pipe",
			"ignore"
		],
		windowsHide: true
	});
	const ended = new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", resolve);
	});
	ended.catch(() => void 0);
	try {
		for await (const chunk of child.stdout) yield chunk;
		const code = await ended;
		if (code !== 0) throw new GitError([
			"cat-file",
			"blob",
			oid
		], `ended with ${code}`);
	} finally {
		child.kill();
	}
}
var __require = /* @__PURE__ */ createRequire(import.meta.url);
function cleanPath(path) {
	let normalized = normalize(path);
	if (normalized.length > 1 && normalized[normalized.length - 1] === sep$1) normalized = normalized.substring(0, normalized.length - 1);
	return normalized;
}
const SLASHES_REGEX = /[\\/]/g;
function convertSlashes(path, separator) {
	return path.replace(SLASHES_REGEX, separator);
}
const WINDOWS_ROOT_DIR_REGEX = /^[a-z]:[\\/]$/i;
function isRootDirectory(path) {
	return path === "/" || WINDOWS_ROOT_DIR_REGEX.test(path);
}
function normalizePath(path, options) {
	const { resolvePaths, normalizePath: normalizePath$1, pathSeparator } = options;
	const pathNeedsCleaning = process.platform === "win32" && path.includes("/") || path.startsWith(".");
	if (resolvePaths) path = resolve$1(path);
	if (normalizePath$1 || pathNeedsCleaning) path = cleanPath(path);
	if (path === ".") return "";
	return convertSlashes(path[path.length - 1] !== pathSeparator ? path + pathSeparator : path, pathSeparator);
}
function joinPathWithBasePath(filename, directoryPath) {
	return directoryPath + filename;
}
function joinPathWithRelativePath(root, options) {
	return function(filename, directoryPath) {
		if (directoryPath.startsWith(root)) return directoryPath.slice(root.length) + filename;
		else return convertSlashes(relative$1(root, directoryPath), options.pathSeparator) + options.pathSeparator + filename;
	};
}
function joinPath(filename) {
	return filename;
}
function joinDirectoryPath(filename, directoryPath, separator) {
	return directoryPath + filename + separator;
}
function build$7(root, options) {
	const { relativePaths, includeBasePath } = options;
	return relativePaths && root ? joinPathWithRelativePath(root, options) : includeBasePath ? joinPathWithBasePath : joinPath;
}
function pushDirectoryWithRelativePath(root) {
	return function(directoryPath, paths) {
		paths.push(directoryPath.substring(root.length) || ".");
	};
}
function pushDirectoryFilterWithRelativePath(root) {
	return function(directoryPath, paths, filters) {
		const relativePath = directoryPath.substring(root.length) || ".";
		if (filters.every((filter) => filter(relativePath, true))) paths.push(relativePath);
	};
}
const pushDirectory = (directoryPath, paths) => {
	paths.push(directoryPath || ".");
};
const pushDirectoryFilter = (directoryPath, paths, filters) => {
	const path = directoryPath || ".";
	if (filters.every((filter) => filter(path, true))) paths.push(path);
};
const empty$2 = () => {};
function build$6(root, options) {
	const { includeDirs, filters, relativePaths } = options;
	if (!includeDirs) return empty$2;
	if (relativePaths) return filters && filters.length ? pushDirectoryFilterWithRelativePath(root) : pushDirectoryWithRelativePath(root);
	return filters && filters.length ? pushDirectoryFilter : pushDirectory;
}
const pushFileFilterAndCount = (filename, _paths, counts, filters) => {
	if (filters.every((filter) => filter(filename, false))) counts.files++;
};
const pushFileFilter = (filename, paths, _counts, filters) => {
	if (filters.every((filter) => filter(filename, false))) paths.push(filename);
};
const pushFileCount = (_filename, _paths, counts, _filters) => {
	counts.files++;
};
const pushFile = (filename, paths) => {
	paths.push(filename);
};
const empty$1 = () => {};
function build$5(options) {
	const { excludeFiles, filters, onlyCounts } = options;
	if (excludeFiles) return empty$1;
	if (filters && filters.length) return onlyCounts ? pushFileFilterAndCount : pushFileFilter;
	else if (onlyCounts) return pushFileCount;
	else return pushFile;
}
const getArray = (paths) => {
	return paths;
};
const getArrayGroup = () => {
	return [""].slice(0, 0);
};
function build$4(options) {
	return options.group ? getArrayGroup : getArray;
}
const groupFiles = (groups, directory, files) => {
	groups.push({
		directory,
		files,
		dir: directory
	});
};
const empty = () => {};
function build$3(options) {
	return options.group ? groupFiles : empty;
}
const resolveSymlinksAsync = function(path, state, callback$1) {
	const { queue, fs, options: { suppressErrors } } = state;
	queue.enqueue();
	fs.realpath(path, (error, resolvedPath) => {
		if (error) return queue.dequeue(suppressErrors ? null : error, state);
		fs.stat(resolvedPath, (error$1, stat) => {
			if (error$1) return queue.dequeue(suppressErrors ? null : error$1, state);
			if (stat.isDirectory() && isRecursive(path, resolvedPath, state)) return queue.dequeue(null, state);
			callback$1(stat, resolvedPath);
			queue.dequeue(null, state);
		});
	});
};
const resolveSymlinks = function(path, state, callback$1) {
	const { queue, fs, options: { suppressErrors } } = state;
	queue.enqueue();
	try {
		const resolvedPath = fs.realpathSync(path);
		const stat = fs.statSync(resolvedPath);
		if (stat.isDirectory() && isRecursive(path, resolvedPath, state)) return;
		callback$1(stat, resolvedPath);
	} catch (e) {
		if (!suppressErrors) throw e;
	}
};
function build$2(options, isSynchronous) {
	if (!options.resolveSymlinks || options.excludeSymlinks) return null;
	return isSynchronous ? resolveSymlinks : resolveSymlinksAsync;
}
function isRecursive(path, resolved, state) {
	if (state.options.useRealPaths) return isRecursiveUsingRealPaths(resolved, state);
	let parent = dirname$1(path);
	let depth = 1;
	while (parent !== state.root && depth < 2) {
		const resolvedPath = state.symlinks.get(parent);
		if (!!resolvedPath && (resolvedPath === resolved || resolvedPath.startsWith(resolved) || resolved.startsWith(resolvedPath))) depth++;
		else parent = dirname$1(parent);
	}
	state.symlinks.set(path, resolved);
	return depth > 1;
}
function isRecursiveUsingRealPaths(resolved, state) {
	return state.visited.includes(resolved + state.options.pathSeparator);
}
const onlyCountsSync = (state) => {
	return state.counts;
};
const groupsSync = (state) => {
	return state.groups;
};
const defaultSync = (state) => {
	return state.paths;
};
const limitFilesSync = (state) => {
	return state.paths.slice(0, state.options.maxFiles);
};
const onlyCountsAsync = (state, error, callback$1) => {
	report(error, callback$1, state.counts, state.options.suppressErrors);
	return null;
};
const defaultAsync = (state, error, callback$1) => {
	report(error, callback$1, state.paths, state.options.suppressErrors);
	return null;
};
const limitFilesAsync = (state, error, callback$1) => {
	report(error, callback$1, state.paths.slice(0, state.options.maxFiles), state.options.suppressErrors);
	return null;
};
const groupsAsync = (state, error, callback$1) => {
	report(error, callback$1, state.groups, state.options.suppressErrors);
	return null;
};
function report(error, callback$1, output, suppressErrors) {
	if (error && !suppressErrors) callback$1(error, output);
	else callback$1(null, output);
}
function build$1(options, isSynchronous) {
	const { onlyCounts, group, maxFiles } = options;
	if (onlyCounts) return isSynchronous ? onlyCountsSync : onlyCountsAsync;
	else if (group) return isSynchronous ? groupsSync : groupsAsync;
	else if (maxFiles) return isSynchronous ? limitFilesSync : limitFilesAsync;
	else return isSynchronous ? defaultSync : defaultAsync;
}
const readdirOpts = { withFileTypes: true };
const walkAsync = (state, crawlPath, directoryPath, currentDepth, callback$1) => {
	state.queue.enqueue();
	if (currentDepth < 0) return state.queue.dequeue(null, state);
	const { fs } = state;
	state.visited.push(crawlPath);
	state.counts.directories++;
	fs.readdir(crawlPath || ".", readdirOpts, (error, entries = []) => {
		callback$1(entries, directoryPath, currentDepth);
		state.queue.dequeue(state.options.suppressErrors ? null : error, state);
	});
};
const walkSync = (state, crawlPath, directoryPath, currentDepth, callback$1) => {
	const { fs } = state;
	if (currentDepth < 0) return;
	state.visited.push(crawlPath);
	state.counts.directories++;
	let entries = [];
	try {
		entries = fs.readdirSync(crawlPath || ".", readdirOpts);
	} catch (e) {
		if (!state.options.suppressErrors) throw e;
	}
	callback$1(entries, directoryPath, currentDepth);
};
function build(isSynchronous) {
	return isSynchronous ? walkSync : walkAsync;
}
/**
* This is a custom stateless queue to track concurrent async fs calls.
* It increments a counter whenever a call is queued and decrements it
* as soon as it completes. When the counter hits 0, it calls onQueueEmpty.
*/
var Queue = class {
	count = 0;
	constructor(onQueueEmpty) {
		this.onQueueEmpty = onQueueEmpty;
	}
	enqueue() {
		this.count++;
		return this.count;
	}
	dequeue(error, output) {
		if (this.onQueueEmpty && (--this.count <= 0 || error)) {
			this.onQueueEmpty(error, output);
			if (error) {
				output.controller.abort();
				this.onQueueEmpty = void 0;
			}
		}
	}
};
var Counter = class {
	_files = 0;
	_directories = 0;
	set files(num) {
		this._files = num;
	}
	get files() {
		return this._files;
	}
	set directories(num) {
		this._directories = num;
	}
	get directories() {
		return this._directories;
	}
	/**
	* @deprecated use `directories` instead
	*/
	/* c8 ignore next 3 */
	get dirs() {
		return this._directories;
	}
};
/**
* AbortController is not supported on Node 14 so we use this until we can drop
* support for Node 14.
*/
var Aborter = class {
	aborted = false;
	abort() {
		this.aborted = true;
	}
};
var Walker = class {
	root;
	isSynchronous;
	state;
	joinPath;
	pushDirectory;
	pushFile;
	getArray;
	groupFiles;
	resolveSymlink;
	walkDirectory;
	callbackInvoker;
	constructor(root, options, callback$1) {
		this.isSynchronous = !callback$1;
		this.callbackInvoker = build$1(options, this.isSynchronous);
		this.root = normalizePath(root, options);
		this.state = {
			root: isRootDirectory(this.root) ? this.root : this.root.slice(0, -1),
			paths: [""].slice(0, 0),
			groups: [],
			counts: new Counter(),
			options,
			queue: new Queue((error, state) => this.callbackInvoker(state, error, callback$1)),
			symlinks: /* @__PURE__ */ new Map(),
			visited: [""].slice(0, 0),
			controller: new Aborter(),
			fs: options.fs || nativeFs
		};
		this.joinPath = build$7(this.root, options);
		this.pushDirectory = build$6(this.root, options);
		this.pushFile = build$5(options);
		this.getArray = build$4(options);
		this.groupFiles = build$3(options);
		this.resolveSymlink = build$2(options, this.isSynchronous);
		this.walkDirectory = build(this.isSynchronous);
	}
	start() {
		this.pushDirectory(this.root, this.state.paths, this.state.options.filters);
		this.walkDirectory(this.state, this.root, this.root, this.state.options.maxDepth, this.walk);
		return this.isSynchronous ? this.callbackInvoker(this.state, null) : null;
	}
	walk = (entries, directoryPath, depth) => {
		const { paths, options: { filters, resolveSymlinks: resolveSymlinks$1, excludeSymlinks, exclude, maxFiles, signal, useRealPaths, pathSeparator }, controller } = this.state;
		if (controller.aborted || signal && signal.aborted || maxFiles && paths.length > maxFiles) return;
		const files = this.getArray(this.state.paths);
		for (let i = 0; i < entries.length; ++i) {
			const entry = entries[i];
			if (entry.isFile() || entry.isSymbolicLink() && !resolveSymlinks$1 && !excludeSymlinks) {
				const filename = this.joinPath(entry.name, directoryPath);
				this.pushFile(filename, files, this.state.counts, filters);
			} else if (entry.isDirectory()) {
				let path = joinDirectoryPath(entry.name, directoryPath, this.state.options.pathSeparator);
				if (exclude && exclude(entry.name, path)) continue;
				this.pushDirectory(path, paths, filters);
				this.walkDirectory(this.state, path, path, depth - 1, this.walk);
			} else if (this.resolveSymlink && entry.isSymbolicLink()) {
				let path = joinPathWithBasePath(entry.name, directoryPath);
				this.resolveSymlink(path, this.state, (stat, resolvedPath) => {
					if (stat.isDirectory()) {
						resolvedPath = normalizePath(resolvedPath, this.state.options);
						if (exclude && exclude(entry.name, useRealPaths ? resolvedPath : path + pathSeparator)) return;
						this.walkDirectory(this.state, resolvedPath, useRealPaths ? resolvedPath : path + pathSeparator, depth - 1, this.walk);
					} else {
						resolvedPath = useRealPaths ? resolvedPath : path;
						const filename = basename$1(resolvedPath);
						const directoryPath$1 = normalizePath(dirname$1(resolvedPath), this.state.options);
						resolvedPath = this.joinPath(filename, directoryPath$1);
						this.pushFile(resolvedPath, files, this.state.counts, filters);
					}
				});
			}
		}
		this.groupFiles(this.state.groups, directoryPath, files);
	};
};
function promise(root, options) {
	return new Promise((resolve$1, reject) => {
		callback(root, options, (err, output) => {
			if (err) return reject(err);
			resolve$1(output);
		});
	});
}
function callback(root, options, callback$1) {
	new Walker(root, options, callback$1).start();
}
function sync(root, options) {
	return new Walker(root, options).start();
}
var APIBuilder = class {
	constructor(root, options) {
		this.root = root;
		this.options = options;
	}
	withPromise() {
		return promise(this.root, this.options);
	}
	withCallback(cb) {
		callback(this.root, this.options, cb);
	}
	sync() {
		return sync(this.root, this.options);
	}
};
let pm = null;
/* c8 ignore next 6 */
try {
	__require.resolve("picomatch");
	pm = __require("picomatch");
} catch {}
var Builder = class {
	globCache = {};
	options = {
		maxDepth: Infinity,
		suppressErrors: true,
		pathSeparator: sep$1,
		filters: []
	};
	globFunction;
	constructor(options) {
		this.options = {
			...this.options,
			...options
		};
		this.globFunction = this.options.globFunction;
	}
	group() {
		this.options.group = true;
		return this;
	}
	withPathSeparator(separator) {
		this.options.pathSeparator = separator;
		return this;
	}
	withBasePath() {
		this.options.includeBasePath = true;
		return this;
	}
	withRelativePaths() {
		this.options.relativePaths = true;
		return this;
	}
	withDirs() {
		this.options.includeDirs = true;
		return this;
	}
	withMaxDepth(depth) {
		this.options.maxDepth = depth;
		return this;
	}
	withMaxFiles(limit) {
		this.options.maxFiles = limit;
		return this;
	}
	withFullPaths() {
		this.options.resolvePaths = true;
		this.options.includeBasePath = true;
		return this;
	}
	withErrors() {
		this.options.suppressErrors = false;
		return this;
	}
	withSymlinks({ resolvePaths = true } = {}) {
		this.options.resolveSymlinks = true;
		this.options.useRealPaths = resolvePaths;
		return this.withFullPaths();
	}
	withAbortSignal(signal) {
		this.options.signal = signal;
		return this;
	}
	normalize() {
		this.options.normalizePath = true;
		return this;
	}
	filter(predicate) {
		this.options.filters.push(predicate);
		return this;
	}
	onlyDirs() {
		this.options.excludeFiles = true;
		this.options.includeDirs = true;
		return this;
	}
	exclude(predicate) {
		this.options.exclude = predicate;
		return this;
	}
	onlyCounts() {
		this.options.onlyCounts = true;
		return this;
	}
	crawl(root) {
		return new APIBuilder(root || ".", this.options);
	}
	withGlobFunction(fn) {
		this.globFunction = fn;
		return this;
	}
	/**
	* @deprecated Pass options using the constructor instead:
	* ```ts
	* new fdir(options).crawl("/path/to/root");
	* ```
	* This method will be removed in v7.0
	*/
	/* c8 ignore next 4 */
	crawlWithOptions(root, options) {
		this.options = {
			...this.options,
			...options
		};
		return new APIBuilder(root || ".", this.options);
	}
	glob(...patterns) {
		if (this.globFunction) return this.globWithOptions(patterns);
		return this.globWithOptions(patterns, ...[{ dot: true }]);
	}
	globWithOptions(patterns, ...options) {
		const globFn = this.globFunction || pm;
		/* c8 ignore next 5 */
		if (!globFn) throw new Error("Please specify a glob function to use glob matching.");
		var isMatch = this.globCache[patterns.join("\0")];
		if (!isMatch) {
			isMatch = globFn(patterns, ...options);
			this.globCache[patterns.join("\0")] = isMatch;
		}
		this.options.filters.push((path) => isMatch(path));
		return this;
	}
};
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const WIN_SLASH = "\\\\/";
	const WIN_NO_SLASH = `[^${WIN_SLASH}]`;
	const DEFAULT_MAX_EXTGLOB_RECURSION = 0;
	/**
	* Posix glob regex
	*/
	const DOT_LITERAL = "\\.";
	const PLUS_LITERAL = "\\+";
	const QMARK_LITERAL = "\\?";
	const SLASH_LITERAL = "\\/";
	const ONE_CHAR = "(?=.)";
	const QMARK = "[^/]";
	const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
	const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
	const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
	const POSIX_CHARS = {
		DOT_LITERAL,
		PLUS_LITERAL,
		QMARK_LITERAL,
		SLASH_LITERAL,
		ONE_CHAR,
		QMARK,
		END_ANCHOR,
		DOTS_SLASH,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!${START_ANCHOR}${DOTS_SLASH})`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`,
		NO_DOTS_SLASH: `(?!${DOTS_SLASH})`,
		QMARK_NO_DOT: `[^.${SLASH_LITERAL}]`,
		STAR: `${QMARK}*?`,
		START_ANCHOR,
		SEP: "/"
	};
	/**
	* Windows glob regex
	*/
	const WINDOWS_CHARS = {
		...POSIX_CHARS,
		SLASH_LITERAL: `[${WIN_SLASH}]`,
		QMARK: WIN_NO_SLASH,
		STAR: `${WIN_NO_SLASH}*?`,
		DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
		NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
		START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
		END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
		SEP: "\\"
	};
	module.exports = {
		DEFAULT_MAX_EXTGLOB_RECURSION,
		MAX_LENGTH: 65536,
		POSIX_REGEX_SOURCE: {
			__proto__: null,
			alnum: "a-zA-Z0-9",
			alpha: "a-zA-Z",
			ascii: "\\x00-\\x7F",
			blank: " \\t",
			cntrl: "\\x00-\\x1F\\x7F",
			digit: "0-9",
			graph: "\\x21-\\x7E",
			lower: "a-z",
			print: "\\x20-\\x7E ",
			punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
			space: " \\t\\r\\n\\v\\f",
			upper: "A-Z",
			word: "A-Za-z0-9_",
			xdigit: "A-Fa-f0-9"
		},
		REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
		REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
		REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
		REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
		REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
		REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
		REPLACEMENTS: {
			__proto__: null,
			"***": "*",
			"**/**": "**",
			"**/**/**": "**"
		},
		CHAR_0: 48,
		CHAR_9: 57,
		CHAR_UPPERCASE_A: 65,
		CHAR_LOWERCASE_A: 97,
		CHAR_UPPERCASE_Z: 90,
		CHAR_LOWERCASE_Z: 122,
		CHAR_LEFT_PARENTHESES: 40,
		CHAR_RIGHT_PARENTHESES: 41,
		CHAR_ASTERISK: 42,
		CHAR_AMPERSAND: 38,
		CHAR_AT: 64,
		CHAR_BACKWARD_SLASH: 92,
		CHAR_CARRIAGE_RETURN: 13,
		CHAR_CIRCUMFLEX_ACCENT: 94,
		CHAR_COLON: 58,
		CHAR_COMMA: 44,
		CHAR_DOT: 46,
		CHAR_DOUBLE_QUOTE: 34,
		CHAR_EQUAL: 61,
		CHAR_EXCLAMATION_MARK: 33,
		CHAR_FORM_FEED: 12,
		CHAR_FORWARD_SLASH: 47,
		CHAR_GRAVE_ACCENT: 96,
		CHAR_HASH: 35,
		CHAR_HYPHEN_MINUS: 45,
		CHAR_LEFT_ANGLE_BRACKET: 60,
		CHAR_LEFT_CURLY_BRACE: 123,
		CHAR_LEFT_SQUARE_BRACKET: 91,
		CHAR_LINE_FEED: 10,
		CHAR_NO_BREAK_SPACE: 160,
		CHAR_PERCENT: 37,
		CHAR_PLUS: 43,
		CHAR_QUESTION_MARK: 63,
		CHAR_RIGHT_ANGLE_BRACKET: 62,
		CHAR_RIGHT_CURLY_BRACE: 125,
		CHAR_RIGHT_SQUARE_BRACKET: 93,
		CHAR_SEMICOLON: 59,
		CHAR_SINGLE_QUOTE: 39,
		CHAR_SPACE: 32,
		CHAR_TAB: 9,
		CHAR_UNDERSCORE: 95,
		CHAR_VERTICAL_LINE: 124,
		CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
		/**
		* Create EXTGLOB_CHARS
		*/
		extglobChars(chars) {
			return {
				"!": {
					type: "negate",
					open: "(?:(?!(?:",
					close: `))${chars.STAR})`
				},
				"?": {
					type: "qmark",
					open: "(?:",
					close: ")?"
				},
				"+": {
					type: "plus",
					open: "(?:",
					close: ")+"
				},
				"*": {
					type: "star",
					open: "(?:",
					close: ")*"
				},
				"@": {
					type: "at",
					open: "(?:",
					close: ")"
				}
			};
		},
		/**
		* Create GLOB_CHARS
		*/
		globChars(win32) {
			return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
		}
	};
}));
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { REGEX_BACKSLASH, REGEX_REMOVE_BACKSLASH, REGEX_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_GLOBAL } = require_constants();
	exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
	exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
	exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
	exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
	exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
	exports.isWindows = () => {
		if (typeof navigator !== "undefined" && navigator.platform) {
			const platform = navigator.platform.toLowerCase();
			return platform === "win32" || platform === "windows";
		}
		if (typeof process !== "undefined" && process.platform) return process.platform === "win32";
		return false;
	};
	exports.removeBackslashes = (str) => {
		return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
			return match === "\\" ? "" : match;
		});
	};
	exports.escapeLast = (input, char, lastIdx) => {
		const idx = input.lastIndexOf(char, lastIdx);
		if (idx === -1) return input;
		if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
		return `${input.slice(0, idx)}\\${input.slice(idx)}`;
	};
	exports.removePrefix = (input, state = {}) => {
		let output = input;
		if (output.startsWith("./")) {
			output = output.slice(2);
			state.prefix = "./";
		}
		return output;
	};
	exports.wrapOutput = (input, state = {}, options = {}) => {
		let output = `${options.contains ? "" : "^"}(?:${input})${options.contains ? "" : "$"}`;
		if (state.negated === true) output = `(?:^(?!${output}).*$)`;
		return output;
	};
	exports.basename = (path, { windows } = {}) => {
		const segs = path.split(windows ? /[\\/]/ : "/");
		const last = segs[segs.length - 1];
		if (last === "") return segs[segs.length - 2];
		return last;
	};
}));
var require_scan = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const utils = require_utils();
	const { CHAR_ASTERISK, CHAR_AT, CHAR_BACKWARD_SLASH, CHAR_COMMA, CHAR_DOT, CHAR_EXCLAMATION_MARK, CHAR_FORWARD_SLASH, CHAR_LEFT_CURLY_BRACE, CHAR_LEFT_PARENTHESES, CHAR_LEFT_SQUARE_BRACKET, CHAR_PLUS, CHAR_QUESTION_MARK, CHAR_RIGHT_CURLY_BRACE, CHAR_RIGHT_PARENTHESES, CHAR_RIGHT_SQUARE_BRACKET } = require_constants();
	const isPathSeparator = (code) => {
		return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
	};
	const depth = (token) => {
		if (token.isPrefix !== true) token.depth = token.isGlobstar ? Infinity : 1;
	};
	/**
	* Quickly scans a glob pattern and returns an object with a handful of
	* useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
	* `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
	* with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
	*
	* ```js
	* const pm = require('picomatch');
	* console.log(pm.scan('foo/bar/*.js'));
	* { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
	* ```
	* @param {String} `str`
	* @param {Object} `options`
	* @return {Object} Returns an object with tokens and regex source string.
	* @api public
	*/
	const scan = (input, options) => {
		const opts = options || {};
		const length = input.length - 1;
		const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
		const slashes = [];
		const tokens = [];
		const parts = [];
		let str = input;
		let index = -1;
		let start = 0;
		let lastIndex = 0;
		let isBrace = false;
		let isBracket = false;
		let isGlob = false;
		let isExtglob = false;
		let isGlobstar = false;
		let braceEscaped = false;
		let backslashes = false;
		let negated = false;
		let negatedExtglob = false;
		let finished = false;
		let braces = 0;
		let prev;
		let code;
		let token = {
			value: "",
			depth: 0,
			isGlob: false
		};
		const eos = () => index >= length;
		const peek = () => str.charCodeAt(index + 1);
		const advance = () => {
			prev = code;
			return str.charCodeAt(++index);
		};
		while (index < length) {
			code = advance();
			let next;
			if (code === CHAR_BACKWARD_SLASH) {
				backslashes = token.backslashes = true;
				code = advance();
				if (code === CHAR_LEFT_CURLY_BRACE) braceEscaped = true;
				continue;
			}
			if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
				braces++;
				while (eos() !== true && (code = advance())) {
					if (code === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (code === CHAR_LEFT_CURLY_BRACE) {
						braces++;
						continue;
					}
					if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (braceEscaped !== true && code === CHAR_COMMA) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (code === CHAR_RIGHT_CURLY_BRACE) {
						braces--;
						if (braces === 0) {
							braceEscaped = false;
							isBrace = token.isBrace = true;
							finished = true;
							break;
						}
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_FORWARD_SLASH) {
				slashes.push(index);
				tokens.push(token);
				token = {
					value: "",
					depth: 0,
					isGlob: false
				};
				if (finished === true) continue;
				if (prev === CHAR_DOT && index === start + 1) {
					start += 2;
					continue;
				}
				lastIndex = index + 1;
				continue;
			}
			if (opts.noext !== true) {
				if ((code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === true && peek() === CHAR_LEFT_PARENTHESES) {
					isGlob = token.isGlob = true;
					isExtglob = token.isExtglob = true;
					finished = true;
					if (code === CHAR_EXCLAMATION_MARK && index === start) negatedExtglob = true;
					if (scanToEnd === true) {
						let parens = 0;
						while (eos() !== true && (code = advance())) {
							if (code === CHAR_BACKWARD_SLASH) {
								backslashes = token.backslashes = true;
								advance();
								continue;
							}
							if (code === CHAR_LEFT_PARENTHESES) {
								parens++;
								continue;
							}
							if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
								finished = true;
								break;
							}
						}
						continue;
					}
					break;
				}
			}
			if (code === CHAR_ASTERISK) {
				if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_QUESTION_MARK) {
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_LEFT_SQUARE_BRACKET) {
				while (eos() !== true && (next = advance())) {
					if (next === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (next === CHAR_RIGHT_SQUARE_BRACKET) {
						isBracket = token.isBracket = true;
						isGlob = token.isGlob = true;
						finished = true;
						break;
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
				negated = token.negated = true;
				start++;
				continue;
			}
			if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
				isGlob = token.isGlob = true;
				if (scanToEnd === true) {
					let parens = 1;
					while (eos() !== true && (code = advance())) {
						if (code === CHAR_BACKWARD_SLASH) {
							backslashes = token.backslashes = true;
							advance();
							continue;
						}
						if (code === CHAR_LEFT_PARENTHESES) {
							parens++;
							continue;
						}
						if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
							finished = true;
							break;
						}
					}
					continue;
				}
				break;
			}
			if (isGlob === true) {
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
		}
		if (opts.noext === true) {
			isExtglob = false;
			isGlob = false;
		}
		let base = str;
		let prefix = "";
		let glob = "";
		if (start > 0) {
			prefix = str.slice(0, start);
			str = str.slice(start);
			lastIndex -= start;
		}
		if (base && isGlob === true && lastIndex > 0) {
			base = str.slice(0, lastIndex);
			glob = str.slice(lastIndex);
		} else if (isGlob === true) {
			base = "";
			glob = str;
		} else base = str;
		if (base && base !== "" && base !== "/" && base !== str) {
			if (isPathSeparator(base.charCodeAt(base.length - 1))) base = base.slice(0, -1);
		}
		if (opts.unescape === true) {
			if (glob) glob = utils.removeBackslashes(glob);
			if (base && backslashes === true) base = utils.removeBackslashes(base);
		}
		const state = {
			prefix,
			input,
			start,
			base,
			glob,
			isBrace,
			isBracket,
			isGlob,
			isExtglob,
			isGlobstar,
			negated,
			negatedExtglob
		};
		if (opts.tokens === true) {
			state.maxDepth = 0;
			if (!isPathSeparator(code)) tokens.push(token);
			state.tokens = tokens;
		}
		if (opts.parts === true || opts.tokens === true) {
			let prevIndex;
			for (let idx = 0; idx < slashes.length; idx++) {
				const n = prevIndex !== void 0 ? prevIndex + 1 : start;
				const i = slashes[idx];
				const value = input.slice(n, i);
				if (opts.tokens) {
					if (idx === 0 && start !== 0) {
						tokens[idx].isPrefix = true;
						tokens[idx].value = prefix;
					} else tokens[idx].value = value;
					depth(tokens[idx]);
					state.maxDepth += tokens[idx].depth;
				}
				if (i >= start) {
					parts.push(value);
					prevIndex = i;
				}
			}
			const n = prevIndex !== void 0 ? prevIndex + 1 : start;
			const value = input.slice(n);
			parts.push(value);
			if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
				tokens[tokens.length - 1].value = value;
				depth(tokens[tokens.length - 1]);
				state.maxDepth += tokens[tokens.length - 1].depth;
			}
			state.slashes = slashes;
			state.parts = parts;
		}
		return state;
	};
	module.exports = scan;
}));
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = require_constants();
	const utils = require_utils();
	/**
	* Constants
	*/
	const { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants;
	/**
	* Helpers
	*/
	const expandRange = (args, options) => {
		if (typeof options.expandRange === "function") return options.expandRange(...args, options);
		args.sort();
		const value = `[${args.join("-")}]`;
		try {
			new RegExp(value);
		} catch (ex) {
			return args.map((v) => utils.escapeRegex(v)).join("..");
		}
		return value;
	};
	/**
	* Create the message for a syntax error
	*/
	const syntaxError = (type, char) => {
		return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
	};
	const splitTopLevel = (input) => {
		const parts = [];
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let value = "";
		let escaped = false;
		for (const ch of input) {
			if (escaped === true) {
				value += ch;
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				value += ch;
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				value += ch;
				continue;
			}
			if (quote === 0) {
				if (ch === "[") bracket++;
				else if (ch === "]" && bracket > 0) bracket--;
				else if (bracket === 0) {
					if (ch === "(") paren++;
					else if (ch === ")" && paren > 0) paren--;
					else if (ch === "|" && paren === 0) {
						parts.push(value);
						value = "";
						continue;
					}
				}
			}
			value += ch;
		}
		parts.push(value);
		return parts;
	};
	const isPlainBranch = (branch) => {
		let escaped = false;
		for (const ch of branch) {
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (/[?*+@!()[\]{}]/.test(ch)) return false;
		}
		return true;
	};
	const normalizeSimpleBranch = (branch) => {
		let value = branch.trim();
		let changed = true;
		while (changed === true) {
			changed = false;
			if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
				value = value.slice(2, -1);
				changed = true;
			}
		}
		if (!isPlainBranch(value)) return;
		return value.replace(/\\(.)/g, "$1");
	};
	const hasRepeatedCharPrefixOverlap = (branches) => {
		const values = branches.map(normalizeSimpleBranch).filter(Boolean);
		for (let i = 0; i < values.length; i++) for (let j = i + 1; j < values.length; j++) {
			const a = values[i];
			const b = values[j];
			const char = a[0];
			if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) continue;
			if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
		}
		return false;
	};
	const parseRepeatedExtglob = (pattern, requireEnd = true) => {
		if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") return;
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let escaped = false;
		for (let i = 1; i < pattern.length; i++) {
			const ch = pattern[i];
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				continue;
			}
			if (quote === 1) continue;
			if (ch === "[") {
				bracket++;
				continue;
			}
			if (ch === "]" && bracket > 0) {
				bracket--;
				continue;
			}
			if (bracket > 0) continue;
			if (ch === "(") {
				paren++;
				continue;
			}
			if (ch === ")") {
				paren--;
				if (paren === 0) {
					if (requireEnd === true && i !== pattern.length - 1) return;
					return {
						type: pattern[0],
						body: pattern.slice(2, i),
						end: i
					};
				}
			}
		}
	};
	const buildCharClassStar = (chars) => {
		return `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`;
	};
	const getStarExtglobSequenceChars = (pattern) => {
		let index = 0;
		const chars = [];
		while (index < pattern.length) {
			const match = parseRepeatedExtglob(pattern.slice(index), false);
			if (!match || match.type !== "*") return;
			const branches = splitTopLevel(match.body).map((branch) => branch.trim());
			if (branches.length !== 1) return;
			const branch = normalizeSimpleBranch(branches[0]);
			if (!branch || branch.length !== 1) return;
			chars.push(branch);
			index += match.end + 1;
		}
		if (chars.length < 1) return;
		return chars;
	};
	const repeatedExtglobRecursion = (pattern) => {
		let depth = 0;
		let value = pattern.trim();
		let match = parseRepeatedExtglob(value);
		while (match) {
			depth++;
			value = match.body.trim();
			match = parseRepeatedExtglob(value);
		}
		return depth;
	};
	const analyzeRepeatedExtglob = (body, options) => {
		if (options.maxExtglobRecursion === false) return { risky: false };
		const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
		const branches = splitTopLevel(body).map((branch) => branch.trim());
		if (branches.length > 1) {
			if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) return { risky: true };
		}
		const safeChars = [];
		let sawStarSequence = false;
		let combinable = true;
		for (const branch of branches) {
			const chars = getStarExtglobSequenceChars(branch);
			if (chars) {
				sawStarSequence = true;
				safeChars.push(...chars);
				continue;
			}
			const literal = normalizeSimpleBranch(branch);
			if (literal && literal.length === 1) {
				safeChars.push(literal);
				continue;
			}
			combinable = false;
			if (repeatedExtglobRecursion(branch) > max) return { risky: true };
		}
		if (sawStarSequence) return combinable ? {
			risky: true,
			safeOutput: buildCharClassStar([...new Set(safeChars)])
		} : { risky: true };
		return { risky: false };
	};
	/**
	* Parse the given input string.
	* @param {String} input
	* @param {Object} options
	* @return {Object}
	*/
	const parse = (input, options) => {
		if (typeof input !== "string") throw new TypeError("Expected a string");
		input = REPLACEMENTS[input] || input;
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		let len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		const bos = {
			type: "bos",
			value: "",
			output: opts.prepend || ""
		};
		const tokens = [bos];
		const capture = opts.capture ? "" : "?:";
		const PLATFORM_CHARS = constants.globChars(opts.windows);
		const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
		const { DOT_LITERAL, PLUS_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOT_SLASH, NO_DOTS_SLASH, QMARK, QMARK_NO_DOT, STAR, START_ANCHOR } = PLATFORM_CHARS;
		const globstar = (opts) => {
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const nodot = opts.dot ? "" : NO_DOT;
		const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
		let star = opts.bash === true ? globstar(opts) : STAR;
		if (opts.capture) star = `(${star})`;
		if (typeof opts.noext === "boolean") opts.noextglob = opts.noext;
		const state = {
			input,
			index: -1,
			start: 0,
			dot: opts.dot === true,
			consumed: "",
			output: "",
			prefix: "",
			backtrack: false,
			negated: false,
			brackets: 0,
			braces: 0,
			parens: 0,
			quotes: 0,
			globstar: false,
			tokens
		};
		input = utils.removePrefix(input, state);
		len = input.length;
		const extglobs = [];
		const braces = [];
		const stack = [];
		let prev = bos;
		let value;
		/**
		* Tokenizing helpers
		*/
		const eos = () => state.index === len - 1;
		const peek = state.peek = (n = 1) => input[state.index + n];
		const advance = state.advance = () => input[++state.index] || "";
		const remaining = () => input.slice(state.index + 1);
		const consume = (value = "", num = 0) => {
			state.consumed += value;
			state.index += num;
		};
		const append = (token) => {
			state.output += token.output != null ? token.output : token.value;
			consume(token.value);
		};
		const negate = () => {
			let count = 1;
			while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
				advance();
				state.start++;
				count++;
			}
			if (count % 2 === 0) return false;
			state.negated = true;
			state.start++;
			return true;
		};
		const increment = (type) => {
			state[type]++;
			stack.push(type);
		};
		const decrement = (type) => {
			state[type]--;
			stack.pop();
		};
		/**
		* Push tokens onto the tokens array. This helper speeds up
		* tokenizing by 1) helping us avoid backtracking as much as possible,
		* and 2) helping us avoid creating extra tokens when consecutive
		* characters are plain text. This improves performance and simplifies
		* lookbehinds.
		*/
		const push = (tok) => {
			if (prev.type === "globstar") {
				const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
				const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
				if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
					state.output = state.output.slice(0, -prev.output.length);
					prev.type = "star";
					prev.value = "*";
					prev.output = star;
					state.output += prev.output;
				}
			}
			if (extglobs.length && tok.type !== "paren") extglobs[extglobs.length - 1].inner += tok.value;
			if (tok.value || tok.output) append(tok);
			if (prev && prev.type === "text" && tok.type === "text") {
				prev.output = (prev.output || prev.value) + tok.value;
				prev.value += tok.value;
				return;
			}
			tok.prev = prev;
			tokens.push(tok);
			prev = tok;
		};
		const extglobOpen = (type, value) => {
			const token = {
				...EXTGLOB_CHARS[value],
				conditions: 1,
				inner: ""
			};
			token.prev = prev;
			token.parens = state.parens;
			token.output = state.output;
			token.startIndex = state.index;
			token.tokensIndex = tokens.length;
			const output = (opts.capture ? "(" : "") + token.open;
			increment("parens");
			push({
				type,
				value,
				output: state.output ? "" : ONE_CHAR
			});
			push({
				type: "paren",
				extglob: true,
				value: advance(),
				output
			});
			extglobs.push(token);
		};
		const extglobClose = (token) => {
			const literal = input.slice(token.startIndex, state.index + 1);
			const body = input.slice(token.startIndex + 2, state.index);
			const analysis = analyzeRepeatedExtglob(body, opts);
			if ((token.type === "plus" || token.type === "star") && analysis.risky) {
				const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
				const open = tokens[token.tokensIndex];
				open.type = "text";
				open.value = literal;
				open.output = safeOutput || utils.escapeRegex(literal);
				for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
					tokens[i].value = "";
					tokens[i].output = "";
					delete tokens[i].suffix;
				}
				state.output = token.output + open.output;
				state.backtrack = true;
				push({
					type: "paren",
					extglob: true,
					value,
					output: ""
				});
				decrement("parens");
				return;
			}
			let output = token.close + (opts.capture ? ")" : "");
			let rest;
			if (token.type === "negate") {
				let extglobStar = star;
				if (token.inner && token.inner.length > 1 && token.inner.includes("/")) extglobStar = globstar(opts);
				if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) output = token.close = `)$))${extglobStar}`;
				if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) output = token.close = `)${parse(rest, {
					...options,
					fastpaths: false
				}).output})${extglobStar})`;
				if (token.prev.type === "bos") state.negatedExtglob = true;
			}
			push({
				type: "paren",
				extglob: true,
				value,
				output
			});
			decrement("parens");
		};
		/**
		* Fast paths
		*/
		if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
			let backslashes = false;
			let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
				if (first === "\\") {
					backslashes = true;
					return m;
				}
				if (first === "?") {
					if (esc) return esc + first + (rest ? QMARK.repeat(rest.length) : "");
					if (index === 0) return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
					return QMARK.repeat(chars.length);
				}
				if (first === ".") return DOT_LITERAL.repeat(chars.length);
				if (first === "*") {
					if (esc) return esc + first + (rest ? star : "");
					return star;
				}
				return esc ? m : `\\${m}`;
			});
			if (backslashes === true) {
				if (opts.unescape === true) output = output.replace(/\\/g, "");
				else output = output.replace(/\\+/g, (m) => {
					return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
				});
			}
			if (output === input && opts.contains === true) {
				state.output = input;
				return state;
			}
			state.output = utils.wrapOutput(output, state, options);
			return state;
		}
		/**
		* Tokenize input until we reach end-of-string
		*/
		while (!eos()) {
			value = advance();
			if (value === "\0") continue;
			/**
			* Escaped characters
			*/
			if (value === "\\") {
				const next = peek();
				if (next === "/" && opts.bash !== true) continue;
				if (next === "." || next === ";") continue;
				if (!next) {
					value += "\\";
					push({
						type: "text",
						value
					});
					continue;
				}
				const match = /^\\+/.exec(remaining());
				let slashes = 0;
				if (match && match[0].length > 2) {
					slashes = match[0].length;
					state.index += slashes;
					if (slashes % 2 !== 0) value += "\\";
				}
				if (opts.unescape === true) value = advance();
				else value += advance();
				if (state.brackets === 0) {
					push({
						type: "text",
						value
					});
					continue;
				}
			}
			/**
			* If we're inside a regex character class, continue
			* until we reach the closing bracket.
			*/
			if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
				if (opts.posix !== false && value === ":") {
					const inner = prev.value.slice(1);
					if (inner.includes("[")) {
						prev.posix = true;
						if (inner.includes(":")) {
							const idx = prev.value.lastIndexOf("[");
							const pre = prev.value.slice(0, idx);
							const rest = prev.value.slice(idx + 2);
							const posix = POSIX_REGEX_SOURCE[rest];
							if (posix) {
								prev.value = pre + posix;
								state.backtrack = true;
								advance();
								if (!bos.output && tokens.indexOf(prev) === 1) bos.output = ONE_CHAR;
								continue;
							}
						}
					}
				}
				if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") value = `\\${value}`;
				if (value === "]" && (prev.value === "[" || prev.value === "[^")) value = `\\${value}`;
				if (opts.posix === true && value === "!" && prev.value === "[") value = "^";
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* If we're inside a quoted string, continue
			* until we reach the closing double quote.
			*/
			if (state.quotes === 1 && value !== "\"") {
				value = utils.escapeRegex(value);
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* Double quotes
			*/
			if (value === "\"") {
				state.quotes = state.quotes === 1 ? 0 : 1;
				if (opts.keepQuotes === true) push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Parentheses
			*/
			if (value === "(") {
				increment("parens");
				push({
					type: "paren",
					value
				});
				continue;
			}
			if (value === ")") {
				if (state.parens === 0 && opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "("));
				const extglob = extglobs[extglobs.length - 1];
				if (extglob && state.parens === extglob.parens + 1) {
					extglobClose(extglobs.pop());
					continue;
				}
				push({
					type: "paren",
					value,
					output: state.parens ? ")" : "\\)"
				});
				decrement("parens");
				continue;
			}
			/**
			* Square brackets
			*/
			if (value === "[") {
				if (opts.nobracket === true || !remaining().includes("]")) {
					if (opts.nobracket !== true && opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
					value = `\\${value}`;
				} else increment("brackets");
				push({
					type: "bracket",
					value
				});
				continue;
			}
			if (value === "]") {
				if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				if (state.brackets === 0) {
					if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "["));
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				decrement("brackets");
				const prevValue = prev.value.slice(1);
				if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) value = `/${value}`;
				prev.value += value;
				append({ value });
				if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) continue;
				const escaped = utils.escapeRegex(prev.value);
				state.output = state.output.slice(0, -prev.value.length);
				if (opts.literalBrackets === true) {
					state.output += escaped;
					prev.value = escaped;
					continue;
				}
				prev.value = `(${capture}${escaped}|${prev.value})`;
				state.output += prev.value;
				continue;
			}
			/**
			* Braces
			*/
			if (value === "{" && opts.nobrace !== true) {
				increment("braces");
				const open = {
					type: "brace",
					value,
					output: "(",
					outputIndex: state.output.length,
					tokensIndex: state.tokens.length
				};
				braces.push(open);
				push(open);
				continue;
			}
			if (value === "}") {
				const brace = braces[braces.length - 1];
				if (opts.nobrace === true || !brace) {
					push({
						type: "text",
						value,
						output: value
					});
					continue;
				}
				let output = ")";
				if (brace.dots === true) {
					const arr = tokens.slice();
					const range = [];
					for (let i = arr.length - 1; i >= 0; i--) {
						tokens.pop();
						if (arr[i].type === "brace") break;
						if (arr[i].type !== "dots") range.unshift(arr[i].value);
					}
					output = expandRange(range, opts);
					state.backtrack = true;
				}
				if (brace.comma !== true && brace.dots !== true) {
					const out = state.output.slice(0, brace.outputIndex);
					const toks = state.tokens.slice(brace.tokensIndex);
					brace.value = brace.output = "\\{";
					value = output = "\\}";
					state.output = out;
					for (const t of toks) state.output += t.output || t.value;
				}
				push({
					type: "brace",
					value,
					output
				});
				decrement("braces");
				braces.pop();
				continue;
			}
			/**
			* Pipes
			*/
			if (value === "|") {
				if (extglobs.length > 0) extglobs[extglobs.length - 1].conditions++;
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Commas
			*/
			if (value === ",") {
				let output = value;
				const brace = braces[braces.length - 1];
				if (brace && stack[stack.length - 1] === "braces") {
					brace.comma = true;
					output = "|";
				}
				push({
					type: "comma",
					value,
					output
				});
				continue;
			}
			/**
			* Slashes
			*/
			if (value === "/") {
				if (prev.type === "dot" && state.index === state.start + 1) {
					state.start = state.index + 1;
					state.consumed = "";
					state.output = "";
					tokens.pop();
					prev = bos;
					continue;
				}
				push({
					type: "slash",
					value,
					output: SLASH_LITERAL
				});
				continue;
			}
			/**
			* Dots
			*/
			if (value === ".") {
				if (state.braces > 0 && prev.type === "dot") {
					if (prev.value === ".") prev.output = DOT_LITERAL;
					const brace = braces[braces.length - 1];
					prev.type = "dots";
					prev.output += value;
					prev.value += value;
					brace.dots = true;
					continue;
				}
				if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
					push({
						type: "text",
						value,
						output: DOT_LITERAL
					});
					continue;
				}
				push({
					type: "dot",
					value,
					output: DOT_LITERAL
				});
				continue;
			}
			/**
			* Question marks
			*/
			if (value === "?") {
				if (!(prev && prev.value === "(") && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("qmark", value);
					continue;
				}
				if (prev && prev.type === "paren") {
					const next = peek();
					let output = value;
					if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) output = `\\${value}`;
					push({
						type: "text",
						value,
						output
					});
					continue;
				}
				if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
					push({
						type: "qmark",
						value,
						output: QMARK_NO_DOT
					});
					continue;
				}
				push({
					type: "qmark",
					value,
					output: QMARK
				});
				continue;
			}
			/**
			* Exclamation
			*/
			if (value === "!") {
				if (opts.noextglob !== true && peek() === "(") {
					if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
						extglobOpen("negate", value);
						continue;
					}
				}
				if (opts.nonegate !== true && state.index === 0) {
					negate();
					continue;
				}
			}
			/**
			* Plus
			*/
			if (value === "+") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("plus", value);
					continue;
				}
				if (prev && prev.value === "(" || opts.regex === false) {
					push({
						type: "plus",
						value,
						output: PLUS_LITERAL
					});
					continue;
				}
				if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
					push({
						type: "plus",
						value
					});
					continue;
				}
				push({
					type: "plus",
					value: PLUS_LITERAL
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value === "@") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					push({
						type: "at",
						extglob: true,
						value,
						output: ""
					});
					continue;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value !== "*") {
				if (value === "$" || value === "^") value = `\\${value}`;
				const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
				if (match) {
					value += match[0];
					state.index += match[0].length;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Stars
			*/
			if (prev && (prev.type === "globstar" || prev.star === true)) {
				prev.type = "star";
				prev.star = true;
				prev.value += value;
				prev.output = star;
				state.backtrack = true;
				state.globstar = true;
				consume(value);
				continue;
			}
			let rest = remaining();
			if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
				extglobOpen("star", value);
				continue;
			}
			if (prev.type === "star") {
				if (opts.noglobstar === true) {
					consume(value);
					continue;
				}
				const prior = prev.prev;
				const before = prior.prev;
				const isStart = prior.type === "slash" || prior.type === "bos";
				const afterStar = before && (before.type === "star" || before.type === "globstar");
				if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
				const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
				if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				while (rest.slice(0, 3) === "/**") {
					const after = input[state.index + 4];
					if (after && after !== "/") break;
					rest = rest.slice(3);
					consume("/**", 3);
				}
				const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
				if (prior.type === "bos" && eos()) {
					prev.type = "globstar";
					prev.value += value;
					prev.output = globstar(opts);
					state.output = prev.output;
					state.globstar = true;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
					prev.value += value;
					state.globstar = true;
					state.output += prior.output + prev.output;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
					const end = rest[1] !== void 0 ? "|$" : "";
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
					prev.value += value;
					state.output += prior.output + prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				if (prior.type === "bos" && rest[0] === "/") {
					prev.type = "globstar";
					prev.value += value;
					prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
					state.output = prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				state.output = state.output.slice(0, -prev.output.length);
				prev.type = "globstar";
				prev.output = globstar(opts);
				prev.value += value;
				state.output += prev.output;
				state.globstar = true;
				consume(value);
				continue;
			}
			const token = {
				type: "star",
				value,
				output: star
			};
			if (opts.bash === true) {
				token.output = ".*?";
				if (prev.type === "bos" || prev.type === "slash") token.output = nodot + token.output;
				push(token);
				continue;
			}
			if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
				token.output = value;
				push(token);
				continue;
			}
			if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
				if (prev.type === "dot") {
					state.output += NO_DOT_SLASH;
					prev.output += NO_DOT_SLASH;
				} else if (opts.dot === true) {
					state.output += NO_DOTS_SLASH;
					prev.output += NO_DOTS_SLASH;
				} else {
					state.output += nodot;
					prev.output += nodot;
				}
				if (peek() !== "*") {
					state.output += ONE_CHAR;
					prev.output += ONE_CHAR;
				}
			}
			push(token);
		}
		while (state.brackets > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
			state.output = utils.escapeLast(state.output, "[");
			decrement("brackets");
		}
		while (state.parens > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
			state.output = utils.escapeLast(state.output, "(");
			decrement("parens");
		}
		while (state.braces > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
			state.output = utils.escapeLast(state.output, "{");
			decrement("braces");
		}
		if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) push({
			type: "maybe_slash",
			value: "",
			output: `${SLASH_LITERAL}?`
		});
		if (state.backtrack === true) {
			state.output = "";
			for (const token of state.tokens) {
				state.output += token.output != null ? token.output : token.value;
				if (token.suffix) state.output += token.suffix;
			}
		}
		return state;
	};
	/**
	* Fast paths for creating regular expressions for common glob patterns.
	* This can significantly speed up processing and has very little downside
	* impact when none of the fast paths match.
	*/
	parse.fastpaths = (input, options) => {
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		const len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		input = REPLACEMENTS[input] || input;
		const { DOT_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOTS, NO_DOTS_SLASH, STAR, START_ANCHOR } = constants.globChars(opts.windows);
		const nodot = opts.dot ? NO_DOTS : NO_DOT;
		const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
		const capture = opts.capture ? "" : "?:";
		const state = {
			negated: false,
			prefix: ""
		};
		let star = opts.bash === true ? ".*?" : STAR;
		if (opts.capture) star = `(${star})`;
		const globstar = (opts) => {
			if (opts.noglobstar === true) return star;
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const create = (str) => {
			switch (str) {
				case "*": return `${nodot}${ONE_CHAR}${star}`;
				case ".*": return `${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*.*": return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*/*": return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
				case "**": return nodot + globstar(opts);
				case "**/*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
				case "**/*.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "**/.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
				default: {
					const match = /^(.*?)\.(\w+)$/.exec(str);
					if (!match) return;
					const source = create(match[1]);
					if (!source) return;
					return source + DOT_LITERAL + match[2];
				}
			}
		};
		let source = create(utils.removePrefix(input, state));
		if (source && opts.strictSlashes !== true) source += `${SLASH_LITERAL}?`;
		return source;
	};
	module.exports = parse;
}));
var require_picomatch$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const scan = require_scan();
	const parse = require_parse();
	const utils = require_utils();
	const constants = require_constants();
	const isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
	/**
	* Creates a matcher function from one or more glob patterns. The
	* returned function takes a string to match as its first argument,
	* and returns true if the string is a match. The returned matcher
	* function also takes a boolean as the second argument that, when true,
	* returns an object with additional information.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch(glob[, options]);
	*
	* const isMatch = picomatch('*.!(*a)');
	* console.log(isMatch('a.a')); //=> false
	* console.log(isMatch('a.b')); //=> true
	*
	* // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
	* const picomatch = require('picomatch/posix');
	* // the same API, defaulting to posix paths
	* const isMatch = picomatch('a/*');
	* console.log(isMatch('a\\b')); //=> false
	* console.log(isMatch('a/b')); //=> true
	*
	* // you can still configure the matcher function to accept windows paths
	* const isMatch = picomatch('a/*', { options: windows });
	* console.log(isMatch('a\\b')); //=> true
	* console.log(isMatch('a/b')); //=> true
	* ```
	* @name picomatch
	* @param {String|Array} `globs` One or more glob patterns.
	* @param {Object=} `options`
	* @return {Function=} Returns a matcher function.
	* @api public
	*/
	const picomatch = (glob, options, returnState = false) => {
		if (Array.isArray(glob)) {
			const fns = glob.map((input) => picomatch(input, options, returnState));
			const arrayMatcher = (str) => {
				for (const isMatch of fns) {
					const state = isMatch(str);
					if (state) return state;
				}
				return false;
			};
			return arrayMatcher;
		}
		const isState = isObject(glob) && glob.tokens && glob.input;
		if (glob === "" || typeof glob !== "string" && !isState) throw new TypeError("Expected pattern to be a non-empty string");
		const opts = options || {};
		const posix = opts.windows;
		const regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, false, true);
		const state = regex.state;
		delete regex.state;
		let isIgnored = () => false;
		if (opts.ignore) {
			const ignoreOpts = {
				...options,
				ignore: null,
				onMatch: null,
				onResult: null
			};
			isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
		}
		const matcher = (input, returnObject = false) => {
			const { isMatch, match, output } = picomatch.test(input, regex, options, {
				glob,
				posix
			});
			const result = {
				glob,
				state,
				regex,
				posix,
				input,
				output,
				match,
				isMatch
			};
			if (typeof opts.onResult === "function") opts.onResult(result);
			if (isMatch === false) {
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (isIgnored(input)) {
				if (typeof opts.onIgnore === "function") opts.onIgnore(result);
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (typeof opts.onMatch === "function") opts.onMatch(result);
			return returnObject ? result : true;
		};
		if (returnState) matcher.state = state;
		return matcher;
	};
	/**
	* Test `input` with the given `regex`. This is used by the main
	* `picomatch()` function to test the input string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.test(input, regex[, options]);
	*
	* console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
	* // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp} `regex`
	* @return {Object} Returns an object with matching info.
	* @api public
	*/
	picomatch.test = (input, regex, options, { glob, posix } = {}) => {
		if (typeof input !== "string") throw new TypeError("Expected input to be a string");
		if (input === "") return {
			isMatch: false,
			output: ""
		};
		const opts = options || {};
		const format = opts.format || (posix ? utils.toPosixSlashes : null);
		let match = input === glob;
		let output = match && format ? format(input) : input;
		if (match === false) {
			output = format ? format(input) : input;
			match = output === glob;
		}
		if (match === false || opts.capture === true) {
			if (opts.matchBase === true || opts.basename === true) match = picomatch.matchBase(input, regex, options, posix);
			else match = regex.exec(output);
		}
		return {
			isMatch: Boolean(match),
			match,
			output
		};
	};
	/**
	* Match the basename of a filepath.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.matchBase(input, glob[, options]);
	* console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
	* @return {Boolean}
	* @api public
	*/
	picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
		return (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
	};
	/**
	* Returns true if **any** of the given glob `patterns` match the specified `string`.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.isMatch(string, patterns[, options]);
	*
	* console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
	* console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
	* ```
	* @param {String|Array} str The string to test.
	* @param {String|Array} patterns One or more glob patterns to use for matching.
	* @param {Object} [options] See available [options](#options).
	* @return {Boolean} Returns true if any patterns match `str`
	* @api public
	*/
	picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
	/**
	* Parse a glob pattern to create the source string for a regular
	* expression.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const result = picomatch.parse(pattern[, options]);
	* ```
	* @param {String} `pattern`
	* @param {Object} `options`
	* @return {Object} Returns an object with useful properties and output to be used as a regex source string.
	* @api public
	*/
	picomatch.parse = (pattern, options) => {
		if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
		return parse(pattern, {
			...options,
			fastpaths: false
		});
	};
	/**
	* Scan a glob pattern to separate the pattern into segments.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.scan(input[, options]);
	*
	* const result = picomatch.scan('!./foo/*.js');
	* console.log(result);
	* { prefix: '!./',
	*   input: '!./foo/*.js',
	*   start: 3,
	*   base: 'foo',
	*   glob: '*.js',
	*   isBrace: false,
	*   isBracket: false,
	*   isGlob: true,
	*   isExtglob: false,
	*   isGlobstar: false,
	*   negated: true }
	* ```
	* @param {String} `input` Glob pattern to scan.
	* @param {Object} `options`
	* @return {Object} Returns an object with
	* @api public
	*/
	picomatch.scan = (input, options) => scan(input, options);
	/**
	* Compile a regular expression from the `state` object returned by the
	* [parse()](#parse) method.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const state = picomatch.parse('*.js');
	* // picomatch.compileRe(state[, options]);
	*
	* console.log(picomatch.compileRe(state));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {Object} `state`
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
	* @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
	* @return {RegExp}
	* @api public
	*/
	picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
		if (returnOutput === true) return state.output;
		const opts = options || {};
		const prepend = opts.contains ? "" : "^";
		const append = opts.contains ? "" : "$";
		let source = `${prepend}(?:${state.output})${append}`;
		if (state && state.negated === true) source = `^(?!${source}).*$`;
		const regex = picomatch.toRegex(source, options);
		if (returnState === true) regex.state = state;
		return regex;
	};
	/**
	* Create a regular expression from a parsed glob pattern.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.makeRe(state[, options]);
	*
	* const result = picomatch.makeRe('*.js');
	* console.log(result);
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `state` The object returned from the `.parse` method.
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
	* @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
	* @return {RegExp} Returns a regex created from the given pattern.
	* @api public
	*/
	picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
		if (!input || typeof input !== "string") throw new TypeError("Expected a non-empty string");
		let parsed = {
			negated: false,
			fastpaths: true
		};
		if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) parsed.output = parse.fastpaths(input, options);
		if (!parsed.output) parsed = parse(input, options);
		return picomatch.compileRe(parsed, options, returnOutput, returnState);
	};
	/**
	* Create a regular expression from the given regex source string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.toRegex(source[, options]);
	*
	* const { output } = picomatch.parse('*.js');
	* console.log(picomatch.toRegex(output));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `source` Regular expression source string.
	* @param {Object} `options`
	* @return {RegExp}
	* @api public
	*/
	picomatch.toRegex = (source, options) => {
		try {
			const opts = options || {};
			return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
		} catch (err) {
			if (options && options.debug === true) throw err;
			return /$^/;
		}
	};
	/**
	* Picomatch constants.
	* @return {Object}
	*/
	picomatch.constants = constants;
	/**
	* Expose "picomatch"
	*/
	module.exports = picomatch;
}));
var import_picomatch = /* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module) => {
	const pico = require_picomatch$1();
	const utils = require_utils();
	function picomatch(glob, options, returnState = false) {
		if (options && (options.windows === null || options.windows === void 0)) options = {
			...options,
			windows: utils.isWindows()
		};
		return pico(glob, options, returnState);
	}
	Object.assign(picomatch, pico);
	module.exports = picomatch;
})))(), 1);
const isReadonlyArray = Array.isArray;
const BACKSLASHES = /\\/g;
const DRIVE_RELATIVE_PATH = /^[A-Za-z]:$/;
const isWin = process.platform === "win32";
const ONLY_PARENT_DIRECTORIES = /^(\/?\.\.)+$/;
function getPartialMatcher(patterns, options = {}) {
	const patternsCount = patterns.length;
	const patternsParts = Array(patternsCount);
	const matchers = Array(patternsCount);
	let i, j;
	for (i = 0; i < patternsCount; i++) {
		const parts = splitPattern(patterns[i]);
		patternsParts[i] = parts;
		const partsCount = parts.length;
		const partMatchers = Array(partsCount);
		for (j = 0; j < partsCount; j++) partMatchers[j] = (0, import_picomatch.default)(parts[j], options);
		matchers[i] = partMatchers;
	}
	return (input) => {
		const inputParts = input.split("/");
		if (inputParts[0] === ".." && ONLY_PARENT_DIRECTORIES.test(input)) return true;
		for (i = 0; i < patternsCount; i++) {
			const patternParts = patternsParts[i];
			const matcher = matchers[i];
			const inputPatternCount = inputParts.length;
			const minParts = Math.min(inputPatternCount, patternParts.length);
			j = 0;
			while (j < minParts) {
				const part = patternParts[j];
				if (part.includes("/")) return true;
				if (!matcher[j](inputParts[j])) break;
				if (!options.noglobstar && part === "**") return true;
				j++;
			}
			if (j === inputPatternCount) return true;
		}
		return false;
	};
}
/* node:coverage ignore next 2 */
const WIN32_ROOT_DIR = /^[A-Z]:\/$/i;
const isRoot = isWin ? (p) => WIN32_ROOT_DIR.test(p) : (p) => p === "/";
function buildFormat(cwd, root, absolute) {
	if (cwd === root || root.startsWith(`${cwd}/`)) {
		if (absolute) {
			const start = cwd.length + +!isRoot(cwd);
			return (p, isDir) => p.slice(start, isDir ? -1 : void 0) || ".";
		}
		const prefix = root.slice(cwd.length + 1);
		if (prefix) return (p, isDir) => {
			if (p === ".") return prefix;
			const result = `${prefix}/${p}`;
			return isDir ? result.slice(0, -1) : result;
		};
		return (p, isDir) => isDir && p !== "." ? p.slice(0, -1) : p;
	}
	if (absolute) return (p) => posix$1.relative(cwd, p) || ".";
	return (p) => posix$1.relative(cwd, `${root}/${p}`) || ".";
}
function buildRelative(cwd, root) {
	if (root.startsWith(`${cwd}/`)) {
		const prefix = root.slice(cwd.length + 1);
		return (p) => `${prefix}/${p}`;
	}
	return (p) => {
		const result = posix$1.relative(cwd, `${root}/${p}`);
		return p[p.length - 1] === "/" && result !== "" ? `${result}/` : result || ".";
	};
}
function ensureNonDriveRelativePath(path) {
	return path.replace(DRIVE_RELATIVE_PATH, (match) => `${match}/`);
}
const splitPatternOptions = { parts: true };
function splitPattern(path) {
	var _result$parts;
	const result = import_picomatch.default.scan(path, splitPatternOptions);
	return ((_result$parts = result.parts) === null || _result$parts === void 0 ? void 0 : _result$parts.length) ? result.parts : [path];
}
const POSIX_UNESCAPED_GLOB_SYMBOLS = /(?<!\\)([()[\]{}*?|]|^!|[!+@](?=\()|\\(?![()[\]{}!*+?@|]))/g;
const WIN32_UNESCAPED_GLOB_SYMBOLS = /(?<!\\)([()[\]{}]|^!|[!+@](?=\())/g;
const escapePosixPath = (path) => path.replace(POSIX_UNESCAPED_GLOB_SYMBOLS, "\\$&");
const escapeWin32Path = (path) => path.replace(WIN32_UNESCAPED_GLOB_SYMBOLS, "\\$&");
/**
* Escapes a path's special characters depending on the platform.
* @see {@link https://superchupu.dev/tinyglobby/documentation#escapePath}
*/
/* node:coverage ignore next */
const escapePath = isWin ? escapeWin32Path : escapePosixPath;
/**
* Checks if a pattern has dynamic parts.
*
* Has a few minor differences with [`fast-glob`](https://github.com/mrmlnc/fast-glob) for better accuracy:
*
* - Doesn't necessarily return `false` on patterns that include `\`.
* - Returns `true` if the pattern includes parentheses, regardless of them representing one single pattern or not.
* - Returns `true` for unfinished glob extensions i.e. `(h`, `+(h`.
* - Returns `true` for unfinished brace expansions as long as they include `,` or `..`.
*
* @see {@link https://superchupu.dev/tinyglobby/documentation#isDynamicPattern}
*/
function isDynamicPattern(pattern, options) {
	if ((options === null || options === void 0 ? void 0 : options.caseSensitiveMatch) === false) return true;
	const scan = import_picomatch.default.scan(pattern);
	return scan.isGlob || scan.negated;
}
function log(...tasks) {
	console.log(`[tinyglobby ${(/* @__PURE__ */ new Date()).toLocaleTimeString("es")}]`, ...tasks);
}
function ensureStringArray(value) {
	return typeof value === "string" ? [value] : value !== null && value !== void 0 ? value : [];
}
const PARENT_DIRECTORY = /^(\/?\.\.)+/;
const ESCAPING_BACKSLASHES = /\\(?=[()[\]{}!*+?@|])/g;
function normalizePattern(pattern, opts, props, isIgnore) {
	var _PARENT_DIRECTORY$exe;
	const cwd = opts.cwd;
	let result = pattern;
	if (pattern[pattern.length - 1] === "/") result = pattern.slice(0, -1);
	if (result[result.length - 1] !== "*" && opts.expandDirectories) result += "/**";
	const escapedCwd = escapePath(cwd);
	result = isAbsolute$1(result.replace(ESCAPING_BACKSLASHES, "")) ? posix$1.relative(escapedCwd, result) : posix$1.normalize(result);
	const parentDir = (_PARENT_DIRECTORY$exe = PARENT_DIRECTORY.exec(result)) === null || _PARENT_DIRECTORY$exe === void 0 ? void 0 : _PARENT_DIRECTORY$exe[0];
	const parts = splitPattern(result);
	if (parentDir) {
		const n = (parentDir.length + 1) / 3;
		let i = 0;
		const cwdParts = escapedCwd.split("/");
		while (i < n && parts[i + n] === cwdParts[cwdParts.length + i - n]) {
			result = result.slice(0, (n - i - 1) * 3) + result.slice((n - i) * 3 + parts[i + n].length + 1) || ".";
			i++;
		}
		const potentialRoot = posix$1.join(cwd, parentDir.slice(i * 3));
		if (potentialRoot[0] !== "." && props.root.length > potentialRoot.length) {
			props.root = ensureNonDriveRelativePath(potentialRoot);
			props.depthOffset = -n + i;
		}
	}
	if (!isIgnore && props.depthOffset >= 0) {
		var _props$commonPath;
		(_props$commonPath = props.commonPath) !== null && _props$commonPath !== void 0 || (props.commonPath = parts);
		const newCommonPath = [];
		const length = Math.min(props.commonPath.length, parts.length);
		for (let i = 0; i < length; i++) {
			const part = parts[i];
			if (part === "**" && !parts[i + 1]) {
				newCommonPath.pop();
				break;
			}
			if (i === parts.length - 1 || part !== props.commonPath[i] || isDynamicPattern(part)) break;
			newCommonPath.push(part);
		}
		props.depthOffset = newCommonPath.length;
		props.commonPath = newCommonPath;
		props.root = ensureNonDriveRelativePath(newCommonPath.length > 0 ? posix$1.join(cwd, ...newCommonPath) : cwd);
	}
	return result;
}
function processPatterns(options, patterns, props) {
	const matchPatterns = [];
	const ignorePatterns = [];
	for (const pattern of options.ignore) {
		if (!pattern) continue;
		if (pattern[0] !== "!" || pattern[1] === "(") ignorePatterns.push(normalizePattern(pattern, options, props, true));
	}
	for (const pattern of patterns) {
		if (!pattern) continue;
		if (pattern[0] !== "!" || pattern[1] === "(") matchPatterns.push(normalizePattern(pattern, options, props, false));
		else if (pattern[1] !== "!" || pattern[2] === "(") ignorePatterns.push(normalizePattern(pattern.slice(1), options, props, true));
	}
	return {
		match: matchPatterns,
		ignore: ignorePatterns
	};
}
function buildCrawler(options, patterns) {
	const cwd = options.cwd;
	const props = {
		root: cwd,
		depthOffset: 0
	};
	const processed = processPatterns(options, patterns, props);
	if (options.debug) log("internal processing patterns:", processed);
	const { absolute, caseSensitiveMatch, debug, dot, followSymbolicLinks, onlyDirectories } = options;
	const root = props.root.replace(BACKSLASHES, "");
	const matchOptions = {
		dot,
		nobrace: options.braceExpansion === false,
		nocase: !caseSensitiveMatch,
		noextglob: options.extglob === false,
		noglobstar: options.globstar === false,
		posix: true
	};
	const matcher = (0, import_picomatch.default)(processed.match, matchOptions);
	const ignore = (0, import_picomatch.default)(processed.ignore, matchOptions);
	const partialMatcher = getPartialMatcher(processed.match, matchOptions);
	const format = buildFormat(cwd, root, absolute);
	const excludeFormatter = absolute ? format : buildFormat(cwd, root, true);
	const excludePredicate = (_, p) => {
		const relativePath = excludeFormatter(p, true);
		return relativePath !== "." && !partialMatcher(relativePath) || ignore(relativePath);
	};
	let maxDepth;
	if (options.deep !== void 0) maxDepth = Math.round(options.deep - props.depthOffset);
	const crawler = new Builder({
		filters: [debug ? (p, isDirectory) => {
			const path = format(p, isDirectory);
			const matches = matcher(path) && !ignore(path);
			if (matches) log(`matched ${path}`);
			return matches;
		} : (p, isDirectory) => {
			const path = format(p, isDirectory);
			return matcher(path) && !ignore(path);
		}],
		exclude: debug ? (_, p) => {
			const skipped = excludePredicate(_, p);
			log(`${skipped ? "skipped" : "crawling"} ${p}`);
			return skipped;
		} : excludePredicate,
		fs: options.fs,
		pathSeparator: "/",
		relativePaths: !absolute,
		resolvePaths: absolute,
		includeBasePath: absolute,
		resolveSymlinks: followSymbolicLinks,
		excludeSymlinks: !followSymbolicLinks,
		excludeFiles: onlyDirectories,
		includeDirs: onlyDirectories || !options.onlyFiles,
		maxDepth,
		signal: options.signal
	}).crawl(root);
	if (options.debug) log("internal properties:", {
		...props,
		root
	});
	return [crawler, cwd !== root && !absolute && buildRelative(cwd, root)];
}
function formatPaths(paths, mapper) {
	if (mapper) for (let i = paths.length - 1; i >= 0; i--) paths[i] = mapper(paths[i]);
	return paths;
}
const defaultOptions = {
	caseSensitiveMatch: true,
	debug: !!process.env.TINYGLOBBY_DEBUG,
	expandDirectories: true,
	followSymbolicLinks: true,
	onlyFiles: true
};
function getOptions(options) {
	const opts = Object.assign({}, options);
	for (const key in defaultOptions) if (opts[key] === void 0) Object.assign(opts, { [key]: defaultOptions[key] });
	opts.cwd = (opts.cwd instanceof URL ? fileURLToPath(opts.cwd) : resolve$1(opts.cwd || process.cwd())).replace(BACKSLASHES, "/");
	opts.ignore = ensureStringArray(opts.ignore);
	opts.fs && (opts.fs = {
		readdir: opts.fs.readdir || readdir$1,
		readdirSync: opts.fs.readdirSync || readdirSync$1,
		realpath: opts.fs.realpath || realpath$1,
		realpathSync: opts.fs.realpathSync || realpathSync$1,
		stat: opts.fs.stat || stat$1,
		statSync: opts.fs.statSync || statSync$1
	});
	if (opts.debug) log("globbing with options:", opts);
	return opts;
}
function getCrawler(globInput, inputOptions = {}) {
	var _ref;
	if (globInput && (inputOptions === null || inputOptions === void 0 ? void 0 : inputOptions.patterns)) throw new Error("Cannot pass patterns as both an argument and an option");
	const isModern = isReadonlyArray(globInput) || typeof globInput === "string";
	const patterns = ensureStringArray((_ref = isModern ? globInput : globInput.patterns) !== null && _ref !== void 0 ? _ref : "**/*");
	const options = getOptions(isModern ? inputOptions : globInput);
	return patterns.length > 0 ? buildCrawler(options, patterns) : [];
}
async function glob(globInput, options) {
	const [crawler, relative] = getCrawler(globInput, options);
	return crawler ? formatPaths(await crawler.withPromise(), relative) : [];
}
function globSync(globInput, options) {
	const [crawler, relative] = getCrawler(globInput, options);
	return crawler ? formatPaths(crawler.sync(), relative) : [];
}
/** Folders whose content is never part of a spec. */
const SKIPPED = ["**/node_modules/**", "**/.git/**"];
/** Whether a path means more than itself. */
function isGlob(pattern) {
	return isDynamicPattern(pattern);
}
/** Files below a folder. Links count as files: whoever reads them refuses them, and a folder behind one is not entered. */
function createFolderTree(root) {
	return createTree(resolve(root), (folder) => readdirSync(folder, { withFileTypes: true }).map((entry) => asEntry(entry.name, entry.isDirectory())));
}
/** The files of a commit, matched by the very same rules. */
function createListedTree(paths) {
	const root = resolve("/tree");
	const folders = /* @__PURE__ */ new Map([["", /* @__PURE__ */ new Map()]]);
	for (const path of paths) {
		const parts = path.split("/");
		parts.forEach((name, depth) => {
			const folder = parts.slice(0, depth).join("/");
			const entries = folders.get(folder) ?? /* @__PURE__ */ new Map();
			entries.set(name, depth < parts.length - 1);
			folders.set(folder, entries);
		});
	}
	return createTree(root, (folder) => {
		const path = resolve(folder).slice(root.length + 1).replaceAll("\\", "/");
		return [...folders.get(path) ?? []].map(([name, isFolder]) => asEntry(name, isFolder));
	});
}
function asEntry(name, isFolder) {
	return {
		name,
		isDirectory: () => isFolder,
		isFile: () => !isFolder,
		isSymbolicLink: () => false
	};
}
function createTree(root, list) {
	const options = {
		cwd: root,
		fs: { readdirSync: list },
		expandDirectories: false,
		followSymbolicLinks: false
	};
	return { match: (pattern, excluded = []) => {
		const ignore = [...SKIPPED, ...excluded];
		const literal = isGlob(pattern) ? globSync(escapePath(pattern), {
			...options,
			ignore
		}) : [];
		return literal.length > 0 ? literal : globSync(pattern, {
			...options,
			ignore
		}).sort();
	} };
}
const EXPORT = "export it as Markdown or plain text";
const LEAVE_OUT = "a pattern leaves it out with \"!\" and its path";
/** The first bytes as Latin-1. */
const KINDS = [
	{
		begins: "ÿþ",
		message: "UTF-16, not UTF-8",
		hint: "save it as UTF-8"
	},
	{
		begins: "þÿ",
		message: "UTF-16, not UTF-8",
		hint: "save it as UTF-8"
	},
	{
		begins: "%PDF-",
		message: "a PDF, no plain text",
		hint: EXPORT
	},
	{
		begins: "PK",
		message: "a zip archive (Word and LibreOffice write such), no plain text",
		hint: EXPORT
	},
	{
		begins: "ÐÏà",
		message: "a document of an office program, no plain text",
		hint: EXPORT
	},
	{
		begins: "{\\rtf",
		message: "Rich Text, no plain text",
		hint: EXPORT
	},
	{
		begins: "",
		message: "packed with gzip",
		hint: "unpack it"
	},
	{
		begins: "(µ/ý",
		message: "packed with Zstandard",
		hint: "unpack it"
	},
	{
		begins: "ý7zXZ",
		message: "packed with xz",
		hint: "unpack it"
	},
	{
		begins: "PNG",
		message: "a picture",
		hint: LEAVE_OUT
	},
	{
		begins: "ÿØÿ",
		message: "a picture",
		hint: LEAVE_OUT
	},
	{
		begins: "GIF89a",
		message: "a picture",
		hint: LEAVE_OUT
	},
	{
		begins: "PAR1",
		message: "a Parquet file",
		hint: "spec-gate bank import reads it"
	},
	{
		begins: "SQLite format 3\0",
		message: "a database",
		hint: "export its table as JSON Lines"
	}
];
const LONGEST = Math.max(...KINDS.map(({ begins }) => begins.length));
function describeNoText(bytes) {
	const beginning = Buffer.from(bytes.subarray(0, LONGEST)).toString("latin1");
	return KINDS.find(({ begins }) => beginning.startsWith(begins));
}
/** Largest file read, in bytes. The largest published spec has 0.25 MB. */
const LARGEST_FILE = 16777216;
/**
* A file below `root` by its path from there. Links, and what lies behind a linked folder, are refused as in a commit, so
* nothing from outside the root is read.
* @throws UserError naming the file.
*/
async function readTextInside(root, path) {
	const place = {
		file: path,
		line: 1,
		column: 1
	};
	const full = join(root, path);
	const stats = await lstat(full).catch(ignoreMissing);
	const problem = stats === void 0 ? { message: "no such file" } : await refuse(root, full, stats);
	if (problem !== void 0) throw new UserError({
		...problem,
		place
	});
	return decodeText(await readBounded(full), path);
}
/**
* As `readTextInside`, of a file that may be too large to be read whole: its text, or its full path.
* @throws UserError naming the file.
*/
async function readOrFindInside(root, path) {
	const full = join(root, path);
	const stats = await lstat(full).catch(ignoreMissing);
	if (stats === void 0 || stats.size <= 16777216) return { text: await readTextInside(root, path) };
	const problem = await refuse(root, full, stats);
	if (problem !== void 0) throw new UserError({
		...problem,
		place: {
			file: path,
			line: 1,
			column: 1
		}
	});
	return { full };
}
/** A pipe's text, no more of it than of a file. @throws UserError naming it. */
async function readTextStream(stream, name) {
	const chunks = [];
	let length = 0;
	for await (const chunk of stream) {
		chunks.push(chunk);
		length += chunk.length;
		if (length > 16777216) return decodeText(void 0, name);
	}
	return decodeText(Buffer.concat(chunks), name);
}
/** Bytes as text. `bytes` is undefined for a file that was too large to read. @throws UserError naming the file. */
function decodeText(bytes, file) {
	const fail = (problem, line = 1) => {
		throw new UserError({
			...problem,
			place: {
				file,
				line,
				column: 1
			}
		});
	};
	if (bytes === void 0) return fail({ message: `larger than ${LARGEST_FILE / 1024 / 1024} MB` });
	const other = describeNoText(bytes);
	if (other !== void 0) return fail({
		message: other.message,
		hint: other.hint
	});
	const nul = bytes.indexOf(0);
	const hint = "save it as UTF-8";
	if (nul >= 0) return fail({
		message: "a NUL byte: this is no UTF-8 text",
		hint
	}, lineAt(bytes, nul));
	let text;
	try {
		text = new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		return fail({
			message: "not valid UTF-8",
			hint
		}, lineAt(bytes, firstInvalid(bytes)));
	}
	if (text.startsWith("version https://git-lfs.github.com/spec/")) return fail({
		message: "a Git LFS pointer, not the text itself",
		hint: "keep spec and bank in git, not in LFS"
	});
	return text;
}
async function refuse(root, full, stats) {
	if (stats.isSymbolicLink()) return {
		message: "a symbolic link",
		hint: "name the file it points to; a pattern leaves the link out with \"!\" and its path"
	};
	if (stats.isDirectory()) return {
		message: "a folder",
		hint: "name its files with a glob, such as docs/**/*.md"
	};
	if (!stats.isFile()) return { message: "not a regular file" };
	return relative(await realpath(root), await realpath(full)) !== relative(root, full) ? {
		message: "behind a symbolic link",
		hint: "name the folder it points to"
	} : void 0;
}
/** Reads one byte more than allowed at most, so that a file that grows meanwhile is found out too. */
async function readBounded(path) {
	const file = await open(path, "r");
	try {
		const { size } = await file.stat();
		if (size > 16777216) return void 0;
		const buffer = Buffer.alloc(size + 1);
		let length = 0;
		for (;;) {
			const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
			length += bytesRead;
			if (bytesRead === 0 || length === buffer.length) break;
		}
		return buffer.subarray(0, Math.min(length, size));
	} finally {
		await file.close();
	}
}
function ignoreMissing(error) {
	if (error.code === "ENOENT" || error.code === "ENOTDIR") return void 0;
	throw error;
}
function lineAt(bytes, offset) {
	let line = 1;
	for (let at = 0; at < offset; at += 1) if (bytes[at] === 10) line += 1;
	return line;
}
/** Offset of the first line that does not decode. */
function firstInvalid(bytes) {
	let start = 0;
	while (start < bytes.length) {
		const next = bytes.indexOf(10, start);
		const end = next < 0 ? bytes.length : next + 1;
		try {
			new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(start, end));
		} catch {
			return start;
		}
		start = end;
	}
	return start;
}
/** @throws UserError where it is no regular file, with the way around a link (CLAUDE.md is often one to AGENTS.md). */
function requireFile(entry, path) {
	const fail = (message, hint) => {
		throw new UserError({
			message,
			...whereDefined({ hint }),
			place: { file: path }
		});
	};
	if (entry === void 0) return fail("no such file");
	switch (entry.mode) {
		case "100644":
		case "100755": return entry;
		case "120000": return fail("a symbolic link: a spec is read from regular files only", `name the file it points to; a pattern leaves the link out with "!${path}"`);
		case "160000": return fail("a submodule: a spec is read from regular files only");
		default: return fail(`not a regular file (mode ${entry.mode})`);
	}
}
/** What lies in a submodule is another repository's: this one's commits name only its commit. */
function describeSubmodule(path, submodule) {
	if (submodule === void 0) return void 0;
	return {
		message: `${path} lies in the git submodule ${submodule}, whose text is not part of this repository's commits`,
		hint: "gate it in its own repository, where its pull requests are, or keep a copy here",
		place: { file: path }
	};
}
/** A sparse checkout leaves it out. */
function describeLeftOut(path) {
	return {
		message: `${path} is in the repository and not in this sparse checkout`,
		hint: `git sparse-checkout add ${path.replace(/(?<=.)\/[^/]*$/, "")} brings it here (in Actions: a line of sparse-checkout)`,
		place: { file: path }
	};
}
/** `where`: said behind what is missing. */
function describeMissing(path, tree, where) {
	if (isGlob(path)) return { message: `no file matches ${path}${where}` };
	const texts = tree.match("**/*.{md,markdown,mdx,txt,yml,yaml,json}");
	const near = nearestName(path, texts) ?? texts.find((text) => text.endsWith(`/${path.split("/").at(-1)}`));
	const hint = near === void 0 ? {} : { hint: `did you mean ${near}?` };
	return {
		message: `there is no file ${path}${where}`,
		place: { file: path },
		...hint
	};
}
/** Files or git processes open at once. */
const AT_ONCE = 8;
/**
* The files that paths and globs (from the root, with `/`) name: patterns in the order given, each one's matches in
* code-unit order, every file once; `!glob` leaves files out. A commit's files are read as blobs by object id, never from the working tree.
* @throws UserError with every problem: nothing matches (with the nearest name), outside the root, no regular file, over
* 16 MB, not UTF-8, an LFS pointer.
*/
async function readSpecFiles(source, patterns) {
	const opened = source.kind === "worktree" ? openFolder(source.root) : await openCommit(source.repo, source.sha);
	const problems = [];
	const excluded = patterns.filter(isExclusion).map((pattern) => pattern.slice(1));
	const included = patterns.filter((pattern) => !isExclusion(pattern));
	const where = source.kind === "commit" ? ` in commit ${source.sha.slice(0, 7)}` : "";
	const missing = included.filter((pattern) => !isGlob(pattern) && opened.tree.match(pattern).length === 0);
	const leftOut = source.kind === "worktree" && missing.length > 0 ? await listLeftOut(source.root, missing) : /* @__PURE__ */ new Set();
	const expand = createExpander({
		...opened,
		excluded,
		problems,
		where,
		leftOut
	});
	const paths = new Set(included.flatMap(expand));
	const slots = createConcurrency({ max: AT_ONCE });
	const files = await Promise.all([...paths].map((file) => slots.run(async () => {
		try {
			return {
				file,
				text: await opened.read(file)
			};
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			problems.push(...error.problems);
			return;
		}
	})));
	if (problems.length > 0) throw new UserError(problems.sort(byPlace));
	return files.filter((file) => file !== void 0);
}
/**
* Whether there is such a file, without reading it.
* @throws UserError where a sparse checkout leaves it out: it is not absent, and nothing may go on without it.
*/
async function isFileThere(source, path) {
	return await openIfThere(source, path) !== void 0;
}
/**
* The text of one file, or undefined where there is none.
* @throws UserError for one that cannot be read, or that a sparse checkout leaves out.
*/
async function readFileIfThere(source, path) {
	return (await openIfThere(source, path))?.read(path);
}
async function openIfThere(source, path) {
	const opened = source.kind === "worktree" ? openFolder(source.root) : await openCommit(source.repo, source.sha);
	if (opened.tree.match(path, []).length > 0) return opened;
	if (source.kind === "worktree" && (await listLeftOut(source.root, [path])).has(path)) throw new UserError(describeLeftOut(path));
}
/**
* A file that may be larger than texts are: its text, or bytes to read piece by piece.
* @throws UserError where there is none, or it cannot be read.
*/
async function readTextOrBytes(source, path) {
	if (source.kind === "worktree") {
		const found = await readOrFindInside(source.root, path);
		if ("text" in found) return found;
		const bytes = await openFile(found.full, path);
		const parts = {
			path: found.full,
			readAgain: openAgain(found.full, path)
		};
		return {
			bytes,
			...bytes.unpacked === void 0 && { parts },
			close: () => bytes.close()
		};
	}
	const entry = requireFile((await listTree(source.repo, source.sha)).find((one) => one.path === path), path);
	const whole = await readBlob(source.repo, entry.oid, LARGEST_FILE);
	if (whole !== void 0) return { text: decodeText(whole, path) };
	return {
		bytes: {
			name: path,
			byteLength: 0,
			slice: () => Promise.reject(/* @__PURE__ */ new Error("a blob is read from its beginning only")),
			unpacked: () => streamBlob(source.repo, entry.oid)
		},
		close: () => Promise.resolve()
	};
}
function openFolder(root) {
	return {
		tree: createFolderTree(root),
		submoduleOf: () => void 0,
		read: (path) => readTextInside(root, path)
	};
}
async function openCommit(repo, sha) {
	const entries = new Map((await listTree(repo, sha)).map((entry) => [entry.path, entry]));
	const read = async (path) => {
		return decodeText(await readBlob(repo, requireFile(entries.get(path), path).oid, LARGEST_FILE), path);
	};
	const submoduleOf = (path) => {
		const parts = path.split("/");
		return parts.map((_, index) => parts.slice(0, index + 1).join("/")).find((folder) => entries.get(folder)?.mode === "160000");
	};
	return {
		tree: createListedTree([...entries.keys()]),
		submoduleOf,
		read
	};
}
function createExpander({ tree, submoduleOf, excluded, problems, where, leftOut }) {
	return (pattern) => {
		const path = pattern.replace(/^(?:\.\/)+/, "");
		if (path === "" || /^(?:[\\/]|[A-Za-z]:)/.test(path) || path.split(/[\\/]/).includes("..")) {
			problems.push({
				message: `"${pattern}": expected a path below the root`,
				hint: "such as docs/model_spec.md"
			});
			return [];
		}
		const matches = tree.match(path, excluded);
		if (matches.length === 0) {
			const problem = leftOut.has(path) ? describeLeftOut(path) : describeSubmodule(path, submoduleOf(path));
			problems.push(problem ?? describeMissing(path, tree, where));
		}
		return matches;
	};
}
function isExclusion(pattern) {
	return pattern.startsWith("!");
}
function byPlace(one, other) {
	const [left, right] = [one.place?.file ?? "", other.place?.file ?? ""];
	return left < right ? -1 : Number(left > right);
}
export { rendersAlike as C, withoutStruck as D, withoutHiddenComments as E, scanBlocks as O, shownTitle as S, trimBlank as T, titleOf as _, LARGEST_FILE as a, numberOf as b, createListedTree as c, globSync as d, listTree as f, parseSpec as g, tryObject as h, readTextOrBytes as i, DATA_HINT as k, isGlob as l, parseParents as m, readFileIfThere as n, readTextInside as o, readBlob as p, readSpecFiles as r, readTextStream as s, isFileThere as t, glob as u, currentId as v, showText as w, showTitle as x, slugify as y };
