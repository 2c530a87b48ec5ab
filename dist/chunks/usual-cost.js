import { t as createUsageMeter } from "./cached-prefix.js";
import { c as priceOf, o as addCosts, s as costOf } from "./resolve-models.js";
/** US dollars, for prompts at four characters a token and replies of so many tokens. */
function estimateList(calls, prices) {
	const meter = createUsageMeter();
	return addCosts(calls.map(({ request, outputTokens }) => costOf({
		...meter(request),
		outputTokens
	}, priceOf(request.model, prices))));
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
export { estimateCosts as n, estimateList as r, USUAL_OUTPUT as t };
