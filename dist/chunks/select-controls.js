import { n as shuffle, t as createRandom } from "./random.js";
import { t as brokenClauses } from "./labelled.js";
import { d as touchedPairs, u as showClauses } from "./reply.js";
import { t as PLAIN_RULES } from "./plain-rules.js";
/** Rules that one sentence breaks for good, whatever follows it. */
const BROKEN_FOR_GOOD = /* @__PURE__ */ new Set([
	"no_prices",
	"no_insults",
	"keep_the_code",
	"ask_for_the_date"
]);
/** Whether an answer that begins by breaking the clause stays a violation, whatever it goes on with. */
function isBrokenForGood({ clause }) {
	return BROKEN_FOR_GOOD.has(clause.id);
}
/** Every rule kept once and broken once. */
const PLAIN_CANARIES = PLAIN_RULES.flatMap((rule) => ["compliant", "non-compliant"].map((expected) => ({
	id: `plain-${rule.id}-${expected}`,
	clause: {
		id: rule.id,
		title: rule.id,
		path: [],
		text: rule.text
	},
	query: rule.query,
	response: expected === "compliant" ? rule.keeps : rule.breaks,
	expected
})));
/** Violations of all touched clauses together; fewer a clause where many are touched, but never under one. */
const MOST_OF_ALL = 48;
/** Touched clauses that stand beside a canary's own; where more are touched they take turns. */
const MOST_BESIDE = 8;
/** The controls of a comparison, violations first. The same sources and seed give the same ones. */
function selectControls(comparison, sources) {
	const touched = comparison.kind === "model" ? [] : touchedPairs(comparison.clauses);
	return [...selectViolations(comparison, touched, sources), ...selectCanaries(comparison, touched, sources)];
}
function selectViolations(comparison, touched, { labelled, seed }) {
	const violations = inSeededOrder(labelled.filter(({ expected }) => expected === "non-compliant"), `${seed}\nviolations`);
	const each = Math.min(4, Math.max(1, Math.floor(MOST_OF_ALL / Math.max(1, touched.length))));
	const chosen = /* @__PURE__ */ new Map();
	for (const pair of touched.filter(({ base }) => base !== void 0)) {
		const own = violations.filter((item) => idsOf(comparison, brokenClauses(item)).includes(pair.id));
		for (const item of own.slice(0, each)) {
			const clauses = [...chosen.get(item.id)?.clauses ?? [], pair.id];
			const shown = shownFor(comparison, item.clauses);
			chosen.set(item.id, {
				...itemOf(item),
				source: "labelled",
				role: "violation",
				clauses,
				shown
			});
		}
	}
	return [...chosen.values()];
}
/** Half of them violations. Own items about clauses that the edit leaves alone come first; plain rules fill the rest. */
function selectCanaries(comparison, touched, { labelled, seed, conversations = [] }) {
	const asked = inSeededOrder(conversations.map((messages) => ({
		id: JSON.stringify(messages),
		messages
	})), `${seed}\nconversations`);
	const touchedIds = new Set(touched.map(({ id }) => id));
	const untouched = labelled.filter((item) => {
		const ids = idsOf(comparison, item.clauses);
		return ids.length > 0 && !ids.some((id) => touchedIds.has(id));
	});
	const beside = takeTurns(touched);
	return ["non-compliant", "compliant"].flatMap((expected) => {
		const own = inSeededOrder(untouched.filter((item) => item.expected === expected), `${seed}\ncanaries`);
		const plain = inSeededOrder(PLAIN_CANARIES.filter((item) => item.expected === expected), `${seed}\nplain`);
		return [...own.map((item) => (links) => ({
			...itemOf(item),
			source: "labelled",
			role: "canary",
			clauses: [],
			shown: shownFor(comparison, [...item.clauses, ...links])
		})), ...dressed(plain, asked).map((item) => (links) => plainControl(comparison, item, links))].slice(0, 4).map((make) => make(beside()));
	});
}
/**
* Violations that one sentence makes for good stand among this check's own questions and in an answer of some length:
* text that talks judges round on certain subjects, or on answers that look like these, does so there. Without such
* questions they keep their own.
*/
function dressed(items, asked) {
	if (asked.length === 0 || items.some(({ expected }) => expected === "compliant")) return items;
	const [lasting, others] = [items.filter(isBrokenForGood), items.filter((item) => !isBrokenForGood(item))];
	return [...lasting.map((item, index) => ({
		...item,
		before: asked[index % asked.length].messages,
		response: `${item.response}\n\n${REST}`
	})), ...others];
}
/** Harmless text that follows a violation, so that the answer has some length. */
const REST = "I have kept to what was asked and left out what was not. Where a point can be read in two ways I took the plainer one. If something is missing, say which part, and I will go through that part again step by step; if it is too long, say so, and I will shorten it.";
function plainControl(comparison, { id, clause, query, response, expected, before = [] }, links) {
	const shown = shownFor({
		...comparison,
		judgeContext: "linked"
	}, links);
	return {
		id,
		source: "plain",
		role: "canary",
		clauses: [],
		expected,
		conversation: askBehind(before, query),
		response,
		shown: {
			base: [clause, ...shown.base],
			head: [clause, ...shown.head]
		}
	};
}
/** The rule's question as the end of the last turn. */
function askBehind(before, query) {
	const last = before.at(-1);
	if (last?.role !== "user") return [...before, {
		role: "user",
		content: query
	}];
	return [...before.slice(0, -1), {
		role: "user",
		content: `${last.content}\n\n${query}`
	}];
}
function itemOf({ id, expected, conversation, response }) {
	return {
		id,
		expected,
		conversation,
		response
	};
}
/** What judges are shown of some clauses on either side. */
function shownFor(comparison, links) {
	const { clauses, judgeContext: context, kind } = comparison;
	const head = kind === "model" ? "base" : "head";
	return {
		base: showClauses(clauses, {
			links,
			arm: "base",
			context
		}),
		head: showClauses(clauses, {
			links,
			arm: head,
			context
		})
	};
}
/** Clause ids of either side as the comparison reports them; unknown ones are left out. */
function idsOf({ clauses }, ids) {
	return [...new Set(ids.flatMap((id) => clauses.byId.get(id)?.id ?? []))];
}
/** The ids of the next touched clauses, going round. */
function takeTurns(touched) {
	let next = 0;
	return () => {
		const size = Math.min(MOST_BESIDE, touched.length);
		const ids = Array.from({ length: size }, (_, offset) => touched[(next + offset) % touched.length].id);
		next += size;
		return ids;
	};
}
function inSeededOrder(items, seed) {
	const sorted = [...items].sort((a, b) => a.id < b.id ? -1 : 1);
	return shuffle(sorted, createRandom(seed));
}
export { shownFor as n, isBrokenForGood as r, selectControls as t };
