import { a as whereDefined } from "./action-stats-diff-report-check.js";
import { $ as roundTasks, Q as isUnscreened, X as withStoredDraws, Z as addedTasks, at as planCrossCalls, et as controlTasks, it as planCalls, nn as looksOf, nr as isAffected, nt as unknownViolations, ot as startRound, st as modelLooks, tt as planControlCalls } from "./check.js";
import { n as listSavings } from "./plan-savings.js";
import { n as estimateCosts, r as usualCost } from "./usual-cost.js";
/** The plan of a prepared check against what is stored. Asks nobody. */
function planCheck(prepared, { store, prices }) {
	const subject = withStoredDraws(prepared.subject, store);
	const affected = subject.selected.filter(({ scenario }) => isAffected(subject.comparison, scenario));
	const unscreened = isUnscreened(subject, affected);
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
	const listed = /* @__PURE__ */ new Map();
	const answerCalls = (rounds) => {
		const name = JSON.stringify(rounds);
		const known = listed.get(name);
		if (known !== void 0) return known;
		const tasks = rounds.flatMap((round) => roundTasks(subject, affected, round));
		const beside = addedTasks({
			subject,
			added,
			round: rounds.at(-1),
			affected
		});
		const made = planCalls(comparison, [...tasks, ...beside], store);
		listed.set(name, made);
		return made;
	};
	const calls = (rounds, judged) => {
		const screened = rounds.slice(0, 1).map((round) => ({
			...round,
			stage: "screen"
		}));
		const controlled = (rounds === worst ? [...screened, ...rounds.filter(({ stage }) => stage === "confirm")] : screened).flatMap((round) => controlTasks(judged, round));
		return [...answerCalls(rounds), ...planControlCalls(comparison, controlled, store)];
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
			...subject.written?.has(selected.scenario.id) === true && { written: true }
		})),
		untested: subject.untested,
		models: [...subject.comparison.slots, ...added].map(({ id }) => id),
		judges: subject.comparison.judges.map(({ id }) => id),
		...added.length > 0 && { added: added.map(({ id }) => id) },
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
export { planCheck as t };
