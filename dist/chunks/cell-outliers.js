import { t as whereDefined } from "./where-defined.js";
import { h as findOutliers } from "./messages.js";
/**
* Adjusted p-values in the order given; reject where one is <= the level. An empty family gives an empty list.
* S. Holm, "A simple sequentially rejective multiple test procedure", Scand. J. Statist. 6 (1979) 65-70.
* `holm([0.01, 0.04, 0.03])` is [0.03, 0.06, 0.06].
*/
function holm(pValues) {
	const m = pValues.length;
	const adjusted = pValues.map(() => 1);
	let highest = 0;
	for (const [rank, index] of ascending(pValues).entries()) {
		highest = Math.max(highest, Math.min(1, (m - rank) * pValues[index]));
		adjusted[index] = highest;
	}
	return adjusted;
}
/** Indices of the values from the smallest up; ties keep their order. */
function ascending(values) {
	return values.map((_, index) => index).sort((a, b) => values[a] - values[b]);
}
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
export { findCellOutliers as n, holm as r, basisOf as t };
