import { d as percent, f as plural, g as signedPoints, s as count, v as UserError, y as formatPlace } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { a as nearestName } from "./compare-diff-report-bank-ask-check.js";
import { A as createSheet, B as writeHowDecided, C as RULING_WORDS, F as writeWayOn, H as clauseEffects, I as writeAnswer, J as parseEvidence, K as newlyFailing, L as writeModelPair, M as paragraphs, N as roomOf, O as renderTerminal, P as headingLines, R as writeModelShift, S as KIND_WORDS, T as statusWords, U as countCosmetic, V as writeSide, W as digestRun, _ as writeViolations, a as renderSarif, c as renderJson, d as writeEstimate, f as writeAgreementBasis, g as writeShareLetThrough, h as writeKnown, i as buildExplorer, j as joinBlocks, k as block, l as renderHtml, m as writeAllAnswers, n as readEvidenceBeside, p as toldLetThrough, q as writeScenarioChange, r as WHOLE_TEXTS, s as renderJunit, t as openExplorer, v as readableWords, w as nudgeWords, x as scenarioAddress, y as sourceLink, z as writeCost } from "./report-check.js";
import { l as names, o as joinSentence, r as asFullSentence, t as plainText, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { a as whereDefined, i as visibleText, n as visibleId, r as visibleLine, t as clip } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { a as wrapText, n as fitEntries } from "./compare-report-bank-ask-check.js";
import { n as writeHeadline, t as titleOfFindings } from "./action-report-check.js";
import { C as intervalLevel, S as STATUS_WORDS, d as groupNewOutliers, f as writeApart, i as writeParagraph, p as writeDirection, r as writeMessage, w as metricRows, x as writeExplainedClaims } from "./action-accept-report-ask-check.js";
import { t as FORMAT_SHOWS } from "./commands-report.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { n as createPaint } from "./compare-diff-report-bank-check.js";
import { n as reportFile, t as readReport } from "./accept-report.js";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
/** The most characters an id may take; longer ones are cut. */
const LONGEST_NAME$1 = 120;
const BREAK = "​";
/**
* One line of text in a code span, where GitHub makes no mentions, references, links or emoji. A pipe would end a table
* cell even inside code, so it is shown as a broken bar.
*/
function codeSpan(text, most = LONGEST_NAME$1) {
	const line = visibleLine(text, most).replaceAll("|", "¦") || "(empty)";
	const fence = "`".repeat(longestRun(line) + 1);
	return longestRun(line) === 0 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}
/** Lines of text in a fenced block of its own, between blank lines. `most` cuts the text, in characters. */
function fencedBlock(text, most = 4e3) {
	const body = clip(visibleText(text), most);
	const fence = "`".repeat(Math.max(3, longestRun(body) + 1));
	return `\n${fence}text\n${body}\n${fence}\n`;
}
/**
* One line of untrusted text as plain text. Markdown is escaped; GitHub's own conversions, which run after Markdown and so
* see through escapes (mentions, #1, owner/repo@sha, bare links, :emoji:), are broken by a zero-width space of ours.
*/
function escapeText(text, most = 400) {
	return visibleLine(text, most).replaceAll(/[\\`*_{}[\]()<>#+\-.!|~&$^=:@/]/g, (mark) => `\\${mark}`).replaceAll(/\\[@#:/]/g, (escaped) => `${escaped}${BREAK}`).replaceAll(/www(?=\\\.)|gh(?=\\-)/gi, (word) => `${word}${BREAK}`).replaceAll(/[0-9a-f]{7,}/gi, (hex) => hex.replaceAll(/.{6}(?=.)/g, (six) => `${six}${BREAK}`));
}
/** A sentence: our words as they are, names as code spans. */
function markdownSentence(sentence) {
	return joinSentence(sentence, {
		words: (text) => text,
		name: (text) => codeSpan(text)
	});
}
function longestRun(text) {
	return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
/** `when` is our own word, where one model answers on both sides. */
function answerBlock(answer, when = "") {
	const text = answer.response === void 0 ? "" : fencedBlock(answer.response, 1500);
	return `\n${codeSpan(answer.model)}${when}: ${markdownSentence(writeAnswer(answer))}\n${text}`;
}
const RULES = {
	left: ":--",
	right: "--:",
	centre: ":-:"
};
function markdownRow(cells) {
	return `| ${cells.join(" | ")} |\n`;
}
/** The heads of the columns, and the line under them. */
function markdownHead(columns) {
	return `${markdownRow(columns.map(([head]) => head))}|${columns.map(([, alignment]) => `${RULES[alignment]}|`).join("")}\n`;
}
/** Beyond the main reason. */
const MOST_REASONS = 4;
/** The first line and the lines right under it. `gate` names the config, where a repository has several. */
function headlineBlock(report, gate) {
	const { mark, says } = writeHeadline(report);
	const banner = report.simulated ? "\n> **Simulated**: the models or judges are simulations; these numbers say nothing about a real model.\n" : "";
	const [main, ...others] = report.verdict.reasons;
	const message = main && writeMessage(main);
	const under = [message?.detail, message?.advice].flatMap((part) => part ? [markdownSentence(asFullSentence(part))] : []);
	const named = others.slice(0, MOST_REASONS).map((reason) => `- ${markdownSentence(asFullSentence(writeMessage(reason).says))}\n`);
	const rest = others.length - named.length;
	const also = [...named, ...rest > 0 ? [`- and ${rest} more in the full report\n`] : []].join("");
	const commit = report.head.sha === void 0 ? "" : ` (commit \`${report.head.sha.slice(0, 7)}\`)`;
	return `### ${mark} ${gateTitle(gate)}: ${markdownSentence(says)}${commit}\n${banner}${acceptanceBlock(report)}\n${under.join(" ")}\n${also === "" ? "" : `\n${also}`}`;
}
/** What to edit, or how to accept it and who may. */
function wayOn(report) {
	const lines = writeWayOn(report).map((sentence) => `- ${markdownSentence(sentence)}\n`);
	return lines.length === 0 ? "" : `\n**How to go on**\n\n${lines.join("")}`;
}
/** `Spec Gate`, and which one. */
function gateTitle(gate) {
	return gate === void 0 ? "Spec Gate" : `Spec Gate ${codeSpan(gate, 120)}`;
}
/** The metrics of both sides. */
function metricTable(report) {
	const rows = metricRows(report);
	if (rows.length === 0) return "";
	const lines = rows.map((row) => markdownRow([
		row.label,
		row.base,
		row.head,
		changeCell(row),
		row.tolerated,
		markCell(row)
	]));
	return `\n${markdownHead([
		["", "left"],
		[codeSpan(report.base.ref, 40), "right"],
		[codeSpan(report.head.ref, 40), "right"],
		[`change (${intervalLevel(report)})`, "left"],
		["tolerated", "right"],
		["", "centre"]
	])}${lines.join("")}`;
}
/** One line a changed clause. */
function clauseList(view, title = "**What changed**") {
	const { report } = view;
	const effects = clauseEffects(report);
	const cosmetic = countCosmetic(report);
	return {
		opening: effects.length === 0 ? "" : `\n${title}\n\n`,
		items: effects.map((effect) => `- ${clauseLine(effect, view)}\n`),
		closing: cosmetic === 0 ? "" : `\n${plural(cosmetic, "cosmetic change")} ignored.\n`
	};
}
/** What was found: a heading and one paragraph a finding. */
function findingList(title, findings) {
	return {
		opening: findings.length === 0 ? "" : `\n**${title}**\n\n`,
		items: findings.map((finding) => `- ${markdownSentence(writeParagraph(finding))}\n`),
		closing: ""
	};
}
/** What is let through and newly forbidden, by touched clause, and answers to look at. */
function letThroughTable(report) {
	const { comparison } = report;
	const letThrough = toldLetThrough(report);
	if (letThrough === void 0) return fixed("");
	const { answers, clauses, examples } = letThrough;
	const row = (heading, both, violations) => markdownRow([
		heading,
		both === void 0 ? "" : writeShareLetThrough(both),
		both === void 0 ? "" : count(both.newlyForbidden),
		violations
	]);
	const rows = [...answers === void 0 ? [] : [row(writeAllAnswers(comparison), answers, "")], ...clauses.map(({ clause, answers: own, violations }) => row(codeSpan(clause), own, writeViolations(violations)))];
	const heading = markdownHead([
		["", "left"],
		["forbidden answers let through", "right"],
		["newly forbidden", "right"],
		["known violations let through", "right"]
	]);
	const shown = examples.map(({ name, model }, index) => `${index === 0 ? "\n" : ""}- let through: ${codeSpan(name)}${model === void 0 ? "" : ` answered by ${codeSpan(model)}`}\n`);
	const section = folded("What the edit lets through", [...rows, ...shown]);
	return {
		...section,
		opening: `${section.opening}${heading}`
	};
}
/** An item a scenario that got worse, folded; nothing where none did. */
function failingScenarios(report) {
	const failing = newlyFailing(report);
	const items = failing.map((scenario) => {
		const clauses = scenario.clauses.slice(0, 3).map((clause) => codeSpan(clause)).join(", ");
		return `- ${codeSpan(scenario.scenario)}: ${markdownSentence(writeScenarioChange(scenario, report.head.models.length))} · ${clauses}\n`;
	});
	return folded(`${plural(failing.length, "scenario")} that got worse`, items);
}
/** Models named above the fold. */
const MOST_OUTLIER_MODELS = 5;
/** By model what they have in common, on top; folded under it each answer beside a typical one. */
function newOutliers(report) {
	const groups = groupNewOutliers(report);
	const all = groups.flatMap(({ outliers }) => outliers);
	if (all.length === 0) return fixed("");
	const lines = groups.slice(0, MOST_OUTLIER_MODELS).map(({ says, outliers }) => {
		const scenarios = names(outliers.map(({ scenario }) => scenario));
		return `- ${markdownSentence(say`${says}: ${scenarios}`)}\n`;
	});
	const rest = groups.length - lines.length;
	const more = rest > 0 ? `- and ${plural(rest, "more model", "more models")}\n` : "";
	const answers = folded(all.length === 1 ? "The answer, beside a typical one" : `The ${all.length} answers, each beside a typical one`, groups.flatMap(({ outliers }) => outliersByPlace(outliers)));
	return {
		...answers,
		opening: `\n**New outliers**\n\n${lines.join("")}${more}${answers.opening}`
	};
}
/** The sides, the rounds, how far the verdict reaches, and all notes, folded. */
function howDecided(report) {
	const sides = say`Compared ${writeSide(report.base)} with ${writeSide(report.head)}.`;
	const claims = writeExplainedClaims(report).map(asFullSentence);
	return folded("How this was decided", [
		sides,
		...writeHowDecided(report),
		...claims,
		...report.notes.map(writeParagraph)
	].map((sentence) => `- ${markdownSentence(sentence)}\n`));
}
/** Text that is always shown. */
function fixed(text) {
	return {
		opening: text,
		items: [],
		closing: ""
	};
}
/** A folded part; nothing at all without items. */
function folded(title, items) {
	if (items.length === 0) return fixed("");
	return {
		opening: `\n<details><summary>${title}</summary>\n\n`,
		items,
		closing: "\n</details>\n"
	};
}
function acceptanceBlock({ verdict }) {
	if (verdict.resolution === void 0) return "";
	const { by, reason, expires } = verdict.resolution;
	const args = {
		by,
		reason,
		...whereDefined({ expires })
	};
	return `\n${markdownSentence(writeParagraph({
		code: "accepted",
		args
	}))}\n`;
}
function clauseLine({ change, what, effect, tone }, view) {
	const named = codeSpan(`${change.file}:${change.lines[0]}-${change.lines[1]}`);
	const link = sourceLink(view, change);
	const place = link === void 0 ? named : `[${named}](${link})`;
	const says = markdownSentence(effect);
	return `${codeSpan(change.id)} ${markdownSentence(what)} (${place}): ${tone === "bad" ? `**${says}**` : says}`;
}
function changeCell({ change, interval, status }) {
	if (change === "") return "";
	const shown = status === "fail" ? `**${change}**` : change;
	return interval === "" ? shown : `${shown} (${interval})`;
}
function markCell({ status }) {
	const { word, mark } = STATUS_WORDS[status];
	return status === "pass" || status === "fail" ? mark : `${mark === "n/a" ? "" : `${mark} `}${word}`;
}
/** One item each; the clause stands over the first of those that share it. */
function outliersByPlace(outliers) {
	return outliers.map((outlier, index) => {
		const [clause] = outlier.clauses;
		const isSame = index > 0 && outliers[index - 1].clauses[0] === clause;
		return (clause === void 0 || isSame ? "" : `\nUnder ${codeSpan(clause)}:\n`) + outlierItem(outlier);
	});
}
/** The answer that stands apart, and a typical one of the others beside it. */
function outlierItem({ scenario, model, topics, answer, typical, ...apart }) {
	const about = topics.length === 0 ? say`` : say`, about ${names(topics)}`;
	const line = `\n**${codeSpan(model)}** on ${codeSpan(scenario)}${markdownSentence(say`${about}: ${writeApart(apart)} (${writeDirection(apart)})`)}\n`;
	return [answer, typical].reduce((text, one) => one === void 0 ? text : text + answerBlock(one), line);
}
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
	return folded("The changed words", report.changes.filter(({ words }) => words.length > 0).map(({ id, words }) => `${codeSpan(id)}: ${readableWords(cut(words)).map(markRun).join("")}\n\n`));
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
	return folded(`Coverage: ${testedClauses} of ${clauses} clauses, ${testedDemands} of ${plural(demands, "sentence that demands", "sentences that demand")} something`, changed.map(({ clause, scenarios, sentences }) => {
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
	return folded("Scenarios, answers and judgments", report.scenarios.flatMap((scenario) => hasEvidence(scenario) ? [evidenceOf(scenario)] : []));
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
/** Undefined where the evidence holds no answer to the scenario. */
function tellScenario(report, evidence, id) {
	const asked = evidence.scenarios.get(id);
	if (asked === void 0) return void 0;
	const cells = evidence.cells.filter(({ scenario }) => scenario === id);
	const data = buildExplorer({
		report,
		scenarios: [asked],
		cells,
		limits: WHOLE_TEXTS
	});
	const [scenario] = data.scenarios;
	if (scenario === void 0) return void 0;
	const { id: name, asked: question, answers, clauses, ...facts } = scenario;
	const problematicModels = report.scenarios.find((row) => row.scenario === id)?.problematicModels;
	return {
		scenario: name,
		disclosure: data.disclosure,
		...facts,
		...whereDefined({
			asked: textAt(data, question),
			problematicModels
		}),
		clauses: clauses.map((clause) => ({
			id: clause,
			...placeOf(evidence, clause),
			changed: report.changes.some((change) => change.id === clause && change.kind !== "cosmetic")
		})),
		answers: answers.map(({ model, draws, base, head }) => ({
			model: data.models[model],
			draws,
			...whereDefined({
				base: base && sideOf(data, base),
				head: head && sideOf(data, head)
			})
		}))
	};
}
function placeOf({ places }, clause) {
	const place = places.get(clause);
	return place === void 0 ? {} : {
		file: place.file,
		line: place.line
	};
}
function sideOf(data, { text, rulings, ...facts }) {
	return {
		...facts,
		...whereDefined({ text: textAt(data, text) }),
		rulings: rulings.map(({ judge, reason, ...ruling }) => ({
			judge: data.judges[judge],
			...ruling,
			...whereDefined({ reason: textAt(data, reason) })
		}))
	};
}
function textAt({ texts }, place) {
	return place === void 0 ? void 0 : texts[place];
}
const LONGEST_NAME = 120;
/** Columns that what stands below a ruling is set in by. */
const BELOW = "  ";
/** The whole story as text that ends with a line feed. */
function renderStory({ report, story, page }, options = {}) {
	const sheet = createSheet(options);
	return joinBlocks([
		headingLines(report, sheet),
		scenarioBlock(story, report, sheet),
		block("Asked", textLines(story.asked ?? withheld(story.askedLength), roomOf(sheet)), sheet),
		...story.answers.flatMap((answer) => answerBlocks(answer, report, sheet)),
		[...block("Texts", paragraphs(story.disclosure === "ids" ? [HOW_SHOWN] : [], sheet), sheet), ...block("Open", page === void 0 ? [] : [page], sheet)]
	]);
}
const HOW_SHOWN = "This report holds no text of questions, answers and reasons (disclose: ids). spec-gate check --disclose full with the options it was made with writes them in: what is stored serves again, no call is made.";
function scenarioBlock(story, report, sheet) {
	const row = report.scenarios.find(({ scenario }) => scenario === story.scenario);
	const change = row === void 0 ? [] : [plainText(asFullSentence(writeScenarioChange(row, report.head.models.length)))];
	const about = [
		story.values?.join(" ↔ "),
		nudgeWords(story),
		story.topics.join(", ")
	].filter((part) => part !== void 0 && part !== "").map((part) => visibleLine(part, 300));
	return block("Scenario", [
		`${report.simulated ? "(simulated) " : ""}${sheet.paint.strong(visibleLine(story.scenario, LONGEST_NAME))}`,
		...paragraphs(change, sheet),
		...paragraphs(about.length === 0 ? [] : [about.join(" · ")], sheet),
		...fitEntries(story.clauses.map(clauseRow), { width: roomOf(sheet) })
	], sheet);
}
function clauseRow({ id, file, line, changed }) {
	const place = file === void 0 ? "" : formatPlace({
		file: visibleLine(file, 200),
		...line && { line }
	});
	return [`tests ${visibleId(id, 64)}`, [place, changed ? "changed" : ""].filter(Boolean).join("  ")];
}
/**
* The model and how often it broke the spec; its answer, once where both sides judge the same; then the rulings by side. Of texts
* that are held back nobody can say that they are the same.
*/
function answerBlocks({ model, draws, base, head }, { comparison }, sheet) {
	const isOne = base?.text !== void 0 && base.text === head?.text && base.length === head.length;
	const sides = ["base", "head"].flatMap((name) => {
		const side = {
			base,
			head
		}[name];
		return side === void 0 ? [] : [{
			name,
			side,
			draws: draws[name]
		}];
	});
	const room = roomOf(sheet);
	return [[
		...block("Model", [sheet.paint.strong(visibleLine(model, LONGEST_NAME))], sheet),
		...isOne ? block("Answer", [...textLines(textOf(base), room), oneAnswer(comparison)], sheet) : [],
		...sides.flatMap(({ name, side, draws: counted }) => block(name, [
			paintStatus(side, sheet)(statusLine(side, counted)),
			...isOne ? [] : textLines(textOf(side), room),
			...side.rulings.flatMap((ruling) => rulingLines(ruling, sheet))
		], sheet))
	]];
}
function oneAnswer(comparison) {
	return `(the same answer on both sides${comparison === "model" ? "" : ", judged under both texts"})`;
}
/** `problematic, firm rejection (2 of 2 draws problematic)`. */
function statusLine({ problematic, kind }, [ruled, broken]) {
	const draws = ruled > 1 ? ` (${broken} of ${ruled} draws problematic)` : "";
	return `${statusWords(problematic)}${kind === void 0 ? "" : `, ${KIND_WORDS[kind]}`}${draws}`;
}
function paintStatus({ problematic }, { paint }) {
	if (problematic === "missing") return paint.unsure;
	return problematic ? paint.bad : paint.good;
}
/** `non-compliant  anthropic/claude-sonnet-5, citing avoid_harm`, and below it the reason. */
function rulingLines({ judge, ruling, clauses, reason }, sheet) {
	const room = roomOf(sheet) - 2;
	const citing = clauses.length === 0 ? "" : `, citing ${clauses.map((id) => visibleId(id, 64)).join(", ")}`;
	const first = `${RULING_WORDS[ruling]}: ${visibleLine(judge, LONGEST_NAME)}${citing}`;
	return [...wrapText(first, room).map((line, index) => `${index === 0 ? "- " : BELOW}${line}`), ...textLines(reason ?? "", room).map((line) => `${BELOW}${sheet.paint.faint(line)}`)];
}
function textOf({ text, length }) {
	return text ?? withheld(length);
}
/** What stands where a text is left out; nothing where there is none. */
function withheld(length) {
	return length === void 0 ? "" : `(${plural(length, "character")}, not in this report)`;
}
/** Every line of a text in lines that fit; none of an empty one. */
function textLines(text, width) {
	return text === "" ? [] : text.split("\n").flatMap((line) => wrapText(line.replaceAll("	", "  "), width));
}
/** A column and its cell; undefined is an empty cell. Those that `compare` reads have its names. */
const COLUMNS = {
	scenario: ({ scenario }) => scenario,
	model: ({ model }) => model,
	side: ({ arm }) => arm,
	replicate: ({ stage, draw }) => `${stage} ${draw}`,
	problematic: ({ problematic }) => problematic === "missing" ? void 0 : problematic,
	compliant_rulings: (cell) => rulings(cell, "compliant"),
	non_compliant_rulings: (cell) => rulings(cell, "non-compliant"),
	ambiguous_rulings: (cell) => rulings(cell, "ambiguous"),
	abstentions: ({ judgments }) => judgments.filter(({ status }) => status === "abstained").length,
	score1: ({ scores }) => scored(scores)?.value1,
	score2: ({ scores }) => scored(scores)?.value2,
	response_type: ({ scores }) => scored(scores)?.responseType,
	response_length: ({ responseLength, responseText }) => responseLength ?? responseText?.length,
	missing_reason: ({ missingReason }) => missingReason
};
/** RFC 4180, with a header and line feeds. `simulated` is a column, so that no row can be mistaken for a real model's. */
function renderCsv({ report, cells = [] }) {
	return [[...Object.keys(COLUMNS), "simulated"], ...cells.map((cell) => [...Object.values(COLUMNS).map((read) => read(cell)), report.simulated])].map((row) => `${row.map(csvField).join(",")}\n`).join("");
}
function rulings({ judgments }, ruling) {
	return judgments.filter((one) => one.status === "ruled" && one.ruling === ruling).length;
}
function scored(scores) {
	return scores === "missing" ? void 0 : scores;
}
function csvField(value) {
	if (typeof value !== "string") return value === void 0 ? "" : String(value);
	const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll("\"", "\"\"")}"` : harmless;
}
const RENDERERS = {
	html: renderHtml,
	markdown: renderMarkdown,
	summary: renderSummary,
	json: renderJson,
	junit: renderJunit,
	sarif: renderSarif,
	csv: renderCsv
};
async function runReportCommand(file, options, context) {
	const report = readReport(context.cwd, file);
	refuseIdleArm(options);
	if (options.scenario !== void 0) return printStory({
		report,
		file,
		scenario: options.scenario
	}, options, context);
	const format = options.json === true ? "json" : options.format;
	const reportJson = reportFile(context.cwd, file);
	const view = {
		report,
		reportJson,
		...readAnswers({
			report,
			file: reportJson
		}, options, context)
	};
	const render = () => format === "terminal" ? renderTerminal(view, {
		paint: createPaint(context.output.colour),
		width: context.output.columns
	}) : RENDERERS[format](view);
	try {
		context.print(render());
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new UserError({
			message: `not a report that can be shown: ${reason}`,
			place: { file }
		});
	}
	return EXIT.pass;
}
/** One scenario's story. @throws UserError where the evidence is missing, or holds no such scenario. */
function printStory({ report, file, scenario }, { format, json }, { cwd, output, print }) {
	if (format !== "terminal" && format !== "json") throw new UserError({
		message: `--scenario shows one scenario on the terminal or as JSON, not as ${format}`,
		hint: `leave --format out; the page has it at report.html#${scenarioAddress(scenario)}`
	});
	const reportJson = reportFile(cwd, file);
	const evidence = needEvidence(report, {
		cwd,
		file: reportJson
	});
	const story = tellScenario(report, evidence, scenario);
	if (story === void 0) throw noSuchScenario(scenario, {
		evidence,
		file: reportJson
	});
	if (json === true || format === "json") {
		print(`${JSON.stringify(story, null, 2)}\n`);
		return EXIT.pass;
	}
	const page = reportJson.replace(/\.json$/, ".html");
	print(renderStory({
		report,
		story,
		...existsSync(resolve(cwd, page)) && { page: `${page}#${scenarioAddress(story.scenario)}` }
	}, {
		paint: createPaint(output.colour),
		width: output.columns
	}));
	return EXIT.pass;
}
/** With the ids there are, the likely one first. */
function noSuchScenario(wanted, { evidence, file }) {
	const ids = [...evidence.scenarios.keys()];
	const near = nearestName(wanted, ids);
	const known = ids.length === 0 ? "nothing was judged in it" : `it tells of ${plainText(names(ids, MOST_IDS))}`;
	const hint = near === void 0 ? known : `did you mean ${visibleLine(near)}?`;
	return new UserError({
		message: `this report has no scenario ${visibleLine(wanted)}`,
		hint,
		place: { file }
	});
}
/** Ids that are listed. */
const MOST_IDS = 5;
/** @throws UserError for a side that is chosen where both are shown. */
function refuseIdleArm({ arm, scenario, json, format }) {
	if (arm === void 0 || scenario === void 0 && json !== true && format === "csv") return;
	throw new UserError({
		message: "--arm chooses the rows of --format csv; everything else shows both sides",
		hint: "leave --arm out"
	});
}
/** @throws UserError where it is missing, or another run's. */
function needEvidence(report, { cwd, file }) {
	const evidence = findEvidence({
		cwd,
		file
	});
	if (evidence === void 0) throw new UserError({
		message: "the outcomes are not there: the evidence.jsonl that a check writes beside its report is missing",
		hint: NAME_THE_FOLDER,
		place: { file }
	});
	if (!isOfRun(evidence, report)) throw new UserError({
		message: ANOTHER_RUN,
		hint: NAME_THE_FOLDER,
		place: { file }
	});
	return evidence;
}
const NAME_THE_FOLDER = "name the report in the folder that the check wrote";
const ANOTHER_RUN = "the evidence.jsonl beside this report is of another run";
function findEvidence({ cwd, file }) {
	const text = readEvidenceBeside(resolve(cwd, file));
	return text === void 0 ? void 0 : parseEvidence({
		file: "evidence.jsonl",
		text
	});
}
/** Older evidence does not say whose it is. */
function isOfRun({ run }, report) {
	return run === void 0 || run === digestRun(report);
}
/** What only the evidence beside the report tells. @throws UserError where a format is nothing without it. */
function readAnswers({ report, file }, { format, json, arm }, { cwd, remark }) {
	const shows = json === true || format === "terminal" ? "report" : FORMAT_SHOWS[format];
	if (shows === "report") return {};
	if (shows === "answers") {
		const { cells } = needEvidence(report, {
			cwd,
			file
		});
		return { cells: arm === void 0 ? cells : cells.filter((cell) => cell.arm === arm) };
	}
	const evidence = findEvidence({
		cwd,
		file
	});
	if (evidence === void 0) return {};
	if (isOfRun(evidence, report)) return openExplorer(report, evidence);
	remark(`${ANOTHER_RUN}: the list of scenarios is left out\n`);
	return {};
}
export { fitSections as a, headlineBlock as c, codeSpan as d, fencedBlock as f, renderComment as i, markdownHead as l, renderSummary as n, fixed as o, markdownSentence as p, LONGEST_COMMENT as r, gateTitle as s, runReportCommand as t, markdownRow as u };
