import { a as splitSentences, o as withoutDialogues } from "./term-weights.js";
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
export { listDemands as t };
