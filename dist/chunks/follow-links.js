import { r as withClauses } from "./light-bank.js";
/** The rows with each renamed clause's new id in place of the old one. */
function followLinks(scenarios, changes, head) {
	const here = new Set(head.clauses.map(({ id }) => id));
	const renamed = new Map(changes.flatMap(({ id, baseId }) => baseId === void 0 || here.has(baseId) ? [] : [[baseId, id]]));
	const moved = /* @__PURE__ */ new Map();
	const dead = /* @__PURE__ */ new Map();
	return {
		scenarios: scenarios.map((scenario) => {
			const clauses = scenario.clauses.map((clause) => {
				const to = renamed.get(clause);
				if (to !== void 0) moved.set(clause, (moved.get(clause) ?? 0) + 1);
				else if (!here.has(clause)) dead.set(clause, (dead.get(clause) ?? 0) + 1);
				return to ?? clause;
			});
			return isSame(clauses, scenario.clauses) ? scenario : withClauses(scenario, [...new Set(clauses)]);
		}),
		moved: [...moved].map(([from, count]) => ({
			from,
			to: renamed.get(from),
			scenarios: count
		})),
		dead: [...dead].map(([clause, count]) => ({
			clause,
			scenarios: count
		}))
	};
}
function isSame(one, other) {
	return one.length === other.length && one.every((clause, index) => clause === other[index]);
}
export { followLinks as t };
