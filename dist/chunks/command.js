import { W as decisionPolicy, _t as isSimulated } from "./bank-ask-check.js";
import { c as BLOCKING_METRICS, h as askedAnyway, l as METRICS, t as largestOf } from "./action-compare-accept-report-bank-ask-check.js";
import { $ as comparisonRules, At as errorShares, Ct as listCellTasks, Dt as scenariosToPass, Gn as loadWorkingProject, Nt as indexCells, Ot as smallestRiseShown, Pt as readRows, Q as groupScenarios, St as compareSpecs, Tt as carriedMargin, dr as requestKey, in as evaluate, kt as labelNights } from "./ask-check.js";
import { A as createRandom, j as shuffle, v as testChange } from "./compare-ask-check.js";
import { W as SCREEN_LEVEL, _ as betaCdf, m as withinVariance, p as betweenNights } from "./action-compare-accept-report-ask-check.js";
import { q as clopperPearson } from "./check.js";
import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { d as percent, f as plural, s as count } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { a as inRow, c as name, d as wording, t as plainText, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { E as METRIC_WORDS, O as formatSize, k as isBeyondAll } from "./action-accept-report-ask-check.js";
import { a as wrapText, t as fitColumns } from "./compare-report-bank-ask-check.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { n as createPaint } from "./compare-diff-report-bank-check.js";
/** Scenarios by group, in the order in which groups come. */
function byGroup(values) {
	const groups = /* @__PURE__ */ new Map();
	for (const one of values) {
		const own = groups.get(one.group) ?? [];
		groups.set(one.group, own);
		own.push(one);
	}
	return [...groups.values()];
}
/**
* So many times the variance of a draw's mean over n scenarios as n: the variance of one scenario's draw where they are independent,
* more where scenarios of a group go up and down together (the sums of groups are what is independent; E. Miller, arXiv:2411.00640,
* 2.2). The larger of the two where there are groups enough. Pairs of scenarios whose draws are the same, of variance 0.25: 0.5.
*/
function noiseOfGroups(values) {
	const alone = withinVariance(values.map(({ draws }) => draws));
	const groups = byGroup(values);
	if (groups.length < 10 || groups.length === values.length) return alone;
	const sums = groups.map((members) => members[0].draws.map((_, draw) => members.reduce((total, { draws }) => total + draws[draw], 0)));
	return Math.max(alone, withinVariance(sums) * groups.length / values.length);
}
/** Cells of one arm. A fresh draw is a fresh response too (but for stored ones), so a flip is not the judge's alone. */
function measureFlips(cells, judges) {
	const places = /* @__PURE__ */ new Map();
	for (const cell of cells) {
		const place = JSON.stringify([cell.scenario, cell.model]);
		const own = places.get(place);
		if (own === void 0) places.set(place, [cell]);
		else own.push(cell);
	}
	const groups = [...places.values()];
	const majority = flipShare(groups, ({ problematic }) => problematic === "missing" ? void 0 : problematic);
	const shares = judges.flatMap((judge, rank) => {
		const share = flipShare(groups, (cell) => {
			if (rank >= askedAnyway(judges.length, cell)) return void 0;
			const judgment = cell.judgments.find((one) => one.judge === judge);
			return judgment?.status === "ruled" ? judgment.ruling !== "compliant" : void 0;
		});
		return share === void 0 ? [] : [[judge, share]];
	});
	return {
		...whereDefined({ majority }),
		judges: Object.fromEntries(shares)
	};
}
/** Among all pairs of one place's rulings: with b of n problematic, b (n - b) of n (n - 1) / 2 differ. */
function flipShare(groups, read) {
	let differing = 0;
	let pairs = 0;
	for (const group of groups) {
		const rulings = group.map(read).filter((ruling) => ruling !== void 0);
		const bad = rulings.filter(Boolean).length;
		differing += bad * (rulings.length - bad);
		pairs += rulings.length * (rulings.length - 1) / 2;
	}
	return pairs === 0 ? void 0 : differing / pairs;
}
/** Where so many false alarms could go unseen in more than a quarter of banks, draws are not called calibrated. */
const HIDDEN_RATE = .25;
const MOST_HIDDEN = .25;
function calibrate(input) {
	const { policy, cells } = input;
	const draws = Math.max(0, largestOf(cells.map(({ draw }) => draw)));
	const size = Math.min(policy.selection.scenarios, input.scenarios.length);
	const flips = measureFlips(cells, input.judges);
	if (draws < 2 || size === 0) return {
		status: "unknown",
		draws,
		size,
		endpoints: {},
		flips,
		recommendedDraws: policy.selection.replicates.base
	};
	const metrics = {};
	const measured = BLOCKING_METRICS.map((metric) => ({
		metric,
		values: readStored(input, {
			metric,
			draws
		})
	})).filter(({ values }) => values.length > 0);
	const blocking = measured.flatMap(({ metric }) => policy.actions[metric] === "fail" ? [metric] : []);
	const shares = errorShares(blocking);
	for (const { metric, values } of measured) metrics[metric] = calibrateMetric(values, {
		metric,
		draws,
		size,
		share: shares[blocking.indexOf(metric)] ?? Math.min(1, ...shares),
		input
	});
	const all = Object.values(metrics);
	const nights = labelNights(cells, draws)?.base;
	const isOneNight = nights !== void 0 && new Set(nights).size < 2;
	const couldHide = all.some(({ falseAlarms }) => chanceToHide(falseAlarms.trials) > MOST_HIDDEN);
	const isNoisy = all.some(({ falseAlarms }) => falseAlarms.interval[0] > SCREEN_LEVEL);
	const variable = all.some((one) => one.betweenNights > one.detectable / 4);
	const recommendedDraws = Math.max(policy.selection.replicates.base, variable ? 8 : 4);
	return {
		status: isNoisy ? "uncalibrated" : couldHide || isOneNight ? "unknown" : "calibrated",
		...isOneNight && { oneNight: true },
		draws,
		size,
		endpoints: metrics,
		flips,
		recommendedDraws
	};
}
/** Each scenario's draws of a metric; only scenarios that have every draw. */
function readStored(input, what) {
	if (METRICS[what.metric].readOn === "panel" && input.models.length < 2) return [];
	const { scenarios, models, judges } = input;
	return [...readRows(indexCells(input.cells), {
		arm: "base",
		stage: "screen",
		scenarios,
		models,
		draws: what.draws
	})].flatMap(([scenario, list]) => {
		const values = list.map((row) => METRICS[what.metric].read(row, "none", judges.length)).filter((value) => value !== void 0);
		const group = input.groups?.get(scenario) ?? JSON.stringify({ scenario });
		return values.length === what.draws ? [{
			group,
			draws: values
		}] : [];
	});
}
function calibrateMetric(values, how) {
	const { policy, models } = how.input;
	const flip = METRICS[how.metric].oneAnswerMoves === "all" ? 1 : 1 / models.length;
	const seed = `${policy.seed}\ncalibrate\n${how.metric}`;
	let alarms = 0;
	let trials = 0;
	for (const block of blocksOf(values, {
		size: how.size,
		seed
	})) for (let left = 0; left < how.draws; left += 1) {
		trials += 1;
		if (testChange(leaveOut(block, left), {
			kind: "prompt",
			flip,
			seed
		}) <= .05) alarms += 1;
	}
	const { lower, upper } = clopperPearson({
		count: alarms,
		trials
	}, .9);
	const groups = new Set(values.map(({ group }) => group)).size;
	const variance = noiseOfGroups(values);
	const units = Math.round(how.size * groups / values.length);
	const design = {
		models: 1 / flip,
		scenarios: how.size,
		...units < how.size && units >= 10 && { units },
		draws: policy.selection.replicates.confirm,
		blocking: 1,
		share: how.share,
		margin: policy.margins[how.metric],
		flips: 2 * variance / flip
	};
	return {
		falseAlarms: {
			alarms,
			trials,
			interval: [lower, upper]
		},
		betweenNights: Math.sqrt(betweenNights(values.map(({ draws }) => draws))),
		detectable: variance === 0 ? 0 : smallestRiseShown(design),
		recommended: {
			scenarios: scenariosToPass(design),
			margin: carriedMargin({
				...design,
				margin: .01
			}) ?? 1
		}
	};
}
/** In an order by chance, groups whole: about as many scenarios each as a check starts with; one block where there are fewer. */
function blocksOf(values, { size, seed }) {
	const blocks = [[]];
	for (const group of shuffle(byGroup(values), createRandom(seed))) {
		if (blocks.at(-1).length >= size) blocks.push([]);
		blocks.at(-1).push(...group);
	}
	return blocks.length === 1 || blocks.at(-1).length >= size ? blocks : blocks.slice(0, -1);
}
/** The chance that a gate with HIDDEN_RATE false alarms shows too few in these trials to be called uncalibrated. */
function chanceToHide(trials) {
	let seen = 0;
	while (seen <= trials && clopperPearson({
		count: seen,
		trials
	}, .9).lower <= .05) seen += 1;
	return seen > trials ? 1 : 1 - betaCdf(HIDDEN_RATE, seen, trials - seen + 1);
}
function leaveOut(block, left) {
	return block.map(({ group, draws }, index) => ({
		scenario: String(index),
		group,
		base: draws.filter((_, draw) => draw !== left),
		head: [draws[left]]
	}));
}
/** The most that `selection.replicates.base` may be. */
const MOST_DRAWS = 16;
/**
* As many draws of as many scenarios as are whole: of the choices with two draws or more the one with the most cells, so that a
* few scenarios with more draws do not shut out the others.
*/
async function readWholeDraws(project, { spec, store }) {
	const { bank, panel } = project;
	const comparison = compareSpecs({
		base: spec,
		head: spec,
		changes: [],
		models: panel.models
	}, comparisonRules(project));
	const range = {
		stage: "screen",
		scenarios: bank.scenarios,
		draws: {
			base: MOST_DRAWS,
			head: 0
		}
	};
	const tasks = listCellTasks(comparison, range);
	const ask = askStoreOnly(store);
	const cells = [];
	for (let draw = 1; draw <= MOST_DRAWS; draw += 1) {
		const whole = (await evaluate(comparison, tasks.filter((task) => task.draw === draw), ask)).filter(isWhole);
		if (whole.length === 0) break;
		for (const cell of whole) cells.push(cell);
	}
	const whole = countWholeDraws(cells, panel.models.length);
	const draws = mostEvidence([...whole.values()]);
	const scenarios = bank.scenarios.map(({ id }) => id).filter((id) => draws > 0 && (whole.get(id) ?? 0) >= draws);
	const kept = new Set(scenarios);
	return {
		draws,
		scenarios,
		cells: cells.filter(({ scenario, draw }) => kept.has(scenario) && draw <= draws),
		of: bank.scenarios.length
	};
}
/** Never asks a model: what is not stored is missing. */
function askStoreOnly(store) {
	return (request) => {
		const stored = store.get(requestKey(request));
		return Promise.resolve(stored === void 0 ? {
			status: "missing",
			reason: "not stored"
		} : {
			status: "answered",
			completion: stored.completion,
			...whereDefined({ at: stored.paid?.at })
		});
	};
}
function isWhole({ problematic, scores }) {
	return problematic !== "missing" && scores !== "missing";
}
/** For each scenario the n for which draws 1 to n have a cell of every model. */
function countWholeDraws(cells, models) {
	const counts = /* @__PURE__ */ new Map();
	for (const { scenario, draw } of cells) {
		const own = counts.get(scenario) ?? [];
		own[draw - 1] = (own[draw - 1] ?? 0) + 1;
		counts.set(scenario, own);
	}
	return new Map([...counts].map(([scenario, own]) => {
		const gap = Array.from({ length: MOST_DRAWS }, (_, index) => own[index] ?? 0).findIndex((count) => count < models);
		return [scenario, gap === -1 ? MOST_DRAWS : gap];
	}));
}
function mostEvidence(whole) {
	let best = whole.some((count) => count >= 1) ? 1 : 0;
	let most = 0;
	for (let draws = 2; draws <= MOST_DRAWS; draws += 1) {
		const cells = draws * whole.filter((count) => count >= draws).length;
		if (cells > most) [best, most] = [draws, cells];
	}
	return best;
}
/** Whether the gate is quiet where nothing changed. */
function writeCalibration({ calibration, scenarios, of, simulated }) {
	const evidence = say`${plural(calibration.draws, "stored draw")} (answers to the same question) of ${count(scenarios)} of ${plural(of, "scenario")}, between which nothing changed, so that every difference is chance`;
	const label = simulated ? wording("(simulated) ") : wording("");
	switch (calibration.status) {
		case "calibrated": return say`${label}The gate raises no more false alarms than it may, as far as these draws can tell: ${evidence}.`;
		case "uncalibrated": return say`${label}The gate raises false alarms more often than 1 in 20: ${evidence}. So a check may fail because a provider changed between two nights, not because of the edit.`;
		case "unknown": return say`${label}${writeUnknown(calibration, scenarios)}`;
		default: throw new Error(`unknown status: ${String(calibration.status)}`);
	}
}
function writeUnknown({ draws, oneNight, endpoints }, scenarios) {
	if (draws < 2) {
		const stored = draws === 0 ? say`none is stored for this spec, these models and judges` : say`there is one, of ${plural(scenarios, "scenario")}`;
		return say`Two stored draws or more of some scenarios are needed to tell; ${stored}.`;
	}
	if (oneNight === true) return say`These draws cannot tell: all were made on one night, and changes of models and judges from night to night are what raises false alarms. Seed again on another day: spec-gate check --mode seed.`;
	const trials = Math.max(0, ...Object.values(endpoints).map(({ falseAlarms }) => falseAlarms.trials));
	return say`These draws cannot tell: with ${plural(trials, "trial")} for a metric, even one false alarm in four would not show. More scenarios or more stored draws would.`;
}
/** How often the majority, and each judge, ruled differently when asked twice; nothing where nobody was. */
function writeFlips({ flips }) {
	if (flips.majority === void 0) return void 0;
	const shares = [say`majority ${percent(flips.majority)}`, ...Object.entries(flips.judges).map(([judge, share]) => say`${name(judge)} ${percent(share)}`)];
	return inRow(shares, wording(" · "));
}
/** What would make the gate quieter, or able to tell. */
function writeAdvice({ calibration, margins, of }) {
	const { status, size, draws, recommendedDraws, endpoints } = calibration;
	const advice = [];
	if (draws < recommendedDraws) advice.push(of === 0 ? say`The bank holds no scenario: spec-gate bank import FILE and spec-gate bank link, then spec-gate check --mode seed.` : say`Keep ${plural(recommendedDraws, "stored draw")} (selection.replicates.base), and fill them: spec-gate check --mode seed.`);
	for (const [metric, { recommended }] of Object.entries(endpoints)) {
		if (recommended.scenarios <= size || recommended.margin <= margins[metric]) continue;
		const margin = isBeyondAll(metric, recommended.margin) ? say`` : say` or a margin of ${formatSize(metric, recommended.margin)}`;
		advice.push(say`${METRIC_WORDS[metric].label}: ${plural(recommended.scenarios, "scenario")} (selection.scenarios, extendTo)${margin}, or unchanged specs will often end inconclusive.`);
	}
	if (status === "uncalibrated") advice.push(say`Until then treat a failure as a question: see whether the nightly check reports drift of a provider.`);
	return advice;
}
const WORDS = {
	calibrated: "CALIBRATED",
	uncalibrated: "UNCALIBRATED",
	unknown: "UNKNOWN"
};
/** All of it as text that ends with a line feed. */
function renderCalibration(view, { paint, width }) {
	const sheet = {
		paint,
		width: Math.max(60, Math.min(width, 110))
	};
	return `${[
		verdictBlock(view, sheet),
		metricBlock(view, sheet),
		flipBlock(view, sheet),
		adviceBlock(view, sheet)
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
function verdictBlock(view, { paint, width }) {
	const { status } = view.calibration;
	const tone = {
		calibrated: paint.good,
		uncalibrated: paint.bad,
		unknown: paint.unsure
	}[status];
	const word = WORDS[status];
	const indent = " ".repeat(word.length + 2);
	return wrapText(plainText(writeCalibration(view)), width - indent.length).map((line, index) => index === 0 ? `${tone(word)}  ${paint.strong(line)}` : indent + paint.strong(line));
}
function metricBlock({ calibration, margins }, { paint, width }) {
	const entries = Object.entries(calibration.endpoints);
	if (entries.length === 0) return [];
	const rows = entries.map(([metric, { falseAlarms, betweenNights, detectable, recommended }]) => {
		const [lower, upper] = falseAlarms.interval;
		const alarms = say`${count(falseAlarms.alarms)} of ${count(falseAlarms.trials)} (${percent(lower)} to ${percent(upper)})`;
		const begins = [METRIC_WORDS[metric].label, plainText(alarms)];
		if (detectable === 0) return [
			...begins,
			"",
			wording("never varied"),
			"",
			""
		];
		return [
			...begins,
			formatSize(metric, betweenNights),
			sizeOrNone(metric, detectable),
			plainText(say`${count(recommended.scenarios)} at ${formatSize(metric, margins[metric])}`),
			sizeOrNone(metric, recommended.margin)
		];
	});
	const [first, ...lines] = fitColumns([[
		"",
		"false alarms",
		"nights vary",
		"smallest seen",
		"scenarios",
		"or margin"
	], ...rows], {
		width: width - 2,
		dispensable: [2, 5]
	});
	return [
		`${paint.strong("One stored draw against the others")}  ${paint.faint(plainText(say`in blocks of ${plural(calibration.size, "scenario")}; false alarms up to 5 % are by design`))}`,
		paint.faint(`  ${first}`),
		...lines.map((line) => `  ${line}`),
		...COLUMNS.map((column) => paint.faint(`  ${plainText(column)}`))
	];
}
/** What the columns mean that their headings do not tell. */
const COLUMNS = [say`smallest seen: the smallest rise that a check of this size finds 4 times in 5`, say`scenarios, or margin: with either of them an unchanged spec passes 9 times in 10`];
function sizeOrNone(metric, size) {
	return isBeyondAll(metric, size) ? wording("none") : formatSize(metric, size);
}
function flipBlock({ calibration }, { paint }) {
	const flips = writeFlips(calibration);
	return flips === void 0 ? [] : [`${paint.strong("Asked twice, ruled differently")}  ${plainText(flips)}`];
}
function adviceBlock(view, { paint, width }) {
	return writeAdvice(view).flatMap((sentence) => wrapText(plainText(sentence), width - 2).map((line, index) => index === 0 ? `${paint.unsure("→")} ${line}` : `  ${line}`));
}
const CODES = {
	calibrated: EXIT.pass,
	uncalibrated: EXIT.fail,
	unknown: EXIT.inconclusive
};
async function runCalibrateCommand(options, context) {
	const { project, spec, store } = await loadWorkingProject(options, context);
	const { panel, config } = project;
	const policy = decisionPolicy(config);
	const { cells, scenarios, of, draws } = await readWholeDraws(project, {
		spec,
		store
	});
	const calibration = calibrate({
		cells,
		scenarios,
		models: panel.models.map(({ ref }) => ref.id),
		judges: panel.judges.map(({ id }) => id),
		policy,
		groups: groupScenarios(project.bank.scenarios)
	});
	const simulated = [...panel.models.map(({ ref }) => ref), ...panel.judges].some(isSimulated);
	const view = {
		calibration: {
			...calibration,
			draws
		},
		scenarios: scenarios.length,
		of,
		margins: policy.margins,
		simulated
	};
	context.print(options.json === true ? `${JSON.stringify({
		schema: "spec-gate/calibration@1",
		...view
	}, null, 2)}\n` : renderCalibration(view, {
		paint: createPaint(context.output.colour),
		width: context.output.columns
	}));
	return CODES[calibration.status];
}
export { runCalibrateCommand };
