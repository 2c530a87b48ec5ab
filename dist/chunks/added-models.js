import { n as METRICS, t as BLOCKING_METRICS } from "./metrics.js";
import { f as countOutliers, t as createFinding } from "./messages.js";
import { c as MOST_MISSING, l as SCREEN_LEVEL, o as LEAST_ANSWERED, r as CONFIRM_REACH, u as SCREEN_REACH } from "./bounds.js";
import { t as evaluate, y as isAffected } from "./evaluate.js";
import { i as statusOfGrounds, n as SEVERITY_OF_ACTION, r as rankBySeverity, t as listCellTasks } from "./cell-task.js";
import { c as detectableChange, d as poolChanges, i as relabellingTest, l as intervalOf, n as testChange, p as upperBound, u as measureChange } from "./test-change.js";
import { a as isApplicable, c as findVoidOptions, i as flipOf, l as whyUnmeasured, o as readDraws, r as confirmEvidence, s as screenEvidence, t as localiseClauses, u as whyUnmoved } from "./localise-clauses.js";
import "./policy.js";
import { n as findCellOutliers, r as holm } from "./cell-outliers.js";
/** The metrics that can move in this comparison, each assessed. */
function assessAll(evidence, policy) {
	return BLOCKING_METRICS.filter((metric) => isApplicable(evidence, metric)).map((metric) => assess(evidence, metric, policy));
}
/** Whether even the worst that the missing cells could hide leaves the rise under the margin. */
function isBelowMargin(assessment, reach) {
	const { againstPass, margin } = assessment;
	return againstPass !== void 0 && upperBound(againstPass, reach) < margin;
}
/** The metric as it is reported. */
function describeAssessment(assessment, shown) {
	const { observed, metric, margin, p } = assessment;
	if (observed === void 0) return {
		...shown,
		margin,
		scenarios: 0
	};
	const interval = intervalOf(observed);
	const detectable = detectableChange(observed);
	const asShown = (value) => METRICS[metric].worse === "down" ? 1 - value : value;
	return {
		...shown,
		base: asShown(observed.base),
		head: asShown(observed.head),
		change: observed.value,
		...interval === void 0 ? {} : { interval },
		p,
		margin,
		...detectable === void 0 ? {} : { detectable },
		scenarios: observed.scenarios
	};
}
function assess(evidence, metric, policy) {
	const flip = flipOf(evidence, metric);
	const read = (reading) => {
		const units = readDraws(evidence, metric, reading);
		const p = testChange(units, {
			kind: evidence.kind,
			flip,
			seed: `${policy.seed}\n${evidence.stage}\n${metric}`
		});
		return {
			change: measureChange(units, flip),
			p
		};
	};
	const observed = read("observed");
	const common = {
		metric,
		margin: policy.margins[metric],
		observed: observed.change,
		p: observed.p
	};
	if (!evidence.hasGaps) return {
		...common,
		againstPass: observed.change,
		againstFail: observed
	};
	const againstPass = measureChange(readDraws(evidence, metric, "against-pass"), flip);
	return {
		...common,
		againstPass,
		againstFail: read("against-fail")
	};
}
/** The metrics that the screen left open. A fail rests on fresh draws alone; a pass may add what the screen saw. */
function readConfirmation(evidence, screen, context) {
	const { policy, mayPool } = context;
	const open = new Set(screen.open.map(({ metric }) => metric));
	const flagged = new Set(screen.flagged.map(({ metric }) => metric));
	const assessments = assessAll(evidence, policy).filter(({ metric }) => open.has(metric));
	const family = assessments.filter(({ metric }) => flagged.has(metric));
	const shown = adjust(family, screen.family, ({ p }) => p);
	const hardest = adjust(family, screen.family, ({ againstFail }) => againstFail.p);
	const screened = new Map(screen.open.map((assessment) => [assessment.metric, assessment]));
	return assessments.map((assessment) => {
		const { metric } = assessment;
		const common = {
			assessment,
			adjustedP: shown.get(metric)
		};
		if (isFailed(assessment, hardest.get(metric))) return {
			...common,
			status: "fail"
		};
		if (isBelowMargin(assessment, 1.875)) return {
			...common,
			status: "pass"
		};
		const pooled = mayPool ? poolStages(screened.get(metric), assessment) : void 0;
		return pooled !== void 0 && pooled.bound < assessment.margin ? {
			...common,
			status: "pass",
			pooled
		} : {
			...common,
			status: "inconclusive"
		};
	});
}
/** A fail must survive the missing cells as much as a pass. */
function isFailed({ againstFail, margin }, adjustedP) {
	const rise = againstFail.change?.value ?? 0;
	return adjustedP !== void 0 && adjustedP <= .0304 && rise >= .5 * margin;
}
/**
* The screen and the confirmation together, by precision. A metric is here because its screen looked high, so this errs
* against a pass. What the nights of the stored base vary is in the screen's error; a shift that all of them share is not,
* so a stored base that fresh draws contradict is not pooled.
*/
function poolStages(screened, confirmed) {
	if (screened?.againstPass === void 0 || confirmed.againstPass === void 0) return void 0;
	const change = poolChanges(screened.againstPass, confirmed.againstPass);
	return {
		change: change.value,
		bound: upperBound(change, CONFIRM_REACH)
	};
}
/** Holm over a family of `size`, whose members that are not tested here count as p = 1. */
function adjust(tested, size, read) {
	const others = Array.from({ length: Math.max(0, size - tested.length) }, () => 1);
	const adjusted = holm([...tested.map(read), ...others]);
	return new Map(tested.map(({ metric }, index) => [metric, adjusted[index]]));
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
		value: draws.reduce((total, values) => total + meanOf(values), 0) / draws.length,
		standardError: Math.max(Math.sqrt(variance), floor),
		scenarios: draws.length,
		draws: Math.min(...draws.map(({ length }) => length))
	};
}
function varianceOfMean(values) {
	if (values.length < 2) return 0;
	const centre = meanOf(values);
	return values.reduce((total, value) => total + (value - centre) ** 2, 0) / (values.length - 1) / values.length;
}
function meanOf(values) {
	return values.reduce((total, value) => total + value, 0) / values.length;
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
			if (judgment !== void 0 || cell?.audited === true) count.asked += 1;
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
/** Where no screen was held: every blocking metric is open, and the confirmation allows for all of them. */
function skipScreen(evidence, policy) {
	const blocking = assessAll(evidence, policy).filter(({ metric }) => policy.actions[metric] === "fail");
	return {
		assessments: [],
		open: blocking,
		flagged: blocking,
		family: blocking.length,
		suspicious: false
	};
}
function readScreen(evidence, policy) {
	const assessments = assessAll(evidence, policy);
	const blocking = assessments.filter(({ metric }) => policy.actions[metric] === "fail");
	const open = blocking.filter((assessment) => !isBelowMargin(assessment, SCREEN_REACH));
	const risen = open.filter(({ p }) => p <= SCREEN_LEVEL / blocking.length);
	const suspicious = risen.length > 0;
	return {
		assessments,
		open,
		flagged: suspicious ? risen : open,
		family: suspicious ? risen.length : blocking.length,
		suspicious
	};
}
/** Rows for metrics that a policy asks about and that cannot move; what only reports and has no limit is no row. */
function describeUnmoved(input, evidence) {
	const { actions, limits } = input.policy;
	const metrics = {};
	const notes = [];
	const screen = screenEvidence(input, {
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
		...limit === void 0 ? {} : { limit },
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
			...limit === void 0 ? {} : {
				limit,
				stands: status
			}
		},
		severity: "notice"
	};
}
/** z(.80): the chance of deciding that `scenariosToDecide` plans for. */
const POWER_REACH = .8416;
function settleVerdict(input, grounds) {
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
			...one.adjustedP === void 0 ? {} : { adjustedP: one.adjustedP },
			...limit === void 0 ? {} : { limit },
			...one.pooled === void 0 ? {} : { pooled: one.pooled }
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
	if (metrics.newOutliers.status === "fail" && grounds.reasons.length === 0) reasons.push({
		code: "new-outliers",
		args: { count: metrics.newOutliers.change ?? 0 },
		severity: "error"
	});
	reasons.push(...untestedReasons(input));
	const verdict = statusOfGrounds(reasons);
	const needed = verdict === "inconclusive" ? scenariosToDecide(settled) : void 0;
	return {
		status: "verdict",
		verdict,
		reasons: rankBySeverity(reasons),
		metrics,
		clauses: localiseClauses(evidence, input),
		missing,
		notes: [...grounds.notes, ...still.notes],
		...needed === void 0 ? {} : { scenariosToDecide: needed }
	};
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
	const { status: _, interval, pooled: __, ...numbers } = described;
	const args = {
		metric,
		...numbers,
		...interval === void 0 ? {} : {
			low: interval[0],
			high: interval[1]
		}
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
	const { stage, scenarios, models } = how.evidence;
	if (models.length < 3) return {
		status: "not-applicable",
		why: "two-models",
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
		return [Math.ceil(observed.scenarios * ((CONFIRM_REACH + POWER_REACH) * observed.standardError / distance) ** 2)];
	});
	return needs.length === 0 ? void 0 : Math.max(...needs);
}
/**
* The first round: one head draw on as many of the available scenarios as the policy starts with; where nothing is stored to
* screen against, the confirmation's first look on all of them.
*/
function startRound(policy, available, unscreened = false) {
	if (unscreened) {
		const { extendTo, replicates } = policy.selection;
		return {
			stage: "confirm",
			draws: replicates.confirm,
			scenarios: Math.min(extendTo, available)
		};
	}
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
	if (round === void 0) return next(startRound(input.policy, input.order.length, input.unscreened), "start");
	return round.stage === "screen" ? decideScreen(input, round) : decideConfirmation(input, round);
}
function decideScreen(input, round) {
	const { policy } = input;
	const evidence = screenEvidence(input, round);
	const screen = readScreen(evidence, policy);
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
	const limitsOpen = [...limits.values()].some((status) => status === "open" || status === "breached");
	const outlierSuspected = policy.actions.newOutliers === "fail" && listOutliers(evidence).some(mayBeNew);
	if (screen.open.length === 0 && !limitsOpen && !outlierSuspected) return settleVerdict(input, {
		...grounds,
		settled: settleScreen(screen, policy),
		reasons
	});
	const confirm = {
		stage: "confirm",
		draws: policy.selection.replicates.confirm,
		scenarios: round.scenarios
	};
	const flagged = screen.flagged.map(({ metric }) => metric);
	if (screen.suspicious) return next(confirm, "suspicious", flagged);
	const most = Math.min(policy.selection.extendTo, input.order.length);
	if (round.scenarios < most) return next({
		...round,
		scenarios: most
	}, "extend", flagged);
	if (round.draws < 4) return next({
		...round,
		draws: round.draws + 1
	}, "undecided", flagged);
	return next(confirm, "screen-exhausted", flagged);
}
function decideConfirmation(input, round) {
	const { policy } = input;
	const evidence = confirmEvidence(input, round);
	const before = input.unscreened ? void 0 : screenEvidence(input, {
		...round,
		draws: screenedDraws(input)
	});
	const screen = before === void 0 ? skipScreen(evidence, policy) : readScreen(before, policy);
	const drift = before === void 0 ? [] : findDrift(before, evidence, policy);
	const confirmed = readConfirmation(evidence, screen, {
		policy,
		mayPool: before !== void 0 && drift.length === 0
	});
	const missing = countMissing(evidence);
	const fresh = [...confirmed.map((one) => ({
		...one,
		stage: "confirm"
	})), ...reportedOnly(evidence, policy).map((assessment) => ({
		assessment,
		status: "report",
		stage: "confirm"
	}))];
	const settledAnew = new Set(fresh.map(({ assessment }) => assessment.metric));
	const settled = [...fresh, ...settleScreen(screen, policy).filter(({ assessment }) => !settledAnew.has(assessment.metric))];
	const reasons = missingReasons(missing);
	const verdict = settleVerdict(input, {
		evidence,
		settled: reasons.length > 0 ? settled.map(undecided) : settled,
		limits: reasons.length > 0 ? /* @__PURE__ */ new Map() : checkLimits(evidence, policy),
		missing,
		reasons,
		notes: drift
	});
	const last = 2 * policy.selection.replicates.confirm;
	return verdict.verdict === "inconclusive" && reasons.length === 0 && hasUndecided(verdict) && round.draws < last ? next({
		...round,
		draws: last
	}, "second-look") : verdict;
}
/** Every draw of the head has it so far, and none of the base. */
function mayBeNew({ draws: { base, head } }) {
	return base.seen === 0 && head.seen > 0 && head.seen === head.measured;
}
/** What only reports is read on the freshest evidence, whatever the screen said of it. */
function reportedOnly(evidence, policy) {
	return assessAll(evidence, policy).filter(({ metric }) => policy.actions[metric] === "report");
}
/** With too little evidence nothing fails either. */
function undecided(settled) {
	return settled.status === "fail" ? {
		...settled,
		status: "inconclusive"
	} : settled;
}
function settleScreen(screen, policy) {
	const open = new Set(screen.open.map(({ metric }) => metric));
	return screen.assessments.map((assessment) => ({
		assessment,
		status: policy.actions[assessment.metric] === "report" ? "report" : open.has(assessment.metric) ? "inconclusive" : "pass",
		stage: "screen"
	}));
}
/** Whether more draws could change the verdict: an untested clause stays untested. */
function hasUndecided(verdict) {
	return verdict.reasons.some(({ code }) => code === "metric-undecided" || code === "limit-undecided");
}
/** Head draws that the screen took before the confirmation began. */
function screenedDraws(input) {
	let draws = 1;
	for (const { stage, arm, draw } of input.cells) if (stage === "screen" && arm === "head") draws = Math.max(draws, draw);
	return draws;
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
		missing: {
			cells: 0,
			expected: 0,
			answered: {}
		},
		notes: []
	};
}
function next(round, reason, flagged = []) {
	return {
		status: "next",
		round,
		reason,
		flagged
	};
}
/** Runs rounds until they decide. A run that is stopped early decides on what it has, and missing evidence never passes. */
async function check(subject, ports) {
	const affected = subject.selected.filter(({ scenario }) => isAffected(subject.comparison, scenario));
	const cells = /* @__PURE__ */ new Map();
	const rounds = [];
	let round;
	for (;;) {
		const decision = decide({
			...decisionInput(subject, affected),
			round,
			cells: [...cells.values()]
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
			affected
		};
		round = decision.round;
		const tasks = roundTasks(subject, affected, round).filter((task) => !cells.has(cellId(task)));
		ports.onRound?.(round, tasks);
		for (const [index, cell] of (await evaluate(subject.comparison, tasks, ports.ask)).entries()) cells.set(cellId(tasks[index]), cell);
	}
}
/** The cells a round asks for: the screen's base draws are the stored pool's, the confirmation draws both arms alike. */
function roundTasks(subject, affected, round) {
	const stored = Math.max(subject.policy.selection.replicates.base, round.draws);
	return listCellTasks(subject.comparison, {
		stage: round.stage,
		scenarios: affected.slice(0, round.scenarios).map(({ scenario }) => scenario),
		draws: {
			base: round.stage === "screen" ? stored : round.draws,
			head: round.draws
		}
	});
}
function decisionInput(subject, affected) {
	const { comparison, policy, untested, changedModels, written } = subject;
	return {
		kind: comparison.kind,
		policy,
		...affected.some(({ scenario }) => written?.has(scenario.id)) ? { unscreened: true } : {},
		order: affected.map(({ scenario }) => scenario.id),
		links: new Map(affected.map(({ scenario, reason }) => [scenario.id, reason.kind === "linked" ? reason.clauses : [reason.clause]])),
		renamed: new Map([...comparison.clauses.byId].map(([cited, { id }]) => [cited, id])),
		models: comparison.slots.map(({ id }) => id),
		...changedModels === void 0 ? {} : { changedModels },
		judges: comparison.judges.map(({ id }) => id),
		scoring: comparison.classifier === void 0 ? "no-classifier" : "no-rubrics",
		untested: untested.map(({ clause }) => clause)
	};
}
function cellId({ scenario, slot, arm, stage, draw }) {
	return [
		scenario.id,
		slot.id,
		arm,
		stage,
		draw
	].join("\n");
}
/** Draws where no round says how many: two are what confirms an outlier. */
const DRAWS = 2;
/** A new model that did not answer was not compared with the panel either: absent evidence is no pass. */
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
export { startRound as a, roundTasks as i, unansweredFindings as n, check as r, addedTasks as t };
