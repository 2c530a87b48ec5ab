import { d as mean } from "./metrics.js";
import { t as whereDefined } from "./where-defined.js";
import { r as disagreementsBySubset } from "./disagreement.js";
import { a as basisOf } from "./holm.js";
import { t as addToList } from "./lists-by-key.js";
import { n as groupByScenario } from "./study-data.js";
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
		...before.size > 0 && {
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
		...scores !== void 0 && scores !== "missing" && {
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
	return Object.fromEntries([...lists].map(([subset, values]) => [subset, mean(values)]));
}
export { studyRun as t };
