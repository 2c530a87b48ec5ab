import { t as countClauses } from "./diff-report-bank-ask-check.js";
import { _ as pluralForm, f as plural, v as UserError, y as formatPlace } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { i as widthOf, n as padAfter } from "./compare-diff-report-bank-ask-check.js";
import { t as breakCommands } from "./commands-action-compare-diff-report-bank-ask-check.js";
import { i as visibleText, r as visibleLine } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { t as diffSpec } from "./diff-ask-check.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { n as createPaint } from "./compare-diff-report-bank-check.js";
import { n as loadSpecStream, t as loadSpecFile } from "./diff-bank-check.js";
import { createReadStream, existsSync, statSync } from "node:fs";
import { relative, resolve } from "node:path";
/**
* `{base: {clauses}, head: {clauses}, textOutsideClauses?, changes: [{kind, id, baseId?, edited?, moved?, attributes?, path?, file, lines}]}`. Flags
* stand only where they are true; `file` and `lines` are the head's, or the base's of a removed clause.
*/
function diffToJson({ base, head, changes }) {
	return {
		base: { clauses: countClauses(base.clauses) },
		head: { clauses: countClauses(head.clauses) },
		textOutsideClauses: changesOutside({
			base,
			head
		}) || void 0,
		changes: changes.map(changeToJson)
	};
}
/** Whether what stands in no clause differs: front matter, comments, headings above nothing. */
function changesOutside({ base, head }) {
	return base.outside !== head.outside;
}
function changeToJson(change) {
	const place = change.head ?? change.base;
	return {
		kind: change.kind,
		id: change.id,
		baseId: change.baseId,
		edited: change.edited || void 0,
		moved: change.moved || void 0,
		attributes: change.attributes.length === 0 ? void 0 : change.attributes.map(attributeToJson),
		path: change.path === void 0 ? void 0 : { ...change.path },
		file: place?.file,
		lines: place === void 0 ? void 0 : {
			start: place.lines.start,
			end: place.lines.end
		}
	};
}
function attributeToJson({ name, base, head }) {
	return {
		name,
		base,
		head
	};
}
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
* number of clauses before and after and of cosmetic changes, which are not listed. Text outside of clauses is told last.
*/
function renderChangeList(view, paint) {
	const { base, head, changes } = view;
	const cosmetic = changes.filter(({ kind }) => kind === "cosmetic").length;
	const ignored = cosmetic === 0 ? "" : `; ${plural(cosmetic, "cosmetic change")} ignored`;
	const counts = paint.faint(`(${countClauses(base.clauses)} -> ${countClauses(head.clauses)}${ignored})`);
	const shown = changes.filter(({ kind }) => kind !== "cosmetic");
	const width = shown.reduce((widest, change) => Math.min(60, Math.max(widest, widthOf(nameOf(change)))), 0);
	return [
		`${summarizeChanges(changes)}   ${counts}`,
		...shown.map((change) => renderLine(change, {
			width,
			paint
		})),
		...changesOutside(view) ? [`? text outside of clauses changed  ${paint.faint("front matter, comments, headings above nothing")}`] : []
	];
}
/**
* The list, and below it the words that changed in each clause, marked `[-gone-]{+come+}` as `git diff --word-diff` does:
* readable without colours too. Text from the specs shows its unseen characters as escapes.
*/
function renderDiff(view, paint) {
	const details = view.changes.flatMap((change) => renderDetails(change, paint));
	return breakCommands([...renderChangeList(view, paint), ...details].map((line) => `${line}\n`).join(""));
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
	return visibleLine(baseId === void 0 ? id : `${baseId} -> ${id}`);
}
function describePlace({ head, base }) {
	const clause = head ?? base;
	if (clause === void 0) return "";
	const { start, end } = clause.lines;
	const place = formatPlace({
		file: visibleLine(clause.file),
		line: start
	});
	return start === end ? place : `${place}-${end}`;
}
function describeUnder({ path }) {
	return path === void 0 ? "" : visibleLine(`under ${path.base || "(top)"} -> ${path.head || "(top)"}`);
}
function describeAttribute({ name, base, head }) {
	return visibleLine(`${name} ${base ?? "(none)"} -> ${head ?? "(none)"}`);
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
async function runDiffCommand(sides, options, context) {
	if (sides.base === "-" && sides.head === "-") throw new UserError({ message: "only one side can be the standard input" });
	const [base, head] = await Promise.all([readSide(sides.base, options, context), readSide(sides.head, options, context)]);
	const view = {
		base,
		head,
		changes: diffSpec(base, head)
	};
	context.print(options.json === true ? `${JSON.stringify(diffToJson(view), null, 2)}\n` : renderDiff(view, createPaint(context.output.colour)));
	return EXIT.pass;
}
/** A file's or pipe's own text (`-` is the standard input), or the spec that the config names at a git ref. */
async function readSide(name, options, context) {
	const path = resolve(context.cwd, name);
	const clauses = options.clauses ?? "headings";
	if (name === "-") return loadSpecStream("(standard input)", createReadStream("", {
		fd: 0,
		autoClose: false
	}), clauses);
	const stats = existsSync(path) ? statSync(path) : void 0;
	if (stats?.isFile()) return loadSpecFile(relative(context.cwd, path) || path, {
		cwd: context.cwd,
		clauses
	});
	if (stats?.isFIFO() || stats?.isCharacterDevice()) return loadSpecStream(name, createReadStream(path), clauses);
	const { loadSpecAtRef } = await import("./spec-at-ref.js");
	return loadSpecAtRef(name, {
		cwd: context.cwd,
		...options
	});
}
export { changesOutside as i, renderChangeList as n, renderDiff as r, runDiffCommand as t };
