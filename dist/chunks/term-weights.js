import { a as isIdeograph, o as normalizedWords } from "./lexical-vector.js";
/** A crude stem: "disclose", "disclosed" and "disclosing" are one term. */
const STEM = 6;
/** How often each term stands in a text; words of one or two letters say nothing. */
function countTerms(text) {
	const counts = /* @__PURE__ */ new Map();
	for (const word of normalizedWords(text)) {
		if (word.length < 3 && !isIdeograph(word)) continue;
		const term = word.slice(0, STEM);
		counts.set(term, (counts.get(term) ?? 0) + 1);
	}
	return counts;
}
/**
* Weighs terms by their rarity in a collection, as a vector of length 1: (1 + ln count) x ln(1 + texts / texts with the term)
* (Salton & Buckley 1988). A term that the collection lacks is as rare as one that a single text has. The collection is read
* once, and only how many of its texts have each term is kept.
*/
function createWeighing(collection) {
	const spread = /* @__PURE__ */ new Map();
	let texts = 0;
	for (const terms of collection) {
		texts += 1;
		for (const term of terms.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
	}
	return (terms) => {
		const weights = new Map([...terms].map(([term, count]) => [term, (1 + Math.log(count)) * Math.log(1 + texts / (spread.get(term) ?? 1))]));
		const length = Math.hypot(...weights.values());
		return new Map([...weights].map(([term, weight]) => [term, weight / length]));
	};
}
/** The cosine of two vectors of length 1. */
function dotTerms(a, b) {
	let sum = 0;
	for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
	return sum;
}
export { createWeighing as n, dotTerms as r, countTerms as t };
