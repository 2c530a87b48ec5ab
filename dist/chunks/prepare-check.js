import { g as decisionPolicy } from "./load-project.js";
import { n as hashJson } from "./canonical-json.js";
import { C as confirmDigest, b as renderSpec } from "./evaluate.js";
import { n as pairClauses } from "./reply.js";
import { t as createFinding } from "./messages.js";
import { t as isGlobal } from "./clause.js";
import { n as createFarthestSearch, t as orderBySeed } from "./seeded-order.js";
import { i as scenarioText } from "./lexical-vector.js";
import { n as createWeighing, r as dotTerms, t as countTerms } from "./term-weights.js";
import { i as publishCenter, n as vectorize, t as lexicalMeasure } from "./vectorize.js";
import { t as diffSpec } from "./diff.js";
/** The same models under two texts. */
function compareSpecs(sides, rules) {
	const { base, head, changes, models } = sides;
	return {
		kind: rules.specUse,
		slots: models.map((model) => ({
			id: model.ref.id,
			base: respondent(model, rules.specUse === "prompt" ? base : void 0),
			head: respondent(model, rules.specUse === "prompt" ? head : void 0)
		})),
		clauses: pairClauses(base, head, changes),
		digest: confirmDigest({
			baseHash: base.hash,
			headHash: head.hash,
			policyHash: rules.policyHash
		}),
		...shared(rules)
	};
}
/**
* Two panels under one text. A pair holds the models that answer for one slot, named after the head's; a model without a
* counterpart is not compared.
*/
function compareModels(sides, rules) {
	const { spec, pairs } = sides;
	const text = rules.specUse === "prompt" ? spec : void 0;
	return {
		kind: "model",
		slots: pairs.map(({ base, head }) => ({
			id: head.ref.id,
			base: respondent(base, text),
			head: respondent(head, text)
		})),
		clauses: pairClauses(spec, spec, []),
		digest: confirmDigest({
			baseHash: spec.hash,
			headHash: hashPairs(pairs),
			policyHash: rules.policyHash
		}),
		...shared(rules)
	};
}
function hashPairs(pairs) {
	const describe = ({ ref, system }) => [{ ...ref }, system ?? null];
	return hashJson(pairs.map(({ base, head }) => [describe(base), describe(head)]));
}
function shared({ judges, classifier, judgeContext, auditShare }) {
	return {
		judges,
		classifier,
		judgeContext,
		auditShare
	};
}
function respondent({ ref, system }, spec) {
	return {
		ref,
		...system === void 0 || system === "" ? {} : { system },
		...spec === void 0 ? {} : { spec: renderSpec(spec) }
	};
}
/** Whether the change can alter what a reader understands: everything but `cosmetic` and a pure `moved`. */
function isSubstantive(change) {
	return change.kind !== "cosmetic" && !(change.kind === "moved" && !change.edited);
}
/** Least similarity. On 250 real queries and the 2025-09-12 OpenAI Model Spec, what passes shares a subject. */
const SUGGEST_FLOOR = .15;
/** At most so many for one clause. */
const MOST = 8;
/**
* For each clause, the ids of the most similar scenarios at or above `floor`, best first, with their similarity: the
* cosine of term weights (term-weights.ts). Unlike the lexical vectors of selection it weighs a term by its rarity in this
* bank, since a long clause and a short query share mostly common words.
*/
function suggestScenarios(scenarios, clauses, floor = SUGGEST_FLOOR) {
	if (clauses.length === 0) return [];
	const counted = scenarios.map((scenario) => countTerms(scenarioText(scenario)));
	const weigh = createWeighing(counted);
	const weighed = counted.map((terms) => weigh(terms));
	return clauses.map(({ title, text }) => {
		const clause = weigh(countTerms(`${title}\n${text}`));
		const similar = scenarios.map(({ id }, index) => [id, dotTerms(weighed[index], clause)]).filter(([, similarity]) => similarity >= floor);
		return new Map(similar.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST));
	});
}
/**
* Selects up to `extendTo` scenarios. Each step serves the changed clause served least so far (in the order of
* `changes`) with its scenario of largest weight x distance to all chosen ones, so every clause gets a fair share and a
* smaller selection is the beginning of a larger one. The order of the bank's lines does not matter.
*/
function selectScenarios(options) {
	const targets = findTargets(options);
	const linked = chooseFairly(targets, options);
	const screened = new Set(linked.slice(0, options.size).flatMap(({ reason }) => clausesOf(reason)));
	return {
		linked,
		untested: targets.flatMap(({ clause, scenarios }) => {
			if (screened.has(clause)) return [];
			return [{
				clause,
				reason: [...scenarios.keys()].some((id) => clausesOf(explain({ id }, targets)).includes(clause)) ? "size" : "no-scenario"
			}];
		})
	};
}
function findTargets({ bank, changes, suggestFloor }) {
	const changed = changes.filter((change) => isSubstantive(change));
	const targets = changed.map((change) => {
		const names = [change.id, change.baseId];
		const links = bank.scenarios.filter((scenario) => scenario.clauses.some((clause) => names.includes(clause)));
		const found = links.length === 0 && isGlobal(clauseOf(change)) ? bank.scenarios : links;
		return {
			clause: change.id,
			kind: "linked",
			scenarios: new Map(found.map(({ id }) => [id, 1]))
		};
	});
	const without = changed.filter((_, index) => targets[index].scenarios.size === 0);
	const suggested = suggestScenarios(bank.scenarios, without.map(clauseOf), suggestFloor);
	return targets.map((target) => {
		const index = without.findIndex((change) => change.id === target.clause);
		return index === -1 ? target : {
			clause: target.clause,
			kind: "suggested",
			scenarios: suggested[index]
		};
	});
}
function clauseOf(change) {
	const clause = change.head ?? change.base;
	if (clause === void 0) throw new Error(`a change of "${change.id}" with neither side`);
	return clause;
}
function chooseFairly(targets, { bank, extendTo, seed }) {
	const candidates = orderBySeed(bank.scenarios.filter(({ id }) => targets.some(({ scenarios }) => scenarios.has(id))), seed);
	const table = vectorize(candidates, lexicalMeasure, extendTo);
	const weights = Float32Array.from(candidates, ({ disagreement }) => disagreement ?? 1);
	const search = createFarthestSearch(table, weights);
	const remaining = targets.map(({ scenarios }) => new Set(candidates.flatMap(({ id }, row) => scenarios.has(id) ? [row] : [])));
	const served = targets.map(() => 0);
	const chosen = [];
	while (chosen.length < extendTo) {
		const next = leastServed(served, remaining);
		if (next === void 0) break;
		const { row } = search.farthest(chosen.length, [...remaining[next]]);
		publishCenter(table, chosen.length, row);
		search.exclude(row);
		for (const [index, rows] of remaining.entries()) if (rows.delete(row)) served[index] += 1;
		const scenario = candidates[row];
		chosen.push({
			scenario,
			reason: explain(scenario, targets),
			rank: chosen.length
		});
	}
	return chosen;
}
function leastServed(served, remaining) {
	let least;
	for (const [index, rows] of remaining.entries()) if (rows.size > 0 && (least === void 0 || served[index] < served[least])) least = index;
	return least;
}
function explain({ id }, targets) {
	const hits = targets.filter(({ scenarios }) => scenarios.has(id));
	const links = hits.filter(({ kind }) => kind === "linked");
	if (links.length > 0) return {
		kind: "linked",
		clauses: links.map(({ clause }) => clause)
	};
	const [closest] = hits.toSorted((a, b) => b.scenarios.get(id) - a.scenarios.get(id));
	return {
		kind: "suggested",
		clause: closest.clause,
		similarity: closest.scenarios.get(id)
	};
}
/** The clauses that judges read for this reason. */
function clausesOf(reason) {
	return reason.kind === "linked" ? reason.clauses : [reason.clause];
}
/** A spec change under a project's policy, models and bank. */
function prepareSpecCheck(project, sides) {
	const { config, panel, bank } = project;
	const changes = diffSpec(sides.base.spec, sides.head.spec);
	const policy = decisionPolicy(config);
	const { scenarios: size, extendTo } = policy.selection;
	const { linked, untested } = selectScenarios({
		bank,
		changes,
		size,
		extendTo,
		seed: policy.seed
	});
	const comparison = compareSpecs({
		base: sides.base.spec,
		head: sides.head.spec,
		changes,
		models: panel.models
	}, comparisonRules(project));
	const models = panel.models.map(({ ref }) => ref.id);
	const isOutside = sides.base.spec.outside !== sides.head.spec.outside;
	const outside = isOutside && config.specUse === "prompt" ? [OUTSIDE_CLAUSES] : [];
	return {
		subject: {
			comparison,
			policy,
			selected: linked.map(showSuggestedClause),
			untested: [...untested, ...outside]
		},
		remarks: isOutside ? [createFinding({
			code: "textOutsideClauses",
			args: {},
			severity: "warning"
		})] : [],
		changes,
		sides,
		base: describeSide(sides.base, models),
		head: describeSide(sides.head, models)
	};
}
/** Named like a clause where untested ones are listed. */
const OUTSIDE_CLAUSES = {
	clause: "(text outside of clauses)",
	reason: "no-scenario"
};
/** Who judges, and how: the same for every comparison of a project. */
function comparisonRules({ config, panel, policyHash }) {
	const { specUse, judgeContext, auditShare } = config;
	return {
		specUse,
		judgeContext,
		auditShare,
		policyHash,
		judges: panel.judges,
		classifier: panel.classifier
	};
}
/** A suggested scenario is judged with the clause it was suggested for, as though it were linked. */
function showSuggestedClause(selected) {
	const { scenario, reason } = selected;
	if (reason.kind === "linked") return selected;
	return {
		...selected,
		scenario: {
			...scenario,
			clauses: [...scenario.clauses, reason.clause]
		}
	};
}
/** A side as the report names it. */
function describeSide({ ref, sha, spec }, models) {
	return {
		ref,
		...sha === void 0 ? {} : { sha },
		specHash: spec.hash,
		clauses: spec.clauses.length,
		models
	};
}
export { isSubstantive as a, selectScenarios as i, describeSide as n, compareModels as o, prepareSpecCheck as r, compareSpecs as s, comparisonRules as t };
