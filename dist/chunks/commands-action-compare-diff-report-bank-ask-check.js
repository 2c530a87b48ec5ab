/**
* The openings of commands broken by a backslash: `::` at the start of a line, white space before it aside (GitHub), and `##[`,
* `##vso[` and their like anywhere in it (GitHub, Azure Pipelines, TeamCity).
*/
function breakCommands(text) {
	return text.replaceAll(INDENTED, "$1:\\:").replaceAll(/##(?=\w*\[)/g, "##\\");
}
/** White space of one line only: across many empty ones each would be walked from each. */
const INDENTED = /^([^\S\n\r\u2028\u2029]*)::/gm;
export { breakCommands as t };
