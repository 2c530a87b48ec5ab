import { t as whereDefined } from "./where-defined.js";
import { r as disagreementsBySubset } from "./disagreement.js";
import { r as addToList } from "./d3-scale.js";
import { t as basisOf } from "./cell-outliers.js";
import { s as groupByScenario } from "./response-types.js";
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
	return sightingsIn(cell).some(({ against, favour }) => against === one && favour === other || against === other && favour === one);
}
function sightingsIn(cell) {
	const against = /* @__PURE__ */ new Set();
	const favour = /* @__PURE__ */ new Set();
	for (const judgment of cell.judgments) {
		if (judgment.status !== "ruled") continue;
		for (const clause of judgment.clauses) (judgment.ruling === "compliant" ? favour : against).add(clause);
	}
	const onlyAgainst = [...against].filter((clause) => !favour.has(clause));
	const onlyFavour = [...favour].filter((clause) => !against.has(clause));
	const { arm, scenario } = cell;
	return onlyAgainst.flatMap((one) => onlyFavour.map((other) => ({
		against: one,
		favour: other,
		arm,
		scenario
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
* `arm` is studied, with all its draws of both stages: each is one more answer of the same models under the same text. The
* other arm is `before`, with the draws of the stage that decides (the confirmation where there is one, else the screen).
* What compares the arms reads the draws that both have (`pairResponses`): the screen keeps more of the base. A scenario's
* D is the mean over its draws, so that it lies in one bin; the bank's own D stands in where nothing was scored.
*/
function studyRun({ comparison, simulated, places, scenarios, cells }, { arm, categories }) {
	const rowsOf = (has) => toRows(cells.filter(has), scenarios);
	const deciding = cells.some(({ stage }) => stage === "confirm") ? "confirm" : "screen";
	const decided = cells.filter(({ stage }) => stage === deciding);
	const [base, head] = ["base", "head"].map((side) => toRows(decided.filter((cell) => cell.arm === side), scenarios));
	const before = arm === "base" ? head : base;
	const sides = {
		base,
		head,
		basis: basisOf(decided, comparison),
		studied: arm
	};
	return {
		source: "run",
		simulated,
		rows: rowsOf((cell) => cell.arm === arm),
		...before.size === 0 ? {} : {
			before,
			sides
		},
		places,
		categories
	};
}
function toRows(cells, scenarios) {
	const byScenario = /* @__PURE__ */ new Map();
	for (const cell of cells) {
		const draws = byScenario.get(cell.scenario) ?? /* @__PURE__ */ new Map();
		byScenario.set(cell.scenario, draws);
		addToList(draws, `${cell.stage} ${cell.draw}`, responseOf(cell));
	}
	const rows = [...byScenario].flatMap(([id, draws]) => {
		const scenario = scenarios.get(id) ?? {
			scenario: id,
			clauses: [],
			topics: []
		};
		const { clauses, topics, value1, value2 } = scenario;
		const values = value1 === void 0 || value2 === void 0 ? {} : {
			value1,
			value2
		};
		const disagreements = averageDisagreements([...draws.values()], scenario);
		return [...draws].map(([draw, responses]) => {
			return {
				scenario: id,
				draw,
				clauses,
				topics,
				...values,
				disagreements,
				responses
			};
		});
	});
	return groupByScenario(rows);
}
function responseOf(cell) {
	const { model, judgments, audited, problematic, scores, responseText } = cell;
	return {
		model,
		rulings: judgments.flatMap((judgment) => judgment.status === "ruled" ? [{
			judge: judgment.judge,
			ruling: judgment.ruling,
			clauses: judgment.clauses
		}] : []),
		fullPanel: audited,
		problematic,
		...scores === void 0 || scores === "missing" ? {} : {
			scores: {
				value1: scores.value1,
				value2: scores.value2
			},
			responseType: scores.responseType
		},
		...whereDefined({ text: responseText })
	};
}
function averageDisagreements(draws, { disagreement }) {
	const lists = /* @__PURE__ */ new Map();
	for (const responses of draws) {
		const scores = Object.fromEntries(responses.flatMap(({ model, scores: own }) => own === void 0 ? [] : [[model, own]]));
		for (const [subset, value] of Object.entries(disagreementsBySubset(scores))) addToList(lists, subset, value);
	}
	if (lists.size === 0) return disagreement === void 0 ? {} : { all: disagreement };
	return Object.fromEntries([...lists].map(([subset, values]) => [subset, values.reduce((total, value) => total + value, 0) / values.length]));
}
export { findConflicts as n, isTorn as r, studyRun as t };
