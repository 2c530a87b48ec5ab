import { a as responseText, h as orderJudges, i as judgesTask, m as majorityOf, o as underBaseTask, p as isDecided, r as isScored, s as respondRequest, u as classifyRequest, v as judgeRequest, y as readJudgment } from "./written-spec.js";
import { S as requestKey } from "./plain-rules.js";
import { o as hasRecordedAnswers } from "./labelled.js";
/** Stands for a response that is not there yet: about as long as models answer, to price what follows. */
const UNKNOWN_RESPONSE = "x".repeat(1600);
/** Every call of these tasks, each once. Calls on a response that is not stored are listed with a stand-in text. */
function planCalls(comparison, tasks, store) {
	const calls = /* @__PURE__ */ new Map();
	const add = (id, call) => {
		const optional = call.optional && (calls.get(id)?.optional ?? true);
		calls.set(id, {
			...call,
			optional
		});
	};
	for (const task of tasks) {
		const request = respondRequest(task.slot[task.arm], task.scenario, task.answerName);
		const key = requestKey(request);
		const answer = store.get(key);
		add(key, {
			request,
			purpose: "respond",
			stored: answer !== void 0 || hasRecordedAnswers(request.model),
			optional: false
		});
		const text = answer === void 0 ? UNKNOWN_RESPONSE : responseText(answer.completion);
		if (text === void 0) continue;
		const idOf = (next) => (answer === void 0 ? `${key}\n` : "") + requestKey(next);
		const isStored = (id) => answer !== void 0 && store.get(id) !== void 0;
		if (isScored(comparison, task)) {
			const classify = classifyRequest({
				classifier: comparison.classifier,
				scenario: task.scenario,
				response: text,
				draw: task.drawName
			});
			const id = idOf(classify);
			add(`classify\n${id}`, {
				request: classify,
				purpose: "classify",
				stored: isStored(id),
				optional: false
			});
		}
		for (const judged of [task, underBaseTask(comparison, task)]) {
			if (judged === void 0) continue;
			const panel = planPanel(comparison, {
				task: judged,
				text,
				store,
				isKnown: answer !== void 0
			});
			for (const { judge, optional } of panel) {
				const id = idOf(judge);
				add(id, {
					request: judge,
					purpose: "judge",
					stored: isStored(id),
					optional
				});
			}
		}
	}
	return [...calls.values()];
}
/** What judging each answer under the other arm's text as well would ask, at most: nothing of it is known before the answers. */
function planCrossCalls(comparison, tasks) {
	return tasks.flatMap((task) => {
		const panel = judgesTask(comparison, {
			...task,
			arm: task.arm === "base" ? "head" : "base"
		}, UNKNOWN_RESPONSE);
		return panel.judges.map((judge) => {
			return {
				request: judgeRequest({
					...panel,
					judge
				}),
				purpose: "judge",
				stored: false,
				optional: true
			};
		});
	});
}
/** The judges that will be asked, as far as stored rulings tell; the rest may be. */
function planPanel(comparison, about) {
	const panel = judgesTask(comparison, about.task, about.text);
	const order = orderJudges(panel.judges, panel.orderSeed);
	const first = panel.audited ? order.length : majorityOf(order.length);
	const known = [];
	const planned = [];
	for (const [index, judge] of order.entries()) {
		if (index >= first && isDecided(known, order.length)) break;
		const judgeTask = {
			...panel,
			judge
		};
		const request = judgeRequest(judgeTask);
		planned.push({
			judge: request,
			optional: index >= first && known.length < index
		});
		const ruling = about.isKnown ? about.store.get(requestKey(request)) : void 0;
		if (ruling !== void 0) known.push(readJudgment(judgeTask, ruling.completion));
	}
	return planned;
}
export { planCalls as n, planCrossCalls as r, UNKNOWN_RESPONSE as t };
