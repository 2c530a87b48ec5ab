import { f as pluralForm, i as dollars, n as count, s as plural } from "./format-numbers.js";
import { t as whereDefined } from "./where-defined.js";
import { c as say, l as wording, n as day, o as name, r as inRow } from "./sentence.js";
import { i as visibleText } from "./visible-text.js";
import { t as plainText } from "./plain-text.js";
import { c as priceOf, l as PRICES_AS_OF, o as addCosts, s as costOf } from "./resolve-models.js";
import { u as worstUsage } from "./progress.js";
import { x as isAffected } from "./evaluate.js";
import { c as looksOf } from "./power.js";
import { n as planCalls, r as planCrossCalls } from "./plan.js";
import { f as planControlCalls, p as unknownViolations, t as controlTasks } from "./run-controls.js";
import { a as startRound, b as modelLooks, i as roundTasks, t as addedTasks } from "./added-models.js";
import { r as withStoredDraws } from "./stored-draws.js";
import { n as estimateCosts, r as usualCost, t as USUAL_OUTPUT } from "./usual-cost.js";
import { t as renderChangeList } from "./diff-text.js";
/** The savings of a round above zero, each counted after those before it. */
function listSavings(calls, prices) {
	const stored = calls.filter((call) => call.stored);
	const spared = calls.filter((call) => !call.stored && call.optional);
	const toMake = calls.filter((call) => !call.stored && !call.optional);
	return [
		{
			by: "store",
			calls: stored.length,
			usd: estimateCosts(stored, prices)
		},
		{
			by: "agreeing-judges",
			calls: spared.length,
			usd: estimateCosts(spared, prices)
		},
		{
			by: "prompt-caches",
			calls: 0,
			usd: minus(estimateUncached(toMake, prices), estimateCosts(toMake, prices))
		}
	].filter((saving) => saving.calls > 0 || saving.usd !== "unknown" && saving.usd >= LEAST_USD);
}
/** Smaller savings are not mentioned. */
const LEAST_USD = .005;
function estimateUncached(calls, prices) {
	return addCosts(calls.map(({ request, purpose }) => costOf({
		...worstUsage(request),
		outputTokens: USUAL_OUTPUT[purpose]
	}, priceOf(request.model, prices))));
}
function minus(one, other) {
	return one === "unknown" || other === "unknown" ? "unknown" : one - other;
}
/** The plan of a prepared check against what is stored. Asks nobody. */
function planCheck(prepared, { store, prices }) {
	const subject = withStoredDraws(prepared.subject, store);
	const affected = subject.selected.filter(({ scenario }) => isAffected(subject.comparison, scenario));
	const unscreened = affected.some(({ scenario }) => subject.written?.has(scenario.id));
	const looks = subject.comparison.kind === "model" ? modelLooks(subject.policy, affected.length).map(({ round }) => round) : void 0;
	const first = affected.length === 0 ? void 0 : looks?.[0] ?? startRound(subject.policy, affected.length, unscreened);
	const { added = [] } = prepared;
	const { comparison, controls = [] } = subject;
	const { selection } = subject.policy;
	const most = Math.min(selection.extendTo, affected.length);
	const limited = Object.keys(subject.policy.limits).length > 0;
	const worst = looks?.slice(-1) ?? [...unscreened ? [] : [{
		stage: "screen",
		draws: limited ? 4 : 1,
		scenarios: most
	}], {
		stage: "confirm",
		draws: looksOf(subject.policy).at(-1),
		scenarios: most
	}];
	const calls = (rounds, judged) => {
		const tasks = rounds.flatMap((round) => roundTasks(subject, affected, round));
		const beside = addedTasks({
			subject,
			added,
			round: rounds.at(-1),
			affected
		});
		const screened = rounds.slice(0, 1).map((round) => ({
			...round,
			stage: "screen"
		}));
		const controlled = (rounds === worst ? [...screened, ...rounds.filter(({ stage }) => stage === "confirm")] : screened).flatMap((round) => controlTasks(judged, round));
		return [...planCalls(comparison, [...tasks, ...beside], store), ...planControlCalls(comparison, controlled, store)];
	};
	const cross = (round) => subject.comparison.kind === "prompt" ? planCrossCalls(subject.comparison, roundTasks(subject, affected, round)) : [];
	const firstCalls = calls(first === void 0 ? [] : [first], controls);
	const spared = listSavings(firstCalls, prices);
	const usual = first === void 0 ? void 0 : priceUsual({
		first,
		calls,
		controls,
		comparison
	}, prices);
	return {
		scenarios: subject.selected.map((selected) => ({
			...describe(selected, affected),
			...subject.written?.has(selected.scenario.id) === true ? { written: true } : {}
		})),
		untested: subject.untested,
		models: [...subject.comparison.slots, ...added].map(({ id }) => id),
		judges: subject.comparison.judges.map(({ id }) => id),
		...added.length === 0 ? {} : { added: added.map(({ id }) => id) },
		...whereDefined({ first }),
		minimum: countCalls(firstCalls.filter(({ optional }) => !optional), prices),
		...whereDefined({ usual }),
		...spared.length > 0 && { spared },
		worstCase: countCalls(first === void 0 ? calls([], []) : [...calls(worst, [...controls, ...unknownViolations(comparison, controls)]), ...cross(worst.at(-1))], prices)
	};
}
/**
* The first round and, where it does not decide, each draw after it (the mean of two, where one answer may serve both), with judges
* who part as often as usual and the violations that answers bring to light.
*/
function priceUsual({ first, calls, controls, comparison }, prices) {
	const price = (draws, judged) => usualCost(calls([{
		...first,
		draws
	}], judged).filter(({ stored }) => !stored), prices);
	const whole = price(first.draws, [...controls, ...unknownViolations(comparison, controls)]);
	const [one, more] = [price(first.draws, []), price(first.draws + 2, [])];
	return {
		first: whole,
		anotherDraw: one === "unknown" || more === "unknown" ? "unknown" : (more - one) / 2
	};
}
function describe(selected, affected) {
	const { scenario, reason } = selected;
	return {
		scenario: scenario.id,
		reason: reason.kind,
		clauses: reason.kind === "linked" ? reason.clauses : [reason.clause],
		affected: affected.includes(selected)
	};
}
function countCalls(calls, prices) {
	const toMake = calls.filter((call) => !call.stored);
	const usd = estimateCosts(toMake, prices);
	return {
		needed: calls.length,
		stored: calls.length - toMake.length,
		toMake: toMake.length,
		usd
	};
}
/** The whole plan as text that ends with a line feed. */
function renderPlan(view, paint) {
	const { plan } = view;
	const tested = plan.scenarios.filter(({ affected }) => affected);
	const written = (label, sentences) => labelled(label, sentences.map((one) => plainText(one)), paint);
	return [
		...labelled("Changed", renderChangeList(view, paint), paint),
		...written(wording("Testing"), writeTesting(plan, tested.length)),
		...tested.filter(({ written: isNew }) => isNew !== true).map(({ scenario, reason, clauses }) => `            ${visibleText(scenario)}  ${paint.faint(plainText(writeReason(reason, clauses)))}`),
		...plan.untested.map(({ clause, reason }) => `            ${paint.unsure("untested")} ${visibleText(clause)}  ${paint.faint(whyUntested(reason))}`),
		...written(wording("Writing"), plan.writes === void 0 ? [] : writeWrites(plan.writes)),
		...written(wording("Would show"), [...(plan.power ?? []).map((one, index) => writePower(one, index)), ...plan.forOthers === void 0 ? [] : [writeForOthers(plan.forOthers, tested.length)]]),
		...written(wording("Calls"), [
			say`at least  ${writeCalls(plan.minimum)}`,
			...writeUsual(plan.usual),
			say`at worst  ${writeCalls(plan.worstCase)}`
		]),
		...written(wording("Spared"), (plan.spared ?? []).map((one) => writeSaving(one))),
		...written(wording("Next"), writeNext(view, tested.length))
	].map((line) => `${line}\n`).join("");
}
function writeReason(reason, clauses) {
	const how = reason === "linked" ? wording("linked to") : wording("of a text like that of");
	return say`${how} ${inRow(clauses.map((clause) => name(clause)), wording(", "))}`;
}
function whyUntested(reason) {
	return reason === "size" ? wording("more clauses changed than selection.scenarios has room for") : wording("no scenario is linked to it");
}
/** The command or the line that leads on. */
function writeNext({ plan, changes }, tested) {
	if (plan.untested.some(({ reason }) => reason === "no-scenario")) return [say`spec-gate bank import FILE and spec-gate bank link bring scenarios; coverage: { write: true } in the config has a check write them`];
	if (tested > 0 || (plan.added ?? []).length > 0) return [say`spec-gate check with the same options asks all this and says the verdict`];
	return changes.length === 0 ? [say`edit the spec, and plan again: only what changed is tested`] : [];
}
function writeWrites({ clauses, toMake, usd }) {
	return [...clauses.map(({ clause, scenarios }) => say`${plural(scenarios, "scenario")} for ${name(clause)}`), say`${plural(toMake, "call")} to write and link them${writePrice(usd)}`];
}
/** The rise of non-compliance that a check of this size finds 8 times in 10; the second line is of a larger one. */
function writePower({ scenarios, shows, passes, carries, usd }, index) {
	const price = usd === "unknown" || usd === 0 ? say`` : say`, for about ${dollars(usd)}`;
	const points = decimalPoints(shows);
	const quiet = String(Math.min(99, Math.floor(100 * passes)));
	const carried = carries === void 0 ? say`` : say`, with a margin of ${decimalPoints(carries)} points in 9 of 10`;
	const chance = say`an edit that changes nothing passes in ${quiet} of 100${carried}`;
	return index === 0 ? say`with these models and ${plural(scenarios, "scenario")} a rise of ${points} points, in 8 of 10 checks${price}; ${chance}` : say`${count(scenarios)} scenarios would show ${points} points${price}; ${chance}`;
}
/** What a bank that is too small for others decides, and what would be enough. */
function writeForOthers(needed, tested) {
	return say`whether a changed model is worse on ${tested === 1 ? say`this scenario` : say`these ${plural(tested, "scenario")}`}; for others like them a bank of about ${count(needed)} is needed (selection.modelScenarios)`;
}
function decimalPoints(share) {
	return String(Math.ceil(1e3 * share) / 10);
}
function writeTesting(plan, tested) {
	const { added = [] } = plan;
	const beside = added.map((model) => say`${name(model)} is new: asked beside the panel, compared with none`);
	if (tested === 0) return added.length > 0 ? beside : [say`nothing: no text that a scenario tests was changed`];
	const more = plan.first !== void 0 && plan.first.scenarios < tested ? say`, ${count(plan.first.scenarios)} of them first` : say``;
	return [say`${plural(tested, "scenario")}${more}, ${plural(plan.models.length, "model")}, ${plural(plan.judges.length, "judge")}`, ...beside];
}
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
	return lines.map((line, index) => `${index === 0 ? paint.strong(label.padEnd(12)) : " ".repeat(12)}${line}`);
}
export { planCheck as n, renderPlan as t };
