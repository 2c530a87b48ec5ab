import { i as sha256 } from "./canonical-json.js";
import { t as whereDefined } from "./where-defined.js";
import { d as mean, i as standingOf, n as METRICS, s as sharedReading, t as BLOCKING_METRICS } from "./metrics.js";
import { m as countOutliers, t as createFinding } from "./messages.js";
import { S as requestKey, t as PLAIN_RULES } from "./plain-rules.js";
import { c as nameCited, d as touchedPairs, s as isGutted } from "./reply.js";
import { C as isRuledTwice, D as confirmDraw, O as nightDraw, S as isAffected, f as askJudges, k as poolDraw, n as evaluate, v as judgeRequest } from "./written-spec.js";
import { t as isProblematic } from "./ruling.js";
import { a as sum, n as mean$1, r as sampleVariance } from "./simple-statistics.js";
import { n as shownFor, r as isBrokenForGood } from "./select-controls.js";
import { c as errorShares, f as indexCells, l as levelAt, o as isOneNight, p as readRows, s as labelNights, t as LEAST_PASSES, u as looksOf } from "./power.js";
import { i as normalCdf, n as studentTQuantile, o as normalQuantile, r as undefinedEstimate, s as betaCdf } from "./student-t.js";
import { c as whyUnmeasured, d as spendEvenly, f as spendLate, l as whyUnmoved, o as testOneWay, r as testChange, s as findVoidOptions, t as alone, u as sequentialBounds } from "./test-change.js";
import { C as TODAY_SHARE, _ as MODEL_FINDING_RATE, c as FAIL_SHARE, d as LEAST_ANSWERED, f as LEAST_KAPPA, g as MODEL_FAIL_ERROR, l as FINDING_RATE, n as CHECK_REACH, o as DIFFERS_LEVEL, p as LEAST_LET_THROUGH, r as CLAUSE_FAIL_LEVEL, s as FAIL_ERROR, t as CHECK_CONFIDENCE, u as LEADING_SHARE, v as MODEL_PASS_ERROR, x as SCREEN_LEVEL, y as MOST_MISSING } from "./bounds.js";
import { d as measureNight, i as intervalAt, n as detectableChange, o as measureChange, p as withinVariance, r as halfFlip, s as scenarioTest, t as relabellingTest, u as upperBound } from "./relabelling.js";
import { T as listCellTasks, a as SEVERITY_OF_ACTION, o as rankBySeverity, s as statusOfGrounds } from "./prepare-check.js";
import { t as groupAlike } from "./scenario-groups.js";
import { t as mcnemar } from "./mcnemar.js";
import { c as flipOf, d as readComparedDraws, f as readDraws, h as benjaminiHochberg, l as hasModelDraws, m as smallestShown, o as exchangeableAs, p as acrossNights, r as listClauseTests, s as exchangedIn, t as describeClauses, u as isApplicable } from "./localise-clauses.js";
import { i as isTorn, n as conflictsIn, o as findCellOutliers, t as holm } from "./holm.js";
import { t as UNKNOWN_RESPONSE } from "./plan.js";
/**
* Variance of the difference of two models' answers to one scenario, one each: standard deviation 51 points, as two unlike models of
* the simulated panel have it (bench/README.md, "A change of models"); 35 points of it stay however often they are asked.
*/
const USUAL_MODEL_VARIANCE = .26;
/** What six looks ask of the last one beyond a single look. */
const PRICE_OF_LOOKS = .1;
/**
* Scenarios, asked once a side, with which a model that fails as often as the one before it passes 9 times in 10, to the next fifty:
* 1,000 at a margin of 5 points, 250 at 10.
*/
function scenariosForOthers(margin, variance = USUAL_MODEL_VARIANCE) {
	const reach = normalQuantile(1 - MODEL_PASS_ERROR) + PRICE_OF_LOOKS + normalQuantile(LEAST_PASSES);
	return 50 * Math.ceil(variance * (reach / margin) ** 2 / 50);
}
/** More is to be asked: `flagged` are the metrics that look risen so far. */
function nextRound(round, reason, flagged = []) {
	return {
		status: "next",
		round,
		reason,
		flagged
	};
}
const NOTHING_LOOKED_AT = {
	looked: 0,
	conflicts: [],
	outliers: []
};
/** Undefined where no scenario was drawn twice on either side: then noise is not told from spread. */
function noiseOfDraws(draws, kind) {
	const units = draws.filter(({ base, head }) => base.length > 0 && head.length > 0);
	const arms = kind === "target" ? units.map(({ base, head }) => [head.map((value, draw) => value - base[draw])]) : units.map(({ base, head }) => [head, base]);
	const freedom = arms.flat().reduce((total, values) => total + Math.max(0, values.length - 1), 0);
	if (freedom === 0) return void 0;
	const single = withinVariance(arms.flat());
	const variances = arms.map((sides) => sides.reduce((total, values) => total + single / values.length, 0));
	const differences = units.map(({ base, head }) => mean(head) - mean(base));
	const centre = mean(differences);
	const heterogeneity = differences.reduce((total, one, index) => {
		const variance = variances[index];
		return variance === 0 ? total : total + (one - centre) ** 2 / variance;
	}, 0);
	return {
		units,
		variance: variances.reduce((total, one) => total + one, 0) / units.length ** 2,
		heterogeneity,
		freedom
	};
}
/** The standard error of the mean change on these very scenarios, whatever others like them would show; never zero. */
function errorOnThese({ units, variance }, flip) {
	return Math.max(Math.sqrt(Math.max(0, variance + measureNight(units, flip).variance)), halfFlip(units, flip));
}
/**
* `theseScenarios`: the draws' own noise and that of nights; absent where no scenario was drawn twice on either side, for then
* noise is not told from spread. Where the exact test and the normal error would tell different stories the test's own error
* is taken (Miettinen, Am. J. Epidemiol. 103 (1976) 226-235), so that interval and p agree. Two models that answer each scenario
* once are different things (`model`), so that there both claims rest on the spread over scenarios, or for others over groups of them.
*/
function readClaims(units, change, { kind, p, reach, flip }) {
	const like = {
		p: scenarioTest(change),
		...whereDefined({ interval: intervalAt(change, reach) })
	};
	const noise = kind === "model" ? void 0 : noiseOfDraws(units, kind);
	if (noise === void 0) {
		const own = measureChange(units.map(alone), flip) ?? change;
		const interval = kind === "model" ? intervalAt(own, reach) : sharperInterval(own, {
			p,
			reach
		});
		return {
			theseScenarios: {
				p,
				...whereDefined({ interval })
			},
			scenariosLikeThem: like
		};
	}
	const half = reach * agreeing(errorOnThese(noise, flip), {
		change: change.value,
		p,
		reach
	});
	return {
		theseScenarios: {
			p,
			interval: [change.value - half, change.value + half]
		},
		scenariosLikeThem: like,
		...differsByScenario(noise) && { differs: true }
	};
}
/** That of the exact test (Miettinen); infinite where its p speaks of no rise. */
function errorOfTest(change, p) {
	return p < .5 && change > 0 ? change / normalQuantile(1 - p) : Number.POSITIVE_INFINITY;
}
/**
* The exact test's error where it is the sharper one, and where the normal interval excludes 0 though the test does not:
* a rare outcome on few scenarios varies too little between its own draws to say how far chance could carry it.
*/
function agreeing(error, { change, p, reach }) {
	const ofTest = errorOfTest(change, p);
	return reach * error < change && Number.isFinite(ofTest) && reach * ofTest >= change ? ofTest : Math.min(error, ofTest);
}
/** One draw a side: the spread over scenarios, or the exact test's own error where that is sharper. */
function sharperInterval(change, { p, reach }) {
	const wide = intervalAt(change, reach);
	if (wide === void 0) return void 0;
	const half = Math.min(wide[1] - change.value, reach * errorOfTest(change.value, p));
	return [change.value - half, change.value + half];
}
/** F test of the spread over scenarios against the draws' own (Cochran, Biometrics 10 (1954) 101-129). */
function differsByScenario({ heterogeneity, units, freedom }) {
	if (units.length < 2 || heterogeneity === 0) return false;
	const [above, below] = [units.length - 1, freedom];
	const f = heterogeneity / above;
	return betaCdf(below / (below + above * f), below / 2, above / 2) <= DIFFERS_LEVEL;
}
/** The metrics that can move in this comparison, each assessed. */
function assessAll(evidence, policy) {
	return BLOCKING_METRICS.filter((metric) => isApplicable(evidence, metric)).map((metric) => assess(evidence, metric, policy));
}
/** Whether even the worst that the missing cells could hide leaves the rise under the margin. */
function isBelowMargin(assessment, reach) {
	const { againstPass, margin } = assessment;
	return againstPass !== void 0 && upperBound(againstPass, reach) < margin;
}
/**
* The same for these very scenarios, whatever others like them would show; undefined where there are too few draws to
* tell.
*/
function isBelowOnThese({ againstPass, errorOnThese: error, margin }, reach) {
	return againstPass === void 0 || error === void 0 ? void 0 : againstPass.value + reach * error < margin;
}
/** The metric as it is reported. */
function describeAssessment(assessment, { together, reach: own, failLevel = FAIL_ERROR * LEADING_SHARE, ...shown }) {
	const { metric, margin, p } = assessment;
	const observed = together ?? assessment.observed;
	if (observed === void 0) return {
		...shown,
		margin,
		scenarios: 0
	};
	const claims = claimsOf(assessment, {
		observed,
		reach: own ?? 2.1,
		isPooled: together !== void 0
	});
	const { errorOnThese: error } = assessment;
	const { interval } = error !== void 0 || shown.status === "fail" ? claims.theseScenarios : claims.scenariosLikeThem;
	const detectable = error === void 0 ? couldHaveShown(assessment, observed, failLevel) : detectableChange({
		...observed,
		standardError: error
	}, {
		level: failLevel,
		least: FAIL_SHARE * margin
	});
	const asShown = (value) => METRICS[metric].worse === "down" ? 1 - value : value;
	return {
		...shown,
		base: asShown(observed.base),
		head: asShown(observed.head),
		change: observed.value,
		...whereDefined({ interval }),
		level: own === void 0 ? CHECK_CONFIDENCE : 1 - 2 * MODEL_PASS_ERROR,
		...error !== void 0 && { ofThese: true },
		p,
		claims,
		margin,
		...whereDefined({ detectable }),
		scenarios: observed.scenarios
	};
}
/** The rise that would have failed in 4 of 5 checks on evidence like this; undefined where none would. */
function couldHaveShown({ metric, margin, evidence }, observed, level) {
	const least = FAIL_SHARE * margin;
	const { units, flip, kind } = evidence;
	if (METRICS[metric].unit !== "share") return detectableChange(observed, {
		level,
		least
	});
	const shown = smallestShown(units, {
		level,
		least,
		flip,
		kind
	});
	return shown !== void 0 && Number.isFinite(shown) ? shown : void 0;
}
/**
* Where a pass rests on stored and fresh draws together, the claim about scenarios like these uses both, the claim
* about these very ones the fresh draws alone.
*/
function claimsOf({ evidence, p, observed: own }, { observed, reach, isPooled }) {
	const claims = readClaims(evidence.units, own ?? observed, {
		...evidence,
		p,
		reach
	});
	if (!isPooled) return claims;
	const interval = intervalAt(observed, reach);
	return {
		...claims,
		scenariosLikeThem: {
			p: scenarioTest(observed),
			...whereDefined({ interval })
		}
	};
}
function assess(evidence, metric, policy) {
	const flip = flipOf(evidence, metric);
	const { stage } = evidence;
	const kind = exchangeableAs(evidence, metric);
	const read = (reading) => {
		const units = readDraws(evidence, metric, reading);
		const p = testChange(units, {
			kind,
			flip,
			seed: `${policy.seed}\n${stage}\n${metric}`
		});
		return {
			units,
			change: measureChange(units, flip),
			p
		};
	};
	const observed = read("observed");
	const { change, p } = observed;
	const harmful = evidence.hasGaps ? readDraws(evidence, metric, "against-pass") : observed.units;
	const noise = hasModelDraws(evidence) ? noiseOfDraws(harmful, "prompt") : void 0;
	const common = {
		metric,
		margin: policy.margins[metric],
		observed: change,
		p,
		evidence: {
			units: observed.units,
			kind,
			flip
		},
		...whereDefined({ errorOnThese: noise && errorOnThese(noise, flip) })
	};
	if (!evidence.hasGaps) return {
		...common,
		againstPass: observed.change,
		againstFail: observed
	};
	return {
		...common,
		againstPass: measureChange(harmful, flip),
		againstFail: read("against-fail")
	};
}
/** Repeated draws that are the first one again, word for word: of so many at least, this share. */
const LEAST_REPEATS = 8;
const LEAST_SHARE = .95;
/**
* Slots whose repeated draws are copies of the first one. Of a cell whose answer is not known nothing is said, nor of draws that
* were given the answer of the one before (see `answerName`).
*/
function findCopying(all, kind) {
	const isOwn = ({ stage, draw }) => kind !== "target" || stage !== "confirm" || (draw - 1) % 2 === 0;
	const cells = all.filter(isOwn);
	const first = /* @__PURE__ */ new Map();
	const counts = /* @__PURE__ */ new Map();
	for (const { arm, scenario, model, response } of cells) {
		if (response === "") continue;
		const place = `${arm}\n${model}\n${scenario}`;
		const known = first.get(place);
		if (known === void 0) {
			first.set(place, response);
			continue;
		}
		const count = counts.get(model) ?? {
			repeats: 0,
			same: 0
		};
		counts.set(model, count);
		count.repeats += 1;
		count.same += Number(known === response);
	}
	const copying = [...counts].filter(([, { repeats, same }]) => repeats >= LEAST_REPEATS && same >= LEAST_SHARE * repeats);
	return new Set(copying.map(([model]) => model));
}
/** The notes about such models, which stand beside any verdict. */
function copyNotes({ kind, copying, compared }) {
	const models = compared.filter((model) => copying.has(model));
	if (models.length === 0) return [];
	return [{
		code: "copied-draws",
		args: {
			models,
			counted: kind === "target" ? "by-ruling" : models.length === compared.length ? "once" : "beside-others"
		},
		severity: "notice"
	}];
}
/** The cells that have a twin on the other arm (same scenario, model and draw), in their order. */
function pairedCells(cells) {
	const placeOf = ({ scenario, model, draw }) => `${scenario}\n${model}\n${draw}`;
	const heads = new Set(cells.flatMap((cell) => cell.arm === "head" ? [placeOf(cell)] : []));
	const both = new Set(cells.flatMap((cell) => cell.arm === "base" && heads.has(placeOf(cell)) ? [placeOf(cell)] : []));
	return cells.filter((cell) => both.has(placeOf(cell)));
}
/** `cells` as `pairedCells` gives them: a majority of four draws against one draw would count chance as a change. */
function findFailingModels(cells) {
	const places = /* @__PURE__ */ new Map();
	for (const { scenario, model, arm, problematic } of cells) {
		const models = places.get(scenario) ?? /* @__PURE__ */ new Map();
		places.set(scenario, models);
		const sides = models.get(model) ?? {
			base: {
				bad: 0,
				ruled: 0
			},
			head: {
				bad: 0,
				ruled: 0
			}
		};
		models.set(model, sides);
		if (problematic === "missing") continue;
		sides[arm].ruled += 1;
		if (problematic) sides[arm].bad += 1;
	}
	return new Map([...places].map(([scenario, models]) => {
		const failing = (arm) => [...models].flatMap(([model, sides]) => 2 * sides[arm].bad > sides[arm].ruled ? [model] : []);
		return [scenario, {
			base: failing("base"),
			head: failing("head")
		}];
	}));
}
/** Scenarios on which more models fail on head than on base, and on which fewer do. */
function countFlips(cells) {
	const all = [...findFailingModels(cells).values()];
	return {
		worse: all.filter(({ base, head }) => head.length > base.length).length,
		better: all.filter(({ base, head }) => head.length < base.length).length
	};
}
/**
* Of what is told at most a tenth is chance, on average, and where nothing changed anything is told in at most a tenth of
* checks (Benjamini and Hochberg 1995). What could not reach the rate whatever its labels is left out before: R. E. Tarone,
* "A modified Bonferroni method for discrete data", Biometrics 46 (1990) 515-522: the smallest k for which at most k could
* reach rate / k. That is read off pooled outcomes, so it favours nothing.
*/
function testFamily(candidates, rate = FINDING_RATE) {
	const level = leastLevel(candidates.map(({ smallestP }) => smallestP), rate);
	const speaking = candidates.filter(({ smallestP }) => smallestP <= level);
	const adjusted = benjaminiHochberg(speaking.map(({ p }) => p));
	const byCandidate = new Map(speaking.map((candidate, index) => [candidate, adjusted[index]]));
	return candidates.map((candidate) => {
		const adjustedP = byCandidate.get(candidate) ?? 1;
		return {
			p: candidate.p,
			adjustedP,
			isSure: adjustedP <= rate
		};
	});
}
/** How many tests of a family could reach the rate at all, which is what the level of a single one is divided by. */
function countSpeaking(candidates, rate = FINDING_RATE) {
	const level = leastLevel(candidates.map(({ smallestP }) => smallestP), rate);
	return candidates.filter(({ smallestP }) => smallestP <= level).length;
}
function leastLevel(smallest, rate) {
	for (let k = 1;; k += 1) {
		const level = rate / k;
		if (smallest.filter((p) => p <= level).length <= k) return level;
	}
}
/** Clauses with what became of them, and everything else that may be remarked on: one family. */
function testFindings(evidence, input) {
	const seed = `${input.policy.seed}\n${evidence.stage}\nfinding`;
	const oneWay = (name, units) => {
		const options = {
			kind: exchangedIn(evidence),
			flip: flipOf(evidence, "nonCompliance"),
			seed: `${seed}\n${name}`
		};
		return acrossNights(evidence, units, {
			own: testOneWay(units, options),
			flip: options.flip,
			sides: 1
		});
	};
	const clauses = listClauseTests(evidence, input);
	const cells = pairedCells([...evidence.index.values()]);
	const pairs = listPairs([...evidence.index.values()], input.reworded);
	const conflicts = pairs.map((pair) => ({
		clauses: pair,
		...oneWay(pair.join(" "), readComparedDraws(evidence, shareTorn(pair)))
	}));
	const ambiguity = oneWay("ambiguity", readComparedDraws(evidence, shareAmbiguous));
	const flips = countFlips(cells);
	const all = readDraws(evidence, "nonCompliance", "observed");
	const flip = flipOf(evidence, "nonCompliance");
	const scenarios = acrossNights(evidence, all, {
		own: signTest(flips),
		flip,
		sides: 1
	});
	const apart = countByModel(evidence);
	const outliers = apart.map(({ model, units }) => {
		const options = {
			kind: "prompt",
			flip: 1,
			seed: `${seed}\noutliers ${model}`
		};
		return acrossNights(evidence, units, {
			own: testOneWay(units, options),
			flip: 1,
			sides: 1
		});
	});
	const family = [
		...clauses,
		...conflicts,
		ambiguity,
		scenarios,
		...outliers
	];
	const rate = evidence.kind === "model" ? MODEL_FINDING_RATE : FINDING_RATE;
	const tested = testFamily(family, rate);
	const take = (from, count) => tested.slice(from, from + count);
	const afterClauses = clauses.length + conflicts.length;
	return {
		clauses: describeClauses(clauses, take(0, clauses.length), {
			rate,
			looked: countSpeaking(family, rate)
		}),
		findings: {
			looked: tested.length,
			conflicts: take(clauses.length, conflicts.length).map((one, index) => ({
				...one,
				clauses: pairs[index]
			})),
			ambiguity: tested[afterClauses],
			scenarios: {
				...tested[afterClauses + 1],
				worse: flips.worse,
				better: flips.better
			},
			outliers: take(afterClauses + 2, outliers.length).map((one, index) => {
				const { model, new: came, gone } = apart[index];
				return {
					...one,
					model,
					new: came,
					gone
				};
			})
		}
	};
}
/** Pairs that judges were torn between on two scenarios or more, whatever the side: a single odd answer is none. */
function listPairs(cells, reworded) {
	const scenarios = /* @__PURE__ */ new Map();
	for (const cell of cells) for (const pair of conflictsIn(cell)) {
		if (reworded !== void 0 && !pair.some((clause) => reworded.has(clause))) continue;
		const place = JSON.stringify(pair);
		scenarios.set(place, (scenarios.get(place) ?? /* @__PURE__ */ new Set()).add(cell.scenario));
	}
	return [...scenarios].filter(([, seen]) => seen.size > 1).map(([place]) => JSON.parse(place)).sort((a, b) => a.join("\n") < b.join("\n") ? -1 : 1);
}
/** Share of a row's ruled answers that judges are torn over between the two. */
function shareTorn(pair) {
	return ({ cells }) => shareOf(cells, (cell) => Number(isTorn(cell, pair)));
}
const shareAmbiguous = ({ cells }) => shareOf(cells, ({ judgments }) => {
	const ruled = judgments.filter((judgment) => judgment.status === "ruled");
	return ruled.filter(({ ruling }) => ruling === "ambiguous").length / Math.max(1, ruled.length);
});
function shareOf(cells, read) {
	const ruled = cells.filter((cell) => cell !== void 0 && cell.problematic !== "missing");
	return ruled.length === 0 ? void 0 : ruled.reduce((total, cell) => total + read(cell), 0) / ruled.length;
}
/** Sign test: if nothing changed, a scenario that turned is as likely to have turned one way as the other. */
function signTest({ worse, better }) {
	return {
		p: mcnemar({
			worse,
			better
		}).exact.oneSided,
		smallestP: .5 ** (worse + better)
	};
}
function countByModel({ index, kind, models, scenarios, draws, stage }) {
	const outliers = findCellOutliers([...index.values()], { kind });
	return models.flatMap((model) => {
		const own = outliers.filter((outlier) => outlier.model === model);
		const { new: came, gone } = countOutliers(own);
		if (came + gone === 0) return [];
		const seen = new Map(own.map((outlier) => [outlier.scenario, outlier.draws]));
		return [{
			model,
			new: came,
			gone,
			units: scenarios.map((scenario) => {
				const at = seen.get(scenario);
				const [base, head] = ["base", "head"].map((arm) => at === void 0 ? zeros(draws[arm]) : [...zeros(at[arm].measured - at[arm].seen), ...zeros(at[arm].seen, 1)]);
				return {
					scenario,
					base,
					head,
					...stage === "screen" && { stored: base }
				};
			})
		}];
	});
}
function zeros(length, value = 0) {
	return Array.from({ length }, () => value);
}
/** The screen's evidence: `draws` head draws against the policy's stored base draws. */
function screenRows(input, size) {
	const base = Math.max(input.policy.selection.replicates.base, size.draws);
	return evidenceOf(input, {
		stage: "screen",
		scenarios: size.scenarios,
		draws: {
			base,
			head: size.draws
		}
	});
}
/** The confirmation's evidence: fresh draws of both arms. */
function confirmRows(input, size) {
	return evidenceOf(input, {
		stage: "confirm",
		scenarios: size.scenarios,
		draws: {
			base: size.draws,
			head: size.draws
		}
	});
}
/**
* All that bears on how far the head stands from the base: its own draws, of both stages where they are of one night, the stored
* base draws, and the base's of today.
*/
function pooledRows(input, round) {
	const isScreen = round.stage === "screen";
	const fresh = isScreen ? 0 : round.draws;
	const cells = input.cells.flatMap((cell) => {
		if (cell.arm === "base") return [cell];
		if (cell.stage === "screen") return isScreen ? [cell] : [];
		return isScreen || cell.draw > fresh ? [] : [{
			...cell,
			stage: "screen"
		}];
	});
	const head = isScreen ? round.draws : fresh;
	const today = isScreen ? 1 : round.draws + (round.today === void 0 ? 0 : 1);
	const base = Math.max(input.policy.selection.replicates.base, isScreen ? round.draws : 0);
	const size = {
		stage: "screen",
		scenarios: round.scenarios,
		draws: {
			base,
			head
		},
		today
	};
	return {
		...evidenceOf({
			...input,
			cells
		}, size),
		unpaired: true
	};
}
function meansOf(input, cells) {
	const { kind, models, judges, scoring, ruledTwice } = input;
	const isScored = cells.some(({ scores }) => scores !== void 0);
	const sharesClauses = cells.some((cell) => {
		const reading = sharedReading(cell, { judges: judges.length });
		return reading !== void 0 && reading !== "missing" && reading.rests > 0;
	});
	return {
		kind,
		models: models.length,
		judges: judges.length,
		scoring: isScored ? "possible" : scoring ?? "no-classifier",
		sharesClauses,
		...kind === "prompt" && { bothTexts: (ruledTwice?.size ?? 0) > 0 }
	};
}
function evidenceOf(input, size) {
	const models = [...input.models].sort();
	const scenarios = input.order.slice(0, size.scenarios).sort();
	const asked = new Set(scenarios);
	const cells = input.cells.filter(({ stage, arm, draw, scenario }) => stage === size.stage && draw <= size.draws[arm] && asked.has(scenario));
	const index = indexCells(cells);
	const rowsOf = (arm) => readRows(index, {
		arm,
		stage: size.stage,
		scenarios,
		models,
		draws: size.draws[arm]
	});
	const { today = 1 } = size;
	const isFresh = ({ arm, stage, draw }) => arm === "base" && stage === "confirm" && draw <= today;
	const fresh = size.stage === "screen" ? input.cells.filter((cell) => isFresh(cell) && asked.has(cell.scenario)) : [];
	const expected = scenarios.length * models.length * (size.draws.base + size.draws.head);
	return {
		kind: input.kind,
		stage: size.stage,
		scenarios,
		models,
		compared: input.kind === "model" ? models.filter((model) => input.changedModels?.includes(model) ?? true) : models,
		judges: input.judges,
		copying: findCopying(cells, input.kind),
		draws: size.draws,
		index,
		groups: input.groups ?? /* @__PURE__ */ new Map(),
		ruledTwice: input.ruledTwice ?? /* @__PURE__ */ new Set(),
		...whereDefined({ nights: size.stage === "screen" ? labelNights(cells, size.draws.base) : void 0 }),
		...fresh.length > 0 && { today: readRows(indexCells(fresh), {
			arm: "base",
			stage: "confirm",
			draws: today,
			scenarios: [...new Set(fresh.map(({ scenario }) => scenario))],
			models
		}) },
		means: meansOf(input, cells),
		rows: {
			base: rowsOf("base"),
			head: rowsOf("head")
		},
		hasGaps: cells.length !== expected || [...cells, ...fresh].some((cell) => cell.problematic === "missing" || cell.scores === "missing" || cell.arm === "head" && input.ruledTwice?.has(cell.scenario) === true && (cell.underBase?.problematic ?? "missing") === "missing")
	};
}
/** Whether stored answers of other nights than the head's are what a pass would rest on. */
function isOfOtherNights({ nights }) {
	return nights !== void 0 && nights.base.some((night) => night !== nights.head);
}
/** Every limit of the policy that applies, on one stage's evidence. A limit on judge agreement is its least share. */
function checkLimits(evidence, policy) {
	const results = /* @__PURE__ */ new Map();
	for (const metric of BLOCKING_METRICS) {
		const limit = policy.limits[metric];
		if (limit === void 0 || !isApplicable(evidence, metric)) continue;
		results.set(metric, checkLimit(evidence, metric, METRICS[metric].worse === "down" ? 1 - limit : limit));
	}
	return results;
}
function checkLimit(evidence, metric, limit) {
	if (evidence.draws.head < 4) return "open";
	const most = levelOf(evidence, {
		metric,
		arm: "head",
		reading: "against-pass"
	});
	const least = levelOf(evidence, {
		metric,
		arm: "head",
		reading: "against-fail"
	});
	if (most === void 0 || least === void 0) return "open";
	if (most.value + 1.645 * most.standardError <= limit) return "within";
	const base = levelOf(evidence, {
		metric,
		arm: "base",
		reading: "observed"
	});
	if (base !== void 0 && base.value > limit) return "pre-existing";
	return least.value - 1.645 * least.standardError > limit ? "breached" : "open";
}
/**
* The level of what an edit cannot move, on the screen's stored base draws, and where it stands to a limit. It is never blamed on
* the change: above the limit is above it before.
*/
function checkStoredLevel(screen, metric, limit) {
	const level = (reading) => levelOfStored(screen, metric, reading);
	const observed = level("observed");
	if (observed === void 0) return void 0;
	const { value, scenarios } = observed;
	if (limit === void 0) return {
		value,
		scenarios
	};
	const most = level("against-fail") ?? observed;
	if (observed.draws >= 4 && most.value + 1.645 * most.standardError <= limit) return {
		value,
		scenarios,
		limit: "within"
	};
	return {
		value,
		scenarios,
		limit: value > limit ? "pre-existing" : "open"
	};
}
function levelOfStored(screen, metric, reading) {
	return levelOfDraws(readDraws(screen, metric, reading).map(({ stored = [] }) => stored), flipOf(screen, metric));
}
/** The level on this bank: the scenarios are fixed, so only the draws' own noise is in its error. */
function levelOf(evidence, what) {
	return levelOfDraws(readDraws(evidence, what.metric, what.reading).map((unit) => unit[what.arm]), flipOf(evidence, what.metric));
}
function levelOfDraws(units, flip) {
	const draws = units.filter((values) => values.length > 0);
	if (draws.length === 0) return void 0;
	const rows = draws.reduce((total, values) => total + values.length, 0);
	const variance = draws.reduce((total, values) => total + varianceOfMean(values), 0) / draws.length ** 2;
	const floor = Math.SQRT1_2 * flip / rows;
	return {
		value: draws.reduce((total, values) => total + mean(values), 0) / draws.length,
		standardError: Math.max(Math.sqrt(variance), floor),
		scenarios: draws.length,
		draws: Math.min(...draws.map(({ length }) => length))
	};
}
function varianceOfMean(values) {
	if (values.length < 2) return 0;
	const centre = mean(values);
	return values.reduce((total, value) => total + (value - centre) ** 2, 0) / (values.length - 1) / values.length;
}
/** Rows for metrics that a policy asks about and that cannot move; what only reports and has no limit is no row. */
function describeUnmoved(input, evidence) {
	const { actions, limits } = input.policy;
	const metrics = {};
	const notes = [];
	const screen = input.kind === "model" ? evidence : screenRows(input, {
		draws: 1,
		scenarios: evidence.scenarios.length
	});
	for (const metric of BLOCKING_METRICS) {
		const why = whyUnmoved(metric, screen.means);
		if (why === void 0 || actions[metric] === "report" && limits[metric] === void 0) continue;
		const row = whyUnmeasured(metric, screen.means) === void 0 ? levelRow(screen, metric, limits[metric]) : void 0;
		metrics[metric] = row ?? {
			status: "not-applicable",
			why,
			scenarios: 0
		};
		if (row !== void 0) notes.push(levelNote(metric, row));
	}
	const set = findVoidOptions(input.policy, screen.means);
	return {
		metrics,
		notes: [...notes, ...set.map(({ option, why }) => ({
			code: "void-option",
			args: {
				option,
				why
			},
			severity: "notice"
		}))]
	};
}
function levelRow(screen, metric, limit) {
	const level = checkStoredLevel(screen, metric, limit);
	if (level === void 0) return void 0;
	const { value, scenarios } = level;
	return {
		status: {
			within: "pass",
			"pre-existing": "pre-existing",
			open: "report"
		}[level.limit ?? "open"],
		stage: "screen",
		base: value,
		head: value,
		unchanged: true,
		...whereDefined({ limit }),
		scenarios
	};
}
function levelNote(metric, { base = 0, limit, status, scenarios }) {
	return {
		code: "level-unchanged",
		args: {
			metric,
			level: base,
			scenarios,
			...limit !== void 0 && {
				limit,
				stands: status
			}
		},
		severity: "notice"
	};
}
/** z(.80): the chance of deciding that `scenariosToDecide` plans for. */
const POWER_REACH = .8416;
/** The verdict with its findings: what the last look of a check ends in. */
function settleVerdict(input, grounds) {
	return {
		...settleGrounds(input, grounds),
		...testFindings(grounds.evidence, input)
	};
}
/** The verdict without findings: the status of each metric and every reason why the change does not pass. */
function settleGrounds(input, grounds) {
	const { evidence, settled, limits, missing } = grounds;
	const metrics = {};
	const still = describeUnmoved(input, evidence);
	Object.assign(metrics, still.metrics);
	const reasons = [...grounds.reasons];
	for (const one of settled) {
		const { metric } = one.assessment;
		const limit = input.policy.limits[metric];
		const described = describeAssessment(one.assessment, {
			status: withLimit(one.status, limits.get(metric)),
			stage: one.stage,
			...whereDefined({ reach: grounds.look?.reach }),
			...whereDefined({
				adjustedP: one.adjustedP,
				limit,
				pooled: one.pooled,
				together: one.together,
				failLevel: one.failLevel
			})
		});
		metrics[metric] = described;
		reasons.push(...reasonsFor(metric, described, {
			one,
			limit: limits.get(metric)
		}));
	}
	metrics.newOutliers = describeOutliers(listOutliers(evidence), {
		evidence,
		action: input.policy.actions.newOutliers
	});
	const isOpen = grounds.reasons.some(({ severity }) => severity === "warning");
	if (metrics.newOutliers.status === "fail" && !isOpen) reasons.push({
		code: "new-outliers",
		args: { count: metrics.newOutliers.change ?? 0 },
		severity: "error"
	});
	reasons.push(...untestedReasons(input));
	const verdict = statusOfGrounds(reasons);
	if (verdict === "pass") reasons.push(...ofTheseOnly(metrics, settled));
	const needed = verdict === "inconclusive" ? scenariosToDecide(settled) : void 0;
	return {
		status: "verdict",
		verdict,
		reasons: rankBySeverity(reasons),
		metrics,
		missing,
		notes: [
			...grounds.notes,
			...copyNotes(evidence),
			...still.notes
		],
		...whereDefined({ scenariosToDecide: needed })
	};
}
/**
* What passed for these scenarios and is not shown of others like them: the first of the metrics that block, and how many
* scenarios would show it.
*/
function ofTheseOnly(metrics, settled) {
	for (const { status, assessment } of settled) {
		const { metric, margin, observed, errorOnThese: error } = assessment;
		const described = metrics[metric];
		const high = described?.claims?.scenariosLikeThem.interval?.[1] ?? Number.POSITIVE_INFINITY;
		if (status !== "pass" || described?.ofThese !== true || high < margin) continue;
		const { scenarios } = observed;
		const draws = assessment.evidence.units[0]?.head.length ?? 1;
		return [{
			code: "of-these-only",
			args: {
				metric,
				scenarios,
				high,
				needed: scenariosForOthers(margin, scenarios * (observed.standardError ** 2 + (draws - 1) * (error ?? 0) ** 2))
			},
			severity: "notice"
		}];
	}
	return [];
}
/** Changed clauses that no scenario tests: what the policy says about them. */
function untestedReasons(input) {
	return input.untested.map((clause) => ({
		code: "untested-clause",
		args: { clause },
		clause,
		severity: SEVERITY_OF_ACTION[input.policy.actions.untested]
	}));
}
/** Outliers of one stage. */
function listOutliers({ index, kind }) {
	return findCellOutliers([...index.values()], { kind });
}
function withLimit(status, limit) {
	if (limit === void 0 || limit === "within" || status === "fail") return status;
	if (limit === "breached") return "fail";
	if (limit === "pre-existing") return "pre-existing";
	return "inconclusive";
}
function reasonsFor(metric, described, why) {
	const { status: _, interval, pooled: __, claims: ___, ...numbers } = described;
	const args = {
		metric,
		...numbers,
		...whereDefined({
			low: interval?.[0],
			high: interval?.[1]
		})
	};
	const reasons = [];
	if (why.one.status === "fail") reasons.push({
		code: "metric-rose",
		args,
		severity: "error"
	});
	if (why.one.status === "inconclusive") reasons.push({
		code: "metric-undecided",
		args,
		severity: "warning"
	});
	if (why.limit === "breached") reasons.push({
		code: "limit-breached",
		args,
		severity: "error"
	});
	if (why.limit === "open") reasons.push({
		code: "limit-undecided",
		args,
		severity: "warning"
	});
	if (why.limit === "pre-existing") reasons.push({
		code: "limit-pre-existing",
		args,
		severity: "notice"
	});
	return reasons;
}
function describeOutliers(outliers, how) {
	const { stage, scenarios, models, draws } = how.evidence;
	if (models.length < 3) return {
		status: "not-applicable",
		why: "two-models",
		scenarios: 0
	};
	if (draws.base === 1 && draws.head === 1) return {
		status: "not-applicable",
		why: "one-draw",
		scenarios: 0
	};
	const { base, head, new: change, gone } = countOutliers(outliers);
	const figures = {
		stage,
		base,
		head,
		change,
		gone,
		scenarios: scenarios.length
	};
	if (how.action === "report") return {
		status: "report",
		...figures
	};
	return {
		status: stage === "confirm" && change > 0 ? "fail" : "pass",
		...figures
	};
}
/**
* Scenarios as varied as these that decide with 80 % chance if the estimate is true: enough for a pass where it is below
* half the margin, else for a fail. The largest over the undecided metrics.
*/
function scenariosToDecide(settled) {
	const needs = settled.flatMap(({ status, assessment: { observed, margin } }) => {
		if (status !== "inconclusive" || observed === void 0 || !Number.isFinite(observed.standardError)) return [];
		const distance = observed.value < margin / 2 ? margin - observed.value : observed.value;
		return [Math.ceil(observed.scenarios * ((CHECK_REACH + POWER_REACH) * observed.standardError / distance) ** 2)];
	});
	return needs.length === 0 ? void 0 : Math.max(...needs);
}
/** Metrics that are only reported are read on the last stage's evidence, whatever the screen said of them. */
function reportedOnly(evidence, policy) {
	return assessAll(evidence, policy).filter(({ metric }) => policy.actions[metric] === "report").map((assessment) => ({
		assessment,
		status: "report",
		stage: "confirm"
	}));
}
/** A failure becomes undecided: with too little evidence nothing fails either. */
function undecided(settled) {
	return settled.status === "fail" ? {
		...settled,
		status: "inconclusive"
	} : settled;
}
/**
* Whether more draws could change the verdict: an untested clause stays untested, and a clause's violations have all their
* rulings from the first look on.
*/
function hasUndecided(verdict) {
	const open = /* @__PURE__ */ new Set(["metric-undecided", "limit-undecided"]);
	return verdict.reasons.some(({ code }) => open.has(code));
}
/** Both rulings of each answer with `specUse: target`, which judges the same answers under both texts. */
function pairRulings(cells) {
	const paired = pairedCells(cells);
	const placeOf = ({ scenario, model, draw }) => `${scenario}\n${model}\n${draw}`;
	return pairUp(paired, placeOf);
}
/** The same with `specUse: prompt`: of the head's own answers, those that are judged under the base text, too. */
function pairHeadRulings(cells) {
	return cells.flatMap((head) => head.arm === "head" && head.underBase !== void 0 ? [{
		base: {
			...head,
			...head.underBase
		},
		head
	}] : []);
}
/** Both rulings of each control and draw. */
function pairControls(rulings) {
	return pairUp(rulings, ({ id, stage, draw }) => `${stage}\n${draw}\n${id}`);
}
/**
* Of answers that were ruled under both texts: how many base forbids, how many of those head forbids no more, and how many
* only head forbids. Pairs without a majority on either side are left out.
*/
function countBothTexts(pairs) {
	const standings = pairs.map(({ base, head }) => ({
		base: standingOf(base),
		head: standingOf(head)
	})).filter(({ base, head }) => base !== "missing" && head !== "missing");
	const only = (from, to) => standings.filter((pair) => pair[from] === "forbidden" && pair[to] !== "forbidden").length;
	return {
		answers: standings.length,
		forbidden: standings.filter(({ base }) => base === "forbidden").length,
		letThrough: only("base", "head"),
		newlyForbidden: only("head", "base")
	};
}
/** The same of two models' answers to one spec: how many each breaks it in, and how many only one of them. */
function countBothModels(pairs) {
	const { answers, forbidden: base, letThrough: onlyBase, newlyForbidden: onlyHead } = countBothTexts(pairs);
	return {
		answers,
		base,
		head: base - onlyBase + onlyHead,
		onlyHead,
		onlyBase
	};
}
/** Whether base forbids an answer that head does not forbid. */
function isLetThrough({ base, head }) {
	return standingOf(base) === "forbidden" && !["forbidden", "missing"].includes(standingOf(head));
}
function pairUp(rulings, placeOf) {
	const heads = new Map(rulings.flatMap((one) => one.arm === "head" ? [[placeOf(one), one]] : []));
	return rulings.flatMap((base) => {
		const head = base.arm === "base" ? heads.get(placeOf(base)) : void 0;
		return head === void 0 ? [] : [{
			base,
			head
		}];
	});
}
/**
* One row a clause: how many of its violations base forbids, how many of those head allows, and the p of that (exact, by
* relabelling). `isSeen`: with so many violations a clause that allows them all would show at the family's level.
*/
function watchClauses({ clauses, controls, stage, seed }) {
	const level = levelFor(clauses.length);
	return clauses.map((clause) => {
		const pairs = pairControls(controls.filter((one) => one.role === "violation" && one.stage === stage && one.clauses.includes(clause))).filter(({ base, head }) => base.problematic !== "missing" && head.problematic !== "missing");
		const forbidden = pairs.filter(({ base }) => standingOf(base) === "forbidden");
		const allowed = forbidden.filter(isLetThrough);
		const p = testChange(unitsOf(pairs), {
			kind: "target",
			flip: 1,
			seed: `${seed}\n${stage}\n${clause}`
		});
		return {
			clause,
			forbidden: forbidden.length,
			allowed: allowed.length,
			p,
			isSeen: 2 ** -forbidden.length <= level
		};
	});
}
/** Clauses to be confirmed: that head allows more of their violations is hardly chance. */
function findSuspicious(watched) {
	return watched.filter(({ p }) => p <= levelFor(watched.length));
}
/** Clauses that fail on fresh rulings of both sides at a look's level; Holm over those that the screen flagged. */
function findLetThrough(confirmed, { flagged, level }) {
	const names = new Set(flagged.map(({ clause }) => clause));
	const tested = confirmed.filter(({ clause }) => names.has(clause));
	const adjusted = holm(tested.map(({ p }) => p));
	return tested.flatMap((one, index) => {
		const adjustedP = adjusted[index];
		const isLarge = one.allowed >= LEAST_LET_THROUGH * one.forbidden;
		return adjustedP <= level && isLarge ? [{
			...one,
			adjustedP
		}] : [];
	});
}
function levelFor(clauses) {
	return SCREEN_LEVEL / Math.min(Math.max(1, clauses), 4);
}
/** A ruling that turned counts for the side it turned to; every other pair is a tie. */
function unitsOf(pairs) {
	return [...new Set(pairs.map(({ base }) => base.id))].map((id) => {
		const own = pairs.filter(({ base }) => base.id === id);
		return {
			scenario: id,
			base: own.map(({ base, head }) => Number(isLetThrough({
				base: head,
				head: base
			}))),
			head: own.map((pair) => Number(isLetThrough(pair)))
		};
	});
}
/** Clauses that a screen flags: their violations alone are ruled on again in a confirmation. */
function flaggedClauses(input) {
	return findSuspicious(watch(input, "screen"));
}
function watch({ touched = [], controls = [], policy }, stage) {
	return watchClauses({
		clauses: touched.map(({ id }) => id),
		controls,
		stage,
		seed: policy.seed
	});
}
/** A screen flags, a confirmation fails. Without touched clauses there is nothing to watch. */
function readLoosening(input, stage) {
	const { policy } = input;
	const blocks = policy.actions.letThrough === "fail";
	const screened = watch(input, "screen");
	const flagged = findSuspicious(screened);
	const fresh = stage === "screen" ? screened : watch(input, stage);
	const watched = screened.map((one) => flagged.includes(one) ? fresh.find(({ clause }) => clause === one.clause) : one);
	const unseen = watched.filter(({ isSeen }) => !isSeen).map((one) => unseenReason(one, blocks && mustBeSeen(input, one) ? "warning" : "notice"));
	if (stage === "screen") {
		const seen = blocks ? [] : flagged.map((one) => letThroughReason(one, "notice"));
		return {
			flagged: blocks ? flagged : [],
			reasons: [...seen, ...unseen]
		};
	}
	const failed = findLetThrough(watched, {
		flagged,
		level: CLAUSE_FAIL_LEVEL
	});
	const isFailed = (clause) => failed.some((one) => one.clause === clause);
	const open = flagged.flatMap(({ clause }) => {
		const own = watched.find((one) => one.clause === clause);
		return own.forbidden > 0 && own.allowed >= .25 * own.forbidden && !isFailed(clause) ? [own] : [];
	});
	const severity = blocks ? "error" : "notice";
	return {
		flagged,
		reasons: [
			...failed.map((one) => letThroughReason({
				...one,
				p: one.adjustedP
			}, severity)),
			...open.map((one) => ({
				...letThroughReason(one, blocks ? "warning" : "notice"),
				code: "clause-undecided"
			})),
			...unseen
		]
	};
}
/**
* Where nobody labelled anything, that nothing forbidden was answered speaks for the models, and an edit of some words is not
* held up for it. A clause that is gone or emptied is.
*/
function mustBeSeen({ touched = [], labelled = 0 }, { clause }) {
	return labelled > 0 || touched.some(({ id, edit }) => id === clause && edit === "gutted");
}
function letThroughReason({ clause, forbidden, allowed, p }, severity) {
	return {
		code: "clause-let-through",
		args: {
			clause,
			forbidden,
			allowed,
			p
		},
		clause,
		severity
	};
}
function unseenReason({ clause, forbidden }, severity) {
	return {
		code: "loosening-unseen",
		args: {
			clause,
			forbidden
		},
		clause,
		severity
	};
}
/** Counts over both arms of one stage: cells that are absent, unruled, or unscored where the scenario is scored. */
function countMissing(evidence) {
	const asked = new Map(evidence.judges.map((judge) => [judge, {
		asked: 0,
		ruled: 0
	}]));
	let cells = 0;
	const isScoreMissing = ({ scores }) => evidence.kind !== "target" && scores === "missing";
	let expected = 0;
	for (const arm of ["base", "head"]) for (const row of [...evidence.rows[arm].values()].flat()) for (const cell of row.cells) {
		expected += 1;
		if (cell === void 0 || cell.problematic === "missing" || isScoreMissing(cell)) cells += 1;
		for (const [judge, count] of asked) {
			const judgment = cell?.judgments.find((given) => given.judge === judge);
			if (judgment === void 0 ? isAudited(cell) : !isUnasked(judgment)) count.asked += 1;
			if (judgment?.status === "ruled") count.ruled += 1;
		}
	}
	const answered = [...asked].flatMap(([judge, count]) => count.asked === 0 ? [] : [[judge, count.ruled / count.asked]]);
	return {
		cells,
		expected,
		answered: Object.fromEntries(answered)
	};
}
/** Every judge was asked. */
function isAudited(cell) {
	return cell?.audited === true && cell.judgments.length > 0;
}
/** The run ended before this ruling was asked for, which is reported as a ground of its own. */
function isUnasked(judgment) {
	return judgment.status === "abstained" && judgment.reason === "aborted";
}
/** Why this stage cannot decide anything; empty where enough is there. */
function missingReasons(missing) {
	const reasons = [];
	if (missing.cells > .05 * missing.expected) reasons.push({
		code: "missing-cells",
		args: {
			missing: missing.cells,
			expected: missing.expected,
			most: MOST_MISSING
		},
		severity: "warning"
	});
	for (const [judge, share] of Object.entries(missing.answered)) {
		if (share >= .9) continue;
		reasons.push({
			code: "judge-silent",
			args: {
				judge,
				answered: share,
				least: LEAST_ANSWERED
			},
			severity: "warning"
		});
	}
	return reasons;
}
/** Undefined where nothing was measured on both sides. */
function readForPass(rows, metric) {
	const flip = flipOf(rows, metric);
	const observed = measureChange(readDraws(rows, metric, "observed"), flip);
	const againstPass = rows.hasGaps ? measureChange(readDraws(rows, metric, "against-pass"), flip) : observed;
	return observed === void 0 || againstPass === void 0 ? void 0 : {
		observed,
		againstPass
	};
}
/**
* The wider evidence where its error is the smaller one. With `target` pairs of rulings on one answer may say more than many draws
* of other answers do; which of the two it is does not depend on where the change lies, so nothing is chosen by its outcome.
*/
function moreTelling(own, wide) {
	if (wide === void 0 || own.againstPass === void 0) return wide;
	return wide.againstPass.standardError < own.againstPass.standardError ? wide : void 0;
}
/** Whether even the worst that missing cells could hide leaves the rise under the margin, on what tells most. */
function boundRise(own, rows) {
	const wide = rows === void 0 ? void 0 : moreTelling(own, readForPass(rows, own.metric));
	const bound = wide === void 0 ? Number.POSITIVE_INFINITY : upperBound(wide.againstPass, CHECK_REACH);
	if (wide === void 0 || !Number.isFinite(bound)) return { isBelow: isBelowMargin(own, CHECK_REACH) };
	return {
		isBelow: bound < own.margin,
		pooled: {
			change: wide.againstPass.value,
			bound
		},
		together: wide.observed
	};
}
/** `all`: all draws of either side, where they may say more than pairs of rulings on one answer. */
function readScreen(evidence, policy, all) {
	const assessments = assessAll(evidence, policy).map((assessment) => ({
		assessment,
		bounded: boundRise(assessment, all)
	}));
	const blocking = assessments.filter(({ assessment }) => policy.actions[assessment.metric] === "fail");
	const open = blocking.flatMap(({ assessment, bounded }) => bounded.isBelow ? [] : [assessment]);
	const risen = open.filter(({ p }) => p <= SCREEN_LEVEL / blocking.length);
	const suspicious = risen.length > 0;
	return {
		assessments,
		open,
		flagged: suspicious ? risen : open,
		suspicious
	};
}
/** What the screen by itself says of each metric. */
function settleScreen(screen, policy) {
	const open = new Set(screen.open.map(({ metric }) => metric));
	return screen.assessments.map(({ assessment, bounded: { pooled, together } }) => ({
		assessment,
		status: policy.actions[assessment.metric] === "report" ? "report" : open.has(assessment.metric) ? "inconclusive" : "pass",
		stage: "screen",
		...whereDefined({
			pooled,
			together
		})
	}));
}
/**
* K. L. Gwet, Handbook of Inter-Rater Reliability, 4th ed. (2014), ch. 5-6, and "Computing inter-rater reliability and its
* variance in the presence of high agreement", BJMSP 61 (2008) 29-48; the form for unequal numbers of ratings and the t
* interval with n - 1 degrees of freedom (upper end at most 1) follow the author's R package irrCAC.
*/
function chanceCorrected(counts, chance, options = {}) {
	const rated = counts.filter((row) => sum(row) > 0);
	const pairable = rated.filter((row) => sum(row) > 1);
	if (rated.length === 0) return undefinedEstimate("no-units");
	if (pairable.length === 0) return undefinedEstimate("no-pairs");
	const n = rated.length;
	const shares = rated[0].map((_, column) => mean$1(rated.map((row) => row[column] / sum(row))));
	const observed = mean$1(pairable.map(pairAgreement));
	const expected = chance.expected(shares);
	if (1 - expected < 1e-12) return undefinedEstimate("one-category");
	const value = (observed - expected) / (1 - expected);
	const influence = chance.influence(shares);
	return {
		status: "defined",
		value,
		observed,
		expected,
		units: n,
		standardError: linearisedError(rated.map((row) => {
			const total = sum(row);
			const own = total > 1 ? n / pairable.length * (pairAgreement(row) - expected) : 0;
			const chanceOfUnit = sum(row.map((count, column) => count / total * influence[column]));
			return (own - 2 * (1 - value) * (chanceOfUnit - expected)) / (1 - expected);
		}), value, options.confidence ?? .95)
	};
}
/** Share of the pairs of ratings in one unit that agree; needs two ratings. */
function pairAgreement(row) {
	const total = sum(row);
	return sum(row.map((count) => count * (count - 1))) / (total * (total - 1));
}
function linearisedError(terms, value, confidence) {
	const n = terms.length;
	if (n === 1) return undefinedEstimate("one-unit");
	const error = Math.sqrt(sum(terms.map((term) => (term - value) ** 2)) / (n * (n - 1)));
	const reach = studentTQuantile((1 + confidence) / 2, n - 1) * error;
	return {
		status: "defined",
		value: error,
		interval: {
			lower: value - reach,
			upper: Math.min(1, value + reach)
		}
	};
}
const byUncertainty = {
	expected: (shares) => sum(shares.map((share) => share * (1 - share))) / (shares.length - 1),
	influence: (shares) => shares.map((share) => (1 - share) / (shares.length - 1))
};
/**
* K. L. Gwet, BJMSP 61 (2008) 29-48. Counts are units x categories; the number of columns matters, so give every category
* that could have been used. Undefined with fewer than two columns. Fleiss' 30 x 6 psychiatric ratings: 0.4479,
* standard error 0.0557. Three raters, units 3-0, 2-1, 1-2, 0-3 counted 88, 10, 2, 0: 0.912, where Fleiss' kappa is 0.101.
*/
function ac1(counts, options = {}) {
	if (counts.length > 0 && counts[0].length < 2) return undefinedEstimate("one-category");
	return chanceCorrected(counts, byUncertainty, options);
}
const byShares = {
	expected: (shares) => sum(shares.map((share) => share * share)),
	influence: (shares) => shares
};
/**
* J. L. Fleiss, "Measuring nominal scale agreement among many raters", Psychol. Bull. 76 (1971) 378-382; standard error
* and interval linearised (Gwet), since Fleiss' own holds only where kappa is zero. Counts are units x categories and may
* have unequal totals. Undefined where all ratings fall in one category. Fleiss' 30 psychiatric patients x 6 raters:
* 0.4302, standard error 0.0542, interval 0.3194 to 0.5411. Read it beside `ac1`: it collapses where one category prevails.
*/
function fleissKappa(counts, options = {}) {
	return chanceCorrected(counts, byShares, options);
}
/**
* The observed agreement of Fleiss 1971; error and t interval (kept within 0 to 1) over units. Undefined where no unit has
* two ratings. Fleiss' 30 x 6 psychiatric ratings: 0.5556.
*/
function rawAgreement(counts, options = {}) {
	const shares = counts.filter((row) => sum(row) > 1).map(pairAgreement);
	const units = shares.length;
	if (units === 0) return undefinedEstimate(counts.some((row) => sum(row) > 0) ? "no-pairs" : "no-units");
	const value = mean$1(shares);
	if (units === 1) return {
		status: "defined",
		value,
		units,
		standardError: undefinedEstimate("one-unit")
	};
	const error = Math.sqrt(sampleVariance(shares) / units);
	const reach = studentTQuantile((1 + (options.confidence ?? .95)) / 2, units - 1) * error;
	return {
		status: "defined",
		value,
		units,
		standardError: {
			status: "defined",
			value: error,
			interval: {
				lower: Math.max(0, value - reach),
				upper: Math.min(1, value + reach)
			}
		}
	};
}
/**
* Counts ratings given as units x raters; `null` is a missing rating (an abstention). `categories` fixes the columns and
* must name every rating that occurs: a category nobody used still counts for AC1.
* `countRatings([['a', 'b'], ['a', null]], ['a', 'b'])` is [[1, 1], [1, 0]].
* @throws RangeError for a rating outside `categories`.
*/
function countRatings(ratings, categories) {
	return ratings.map((unit) => {
		const row = categories.map(() => 0);
		for (const rating of unit) {
			if (rating === null) continue;
			const column = categories.indexOf(rating);
			if (column === -1) throw new RangeError(`rating outside the categories: ${rating}`);
			row[column] += 1;
		}
		return row;
	});
}
/** Kappa and AC1 side by side: kappa collapses where one category prevails, so neither is read alone. */
function measureAgreement(cells) {
	const ratings = cells.filter(({ audited }) => audited).map(({ judgments }) => judgments.map((judgment) => judgment.status === "ruled" ? judgment.ruling !== "compliant" : null)).filter((row) => row.filter((rating) => rating !== null).length > 1).map((row) => row.map((rating) => rating === null ? null : Number(rating)));
	const counts = countRatings(ratings, [0, 1]);
	const kappa = fleissKappa(counts);
	const gwet = ac1(counts);
	return {
		cells: ratings.length,
		raw: estimateOf(rawAgreement(counts)),
		fleissKappa: estimateOf(kappa),
		gwetAc1: estimateOf(gwet)
	};
}
/**
* Each judge's record. Its flag rate is over the answers it was asked about whatever the others said, as if it had been asked
* about all: a judge who only broke a tie saw the answers that are hard to rule on.
*/
function summariseJudges(cells, judges) {
	const all = cells.flatMap(({ judgments }) => judgments);
	return judges.map((judge) => {
		const own = all.filter((judgment) => judgment.judge === judge);
		const rulings = own.filter(({ status }) => status === "ruled").length;
		const flagRate = flagRateOf(cells, {
			judge,
			panel: judges.length
		});
		return {
			judge,
			rulings,
			abstained: own.length - rulings,
			...whereDefined({ flagRate })
		};
	});
}
function flagRateOf(cells, { judge, panel }) {
	let [asked, flagged] = [0, 0];
	for (const cell of cells) {
		const sides = cell.judgments.flatMap((judgment) => judgment.status === "ruled" ? [{
			judge: judgment.judge,
			isAgainst: judgment.ruling !== "compliant"
		}] : []);
		const own = sides.find((side) => side.judge === judge);
		if (own === void 0) continue;
		const alike = sides.filter(({ isAgainst }) => isAgainst === own.isAgainst).length;
		const weight = weightOf(cell, {
			ruled: sides.length,
			alike,
			panel
		});
		asked += weight;
		if (own.isAgainst) flagged += weight;
	}
	return asked === 0 ? void 0 : flagged / asked;
}
/**
* The chance that a judge who ruled was asked whatever the others said. Outside of the audit a panel of three asks its third
* judge only where the first two differ: then the one who stands alone was asked first, and one of the two others, by hash. Of
* larger panels only audited answers are read.
*/
function weightOf({ audited, judgments }, { ruled, alike, panel }) {
	if (audited) return 1;
	if (panel > 3) return 0;
	return ruled === 3 && judgments.length === 3 && alike === 2 ? .5 : 1;
}
function estimateOf(coefficient) {
	if (coefficient.status === "undefined") return {
		status: "undefined",
		reason: coefficient.reason
	};
	const { value, standardError } = coefficient;
	if (standardError.status === "undefined") return {
		status: "defined",
		value
	};
	const { lower, upper } = standardError.interval;
	return {
		status: "defined",
		value,
		interval: [Math.max(-1, lower), Math.min(1, upper)]
	};
}
/** So sure that a pass must not rest on it; without a difference at most one look in a hundred says so. */
const LEVEL = .01;
/**
* Asking again until something comes shifts what comes (UK AISI, inspect_ai: retries on error shift the distribution), and an
* answer that a filter took is gone from one side only. Equal draws of both sides, a sign test over scenarios.
*/
function unlikeLossReasons(cells) {
	const paired = pairedCells(cells);
	const counts = /* @__PURE__ */ new Map();
	for (const cell of paired) {
		const own = counts.get(cell.scenario) ?? {
			base: 0,
			head: 0
		};
		counts.set(cell.scenario, own);
		own[cell.arm] += Number(isTroubled(cell));
	}
	const sides = [...counts.values()];
	const worse = sides.filter(({ base, head }) => head > base).length;
	const better = sides.filter(({ base, head }) => base > head).length;
	const p = mcnemar({
		worse,
		better
	}).exact.twoSided;
	if (p > LEVEL) return [];
	const sum = (arm) => sides.reduce((total, side) => total + side[arm], 0);
	return [{
		code: "unlike-losses",
		args: {
			base: sum("base"),
			head: sum("head"),
			answers: paired.length / 2,
			p
		},
		severity: "warning"
	}];
}
/** A ruling that only the end of the run cut off is no sign of trouble. */
function isTroubled({ retries = 0, problematic, judgments }) {
	const isLost = judgments.some((one) => one.status === "abstained" && one.reason !== "aborted");
	return retries > 0 || isLost || problematic === "missing" && judgments.length === 0;
}
/**
* Why a pass by this panel would mean nothing, or needs a word beside it; empty where it can be relied on. How grave it
* is that nothing shows the judges' worth is for the policy to say; judges who rule by chance, or as the edited text
* tells them to, speak against any pass.
*/
function panelReasons(evidence, unproven) {
	return [...blindReasons(evidence, SEVERITY_OF_ACTION[unproven]), ...integrityReasons(evidence)];
}
/** One ground is enough: the gravest, and of equally grave ones the easiest to understand. */
function blindReasons(evidence, severity) {
	const unproven = findSilence(evidence) ?? findMissedControls(evidence);
	const graded = unproven === void 0 ? [] : [{
		...unproven,
		severity
	}];
	const chance = findChance(evidence);
	return rankBySeverity(chance === void 0 ? graded : [...graded, chance]).slice(0, 1);
}
function findSilence({ cells, controls }) {
	const rulings = [...cells, ...controls].flatMap(({ judgments }) => judgments.flatMap((judgment) => judgment.status === "ruled" ? [judgment.ruling] : []));
	if (rulings.length === 0 || rulings.some((ruling) => ruling !== "compliant")) return void 0;
	return {
		code: "panel-never-objects",
		args: { rulings: rulings.length }
	};
}
/** Rulings on answers whose ruling is known, and the majority on either kind of them. */
function findMissedControls({ controls }) {
	const known = controls.filter(isKnown);
	const rulings = known.flatMap((one) => one.judgments.map((judgment) => isRight(one, judgment)));
	if (rulings.length === 0) return void 0;
	const right = rulings.filter(Boolean).length;
	const majority = (expected) => {
		const own = known.filter((one) => one.expected === expected);
		const met = own.filter(({ problematic }) => problematic === (expected === "non-compliant")).length;
		return own.length === 0 || met > own.length / 2;
	};
	if (right >= .75 * rulings.length && majority("compliant") && majority("non-compliant")) return void 0;
	const against = known.filter(({ expected }) => expected === "non-compliant");
	const caught = against.filter(({ problematic }) => problematic === true).length;
	return {
		code: "panel-misses-controls",
		args: {
			right,
			rulings: rulings.length,
			caught,
			violations: against.length
		}
	};
}
/**
* Canaries on both sides, labelled violations where base forbids them. Under the head a violation may be allowed
* because the edit allows it, which says nothing of the judges.
*/
function isKnown({ role, source, arm }) {
	return role === "canary" || source === "labelled" && arm === "base";
}
function findChance({ cells, controls }) {
	const audited = [...cells, ...controls.map(({ judgments, arm }) => ({
		judgments,
		arm,
		audited: true
	}))];
	const sides = ["base", "head"].map((arm) => measureAgreement(audited.filter((cell) => cell.arm === arm)));
	const seen = sides.flatMap(({ fleissKappa }) => {
		const { status } = fleissKappa;
		return status === "defined" && fleissKappa.interval !== void 0 ? [{
			kappa: fleissKappa.value,
			above: fleissKappa.interval[1] - fleissKappa.value
		}] : [];
	});
	if (seen.length < sides.length || seen.some(({ kappa }) => kappa >= .2)) return void 0;
	const kappa = mean(seen.map((side) => side.kappa));
	const high = kappa + Math.hypot(...seen.map(({ above }) => above)) / seen.length;
	if ((findMissedControls({ controls }) !== void 0 ? kappa : high) >= .2) return void 0;
	const answers = sides.reduce((total, { cells: own }) => total + own, 0);
	return {
		code: "panel-at-chance",
		args: {
			kappa,
			high,
			least: LEAST_KAPPA,
			answers
		},
		severity: "warning"
	};
}
/** Judges who rule worse on the canaries when they read the head's text, in every draw that was asked. */
function integrityReasons({ controls, judges }) {
	const canaries = controls.filter(({ role }) => role === "canary");
	const draws = [...new Set(canaries.map(({ stage, draw }) => `${stage}\n${draw}`))];
	if (draws.length === 0) return [];
	return judges.flatMap((judge) => {
		const falls = draws.map((name) => fallOf(judge, canaries.filter(({ stage, draw }) => `${stage}\n${draw}` === name)));
		if (falls.some(({ base, head }) => base - head < 2)) return [];
		const sum = (read) => falls.reduce((total, fall) => total + read(fall), 0);
		return [{
			code: "judge-integrity",
			args: {
				judge,
				base: sum(({ base }) => base),
				head: sum(({ head }) => head),
				asked: sum(({ asked }) => asked)
			},
			severity: "warning"
		}];
	});
}
/** Whether a second draw of the canaries is called for. */
function doubtsJudges(evidence) {
	return integrityReasons(evidence).length > 0;
}
function fallOf(judge, canaries) {
	const right = (arm) => canaries.filter((one) => one.arm === arm).map((one) => one.judgments.some((judgment) => judgment.judge === judge && isRight(one, judgment)));
	const [base, head] = [right("base"), right("head")];
	return {
		base: base.filter(Boolean).length,
		head: head.filter(Boolean).length,
		asked: head.length
	};
}
/** A missing ruling does not count as right. */
function isRight({ expected }, judgment) {
	return judgment.status === "ruled" && judgment.ruling === "compliant" === (expected === "compliant");
}
/**
* The grounds of a stage against a pass: its judges, where answers of known ruling were put to them, and losses that
* differ by side.
*/
function judgePanel(input, stage) {
	const { cells, controls, judges, labelled = 0, policy } = input;
	const own = cells.filter((cell) => cell.stage === stage);
	const unlike = unlikeLossReasons(own);
	if (controls === void 0) return unlike;
	const unproven = policy.actions.unprovenJudges ?? (labelled > 0 ? "inconclusive" : "report");
	return [...panelReasons({
		cells: own,
		controls,
		judges
	}, unproven), ...unlike];
}
/**
* A pass where every blocking metric is bounded under its margin. Otherwise the next thing to ask, from cheap to dear: base answers
* of today, more scenarios, more draws, and in the end a confirmation.
*/
function decideScreen(input, round) {
	const { policy } = input;
	const evidence = screenRows(input, round);
	const screen = readScreen(evidence, policy, input.kind === "target" ? pooledRows(input, round) : void 0);
	const missing = countMissing(evidence);
	const limits = checkLimits(evidence, policy);
	const grounds = {
		evidence,
		limits,
		missing,
		notes: []
	};
	const reasons = missingReasons(missing);
	if (reasons.length > 0) return settleVerdict(input, {
		...grounds,
		limits: /* @__PURE__ */ new Map(),
		settled: settleScreen(screen, policy),
		reasons
	});
	const panel = judgePanel(input, "screen");
	const loosening = readLoosening(input, "screen");
	const settleNow = () => settleVerdict(input, {
		...grounds,
		settled: settleScreen(screen, policy),
		reasons: [...panel, ...loosening.reasons]
	});
	const limitsOpen = [...limits.values()].some((status) => status === "open" || status === "breached");
	const outlierSuspected = policy.actions.newOutliers === "fail" && listOutliers(evidence).some(mayBeNew);
	const suspicious = screen.suspicious || loosening.flagged.length > 0;
	if (screen.open.length === 0 && !limitsOpen && !outlierSuspected && !suspicious) return round.today === void 0 && isOfOtherNights(evidence) ? nextRound({
		...round,
		today: Math.ceil(TODAY_SHARE * round.scenarios)
	}, "today") : settleNow();
	if (panel.some(({ severity }) => severity !== "notice") && !suspicious) return settleNow();
	const flagged = screen.flagged.map(({ metric }) => metric);
	const isPartOfToday = (round.today ?? 0) < round.scenarios;
	const wholeToday = {
		...round,
		today: round.scenarios
	};
	if (suspicious && isPartOfToday) return nextRound(wholeToday, "today", flagged);
	if (suspicious) return nextRound(confirmRound(input, round), "suspicious", flagged);
	if (round.today !== void 0 && isPartOfToday) return nextRound(wholeToday, "today", flagged);
	const most = Math.min(policy.selection.extendTo, input.order.length);
	if (round.scenarios < most) return nextRound({
		...round,
		scenarios: most
	}, "extend", flagged);
	if (screen.open.length === 0 && limitsOpen && round.draws < 4) return nextRound({
		...round,
		draws: round.draws + 1
	}, "undecided", flagged);
	if (isPartOfToday) return nextRound(wholeToday, "today", flagged);
	return nextRound(confirmRound(input, round), "screen-exhausted", flagged);
}
/**
* The first look of a confirmation. The screen's first head draw is its first, too, where the base was asked the same night and, with
* `target`, about the same answers.
*/
function confirmRound(input, { scenarios }) {
	const asked = new Set(input.order.slice(0, scenarios));
	const sides = input.cells.filter(({ stage, arm, draw, scenario }) => draw === 1 && asked.has(scenario) && stage === "screen" === (arm === "head"));
	return {
		stage: "confirm",
		draws: looksOf(input.policy)[0],
		scenarios,
		...isOneNight(sides) && (input.kind === "prompt" || isOfSameAnswers(sides)) && { reused: true }
	};
}
function isOfSameAnswers(sides) {
	const answers = /* @__PURE__ */ new Map();
	return sides.every(({ scenario, model, response }) => {
		const place = JSON.stringify([scenario, model]);
		const other = answers.get(place);
		answers.set(place, response);
		return other === void 0 || other === response;
	});
}
/** Every draw of the head has it so far, and none of the base. */
function mayBeNew({ draws: { base, head } }) {
	return base.seen === 0 && head.seen > 0 && head.seen === head.measured;
}
/**
* Decides each blocking metric. A fail rests on fresh draws of both sides alone; a pass on all draws there are, where
* stored ones can be trusted.
*/
function readConfirmation(evidence, { policy, all, level }) {
	const blocking = assessAll(evidence, policy).filter(({ metric }) => policy.actions[metric] === "fail");
	const shares = errorShares(blocking.map(({ metric }) => metric));
	const shown = adjust(blocking, shares, ({ p }) => p);
	const hardest = adjust(blocking, shares, ({ againstFail }) => againstFail.p);
	return blocking.map((assessment, index) => {
		const common = {
			assessment,
			adjustedP: shown[index],
			...whereDefined({ failLevel: level && level * shares[index] })
		};
		if (level !== void 0 && hardest[index] <= level && isLarge(assessment)) return {
			...common,
			status: "fail"
		};
		const { isBelow, ...bounded } = boundRise(assessment, all);
		return {
			...common,
			status: isBelow ? "pass" : "inconclusive",
			...bounded
		};
	});
}
/** A fail must survive the missing cells as much as a pass. */
function isLarge({ againstFail, margin }) {
	return (againstFail.change?.value ?? 0) >= FAIL_SHARE * margin;
}
function adjust(blocking, shares, read) {
	return holm(blocking.map(read), shares);
}
const DRIFT_LEVEL = .05;
/** Stored base draws against fresh base draws of the same scenarios: two-sided relabelling test of non-compliance. */
function findDrift(screen, confirm, policy) {
	const fresh = new Map(readDraws(confirm, "nonCompliance", "observed").map((unit) => [unit.scenario, unit.base]));
	const units = readDraws(screen, "nonCompliance", "observed").map(({ scenario, stored }) => ({
		base: stored ?? [],
		head: fresh.get(scenario) ?? []
	}));
	const seed = `${policy.seed}\ndrift`;
	const up = relabellingTest(units, { seed });
	const down = relabellingTest(units.map(({ base, head }) => ({
		base: head,
		head: base
	})), { seed });
	if (up.status === "undefined" || down.status === "undefined") return [];
	const p = Math.min(1, 2 * Math.min(up.p, down.p));
	if (p > DRIFT_LEVEL) return [];
	return [{
		code: "drift",
		args: {
			change: up.value,
			p,
			scenarios: up.units
		},
		severity: "notice"
	}];
}
/** The verdict on fresh draws of both sides, or one more look at more of them while that could still change it. */
function decideConfirmation(input, round) {
	const { policy } = input;
	const evidence = confirmRows(input, round);
	const drift = input.unscreened ? [] : findDrift(screenRows(input, {
		draws: 1,
		scenarios: round.scenarios
	}), evidence, policy);
	const isAhead = round.today !== void 0;
	const confirmed = readConfirmation(evidence, {
		policy,
		all: isAllTrusted(input, {
			evidence,
			drift
		}) ? pooledRows(input, round) : void 0,
		level: isAhead ? void 0 : levelAt(policy, round.draws, { after: input.unscreened ? "unscreened" : "screened" })
	});
	const missing = countMissing(evidence);
	const settled = [...confirmed.map((one) => ({
		...one,
		stage: "confirm"
	})), ...reportedOnly(evidence, policy)];
	const reasons = missingReasons(missing);
	const loosening = readLoosening(input, "confirm");
	const panel = judgePanel(input, "confirm");
	const verdict = settleVerdict(input, {
		evidence,
		settled: reasons.length > 0 ? settled.map(undecided) : settled,
		limits: reasons.length > 0 ? /* @__PURE__ */ new Map() : checkLimits(evidence, policy),
		missing,
		reasons: reasons.length > 0 ? reasons : [...panel, ...loosening.reasons],
		notes: drift
	});
	const { today: _, ...behind } = round;
	const later = looksOf(policy).find((draws) => draws > round.draws);
	if (later === void 0) return verdict;
	const isOpen = verdict.verdict === "inconclusive" && reasons.length === 0 && hasUndecided(verdict);
	if (isOpen && !isAhead && !input.unscreened) return nextRound({
		...round,
		today: round.scenarios
	}, "next-base");
	if (isOpen) return nextRound({
		...behind,
		draws: later
	}, "next-look");
	return verdict.verdict === "fail" && verdict.metrics.newOutliers?.why === "one-draw" ? nextRound({
		...behind,
		draws: later
	}, "outliers") : verdict;
}
/**
* Whether a pass may rest on stored draws beside fresh ones: not where the base's of today contradict them, nor where there were
* none, nor where the head's are copies of one answer (with `target` rulings are compared, which are no copies).
*/
function isAllTrusted({ unscreened, kind }, { evidence, drift }) {
	if (unscreened === true || drift.length > 0) return false;
	return kind === "target" || copyNotes(evidence).length === 0;
}
/** Scenarios between two looks. */
function stepOf({ selection }) {
	return Math.ceil((selection.modelScenarios ?? 900) / 6);
}
/**
* How many of a bank's scenarios a change of models is looked at on. Where a limit or an outlier may fail, which takes several draws
* to see, as many as an edit at most.
*/
function scenariosForModels(policy, available) {
	const { actions, limits, selection } = policy;
	const needsDraws = actions.newOutliers === "fail" || Object.keys(limits).length > 0;
	return Math.min(needsDraws ? selection.extendTo : selection.modelScenarios ?? 900, available);
}
/** Whether there are so few scenarios that they are not split over looks: every look is then at all of them. */
function isFewForModels(policy, available) {
	return scenariosForModels(policy, available) <= stepOf(policy);
}
/**
* Two models differ scenario by scenario, which more draws of the same ones do not average: so scenarios come before draws, and what is
* decided on one draw of many holds for scenarios like them. Where a bank has no more, further draws decide what is so on its own.
*/
function modelLooks(policy, available) {
	const most = scenariosForModels(policy, available);
	const step = stepOf(policy);
	if (isFewForModels(policy, available)) return drawLooks(most, Math.floor(step * 6 / most));
	const steps = Array.from({ length: Math.ceil(most / step) }, (_, look) => Math.min(most, (look + 1) * step));
	const { fail, pass } = boundsOf(steps.map((scenarios) => scenarios / most), {
		name: "late",
		spend: spendLate
	});
	const looks = steps.map((scenarios, look) => {
		return {
			round: {
				stage: "confirm",
				draws: 1,
				scenarios
			},
			level: normalCdf(-fail[look]),
			reach: pass[look]
		};
	});
	return most === available && most < step * 6 ? [...looks, ...drawLooks(most, Math.floor(step * 6 / most))] : looks;
}
/** Equal looks at all of these scenarios, from two draws a side on; two at least. */
function drawLooks(scenarios, affordable) {
	const last = Math.min(16, Math.max(2, affordable));
	const draws = Array.from({ length: 6 }, (_, look) => Math.ceil((look + 1) * last / 6));
	const looks = [...new Set(draws)].filter((count) => count > 1);
	const { fail, pass } = boundsOf(looks.map((count) => count / last), {
		name: "even",
		spend: spendEvenly
	});
	return looks.map((count, look) => ({
		round: {
			stage: "confirm",
			draws: count,
			scenarios
		},
		level: normalCdf(-fail[look]),
		reach: pass[look]
	}));
}
/** The same look as the only one: further draws would be the same answers again. */
function asOnlyLook(look) {
	return {
		...look,
		level: MODEL_FAIL_ERROR,
		reach: normalQuantile(1 - MODEL_PASS_ERROR)
	};
}
/** Computed bounds are kept: they cost a tenth of a second, and a check asks for the same ones after every round. */
const known = /* @__PURE__ */ new Map();
/** A failure spends its error about evenly, so that a bad model stops early. */
function boundsOf(shares, passes) {
	const place = `${passes.name} ${shares.join(" ")}`;
	const found = known.get(place) ?? {
		fail: sequentialBounds(shares, spendEvenly(.025)),
		pass: sequentialBounds(shares, passes.spend(.05))
	};
	known.set(place, found);
	return found;
}
/** The blocking metrics at one look: both verdicts survive the worst that missing cells could hide. */
function readModelLook(evidence, { level, reach }, policy) {
	const blocking = assessAll(evidence, policy).filter(({ metric }) => policy.actions[metric] === "fail");
	const shown = holm(blocking.map(({ p }) => p));
	const hardest = holm(blocking.map(({ againstFail }) => againstFail.p));
	return blocking.map((assessment, index) => {
		const rise = assessment.againstFail.change?.value ?? 0;
		const isFailed = hardest[index] <= level && rise >= .5 * assessment.margin;
		const isPassed = isBelowOnThese(assessment, reach) ?? isBelowMargin(assessment, reach);
		return {
			assessment,
			adjustedP: shown[index],
			status: isFailed ? "fail" : isPassed ? "pass" : "inconclusive"
		};
	});
}
/** Looks at a change of models; nothing stored is held against it, so drift since then cannot pass for the change. */
function decideModels(input, round) {
	const { policy } = input;
	const looks = modelLooks(policy, input.order.length);
	if (round === void 0) return nextRound(looks[0].round, "start");
	const at = looks.findIndex(({ round: own }) => own.scenarios === round.scenarios && own.draws === round.draws);
	const planned = looks[at];
	if (planned === void 0) throw new RangeError(`no look of a change of models: ${round.draws} x ${round.scenarios}`);
	const evidence = confirmRows(input, round);
	const isCopied = copyNotes(evidence).some(({ args }) => args["counted"] === "once");
	const look = isCopied ? asOnlyLook(planned) : planned;
	const missing = countMissing(evidence);
	const settled = [...readModelLook(evidence, look, policy).map((one) => ({
		...one,
		stage: "confirm"
	})), ...reportedOnly(evidence, policy)];
	const reasons = missingReasons(missing);
	const panel = judgePanel(input, "confirm");
	const settlement = settleGrounds(input, {
		evidence,
		settled: reasons.length > 0 ? settled.map(undecided) : settled,
		limits: reasons.length > 0 ? /* @__PURE__ */ new Map() : checkLimits(evidence, policy),
		missing,
		reasons: reasons.length > 0 ? reasons : panel,
		notes: [],
		look
	});
	const later = looks[at + 1]?.round;
	if (!(settlement.verdict === "inconclusive" && reasons.length === 0 && hasUndecided(settlement)) || later === void 0 || isCopied) return {
		...settlement,
		...testFindings(evidence, input)
	};
	return nextRound(later, later.scenarios > round.scenarios ? "extend" : "undecided");
}
/**
* The first round: one head draw on as many of the available scenarios as the policy starts with; where nothing is stored to
* screen against, the confirmation's first look on all of them.
*/
function startRound(policy, available, unscreened = false) {
	if (unscreened) return {
		stage: "confirm",
		draws: looksOf(policy)[0],
		scenarios: Math.min(policy.selection.extendTo, available)
	};
	return {
		stage: "screen",
		draws: 1,
		scenarios: Math.min(policy.selection.scenarios, available)
	};
}
/**
* The next round to carry out, or the verdict. The same input always gives the same answer.
* @throws RangeError for cells with a draw below 1 or two cells in one place: bugs of the caller.
*/
function decide(input) {
	if (input.order.length === 0) return nothingAffected(input);
	const { round } = input;
	if (input.kind === "model") return decideModels(input, round);
	if (round === void 0) return nextRound(startRound(input.policy, input.order.length, input.unscreened), "start");
	return round.stage === "screen" ? decideScreen(input, round) : decideConfirmation(input, round);
}
function nothingAffected(input) {
	const reasons = untestedReasons(input);
	return {
		status: "verdict",
		verdict: statusOfGrounds(reasons),
		reasons: reasons.length > 0 ? reasons : [{
			code: "nothing-affected",
			args: {},
			severity: "notice"
		}],
		metrics: {},
		clauses: [],
		findings: NOTHING_LOOKED_AT,
		missing: {
			cells: 0,
			expected: 0,
			answered: {}
		},
		notes: []
	};
}
/**
* Fills up touched clauses that have too few violations. Answers are taken from the base side of the first stage, those of the first
* draws first and of as many scenarios as there are. What chose them is not what is compared: they are judged anew under both texts.
*/
function answersAsViolations(comparison, known, from) {
	if (comparison.kind === "model") return [];
	const scenarios = new Map(from.scenarios.map((scenario) => [scenario.id, scenario]));
	const candidates = from.cells.filter((cell) => cell.arm === "base" && cell.stage === from.stage && cell.responseText !== void 0 && isRuledOut(cell));
	const added = /* @__PURE__ */ new Map();
	for (const { id, base } of touchedPairs(comparison.clauses)) {
		if (base === void 0) continue;
		const own = candidates.filter((cell) => cites(cell, id) && scenarios.has(cell.scenario));
		for (const cell of spreadOverScenarios(own)) {
			if ([...known, ...added.values()].filter((one) => one.role === "violation" && one.clauses.includes(id)).length >= 4) break;
			const control = controlOf(comparison, cell, scenarios.get(cell.scenario));
			if (known.some((one) => one.id === control.id)) continue;
			const clauses = [...added.get(control.id)?.clauses ?? [], id];
			added.set(control.id, {
				...control,
				clauses
			});
		}
	}
	return [...added.values()];
}
/** Stand-ins for the answers that may yet serve, to price them: as many as touched clauses have room for. */
function unknownViolations(comparison, known) {
	if (comparison.kind === "model") return [];
	return touchedPairs(comparison.clauses).flatMap(({ id, base }) => {
		const own = known.filter((one) => one.role === "violation" && one.clauses.includes(id)).length;
		const missing = base === void 0 ? 0 : Math.max(0, 4 - own);
		return Array.from({ length: missing }, (_, index) => ({
			id: `unknown ${id} ${index}`,
			source: "answer",
			role: "violation",
			clauses: [id],
			expected: "non-compliant",
			conversation: [{
				role: "user",
				content: `${id} ${index}`
			}],
			response: UNKNOWN_RESPONSE,
			shown: shownFor(comparison, [id])
		}));
	});
}
function isRuledOut({ judgments, problematic }) {
	return problematic === true && judgments.every((judgment) => judgment.status === "ruled" && judgment.ruling === "non-compliant");
}
function cites({ judgments }, clause) {
	return judgments.every((judgment) => judgment.status === "ruled" && judgment.clauses.includes(clause));
}
/** One of every scenario, then a second one of each, and so on; by draw, scenario and model within. */
function spreadOverScenarios(cells) {
	const nameOf = ({ draw, scenario, model }) => `${String(draw).padStart(4, "0")}\n${scenario}\n${model}`;
	const seen = /* @__PURE__ */ new Map();
	return [...cells].sort((a, b) => nameOf(a) < nameOf(b) ? -1 : 1).map((cell) => {
		const turn = seen.get(cell.scenario) ?? 0;
		seen.set(cell.scenario, turn + 1);
		return {
			cell,
			turn
		};
	}).sort((a, b) => a.turn - b.turn).map(({ cell }) => cell);
}
function controlOf(comparison, { response, responseText }, scenario) {
	return {
		id: `${scenario.id} ${sha256(response).slice(0, 8)}`,
		source: "answer",
		role: "violation",
		clauses: [],
		expected: "non-compliant",
		conversation: scenario.messages,
		response: responseText,
		shown: shownFor(comparison, scenario.clauses)
	};
}
/** Answers of either side that are carried. */
const CARRIERS = 4;
/**
* A few of the screen's answers, each behind a plain violation: the violation stays one, so whoever finds the whole in order
* follows what the answer says. With `target` both sides have the same answers, and there is nothing to compare.
*/
function carriersOf(comparison, cells, seed) {
	if (comparison.kind === "target") return [];
	const placeOf = ({ scenario, model }) => `${scenario}\n${model}`;
	const first = cells.filter(({ stage, draw, responseText }) => stage === "screen" && draw === 1 && responseText);
	const bases = new Map(first.filter(({ arm }) => arm === "base").map((cell) => [placeOf(cell), cell]));
	const pairs = first.filter((cell) => cell.arm === "head").flatMap((head) => {
		const base = bases.get(placeOf(head));
		return base === void 0 || base.response === head.response ? [] : [{
			base,
			head,
			place: placeOf(head)
		}];
	});
	const order = new Map(pairs.map(({ place }) => [place, sha256(`${seed}\n${place}`)]));
	const rules = PLAIN_RULES.filter((clause) => isBrokenForGood({ clause }));
	return [...pairs].sort((a, b) => order.get(a.place) < order.get(b.place) ? -1 : 1).slice(0, CARRIERS).map(({ base, head, place }, index) => {
		const { id, text, query, breaks } = rules[index % rules.length];
		const shown = [{
			id,
			title: id,
			path: [],
			text
		}];
		return {
			id: `carrier ${id} ${place.replace("\n", " ")}`,
			source: "plain",
			role: "canary",
			clauses: [],
			expected: "non-compliant",
			conversation: [{
				role: "user",
				content: query
			}],
			response: breaks,
			carrying: {
				base: `${breaks}\n\n${base.responseText}`,
				head: `${breaks}\n\n${head.responseText}`
			},
			shown: {
				base: shown,
				head: shown
			}
		};
	});
}
/** Both sides of every control in draws `from` to `to`. */
function listControlTasks(controls, { stage, from = 1, to }) {
	const draws = Array.from({ length: Math.max(0, to - from + 1) }, (_, offset) => from + offset);
	return controls.flatMap((control) => draws.flatMap((draw) => ["base", "head"].map((arm) => ({
		control,
		arm,
		stage,
		draw
	}))));
}
/** In the tasks' order. Every judge is asked, so that each one's eye is known. */
async function judgeControls(comparison, tasks, ask) {
	return Promise.all(tasks.map(async (task) => {
		const { control, arm, stage, draw } = task;
		const { id, source, role, clauses, expected } = control;
		const judgments = nameCited(comparison.clauses, await askJudges(panelOf(comparison, task), ask));
		return {
			id,
			source,
			role,
			clauses,
			expected,
			arm,
			stage,
			draw,
			judgments,
			problematic: isProblematic(judgments)
		};
	}));
}
/** The calls of these tasks, each once. */
function planControlCalls(comparison, tasks, store) {
	const calls = /* @__PURE__ */ new Map();
	for (const task of tasks) {
		const panel = panelOf(comparison, task);
		for (const judge of panel.judges) {
			const request = judgeRequest({
				...panel,
				judge
			});
			const key = requestKey(request);
			calls.set(key, {
				request,
				purpose: "judge",
				stored: store.get(key) !== void 0,
				optional: false
			});
		}
	}
	return [...calls.values()];
}
function panelOf(comparison, { control, arm, stage, draw }) {
	return {
		judges: comparison.judges,
		clauses: control.shown[arm],
		conversation: control.conversation,
		response: control.carrying?.[arm] ?? control.response,
		draw: drawOf(comparison, {
			control,
			stage,
			draw
		}),
		audited: true,
		orderSeed: control.id
	};
}
/**
* Draw numbers above those of every replicate: the rulings that chose an answer as a control are never used to judge
* it.
*/
const AFTER_REPLICATES = 16;
function drawOf({ digest, night }, { control, stage, draw }) {
	const own = control.source === "answer" ? AFTER_REPLICATES + draw : draw;
	if (stage === "screen") return poolDraw(own);
	return night === void 0 ? confirmDraw(digest, own) : nightDraw(night, draw);
}
/** Rulings (violations x draws) of a clause that make it certain enough: seven would do for four clauses or more. */
const RULINGS_OF_CLAUSE = 8;
const MOST_DRAWS = 4;
/**
* Judges what a round asks for: violations of the touched clauses in the screen, and in a confirmation those of clauses that the
* screen flagged, for no other can fail; canaries once in the screen, and once more where judges did worse on the head.
*/
async function runControls(state, at, { ask, onControls }) {
	const { comparison, round, cells, scenarios, flagged } = at;
	const isUnscreened = cells.every(({ stage }) => stage !== "screen");
	const isScreening = round.stage === "screen" || isUnscreened;
	const found = isScreening ? answersAsViolations(comparison, state.controls, {
		cells,
		scenarios,
		stage: round.stage
	}) : [];
	const carriers = isScreening && state.rulings.length === 0 ? carriersOf(comparison, cells, comparison.digest) : [];
	const controls = [
		...state.controls,
		...found,
		...carriers
	];
	const rulings = [...state.rulings];
	const judge = async (tasks) => {
		const known = new Set(rulings.map((one) => placeOf$1(one.id, one)));
		const fresh = tasks.filter((task) => !known.has(placeOf$1(task.control.id, task)));
		if (fresh.length === 0) return;
		onControls?.(fresh);
		rulings.push(...await judgeControls(comparison, fresh, ask));
	};
	if (isUnscreened) await judge(controlTasks(controls, {
		...round,
		stage: "screen"
	}));
	await judge(controlTasks(round.stage === "screen" ? controls : ofClauses(controls, flagged(rulings)), round));
	const judges = comparison.judges.map(({ id }) => id);
	if (isScreening && doubtsJudges({
		cells: [],
		controls: rulings,
		judges
	})) await judge(listControlTasks(controls.filter(isCanary), {
		stage: "screen",
		to: 2
	}));
	return {
		controls,
		rulings
	};
}
/**
* What a round asks for of known controls. A confirmation has all rulings on its violations from its first look on: they are few,
* of suspicious clauses alone, and tested once.
*/
function controlTasks(controls, { stage }) {
	const canaries = stage === "screen" ? listControlTasks(controls.filter(isCanary), {
		stage,
		to: 1
	}) : [];
	const violations = controls.filter(({ role }) => role === "violation");
	return [...canaries, ...violations.flatMap((control) => {
		return listControlTasks([control], {
			stage,
			to: stage === "confirm" ? MOST_DRAWS : drawsFor(control, violations)
		});
	})];
}
/** The fewer violations a clause has, the more often each is judged. */
function drawsFor({ clauses }, violations) {
	const needed = clauses.map((clause) => {
		const own = violations.filter((one) => one.clauses.includes(clause)).length;
		return Math.ceil(RULINGS_OF_CLAUSE / Math.max(1, own));
	});
	return Math.min(MOST_DRAWS, Math.max(2, ...needed));
}
function ofClauses(controls, ids) {
	return controls.filter(({ clauses }) => clauses.some((id) => ids.has(id)));
}
function isCanary({ role }) {
	return role === "canary";
}
function placeOf$1(id, { arm, stage, draw }) {
	return [
		id,
		arm,
		stage,
		draw
	].join("\n");
}
/** Runs rounds until they decide. A run that is stopped early decides on what it has, and missing evidence never passes. */
async function check(subject, ports) {
	const affected = subject.selected.filter(({ scenario }) => isAffected(subject.comparison, scenario));
	const watched = {
		touched: touchedClauses(subject.comparison),
		policy: subject.policy
	};
	const cells = /* @__PURE__ */ new Map();
	const rounds = [];
	let controls = {
		controls: subject.controls ?? [],
		rulings: []
	};
	let round;
	for (;;) {
		const evidence = {
			round,
			cells: [...cells.values()],
			controls: controls.rulings
		};
		const decision = decide({
			...decisionInput(subject, affected),
			...evidence
		});
		if (round !== void 0) {
			const outcome = decision.status === "next" ? decision.reason : decision.verdict;
			rounds.push({
				...round,
				outcome: ports.stopped?.() ?? outcome
			});
		}
		if (decision.status === "verdict") return {
			verdict: decision,
			rounds,
			cells: [...cells.values()],
			controls,
			affected
		};
		round = decision.round;
		const tasks = roundTasks(subject, affected, round).filter((task) => !cells.has(cellId(task)));
		ports.onRound?.(round, tasks);
		for (const [index, cell] of (await evaluate(subject.comparison, tasks, ports.ask)).entries()) cells.set(cellId(tasks[index]), cell);
		if (round.reused) reuseScreen(cells, affected.slice(0, round.scenarios));
		const scenarios = affected.map(({ scenario }) => scenario);
		controls = await runControls(controls, {
			comparison: subject.comparison,
			round,
			cells: [...cells.values()],
			scenarios,
			flagged: (rulings) => new Set(flaggedClauses({
				...watched,
				controls: rulings
			}).map(({ clause }) => clause))
		}, ports);
	}
}
/** The cells a round asks for: the screen's base draws are the stored pool's, the confirmation draws both arms alike. */
function roundTasks(subject, affected, round) {
	const isScreen = round.stage === "screen";
	const stored = Math.max(subject.policy.selection.replicates.base, round.draws);
	const again = listCellTasks(subject.comparison, {
		stage: "confirm",
		scenarios: affected.slice(0, round.today ?? 0).map(({ scenario }) => scenario),
		draws: {
			base: isScreen ? 1 : round.draws + 1,
			head: 0
		}
	});
	const own = listCellTasks(subject.comparison, {
		stage: round.stage,
		scenarios: affected.slice(0, round.scenarios).map(({ scenario }) => scenario),
		draws: {
			base: isScreen ? stored : round.draws,
			head: round.draws
		}
	});
	const isThere = ({ arm, draw }) => round.reused === true && arm === "head" && draw === 1;
	return [...own.filter((task) => !isThere(task)), ...again.filter((task) => isScreen || task.draw > round.draws)];
}
/** The screen's first head draw as the confirmation's, too. */
function reuseScreen(cells, affected) {
	const asked = new Set(affected.map(({ scenario }) => scenario.id));
	for (const cell of cells.values()) {
		if (cell.stage !== "screen" || cell.arm !== "head" || cell.draw !== 1 || !asked.has(cell.scenario)) continue;
		const own = {
			...cell,
			stage: "confirm"
		};
		cells.set(placeOf(own), own);
	}
}
/** Whether there are no stored answers to screen against, so that both sides are drawn fresh at once. */
function isUnscreened({ written, unscreened }, affected) {
	return unscreened === true || affected.some(({ scenario }) => written?.has(scenario.id) === true);
}
function decisionInput(subject, affected) {
	const { comparison, policy, untested, changedModels, labelled } = subject;
	return {
		kind: comparison.kind,
		policy,
		...isUnscreened(subject, affected) && { unscreened: true },
		order: affected.map(({ scenario }) => scenario.id),
		links: new Map(affected.map(({ scenario, reason }) => [scenario.id, reason.kind === "linked" ? reason.clauses : [reason.clause]])),
		renamed: new Map([...comparison.clauses.byId].map(([cited, { id }]) => [cited, id])),
		groups: groupAlike(affected.map(({ scenario }) => scenario)),
		models: comparison.slots.map(({ id }) => id),
		...whereDefined({
			changedModels,
			labelled
		}),
		judges: comparison.judges.map(({ id }) => id),
		scoring: comparison.classifier === void 0 ? "no-classifier" : "no-rubrics",
		untested: untested.map(({ clause }) => clause),
		ruledTwice: new Set(affected.flatMap(({ scenario }) => isRuledTwice(comparison, scenario) ? [scenario.id] : [])),
		touched: touchedClauses(comparison),
		...whereDefined({ reworded: rewordedClauses(comparison) })
	};
}
/** See `DecisionInput`. */
function rewordedClauses({ kind, clauses }) {
	const touched = kind === "model" ? [] : touchedPairs(clauses);
	return touched.length === 0 || touched.some(({ head }) => head === void 0) ? void 0 : new Set(touched.map(({ id }) => id));
}
/** Clauses of the base that the edit touches. */
function touchedClauses({ kind, clauses }) {
	if (kind === "model") return [];
	return touchedPairs(clauses).flatMap((pair) => pair.base === void 0 ? [] : [{
		id: pair.id,
		edit: isGutted(pair, clauses) ? "gutted" : "edited"
	}]);
}
function cellId({ scenario, slot, arm, stage, draw }) {
	return placeOf({
		scenario: scenario.id,
		model: slot.id,
		arm,
		stage,
		draw
	});
}
function placeOf({ scenario, model, arm, stage, draw }) {
	return [
		scenario,
		model,
		arm,
		stage,
		draw
	].join("\n");
}
/** Draws where there is no round: an outlier is confirmed by two. */
const DRAWS = 2;
/** A new model that did not answer was not compared with the panel, so the check must not pass. */
function unansweredFindings(added, cells) {
	return added.flatMap(({ id }) => {
		const own = cells.filter(({ model }) => model === id);
		const missing = own.filter(({ problematic, scores }) => problematic === "missing" || scores === "missing").length;
		if (missing <= .05 * own.length) return [];
		const args = {
			model: id,
			missing,
			answers: own.length
		};
		return [createFinding({
			code: "modelUnanswered",
			args,
			severity: "warning"
		})];
	});
}
/**
* The new models' answers on what the last round asked. Without a round the panel answers, too, on as many scenarios as a
* check starts with; what is stored of it costs nothing.
*/
function addedTasks({ subject, added, round, affected }) {
	if (added.length === 0) return [];
	const { comparison, policy, selected } = subject;
	const slots = round === void 0 ? [...comparison.slots, ...added] : added;
	const { stage, draws, scenarios } = round ?? {
		stage: "screen",
		draws: DRAWS,
		scenarios: policy.selection.scenarios
	};
	return listCellTasks({
		...comparison,
		slots
	}, {
		stage,
		scenarios: (round === void 0 ? selected : affected).slice(0, scenarios).map(({ scenario }) => scenario),
		draws: {
			base: 0,
			head: draws
		}
	});
}
export { testFamily as A, countBothTexts as C, pairRulings as D, pairHeadRulings as E, pairedCells as M, scenariosForOthers as N, confirmRows as O, countBothModels as S, pairControls as T, countRatings as _, roundTasks as a, countMissing as b, unknownViolations as c, modelLooks as d, scenariosForModels as f, summariseJudges as g, measureAgreement as h, isUnscreened as i, findFailingModels as j, countSpeaking as k, startRound as l, isRight as m, unansweredFindings as n, controlTasks as o, isKnown as p, check as r, planControlCalls as s, addedTasks as t, isFewForModels as u, rawAgreement as v, isLetThrough as w, missingReasons as x, ac1 as y };
