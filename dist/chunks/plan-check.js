import { t as whereDefined } from "./where-defined.js";
import { a as startRound, i as roundTasks, t as addedTasks } from "./added-models.js";
import { i as unknownViolations, o as planCalls, r as planControlCalls, s as planCrossCalls, t as controlTasks } from "./run-controls.js";
import { b as isAffected } from "./evaluate.js";
import { t as createUsageMeter } from "./cached-prefix.js";
import { a as addCosts, o as costOf, s as priceOf } from "./resolve-models.js";
/** US dollars, for prompts at four characters a token and replies of so many tokens. */
function estimateList(calls, prices) {
	const meter = createUsageMeter();
	return addCosts(calls.map(({ request, outputTokens }) => costOf({
		...meter(request),
		outputTokens
	}, priceOf(request.model, prices))));
}
/** The plan of a prepared check against what is stored. Asks nobody. */
function planCheck(prepared, { store, prices }) {
	const { subject } = prepared;
	const affected = subject.selected.filter(({ scenario }) => isAffected(subject.comparison, scenario));
	const unscreened = affected.some(({ scenario }) => subject.written?.has(scenario.id));
	const first = affected.length === 0 ? void 0 : startRound(subject.policy, affected.length, unscreened);
	const { added = [] } = prepared;
	const { comparison, controls = [] } = subject;
	const calls = (rounds, judged) => {
		const tasks = rounds.flatMap((round) => roundTasks(subject, affected, round));
		const beside = addedTasks({
			subject,
			added,
			round: rounds.at(-1),
			affected
		});
		const known = rounds.flatMap((round) => controlTasks(judged, round));
		return [...planCalls(comparison, [...tasks, ...beside], store), ...planControlCalls(comparison, known, store)];
	};
	const cross = (round) => subject.comparison.kind === "prompt" ? planCrossCalls(subject.comparison, roundTasks(subject, affected, round)) : [];
	const { selection } = subject.policy;
	const most = Math.min(selection.extendTo, affected.length);
	const worst = [...unscreened ? [] : [{
		stage: "screen",
		draws: 4,
		scenarios: most
	}], {
		stage: "confirm",
		draws: 2 * selection.replicates.confirm,
		scenarios: most
	}];
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
		minimum: countCalls(calls(first === void 0 ? [] : [first], controls).filter(({ optional }) => !optional), prices),
		worstCase: countCalls(first === void 0 ? calls([], []) : [...calls(worst, [...controls, ...unknownViolations(comparison, controls)]), ...cross(worst.at(-1))], prices)
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
/** Tokens of an answer of usual length: what estimates are made with. Budgets set aside the most an answer may have. */
const USUAL_OUTPUT = {
	respond: 500,
	classify: 200,
	judge: 250
};
/** US dollars for calls in the order they are made: prompts at four characters a token, answers of usual length, prompt caches. */
function estimateCosts(calls, prices) {
	return estimateList(calls.map(({ request, purpose }) => ({
		request,
		outputTokens: USUAL_OUTPUT[purpose]
	})), prices);
}
export { planCheck as n, estimateList as r, estimateCosts as t };
