/** As a shell takes it for one word and nothing else, whatever is in it. */
function shellWord(text) {
	return /^[\w./:@-]+$/.test(text) && !text.startsWith("-") ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
export { shellWord as t };
