import { t as plainText } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { i as writeParagraph } from "./action-accept-report-ask-check.js";
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
/** All a finding says, on one line. */
function plainParagraph(finding) {
	return plainText(writeParagraph(finding));
}
export { blockingReasons as n, findingKey as r, plainParagraph as t };
