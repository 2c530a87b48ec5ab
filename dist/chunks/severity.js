const RANKS = {
	error: 0,
	warning: 1,
	notice: 2
};
/** How grave something is that the policy answers with an action. */
const SEVERITY_OF_ACTION = {
	fail: "error",
	inconclusive: "warning",
	report: "notice"
};
/** The gravest first; what is equally grave stays in its order. */
function rankBySeverity(all) {
	return [...all].sort((a, b) => RANKS[a.severity] - RANKS[b.severity]);
}
/** What a verdict with these grounds is. */
function statusOfGrounds(grounds) {
	if (grounds.some(({ severity }) => severity === "error")) return "fail";
	return grounds.some(({ severity }) => severity === "warning") ? "inconclusive" : "pass";
}
export { rankBySeverity as n, statusOfGrounds as r, SEVERITY_OF_ACTION as t };
