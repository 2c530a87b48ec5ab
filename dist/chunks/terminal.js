import { t as whereDefined } from "./where-defined.js";
import { i as writeParagraph, l as groupNewOutliers, r as writeMessage, v as writeClaims } from "./messages.js";
import { _ as countCosmetic, c as writeModelPair, g as clauseEffects, h as metricRows, l as writeModelShift, m as intervalLevel, o as writeWayOn, p as STATUS_WORDS, u as writeCost, v as linesOf } from "./let-through-words.js";
import { n as newlyFailing, r as writeScenarioChange } from "./failing-scenarios.js";
import { n as writeHeadline } from "./headline.js";
import { t as NO_PAINT } from "./paint.js";
import { t as plainText } from "./plain-text.js";
import { c as say, s as names, t as asFullSentence } from "./sentence.js";
import { n as visibleId, r as visibleLine } from "./visible-text.js";
import { n as wrapText, t as fitColumns } from "./wrap-text.js";
import { c as plural } from "./format-numbers.js";
const INDENT = 8;
const MOST_SCENARIOS = 5;
const MOST_CLAUSES = 12;
const MOST_FINDINGS = 5;
const MOST_OUTLIER_MODELS = 4;
/** The whole verdict as text that ends with a line feed. */
function renderTerminal(view, { paint = NO_PAINT, width = 100 } = {}) {
	const sheet = {
		paint,
		width: Math.max(48, Math.min(width, 120))
	};
	return `${[
		verdictBlock(view.report, sheet),
		whyBlock(view.report, sheet),
		measuredBlock(view.report, sheet),
		changedBlock(view.report, sheet),
		...modelBlocks(view.report, sheet),
		outlierBlock(view.report, sheet),
		block("Also", briefly(view.report.verdict.reasons.slice(1), sheet), sheet),
		block("Note", briefly(view.report.notes, sheet), sheet),
		closingBlock(view, sheet)
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
function verdictBlock(report, { paint, width }) {
	const { word, tone, says } = writeHeadline(report);
	const [reason] = report.verdict.reasons;
	const message = reason && writeMessage(reason);
	const indent = word.length + 2;
	const rest = [
		message?.detail,
		message?.advice,
		acceptanceOf(report)
	].flatMap((part) => part ? [plainText(asFullSentence(part))] : []);
	return [`${report.simulated ? "(simulated) " : ""}${plainText(says)}`, ...rest].flatMap((text, index) => wrapText(text, width - indent).map((line) => index === 0 ? paint.strong(line) : line)).map((line, index) => index === 0 ? `${paintTone(paint, tone)(word)}  ${line}` : `${" ".repeat(indent)}${line}`);
}
function whyBlock(report, sheet) {
	const findings = report.findings.filter(isReading).slice(0, 2).map((finding) => plainText(writeParagraph(finding)));
	const failing = newlyFailing(report);
	const rows = failing.slice(0, MOST_SCENARIOS).map((scenario, index) => [`${index + 1}. ${visibleLine(scenario.scenario, 40)}`, plainText(writeScenarioChange(scenario, report.head.models.length))]);
	const more = failing.length > MOST_SCENARIOS ? [`   and ${plural(failing.length - MOST_SCENARIOS, "more scenario", "more scenarios")} that got worse`] : [];
	const heading = report.verdict.status === "pass" ? "Moved" : "Why";
	return [...block(heading, paragraphs(findings, sheet), sheet), ...block(findings.length === 0 ? heading : "", [...fitColumns(rows, { width: roomOf(sheet) }), ...more], sheet)];
}
function measuredBlock(report, sheet) {
	const rows = metricRows(report);
	if (rows.length === 0) return [];
	const table = fitColumns([[
		"",
		"base",
		"head",
		"change",
		intervalLevel(report),
		"tolerated",
		""
	], ...rows.map((row) => [
		row.label,
		row.base,
		row.head,
		row.change,
		row.interval,
		row.tolerated,
		STATUS_WORDS[row.status].word
	])], {
		width: roomOf(sheet),
		dispensable: [5, 4],
		right: [
			1,
			2,
			3
		]
	}).map((line, index) => {
		const painted = rows[index - 1]?.status === "fail" ? sheet.paint.bad(line) : index === 0 ? sheet.paint.faint(line) : line;
		return `${label(index === 0 ? "Measured" : "", sheet)}${painted}`;
	});
	const claims = writeClaims(report).map((claim) => plainText(asFullSentence(claim)));
	return [...table, ...block("", paragraphs(claims, sheet).map(sheet.paint.faint), sheet)];
}
const SIGNS = {
	added: "+",
	removed: "-",
	edited: "~",
	renamed: ">",
	moved: "^",
	cosmetic: " ",
	unseen: "?"
};
function changedBlock(report, sheet) {
	const effects = clauseEffects(report);
	const rows = effects.slice(0, MOST_CLAUSES).map(({ change, effect }) => [
		`${SIGNS[change.kind]} ${visibleId(change.id, 40)}`,
		linesOf(change),
		plainText(effect)
	]);
	const cosmetic = countCosmetic(report);
	const rest = [...effects.length > MOST_CLAUSES ? [`  and ${plural(effects.length - MOST_CLAUSES, "more clause", "more clauses")}`] : [], ...cosmetic > 0 ? [`  ${plural(cosmetic, "cosmetic change")} ignored`] : []];
	return block("Changed", [...fitColumns(rows, {
		width: roomOf(sheet),
		dispensable: [1]
	}), ...rest], sheet);
}
/** One block a changed model: which, and what it does differently. */
function modelBlocks(report, sheet) {
	return (report.modelChanges ?? []).map((change) => {
		const model = report.models.find((one) => one.model === change.model);
		const shifts = writeModelShift(change, model).flatMap((sentence) => wrapText(plainText(asFullSentence(sentence)), roomOf(sheet) - 2).map((line, index) => `${index === 0 ? "- " : "  "}${line}`));
		return block("Changed", [...paragraphs([plainText(asFullSentence(writeModelPair(change)))], sheet), ...shifts], sheet);
	});
}
/** Who newly stands apart, on what and which way; the answers are in the page. */
function outlierBlock(report, sheet) {
	const groups = groupNewOutliers(report);
	const shown = groups.slice(0, MOST_OUTLIER_MODELS).map(({ says, outliers }) => {
		const scenarios = names(outliers.map(({ scenario }) => scenario));
		return plainText(asFullSentence(say`${says}: ${scenarios}`));
	});
	const rest = groups.length - shown.length;
	return block("Outliers", paragraphs([...shown, ...rest > 0 ? [`and ${plural(rest, "more model", "more models")}`] : []], sheet), sheet);
}
function closingBlock({ report, run, reportPath }, sheet) {
	return [
		...block("Cost", paragraphs([plainText(writeCost(report, run))], sheet), sheet),
		...block("Next", paragraphs(writeWayOn(report).map(plainText), sheet), sheet),
		...reportPath === void 0 ? [] : block("Open", [reportPath], sheet)
	];
}
/** Lines under a heading that stands left of the first. */
function block(heading, lines, sheet) {
	return lines.map((line, index) => `${label(index === 0 ? heading : "", sheet)}${line}`);
}
/** What each of the first findings says, without its numbers. */
function briefly(findings, sheet) {
	const texts = findings.slice(0, MOST_FINDINGS).map((one) => plainText(asFullSentence(writeMessage(one).says)));
	const rest = findings.length - texts.length;
	return paragraphs([...texts, ...rest > 0 ? [`and ${rest} more in the report`] : []], sheet);
}
function paragraphs(texts, sheet) {
	return texts.flatMap((text) => wrapText(text, roomOf(sheet)));
}
/** Columns right of the headings. */
function roomOf({ width }) {
	return width - INDENT - 2;
}
function label(text, { paint }) {
	return text === "" ? " ".repeat(10) : paint.faint(text.padEnd(10));
}
function isReading({ severity }) {
	return severity !== "notice";
}
function acceptanceOf({ verdict }) {
	if (verdict.resolution === void 0) return void 0;
	const { by, reason, expires } = verdict.resolution;
	return writeMessage({
		code: "accepted",
		args: {
			by,
			reason,
			...whereDefined({ expires })
		}
	}).says;
}
function paintTone(paint, tone) {
	return (text) => paint.strong(paint[tone](text));
}
export { renderTerminal as t };
