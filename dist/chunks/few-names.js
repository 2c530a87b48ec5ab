const EXCERPT_CHARACTERS = 280;
/** A text as far as it may be shown; not for `ids`, which shows none. */
function disclose(text, disclosure) {
	if (disclosure === "full" || text.length <= EXCERPT_CHARACTERS) return text;
	const end = /[\uD800-\uDBFF]/.test(text[279]) ? 279 : EXCERPT_CHARACTERS;
	return `${text.slice(0, end)}…`;
}
/** More of them say nothing that these do not. */
const MOST = 20;
/** Each name once, sorted, the first of them only. */
function fewNames(names) {
	return [...new Set(names)].sort().slice(0, MOST);
}
export { disclose as n, fewNames as t };
