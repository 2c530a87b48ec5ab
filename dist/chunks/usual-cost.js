import { Bn as createUsageMeter } from "./check.js";
import { Bt as priceOf, Rt as addCosts, zt as costOf } from "./stats-check.js";
/** US dollars, for prompts at four characters a token and replies of so many tokens. */
function estimateList(calls, prices) {
	const meter = createUsageMeter();
	return addCosts(calls.map(({ request, outputTokens }) => costOf({
		...meter(request),
		outputTokens
	}, priceOf(request.model, prices))));
}
/**
* Tokens of an answer of usual length, what some models think before it included: what estimates are made with (the means of
* `npm run bench:real-changes -- --spending`). Budgets set aside the most an answer may have.
*/
const USUAL_OUTPUT = {
	respond: 600,
	classify: 200,
	judge: 280
};
/** Share of answers on which the two judges who are asked first part, so that another is asked. */
const USUAL_PARTING = .2;
/** As `estimateCosts`, with judges who part as often as they usually do. */
function usualCost(calls, prices) {
	const [least, most] = [calls.filter(({ optional }) => !optional), calls].map((some) => estimateCosts(some, prices));
	if (typeof least !== "number" || typeof most !== "number") return "unknown";
	return least + USUAL_PARTING * (most - least);
}
/** US dollars for calls in the order they are made: prompts at four characters a token, answers of usual length, prompt caches. */
function estimateCosts(calls, prices) {
	return estimateList(calls.map(({ request, purpose }) => ({
		request,
		outputTokens: USUAL_OUTPUT[purpose]
	})), prices);
}
export { estimateList as i, estimateCosts as n, usualCost as r, USUAL_OUTPUT as t };
