import { t as whereDefined } from "./where-defined.js";
import { _ as countCosmetic, d as writeHowDecided, f as writeSide, g as clauseEffects, h as metricRows, i as sourceLink, m as intervalLevel, o as writeWayOn, p as STATUS_WORDS, r as writeShareLetThrough, s as writeAnswer, t as writeAllAnswers } from "./let-through-words.js";
import { i as markdownSentence, r as fencedBlock, t as codeSpan } from "./safe-markdown.js";
import { d as writeDirection, i as writeParagraph, l as groupNewOutliers, r as writeMessage, u as writeApart, v as writeClaims } from "./messages.js";
import { c as plural, r as count } from "./format-numbers.js";
import { n as newlyFailing, r as writeScenarioChange } from "./failing-scenarios.js";
import { n as writeHeadline } from "./headline.js";
import { c as say, s as names, t as asFullSentence } from "./sentence.js";
import { n as markdownRow, t as markdownHead } from "./markdown-table.js";
/** `when` is our own word, where one model answers on both sides. */
function answerBlock(answer, when = "") {
	const text = answer.response === void 0 ? "" : fencedBlock(answer.response, 1500);
	return `\n${codeSpan(answer.model)}${when}: ${markdownSentence(writeAnswer(answer))}\n${text}`;
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
	const head = markdownHead([
		["", "left"],
		[codeSpan(report.base.ref, 40), "right"],
		[codeSpan(report.head.ref, 40), "right"],
		[`change (${intervalLevel(report)})`, "left"],
		["tolerated", "right"],
		["", "centre"]
	]);
	const claims = writeClaims(report).map((claim) => `\n${markdownSentence(asFullSentence(claim))}\n`);
	return `\n${head}${lines.join("")}${claims.join("")}`;
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
function letThroughTable({ letThrough, comparison }) {
	if (letThrough === void 0) return fixed("");
	const { answers, clauses, examples } = letThrough;
	const row = (heading, both, violations) => markdownRow([
		heading,
		both === void 0 ? "" : writeShareLetThrough(both),
		both === void 0 ? "" : count(both.newlyForbidden),
		violations
	]);
	const rows = [...answers === void 0 ? [] : [row(writeAllAnswers(comparison), answers, "")], ...clauses.map(({ clause, answers: own, violations }) => row(codeSpan(clause), own, `${count(violations.letThrough)} of ${count(violations.forbidden)}`))];
	const heading = markdownHead([
		["", "left"],
		["forbidden answers let through", "right"],
		["newly forbidden", "right"],
		["violations let through", "right"]
	]);
	const shown = examples.map(({ name, model }, index) => `${index === 0 ? "\n" : ""}- let through: ${codeSpan(name)}${model === void 0 ? "" : ` answered by ${codeSpan(model)}`}\n`);
	const section = folded("What the edit lets through", [...rows, ...shown]);
	return {
		...section,
		opening: `${section.opening}${heading}`
	};
}
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
function howDecided(report) {
	return folded("How this was decided", [
		say`Compared ${writeSide(report.base)} with ${writeSide(report.head)}.`,
		...writeHowDecided(report),
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
export { folded as a, howDecided as c, newOutliers as d, wayOn as f, fixed as i, letThroughTable as l, failingScenarios as n, gateTitle as o, answerBlock as p, findingList as r, headlineBlock as s, clauseList as t, metricTable as u };
