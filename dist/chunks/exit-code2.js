import { t as EXIT } from "./exit-code.js";
/** Reasons that mean that evidence was never gathered, which no policy lets pass. */
const UNFINISHED = /* @__PURE__ */ new Set([
	"budgetStopped",
	"interrupted",
	"quota",
	"noKeys",
	"missingCells",
	"judgeSilent",
	"panelNeverObjects",
	"panelMissesControls",
	"panelAtChance",
	"judgeIntegrity"
]);
/** An accepted verdict does not block, and neither does an open question that the policy only reports. */
function exitCodeOf(report, onInconclusive) {
	const { status, resolution, reasons } = report.verdict;
	if (status === "pass" || resolution !== void 0) return EXIT.pass;
	if (status === "fail") return EXIT.fail;
	const isUnfinished = reasons.some(({ code, severity }) => severity !== "notice" && UNFINISHED.has(code));
	return onInconclusive === "report" && !isUnfinished ? EXIT.pass : EXIT.inconclusive;
}
/** Of several comparisons of one change: a failure weighs more than an open question. No comparison is no pass. */
function worstExitCode(reports, onInconclusive) {
	if (reports.length === 0) return EXIT.inconclusive;
	const codes = reports.map((report) => exitCodeOf(report, onInconclusive));
	return codes.find((code) => code === EXIT.fail) ?? codes.find((code) => code !== EXIT.pass) ?? EXIT.pass;
}
export { worstExitCode as t };
