import { p as showText } from "./block-clauses.js";
/** What a prompt shows of a value. */
function showValue({ name, description }) {
	return {
		name: showText(name).text,
		description: description && showText(description).text
	};
}
/** How two spellings of one name are told to be the same. */
function foldName(name) {
	return name.normalize("NFKC").trim().toLowerCase().replaceAll(/\s+/g, " ");
}
export { showValue as n, foldName as t };
