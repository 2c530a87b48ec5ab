import { i as joinSentence } from "./action-merge-compare-ref-accept-report-bank-ask-check.js";
import { r as visibleLine } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
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
export { plainTextWithin as n, plainText as t };
