import { i as sha256 } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { n as isGlobal } from "./diff-report-bank-ask-check.js";
import { d as countTerms, f as createWeighing, m as changedSentences, p as dotTerms, t as listDemands, v as scenarioText } from "./bank-ask-check.js";
/** Clauses that answers can be held against, in the spec's order. Global ones are read with every scenario and left out. */
function measureCoverage(spec, scenarios, writtenFor = /* @__PURE__ */ new Map()) {
	const linked = /* @__PURE__ */ new Map();
	for (const { clauses } of scenarios) for (const clause of new Set(clauses)) linked.set(clause, (linked.get(clause) ?? 0) + 1);
	const tally = createCoverageTally(spec, {
		writtenFor,
		linked
	});
	for (const scenario of scenarios) tally.add(scenario);
	return tally.read();
}
/** Coverage by scenarios that come one after another: none of them is kept. */
function createCoverageTally(spec, { writtenFor = /* @__PURE__ */ new Map(), linked } = {}) {
	const clauses = spec.clauses.filter((clause) => clause.text !== "" && !isGlobal(clause)).map((clause) => {
		const demands = listDemands(clause.text);
		return {
			clause,
			demands,
			counter: countBySentence(demands.map(({ text }) => text), {
				writtenFor,
				expected: linked?.get(clause.id)
			})
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
			demands: withCounts(demands, counter.counts())
		}))
	};
}
function withCounts(demands, counts) {
	return demands.map((demand, index) => ({
		...demand,
		scenarios: counts[index]
	}));
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
	const own = scenarios.filter(({ clauses }) => clauses.includes(change.id) || clauses.includes(change.baseId ?? ""));
	const counter = countBySentence(sentences, {
		writtenFor,
		expected: own.length
	});
	for (const scenario of own) counter.add(scenario.id, () => countTerms(scenarioText(scenario)));
	const counts = counter.counts();
	const demands = new Map(listDemands(clause.text).map(({ text, by }) => [text, by]));
	return {
		clause: change.id,
		scenarios: counter.scenarios(),
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
/** Scenarios of a clause whose words are looked at: those of a large bank have to be read for it, one by one. */
const MOST_PLACED = 1e3;
/**
* How many scenarios fall to each sentence. One that was written for a sentence counts there; another counts where its words
* are most alike, which is a guess; one without a common word counts nowhere. Of more than about a
* thousand a sample is placed, by a hash of their ids, as banks repeat themselves in threes; it stands for the others.
*/
function countBySentence(sentences, { writtenFor, expected = 0 }) {
	const share = MOST_PLACED / Math.max(MOST_PLACED, expected);
	const written = sentences.map(() => 0);
	const placed = sentences.map(() => 0);
	const counted = sentences.map(countTerms);
	const weigh = createWeighing(counted);
	const weighed = counted.map((terms) => weigh(terms));
	let [scenarios, others, looked] = [
		0,
		0,
		0
	];
	return {
		counts: () => written.map((count, place) => count + Math.round(placed[place] * others / Math.max(1, looked))),
		scenarios: () => scenarios,
		add: (scenario, words) => {
			scenarios += 1;
			if (sentences.length === 0) return;
			const exact = sentences.indexOf(writtenFor.get(scenario) ?? "");
			if (exact >= 0) written[exact] += 1;
			if (exact >= 0) return;
			others += 1;
			if (share < 1 && fractionOf(scenario) >= share) return;
			looked += 1;
			const place = mostAlike(weighed, weigh(words()));
			if (place >= 0) placed[place] += 1;
		}
	};
}
/** From 0 to below 1, the same for the same id. */
function fractionOf(id) {
	return Number.parseInt(sha256(id).slice(0, 8), 16) / 2 ** 32;
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
