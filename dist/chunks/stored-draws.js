import { d as LEAST_ANSWERED } from "./bounds.js";
import { S as listCellTasks } from "./prepare-check.js";
import { S as isAffected, s as respondRequest } from "./written-spec.js";
import { f as requestKey } from "./plain-rules.js";
import { b as isLive } from "./labelled.js";
/** Of models that are asked over the network; the others' answers are no night's. Undefined where there are none. */
function readStoredDraws(comparison, query) {
	const { scenarios, wanted, store } = query;
	const slots = comparison.slots.filter(({ base }) => isLive(base.ref));
	if (slots.length === 0 || scenarios.length === 0) return void 0;
	const range = {
		stage: "screen",
		scenarios,
		draws: {
			base: wanted,
			head: 0
		}
	};
	const counts = Array.from({ length: wanted }, () => ({
		asked: 0,
		stored: 0,
		newest: 0
	}));
	for (const { slot, scenario, draw, answerName } of listCellTasks({
		...comparison,
		slots
	}, range)) {
		const count = counts[draw - 1];
		const answer = store.get(requestKey(respondRequest(slot.base, scenario, answerName)));
		count.asked += 1;
		if (answer === void 0) continue;
		count.stored += 1;
		count.newest = Math.max(count.newest, Date.parse(answer.paid?.at ?? "") || 0);
	}
	const first = counts.findIndex(({ asked, stored }) => stored < LEAST_ANSWERED * asked);
	const draws = first === -1 ? wanted : first;
	const newest = Math.max(0, ...counts.slice(0, draws).map((count) => count.newest));
	return newest === 0 ? { draws } : {
		draws,
		newest
	};
}
/**
* How many draws a seeding fills now: one more than are there, so that each is of a night of its own, and none more where the last
* one was made within the same night. All that are wanted where no model has nights.
*/
function drawsToFill(stored, { wanted, now }) {
	if (stored === void 0) return wanted;
	const { draws, newest } = stored;
	const isOfTonight = newest !== void 0 && now - newest < 216e5;
	return Math.min(wanted, draws > 0 && isOfTonight ? draws : draws + 1);
}
/** Fewer base draws than these show no spread; what is missing of them is asked in the check. */
const FEWEST = 2;
/**
* The check with as many base draws as are there while a seeding goes on from night to night: the others are not paid for by every
* change. All that are wanted where nothing is stored, and where a limit needs them.
*/
function withStoredDraws(subject, store) {
	const { comparison, policy, selected } = subject;
	const { selection } = policy;
	const wanted = selection.replicates.base;
	const stored = readStoredDraws(comparison, {
		scenarios: selected.flatMap(({ scenario }) => isAffected(comparison, scenario) ? [scenario] : []).slice(0, selection.scenarios),
		wanted,
		store
	})?.draws ?? 0;
	if (stored === 0 || stored >= wanted || Object.keys(policy.limits).length > 0) return subject;
	const replicates = {
		...selection.replicates,
		base: Math.min(wanted, Math.max(FEWEST, stored))
	};
	return {
		...subject,
		policy: {
			...policy,
			selection: {
				...selection,
				replicates
			}
		}
	};
}
export { readStoredDraws as n, withStoredDraws as r, drawsToFill as t };
