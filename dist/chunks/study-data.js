import { t as addToList } from "./lists-by-key.js";
/** Rows by scenario, in the order of the ids, draws in order. */
function groupByScenario(rows) {
	const groups = /* @__PURE__ */ new Map();
	for (const row of rows) addToList(groups, row.scenario, row);
	for (const group of groups.values()) group.sort((one, other) => one.draw < other.draw ? -1 : 1);
	return new Map([...groups].sort(([one], [other]) => one < other ? -1 : 1));
}
/** The rows that hold; scenarios without any are left out. They are gone through again rather than copied. */
function filterRows(rows, holds) {
	let size = 0;
	for (const draws of rows.values()) if (draws.some(holds)) size += 1;
	return {
		size,
		get: (scenario) => {
			const own = rows.get(scenario)?.filter(holds) ?? [];
			return own.length > 0 ? own : void 0;
		},
		*values() {
			for (const [, own] of this) yield own;
		},
		*[Symbol.iterator]() {
			for (const [scenario, draws] of rows) {
				const own = draws.filter(holds);
				if (own.length > 0) yield [scenario, own];
			}
		}
	};
}
/** Every row, scenario after scenario and draw after draw. */
function* rowsIn(rows) {
	for (const draws of rows.values()) yield* draws;
}
/** Every response of every row, in that order. */
function* responsesIn(rows) {
	for (const { responses } of rowsIn(rows)) yield* responses;
}
/** Models in the order of their names. */
const modelsOf = onceForRows((rows) => {
	const models = /* @__PURE__ */ new Set();
	for (const { model } of responsesIn(rows)) models.add(model);
	return [...models].sort();
});
/** Judges in the order of their names. */
const judgesOf = onceForRows((rows) => {
	const judges = /* @__PURE__ */ new Set();
	for (const { rulings } of responsesIn(rows)) for (const { judge } of rulings) judges.add(judge);
	return [...judges].sort();
});
/** Keeps what `read` gives for some rows, since every table asks for it. */
function onceForRows(read) {
	const known = /* @__PURE__ */ new WeakMap();
	return (rows) => {
		const found = known.get(rows) ?? { answer: read(rows) };
		known.set(rows, found);
		return found.answer;
	};
}
/** Whether a ruling counts against the response: ambiguous sides with non-compliant. */
function isAgainst({ ruling }) {
	return ruling !== "compliant";
}
export { modelsOf as a, rowsIn as c, judgesOf as i, groupByScenario as n, onceForRows as o, isAgainst as r, responsesIn as s, filterRows as t };
