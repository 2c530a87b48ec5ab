const EXCERPT_CHARACTERS = 280;
/** A text as far as it may be shown; not for `ids`, which shows none. */
function disclose(text, disclosure) {
	if (disclosure === "full" || text.length <= EXCERPT_CHARACTERS) return text;
	const end = /[\uD800-\uDBFF]/.test(text[279]) ? 279 : EXCERPT_CHARACTERS;
	return `${text.slice(0, end)}…`;
}
export { disclose as t };
