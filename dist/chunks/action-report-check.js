import { l as reportedWorse, r as writeMessage, u as writeReported } from "./action-accept-report-ask-check.js";
import { d as wording, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
const VERDICTS = {
	pass: {
		word: wording("PASS"),
		tone: "good",
		mark: wording("✅")
	},
	fail: {
		word: wording("FAIL"),
		tone: "bad",
		mark: wording("❌")
	},
	inconclusive: {
		word: wording("INCONCLUSIVE"),
		tone: "unsure",
		mark: wording("❔")
	}
};
/** A pass whose judges were never shown to object to anything. */
const UNPROVEN_PASS = {
	word: wording("PASS"),
	tone: "unsure",
	mark: wording("⚠️")
};
const OF_UNPROVEN = /* @__PURE__ */ new Set(["panelNeverObjects", "panelMissesControls"]);
/** Verdict first. An accepted failure is still a failure, and says that it was accepted. */
function writeHeadline(report) {
	const says = mainReason(report);
	const verdict = isUnproven(report) ? UNPROVEN_PASS : VERDICTS[report.verdict.status];
	if (report.verdict.resolution === void 0) return {
		...verdict,
		says
	};
	return {
		word: wording("ACCEPTED"),
		tone: "unsure",
		mark: wording("☑️"),
		says: say`accepted although ${says}`
	};
}
function mainReason({ verdict, endpoints }) {
	const [first] = verdict.reasons;
	if (first !== void 0 && verdict.status === "pass" && first.args["reported"] === true) return say`${writeNoWorse(endpoints)}; ${writeMessage(first).says}`;
	if (first !== void 0) return writeMessage(first).says;
	if (verdict.status === "pass") return writeNoWorse(endpoints);
	return verdict.status === "fail" ? say`the policy fails this change` : say`the evidence does not decide`;
}
function writeNoWorse(endpoints) {
	const reported = reportedWorse(endpoints);
	return reported.length === 0 ? say`nothing got worse` : say`nothing that blocks got worse${writeReported(reported)}`;
}
function isUnproven({ verdict: { status, reasons } }) {
	return status === "pass" && reasons.some(({ code }) => OF_UNPROVEN.has(code));
}
/** What the findings are called beside this verdict: causes where something is wrong. */
function titleOfFindings({ verdict }) {
	return verdict.status === "pass" ? wording("Findings") : wording("Likely causes");
}
export { writeHeadline as n, titleOfFindings as t };
