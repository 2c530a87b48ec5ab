import { t as whereDefined } from "./where-defined.js";
import { a as _enum, b as string, g as preprocess, s as array } from "./schemas.js";
import { t as createRecent } from "./recent.js";
import { i as repeatsKey, r as parseUntrustedJson } from "./untrusted-json.js";
import { c as findReply, g as fieldOf } from "./plain-rules.js";
import { i as changedSentences } from "./term-weights.js";
import { a as showClause, c as shareOfWordsKept, n as isShownAlways, s as WORD } from "./shown-clause.js";
/** Whether the change can alter what a judge or model understands, so that scenarios have to test it. */
function isSubstantive(change) {
	return change.kind === "added" || change.kind === "removed" || change.edited;
}
/** Share of a sentence's word pairs that a clause must have for the sentence to stand there, small edits allowed. */
const STANDS_FROM = .7;
/** Two words are a label, and stand everywhere. */
const LEAST_WORDS = 3;
/** What more clauses than this say is no text that one of them got from another. */
const MOST_HOLDERS = 3;
/** A word pair of more sentences than this is a common phrase and finds none of them. Keeps the search linear. */
const COMMON = 32;
/**
* By id of change, for the clauses whose text was carried; a clause that was renamed or moved whole is one clause to the diff, and
* carries nothing. Each text is read once, whatever the number of changes.
*/
function findCarriedText(changes, sides) {
	const edits = changes.filter(isSubstantive).map((change) => ({
		change,
		...foreignSentences(change)
	}));
	const places = {
		base: findHolders(edits.flatMap(({ gained }) => gained), sides.base),
		head: findHolders(edits.flatMap(({ lost }) => lost), sides.head)
	};
	return new Map(edits.flatMap(({ change, lost, gained }) => {
		const to = holdersOf(lost, places.head, change.head);
		const from = holdersOf(gained, places.base, change.base);
		if (to.clauses.length + from.clauses.length === 0) return [];
		const words = listWords(change.head?.text ?? "").length;
		return [[change.id, {
			from: from.clauses,
			to: to.clauses,
			share: words === 0 ? 0 : from.words / words
		}]];
	}));
}
/** Sentences of one side that the clause's other side does not have, not even reworded a little. */
function foreignSentences({ base, head }) {
	const changed = changedSentences({
		...base && { base },
		...head && { head }
	});
	return {
		lost: sentencesWithout(changed.base, head),
		gained: sentencesWithout(changed.head, base)
	};
}
function sentencesWithout(sentences, other) {
	if (sentences.length === 0) return [];
	const known = other === void 0 ? /* @__PURE__ */ new Set() : new Set(pairsOf(listWords(other.text)));
	return sentences.map(readSentence).filter(({ words, pairs }) => {
		return words >= LEAST_WORDS && shareIn(pairs, known) < STANDS_FROM;
	});
}
function readSentence(text) {
	const words = listWords(text);
	return {
		words: words.length,
		pairs: new Set(pairsOf(words))
	};
}
function shareIn(pairs, known) {
	return [...pairs].filter((pair) => known.has(pair)).length / pairs.size;
}
/** The clauses in which each sentence stands, by its rarer word pairs. */
function findHolders(sentences, clauses) {
	const holders = /* @__PURE__ */ new Map();
	if (sentences.length === 0) return holders;
	const byPair = indexByPair(sentences);
	const telling = countEach([...byPair.values()].flat());
	for (const clause of clauses) {
		const pairs = new Set(pairsOf(listWords(clause.text)));
		for (const [sentence, count] of countEach([...pairs].flatMap((pair) => byPair.get(pair) ?? []))) {
			if (count / telling.get(sentence) < STANDS_FROM) continue;
			const found = holders.get(sentence);
			if (found === void 0) holders.set(sentence, [clause]);
			else found.push(clause);
		}
	}
	return holders;
}
function indexByPair(sentences) {
	const byPair = /* @__PURE__ */ new Map();
	for (const sentence of sentences) for (const pair of sentence.pairs) {
		const others = byPair.get(pair);
		if (others === void 0) byPair.set(pair, [sentence]);
		else others.push(sentence);
	}
	return new Map([...byPair].filter(([, holding]) => holding.length <= COMMON));
}
function countEach(sentences) {
	const counts = /* @__PURE__ */ new Map();
	for (const sentence of sentences) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
	return counts;
}
function holdersOf(sentences, holders, own) {
	const found = /* @__PURE__ */ new Set();
	let words = 0;
	for (const sentence of sentences) {
		const others = (holders.get(sentence) ?? []).filter(({ id }) => id !== own?.id);
		if (others.length === 0 || others.length > MOST_HOLDERS) continue;
		words += sentence.words;
		for (const clause of others) found.add(clause);
	}
	return {
		clauses: [...found],
		words
	};
}
function listWords(text) {
	return text.toLowerCase().match(WORD) ?? [];
}
/** Neighbouring words. */
function pairsOf(words) {
	return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}
