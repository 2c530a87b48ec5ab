import { t as whereDefined } from "./where-defined.js";
import { h as findOutliers } from "./messages.js";
/** Cells of one stage, both sides; `panel` as in `findOutliers`. */
function findCellOutliers(cells, { kind, panel }) {
	const sides = {
		base: rowsOf(cells, "base"),
		head: rowsOf(cells, "head")
	};
	return findOutliers(sides, {
		basis: basisOf(cells, kind),
		...whereDefined({ panel })
	});
}
/** With `target` both sides have the same answers and the same scores: rulings alone can move. */
function basisOf(cells, kind) {
	return kind !== "target" && cells.some(({ scores }) => scores !== void 0) ? "scores" : "rulings";
}
function rowsOf(cells, arm) {
	const scenarios = /* @__PURE__ */ new Map();
	for (const cell of cells) {
		if (cell.arm !== arm) continue;
		const draws = scenarios.get(cell.scenario) ?? /* @__PURE__ */ new Map();
		scenarios.set(cell.scenario, draws);
		const row = draws.get(cell.draw) ?? [];
		draws.set(cell.draw, row);
		row.push(asAnswer(cell));
	}
	return new Map([...scenarios].map(([scenario, draws]) => [scenario, [...draws].sort(([a], [b]) => a - b).map(([, row]) => row)]));
}
function asAnswer(cell) {
	const { model, problematic, scores } = cell;
	if (scores === void 0 || scores === "missing") return {
		model,
		problematic,
		cell
	};
	const { value1, value2, responseType } = scores;
	return {
		model,
		problematic,
		scores: {
			value1,
			value2
		},
		responseType,
		cell
	};
}
const MOST_EXAMPLES = 5;
/** Every pair of clauses in conflict on either side; the pair seen in the most head scenarios comes first. */
function findConflicts(cells) {
	const cited = citedIn(cells);
	const pairs = /* @__PURE__ */ new Map();
	for (const sighting of cells.flatMap(sightingsIn)) {
		const pair = JSON.stringify([sighting.against, sighting.favour]);
		const sightings = pairs.get(pair);
		if (sightings === void 0) pairs.set(pair, [sighting]);
		else sightings.push(sighting);
	}
	return [...pairs.values()].map((sightings) => describe(sightings, cited)).sort(byWeight);
}
/** Whether judges cite one of the two clauses, and not the other, for opposite rulings on this answer. */
function isTorn(cell, [one, other]) {
	return tornBetween(cell).some(({ against, favour }) => against === one && favour === other || against === other && favour === one);
}
/** Pairs of clauses that the judges of one answer are torn between, each in order of name, whichever way round. */
function conflictsIn(cell) {
	return tornBetween(cell).map(({ against, favour }) => against < favour ? [against, favour] : [favour, against]);
}
function sightingsIn(cell) {
	const { arm, scenario } = cell;
	return tornBetween(cell).map((pair) => ({
		...pair,
		arm,
		scenario
	}));
}
function tornBetween({ judgments }) {
	const against = /* @__PURE__ */ new Set();
	const favour = /* @__PURE__ */ new Set();
	for (const judgment of judgments) {
		if (judgment.status !== "ruled") continue;
		for (const clause of judgment.clauses) (judgment.ruling === "compliant" ? favour : against).add(clause);
	}
	const onlyAgainst = [...against].filter((clause) => !favour.has(clause));
	const onlyFavour = [...favour].filter((clause) => !against.has(clause));
	return onlyAgainst.flatMap((one) => onlyFavour.map((other) => ({
		against: one,
		favour: other
	})));
}
function citedIn(cells) {
	const cited = /* @__PURE__ */ new Map();
	for (const { scenario, judgments } of cells) for (const judgment of judgments) {
		if (judgment.status !== "ruled") continue;
		for (const clause of judgment.clauses) {
			const scenarios = cited.get(clause) ?? /* @__PURE__ */ new Set();
			cited.set(clause, scenarios.add(scenario));
		}
	}
	return cited;
}
function describe(sightings, cited) {
	const { against, favour } = sightings[0];
	const on = (arm) => sightings.filter((one) => one.arm === arm).map(({ scenario }) => scenario);
	const base = on("base");
	const head = on("head");
	const count = (scenario, list) => list.filter((one) => one === scenario).length;
	const examples = [.../* @__PURE__ */ new Set([...head, ...base])].sort((a, b) => count(b, head) - count(a, head) || count(b, base) - count(a, base) || (a < b ? -1 : 1));
	return {
		against,
		favour,
		responses: {
			base: base.length,
			head: head.length
		},
		scenarios: {
			base: new Set(base).size,
			head: new Set(head).size
		},
		tested: (/* @__PURE__ */ new Set([...cited.get(against) ?? [], ...cited.get(favour) ?? []])).size,
		examples: examples.slice(0, MOST_EXAMPLES)
	};
}
function byWeight(a, b) {
	return b.scenarios.head - a.scenarios.head || b.responses.head - a.responses.head || b.responses.base - a.responses.base || (`${a.against}\n${a.favour}` < `${b.against}\n${b.favour}` ? -1 : 1);
}
/**
* Adjusted p-values in the order given; reject where one is <= the level. An empty family gives an empty list. `shares`: of the
* level, one for each (positive, any sum); equal ones without.
* S. Holm, "A simple sequentially rejective multiple test procedure", Scand. J. Statist. 6 (1979) 65-70; with shares section 5.
* `holm([0.01, 0.04, 0.03])` is [0.03, 0.06, 0.06]; with shares 2, 1, 1 [0.02, 0.06, 0.06].
*/
function holm(pValues, shares = pValues.map(() => 1)) {
	const adjusted = pValues.map(() => 1);
	let left = shares.reduce((total, share) => total + share, 0);
	let highest = 0;
	for (const index of ascending(pValues.map((p, place) => p / shares[place]))) {
		highest = Math.max(highest, Math.min(1, left / shares[index] * pValues[index]));
		adjusted[index] = highest;
		left -= shares[index];
	}
	return adjusted;
}
/** Indices of the values from the smallest up; ties keep their order. */
function ascending(values) {
	return values.map((_, index) => index).sort((a, b) => values[a] - values[b]);
}
export { basisOf as a, isTorn as i, conflictsIn as n, findCellOutliers as o, findConflicts as r, holm as t };
