import { i as sha256 } from "./canonical-json.js";
import { a as cutRanges, i as treeKey, n as hasSureComments, o as findComments, r as parseMarkdown, t as findNodes } from "./markdown-tree.js";
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
const DATA_HINT = "rules are a list of {id, text} or of texts, names with either below them, or a prompt: messages of {role, content}";
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/u;
const JOINING = "[[\\p{L}\\p{M}]--[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Inherited}]--\\p{Default_Ignorable_Code_Point}]";
const SHOWING = new RegExp([
	"((?=[\\p{Extended_Pictographic}\\p{Regional_Indicator}#*0-9])\\p{RGI_Emoji}[\\uFE0E\\uFE0F]?",
	"\\p{Extended_Pictographic}[\\uFE0E\\uFE0F]",
	"\\p{Script=Han}[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]",
	`(?<=${JOINING})[\\u200C\\u200D\\u180B-\\u180D](?=${JOINING}))`,
	`[\\p{Default_Ignorable_Code_Point}\\uFFF9-\\uFFFB]`
].join("|"), "gv");
/** Where such characters can be: only there is looked closely. */
const NOT_ASCII = /[#*\d]?\P{ASCII}+/gu;
/**
* The text with `by` in place of each character that shows nothing, not normalized. Linear in the text's length.
* `replaceInvisible('a\u200Bb', '').text === 'ab'`
*/
function replaceInvisible(source, by) {
	if (!INVISIBLE.test(source)) return {
		text: source,
		invisible: ""
	};
	let invisible = "";
	const replace = (found, showing) => {
		if (showing !== void 0) return showing;
		invisible += found;
		return by;
	};
	return {
		text: source.replace(NOT_ASCII, (run) => run.replace(SHOWING, replace)),
		invisible
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
	return showTitle(title).text.trim().replace(NUMBER, "");
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
const LONGEST = 60;
/**
* The first lower-case words joined by `-`; letters of every script stay, Markdown link targets, quotes and characters that
* show nothing go.
* `slugify("Don't *lie*") === 'dont-lie'`, `slugify('Über uns') === 'über-uns'`. Never empty.
*/
function slugify(title) {
	const words = title.normalize("NFC").replace(/\p{Default_Ignorable_Code_Point}/gu, "").replace(/\]\([^()\s]{0,2000}\)/g, " ").replace(/['’‘`"“”]/g, "").toLowerCase().match(/[\p{L}\p{N}\p{M}_]+/gu);
	if (words === null) return `section-${sha256(title).slice(0, 8)}`;
	const slug = words.slice(0, MOST_WORDS).join("-");
	if (slug.length <= LONGEST) return slug;
	return Array.from(slug.slice(0, 120)).slice(0, LONGEST).join("").replace(/-$/, "");
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
export { parseAtxHeading as C, setextLevel as D, rawHtmlEnd as E, measureIndent as S, parseListMarker as T, replaceInvisible as _, place as a, isThematicBreak as b, slugify as c, needsTree as d, rendersAlike as f, withoutStruck as g, withoutHiddenComments as h, pick as i, showTitle as l, trimBlank as m, titleOf as n, show as o, showText as p, enterSection as r, currentId as s, draftByBlock as t, shownTitle as u, DATA_HINT as v, parseFence as w, leavesParagraphOpen as x, closesFence as y };
