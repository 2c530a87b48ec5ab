import { t as UserError } from "./errors.js";
import { t as parseEvidence } from "./evidence.js";
import { a as renderJunit, n as readEvidenceBeside, o as renderJson, r as renderSarif, s as renderHtml, t as openExplorer } from "./open-explorer.js";
import { i as renderMarkdown, t as renderSummary } from "./summary.js";
import { t as FORMAT_SHOWS } from "./report-formats.js";
import { t as renderTerminal } from "./terminal.js";
import { t as EXIT } from "./exit-code.js";
import { n as createPaint } from "./paint.js";
import { n as reportFile, t as readReport } from "./read-report.js";
import { resolve } from "node:path";
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
	const format = options.json === true ? "json" : options.format;
	const view = {
		report,
		...readAnswers({
			report,
			file: reportFile(context.cwd, file)
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
/** What only the evidence beside the report tells. @throws UserError where a format is nothing without it. */
function readAnswers({ report, file }, { format, json, arm }, { cwd }) {
	const shows = json === true || format === "terminal" ? "report" : FORMAT_SHOWS[format];
	if (shows === "report") return {};
	const evidence = readEvidenceBeside(resolve(cwd, file));
	if (evidence === void 0 && shows === "answers") throw new UserError({
		message: "the outcomes are not there: the evidence.jsonl that a check writes beside its report is missing",
		hint: "name the report in the folder that the check wrote",
		place: { file }
	});
	if (evidence === void 0) return {};
	if (shows === "scenarios") return openExplorer({
		report,
		evidence
	});
	const { cells } = parseEvidence({
		file: "evidence.jsonl",
		text: evidence
	});
	return { cells: arm === void 0 ? cells : cells.filter((cell) => cell.arm === arm) };
}
export { runReportCommand };
