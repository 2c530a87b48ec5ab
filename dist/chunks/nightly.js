import { r as formatProblem, t as UserError } from "./errors.js";
import { a as hashScenario, d as anchorCells, f as findBaseline, i as hashModel, l as readRulings, n as readHistory, o as hashSubject, r as serializeHistory, t as appendHistory, u as rejudge } from "./history.js";
import { t as mcnemar } from "./mcnemar.js";
import { n as mean, r as sampleVariance } from "./simple-statistics.js";
import { t as normalCdf } from "./normal.js";
import { i as relabellingTest, x as MOST_MISSING } from "./test-change.js";
import { i as compareModels, t as comparisonRules } from "./prepare-check.js";
import { a as percent, i as pValue, u as signedPoints } from "./format-numbers.js";
import { t as codeSpan } from "./safe-markdown.js";
import { n as visibleLine } from "./visible-text.js";
import { t as listCellTasks } from "./cell-task.js";
import { t as evaluate } from "./evaluate.js";
import { t as planCalls } from "./plan.js";
import { t as createRandom } from "./random.js";
import { s as runCap } from "./segment-store.js";
import { r as addCosts } from "./estimate-cost.js";
import { t as estimateCost } from "./plan-check.js";
import { t as makeFolder } from "./make-folder.js";
import { t as createStoreSigner } from "./store-secret.js";
import { r as sha256 } from "./canonical-json.js";
import { w as checkEndpoint } from "./load-project.js";
import { t as NO_PAINT } from "./terminal.js";
import { n as wrapText, t as fitColumns } from "./wrap-text.js";
import { t as EXIT } from "./door.js";
import { t as createPaint } from "./paint.js";
import { n as openWorkingRun, t as loadWorkingProject } from "./working-project.js";
import { join } from "node:path";
import { writeFileSync } from "node:fs";
/**
* Two exact tests, the smaller p doubled. Bias: does it turn more answers one way than the other (McNemar, two-sided)?
* Noise: does it turn more answers than it did when it was asked twice in the anchor night (McNemar between tonight's and
* the retest's disagreement with the first ruling, one-sided)? A judge that became a coin shows in the second only. If
* nothing changed, first ruling, retest and tonight's ruling on one answer are exchangeable, so both are exact.
*/
function testJudge(judge, anchor, rejudged) {
	const first = index(anchor.cells, judge);
	const retest = index(anchor.rejudged.filter(({ from }) => from === anchor.date), judge);
	let [answers, worse, better, moved, retested, onlyTonight, onlyRetest] = [
		0,
		0,
		0,
		0,
		0,
		0,
		0
	];
	for (const cell of rejudged) {
		if (cell.from !== anchor.date) continue;
		const place = placeOf$1(cell);
		const [before, again, now] = [
			first.get(place),
			retest.get(place),
			cell.rulings[judge]
		];
		if (before === void 0 || again === void 0 || now === void 0) continue;
		answers += 1;
		if (now && !before) worse += 1;
		if (!now && before) better += 1;
		if (now !== before) moved += 1;
		if (again !== before) retested += 1;
		if (now !== before && again === before) onlyTonight += 1;
		if (now === before && again !== before) onlyRetest += 1;
	}
	if (answers === 0) return void 0;
	const bias = mcnemar({
		worse,
		better
	}).exact.twoSided;
	const noise = mcnemar({
		worse: onlyTonight,
		better: onlyRetest
	}).exact.oneSided;
	return {
		judge,
		answers,
		bias: (worse - better) / answers,
		flips: (moved - retested) / answers,
		p: Math.min(1, 2 * Math.min(bias, noise))
	};
}
function index(cells, judge) {
	return new Map(cells.flatMap((cell) => cell.rulings[judge] === void 0 ? [] : [[placeOf$1(cell), cell.rulings[judge]]]));
}
function placeOf$1({ scenario, model, draw }) {
	return `${model}\n${scenario}\n${draw}`;
}
/** The longest quarter. */
const NIGHTS = 92;
/** False pages expected in a quarter, over all models, judges and endpoints, at most. */
const FALSE_PAGES = .5;
/**
* The level of each test that can page. Expectations add up whatever the dependence, so with `tests` a night the expected
* number of false pages a quarter is at most 92 x tests x level = 0.5 (Bonferroni, spent evenly over the nights). Each
* model is tested twice a night (tonight, and the last seven nights together), each judge once.
*
* @example 4 models and 3 judges are 11 tests: 0.5 / 92 / 11 = 0.000494.
*/
function pageLevel({ models, judges }) {
	return FALSE_PAGES / NIGHTS / Math.max(1, 2 * models + judges);
}
/** What asks for a second, independent set of draws. It spends nothing: a page needs the level above on all draws. */
const SUSPICION = .05;
/** Before nights have taught better, three points; it weighs as much as this many nights. */
const PRIOR = .03;
const PRIOR_NIGHTS = 6;
/** Never below one point: no number of quiet nights proves that there is no such spread. */
const LEAST = .01;
/**
* The standard deviation between nights, over all models, in shares. Per model: the variance of its nightly means over
* the sentinels less the variance that its draws explain (method of moments, one-way random effects: Searle, Casella and
* McCulloch, Variance Components, 1992, 3.6), pooled with a prior. Nights in which a model had an alarm are left out.
*
* @example without a night 0.03; after many nights that vary no more than their draws 0.01.
*/
function betweenNightSpread(nights, models) {
	let weight = PRIOR_NIGHTS;
	let total = PRIOR_NIGHTS * PRIOR ** 2;
	for (const model of models) {
		const summaries = nights.slice(-92).filter(({ alarms }) => !alarms.some(({ id }) => id === model)).flatMap((night) => summarise(night, model) ?? []);
		if (summaries.length < 2) continue;
		const excess = sampleVariance(summaries.map((night) => night.share)) - mean(summaries.map((night) => night.variance));
		weight += summaries.length - 1;
		total += (summaries.length - 1) * excess;
	}
	return Math.sqrt(Math.max(LEAST ** 2, total / weight));
}
/** A model's share against over the sentinels, and the variance its draws give it. */
function summarise(night, model) {
	const sentinels = new Set(night.sentinels);
	const draws = /* @__PURE__ */ new Map();
	for (const cell of night.cells) {
		if (cell.model !== model || !sentinels.has(cell.scenario) || cell.against === "missing") continue;
		const own = draws.get(cell.scenario) ?? [];
		draws.set(cell.scenario, own);
		own.push(cell.against ? 1 : 0);
	}
	const units = [...draws.values()];
	if (units.length === 0 || units.some((unit) => unit.length < 2)) return void 0;
	const variance = mean(units.map((unit) => sampleVariance(unit) / unit.length)) / units.length;
	return {
		share: mean(units.map((unit) => mean(unit))),
		variance
	};
}
/**
* The larger of two p values, so both must be small. One is exact for the draws: the relabelling test within scenarios.
* The other allows for nights: z = change / sqrt(V + 2 t^2), V the binomial variance within scenarios with half a
* non-compliant and half a compliant draw added to each (so that it is never zero), t the spread between nights, once for
* the anchor and once for tonight. Undefined without a scenario that has draws on both sides.
*/
function testRise(units, options) {
	const { betweenNights, seed, level = 1 } = options;
	const paired = units.filter(({ base, head }) => base.length > 0 && head.length > 0);
	if (paired.length === 0) return void 0;
	let change = 0;
	let variance = 0;
	for (const { base, head } of paired) {
		change += share(head) - share(base);
		const draws = base.length + head.length;
		const pooled = (sum(base) + sum(head) + .5) / (draws + 1);
		variance += pooled * (1 - pooled) * (1 / base.length + 1 / head.length);
	}
	change /= paired.length;
	const spread = Math.sqrt(variance / paired.length ** 2 + 2 * betweenNights ** 2);
	const byNights = normalCdf(-change / spread);
	if (byNights > level) return {
		change,
		p: byNights,
		scenarios: paired.length
	};
	const byDraws = relabellingTest(paired, { seed });
	return {
		change,
		p: Math.max(byNights, byDraws.status === "defined" ? byDraws.p : 1),
		scenarios: paired.length
	};
}
function share(draws) {
	return sum(draws) / draws.length;
}
function sum(draws) {
	let total = 0;
	for (let index = 0; index < draws.length; index += 1) total += draws[index];
	return total;
}
/** Judges that look changed, or had an alarm: they rule on a second set of the anchor's answers. */
function suspectJudges({ tonight, baseline, judges }) {
	return judges.filter((judge) => {
		const test = testJudge(judge, baseline.anchor, tonight.rejudged);
		return test !== void 0 && test.p <= .05 || hadAlarm(baseline, "judge", judge);
	});
}
/** Models that look worse, had an alarm or answer as somebody else (`renamed`); all of them where a judge has drifted. */
function suspectModels(input, renamed) {
	const drifted = judgeTests(input).some((test) => isDrifted(test, levelOf(input), input.margin));
	const betweenNights = spreadOf(input);
	return Object.keys(input.tonight.models).filter((model) => {
		if (drifted || renamed.includes(model) || hadAlarm(input.baseline, "model", model)) return true;
		const { tonight, week } = testModel(input, model, {
			betweenNights,
			rulings: "first",
			level: SUSPICION
		});
		return [tonight, week].some((test) => test !== void 0 && test.p <= .05);
	});
}
/** Tonight's alarms, from all draws that were asked. */
function decideNight(input) {
	const { baseline, margin, tonight } = input;
	const level = levelOf(input);
	const judges = judgeTests(input);
	const drifted = judges.filter((test) => isDrifted(test, level, margin));
	const betweenNights = spreadOf(input);
	const rulings = drifted.length > 0 ? "anew" : "either";
	const models = Object.keys(tonight.models).map((model) => testModel(input, model, {
		betweenNights,
		rulings,
		level: SUSPICION
	}));
	const found = [...models.flatMap(({ model, ...tests }) => raiseModel(model, tests, {
		level,
		margin,
		baseline,
		date: tonight.date
	})), ...judges.flatMap((test) => raiseJudge(test, {
		level,
		margin,
		baseline,
		date: tonight.date
	}))];
	return {
		alarms: found,
		closed: baseline.last.alarms.filter((alarm) => !found.some((other) => isSame(alarm, other))),
		models,
		judges,
		level,
		betweenNights
	};
}
function raiseModel(model, tests, { level, margin, baseline, date }) {
	const open = baseline.last.alarms.find(({ kind, id }) => kind === "model" && id === model);
	const confirmed = [tests.tonight, tests.week].filter((test) => test !== void 0 && test.change >= margin / 2).find((test) => test.p <= level);
	if (open !== void 0 && tests.tonight === void 0) return [open];
	const isStanding = open !== void 0 && (tests.tonight.change >= margin / 2 || tests.week !== void 0 && tests.week.p <= .05);
	const test = confirmed ?? (isStanding ? tests.tonight : void 0);
	if (test === void 0) return [];
	return [{
		kind: "model",
		id: model,
		since: open?.since ?? date,
		change: test.change,
		p: test.p
	}];
}
function raiseJudge(test, { level, margin, baseline, date }) {
	const open = baseline.last.alarms.find(({ kind, id }) => kind === "judge" && id === test.judge);
	const moved = Math.abs(test.bias) >= margin / 2 || test.flips >= margin / 2;
	if (!isDrifted(test, level, margin) && !(open !== void 0 && moved)) return [];
	const { judge, bias, flips, p } = test;
	return [{
		kind: "judge",
		id: judge,
		since: open?.since ?? date,
		change: bias,
		p,
		flips
	}];
}
function isDrifted({ p, bias, flips }, level, margin) {
	return p <= level && (Math.abs(bias) >= margin / 2 || flips >= margin / 2);
}
function testModel({ tonight, baseline, seed }, model, options) {
	const anew = new Map(tonight.rejudged.filter((cell) => cell.model === model).map((cell) => [`${cell.from}\n${cell.scenario}\n${cell.draw}`, cell.against]));
	let judgedAnew = options.rulings !== "first";
	const base = /* @__PURE__ */ new Map();
	for (const [scenario, { date, cells }] of anchorCells(baseline, tonight, model)) {
		const draws = cells.map((cell) => {
			const ruled = anew.get(`${date}\n${scenario}\n${cell.draw}`);
			if (options.rulings === "first") return cell.against;
			if (ruled === void 0) judgedAnew = false;
			return ruled ?? (options.rulings === "anew" ? "missing" : cell.against);
		});
		base.set(scenario, outcomes(draws));
	}
	const own = (cells) => cells.filter((cell) => cell.model === model);
	const recent = baseline.nights.filter((night) => night !== baseline.anchor && night.models[model] === tonight.models[model]).filter(({ alarms }) => !alarms.some(({ kind, id }) => kind === "model" && id === model)).slice(-6);
	const test = (cells, name) => {
		const heads = /* @__PURE__ */ new Map();
		for (const cell of cells) heads.set(cell.scenario, [...heads.get(cell.scenario) ?? [], cell]);
		return testRise([...base].map(([scenario, draws]) => ({
			base: draws,
			head: outcomes((heads.get(scenario) ?? []).map(({ against }) => against))
		})), {
			...options,
			seed: `${seed}\n${tonight.date}\n${model}\n${name}`
		});
	};
	return {
		model,
		tonight: test(own(tonight.cells), "tonight"),
		week: recent.length === 0 ? void 0 : test(own([...recent.flatMap(({ cells }) => cells), ...tonight.cells]), "week"),
		judgedAnew
	};
}
function outcomes(draws) {
	return draws.flatMap((against) => against === "missing" ? [] : [against ? 1 : 0]);
}
function judgeTests({ tonight, baseline, judges }) {
	return judges.flatMap((judge) => testJudge(judge, baseline.anchor, tonight.rejudged) ?? []);
}
function levelOf({ tonight, judges }) {
	return pageLevel({
		models: Object.keys(tonight.models).length,
		judges: judges.length
	});
}
function spreadOf({ tonight, baseline }) {
	return betweenNightSpread(baseline.nights, Object.keys(tonight.models));
}
function hadAlarm({ last }, kind, name) {
	return last.alarms.some((alarm) => alarm.kind === kind && alarm.id === name);
}
function isSame(a, b) {
	return a.kind === b.kind && a.id === b.id;
}
function buildNightReport(input) {
	const { record, baseline, decision, reason, events, set } = input;
	const accepted = baseline?.accepted;
	return {
		schema: "spec-gate/nightly@1",
		status: statusOf(input),
		date: record.date,
		simulated: input.simulated,
		...reason === void 0 ? {} : { reason },
		...baseline === void 0 ? {} : {
			anchor: {
				date: baseline.anchor.date,
				...accepted === void 0 ? {} : { accepted: {
					at: accepted.at,
					reason: accepted.reason
				} }
			},
			last: baseline.last.date
		},
		asked: {
			sentinels: set.sentinels.length,
			rotation: set.rotation.length
		},
		models: Object.keys(record.models).map((id) => describeModel(id, input)),
		judges: decision?.judges ?? [],
		alarms: record.alarms,
		closed: decision?.closed ?? input.closed ?? [],
		events,
		trend: readTrend(input),
		...decision === void 0 ? {} : {
			level: decision.level,
			betweenNights: decision.betweenNights
		},
		calls: record.calls,
		usd: record.usd
	};
}
function statusOf({ record, reason, decision }) {
	if (reason !== void 0) return "incomplete";
	if (record.alarms.some(({ kind }) => kind === "model")) return "regressed";
	if (record.alarms.length > 0) return "judge-drift";
	return decision === void 0 ? "anchored" : "steady";
}
function describeModel(id, { record, baseline, decision }) {
	const own = cellsOf(record, id);
	const test = decision?.models.find(({ model }) => model === id);
	const then = baseline === void 0 ? [] : cellsOf(baseline.anchor, id);
	const refusals = shareRefused(own);
	const anchorRefusals = shareRefused(sharedWith(then, own));
	const lastChange = baseline === void 0 ? void 0 : meanChange(cellsOf(baseline.last, id), own);
	return {
		id,
		nonCompliance: shareAgainst(own),
		tonight: test?.tonight,
		week: test?.week,
		judgedAnew: test?.judgedAnew ?? false,
		...refusals === void 0 ? {} : { refusals },
		...anchorRefusals === void 0 ? {} : { anchorRefusals },
		...lastChange === void 0 ? {} : { lastChange }
	};
}
function readTrend({ record, history }) {
	const nights = /* @__PURE__ */ new Map();
	for (const line of history) {
		const night = line.kind === "night" ? line : line.night;
		if (night.date < record.date && !nights.has(night.date)) nights.set(night.date, night);
	}
	const shown = [...[...nights.values()].sort((a, b) => a.date < b.date ? -1 : 1), record].slice(-30);
	const share = (night, id) => shareAgainst(cellsOf(night, id).filter(({ scenario }) => night.sentinels.includes(scenario))) ?? null;
	return {
		dates: shown.map(({ date }) => date),
		models: Object.fromEntries(Object.keys(record.models).map((id) => [id, shown.map((night) => share(night, id))]))
	};
}
function cellsOf(night, id) {
	return night.cells.filter(({ model }) => model === id);
}
function sharedWith(cells, others) {
	const scenarios = new Set(others.map(({ scenario }) => scenario));
	return cells.filter(({ scenario }) => scenarios.has(scenario));
}
function meanChange(before, now) {
	const [from, to] = [shareAgainst(sharedWith(before, now)), shareAgainst(sharedWith(now, before))];
	return from === void 0 || to === void 0 ? void 0 : to - from;
}
/** Mean over scenarios of the share of draws ruled against, so that a second look at some weighs no more. */
function shareAgainst(cells) {
	const draws = /* @__PURE__ */ new Map();
	for (const { scenario, against } of cells) {
		if (against === "missing") continue;
		draws.set(scenario, [...draws.get(scenario) ?? [], against]);
	}
	if (draws.size === 0) return void 0;
	return [...draws.values()].reduce((sum, own) => sum + own.filter(Boolean).length / own.length, 0) / draws.size;
}
function shareRefused(cells) {
	const typed = cells.filter(({ type }) => type !== void 0);
	if (typed.length === 0) return void 0;
	return typed.filter(({ type }) => type === "firm_rejection_with_explanation" || type === "complete_rejection").length / typed.length;
}
/** The night in one line. */
function nightHeadline({ status, alarms, reason, anchor }, name) {
	const of = (kind) => alarms.filter((alarm) => alarm.kind === kind).map(({ id }) => name(id)).join(", ");
	switch (status) {
		case "anchored": return "This night is the anchor: later nights are held against it";
		case "steady": return `No change seen since the anchor of ${anchor?.date ?? "tonight"}`;
		case "regressed": return `Regression: ${of("model")} answers less compliantly than at the anchor`;
		case "judge-drift": return `Judge drift: ${of("judge")} rules otherwise on the same answers`;
		case "incomplete": return `Incomplete (${name(reason ?? "unknown")}): this night is no baseline and changes no alarm`;
		default: throw new Error(`unknown status: ${String(status)}`);
	}
}
function alarmWords({ kind, id, since, change, p, flips }, name) {
	const when = `since ${since}`;
	if (kind === "model") return `${name(id)}: ${signedPoints(change)} points non-compliance against the anchor (p ${pValue(p)}), ${when}`;
	const more = flips === void 0 ? "" : `, ${percent(Math.max(0, flips))} more turned than its own retest`;
	return `judge ${name(id)}: ${signedPoints(change)} points ruled against on the same answers${more} (p ${pValue(p)}), ${when}; the models are held against the anchor by tonight's rulings on both sides`;
}
function eventWords(event, name) {
	switch (event.kind) {
		case "renamed": return `${name(event.id)} answers as ${event.now.map(name).join(", ")}; before as ${event.before.map(name).join(", ")}. It was asked twice as much tonight`;
		case "new-subject": return `Spec, judges or prompts are others than on ${event.lastDate}: this night is the new anchor${event.carried === 0 ? "" : "; open alarms stay open until the anchor is accepted"}. Where only the panel changed, \`spec-gate judges migrate --from OLD.yml --accept "reason"\` carries the old anchor over`;
		case "not-judged-anew": return `${name(event.id)}: anchor answers are no longer stored, so its change is not told apart from a change of judges`;
		case "shortened": return `The money left ($${event.usdLeft.toFixed(2)}) did not cover ${event.dropped} scenarios of the rotation`;
		default: throw new Error(`unknown event: ${JSON.stringify(event)}`);
	}
}
/** What to do about an alarm. */
const NIGHT_ADVICE = "If the change is meant, accept it: set `nightly.anchorFrom` in the config to the day from which on it is the new normal (or, where the store is at hand, `spec-gate check --mode nightly --accept-anchor \"reason\"`). If not, pin the provider to the earlier version, or replace the model.";
const BARS = [
	"▁",
	"▂",
	"▃",
	"▄",
	"▅",
	"▆",
	"▇",
	"█"
];
/** Values on a scale from 0 to `most` (at least their largest); a gap is a space. `sparkline([0, 0.5, 1])` is `▁▅█`. */
function sparkline(values, most = 0) {
	const top = Math.max(most, ...values.map((value) => value ?? 0));
	return values.map((value) => {
		if (value === null) return " ";
		return BARS[top === 0 ? 0 : Math.round(value / top * (BARS.length - 1))];
	}).join("");
}
const MARKS = {
	anchored: "⚓",
	steady: "✅",
	regressed: "❌",
	"judge-drift": "⚠️",
	incomplete: "⚠️"
};
function renderNightMarkdown(report) {
	const { alarms, closed, events } = report;
	return [
		`### ${MARKS[report.status]} Night of ${report.date}: ${nightHeadline(report, codeSpan)}\n`,
		report.simulated ? "\n> **Simulated**: the models or judges are simulations; these numbers say nothing about a real model.\n" : "",
		list("Alarms", alarms.map((alarm) => alarmWords(alarm, codeSpan))),
		alarms.length === 0 ? "" : `\n${NIGHT_ADVICE}\n`,
		list("Closed", closed.map(({ kind, id, since }) => `${kind} ${codeSpan(id)}, open since ${since}`)),
		list("Also", events.map((event) => eventWords(event, codeSpan))),
		modelTable(report),
		judgeTable(report),
		basis(report)
	].join("");
}
/** The issue that belongs to a complete night: open while an alarm stands, else closed. */
function writeNightIssue(report) {
	const [first, ...others] = report.alarms;
	if (first === void 0) return {
		state: "closed",
		title: "Spec Gate: no alarm",
		body: `Gone against the anchor on ${report.date}.\n\n${renderNightMarkdown(report)}`
	};
	const what = first.kind === "model" ? "answers less compliantly" : "judges otherwise";
	const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
	return {
		state: "open",
		title: `Spec Gate: ${visibleLine(first.id, 80)} ${what} since ${first.since}${more}`,
		body: renderNightMarkdown(report)
	};
}
function list(title, items) {
	return items.length === 0 ? "" : `\n**${title}**\n\n${items.map((item) => `- ${item}\n`).join("")}`;
}
function modelTable({ models, trend }) {
	const rows = models.map((model) => [
		codeSpan(model.id),
		...modelColumns(model),
		`\`${sparkline(trend.models[model.id] ?? [], .5)}\``
	]);
	return `\n${table([[
		"model",
		"non-compliance",
		"against the anchor",
		"last 7 nights",
		"against last night",
		"refusals",
		`last ${trend.dates.length}`
	], ...rows])}`;
}
/** Share tonight, change against the anchor, of the week, against last night, refusals. */
function modelColumns(model) {
	const change = (test) => test === void 0 ? "-" : `${signedPoints(test.change)} (p ${pValue(test.p)})`;
	const refusals = model.refusals === void 0 ? "-" : percent(model.refusals);
	return [
		model.nonCompliance === void 0 ? "-" : percent(model.nonCompliance),
		change(model.tonight),
		change(model.week),
		model.lastChange === void 0 ? "-" : signedPoints(model.lastChange),
		model.anchorRefusals === void 0 ? refusals : `${percent(model.anchorRefusals)} → ${refusals}`
	];
}
function judgeTable({ judges }) {
	if (judges.length === 0) return "";
	return `\n${table([[
		"judge",
		"same answers",
		"ruled against",
		"turned beyond retest",
		"p"
	], ...judges.map(({ judge, answers, bias, flips, p }) => [
		codeSpan(judge),
		String(answers),
		signedPoints(bias),
		signedPoints(flips),
		pValue(p)
	])])}`;
}
function basis({ level, betweenNights, asked, calls, usd, anchor }) {
	const price = usd === "unknown" ? "price unknown" : `$${usd.toFixed(2)}`;
	const set = `${asked.sentinels} sentinels and ${asked.rotation} scenarios of the rotation; ${calls} calls, ${price}.`;
	if (level === void 0 || betweenNights === void 0) return `\n<sub>${set}</sub>\n`;
	const accepted = anchor?.accepted === void 0 ? "" : ` (accepted: ${codeSpan(anchor.accepted.reason)})`;
	return `\n<sub>${set} Anchor: ${anchor?.date}${accepted}. An alarm needs p ≤ ${level.toPrecision(2)} on two sets of draws together: at most 0.5 false alarms are expected a quarter. A spread of ${percent(betweenNights)} between nights is allowed for.</sub>\n`;
}
function table(rows) {
	const lines = rows.map((row) => `| ${row.join(" | ")} |\n`);
	return `${lines[0]}|${":--|".repeat(rows[0].length)}\n${lines.slice(1).join("")}`;
}
function watchNames(ask) {
	const names = /* @__PURE__ */ new Map();
	return {
		ask: async (request) => {
			const answer = await ask(request);
			if (answer.status === "answered" && answer.completion.returnedModel !== void 0) {
				const { returnedModel, fingerprint } = answer.completion;
				const own = names.get(request.model.id) ?? /* @__PURE__ */ new Set();
				names.set(request.model.id, own.add(fingerprint === void 0 ? returnedModel : `${returnedModel} ${fingerprint}`));
			}
			return answer;
		},
		names: () => Object.fromEntries([...names].sort(([a], [b]) => a < b ? -1 : 1).map(([id, own]) => [id, [...own].sort()]))
	};
}
/** Who answers tonight under a name that it did not use in the last complete night. */
function findRenamed(before, now) {
	return Object.entries(now).flatMap(([id, names]) => {
		const known = before[id];
		if (known === void 0 || names.every((name) => known.includes(name))) return [];
		return [{
			kind: "renamed",
			id,
			before: known,
			now: names
		}];
	});
}
/** A night with nothing asked yet. */
function createNight(means) {
	const { comparison, asked, run, ask, date } = means;
	const cells = [];
	const rejudged = [];
	const scenarios = new Map(asked.map((scenario) => [scenario.id, scenario]));
	return {
		ask: async (models, { from, to }) => {
			const tasks = listCellTasks(comparison, {
				stage: "confirm",
				scenarios: asked,
				draws: {
					base: 0,
					head: to
				}
			}).filter(({ slot, draw }) => draw >= from && models.includes(slot.id));
			run.beginStage(from === 1 ? "night" : "again", planCalls(comparison, tasks, run.store));
			cells.push(...(await evaluate(comparison, tasks, ask)).map(toNightCell));
		},
		rejudge: async (responses) => {
			const known = new Set(rejudged.map(nameOf));
			const wanted = responses.filter((response) => !known.has(nameOf(response)));
			rejudged.push(...await rejudge(wanted, {
				comparison,
				scenarios,
				store: run.store,
				ask,
				date
			}));
		},
		cells: () => cells,
		rejudged: () => rejudged
	};
}
/** First the judges, on the anchor's answers; then the models that look changed, on both sides by tonight's judges. */
async function askSuspects(means) {
	const { night, baseline, input, draws, events, names } = means;
	const { anchor } = baseline;
	const isComparable = ({ scenario, model }) => {
		const { models, scenarios } = input(baseline).tonight;
		return anchor.models[model] === models[model] && anchor.scenarios[scenario] === scenarios[scenario];
	};
	const sentinels = anchor.cells.filter((cell) => anchor.sentinels.includes(cell.scenario) && isComparable(cell));
	const fromAnchor = (draw) => sentinels.filter((cell) => cell.draw === draw).map((cell) => ({
		...placeOf(cell),
		from: anchor.date
	}));
	await night.rejudge(fromAnchor(1));
	const renamed = findRenamed(baseline.last.answeredAs, names());
	events.push(...renamed);
	const renamedIds = renamed.map(({ id }) => id);
	const { judges } = input(baseline);
	if (suspectJudges(input(baseline)).length > 0 || judges.some((judge) => renamedIds.includes(judge))) await night.rejudge(fromAnchor(2));
	const suspects = suspectModels(input(baseline), renamedIds);
	if (suspects.length === 0) return;
	await night.ask(suspects, {
		from: draws + 1,
		to: 2 * draws
	});
	const { tonight } = input(baseline);
	await night.rejudge(suspects.flatMap((model) => [...anchorCells(baseline, tonight, model)].flatMap(([scenario, { date, cells }]) => tonight.scenarios[scenario] === void 0 ? [] : cells.map((cell) => ({
		...placeOf(cell),
		from: date
	})))));
}
function toNightCell({ scenario, model, draw, problematic, judgments, scores }) {
	return {
		scenario,
		model,
		draw,
		against: problematic,
		rulings: readRulings(judgments),
		...scores === void 0 || scores === "missing" ? {} : {
			type: scores.responseType,
			scores: [scores.value1, scores.value2]
		}
	};
}
/** Where a cell stands, whatever its night. */
function placeOf({ scenario, model, draw }) {
	return {
		scenario,
		model,
		draw
	};
}
function nameOf({ scenario, model, draw, from }) {
	return [
		from,
		model,
		scenario,
		draw
	].join("\n");
}
const DAY_MS = 864e5;
/**
* Sentinels are drawn without replacement with probability by weight, each by its own number u^(1/weight) (Efraimidis and
* Spirakis, Inf. Process. Lett. 97 (2006) 181-185): a scenario added to the bank displaces one at most. The rest goes round
* in an order fixed by the seed, so every scenario is asked once before any is asked twice.
*/
function chooseNightSet({ scenarios, sizes, date, seed }) {
	const ranked = scenarios.map(({ id, weight }) => {
		const random = createRandom(`${seed}\nsentinel\n${id}`);
		return {
			id,
			sentinel: Math.log(1 - random.next()) / Math.max(weight, .05),
			turn: random.next()
		};
	}).sort((a, b) => b.sentinel - a.sentinel || (a.id < b.id ? -1 : 1));
	const sentinels = ranked.slice(0, sizes.sentinels).map(({ id }) => id);
	const rest = ranked.slice(sizes.sentinels).sort((a, b) => a.turn - b.turn || (a.id < b.id ? -1 : 1));
	const size = Math.min(sizes.rotation, rest.length);
	const night = Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
	const first = rest.length === 0 ? 0 : night * size % rest.length;
	return {
		sentinels,
		rotation: Array.from({ length: size }, (_, step) => rest[(first + step) % rest.length].id)
	};
}
/** Of the money left, what the first draws may take; the rest is for a second look. */
const FIRST_SHARE = .6;
/** Sentinels are never given up: without them there is nothing to compare. */
function chooseScenarios({ bank, config }, options) {
	const { comparison, store, date, at, draws } = options;
	const set = chooseNightSet({
		scenarios: bank.scenarios.map(({ id, disagreement }) => ({
			id,
			weight: disagreement ?? 1
		})),
		sizes: config.nightly,
		date,
		seed: config.seed
	});
	const named = (ids) => ids.map((id) => bank.byId.get(id));
	const sentinels = named(set.sentinels);
	const usdLeft = runCap(store.spending(), {
		at,
		usd: config.budget.usd,
		caps: config.budget
	});
	const cost = (rotation) => {
		const tasks = listCellTasks(comparison, {
			stage: "confirm",
			scenarios: [...sentinels, ...rotation],
			draws: {
				base: 0,
				head: draws
			}
		});
		const toMake = planCalls(comparison, tasks, store).filter((call) => !call.stored);
		return addCosts(toMake.map((call) => estimateCost(call, config.prices)));
	};
	let rotation = named(set.rotation);
	for (let usd = cost(rotation); rotation.length > 0 && usd !== "unknown" && usd > FIRST_SHARE * usdLeft; usd = cost(rotation)) rotation = rotation.slice(0, -1);
	const dropped = set.rotation.length - rotation.length;
	return {
		sentinels,
		rotation,
		events: dropped === 0 ? [] : [{
			kind: "shortened",
			dropped,
			usdLeft
		}]
	};
}
/** Runs a night to its end. A night that is stopped or lacks answers changes nothing: no record, no issue. */
async function runNight(project, run, options) {
	const { spec, date, now, history } = options;
	const { panel, config } = project;
	const subject = hashSubject(project, spec);
	const known = findBaseline(history, {
		subject,
		date
	});
	refuseBackdated(history, {
		subject,
		date,
		known
	});
	const acceptAnchor = options.acceptAnchor ?? acceptedByConfig(config.nightly.anchorFrom, {
		known,
		date
	});
	const baseline = acceptAnchor === void 0 ? known : void 0;
	const pairs = panel.models.map((model) => ({
		base: model,
		head: model
	}));
	const comparison = {
		...compareModels({
			spec,
			pairs
		}, comparisonRules(project)),
		night: date,
		...baseline === void 0 ? { auditShare: 1 } : {}
	};
	const watch = watchNames(run.ask);
	const draws = config.nightly.draws;
	const first = baseline === void 0 ? 2 * draws : draws;
	const set = chooseScenarios(project, {
		comparison,
		store: run.store,
		date,
		at: now.getTime(),
		draws: first
	});
	const asked = [...set.sentinels, ...set.rotation];
	const night = createNight({
		comparison,
		asked,
		run,
		ask: watch.ask,
		date
	});
	const record = (alarms) => ({
		schema: "spec-gate/night@1",
		kind: "night",
		date,
		at: now.toISOString(),
		subject,
		models: Object.fromEntries(panel.models.map((model) => [model.ref.id, hashModel(model)])),
		scenarios: Object.fromEntries(asked.map((scenario) => [scenario.id, hashScenario(scenario)])),
		sentinels: set.sentinels.map(({ id }) => id),
		cells: [...night.cells()],
		rejudged: [...night.rejudged()],
		answeredAs: watch.names(),
		alarms: [...alarms],
		calls: run.tally.needed().calls,
		usd: run.tally.needed().usd
	});
	await night.ask(panel.models.map(({ ref }) => ref.id), {
		from: 1,
		to: first
	});
	const events = [...set.events];
	const input = (held) => ({
		tonight: record([]),
		baseline: held,
		judges: panel.judges.map(({ id }) => id),
		margin: config.margins.nonCompliance,
		seed: config.seed
	});
	if (baseline === void 0) await night.rejudge(night.cells().filter(isRetested(set.sentinels)).map((cell) => ({
		...placeOf(cell),
		from: date
	})));
	else await askSuspects({
		night,
		baseline,
		input,
		draws,
		events,
		names: watch.names
	});
	const reason = whyIncomplete(night.cells(), run);
	const common = {
		date,
		simulated: isSimulated(project),
		set,
		events,
		history,
		subject,
		run
	};
	if (reason !== void 0) return {
		report: buildNightReport({
			...common,
			record: record([]),
			baseline,
			reason
		}),
		append: []
	};
	if (baseline === void 0) {
		const carried = acceptAnchor === void 0 ? carriedAlarms(history, {
			subject,
			date
		}) : void 0;
		if (carried !== void 0) events.push({
			kind: "new-subject",
			lastDate: carried.date,
			carried: carried.alarms.length
		});
		const closed = acceptAnchor === void 0 ? [] : openAlarms(history, date);
		const pinned = record(carried?.alarms ?? []);
		return finish(buildNightReport({
			...common,
			record: pinned,
			baseline,
			closed
		}), acceptAnchor === void 0 ? pinned : {
			schema: "spec-gate/night@1",
			kind: "anchor",
			at: now.toISOString(),
			reason: acceptAnchor,
			night: pinned
		}, history);
	}
	const decision = decideNight(input(baseline));
	for (const { model, tonight, judgedAnew } of decision.models) if (tonight !== void 0 && tonight.p <= .05 && !judgedAnew) events.push({
		kind: "not-judged-anew",
		id: model
	});
	const decided = record(decision.alarms);
	return finish(buildNightReport({
		...common,
		record: decided,
		baseline,
		decision
	}), decided, history);
}
/** A day in the config is an acceptance that was reviewed; it holds once, for the first whole night from then on. */
function acceptedByConfig(anchorFrom, { known, date }) {
	if (anchorFrom === void 0 || known === void 0 || date < anchorFrom || known.anchor.date >= anchorFrom) return void 0;
	return `nightly.anchorFrom: ${anchorFrom}`;
}
/** A night that stands in the history already is not written again. */
function finish(report, line, history) {
	return {
		report,
		append: line.kind === "night" && history.some((known) => known.kind === "night" && known.date === line.date && known.subject === line.subject) ? [] : [line],
		issue: writeNightIssue(report)
	};
}
/** A night before the first one would pin itself as the anchor, unaccepted. */
function refuseBackdated(history, tonight) {
	const later = history.map((record) => record.kind === "night" ? record : record.night).find(({ subject, date }) => subject === tonight.subject && date > tonight.date);
	if (tonight.known !== void 0 || later === void 0) return;
	throw new UserError({
		message: `the night of ${tonight.date} lies before the anchor of ${later.date}`,
		hint: "the anchor moves by acceptance only: --accept-anchor REASON, or nightly.anchorFrom"
	});
}
/** Answers that the judges rule on a second time in the anchor night: how often each contradicts itself. */
function isRetested(sentinels) {
	const ids = new Set(sentinels.map(({ id }) => id));
	return ({ scenario, draw }) => draw <= 2 && ids.has(scenario);
}
/** Too much missing for any model, or a run that was stopped: such a night is no baseline and says nothing. */
function whyIncomplete(cells, run) {
	const stop = run.stopped();
	if (stop !== void 0) return stop.kind;
	const silent = [...new Set(cells.map(({ model }) => model))].filter((model) => {
		const own = cells.filter((cell) => cell.model === model);
		return own.filter(({ against }) => against === "missing").length > MOST_MISSING * own.length;
	});
	return silent.length === 0 ? void 0 : `answers missing: ${silent.join(", ")}`;
}
function openAlarms(history, date) {
	return history.map((line) => line.kind === "night" ? line : line.night).filter((night) => night.date < date).sort((a, b) => a.date < b.date ? -1 : 1).at(-1)?.alarms ?? [];
}
/** With another spec or panel the old alarms can be neither confirmed nor cleared: they stay until somebody accepts. */
function carriedAlarms(history, { subject, date }) {
	const last = history.map((line) => line.kind === "night" ? line : line.night).filter((night) => night.date < date && night.subject !== subject).sort((a, b) => a.date < b.date ? -1 : 1).at(-1);
	return last === void 0 ? void 0 : {
		date: last.date,
		alarms: last.alarms
	};
}
function isSimulated({ panel }) {
	return [...panel.models.map(({ ref }) => ref), ...panel.judges].some(({ kind }) => kind === "simulated");
}
/** What is to be told after a night; undefined after a quiet or an incomplete one. `config` tells gates apart. */
function createWebhookMessage(report, config) {
	const name = (id) => visibleLine(id, 80);
	const { status, alarms, closed, date, simulated } = report;
	const keyOf = (all) => sha256([config, ...all.map(({ kind, id, since }) => `${kind} ${id} ${since}`).sort()].join("\n")).slice(0, 16);
	const common = {
		source: "spec-gate",
		date,
		simulated
	};
	if (status === "incomplete") return void 0;
	if (alarms.length > 0) {
		const severity = status === "regressed" ? "critical" : "warning";
		const words = alarms.map((alarm) => alarmWords(alarm, name));
		const title = nightHeadline(report, name);
		return {
			...common,
			dedupeKey: keyOf(alarms),
			action: "trigger",
			severity,
			title,
			alarms: words,
			advice: NIGHT_ADVICE
		};
	}
	if (closed.length === 0) return void 0;
	const title = `Gone: ${closed.map(({ id }) => name(id)).join(", ")}`;
	return {
		...common,
		dedupeKey: keyOf(closed),
		action: "resolve",
		severity: "info",
		title,
		alarms: [],
		advice: ""
	};
}
/** Posts the message once. Gives back what went wrong, without the address. */
async function sendWebhook(message, options) {
	const { urlEnv, allowPrivate = [], env, fetch, deadlineMs = 1e4 } = options;
	const failed = (why) => `the webhook was not told (${urlEnv}): ${why}`;
	const url = env[urlEnv]?.trim();
	if (url === void 0 || url === "") return failed("the environment variable is not set");
	if (!URL.canParse(url)) return failed("its value is not a URL");
	const endpoint = checkEndpoint(new URL(url).origin, {
		carriesSecret: true,
		allowPrivate
	});
	if (!("origin" in endpoint)) return failed(new UserError(endpoint).problems.map(formatProblem).join("; "));
	if (new URL(url).username !== "" || new URL(url).password !== "") return failed("it must not hold a user name or password");
	try {
		const response = await fetch(url, {
			method: "POST",
			headers: {
				"content-type": "application/json",
				"user-agent": "spec-gate"
			},
			body: JSON.stringify(message),
			redirect: "error",
			signal: AbortSignal.timeout(deadlineMs)
		});
		await response.body?.cancel();
		return response.ok ? void 0 : failed(`it answered ${response.status}`);
	} catch (error) {
		return failed(error instanceof Error && error.name === "TimeoutError" ? "no answer in time" : "no connection, or a redirect");
	}
}
/** Ends with a line feed. */
function renderNightText(report, { paint = NO_PAINT, width = 100 } = {}) {
	const name = (id) => visibleLine(id, 80);
	const { status, trend } = report;
	return `${[
		[`${report.simulated ? "(simulated) " : ""}${TONES[status](paint)(`${status.toUpperCase()}  ${nightHeadline(report, name)}`)}`],
		...report.alarms.map((alarm) => wrapText(alarmWords(alarm, name), width)),
		report.alarms.length === 0 ? [] : wrapText(NIGHT_ADVICE.replaceAll("`", ""), width),
		...report.closed.map(({ kind, id, since }) => [`closed: ${kind} ${name(id)}, open since ${since}`]),
		...report.events.map((event) => wrapText(eventWords(event, name), width)),
		fitColumns([[
			"model",
			"now",
			"anchor",
			"7 nights",
			"last night",
			"refusals",
			`last ${trend.dates.length}`
		], ...report.models.map((model) => [
			name(model.id),
			...modelColumns(model),
			sparkline(trend.models[model.id] ?? [], .5)
		])], {
			width,
			dispensable: [5, 3]
		}),
		report.judges.length === 0 ? [] : fitColumns([[
			"judge",
			"same answers",
			"ruled against",
			"turned beyond retest",
			"p"
		], ...report.judges.map((test) => [
			name(test.judge),
			String(test.answers),
			signedPoints(test.bias),
			signedPoints(test.flips),
			pValue(test.p)
		])], { width }),
		[closing(report)]
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
const TONES = {
	anchored: ({ good }) => good,
	steady: ({ good }) => good,
	regressed: ({ bad }) => bad,
	"judge-drift": ({ unsure }) => unsure,
	incomplete: ({ unsure }) => unsure
};
function closing({ level, betweenNights, asked, calls, usd }) {
	const price = usd === "unknown" ? "price unknown" : `$${usd.toFixed(2)}`;
	const set = `${asked.sentinels} sentinels, ${asked.rotation} of the rotation, ${calls} calls, ${price}`;
	if (level === void 0 || betweenNights === void 0) return set;
	return `${set}; an alarm needs p <= ${level.toPrecision(2)}, spread between nights ${percent(betweenNights)}`;
}
async function runNightlyCommand(options, door) {
	const date = readDate(options.date, door.now());
	const working = await loadWorkingProject(options, door);
	const { project, spec, storeFolder, outputFolder } = working;
	const signer = createStoreSigner(door.storeSecret);
	const { records: history, unreadable, unsigned } = readHistory([storeFolder], signer);
	if (unreadable > 0) door.remark(`${unreadable} lines of the history cannot be read and were left out\n`);
	if (unsigned > 0) door.remark(`${unsigned} lines of the history are unsigned or forged and were left out\n`);
	const run = openWorkingRun(working, door);
	const accept = options.acceptAnchor === void 0 ? {} : { acceptAnchor: options.acceptAnchor };
	const result = await runNight(project, run, {
		spec,
		date,
		now: door.now(),
		history,
		...accept
	});
	run.close();
	const unwritten = appendHistory(storeFolder, result.append, {
		now: door.now(),
		signer
	});
	if (unwritten !== void 0) door.remark(`${unwritten}\n`);
	writeNight(outputFolder, result, serializeHistory([...history, ...result.append], signer));
	const { webhook } = project.config.nightly;
	const message = createWebhookMessage(result.report, project.configFile);
	if (webhook !== void 0 && message !== void 0) {
		const problem = await sendWebhook(message, {
			...webhook,
			env: door.env,
			fetch: globalThis.fetch
		});
		if (problem !== void 0) door.remark(`${problem}\n`);
	}
	door.print(options.json === true ? `${JSON.stringify(result.report, null, 2)}\n` : renderNightText(result.report, {
		paint: createPaint(door.output.colour),
		width: door.output.columns
	}));
	return nightExitCode(result.report);
}
/** A regression fails; drifting judges and missing answers leave a night without a word on the models. */
function nightExitCode({ status }) {
	if (status === "regressed") return EXIT.fail;
	return status === "judge-drift" || status === "incomplete" ? EXIT.inconclusive : EXIT.pass;
}
/** night.json, night.md, issue.json (what the issue must say) and history.jsonl, for the artifact. */
function writeNight(folder, { report, issue }, history) {
	makeFolder(folder);
	writeFileSync(join(folder, "night.json"), `${JSON.stringify(report, null, 2)}\n`);
	writeFileSync(join(folder, "night.md"), renderNightMarkdown(report));
	if (issue !== void 0) writeFileSync(join(folder, "issue.json"), `${JSON.stringify(issue, null, 2)}\n`);
	writeFileSync(join(folder, "history.jsonl"), history);
}
function readDate(given, now) {
	const date = given ?? now.toISOString().slice(0, 10);
	if (/^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) && (/* @__PURE__ */ new Date(`${date}T00:00:00Z`)).toISOString().startsWith(date)) return date;
	throw new UserError({
		message: `--date ${date} is no day`,
		hint: "write it as YYYY-MM-DD"
	});
}
export { createWebhookMessage as a, renderNightMarkdown as c, renderNightText as i, nightHeadline as l, runNightlyCommand as n, sendWebhook as o, writeNight as r, runNight as s, nightExitCode as t };
