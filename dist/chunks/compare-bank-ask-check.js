import { i as standardDeviation } from "./action-compare-accept-report-bank-ask-check.js";
/** The study calls a scenario with at least this much "high disagreement". */
const HIGH_DISAGREEMENT = 1.5;
/**
* D: the population standard deviation of the 0-6 positions, the larger of the two values (Zhang et al. 2025). Undefined
* with fewer than two positions on either value. Example: value 1 at 0, 6, value 2 at 3, 3 -> 3.
*/
function disagreementOf(positions) {
	const first = positions.flatMap(({ value1 }) => value1 === null ? [] : [value1]);
	const second = positions.flatMap(({ value2 }) => value2 === null ? [] : [value2]);
	if (first.length < 2 || second.length < 2) return void 0;
	return Math.max(standardDeviation(first), standardDeviation(second));
}
/** D of all models (`all`) and of each provider with at least two of them, to four decimals. */
function disagreementsBySubset(scores) {
	const subsets = /* @__PURE__ */ new Map([["all", Object.values(scores)]]);
	for (const [model, positions] of Object.entries(scores)) {
		const provider = providerOf(model);
		if (provider !== void 0) subsets.set(provider, [...subsets.get(provider) ?? [], positions]);
	}
	const found = [...subsets].flatMap(([subset, positions]) => {
		const disagreement = disagreementOf(positions);
		return disagreement === void 0 ? [] : [[subset, Math.round(disagreement * 1e4) / 1e4]];
	});
	return Object.fromEntries(found);
}
const FAMILIES = [
	[/^claude/, "anthropic"],
	[/^(gpt|chatgpt|o\d)/, "openai"],
	[/^gemini/, "google"],
	[/^grok/, "xai"]
];
/** The provider of `provider/model`, or of a bare published name such as `claude_opus_4`; undefined where unknown. */
function providerOf(model) {
	const slash = model.indexOf("/");
	return slash > 0 ? model.slice(0, slash) : FAMILIES.find(([pattern]) => pattern.test(model))?.[1];
}
export { providerOf as i, disagreementOf as n, disagreementsBySubset as r, HIGH_DISAGREEMENT as t };
