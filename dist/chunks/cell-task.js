import { r as sha256 } from "./canonical-json.js";
import { l as brokenClauses } from "./load-project.js";
import { n as shuffle, t as createRandom } from "./random.js";
import { o as showClauses, s as touchedPairs } from "./reply.js";
import { u as PLAIN_RULES } from "./key.js";
import { v as drawName } from "./evaluate.js";
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
/** Canaries of either ruling. */
const CANARIES = 4;
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
function selectCanaries(comparison, touched, { labelled, seed }) {
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
		})), ...plain.map((item) => (links) => plainControl(comparison, item, links))].slice(0, CANARIES).map((make) => make(beside()));
	});
}
function plainControl(comparison, { id, clause, query, response, expected }, links) {
	const shown = shownFor(comparison, links);
	return {
		id,
		source: "plain",
		role: "canary",
		clauses: [],
		expected,
		conversation: [{
			role: "user",
			content: query
		}],
		response,
		shown: {
			base: [clause, ...shown.base],
			head: [clause, ...shown.head]
		}
	};
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
const RANKS = {
	error: 0,
	warning: 1,
	notice: 2
};
/** How grave something is that the policy answers with an action. */
const SEVERITY_OF_ACTION = {
	fail: "error",
	inconclusive: "warning",
	report: "notice"
};
/** The gravest first; what is equally grave stays in its order. */
function rankBySeverity(all) {
	return [...all].sort((a, b) => RANKS[a.severity] - RANKS[b.severity]);
}
/** What a verdict with these grounds is. */
function statusOfGrounds(grounds) {
	if (grounds.some(({ severity }) => severity === "error")) return "fail";
	return grounds.some(({ severity }) => severity === "warning") ? "inconclusive" : "pass";
}
/**
* Every cell of a range. Both arms of one response stand side by side in an order given by hash, so that a drift of the
* provider within the run meets both arms alike.
*/
function listCellTasks(comparison, range) {
	const tasks = [];
	for (const scenario of range.scenarios) for (let draw = 1; draw <= Math.max(range.draws.base, range.draws.head); draw += 1) for (const slot of comparison.slots) {
		const name = drawName(comparison, slot, {
			stage: range.stage,
			n: draw
		});
		const identity = sha256(`${scenario.id}\n${slot.base.ref.id}\n${name}`);
		const audited = Number.parseInt(identity.slice(0, 8), 16) / 2 ** 32 < comparison.auditShare;
		const arms = Number.parseInt(identity.at(-1), 16) % 2 === 0 ? ["base", "head"] : ["head", "base"];
		for (const arm of arms) {
			if (draw > range.draws[arm]) continue;
			tasks.push({
				scenario,
				slot,
				arm,
				stage: range.stage,
				draw,
				drawName: name,
				audited
			});
		}
	}
	return tasks;
}
export { selectControls as a, statusOfGrounds as i, SEVERITY_OF_ACTION as n, shownFor as o, rankBySeverity as r, listCellTasks as t };
