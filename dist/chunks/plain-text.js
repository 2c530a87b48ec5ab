import { i as writeParagraph } from "./messages.js";
import { n as joinSentence } from "./sentence.js";
import { n as visibleLine } from "./visible-text.js";
/** A sentence as one line; names are shortened and without unseen characters. */
function plainText(sentence) {
	return joinSentence(sentence, {
		words: (text) => text,
		name: (text) => visibleLine(text, 120)
	});
}
/** All a finding says, on one line. */
function plainParagraph(finding) {
	return plainText(writeParagraph(finding));
}
export { plainText as n, plainParagraph as t };
