import { s as visibleText } from "./read-spec.js";
import { a as parseUntrustedJson } from "./byte-source.js";
import { h as findReply } from "./estimate-cost.js";
import { t as isGlobal } from "./clause.js";
/** Matches base and head clauses by id and by the renames that the diff found. */
function pairClauses(base, head, changes) {
	const newIds = new Map(changes.flatMap((change) => change.baseId === void 0 ? [] : [[change.baseId, change.id]]));
	const heads = new Map(head.clauses.map((clause) => [clause.id, clause]));
	const ordered = [];
	const byId = /* @__PURE__ */ new Map();
	for (const clause of base.clauses) {
		const match = heads.get(newIds.get(clause.id) ?? clause.id);
		const pair = match === void 0 ? {
			id: clause.id,
			base: clause
		} : {
			id: match.id,
			base: clause,
			head: match
		};
		ordered.push(pair);
		byId.set(clause.id, pair);
		byId.set(pair.id, pair);
	}
	for (const clause of head.clauses) {
		if (byId.get(clause.id)?.head === clause) continue;
		const pair = {
			id: clause.id,
			head: clause
		};
		ordered.push(pair);
		byId.set(clause.id, pair);
	}
	return {
		ordered,
		byId
	};
}
/** The clauses a judge reads for a scenario's links on one arm: linked and global ones, or all of them. */
function showClauses(pairs, options) {
	const linked = new Set(options.links.flatMap((id) => pairs.byId.get(id)?.id ?? []));
	return pairs.ordered.flatMap((pair) => {
		const clause = pair[options.arm];
		if (clause === void 0) return [];
		return options.context === "full" || linked.has(pair.id) || isGlobal(clause) ? [showClause(clause)] : [];
	});
}
function showClause(clause) {
	const authority = clause.attributes["authority"];
	return {
		id: clause.id,
		title: clause.title,
		path: clause.ancestors,
		...authority === void 0 ? {} : { authority },
		text: visibleText(clause.text).text
	};
}
/**
* The reply's value if the whole message is one JSON object (thoughts before it and a fence around it are taken off) that
* fits the schema and echoes `item`. A refusal, a cut-off answer, prose around the object or a second object is unreadable.
*/
function readReply(schema, completion, item) {
	if (completion.finish !== "stop") return {
		status: "unreadable",
		reason: completion.ending ?? completion.finish
	};
	const parsed = parseUntrustedJson(findReply(completion.text).text.trim());
	if (parsed.status === "refused") return {
		status: "unreadable",
		reason: "not JSON"
	};
	const checked = schema.safeParse(parsed.value);
	if (!checked.success) return {
		status: "unreadable",
		reason: `wrong shape at ${checked.error.issues[0]?.path.join(".") || "the top"}`
	};
	if (checked.data.item !== item) return {
		status: "unreadable",
		reason: "about another item"
	};
	return {
		status: "read",
		value: checked.data
	};
}
export { pairClauses as n, showClauses as r, readReply as t };
