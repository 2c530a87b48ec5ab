/** Tells findings of one code apart: `policyLoosened:margins.nonCompliance`, `untestedClause:be_kind`. */
function findingKey({ code, args }) {
	return [code, ...[
		"option",
		"clause",
		"endpoint",
		"scenario",
		"model",
		"judge",
		"likeCode"
	].flatMap((name) => args[name] ?? []).map(String)].join(":");
}
/** The findings that keep a report from passing. */
function blockingReasons({ verdict }) {
	if (verdict.status === "pass") return [];
	return verdict.reasons.filter(({ severity }) => severity !== "notice");
}
export { findingKey as n, blockingReasons as t };
