import { c as PRICES_AS_OF } from "./resolve-models.js";
import { t as renderChangeList } from "./diff-text.js";
import { i as visibleText } from "./visible-text.js";
import { o as plural } from "./format-numbers.js";
/** The whole plan as text that ends with a line feed. */
function renderPlan(view, paint) {
	const { plan } = view;
	const tested = plan.scenarios.filter(({ affected }) => affected);
	return [
		...labelled("Changed", renderChangeList(view, paint), paint),
		...labelled("Testing", describeTesting(plan, tested.length), paint),
		...tested.filter(({ written }) => written !== true).map(({ scenario, reason, clauses }) => `            ${visibleText(scenario)}  ${paint.faint(`${reason === "linked" ? "linked to" : "suggested by its text for"} ${clauses.map(visibleText).join(", ")}`)}`),
		...plan.untested.map(({ clause, reason }) => `            ${paint.unsure("untested")} ${visibleText(clause)}  ${paint.faint(reason === "size" ? "more clauses changed than selection.scenarios has room for" : "no scenario is linked to it")}`),
		...plan.writes === void 0 ? [] : labelled("Writing", describeWrites(plan.writes), paint),
		...plan.power === void 0 ? [] : labelled("Would show", plan.power.map(describePower), paint),
		...labelled("Calls", [`at least  ${describeCalls(plan.minimum)}`, `at worst  ${describeCalls(plan.worstCase)}`], paint),
		...labelled("Next", describeNext(view, tested.length), paint)
	].map((line) => `${line}\n`).join("");
}
/** The command or the line that leads on. */
function describeNext({ plan, changes }, tested) {
	const lacking = plan.untested.some(({ reason }) => reason === "no-scenario");
	const bring = "spec-gate bank import FILE and spec-gate bank link bring scenarios; coverage: { write: true } in the config has a check write them";
	if (lacking) return [bring];
	if (tested > 0 || (plan.added ?? []).length > 0) return ["spec-gate check with the same options asks all this and says the verdict"];
	return changes.length === 0 ? ["edit the spec, and plan again: only what changed is tested"] : [];
}
function describeWrites({ clauses, toMake, usd }) {
	return [...clauses.map(({ clause, scenarios }) => `${plural(scenarios, "scenario")} for ${visibleText(clause)}`), `${plural(toMake, "call")} to write and link them${priceOf(usd)}`];
}
function describePower({ scenarios, shows, usd }, index) {
	const price = usd === "unknown" || usd === 0 ? "" : `, for about $${usd.toFixed(2)}`;
	const points = `${Math.ceil(1e3 * shows) / 10} points`;
	return index === 0 ? `with these models and ${plural(scenarios, "scenario")} a rise of ${points}${price}` : `${scenarios} would show ${points}${price}`;
}
function describeTesting(plan, tested) {
	const { added = [] } = plan;
	const beside = added.map((model) => `${visibleText(model)} is new: asked beside the panel, compared with none`);
	if (tested === 0) return added.length > 0 ? beside : ["nothing: no scenario is shown a changed text"];
	const more = plan.first !== void 0 && plan.first.scenarios < tested ? `, ${plan.first.scenarios} of them first` : "";
	return [`${plural(tested, "scenario")}${more}, ${plural(plan.models.length, "model")}, ${plural(plan.judges.length, "judge")}`, ...beside];
}
function describeCalls({ needed, stored, toMake, usd }) {
	return `${format(needed)} needed · ${format(stored)} stored · ${format(toMake)} to make${priceOf(usd)}`;
}
function priceOf(usd) {
	if (usd === void 0 || usd === 0) return "";
	return usd === "unknown" ? " · price unknown" : ` · about $${usd.toFixed(2)} (prices of ${PRICES_AS_OF})`;
}
function format(count) {
	return count.toLocaleString("en-US");
}
function labelled(label, lines, paint) {
	return lines.map((line, index) => `${index === 0 ? paint.strong(label.padEnd(12)) : " ".repeat(12)}${line}`);
}
export { renderPlan as t };
