const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/u;
const JOINING = "[[\\p{L}\\p{M}]--[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Inherited}]--\\p{Default_Ignorable_Code_Point}]";
let showing;
/** Made with the first text that holds such characters: its thousands of sequences take longer to read than most specs do. */
function showingOnes() {
	showing ??= new RegExp([
		"((?=[\\p{Extended_Pictographic}\\p{Regional_Indicator}#*0-9])\\p{RGI_Emoji}[\\uFE0E\\uFE0F]?",
		"\\p{Extended_Pictographic}[\\uFE0E\\uFE0F]",
		"\\p{Script=Han}[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]",
		`(?<=${JOINING})[\\u200C\\u200D\\u180B-\\u180D](?=${JOINING}))`,
		`[\\p{Default_Ignorable_Code_Point}\\uFFF9-\\uFFFB]`
	].join("|"), "gv");
	return showing;
}
/** Where such characters can be: only there is looked closely. */
const NOT_ASCII = /[#*\d]?\P{ASCII}+/gu;
/**
* The text with `by` in place of each character that shows nothing, not normalized. Linear in the text's length.
* `replaceInvisible('a\u200Bb', '').text === 'ab'`
*/
function replaceInvisible(source, by) {
	if (!INVISIBLE.test(source)) return {
		text: source,
		invisible: ""
	};
	let invisible = "";
	const replace = (found, shown) => {
		if (shown !== void 0) return shown;
		invisible += found;
		return by;
	};
	return {
		text: source.replace(NOT_ASCII, (run) => run.replace(showingOnes(), replace)),
		invisible
	};
}
export { replaceInvisible as t };
