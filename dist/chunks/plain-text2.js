import { i as writeParagraph } from "./messages.js";
import { t as plainText } from "./plain-text.js";
/** All a finding says, on one line. */
function plainParagraph(finding) {
	return plainText(writeParagraph(finding));
}
export { plainParagraph as t };
