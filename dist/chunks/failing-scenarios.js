import { r as count } from "./format-numbers.js";
import { c as say } from "./sentence.js";
/**
* Scenarios in which more models are problematic on head than on base; none where as many turned the other way as chance turns,
* unless what failed is that answers are ruled against.
*/
function newlyFailing(report) {
	if (report.tested?.scenarios?.isSure === false && !hasFailedAnswers(report.endpoints)) return [];
	return report.scenarios.filter(({ problematicModels: { base, head } }) => head.length > base.length).sort((one, other) => other.problematicModels.head.length - one.problematicModels.head.length || riseOf(other) - riseOf(one) || (one.scenario < other.scenario ? -1 : 1));
}
/** `all 4 models problematic (were 0), written for this change`. */
function writeScenarioChange(scenario, models) {
	const { base, head } = scenario.problematicModels;
	const now = head.length === models && models > 1 ? say`all ${count(models)}` : say`${count(head.length)} of ${count(models)}`;
	const origin = scenario.written === true ? say`, written for this change` : say``;
	return say`${now} models problematic (were ${count(base.length)})${origin}`;
}
/** Whether what failed is a sum over scenarios that are ruled against: those are then where it lies. */
function hasFailedAnswers(metrics) {
	return ["nonCompliance", "frequentNonCompliance"].some((metric) => metrics[metric]?.status === "fail");
}
function riseOf({ base = 0, head = 0 }) {
	return head - base;
}
export { newlyFailing as n, writeScenarioChange as r, hasFailedAnswers as t };
