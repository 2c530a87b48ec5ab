import { t as whereDefined } from "./where-defined.js";
import { t as nearestName } from "./nearest-name.js";
import { c as distanceFromDot, l as dotRows, n as tableOf, s as createDotKernel, t as lexicalMeasure } from "./vectorize.js";
function createLinkTally(spec) {
	const counts = new Map(spec.clauses.map(({ id }) => [id, 0]));
	const orphaned = [];
	const gone = /* @__PURE__ */ new Map();
	const nearestTo = (clause) => {
		const known = gone.get(clause);
		if (known !== void 0) return known;
		const found = {
			clause,
			...whereDefined({ nearest: nearestName(clause, counts.keys()) })
		};
		gone.set(clause, found);
		return found;
	};
	return {
		counts,
		orphaned,
		add: ({ id, clauses }) => {
			for (const clause of clauses) {
				const known = counts.get(clause);
				if (known === void 0) orphaned.push({
					scenario: id,
					...nearestTo(clause)
				});
				else counts.set(clause, known + 1);
			}
		}
	};
}
/**
* Scenarios nearer than `measure.near` to an earlier one. Two framings of one pair of values are meant to be alike and are none.
* Scenarios come one after another: of each its vector is kept, and none beyond what can be compared.
*/
function createDuplicateTally(measure = lexicalMeasure) {
	const rows = [];
	let count = 0;
	return {
		add: (scenario) => {
			count += 1;
			if (count > 2e4) rows.length = 0;
			else rows.push({
				...framingOf(scenario),
				vector: measure.vectorOf(scenario)
			});
		},
		read: () => count > 2e4 ? void 0 : compareAll(rows, measure)
	};
}
function framingOf({ id, value1, value2, nudge }) {
	return {
		id,
		...whereDefined({
			value1,
			value2,
			nudge
		})
	};
}
/** Rows looked at together. */
const BLOCK = 64;
function compareAll(rows, measure) {
	const table = tableOf(rows, {
		dimensions: measure.dimensions,
		size: 0
	});
	const nearestDot = createDotKernel(table.memory);
	const rowBytes = table.dimensions * 4;
	const found = [];
	for (let row = 1; row < rows.length; row += 1) {
		const dot = nearestDot(row * rowBytes, 0, row, rowBytes);
		const distance = distanceFromDot(dot);
		if (distance >= measure.near) continue;
		let of = 0;
		while (nearestDot(row * rowBytes, of * rowBytes, Math.min(BLOCK, row - of), rowBytes) < dot) of += BLOCK;
		while (dotRows(table.values, row, table.values, of, table.dimensions) < dot) of += 1;
		if (isReframing(rows[row], rows[of])) continue;
		found.push({
			scenario: rows[row].id,
			of: rows[of].id,
			distance
		});
	}
	return found;
}
function isReframing(a, b) {
	return a.value1 !== void 0 && a.value1 === b.value1 && a.value2 === b.value2 && a.nudge !== b.nudge;
}
export { createLinkTally as n, createDuplicateTally as t };
