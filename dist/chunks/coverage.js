import { t as whereDefined } from "./where-defined.js";
import { t as isGlobal } from "./clause.js";
import { t as listDemands } from "./demands.js";
import { t as changedSentences } from "./sentences.js";
import { i as scenarioText } from "./lexical-vector.js";
import { n as createWeighing, r as dotTerms, t as countTerms } from "./term-weights.js";
/** Clauses that answers can be held against, in the spec's order. Global ones are read with every scenario and left out. */
function measureCoverage(spec, scenarios, writtenFor = /* @__PURE__ */ new Map()) {
	const tally = createCoverageTally(spec, writtenFor);
	for (const scenario of scenarios) tally.add(scenario);
	return tally.read();
}
/** Coverage by scenarios that come one after another: none of them is kept. */
function createCoverageTally(spec, writtenFor = /* @__PURE__ */ new Map()) {
	const clauses = spec.clauses.filter((clause) => clause.text !== "" && !isGlobal(clause)).map((clause) => {
		const demands = listDemands(clause.text);
		return {
			clause,
			demands,
			counter: countBySentence(demands.map(({ text }) => text), writtenFor)
		};
	});
	const byId = new Map(clauses.map(({ clause, counter }) => [clause.id, counter]));
	return {
		add: (scenario) => {
			const words = lazy(() => countTerms(scenarioText(scenario)));
			for (const clause of new Set(scenario.clauses)) byId.get(clause)?.add(scenario.id, words);
		},
		read: () => clauses.map(({ clause, demands, counter }) => ({
			clause: clause.id,
			title: clause.title,
			scenarios: counter.scenarios(),
			demands: demands.map((demand, index) => ({
				...demand,
				scenarios: counter.counts[index]
			}))
		}))
	};
}
function lazy(make) {
	let made;
	return () => made ??= make();
}
/** The changed sentences of one change, and how many of the scenarios linked to its clause test each. */
function measureChangeCoverage(change, scenarios, writtenFor = /* @__PURE__ */ new Map()) {
	const clause = change.head ?? change.base;
	const { base, head } = changedSentences(change);
	const sentences = change.head === void 0 ? base : head;
	const counter = countBySentence(sentences, writtenFor);
	for (const scenario of scenarios) if (scenario.clauses.includes(change.id) || scenario.clauses.includes(change.baseId ?? "")) counter.add(scenario.id, () => countTerms(scenarioText(scenario)));
	const demands = new Map(listDemands(clause.text).map(({ text, by }) => [text, by]));
	return {
		clause: change.id,
		scenarios: counter.scenarios(),
		sentences: sentences.map((text, index) => {
			const by = demands.get(text);
			return {
				text,
				...whereDefined({ by }),
				scenarios: counter.counts[index]
			};
		})
	};
}
function totalCoverage(clauses) {
	const demands = clauses.flatMap((clause) => clause.demands);
	return {
		clauses: clauses.length,
		testedClauses: clauses.filter(({ scenarios }) => scenarios > 0).length,
		demands: demands.length,
		testedDemands: demands.filter(({ scenarios }) => scenarios > 0).length
	};
}
/**
* How many scenarios fall to each sentence. One that was written for a sentence counts there; another counts where its words
* are most alike, which is a guess; one without a common word counts nowhere.
*/
function countBySentence(sentences, writtenFor) {
	const counts = sentences.map(() => 0);
	const counted = sentences.map(countTerms);
	const weigh = createWeighing(counted);
	const weighed = counted.map((terms) => weigh(terms));
	let scenarios = 0;
	return {
		counts,
		scenarios: () => scenarios,
		add: (scenario, words) => {
			scenarios += 1;
			if (sentences.length === 0) return;
			const exact = sentences.indexOf(writtenFor.get(scenario) ?? "");
			const place = exact >= 0 ? exact : mostAlike(weighed, weigh(words()));
			if (place >= 0) counts[place] += 1;
		}
	};
}
function mostAlike(sentences, terms) {
	let [place, most] = [-1, 0];
	for (const [index, sentence] of sentences.entries()) {
		const likeness = dotTerms(sentence, terms);
		if (likeness > most) [place, most] = [index, likeness];
	}
	return place;
}
export { totalCoverage as i, measureChangeCoverage as n, measureCoverage as r, createCoverageTally as t };
