import { t as whereDefined } from "./where-defined.js";
import { t as HIGH_DISAGREEMENT } from "./disagreement.js";
import { n as createFarthestSearch, t as orderBySeed } from "./seeded-order.js";
import { a as growVectors, o as publishCenter, t as lexicalMeasure } from "./vectorize.js";
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
/** A selection from scenarios that are all there. */
function selectBank({ scenarios, leastDisagreement, measure, ...rules }) {
	const pool = createSelectionPool({ ...whereDefined({
		leastDisagreement,
		measure
	}) });
	for (const scenario of scenarios) pool.add(scenario, (whole) => whole);
	return pool.select(rules);
}
/** A selection from scenarios that come one after another: a kibibyte of vector is kept of each, and what `keep` makes of it. */
function createSelectionPool({ leastDisagreement = HIGH_DISAGREEMENT, measure = lexicalMeasure }) {
	const kept = [];
	const vectors = growVectors(measure.dimensions);
	let [added, belowDisagreement, withoutDisagreement] = [
		0,
		0,
		0
	];
	return {
		size: () => added,
		add: (scenario, keep) => {
			added += 1;
			const { disagreement } = scenario;
			if (leastDisagreement > 0 && disagreement === void 0) withoutDisagreement += 1;
			else if (leastDisagreement > 0 && disagreement < leastDisagreement) belowDisagreement += 1;
			else {
				vectors.add(measure.vectorOf(scenario));
				kept.push(keep(scenario));
			}
		},
		select: (rules) => {
			const scenarios = orderBySeed(kept, rules.seed);
			const former = new Map(kept.map((scenario, row) => [scenario, row]));
			const order = Uint32Array.from(scenarios, (scenario) => former.get(scenario));
			const size = Math.min(rules.size ?? scenarios.length, scenarios.length);
			const table = vectors.finish(order, size);
			const { selected, short } = chooseRows(scenarios, {
				...rules,
				size,
				table
			});
			return {
				selected,
				belowDisagreement,
				withoutDisagreement,
				short
			};
		}
	};
}
/**
* Greedy k-center under quotas. First the groups that must have some, the least served first, each its best scenario;
* then the best of all, until the size or the threshold. A full group's other scenarios are out. The result depends on
* the seed only through ties, and not on the order of the bank's lines.
*/
function chooseRows(scenarios, options) {
	const { threshold = 0, size, table } = options;
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
	for (const [group, rows] of groups.entries()) for (const row of rows) {
		const known = byRow.get(row);
		if (known === void 0) byRow.set(row, [group]);
		else known.push(group);
	}
	return byRow;
}
export { selectBank as n, createSelectionPool as t };
