/** @throws RangeError unless `draw` is a whole number from 1. */
function drawNumber(draw) {
	if (!Number.isInteger(draw) || draw < 1) throw new RangeError(`draw ${draw} cannot be compared: draws count from 1`);
	return draw;
}
/** @throws RangeError for a cell with a draw that cannot be compared, or two cells in one place. */
function indexCells(cells) {
	const index = /* @__PURE__ */ new Map();
	for (const cell of cells) {
		const place = placeOf(cell, cell.scenario, cell.model, drawNumber(cell.draw));
		if (index.has(place)) throw new RangeError(`two cells for ${place.replaceAll("\n", " ")}`);
		index.set(place, cell);
	}
	return index;
}
/** The rows of each scenario, draw after draw; every scenario asked for is there. */
function readRows(index, query) {
	const draws = Array.from({ length: query.draws }, (_, offset) => drawNumber(offset + 1));
	return new Map(query.scenarios.map((scenario) => [scenario, draws.map((draw) => ({
		scenario,
		draw,
		cells: query.models.map((model) => index.get(placeOf(query, scenario, model, draw)))
	}))]));
}
function placeOf(side, scenario, model, draw) {
	return `${side.stage}\n${side.arm}\n${draw}\n${model}\n${scenario}`;
}
const NIGHT = 216e5;
/** Whether these answers were made without a pause as long as that between nights. Those without dates have no nights. */
function isOneNight(cells) {
	const times = cells.flatMap(({ at }) => at === void 0 ? [] : [Date.parse(at)]).sort((a, b) => a - b);
	return times.every((time, index) => index === 0 || time - times[index - 1] <= NIGHT);
}
/**
* Draws of one run count as one night: a new one begins where nothing was made for NIGHT_HOURS. Undefined where an answer has no
* date (simulated and recorded models have no nights).
*/
function labelNights(cells, draws) {
	const latest = /* @__PURE__ */ new Map();
	for (const { arm, draw, at, problematic } of cells) {
		if (problematic === "missing") continue;
		if (at === void 0) return void 0;
		const place = arm === "head" ? "head" : String(draw);
		latest.set(place, Math.max(latest.get(place) ?? 0, Date.parse(at)));
	}
	const times = [...new Set(latest.values())].sort((a, b) => a - b);
	const nights = /* @__PURE__ */ new Map();
	let night = 0;
	for (const [index, time] of times.entries()) {
		if (index > 0 && time - times[index - 1] > NIGHT) night += 1;
		nights.set(time, night);
	}
	const labelOf = (place) => nights.get(latest.get(place) ?? times.at(-1) ?? 0) ?? 0;
	return {
		base: Array.from({ length: draws }, (_, index) => labelOf(String(index + 1))),
		head: labelOf("head")
	};
}
export { readRows as a, indexCells as i, labelNights as n, drawNumber as r, isOneNight as t };
