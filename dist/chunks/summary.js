import { c as plural, f as signedPoints, r as count, s as percent } from "./format-numbers.js";
import { t as asFullSentence } from "./sentence.js";
import { t as titleOfFindings } from "./headline.js";
import { t as clip } from "./visible-text.js";
import { c as writeModelPair, l as writeModelShift, n as writeKnown, u as writeCost } from "./let-through-words.js";
import { c as writeEstimate, l as writeAgreementBasis, u as readableWords } from "./open-explorer.js";
import { i as markdownSentence, n as escapeText, r as fencedBlock, t as codeSpan } from "./safe-markdown.js";
import { a as folded, c as howDecided, d as newOutliers, f as wayOn, i as fixed, l as letThroughTable, n as failingScenarios, p as answerBlock, r as findingList, s as headlineBlock, t as clauseList, u as metricTable } from "./blocks.js";
import { n as markdownRow, t as markdownHead } from "./markdown-table.js";
/**
* The sections one after the other in at most `limit` characters. While they are too long, the section whose shown items
* take most room shows half as many; a shortened section says how many it leaves out.
*/
function fitSections(sections, limit) {
	const shown = sections.map((section) => section.items.length);
	for (;;) {
		const text = sections.map((section, index) => render(section, shown[index])).join("");
		if (text.length <= limit) return text;
		const lengths = sections.map((section, index) => section.items.slice(0, shown[index]).join("").length);
		const longest = lengths.indexOf(Math.max(...lengths));
		if (shown[longest] === 0) throw new Error(`nothing left to cut: ${text.length} characters, ${limit} allowed`);
		shown[longest] = Math.floor(shown[longest] / 2);
	}
}
function render({ opening, items, closing }, shown) {
	const rest = items.length - shown;
	const more = rest > 0 ? `\n_…and ${rest} more in the full report._\n` : "";
	return `${opening}${items.slice(0, shown).join("")}${more}${closing}`;
}
/** Characters of one clause. */
const LONGEST$1 = 1500;
/** One folded part a clause. */
function wordDifferences(report) {
	const edited = report.changes.filter(({ words }) => words.length > 0);
	return folded("The changed words", edited.map(({ id, words }) => `${codeSpan(id)}: ${readableWords(cut(words)).map(markRun).join("")}\n\n`));
}
/** The runs up to `LONGEST` characters. */
function cut(words) {
	let left = LONGEST$1;
	return words.flatMap((run) => {
		if (left <= 0) return [];
		const text = clip(run.text, left);
		left -= run.text.length;
		return [{
			...run,
			text
		}];
	});
}
/** Tags instead of `~~` and `**`, which mean nothing beside some signs and across spaces. Only our own tags are not escaped. */
function markRun({ kind, text }) {
	return text.split(/\n/).map((line) => markLine(kind, line)).join("<br>").replaceAll(/(?:<br>){3,}/g, "<br><br>");
}
function markLine(kind, line) {
	const words = escapeText(line, LONGEST$1);
	if (words === "") return line === "" ? "" : " ";
	const [before, after] = [/^\s/.test(line) ? " " : "", /\s$/.test(line) ? " " : ""];
	if (kind === "same") return before + words + after;
	const tag = kind === "removed" ? "del" : "b";
	return `${before}<${tag}>${words}</${tag}>${after}`;
}
/** Sentences of one clause that are listed. */
const MOST_SENTENCES = 6;
/** Characters of a sentence. */
const LONGEST = 200;
function coverageSection({ coverage }) {
	if (coverage === void 0 || coverage.changed.length === 0) return fixed("");
	const { clauses, testedClauses, demands, testedDemands, changed } = coverage;
	const title = `Coverage: ${testedClauses} of ${clauses} clauses, ${testedDemands} of ${plural(demands, "sentence that demands", "sentences that demand")} something`;
	return folded(title, changed.map(({ clause, scenarios, sentences }) => {
		const untested = sentences.filter((sentence) => sentence.scenarios === 0);
		const shown = untested.slice(0, MOST_SENTENCES).map(({ text }) => `  - ${escapeText(shorten(text))}\n`);
		const rest = untested.length > MOST_SENTENCES ? `  - and ${untested.length - MOST_SENTENCES} more\n` : "";
		const none = untested.length === 0 ? "" : `; no scenario touches ${plural(untested.length, "changed sentence")}`;
		return `- ${codeSpan(clause)}: ${plural(scenarios, "scenario")}${none}\n${shown.join("")}${rest}`;
	}));
}
function shorten(text) {
	return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
/** Beyond these a comment would hold openings only. */
const MOST_MODELS = 6;
/** For each changed model: what it does differently, where, and examples. */
function modelChangeSections(report) {
	const changes = report.modelChanges ?? [];
	const rest = changes.length - MOST_MODELS;
	return [...changes.slice(0, MOST_MODELS).flatMap((change) => [
		differences(change, report),
		groupTable(change),
		falseRefusals(change.falseRefusals),
		examples(change)
	]), ...rest > 0 ? [fixed(`\n${rest} more changed models are in the full report.\n`)] : []];
}
function differences(change, report) {
	const model = report.models.find((one) => one.model === change.model);
	return {
		opening: `\n**What ${codeSpan(change.model)} does differently** · ${markdownSentence(writeModelPair(change))}\n\n`,
		items: writeModelShift(change, model).map((sentence) => `- ${markdownSentence(asFullSentence(sentence))}\n`),
		closing: ""
	};
}
function groupTable({ clauses, topics }) {
	const rows = [...clauses.map((row) => ({
		...row,
		what: "clause"
	})), ...topics.map((row) => ({
		...row,
		what: "topic"
	}))].map(({ id, what, nonCompliance, rejections }) => markdownRow([
		what,
		codeSpan(id),
		count(nonCompliance.scenarios),
		cellOf(nonCompliance),
		cellOf(rejections)
	]));
	const section = folded("By clause and topic", rows);
	const head = markdownHead([
		["", "left"],
		["", "left"],
		["scenarios", "right"],
		["non-compliance", "left"],
		["rejections", "left"]
	]);
	return rows.length === 0 ? section : {
		...section,
		opening: `${section.opening}${head}`
	};
}
/** Bold where a change is seen. */
function cellOf(row) {
	if (row?.base === void 0 || row.head === void 0) return "";
	const levels = `${percent(row.base)} → ${percent(row.head)}`;
	return row.status === "changed" ? `**${levels}** (${signedPoints(row.change ?? 0)})` : levels;
}
function falseRefusals(refusals) {
	const fresh = refusals.filter(({ status }) => status === "new");
	return folded(`${plural(fresh.length, "new refusal")} of what most other models answer in order`, fresh.map(({ scenario, helped, others, answer, typical }) => `\n**${codeSpan(scenario)}** · ${count(helped)} of ${count(others)} others help in order\n${answerBlock(answer)}${typical === void 0 ? "" : answerBlock(typical)}`));
}
function examples({ examples: contrasts }) {
	return folded("Examples where the answers differ most", contrasts.map(contrast));
}
function contrast({ scenario, query, base, head, panel }) {
	const asked = query === void 0 ? "" : fencedBlock(query, 1e3);
	const isSame = base?.model === head.model;
	const answers = [
		...base === void 0 ? [] : [answerBlock(base, isSame ? " before" : "")],
		answerBlock(head, isSame ? " now" : ""),
		...panel === void 0 ? [] : [answerBlock(panel)]
	];
	return `\n**${codeSpan(scenario)}**\n${asked}${answers.join("")}`;
}
/** GitHub takes 65,536 characters; the marker that finds the comment again and a margin stay free. */
const LONGEST_COMMENT = 6e4;
/** At most `LONGEST_COMMENT` characters; the same view always gives the same text. */
function renderMarkdown(view) {
	return fitSections(sectionsOf(view), LONGEST_COMMENT);
}
/** Headline, table and changed clauses: what is added stands before all that is folded. */
const UNFOLDED = 3;
/** One comment for all comparisons of a change, the one that weighs most first; the same limit holds for all together. */
function renderComment(views, added = []) {
	const own = views.flatMap((view, index) => [...index === 0 ? [] : [fixed("\n---\n\n")], ...sectionsOf(view)]);
	const [shown, folded] = [own.slice(0, UNFOLDED), own.slice(UNFOLDED)];
	return fitSections([
		...shown,
		...added,
		...folded
	], LONGEST_COMMENT);
}
function sectionsOf(view) {
	const { report, gate } = view;
	return [
		fixed(headlineBlock(report, gate)),
		fixed(metricTable(report)),
		clauseList(view),
		...modelChangeSections(report),
		findingList(titleOfFindings(report), report.findings.filter(({ severity }) => severity !== "notice")),
		fixed(wayOn(report)),
		letThroughTable(report),
		failingScenarios(report),
		newOutliers(report),
		coverageSection(report),
		wordDifferences(report),
		howDecided(report),
		fixed(closingLine(view))
	];
}
function closingLine({ report, run, runUrl }) {
	const link = runUrl === void 0 ? "" : ` · [full report in the run's summary and artifact](${runUrl})`;
	return `\n${markdownSentence(writeCost(report, run))}${link}\n`;
}
const MOST_BARS = 16;
/** Bars are the head, the line is the base, in percent. Empty where nothing was measured by clause. */
function mermaidChart(report) {
	const rows = report.clauses.filter(isMeasured).slice(0, MOST_BARS);
	if (rows.length === 0) return "";
	const percents = (side) => rows.map((row) => (row[side] * 100).toFixed(1)).join(", ");
	const top = Math.min(100, Math.ceil(Math.max(10, ...rows.flatMap((row) => [row.base * 110, row.head * 110])) / 10) * 10);
	return [
		"",
		"```mermaid",
		"xychart-beta",
		"    title \"Non-compliance by clause, percent (bars: head, line: base)\"",
		`    x-axis [${rows.map((_, index) => `"${index + 1}"`).join(", ")}]`,
		`    y-axis "%" 0 --> ${top}`,
		`    bar [${percents("head")}]`,
		`    line [${percents("base")}]`,
		"```",
		"",
		rows.map((row, index) => `${index + 1} ${codeSpan(row.id, 60)}`).join(" · "),
		""
	].join("\n");
}
function isMeasured(clause) {
	return clause.base !== void 0 && clause.head !== void 0;
}
/**
* GitHub drops a summary over 1 MiB whole. Characters are counted, and one takes at most 3 bytes of UTF-8 (4 for two UTF-16
* units), so this stays under 900 KiB.
*/
const LONGEST_SUMMARY = 3e5;
/** At most 900 KiB of UTF-8; the same view always gives the same text. */
function renderSummary(view) {
	const { report, gate } = view;
	return fitSections([
		fixed(headlineBlock(report, gate)),
		fixed(metricTable(report)),
		fixed(mermaidChart(report)),
		clauseList(view),
		...modelChangeSections(report),
		findingList("Findings", report.findings),
		fixed(wayOn(report)),
		letThroughTable(report),
		failingScenarios(report),
		newOutliers(report),
		coverageSection(report),
		wordDifferences(report),
		modelTable(report),
		judgeTable(report),
		scenarioEvidence(report),
		howDecided(report),
		fixed(`\n${markdownSentence(writeCost(report, view.run))}\n`)
	], LONGEST_SUMMARY);
}
function modelTable({ models }) {
	return foldedTable("Models", markdownHead([
		["model", "left"],
		["base", "right"],
		["head", "right"],
		["responses", "right"],
		["missing", "right"]
	]), models.map(({ model, base, head, responses, missing }) => markdownRow([
		codeSpan(model),
		optional(base),
		optional(head),
		count(responses),
		count(missing)
	])));
}
function judgeTable({ judges }) {
	const heading = markdownHead([
		["judge", "left"],
		["rulings", "right"],
		["abstained", "right"],
		["rules against", "right"],
		["right on known answers", "right"]
	]);
	const rows = judges.panel.map(({ judge, rulings, abstained, flagRate, known }) => markdownRow([
		codeSpan(judge),
		count(rulings),
		count(abstained),
		optional(flagRate),
		writeKnown(known)
	]));
	const section = foldedTable("Judges", heading, rows);
	if (rows.length === 0) return section;
	const { base, head } = judges;
	const agreement = [
		`\nWhere every judge was asked: agreeing pairs ${estimateOf(base.raw)} → ${estimateOf(head.raw)}`,
		`Fleiss' kappa ${estimateOf(base.fleissKappa)} → ${estimateOf(head.fleissKappa)}`,
		`Gwet's AC1 ${estimateOf(base.gwetAc1)} → ${estimateOf(head.gwetAc1)}`
	].join(" · ");
	return {
		...section,
		closing: `${agreement}. ${markdownSentence(writeAgreementBasis(judges))}\n${section.closing}`
	};
}
function scenarioEvidence(report) {
	const items = report.scenarios.flatMap((scenario) => hasEvidence(scenario) ? [evidenceOf(scenario)] : []);
	return folded("Scenarios, answers and judgments", items);
}
function hasEvidence({ query, examples = [] }) {
	return query !== void 0 || examples.length > 0;
}
function evidenceOf({ scenario, query, examples = [] }) {
	const asked = query === void 0 ? "" : fencedBlock(query, 2e3);
	return `\n**${codeSpan(scenario)}**\n${asked}${examples.map(exampleOf).join("")}`;
}
function exampleOf({ model, arm, response, judgments }) {
	const rulings = judgments.map(({ judge, ruling, clauses, reasoning }) => `- ${codeSpan(judge)} rules ${codeSpan(ruling)}, citing ${clauses.slice(0, 5).map((clause) => codeSpan(clause)).join(", ") || "nothing"}: ${escapeText(reasoning, 600)}\n`);
	return `\n${codeSpan(model)} on ${arm}:\n${fencedBlock(response)}\n${rulings.join("")}`;
}
function foldedTable(title, heading, rows) {
	const section = folded(title, rows);
	return rows.length === 0 ? section : {
		...section,
		opening: `${section.opening}${heading}`
	};
}
function optional(share) {
	return share === void 0 ? "" : percent(share);
}
function estimateOf(value) {
	return markdownSentence(writeEstimate(value));
}
export { fitSections as a, renderMarkdown as i, LONGEST_COMMENT as n, renderComment as r, renderSummary as t };
