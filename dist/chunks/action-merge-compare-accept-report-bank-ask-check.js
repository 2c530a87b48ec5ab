import { r as visibleLine } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
/** Words from a literal of the source code; a variable of type `string` does not compile. */
function wording(text) {
	return text;
}
/** Untrusted text inside a sentence. */
function name(text) {
	return [{
		kind: "name",
		text
	}];
}
/** A day as it is written in files, `2026-11-25`; anything else is a name from outside. */
function day(date) {
	return /^\d{4}-\d{2}-\d{2}$/.test(date) ? [{
		kind: "words",
		text: date
	}] : name(date);
}
/** Names in a row: `a`, `b` and 3 more. `most` is how many are spelled out. */
function names(all, most = 3) {
	if (all.length === 0) return [{
		kind: "words",
		text: "none"
	}];
	const shown = all.slice(0, most);
	const rest = all.length - shown.length;
	const last = rest > 0 ? void 0 : shown.at(-1);
	const separated = shown.flatMap((text, index) => {
		return [{
			kind: "words",
			text: index === 0 ? "" : text === last && index === shown.length - 1 ? " and " : ", "
		}, {
			kind: "name",
			text
		}];
	});
	return rest > 0 ? [...separated, {
		kind: "words",
		text: ` and ${rest} more`
	}] : separated;
}
/** Sentences in a row: the one, the other and a third. */
function listed(all) {
	return all.flatMap((part, index) => {
		return [{
			kind: "words",
			text: index === 0 ? "" : index === all.length - 1 ? " and " : ", "
		}, ...part];
	});
}
/** Sentences one behind the other, with our own words between them. */
function inRow(all, between) {
	return all.flatMap((one, index) => index === 0 ? one : say`${between}${one}`);
}
/** Template tag that builds a sentence: literals and `Wording` are ours, sentences are joined in place. */
function say(strings, ...values) {
	return strings.flatMap((text, index) => {
		const value = values[index];
		const literal = {
			kind: "words",
			text
		};
		if (value === void 0) return [literal];
		return typeof value === "string" ? [literal, {
			kind: "words",
			text: value
		}] : [literal, ...value];
	});
}
/** One string, each part as the view shows it. */
function joinSentence(sentence, show) {
	return sentence.map((part) => show[part.kind](part.text)).join("");
}
/** The sentence as it stands alone: a capital first, unless it starts with a name, and a full stop last. */
function asFullSentence(sentence) {
	const parts = sentence.filter(({ text }) => text !== "");
	const [first, ...rest] = parts;
	if (first === void 0) return [];
	const capital = first.kind === "words" ? {
		kind: "words",
		text: first.text.charAt(0).toUpperCase() + first.text.slice(1)
	} : first;
	const last = parts.at(-1);
	return last.kind === "words" && /[.!?]$/.test(last.text) ? [capital, ...rest] : [
		capital,
		...rest,
		{
			kind: "words",
			text: "."
		}
	];
}
/** Names of people, models and files are shorter than this, in characters. */
const LONGEST_NAME = 120;
/** A sentence as one line; long names are shortened, and unseen characters in them become visible escapes. */
function plainText(sentence) {
	return plainTextWithin(sentence, LONGEST_NAME);
}
/** The same where names may be longer, such as an error in a provider's own words. */
function plainTextWithin(sentence, longestName) {
	return joinSentence(sentence, {
		words: (text) => text,
		name: (text) => visibleLine(text, longestName)
	});
}
export { inRow as a, name as c, wording as d, day as i, names as l, plainTextWithin as n, joinSentence as o, asFullSentence as r, listed as s, plainText as t, say as u };
