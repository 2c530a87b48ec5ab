/** Sentences and list items in order, as one line each. */
function splitSentences(text) {
	return text.replaceAll(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\1[^\S\n]*$|$(?![\s\S]))/gm, "\n\n").replaceAll(/^[^\S\n]*(?:>[^\S\n]?)+/gm, "").split(/\n[^\S\n]*\n|\n(?=[^\S\n]*(?:[-*+]|\d+[.)])[^\S\n])/).map((block) => block.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, "").replaceAll(/\s+/g, " ").trim()).flatMap((block) => block.split(SENTENCE_END).map((sentence) => sentence.trim()).filter((sentence) => /[\p{L}\p{N}]{2}/u.test(sentence)));
}
/** Who speaks in an example: `**User**`, `User:`, `_Assistant_:`. */
const SPEAKER = /^[^\S\n]*(?:[*_]{1,2}(?<marked>user|assistant|developer|system|human|model|ai|customer|agent)[*_]{1,2}|(?<plain>user|assistant|developer|system|human|model|ai|customer|agent)(?=:)|[*_]{1,2}(?<inside>user|assistant|developer|system|human|model|ai|customer|agent):[*_]{1,2})/i;
/** A text without the dialogues that it gives as examples: what is said in them asks nothing of the model. */
function withoutDialogues(text) {
	const parts = text.split(/(\n[^\S\n]*\n)/);
	const speakers = new Set(parts.flatMap((part) => speakerOf(part) ?? []));
	return parts.map((part) => {
		const isQuoted = /^[^\S\n]*>/.test(part);
		return part.split("\n").some((line) => speakerOf(line) !== void 0) && (isQuoted || speakers.size > 1) ? "" : part;
	}).join("");
}
function speakerOf(line) {
	const { marked, plain, inside } = SPEAKER.exec(line.replace(/^[^\S\n]*(?:>[^\S\n]?)+/, ""))?.groups ?? {};
	return (marked ?? plain ?? inside)?.toLowerCase();
}
/** After a full stop, a question or exclamation mark, where a new sentence begins; not after "e.g." or an initial. */
const SENTENCE_END = /(?<=[^\s.][.!?]["'”’)\]*_]*)(?<!\b(?:e\.g|i\.e|cf|etc|vs|Mr|Ms|Dr|[A-Z])\.)\s+(?=["'“‘([*_]*[\p{Lu}\p{N}])|(?<=[。！？])/u;
/** Sentences that one side has and the other has not, white space and markup aside. */
function changedSentences({ base, head }) {
	const sides = {
		base: splitSentences(base?.text ?? ""),
		head: splitSentences(head?.text ?? "")
	};
	const known = {
		base: new Set(sides.base.map(fold)),
		head: new Set(sides.head.map(fold))
	};
	return {
		base: sides.base.filter((sentence) => !known.head.has(fold(sentence))),
		head: sides.head.filter((sentence) => !known.base.has(fold(sentence)))
	};
}
function fold(sentence) {
	return sentence.replaceAll(/[*_`]/g, "").replaceAll(/\s+/g, " ").trim().toLowerCase();
}
/**
* Words that bind wherever they stand in a sentence. RFC 2119's, and what specs of model behaviour say instead. A list and
* not a judgement: `spec-gate coverage` shows the word beside each sentence, so that everybody sees what was counted.
*/
const BINDING_WORDS = [
	"must",
	"shall",
	"should",
	"shouldn't",
	"mustn't",
	"ought to",
	"never",
	"always",
	"may not",
	"cannot",
	"can't",
	"do not",
	"don't",
	"does not",
	"need to",
	"needs to",
	"is expected to",
	"are expected to",
	"is required",
	"are required",
	"is prohibited",
	"are prohibited",
	"is not allowed",
	"are not allowed",
	"is not permitted"
];
/** Verbs that, as the first word of a sentence, make it an instruction. */
const IMPERATIVE_VERBS = [
	"accept",
	"acknowledge",
	"act",
	"adapt",
	"address",
	"adopt",
	"answer",
	"ask",
	"assume",
	"avoid",
	"balance",
	"be",
	"cite",
	"clarify",
	"comply",
	"consider",
	"decline",
	"defer",
	"describe",
	"discourage",
	"encourage",
	"ensure",
	"err",
	"explain",
	"express",
	"favor",
	"favour",
	"flag",
	"focus",
	"follow",
	"give",
	"help",
	"honor",
	"honour",
	"ignore",
	"include",
	"keep",
	"leave",
	"let",
	"list",
	"maintain",
	"make",
	"mention",
	"name",
	"obey",
	"offer",
	"omit",
	"prefer",
	"present",
	"prioritize",
	"prioritise",
	"protect",
	"provide",
	"put",
	"quote",
	"recommend",
	"refer",
	"refrain",
	"refuse",
	"reply",
	"report",
	"respect",
	"respond",
	"return",
	"reveal",
	"say",
	"show",
	"state",
	"stay",
	"stop",
	"suggest",
	"support",
	"take",
	"tell",
	"treat",
	"try",
	"use",
	"verify",
	"warn",
	"weigh",
	"write"
];
const BINDING = new RegExp(String.raw`(?<![\p{L}'])(?:${BINDING_WORDS.join("|")})(?![\p{L}'])`, "iu");
const IMPERATIVE = new Set(IMPERATIVE_VERBS);
/**
* Sentences outside of examples that demand something: what somebody says, in a dialogue or in quotation marks, demands nothing. A clause in which no sentence holds a word of the lists (another
* language, a bare rule such as "Short answers.") counts as one demand as a whole, so that none is lost.
*/
function listDemands(text) {
	const sentences = splitSentences(withoutDialogues(text));
	const unsaid = withoutSpeech(sentences);
	const marked = sentences.flatMap((sentence, index) => {
		const by = markOf(unsaid[index]);
		return by === void 0 ? [] : [{
			text: sentence,
			by
		}];
	});
	if (marked.length > 0) return marked;
	const all = splitSentences(text);
	return all.length === 0 ? [] : [{
		text: all.join(" "),
		by: "whole clause"
	}];
}
/** Longer than this between two quotation marks is no speech: one of the marks was meant otherwise. */
const LONGEST_SPEECH = 600;
const SPEECH = new RegExp(String.raw`“[^“”]{1,${LONGEST_SPEECH}}”|(?<![^\s(\n])"[^"]{1,${LONGEST_SPEECH}}"(?![\p{L}\p{N}])`, "gu");
/** The same sentences with speech blanked, which may go over several of them. */
function withoutSpeech(sentences) {
	const blank = (speech) => speech.replaceAll(/[^\n]/g, " ");
	return sentences.join("\n").replaceAll(SPEECH, blank).split("\n");
}
function markOf(sentence) {
	const binding = BINDING.exec(sentence.replaceAll("’", "'"))?.[0].toLowerCase();
	if (binding !== void 0) return binding;
	const first = /^[^\p{L}]*([\p{L}]+)/u.exec(sentence)?.[1]?.toLowerCase();
	return first !== void 0 && IMPERATIVE.has(first) ? first : void 0;
}
export { changedSentences as n, listDemands as t };
