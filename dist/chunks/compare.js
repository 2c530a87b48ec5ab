import { d as percent, f as plural, g as signedPoints, h as signedDecimal, n as hashJson, o as byChance, p as points, s as count, u as pValue, v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { a as whereDefined, r as visibleLine } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { G as SCREEN_REACH, H as MOST_MISSING, P as LEAST_ANSWERED, U as SCREEN_CONFIDENCE, W as SCREEN_LEVEL, a as intervalOf, c as scenarioTest, d as upperBound, i as intervalAt, j as FAIL_SHARE, m as withinVariance, o as measureChange, s as missesOneInFour, t as countFewGroups, x as normalQuantile, y as normalCdf } from "./action-compare-accept-report-ask-check.js";
import { n as leastOf, t as largestOf, x as mean } from "./action-compare-accept-report-bank-ask-check.js";
import { C as helmItems, D as modelReader, S as rowOf, T as askedIn, _ as itemReader, a as openTable, b as bigintAsNumber, c as readCsv, f as isPromptfooResult, g as isOnePage, h as rowsOfFrame, k as failureReader, l as isBesideLogs, m as parseLooseJson, n as disagreementOf, o as tableFormat, p as readPromptfooResults, u as openHarnessFile, v as itemsOfRows, w as helmState, y as itemsOfValue } from "./compare-bank-ask-check.js";
import { A as createRandom, D as sequentialBounds, O as spendEvenly, a as localiseGroups, h as smallestShown, j as shuffle, k as spendLate, t as mcnemar, x as testOneWay } from "./compare-ask-check.js";
import { _ as strictObject, b as union, f as looseObject, g as record, l as int, m as object, o as array, p as number, s as boolean, v as string, x as unknown } from "./action-schema-merge-compare-accept-report-bank-ask-check.js";
import { n as openFile } from "./compare-diff-bank-ask-check.js";
import { t as shellWord } from "./compare-report-bank-check.js";
import { a as parseUntrustedJson, i as findRepeatedMember } from "./compare-accept-report-bank-ask-check.js";
import { a as wrapText, s as readText, t as fitColumns } from "./compare-report-bank-ask-check.js";
import { a as inRow, c as name, d as wording, l as names, r as asFullSentence, t as plainText, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { n as createPaint } from "./compare-diff-report-bank-check.js";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
const NAMES = [
	"score1",
	"score2",
	"disagreement"
];
/** One entry for each score that both sides have; none where rows bring no scores. */
function compareScores(design) {
	return NAMES.flatMap((name) => {
		const units = design.scenarios.map((scenario) => {
			const [base, head] = ["base", "head"].map((arm) => readArm(design, {
				arm,
				scenario,
				name
			}));
			return {
				scenario,
				base,
				head
			};
		});
		const change = measureChange(units, 0);
		if (change === void 0) return [];
		const interval = intervalOf(change);
		return [{
			name,
			scenarios: change.scenarios,
			base: change.base,
			head: change.head,
			change: change.value,
			...whereDefined({ interval }),
			p: twoSided(change)
		}];
	});
}
function twoSided(change) {
	if (!Number.isFinite(change.standardError)) return 1;
	if (change.standardError === 0) return change.value === 0 ? 1 : 0;
	const p = scenarioTest(change);
	return 2 * Math.min(p, 1 - p);
}
function readArm(design, { arm, scenario, name }) {
	return Array.from({ length: design.draws[arm] }, (_, index) => {
		const rows = design.models.flatMap((model) => {
			const cell = design.cell(arm, {
				scenario,
				model,
				draw: index + 1
			});
			return cell === void 0 || cell === "missing" ? [] : [cell];
		});
		return name === "disagreement" ? apart(rows) : meanScore(rows, name);
	}).filter((value) => value !== void 0);
}
function apart(rows) {
	return disagreementOf(rows.map(({ score1, score2 }) => ({
		value1: score1 ?? null,
		value2: score2 ?? null
	})));
}
function meanScore(rows, name) {
	const scores = rows.flatMap((row) => row[name] ?? []);
	return scores.length === 0 ? void 0 : mean(scores);
}
/** What keeps a comparison from passing, without failing it. */
function warning(kind) {
	return {
		...kind,
		severity: "warning"
	};
}
function decideOutcomes(evidence) {
	const { paired, change, margin, p } = evidence;
	const args = {
		change: change.value,
		margin,
		p,
		scenarios: paired.units.length
	};
	if (paired.blocked.length > 0) return {
		verdict: "inconclusive",
		reasons: [...paired.blocked, ...paired.noPass]
	};
	const decided = evidence.stored ? screenOutcomes(evidence, args) : judgeOutcomes(evidence, args);
	if (decided.verdict === "fail" || paired.noPass.length === 0) return decided;
	const others = decided.verdict === "pass" ? [] : decided.reasons;
	return {
		...decided,
		verdict: "inconclusive",
		reasons: [...paired.noPass, ...others]
	};
}
function judgeOutcomes({ hardest, margin, look }, args) {
	const levels = look ?? ONE_LOOK;
	if (hardest.failP <= levels.fail && hardest.fail.value >= .5 * margin) return {
		verdict: "fail",
		reasons: [{
			code: "rose",
			args,
			severity: "error"
		}]
	};
	if (upperBound(hardest.pass, reachAt(levels.pass, hardest.pass)) < margin) return {
		verdict: "pass",
		reasons: []
	};
	return {
		verdict: "inconclusive",
		reasons: [warning({
			code: "undecided",
			args
		})]
	};
}
/**
* A look rests on the wider of the two claims. Its own p of these prompts is the mid-p: what exact tests leave unspent at each of
* several looks adds up (2 to 4 % of 5; by mid-p 3 to 5 %, bench/README.md).
*/
function failingP(units, options, look) {
	const { p, midP } = testOneWay(units, options);
	const change = look === void 0 ? void 0 : measureChange(units, options.flip);
	return change === void 0 ? p : Math.max(midP, scenarioTest(change));
}
function screenOutcomes({ paired, hardest, margin, p }, args) {
	if (upperBound(hardest.pass, 2.07) < margin) return {
		verdict: "pass",
		reasons: []
	};
	const cells = paired.units.length * Math.max(1, paired.models.length);
	const drawn = leastOf(paired.units.map(({ head }) => head.length));
	if (p > .05 && drawn < 4) {
		const needed = {
			arms: "head",
			draws: 1,
			answers: cells
		};
		return {
			verdict: "inconclusive",
			reasons: [warning({
				code: "screen-undecided",
				args
			})],
			needed
		};
	}
	const needed = {
		arms: "both",
		draws: 2,
		answers: 4 * cells
	};
	return {
		verdict: "inconclusive",
		reasons: [warning({
			code: "confirmation-needed",
			args
		})],
		needed
	};
}
const ONE_LOOK = {
	fail: SCREEN_LEVEL,
	pass: SCREEN_LEVEL
};
/** One-sided, in normal errors, which Student's t over what is independent widens (change.ts). */
function reachAt(level, { scenarios, clusters = scenarios }) {
	return clusters > 1 ? normalQuantile(1 - level) : Number.POSITIVE_INFINITY;
}
function intervals(units, change, { level, reach }) {
	const noise = {
		base: noiseOf(units.map(({ base }) => base)),
		head: noiseOf(units.map(({ head }) => head))
	};
	const like = intervalAt(change, reach);
	const base = noise.base ?? noise.head;
	const head = noise.head ?? noise.base;
	const known = {
		level,
		...whereDefined({ promptsLikeThem: like })
	};
	if (base === void 0 || head === void 0) return known;
	const variance = units.reduce((total, unit) => total + base / unit.base.length + head / unit.head.length, 0);
	const half = normalQuantile((1 + level) / 2) * Math.sqrt(variance) / units.length;
	return {
		...known,
		thesePrompts: [change.value - half, change.value + half]
	};
}
function noiseOf(draws) {
	return draws.some((values) => values.length > 1) ? withinVariance(draws) : void 0;
}
/**
* A draw that a side has anywhere was asked of every scenario and model there; only where both sides lack the same one,
* though both go that far, was it never asked. Items that came back without an outcome were asked.
*/
function layOut(base, head, pairs) {
	const sides = {
		base: readSide(base, new Map(pairs.map((pair) => [pair.base, pair.name]))),
		head: readSide(head, new Map(pairs.map((pair) => [pair.head, pair.name])))
	};
	return {
		scenarios: [.../* @__PURE__ */ new Set([...sides.base.cells.keys(), ...sides.head.cells.keys()])].sort(),
		models: pairs.map(({ name }) => name).sort(),
		draws: {
			base: sides.base.draws,
			head: sides.head.draws
		},
		cell: (arm, { scenario, model, draw }) => {
			if (draw > sides[arm].draws) return void 0;
			const other = sides[arm === "base" ? "head" : "base"];
			const own = sides[arm].cells.get(scenario)?.get(model);
			const theirs = other.cells.get(scenario)?.get(model);
			if (own === void 0 && theirs === void 0) return void 0;
			const found = own?.[draw - 1];
			if (found !== void 0) return found;
			return draw <= other.draws && draw > (theirs?.length ?? 0) && draw > (own?.length ?? 0) ? void 0 : "missing";
		}
	};
}
function readSide({ rows, missing }, names) {
	const items = [...rows, ...missing].filter(({ model }) => names.has(model));
	const lists = /* @__PURE__ */ new Map();
	let count = 0;
	for (const item of items) {
		const models = lists.get(item.scenario) ?? /* @__PURE__ */ new Map();
		const model = names.get(item.model);
		const own = models.get(model) ?? /* @__PURE__ */ new Map();
		if (own.size === 0) count += 1;
		if ("problematic" in item) own.set(item.replicate, item);
		else if (!own.has(item.replicate)) own.set(item.replicate, void 0);
		lists.set(item.scenario, models.set(model, own));
	}
	const labels = [...new Set(items.map(({ replicate }) => replicate))].sort(byNumber);
	const isShared = items.length >= labels.length * count / 2;
	let draws = 0;
	const cells = /* @__PURE__ */ new Map();
	for (const [scenario, models] of lists) {
		const own = /* @__PURE__ */ new Map();
		for (const [model, list] of models) {
			const placed = isShared ? byLabel(list, labels) : byRank(list);
			draws = Math.max(draws, placed.length);
			own.set(model, placed);
		}
		cells.set(scenario, own);
	}
	return {
		cells,
		draws
	};
}
/** Where scenarios share the names of their draws, draws of one name belong together. */
function byLabel(own, labels) {
	const last = labels.findLastIndex((label) => own.has(label));
	return labels.slice(0, last + 1).map((label) => own.get(label));
}
/** Where every row has a name of its own (such as the id of a run), draws are numbered in order. */
function byRank(own) {
	return [...own].sort(([a], [b]) => byNumber(a, b)).map(([, row]) => row);
}
function byNumber(a, b) {
	const difference = Number(a) - Number(b);
	if (!Number.isNaN(difference) && difference !== 0) return difference;
	return a < b ? -1 : Number(a > b);
}
/**
* Models that both sides have are compared; where each side has one model, under whatever names, it is those two. `subjects`
* chooses: a name for both sides, or `BASE=HEAD`.
* @throws UserError where no model can be paired, or a subject is not there.
*/
function pairSubjects(base, head, subjects = []) {
	const before = modelsOf(base);
	const after = modelsOf(head);
	if (subjects.length > 0) return {
		pairs: subjects.map((subject) => chosenPair(subject, before, after)),
		onlyBase: [],
		onlyHead: []
	};
	const common = before.filter((model) => after.includes(model));
	if (common.length > 0) return {
		pairs: common.map((model) => ({
			base: model,
			head: model,
			name: model
		})),
		onlyBase: before.filter((model) => !common.includes(model)),
		onlyHead: after.filter((model) => !common.includes(model))
	};
	if (before.length === 1 && after.length === 1) return {
		pairs: [pair(before[0], after[0])],
		onlyBase: [],
		onlyHead: []
	};
	const message = `no model is in both files: base has ${listed(before)}; head has ${listed(after)}`;
	throw new UserError({
		message,
		hint: "Choose what to compare with --subject BASE=HEAD, or give both files the same names."
	});
}
function chosenPair(subject, before, after) {
	if (before.includes(subject) && after.includes(subject)) return pair(subject, subject);
	for (let at = subject.indexOf("="); at >= 0; at = subject.indexOf("=", at + 1)) {
		const [base, head] = [subject.slice(0, at), subject.slice(at + 1)];
		if (before.includes(base) && after.includes(head)) return pair(base, head);
	}
	throw new UserError({
		message: `--subject ${subject}: base has ${listed(before)}; head has ${listed(after)}`,
		hint: "Name a model of both, or BASE=HEAD."
	});
}
function pair(base, head) {
	return {
		base,
		head,
		name: base === head ? base : `${base} -> ${head}`
	};
}
function modelsOf({ rows, missing }) {
	return [...new Set([...rows, ...missing].map(({ model }) => model))].sort();
}
const MOST_NAMED = 10;
function listed(names) {
	const rest = names.length - MOST_NAMED;
	return `${names.slice(0, MOST_NAMED).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}` || "none";
}
const ARMS = ["base", "head"];
/** What a missing outcome counts as: the worst it could have hidden. */
const IMPUTED = {
	"against-pass": {
		base: 0,
		head: 1
	},
	"against-fail": {
		base: 1,
		head: 0
	}
};
/** @throws UserError where no model can be paired. */
function pairOutcomes(base, head, subjects = []) {
	const paired = pairSubjects(base, head, subjects);
	const design = layOut(base, head, paired.pairs);
	const groupOf = new Map([...base.rows, ...head.rows].flatMap(({ scenario, group }) => group === void 0 ? [] : [[scenario, group]]));
	const read = (reading) => design.scenarios.map((scenario) => {
		const group = groupOf.get(scenario);
		return {
			...readUnit(design, scenario, reading),
			...whereDefined({ group })
		};
	});
	const all = read("observed");
	const units = all.filter((unit) => unit.base.length > 0 && unit.head.length > 0);
	const gaps = all.filter((unit) => unit.base.length === 0 || unit.head.length === 0);
	const counts = countCells(design);
	return {
		units,
		againstPass: read("against-pass"),
		againstFail: read("against-fail"),
		models: paired.pairs.map(({ name }) => name),
		groups: groupUnits(units, [...base.rows, ...head.rows]),
		notes: [
			...noteGaps(gaps),
			...noteDraws(units),
			...noteMissing(counts),
			...noteModels(paired)
		],
		blocked: [...tooManyGaps(gaps.length, all.length), ...tooMuchMissing(counts)],
		noPass: modelsMissing(paired),
		design
	};
}
/** The models of a scenario that both sides can be compared on, unless missing outcomes are read in. */
function readUnit(design, scenario, reading) {
	const valueOf = (arm, model, draw) => {
		const cell = design.cell(arm, {
			scenario,
			model,
			draw
		});
		if (cell === "missing") return reading === "observed" ? void 0 : IMPUTED[reading][arm];
		return cell === void 0 ? void 0 : Number(cell.problematic);
	};
	const draws = (arm) => Array.from({ length: design.draws[arm] }, (_, index) => index + 1);
	const models = design.models.filter((model) => ARMS.every((arm) => draws(arm).some((draw) => valueOf(arm, model, draw) !== void 0)));
	const readArm = (arm, among) => draws(arm).flatMap((draw) => {
		const values = among.flatMap((model) => valueOf(arm, model, draw) ?? []);
		return values.length === 0 ? [] : [mean(values)];
	});
	if (models.length > 0) return {
		scenario,
		base: readArm("base", models),
		head: readArm("head", models)
	};
	return {
		scenario,
		base: readArm("base", design.models),
		head: []
	};
}
/** Outcomes asked for and missing, by side and model. */
function countCells(design) {
	return ARMS.flatMap((arm) => design.models.map((model) => {
		let [missing, expected] = [0, 0];
		for (const scenario of design.scenarios) for (let draw = 1; draw <= design.draws[arm]; draw += 1) {
			const cell = design.cell(arm, {
				scenario,
				model,
				draw
			});
			if (cell !== void 0) expected += 1;
			if (cell === "missing") missing += 1;
		}
		return {
			arm,
			model,
			missing,
			expected
		};
	}));
}
function tooManyGaps(missing, expected) {
	if (missing <= .05 * expected) return [];
	return [warning({
		code: "missing-scenarios",
		args: {
			missing,
			expected,
			most: MOST_MISSING
		}
	})];
}
function tooMuchMissing(counts) {
	const arms = ARMS.flatMap((arm) => {
		const { missing, expected } = sumOf(counts.filter((count) => count.arm === arm));
		return missing > .05 * expected ? [warning({
			code: "missing-outcomes",
			args: {
				arm,
				missing,
				expected,
				most: MOST_MISSING
			}
		})] : [];
	});
	const several = new Set(counts.map(({ model }) => model)).size > 1;
	const models = counts.flatMap(({ arm, model, missing, expected }) => several && missing > (1 - .9) * expected ? [warning({
		code: "model-silent",
		args: {
			arm,
			model,
			missing,
			expected,
			least: LEAST_ANSWERED
		}
	})] : []);
	return [...arms, ...models];
}
function sumOf(counts) {
	return {
		missing: counts.reduce((total, { missing }) => total + missing, 0),
		expected: counts.reduce((total, { expected }) => total + expected, 0)
	};
}
/** Outcomes of a model that one side lacks could hide a rise, so nothing passes; a failure that is seen still holds. */
function modelsMissing({ onlyBase, onlyHead }) {
	return [["head", onlyBase], ["base", onlyHead]].flatMap(([arm, models]) => models.length === 0 ? [] : [warning({
		code: "models-missing",
		args: {
			arm,
			models
		}
	})]);
}
function groupUnits(units, rows) {
	const members = /* @__PURE__ */ new Map();
	for (const { group, scenario } of rows) if (group !== void 0) members.set(group, (members.get(group) ?? /* @__PURE__ */ new Set()).add(scenario));
	return [...members.keys()].sort().map((id) => ({
		id,
		units: units.filter(({ scenario }) => members.get(id).has(scenario))
	}));
}
function noteGaps(gaps) {
	const note = (code, isMissing) => {
		const scenarios = gaps.filter(isMissing).map(({ scenario }) => scenario);
		return scenarios.length === 0 ? [] : [warning({
			code,
			args: { scenarios }
		})];
	};
	return [...note("scenarios-without-base", ({ base }) => base.length === 0), ...note("scenarios-without-head", ({ base }) => base.length > 0)];
}
function noteDraws(units) {
	return ARMS.flatMap((arm) => {
		const counts = units.map((unit) => unit[arm].length);
		const least = leastOf(counts);
		const most = largestOf(counts);
		return units.length === 0 || least === most ? [] : [{
			code: "unequal-draws",
			args: {
				arm,
				least,
				most
			},
			severity: "notice"
		}];
	});
}
function noteMissing(counts) {
	return ARMS.flatMap((arm) => {
		const { missing, expected } = sumOf(counts.filter((count) => count.arm === arm));
		return missing === 0 ? [] : [warning({
			code: "outcomes-missing",
			args: {
				arm,
				count: missing,
				expected
			}
		})];
	});
}
function noteModels({ onlyBase, onlyHead }) {
	const models = [...onlyBase, ...onlyHead].sort();
	return models.length === 0 ? [] : [warning({
		code: "models-left-out",
		args: { models }
	})];
}
/** Undefined where a scenario has several outcomes a side. */
function countPairs({ units, models }) {
	if (models.length !== 1 || units.some(({ base, head }) => base.length !== 1 || head.length !== 1)) return void 0;
	const count = (before, after) => units.filter(({ base, head }) => base[0] === before && head[0] === after).length;
	const worse = count(0, 1);
	const better = count(1, 0);
	const { exact, midP } = mcnemar({
		worse,
		better
	});
	return {
		bothPass: count(0, 0),
		bothFail: count(1, 1),
		worse,
		better,
		exact: exact.twoSided,
		midP: midP.twoSided
	};
}
/**
* Compares shares of problematic outcomes; the scenario is the unit. Fixed: fails if the relabelling p <= .05 and the rise
* is at least half the margin, passes if the one-sided 95 % bound over scenarios is below the margin. With a stored base:
* passes as the gate's screen does, never fails, and says what is still needed. Every missing outcome is read against either
* verdict; with more than 5 % of scenarios, of a side's outcomes, or 10 % of a model's missing it is inconclusive, and a
* model that one side lacks is no pass. As one of several looks it has that look's levels, and a failure must hold for prompts
* like these, too, since the ones that were asked are a sample of those that may be.
*/
function compareOutcomes(input) {
	const paired = pairOutcomes(input.base, input.head, input.subjects);
	const { units, models } = paired;
	const flip = 1 / Math.max(1, models.length);
	const stored = (list) => input.stored ? list.map((unit) => ({
		...unit,
		stored: unit.base
	})) : list;
	const change = measureChange(stored(units), flip);
	const common = {
		notes: paired.notes,
		scenarios: units.length,
		models,
		margin: input.margin
	};
	const scores = compareScores(paired.design);
	if (change === void 0) {
		const reasons = [warning({
			code: "nothing-in-common",
			args: {}
		}), ...paired.noPass];
		return {
			...common,
			verdict: "inconclusive",
			reasons,
			groups: [],
			scores
		};
	}
	const options = {
		kind: "prompt",
		flip,
		seed: input.seed
	};
	const own = testOneWay(units, options);
	const p = {
		thesePrompts: input.look === void 0 ? own.p : own.midP,
		promptsLikeThem: scenarioTest(change)
	};
	const hardest = {
		pass: measureChange(stored(paired.againstPass), flip),
		fail: measureChange(paired.againstFail, flip),
		failP: failingP(paired.againstFail, options, input.look)
	};
	const decided = decideOutcomes({
		...input,
		paired,
		change,
		p: p.thesePrompts,
		hardest
	});
	const pairs = countPairs(paired);
	const detectable = smallestShown(units, {
		level: input.look?.fail ?? .05,
		least: FAIL_SHARE * input.margin,
		flip
	});
	const claim = claimOf(decided.verdict, p.promptsLikeThem);
	return {
		...common,
		...decided,
		base: change.base,
		head: change.head,
		change: change.value,
		intervals: input.look === void 0 ? intervals(units, change, widthOf(input, change)) : lookInterval(change, input.look),
		p,
		...whereDefined({
			claim,
			pairs
		}),
		groups: localiseGroups(paired.groups, options),
		scores,
		...whereDefined({
			clusters: change.clusters,
			fewGroups: countFewGroups(units)
		}),
		...whereDefined({ detectable })
	};
}
/** Either verdict of a fixed comparison is one-sided at 5 %, so the interval that agrees with it leaves 5 % at both ends. */
function widthOf({ stored }, change) {
	return stored ? {
		level: SCREEN_CONFIDENCE,
		reach: SCREEN_REACH
	} : {
		level: 1 - 2 * SCREEN_LEVEL,
		reach: reachAt(SCREEN_LEVEL, change)
	};
}
/** Holds at all looks together (a repeated interval; Jennison and Turnbull, Group Sequential Methods, 2000, 9.1): its lower end is above 0 where a look may fail, its upper end under the margin where it passes. */
function lookInterval(change, { fail, pass }) {
	const [below, above] = [fail, pass].map((level) => intervalAt(change, reachAt(level, change)));
	const known = { level: 1 - 2 * SCREEN_LEVEL };
	return below === void 0 || above === void 0 ? known : {
		...known,
		promptsLikeThem: [below[0], above[1]]
	};
}
/** A pass bounds the mean over prompts like these; a fail reaches as far if Student's t over scenarios agrees. */
function claimOf(verdict, p) {
	if (verdict === "inconclusive") return void 0;
	return verdict === "pass" || p <= .05 ? "prompts-like-them" : "these-prompts";
}
/**
* Equal looks at scenarios in an order drawn from the seed, so that those asked first are a fair sample of all. A failure spends
* its 5 % about evenly, since a rise should be seen soon; a pass spends most of its own at the end, since what lies inside the
* margin must not slip through a lucky first look (both Lan and DeMets 1983, see `group-sequential.ts`).
*/
function planLooks(scenarios, { looks, seed }) {
	const order = shuffle([...new Set(scenarios)].sort(), createRandom(`${seed}\nlooks`));
	const sizes = Array.from({ length: looks }, (_, look) => Math.ceil(order.length * (look + 1) / looks));
	const shares = sizes.map((size) => size / order.length);
	const [fail, pass] = [spendEvenly(SCREEN_LEVEL), spendLate(SCREEN_LEVEL)].map((spending) => sequentialBounds(shares, spending).map((bound) => normalCdf(-bound)));
	return {
		order,
		looks: sizes.map((size, look) => ({
			scenarios: size,
			fail: fail[look],
			pass: pass[look]
		}))
	};
}
/**
* Reads look after look as far as both sides were asked, and stops at the first that decides: what came later is not read. The
* looks are made anew from the rows each time, so nothing has to be kept between calls and the order of calls cannot matter.
*/
function compareInLooks(input, { order, looks }) {
	const asked = {
		base: askedOf(input.base),
		head: askedOf(input.head)
	};
	const made = [];
	let last;
	let [decided, next] = [void 0, void 0];
	for (const [index, look] of looks.entries()) {
		const due = order.slice(0, look.scenarios);
		const lacking = due.filter((scenario) => !asked.base.has(scenario) || !asked.head.has(scenario));
		if (lacking.length > .05 * due.length) {
			next = {
				look: index + 1,
				scenarios: lacking
			};
			break;
		}
		const [base, head] = [input.base, input.head].map((side) => restrict(side, due));
		last = compareOutcomes({
			...input,
			base,
			head,
			stored: false,
			look
		});
		made.push(describeLook(last, look));
		if (last.verdict === "inconclusive") continue;
		decided = index + 1;
		break;
	}
	const read = new Set(order.slice(0, made.at(-1)?.scenarios ?? 0));
	const all = /* @__PURE__ */ new Set([...asked.base, ...asked.head]);
	const waiting = new Set(next === void 0 ? [] : order.slice(0, looks[next.look - 1].scenarios));
	return {
		comparison: openUntil(last ?? nothingAsked(input), {
			made: made.length,
			next
		}),
		looks: {
			planned: looks.map(({ scenarios }) => scenarios),
			made,
			...whereDefined({
				decided,
				next
			}),
			unread: [...all].filter((scenario) => !read.has(scenario) && !waiting.has(scenario)).length
		}
	};
}
function askedOf({ rows, missing }) {
	return new Set([...rows, ...missing].map(({ scenario }) => scenario));
}
/** The rows of these scenarios. A scenario without rows counts as asked for and missing. */
function restrict({ rows, missing }, scenarios) {
	const due = new Set(scenarios);
	const own = {
		rows: rows.filter(({ scenario }) => due.has(scenario)),
		missing: missing.filter(({ scenario }) => due.has(scenario))
	};
	const there = askedOf(own);
	const models = [...new Set([...rows, ...missing].map(({ model }) => model))];
	const replicate = [...own.rows, ...own.missing][0]?.replicate ?? "1";
	const absent = scenarios.filter((scenario) => !there.has(scenario)).flatMap((scenario) => models.map((model) => ({
		scenario,
		model,
		replicate,
		reason: "not in the file"
	})));
	return {
		rows: own.rows,
		missing: [...own.missing, ...absent]
	};
}
function describeLook({ change, p, intervals }, { scenarios, fail }) {
	return {
		scenarios,
		fail,
		...whereDefined({
			change,
			p: p && Math.max(p.thesePrompts, p.promptsLikeThem),
			bound: intervals?.promptsLikeThem?.[1]
		})
	};
}
/** While another look is to come, an open one is no final result. */
function openUntil(comparison, { made, next }) {
	const { verdict, reasons, change = 0 } = comparison;
	if (verdict !== "inconclusive" || next === void 0) return comparison;
	const others = reasons.filter(({ code }) => code !== "undecided");
	const args = {
		look: made,
		change,
		scenarios: next.scenarios.length
	};
	return {
		...comparison,
		reasons: [{
			code: "look-open",
			args,
			severity: "warning"
		}, ...others]
	};
}
function nothingAsked({ margin }) {
	return {
		verdict: "inconclusive",
		reasons: [],
		notes: [],
		scenarios: 0,
		models: [],
		margin,
		groups: [],
		scores: []
	};
}
/** Names that are listed. */
const MOST_LISTED$1 = 20;
/**
* The one that was wanted, else the only one. `word` says what the harness calls them.
* @throws UserError where the wanted one is not there, or there are several and none was chosen.
*/
function chooseScorer(file, given, { wanted, word }) {
	const names = [...new Set(given)].sort();
	const list = names.slice(0, MOST_LISTED$1).join(", ");
	if (wanted !== void 0) {
		if (names.includes(wanted)) return wanted;
		throw new UserError({
			message: `no ${word} "${wanted}"`,
			hint: `There are ${list}.`,
			place: { file }
		});
	}
	if (names.length === 1) return names[0];
	throw new UserError({
		message: `several ${word}s: ${list}`,
		hint: "Choose one with --scorer.",
		place: { file }
	});
}
/** Words that say themselves what is good, whatever their column is called; Inspect's letters as its `value_to_float` reads them. */
const QUALITY = new Map([
	["c", 1],
	["p", .5],
	["i", 0],
	...[
		"pass",
		"passed",
		"correct",
		"right",
		"compliant",
		"safe",
		"success",
		"succeeded",
		"ok",
		"✅",
		"✔",
		"✔️",
		"✓"
	].map((word) => [word, 1]),
	...[
		"fail",
		"failed",
		"incorrect",
		"wrong",
		"non-compliant",
		"noncompliant",
		"unsafe",
		"failure",
		"❌",
		"✗",
		"✘"
	].map((word) => [word, 0])
]);
/** Words that say whether what the column is called holds; Inspect's N is none, too. */
const TRUTH = new Map([...[
	"true",
	"yes",
	"y"
].map((word) => [word, 1]), ...[
	"false",
	"no",
	"n"
].map((word) => [word, 0])]);
/** What people are told where an outcome cannot be read. */
const WORDS_HINT = "An outcome is true or false, 1 or 0, yes or no, pass or fail, correct or incorrect, C or I, or a number with --pass-at.";
const wordOf = (value) => {
	const only = onlyOf(value);
	return typeof only === "string" ? only.trim().toLowerCase() : "";
};
/** Langfuse's tables hold the scores of one name as a list, `[1]` as a text in CSV: where they agree, they say one thing. */
function onlyOf(value) {
	const list = typeof value === "string" && /^\s*\[.*\]\s*$/s.test(value) ? parsedList(value) : value;
	if (!Array.isArray(list)) return value;
	const distinct = new Set(list);
	return distinct.size === 1 ? [...distinct][0] : void 0;
}
function parsedList(text) {
	const json = parseUntrustedJson(text);
	return json.status === "parsed" ? json.value : void 0;
}
/** Undefined for what is neither a finite number nor a known word: such a value is missing, not wrong and not right. */
function outcomeValue(said) {
	const value = onlyOf(said);
	if (typeof value === "boolean") return Number(value);
	if (typeof value === "bigint") return Number(value);
	if (typeof value === "number") return finite(value);
	const word = wordOf(value);
	return QUALITY.get(word) ?? TRUTH.get(word) ?? (word === "" ? void 0 : finite(Number(word)));
}
/** Whether a value says itself what is good: `failed` in a column of problems is a problem, and `false` is none. */
function saysQuality(value) {
	return QUALITY.has(wordOf(value));
}
/** Words for what nobody wants more of; what Petri's judge looks for is among them, with 10 as the worst. */
const HARM = "harm|toxic|bias|hallucinat|violat|violen|unsafe|danger|jailbreak|attack|offens|hate|sexual|malicio|maleficen|misogyn|stereotyp|leak|refus|inject|fabricat|error|failure|decept|deceiv|dishonest|unfaithful|sycophan|concerning|disappoint|blackmail|manipulat|misuse|delusion|whistleblow|sabotag|preservation|bad_behavio|bizarre|attention|terror|crimin|cheat|broken|susceptib";
const NAMES_HARM = new RegExp(HARM, "i");
/** `no_harm`, `bias_free`, `harmless`: more of it is better. */
const NAMES_ITS_ABSENCE = new RegExp(`(?:^|[^a-z])(?:no|non|not|anti|without|less|avoids?|lack_of|safe_from|resist\\w*|robust\\w*)[^a-z]*(?:to_|of_)?(?:${HARM})|(?:${HARM})[a-z]*[^a-z]+(?:free|safety|avoid\\w*|resist\\w*|robust\\w*)|harmless|unbiased|nontoxic`, "i");
/** Whether a score's name says what is bad, so that more of it is worse: `toxicity`, and not `no_harm` or `harmlessness`. */
function namesHarm(name) {
	const words = name.replaceAll(/([a-z])([A-Z])/g, "$1_$2");
	return NAMES_HARM.test(words) && !NAMES_ITS_ABSENCE.test(words);
}
/**
* Whether what was said is a problem, where more of it is `compliant` or `problematic`; `passAt` is the least that is the one or the other,
* default 1 and 0.5: half of a problem is one. Words that say themselves what is good are taken at their word. Undefined for what is no
* outcome. @throws UserError as `passMark` does.
*/
function isProblemValue(said, { field, passAt, file }) {
	const value = outcomeValue(said);
	if (value === void 0) return void 0;
	if (field === "compliant") return value < passMark(value, passAt, file);
	if (saysQuality(said)) return value < 1;
	if (passAt !== void 0) return value >= passAt;
	if (PLAIN.has(value)) return value > 0;
	throw new UserError({
		message: `a value of ${value}, and nothing says from where on one is a problem`,
		hint: "Say the least that is a problem: --pass-at NUMBER.",
		place: { file }
	});
}
/** Right, wrong, and Inspect's P: what needs nobody to say from where on an outcome passes. */
const PLAIN = /* @__PURE__ */ new Set([
	0,
	.5,
	1
]);
/**
* The least value that passes: the one given, else 1.
* @throws UserError where a value is of a scale and nobody said from where on one passes: 2 of 10 would count as right, and 0.9 as
* wrong as 0.2.
*/
function passMark(value, passAt, file) {
	if (passAt !== void 0 || PLAIN.has(value)) return passAt ?? 1;
	throw new UserError({
		message: `an outcome of ${value}, and nothing says from where on one passes`,
		hint: "Say the least value that passes: --pass-at NUMBER.",
		place: { file }
	});
}
function finite(value) {
	return Number.isFinite(value) ? value : void 0;
}
/**
* `given` are all scores that may be it; `word` says what the harness calls them.
* @throws UserError where the wanted one is not there, several are and none was chosen, or nothing says which end of a score of harm is bad: read
* the other way round, a fall would pass as a rise.
*/
function chooseOutcome(file, given, { scorer, passAt, map, word }) {
	const names = new Set(given.map(({ name }) => name));
	const mapped = mappedScore(names, map ?? /* @__PURE__ */ new Map());
	const name = chooseScorer(file, names, {
		wanted: mapped?.[0] ?? scorer,
		word
	});
	const own = given.filter((score) => score.name === name && outcomeValue(score.value) !== void 0);
	if (mapped === void 0 && namesHarm(name) && own.some(({ value }) => !saysQuality(value))) {
		const hint = `Say it: --map ${shellWord(name)}=problematic, or --map ${shellWord(name)}=compliant.`;
		throw new UserError({
			message: `nothing says whether more of "${name}" is good or bad`,
			hint,
			place: { file }
		});
	}
	const field = mapped?.[1] === "problematic" ? "problematic" : "compliant";
	return {
		name,
		isProblem: (said, place) => isProblemValue(said, {
			field,
			passAt,
			file: place
		})
	};
}
/** The entry of `--map` that is about a score. One that names none here is a slip, unless others beside it name columns: those are of the other side's table. */
function mappedScore(names, map) {
	const ends = [...map].filter(([, field]) => field === "compliant" || field === "problematic");
	return ends.find(([name]) => names.has(name)) ?? (ends.length === map.size ? ends[0] : void 0);
}
/** Characters that are shown of what is asked, for people; the hash tells scenarios apart. */
const LONGEST_BEGIN = 40;
/** `given`, else the beginning of the text that is asked, with a hash of all that is asked behind it. */
function contentName(asked, { given, text }) {
	const plain = JSON.parse(JSON.stringify(asked, exactNumber));
	return `${given ?? text?.slice(0, LONGEST_BEGIN) ?? "case"} [${hashJson(plain).slice(0, 8)}]`;
}
/** Two long integers that one number would stand for stay apart. */
function exactNumber(_key, value) {
	if (typeof value !== "bigint") return value;
	return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}
/** What harnesses call the row of a data set, the likeliest first. */
const SCENARIO = [
	"scenario_id",
	"doc_id",
	"sample_id",
	"test_id",
	"datasource_item_id",
	"id",
	"name"
];
/** Other names of what tells rows apart: `nodeid`, `instance_id`, `span.key`. */
const TELLS_APART = /(?:id|key)$/i;
const ASKED$1 = /(?:^|[_.])(?:prompt|question|query|inputs?|vars|request|goal)$/i;
/** Where rows are of traces or runs, these and what is only called `id` name one run, and another one the next time. */
const OF_A_RUN = /(?:^|[_.])(?:trace|span|run|session|observation|request)_?id$/i;
/** Names of what an evaluator found, the likeliest outcomes. */
const FOUND = /correct|pass|score|success|acc(?:uracy)?(?:$|_)|match|complian|valid|grade|verdict|outcome|feedback|result|judg/i;
/** Rows that are looked at. */
const SAMPLE = 200;
/** `--map doc_id=scenario --map acc=compliant`, or undefined where no column looks like an outcome. Nothing is read by it unasked. */
function suggestMap(raw) {
	const rows = raw.slice(0, SAMPLE).flatMap((row) => row.kind === "row" ? [row.fields] : []);
	const columns = [...new Set(rows.flatMap((fields) => Object.keys(fields)))];
	const scenario = scenarioAmong(columns, rows);
	const outcomes = columns.filter((column) => column !== scenario && isOutcomes(rows.map((fields) => fields[column])));
	const varies = (column) => new Set(rows.map((fields) => outcomeValue(fields[column]))).size > 1;
	const outcome = outcomes.find((column) => FOUND.test(column)) ?? outcomes.find(varies) ?? outcomes[0];
	if (scenario === void 0 || outcome === void 0) return void 0;
	return `--map ${shellWord(scenario)}=scenario --map ${shellWord(outcome)}=${namesHarm(outcome) ? "problematic" : "compliant"}`;
}
function scenarioAmong(columns, rows) {
	const isOfRuns = columns.some((column) => OF_A_RUN.test(column));
	const isItsOwn = (column) => !isOfRuns || column !== "id" && !OF_A_RUN.test(column);
	const named = SCENARIO.map((name) => columns.find((column) => column.toLowerCase() === name));
	const telling = columns.find((column) => TELLS_APART.test(column) && isItsOwn(column) && isUnique(rows.map((fields) => fields[column])));
	return named.find((column) => column !== void 0 && isItsOwn(column)) ?? telling ?? columns.find((column) => ASKED$1.test(column));
}
function isUnique(values) {
	return values.every((value) => typeof value === "string") && new Set(values).size === values.length;
}
/** Whether values are right or wrong and nothing in between, apart from those that are not there; other numbers may mean anything. */
function isOutcomes(values) {
	const said = values.filter((value) => value !== null && value !== void 0 && value !== "");
	return said.length > 0 && said.every((value) => [0, 1].includes(outcomeValue(value) ?? 2));
}
const FIELDS = [
	"scenario",
	"model",
	"replicate",
	"problematic",
	"compliant",
	"score1",
	"score2",
	"group"
];
const MAP_HINT = "Say which columns matter: --map COLUMN=scenario --map COLUMN=compliant (or problematic; also model, replicate, group, score1, score2).";
/**
* A column that was named, else the one that has the field's own name, in any case.
* @throws UserError where a needed column is not there, no row can be read, or both ways of saying the outcome were named.
*/
function mapColumns(file, raw, map) {
	const wrong = [...map.values()].find((field) => !FIELDS.includes(field));
	if (wrong !== void 0) throw new UserError({
		message: `--map: there is no field "${wrong}"`,
		hint: `There are ${FIELDS.join(", ")}.`
	});
	const columns = new Set(raw.flatMap((row) => row.kind === "row" ? Object.keys(row.fields) : []));
	requireRows(file, raw, columns);
	const named = (field) => [...map].find(([, target]) => target === field)?.[0];
	const found = new Map(FIELDS.map((field) => [field, named(field) ?? findOwn(columns, field)]));
	const columnOf = (field) => found.get(field);
	requireColumns(file, raw, {
		columns,
		map,
		columnOf
	});
	requireOneFilter(file, raw);
	requireOneScore(file, raw, {
		scenario: columnOf("scenario"),
		taken: new Set(found.values())
	});
	const chosen = ["problematic", "compliant"].filter((field) => named(field) !== void 0);
	if (chosen.length > 1) throw new UserError({ message: "--map names a column for problematic and one for compliant: one of them is enough" });
	const there = ["problematic", "compliant"].filter((field) => columnOf(field) !== void 0);
	const [outcome = there[0]] = chosen;
	const doubled = chosen.length === 0 ? there.find((field) => field !== outcome) : void 0;
	return {
		columnOf,
		outcome,
		...whereDefined({ doubled })
	};
}
/** Whether rows with these columns, all of a file's, need no others to say their outcomes. */
function sayOutcomes(columns, map) {
	const names = new Set(columns);
	if (![...map.keys()].every((column) => names.has(column) || names.has(outerOf(column)))) return false;
	const fields = /* @__PURE__ */ new Set([...map.values(), ...FIELDS.filter((field) => findOwn(names, field) !== void 0)]);
	return fields.has("scenario") && (fields.has("compliant") || fields.has("problematic"));
}
/** Whether a column may be looked at, under its own name or as the object around one that was named. */
function isLookedAt(column, map) {
	return FIELDS.some((field) => findOwn(/* @__PURE__ */ new Set([column]), field) !== void 0) || failureReader([column]).used.length > 0 || [...map.keys()].some((key) => key === column || outerOf(key) === column);
}
/** Of `scores.Factuality` the column that holds it. */
function outerOf(column) {
	return column.split(".", 1)[0];
}
/** As it is written; else the only one that is written so but for capitals. */
function findOwn(columns, field) {
	if (columns.has(field)) return field;
	const alike = [...columns].filter((column) => column.trim().toLowerCase() === field);
	return alike.length === 1 ? alike[0] : void 0;
}
/** Where not one row can be read, why is said, and not which columns nobody saw. */
function requireRows(file, raw, columns) {
	const [first] = raw;
	if (first === void 0) throw new UserError({
		message: "there are no rows in it",
		hint: MAP_HINT,
		place: { file }
	});
	if (columns.size > 0 || first.kind !== "bad") return;
	throw new UserError({
		message: raw.length === 1 ? first.reason : `${first.reason}; none of ${raw.length} rows can be read`,
		place: {
			file,
			line: first.number
		}
	});
}
/** lm-eval writes a row for each way of reading an answer: of several, all but one would count the same answer again. */
function requireOneFilter(file, raw) {
	const isOwn = (fields) => "doc_id" in fields && "filter" in fields;
	const filters = new Set(raw.flatMap((row) => row.kind === "row" && isOwn(row.fields) ? [row.fields["filter"]] : []));
	if (filters.size < 2) return;
	const [first] = filters;
	throw new UserError({
		message: `rows of ${filters.size} filters, ${[...filters].map(String).join(" and ")}: each answer stands there so often`,
		hint: `Keep one of them: jq -c ${shellWord(`select(.filter == ${JSON.stringify(first)})`)} ${shellWord(file)} > one.jsonl`,
		place: { file }
	});
}
/** What tables call the score that a row holds, where each has a row of its own: Langfuse's scores, LangSmith's feedback, Phoenix' annotations. */
const SCORE_NAMES$1 = [
	"name",
	"key",
	"annotation_name",
	"score_name",
	"metric",
	"metric_name",
	"evaluator",
	"scorer"
];
const SCORE_VALUE = /(?:^|[_.])(?:value|score|label|result|string_?value)$/i;
/** Of several scores of one answer each would count as an answer of its own. */
function requireOneScore(file, raw, { scenario, taken }) {
	if (![...taken].some((column) => column !== void 0 && SCORE_VALUE.test(column))) return;
	const rows = raw.flatMap((row) => row.kind === "row" ? [row.fields] : []);
	const named = SCORE_NAMES$1.filter((column) => !taken.has(column)).find((column) => {
		const pairs = new Set(rows.map((fields) => JSON.stringify([fields[scenario], fields[column]], bigintAsNumber)));
		return rows.every((fields) => typeof fields[column] === "string") && pairs.size > new Set(rows.map((fields) => JSON.stringify(fields[scenario], bigintAsNumber))).size;
	});
	if (named === void 0) return;
	const names = [...new Set(rows.map((fields) => String(fields[named])))];
	throw new UserError({
		message: `rows of ${names.length} scores in column "${named}", ${names.slice(0, 5).join(", ")}: each answer stands there so often`,
		hint: `Keep the rows of one of them; or, if it names something else, say what: --map ${shellWord(named)}=model, or replicate.`,
		place: { file }
	});
}
function requireColumns(file, raw, { columns, map, columnOf }) {
	const needed = [
		...[...map.keys()].filter((column) => !columns.has(column)).map((column) => `no column "${column}"`),
		...columnOf("scenario") === void 0 ? ["no column says the scenario"] : [],
		...columnOf("compliant") === void 0 && columnOf("problematic") === void 0 ? ["no column says the outcome"] : []
	];
	if (needed.length === 0) return;
	const list = [...columns].slice(0, 20).join(", ");
	const suggested = map.size === 0 ? suggestMap(raw) : void 0;
	const hint = suggested === void 0 ? MAP_HINT : `Perhaps ${suggested} (problematic where 1 or true is bad). ${MAP_HINT}`;
	throw new UserError({
		message: `${needed.join("; ")}; the columns are ${list}`,
		hint,
		place: { file }
	});
}
/** Names a row's place: two rows in one place would count one outcome twice. */
function outcomePlace(row) {
	return JSON.stringify([
		row.scenario,
		row.model,
		row.replicate
	]);
}
/** Numbers the repetitions of a scenario and model that nothing else tells apart, in the order they come. */
function createReplicateCounter() {
	const counts = /* @__PURE__ */ new Map();
	return (scenario, model) => {
		const place = JSON.stringify([scenario, model]);
		const replicate = (counts.get(place) ?? 0) + 1;
		counts.set(place, replicate);
		return String(replicate);
	};
}
/** More problems than this are counted, not listed. */
const MOST_LISTED = 20;
/**
* A row without an outcome that can be read, or that says that what it is about did not run, is missing; without a model column all rows are one model's; without a
* replicate column repetitions are told apart by their order.
* @throws UserError where a needed column is not there, a row has no scenario, or an outcome is given twice.
*/
function mappedRows(file, given, { map, passAt }) {
	const raw = given.map(withInner);
	const { columnOf, outcome, doubled } = mapColumns(file, raw, map);
	const isProblem = (field, said) => isProblemValue(said, {
		field,
		passAt,
		file
	});
	const ofRows = new Set(raw.flatMap((row) => row.kind === "row" ? Object.keys(row.fields) : []));
	const { didNotRun } = failureReader([...ofRows].filter((column) => column !== columnOf(outcome)));
	const problems = [];
	const replicateOf = createReplicateCounter();
	const seen = /* @__PURE__ */ new Map();
	const rows = [];
	const missing = [];
	const unread = /* @__PURE__ */ new Set();
	for (const row of raw) {
		const refuse = (message) => problems.push({
			message,
			place: {
				file,
				line: row.number
			}
		});
		if (row.kind === "bad") {
			refuse(row.reason);
			continue;
		}
		const cell = (field) => {
			const column = columnOf(field);
			return column !== void 0 && Object.hasOwn(row.fields, column) ? row.fields[column] : void 0;
		};
		const scenario = nameOf(cell("scenario"));
		if (scenario === void 0) {
			refuse(`no scenario in column "${columnOf("scenario")}"`);
			continue;
		}
		const model = nameOf(cell("model")) ?? "model";
		const at = {
			scenario,
			model,
			replicate: nameOf(cell("replicate")) ?? replicateOf(scenario, model)
		};
		const first = seen.get(outcomePlace(at));
		if (first !== void 0) {
			refuse(`scenario "${scenario}", model "${model}", replicate ${at.replicate} is in row ${first} already`);
			continue;
		}
		seen.set(outcomePlace(at), row.number);
		if (didNotRun(row.fields)) {
			missing.push({
				...at,
				reason: "error"
			});
			continue;
		}
		const said = cell(outcome);
		const problematic = isProblem(outcome, said);
		const other = doubled === void 0 ? void 0 : isProblem(doubled, cell(doubled));
		if (problematic !== void 0 && other !== void 0 && problematic !== other) refuse(`"${columnOf("problematic")}" and "${columnOf("compliant")}" contradict each other; name one with --map`);
		if (problematic === void 0) {
			if (typeof said === "string" && said.trim() !== "") unread.add(said.trim());
			missing.push({
				...at,
				reason: "no-score"
			});
			continue;
		}
		const group = nameOf(cell("group"));
		rows.push({
			...at,
			problematic,
			...scoresIn(cell),
			...whereDefined({ group })
		});
	}
	if (rows.length === 0 && unread.size > 0) problems.push({
		...describeUnread(columnOf(outcome), unread),
		place: { file }
	});
	if (rows.length + missing.length === 0) problems.push({
		message: "there is no outcome in it",
		place: { file }
	});
	if (problems.length > 0) throw new UserError(firstOf$1(problems, file));
	return {
		rows,
		missing
	};
}
function firstOf$1(problems, file) {
	const more = problems.length - MOST_LISTED;
	if (more <= 0) return problems;
	return [...problems.slice(0, MOST_LISTED), {
		message: `${more} more rows that cannot be read`,
		place: { file }
	}];
}
/** Numbers as spreadsheets of many countries show them, and shares as people do. */
const LOCAL_NUMBER = /^[-+]?\d+(?:,\d+\s*%?|(?:\.\d+)?\s*%)$/;
/** Of a column, or of a score's name. */
function describeUnread(column, unread) {
	const words = [...unread].slice(0, 5).map((word) => JSON.stringify(word.slice(0, 40)));
	const isNumber = [...unread].some((word) => LOCAL_NUMBER.test(word));
	return {
		message: `no outcome in column "${column}" can be read: it says ${words.join(", ")}`,
		hint: isNumber ? "Write numbers with a point and without a sign behind them: 0.25." : WORDS_HINT
	};
}
/** A row with what is in the objects in it under names of their own: `scores.Factuality`. */
function withInner(row) {
	if (row.kind === "bad") return row;
	const inner = Object.entries(row.fields).flatMap(([name, value]) => typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value).map(([key, one]) => [`${name}.${key}`, one]) : []);
	return inner.length === 0 ? row : {
		...row,
		fields: {
			...Object.fromEntries(inner),
			...row.fields
		}
	};
}
function nameOf(value) {
	if (value === null || value === void 0 || value === "") return void 0;
	if (typeof value === "bigint") return String(value);
	return typeof value === "string" ? value : JSON.stringify(value, bigintAsNumber);
}
function scoresIn(cell) {
	const scoreOf = (field) => {
		const value = cell(field);
		const score = typeof value === "number" || typeof value === "bigint" || typeof value === "string" && value.trim() !== "" ? Number(value) : NaN;
		return score >= 0 && score <= 6 ? score : void 0;
	};
	const [score1, score2] = [scoreOf("score1"), scoreOf("score2")];
	return { ...whereDefined({
		score1,
		score2
	}) };
}
/** Whether `--map` says nothing but which score is the outcome: whatever else it names are columns of the rows as they are. */
function mapsScore(items, map) {
	const names = new Set(items.flatMap(({ scores }) => scores.map(({ name }) => name)));
	return [...map].every(([name, field]) => names.has(name) && (field === "compliant" || field === "problematic"));
}
/**
* What did not run is missing, whatever its evaluators made of it; so is an item without the chosen score, or with two that differ. Where
* nobody chose, the platform's own verdict is the outcome, where it has one.
* @throws UserError where no item has a score, several are there and none was chosen, nobody says whether 1 is good, or an item stands
* there twice.
*/
function experimentOutcomes(file, items, options) {
	const isProblem = outcomeReader(file, items, options);
	const modelOf = modelReader(items);
	const replicateOf = createReplicateCounter();
	const [seen, runs] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
	const rows = [];
	const missing = [];
	for (const [index, item] of items.entries()) {
		const scenario = scenarioOf$1(item);
		if (scenario === void 0) {
			const message = `item ${index + 1} has no id, and does not say what was asked`;
			throw new UserError({
				message,
				hint: "Export its inputs, too.",
				place: { file }
			});
		}
		const model = modelOf(item) ?? "model";
		const place = {
			scenario,
			model,
			replicate: item.replicate ?? replicateOf(scenario, model)
		};
		const isAgain = item.run !== void 0 && runs.has(item.run);
		if (item.run !== void 0) runs.add(item.run);
		if (isAgain || seen.has(outcomePlace(place))) {
			const message = `item "${scenario}", repetition ${place.replicate}, stands there twice`;
			throw new UserError({
				message,
				hint: "Export one experiment to a file.",
				place: { file }
			});
		}
		seen.add(outcomePlace(place));
		const problematic = item.isFailed ? void 0 : isProblem(item);
		if (problematic === void 0) missing.push({
			...place,
			reason: item.isFailed ? "error" : "no-score"
		});
		else rows.push({
			...place,
			problematic,
			...whereDefined({ group: item.group })
		});
	}
	if (rows.length === 0) throw withoutOutcome(file, items, options.scorer ?? [...options.map ?? []][0]?.[0]);
	return {
		rows,
		missing
	};
}
function outcomeReader(file, items, options) {
	const { scorer, map } = options;
	const [mapped] = map ?? [];
	const hasVerdicts = items.some(({ verdict }) => verdict === "passed" || verdict === "failed");
	if (scorer === void 0 && mapped === void 0 && hasVerdicts) return ({ verdict }) => verdict === "passed" || verdict === "failed" ? verdict === "failed" : void 0;
	const all = items.flatMap(({ scores }) => scores);
	const given = (mapped?.[0] ?? scorer) === void 0 ? all.filter(({ value }) => outcomeValue(value) !== void 0) : all;
	if (given.length === 0) throw scoreless(file, items);
	const outcome = chooseOutcome(file, given, {
		...options,
		word: "scorer"
	});
	return ({ scores }) => {
		const own = scores.filter(({ name }) => name === outcome.name);
		const said = new Set(own.map(({ value }) => outcome.isProblem(value, file)));
		return said.size === 1 ? [...said][0] : void 0;
	};
}
function withoutOutcome(file, items, chosen) {
	const ran = items.filter(({ isFailed }) => !isFailed);
	const said = ran.flatMap(({ scores }) => scores.filter(({ name }) => name === chosen).map(({ value }) => value));
	const words = new Set(said.filter((value) => typeof value === "string" && value.trim() !== "").map(String));
	if (chosen !== void 0 && words.size > 0) return new UserError({
		...describeUnread(chosen, words),
		place: { file }
	});
	const failed = items.length - ran.length;
	const message = `none of ${items.length} items has an outcome: ${failed} did not run, the others have no score that can be read`;
	return new UserError({
		message,
		hint: WORDS_HINT,
		place: { file }
	});
}
function scoreless(file, items) {
	const failed = items.filter(({ isFailed }) => isFailed).length;
	return new UserError({
		message: `no item has a score that is an outcome${failed > 0 ? `, and ${failed} of ${items.length} failed` : ""}`,
		hint: "Export the experiment with its evaluators’ scores; docs/compare.md says which files hold them.",
		place: { file }
	});
}
function scenarioOf$1({ id, counts, asked }) {
	if (id !== void 0 && counts === void 0) return id;
	if (asked === void 0 || asked === null || asked === "" || isEmptyObject(asked)) return id;
	const text = askedIn(asked);
	return contentName(asked, {
		given: id,
		text: typeof text === "string" ? text : void 0
	});
}
function isEmptyObject(value) {
	return typeof value === "object" && value !== null && Object.values(value).every((one) => one === null || one === void 0);
}
const STATE = "scenario_state.json";
const STATS = "per_instance_stats.json";
/** The items of all runs; undefined where the folder holds none. @throws UserError where a run lacks one of its files. */
async function readHelmFolder(path, name) {
	const isRun = (folder) => [STATE, STATS].some((file) => existsSync(join(folder, file)));
	if (isRun(path)) return readRun(path, name);
	const runs = readdirSync(path).sort().filter((run) => isRun(join(path, run)));
	if (runs.length === 0) return void 0;
	const tasks = runs.map(taskOf$1);
	const items = [];
	for (const [index, run] of runs.entries()) {
		const own = await readRun(join(path, run), join(name, run));
		const task = new Set(tasks).size > 1 ? `${tasks[index]}/` : "";
		for (const item of own) items.push(item.id === void 0 ? item : {
			...item,
			id: `${task}${item.id}`
		});
	}
	return items;
}
/** A run's name says its task and its model: `mmlu:subject=anatomy,model=openai_gpt-4o`. */
function taskOf$1(run) {
	const [scenario = run, ...rest] = run.split(":");
	const options = rest.join(":").split(",").filter((option) => option !== "" && !/^model(?:_deployment)?=/.test(option));
	return options.length === 0 ? scenario : `${scenario}:${options.join(",")}`;
}
async function readRun(path, name) {
	const state = helmState(await readJson(join(path, STATE), join(name, STATE)));
	const stats = await readJson(join(path, STATS), join(name, STATS));
	const scored = Array.isArray(stats) ? itemsOfRows(name, stats.map((one, index) => rowOf(one, index + 1))) : void 0;
	if (state !== void 0 && scored !== void 0) return helmItems(state, scored);
	throw new UserError({
		message: `no ${scored === void 0 ? STATS : STATE} of HELM`,
		hint: "Name the folder of a run that came to its end.",
		place: { file: name }
	});
}
async function readJson(path, name) {
	const source = await openFile(path, name);
	try {
		const content = await openHarnessFile(source);
		return content.kind === "json" ? content.value : void 0;
	} finally {
		await source.close();
	}
}
/**
* The scenario is the sample's id, with its task before it where the logs hold several (`withTasks`); the replicate its
* epoch, the group `metadata.group`. A sample with an error, that was declared invalid, without the scorer's value, with one
* that is no number, or that was planned and not run, is missing.
* @throws UserError where no sample has a score, or several scorers are there and none was chosen.
*/
async function inspectOutcomes(logs, { withTasks, ...options }) {
	const { samples, unrun } = await collect(logs);
	const outcome = outcomeOf(logs[0].file, samples, options);
	const scenarioOf = ({ task, id }) => withTasks ? `${task}/${id}` : id;
	const replicateOf = ({ run, epoch }) => run === 1 ? String(epoch) : `run ${run}, ${epoch}`;
	const rows = [];
	const missing = unrun.map((one) => ({
		scenario: scenarioOf(one),
		model: one.model,
		replicate: replicateOf(one),
		reason: "not-run"
	}));
	for (const sample of samples) {
		const place = {
			scenario: scenarioOf(sample),
			model: sample.model,
			replicate: replicateOf(sample)
		};
		const problematic = outcome.isProblem(sample.scores.get(outcome.name), sample.file);
		const reason = sample.invalidated ? "invalidated" : sample.error === void 0 ? "no-score" : "error";
		if (reason !== "no-score" || problematic === void 0) {
			missing.push({
				...place,
				reason
			});
			continue;
		}
		const { group } = sample;
		rows.push({
			...place,
			problematic,
			...whereDefined({ group })
		});
	}
	return {
		rows,
		missing
	};
}
async function collect(logs) {
	const counts = /* @__PURE__ */ new Map();
	const samples = [];
	const unrun = [];
	for (const { model, task, planned, samples: own } of await collectRuns(logs)) {
		const place = JSON.stringify([model, task]);
		const run = (counts.get(place) ?? 0) + 1;
		counts.set(place, run);
		for (const sample of own.values()) samples.push({
			...sample,
			run
		});
		if (planned === void 0 || run > 1) continue;
		for (const id of planned.ids) for (let epoch = 1; epoch <= planned.epochs; epoch += 1) if (!own.has(placeIn({
			id,
			epoch
		}))) unrun.push({
			id,
			epoch,
			model,
			task,
			run
		});
	}
	return {
		samples,
		unrun
	};
}
/** In the logs' order. A retry asks again what failed: where it has an outcome, the failure before it is none that is missing. */
async function collectRuns(logs) {
	const runs = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Set();
	for (const [index, { file, log }] of logs.entries()) {
		const { model, task, planned } = log;
		const key = JSON.stringify([
			model,
			task,
			log.taskId ?? index
		]);
		const run = runs.get(key) ?? {
			model,
			task,
			planned,
			samples: /* @__PURE__ */ new Map()
		};
		runs.set(key, run);
		for await (const { id, epoch, error, invalidated, scores, group, uuid } of log.samples()) {
			if (uuid !== void 0 && seen.has(uuid) && !invalidated) continue;
			if (uuid !== void 0) seen.add(uuid);
			const place = placeIn({
				id,
				epoch
			});
			const before = run.samples.get(place);
			if (before !== void 0 && hasOutcome(before) && !invalidated) continue;
			run.samples.set(place, {
				id,
				epoch,
				invalidated,
				scores,
				...whereDefined({
					error,
					group
				}),
				file,
				model,
				task
			});
		}
	}
	return runs.values();
}
function hasOutcome({ error, invalidated, scores }) {
	return error === void 0 && !invalidated && scores.size > 0;
}
function placeIn({ id, epoch }) {
	return JSON.stringify([id, epoch]);
}
function outcomeOf(file, samples, options) {
	const given = samples.flatMap(({ scores }) => [...scores].map(([name, value]) => ({
		name,
		value
	})));
	if (given.length === 0) throw new UserError({
		...describeScoreless(samples),
		place: { file }
	});
	return chooseOutcome(file, given, {
		...options,
		word: "scorer"
	});
}
/** Longest part of an error that is quoted, in characters. */
const LONGEST_ERROR = 200;
function describeScoreless(samples) {
	const errors = samples.flatMap(({ error }) => error ?? []);
	if (errors.length === 0) return {
		message: "no sample has a score",
		hint: "Score them: inspect score FILE --scorer NAME."
	};
	const words = errors[0].replaceAll(/\s+/g, " ").slice(0, LONGEST_ERROR);
	return {
		message: `no sample has a score, ${errors.length} of ${samples.length} failed: ${words}`,
		hint: "Run them again: inspect eval-retry FILE."
	};
}
/** The lines of a text that are not blank, each as a row. */
function jsonLines(text) {
	return text.split(/\r?\n/).flatMap((line, index) => {
		if (line.replace(/^\uFEFF/, "").trim() === "") return [];
		try {
			const row = rowOf(parseLooseJson(line), index + 1);
			const repeated = findRepeatedMember(line);
			return [repeated === void 0 ? row : {
				kind: "bad",
				number: row.number,
				reason: repeated.reason,
				excerpt: ""
			}];
		} catch {
			return [{
				kind: "bad",
				number: index + 1,
				reason: "not JSON",
				excerpt: ""
			}];
		}
	});
}
/** Values as rows, counted from 1. */
function toRows(values) {
	return values.map((value, index) => rowOf(value, index + 1));
}
const Sample = looseObject({
	doc_id: union([string(), number()]),
	doc_hash: string(),
	filter: string(),
	metrics: array(string()).min(1)
});
/** Whether a parsed line is one sample. */
function isLmEvalSample(value) {
	return Sample.safeParse(value).success;
}
/** `samples_gsm8k_2026-11-29T16-06-10.809991.jsonl` holds `gsm8k`. */
function taskOf(name) {
	return /(?:^|[\\/])samples_(.+?)(?:_\d{4}-\d\d-\d\dT[\d.-]+)?\.jsonl(?:\.gz)?$/.exec(name)?.[1];
}
/**
* The scenario is the document's number with its content's hash, so that two documents that only share a number stay apart; with its task
* before it where there are several. The metric is the only one, or `--scorer`; where answers were read in several ways it is
* `metric,filter`, as lm-eval's own results name it. The model is in none of these files: all rows are one's.
* @throws UserError where several metrics are there and none was chosen, or what is no sample.
*/
function lmEvalOutcomes(files, options) {
	const samples = files.flatMap(({ file, task, values }) => values.map((value) => ({
		file,
		task,
		sample: readSample(file, value)
	})));
	const hasFilters = new Set(samples.map(({ sample }) => sample.filter)).size > 1;
	const nameOf = (metric, { filter }) => hasFilters ? `${metric},${filter}` : metric;
	const given = samples.flatMap(({ sample }) => sample.metrics.map((metric) => ({
		name: nameOf(metric, sample),
		value: sample[metric]
	})));
	const outcome = chooseOutcome(files[0].file, given, {
		...options,
		word: "metric"
	});
	const hasTasks = new Set(files.map(({ task }) => task)).size > 1;
	const replicateOf = createReplicateCounter();
	const rows = [];
	const missing = [];
	for (const { file, task, sample } of samples) {
		const metric = sample.metrics.find((name) => nameOf(name, sample) === outcome.name);
		if (metric === void 0) continue;
		const document = `${sample.doc_id} [${sample.doc_hash.slice(0, 8)}]`;
		const scenario = hasTasks && task !== void 0 ? `${task}/${document}` : document;
		const place = {
			scenario,
			model: "model",
			replicate: replicateOf(scenario, "")
		};
		const problematic = outcome.isProblem(sample[metric], file);
		if (problematic === void 0) missing.push({
			...place,
			reason: "no-score"
		});
		else rows.push({
			...place,
			problematic
		});
	}
	if (rows.length > 0) return {
		rows,
		missing
	};
	const message = `the metric ${outcome.name} is no number for any of ${missing.length} documents`;
	throw new UserError({
		message,
		hint: `There are ${[...new Set(given.map(({ name }) => name))].join(", ")}.`,
		place: { file: files[0].file }
	});
}
function readSample(file, value) {
	const parsed = Sample.safeParse(value);
	if (parsed.success) return parsed.data;
	throw new UserError({
		message: `not a sample of lm-eval: ${parsed.error.issues[0].message}`,
		place: { file }
	});
}
/** Undefined where the folder has no samples. A task that was run again adds draws. @throws UserError for a line that is no sample. */
async function readLmEvalFolder(path, name, options) {
	const found = readdirSync(path).flatMap((file) => {
		const task = taskOf(file);
		return task === void 0 ? [] : [{
			file,
			task
		}];
	}).sort((one, other) => one.file < other.file ? -1 : 1);
	if (found.length === 0) return void 0;
	const files = [];
	for (const { file, task } of found) {
		const own = join(name, file);
		files.push({
			file: own,
			task,
			values: await readValues(join(path, file), own)
		});
	}
	return lmEvalOutcomes(files, options);
}
async function readValues(path, name) {
	const source = await openFile(path, name);
	try {
		let text = "";
		for await (const piece of readText(source)) text += piece;
		return jsonLines(text).map((row) => {
			if (row.kind === "row") return row.fields;
			throw new UserError({
				message: row.reason,
				place: {
					file: name,
					line: row.number
				}
			});
		});
	} finally {
		await source.close();
	}
}
const Metric = object({
	name: string(),
	success: boolean().nullish(),
	/** Declared to be unsteady: DeepEval decides no case by it. */
	flaky: boolean().nullish(),
	error: unknown().optional()
});
const Case = looseObject({
	name: string().nullish(),
	metricsData: array(Metric).nullish().transform((all) => all ?? [])
});
const Run = object({
	testCases: array(Case),
	conversationalTestCases: array(Case).nullish(),
	metricsScores: array(unknown())
});
/** Whether a parsed JSON value is a test run. */
function isDeepEvalRun(value) {
	return Run.safeParse(value).success;
}
/**
* The scenario is what the case asks, told by a hash, with the name that somebody gave it. A case fails where one metric (or the one
* chosen by `--scorer`) says so; where a metric failed to run and none says no, it is missing, and so it is without any metric: it broke
* off before, since a run's cases have metrics. Unsteady metrics decide nothing unless chosen; a case with others alone is no outcome.
* @throws UserError where no case has a metric, or the one chosen is not there.
*/
function deepEvalOutcomes(value, { file, scorer }) {
	const { testCases, conversationalTestCases } = Run.parse(value);
	const cases = [...testCases, ...conversationalTestCases ?? []];
	const names = cases.flatMap(({ metricsData }) => metricsData.map(({ name }) => name));
	if (names.length === 0) throw new UserError({
		message: "no case of this run has a metric",
		hint: "Run it with metrics: evaluate(cases, metrics).",
		place: { file }
	});
	const chosen = scorer === void 0 ? void 0 : chooseScorer(file, names, {
		wanted: scorer,
		word: "metric"
	});
	const replicateOf = createReplicateCounter();
	const rows = [];
	const missing = [];
	for (const one of cases) {
		const metrics = one.metricsData.filter(({ name, flaky }) => chosen === void 0 ? flaky !== true : name === chosen);
		if (metrics.length === 0 && one.metricsData.length > 0) continue;
		const scenario = scenarioOf(one);
		const place = {
			scenario,
			model: "model",
			replicate: replicateOf(scenario, "")
		};
		const ran = metrics.filter(({ error }) => error === void 0 || error === null);
		const fails = ran.some(({ success }) => success === false);
		const passes = metrics.length > 0 && metrics.length === ran.length && ran.every(({ success }) => success === true);
		if (fails || passes) rows.push({
			...place,
			problematic: fails
		});
		else missing.push({
			...place,
			reason: ran.length < metrics.length ? "error" : "no-score"
		});
	}
	return {
		rows,
		missing
	};
}
/** What DeepEval calls a case that has no name: its place in the run, which another run may give to another case. */
const PLACE = /^(?:conversational_)?test_case_\d+$/;
/** What is asked of a case, above all, and what is held against it; what was answered is none of it. */
const ASKED = [
	"input",
	"expectedOutput",
	"context",
	"scenario",
	"expectedOutcome",
	"userDescription"
];
function scenarioOf(one) {
	const asked = Object.fromEntries(ASKED.flatMap((key) => one[key] === void 0 ? [] : [[key, one[key]]]));
	return contentName(asked, {
		given: typeof one.name === "string" && !PLACE.test(one.name) ? one.name : void 0,
		text: Object.values(asked).find((value) => typeof value === "string")
	});
}
const Event = object({
	sample_id: string(),
	type: string(),
	data: record(string(), unknown()).nullish()
});
const Spec = object({ spec: object({ completion_fns: array(string()).nullish() }) });
/** Whether the lines are such a log. */
function isOpenAiEvalsLog(lines) {
	return lines.some((line) => typeof line === "object" && line !== null && "spec" in line) && lines.some((line) => Event.safeParse(line).success);
}
/** `match` events where there are any, else the `metrics` of a model-graded eval by their `score`; an `error` is missing. */
function openAiEvalsOutcomes(lines, { file, passAt }) {
	const model = lines.map((line) => Spec.safeParse(line).data?.spec.completion_fns?.[0]).find((name) => name !== void 0);
	const events = lines.flatMap((line) => Event.safeParse(line).data ?? []);
	const kind = events.some(({ type }) => type === "match") ? "match" : "metrics";
	const replicateOf = createReplicateCounter();
	const rows = [];
	const missing = [];
	const judged = /* @__PURE__ */ new Set();
	const placeOf = (scenario) => {
		judged.add(scenario);
		return {
			scenario,
			model: model ?? "model",
			replicate: replicateOf(scenario, "")
		};
	};
	for (const { sample_id: scenario, type, data } of events) {
		if (type === "error") missing.push({
			...placeOf(scenario),
			reason: "error"
		});
		if (type !== kind) continue;
		const value = outcomeValue(kind === "match" ? data?.["correct"] : data?.["score"]);
		if (value === void 0) missing.push({
			...placeOf(scenario),
			reason: "no-score"
		});
		else rows.push({
			...placeOf(scenario),
			problematic: value < passMark(value, passAt, file)
		});
	}
	for (const scenario of new Set(events.map(({ sample_id: id }) => id))) if (!judged.has(scenario)) missing.push({
		...placeOf(scenario),
		reason: "no-score"
	});
	return {
		rows,
		missing
	};
}
/**
* Repetitions are told apart by their order; providers, and prompts of one provider, are models of their own.
* @throws UserError where no test asserts anything.
*/
function promptfooOutcomes(file, results) {
	const replicateOf = createReplicateCounter();
	const graded = results.filter(({ outcome }) => outcome !== "ungraded");
	if (graded.length === 0 && results.length > 0) throw new UserError({
		message: "no test asserts anything: whatever was answered passed",
		hint: "Give its tests an assert whose weight is not 0, and evaluate again.",
		place: { file }
	});
	const placed = graded.map((result) => {
		const { scenario, subject: model } = result;
		return {
			result,
			place: {
				scenario,
				model,
				replicate: replicateOf(scenario, model)
			}
		};
	});
	return {
		rows: placed.flatMap(({ result: { outcome, group }, place }) => outcome === "error" ? [] : [{
			...place,
			problematic: outcome === "failed",
			...whereDefined({ group })
		}]),
		missing: placed.flatMap(({ result, place }) => result.outcome === "error" ? [{
			...place,
			reason: "error"
		}] : [])
	};
}
const score = number().min(0).max(6);
const line = strictObject({
	scenario: string().min(1),
	model: string().min(1),
	replicate: union([string(), int()]).default(1),
	problematic: boolean().nullish(),
	compliant: boolean().nullish(),
	score1: score.optional(),
	score2: score.optional(),
	group: string().optional()
}).refine(({ problematic, compliant }) => problematic === void 0 !== (compliant === void 0), { message: "needs either \"problematic\" or \"compliant\", true, false or null, and not both" });
const WHAT_ROWS_ARE = "No line of it is JSON. compare reads results: one outcome a line as JSON, CSV, or what an evaluation tool wrote (docs/compare.md).";
/** @throws UserError with every bad line: not JSON, a wrong field, a member or an outcome given twice. */
function parseOutcomeRows(file, text) {
	let [lines, torn] = [0, 0];
	const problems = [];
	const rows = [];
	const missing = [];
	const seen = /* @__PURE__ */ new Map();
	for (const [index, source] of text.replace(/^\uFEFF/, "").split(/\r?\n/).entries()) {
		if (source.trim() === "") continue;
		lines += 1;
		const place = {
			file,
			line: index + 1
		};
		const json = parseUntrustedJson(source);
		if (json.status === "refused") {
			torn += 1;
			problems.push({
				message: json.reason,
				place: {
					...place,
					...whereDefined({ column: json.column })
				}
			});
			continue;
		}
		const parsed = line.safeParse(json.value);
		if (!parsed.success) {
			problems.push(...parsed.error.issues.map((issue) => describe(issue, place)));
			continue;
		}
		const row = toRow(parsed.data);
		const first = seen.get(outcomePlace(row));
		if (first !== void 0) {
			const message = `scenario "${row.scenario}", model "${row.model}", replicate ${row.replicate} is on line ${first} already`;
			problems.push({
				message,
				hint: "Number the repetitions with \"replicate\".",
				place
			});
			continue;
		}
		seen.set(outcomePlace(row), index + 1);
		const { problematic, ...rest } = row;
		if (problematic !== void 0) rows.push({
			...rest,
			problematic
		});
		else missing.push({
			scenario: row.scenario,
			model: row.model,
			replicate: row.replicate,
			reason: "no-score"
		});
	}
	if (rows.length + missing.length === 0 && problems.length === 0) problems.push({
		message: "there is no outcome in it",
		place: { file }
	});
	if (torn > 0 && torn === lines) throw new UserError({
		...problems[0],
		hint: WHAT_ROWS_ARE
	});
	if (problems.length > 0) throw new UserError(problems);
	return {
		rows,
		missing
	};
}
function describe(issue, place) {
	const problem = {
		message: [...issue.path, issue.message].join(": "),
		place
	};
	return issue.code === "unrecognized_keys" ? {
		...problem,
		hint: MAP_HINT
	} : problem;
}
function toRow({ problematic, compliant, replicate, score1, score2, group, ...rest }) {
	return {
		...rest,
		replicate: String(replicate),
		problematic: problematic ?? (typeof compliant === "boolean" ? !compliant : void 0),
		...whereDefined({
			score1,
			score2,
			group
		})
	};
}
/** Outcomes of a Parquet file. @throws UserError where its columns do not say them, or it cannot be read. */
async function readParquetOutcomes(source, options) {
	const { map = /* @__PURE__ */ new Map(), passAt } = options;
	let [isPlain, isExperiment] = [true, false];
	const used = (columns) => {
		isPlain = sayOutcomes(columns, map);
		isExperiment = itemReader(columns) !== void 0;
		return isPlain ? columns.filter((column) => isLookedAt(column, map)) : columns;
	};
	const rows = [];
	for await (const row of openTable(source, "parquet", used)) {
		rows.push(row);
		if (!isPlain && !isExperiment && rows.length >= ENOUGH_TO_TELL) break;
	}
	const items = isPlain ? void 0 : itemsOfRows(source.name, rows);
	if (items !== void 0 && mapsScore(items, map)) return experimentOutcomes(source.name, items, options);
	return mappedRows(source.name, rows, {
		map,
		...whereDefined({ passAt })
	});
}
/** Rows from which the columns are told where they do not say outcomes. */
const ENOUGH_TO_TELL = 200;
/** @throws UserError naming what cannot be read, and the way out. */
async function readOutcomeRows(source, content, options) {
	const { map = /* @__PURE__ */ new Map(), passAt } = options;
	const mayHoldItems = [...map.values()].every((field) => field === "compliant" || field === "problematic");
	const ofItems = (items) => items !== void 0 && mapsScore(items, map) ? experimentOutcomes(source.name, items, options) : void 0;
	const mapped = (rows) => (mayHoldItems && !sayOutcomes(columnsOf(rows), map) ? ofItems(itemsOfRows(source.name, rows)) : void 0) ?? mappedRows(source.name, rows, {
		map,
		...whereDefined({ passAt })
	});
	if (content.kind === "promptfoo") return promptfooOutcomes(source.name, content.results);
	if (content.kind === "json") {
		const table = rowsOfFrame(content.value);
		if (table !== void 0) return mapped(toRows(table));
		if (Array.isArray(content.value)) return mapped(toRows(content.value));
		const experiment = mayHoldItems ? ofItems(itemsOfValue(source.name, content.value)) : void 0;
		if (experiment !== void 0 && isOnePage(content.value)) throw onePage(source.name);
		if (experiment !== void 0) return experiment;
		if (map.size > 0) return mapped(toRows(listWith(content.value, map) ?? [content.value]));
		if (isOutcomeLine(content.value)) return parseOutcomeRows(source.name, JSON.stringify(content.value));
		if (isDeepEvalRun(content.value)) return deepEvalOutcomes(content.value, {
			file: source.name,
			...options
		});
		if (isLmEvalSample(content.value)) return lmEvalOutcomes([{
			file: source.name,
			values: [content.value]
		}], options);
		const lists = listsIn(content.value);
		if (lists.size === 1) return mapped(toRows([...lists.values()][0]));
		throw new UserError({
			...describeUnknown(lists),
			place: { file: source.name }
		});
	}
	if (content.kind !== "text") throw new Error("logs are read as logs");
	const { text } = content;
	if (/^\uFEFF?\s*</.test(text)) throw new UserError({
		message: "XML is not read",
		hint: "Write its cases as CSV or JSON Lines, one a row; docs/compare.md lists what can be read.",
		place: {
			file: source.name,
			line: 1,
			column: 1
		}
	});
	if (!/^\uFEFF?\s*[{[]/.test(text)) return looksLikeTable(source.name, text) || map.size > 0 ? mapped(await collectCsv(source)) : parseOutcomeRows(source.name, text);
	if (map.size > 0) return mapped(jsonLines(text));
	const lines = jsonLines(text);
	const values = lines.flatMap((row) => row.kind === "row" ? [row.fields] : []);
	if (values.length === lines.length && values.length > 0) {
		if (values.every(isPromptfooResult)) return promptfooOutcomes(source.name, readPromptfooResults(source.name, values));
		if (values.every(isLmEvalSample)) return lmEvalOutcomes([{
			file: source.name,
			values
		}], options);
		if (isOpenAiEvalsLog(values)) return openAiEvalsOutcomes(values, {
			file: source.name,
			passAt
		});
		if (!values.some(isOutcomeLine)) return mapped(lines);
	}
	return parseOutcomeRows(source.name, text);
}
/** Outcomes of the items that the server lists first say nothing of the others. */
function onePage(file) {
	return new UserError({
		message: "one page of an experiment, and its server says that there are more",
		hint: "Fetch all pages, and write their items as one JSON list.",
		place: { file }
	});
}
function columnsOf(rows) {
	return [...new Set(rows.flatMap((row) => row.kind === "row" ? Object.keys(row.fields) : []))];
}
/** The lists of objects that a value holds, by name: `{"tests": [...], "summary": {...}}` of pytest has one. */
function listsIn(value) {
	if (typeof value !== "object" || value === null) return /* @__PURE__ */ new Map();
	return new Map(Object.entries(value).filter((entry) => Array.isArray(entry[1]) && entry[1].some((one) => typeof one === "object" && one !== null)));
}
/** The one list, or of several the only one whose objects have all the columns that were named. */
function listWith(value, map) {
	const lists = [...listsIn(value).values()];
	if (lists.length === 1) return lists[0];
	const fitting = lists.filter((list) => {
		const columns = new Set(list.flatMap((one) => Object.keys(Object(one))));
		return [...map.keys()].every((column) => columns.has(outerOf(column)) || columns.has(column));
	});
	return fitting.length === 1 ? fitting[0] : void 0;
}
function describeUnknown(lists) {
	const message = "neither outcome rows, nor promptfoo's output, nor an Inspect log, nor a test run of DeepEval";
	if (lists.size === 0) return {
		message,
		hint: "Write one JSON object a line, or a list of them."
	};
	return {
		message,
		hint: `Its lists are ${[...lists.keys()].slice(0, MOST_LISTS).join(", ")}: name columns that only one of them has, --map COLUMN=scenario --map COLUMN=compliant.`
	};
}
/** Lists that are named. */
const MOST_LISTS = 10;
function looksLikeTable(name, text) {
	const [header = ""] = text.trimStart().split("\n", 1);
	return /[,;\t]/.test(header) || tableFormat(name) === "csv";
}
function isOutcomeLine(value) {
	return typeof value === "object" && value !== null && "scenario" in value;
}
async function collectCsv(source) {
	const rows = [];
	for await (const row of readCsv(source)) rows.push(row);
	return rows;
}
/** Opens a file, or a folder of Inspect logs or of lm-eval's samples. `name` is what people call it. `close` when the rows are read. */
async function openSide(path, name, options) {
	const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
	const samples = isFolder ? await readLmEvalFolder(path, name, options) : void 0;
	const runs = isFolder && samples === void 0 ? await readHelmFolder(path, name) : void 0;
	const ofFolder = samples ?? (runs === void 0 ? void 0 : experimentOutcomes(name, runs, options));
	if (ofFolder !== void 0) return {
		side: {
			kind: "rows",
			outcomes: ofFolder
		},
		close: () => Promise.resolve()
	};
	const files = isFolder ? listLogs(path, name) : [{
		path,
		name
	}];
	const opened = [];
	const close = async () => {
		for (const { source } of opened) await source.close();
	};
	try {
		for (const file of files) opened.push(await openOne(file));
		const logs = opened.flatMap(({ source, content }) => content.kind === "inspect" ? [{
			file: source.name,
			log: content.log
		}] : []);
		if (logs.length > 0 && logs.length < opened.length) {
			const other = opened.find(({ content }) => content.kind !== "inspect");
			throw new UserError({
				message: "no Inspect log, in a folder of them",
				hint: "Move it out of the folder, or name one log.",
				place: { file: other.source.name }
			});
		}
		if (isFolder && logs.length === 0) throw new UserError({
			message: "no Inspect log",
			hint: "A folder is read as Inspect logs or samples of lm-eval; name one file of another harness.",
			place: { file: opened[0].source.name }
		});
		if (logs.length > 0) return {
			side: {
				kind: "logs",
				logs
			},
			close
		};
		const [{ source, content }] = opened;
		return {
			side: {
				kind: "rows",
				outcomes: content.kind === "parquet" ? await readParquetOutcomes(source, options) : await readOutcomeRows(source, content, options)
			},
			close
		};
	} catch (error) {
		await close();
		throw error;
	}
}
/** Closed again where its content cannot be told. */
async function openOne({ path, name }) {
	const source = await openFile(path, name);
	try {
		return {
			source,
			content: tableFormat(name) === "parquet" ? { kind: "parquet" } : await openHarnessFile(source)
		};
	} catch (error) {
		await source.close();
		throw error;
	}
}
/** Reads files by the names people call them; scenarios are named alike in all. */
async function readFiles(names, options, { cwd }) {
	const opened = [];
	try {
		for (const name of names) opened.push(await openSide(resolve(cwd, name), name, options));
		return await readSides(opened.map(({ side }) => side), options);
	} finally {
		for (const { close } of opened) await close();
	}
}
/** The outcomes of both sides; scenarios are named alike on both. */
async function readSides(sides, options) {
	const withTasks = sides.some((side) => side.kind === "logs" && new Set(side.logs.map(({ log }) => log.task)).size > 1);
	const read = async (side) => side.kind === "logs" ? inspectOutcomes(side.logs, {
		...options,
		withTasks
	}) : side.outcomes;
	return Promise.all(sides.map(read));
}
function listLogs(path, name) {
	const logs = readdirSync(path).filter((file) => /\.(eval|json)$/.test(file) && !isBesideLogs(file)).sort().map((file) => ({
		path: join(path, file),
		name: join(name, file)
	}));
	if (logs.length > 0) return logs;
	throw new UserError({
		message: "a folder without Inspect logs (.eval or .json) or samples of lm-eval (samples_*.jsonl)",
		hint: "name a file of results before and one after, such as results-before.json; docs/compare.md lists what can be read",
		place: { file: name }
	});
}
/** The fewest scenarios of a look: with fewer, the spread over scenarios cannot be estimated. */
const LEAST_A_LOOK = 10;
/** Undefined without `--looks`. @throws UserError for options that do not go together. */
function lookOptions({ looks, plan, next, stored }) {
	if (looks === void 0) {
		if ((plan === void 0 ? next : plan) === void 0) return void 0;
		throw new UserError({
			message: `${plan === void 0 ? "--next" : "--plan"} belongs to --looks`,
			hint: "Add --looks 5, say, to compare in parts."
		});
	}
	if (stored === true) throw new UserError({
		message: "--looks and --stored do not go together: each look decides, and a stored base never can",
		hint: "Ask both sides side by side, a part at a time."
	});
	if (plan === void 0) throw new UserError({
		message: "--looks needs --plan FILE: all scenarios that may be asked",
		hint: "A list of ids, one a line (.txt), or rows that name them. Without the end of the way, looking early would raise false alarms."
	});
	return {
		looks,
		plan
	};
}
/** A side whose file is not there yet was not asked yet. @throws UserError where there are too few scenarios for so many looks. */
async function lookAtRows(files, { looks, plan, read, ...rules }, { cwd }) {
	const isList = /\.txt$/i.test(plan);
	const there = [files.base, files.head].filter((file) => existsSync(resolve(cwd, file)));
	const rows = await readFiles(isList ? there : [...there, plan], read, { cwd });
	const side = (file) => {
		const at = there.indexOf(file);
		return at < 0 ? {
			rows: [],
			missing: []
		} : rows[at];
	};
	const scenarios = isList ? readIds(resolve(cwd, plan), plan) : namesIn(rows.at(-1));
	if (scenarios.length < LEAST_A_LOOK * looks) throw new UserError({
		message: `${scenarios.length} scenarios are too few for ${looks} looks; each needs ${LEAST_A_LOOK} more than the one before`,
		hint: "Fewer looks, or more scenarios in the plan.",
		place: { file: plan }
	});
	return compareInLooks({
		...rules,
		base: side(files.base),
		head: side(files.head)
	}, planLooks(scenarios, {
		looks,
		seed: rules.seed
	}));
}
function namesIn({ rows, missing }) {
	return [...new Set([...rows, ...missing].map(({ scenario }) => scenario))];
}
function readIds(path, name) {
	if (!existsSync(path)) throw new UserError({
		message: "no such file",
		place: { file: name }
	});
	const lines = readFileSync(path, "utf8").split(/\r?\n/);
	return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ""))];
}
/** Reasons told on a terminal; the JSON output has all. */
const MOST_REASONS = 4;
/** Why the verdict is what it is, the first reason first. */
function compareReasons(comparison) {
	const { verdict, reasons, change = 0, margin } = comparison;
	if (verdict === "pass") return [say`a rise of ${inPoints(margin)} in problematic outcomes is ruled out (measured ${signedPoints(change)})`];
	const rest = reasons.length - MOST_REASONS;
	const shown = reasons.slice(0, MOST_REASONS).map((reason) => describeGround(reason, comparison));
	return rest > 0 ? [...shown, say`${plural(rest, "more reason")} (--json has all)`] : shown;
}
function describeGround(ground, { change = 0, margin, p, detectable }) {
	switch (ground.code) {
		case "rose": return say`problematic outcomes rose by ${inPoints(change)}, which is at least half of the tolerated ${inPoints(margin)}, and ${byChance(p.thesePrompts)}`;
		case "undecided": return detectable === void 0 ? say`one scenario is too few to decide` : say`the change of ${signedPoints(change)} points is too uncertain: it shows no rise (${byChance(p.thesePrompts)}) and does not rule one of ${inPoints(margin)} out`;
		case "look-open": {
			const { look, scenarios } = ground.args;
			const more = say`ask ${plural(scenarios, "more scenario")} on both sides`;
			if (look === 0) return say`nothing is decided before the first look: ${more}`;
			return say`look ${count(look)}: a change of ${signedPoints(change)} points neither fails nor rules out a rise of ${points(margin)} yet; ${more}`;
		}
		case "nothing-in-common": return say`the two files have no scenario with outcomes on both sides`;
		case "missing-scenarios": {
			const { missing, expected, most } = ground.args;
			return say`${count(missing)} of ${plural(expected, "scenario")} lack one side; more than ${percent(most)} could turn the result, so nothing is concluded`;
		}
		case "missing-outcomes": {
			const { arm, missing, expected, most } = ground.args;
			return say`${count(missing)} of ${plural(expected, "outcome")} that were asked of the ${name(arm)} are missing; more than ${percent(most)} could turn the result`;
		}
		case "model-silent": {
			const { arm, model, missing, expected } = ground.args;
			return say`${names([model])} lacks ${count(missing)} of ${plural(expected, "outcome")} in the ${name(arm)}; how they would have come out is not known`;
		}
		case "models-missing": return say`the ${name(ground.args.arm)} has no outcome of ${names(ground.args.models)}; without them nothing can pass (--subject chooses the models to compare)`;
		case "screen-undecided": return say`against the stored base a rise of ${inPoints(margin)} is not ruled out yet (measured ${signedPoints(change)})`;
		case "confirmation-needed": return say`against the stored base problematic outcomes changed by ${signedPoints(change)} points; whether that is the change or drift since then, only new answers of both sides can tell`;
		default: throw new Error(`unknown ground: ${JSON.stringify(ground)}`);
	}
}
/** What was left out, or is uneven. */
function compareNote(note) {
	switch (note.code) {
		case "scenarios-without-base":
		case "scenarios-without-head": {
			const { scenarios } = note.args;
			const side = note.code === "scenarios-without-base" ? say`base` : say`head`;
			return say`${plural(scenarios.length, "scenario")} without an outcome in the ${side}: ${names(scenarios)}; each is counted in the way that speaks most against the verdict`;
		}
		case "unequal-draws": return say`scenarios of the ${name(note.args.arm)} have between ${count(note.args.least)} and ${count(note.args.most)} answers each; every scenario counts the same`;
		case "outcomes-missing": return say`${count(note.args.count)} of ${plural(note.args.expected, "outcome")} of the ${name(note.args.arm)} are missing (an error, no score, or a row that the other side has); each is counted in the way that speaks most against the verdict`;
		case "models-left-out": return say`left out, because only one file has them: ${names(note.args.models)}`;
		default: throw new Error(`unknown note: ${JSON.stringify(note)}`);
	}
}
function inPoints(change) {
	const shown = points(change);
	return `${shown} ${shown === "1" ? "point" : "points"}`;
}
/** How far the verdict reaches: a full sentence. */
function writeClaim(claim) {
	return claim === "prompts-like-them" ? say`This holds for prompts like these, as far as these are a fair sample of them.` : say`This holds for these prompts; for prompts like them the evidence is too thin.`;
}
/** Whether to go on after the look that decided: full sentences; none where no look has decided. */
function writeWhetherToStop({ planned, decided }) {
	if (decided === void 0) return [];
	const [all, read] = [planned.at(-1), planned[decided - 1]];
	if (decided === planned.length) return [say`Decided at the last of ${plural(decided, "look")}.`];
	return [say`Decided at look ${count(decided)} of ${count(planned.length)}, on ${count(read)} of ${plural(all, "scenario")}: stop here. What stops early tends to show a little more than there is.`];
}
/** How large the change is and how sure, one thing each; nothing where no scenario has both sides. `inLooks`: of several looks. */
function writeMeasured(comparison, { inLooks }) {
	const { base, head, change, intervals, p, pairs, margin, detectable, clusters, fewGroups, verdict } = comparison;
	if (base === void 0 || head === void 0 || change === void 0 || p === void 0) return [];
	const range = (interval, without) => interval === void 0 ? say`${without}` : say`${signedPoints(interval[0])} to ${signedPoints(interval[1])} points (${percent(intervals?.level ?? .95)})`;
	const noise = wording("no interval: one answer each does not show how much answers vary");
	const alone = wording("no interval: there is one scenario");
	const measured = [
		say`problematic: base ${percent(base)}, head ${percent(head)}, change ${signedPoints(change)} points (tolerated +${points(margin)})`,
		say`on these prompts       p ${pValue(p.thesePrompts)}${inLooks ? say`` : say`, ${range(intervals?.thesePrompts, noise)}`}`,
		say`on prompts like these  p ${pValue(p.promptsLikeThem)}, ${range(intervals?.promptsLikeThem, alone)}`,
		say`p: how often chance alone would show such a rise; 0.01 is once in 100 times`
	];
	if (verdict === "pass" && fewGroups !== void 0) measured.push(say`these prompts are of ${plural(fewGroups, "group")}, too few to be counted as groups: what only one group in four would show is in none of ${count(fewGroups)} with a chance of ${percent(missesOneInFour(fewGroups))}`);
	if (clusters !== void 0) measured.push(say`prompts of one group rise and fall together, so what is said of prompts like these rests on ${plural(clusters, "group")}`);
	if (pairs !== void 0) measured.push(say`pairs: both pass ${count(pairs.bothPass)}, both fail ${count(pairs.bothFail)}, only head fails ${count(pairs.worse)}, only base fails ${count(pairs.better)}`, say`for statisticians: exact McNemar test p ${precise(pairs.exact)}, mid-p ${precise(pairs.midP)} (two-sided)`);
	if (detectable !== void 0 && detectable <= 1) measured.push(say`a rise of ${points(detectable)} points or more would have been seen in 4 of 5 comparisons of this size`);
	return measured;
}
const SCORE_NAMES = {
	score1: wording("value 1"),
	score2: wording("value 2"),
	disagreement: wording("disagreement")
};
/** A score or disagreement on both sides, on the 0-6 scale. */
function writeScore({ name: score, base, head, change, interval, p, scenarios }) {
	const range = interval === void 0 ? say`` : say`, ${signedDecimal(interval[0])} to ${signedDecimal(interval[1])} (95 %)`;
	return say`${SCORE_NAMES[score]}: ${twoDigits(base)} → ${twoDigits(head)}, ${signedDecimal(change)}${range}, p ${pValue(p)}, ${plural(scenarios, "scenario")}; for reading, not part of the verdict`;
}
/** What would decide, where something would: the next look, more answers, or more scenarios. */
function writeNeeded(comparison, { stored, looks }) {
	const { verdict, needed, detectable, margin, scenarios, models } = comparison;
	if (looks?.next !== void 0 && verdict === "inconclusive") {
		const { look, scenarios: due } = looks.next;
		return [say`for look ${count(look)} of ${count(looks.planned.length)} the answers of both sides, asked side by side, to ${firstOf(due, 5, wording(" (--next FILE writes all their ids)"))}; then compare again with the rows of all looks`];
	}
	if (needed !== void 0) {
		const answers = say`about ${plural(needed.answers, "answer")}`;
		return needed.arms === "head" ? [say`one more answer of the head to each of these scenarios (${answers}), then compare again`] : [say`${plural(needed.draws, "new answer")} of both sides to each of these scenarios, asked in turns at the same time (${answers}); then compare them without --stored`];
	}
	if (verdict !== "inconclusive" || stored || detectable === void 0 || detectable <= margin) return [];
	const enough = Math.ceil(scenarios * (detectable / margin) ** 2);
	return [say`about ${plural(enough, "scenario")} as varied as these, where there are ${count(scenarios)} now, or several answers to each of these with ${plural(Math.max(1, models.length), "model")}`];
}
/** Which files, scenarios and models were compared. */
function writeCompared({ scenarios, models }, { base, head, stored }) {
	const older = stored ? wording(" (older answers, so this can pass but not fail)") : wording("");
	return say`${name(base)}${older} with ${name(head)}: ${plural(scenarios, "scenario")}, ${firstOf(models, 4)}`;
}
/** Three significant digits: 0.003068 -> `0.00307`. */
function precise(p) {
	return p < 1e-6 ? "< 0.000001" : String(Number(p.toPrecision(3)));
}
function twoDigits(value) {
	return value.toFixed(2);
}
/** The first few names, and how many more there are. */
function firstOf(all, most, where = wording("")) {
	const shown = all.slice(0, most).map((one) => name(one));
	const rest = all.length - shown.length;
	return rest > 0 ? say`${inRow(shown, wording(", "))} and ${count(rest)} more${where}` : inRow(shown, wording(", "));
}
const LABEL = 12;
const MOST_GROUPS = 20;
const WORDS = {
	pass: "PASS",
	fail: "FAIL",
	inconclusive: "INCONCLUSIVE"
};
/** All of it as text that ends with a line feed. */
function renderComparison(view, { paint, width }) {
	const sheet = {
		paint,
		width: Math.max(60, Math.min(width, 110))
	};
	const { comparison } = view;
	return `${[
		verdictBlock(view, sheet),
		labelled(wording("Measured"), writeMeasured(comparison, { inLooks: view.looks !== void 0 }), sheet),
		looksBlock(view, sheet),
		groupBlock(comparison.groups, sheet),
		labelled(wording("Scores"), comparison.scores.map(writeScore), sheet),
		labelled(wording("Needed"), writeNeeded(comparison, view), sheet),
		labelled(wording("Note"), comparison.notes.map((note) => asFullSentence(compareNote(note))), sheet),
		labelled(wording("Compared"), [writeCompared(comparison, view)], sheet)
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
function verdictBlock({ comparison, looks }, { paint, width }) {
	const { verdict, claim } = comparison;
	const word = WORDS[verdict];
	const tone = {
		pass: paint.good,
		fail: paint.bad,
		inconclusive: paint.unsure
	}[verdict];
	const says = [
		...compareReasons(comparison).map((reason) => asFullSentence(reason)),
		...claim === void 0 ? [] : [writeClaim(claim)],
		...looks === void 0 ? [] : writeWhetherToStop(looks)
	];
	const indent = " ".repeat(word.length + 2);
	return says.flatMap((sentence, part) => wrapText(plainText(sentence), width - indent.length).map((line) => part === 0 ? paint.strong(line) : line)).map((line, index) => index === 0 ? `${tone(word)}  ${line}` : `${indent}${line}`);
}
const TOO_MUCH_MISSING = wording("too much is missing");
function looksBlock({ comparison, looks }, { paint, width }) {
	if (looks === void 0) return [];
	const { planned, made, unread } = looks;
	const rows = planned.map((scenarios, index) => {
		const own = made[index];
		const figures = own?.change === void 0 ? [
			own === void 0 ? "" : TOO_MUCH_MISSING,
			"",
			"",
			""
		] : [
			signedPoints(own.change),
			pValue(own.p ?? 1),
			pValue(own.fail),
			own.bound === void 0 ? "" : signedPoints(own.bound)
		];
		return [
			`${index + 1}`,
			count(scenarios),
			...figures
		];
	});
	const table = fitColumns([[
		"look",
		"scenarios",
		"points",
		"p",
		"fails from p",
		"could be as high as"
	], ...rows], {
		width: width - 2,
		right: [
			0,
			1,
			2,
			3,
			4,
			5
		]
	});
	return [
		`${paint.strong("Looks")}  ${paint.faint(plainText(say`both errors stay at 5 % over all of them; passes where the last column is below ${points(comparison.margin)}`))}`,
		...table.map((line, index) => `  ${index === 0 ? paint.faint(line) : line}`),
		...unread === 0 ? [] : [paint.faint(`  ${plainText(say`${plural(unread, "scenario")} with rows not read: beyond the look that decided, or not in the plan`)}`)]
	];
}
const GROUP_WORDS = {
	changed: wording("changed"),
	"no-effect-seen": wording("no effect seen"),
	untested: wording("too few to test")
};
function groupBlock(groups, { paint, width }) {
	if (groups.length === 0) return [];
	const order = {
		changed: 0,
		"no-effect-seen": 1,
		untested: 2
	};
	const sorted = [...groups].sort((a, b) => order[a.status] - order[b.status] || (b.change ?? 0) - (a.change ?? 0) || (a.id < b.id ? -1 : 1));
	const rows = sorted.slice(0, MOST_GROUPS).map(({ id, scenarios, base, head, change, adjustedP, status }) => [
		visibleLine(id, 40),
		count(scenarios),
		base === void 0 || head === void 0 ? "" : `${percent(base)} → ${percent(head)}`,
		change === void 0 ? "" : signedPoints(change),
		adjustedP === void 0 ? "" : pValue(adjustedP),
		GROUP_WORDS[status]
	]);
	const table = fitColumns([[
		"group",
		"scenarios",
		"problematic",
		"points",
		"adjusted p",
		""
	], ...rows], {
		width: width - 2,
		right: [
			1,
			3,
			4
		],
		dispensable: [2]
	});
	const tones = sorted.map(({ status }) => status === "changed" ? paint.bad : paint.faint);
	return [
		`${paint.strong("Groups")}  ${paint.faint(plainText(say`for reading, not part of the verdict; p is raised for the number of groups`))}`,
		...table.map((line, index) => `  ${index === 0 ? paint.faint(line) : tones[index - 1](line)}`),
		...sorted.length > MOST_GROUPS ? [paint.faint(`  ${plainText(say`and ${count(sorted.length - MOST_GROUPS)} more (--json has all)`)}`)] : []
	];
}
function labelled(label, sentences, { paint, width }) {
	return sentences.flatMap((sentence) => wrapText(plainText(sentence), width - LABEL)).map((line, index) => `${index === 0 ? paint.strong(label.padEnd(LABEL)) : " ".repeat(LABEL)}${line}`);
}
async function runCompareCommand(files, options, context) {
	const stored = options.stored === true;
	const rules = {
		margin: options.margin,
		seed: options.seed,
		subjects: options.subject ?? []
	};
	const looking = lookOptions(options);
	if (looking !== void 0) refuseItself(files, options, context);
	const { comparison, looks } = looking === void 0 ? {
		comparison: compareOutcomes({
			...await readRows(files, options, context),
			...rules,
			stored
		}),
		looks: void 0
	} : await lookAtRows(files, {
		...rules,
		...looking,
		read: options
	}, context);
	if (options.next !== void 0 && looks?.next !== void 0) writeFileSync(resolve(context.cwd, options.next), looks.next.scenarios.map((id) => `${id}\n`).join(""));
	context.print(options.json === true ? `${JSON.stringify({
		schema: "spec-gate/compare@1",
		files,
		stored,
		...comparison,
		...whereDefined({ looks })
	}, null, 2)}\n` : renderComparison({
		comparison,
		...files,
		stored,
		...whereDefined({ looks })
	}, {
		paint: createPaint(context.output.colour),
		width: context.output.columns
	}));
	return EXIT[comparison.verdict];
}
async function readRows(files, options, context) {
	const [before, after] = await readFiles([files.base, files.head], options, context);
	refuseItself(files, options, context);
	return {
		base: before,
		head: after
	};
}
/** A file compared with itself shows nothing, unless two models in it are named. */
function refuseItself({ base, head }, options, context) {
	if (resolve(context.cwd, base) !== resolve(context.cwd, head)) return;
	if (options.subject?.some((subject) => subject.includes("=")) === true) return;
	throw new UserError({
		message: "a file compared with itself shows no change",
		hint: "Name two files, or two models of this one: --subject BASE=HEAD.",
		place: { file: base }
	});
}
export { runCompareCommand as t };
