import { t as whereDefined } from "./where-defined.js";
import { a as readShared, d as mean, n as METRICS } from "./metrics.js";
import { i as CLAUSE_RATE } from "./bounds.js";
import { a as intervalOf, o as measureChange, s as scenarioTest } from "./relabelling.js";
import { i as normalCdf, o as normalQuantile } from "./student-t.js";
import { a as testEitherWay, l as whyUnmoved, n as smallestAttainableP } from "./test-change.js";
/**
* Adjusted p-values in the order given; report where one is <= the rate. An empty family gives an empty list.
* Y. Benjamini and Y. Hochberg, J. R. Statist. Soc. B 57 (1995) 289-300; valid for independent or positively dependent
* tests. `benjaminiHochberg([0.01, 0.04, 0.03])` is [0.03, 0.04, 0.04].
*/
function benjaminiHochberg(pValues) {
	const m = pValues.length;
	const adjusted = pValues.map(() => 1);
	let lowest = 1;
	const descending = pValues.map((_, index) => index).sort((a, b) => pValues[b] - pValues[a]);
	for (const [rank, index] of descending.entries()) {
		lowest = Math.min(lowest, m / (m - rank) * pValues[index]);
		adjusted[index] = lowest;
	}
	return adjusted;
}
/** The probability of finding a rise that "could have shown it" means. */
const POWER = .8;
/**
* Over evidence drawn again like this, with a rise added: the estimate varies as scenarios and draws do, and by what the rise itself
* adds; it must pass the test's line and be at least `least`. The line is normal with the variance that relabelling
* gives these draws (Fisher 1935, 21), half a step further where outcomes are counts. The observed change is taken off first, so
* that it is no noise of its own. Undefined with one scenario; above 1 where nothing could be shown.
*/
function smallestShown(units, rule) {
	const noise = noiseOf(units, rule);
	if (noise === void 0) return void 0;
	if (chanceToShow(noise, rule, 1) < POWER) return Number.POSITIVE_INFINITY;
	let [low, high] = [0, 1];
	for (let step = 0; step < 20; step += 1) {
		const middle = (low + high) / 2;
		if (chanceToShow(noise, rule, middle) >= POWER) high = middle;
		else low = middle;
	}
	return high;
}
function noiseOf(units, { flip, kind = "prompt" }) {
	const both = units.filter(({ base, head }) => base.length > 0 && head.length > 0);
	const change = measureChange(units, flip);
	if (change === void 0 || both.length < 2) return void 0;
	const n = both.length;
	const exchanged = both.map((unit) => exchangedVariance(unit, {
		change: change.value,
		kind
	}));
	const sumOf = (values) => values.reduce((total, value) => total + value, 0);
	const draws = sumOf(both.map(({ head }) => head.length)) / n;
	return {
		scenarios: n,
		spread: change.standardError ** 2,
		relabelled: kind === "model" ? change.standardError ** 2 : sumOf(exchanged.map(({ quiet }) => quiet)) / n ** 2,
		ofRise: kind === "model" ? 0 : sumOf(exchanged.map(({ ofRise }) => ofRise)) / n ** 2,
		head: change.head - change.value,
		answers: draws / flip,
		step: flip / n / draws
	};
}
/** Of a unit's mean change under exchange: without a change, which is taken off the head, and what a rise r adds: r squared times this. */
function exchangedVariance({ base, head }, { change, kind }) {
	if (kind === "target") return {
		quiet: head.reduce((total, value, draw) => total + (value - change - base[draw]) ** 2, 0) / head.length ** 2,
		ofRise: 1 / head.length
	};
	const pooled = [...base, ...head.map((value) => value - change)];
	const centre = mean(pooled);
	const squares = pooled.reduce((total, value) => total + (value - centre) ** 2, 0);
	const freedom = pooled.length - 1;
	return {
		quiet: squares / freedom * (1 / base.length + 1 / head.length),
		ofRise: 1 / freedom
	};
}
function chanceToShow(noise, { level, least = 0 }, rise) {
	const { scenarios, spread, relabelled, ofRise, head, answers, step } = noise;
	const added = rise * Math.max(0, 1 - 2 * head - rise) / answers / scenarios;
	const line = normalQuantile(1 - level) * Math.sqrt(relabelled + added + ofRise * rise ** 2) + step / 2;
	return normalCdf((rise - Math.max(line, least)) / Math.sqrt(spread + added));
}
/** There the test that carries the nights (Student's t over scenarios) must speak as well; fresh draws of both sides share theirs. */
function acrossNights({ stage }, units, { own, flip, sides }) {
	const { p, smallestP } = own;
	if (stage === "confirm") return {
		p,
		smallestP
	};
	const change = measureChange(units, flip);
	if (change === void 0) return {
		p: 1,
		smallestP: 1
	};
	const up = scenarioTest(change);
	return {
		p: Math.max(p, sides === 1 ? up : 2 * Math.min(up, 1 - up)),
		smallestP
	};
}
const IMPUTATIONS = {
	observed: {
		base: "none",
		head: "none"
	},
	"against-pass": {
		base: "low",
		head: "high"
	},
	"against-fail": {
		base: "high",
		head: "low"
	}
};
/**
* Each scenario's draws of a metric; scenarios where nothing measures it have none. With `target` the draws stand in
* pairs: both arms' rulings of the same stored responses.
*/
function readDraws(evidence, metric, reading) {
	const what = {
		read: METRICS[metric].read,
		slots: slotsOf(evidence, metric),
		reading
	};
	return drawsOf(isOfBothTexts(evidence, metric) ? underBothTexts(evidence) : evidence, what);
}
/**
* What is exchanged if the change did nothing: two rulings on one answer wherever a metric is about both texts; two models' draws
* of one scenario, where each has several.
*/
function exchangeableAs(evidence, metric) {
	if (isOfBothTexts(evidence, metric)) return "target";
	return hasModelDraws(evidence) ? "prompt" : evidence.kind;
}
/** A change of models with several draws of each scenario: they tell what is so on these scenarios from what is luck. */
function hasModelDraws({ kind, draws }) {
	return kind === "model" && draws.base > 1 && draws.head > 1;
}
/** What a finding is tested by: where a change of models did nothing, its draws are exchangeable, too. */
function exchangedIn({ kind }) {
	return kind === "target" ? "target" : "prompt";
}
function isOfBothTexts({ kind }, metric) {
	return METRICS[metric].needs === "both texts" && kind === "prompt";
}
/** The head's answers on both arms: on the base as its text has them. Both rulings are asked today, so that no night lies between. */
function underBothTexts(both) {
	const { nights: _, today: __, ...evidence } = both;
	const { ruledTwice, rows } = evidence;
	const scenarios = evidence.scenarios.filter((scenario) => ruledTwice.has(scenario));
	const head = new Map(scenarios.map((scenario) => [scenario, rows.head.get(scenario) ?? []]));
	const base = new Map([...head].map(([scenario, draws]) => [scenario, draws.map(({ cells, ...place }) => ({
		...place,
		cells: cells.map((cell) => cell?.underBase === void 0 ? void 0 : {
			...cell,
			...cell.underBase
		})
	}))]));
	return {
		...evidence,
		kind: "target",
		stage: "confirm",
		scenarios,
		rows: {
			base,
			head
		}
	};
}
/** The same of any value that a row may have, read on the slots that are compared. */
function readComparedDraws(evidence, read, reading = "observed") {
	return drawsOf(evidence, {
		read,
		slots: evidence.compared,
		reading
	});
}
function drawsOf(evidence, query) {
	const base = readArm(evidence, {
		...query,
		arm: "base"
	});
	const head = readArm(evidence, {
		...query,
		arm: "head"
	});
	const today = evidence.today === void 0 ? void 0 : readRowsOf(evidence, {
		...query,
		rows: evidence.today,
		arm: "base"
	});
	return evidence.scenarios.map((scenario) => {
		const stored = base.get(scenario) ?? [];
		const fresh = head.get(scenario) ?? [];
		const isPaired = evidence.kind === "target" && evidence.unpaired !== true;
		const pairs = isPaired ? pairUp(stored, fresh) : {
			base: known(stored),
			head: known(fresh)
		};
		const group = evidence.groups.get(scenario);
		const unit = {
			scenario,
			...pairs,
			...evidence.stage === "screen" && {
				stored: known(stored),
				...nightsOf(evidence, stored)
			},
			...whereDefined({ today: today && known(today.get(scenario) ?? []) }),
			...isPaired && { sameAnswers: true },
			...whereDefined({ group })
		};
		return evidence.kind !== "target" && query.slots.every((slot) => evidence.copying.has(slot)) ? countOnce(unit) : unit;
	});
}
/**
* Copies of one answer are one draw: its value is the mean of their rulings. Not so with `target`: there the answers are the
* stored ones on both sides, and what is drawn and compared is their rulings, each asked anew.
*/
function countOnce({ base, head, ...unit }) {
	return {
		...unit,
		base: meanIfAny(base),
		head: meanIfAny(head)
	};
}
/** The mean as one value; no value where there is none. */
function meanIfAny(values) {
	return values.length === 0 ? [] : [mean(values)];
}
/** The slots (models) a metric is read on. */
function slotsOf(evidence, metric) {
	return METRICS[metric].readOn === "panel" ? evidence.models : evidence.compared;
}
/** How much a row's value moves if one answer is ruled on the other way. */
function flipOf(evidence, metric) {
	return METRICS[metric].oneAnswerMoves === "all" ? 1 : 1 / Math.max(1, slotsOf(evidence, metric).length);
}
/** A metric of several models needs two; with `target` responses are the same on both sides, so nothing scored can move. */
function isApplicable({ means }, metric) {
	return whyUnmoved(metric, means) === void 0;
}
/** The nights of those draws that were measured. */
function nightsOf({ nights }, stored) {
	if (nights === void 0) return {};
	return { nights: {
		base: stored.flatMap((value, draw) => value === void 0 ? [] : [nights.base[draw]]),
		head: nights.head
	} };
}
function readArm(evidence, query) {
	return readRowsOf(evidence, {
		...query,
		rows: evidence.rows[query.arm]
	});
}
function readRowsOf(evidence, { arm, read, slots: wanted, reading, rows }) {
	const imputation = IMPUTATIONS[reading][arm];
	const slots = new Set(wanted);
	const isWanted = evidence.models.map((model) => slots.has(model));
	return new Map([...rows].map(([scenario, draws]) => [scenario, draws.map(({ cells, ...place }) => read({
		...place,
		cells: cells.filter((_, slot) => isWanted[slot])
	}, imputation, evidence.judges.length))]));
}
function pairUp(base, head) {
	const both = head.flatMap((value, draw) => {
		const other = base[draw];
		return value === void 0 || other === void 0 ? [] : [{
			base: other,
			head: value
		}];
	});
	return {
		base: both.map((pair) => pair.base),
		head: both.map((pair) => pair.head)
	};
}
function known(values) {
	return values.filter((value) => value !== void 0);
}
/** Non-compliance and interpretation by linked clause, in order of id. */
function listClauseTests(evidence, { links, renamed, policy }) {
	const clauses = [...new Set(evidence.scenarios.flatMap((scenario) => links.get(scenario) ?? []))].sort();
	const { stage } = evidence;
	const kind = exchangedIn(evidence);
	const flip = flipOf(evidence, "nonCompliance");
	const testsOf = (about, unitsOf) => {
		const options = {
			kind,
			flip,
			seed: `${policy.seed}\n${stage}\n${about}`
		};
		return clauses.map((id) => {
			const test = testGroup({
				id,
				units: unitsOf(id)
			}, options);
			return {
				...test,
				...acrossNights(evidence, test.units, {
					own: test,
					flip,
					sides: 2
				}),
				about
			};
		});
	};
	const units = readDraws(evidence, "nonCompliance", "observed");
	const compliance = testsOf("compliance", (id) => units.filter(({ scenario }) => links.get(scenario)?.includes(id)));
	const readings = testsOf("interpretation", (id) => readComparedDraws(evidence, readShared((cited) => (renamed?.get(cited) ?? cited) === id)));
	return [...compliance, ...readings];
}
/** `tested` in the order of the tests, which are part of the family. */
function describeClauses(tests, tested, family) {
	const rows = tests.map((test, index) => {
		const { adjustedP } = tested[index];
		return {
			about: test.about,
			...describeGroup(test, test.canSpeak ? adjustedP : void 0, family)
		};
	});
	const readings = new Map(rows.flatMap(({ about, id, ...own }) => about === "interpretation" && own.change !== void 0 ? [[id, own]] : []));
	return rows.flatMap(({ about, ...clause }) => about === "compliance" ? [{
		...clause,
		...whereDefined({ interpretation: readings.get(clause.id) })
	}] : []);
}
/** The same for groups that are a family of their own. */
function localiseGroups(groups, options) {
	const tests = groups.map((group) => testGroup(group, options));
	const speaking = tests.filter(({ canSpeak }) => canSpeak);
	const adjusted = benjaminiHochberg(speaking.map(({ p }) => p));
	const adjustedP = new Map(speaking.map(({ id }, index) => [id, adjusted[index]]));
	return tests.map((test) => describeGroup(test, adjustedP.get(test.id), {
		rate: CLAUSE_RATE,
		looked: speaking.length
	}));
}
/**
* Whether the scenarios of one group moved, either way. A group too small to ever reach the rate keeps p 1 and takes no part
* in the family.
*/
function testGroup(group, options) {
	const canSpeak = 2 * smallestAttainableP(group.units, options.kind) <= CLAUSE_RATE;
	const test = canSpeak ? testEitherWay(group.units, options) : {
		p: 1,
		smallestP: 1
	};
	return {
		...group,
		...test,
		options,
		canSpeak
	};
}
/**
* The group as the report shows it, with p after the correction for its family (undefined: untested) and the smallest change
* that would have been seen, in the units of the metric.
*/
function describeGroup({ id, units, options }, adjustedP, { rate, looked }) {
	const status = adjustedP === void 0 ? "untested" : adjustedP <= rate ? "changed" : "no-effect-seen";
	const change = measureChange(units, options.flip);
	if (change === void 0) return {
		id,
		scenarios: 0,
		status
	};
	const interval = intervalOf(change);
	const detectable = smallestShown(units, {
		level: rate / Math.max(1, looked) / 2,
		flip: options.flip,
		kind: options.kind
	});
	return {
		id,
		scenarios: change.scenarios,
		base: change.base,
		head: change.head,
		change: change.value,
		...whereDefined({
			interval,
			adjustedP
		}),
		status,
		...detectable !== void 0 && Number.isFinite(detectable) && { detectable }
	};
}
export { testGroup as a, flipOf as c, readComparedDraws as d, readDraws as f, benjaminiHochberg as h, localiseGroups as i, hasModelDraws as l, smallestShown as m, describeGroup as n, exchangeableAs as o, acrossNights as p, listClauseTests as r, exchangedIn as s, describeClauses as t, isApplicable as u };
