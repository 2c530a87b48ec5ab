import { a as isIdeograph, o as normalizedWords } from "./lexical-vector.js";
/** Sentences and list items in order, as one line each. */
function splitSentences(text) {
	return text.replaceAll(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\1[^\S\n]*$|$(?![\s\S]))/gm, "\n\n").replaceAll(/^[^\S\n]*(?:>[^\S\n]?)+/gm, "").split(/\n[^\S\n]*\n|\n(?=[^\S\n]*(?:[-*+]|\d+[.)])[^\S\n])/).map((block) => block.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, "").replaceAll(/\s+/g, " ").trim()).flatMap((block) => block.split(SENTENCE_END).map((sentence) => sentence.trim()).filter((sentence) => /[\p{L}\p{N}]{2}/u.test(sentence)));
}
/** Who speaks in an example: `**User**`, `User:`, `_Assistant_:`. */
const SPEAKER = /^[^\S\n]*(?:[*_]{1,2}(?<marked>user|assistant|developer|system|human|model|ai|customer|agent)[*_]{1,2}|(?<plain>user|assistant|developer|system|human|model|ai|customer|agent)(?=:)|[*_]{1,2}(?<inside>user|assistant|developer|system|human|model|ai|customer|agent):[*_]{1,2})/i;
/** A text without the dialogues that it gives as examples: what is said in them asks nothing of the model. */
function withoutDialogues(text) {
	const parts = text.split(/(\n[^\S\n]*\n)/);
	const speakers = new Set(parts.flatMap((part) => speakerOf(part) ?? []));
	return parts.map((part) => {
		const isQuoted = /^[^\S\n]*>/.test(part);
		return part.split("\n").some((line) => speakerOf(line) !== void 0) && (isQuoted || speakers.size > 1) ? "" : part;
	}).join("");
}
function speakerOf(line) {
	const { marked, plain, inside } = SPEAKER.exec(line.replace(/^[^\S\n]*(?:>[^\S\n]?)+/, ""))?.groups ?? {};
	return (marked ?? plain ?? inside)?.toLowerCase();
}
/** After a full stop, a question or exclamation mark, where a new sentence begins; not after "e.g." or an initial. */
const SENTENCE_END = /(?<=[^\s.][.!?]["'”’)\]*_]*)(?<!\b(?:e\.g|i\.e|cf|etc|vs|Mr|Ms|Dr|[A-Z])\.)\s+(?=["'“‘([*_]*[\p{Lu}\p{N}])|(?<=[。！？])/u;
/** Sentences that one side has and the other has not, white space and markup aside. */
function changedSentences({ base, head }) {
	const sides = {
		base: splitSentences(base?.text ?? ""),
		head: splitSentences(head?.text ?? "")
	};
	const known = {
		base: new Set(sides.base.map(fold)),
		head: new Set(sides.head.map(fold))
	};
	return {
		base: sides.base.filter((sentence) => !known.head.has(fold(sentence))),
		head: sides.head.filter((sentence) => !known.base.has(fold(sentence)))
	};
}
function fold(sentence) {
	return sentence.replaceAll(/[*_`]/g, "").replaceAll(/\s+/g, " ").trim().toLowerCase();
}
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
export { splitSentences as a, changedSentences as i, createWeighing as n, withoutDialogues as o, dotTerms as r, countTerms as t };