/** Matches base and head clauses by id and by the renames that the diff found. */
function pairClauses(base, head, changes) {
	const newIds = new Map(changes.flatMap((change) => change.baseId === void 0 ? [] : [[change.baseId, change.id]]));
	const unchanged = new Set(changes.filter(isUnchangedInWords).map(({ id }) => id));
	const touched = new Set(changes.filter(isSubstantive).map(({ id }) => id));
	const heads = new Map(head.clauses.map((clause) => [clause.id, clause]));
	const taken = new Set(base.clauses.map(({ id }) => id));
	const ordered = [];
	const byId = /* @__PURE__ */ new Map();
	for (const clause of base.clauses) {
		const match = heads.get(newIds.get(clause.id) ?? clause.id);
		const shownId = clause.id;
		const shown = match !== void 0 && unchanged.has(match.id) ? {
			...clause,
			id: match.id
		} : match;
		const pair = shown === void 0 ? {
			id: clause.id,
			shownId,
			base: clause,
			isTouched: touched.has(clause.id)
		} : {
			id: shown.id,
			shownId,
			base: clause,
			head: shown,
			isTouched: touched.has(shown.id)
		};
		ordered.push(pair);
		byId.set(clause.id, pair);
		byId.set(pair.id, pair);
	}
	for (const clause of head.clauses) {
		if (byId.get(clause.id)?.head?.id === clause.id) continue;
		const pair = {
			id: clause.id,
			shownId: freeId(clause.id, taken),
			head: clause,
			isTouched: touched.has(clause.id)
		};
		ordered.push(pair);
		byId.set(clause.id, pair);
	}
	return {
		ordered,
		byId,
		carried: pairCarried(ordered, changes, {
			base,
			head
		})
	};
}
function pairCarried(ordered, changes, { base, head }) {
	const texts = findCarriedText(changes, {
		base: base.clauses,
		head: head.clauses
	});
	if (texts.size === 0) return /* @__PURE__ */ new Map();
	const byBase = new Map(ordered.map((pair) => [pair.base?.id, pair]));
	const byHead = new Map(ordered.map((pair) => [pair.head?.id, pair]));
	return new Map([...texts].map(([id, { from, to }]) => {
		const pairs = [...from.map((clause) => byBase.get(clause.id)), ...to.map((clause) => byHead.get(clause.id))];
		return [id, [...new Set(pairs.filter((pair) => pair !== void 0))]];
	}));
}
/** A new clause may bear the id that another one was known by. */
function freeId(id, taken) {
	const free = taken.has(id) ? freeId(`${id}-new`, taken) : id;
	taken.add(free);
	return free;
}
/** Judges are shown the same words under the same headings; what else changed, no prompt carries. */
function isUnchangedInWords(change) {
	return !isSubstantive(change) && change.base !== void 0 && change.head !== void 0;
}
/** The clauses a judge reads for a scenario's links on one arm: linked and global ones, or all of them. */
function showClauses(pairs, options) {
	const named = options.links.flatMap((id) => pairs.byId.get(id)?.id ?? []);
	const linked = /* @__PURE__ */ new Set([...named, ...named.flatMap((id) => (pairs.carried.get(id) ?? []).map((pair) => pair.id))]);
	return pairs.ordered.flatMap((pair) => {
		const clause = pair[options.arm];
		if (clause === void 0 || clause.kind === "grouping") return [];
		return options.context === "full" || linked.has(pair.id) || isShownAlways(clause) ? [showClause(clause, pair.shownId)] : [];
	});
}
/** Clauses that the edit touches and judges may be shown, in the order shown. */
function touchedPairs({ ordered }) {
	return ordered.filter(({ isTouched, base, head }) => isTouched && (base ?? head)?.kind !== "grouping");
}
/** Whether an edit removes the clause, or leaves less than half of the words that judges read of it, here or where it carries them. */
function isGutted({ base, head, shownId, id }, { carried }) {
	if (base === void 0) return false;
	const heads = [head, ...(carried.get(id) ?? []).map((pair) => pair.head)].filter((clause) => clause !== void 0);
	const left = heads.map((clause) => showClause(clause, shownId).text).join("\n");
	return heads.length === 0 || shareOfWordsKept(showClause(base, shownId).text, left) < .5;
}
/** Judgments with the clauses they cite under the ids that they are reported under. */
function nameCited(pairs, judgments) {
	if (pairs.ordered.every(({ id, shownId }) => id === shownId)) return judgments;
	const ids = new Map(pairs.ordered.map(({ id, shownId }) => [shownId, id]));
	return judgments.map((judgment) => judgment.status === "ruled" ? {
		...judgment,
		clauses: judgment.clauses.map((clause) => ids.get(clause) ?? clause)
	} : judgment);
}
/**
* The reply's value if the whole message is one JSON object (thoughts before it and a fence around it are taken off) that
* fits the schema. A refusal, a cut-off answer, prose around the object or a second object is unreadable.
*/
function readObject(schema, completion) {
	const recent = read.get(schema) ?? createRecent(MOST_RECENT);
	read.set(schema, recent);
	return recent(completion, () => parseObject(schema, completion));
}
/** A reply is read to see whether it is one, where a plan goes by what is ruled already, and for what it says. */
const read = /* @__PURE__ */ new WeakMap();
/** The replies of a usual check's stage. */
const MOST_RECENT = 1024;
function parseObject(schema, { finish, ending, text }) {
	if (finish !== "stop") return {
		status: "unreadable",
		reason: finish,
		...whereDefined({ words: ending })
	};
	const json = findReply(text).text.trim();
	const parsed = parseUntrustedJson(json);
	if (parsed.status === "refused") return {
		status: "unreadable",
		reason: "not JSON"
	};
	if (repeatsKey(json)) return {
		status: "unreadable",
		reason: "wrong shape at a member that stands twice"
	};
	const checked = schema.safeParse(parsed.value);
	if (checked.success) return {
		status: "read",
		value: checked.data
	};
	return {
		status: "unreadable",
		reason: `wrong shape at ${checked.error.issues[0]?.path.join(".") || "the top"}`
	};
}
/** As `readObject`, of a reply that must echo the `item` it is about. */
function readReply(schema, completion, item) {
	const reply = readObject(schema, completion);
	if (reply.status === "unreadable" || reply.value.item === item) return reply;
	return {
		status: "unreadable",
		reason: "about another item"
	};
}
/**
* One word of a list, in capitals, with other signs between its parts or marks around it as well: `Non_Compliant.` and
* `**non\u2011compliant**` are `non-compliant`. Models whose server enforces no schema write it so, and it can mean nothing else.
*/
function oneOf(words) {
	const known = new Map(words.map((word) => [lettersOf(word), word]));
	return preprocess((said) => typeof said === "string" ? known.get(lettersOf(said)) ?? said : said, _enum(words));
}
function lettersOf(word) {
	return word.toLowerCase().replaceAll(/^[\s*"'`“”]+|[\s*"'`“”.]+$/g, "").replaceAll(/[\s_\p{Pd}]/gu, "");
}
/** A number, in quotes as well. */
function numberAs(schema) {
	return preprocess((said) => typeof said === "string" && /^\s*\d+(?:\.\d+)?\s*$/.test(said) ? Number(said) : said, schema);
}
/** A text, or the list of its parts. */
const wholeText = preprocess((said) => Array.isArray(said) && said.every((part) => typeof part === "string") ? said.join("\n") : said, string());
/** A list of texts; one text alone is a list of it, null an empty one, and an object stands for its `id`. */
const textList = preprocess((said) => typeof said === "string" ? [said] : Array.isArray(said) ? said.map(idOr) : said ?? [], array(string()));
function idOr(said) {
	return fieldOf(said, "id") ?? said;
}
export { textList as a, nameCited as c, touchedPairs as d, findCarriedText as f, readReply as i, pairClauses as l, oneOf as n, wholeText as o, isSubstantive as p, readObject as r, isGutted as s, numberAs as t, showClauses as u };
