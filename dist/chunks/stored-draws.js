import { d as LEAST_ANSWERED } from "./bounds.js";
import { S as isAffected, a as responseText, h as orderJudges, i as judgesTask, s as respondRequest, v as judgeRequest } from "./written-spec.js";
import { T as listCellTasks } from "./prepare-check.js";
import { S as requestKey } from "./plain-rules.js";
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
	for (const task of listCellTasks({
		...comparison,
		slots
	}, range)) {
		const count = counts[task.draw - 1];
		const last = lastOf(comparison, task, store);
		count.asked += 1;
		if (last === void 0) continue;
		count.stored += 1;
		count.newest = Math.max(count.newest, Date.parse(last.paid?.at ?? "") || 0);
	}
	const first = counts.findIndex(({ asked, stored }) => stored < LEAST_ANSWERED * asked);
	const draws = first === -1 ? wanted : first;
	const newest = Math.max(0, ...counts.slice(0, draws).map((count) => count.newest));
	return newest === 0 ? { draws } : {
		draws,
		newest
	};
}
/** What of a draw is stored last: the first ruling on its answer, or the answer where nothing can be ruled on; undefined where either lacks. */
function lastOf(comparison, task, store) {
	const answer = store.get(requestKey(respondRequest(task.slot[task.arm], task.scenario, task.answerName)));
	const text = answer === void 0 ? void 0 : responseText(answer.completion);
	if (text === void 0) return answer;
	const panel = judgesTask(comparison, task, text);
	const [judge] = orderJudges(panel.judges, panel.orderSeed);
	return judge === void 0 ? answer : store.get(requestKey(judgeRequest({
		...panel,
		judge
	})));
}
/**
* How many draws a seeding fills now: one more than are there, so that each is of a night of its own, and none more where the last
* one was made within the same night. All that are wanted where no model has nights.
*/
function drawsToFill(stored, { wanted, now }) {
	if (stored === void 0) return wanted;
	const { draws, newest } = stored;
	const isOfTonight = newest !== void 0 && Math.abs(now - newest) < 216e5;
	return Math.min(wanted, draws > 0 && isOfTonight ? draws : draws + 1);
}
/** Fewer base draws than these show no spread; what is missing of them is asked in the check. */
const FEWEST = 2;
/**
* The check with as many base draws as are there while a seeding goes on from night to night: the others are not paid for by every
* change. Where nothing is stored there is nothing to screen against, and both sides are asked alike from the first draw on. All that
* are wanted where a limit needs them.
*/
function withStoredDraws(subject, store) {
	const { comparison, policy, selected } = subject;
	const { selection } = policy;
	const wanted = selection.replicates.base;
	const affected = selected.filter(({ scenario }) => isAffected(comparison, scenario)).slice(0, selection.scenarios);
	const seeded = affected.filter(({ reason }) => reason.kind === "linked");
	const scenarios = (seeded.length > 0 ? seeded : affected).map(({ scenario }) => scenario);
	const stored = readStoredDraws(comparison, {
		scenarios,
		wanted,
		store
	})?.draws;
	if (stored === void 0 || Object.keys(policy.limits).length > 0) return subject;
	const isWritten = (subject.written?.size ?? 0) > 0;
	if (comparison.kind !== "model" && !isWritten) {
		if (stored === 0 || wasBegunWithoutScreen(comparison, {
			scenarios,
			store
		})) return withoutScreen(subject);
	}
	if (stored === 0) return subject;
	if (stored >= wanted) return subject;
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
/**
* Whether a check of this very change was begun when nothing of the base was stored. It goes on as it began, whatever was seeded
* since: what was asked for it is what it rests on. A check with a screen has the head's first draw of it before any of a confirmation.
*/
function wasBegunWithoutScreen(comparison, { scenarios, store }) {
	const slots = comparison.slots.filter(({ base }) => isLive(base.ref));
	const [screened, confirmed] = ["screen", "confirm"].map((stage) => {
		return listCellTasks({
			...comparison,
			slots
		}, {
			stage,
			scenarios,
			draws: {
				base: 0,
				head: 1
			}
		}).filter((task) => lastOf(comparison, task, store) !== void 0).length;
	});
	return confirmed > screened;
}
/** On as many scenarios as a screen would begin with. */
function withoutScreen(subject) {
	const { policy } = subject;
	const { selection } = policy;
	const size = {
		...selection,
		extendTo: selection.scenarios
	};
	return {
		...subject,
		unscreened: true,
		policy: {
			...policy,
			selection: size
		}
	};
}
export { readStoredDraws as n, withStoredDraws as r, drawsToFill as t };
