import { t as UserError } from "./errors.js";
import { E as writeHeadline, a as renderHtml, i as renderJson, n as openExplorer, r as readEvidenceBeside, t as renderTerminal, v as metricRows, x as linesOf, y as clauseEffects } from "./terminal.js";
import { t as plainParagraph } from "./plain-text2.js";
import { t as plainText } from "./plain-text.js";
import { l as asFullSentence, u as joinSentence } from "./metrics.js";
import { i as visibleText, r as visibleLine } from "./visible-text.js";
import { i as findingsInRank, r as renderMarkdown, t as renderSummary } from "./summary.js";
import { n as hashJson } from "./canonical-json.js";
import { i as writeParagraph, n as titleOf } from "./messages.js";
import { t as EXIT } from "./exit-code.js";
import { n as createPaint } from "./paint.js";
import { n as reportFile, t as readReport } from "./read-report.js";
import { resolve } from "node:path";
/** A failed metric is a failure, an undecided one an error, one that cannot move is skipped. */
function renderJunit({ report }) {
	const suites = [
		suite("verdict", [verdictCase(report)]),
		suite("endpoints", metricRows(report).map((row) => metricCase(row, report))),
		suite("clauses", clauseEffects(report).map(clauseCase))
	];
	return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${report.simulated ? "spec-gate (simulated)" : "spec-gate"}">\n${suites.join("")}</testsuites>\n`;
}
function verdictCase(report) {
	const { status, resolution, reasons } = report.verdict;
	return {
		name: "verdict",
		outcome: resolution === void 0 ? {
			pass: "passed",
			fail: "failure",
			inconclusive: "error"
		}[status] : "skipped",
		message: plainText(writeHeadline(report).says),
		text: reasons.map(plainParagraph).join("\n")
	};
}
function metricCase({ label, base, head, change, interval, tolerated, status }, { verdict }) {
	const numbers = `base ${base || "none"}, head ${head || "none"}, change ${change || "none"}${interval && ` (${interval})`}, tolerated ${tolerated || "any"}`;
	const accepted = verdict.resolution !== void 0;
	return {
		name: label,
		outcome: {
			pass: "passed",
			fail: accepted ? "skipped" : "failure",
			inconclusive: accepted ? "skipped" : "error",
			report: "passed",
			"not-applicable": "skipped",
			"pre-existing": "passed"
		}[status],
		message: numbers
	};
}
function clauseCase({ change, effect, what, tone }) {
	return {
		name: change.id,
		file: change.file,
		outcome: tone === "unsure" ? "skipped" : "passed",
		message: `${plainText(asFullSentence(what))} ${plainText(asFullSentence(effect))}`,
		text: linesOf(change)
	};
}
function suite(name, cases) {
	const count = (outcome) => cases.filter((one) => one.outcome === outcome).length;
	return `  <testsuite name="${name}" ${`tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}"`}>\n${cases.map((one) => testCase(one, name)).join("")}  </testsuite>\n`;
}
function testCase({ name, file, outcome, message, text }, suiteName) {
	const where = file === void 0 ? "" : ` file="${escapeXml(file)}"`;
	const body = outcome === "passed" ? systemOut(message) : outcomeElement(outcome, message, text);
	return `    <testcase classname="spec-gate.${suiteName}" name="${escapeXml(name)}"${where}>\n${body}    </testcase>\n`;
}
function systemOut(message) {
	return `      <system-out>${escapeXml(message)}</system-out>\n`;
}
function outcomeElement(outcome, message, text = "") {
	return `      <${outcome} message="${escapeXml(message)}">${escapeXml(text)}</${outcome}>\n`;
}
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&apos;"
};
/** Text for XML 1.0 content and attributes; what XML cannot hold becomes visible or U+FFFD. */
function escapeXml(text) {
	return visibleText(text).replaceAll(/[&<>"']/g, (mark) => ENTITIES[mark]).replaceAll(/[\ufffe\uffff]/g, "�").replaceAll("\n", "&#10;").replaceAll("	", "&#9;");
}
/** GitHub keeps the top 5,000 results of a run; more than this nobody reads. */
const MOST_RESULTS = 1e3;
const LEVELS = {
	error: "error",
	warning: "warning",
	notice: "note"
};
/** SARIF as pretty JSON. */
function renderSarif({ report }) {
	return `${JSON.stringify(buildSarif(report), null, 2)}\n`;
}
/** Findings in rank; an accepted failure's results are suppressed with its reason. */
function buildSarif(report) {
	const findings = findingsInRank(report).slice(0, MOST_RESULTS);
	const rules = [...new Set(findings.map(({ code }) => code))];
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: report.simulated ? "Spec Gate (simulated)" : "Spec Gate",
				rules: rules.map((code) => ({
					id: code,
					shortDescription: { text: titleOf(code) }
				}))
			} },
			results: findings.map((finding) => resultOf(finding, rules.indexOf(finding.code), report)),
			properties: {
				simulated: report.simulated,
				verdict: report.verdict.status
			}
		}]
	};
}
function resultOf(finding, ruleIndex, { verdict }) {
	const { code, clause = "", place } = finding;
	const file = place?.file ?? "";
	return {
		ruleId: code,
		ruleIndex,
		level: LEVELS[finding.severity],
		message: { text: joinSentence(writeParagraph(finding), {
			words: (text) => text,
			name: escapeSarif
		}) },
		...place === void 0 ? {} : { locations: [locationOf(place)] },
		partialFingerprints: { "specGate/v1": hashJson([
			code,
			clause,
			file
		]) },
		...verdict.resolution === void 0 ? {} : { suppressions: [{
			kind: "external",
			status: "accepted",
			justification: escapeSarif(verdict.resolution.reason)
		}] }
	};
}
function locationOf({ file, line, endLine = line }) {
	return { physicalLocation: {
		artifactLocation: { uri: visibleLine(file, 400).split("/").map(encodeURIComponent).join("/") },
		region: {
			startLine: line,
			endLine: Math.max(line, endLine)
		}
	} };
}
/** Square brackets make links in SARIF's plain text (3.11.6); a backslash takes that away. */
function escapeSarif(text) {
	return visibleLine(text, 200).replaceAll(/[\\[\]]/g, (mark) => `\\${mark}`);
}
const RENDERERS = {
	html: renderHtml,
	markdown: renderMarkdown,
	summary: renderSummary,
	json: renderJson,
	junit: renderJunit,
	sarif: renderSarif
};
async function runReportCommand(file, options, context) {
	const report = readReport(context.cwd, file);
	const format = options.json === true ? "json" : options.format;
	const evidence = format === "html" ? readEvidenceBeside(resolve(context.cwd, reportFile(context.cwd, file))) : void 0;
	const view = {
		report,
		...evidence === void 0 ? {} : openExplorer({
			report,
			evidence
		})
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
export { runReportCommand };
