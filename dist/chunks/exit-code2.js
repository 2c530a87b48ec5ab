import { t as EXIT } from "./exit-code.js";
import { t as runCheck } from "./run-check.js";
import { a as runWithAdditions, o as isWorse } from "./prepare-change.js";
/** One report a comparison, spec first. Grounds and notes of the change stand in the first. */
async function runChange(checks, context, options) {
	const { spec, withAdditions, models } = checks;
	const reports = [];
	if (spec !== void 0) {
		const checked = await runWithAdditions({
			own: spec,
			together: withAdditions
		}, context, options);
		reports.push({
			name: "spec",
			...checked
		});
	}
	if (models !== void 0) {
		const outer = spec === void 0 ? options : {
			grounds: [],
			notes: []
		};
		const grounds = [...outer.grounds, ...models.grounds];
		const notes = [...outer.notes, ...models.notes];
		reports.push({
			name: "models",
			...await runCheck(models, context, {
				...options,
				grounds,
				notes
			})
		});
	}
	return reports;
}
/** The same reports, the one that blocks most first. */
function rankReports(reports) {
	return [...reports].sort((a, b) => Number(isWorse(b.report, a.report)) - Number(isWorse(a.report, b.report)));
}
/** Grounds that are not an open question but evidence that was never gathered: no policy lets them pass. */
const UNFINISHED = /* @__PURE__ */ new Set([
	"budgetStopped",
	"interrupted",
	"quota",
	"noKeys",
	"missingCells",
	"judgeSilent"
]);
/** An accepted verdict does not block, and neither does an open question that the policy only reports. */
function exitCodeOf(report, onInconclusive) {
	const { status, resolution, reasons } = report.verdict;
	if (status === "pass" || resolution !== void 0) return EXIT.pass;
	if (status === "fail") return EXIT.fail;
	const isUnfinished = reasons.some(({ code }) => UNFINISHED.has(code));
	return onInconclusive === "report" && !isUnfinished ? EXIT.pass : EXIT.inconclusive;
}
/** Of several comparisons of one change: a failure weighs more than an open question. No comparison is no pass. */
function worstExitCode(reports, onInconclusive) {
	if (reports.length === 0) return EXIT.inconclusive;
	const codes = reports.map((report) => exitCodeOf(report, onInconclusive));
	return codes.find((code) => code === EXIT.fail) ?? codes.find((code) => code !== EXIT.pass) ?? EXIT.pass;
}
export { rankReports as n, runChange as r, worstExitCode as t };
