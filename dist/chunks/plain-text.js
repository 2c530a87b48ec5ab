import { i as joinSentence } from "./sentence.js";
import { r as visibleLine } from "./visible-text.js";
/** A sentence as one line; names are shortened and without unseen characters. */
function plainText(sentence) {
	return joinSentence(sentence, {
		words: (text) => text,
		name: (text) => visibleLine(text, 120)
	});
}
export { plainText as t };
