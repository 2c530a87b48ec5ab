import { a as whereDefined, r as visibleLine } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { c as decimal, d as percent, f as plural, g as signedPoints, h as signedDecimal, l as dollars, p as points, s as count, v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { $ as comparisonRules, A as rawAgreement, Ct as listCellTasks, Gn as loadWorkingProject, Kn as openCommandRun, Lt as ALL_PROMPTS, Rt as promptsOf, cn as respondRequest, dn as classifyRequest, dr as requestKey, fn as readScores, j as ac1, k as countRatings, mn as judgeRequest, n as estimateCosts, on as responseText, pn as askJudges, sn as isProblematic, xn as nightDraw, xt as compareModels, yn as shownClauses } from "./ask-check.js";
import { a as askLabelled, c as writeRate, d as findJudgeProblem, f as writeProblem, i as scaleProbes, l as askScales, o as labelledProbes, r as checkProviders, s as accuracyRows, t as readLabelled, u as findClassifierProblem } from "./command5.js";
import { C as loadProject, Q as crossCheck, _t as isSimulated, ct as addCosts, et as endpointOf, ft as modelName, gt as isLive, lt as costOf, pt as providerName, ut as priceOf } from "./bank-ask-check.js";
import { S as findAnchoredNights, g as hashSubject, i as readHistory, n as appendHistory, t as writeLostLines, v as readRulings, y as rejudge } from "./lost-lines.js";
import { t as hasRubrics } from "./report-bank-ask-check.js";
import { a as inRow, c as name, d as wording, t as plainText, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { E as writeStop } from "./ask.js";
import { S as clusteredMean } from "./action-compare-accept-report-ask-check.js";
import { t as meanInterval } from "./t-test.js";
import { B as wilson } from "./check.js";
import { i as RESPONSE_TYPES, r as REJECTIONS } from "./action-schema-compare-accept-report-bank-ask-check.js";
import { o as standardDeviation } from "./action-compare-accept-report-bank-ask-check.js";
import { t as createStoreSigner } from "./commands-action-merge-ask-check.js";
import { t as fitColumns } from "./compare-report-bank-ask-check.js";
import { n as createPaint, t as NO_PAINT } from "./compare-diff-report-bank-check.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { basename, dirname, relative, resolve } from "node:path";
/** What is not stored yet of either side's calls, each once; what both would ask counts as the new side's. */
function planCosts(calls, { store, prices }) {
	const seen = /* @__PURE__ */ new Set();
	const plan = (side) => {
		const toMake = side.filter(({ request }) => {
			const key = requestKey(request);
			if (seen.has(key) || store.get(key) !== void 0) return false;
			seen.add(key);
			return true;
		});
		return {
			calls: toMake.length,
			usd: estimateCosts(toMake, prices)
		};
	};
	const planned = plan(calls.new);
	return {
		old: plan(calls.old),
		new: planned
	};
}
/** On the answers whose replies are known of both sides; undefined without any. */
function compareCosts(pairs, prices) {
	const known = pairs.flatMap((pair) => pair.old.replies === void 0 || pair.new.replies === void 0 ? [] : [{
		old: pair.old.replies,
		new: pair.new.replies
	}]);
	if (known.length === 0) return void 0;
	return {
		answers: known.length,
		old: sumReplies(known.flatMap((pair) => pair.old), prices),
		new: sumReplies(known.flatMap((pair) => pair.new), prices)
	};
}
function sumReplies(replies, prices) {
	const sum = (read) => replies.reduce((total, reply) => total + read(reply), 0);
	return {
		calls: replies.length,
		inputTokens: sum(({ completion }) => completion.usage.inputTokens),
		outputTokens: sum(({ completion }) => completion.usage.outputTokens),
		usd: addCosts(replies.map(({ request, completion }) => costOf(completion.usage, priceOf(request.model, prices))))
	};
}
/** The pool's draws that are stored, asked about as a check does. */
function poolItems({ comparison, scenarios, store }, draws) {
	const range = {
		stage: "screen",
		scenarios: [...scenarios.values()],
		draws: {
			base: draws,
			head: 0
		}
	};
	return listCellTasks(comparison, range).flatMap((task) => {
		const { scenario, drawName, answerName, slot, audited } = task;
		const response = readResponse(store, respondRequest(slot.base, scenario, answerName));
		if (response === void 0) return [];
		return [{
			scenario,
			model: slot.id,
			drawName,
			response,
			audited
		}];
	});
}
/** The anchor night of a subject: the one that is pinned now. */
function findAnchor(history, subject) {
	return findAnchoredNights(history, {
		subject,
		date: "9999-12-31"
	})?.anchor;
}
/** The anchor night's answers that are stored and that its panel ruled on. */
function anchorItems({ comparison, scenarios, store }, anchor) {
	return anchor.cells.flatMap((cell) => {
		const scenario = scenarios.get(cell.scenario);
		const slot = comparison.slots.find(({ id }) => id === cell.model);
		if (scenario === void 0 || slot === void 0 || cell.against === "missing") return [];
		const drawName = nightDraw(anchor.date, cell.draw);
		const response = readResponse(store, respondRequest(slot.head, scenario, drawName));
		if (response === void 0) return [];
		return [{
			scenario,
			model: cell.model,
			drawName,
			response,
			audited: true,
			cell
		}];
	});
}
function readResponse(store, request) {
	const answer = store.get(requestKey(request));
	return answer === void 0 ? void 0 : responseText(answer.completion);
}
function createSide(project, spec, prompts) {
	const pairs = project.panel.models.map((model) => ({
		base: model,
		head: model
	}));
	return {
		project,
		prompts,
		comparison: compareModels({
			spec,
			pairs
		}, comparisonRules(project))
	};
}
/** Every request that asking this side about an answer may take. */
function requestsOf(side, item, parts) {
	const task = panelTaskOf(side, item);
	const judging = task.judges.map((judge) => ({
		request: judgeRequest({
			...task,
			judge
		}),
		purpose: "judge"
	}));
	const scoring = classifyTaskOf(side, item);
	return [...parts.rulings ? judging : [], ...parts.scores && scoring !== void 0 ? [{
		request: classifyRequest(scoring),
		purpose: "classify"
	}] : []];
}
/** Asks what the parts name; as a check asks, so that the next check under this panel finds it stored. */
async function askSide(side, item, { parts, ask }) {
	const replies = [];
	const recorded = async (request) => {
		const answer = await ask(request);
		if (answer.status === "answered") replies.push({
			request,
			completion: answer.completion
		});
		return answer;
	};
	const [judgments, scores] = await Promise.all([parts.rulings ? askJudges(panelTaskOf(side, item), recorded) : [], parts.scores ? askScores(side, item, recorded) : void 0]);
	const said = {
		rulings: readRulings(judgments),
		against: isProblematic(judgments),
		replies
	};
	return scores === void 0 ? said : {
		...said,
		scores
	};
}
/** What stands in the night's record, which outlives a judge and its words. */
function readCell(side, item, { parts, store }) {
	const { rulings, against, type, scores } = item.cell;
	const replies = requestsOf(side, item, parts).flatMap(({ request }) => {
		const known = store.get(requestKey(request));
		return known === void 0 ? [] : [{
			request,
			completion: known.completion
		}];
	});
	const expected = (parts.rulings ? Object.keys(rulings).length : 0) + (parts.scores && scores !== void 0 ? 1 : 0);
	return {
		rulings,
		against,
		...type !== void 0 && scores !== void 0 && { scores: {
			value1: scores[0],
			value2: scores[1],
			responseType: type
		} },
		...replies.length >= expected && { replies }
	};
}
function panelTaskOf({ comparison, prompts }, item) {
	const { scenario, response, drawName, audited } = item;
	return {
		judges: comparison.judges,
		clauses: shownClauses(comparison, scenario, "base"),
		conversation: scenario.messages,
		response,
		draw: drawName,
		audited,
		wording: prompts.judge
	};
}
function classifyTaskOf({ comparison, prompts }, item) {
	const { classifier } = comparison;
	const { scenario, response, drawName } = item;
	if (classifier === void 0 || !hasRubrics(scenario)) return void 0;
	return {
		classifier,
		scenario,
		response,
		draw: drawName,
		wording: prompts.classify
	};
}
async function askScores(side, item, ask) {
	const task = classifyTaskOf(side, item);
	if (task === void 0) return void 0;
	const answer = await ask(classifyRequest(task));
	const scores = answer.status === "missing" ? "missing" : readScores(task, answer.completion);
	if (scores === "missing") return void 0;
	const { value1, value2, responseType } = scores;
	return {
		value1,
		value2,
		responseType
	};
}
/** What would be asked, at most; what was ruled on already is stored and free. @throws UserError where nothing changes. */
async function planMigrate(options, store) {
	const next = createSide(options.new, options.spec, promptsOf(options.new.config));
	const found = await Promise.all(listPrompts(options).map((prompts) => gather(options, {
		old: createSide(options.old, options.spec, prompts),
		store
	})));
	const first = isSameQuestion(options) ? void 0 : found[0];
	const chosen = found.find((one) => one.anchor !== void 0 && hasWord(one)) ?? found.find(hasWord) ?? first;
	if (chosen === void 0) throw new UserError({
		message: "both panels are the same, and no ruling is stored that was asked for with other prompts: there is nothing to migrate",
		hint: "name the new judges (--judges a,b,c), or a config with the old ones (--from old.yml)"
	});
	const { parts, items, old } = chosen;
	const further = options.askOld === true ? items.filter((one) => !isKnown(one.old, parts)) : [];
	const canAsk = options.canAsk ?? (() => true);
	const older = [...further.flatMap(({ item }) => requestsOf(old, item, parts)), ...listProbes(options, {
		side: old,
		parts
	})];
	const newer = [...items.flatMap((one) => requestsOf(next, one.item, further.includes(one) ? parts : partsFor(one, parts))), ...listProbes(options, {
		side: next,
		parts
	})];
	const calls = {
		old: older.filter(({ request }) => canAsk(request.model)),
		new: newer
	};
	return {
		...chosen,
		new: next,
		planned: planCosts(calls, {
			store,
			prices: options.new.config.prices
		})
	};
}
/** Every judge on the labelled items, in a side's words. */
function labelledOf({ labelled, spec }, { project, prompts }) {
	const context = project.config.judgeContext;
	return labelledProbes(project.panel.judges, {
		items: labelled,
		spec,
		context,
		wording: prompts.judge
	});
}
/** A side's classifier on both ends of a few scales. */
function scalesOf({ project, prompts }) {
	return scaleProbes(project, prompts.classify);
}
/** What the new panel is asked about an answer: only what the old one's word is there for, and all of the anchor's. */
function partsFor({ item, old }, parts) {
	return {
		rulings: parts.rulings && old.against !== "missing",
		scores: parts.scores && (item.cell !== void 0 || old.scores !== void 0)
	};
}
/** Whether the old panel said what is compared. */
function isKnown({ against, scores }, parts) {
	return parts.rulings && against !== "missing" || parts.scores && scores !== void 0;
}
function hasWord({ items, parts }) {
	return items.some(({ old }) => isKnown(old, parts));
}
/** Answers a question from the store, or not at all. */
function createStoredAsk(store) {
	return async (request) => {
		const known = store.get(requestKey(request));
		return known === void 0 ? {
			status: "missing",
			reason: "not stored"
		} : {
			status: "answered",
			completion: known.completion
		};
	};
}
/** The words that the old side may have been asked with, those of its config first: other words than now where the panel is the same. */
function listPrompts(options) {
	const own = promptsOf(options.old.config);
	const others = (options.prompts ?? ALL_PROMPTS).filter(({ judge, classify }) => judge.version !== own.judge.version || classify.version !== own.classify.version);
	return isSameQuestion(options) ? others : [own, ...others];
}
/** Whether both sides ask the same judges the same, but for words of earlier releases. */
function isSameQuestion({ old, new: next, spec }) {
	return hashSubject(old, spec) === hashSubject(next, spec) && isSamePanel(old, next);
}
async function gather({ new: next, spec, history }, { old, store }) {
	const { config, bank } = old.project;
	const parts = partsOf(old, next);
	const sources = {
		comparison: old.comparison,
		scenarios: bank.byId,
		store
	};
	const ask = createStoredAsk(store);
	const pool = await Promise.all(poolItems(sources, config.selection.replicates.base).map(async (item) => ({
		item,
		old: await askSide(old, item, {
			parts,
			ask
		})
	})));
	const anchor = findAnchor(history, hashSubject(old.project, spec, old.prompts));
	const nights = (anchor === void 0 ? [] : anchorItems(sources, anchor)).map(({ cell, ...item }) => {
		const placed = {
			...item,
			cell
		};
		return {
			item: placed,
			old: readCell(old, placed, {
				parts,
				store
			})
		};
	});
	return {
		old,
		parts,
		items: [...pool, ...nights],
		anchor
	};
}
function listProbes(options, { side, parts }) {
	return [...(parts.rulings ? labelledOf(options, side) : []).map(({ request }) => ({
		request,
		purpose: "judge"
	})), ...(parts.scores ? scalesOf(side) : []).map(({ request }) => ({
		request,
		purpose: "classify"
	}))];
}
function partsOf(old, next) {
	const { panel, config } = old.project;
	const now = promptsOf(next.config);
	return {
		rulings: JSON.stringify(panel.judges) !== JSON.stringify(next.panel.judges) || config.judgeContext !== next.config.judgeContext || old.prompts.judge.version !== now.judge.version,
		scores: JSON.stringify(panel.classifier) !== JSON.stringify(next.panel.classifier) || old.prompts.classify.version !== now.classify.version
	};
}
/** Also the world of a simulated judge, or the file of a recorded one, which no subject names. */
function isSamePanel({ panel: a }, { panel: b }) {
	return JSON.stringify([a.judges, a.classifier]) === JSON.stringify([b.judges, b.classifier]);
}
function writePanelProblem(problem) {
	if (problem.kind !== "less-agreement") return writeProblem(problem);
	const { old, new: next, margin } = problem;
	return {
		message: plainText(say`the new judges agree on ${percent(next)} of pairs, the old ones on ${percent(old)}: a fall of more than margins.judgeAgreement (${points(margin)} points)`),
		hint: "compare each judge with the old majority in the table below, and replace the one that stands apart"
	};
}
function writeDoubt(doubt) {
	switch (doubt.kind) {
		case "untested-judges": {
			const why = doubt.items === 0 ? say`there are no labelled items` : say`${plural(doubt.items, "labelled item says", "labelled items say")} little`;
			return say`the judges were not tested: ${why} (put ${count(doubt.least)} or more into labelled.jsonl beside the config: spec-gate bank generate --violations)`;
		}
		case "retired-judges": return say`the old panel could not be asked about the labelled items: some of its judges are retired`;
		case "stricter-or-milder": return say`the new panel rules against ${signedPoints(doubt.change)} points of the same answers (+: more of them, −: fewer): limits and figures from before do not carry over to it`;
		case "near-chance": return say`the new judges agree little more than chance would (AC1 ${decimal(doubt.ac1)}; 1 is perfect, 0 is chance): a majority depends on which of them are asked`;
		case "other-types": return say`the classifiers call ${percent(doubt.share)} of the same answers another type (of the seven kinds from full compliance to complete rejection): shares of refusals from before do not carry over`;
		case "other-disagreement": return say`under the new classifier the models disagree by ${decimal(doubt.new)}, under the old by ${decimal(doubt.old)}, on the same answers: limits and figures of disagreement from before do not carry over`;
		case "untested-classifier": return say`the classifier was not tested: no scenario has rubrics`;
		default: throw new Error(`unknown doubt: ${JSON.stringify(doubt)}`);
	}
}
/** What will be asked, before it is. */
function writeMigratePlan({ old, new: next }) {
	const price = ({ usd }) => usd === "unknown" ? say`price unknown` : usd === 0 ? say`no cost` : say`about ${dollars(usd)}`;
	const older = old.calls === 0 ? say`` : say`, the old one ${plural(old.calls, "call")} (${price(old)})`;
	return say`the new panel is asked at most ${plural(next.calls, "call")} (${price(next)})${older}`;
}
/** Which stored answers the figures are about. */
function writeSubject({ answers }) {
	return say`${count(answers.pool)} that checks keep, ${count(answers.anchor)} of the night that later nights are compared with (the anchor); ${count(answers.withoutOld)} more without a ruling of the old panel, ${count(answers.withoutNew)} without one of the new`;
}
/** Where both panels have ruled on nothing. */
function writeNothingStored({ rulings }) {
	const first = rulings === void 0 ? say`run spec-gate check --mode nightly` : say`run spec-gate check --mode nightly or --mode seed`;
	return say`Nothing to compare yet: ${first} with the old panel, or have it rule now with --ask-old`;
}
function writeStopped(stopped) {
	return say`The run ended early (${writeStop(stopped)}): the figures cover what was asked so far; run it again to go on`;
}
/** What became of it, and what to do next. */
function writeEnd({ refused, accepted, problems }) {
	if (accepted !== void 0) return [say`Accepted: nights under the new panel are compared with the night of ${name(accepted.anchor)}, as the new panel rules on it`, say`Put the same panel into the config now, if it does not stand there yet`];
	if (refused === true) return [say`NOT ACCEPTED: the new panel is not fit, so later nights are compared with the same anchor as before`, say`Choose other judges; or, to compare later nights with it all the same, add --even-if-poor to --accept`];
	const word = problems.length === 0 ? wording("") : wording(" and --even-if-poor (for this panel is not fit)");
	return [say`Nothing was changed. To go on with the new panel: the same command with --accept "reason"${word}, and the new panel in the config`];
}
/**
* The record of the moved anchor: the same answers with the new panel's rulings and scores. Where the new panel gave
* none the cell is missing; nothing of the old panel is kept in its place.
* @throws UserError where there is no anchor, or too little of it was ruled on.
*/
async function moveAnchor({ spec, now, history }, means) {
	const { plan, said, run, reason } = means;
	const { anchor, parts, new: next } = plan;
	if (anchor === void 0) throw noAnchor(history.length);
	const cells = said.flatMap((one) => moveCell(one, {
		parts,
		next
	}));
	const decided = cells.filter(({ against }) => against !== "missing").length;
	const scored = cells.filter(({ type }) => type !== void 0).length;
	const expected = anchor.cells.length;
	const hasScores = parts.scores && next.project.panel.classifier !== void 0;
	const scorable = hasScores ? cells.filter(({ scenario }) => isScorable(next, scenario)).length : 0;
	if (run.stopped() !== void 0 || decided < .9 * expected || scored < .9 * scorable) throw new UserError({
		message: `the new panel ruled on ${decided} of the anchor night's ${expected} answers${hasScores ? ` and scored ${scored} of ${scorable}` : ""}: too few to accept`,
		hint: "raise `budget` and run it again; where the answers are no longer stored, the first night under the new panel is the anchor"
	});
	return {
		schema: "spec-gate/night@1",
		kind: "anchor",
		at: now.toISOString(),
		reason,
		night: {
			...anchor,
			subject: hashSubject(next.project, spec),
			cells,
			rejudged: [...await retest(next, {
				anchor,
				cells,
				run
			})],
			alarms: []
		}
	};
}
function moveCell({ item: { cell }, new: said }, { parts, next }) {
	if (cell === void 0) return [];
	const { scenario, model, draw, against, rulings, type, scores } = cell;
	const judged = parts.rulings ? {
		against: said.against,
		rulings: said.rulings
	} : {
		against,
		rulings
	};
	const kept = type === void 0 || scores === void 0 ? {} : {
		type,
		scores
	};
	return [{
		scenario,
		model,
		draw,
		...judged,
		...parts.scores ? newScores(said, next) : kept
	}];
}
function newScores({ scores }, { project }) {
	if (scores === void 0 || project.panel.classifier === void 0) return {};
	return {
		type: scores.responseType,
		scores: [scores.value1, scores.value2]
	};
}
function isScorable({ project }, scenario) {
	const { rubric1, rubric2 } = project.bank.byId.get(scenario) ?? {};
	return rubric1 !== void 0 && rubric2 !== void 0;
}
/** The new panel rules and scores a second time on the sentinels' first draws, as in an anchor night: how often each contradicts itself. */
async function retest({ comparison, project }, { anchor, cells, run }) {
	const responses = cells.filter(({ scenario, draw }) => draw <= 2 && anchor.sentinels.includes(scenario)).map(({ scenario, model, draw }) => ({
		scenario,
		model,
		draw,
		from: anchor.date
	}));
	const scenarios = project.bank.byId;
	return [...await rejudge(responses, {
		comparison,
		scenarios,
		store: run.store,
		ask: run.ask,
		date: anchor.date
	})];
}
function noAnchor(nights) {
	if (nights === 0) return new UserError({
		message: "there is no night yet, so there is no anchor to move",
		hint: "change the config; the first night under the new panel is the anchor"
	});
	return new UserError({
		message: "no night was of this spec under the old panel, so there is no anchor to move",
		hint: "the first night under the new panel is the anchor; or run a night with the old panel on this spec first"
	});
}
/** Fewer answers that all judges ruled on say nothing about how far they agree. */
const LEAST_ANSWERS = 30;
/** Two classifiers that differ on more than this share of response types do not mean the same by them. */
const MOST_TYPE_FLIPS = .1;
/** Gwet's AC1 below which agreement is at best fair (Landis and Koch, Biometrics 33 (1977) 159-174). */
const LEAST_AC1 = .4;
/** Judges or a classifier below the doctor's bounds, and a panel that agrees less than policy tolerates. */
function findProblems({ accuracy, scales, rulings }, { config }) {
	return [
		...accuracy.new.flatMap((judge) => findJudgeProblem(judge)),
		...findDispute(rulings?.agreement, config.margins.judgeAgreement),
		...findClassifierProblem(scales.new)
	];
}
function findDoubts({ rulings, answers, accuracy, classifier, scales }, { project, labelled }) {
	const { nonCompliance, disagreement } = project.config.margins;
	const doubts = [];
	if (rulings !== void 0 && labelled < 10) doubts.push({
		kind: "untested-judges",
		items: labelled,
		least: 10
	});
	if (rulings !== void 0 && labelled > 0 && !accuracy.old.some(({ judge }) => judge === "panel")) doubts.push({ kind: "retired-judges" });
	if (answers.pool + answers.anchor > 0 && rulings !== void 0 && isSure(rulings.bias, nonCompliance)) doubts.push({
		kind: "stricter-or-milder",
		change: rulings.bias.change
	});
	const ac1 = rulings?.agreement.new?.ac1;
	if (ac1 !== void 0 && ac1 < LEAST_AC1) doubts.push({
		kind: "near-chance",
		ac1
	});
	const flips = classifier?.typeFlips;
	if (flips !== void 0 && flips.interval.lower > MOST_TYPE_FLIPS) doubts.push({
		kind: "other-types",
		share: flips.count / flips.trials
	});
	const shift = classifier?.disagreement;
	if (shift !== void 0 && Math.abs(shift.new - shift.old) >= disagreement) doubts.push({
		kind: "other-disagreement",
		...shift
	});
	if (classifier !== void 0 && scales.new === void 0) doubts.push({ kind: "untested-classifier" });
	return doubts;
}
function findDispute(agreement, margin) {
	const { old, new: next } = agreement ?? {};
	if (next === void 0 || next.answers < LEAST_ANSWERS) return [];
	if (old === void 0 || old.answers < LEAST_ANSWERS || old.pairs - next.pairs <= margin) return [];
	return [{
		kind: "less-agreement",
		old: old.pairs,
		new: next.pairs,
		margin
	}];
}
function isSure({ change, interval }, margin) {
	return Math.abs(change) >= margin && interval !== void 0 && (interval.lower > 0 || interval.upper < 0);
}
/** Flip rate, bias and both by clause; clauses with the largest bias first. */
function compareRulings(pairs) {
	const clauses = [...new Set(pairs.flatMap(({ clauses }) => clauses))].sort().map((clause) => {
		const own = pairs.filter((pair) => pair.clauses.includes(clause));
		return {
			clause,
			flips: flipRate(own),
			...biasOf(own)
		};
	});
	return {
		flips: flipRate(pairs),
		bias: biasOf(pairs),
		clauses: clauses.sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.clause < b.clause ? -1 : 1))
	};
}
/** Each judge of the new panel against the old panel's majority. */
function compareJudges(judges, answers) {
	return judges.flatMap((judge) => {
		const pairs = answers.flatMap(({ old, rulings, ...place }) => {
			const ruling = rulings[judge];
			return old === "missing" || ruling === void 0 ? [] : [{
				...place,
				old,
				new: ruling
			}];
		});
		return pairs.length === 0 ? [] : [{
			judge,
			flips: flipRate(pairs),
			bias: biasOf(pairs)
		}];
	});
}
/** How far the judges of one panel agree, on answers that all of them ruled on; undefined without any. */
function measurePanel(judges, rulings) {
	const ratings = rulings.map((own) => judges.map((judge) => own[judge])).filter((row) => row.every((ruling) => ruling !== void 0)).map((row) => row.map(Number));
	const counts = countRatings(ratings, [0, 1]);
	const raw = rawAgreement(counts);
	if (raw.status === "undefined") return void 0;
	const chance = ac1(counts);
	return {
		answers: raw.units,
		pairs: raw.value,
		...chance.status === "defined" && { ac1: chance.value }
	};
}
/** How often the old panel's majority turned when it ruled on the anchor night's answers a second time that night. */
function retestOf({ date, cells, rejudged }) {
	const placeOf = ({ scenario, model, draw }) => `${scenario}\n${model}\n${draw}`;
	const first = new Map(cells.map((cell) => [placeOf(cell), cell.against]));
	const both = rejudged.filter(({ from, against }) => from === date && against !== "missing").filter((cell) => (first.get(placeOf(cell)) ?? "missing") !== "missing");
	if (both.length === 0) return void 0;
	return rateOf(both.filter((cell) => first.get(placeOf(cell)) !== cell.against).length, both.length);
}
function flipRate(pairs) {
	return rateOf(pairs.filter((pair) => pair.old !== pair.new).length, pairs.length);
}
function rateOf(count, trials) {
	return {
		count,
		trials,
		interval: wilson({
			count,
			trials
		})
	};
}
function biasOf(pairs) {
	return shiftOf(pairs.map(({ scenario, ...pair }) => ({
		scenario,
		change: Number(pair.new) - Number(pair.old)
	})));
}
/** Mean change. Answers to one scenario hang together, so the error is clustered by scenario (Miller, arXiv:2411.00640, 2.2). */
function shiftOf(changes) {
	const clusters = /* @__PURE__ */ new Map();
	for (const { scenario, change } of changes) {
		const own = clusters.get(scenario) ?? [];
		clusters.set(scenario, own);
		own.push(change);
	}
	const mean = clusteredMean([...clusters.values()]);
	if (mean.status === "undefined") return {
		change: changes.reduce((total, { change }) => total + change, 0) / Math.max(1, changes.length),
		scenarios: clusters.size
	};
	const interval = mean.standardError === 0 ? {} : { interval: meanInterval(mean, .95) };
	return {
		change: mean.value,
		...interval,
		scenarios: clusters.size
	};
}
/** With one scenario no spread can be estimated, so nothing is said of a value or clause. */
const LEAST_SCENARIOS = 2;
/** Undefined without an answer that both scored. */
function compareScorings(pairs) {
	if (pairs.length === 0) return void 0;
	return {
		answers: pairs.length,
		typeFlips: typeFlips(pairs),
		types: listFlips(pairs),
		rejections: shiftOf(pairs.map(({ scenario, ...pair }) => ({
			scenario,
			change: Number(REJECTIONS.has(pair.new.responseType)) - Number(REJECTIONS.has(pair.old.responseType))
		}))),
		distance: distanceOf(pairs),
		...disagreementShift(pairs),
		values: byValue(pairs),
		clauses: byClause(pairs)
	};
}
function typeFlips(pairs) {
	return rateOf(pairs.filter((pair) => pair.old.responseType !== pair.new.responseType).length, pairs.length);
}
/** Which type became which, the commonest first. */
function listFlips(pairs) {
	const counts = /* @__PURE__ */ new Map();
	for (const pair of pairs) {
		const [from, to] = [pair.old.responseType, pair.new.responseType];
		if (from === to) continue;
		const known = counts.get(`${from} ${to}`);
		counts.set(`${from} ${to}`, {
			from,
			to,
			answers: (known?.answers ?? 0) + 1
		});
	}
	const rank = (type) => RESPONSE_TYPES.indexOf(type);
	return [...counts.values()].sort((a, b) => b.answers - a.answers || rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to));
}
/** Mean distance on both scales. */
function distanceOf(pairs) {
	return pairs.map((pair) => Math.abs(pair.new.value1 - pair.old.value1) + Math.abs(pair.new.value2 - pair.old.value2)).reduce((sum, distance) => sum + distance / 2, 0) / pairs.length;
}
/** Shift of the scores on each value's scale, whichever of a scenario's two it is; largest first. */
function byValue(pairs) {
	const changes = /* @__PURE__ */ new Map();
	for (const { scenario, values, ...pair } of pairs) for (const [index, key] of ["value1", "value2"].entries()) {
		const value = values[index];
		if (value === void 0) continue;
		changes.set(value, [...changes.get(value) ?? [], {
			scenario,
			change: pair.new[key] - pair.old[key]
		}]);
	}
	return [...changes].map(([value, own]) => ({
		value,
		answers: own.length,
		...shiftOf(own)
	})).filter(({ scenarios }) => scenarios >= LEAST_SCENARIOS).sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.value < b.value ? -1 : 1));
}
/** Type flips and distance on the scenarios of each clause; most flips first. */
function byClause(pairs) {
	return [...new Set(pairs.flatMap(({ clauses }) => clauses))].sort().map((clause) => {
		const own = pairs.filter(({ clauses }) => clauses.includes(clause));
		return {
			clause,
			scenarios: new Set(own.map(({ scenario }) => scenario)).size,
			typeFlips: typeFlips(own),
			distance: distanceOf(own)
		};
	}).filter(({ scenarios }) => scenarios >= LEAST_SCENARIOS).sort((a, b) => b.typeFlips.count / b.typeFlips.trials - a.typeFlips.count / a.typeFlips.trials);
}
/** Mean disagreement D between models that answered the same draw, under either; nothing where one model answered alone. */
function disagreementShift(pairs) {
	const rows = /* @__PURE__ */ new Map();
	for (const pair of pairs) {
		const place = `${pair.scenario}\n${pair.draw}`;
		rows.set(place, [...rows.get(place) ?? [], pair]);
	}
	const several = [...rows.values()].filter((row) => row.length > 1);
	if (several.length === 0) return {};
	const mean = (side) => several.reduce((sum, row) => sum + spreadOf(row.map((pair) => pair[side])), 0) / several.length;
	return { disagreement: {
		old: mean("old"),
		new: mean("new")
	} };
}
/** As the metric reads it: the population standard deviation, the larger of the two values. */
function spreadOf(scores) {
	return Math.max(standardDeviation(scores.map(({ value1 }) => value1)), standardDeviation(scores.map(({ value2 }) => value2)));
}
function describeMigration(found) {
	const { plan, compared, fitness, run } = found;
	const { parts, old, new: next } = plan;
	const known = compared.filter((one) => isKnown(one.old, parts));
	const both = known.filter((one) => isKnown(one.new, parts));
	const cost = compareCosts(both, next.project.config.prices);
	const classifier = parts.scores ? compareScorings(both.flatMap(pairScores)) : void 0;
	const { calls, inputTokens, outputTokens, usd } = run.tally.made();
	const stop = run.stopped();
	return {
		schema: "spec-gate/migrate@1",
		simulated: [...old.project.panel.judges, ...next.project.panel.judges].some(isSimulated),
		old: namesOf(old),
		new: namesOf(next),
		answers: {
			pool: both.filter(({ item }) => item.cell === void 0).length,
			anchor: both.filter(({ item }) => item.cell !== void 0).length,
			withoutOld: compared.length - known.length,
			withoutNew: known.length - both.length
		},
		...parts.rulings && { rulings: describeRulings(both, plan) },
		...whereDefined({ classifier }),
		...fitness,
		...whereDefined({ cost }),
		planned: plan.planned,
		made: {
			calls,
			inputTokens,
			outputTokens,
			usd
		},
		problems: [],
		doubts: [],
		...whereDefined({ stopped: stop?.kind })
	};
}
function describeRulings(both, { anchor, old, new: next }) {
	const pairs = both.flatMap(({ item, ...said }) => said.old.against === "missing" || said.new.against === "missing" ? [] : [{
		...placeOf(item),
		old: said.old.against,
		new: said.new.against
	}]);
	const audited = both.filter(({ item }) => item.audited);
	const retest = anchor === void 0 ? void 0 : retestOf(anchor);
	const [before, after] = [measurePanel(idsOf(old), audited.map((one) => one.old.rulings)), measurePanel(idsOf(next), audited.map((one) => one.new.rulings))];
	return {
		...compareRulings(pairs),
		...whereDefined({ retest }),
		judges: compareJudges(idsOf(next), audited.map(({ item, ...said }) => ({
			...placeOf(item),
			old: said.old.against,
			rulings: said.new.rulings
		}))),
		agreement: { ...whereDefined({
			old: before,
			new: after
		}) }
	};
}
function pairScores({ item, old, new: next }) {
	if (old.scores === void 0 || next.scores === void 0) return [];
	const { value1, value2 } = item.scenario;
	return [{
		...placeOf(item),
		draw: item.drawName,
		values: [value1, value2],
		old: old.scores,
		new: next.scores
	}];
}
function placeOf({ scenario }) {
	return {
		scenario: scenario.id,
		clauses: scenario.clauses
	};
}
function namesOf({ project: { panel, config }, prompts }) {
	return {
		judges: panel.judges.map(({ id }) => id),
		...whereDefined({ classifier: panel.classifier?.id }),
		prompts: {
			judge: prompts.judge.version,
			classify: prompts.classify.version
		},
		judgeContext: config.judgeContext
	};
}
function idsOf({ project }) {
	return project.panel.judges.map(({ id }) => id);
}
/**
* Asks the new panel and compares. With `accept` also gives the record of the new anchor: the old anchor's answers under
* the new panel's rulings and scores. A panel that is not fit is refused unless `evenIfPoor`.
* @throws UserError where an acceptance has nothing to stand on.
*/
async function runMigrate(options, { plan, run }) {
	const askOld = createOldAsk(options, run);
	const compared = await Promise.all(plan.items.map((one) => compareItem(one, {
		options,
		plan,
		run,
		askOld
	})));
	const report = describeMigration({
		plan,
		compared,
		fitness: await measureFitness(options, {
			plan,
			run,
			askOld
		}),
		run
	});
	const problems = findProblems(report, options.new).map(writePanelProblem);
	const doubts = findDoubts(report, {
		project: options.new,
		labelled: options.labelled.length
	}).map((doubt) => plainText(writeDoubt(doubt)));
	const found = {
		...report,
		problems,
		doubts
	};
	if (options.accept === void 0) return {
		report: found,
		append: []
	};
	if (problems.length > 0 && options.evenIfPoor !== true) return {
		report: {
			...found,
			refused: true
		},
		append: []
	};
	const although = problems.map(({ message }) => message).join("; ");
	const reason = although === "" ? options.accept : `${options.accept} (although ${although})`;
	const record = await moveAnchor(options, {
		plan,
		said: compared,
		run,
		reason
	});
	const { calls, inputTokens, outputTokens, usd } = run.tally.made();
	return {
		report: {
			...found,
			made: {
				calls,
				inputTokens,
				outputTokens,
				usd
			},
			accepted: {
				anchor: record.night.date,
				reason
			}
		},
		append: [record]
	};
}
async function compareItem({ item, old: stored }, { options, plan, run, askOld }) {
	const old = options.askOld === true && item.cell === void 0 && !isKnown(stored, plan.parts) ? await askSide(plan.old, item, {
		parts: plan.parts,
		ask: askOld
	}) : stored;
	const parts = partsFor({
		item,
		old
	}, plan.parts);
	return {
		item,
		old,
		new: await askSide(plan.new, item, {
			parts,
			ask: run.ask
		})
	};
}
async function measureFitness(options, { plan, run, askOld }) {
	const { parts } = plan;
	const judged = parts.rulings ? await askLabelled(labelledOf(options, plan.old), askOld) : [];
	const spoke = judged.filter(({ accuracy }) => accuracy.trials > 0);
	const old = spoke.length === judged.length ? spoke : spoke.filter(({ judge }) => judge !== "panel");
	const scales = { old: await askScales(parts.scores ? scalesOf(plan.old) : [], askOld) };
	return {
		accuracy: {
			old,
			new: parts.rulings ? await askLabelled(labelledOf(options, plan.new), run.ask) : []
		},
		scales: {
			...whereDefined({ old: scales.old }),
			...newScales(await askScales(parts.scores ? scalesOf(plan.new) : [], run.ask))
		}
	};
}
function newScales(ends) {
	return ends === void 0 ? {} : { new: ends };
}
/** Asks the old panel; of whoever is retired, the stored words serve. */
function createOldAsk({ canAsk = () => true }, run) {
	const stored = createStoredAsk(run.store);
	const retired = /* @__PURE__ */ new Set();
	return async (request) => {
		const { id } = request.model;
		if (!canAsk(request.model) || retired.has(id)) return stored(request);
		try {
			return await run.ask(request);
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			retired.add(id);
			return stored(request);
		}
	};
}
const MOST_ROWS = 20;
const MOST_TYPES = 5;
/** Marks an interval that does not include "no change". */
const SURE = " *";
/** Flips, bias and agreement; each judge; each clause. */
function rulingBlocks({ rulings, answers }, width) {
	if (rulings === void 0 || answers.pool + answers.anchor === 0) return [];
	const { flips, retest, bias, clauses, judges, agreement } = rulings;
	const said = writeBias(bias);
	const agreed = ({ pairs, ac1 }) => say`${percent(pairs)}${ac1 === void 0 ? say`` : say` (AC1 ${decimal(ac1)})`}`;
	const asOnce = retest === void 0 ? say`` : say`; from the old panel, asked twice: ${writeRate(retest)}`;
	const before = agreement.old === void 0 ? say`` : say`old ${agreed(agreement.old)}, new `;
	return [
		[
			plainText(say`flip rate  ${writeRate(flips)} of the answers get another majority ruling${asOnce}`),
			plainText(say`bias       ${said}: so many more of the answers are ruled against (−: fewer)`),
			...starNote([said]),
			...agreement.new === void 0 ? [] : [plainText(say`agreement  ${before}${agreed(agreement.new)} of pairs of judges rule the same; AC1: 1 is perfect, 0 is chance`)]
		],
		table([
			"new judge against the old majority",
			"flip rate",
			"bias (95 %)"
		], judges.map(({ judge, ...row }) => [
			judge,
			writeRate(row.flips),
			writeBias(row.bias)
		]), width),
		table([
			"clause",
			"scenarios",
			"flip rate",
			"bias (95 %)"
		], clauses.map((row) => [
			row.clause,
			String(row.scenarios),
			writeRate(row.flips),
			writeBias(row)
		]), width)
	];
}
/** Types and scores; each value; each clause. Without answers to compare: how the ends of scales were placed. */
function classifierBlocks(report, width) {
	const { classifier, scales } = report;
	const ends = [scales.old, scales.new].flatMap((side) => side === void 0 ? [] : [plainText(say`${name(shortId(side.model))} places ${count(side.right)} of ${plural(side.asked, "scale end")} right`)]);
	if (classifier === void 0) return [ends];
	const { typeFlips, types, rejections, distance, disagreement } = classifier;
	const flips = types.slice(0, MOST_TYPES).map(({ from, to, answers }) => plainText(say`  ${count(answers)} ${name(from)} → ${name(to)}`));
	const apart = disagreement === void 0 ? say`` : say`; disagreement ${decimal(disagreement.old)} → ${decimal(disagreement.new)}`;
	return [
		[
			plainText(say`classifier on ${plural(classifier.answers, "answer")}`),
			plainText(say`  another type  ${writeRate(typeFlips)}`),
			plainText(say`  rejections    ${writeBias(rejections)}`),
			plainText(say`  scores        ${decimal(distance)} apart on the 0-6 scales${apart}`),
			...flips,
			...ends.map((line) => `  ${line}`)
		],
		table([
			"value",
			"scenarios",
			"shift on 0-6 (95 %)"
		], classifier.values.map((row) => [
			row.value,
			String(row.scenarios),
			writeShift(row)
		]), width),
		table([
			"clause",
			"scenarios",
			"another type",
			"scores apart"
		], classifier.clauses.map((row) => [
			row.clause,
			String(row.scenarios),
			writeRate(row.typeFlips),
			decimal(row.distance)
		]), width)
	];
}
/** Judges on labelled items; nothing for none. */
function accuracyBlock(title, judges, width) {
	return judges.length === 0 ? [] : [title, ...fitColumns(accuracyRows(judges), {
		width,
		dispensable: [4]
	})];
}
/** Nothing for no rows; the second column gives way first. */
function table(head, rows, width) {
	if (rows.length === 0) return [];
	const shown = rows.slice(0, MOST_ROWS).map(([first = "", ...others]) => [shortId(first), ...others]);
	const more = rows.length > MOST_ROWS ? [plainText(say`  ... and ${count(rows.length - MOST_ROWS)} more`)] : [];
	const lines = fitColumns([head, ...shown], {
		width,
		dispensable: head.length > 3 ? [1] : []
	});
	const star = lines.some((line) => line.includes(SURE)) ? [plainText(say`  * more than chance: the 95 % range leaves no change out`)] : [];
	return [
		...lines,
		...more,
		...star
	];
}
/** What the star means, where there is one. */
function starNote(lines) {
	return lines.some((line) => line.includes(SURE)) ? [plainText(say`  * more than chance: the whole range is above zero, or below`)] : [];
}
function writeBias({ change, interval }) {
	if (interval === void 0) return `${signedPoints(change)} points`;
	return `${signedPoints(change)} points (${signedPoints(interval.lower)} to ${signedPoints(interval.upper)})${sure(interval)}`;
}
function writeShift({ change, interval }) {
	if (interval === void 0) return signedDecimal(change);
	return `${signedDecimal(change)} (${signedDecimal(interval.lower)} to ${signedDecimal(interval.upper)})${sure(interval)}`;
}
function sure({ lower, upper }) {
	return lower > 0 || upper < 0 ? SURE : "";
}
/** An id as one short, harmless line. */
function shortId(id) {
	return visibleLine(id, 60);
}
/** Ends with a line feed. */
function renderMigrate(report, { paint = NO_PAINT, width = 100 } = {}) {
	return `${[
		problemLines(report, paint),
		subjectLines(report, paint),
		...rulingBlocks(report, width),
		accuracyBlock("old panel on labelled items", report.accuracy.old, width),
		accuracyBlock("new panel on labelled items", report.accuracy.new, width),
		...classifierBlocks(report, width),
		costLines(report, width),
		report.doubts.length === 0 ? [] : [paint.unsure("To know"), ...report.doubts.map((doubt) => `  ${doubt}`)],
		endLines(report, paint)
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
/** What will be asked, before it is. */
function renderMigratePlan(planned) {
	return `${plainText(writeMigratePlan(planned))}\n`;
}
function problemLines({ problems }, paint) {
	if (problems.length === 0) return [];
	return [paint.bad(plainText(say`NOT FIT  ${plural(problems.length, "problem")} with the new panel`)), ...problems.flatMap(({ message, hint }) => [`  ${visibleLine(message, 400)}`, ...hint === void 0 ? [] : [`      ${visibleLine(hint, 400)}`]])];
}
function subjectLines(report, paint) {
	const { answers, simulated } = report;
	const both = answers.pool + answers.anchor;
	return [
		paint.strong(plainText(say`${simulated ? wording("(simulated) ") : wording("")}${plural(both, "stored answer")} that both panels ruled on`)),
		plainText(say`  old  ${describePanel(report.old, report.new)}`),
		plainText(say`  new  ${describePanel(report.new, report.old)}`),
		`  ${plainText(writeSubject(report))}`,
		...both > 0 ? [] : [paint.unsure(plainText(writeNothingStored(report)))]
	];
}
function costLines({ cost, made }, width) {
	const row = (title, { calls, inputTokens, outputTokens, usd }) => [
		title,
		count(calls),
		count(inputTokens),
		count(outputTokens),
		usd === "unknown" ? "unknown" : dollars(usd)
	];
	return fitColumns([
		[
			cost === void 0 ? wording("cost") : plainText(say`cost of the same ${plural(cost.answers, "answer")}`),
			"calls",
			"tokens in",
			"out",
			"price"
		],
		...cost === void 0 ? [] : [row("  old panel", cost.old), row("  new panel", cost.new)],
		row("paid by this run", made)
	], { width });
}
function endLines(report, paint) {
	const { stopped, refused, accepted } = report;
	const [first, ...rest] = writeEnd(report).map((sentence) => plainText(sentence));
	const tone = accepted !== void 0 ? paint.good : refused === true ? paint.bad : (text) => text;
	return [
		...stopped === void 0 ? [] : [paint.unsure(plainText(writeStopped(stopped)))],
		tone(first),
		...rest
	];
}
/** Judges, and of the rest what the other panel has not the same. */
function describePanel(own, other) {
	const classifier = own.classifier === void 0 ? say`none` : name(shortId(own.classifier));
	return inRow([
		inRow(own.judges.map((judge) => name(shortId(judge))), wording(", ")),
		...own.classifier === other.classifier ? [] : [say`classifier ${classifier}`],
		...own.judgeContext === other.judgeContext ? [] : [say`judgeContext ${name(own.judgeContext)}`],
		...["judge", "classify"].flatMap((prompt) => own.prompts[prompt] === other.prompts[prompt] ? [] : [name(own.prompts[prompt])])
	], wording(" · "));
}
/** Both panels on the same bank, spec and models. @throws UserError for one that is missing or cannot be used. */
async function loadPanels(options, { project, context }) {
	if (options.from !== void 0 && (options.judges !== void 0 || options.classifier !== void 0)) throw new UserError({
		message: "--from names the old panel, --judges and --classifier the new one",
		hint: "give one of them"
	});
	if (options.from !== void 0) {
		const path = resolve(context.cwd, options.from);
		const other = await loadProject({
			kind: "worktree",
			root: dirname(path)
		}, basename(path));
		const { judges, classifier, judgeContext, judgeExamples } = other.config;
		const config = {
			...project.config,
			judges,
			classifier,
			judgeContext,
			judgeExamples
		};
		const panel = {
			...project.panel,
			judges: other.panel.judges,
			classifier: other.panel.classifier
		};
		return {
			old: {
				...project,
				config,
				panel
			},
			new: project
		};
	}
	if (options.judges === void 0 && options.classifier === void 0) throw new UserError({
		message: "there is no other panel to compare with",
		hint: "name the new judges (--judges a,b,c), or a config with the old ones (--from old.yml; the config itself where only the prompts are newer)"
	});
	const ids = options.judges?.split(",").map((id) => id.trim());
	const judges = ids?.map((id) => findRef(id, project)) ?? project.panel.judges;
	const classifier = options.classifier === void 0 ? project.panel.classifier : findRef(options.classifier, project);
	const config = {
		...project.config,
		...whereDefined({
			judges: ids,
			classifier: options.classifier
		})
	};
	const problems = crossCheck(config).map(({ message, hint }) => hint === void 0 ? { message } : {
		message,
		hint
	});
	if (judges.length < 3) problems.push({ message: `a panel needs three judges or more, got ${judges.length}` });
	if (problems.length > 0) throw new UserError(problems);
	return {
		old: project,
		new: {
			...project,
			config,
			panel: {
				...project.panel,
				judges,
				classifier
			}
		}
	};
}
/** A judge by its id: as the config lists it, or at a provider that the config names. */
function findRef(id, { config, panel, configFile }) {
	const all = [
		...panel.judges,
		...panel.models.map(({ ref }) => ref),
		...panel.classifier === void 0 ? [] : [panel.classifier]
	];
	const known = all.find((ref) => ref.id === id);
	if (known !== void 0) return known;
	const name = providerName({ id });
	const provider = Object.hasOwn(config.providers, name) ? config.providers[name] : void 0;
	const model = modelName({ id });
	if (provider === void 0 || model === "") throw new UserError({
		message: `${id}: no provider of that name`,
		hint: `expected provider/model with a provider of ${relative("", configFile) || configFile}: ${Object.keys(config.providers).join(", ")}`
	});
	const neighbour = all.find((ref) => providerName(ref) === name);
	if (neighbour !== void 0) return {
		...endpointOfRef(neighbour),
		id,
		kind: neighbour.kind,
		model,
		params: {}
	};
	if (!isLive(provider)) throw new UserError({
		message: `${id}: this provider answers for nobody yet`,
		hint: "write the new panel in a config and use --from"
	});
	const { kind, baseUrl } = provider;
	return {
		...endpointOf(baseUrl === void 0 ? { kind } : {
			kind,
			baseUrl
		}),
		id,
		kind,
		model,
		params: {}
	};
}
function endpointOfRef({ origin, basePath }) {
	return basePath === void 0 ? { origin } : {
		origin,
		basePath
	};
}
/** Who of the old panel can be asked from here: at the same endpoint as ever, at a provider that is still in the config. */
function findAskable({ old, new: next }, context) {
	const { judges, classifier } = old.panel;
	const named = [...judges, ...classifier === void 0 ? [] : [classifier]].filter((ref) => isSamePlace(ref, next));
	const panel = {
		...next.panel,
		models: [],
		judges: named,
		classifier: void 0
	};
	const states = checkProviders({
		...next,
		panel
	}, {
		env: context.env,
		nodeVersion: process.versions.node
	});
	const bad = new Set(states.filter(({ problems }) => problems.length > 0).map((state) => state.name));
	const askable = new Set(named.filter((ref) => !bad.has(providerName(ref))));
	return (ref) => askable.has(ref);
}
/** The project that a migration's run asks in: both panels and no model under test, whose keys are not needed. */
function runProject({ new: next }, old) {
	return {
		...next,
		panel: {
			...next.panel,
			models: [],
			judges: [...next.panel.judges, ...old]
		}
	};
}
function isSamePlace(ref, { config, offlineHashes }) {
	const name = providerName(ref);
	const provider = Object.hasOwn(config.providers, name) ? config.providers[name] : void 0;
	if (provider === void 0 || provider.kind !== ref.kind) return false;
	if (!isLive(provider)) return ref.origin === `${provider.kind}:${offlineHashes.get(name)}`;
	const { kind, baseUrl } = provider;
	const { origin, basePath } = endpointOf(baseUrl === void 0 ? { kind } : {
		kind,
		baseUrl
	});
	return ref.origin === origin && (ref.basePath ?? "") === basePath;
}
/** Ends with 0 where the panels were compared (and accepted, if that was asked), 1 where an acceptance was refused. */
async function runJudgesMigrateCommand(options, context) {
	const { accept, askOld = false, evenIfPoor = false } = options;
	if (evenIfPoor && accept === void 0) throw new UserError({
		message: "--even-if-poor accepts nothing by itself",
		hint: "say it beside --accept \"reason\""
	});
	const working = await loadWorkingProject(options, context);
	const { spec, store, storeFolder } = working;
	const panels = await loadPanels(options, {
		project: working.project,
		context
	});
	const signer = createStoreSigner(context.storeSecret);
	const { records: history, ...lost } = readHistory([storeFolder], signer);
	const { torn, forged } = writeLostLines(lost);
	for (const sentence of [torn, forged]) if (sentence !== void 0) context.remark(`${plainText(sentence)}\n`);
	const canAsk = findAskable(panels, context);
	const migration = {
		...panels,
		spec,
		history,
		labelled: await readLabelled(options, context, working.project),
		now: context.now(),
		askOld,
		canAsk,
		evenIfPoor,
		...whereDefined({ accept })
	};
	const plan = await planMigrate(migration, store);
	context.remark(renderMigratePlan(plan.planned));
	const { judges, classifier } = panels.old.panel;
	const old = [...judges, ...classifier === void 0 ? [] : [classifier]].filter(canAsk);
	const end = new AbortController();
	const signal = AbortSignal.any([context.signal, end.signal]);
	const run = openCommandRun({
		project: runProject(panels, old),
		store,
		afterFailure: "go-on"
	}, {
		...context,
		signal
	});
	run.beginStage("migrate", () => []);
	const { report, append } = await runMigrate(migration, {
		plan,
		run
	}).catch((error) => {
		end.abort();
		throw error;
	});
	run.close();
	const unwritten = appendHistory(storeFolder, append, {
		now: context.now(),
		signer
	});
	if (unwritten !== void 0) context.remark(`${unwritten}\n`);
	context.print(options.json === true ? `${JSON.stringify(report, null, 2)}\n` : renderMigrate(report, {
		paint: createPaint(context.output.colour),
		width: context.output.columns
	}));
	return exitCodeOf(report);
}
function exitCodeOf({ refused, stopped }) {
	if (refused === true) return EXIT.fail;
	return stopped === void 0 ? EXIT.pass : EXIT.inconclusive;
}
export { runJudgesMigrateCommand };
