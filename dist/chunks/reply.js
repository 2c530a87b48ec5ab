import { t as whereDefined } from "./where-defined.js";
import { a as _enum, b as string, g as preprocess, s as array } from "./schemas.js";
import { t as createRecent } from "./recent.js";
import { i as repeatsKey, r as parseUntrustedJson } from "./untrusted-json.js";
import { c as findReply, g as fieldOf } from "./plain-rules.js";
import { a as isShownAlways, c as showClause, n as shareOfWordsKept } from "./tokens.js";
/** Whether the change can alter what a judge or model understands, so that scenarios have to test it. */
function isSubstantive(change) {
	return change.kind === "added" || change.kind === "removed" || change.edited;
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
		byId
	};
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
	const linked = new Set(options.links.flatMap((id) => pairs.byId.get(id)?.id ?? []));
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
/** Whether an edit removes the clause, or leaves less than half of the words that judges read of it. */
function isGutted({ base, head, shownId }) {
	if (base === void 0) return false;
	if (head === void 0) return true;
	return shareOfWordsKept(showClause(base, shownId).text, showClause(head, shownId).text) < .5;
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
export { textList as a, nameCited as c, touchedPairs as d, isSubstantive as f, readReply as i, pairClauses as l, oneOf as n, wholeText as o, readObject as r, isGutted as s, numberAs as t, showClauses as u };
