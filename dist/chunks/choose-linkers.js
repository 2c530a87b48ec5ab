import { t as UserError } from "./errors.js";
import { c as priceOf } from "./resolve-models.js";
/** A link question costs about these: what models are compared by. */
const USUAL = {
	input: 3e3,
	output: 250
};
/**
* The cheapest of `known` by listed price, and after it the cheapest at another origin (or the next cheapest, where there is
* no other). Models without a price come last. `names` chooses instead: one id or two.
* @throws UserError for a name that is not among `known`.
*/
function chooseLinkers(known, { prices, names }) {
	if (names !== void 0 && names.length > 0) {
		const [first, ...others] = names.map((id) => {
			const ref = known.find((one) => one.id === id);
			if (ref !== void 0) return ref;
			throw new UserError({
				message: `no model ${id} in the config`,
				hint: `The config names ${known.map((one) => one.id).join(", ")}.`
			});
		});
		return [first, ...others];
	}
	const cheapest = [...known].sort((a, b) => usualCost(a, prices) - usualCost(b, prices));
	const [first] = cheapest;
	if (first === void 0) throw new Error("nobody to link with");
	const others = cheapest.filter((ref) => ref.id !== first.id);
	const second = others.find(({ origin }) => origin !== first.origin) ?? others[0];
	return second === void 0 ? [first] : [first, second];
}
function usualCost(ref, prices) {
	const price = priceOf(ref, prices);
	return price === "unknown" ? Infinity : USUAL.input * price.input + USUAL.output * price.output;
}
export { chooseLinkers as t };
