import { t as HIGH_DISAGREEMENT } from "./disagreement.js";
import { n as createFarthestSearch, t as orderBySeed } from "./seeded-order.js";
import { i as publishCenter, n as vectorize, t as lexicalMeasure } from "./vectorize.js";
/** The groups that have a quota, by kind and name. */
function findGroups(scenarios, quotas) {
	return Object.entries(quotas).flatMap(([kind, quota]) => {
		const rows = /* @__PURE__ */ new Map();
		for (const [row, scenario] of scenarios.entries()) for (const name of namesOf(scenario, kind)) {
			const known = rows.get(name);
			if (known === void 0) rows.set(name, [row]);
			else known.push(row);
		}
		return [...rows].sort(([a], [b]) => a < b ? -1 : 1).map(([name, own]) => ({
			kind,
			name,
			quota,
			rows: own
		}));
	});
}
/** What a scenario counts for. */
function namesOf(scenario, kind) {
	if (kind === "clause") return scenario.clauses;
	if (kind === "topic") return scenario.topics;
	return [scenario.value1, scenario.value2].filter((value) => value !== void 0);
}
/**
* Greedy k-center under quotas. First the groups that must have some, the least served first, each its best scenario;
* then the best of all, until the size or the threshold. A full group's other scenarios are out. The result depends on
* the seed only through ties, and not on the order of `scenarios`.
*/
function selectBank(options) {
	const { leastDisagreement = HIGH_DISAGREEMENT, measure = lexicalMeasure, threshold = 0 } = options;
	const scored = options.scenarios.filter(({ disagreement }) => leastDisagreement <= 0 || disagreement !== void 0);
	const kept = scored.filter(({ disagreement }) => leastDisagreement <= 0 || disagreement >= leastDisagreement);
	const scenarios = orderBySeed(kept, options.seed);
	const size = Math.min(options.size ?? scenarios.length, scenarios.length);
	const table = vectorize(scenarios, measure, size);
	const weights = Float32Array.from(scenarios, ({ disagreement }) => options.weighting === "disagreement" ? disagreement ?? 1 : 1);
	const search = createFarthestSearch(table, weights);
	const groups = findGroups(scenarios, options.quotas ?? {});
	const served = groups.map(() => 0);
	const groupsOf = indexByRow(groups.map(({ rows }) => rows));
	const selected = [];
	const choose = (row, score) => {
		publishCenter(table, selected.length, row);
		search.exclude(row);
		selected.push({
			scenario: scenarios[row],
			score
		});
		for (const group of groupsOf.get(row) ?? []) {
			served[group] += 1;
			const { quota, rows } = groups[group];
			if (served[group] === quota.atMost) for (const other of rows) search.exclude(other);
		}
	};
	for (const { quota, rows } of groups) if (quota.atMost === 0) for (const row of rows) search.exclude(row);
	const exhausted = /* @__PURE__ */ new Set();
	while (selected.length < size) {
		const group = neediest(groups.map(({ quota }) => quota.atLeast ?? 0), served, exhausted);
		if (group === void 0) break;
		const { row, score } = search.farthest(selected.length, groups[group].rows);
		if (row === -1) exhausted.add(group);
		else choose(row, score);
	}
	while (selected.length < size) {
		const { row, score } = search.farthest(selected.length);
		if (row === -1 || score < threshold) break;
		choose(row, score);
	}
	return {
		selected,
		belowDisagreement: scored.length - kept.length,
		withoutDisagreement: options.scenarios.length - scored.length,
		short: groups.flatMap(({ kind, name, quota }, index) => served[index] < (quota.atLeast ?? 0) ? [{
			kind,
			name,
			selected: served[index]
		}] : [])
	};
}
/** The group furthest from what it must have in the number served, the first of equals; undefined where none lacks any. */
function neediest(atLeast, served, exhausted) {
	let least;
	for (const [index, needed] of atLeast.entries()) {
		if (served[index] >= needed || exhausted.has(index)) continue;
		if (least === void 0 || served[index] < served[least]) least = index;
	}
	return least;
}
function indexByRow(groups) {
	const byRow = /* @__PURE__ */ new Map();
	for (const [group, rows] of groups.entries()) for (const row of rows) byRow.set(row, [...byRow.get(row) ?? [], group]);
	return byRow;
}
export { selectBank as t };
