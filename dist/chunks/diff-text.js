import { n as formatPlace } from "./errors.js";
import { i as widthOf, n as padAfter } from "./text-width.js";
import { i as visibleText } from "./visible-text.js";
import { c as plural, p as pluralForm } from "./format-numbers.js";
/** Characters shown on each side of a change. */
const CONTEXT = 60;
/** The order of the summary; `edited` first, for it is what most changes are. */
const SUMMARY = [
	"edited",
	"added",
	"removed",
	"renamed",
	"moved",
	"unseen"
];
const WORDS = {
	edited: "edited",
	added: "added",
	removed: "removed",
	renamed: "renamed",
	moved: "moved",
	unseen: "changed where judges cannot see"
};
/** `2 clauses edited, 1 added`; `no clause changed`. Cosmetic changes are not counted. */
function summarizeChanges(changes) {
	const [first, ...others] = SUMMARY.map((kind) => ({
		kind,
		count: changes.filter((change) => change.kind === kind).length
	})).filter(({ count }) => count > 0);
	if (first === void 0) return "no clause changed";
	const noun = pluralForm(first.count, "clause", "clauses");
	return [`${first.count} ${noun} ${WORDS[first.kind]}`, ...others.map(({ kind, count }) => `${count} ${WORDS[kind]}`)].join(", ");
}
/**
* One line a change, with its file and lines: `~ be_kind  docs/spec.md:211-238`. The summary is the first line, with the
* number of clauses before and after and of cosmetic changes, which are not listed.
*/
function renderChangeList({ base, head, changes }, paint) {
	const cosmetic = changes.filter(({ kind }) => kind === "cosmetic").length;
	const ignored = cosmetic === 0 ? "" : `; ${plural(cosmetic, "cosmetic change")} ignored`;
	const counts = paint.faint(`(${base.clauses.length} -> ${head.clauses.length}${ignored})`);
	const shown = changes.filter(({ kind }) => kind !== "cosmetic");
	const width = shown.reduce((widest, change) => Math.min(60, Math.max(widest, widthOf(nameOf(change)))), 0);
	return [`${summarizeChanges(changes)}   ${counts}`, ...shown.map((change) => renderLine(change, {
		width,
		paint
	}))];
}
/**
* The list, and below it the words that changed in each clause, marked `[-gone-]{+come+}` as `git diff --word-diff` does:
* readable without colours too. Text from the specs shows its unseen characters as escapes.
*/
function renderDiff(view, paint) {
	const details = view.changes.flatMap((change) => renderDetails(change, paint));
	return [...renderChangeList(view, paint), ...details].map((line) => `${line}\n`).join("");
}
function renderLine(change, { width, paint }) {
	const notes = [describePlace(change), change.kind === "renamed" && change.edited ? "edited" : ""].concat(change.moved ? "moved" : "", describeUnder(change), change.attributes.map(describeAttribute)).filter((note) => note !== "");
	return `${markOf(change)} ${padAfter(nameOf(change), width)}  ${paint.faint(notes.join(" · "))}`;
}
function markOf({ kind }) {
	if (kind === "added") return "+";
	if (kind === "removed") return "-";
	if (kind === "unseen") return "?";
	return kind === "moved" ? ">" : "~";
}
function nameOf({ baseId, id }) {
	return visibleText(baseId === void 0 ? id : `${baseId} -> ${id}`);
}
function describePlace({ head, base }) {
	const clause = head ?? base;
	if (clause === void 0) return "";
	const { start, end } = clause.lines;
	const place = visibleText(formatPlace({
		file: clause.file,
		line: start
	}));
	return start === end ? place : `${place}-${end}`;
}
function describeUnder({ path }) {
	return path === void 0 ? "" : visibleText(`under ${path.base || "(top)"} -> ${path.head || "(top)"}`);
}
function describeAttribute({ name, base, head }) {
	return visibleText(`${name} ${base ?? "(none)"} -> ${head ?? "(none)"}`);
}
function renderDetails(change, paint) {
	if (change.words.length === 0) return [];
	return [
		"",
		paint.strong(nameOf(change)),
		...excerpt(change.words, paint).map((line) => `    ${line}`)
	];
}
/** The changed runs with a little of what stands around them. */
function excerpt(words, paint) {
	return words.map(({ kind, text }, index) => {
		const run = visibleText(text);
		if (kind === "removed") return markLines(run, (line) => paint.bad(`[-${line}-]`));
		if (kind === "added") return markLines(run, (line) => paint.good(`{+${line}+}`));
		return markLines(shorten(run, {
			before: index > 0,
			after: index < words.length - 1
		}), paint.faint);
	}).join("").split("\n").filter((line) => line.trim() !== "");
}
/** Marks line by line, so that every line of the output stands for itself. */
function markLines(text, mark) {
	return text.split("\n").map((line) => line === "" ? "" : mark(line)).join("\n");
}
/** Keeps what is next to a change; cuts at a word. */
function shorten(text, { before, after }) {
	const kept = (before ? CONTEXT : 0) + (after ? CONTEXT : 0);
	if (text.length <= kept + 20) return text;
	const first = before ? text.slice(0, CONTEXT).replace(/\S*$/, "") : "";
	const last = after ? text.slice(-60).replace(/^\S*/, "") : "";
	return `${first}${before && after ? "...\n..." : "..."}${last}`;
}
export { renderDiff as n, renderChangeList as t };
