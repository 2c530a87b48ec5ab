import { Nr as worstUsage } from "./check.js";
import { Bt as priceOf, Rt as addCosts, zt as costOf } from "./stats-check.js";
import { n as estimateCosts, t as USUAL_OUTPUT } from "./usual-cost.js";
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
	].filter((saving) => saving.calls > 0 || saving.usd !== "unknown" && saving.usd >= .005);
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
export { listSavings as n, LEAST_USD as t };
