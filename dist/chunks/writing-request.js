import { l as showTitle } from "./block-clauses.js";
import { t as isGlobal } from "./clause.js";
import { l as pairClauses, u as showClauses } from "./reply.js";
/** Every clause of a spec as prompts show it. */
function showSpec(spec) {
	return showClauses(pairClauses(spec, spec, []), {
		links: [],
		arm: "base",
		context: "full"
	});
}
/** Whether answers can be held against a clause of its own: it has text, and is not read with every scenario anyway. */
function isLinkable(clause) {
	return clause.text !== "" && !isGlobal(clause);
}
/** Ids and titles in the spec's order: what a model needs to know that there is more than it is shown. */
function outlineOf(spec) {
	return spec.clauses.filter(({ text }) => text !== "").map(({ id, title }) => [id, showTitle(title).text]);
}
/** Characters of a clause in short: about 225 tokens, so that eight of them cost less than a long clause. */
const SHORT = 900;
/** A clause without its examples, cut at a word: what it asks for, not how that looks. */
function shortenClause({ id, title, text }) {
	const prose = text.replaceAll(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[^\S\n]*$/gm, "").replaceAll(/\n{2,}/g, "\n").trim();
	return {
		id,
		title,
		text: prose.length <= SHORT ? prose : `${prose.slice(0, prose.lastIndexOf(" ", SHORT))} ...`
	};
}
/** A query of this many characters is several pages; a model that writes more has lost the task. */
const LONGEST = 6e3;
function dropped(reason) {
	return {
		status: "dropped",
		reason
	};
}
/** A model's text as it goes into the bank; undefined for a blank or an endless one. */
function cleanText(text) {
	const clean = text.normalize("NFC").trim();
	return clean === "" || clean.length > LONGEST ? void 0 : clean;
}
function writingRequest({ model, draw }, { instructions, format, shared = [], own }) {
	return {
		model,
		messages: [
			{
				role: "system",
				content: instructions
			},
			...shared.map((content) => ({
				role: "user",
				content
			})),
			{
				role: "user",
				content: own.join("\n\n")
			}
		],
		sharedMessages: 1 + shared.length,
		format,
		draw
	};
}
export { outlineOf as a, isLinkable as i, cleanText as n, shortenClause as o, dropped as r, showSpec as s, writingRequest as t };
