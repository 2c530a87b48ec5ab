import { a as startRound, i as roundTasks, t as addedTasks } from "./added-models.js";
import { y as isAffected } from "./evaluate.js";
import { n as planCalls, r as planCrossCalls } from "./plan.js";
import { c as costOf, l as priceOf, n as worstUsage, s as addCosts } from "./estimate-cost.js";
/** The plan of a prepared check against what is stored. Asks nobody. */
function planCheck(prepared, { store, prices }) {
	const { subject } = prepared;
	const affected = subject.selected.filter(({ scenario }) => isAffected(subject.comparison, scenario));
	const first = affected.length === 0 ? void 0 : startRound(subject.policy, affected.length);
	const { added = [] } = prepared;
	const calls = (rounds) => {
		const tasks = rounds.flatMap((round) => roundTasks(subject, affected, round));
		const beside = addedTasks({
			subject,
			added,
			round: rounds.at(-1),
			affected
		});
		return planCalls(subject.comparison, [...tasks, ...beside], store);
	};
	const cross = (round) => subject.comparison.kind === "prompt" ? planCrossCalls(subject.comparison, roundTasks(subject, affected, round)) : [];
	const { selection } = subject.policy;
	const most = Math.min(selection.extendTo, affected.length);
	const worst = [{
		stage: "screen",
		draws: 4,
		scenarios: most
	}, {
		stage: "confirm",
		draws: 2 * selection.replicates.confirm,
		scenarios: most
	}];
	return {
		scenarios: subject.selected.map((selected) => describe(selected, affected)),
		untested: subject.untested,
		models: [...subject.comparison.slots, ...added].map(({ id }) => id),
		judges: subject.comparison.judges.map(({ id }) => id),
		...added.length === 0 ? {} : { added: added.map(({ id }) => id) },
		...first === void 0 ? {} : { first },
		minimum: countCalls(calls(first === void 0 ? [] : [first]).filter(({ optional }) => !optional), prices),
		worstCase: countCalls(first === void 0 ? calls([]) : [...calls(worst), ...cross(worst.at(-1))], prices)
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
	const usd = addCosts(toMake.map((call) => estimateCost(call, prices)));
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
/** US dollars for one call: its prompt at four characters a token, nothing cached, and an answer of usual length. */
function estimateCost({ request, purpose }, prices) {
	return costOf({
		...worstUsage(request),
		outputTokens: USUAL_OUTPUT[purpose]
	}, priceOf(request.model, prices));
}
export { planCheck as n, estimateCost as t };
