import { dt as PRICES_AS_OF } from "./bank-ask-check.js";
import { i as changesOutside, n as renderChangeList } from "./diff.js";
import { t as NO_PAINT } from "./compare-diff-report-bank-check.js";
import { t as breakCommands } from "./commands-action-compare-diff-report-bank-ask-check.js";
import { r as visibleLine } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { a as wrapText, n as fitEntries } from "./compare-report-bank-ask-check.js";
import { _ as pluralForm, f as plural, l as dollars, s as count } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { a as inRow, c as name, d as wording, i as day, l as names, t as plainText, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
/** The whole plan as text that ends with a line feed. */
function renderPlan(view, { paint = NO_PAINT, width = 100 } = {}) {
	const { plan } = view;
	const room = Math.max(48, Math.min(width, 120)) - INDENT;
	const tested = plan.scenarios.filter(({ affected }) => affected);
	const written = (heading, sentences) => {
		return labelled(heading, sentences.flatMap((one) => hangingLines(plainText(one), room)), paint);
	};
	const scenarios = tested.filter(({ written: isNew }) => isNew !== true).map(({ scenario, reason, clauses }) => [visibleLine(scenario), plainText(writeReason(reason, clauses))]);
	const untested = plan.untested.map(({ clause, reason }) => [`untested ${visibleLine(clause)}`, whyUntested(reason)]);
	const lines = [
		...view.models === void 0 ? labelled("Changed", renderChangeList(view, paint), paint) : written(wording("Changed"), [writeModels(view.models)]),
		...written(wording("Testing"), writeTesting(view, tested.length)),
		...labelled("", fitEntries(scenarios, { width: room }).map(paint.faint), paint),
		...labelled("", fitEntries(untested, { width: room }).map(paint.unsure), paint),
		...written(wording("Writing"), plan.writes === void 0 ? [] : writeWrites(plan.writes)),
		...written(wording("Would show"), [...(plan.power ?? []).filter(showsLess).map((one, index) => writePower(one, index)), ...plan.forOthers === void 0 ? [] : [writeForOthers(plan.forOthers, tested.length)]]),
		...written(wording("Calls"), [
			say`at least  ${writeCalls(plan.minimum)}`,
			...writeUsual(plan.usual),
			say`at worst  ${writeCalls(plan.worstCase)}`
		]),
		...written(wording("Budget"), writeBudget(view)),
		...written(wording("Spared"), (plan.spared ?? []).map((one) => writeSaving(one))),
		...written(wording("Next"), writeNext(view, tested.length))
	];
	return breakCommands(lines.map((line) => `${line}\n`).join(""));
}
/** Columns that headings take. */
const INDENT = 12;
/** A sentence's lines after the first are set in, so that where the next one begins can be seen. */
function hangingLines(text, width) {
	return wrapText(text, width - HANG.length).map((line, index) => index === 0 ? line : `${HANG}${line}`);
}
const HANG = "  ";
const HOW = {
	linked: wording("linked to"),
	suggested: wording("of a text like that of"),
	named: wording("linked to what is named by")
};
function writeReason(reason, clauses) {
	const how = HOW[reason];
	return say`${how} ${inRow(clauses.map((clause) => name(clause)), wording(", "))}`;
}
function whyUntested(reason) {
	return reason === "size" ? wording("more clauses changed than selection.scenarios has room for") : wording("no scenario is linked to it");
}
/** The command or the line that leads on. */
function writeNext(view, tested) {
	const { plan, changes } = view;
	if (plan.untested.some(({ reason }) => reason === "no-scenario")) return [say`${BRING}; coverage: { write: true } in the config has a check write them`];
	if (tested > 0 || (plan.added ?? []).length > 0) return [say`spec-gate check with the same options asks all this and says the verdict`];
	if (view.models !== void 0) return [BRING];
	return changes.length === 0 && !changesOutside(view) ? [say`edit the spec, and plan again: only what changed is tested`] : [];
}
function writeWrites({ clauses, toMake, usd }) {
	return [...clauses.map(({ clause, scenarios }) => say`${plural(scenarios, "scenario")} for ${name(clause)}`), say`${plural(toMake, "call")} to write and link them${writePrice(usd)}`];
}
/** Only what keeps a check from its verdict. */
function writeBudget({ budget, plan: { minimum, usual } }) {
	if (budget === void 0 || minimum.toMake === 0) return [];
	const { usd, unpriced } = budget;
	if (unpriced.length > 0 && minimum.usd === "unknown") {
		const known = say`no price is known of ${names(unpriced)}: mend the name, or add prices to the config`;
		return [say`${known}; a check asks nothing whose price is unknown (budget.allowUnknownPrices)`];
	}
	const least = typeof usual?.first === "number" ? usual.first : minimum.usd;
	return typeof least === "number" && least > usd ? [say`${dollars(usd)} a run ends a check before its first round: raise budget.usd`] : [];
}
/** More scenarios that show no smaller rise are no offer. */
function showsLess({ shows }, index, all) {
	return index === 0 || decimalPoints(shows) !== decimalPoints(all[0].shows);
}
/** The rise of non-compliance that a check of this size finds 8 times in 10; the second line is of a larger one. */
function writePower({ scenarios, shows, passes, carries, usd }, index) {
	const price = usd === "unknown" || usd === 0 ? say`` : say`, for about ${dollars(usd)}`;
	const points = decimalPoints(shows);
	const quiet = String(Math.min(99, Math.floor(100 * passes)));
	const carried = carries === void 0 ? say`` : say`, with a margin of ${decimalPoints(carries)} points in 9 of 10`;
	const chance = say`an edit that changes nothing passes in ${quiet} of 100${carried}`;
	if (shows >= 1) return say`nothing with ${plural(scenarios, "scenario")}${price}: however it is ruled on, that decides nothing`;
	return index === 0 ? say`with these models and ${plural(scenarios, "scenario")} a rise of ${points} points, in 8 of 10 checks${price}; ${chance}` : say`${count(scenarios)} scenarios would show ${points} points${price}; ${chance}`;
}
/** What a bank that is too small for others decides, and what would be enough. */
function writeForOthers(needed, tested) {
	return say`whether a changed model is worse on ${tested === 1 ? say`this scenario` : say`these ${plural(tested, "scenario")}`}; for others like them a bank of about ${count(needed)} is needed (selection.modelScenarios)`;
}
function decimalPoints(share) {
	return String(Math.ceil(1e3 * share) / 10);
}
/** `models: openai/gpt-5.5 → openai/gpt-6`; of one that stays and is asked otherwise only the ids are told. */
function writeModels({ base, head }) {
	const gone = base.filter((id) => !head.includes(id));
	const come = head.filter((id) => !base.includes(id));
	if (gone.length + come.length === 0) return say`models: how ${names(head)} ${head.length === 1 ? wording("is") : wording("are")} asked`;
	const arrow = wording(" → ");
	return say`models: ${gone.length === 0 ? wording("none") : names(gone)}${arrow}${come.length === 0 ? wording("none") : names(come)}`;
}
function writeTesting({ plan, models }, tested) {
	const { added = [] } = plan;
	const beside = added.map((model) => say`${name(model)} is new: asked beside the panel, compared with none`);
	if (tested === 0) return added.length > 0 ? beside : [models === void 0 ? NO_TEXT : NO_SCENARIO];
	const more = plan.first !== void 0 && plan.first.scenarios < tested ? say`, ${count(plan.first.scenarios)} of them first` : say``;
	return [say`${plural(tested, "scenario")}${more}, ${plural(plan.models.length, "model")}, ${plural(plan.judges.length, "judge")}`, ...beside];
}
const NO_TEXT = say`nothing: no text that a scenario tests was changed`;
const NO_SCENARIO = say`nothing: the bank holds no scenario to compare them on`;
const BRING = say`spec-gate bank import FILE and spec-gate bank link bring scenarios`;
function writeCalls({ needed, stored, toMake, usd }) {
	return say`${count(needed)} needed · ${count(stored)} stored · ${count(toMake)} to make${writePrice(usd)}`;
}
/** What judges who part and answers that are violations add, and what it takes to look again. */
function writeUsual(usual) {
	if (usual === void 0 || typeof usual.first !== "number" || typeof usual.anotherDraw !== "number") return [];
	if (usual.first + usual.anotherDraw === 0) return [];
	return [say`usually   about ${dollars(usual.first)}, and ${dollars(usual.anotherDraw)} for each draw more where that does not decide`];
}
/** Of the first round, so that "at least" is what is left. */
function writeSaving({ by, calls, usd }) {
	const price = usd === "unknown" || usd === 0 ? say`` : say`, about ${dollars(usd)}`;
	return say`${SAVINGS[by](calls)}${price}`;
}
const SAVINGS = {
	store: (calls) => say`${plural(calls, "answer")} that ${pluralForm(calls, wording("is"), wording("are"))} stored`,
	"agreeing-judges": (calls) => say`up to ${plural(calls, "ruling")} of judges who are asked only where the first two disagree`,
	"prompt-caches": () => say`beginnings of prompts that the providers keep and sell cheaper`
};
function writePrice(usd) {
	if (usd === void 0 || usd === 0) return say``;
	return usd === "unknown" ? say` · price unknown` : say` · about ${dollars(usd)} (prices of ${day(PRICES_AS_OF)})`;
}
function labelled(label, lines, paint) {
	return lines.map((line, index) => `${index === 0 && label !== "" ? paint.strong(label.padEnd(INDENT)) : " ".repeat(INDENT)}${line}`);
}
export { renderPlan as t };
