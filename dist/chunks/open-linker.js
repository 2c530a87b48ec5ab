import { t as chooseLinkers } from "./choose-linkers.js";
import { d as prepareLinker, f as isLinkable } from "./link-bank.js";
import { i as scenarioText, t as cosineSimilarity } from "./lexical-vector.js";
import { n as createWeighing, r as dotTerms, t as countTerms } from "./term-weights.js";
/**
* Likeness by words: the cosine of term weights over the spec's clauses, their examples included, since examples speak as
* users do.
*/
function findClausesByWords(spec) {
	const clauses = spec.clauses.filter(isLinkable);
	const counted = clauses.map(({ title, text }) => countTerms(`${title}\n${title}\n${text}`));
	const weigh = createWeighing(counted);
	const weighed = counted.map((terms) => weigh(terms));
	return (text, count) => {
		const terms = weigh(countTerms(text));
		return best(clauses, (index) => dotTerms(weighed[index], terms), count);
	};
}
/** A clause as something a measure of scenarios can place. */
function clauseAsScenario({ id, title, text }) {
	return {
		id: `clause:${id}`,
		messages: [{
			role: "user",
			content: `${title}\n\n${text}`
		}],
		clauses: [],
		topics: []
	};
}
/** Likeness by a measure that has placed the scenarios and the clauses (`clauseAsScenario`). */
function findClausesByMeasure(spec, measure) {
	const clauses = spec.clauses.filter(isLinkable);
	const vectors = clauses.map((clause) => measure.vectorOf(clauseAsScenario(clause)));
	return (scenario, count) => {
		const vector = measure.vectorOf(scenario);
		return best(clauses, (index) => cosineSimilarity(vectors[index], vector), count);
	};
}
/** The candidates of a scenario by its words. */
function findByScenario(find) {
	return (scenario, count) => find(scenarioText(scenario), count);
}
function best(clauses, likeness, count) {
	return clauses.map((clause, index) => ({
		clause,
		index,
		likeness: likeness(index)
	})).sort((a, b) => b.likeness - a.likeness || a.index - b.index).slice(0, count).map(({ clause }) => clause);
}
/** @throws UserError for a name that the config does not have. */
function openLinker({ spec, panel, prices, names, find, draw }) {
	const classifier = panel.classifier === void 0 ? [] : [panel.classifier];
	const models = names === void 0 ? [] : panel.models.map(({ ref }) => ref);
	const known = [
		...panel.judges,
		...classifier,
		...models
	];
	const byId = [...new Map(known.map((ref) => [ref.id, ref])).values()];
	return prepareLinker({
		spec,
		linkers: chooseLinkers(byId, {
			prices,
			names
		}),
		find: find ?? findByScenario(findClausesByWords(spec)),
		draw: draw ?? "link:1"
	});
}
export { findClausesByWords as i, clauseAsScenario as n, findClausesByMeasure as r, openLinker as t };
