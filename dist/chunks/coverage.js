import { t as whereDefined } from "./where-defined.js";
import { t as isGlobal } from "./clause.js";
import { n as changedSentences, t as listDemands } from "./demands.js";
import { i as scenarioText } from "./lexical-vector.js";
import { n as createWeighing, r as dotTerms, t as countTerms } from "./term-weights.js";
/** Clauses that answers can be held against, in the spec's order. Global ones are read with every scenario and left out. */
function measureCoverage(spec, scenarios, writtenFor = /* @__PURE__ */ new Map()) {
	return spec.clauses.filter((clause) => clause.text !== "" && !isGlobal(clause)).map((clause) => {
		const linked = scenarios.filter(({ clauses }) => clauses.includes(clause.id));
		const demands = listDemands(clause.text);
		const counts = countBySentence(demands.map(({ text }) => text), {
			linked,
			clause,
			writtenFor
		});
		return {
			clause: clause.id,
			title: clause.title,
			scenarios: linked.length,
			demands: demands.map((demand, index) => ({
				...demand,
				scenarios: counts[index]
			}))
		};
	});
}
/** The changed sentences of one change, and how many of the scenarios linked to its clause test each. */
function measureChangeCoverage(change, scenarios, writtenFor = /* @__PURE__ */ new Map()) {
	const clause = change.head ?? change.base;
	const { base, head } = changedSentences(change);
	const sentences = change.head === void 0 ? base : head;
	const linked = scenarios.filter(({ clauses }) => clauses.includes(change.id) || clauses.includes(change.baseId ?? ""));
	const counts = countBySentence(sentences, {
		linked,
		clause,
		writtenFor
	});
	const demands = new Map(listDemands(clause.text).map(({ text, by }) => [text, by]));
	return {
		clause: change.id,
		scenarios: linked.length,
		sentences: sentences.map((text, index) => {
			const by = demands.get(text);
			return {
				text,
				...whereDefined({ by }),
				scenarios: counts[index]
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
function countBySentence(sentences, about) {
	const counts = sentences.map(() => 0);
	if (sentences.length === 0 || about.linked.length === 0) return counts;
	const counted = sentences.map(countTerms);
	const weigh = createWeighing(counted);
	const weighed = counted.map((terms) => weigh(terms));
	for (const scenario of about.linked) {
		const exact = sentences.indexOf(about.writtenFor.get(scenario.id) ?? "");
		const place = exact >= 0 ? exact : mostAlike(weighed, weigh(countTerms(scenarioText(scenario))));
		if (place >= 0) counts[place] += 1;
	}
	return counts;
}
function mostAlike(sentences, terms) {
	let [place, most] = [-1, 0];
	for (const [index, sentence] of sentences.entries()) {
		const likeness = dotTerms(sentence, terms);
		if (likeness > most) [place, most] = [index, likeness];
	}
	return place;
}
export { measureCoverage as n, totalCoverage as r, measureChangeCoverage as t };
