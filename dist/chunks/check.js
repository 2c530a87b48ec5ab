import { o as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { c as remedyOf, g as countOutliers, l as reportedWorse, o as UNTESTED_REASONS, t as createFinding } from "./action-accept-report-ask-check.js";
import { A as digestBank, B as optionsOf, C as loadProject, D as loadBank, E as specPatterns, R as recordingKey, S as loadConfig, St as createBank, T as resolveModels, W as decisionPolicy, X as offlineFile, _t as isSimulated, b as besideConfig, gt as isLive, n as lexicalMeasure, o as growVectors, pt as providerName, s as publishCenter, tt as isLocal, w as loadSpec, x as labelledFile, xt as serializeScenario, z as serializeRecording } from "./bank-ask-check.js";
import { $ as comparisonRules, B as holm, Bn as isSubstantive, D as measureAgreement, E as isRight, F as countBothTexts, Ft as orderBySeed, G as pairedCells, Gt as severalMergeBases, H as countSpeaking, Ht as resolveRef, I as isLetThrough, It as createFarthestSearch, J as basisOf, K as findConflicts, Kn as openCommandRun, L as pairControls, Nt as indexCells, O as summariseJudges, P as countBothModels, Pt as readRows, R as pairHeadRulings, Rt as promptsOf, S as isFewForModels, T as isKnown, U as testFamily, Ut as isShallow, W as findFailingModels, Wn as batchFolderOf, Wt as mergeBases, X as coverChange, Y as findCellOutliers, Yt as parseValues, _n as drawName, _t as selectScenarios, an as judgesTask, at as rankBySeverity, c as withStoredDraws, ct as clauseArgs, d as check, dr as requestKey, dt as loosenedClauses, et as controlsOf, ft as outlierArgs, gn as answerName, gt as addScenarios, h as planControlCalls, hr as openCommandStore, ht as whereMoved, i as usualCost, in as evaluate, it as SEVERITY_OF_ACTION, l as addedTasks, lr as beginsWithThoughts, lt as effectArgs, mn as judgeRequest, mt as undecidedArgs, nt as hasSpecNews, ot as statusOfGrounds, pn as askJudges, pt as placeOf, rt as prepareSpecCheck, sn as isProblematic, st as baseShare, t as originServer, tt as describeSide, u as unansweredFindings, ut as letThroughArgs, vn as isAffected, vt as withoutCopies, w as scenariosForModels, xt as compareModels, y as planCalls, z as pairRulings, zn as touchedPairs } from "./ask-check.js";
import { A as createSheet, G as hasFailedAnswers, O as renderTerminal, W as digestRun, X as readOwnEvidence, Z as serializeEvidence, a as renderSarif, c as renderJson, k as block, l as renderHtml, s as renderJunit, t as openExplorer } from "./report-check.js";
import { _ as majorityOf, a as sampleVariance, b as disagreementOnRow, i as mean$1, l as METRICS, p as judgePairs, u as mapMetrics, x as mean } from "./action-compare-accept-report-bank-ask-check.js";
import { B as MODEL_FINDING_RATE, C as undefinedEstimate, a as intervalOf, j as FAIL_SHARE, o as measureChange, v as betaQuantile, w as addToList, x as normalQuantile } from "./action-compare-accept-report-ask-check.js";
import { i as hiddenIn, n as fullText } from "./diff-ask-check.js";
import { i as RESPONSE_TYPES, n as FLAT_REJECTIONS, r as REJECTIONS, t as COMPLYING } from "./action-schema-compare-accept-report-bank-ask-check.js";
import { r as disagreementsBySubset, t as HIGH_DISAGREEMENT } from "./compare-bank-ask-check.js";
import { A as createRandom, b as testEitherWay, j as shuffle, m as acrossNights, o as testGroup, r as describeGroup, t as mcnemar, y as testChangeEitherWay } from "./compare-ask-check.js";
import { f as plural, l as dollars, s as count, t as canonicalJson, v as UserError, x as leaveOutUnreadable } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { n as writeConversation } from "./report-bank-ask-check.js";
import { i as totalCoverage, n as measureChangeCoverage, r as measureCoverage } from "./bank-check.js";
import { t as readPackageVersion } from "./cli-commands-check.js";
import { i as makeFolder } from "./action-merge-bank-ask-check.js";
import { n as writeWhole } from "./cli-commands-action-check.js";
import { t as plainText, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { n as howToDeepen, t as findCiService } from "./commands-bank-ask-check.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { n as createPaint } from "./compare-diff-report-bank-check.js";
import { c as createListedTree, f as listTree, l as isGlob, r as readSpecFiles, t as isFileThere } from "./diff-bank-ask-check.js";
import { _ as isSegmentName } from "./action-merge-ask-check.js";
import { n as createRecentAsync } from "./merge-diff-report-bank-ask-check.js";
import { i as checkOid, l as runGit, u as splitRecords } from "./action-diff-bank-ask-check.js";
import { t as ACCEPTED_FOLDER } from "./accept-check.js";
import { a as findRepository } from "./action-ask-check.js";
import { a as nearestName } from "./compare-diff-report-bank-ask-check.js";
import { t as loadSpecFile } from "./diff-bank-check.js";
import { accessSync, appendFileSync, constants, existsSync, lstatSync, readFileSync, readlinkSync, realpathSync, writeFileSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
/** The groups that have a quota, by kind and name. */
function findGroups(scenarios, quotas) {
	return Object.entries(quotas).flatMap(([kind, quota]) => {
		const rows = /* @__PURE__ */ new Map();
		for (const [row, scenario] of scenarios.entries()) for (const name of namesOf(scenario, kind)) {
			const known = rows.get(name);
			if (known === void 0) rows.set(name, [row]);
			else known.push(row);
		}
		return [...rows].sort(([a], [b]) => a < b ? -1 : 1).map(([name, own]) => ({
			kind,
			name,
			quota,
			rows: own
		}));
	});
}
/** What a scenario counts for. */
function namesOf(scenario, kind) {
	if (kind === "clause") return scenario.clauses;
	if (kind === "topic") return scenario.topics;
	return [scenario.value1, scenario.value2].filter((value) => value !== void 0);
}
/** A selection from scenarios that are all there. */
function selectBank({ scenarios, leastDisagreement, measure, ...rules }) {
	const pool = createSelectionPool({ ...whereDefined({
		leastDisagreement,
		measure
	}) });
	for (const scenario of scenarios) pool.add(scenario, (whole) => whole);
	return pool.select(rules);
}
/** A selection from scenarios that come one after another: a kibibyte of vector is kept of each, and what `keep` makes of it. */
function createSelectionPool({ leastDisagreement = HIGH_DISAGREEMENT, measure = lexicalMeasure }) {
	const kept = [];
	const vectors = growVectors(measure.dimensions);
	let [added, belowDisagreement, withoutDisagreement] = [
		0,
		0,
		0
	];
	return {
		size: () => added,
		add: (scenario, keep) => {
			added += 1;
			const { disagreement } = scenario;
			if (leastDisagreement > 0 && disagreement === void 0) withoutDisagreement += 1;
			else if (leastDisagreement > 0 && disagreement < leastDisagreement) belowDisagreement += 1;
			else {
				vectors.add(measure.vectorOf(scenario));
				kept.push(keep(scenario));
			}
		},
		select: (rules) => {
			const scenarios = orderBySeed(kept, rules.seed);
			const former = new Map(kept.map((scenario, row) => [scenario, row]));
			const order = Uint32Array.from(scenarios, (scenario) => former.get(scenario));
			const size = Math.min(rules.size ?? scenarios.length, scenarios.length);
			const table = vectors.finish(order, size);
			const { selected, short } = chooseRows(scenarios, {
				...rules,
				size,
				table
			});
			return {
				selected,
				belowDisagreement,
				withoutDisagreement,
				short
			};
		}
	};
}
/**
* Greedy k-center under quotas. First the groups that must have some, the least served first, each its best scenario;
* then the best of all, until the size or the threshold. A full group's other scenarios are out. The result depends on
* the seed only through ties, and not on the order of the bank's lines.
*/
function chooseRows(scenarios, options) {
	const { threshold = 0, size, table } = options;
	const weights = Float32Array.from(scenarios, ({ disagreement }) => options.weighting === "disagreement" ? disagreement ?? 1 : 1);
	const search = createFarthestSearch(table, weights);
	const groups = findGroups(scenarios, options.quotas ?? {});
	const served = groups.map(() => 0);
	const groupsOf = indexByRow(groups.map(({ rows }) => rows));
	const selected = [];
	const choose = (row, score) => {
		publishCenter(table, selected.length, row);
		search.exclude(row);
		selected.push({
			scenario: scenarios[row],
			score
		});
		for (const group of groupsOf.get(row) ?? []) {
			served[group] += 1;
			const { quota, rows } = groups[group];
			if (served[group] === quota.atMost) for (const other of rows) search.exclude(other);
		}
	};
	for (const { quota, rows } of groups) if (quota.atMost === 0) for (const row of rows) search.exclude(row);
	const exhausted = /* @__PURE__ */ new Set();
	while (selected.length < size) {
		const group = neediest(groups.map(({ quota }) => quota.atLeast ?? 0), served, exhausted);
		if (group === void 0) break;
		const { row, score } = search.farthest(selected.length, groups[group].rows);
		if (row === -1) exhausted.add(group);
		else choose(row, score);
	}
	while (selected.length < size) {
		const { row, score } = search.farthest(selected.length);
		if (row === -1 || score < threshold) break;
		choose(row, score);
	}
	return {
		selected,
		short: groups.flatMap(({ kind, name, quota }, index) => served[index] < (quota.atLeast ?? 0) ? [{
			kind,
			name,
			selected: served[index]
		}] : [])
	};
}
/** The group furthest from what it must have in the number served, the first of equals; undefined where none lacks any. */
function neediest(atLeast, served, exhausted) {
	let least;
	for (const [index, needed] of atLeast.entries()) {
		if (served[index] >= needed || exhausted.has(index)) continue;
		if (least === void 0 || served[index] < served[least]) least = index;
	}
	return least;
}
function indexByRow(groups) {
	const byRow = /* @__PURE__ */ new Map();
	for (const [group, rows] of groups.entries()) for (const row of rows) {
		const known = byRow.get(row);
		if (known === void 0) byRow.set(row, [group]);
		else known.push(group);
	}
	return byRow;
}
/**
* C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404-413. `confidence` is two-sided: for a one-sided 95 % bound ask
* for 0.9. Without trials: 0 to 1. Newcombe 1998: 15 of 148 at 0.95: 0.0578 to 0.1617.
*/
function clopperPearson({ count, trials }, confidence = .95) {
	const tail = (1 - confidence) / 2;
	return {
		lower: count === 0 ? 0 : betaQuantile(tail, count, trials - count + 1),
		upper: count === trials ? 1 : betaQuantile(1 - tail, count + 1, trials - count)
	};
}
/**
* Pairs two panels: equal ids first, then what `replaces` declares of removed models, then each model left over with the
* removed model of the same provider whose name begins most alike. No base model stands for two.
*/
function pairModels(base, head) {
	const baseById = byId(base);
	const headById = byId(head);
	const removed = base.filter(({ ref }) => !headById.has(ref.id));
	const unchanged = [];
	const changed = [];
	const left = [];
	for (const model of head) {
		const same = baseById.get(model.ref.id);
		const replaced = removed.find((gone) => gone.ref.id === model.replaces && !changed.some((pair) => pair.base === gone));
		if (same !== void 0 && answersAlike(same, model)) unchanged.push(model);
		else if (same !== void 0) changed.push({
			base: same,
			head: model,
			origin: "same"
		});
		else if (replaced !== void 0) changed.push({
			base: replaced,
			head: model,
			origin: "declared"
		});
		else left.push(model);
	}
	const added = [];
	for (const model of left) {
		const counterpart = nearestOf(model, removed.filter((candidate) => !changed.some((pair) => pair.base === candidate)));
		if (counterpart === void 0) added.push(model);
		else changed.push({
			base: counterpart,
			head: model,
			origin: "inferred"
		});
	}
	return {
		unchanged,
		changed,
		added,
		removed
	};
}
function nearestOf(model, free) {
	const provider = providerOf(model);
	const same = free.filter((candidate) => providerOf(candidate) === provider);
	const shared = ({ ref }) => commonStart(ref.model, model.ref.model);
	return [...same].sort((a, b) => shared(b) - shared(a))[0];
}
/** Characters that two names begin with alike: families come first in them, versions last. */
function commonStart(one, other) {
	let length = 0;
	while (length < one.length && one[length] === other[length]) length += 1;
	return length;
}
function providerOf({ ref }) {
	return providerName(ref);
}
/** Whether every key of two models is the same. */
function answersAlike(one, other) {
	const identity = ({ ref, system }) => canonicalJson([{ ...ref }, system ?? ""]);
	return identity(one) === identity(other);
}
function byId(models) {
	return new Map(models.map((model) => [model.ref.id, model]));
}
/** A change of models under a project's policy and bank; undefined where both sides answer alike or a model is only gone. */
function prepareModelCheck(project, sides) {
	const pairs = pairModels(sides.baseModels, sides.headModels);
	if (pairs.changed.length + pairs.added.length === 0) return void 0;
	const policy = decisionPolicy(project.config);
	const compared = [...pairs.changed, ...pairs.unchanged.map((model) => ({
		base: model,
		head: model
	}))];
	const rules = comparisonRules(project);
	const comparison = compareModels({
		spec: sides.spec.spec,
		pairs: compared
	}, rules);
	const news = pairs.added.map((model) => ({
		base: model,
		head: model
	}));
	const subject = {
		comparison,
		policy,
		selected: selectForModels(project),
		untested: [],
		controls: controlsOf(project, comparison, []),
		labelled: project.labelled.length,
		changedModels: pairs.changed.map(({ head }) => head.ref.id)
	};
	const { spec } = sides.spec;
	return {
		subject,
		modelOrigins: new Map(pairs.changed.map(({ head, origin }) => [head.ref.id, origin])),
		added: compareModels({
			spec: sides.spec.spec,
			pairs: news
		}, rules).slots,
		changes: [],
		base: describeSide(sides.spec, compared.map(({ base }) => base.ref.id)),
		head: describeSide({
			...sides.head,
			spec
		}, compared.map(({ head }) => head.ref.id)),
		grounds: notCompared(pairs, policy.actions.untested),
		notes: inferred(pairs)
	};
}
/**
* A model answers every scenario, so the whole bank tests it: the most telling and most different ones first. Where the bank is so
* large that it is looked at in parts, they come in an order by chance: each part must be a fair sample of all.
*/
function selectForModels({ bank, config }) {
	const policy = decisionPolicy(config);
	const available = bank.scenarios.length;
	const { selected } = selectBank({
		scenarios: bank.scenarios,
		leastDisagreement: 0,
		weighting: "disagreement",
		size: scenariosForModels(policy, available),
		seed: config.seed
	});
	const order = isFewForModels(policy, available) ? selected : shuffle(selected, createRandom(`${config.seed}\nmodels`));
	return withoutCopies(order.map(({ scenario }) => scenario)).map((scenario, rank) => ({
		scenario,
		reason: {
			kind: "linked",
			clauses: scenario.clauses
		},
		rank
	}));
}
/** Nothing tests such a model, so it counts as an untested clause does. */
function notCompared({ added }, untested) {
	return added.map(({ ref }) => createFinding({
		code: "modelNotCompared",
		args: { model: ref.id },
		severity: SEVERITY_OF_ACTION[untested]
	}));
}
function inferred({ changed }) {
	return changed.flatMap(({ base, head, origin }) => origin === "inferred" ? [createFinding({
		code: "modelPairInferred",
		args: {
			model: head.ref.id,
			replaces: base.ref.id
		},
		severity: "notice"
	})] : []);
}
/**
* A model is asked at a provider of the project's. Recorded answers are evidence: only those that the project itself names
* count, never some that a change brings along.
*/
function isAllowedModel({ config, answers }, { id, answers: file }) {
	if (file === void 0) return Object.hasOwn(config.providers, providerName({ id }));
	return answers.has(id) && config.models.map(optionsOf).some((own) => own.id === id && own.answers === file);
}
/** The panel with one model, and with another in its place. @throws UserError for a provider that the config does not have. */
async function loadNamedModels(source, project, names) {
	const { models, providers } = project.config;
	for (const id of [names.base, names.head]) {
		if (Object.hasOwn(providers, providerName({ id })) || project.answers.has(id)) continue;
		const known = models.map((entry) => optionsOf(entry).id);
		const near = nearestName(id, known) ?? known[0];
		throw new UserError({
			message: `${id}: no provider of that name in the config`,
			hint: `such as ${near}`
		});
	}
	const entryOf = (id) => models.find((entry) => optionsOf(entry).id === id) ?? id;
	const others = models.filter((entry) => ![names.base, names.head].includes(optionsOf(entry).id));
	const head = {
		...optionsOf(entryOf(names.head)),
		replaces: names.base
	};
	return {
		base: await resolveModels(project, source, [entryOf(names.base), ...others]),
		head: await resolveModels(project, source, [head, ...others])
	};
}
/** Both sides' lists, asked at the project's providers; undefined where a side has no config that can be read. */
async function loadListedModels(sources, project) {
	const base = await loadList(sources.base, project);
	const head = await loadList(sources.head, project);
	return base === void 0 || head === void 0 ? void 0 : {
		base,
		head
	};
}
async function loadList(source, project) {
	try {
		const { models } = await loadConfig(source, project.configFile);
		const allowed = models.filter((entry) => isAllowedModel(project, optionsOf(entry)));
		return await resolveModels(project, source, allowed);
	} catch (error) {
		if (error instanceof UserError) return void 0;
		throw error;
	}
}
const EXCERPT_CHARACTERS = 280;
/** A text as far as it may be shown; not for `ids`, which shows none. */
function disclose(text, disclosure) {
	if (disclosure === "full" || text.length <= EXCERPT_CHARACTERS) return text;
	const end = /[\uD800-\uDBFF]/.test(text[279]) ? 279 : EXCERPT_CHARACTERS;
	return `${text.slice(0, end)}…`;
}
/** Findings of one kind and severity that are named one by one. */
const MOST_NAMED$2 = 50;
/**
* In their order; behind the last one of a kind that is named stands how many more there are, as grave as they are, so that
* an acceptance of those that are named does not cover the others unseen.
*/
function capFindings(findings) {
	const groupOf = ({ code, severity }) => `${severity} ${code}`;
	const sizes = /* @__PURE__ */ new Map();
	for (const finding of findings) sizes.set(groupOf(finding), (sizes.get(groupOf(finding)) ?? 0) + 1);
	const named = /* @__PURE__ */ new Map();
	return findings.flatMap((finding) => {
		const group = groupOf(finding);
		const place = (named.get(group) ?? 0) + 1;
		named.set(group, place);
		const more = sizes.get(group) - MOST_NAMED$2;
		if (place > MOST_NAMED$2) return [];
		return place === MOST_NAMED$2 && more > 0 ? [finding, countMore(finding, more)] : [finding];
	});
}
function countMore({ code, severity }, more) {
	return createFinding({
		code: "moreLikeThese",
		args: {
			likeCode: code,
			more
		},
		severity
	});
}
const MOST_EXAMPLES$3 = 5;
/**
* Every clause that two judges rest on together, those that part most often on the head first. `panel` gives the judges in
* order; `reportedAs` the id a clause is reported under, for one that the change renames.
*/
function tabulateReadings(cells, { panel, reportedAs }) {
	const found = /* @__PURE__ */ new Map();
	const rank = new Map(panel.map((judge, index) => [judge, index]));
	for (const cell of cells) {
		const pairs = judgePairs(cell, panel.length);
		if (pairs === "missing") continue;
		for (const { judges, clauses, isSplit } of pairs) {
			const pair = [...judges].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)).join("\n");
			for (const clause of new Set(clauses.map(reportedAs))) {
				const own = found.get(clause) ?? {
					sides: noCounts(),
					pairs: /* @__PURE__ */ new Map(),
					examples: /* @__PURE__ */ new Map()
				};
				found.set(clause, own);
				const ofPair = own.pairs.get(pair) ?? noCounts();
				own.pairs.set(pair, ofPair);
				for (const counts of [own.sides, ofPair]) {
					counts[cell.arm].rests += 1;
					if (isSplit) counts[cell.arm].parts += 1;
				}
				if (isSplit && cell.arm === "head") own.examples.set(cell.scenario, (own.examples.get(cell.scenario) ?? 0) + 1);
			}
		}
	}
	return [...found].map(([clause, { sides, pairs, examples }]) => ({
		clause,
		sides,
		pairs: [...pairs].sort(([a], [b]) => a < b ? -1 : 1).map(([names, ofPair]) => ({
			judges: names.split("\n"),
			sides: ofPair
		})),
		examples: [...examples].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_EXAMPLES$3).map(([scenario]) => scenario)
	})).sort((a, b) => b.sides.head.parts - a.sides.head.parts || (a.clause < b.clause ? -1 : 1));
}
function noCounts() {
	return {
		base: {
			rests: 0,
			parts: 0
		},
		head: {
			rests: 0,
			parts: 0
		}
	};
}
/** One-sided 95 %. */
const CONFIDENCE = .9;
/**
* A canary's ruling must not turn, whatever the head says; the share of those that might have turned unseen, of answers
* ruled against (towards mildness) and of the others (towards severity), is what the panel may lean. Canaries are
* plain, and borderline answers turn sooner: this is the least that would go unnoticed. Undefined where there are no
* canaries, or no level of non-compliance to compare with.
*/
function judgeReach({ metrics }, controls) {
	const { nonCompliance } = metrics;
	const level = nonCompliance?.head;
	const turned = countTurned(controls);
	if (level === void 0 || turned.against.trials + turned.favour.trials === 0) return void 0;
	const milder = level * clopperPearson(turned.against, CONFIDENCE).upper;
	const stricter = (1 - level) * clopperPearson(turned.favour, CONFIDENCE).upper;
	const turns = turningLean(nonCompliance);
	const isWithin = turns !== void 0 && turns.by <= (turns.way === "milder" ? milder : stricter);
	return {
		rulings: turned.against.trials + turned.favour.trials,
		milder,
		stricter,
		...whereDefined({ turns: isWithin ? turns : void 0 })
	};
}
/**
* A pass turns if milder judges hid what is left of the margin; a fail turns if stricter judges caused what makes the
* rise significant, or large enough to fail.
*/
function turningLean({ status, change, interval, margin }) {
	if (change === void 0 || interval === void 0 || margin === void 0) return void 0;
	if (status === "pass") return {
		way: "milder",
		by: Math.max(0, margin - interval[1])
	};
	if (status === "fail") return {
		way: "stricter",
		by: Math.max(0, Math.min(change - FAIL_SHARE * margin, interval[0]))
	};
}
function countTurned(controls) {
	const canaries = controls.filter(({ role }) => role === "canary");
	const placeOf = ({ id, stage, draw }) => [
		id,
		stage,
		draw
	].join("\n");
	const heads = new Map(canaries.flatMap((one) => one.arm === "head" ? [[placeOf(one), one]] : []));
	const counts = {
		against: {
			count: 0,
			trials: 0
		},
		favour: {
			count: 0,
			trials: 0
		}
	};
	for (const base of canaries) {
		const head = base.arm === "base" ? heads.get(placeOf(base)) : void 0;
		if (head === void 0) continue;
		const own = counts[base.expected === "non-compliant" ? "against" : "favour"];
		for (const judgment of base.judgments) {
			const other = head.judgments.find(({ judge }) => judge === judgment.judge);
			if (other?.status !== "ruled" || !isRight(base, judgment)) continue;
			own.trials += 1;
			own.count += Number(!isRight(head, other));
		}
	}
	return counts;
}
/** Every change in the head's order, cosmetic ones too; whoever renders decides what to show. */
function reportChanges(changes) {
	return changes.map((change) => {
		const clause = change.head ?? change.base;
		return {
			kind: change.kind,
			id: change.id,
			...whereDefined({ baseId: change.baseId }),
			edited: change.edited,
			moved: change.moved,
			attributes: change.attributes.map(({ name, base, head }) => ({
				name,
				...whereDefined({
					base,
					head
				})
			})),
			...whereDefined({ path: change.path }),
			file: clause.file,
			lines: [clause.lines.start, clause.lines.end],
			words: change.words
		};
	});
}
const MOST_CONFLICTS = 3;
/** Pairs of clauses that pull apart more often than an unchanged spec shows, the most frequent first. */
function conflictFindings(conflicts, { findings, changes }) {
	const isSure = isSureConflict(findings);
	return grownConflicts(conflicts).filter(isSure).slice(0, MOST_CONFLICTS).map(({ against, favour, scenarios, tested }) => {
		const place = placeOf(against, changes) ?? placeOf(favour, changes);
		const args = {
			against,
			favour,
			scenarios: scenarios.head,
			tested,
			before: scenarios.base
		};
		return createFinding({
			code: "clauseConflict",
			args,
			severity: "warning",
			clause: against,
			...place === void 0 ? {} : { place }
		});
	});
}
/** Pairs seen in more scenarios than before, two or more, either way round counted once. */
function grownConflicts(conflicts) {
	const grown = conflicts.filter(({ scenarios }) => scenarios.head > scenarios.base && scenarios.head >= 2);
	const pairs = /* @__PURE__ */ new Map();
	for (const conflict of grown.sort((a, b) => b.scenarios.head - a.scenarios.head)) if (!pairs.has(placeOfPair(conflict))) pairs.set(placeOfPair(conflict), conflict);
	return [...pairs.values()];
}
/** Whether a pair of clauses, whichever is cited against, is told as found: more than chance, after the correction for all pairs. */
function isSureConflict({ conflicts }) {
	const sure = new Set(conflicts.flatMap(({ clauses, isSure }) => isSure ? [clauses.join("\n")] : []));
	return (conflict) => sure.has(placeOfPair(conflict));
}
function placeOfPair({ against, favour }) {
	return [against, favour].sort().join("\n");
}
/** One note, or none where nothing of the kind was seen. */
function chanceNote({ tested, conflicts, outliers, hasFailed }) {
	const isSure = isSureConflict(tested);
	const unsure = new Set(tested.outliers.flatMap((one) => one.isSure ? [] : [one.model]));
	const { new: came, gone } = countOutliers(outliers.filter(({ model }) => unsure.has(model)));
	const flips = tested.scenarios?.isSure === true || hasFailed ? void 0 : tested.scenarios;
	const args = {
		worse: flips?.worse ?? 0,
		better: flips?.better ?? 0,
		conflicts: grownConflicts(conflicts).filter((one) => !isSure(one)).length,
		newOutliers: came,
		goneOutliers: gone,
		looked: tested.looked
	};
	if (args.worse + args.better + args.conflicts + came + gone === 0) return [];
	return [createFinding({
		code: "asMuchAsChance",
		args,
		severity: "notice"
	})];
}
/** The verdict's grounds as findings, in their order. */
function reasonFindings(context) {
	return context.verdict.reasons.flatMap((reason) => describeReason(reason, context));
}
/** What the decision remarks on without blaming the change. */
function noteFindings(context) {
	return context.verdict.notes.flatMap((reason) => describeReason(reason, context));
}
function describeReason(reason, context) {
	return DESCRIBED[reason.code](reason, context);
}
const DESCRIBED = {
	"metric-rose": (reason, context) => {
		const metric = metricOf(reason);
		const isLetThrough = metric === "letThrough";
		return createFinding({
			...placed(reason, context),
			...whereMoved(isLetThrough ? {
				...context,
				movedClauses: loosenedClauses(context)
			} : context),
			code: METRICS[metric].finding.code,
			args: {
				...effectArgs(decidedOf(reason, context), context),
				...isLetThrough && letThroughArgs(context)
			}
		});
	},
	"metric-undecided": describeUndecided,
	"limit-undecided": describeUndecided,
	"limit-breached": (reason, context) => {
		const { head = 0, limit } = decidedOf(reason, context);
		const args = {
			endpoint: metricOf(reason),
			head,
			limit
		};
		return createFinding({
			...placed(reason, context),
			code: "limitExceeded",
			args
		});
	},
	"limit-pre-existing": (reason, context) => {
		const { base = 0, limit } = decidedOf(reason, context);
		const args = {
			endpoint: metricOf(reason),
			base,
			limit
		};
		return createFinding({
			...placed(reason, context),
			code: "preExistingBreach",
			args
		});
	},
	"missing-cells": (reason, context) => {
		const { cells: missing, expected: cells } = context.verdict.missing;
		const args = {
			missing,
			cells,
			...whereDefined({ remedy: context.remedy })
		};
		return createFinding({
			...placed(reason, context),
			code: "missingCells",
			args
		});
	},
	"judge-silent": (reason, context) => {
		const { judge = "", abstained = 0, rulings = 0 } = context.panel.find(({ judge }) => judge === reason.args["judge"]) ?? {};
		const args = {
			judge,
			abstained,
			asked: rulings + abstained
		};
		return createFinding({
			...placed(reason, context),
			code: "judgeSilent",
			args
		});
	},
	"untested-clause": (reason, context) => {
		const { clause } = reason;
		const untested = context.untested.find((one) => one.clause === clause);
		const why = untested?.reason ?? "no-scenario";
		const args = {
			clause: clause ?? "",
			...why !== "no-scenario" && { reason: UNTESTED_REASONS[why] ?? why },
			...whereDefined({ why: untested?.why })
		};
		return createFinding({
			...placed(reason, context),
			code: "untestedClause",
			args
		});
	},
	"new-outliers": (reason, context) => context.outliers.filter(({ status }) => status === "new").map((outlier) => createFinding({
		...placed(reason, context),
		code: "newOutlier",
		args: outlierArgs(outlier)
	})),
	"clause-let-through": (reason, context) => createFinding({
		...placed(reason, context),
		code: "clauseLetThrough",
		args: clauseArgs(reason, context)
	}),
	"clause-undecided": (reason, context) => createFinding({
		...placed(reason, context),
		code: "clauseUndecided",
		args: clauseArgs(reason, context)
	}),
	"loosening-unseen": (reason, context) => {
		const { clause, ref, forbidden } = clauseArgs(reason, context);
		const args = {
			clause,
			ref,
			forbidden,
			...reported(reason)
		};
		return createFinding({
			...placed(reason, context),
			code: "looseningUnseen",
			args
		});
	},
	"panel-never-objects": describePanel("panelNeverObjects"),
	"panel-misses-controls": describePanel("panelMissesControls"),
	"panel-at-chance": describePanel("panelAtChance"),
	"judge-integrity": describePanel("judgeIntegrity"),
	"unlike-losses": (reason, context) => {
		const { base, head, answers, p } = reason.args;
		return createFinding({
			...placed(reason, context),
			code: "unlikeLosses",
			args: {
				base,
				head,
				answers,
				p
			}
		});
	},
	"late-judge-parts": describePanel("lateJudgeParts"),
	"nothing-affected": (reason, context) => createFinding({
		...placed(reason, context),
		code: "noChange",
		args: {}
	}),
	"level-unchanged": (reason, context) => {
		const { level, limit, stands, scenarios } = reason.args;
		const args = {
			endpoint: metricOf(reason),
			level: level ?? 0,
			scenarios: scenarios ?? 0,
			...limit !== void 0 && stands !== void 0 && {
				limit,
				stands
			}
		};
		return createFinding({
			...placed(reason, context),
			code: "levelUnchanged",
			args
		});
	},
	"void-option": (reason, context) => {
		const { option, why } = reason.args;
		return createFinding({
			...placed(reason, context),
			code: "voidOption",
			args: {
				option,
				why
			}
		});
	},
	"copied-draws": (reason, context) => {
		const { models, counted } = reason.args;
		return createFinding({
			...placed(reason, context),
			code: "copiedDraws",
			args: {
				models,
				counted
			}
		});
	},
	"repeated-rulings": (reason, context) => {
		const { judges } = reason.args;
		return createFinding({
			...placed(reason, context),
			code: "repeatedRulings",
			args: { judges }
		});
	},
	"of-these-only": (reason, context) => {
		const { scenarios, high, needed } = reason.args;
		const args = {
			endpoint: metricOf(reason),
			scenarios,
			high,
			needed,
			reported: true
		};
		return createFinding({
			...placed(reason, context),
			code: "ofTheseOnly",
			args
		});
	},
	"few-groups": (reason, context) => {
		const { scenarios, groups } = reason.args;
		return createFinding({
			...placed(reason, context),
			code: "fewGroups",
			args: {
				scenarios,
				groups
			}
		});
	},
	drift: (reason, context) => {
		const [stored, fresh] = [baseShare(context.cells, "screen"), baseShare(context.cells, "confirm")];
		const args = {
			endpoint: "nonCompliance",
			stored,
			fresh
		};
		return createFinding({
			...placed(reason, context),
			code: "drift",
			args
		});
	}
};
function describeUndecided(reason, context) {
	const args = undecidedArgs(metricOf(reason), decidedOf(reason, context), context);
	return createFinding({
		...placed(reason, context),
		code: "couldHaveShown",
		args
	});
}
/** Their numbers are those that the decision gives. */
function describePanel(code) {
	return (reason, context) => ({
		...placed(reason, context),
		code,
		args: {
			...reason.args,
			...reported(reason)
		}
	});
}
/** How severe it is, and where the change that it is about stands. */
function placed({ severity, clause }, { changes }) {
	const place = clause === void 0 ? void 0 : placeOf(clause, changes);
	return {
		severity,
		...whereDefined({
			clause,
			place
		})
	};
}
function metricOf({ args }) {
	return args["metric"];
}
function decidedOf(reason, { verdict }) {
	return verdict.metrics[metricOf(reason)];
}
function reported({ severity }) {
	return severity === "notice" ? { reported: true } : {};
}
/**
* On so many scenarios a judge must have stood alone. One who misses three in ten of what all others see, misses five of five once
* in 400 times, and must have been of one mind on everything else besides.
*/
const LEAST_ALONE = 5;
/**
* In the panel's order. A ruling of ambiguous sides with non-compliant, as in the majority. A judge who is asked only where the
* others part cannot stand alone there: of such a one the audited answers tell.
*/
function findOneSided(cells, judges) {
	const panels = cells.map(({ scenario, judgments }) => ({
		scenario,
		sides: judgments.flatMap((judgment) => judgment.status === "ruled" ? [{
			judge: judgment.judge,
			isAgainst: judgment.ruling !== "compliant"
		}] : [])
	}));
	return judges.flatMap((judge) => {
		const own = panels.flatMap(({ scenario, sides }) => {
			const mine = sides.find((side) => side.judge === judge);
			const others = sides.filter((side) => side !== mine);
			if (mine === void 0) return [];
			const isAlone = others.length > 1 && others.every(({ isAgainst }) => isAgainst !== mine.isAgainst);
			return [{
				scenario,
				isAgainst: mine.isAgainst,
				isAlone
			}];
		});
		const isOneWay = own.every(({ isAgainst }) => isAgainst === own[0].isAgainst);
		const alone = new Set(own.flatMap(({ scenario, isAlone }) => isAlone ? [scenario] : [])).size;
		if (!isOneWay || alone < LEAST_ALONE) return [];
		return [{
			judge,
			way: own[0].isAgainst ? "against" : "for",
			rulings: own.length,
			alone
		}];
	});
}
/** More of them say nothing that these do not. */
const MOST$1 = 20;
/** Each name once, sorted, the first of them only. */
function fewNames(names) {
	return [...new Set(names)].sort().slice(0, MOST$1);
}
/**
* Of the most frequent kind of answer (and, within it, of the more frequent ruling) the one whose scores lie in the middle.
* Undefined without an answer that was judged. The order of the cells does not matter.
*/
function typicalAnswer(cells) {
	const sorted = [...keepMostFrequent(keepMostFrequent(cells.filter(({ problematic }) => problematic !== "missing"), (cell) => typeOf(cell) ?? ""), ({ problematic }) => String(problematic))].sort((a, b) => positionOf$1(a) - positionOf$1(b) || (nameOf(a) < nameOf(b) ? -1 : 1));
	return sorted[Math.floor((sorted.length - 1) / 2)];
}
/** Undefined where the answer was not scored. */
function typeOf({ scores }) {
	return scores === void 0 || scores === "missing" ? void 0 : scores.responseType;
}
/** Ties go to the name that sorts first. */
function keepMostFrequent(cells, read) {
	const groups = /* @__PURE__ */ new Map();
	for (const cell of cells) groups.set(read(cell), [...groups.get(read(cell)) ?? [], cell]);
	const [first] = [...groups].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
	return first?.[1] ?? [];
}
function positionOf$1({ scores }) {
	return scores === void 0 || scores === "missing" ? 0 : scores.value1 - scores.value2;
}
function nameOf({ model, draw }) {
	return `${model}\n${String(draw).padStart(6, "0")}`;
}
/** `model` is who gave it: on the base side of a change of models that is not the slot's name. */
function reportAnswer(cell, { model, disclosure }) {
	const { problematic, scores, responseText, judgments } = cell;
	const type = typeOf(cell);
	const cited = judgments.filter((one) => one.status === "ruled" && one.ruling !== "compliant" === problematic).flatMap((one) => one.status === "ruled" ? one.clauses : []);
	return {
		model,
		problematic,
		...whereDefined({ responseType: type }),
		...scores !== void 0 && scores !== "missing" && { scores: [scores.value1, scores.value2] },
		clauses: [...new Set(cited)].sort(),
		...disclosure !== "ids" && responseText !== void 0 && { response: disclose(responseText, disclosure) }
	};
}
const ORDER = {
	new: 0,
	standing: 1,
	gone: 2,
	unconfirmed: 3
};
/** New ones first, then the models with the most. */
function reportOutliers(outliers, evidence) {
	const perModel = /* @__PURE__ */ new Map();
	for (const { model, status } of outliers) if (status !== "unconfirmed") perModel.set(model, (perModel.get(model) ?? 0) + 1);
	const rank = ({ model }) => perModel.get(model) ?? 0;
	const scenarios = new Map(evidence.scenarios.map((scenario) => [scenario.id, scenario]));
	return [...outliers].sort((a, b) => ORDER[a.status] - ORDER[b.status] || rank(b) - rank(a)).map((outlier) => describeOutlier(outlier, {
		...evidence,
		about: scenarios.get(outlier.scenario)
	}));
}
function describeOutlier({ scenario, model, apart, status, lean, own, rest }, { comparison, touched, disclosure, about }) {
	const typical = typicalAnswer(rest.map(({ cell }) => cell));
	const show = (cell) => reportAnswer(cell, {
		model: respondentOf(comparison, cell),
		disclosure
	});
	const clauses = about?.clauses ?? [];
	const near = clauses.filter((clause) => touched.has(clause));
	return {
		scenario,
		model,
		clauses: near.length === 0 ? clauses : near,
		topics: about?.topics ?? [],
		...apart,
		status,
		...whereDefined({ lean }),
		answer: show(own.cell),
		...typical !== void 0 && { typical: show(typical) }
	};
}
/** Who gave an answer: a slot is named after its head. */
function respondentOf({ slots }, { model, arm }) {
	return slots.find(({ id }) => id === model)?.[arm].ref.id ?? model;
}
/** What chats, prompts and this gate's own requests are built of. */
const ROLES = /^[ \t>#]{0,4}(?:system|assistant|human|developer|judge|grader|evaluator|panel|note to \w+)(?: ?(?:prompt|message|note|override|instructions?))?[ \t]*[:：]|<\|[a-z_]{2,20}\|>|\[\/?(?:inst|sys)\]|<<\/?sys>>|<\/?(?:system|instructions?|judge|assistant_reply|verdict|ruling|response|item)\b[^>]{0,80}>|^\W{0,6}(?:begin|end|start) (?:of )?(?:system|instructions?|prompt|response|data|clauses)|<<<\w+ |\b\w+>>>|###? ?(?:system|instruction)/imu;
/** An object, list or line that looks like a ruling. */
const RULINGS = /["'“”]?\b(?:ruling|verdict|compliant|decision|judge?ment|score|rating|grade|passed|is_compliant|reasoning)\b["'“”]?\s{0,3}(?:[:=：]|->|→)\s{0,3}["'“”]?(?:non.?compliant|compliant|pass(?:ed)?|true|yes|ok|10|100|1\.0|approved?)/iu;
/** Whoever judges, and what judges give: stems in some languages. */
const JUDGES = /\b(?:judges?|grader|grading|evaluator|evaluat(?:e|es|ing|ion) (?:this|the|model)|panel|llm.as.a|ai (?:model )?reading|(?:you|who(?:ever)?) (?:are )?(?:rul|grad|scor|judg|evaluat|assess)|juez|jueces|evaluador|jurado|juges?|evaluateur|jury|richter|gutachter|pruefer|prufer|bewert|giudic|valutator|juiz|avaliador|sedzi|beoordela|rechter)|суд[ьеи]|оценщик|эксперт|评[委审判估]|裁判|审[查核]员|評価者|審査|判定|심사|평가자|판정|न्यायाधीश|मूल्यांक|القاضي|المقي[مّ]|الحكم|שופט|hakem|yargic|değerlendirici|degerlendirici/iu;
const GIVEN = /\b(?:compliant|compliance|non.?compliant|ruling|rule (?:every|all|it|this)|verdict|pass(?:es|ed)?|score|grade|approve|accept(?:ed)? (?:every|all|any)|full marks|10\/10|conform|cumpl|vereinbar|regelkonform|bestanden|conforme|zgodn|uyumlu|uygun)|соответств|соблюд|합격|준수|合规|符合|通过|適合|準拠|合格|अनुपालन|متوافق|ملتزم|תואם/iu;
/** Orders to drop what was said, and about what to put out. */
const ORDERS = /\b(?:ignor(?:e|iere?|a|ez|er)|disregard|forget|overrid|bypass|vergiss|missachte|olvida|oublie|dimentica|esqueca|ignoruj|unut)\b.{0,40}\b(?:previous|prior|above|earlier|other|all|your|instruc|clauses?|rules?|anweisung|vorherig|obige|anterior|instruccion|instrucciones|precedent|consignes|istruzioni|poprzedn|onceki)|(?:忽略|无视|無視).{0,12}(?:指令|说明|規則|规则|指示|内容)|игнорир.{0,40}(?:инструкц|указан|правил)|이전.{0,10}(?:지시|명령).{0,6}무시|تجاهل.{0,30}التعليمات/iu;
const OUTPUT = /\b(?:reply|respond|answer|return|output|emit|write|print|copy)\b.{0,30}\b(?:only|exactly|with|the)\b.{0,30}(?:json|"|compliant|verdict|ruling|item|pass\b)|\b(?:already|has been|have been|was) (?:decided|ruled|settled|approved|judged|verified)\b|\bthe (?:panel|board|committee|majority|other judges)\b.{0,40}\b(?:decided|agree|ruled|voted|found)/iu;
/** Kinds of sign, in the words of the note; none where the text is a clause like others. */
function judgeDirectedSigns(text) {
	const plain = text.slice(0, LONGEST_READ);
	const own = signsIn(plain);
	const disguised = disguises(plain).flatMap(({ kind, text: hidden }) => signsIn(hidden).length > 0 ? [kind] : []);
	return [.../* @__PURE__ */ new Set([...own, ...disguised])];
}
/** Characters looked at; the note is a hint to read the whole clause. */
const LONGEST_READ = 5e4;
function signsIn(text) {
	const found = [];
	const lines = text.normalize("NFKC").split(/[\n.!?。！？]/u);
	if (ROLES.test(withoutFences(text))) found.push("markers of a chat or prompt");
	if (lines.some((line) => RULINGS.test(line))) found.push("what looks like a ruling");
	const unaccented = lines.map((line) => line.normalize("NFD").replace(/[\u0300-\u036F]/gu, "").normalize("NFC"));
	if (unaccented.some((line) => JUDGES.test(line) && GIVEN.test(line))) found.push("judges and rulings");
	if (unaccented.some((line) => ORDERS.test(line))) found.push("orders to ignore instructions");
	if (lines.some((line) => OUTPUT.test(line))) found.push("orders about the output");
	return found;
}
/** Examples are transcripts of chats, and stand in fences. */
function withoutFences(text) {
	return text.replace(/^(`{3,}|~{3,})[^\n]*\n[^]*?^\1[^\n]*$/gm, "");
}
function disguises(text) {
	const encoded = [];
	for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{24,4000}={0,2}/g)) encoded.push({
		kind: "signs in base64",
		text: Buffer.from(run, "base64").toString("utf8")
	});
	for (const [run] of text.matchAll(/(?:[0-9A-Fa-f]{2}[ :,]?){12,2000}/g)) encoded.push({
		kind: "signs in hexadecimal",
		text: Buffer.from(run.replace(/[^0-9a-f]/gi, ""), "hex").toString("utf8")
	});
	const unescaped = text.replace(/\\(?:x([0-9a-f]{2})|u\{?([0-9a-f]{4,6})\}?)|%([0-9a-f]{2})|&#(?:x([0-9a-f]{2,6})|(\d{2,7}));/gi, (_, a, b, c, d, e) => {
		const code = e === void 0 ? Number.parseInt(a ?? b ?? c ?? d, 16) : Number(e);
		return code <= 1114111 ? String.fromCodePoint(code) : "";
	});
	if (unescaped !== text) encoded.push({
		kind: "signs behind escapes",
		text: unescaped
	});
	const spaced = text.replace(/(?<![\p{L}\p{N}])(?:[\p{L}][ ._*-]){4,200}[\p{L}](?![\p{L}\p{N}])/gu, (run) => run.replace(/ {2,}/g, "\0").replace(/[ ._*-]/g, "").replaceAll("\0", " "));
	if (spaced !== text) encoded.push({
		kind: "signs in spaced letters",
		text: spaced
	});
	const plain = text.replace(/[0134578@$]/g, (sign) => LEET[sign]);
	if (/[a-z][0134578@$][a-z]/i.test(text)) encoded.push({
		kind: "signs in letters and digits",
		text: plain
	});
	encoded.push({
		kind: "signs in reversed letters",
		text: Array.from(text).reverse().join("")
	});
	const rotated = text.replace(/[a-z]/gi, (letter) => {
		const base = letter <= "Z" ? 65 : 97;
		return String.fromCharCode((letter.charCodeAt(0) - base + 13) % 26 + base);
	});
	encoded.push({
		kind: "signs in rotated letters",
		text: rotated
	});
	return encoded;
}
const LEET = {
	0: "o",
	1: "i",
	3: "e",
	4: "a",
	5: "s",
	7: "t",
	8: "b",
	"@": "a",
	$: "s"
};
var require_data = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		"0": "O",
		"1": "l",
		"֭": "֖",
		"֮": "֘",
		"֨": "֙",
		"֤": "֚",
		"᪴": "ۛ",
		"⃛": "ۛ",
		"ؙ": "̓",
		"ࣳ": "̓",
		"̓": "̓",
		"̕": "̓",
		"ُ": "̓",
		"ٝ": "̔",
		"֜": "́",
		"֝": "́",
		"ؘ": "́",
		"݇": "́",
		"́": "́",
		"॔": "́",
		"َ": "́",
		"̀": "̀",
		"॓": "̀",
		"̌": "̆",
		"꙼": "̆",
		"٘": "̆",
		"ٚ": "̆",
		"ͮ": "̆",
		"ۨ": "̆̇",
		"̐": "̆̇",
		"ँ": "̆̇",
		"ঁ": "̆̇",
		"ઁ": "̆̇",
		"ଁ": "̆̇",
		"ఀ": "̆̇",
		"ಁ": "̆̇",
		"ഁ": "̆̇",
		"𑒿": "̆̇",
		"᳐": "̂",
		"̑": "̂",
		"ٛ": "̂",
		"߮": "̂",
		"꛰": "̂",
		"֯": "̊",
		"۟": "̊",
		"៓": "̊",
		"゚": "̊",
		"ْ": "̊",
		"ஂ": "̊",
		"ံ": "̊",
		"ំ": "̊",
		"𑌀": "̊",
		"ํ": "̊",
		"ໍ": "̊",
		"ͦ": "̊",
		"ⷪ": "̊",
		"࣫": "̈",
		"߳": "̈",
		"ً": "̋",
		"ࣰ": "̋",
		"͂": "̃",
		"ٓ": "̃",
		"ׄ": "̇",
		"۬": "̇",
		"݀": "̇",
		"࣪": "̇",
		"݁": "̇",
		"͘": "̇",
		"ֹ": "̇",
		"ֺ": "̇",
		"ׂ": "̇",
		"ׁ": "̇",
		"߭": "̇",
		"ं": "̇",
		"ਂ": "̇",
		"ં": "̇",
		"்": "̇",
		"̷": "̸",
		"᪷": "̨",
		"̢": "̨",
		"ͅ": "̨",
		"᳒": "̄",
		"̅": "̄",
		"ٙ": "̄",
		"߫": "̄",
		"꛱": "̄",
		"᳚": "̎",
		"ٗ": "̒",
		"͗": "͐",
		"ࣿ": "͐",
		"ࣸ": "͐",
		"ऀ": "͒",
		"᳭": "̖",
		"᳜": "̩",
		"ٖ": "̩",
		"᳕": "̫",
		"͇": "̳",
		"ࣹ": "͔",
		"ࣺ": "͕",
		"゛": "ﾞ",
		"゜": "ﾟ",
		"̶": "̵",
		"〬": "̉",
		"ׅ": "̣",
		"࣭": "̣",
		"᳝": "̣",
		"ִ": "̣",
		"ٜ": "̣",
		"़": "̣",
		"়": "̣",
		"਼": "̣",
		"઼": "̣",
		"଼": "̣",
		"𑇊": "̣",
		"𑓃": "̣",
		"𐨺": "̣",
		"࣮": "̤",
		"᳞": "̤",
		"༷": "̥",
		"〭": "̥",
		"̧": "̦",
		"̡": "̦",
		"̹": "̦",
		"᳙": "̭",
		"᳘": "̮",
		"॒": "̱",
		"̠": "̱",
		"ࣱ": "ٌ",
		"ࣨ": "ٌ",
		"ࣥ": "ٌ",
		"ﱞ": "ﹲّ",
		"ࣲ": "ٍ",
		"ﱟ": "ﹴّ",
		"ﳲ": "ﹷّ",
		"ﱠ": "ﹶّ",
		"ﳳ": "ﹹّ",
		"ﱡ": "ﹸّ",
		"ؚ": "ِ",
		"̗": "ِ",
		"ﳴ": "ﹻّ",
		"ﱢ": "ﹺّ",
		"ﱣ": "ﹼٰ",
		"ٟ": "ٕ",
		"̍": "ٰ",
		"݂": "ܼ",
		"ਃ": "ঃ",
		"ః": "ঃ",
		"ಃ": "ঃ",
		"ഃ": "ঃ",
		"ඃ": "ঃ",
		"း": "ঃ",
		"𑓁": "ঃ",
		"់": "่",
		"່": "่",
		"້": "้",
		"໊": "๊",
		"໋": "๋",
		"꙯": "⃩",
		"\u2028": " ",
		"\u2029": " ",
		" ": " ",
		" ": " ",
		" ": " ",
		" ": " ",
		" ": " ",
		" ": " ",
		" ": " ",
		" ": " ",
		" ": " ",
		" ": " ",
		" ": " ",
		" ": " ",
		"\xA0": " ",
		" ": " ",
		" ": " ",
		"ߺ": "_",
		"﹍": "_",
		"﹎": "_",
		"﹏": "_",
		"‐": "-",
		"‑": "-",
		"‒": "-",
		"–": "-",
		"﹘": "-",
		"۔": "-",
		"⁃": "-",
		"˗": "-",
		"−": "-",
		"➖": "-",
		"Ⲻ": "-",
		"⨩": "-̓",
		"⸚": "-̈",
		"﬩": "-̇",
		"∸": "-̇",
		"⨪": "-̣",
		"꓾": "-.",
		"～": "〜",
		"؍": ",",
		"٫": ",",
		"‚": ",",
		"¸": ",",
		"ꓹ": ",",
		"⸲": "،",
		"٬": "،",
		";": ";",
		"⸵": "؛",
		"ः": ":",
		"ઃ": ":",
		"：": ":",
		"։": ":",
		"܃": ":",
		"܄": ":",
		"᛬": ":",
		"︰": ":",
		"᠃": ":",
		"᠉": ":",
		"⁚": ":",
		"׃": ":",
		"˸": ":",
		"꞉": ":",
		"∶": ":",
		"ː": ":",
		"ꓽ": ":",
		"⩴": "::=",
		"⧴": ":→",
		"！": "!",
		"ǃ": "!",
		"ⵑ": "!",
		"‼": "!!",
		"⁉": "!?",
		"ʔ": "?",
		"Ɂ": "?",
		"ॽ": "?",
		"Ꭾ": "?",
		"ꛫ": "?",
		"⁈": "?!",
		"⁇": "??",
		"⸮": "؟",
		"𝅭": ".",
		"․": ".",
		"܁": ".",
		"܂": ".",
		"꘎": ".",
		"𐩐": ".",
		"٠": ".",
		"۰": ".",
		"ꓸ": ".",
		"ꓻ": ".,",
		"‥": "..",
		"ꓺ": "..",
		"…": "...",
		"꛴": "꛳꛳",
		"・": "·",
		"･": "·",
		"᛫": "·",
		"·": "·",
		"⸱": "·",
		"𐄁": "·",
		"•": "·",
		"‧": "·",
		"∙": "·",
		"⋅": "·",
		"ꞏ": "·",
		"ᐧ": "·",
		"⋯": "···",
		"ⵈ": "···",
		"ᑄ": "·<",
		"⋗": "·>",
		"ᐷ": "·>",
		"ᑀ": "·>",
		"ᔯ": "·4",
		"ᑾ": "·b",
		"ᒀ": "·ḃ",
		"ᑺ": "·d",
		"ᒘ": "·J",
		"ᒶ": "·L",
		"ᑶ": "·P",
		"ᑗ": "·U",
		"ᐺ": "·V",
		"ᐼ": "·Ʌ",
		"ᒮ": "·Γ",
		"ᐎ": "·Δ",
		"ᑙ": "·Ո",
		"ᐌ": "·ᐁ",
		"ᐐ": "·ᐄ",
		"ᐒ": "·ᐅ",
		"ᐔ": "·ᐆ",
		"ᐗ": "·ᐊ",
		"ᐙ": "·ᐋ",
		"ᐾ": "·ᐲ",
		"ᑂ": "·ᐴ",
		"ᑆ": "·ᐹ",
		"ᑛ": "·ᑏ",
		"ᑔ": "·ᑐ",
		"ᑝ": "·ᑐ",
		"ᑟ": "·ᑑ",
		"ᑡ": "·ᑕ",
		"ᑣ": "·ᑖ",
		"ᑴ": "·ᑫ",
		"ᑸ": "·ᑮ",
		"ᑼ": "·ᑰ",
		"ᒒ": "·ᒉ",
		"ᒔ": "·ᒋ",
		"ᒖ": "·ᒌ",
		"ᒚ": "·ᒎ",
		"ᒜ": "·ᒐ",
		"ᒞ": "·ᒑ",
		"ᒬ": "·ᒣ",
		"ᒰ": "·ᒦ",
		"ᒲ": "·ᒧ",
		"ᒴ": "·ᒨ",
		"ᒸ": "·ᒫ",
		"ᓉ": "·ᓀ",
		"ᣆ": "·ᓂ",
		"ᣈ": "·ᓃ",
		"ᣊ": "·ᓄ",
		"ᣌ": "·ᓅ",
		"ᓋ": "·ᓇ",
		"ᓍ": "·ᓈ",
		"ᓜ": "·ᓓ",
		"ᓞ": "·ᓕ",
		"ᓠ": "·ᓖ",
		"ᓢ": "·ᓗ",
		"ᓤ": "·ᓘ",
		"ᓦ": "·ᓚ",
		"ᓨ": "·ᓛ",
		"ᓶ": "·ᓭ",
		"ᓸ": "·ᓯ",
		"ᓺ": "·ᓰ",
		"ᓼ": "·ᓱ",
		"ᓾ": "·ᓲ",
		"ᔀ": "·ᓴ",
		"ᔂ": "·ᓵ",
		"ᔗ": "·ᔐ",
		"ᔙ": "·ᔑ",
		"ᔛ": "·ᔒ",
		"ᔝ": "·ᔓ",
		"ᔟ": "·ᔔ",
		"ᔡ": "·ᔕ",
		"ᔣ": "·ᔖ",
		"ᔱ": "·ᔨ",
		"ᔳ": "·ᔩ",
		"ᔵ": "·ᔪ",
		"ᔷ": "·ᔫ",
		"ᔹ": "·ᔭ",
		"ᔻ": "·ᔮ",
		"ᣎ": "·ᕃ",
		"ᣏ": "·ᕆ",
		"ᣐ": "·ᕇ",
		"ᣑ": "·ᕈ",
		"ᣒ": "·ᕉ",
		"ᣓ": "·ᕋ",
		"ᕎ": "·ᕌ",
		"ᕛ": "·ᕚ",
		"ᕨ": "·ᕧ",
		"ᢳ": "·ᢱ",
		"ᢶ": "·ᢴ",
		"ᢹ": "·ᢸ",
		"ᣂ": "·ᣀ",
		"꠰": "।",
		"॥": "।।",
		"᰼": "᰻᰻",
		"။": "၊၊",
		"᪩": "᪨᪨",
		"᪫": "᪪᪨",
		"᭟": "᭞᭞",
		"𐩗": "𐩖𐩖",
		"𑑌": "𑑋𑑋",
		"𑙂": "𑙁𑙁",
		"𑱂": "𑱁𑱁",
		"᱿": "᱾᱾",
		"՝": "'",
		"＇": "'",
		"‘": "'",
		"’": "'",
		"‛": "'",
		"′": "'",
		"‵": "'",
		"՚": "'",
		"׳": "'",
		"`": "'",
		"`": "'",
		"｀": "'",
		"´": "'",
		"΄": "'",
		"´": "'",
		"᾽": "'",
		"᾿": "'",
		"῾": "'",
		"ʹ": "'",
		"ʹ": "'",
		"ˈ": "'",
		"ˊ": "'",
		"ˋ": "'",
		"˴": "'",
		"ʻ": "'",
		"ʽ": "'",
		"ʼ": "'",
		"ʾ": "'",
		"ꞌ": "'",
		"י": "'",
		"ߴ": "'",
		"ߵ": "'",
		"ᑊ": "'",
		"ᛌ": "'",
		"𖽑": "'",
		"𖽒": "'",
		"᳓": "''",
		"\"": "''",
		"＂": "''",
		"“": "''",
		"”": "''",
		"‟": "''",
		"″": "''",
		"‶": "''",
		"〃": "''",
		"״": "''",
		"˝": "''",
		"ʺ": "''",
		"˶": "''",
		"ˮ": "''",
		"ײ": "''",
		"‴": "'''",
		"‷": "'''",
		"⁗": "''''",
		"Ɓ": "'B",
		"Ɗ": "'D",
		"ŉ": "'n",
		"Ƥ": "'P",
		"Ƭ": "'T",
		"Ƴ": "'Y",
		"［": "(",
		"❨": "(",
		"❲": "(",
		"〔": "(",
		"﴾": "(",
		"⸨": "((",
		"㈠": "(ー)",
		"⑵": "(2)",
		"⒇": "(2O)",
		"⑶": "(3)",
		"⑷": "(4)",
		"⑸": "(5)",
		"⑹": "(6)",
		"⑺": "(7)",
		"⑻": "(8)",
		"⑼": "(9)",
		"⒜": "(a)",
		"🄐": "(A)",
		"⒝": "(b)",
		"🄑": "(B)",
		"⒞": "(c)",
		"🄒": "(C)",
		"⒟": "(d)",
		"🄓": "(D)",
		"⒠": "(e)",
		"🄔": "(E)",
		"⒡": "(f)",
		"🄕": "(F)",
		"⒢": "(g)",
		"🄖": "(G)",
		"⒣": "(h)",
		"🄗": "(H)",
		"⒤": "(i)",
		"⒥": "(j)",
		"🄙": "(J)",
		"⒦": "(k)",
		"🄚": "(K)",
		"⑴": "(l)",
		"🄘": "(l)",
		"⒧": "(l)",
		"🄛": "(L)",
		"⑿": "(l2)",
		"⒀": "(l3)",
		"⒁": "(l4)",
		"⒂": "(l5)",
		"⒃": "(l6)",
		"⒄": "(l7)",
		"⒅": "(l8)",
		"⒆": "(l9)",
		"⑾": "(ll)",
		"⑽": "(lO)",
		"🄜": "(M)",
		"⒩": "(n)",
		"🄝": "(N)",
		"⒪": "(o)",
		"🄞": "(O)",
		"⒫": "(p)",
		"🄟": "(P)",
		"⒬": "(q)",
		"🄠": "(Q)",
		"⒭": "(r)",
		"🄡": "(R)",
		"⒨": "(rn)",
		"⒮": "(s)",
		"🄢": "(S)",
		"🄪": "(S)",
		"⒯": "(t)",
		"🄣": "(T)",
		"⒰": "(u)",
		"🄤": "(U)",
		"⒱": "(v)",
		"🄥": "(V)",
		"⒲": "(w)",
		"🄦": "(W)",
		"⒳": "(x)",
		"🄧": "(X)",
		"⒴": "(y)",
		"🄨": "(Y)",
		"⒵": "(z)",
		"🄩": "(Z)",
		"㈀": "(ᄀ)",
		"㈎": "(가)",
		"㈁": "(ᄂ)",
		"㈏": "(나)",
		"㈂": "(ᄃ)",
		"㈐": "(다)",
		"㈃": "(ᄅ)",
		"㈑": "(라)",
		"㈄": "(ᄆ)",
		"㈒": "(마)",
		"㈅": "(ᄇ)",
		"㈓": "(바)",
		"㈆": "(ᄉ)",
		"㈔": "(사)",
		"㈇": "(ᄋ)",
		"㈕": "(아)",
		"㈝": "(오전)",
		"㈞": "(오후)",
		"㈈": "(ᄌ)",
		"㈖": "(자)",
		"㈜": "(주)",
		"㈉": "(ᄎ)",
		"㈗": "(차)",
		"㈊": "(ᄏ)",
		"㈘": "(카)",
		"㈋": "(ᄐ)",
		"㈙": "(타)",
		"㈌": "(ᄑ)",
		"㈚": "(파)",
		"㈍": "(ᄒ)",
		"㈛": "(하)",
		"㈦": "(七)",
		"㈢": "(三)",
		"🉁": "(三)",
		"㈨": "(九)",
		"㈡": "(二)",
		"🉂": "(二)",
		"㈤": "(五)",
		"㈹": "(代)",
		"㈽": "(企)",
		"㉁": "(休)",
		"㈧": "(八)",
		"㈥": "(六)",
		"㈸": "(労)",
		"🉇": "(勝)",
		"㈩": "(十)",
		"㈿": "(協)",
		"㈴": "(名)",
		"㈺": "(呼)",
		"㈣": "(四)",
		"㈯": "(土)",
		"㈻": "(学)",
		"🉃": "(安)",
		"🉅": "(打)",
		"🉈": "(敗)",
		"㈰": "(日)",
		"㈪": "(月)",
		"㈲": "(有)",
		"㈭": "(木)",
		"🉀": "(本)",
		"㈱": "(株)",
		"㈬": "(水)",
		"㈫": "(火)",
		"🉄": "(点)",
		"㈵": "(特)",
		"🉆": "(盗)",
		"㈼": "(監)",
		"㈳": "(社)",
		"㈷": "(祝)",
		"㉀": "(祭)",
		"㉂": "(自)",
		"㉃": "(至)",
		"㈶": "(財)",
		"㈾": "(資)",
		"㈮": "(金)",
		"］": ")",
		"❩": ")",
		"❳": ")",
		"〕": ")",
		"﴿": ")",
		"⸩": "))",
		"❴": "{",
		"𝄔": "{",
		"❵": "}",
		"〚": "⟦",
		"〛": "⟧",
		"⟨": "❬",
		"〈": "❬",
		"〈": "❬",
		"㇛": "❬",
		"く": "❬",
		"𡿨": "❬",
		"⟩": "❭",
		"〉": "❭",
		"〉": "❭",
		"＾": "︿",
		"⸿": "¶",
		"⁎": "*",
		"٭": "*",
		"∗": "*",
		"𐌟": "*",
		"᜵": "/",
		"⁁": "/",
		"∕": "/",
		"⁄": "/",
		"╱": "/",
		"⟋": "/",
		"⧸": "/",
		"𝈺": "/",
		"㇓": "/",
		"〳": "/",
		"Ⳇ": "/",
		"ノ": "/",
		"丿": "/",
		"⼃": "/",
		"⧶": "/̄",
		"⫽": "//",
		"⫻": "///",
		"＼": "\\",
		"﹨": "\\",
		"∖": "\\",
		"⟍": "\\",
		"⧵": "\\",
		"⧹": "\\",
		"𝈏": "\\",
		"𝈻": "\\",
		"㇔": "\\",
		"丶": "\\",
		"⼂": "\\",
		"⳹": "\\\\",
		"⑊": "\\\\",
		"⟈": "\\ᑕ",
		"ꝸ": "&",
		"૰": "॰",
		"𑂻": "॰",
		"𑇇": "॰",
		"⚬": "॰",
		"𑇛": "꣼",
		"៙": "๏",
		"៕": "๚",
		"៚": "๛",
		"༌": "་",
		"༎": "།།",
		"˄": "^",
		"ˆ": "^",
		"꙾": "ˇ",
		"˘": "ˇ",
		"‾": "ˉ",
		"﹉": "ˉ",
		"﹊": "ˉ",
		"﹋": "ˉ",
		"﹌": "ˉ",
		"¯": "ˉ",
		"￣": "ˉ",
		"▔": "ˉ",
		"ъ": "ˉb",
		"ꙑ": "ˉbi",
		"͵": "ˏ",
		"˻": "˪",
		"꜖": "˪",
		"꜔": "˫",
		"。": "˳",
		"⸰": "°",
		"˚": "°",
		"∘": "°",
		"○": "°",
		"◦": "°",
		"⍜": "°̲",
		"⍤": "°̈",
		"℃": "°C",
		"℉": "°F",
		"௵": "௳",
		"༛": "༚༚",
		"༟": "༚༝",
		"࿎": "༝༚",
		"༞": "༝༝",
		"Ⓒ": "©",
		"Ⓡ": "®",
		"Ⓟ": "℗",
		"𝈛": "⅄",
		"⯬": "↞",
		"⯭": "↟",
		"⯮": "↠",
		"⯯": "↡",
		"↵": "↲",
		"⥥": "⇃⇂",
		"⥯": "⇃ᛚ",
		"𝛛": "∂",
		"𝜕": "∂",
		"𝝏": "∂",
		"𝞉": "∂",
		"𝟃": "∂",
		"𞣌": "∂",
		"𞣍": "∂̵",
		"ð": "∂̵",
		"⌀": "∅",
		"𝛁": "∇",
		"𝛻": "∇",
		"𝜵": "∇",
		"𝝯": "∇",
		"𝞩": "∇",
		"𑢨": "∇",
		"⍢": "∇̈",
		"⍫": "∇̴",
		"█": "∎",
		"■": "∎",
		"⨿": "∐",
		"᛭": "+",
		"➕": "+",
		"𐊛": "+",
		"⨣": "+̂",
		"⨢": "+̊",
		"⨤": "+̃",
		"∔": "+̇",
		"⨥": "+̣",
		"⨦": "+̰",
		"⨧": "+₂",
		"➗": "÷",
		"‹": "<",
		"❮": "<",
		"˂": "<",
		"𝈶": "<",
		"ᐸ": "<",
		"ᚲ": "<",
		"⋖": "<·",
		"Ⲵ": "<·",
		"ᑅ": "<·",
		"≪": "<<",
		"⋘": "<<<",
		"᐀": "=",
		"⹀": "=",
		"゠": "=",
		"꓿": "=",
		"≚": "=̆",
		"≙": "=̂",
		"≗": "=̊",
		"≐": "=̇",
		"≑": "=̣̇",
		"⩮": "=⃰",
		"⩵": "==",
		"⩶": "===",
		"≞": "=ͫ",
		"›": ">",
		"❯": ">",
		"˃": ">",
		"𝈷": ">",
		"ᐳ": ">",
		"𖼿": ">",
		"ᑁ": ">·",
		"⪥": "><",
		"≫": ">>",
		"⨠": ">>",
		"⋙": ">>>",
		"⁓": "~",
		"˜": "~",
		"῀": "~",
		"∼": "~",
		"⍨": "~̈",
		"⸞": "~̇",
		"⩪": "~̇",
		"⸟": "~̣",
		"𞣈": "∠",
		"⋀": "∧",
		"∯": "∮∮",
		"∰": "∮∮∮",
		"⸫": "∴",
		"⸪": "∵",
		"⸬": "∷",
		"𑇞": "≈",
		"♎": "≏",
		"🝞": "≏",
		"≣": "≡",
		"⨃": "⊍",
		"⨄": "⊎",
		"𝈸": "⊏",
		"𝈹": "⊐",
		"⨅": "⊓",
		"⨆": "⊔",
		"⨂": "⊗",
		"⍟": "⊛",
		"🝱": "⊠",
		"🝕": "⊡",
		"◁": "⊲",
		"▷": "⊳",
		"⍣": "⋆̈",
		"︴": "⌇",
		"◠": "⌒",
		"⨽": "⌙",
		"⌥": "⌤",
		"⧇": "⌻",
		"◎": "⌾",
		"⦾": "⌾",
		"⧅": "⍂",
		"⦰": "⍉",
		"⏃": "⍋",
		"⏂": "⍎",
		"⏁": "⍕",
		"⏆": "⍭",
		"☸": "⎈",
		"︵": "⏜",
		"︶": "⏝",
		"︷": "⏞",
		"︸": "⏟",
		"︹": "⏠",
		"︺": "⏡",
		"▱": "⏥",
		"⏼": "⏻",
		"︱": "│",
		"｜": "│",
		"┃": "│",
		"┏": "┌",
		"┣": "├",
		"▐": "▌",
		"▗": "▖",
		"▝": "▘",
		"☐": "□",
		"￭": "▪",
		"▸": "▶",
		"►": "▶",
		"⳩": "☧",
		"🜊": "☩",
		"🌒": "☽",
		"🌙": "☽",
		"⏾": "☾",
		"🌘": "☾",
		"⧙": "⦚",
		"🜺": "⧟",
		"⨾": "⨟",
		"𐆠": "⳨",
		"♩": "𝅘𝅥",
		"♪": "𝅘𝅥𝅮",
		"⓪": "🄍",
		"↺": "🄎",
		"˙": "ॱ",
		"ൎ": "ॱ",
		"－": "ー",
		"—": "ー",
		"―": "ー",
		"─": "ー",
		"━": "ー",
		"㇐": "ー",
		"ꟷ": "ー",
		"ᅳ": "ー",
		"ㅡ": "ー",
		"一": "ー",
		"⼀": "ー",
		"ᆖ": "ーー",
		"ힹ": "ーᅡ",
		"ힺ": "ーᅥ",
		"ힻ": "ーᅥ丨",
		"ힼ": "ーᅩ",
		"ᆕ": "ーᅮ",
		"ᅴ": "ー丨",
		"ㅢ": "ー丨",
		"ᆗ": "ー丨ᅮ",
		"🄏": "$⃠",
		"₤": "£",
		"〒": "₸",
		"〶": "₸",
		"᭜": "᭐",
		"꧆": "꧐",
		"𑓑": "১",
		"೧": "౧",
		"ၥ": "၁",
		"①": "➀",
		"⑩": "➉",
		"⏨": "₁₀",
		"𝟐": "2",
		"𝟚": "2",
		"𝟤": "2",
		"𝟮": "2",
		"𝟸": "2",
		"🯲": "2",
		"Ꝛ": "2",
		"Ƨ": "2",
		"Ϩ": "2",
		"Ꙅ": "2",
		"ᒿ": "2",
		"ꛯ": "2",
		"ꧏ": "٢",
		"۲": "٢",
		"૨": "२",
		"𑓒": "২",
		"೨": "౨",
		"②": "➁",
		"ƻ": "2̵",
		"🄃": "2,",
		"⒉": "2.",
		"㏵": "22日",
		"㍮": "22点",
		"㏶": "23日",
		"㍯": "23点",
		"㏷": "24日",
		"㍰": "24点",
		"㏸": "25日",
		"㏹": "26日",
		"㏺": "27日",
		"㏻": "28日",
		"㏼": "29日",
		"㏴": "2l日",
		"㍭": "2l点",
		"⒛": "2O.",
		"㏳": "2O日",
		"㍬": "2O点",
		"෩": "෨ා",
		"෯": "෨ී",
		"㏡": "2日",
		"㋁": "2月",
		"㍚": "2点",
		"𝈆": "3",
		"𝟑": "3",
		"𝟛": "3",
		"𝟥": "3",
		"𝟯": "3",
		"𝟹": "3",
		"🯳": "3",
		"Ɜ": "3",
		"Ȝ": "3",
		"Ʒ": "3",
		"Ꝫ": "3",
		"Ⳍ": "3",
		"З": "3",
		"Ӡ": "3",
		"𖼻": "3",
		"𑣊": "3",
		"۳": "٣",
		"𞣉": "٣",
		"૩": "३",
		"③": "➂",
		"Ҙ": "3̦",
		"🄄": "3,",
		"⒊": "3.",
		"㏾": "3l日",
		"㏽": "3O日",
		"㏢": "3日",
		"㋂": "3月",
		"㍛": "3点",
		"𝟒": "4",
		"𝟜": "4",
		"𝟦": "4",
		"𝟰": "4",
		"𝟺": "4",
		"🯴": "4",
		"Ꮞ": "4",
		"𑢯": "4",
		"۴": "٤",
		"૪": "४",
		"④": "➃",
		"🄅": "4,",
		"⒋": "4.",
		"ᔰ": "4·",
		"㏣": "4日",
		"㋃": "4月",
		"㍜": "4点",
		"𝟓": "5",
		"𝟝": "5",
		"𝟧": "5",
		"𝟱": "5",
		"𝟻": "5",
		"🯵": "5",
		"Ƽ": "5",
		"𑢻": "5",
		"⑤": "➄",
		"🄆": "5,",
		"⒌": "5.",
		"㏤": "5日",
		"㋄": "5月",
		"㍝": "5点",
		"𝟔": "6",
		"𝟞": "6",
		"𝟨": "6",
		"𝟲": "6",
		"𝟼": "6",
		"🯶": "6",
		"Ⳓ": "6",
		"б": "6",
		"Ꮾ": "6",
		"𑣕": "6",
		"۶": "٦",
		"𑓖": "৬",
		"⑥": "➅",
		"🄇": "6,",
		"⒍": "6.",
		"㏥": "6日",
		"㋅": "6月",
		"㍞": "6点",
		"𝈒": "7",
		"𝟕": "7",
		"𝟟": "7",
		"𝟩": "7",
		"𝟳": "7",
		"𝟽": "7",
		"🯷": "7",
		"𐓒": "7",
		"𑣆": "7",
		"⑦": "➆",
		"🄈": "7,",
		"⒎": "7.",
		"㏦": "7日",
		"㋆": "7月",
		"㍟": "7点",
		"ଃ": "8",
		"৪": "8",
		"੪": "8",
		"𞣋": "8",
		"𝟖": "8",
		"𝟠": "8",
		"𝟪": "8",
		"𝟴": "8",
		"𝟾": "8",
		"🯸": "8",
		"ȣ": "8",
		"Ȣ": "8",
		"𐌚": "8",
		"૮": "८",
		"⑧": "➇",
		"🄉": "8,",
		"⒏": "8.",
		"㏧": "8日",
		"㋇": "8月",
		"㍠": "8点",
		"੧": "9",
		"୨": "9",
		"৭": "9",
		"൭": "9",
		"𝟗": "9",
		"𝟡": "9",
		"𝟫": "9",
		"𝟵": "9",
		"𝟿": "9",
		"🯹": "9",
		"Ꝯ": "9",
		"Ⳋ": "9",
		"𑣌": "9",
		"𑢬": "9",
		"𑣖": "9",
		"१": "٩",
		"𑣤": "٩",
		"۹": "٩",
		"೯": "౯",
		"⑨": "➈",
		"🄊": "9,",
		"⒐": "9.",
		"㏨": "9日",
		"㋈": "9月",
		"㍡": "9点",
		"⍺": "a",
		"ａ": "a",
		"𝐚": "a",
		"𝑎": "a",
		"𝒂": "a",
		"𝒶": "a",
		"𝓪": "a",
		"𝔞": "a",
		"𝕒": "a",
		"𝖆": "a",
		"𝖺": "a",
		"𝗮": "a",
		"𝘢": "a",
		"𝙖": "a",
		"𝚊": "a",
		"ɑ": "a",
		"α": "a",
		"𝛂": "a",
		"𝛼": "a",
		"𝜶": "a",
		"𝝰": "a",
		"𝞪": "a",
		"а": "a",
		"ⷶ": "ͣ",
		"Ａ": "A",
		"𝐀": "A",
		"𝐴": "A",
		"𝑨": "A",
		"𝒜": "A",
		"𝓐": "A",
		"𝔄": "A",
		"𝔸": "A",
		"𝕬": "A",
		"𝖠": "A",
		"𝗔": "A",
		"𝘈": "A",
		"𝘼": "A",
		"𝙰": "A",
		"Α": "A",
		"𝚨": "A",
		"𝛢": "A",
		"𝜜": "A",
		"𝝖": "A",
		"𝞐": "A",
		"А": "A",
		"Ꭺ": "A",
		"ᗅ": "A",
		"ꓮ": "A",
		"𖽀": "A",
		"𐊠": "A",
		"⍶": "a̲",
		"ǎ": "ă",
		"Ǎ": "Ă",
		"ȧ": "å",
		"Ȧ": "Å",
		"ẚ": "ả",
		"℀": "a/c",
		"℁": "a/s",
		"ꜳ": "aa",
		"Ꜳ": "AA",
		"æ": "ae",
		"ӕ": "ae",
		"Æ": "AE",
		"Ӕ": "AE",
		"ꜵ": "ao",
		"Ꜵ": "AO",
		"🜇": "AR",
		"ꜷ": "au",
		"Ꜷ": "AU",
		"ꜹ": "av",
		"ꜻ": "av",
		"Ꜹ": "AV",
		"Ꜻ": "AV",
		"ꜽ": "ay",
		"Ꜽ": "AY",
		"ꭺ": "ᴀ",
		"∀": "Ɐ",
		"𝈗": "Ɐ",
		"ᗄ": "Ɐ",
		"ꓯ": "Ɐ",
		"𐐟": "Ɒ",
		"𝐛": "b",
		"𝑏": "b",
		"𝒃": "b",
		"𝒷": "b",
		"𝓫": "b",
		"𝔟": "b",
		"𝕓": "b",
		"𝖇": "b",
		"𝖻": "b",
		"𝗯": "b",
		"𝘣": "b",
		"𝙗": "b",
		"𝚋": "b",
		"Ƅ": "b",
		"Ь": "b",
		"Ꮟ": "b",
		"ᑲ": "b",
		"ᖯ": "b",
		"Ｂ": "B",
		"ℬ": "B",
		"𝐁": "B",
		"𝐵": "B",
		"𝑩": "B",
		"𝓑": "B",
		"𝔅": "B",
		"𝔹": "B",
		"𝕭": "B",
		"𝖡": "B",
		"𝗕": "B",
		"𝘉": "B",
		"𝘽": "B",
		"𝙱": "B",
		"Ꞵ": "B",
		"Β": "B",
		"𝚩": "B",
		"𝛣": "B",
		"𝜝": "B",
		"𝝗": "B",
		"𝞑": "B",
		"В": "B",
		"Ᏼ": "B",
		"ᗷ": "B",
		"ꓐ": "B",
		"𐊂": "B",
		"𐊡": "B",
		"𐌁": "B",
		"ɓ": "b̔",
		"ᑳ": "ḃ",
		"ƃ": "b̄",
		"Ƃ": "b̄",
		"Б": "b̄",
		"ƀ": "b̵",
		"ҍ": "b̵",
		"Ҍ": "b̵",
		"ѣ": "b̵",
		"Ѣ": "b̵",
		"ᑿ": "b·",
		"ᒁ": "ḃ·",
		"ᒈ": "b'",
		"Ы": "bl",
		"в": "ʙ",
		"ᏼ": "ʙ",
		"ｃ": "c",
		"ⅽ": "c",
		"𝐜": "c",
		"𝑐": "c",
		"𝒄": "c",
		"𝒸": "c",
		"𝓬": "c",
		"𝔠": "c",
		"𝕔": "c",
		"𝖈": "c",
		"𝖼": "c",
		"𝗰": "c",
		"𝘤": "c",
		"𝙘": "c",
		"𝚌": "c",
		"ᴄ": "c",
		"ϲ": "c",
		"ⲥ": "c",
		"с": "c",
		"ꮯ": "c",
		"𐐽": "c",
		"ⷭ": "ͨ",
		"🝌": "C",
		"𑣲": "C",
		"𑣩": "C",
		"Ｃ": "C",
		"Ⅽ": "C",
		"ℂ": "C",
		"ℭ": "C",
		"𝐂": "C",
		"𝐶": "C",
		"𝑪": "C",
		"𝒞": "C",
		"𝓒": "C",
		"𝕮": "C",
		"𝖢": "C",
		"𝗖": "C",
		"𝘊": "C",
		"𝘾": "C",
		"𝙲": "C",
		"Ϲ": "C",
		"Ⲥ": "C",
		"С": "C",
		"Ꮯ": "C",
		"ꓚ": "C",
		"𐊢": "C",
		"𐌂": "C",
		"𐐕": "C",
		"𐔜": "C",
		"¢": "c̸",
		"ȼ": "c̸",
		"₡": "C⃫",
		"🅮": "C⃠",
		"ç": "c̦",
		"ҫ": "c̦",
		"Ç": "C̦",
		"Ҫ": "C̦",
		"Ƈ": "C'",
		"℅": "c/o",
		"℆": "c/u",
		"🅭": "㏄	⃝",
		"⋴": "ꞓ",
		"ɛ": "ꞓ",
		"ε": "ꞓ",
		"ϵ": "ꞓ",
		"𝛆": "ꞓ",
		"𝛜": "ꞓ",
		"𝜀": "ꞓ",
		"𝜖": "ꞓ",
		"𝜺": "ꞓ",
		"𝝐": "ꞓ",
		"𝝴": "ꞓ",
		"𝞊": "ꞓ",
		"𝞮": "ꞓ",
		"𝟄": "ꞓ",
		"ⲉ": "ꞓ",
		"є": "ꞓ",
		"ԑ": "ꞓ",
		"ꮛ": "ꞓ",
		"𑣎": "ꞓ",
		"𐐩": "ꞓ",
		"€": "Ꞓ",
		"Ⲉ": "Ꞓ",
		"Є": "Ꞓ",
		"⍷": "ꞓ̲",
		"ͽ": "ꜿ",
		"Ͽ": "Ꜿ",
		"ⅾ": "d",
		"ⅆ": "d",
		"𝐝": "d",
		"𝑑": "d",
		"𝒅": "d",
		"𝒹": "d",
		"𝓭": "d",
		"𝔡": "d",
		"𝕕": "d",
		"𝖉": "d",
		"𝖽": "d",
		"𝗱": "d",
		"𝘥": "d",
		"𝙙": "d",
		"𝚍": "d",
		"ԁ": "d",
		"Ꮷ": "d",
		"ᑯ": "d",
		"ꓒ": "d",
		"Ⅾ": "D",
		"ⅅ": "D",
		"𝐃": "D",
		"𝐷": "D",
		"𝑫": "D",
		"𝒟": "D",
		"𝓓": "D",
		"𝔇": "D",
		"𝔻": "D",
		"𝕯": "D",
		"𝖣": "D",
		"𝗗": "D",
		"𝘋": "D",
		"𝘿": "D",
		"𝙳": "D",
		"Ꭰ": "D",
		"ᗞ": "D",
		"ᗪ": "D",
		"ꓓ": "D",
		"ɗ": "d̔",
		"ɖ": "d̨",
		"ƌ": "d̄",
		"đ": "d̵",
		"Đ": "D̵",
		"Ð": "D̵",
		"Ɖ": "D̵",
		"₫": "ḏ̵",
		"ꝺ": "Ꝺ",
		"ᑻ": "d·",
		"ᒇ": "d'",
		"ʤ": "dȝ",
		"ǳ": "dz",
		"ʣ": "dz",
		"ǲ": "Dz",
		"Ǳ": "DZ",
		"ǆ": "dž",
		"ǅ": "Dž",
		"Ǆ": "DŽ",
		"ʥ": "dʑ",
		"ꭰ": "ᴅ",
		"⸹": "ẟ",
		"δ": "ẟ",
		"𝛅": "ẟ",
		"𝛿": "ẟ",
		"𝜹": "ẟ",
		"𝝳": "ẟ",
		"𝞭": "ẟ",
		"ծ": "ẟ",
		"ᕷ": "ẟ",
		"℮": "e",
		"ｅ": "e",
		"ℯ": "e",
		"ⅇ": "e",
		"𝐞": "e",
		"𝑒": "e",
		"𝒆": "e",
		"𝓮": "e",
		"𝔢": "e",
		"𝕖": "e",
		"𝖊": "e",
		"𝖾": "e",
		"𝗲": "e",
		"𝘦": "e",
		"𝙚": "e",
		"𝚎": "e",
		"ꬲ": "e",
		"е": "e",
		"ҽ": "e",
		"ⷷ": "ͤ",
		"⋿": "E",
		"Ｅ": "E",
		"ℰ": "E",
		"𝐄": "E",
		"𝐸": "E",
		"𝑬": "E",
		"𝓔": "E",
		"𝔈": "E",
		"𝔼": "E",
		"𝕰": "E",
		"𝖤": "E",
		"𝗘": "E",
		"𝘌": "E",
		"𝙀": "E",
		"𝙴": "E",
		"Ε": "E",
		"𝚬": "E",
		"𝛦": "E",
		"𝜠": "E",
		"𝝚": "E",
		"𝞔": "E",
		"Е": "E",
		"ⴹ": "E",
		"Ꭼ": "E",
		"ꓰ": "E",
		"𑢦": "E",
		"𑢮": "E",
		"𐊆": "E",
		"ě": "ĕ",
		"Ě": "Ĕ",
		"ɇ": "e̸",
		"Ɇ": "E̸",
		"ҿ": "ę",
		"ꭼ": "ᴇ",
		"ə": "ǝ",
		"ә": "ǝ",
		"∃": "Ǝ",
		"ⴺ": "Ǝ",
		"ꓱ": "Ǝ",
		"ɚ": "ǝ˞",
		"ᴔ": "ǝo",
		"ꭁ": "ǝo̸",
		"ꭂ": "ǝo̵",
		"Ә": "Ə",
		"𝈡": "Ɛ",
		"ℇ": "Ɛ",
		"Ԑ": "Ɛ",
		"Ꮛ": "Ɛ",
		"𖼭": "Ɛ",
		"𐐁": "Ɛ",
		"ᶟ": "ᵋ",
		"ᴈ": "ɜ",
		"з": "ɜ",
		"ҙ": "ɜ̦",
		"𐑂": "ɞ",
		"ꞝ": "ʚ",
		"𐐪": "ʚ",
		"𝐟": "f",
		"𝑓": "f",
		"𝒇": "f",
		"𝒻": "f",
		"𝓯": "f",
		"𝔣": "f",
		"𝕗": "f",
		"𝖋": "f",
		"𝖿": "f",
		"𝗳": "f",
		"𝘧": "f",
		"𝙛": "f",
		"𝚏": "f",
		"ꬵ": "f",
		"ꞙ": "f",
		"ſ": "f",
		"ẝ": "f",
		"ք": "f",
		"𝈓": "F",
		"ℱ": "F",
		"𝐅": "F",
		"𝐹": "F",
		"𝑭": "F",
		"𝓕": "F",
		"𝔉": "F",
		"𝔽": "F",
		"𝕱": "F",
		"𝖥": "F",
		"𝗙": "F",
		"𝘍": "F",
		"𝙁": "F",
		"𝙵": "F",
		"Ꞙ": "F",
		"Ϝ": "F",
		"𝟊": "F",
		"ᖴ": "F",
		"ꓝ": "F",
		"𑣂": "F",
		"𑢢": "F",
		"𐊇": "F",
		"𐊥": "F",
		"𐔥": "F",
		"ƒ": "f̦",
		"Ƒ": "F̦",
		"ᵮ": "f̴",
		"℻": "FAX",
		"ﬀ": "ff",
		"ﬃ": "ffi",
		"ﬄ": "ffl",
		"ﬁ": "fi",
		"ﬂ": "fl",
		"ʩ": "fŋ",
		"ᖵ": "Ⅎ",
		"ꓞ": "Ⅎ",
		"𝈰": "ꟻ",
		"ᖷ": "ꟻ",
		"ｇ": "g",
		"ℊ": "g",
		"𝐠": "g",
		"𝑔": "g",
		"𝒈": "g",
		"𝓰": "g",
		"𝔤": "g",
		"𝕘": "g",
		"𝖌": "g",
		"𝗀": "g",
		"𝗴": "g",
		"𝘨": "g",
		"𝙜": "g",
		"𝚐": "g",
		"ɡ": "g",
		"ᶃ": "g",
		"ƍ": "g",
		"ց": "g",
		"𝐆": "G",
		"𝐺": "G",
		"𝑮": "G",
		"𝒢": "G",
		"𝓖": "G",
		"𝔊": "G",
		"𝔾": "G",
		"𝕲": "G",
		"𝖦": "G",
		"𝗚": "G",
		"𝘎": "G",
		"𝙂": "G",
		"𝙶": "G",
		"Ԍ": "G",
		"Ꮐ": "G",
		"Ᏻ": "G",
		"ꓖ": "G",
		"ᶢ": "ᵍ",
		"ɠ": "g̔",
		"ǧ": "ğ",
		"Ǧ": "Ğ",
		"ǵ": "ģ",
		"ǥ": "g̵",
		"Ǥ": "G̵",
		"Ɠ": "G'",
		"ԍ": "ɢ",
		"ꮐ": "ɢ",
		"ᏻ": "ɢ",
		"ｈ": "h",
		"ℎ": "h",
		"𝐡": "h",
		"𝒉": "h",
		"𝒽": "h",
		"𝓱": "h",
		"𝔥": "h",
		"𝕙": "h",
		"𝖍": "h",
		"𝗁": "h",
		"𝗵": "h",
		"𝘩": "h",
		"𝙝": "h",
		"𝚑": "h",
		"һ": "h",
		"հ": "h",
		"Ꮒ": "h",
		"Ｈ": "H",
		"ℋ": "H",
		"ℌ": "H",
		"ℍ": "H",
		"𝐇": "H",
		"𝐻": "H",
		"𝑯": "H",
		"𝓗": "H",
		"𝕳": "H",
		"𝖧": "H",
		"𝗛": "H",
		"𝘏": "H",
		"𝙃": "H",
		"𝙷": "H",
		"Η": "H",
		"𝚮": "H",
		"𝛨": "H",
		"𝜢": "H",
		"𝝜": "H",
		"𝞖": "H",
		"Ⲏ": "H",
		"Н": "H",
		"Ꮋ": "H",
		"ᕼ": "H",
		"ꓧ": "H",
		"𐋏": "H",
		"ᵸ": "ᴴ",
		"ɦ": "h̔",
		"ꚕ": "h̔",
		"Ᏺ": "h̔",
		"Ⱨ": "H̩",
		"Ң": "H̩",
		"ħ": "h̵",
		"ℏ": "h̵",
		"ћ": "h̵",
		"Ħ": "H̵",
		"Ӊ": "H̦",
		"Ӈ": "H̦",
		"н": "ʜ",
		"ꮋ": "ʜ",
		"ң": "ʜ̩",
		"ӊ": "ʜ̦",
		"ӈ": "ʜ̦",
		"Ԋ": "Ƕ",
		"ꮀ": "ⱶ",
		"Ͱ": "Ⱶ",
		"Ꭸ": "Ⱶ",
		"Ꮀ": "Ⱶ",
		"ꚱ": "Ⱶ",
		"ꞕ": "ꜧ",
		"˛": "i",
		"⍳": "i",
		"ｉ": "i",
		"ⅰ": "i",
		"ℹ": "i",
		"ⅈ": "i",
		"𝐢": "i",
		"𝑖": "i",
		"𝒊": "i",
		"𝒾": "i",
		"𝓲": "i",
		"𝔦": "i",
		"𝕚": "i",
		"𝖎": "i",
		"𝗂": "i",
		"𝗶": "i",
		"𝘪": "i",
		"𝙞": "i",
		"𝚒": "i",
		"ı": "i",
		"𝚤": "i",
		"ɪ": "i",
		"ɩ": "i",
		"ι": "i",
		"ι": "i",
		"ͺ": "i",
		"𝛊": "i",
		"𝜄": "i",
		"𝜾": "i",
		"𝝸": "i",
		"𝞲": "i",
		"і": "i",
		"ꙇ": "i",
		"ӏ": "i",
		"ꭵ": "i",
		"Ꭵ": "i",
		"𑣃": "i",
		"ⓛ": "Ⓘ",
		"⍸": "i̲",
		"ǐ": "ĭ",
		"Ǐ": "Ĭ",
		"ɨ": "i̵",
		"ᵻ": "i̵",
		"ᵼ": "i̵",
		"ⅱ": "ii",
		"ⅲ": "iii",
		"ĳ": "ij",
		"ⅳ": "iv",
		"ⅸ": "ix",
		"ｊ": "j",
		"ⅉ": "j",
		"𝐣": "j",
		"𝑗": "j",
		"𝒋": "j",
		"𝒿": "j",
		"𝓳": "j",
		"𝔧": "j",
		"𝕛": "j",
		"𝖏": "j",
		"𝗃": "j",
		"𝗷": "j",
		"𝘫": "j",
		"𝙟": "j",
		"𝚓": "j",
		"ϳ": "j",
		"ј": "j",
		"Ｊ": "J",
		"𝐉": "J",
		"𝐽": "J",
		"𝑱": "J",
		"𝒥": "J",
		"𝓙": "J",
		"𝔍": "J",
		"𝕁": "J",
		"𝕵": "J",
		"𝖩": "J",
		"𝗝": "J",
		"𝘑": "J",
		"𝙅": "J",
		"𝙹": "J",
		"Ʝ": "J",
		"Ϳ": "J",
		"Ј": "J",
		"Ꭻ": "J",
		"ᒍ": "J",
		"ꓙ": "J",
		"ɉ": "j̵",
		"Ɉ": "J̵",
		"ᒙ": "J·",
		"𝚥": "ȷ",
		"յ": "ȷ",
		"ꭻ": "ᴊ",
		"𝐤": "k",
		"𝑘": "k",
		"𝒌": "k",
		"𝓀": "k",
		"𝓴": "k",
		"𝔨": "k",
		"𝕜": "k",
		"𝖐": "k",
		"𝗄": "k",
		"𝗸": "k",
		"𝘬": "k",
		"𝙠": "k",
		"𝚔": "k",
		"K": "K",
		"Ｋ": "K",
		"𝐊": "K",
		"𝐾": "K",
		"𝑲": "K",
		"𝒦": "K",
		"𝓚": "K",
		"𝔎": "K",
		"𝕂": "K",
		"𝕶": "K",
		"𝖪": "K",
		"𝗞": "K",
		"𝘒": "K",
		"𝙆": "K",
		"𝙺": "K",
		"Κ": "K",
		"𝚱": "K",
		"𝛫": "K",
		"𝜥": "K",
		"𝝟": "K",
		"𝞙": "K",
		"Ⲕ": "K",
		"К": "K",
		"Ꮶ": "K",
		"ᛕ": "K",
		"ꓗ": "K",
		"𐔘": "K",
		"ƙ": "k̔",
		"Ⱪ": "K̩",
		"Қ": "K̩",
		"₭": "K̵",
		"Ꝁ": "K̵",
		"Ҟ": "K̵",
		"Ƙ": "K'",
		"׀": "l",
		"|": "l",
		"∣": "l",
		"⏽": "l",
		"￨": "l",
		"١": "l",
		"۱": "l",
		"𐌠": "l",
		"𞣇": "l",
		"𝟏": "l",
		"𝟙": "l",
		"𝟣": "l",
		"𝟭": "l",
		"𝟷": "l",
		"🯱": "l",
		"I": "l",
		"Ｉ": "l",
		"Ⅰ": "l",
		"ℐ": "l",
		"ℑ": "l",
		"𝐈": "l",
		"𝐼": "l",
		"𝑰": "l",
		"𝓘": "l",
		"𝕀": "l",
		"𝕴": "l",
		"𝖨": "l",
		"𝗜": "l",
		"𝘐": "l",
		"𝙄": "l",
		"𝙸": "l",
		"Ɩ": "l",
		"ｌ": "l",
		"ⅼ": "l",
		"ℓ": "l",
		"𝐥": "l",
		"𝑙": "l",
		"𝒍": "l",
		"𝓁": "l",
		"𝓵": "l",
		"𝔩": "l",
		"𝕝": "l",
		"𝖑": "l",
		"𝗅": "l",
		"𝗹": "l",
		"𝘭": "l",
		"𝙡": "l",
		"𝚕": "l",
		"ǀ": "l",
		"Ι": "l",
		"𝚰": "l",
		"𝛪": "l",
		"𝜤": "l",
		"𝝞": "l",
		"𝞘": "l",
		"Ⲓ": "l",
		"І": "l",
		"Ӏ": "l",
		"ו": "l",
		"ן": "l",
		"ا": "l",
		"𞸀": "l",
		"𞺀": "l",
		"ﺎ": "l",
		"ﺍ": "l",
		"ߊ": "l",
		"ⵏ": "l",
		"ᛁ": "l",
		"ꓲ": "l",
		"𖼨": "l",
		"𐊊": "l",
		"𐌉": "l",
		"𝈪": "L",
		"Ⅼ": "L",
		"ℒ": "L",
		"𝐋": "L",
		"𝐿": "L",
		"𝑳": "L",
		"𝓛": "L",
		"𝔏": "L",
		"𝕃": "L",
		"𝕷": "L",
		"𝖫": "L",
		"𝗟": "L",
		"𝘓": "L",
		"𝙇": "L",
		"𝙻": "L",
		"Ⳑ": "L",
		"Ꮮ": "L",
		"ᒪ": "L",
		"ꓡ": "L",
		"𖼖": "L",
		"𑢣": "L",
		"𑢲": "L",
		"𐐛": "L",
		"𐔦": "L",
		"ﴼ": "l̋",
		"ﴽ": "l̋",
		"ł": "l̸",
		"Ł": "L̸",
		"ɭ": "l̨",
		"Ɨ": "l̵",
		"ƚ": "l̵",
		"ɫ": "l̴",
		"إ": "lٕ",
		"ﺈ": "lٕ",
		"ﺇ": "lٕ",
		"ٳ": "lٕ",
		"ŀ": "l·",
		"Ŀ": "l·",
		"ᒷ": "l·",
		"🄂": "l,",
		"⒈": "l.",
		"ױ": "l'",
		"⒓": "l2.",
		"㏫": "l2日",
		"㋋": "l2月",
		"㍤": "l2点",
		"⒔": "l3.",
		"㏬": "l3日",
		"㍥": "l3点",
		"⒕": "l4.",
		"㏭": "l4日",
		"㍦": "l4点",
		"⒖": "l5.",
		"㏮": "l5日",
		"㍧": "l5点",
		"⒗": "l6.",
		"㏯": "l6日",
		"㍨": "l6点",
		"⒘": "l7.",
		"㏰": "l7日",
		"㍩": "l7点",
		"⒙": "l8.",
		"㏱": "l8日",
		"㍪": "l8点",
		"⒚": "l9.",
		"㏲": "l9日",
		"㍫": "l9点",
		"ǉ": "lj",
		"Ĳ": "lJ",
		"ǈ": "Lj",
		"Ǉ": "LJ",
		"‖": "ll",
		"∥": "ll",
		"Ⅱ": "ll",
		"ǁ": "ll",
		"װ": "ll",
		"𐆙": "l̵l̵",
		"⒒": "ll.",
		"Ⅲ": "lll",
		"𐆘": "l̵l̵S̵",
		"㏪": "ll日",
		"㋊": "ll月",
		"㍣": "ll点",
		"Ю": "lO",
		"⒑": "lO.",
		"㏩": "lO日",
		"㋉": "lO月",
		"㍢": "lO点",
		"ʪ": "ls",
		"₶": "lt",
		"Ⅳ": "lV",
		"Ⅸ": "lX",
		"ɮ": "lȝ",
		"ʫ": "lz",
		"أ": "lٴ",
		"ﺄ": "lٴ",
		"ﺃ": "lٴ",
		"ٲ": "lٴ",
		"ٵ": "lٴ",
		"ﷳ": "lكبر",
		"ﷲ": "lللّٰo",
		"㏠": "l日",
		"㋀": "l月",
		"㍙": "l点",
		"ⳑ": "ʟ",
		"ꮮ": "ʟ",
		"𐑃": "ʟ",
		"Ｍ": "M",
		"Ⅿ": "M",
		"ℳ": "M",
		"𝐌": "M",
		"𝑀": "M",
		"𝑴": "M",
		"𝓜": "M",
		"𝔐": "M",
		"𝕄": "M",
		"𝕸": "M",
		"𝖬": "M",
		"𝗠": "M",
		"𝘔": "M",
		"𝙈": "M",
		"𝙼": "M",
		"Μ": "M",
		"𝚳": "M",
		"𝛭": "M",
		"𝜧": "M",
		"𝝡": "M",
		"𝞛": "M",
		"Ϻ": "M",
		"Ⲙ": "M",
		"М": "M",
		"Ꮇ": "M",
		"ᗰ": "M",
		"ᛖ": "M",
		"ꓟ": "M",
		"𐊰": "M",
		"𐌑": "M",
		"Ӎ": "M̦",
		"🝫": "MB",
		"ⷨ": "ᷟ",
		"𝐧": "n",
		"𝑛": "n",
		"𝒏": "n",
		"𝓃": "n",
		"𝓷": "n",
		"𝔫": "n",
		"𝕟": "n",
		"𝖓": "n",
		"𝗇": "n",
		"𝗻": "n",
		"𝘯": "n",
		"𝙣": "n",
		"𝚗": "n",
		"ո": "n",
		"ռ": "n",
		"Ｎ": "N",
		"ℕ": "N",
		"𝐍": "N",
		"𝑁": "N",
		"𝑵": "N",
		"𝒩": "N",
		"𝓝": "N",
		"𝔑": "N",
		"𝕹": "N",
		"𝖭": "N",
		"𝗡": "N",
		"𝘕": "N",
		"𝙉": "N",
		"𝙽": "N",
		"Ν": "N",
		"𝚴": "N",
		"𝛮": "N",
		"𝜨": "N",
		"𝝢": "N",
		"𝞜": "N",
		"Ⲛ": "N",
		"ꓠ": "N",
		"𐔓": "N",
		"𐆎": "N̊",
		"ɳ": "n̨",
		"ƞ": "n̩",
		"η": "n̩",
		"𝛈": "n̩",
		"𝜂": "n̩",
		"𝜼": "n̩",
		"𝝶": "n̩",
		"𝞰": "n̩",
		"Ɲ": "N̦",
		"ᵰ": "n̴",
		"ǌ": "nj",
		"ǋ": "Nj",
		"Ǌ": "NJ",
		"№": "No",
		"ͷ": "ᴎ",
		"и": "ᴎ",
		"𐑍": "ᴎ",
		"ņ": "ɲ",
		"ం": "o",
		"ಂ": "o",
		"ം": "o",
		"ං": "o",
		"०": "o",
		"੦": "o",
		"૦": "o",
		"௦": "o",
		"౦": "o",
		"೦": "o",
		"൦": "o",
		"๐": "o",
		"໐": "o",
		"၀": "o",
		"٥": "o",
		"۵": "o",
		"ｏ": "o",
		"ℴ": "o",
		"𝐨": "o",
		"𝑜": "o",
		"𝒐": "o",
		"𝓸": "o",
		"𝔬": "o",
		"𝕠": "o",
		"𝖔": "o",
		"𝗈": "o",
		"𝗼": "o",
		"𝘰": "o",
		"𝙤": "o",
		"𝚘": "o",
		"ᴏ": "o",
		"ᴑ": "o",
		"ꬽ": "o",
		"ο": "o",
		"𝛐": "o",
		"𝜊": "o",
		"𝝄": "o",
		"𝝾": "o",
		"𝞸": "o",
		"σ": "o",
		"𝛔": "o",
		"𝜎": "o",
		"𝝈": "o",
		"𝞂": "o",
		"𝞼": "o",
		"ⲟ": "o",
		"о": "o",
		"ჿ": "o",
		"օ": "o",
		"ס": "o",
		"ه": "o",
		"𞸤": "o",
		"𞹤": "o",
		"𞺄": "o",
		"ﻫ": "o",
		"ﻬ": "o",
		"ﻪ": "o",
		"ﻩ": "o",
		"ھ": "o",
		"ﮬ": "o",
		"ﮭ": "o",
		"ﮫ": "o",
		"ﮪ": "o",
		"ہ": "o",
		"ﮨ": "o",
		"ﮩ": "o",
		"ﮧ": "o",
		"ﮦ": "o",
		"ە": "o",
		"ഠ": "o",
		"ဝ": "o",
		"𐓪": "o",
		"𑣈": "o",
		"𑣗": "o",
		"𐐬": "o",
		"߀": "O",
		"০": "O",
		"୦": "O",
		"〇": "O",
		"𑓐": "O",
		"𑣠": "O",
		"𝟎": "O",
		"𝟘": "O",
		"𝟢": "O",
		"𝟬": "O",
		"𝟶": "O",
		"🯰": "O",
		"Ｏ": "O",
		"𝐎": "O",
		"𝑂": "O",
		"𝑶": "O",
		"𝒪": "O",
		"𝓞": "O",
		"𝔒": "O",
		"𝕆": "O",
		"𝕺": "O",
		"𝖮": "O",
		"𝗢": "O",
		"𝘖": "O",
		"𝙊": "O",
		"𝙾": "O",
		"Ο": "O",
		"𝚶": "O",
		"𝛰": "O",
		"𝜪": "O",
		"𝝤": "O",
		"𝞞": "O",
		"Ⲟ": "O",
		"О": "O",
		"Օ": "O",
		"ⵔ": "O",
		"ዐ": "O",
		"ଠ": "O",
		"𐓂": "O",
		"ꓳ": "O",
		"𑢵": "O",
		"𐊒": "O",
		"𐊫": "O",
		"𐐄": "O",
		"𐔖": "O",
		"⁰": "º",
		"ᵒ": "º",
		"ǒ": "ŏ",
		"Ǒ": "Ŏ",
		"ۿ": "ô",
		"Ő": "Ö",
		"ø": "o̸",
		"ꬾ": "o̸",
		"Ø": "O̸",
		"ⵁ": "O̸",
		"Ǿ": "Ó̸",
		"ɵ": "o̵",
		"ꝋ": "o̵",
		"ө": "o̵",
		"ѳ": "o̵",
		"ꮎ": "o̵",
		"ꮻ": "o̵",
		"⊖": "O̵",
		"⊝": "O̵",
		"⍬": "O̵",
		"𝈚": "O̵",
		"🜔": "O̵",
		"Ɵ": "O̵",
		"Ꝋ": "O̵",
		"θ": "O̵",
		"ϑ": "O̵",
		"𝛉": "O̵",
		"𝛝": "O̵",
		"𝜃": "O̵",
		"𝜗": "O̵",
		"𝜽": "O̵",
		"𝝑": "O̵",
		"𝝷": "O̵",
		"𝞋": "O̵",
		"𝞱": "O̵",
		"𝟅": "O̵",
		"Θ": "O̵",
		"ϴ": "O̵",
		"𝚯": "O̵",
		"𝚹": "O̵",
		"𝛩": "O̵",
		"𝛳": "O̵",
		"𝜣": "O̵",
		"𝜭": "O̵",
		"𝝝": "O̵",
		"𝝧": "O̵",
		"𝞗": "O̵",
		"𝞡": "O̵",
		"Ө": "O̵",
		"Ѳ": "O̵",
		"ⴱ": "O̵",
		"Ꮎ": "O̵",
		"Ꮻ": "O̵",
		"ꭴ": "ơ",
		"ﳙ": "oٰ",
		"🄁": "O,",
		"🄀": "O.",
		"ơ": "o'",
		"Ơ": "O'",
		"Ꭴ": "O'",
		"%": "º/₀",
		"٪": "º/₀",
		"⁒": "º/₀",
		"‰": "º/₀₀",
		"؉": "º/₀₀",
		"‱": "º/₀₀₀",
		"؊": "º/₀₀₀",
		"œ": "oe",
		"Œ": "OE",
		"ɶ": "oᴇ",
		"∞": "oo",
		"ꝏ": "oo",
		"ꚙ": "oo",
		"Ꝏ": "OO",
		"Ꚙ": "OO",
		"ﳗ": "oج",
		"ﱑ": "oج",
		"ﳘ": "oم",
		"ﱒ": "oم",
		"ﶓ": "oمج",
		"ﶔ": "oمم",
		"ﱓ": "oى",
		"ﱔ": "oى",
		"ൟ": "oരo",
		"တ": "oာ",
		"㍘": "O点",
		"ↄ": "ɔ",
		"ᴐ": "ɔ",
		"ͻ": "ɔ",
		"𐑋": "ɔ",
		"Ↄ": "Ɔ",
		"Ͻ": "Ɔ",
		"ꓛ": "Ɔ",
		"𐐣": "Ɔ",
		"ꬿ": "ɔ̸",
		"ꭢ": "ɔe",
		"𐐿": "ɷ",
		"⍴": "p",
		"ｐ": "p",
		"𝐩": "p",
		"𝑝": "p",
		"𝒑": "p",
		"𝓅": "p",
		"𝓹": "p",
		"𝔭": "p",
		"𝕡": "p",
		"𝖕": "p",
		"𝗉": "p",
		"𝗽": "p",
		"𝘱": "p",
		"𝙥": "p",
		"𝚙": "p",
		"ρ": "p",
		"ϱ": "p",
		"𝛒": "p",
		"𝛠": "p",
		"𝜌": "p",
		"𝜚": "p",
		"𝝆": "p",
		"𝝔": "p",
		"𝞀": "p",
		"𝞎": "p",
		"𝞺": "p",
		"𝟈": "p",
		"ⲣ": "p",
		"р": "p",
		"Ｐ": "P",
		"ℙ": "P",
		"𝐏": "P",
		"𝑃": "P",
		"𝑷": "P",
		"𝒫": "P",
		"𝓟": "P",
		"𝔓": "P",
		"𝕻": "P",
		"𝖯": "P",
		"𝗣": "P",
		"𝘗": "P",
		"𝙋": "P",
		"𝙿": "P",
		"Ρ": "P",
		"𝚸": "P",
		"𝛲": "P",
		"𝜬": "P",
		"𝝦": "P",
		"𝞠": "P",
		"Ⲣ": "P",
		"Р": "P",
		"Ꮲ": "P",
		"ᑭ": "P",
		"ꓑ": "P",
		"𐊕": "P",
		"ƥ": "p̔",
		"ᵽ": "p̵",
		"ᑷ": "p·",
		"ᒆ": "P'",
		"ᴩ": "ᴘ",
		"ꮲ": "ᴘ",
		"φ": "ɸ",
		"ϕ": "ɸ",
		"𝛗": "ɸ",
		"𝛟": "ɸ",
		"𝜑": "ɸ",
		"𝜙": "ɸ",
		"𝝋": "ɸ",
		"𝝓": "ɸ",
		"𝞅": "ɸ",
		"𝞍": "ɸ",
		"𝞿": "ɸ",
		"𝟇": "ɸ",
		"ⲫ": "ɸ",
		"ф": "ɸ",
		"𝐪": "q",
		"𝑞": "q",
		"𝒒": "q",
		"𝓆": "q",
		"𝓺": "q",
		"𝔮": "q",
		"𝕢": "q",
		"𝖖": "q",
		"𝗊": "q",
		"𝗾": "q",
		"𝘲": "q",
		"𝙦": "q",
		"𝚚": "q",
		"ԛ": "q",
		"գ": "q",
		"զ": "q",
		"ℚ": "Q",
		"𝐐": "Q",
		"𝑄": "Q",
		"𝑸": "Q",
		"𝒬": "Q",
		"𝓠": "Q",
		"𝔔": "Q",
		"𝕼": "Q",
		"𝖰": "Q",
		"𝗤": "Q",
		"𝘘": "Q",
		"𝙌": "Q",
		"𝚀": "Q",
		"ⵕ": "Q",
		"ʠ": "q̔",
		"🜀": "QE",
		"ᶐ": "ɋ",
		"ᴋ": "ĸ",
		"κ": "ĸ",
		"ϰ": "ĸ",
		"𝛋": "ĸ",
		"𝛞": "ĸ",
		"𝜅": "ĸ",
		"𝜘": "ĸ",
		"𝜿": "ĸ",
		"𝝒": "ĸ",
		"𝝹": "ĸ",
		"𝞌": "ĸ",
		"𝞳": "ĸ",
		"𝟆": "ĸ",
		"ⲕ": "ĸ",
		"к": "ĸ",
		"ꮶ": "ĸ",
		"қ": "ĸ̩",
		"ҟ": "ĸ̵",
		"𝐫": "r",
		"𝑟": "r",
		"𝒓": "r",
		"𝓇": "r",
		"𝓻": "r",
		"𝔯": "r",
		"𝕣": "r",
		"𝖗": "r",
		"𝗋": "r",
		"𝗿": "r",
		"𝘳": "r",
		"𝙧": "r",
		"𝚛": "r",
		"ꭇ": "r",
		"ꭈ": "r",
		"ᴦ": "r",
		"ⲅ": "r",
		"г": "r",
		"ꮁ": "r",
		"𝈖": "R",
		"ℛ": "R",
		"ℜ": "R",
		"ℝ": "R",
		"𝐑": "R",
		"𝑅": "R",
		"𝑹": "R",
		"𝓡": "R",
		"𝕽": "R",
		"𝖱": "R",
		"𝗥": "R",
		"𝘙": "R",
		"𝙍": "R",
		"𝚁": "R",
		"Ʀ": "R",
		"Ꭱ": "R",
		"Ꮢ": "R",
		"𐒴": "R",
		"ᖇ": "R",
		"ꓣ": "R",
		"𖼵": "R",
		"ɽ": "r̨",
		"ɼ": "r̩",
		"ɍ": "r̵",
		"ғ": "r̵",
		"ᵲ": "r̴",
		"ґ": "r'",
		"𑣣": "rn",
		"m": "rn",
		"ⅿ": "rn",
		"𝐦": "rn",
		"𝑚": "rn",
		"𝒎": "rn",
		"𝓂": "rn",
		"𝓶": "rn",
		"𝔪": "rn",
		"𝕞": "rn",
		"𝖒": "rn",
		"𝗆": "rn",
		"𝗺": "rn",
		"𝘮": "rn",
		"𝙢": "rn",
		"𝚖": "rn",
		"𑜀": "rn",
		"₥": "rn̸",
		"ɱ": "rn̦",
		"ᵯ": "rn̴",
		"₨": "Rs",
		"ꭱ": "ʀ",
		"ꮢ": "ʀ",
		"я": "ᴙ",
		"ᵳ": "ɾ̴",
		"℩": "ɿ",
		"ｓ": "s",
		"𝐬": "s",
		"𝑠": "s",
		"𝒔": "s",
		"𝓈": "s",
		"𝓼": "s",
		"𝔰": "s",
		"𝕤": "s",
		"𝖘": "s",
		"𝗌": "s",
		"𝘀": "s",
		"𝘴": "s",
		"𝙨": "s",
		"𝚜": "s",
		"ꜱ": "s",
		"ƽ": "s",
		"ѕ": "s",
		"ꮪ": "s",
		"𑣁": "s",
		"𐑈": "s",
		"Ｓ": "S",
		"𝐒": "S",
		"𝑆": "S",
		"𝑺": "S",
		"𝒮": "S",
		"𝓢": "S",
		"𝔖": "S",
		"𝕊": "S",
		"𝕾": "S",
		"𝖲": "S",
		"𝗦": "S",
		"𝘚": "S",
		"𝙎": "S",
		"𝚂": "S",
		"Ѕ": "S",
		"Տ": "S",
		"Ꮥ": "S",
		"Ꮪ": "S",
		"ꓢ": "S",
		"𖼺": "S",
		"𐊖": "S",
		"𐐠": "S",
		"ʂ": "s̨",
		"ᵴ": "s̴",
		"ꞵ": "ß",
		"β": "ß",
		"ϐ": "ß",
		"𝛃": "ß",
		"𝛽": "ß",
		"𝜷": "ß",
		"𝝱": "ß",
		"𝞫": "ß",
		"Ᏸ": "ß",
		"🝜": "sss",
		"ﬆ": "st",
		"∫": "ʃ",
		"ꭍ": "ʃ",
		"∑": "Ʃ",
		"⅀": "Ʃ",
		"Σ": "Ʃ",
		"𝚺": "Ʃ",
		"𝛴": "Ʃ",
		"𝜮": "Ʃ",
		"𝝨": "Ʃ",
		"𝞢": "Ʃ",
		"ⵉ": "Ʃ",
		"∬": "ʃʃ",
		"∭": "ʃʃʃ",
		"⨌": "ʃʃʃʃ",
		"𝐭": "t",
		"𝑡": "t",
		"𝒕": "t",
		"𝓉": "t",
		"𝓽": "t",
		"𝔱": "t",
		"𝕥": "t",
		"𝖙": "t",
		"𝗍": "t",
		"𝘁": "t",
		"𝘵": "t",
		"𝙩": "t",
		"𝚝": "t",
		"⊤": "T",
		"⟙": "T",
		"🝨": "T",
		"Ｔ": "T",
		"𝐓": "T",
		"𝑇": "T",
		"𝑻": "T",
		"𝒯": "T",
		"𝓣": "T",
		"𝔗": "T",
		"𝕋": "T",
		"𝕿": "T",
		"𝖳": "T",
		"𝗧": "T",
		"𝘛": "T",
		"𝙏": "T",
		"𝚃": "T",
		"Τ": "T",
		"𝚻": "T",
		"𝛵": "T",
		"𝜯": "T",
		"𝝩": "T",
		"𝞣": "T",
		"Ⲧ": "T",
		"Т": "T",
		"Ꭲ": "T",
		"ꓔ": "T",
		"𖼊": "T",
		"𑢼": "T",
		"𐊗": "T",
		"𐊱": "T",
		"𐌕": "T",
		"ƭ": "t̔",
		"⍡": "T̈",
		"Ⱦ": "T̸",
		"Ț": "Ţ",
		"Ʈ": "T̨",
		"Ҭ": "T̩",
		"₮": "T⃫",
		"ŧ": "t̵",
		"Ŧ": "T̵",
		"ᵵ": "t̴",
		"Ⴀ": "Ꞇ",
		"Ꜩ": "T3",
		"ʨ": "tɕ",
		"℡": "TEL",
		"ꝷ": "tf",
		"ʦ": "ts",
		"ʧ": "tʃ",
		"ꜩ": "tȝ",
		"τ": "ᴛ",
		"𝛕": "ᴛ",
		"𝜏": "ᴛ",
		"𝝉": "ᴛ",
		"𝞃": "ᴛ",
		"𝞽": "ᴛ",
		"т": "ᴛ",
		"ꭲ": "ᴛ",
		"ҭ": "ᴛ̩",
		"ţ": "ƫ",
		"ț": "ƫ",
		"Ꮏ": "ƫ",
		"𝐮": "u",
		"𝑢": "u",
		"𝒖": "u",
		"𝓊": "u",
		"𝓾": "u",
		"𝔲": "u",
		"𝕦": "u",
		"𝖚": "u",
		"𝗎": "u",
		"𝘂": "u",
		"𝘶": "u",
		"𝙪": "u",
		"𝚞": "u",
		"ꞟ": "u",
		"ᴜ": "u",
		"ꭎ": "u",
		"ꭒ": "u",
		"ʋ": "u",
		"υ": "u",
		"𝛖": "u",
		"𝜐": "u",
		"𝝊": "u",
		"𝞄": "u",
		"𝞾": "u",
		"ս": "u",
		"𐓶": "u",
		"𑣘": "u",
		"∪": "U",
		"⋃": "U",
		"𝐔": "U",
		"𝑈": "U",
		"𝑼": "U",
		"𝒰": "U",
		"𝓤": "U",
		"𝔘": "U",
		"𝕌": "U",
		"𝖀": "U",
		"𝖴": "U",
		"𝗨": "U",
		"𝘜": "U",
		"𝙐": "U",
		"𝚄": "U",
		"Ս": "U",
		"ሀ": "U",
		"𐓎": "U",
		"ᑌ": "U",
		"ꓴ": "U",
		"𖽂": "U",
		"𑢸": "U",
		"ǔ": "ŭ",
		"Ǔ": "Ŭ",
		"ᵾ": "u̵",
		"ꮜ": "u̵",
		"Ʉ": "U̵",
		"Ꮜ": "U̵",
		"ᑘ": "U·",
		"ᑧ": "U'",
		"ᵫ": "ue",
		"ꭣ": "uo",
		"ṃ": "ꭑ",
		"պ": "ɰ",
		"ሣ": "ɰ",
		"℧": "Ʊ",
		"ᘮ": "Ʊ",
		"ᘴ": "Ʊ",
		"ᵿ": "ʊ̵",
		"∨": "v",
		"⋁": "v",
		"ｖ": "v",
		"ⅴ": "v",
		"𝐯": "v",
		"𝑣": "v",
		"𝒗": "v",
		"𝓋": "v",
		"𝓿": "v",
		"𝔳": "v",
		"𝕧": "v",
		"𝖛": "v",
		"𝗏": "v",
		"𝘃": "v",
		"𝘷": "v",
		"𝙫": "v",
		"𝚟": "v",
		"ᴠ": "v",
		"ν": "v",
		"𝛎": "v",
		"𝜈": "v",
		"𝝂": "v",
		"𝝼": "v",
		"𝞶": "v",
		"ѵ": "v",
		"ט": "v",
		"𑜆": "v",
		"ꮩ": "v",
		"𑣀": "v",
		"𝈍": "V",
		"٧": "V",
		"۷": "V",
		"Ⅴ": "V",
		"𝐕": "V",
		"𝑉": "V",
		"𝑽": "V",
		"𝒱": "V",
		"𝓥": "V",
		"𝔙": "V",
		"𝕍": "V",
		"𝖁": "V",
		"𝖵": "V",
		"𝗩": "V",
		"𝘝": "V",
		"𝙑": "V",
		"𝚅": "V",
		"Ѵ": "V",
		"ⴸ": "V",
		"Ꮩ": "V",
		"ᐯ": "V",
		"ꛟ": "V",
		"ꓦ": "V",
		"𖼈": "V",
		"𑢠": "V",
		"𐔝": "V",
		"𐆗": "V̵",
		"ᐻ": "V·",
		"🝬": "VB",
		"ⅵ": "vi",
		"ⅶ": "vii",
		"ⅷ": "viii",
		"Ⅵ": "Vl",
		"Ⅶ": "Vll",
		"Ⅷ": "Vlll",
		"🜈": "Vᷤ",
		"ᴧ": "ʌ",
		"𐓘": "ʌ",
		"٨": "Ʌ",
		"۸": "Ʌ",
		"Λ": "Ʌ",
		"𝚲": "Ʌ",
		"𝛬": "Ʌ",
		"𝜦": "Ʌ",
		"𝝠": "Ʌ",
		"𝞚": "Ʌ",
		"Л": "Ʌ",
		"ⴷ": "Ʌ",
		"𐒰": "Ʌ",
		"ᐱ": "Ʌ",
		"ꛎ": "Ʌ",
		"ꓥ": "Ʌ",
		"𖼽": "Ʌ",
		"𐊍": "Ʌ",
		"Ӆ": "Ʌ̦",
		"ᐽ": "Ʌ·",
		"ɯ": "w",
		"𝐰": "w",
		"𝑤": "w",
		"𝒘": "w",
		"𝓌": "w",
		"𝔀": "w",
		"𝔴": "w",
		"𝕨": "w",
		"𝖜": "w",
		"𝗐": "w",
		"𝘄": "w",
		"𝘸": "w",
		"𝙬": "w",
		"𝚠": "w",
		"ᴡ": "w",
		"ѡ": "w",
		"ԝ": "w",
		"ա": "w",
		"𑜊": "w",
		"𑜎": "w",
		"𑜏": "w",
		"ꮃ": "w",
		"𑣯": "W",
		"𑣦": "W",
		"𝐖": "W",
		"𝑊": "W",
		"𝑾": "W",
		"𝒲": "W",
		"𝓦": "W",
		"𝔚": "W",
		"𝕎": "W",
		"𝖂": "W",
		"𝖶": "W",
		"𝗪": "W",
		"𝘞": "W",
		"𝙒": "W",
		"𝚆": "W",
		"Ԝ": "W",
		"Ꮃ": "W",
		"Ꮤ": "W",
		"ꓪ": "W",
		"ѽ": "w҆҇",
		"𑓅": "ẇ",
		"₩": "W̵",
		"ꝡ": "w̦",
		"ᴍ": "ʍ",
		"м": "ʍ",
		"ꮇ": "ʍ",
		"ӎ": "ʍ̦",
		"᙮": "x",
		"×": "x",
		"⤫": "x",
		"⤬": "x",
		"⨯": "x",
		"ｘ": "x",
		"ⅹ": "x",
		"𝐱": "x",
		"𝑥": "x",
		"𝒙": "x",
		"𝓍": "x",
		"𝔁": "x",
		"𝔵": "x",
		"𝕩": "x",
		"𝖝": "x",
		"𝗑": "x",
		"𝘅": "x",
		"𝘹": "x",
		"𝙭": "x",
		"𝚡": "x",
		"х": "x",
		"ᕁ": "x",
		"ᕽ": "x",
		"ⷯ": "ͯ",
		"᙭": "X",
		"╳": "X",
		"𐌢": "X",
		"𑣬": "X",
		"Ｘ": "X",
		"Ⅹ": "X",
		"𝐗": "X",
		"𝑋": "X",
		"𝑿": "X",
		"𝒳": "X",
		"𝓧": "X",
		"𝔛": "X",
		"𝕏": "X",
		"𝖃": "X",
		"𝖷": "X",
		"𝗫": "X",
		"𝘟": "X",
		"𝙓": "X",
		"𝚇": "X",
		"Ꭓ": "X",
		"Χ": "X",
		"𝚾": "X",
		"𝛸": "X",
		"𝜲": "X",
		"𝝬": "X",
		"𝞦": "X",
		"Ⲭ": "X",
		"Х": "X",
		"ⵝ": "X",
		"ᚷ": "X",
		"ꓫ": "X",
		"𐊐": "X",
		"𐊴": "X",
		"𐌗": "X",
		"𐔧": "X",
		"⨰": "ẋ",
		"Ҳ": "X̩",
		"𐆖": "X̵",
		"ⅺ": "xi",
		"ⅻ": "xii",
		"Ⅺ": "Xl",
		"Ⅻ": "Xll",
		"ɣ": "y",
		"ᶌ": "y",
		"ｙ": "y",
		"𝐲": "y",
		"𝑦": "y",
		"𝒚": "y",
		"𝓎": "y",
		"𝔂": "y",
		"𝔶": "y",
		"𝕪": "y",
		"𝖞": "y",
		"𝗒": "y",
		"𝘆": "y",
		"𝘺": "y",
		"𝙮": "y",
		"𝚢": "y",
		"ʏ": "y",
		"ỿ": "y",
		"ꭚ": "y",
		"γ": "y",
		"ℽ": "y",
		"𝛄": "y",
		"𝛾": "y",
		"𝜸": "y",
		"𝝲": "y",
		"𝞬": "y",
		"у": "y",
		"ү": "y",
		"ყ": "y",
		"𑣜": "y",
		"Ｙ": "Y",
		"𝐘": "Y",
		"𝑌": "Y",
		"𝒀": "Y",
		"𝒴": "Y",
		"𝓨": "Y",
		"𝔜": "Y",
		"𝕐": "Y",
		"𝖄": "Y",
		"𝖸": "Y",
		"𝗬": "Y",
		"𝘠": "Y",
		"𝙔": "Y",
		"𝚈": "Y",
		"Υ": "Y",
		"ϒ": "Y",
		"𝚼": "Y",
		"𝛶": "Y",
		"𝜰": "Y",
		"𝝪": "Y",
		"𝞤": "Y",
		"Ⲩ": "Y",
		"У": "Y",
		"Ү": "Y",
		"Ꭹ": "Y",
		"Ꮍ": "Y",
		"ꓬ": "Y",
		"𖽃": "Y",
		"𑢤": "Y",
		"𐊲": "Y",
		"ƴ": "y̔",
		"ɏ": "y̵",
		"ұ": "y̵",
		"¥": "Y̵",
		"Ɏ": "Y̵",
		"Ұ": "Y̵",
		"ʒ": "ȝ",
		"ꝫ": "ȝ",
		"ⳍ": "ȝ",
		"ӡ": "ȝ",
		"ჳ": "ȝ",
		"𝐳": "z",
		"𝑧": "z",
		"𝒛": "z",
		"𝓏": "z",
		"𝔃": "z",
		"𝔷": "z",
		"𝕫": "z",
		"𝖟": "z",
		"𝗓": "z",
		"𝘇": "z",
		"𝘻": "z",
		"𝙯": "z",
		"𝚣": "z",
		"ᴢ": "z",
		"ꮓ": "z",
		"𑣄": "z",
		"𐋵": "Z",
		"𑣥": "Z",
		"Ｚ": "Z",
		"ℤ": "Z",
		"ℨ": "Z",
		"𝐙": "Z",
		"𝑍": "Z",
		"𝒁": "Z",
		"𝒵": "Z",
		"𝓩": "Z",
		"𝖅": "Z",
		"𝖹": "Z",
		"𝗭": "Z",
		"𝘡": "Z",
		"𝙕": "Z",
		"𝚉": "Z",
		"Ζ": "Z",
		"𝚭": "Z",
		"𝛧": "Z",
		"𝜡": "Z",
		"𝝛": "Z",
		"𝞕": "Z",
		"Ꮓ": "Z",
		"ꓜ": "Z",
		"𑢩": "Z",
		"ʐ": "z̨",
		"ƶ": "z̵",
		"Ƶ": "Z̵",
		"ȥ": "z̦",
		"Ȥ": "Z̦",
		"ᵶ": "z̴",
		"ƿ": "þ",
		"ϸ": "þ",
		"Ϸ": "Þ",
		"𐓄": "Þ",
		"⁹": "ꝰ",
		"ᴤ": "ƨ",
		"ϩ": "ƨ",
		"ꙅ": "ƨ",
		"ь": "ƅ",
		"ꮟ": "ƅ",
		"ы": "ƅi",
		"ꭾ": "ɂ",
		"ˤ": "ˁ",
		"ꛍ": "ʡ",
		"⊙": "ʘ",
		"☉": "ʘ",
		"⨀": "ʘ",
		"Ꙩ": "ʘ",
		"ⵙ": "ʘ",
		"𐓃": "ʘ",
		"ℾ": "Γ",
		"𝚪": "Γ",
		"𝛤": "Γ",
		"𝜞": "Γ",
		"𝝘": "Γ",
		"𝞒": "Γ",
		"Ⲅ": "Γ",
		"Г": "Γ",
		"Ꮁ": "Γ",
		"ᒥ": "Γ",
		"𖼇": "Γ",
		"Ғ": "Γ̵",
		"ᒯ": "Γ·",
		"Ґ": "Γ'",
		"∆": "Δ",
		"△": "Δ",
		"🜂": "Δ",
		"𝚫": "Δ",
		"𝛥": "Δ",
		"𝜟": "Δ",
		"𝝙": "Δ",
		"𝞓": "Δ",
		"Ⲇ": "Δ",
		"ⵠ": "Δ",
		"ᐃ": "Δ",
		"𖼚": "Δ",
		"𐊅": "Δ",
		"𐊣": "Δ",
		"⍙": "Δ̲",
		"ᐏ": "Δ·",
		"ᐬ": "Δᐠ",
		"𝟋": "ϝ",
		"𝛇": "ζ",
		"𝜁": "ζ",
		"𝜻": "ζ",
		"𝝵": "ζ",
		"𝞯": "ζ",
		"ⳤ": "ϗ",
		"𝛌": "λ",
		"𝜆": "λ",
		"𝝀": "λ",
		"𝝺": "λ",
		"𝞴": "λ",
		"Ⲗ": "λ",
		"𐓛": "λ",
		"µ": "μ",
		"𝛍": "μ",
		"𝜇": "μ",
		"𝝁": "μ",
		"𝝻": "μ",
		"𝞵": "μ",
		"𝛏": "ξ",
		"𝜉": "ξ",
		"𝝃": "ξ",
		"𝝽": "ξ",
		"𝞷": "ξ",
		"𝚵": "Ξ",
		"𝛯": "Ξ",
		"𝜩": "Ξ",
		"𝝣": "Ξ",
		"𝞝": "Ξ",
		"ϖ": "π",
		"ℼ": "π",
		"𝛑": "π",
		"𝛡": "π",
		"𝜋": "π",
		"𝜛": "π",
		"𝝅": "π",
		"𝝕": "π",
		"𝝿": "π",
		"𝞏": "π",
		"𝞹": "π",
		"𝟉": "π",
		"ᴨ": "π",
		"п": "π",
		"∏": "Π",
		"ℿ": "Π",
		"𝚷": "Π",
		"𝛱": "Π",
		"𝜫": "Π",
		"𝝥": "Π",
		"𝞟": "Π",
		"Ⲡ": "Π",
		"П": "Π",
		"ꛛ": "Π",
		"𐊭": "Ϙ",
		"𐌒": "Ϙ",
		"ϛ": "ς",
		"𝛓": "ς",
		"𝜍": "ς",
		"𝝇": "ς",
		"𝞁": "ς",
		"𝞻": "ς",
		"𝚽": "Φ",
		"𝛷": "Φ",
		"𝜱": "Φ",
		"𝝫": "Φ",
		"𝞥": "Φ",
		"Ⲫ": "Φ",
		"Ф": "Φ",
		"Փ": "Φ",
		"ቀ": "Φ",
		"ᛰ": "Φ",
		"𐊳": "Φ",
		"ꭓ": "χ",
		"ꭕ": "χ",
		"𝛘": "χ",
		"𝜒": "χ",
		"𝝌": "χ",
		"𝞆": "χ",
		"𝟀": "χ",
		"ⲭ": "χ",
		"𝛙": "ψ",
		"𝜓": "ψ",
		"𝝍": "ψ",
		"𝞇": "ψ",
		"𝟁": "ψ",
		"ѱ": "ψ",
		"𐓹": "ψ",
		"𝚿": "Ψ",
		"𝛹": "Ψ",
		"𝜳": "Ψ",
		"𝝭": "Ψ",
		"𝞧": "Ψ",
		"Ⲯ": "Ψ",
		"Ѱ": "Ψ",
		"𐓑": "Ψ",
		"ᛘ": "Ψ",
		"𐊵": "Ψ",
		"⍵": "ω",
		"ꞷ": "ω",
		"𝛚": "ω",
		"𝜔": "ω",
		"𝝎": "ω",
		"𝞈": "ω",
		"𝟂": "ω",
		"ⲱ": "ω",
		"ꙍ": "ω",
		"Ω": "Ω",
		"𝛀": "Ω",
		"𝛺": "Ω",
		"𝜴": "Ω",
		"𝝮": "Ω",
		"𝞨": "Ω",
		"ᘯ": "Ω",
		"ᘵ": "Ω",
		"𐊶": "Ω",
		"⍹": "ω̲",
		"ώ": "ῴ",
		"☰": "Ⲷ",
		"Ⳝ": "Ϭ",
		"җ": "ж̩",
		"Җ": "Ж̩",
		"𝈋": "И",
		"Ͷ": "И",
		"ꚡ": "И",
		"𐐥": "И",
		"Й": "Ѝ",
		"Ҋ": "Ѝ̦",
		"ѝ": "й",
		"ҋ": "й̦",
		"𐒼": "Ӄ",
		"ᴫ": "л",
		"ӆ": "л̦",
		"ꭠ": "љ",
		"𐓫": "ꙩ",
		"ᷮ": "ⷬ",
		"𐓍": "Ћ",
		"𝈂": "Ӿ",
		"𝈢": "Ѡ",
		"Ꮗ": "Ѡ",
		"ᗯ": "Ѡ",
		"Ѽ": "Ѡ҆҇",
		"ᣭ": "Ѡ·",
		"Ꞷ": "Ꙍ",
		"ӌ": "ҷ",
		"Ӌ": "Ҷ",
		"Ҿ": "Ҽ̨",
		"ⲽ": "ш",
		"Ⲽ": "Ш",
		"Ꙑ": "Ъl",
		"℈": "Э",
		"🜁": "Ꙙ",
		"𖼜": "Ꙙ",
		"ꦒ": "ⰿ",
		"և": "եւ",
		"ኔ": "ձ",
		"ﬔ": "մե",
		"ﬕ": "մի",
		"ﬗ": "մխ",
		"ﬓ": "մն",
		"∩": "Ո",
		"⋂": "Ո",
		"𝉅": "Ո",
		"በ": "Ո",
		"ᑎ": "Ո",
		"ꓵ": "Ո",
		"ᑚ": "Ո·",
		"ᑨ": "Ո'",
		"ﬖ": "վն",
		"₽": "Ք",
		"˓": "ՙ",
		"ʿ": "ՙ",
		"ℵ": "א",
		"ﬡ": "א",
		"אָ": "אַ",
		"אּ": "אַ",
		"ﭏ": "אל",
		"ℶ": "ב",
		"ℷ": "ג",
		"ℸ": "ד",
		"ﬢ": "ד",
		"ﬣ": "ה",
		"יּ": "יִ",
		"ﬤ": "כ",
		"ﬥ": "ל",
		"ﬦ": "ם",
		"ﬠ": "ע",
		"ﬧ": "ר",
		"שׂ": "שׁ",
		"שּ": "שׁ",
		"שּׂ": "שּׁ",
		"ﬨ": "ת",
		"ﺀ": "ء",
		"۽": "ء͈",
		"ﺂ": "آ",
		"ﺁ": "آ",
		"ﭑ": "ٱ",
		"ﭐ": "ٱ",
		"𞸁": "ب",
		"𞸡": "ب",
		"𞹡": "ب",
		"𞺁": "ب",
		"𞺡": "ب",
		"ﺑ": "ب",
		"ﺒ": "ب",
		"ﺐ": "ب",
		"ﺏ": "ب",
		"ݑ": "بۛ",
		"ࢶ": "بۢ",
		"ࢡ": "بٔ",
		"ﲠ": "بo",
		"ﳢ": "بo",
		"ﲜ": "بج",
		"ﰅ": "بج",
		"ﲝ": "بح",
		"ﰆ": "بح",
		"ﷂ": "بحى",
		"ﲞ": "بخ",
		"ﰇ": "بخ",
		"ﳒ": "بخ",
		"ﱋ": "بخ",
		"ﶞ": "بخى",
		"ﱪ": "بر",
		"ﱫ": "بز",
		"ﲟ": "بم",
		"ﳡ": "بم",
		"ﱬ": "بم",
		"ﰈ": "بم",
		"ﱭ": "بن",
		"ﱮ": "بى",
		"ﰉ": "بى",
		"ﱯ": "بى",
		"ﰊ": "بى",
		"ﭔ": "ٻ",
		"ﭕ": "ٻ",
		"ﭓ": "ٻ",
		"ﭒ": "ٻ",
		"ې": "ٻ",
		"ﯦ": "ٻ",
		"ﯧ": "ٻ",
		"ﯥ": "ٻ",
		"ﯤ": "ٻ",
		"ﭜ": "ڀ",
		"ﭝ": "ڀ",
		"ﭛ": "ڀ",
		"ﭚ": "ڀ",
		"ࢩ": "ݔ",
		"ݧ": "ݔ",
		"⍥": "ة",
		"ö": "ة",
		"ﺔ": "ة",
		"ﺓ": "ة",
		"ۃ": "ة",
		"𞸕": "ت",
		"𞸵": "ت",
		"𞹵": "ت",
		"𞺕": "ت",
		"𞺵": "ت",
		"ﺗ": "ت",
		"ﺘ": "ت",
		"ﺖ": "ت",
		"ﺕ": "ت",
		"ﲥ": "تo",
		"ﳤ": "تo",
		"ﲡ": "تج",
		"ﰋ": "تج",
		"ﵐ": "تجم",
		"ﶠ": "تجى",
		"ﶟ": "تجى",
		"ﲢ": "تح",
		"ﰌ": "تح",
		"ﵒ": "تحج",
		"ﵑ": "تحج",
		"ﵓ": "تحم",
		"ﲣ": "تخ",
		"ﰍ": "تخ",
		"ﵔ": "تخم",
		"ﶢ": "تخى",
		"ﶡ": "تخى",
		"ﱰ": "تر",
		"ﱱ": "تز",
		"ﲤ": "تم",
		"ﳣ": "تم",
		"ﱲ": "تم",
		"ﰎ": "تم",
		"ﵕ": "تمج",
		"ﵖ": "تمح",
		"ﵗ": "تمخ",
		"ﶤ": "تمى",
		"ﶣ": "تمى",
		"ﱳ": "تن",
		"ﱴ": "تى",
		"ﰏ": "تى",
		"ﱵ": "تى",
		"ﰐ": "تى",
		"ﭠ": "ٺ",
		"ﭡ": "ٺ",
		"ﭟ": "ٺ",
		"ﭞ": "ٺ",
		"ﭤ": "ٿ",
		"ﭥ": "ٿ",
		"ﭣ": "ٿ",
		"ﭢ": "ٿ",
		"𞸂": "ج",
		"𞸢": "ج",
		"𞹂": "ج",
		"𞹢": "ج",
		"𞺂": "ج",
		"𞺢": "ج",
		"ﺟ": "ج",
		"ﺠ": "ج",
		"ﺞ": "ج",
		"ﺝ": "ج",
		"ﲧ": "جح",
		"ﰕ": "جح",
		"ﶦ": "جحى",
		"ﶾ": "جحى",
		"ﷻ": "جل جلlلo",
		"ﲨ": "جم",
		"ﰖ": "جم",
		"ﵙ": "جمح",
		"ﵘ": "جمح",
		"ﶧ": "جمى",
		"ﶥ": "جمى",
		"ﴝ": "جى",
		"ﴁ": "جى",
		"ﴞ": "جى",
		"ﴂ": "جى",
		"ﭸ": "ڃ",
		"ﭹ": "ڃ",
		"ﭷ": "ڃ",
		"ﭶ": "ڃ",
		"ﭴ": "ڄ",
		"ﭵ": "ڄ",
		"ﭳ": "ڄ",
		"ﭲ": "ڄ",
		"ﭼ": "چ",
		"ﭽ": "چ",
		"ﭻ": "چ",
		"ﭺ": "چ",
		"ﮀ": "ڇ",
		"ﮁ": "ڇ",
		"ﭿ": "ڇ",
		"ﭾ": "ڇ",
		"𞸇": "ح",
		"𞸧": "ح",
		"𞹇": "ح",
		"𞹧": "ح",
		"𞺇": "ح",
		"𞺧": "ح",
		"ﺣ": "ح",
		"ﺤ": "ح",
		"ﺢ": "ح",
		"ﺡ": "ح",
		"څ": "حۛ",
		"ځ": "حٔ",
		"ݲ": "حٔ",
		"ﲩ": "حج",
		"ﰗ": "حج",
		"ﶿ": "حجى",
		"ﲪ": "حم",
		"ﰘ": "حم",
		"ﵛ": "حمى",
		"ﵚ": "حمى",
		"ﴛ": "حى",
		"ﳿ": "حى",
		"ﴜ": "حى",
		"ﴀ": "حى",
		"𞸗": "خ",
		"𞸷": "خ",
		"𞹗": "خ",
		"𞹷": "خ",
		"𞺗": "خ",
		"𞺷": "خ",
		"ﺧ": "خ",
		"ﺨ": "خ",
		"ﺦ": "خ",
		"ﺥ": "خ",
		"ﲫ": "خج",
		"ﰙ": "خج",
		"ﰚ": "خح",
		"ﲬ": "خم",
		"ﰛ": "خم",
		"ﴟ": "خى",
		"ﴃ": "خى",
		"ﴠ": "خى",
		"ﴄ": "خى",
		"𐋡": "د",
		"𞸃": "د",
		"𞺃": "د",
		"𞺣": "د",
		"ﺪ": "د",
		"ﺩ": "د",
		"ڈ": "دؕ",
		"ﮉ": "دؕ",
		"ﮈ": "دؕ",
		"ڎ": "دۛ",
		"ﮇ": "دۛ",
		"ﮆ": "دۛ",
		"ۮ": "د̂",
		"ࢮ": "د̤̣",
		"𞸘": "ذ",
		"𞺘": "ذ",
		"𞺸": "ذ",
		"ﺬ": "ذ",
		"ﺫ": "ذ",
		"ﱛ": "ذٰ",
		"ڋ": "ڊؕ",
		"ﮅ": "ڌ",
		"ﮄ": "ڌ",
		"ﮃ": "ڍ",
		"ﮂ": "ڍ",
		"𞸓": "ر",
		"𞺓": "ر",
		"𞺳": "ر",
		"ﺮ": "ر",
		"ﺭ": "ر",
		"ڑ": "رؕ",
		"ﮍ": "رؕ",
		"ﮌ": "رؕ",
		"ژ": "رۛ",
		"ﮋ": "رۛ",
		"ﮊ": "رۛ",
		"ڒ": "ر̆",
		"ࢹ": "ر̆̇",
		"ۯ": "ر̂",
		"ݬ": "رٔ",
		"ﱜ": "رٰ",
		"ﷶ": "رسول",
		"﷼": "رىlل",
		"𞸆": "ز",
		"𞺆": "ز",
		"𞺦": "ز",
		"ﺰ": "ز",
		"ﺯ": "ز",
		"ࢲ": "ز̂",
		"ݱ": "ڗؕ",
		"𞸎": "س",
		"𞸮": "س",
		"𞹎": "س",
		"𞹮": "س",
		"𞺎": "س",
		"𞺮": "س",
		"ﺳ": "س",
		"ﺴ": "س",
		"ﺲ": "س",
		"ﺱ": "س",
		"ش": "سۛ",
		"𞸔": "سۛ",
		"𞸴": "سۛ",
		"𞹔": "سۛ",
		"𞹴": "سۛ",
		"𞺔": "سۛ",
		"𞺴": "سۛ",
		"ﺷ": "سۛ",
		"ﺸ": "سۛ",
		"ﺶ": "سۛ",
		"ﺵ": "سۛ",
		"ݾ": "س̂",
		"ﴱ": "سo",
		"ﳨ": "سo",
		"ﴲ": "سۛo",
		"ﳪ": "سۛo",
		"ﲭ": "سج",
		"ﴴ": "سج",
		"ﰜ": "سج",
		"ﴭ": "سۛج",
		"ﴷ": "سۛج",
		"ﴥ": "سۛج",
		"ﴉ": "سۛج",
		"ﵝ": "سجح",
		"ﵞ": "سجى",
		"ﵩ": "سۛجى",
		"ﲮ": "سح",
		"ﴵ": "سح",
		"ﰝ": "سح",
		"ﴮ": "سۛح",
		"ﴸ": "سۛح",
		"ﴦ": "سۛح",
		"ﴊ": "سۛح",
		"ﵜ": "سحج",
		"ﵨ": "سۛحم",
		"ﵧ": "سۛحم",
		"ﶪ": "سۛحى",
		"ﲯ": "سخ",
		"ﴶ": "سخ",
		"ﰞ": "سخ",
		"ﴯ": "سۛخ",
		"ﴹ": "سۛخ",
		"ﴧ": "سۛخ",
		"ﴋ": "سۛخ",
		"ﶨ": "سخى",
		"ﷆ": "سخى",
		"ﴪ": "سر",
		"ﴎ": "سر",
		"ﴩ": "سۛر",
		"ﴍ": "سۛر",
		"ﲰ": "سم",
		"ﳧ": "سم",
		"ﰟ": "سم",
		"ﴰ": "سۛم",
		"ﳩ": "سۛم",
		"ﴨ": "سۛم",
		"ﴌ": "سۛم",
		"ﵡ": "سمج",
		"ﵠ": "سمح",
		"ﵟ": "سمح",
		"ﵫ": "سۛمخ",
		"ﵪ": "سۛمخ",
		"ﵣ": "سمم",
		"ﵢ": "سمم",
		"ﵭ": "سۛمم",
		"ﵬ": "سۛمم",
		"ﴗ": "سى",
		"ﳻ": "سى",
		"ﴘ": "سى",
		"ﳼ": "سى",
		"ﴙ": "سۛى",
		"ﳽ": "سۛى",
		"ﴚ": "سۛى",
		"ﳾ": "سۛى",
		"𐋲": "ص",
		"𞸑": "ص",
		"𞸱": "ص",
		"𞹑": "ص",
		"𞹱": "ص",
		"𞺑": "ص",
		"𞺱": "ص",
		"ﺻ": "ص",
		"ﺼ": "ص",
		"ﺺ": "ص",
		"ﺹ": "ص",
		"ڞ": "صۛ",
		"ࢯ": "ص̤̣",
		"ﲱ": "صح",
		"ﰠ": "صح",
		"ﵥ": "صحح",
		"ﵤ": "صحح",
		"ﶩ": "صحى",
		"ﲲ": "صخ",
		"ﴫ": "صر",
		"ﴏ": "صر",
		"ﷵ": "صلعم",
		"ﷹ": "صلى",
		"ﷰ": "صلى",
		"ﷺ": "صلى lللo علىo وسلم",
		"ﲳ": "صم",
		"ﰡ": "صم",
		"ﷅ": "صمم",
		"ﵦ": "صمم",
		"ﴡ": "صى",
		"ﴅ": "صى",
		"ﴢ": "صى",
		"ﴆ": "صى",
		"𞸙": "ض",
		"𞸹": "ض",
		"𞹙": "ض",
		"𞹹": "ض",
		"𞺙": "ض",
		"𞺹": "ض",
		"ﺿ": "ض",
		"ﻀ": "ض",
		"ﺾ": "ض",
		"ﺽ": "ض",
		"ﲴ": "ضج",
		"ﰢ": "ضج",
		"ﲵ": "ضح",
		"ﰣ": "ضح",
		"ﵮ": "ضحى",
		"ﶫ": "ضحى",
		"ﲶ": "ضخ",
		"ﰤ": "ضخ",
		"ﵰ": "ضخم",
		"ﵯ": "ضخم",
		"ﴬ": "ضر",
		"ﴐ": "ضر",
		"ﲷ": "ضم",
		"ﰥ": "ضم",
		"ﴣ": "ضى",
		"ﴇ": "ضى",
		"ﴤ": "ضى",
		"ﴈ": "ضى",
		"𐋨": "ط",
		"𞸈": "ط",
		"𞹨": "ط",
		"𞺈": "ط",
		"𞺨": "ط",
		"ﻃ": "ط",
		"ﻄ": "ط",
		"ﻂ": "ط",
		"ﻁ": "ط",
		"ڟ": "طۛ",
		"ﲸ": "طح",
		"ﰦ": "طح",
		"ﴳ": "طم",
		"ﴺ": "طم",
		"ﰧ": "طم",
		"ﵲ": "طمح",
		"ﵱ": "طمح",
		"ﵳ": "طمم",
		"ﵴ": "طمى",
		"ﴑ": "طى",
		"ﳵ": "طى",
		"ﴒ": "طى",
		"ﳶ": "طى",
		"𞸚": "ظ",
		"𞹺": "ظ",
		"𞺚": "ظ",
		"𞺺": "ظ",
		"ﻇ": "ظ",
		"ﻈ": "ظ",
		"ﻆ": "ظ",
		"ﻅ": "ظ",
		"ﲹ": "ظم",
		"ﴻ": "ظم",
		"ﰨ": "ظم",
		"؏": "ع",
		"𞸏": "ع",
		"𞸯": "ع",
		"𞹏": "ع",
		"𞹯": "ع",
		"𞺏": "ع",
		"𞺯": "ع",
		"ﻋ": "ع",
		"ﻌ": "ع",
		"ﻊ": "ع",
		"ﻉ": "ع",
		"ﲺ": "عج",
		"ﰩ": "عج",
		"ﷄ": "عجم",
		"ﵵ": "عجم",
		"ﷷ": "علىo",
		"ﲻ": "عم",
		"ﰪ": "عم",
		"ﵷ": "عمم",
		"ﵶ": "عمم",
		"ﵸ": "عمى",
		"ﶶ": "عمى",
		"ﴓ": "عى",
		"ﳷ": "عى",
		"ﴔ": "عى",
		"ﳸ": "عى",
		"𞸛": "غ",
		"𞸻": "غ",
		"𞹛": "غ",
		"𞹻": "غ",
		"𞺛": "غ",
		"𞺻": "غ",
		"ﻏ": "غ",
		"ﻐ": "غ",
		"ﻎ": "غ",
		"ﻍ": "غ",
		"ﲼ": "غج",
		"ﰫ": "غج",
		"ﲽ": "غم",
		"ﰬ": "غم",
		"ﵹ": "غمم",
		"ﵻ": "غمى",
		"ﵺ": "غمى",
		"ﴕ": "غى",
		"ﳹ": "غى",
		"ﴖ": "غى",
		"ﳺ": "غى",
		"𞸐": "ف",
		"𞸰": "ف",
		"𞹰": "ف",
		"𞺐": "ف",
		"𞺰": "ف",
		"ﻓ": "ف",
		"ﻔ": "ف",
		"ﻒ": "ف",
		"ﻑ": "ف",
		"ڧ": "ف",
		"ﲾ": "فج",
		"ﰭ": "فج",
		"ﲿ": "فح",
		"ﰮ": "فح",
		"ﳀ": "فخ",
		"ﰯ": "فخ",
		"ﵽ": "فخم",
		"ﵼ": "فخم",
		"ﳁ": "فم",
		"ﰰ": "فم",
		"ﷁ": "فمى",
		"ﱼ": "فى",
		"ﰱ": "فى",
		"ﱽ": "فى",
		"ﰲ": "فى",
		"𞸞": "ڡ",
		"𞹾": "ڡ",
		"ࢻ": "ڡ",
		"ٯ": "ڡ",
		"𞸟": "ڡ",
		"𞹟": "ڡ",
		"ࢼ": "ڡ",
		"ڤ": "ڡۛ",
		"ﭬ": "ڡۛ",
		"ﭭ": "ڡۛ",
		"ﭫ": "ڡۛ",
		"ﭪ": "ڡۛ",
		"ڨ": "ڡۛ",
		"ࢤ": "ڢۛ",
		"ﭰ": "ڦ",
		"ﭱ": "ڦ",
		"ﭯ": "ڦ",
		"ﭮ": "ڦ",
		"𞸒": "ق",
		"𞸲": "ق",
		"𞹒": "ق",
		"𞹲": "ق",
		"𞺒": "ق",
		"𞺲": "ق",
		"ﻗ": "ق",
		"ﻘ": "ق",
		"ﻖ": "ق",
		"ﻕ": "ق",
		"ﳂ": "قح",
		"ﰳ": "قح",
		"ﷱ": "قلى",
		"ﳃ": "قم",
		"ﰴ": "قم",
		"ﶴ": "قمح",
		"ﵾ": "قمح",
		"ﵿ": "قمم",
		"ﶲ": "قمى",
		"ﱾ": "قى",
		"ﰵ": "قى",
		"ﱿ": "قى",
		"ﰶ": "قى",
		"𞸊": "ك",
		"𞸪": "ك",
		"𞹪": "ك",
		"ﻛ": "ك",
		"ﻜ": "ك",
		"ﻚ": "ك",
		"ﻙ": "ك",
		"ک": "ك",
		"ﮐ": "ك",
		"ﮑ": "ك",
		"ﮏ": "ك",
		"ﮎ": "ك",
		"ڪ": "ك",
		"ڭ": "كۛ",
		"ﯕ": "كۛ",
		"ﯖ": "كۛ",
		"ﯔ": "كۛ",
		"ﯓ": "كۛ",
		"ݣ": "كۛ",
		"ﲀ": "كl",
		"ﰷ": "كl",
		"ﳄ": "كج",
		"ﰸ": "كج",
		"ﳅ": "كح",
		"ﰹ": "كح",
		"ﳆ": "كخ",
		"ﰺ": "كخ",
		"ﳇ": "كل",
		"ﳫ": "كل",
		"ﲁ": "كل",
		"ﰻ": "كل",
		"ﳈ": "كم",
		"ﳬ": "كم",
		"ﲂ": "كم",
		"ﰼ": "كم",
		"ﷃ": "كمم",
		"ﶻ": "كمم",
		"ﶷ": "كمى",
		"ﲃ": "كى",
		"ﰽ": "كى",
		"ﲄ": "كى",
		"ﰾ": "كى",
		"ݢ": "ڬ",
		"ﮔ": "گ",
		"ﮕ": "گ",
		"ﮓ": "گ",
		"ﮒ": "گ",
		"ࢰ": "گ",
		"ڴ": "گۛ",
		"ﮜ": "ڱ",
		"ﮝ": "ڱ",
		"ﮛ": "ڱ",
		"ﮚ": "ڱ",
		"ﮘ": "ڳ",
		"ﮙ": "ڳ",
		"ﮗ": "ڳ",
		"ﮖ": "ڳ",
		"𞸋": "ل",
		"𞸫": "ل",
		"𞹋": "ل",
		"𞺋": "ل",
		"𞺫": "ل",
		"ﻟ": "ل",
		"ﻠ": "ل",
		"ﻞ": "ل",
		"ﻝ": "ل",
		"ڷ": "لۛ",
		"ڵ": "ل̆",
		"ﻼ": "لl",
		"ﻻ": "لl",
		"ﻺ": "لlٕ",
		"ﻹ": "لlٕ",
		"ﻸ": "لlٴ",
		"ﻷ": "لlٴ",
		"ﳍ": "لo",
		"ﻶ": "لآ",
		"ﻵ": "لآ",
		"ﳉ": "لج",
		"ﰿ": "لج",
		"ﶃ": "لجج",
		"ﶄ": "لجج",
		"ﶺ": "لجم",
		"ﶼ": "لجم",
		"ﶬ": "لجى",
		"ﳊ": "لح",
		"ﱀ": "لح",
		"ﶵ": "لحم",
		"ﶀ": "لحم",
		"ﶂ": "لحى",
		"ﶁ": "لحى",
		"ﳋ": "لخ",
		"ﱁ": "لخ",
		"ﶆ": "لخم",
		"ﶅ": "لخم",
		"ﳌ": "لم",
		"ﳭ": "لم",
		"ﲅ": "لم",
		"ﱂ": "لم",
		"ﶈ": "لمح",
		"ﶇ": "لمح",
		"ﶭ": "لمى",
		"ﲆ": "لى",
		"ﱃ": "لى",
		"ﲇ": "لى",
		"ﱄ": "لى",
		"𞸌": "م",
		"𞸬": "م",
		"𞹬": "م",
		"𞺌": "م",
		"𞺬": "م",
		"ﻣ": "م",
		"ﻤ": "م",
		"ﻢ": "م",
		"ﻡ": "م",
		"ࢧ": "مۛ",
		"۾": "م͈",
		"ﲈ": "مl",
		"ﳎ": "مج",
		"ﱅ": "مج",
		"ﶌ": "مجح",
		"ﶒ": "مجخ",
		"ﶍ": "مجم",
		"ﷀ": "مجى",
		"ﳏ": "مح",
		"ﱆ": "مح",
		"ﶉ": "محج",
		"ﶊ": "محم",
		"ﷴ": "محمد",
		"ﶋ": "محى",
		"ﳐ": "مخ",
		"ﱇ": "مخ",
		"ﶎ": "مخج",
		"ﶏ": "مخم",
		"ﶹ": "مخى",
		"ﳑ": "مم",
		"ﲉ": "مم",
		"ﱈ": "مم",
		"ﶱ": "ممى",
		"ﱉ": "مى",
		"ﱊ": "مى",
		"𞸍": "ن",
		"𞸭": "ن",
		"𞹍": "ن",
		"𞹭": "ن",
		"𞺍": "ن",
		"𞺭": "ن",
		"ﻧ": "ن",
		"ﻨ": "ن",
		"ﻦ": "ن",
		"ﻥ": "ن",
		"ݨ": "نؕ",
		"ݩ": "ن̆",
		"ﳖ": "نo",
		"ﳯ": "نo",
		"ﶸ": "نجح",
		"ﶽ": "نجح",
		"ﶘ": "نجم",
		"ﶗ": "نجم",
		"ﶙ": "نجى",
		"ﷇ": "نجى",
		"ﳓ": "نح",
		"ﱌ": "نح",
		"ﶕ": "نحم",
		"ﶖ": "نحى",
		"ﶳ": "نحى",
		"ﳔ": "نخ",
		"ﱍ": "نخ",
		"ﲊ": "نر",
		"ﲋ": "نز",
		"ﳕ": "نم",
		"ﳮ": "نم",
		"ﲌ": "نم",
		"ﱎ": "نم",
		"ﶛ": "نمى",
		"ﶚ": "نمى",
		"ﲍ": "نن",
		"ﲎ": "نى",
		"ﱏ": "نى",
		"ﲏ": "نى",
		"ﱐ": "نى",
		"ۂ": "ۀ",
		"ﮥ": "ۀ",
		"ﮤ": "ۀ",
		"𐋤": "و",
		"𞸅": "و",
		"𞺅": "و",
		"𞺥": "و",
		"ﻮ": "و",
		"ﻭ": "و",
		"ࢱ": "و",
		"ۋ": "وۛ",
		"ﯟ": "وۛ",
		"ﯞ": "وۛ",
		"ۇ": "و̓",
		"ﯘ": "و̓",
		"ﯗ": "و̓",
		"ۆ": "و̆",
		"ﯚ": "و̆",
		"ﯙ": "و̆",
		"ۉ": "و̂",
		"ﯣ": "و̂",
		"ﯢ": "و̂",
		"ۈ": "وٰ",
		"ﯜ": "وٰ",
		"ﯛ": "وٰ",
		"ؤ": "وٴ",
		"ﺆ": "وٴ",
		"ﺅ": "وٴ",
		"ٶ": "وٴ",
		"ٷ": "و̓ٴ",
		"ﯝ": "و̓ٴ",
		"ﷸ": "وسلم",
		"ﯡ": "ۅ",
		"ﯠ": "ۅ",
		"ٮ": "ى",
		"𞸜": "ى",
		"𞹼": "ى",
		"ں": "ى",
		"𞸝": "ى",
		"𞹝": "ى",
		"ﮟ": "ى",
		"ﮞ": "ى",
		"ࢽ": "ى",
		"ﯨ": "ى",
		"ﯩ": "ى",
		"ﻰ": "ى",
		"ﻯ": "ى",
		"ي": "ى",
		"𞸉": "ى",
		"𞸩": "ى",
		"𞹉": "ى",
		"𞹩": "ى",
		"𞺉": "ى",
		"𞺩": "ى",
		"ﻳ": "ى",
		"ﻴ": "ى",
		"ﻲ": "ى",
		"ﻱ": "ى",
		"ی": "ى",
		"ﯾ": "ى",
		"ﯿ": "ى",
		"ﯽ": "ى",
		"ﯼ": "ى",
		"ے": "ى",
		"ﮯ": "ى",
		"ﮮ": "ى",
		"ٹ": "ىؕ",
		"ﭨ": "ىؕ",
		"ﭩ": "ىؕ",
		"ﭧ": "ىؕ",
		"ﭦ": "ىؕ",
		"ڻ": "ىؕ",
		"ﮢ": "ىؕ",
		"ﮣ": "ىؕ",
		"ﮡ": "ىؕ",
		"ﮠ": "ىؕ",
		"پ": "ىۛ",
		"ﭘ": "ىۛ",
		"ﭙ": "ىۛ",
		"ﭗ": "ىۛ",
		"ﭖ": "ىۛ",
		"ث": "ىۛ",
		"𞸖": "ىۛ",
		"𞸶": "ىۛ",
		"𞹶": "ىۛ",
		"𞺖": "ىۛ",
		"𞺶": "ىۛ",
		"ﺛ": "ىۛ",
		"ﺜ": "ىۛ",
		"ﺚ": "ىۛ",
		"ﺙ": "ىۛ",
		"ڽ": "ىۛ",
		"ۑ": "ىۛ",
		"ؿ": "ىۛ",
		"ࢷ": "ىۛۢ",
		"ݖ": "ى̆",
		"ێ": "ى̆",
		"ࢺ": "ى̆̇",
		"ؽ": "ى̂",
		"ࢨ": "ىٔ",
		"ﲐ": "ىٰ",
		"ﱝ": "ىٰ",
		"ﳞ": "ىo",
		"ﳱ": "ىo",
		"ﳦ": "ىۛo",
		"ئ": "ىٴ",
		"ﺋ": "ىٴ",
		"ﺌ": "ىٴ",
		"ﺊ": "ىٴ",
		"ﺉ": "ىٴ",
		"ٸ": "ىٴ",
		"ﯫ": "ىٴl",
		"ﯪ": "ىٴl",
		"ﲛ": "ىٴo",
		"ﳠ": "ىٴo",
		"ﯭ": "ىٴo",
		"ﯬ": "ىٴo",
		"ﯸ": "ىٴٻ",
		"ﯷ": "ىٴٻ",
		"ﯶ": "ىٴٻ",
		"ﲗ": "ىٴج",
		"ﰀ": "ىٴج",
		"ﲘ": "ىٴح",
		"ﰁ": "ىٴح",
		"ﲙ": "ىٴخ",
		"ﱤ": "ىٴر",
		"ﱥ": "ىٴز",
		"ﲚ": "ىٴم",
		"ﳟ": "ىٴم",
		"ﱦ": "ىٴم",
		"ﰂ": "ىٴم",
		"ﱧ": "ىٴن",
		"ﯯ": "ىٴو",
		"ﯮ": "ىٴو",
		"ﯱ": "ىٴو̓",
		"ﯰ": "ىٴو̓",
		"ﯳ": "ىٴو̆",
		"ﯲ": "ىٴو̆",
		"ﯵ": "ىٴوٰ",
		"ﯴ": "ىٴوٰ",
		"ﯻ": "ىٴى",
		"ﯺ": "ىٴى",
		"ﱨ": "ىٴى",
		"ﯹ": "ىٴى",
		"ﰃ": "ىٴى",
		"ﱩ": "ىٴى",
		"ﰄ": "ىٴى",
		"ﳚ": "ىج",
		"ﱕ": "ىج",
		"ﰑ": "ىۛج",
		"ﶯ": "ىجى",
		"ﳛ": "ىح",
		"ﱖ": "ىح",
		"ﶮ": "ىحى",
		"ﳜ": "ىخ",
		"ﱗ": "ىخ",
		"ﲑ": "ىر",
		"ﱶ": "ىۛر",
		"ﲒ": "ىز",
		"ﱷ": "ىۛز",
		"ﳝ": "ىم",
		"ﳰ": "ىم",
		"ﲓ": "ىم",
		"ﱘ": "ىم",
		"ﲦ": "ىۛم",
		"ﳥ": "ىۛم",
		"ﱸ": "ىۛم",
		"ﰒ": "ىۛم",
		"ﶝ": "ىمم",
		"ﶜ": "ىمم",
		"ﶰ": "ىمى",
		"ﲔ": "ىن",
		"ﱹ": "ىۛن",
		"ﲕ": "ىى",
		"ﱙ": "ىى",
		"ﲖ": "ىى",
		"ﱚ": "ىى",
		"ﱺ": "ىۛى",
		"ﰓ": "ىۛى",
		"ﱻ": "ىۛى",
		"ﰔ": "ىۛى",
		"ﮱ": "ۓ",
		"ﮰ": "ۓ",
		"𐊸": "ⵀ",
		"⁞": "ⵂ",
		"⸽": "ⵂ",
		"⦙": "ⵂ",
		"︙": "ⵗ",
		"⁝": "ⵗ",
		"⋮": "ⵗ",
		"Մ": "ሆ",
		"Ռ": "ቡ",
		"Ի": "ኮ",
		"Պ": "ጣ",
		"आ": "अा",
		"ऒ": "अाॆ",
		"ओ": "अाे",
		"औ": "अाै",
		"ऄ": "अॆ",
		"ऑ": "अॉ",
		"ऍ": "एॅ",
		"ऎ": "एॆ",
		"ऐ": "एे",
		"ई": "र्इ",
		"ઽ": "ऽ",
		"𑇜": "ꣻ",
		"𑇋": "ऺ",
		"ુ": "ु",
		"ૂ": "ू",
		"ੋ": "ॆ",
		"੍": "्",
		"્": "्",
		"আ": "অা",
		"ৠ": "ঋৃ",
		"ৡ": "ঋৃ",
		"𑒒": "ঘ",
		"𑒔": "চ",
		"𑒖": "জ",
		"𑒘": "ঞ",
		"𑒙": "ট",
		"𑒛": "ড",
		"𑒪": "ণ",
		"𑒞": "ত",
		"𑒟": "থ",
		"𑒠": "দ",
		"𑒡": "ধ",
		"𑒢": "ন",
		"𑒣": "প",
		"𑒩": "ব",
		"𑒧": "ম",
		"𑒨": "য",
		"𑒫": "র",
		"𑒝": "ল",
		"𑒭": "ষ",
		"𑒮": "স",
		"𑓄": "ঽ",
		"𑒰": "া",
		"𑒱": "ি",
		"𑒹": "ে",
		"𑒼": "ো",
		"𑒾": "ৌ",
		"𑓂": "্",
		"𑒽": "ৗ",
		"ਉ": "ੳੁ",
		"ਊ": "ੳੂ",
		"ਆ": "ਅਾ",
		"ਐ": "ਅੈ",
		"ਔ": "ਅੌ",
		"ਇ": "ੲਿ",
		"ਈ": "ੲੀ",
		"ਏ": "ੲੇ",
		"આ": "અા",
		"ઑ": "અાૅ",
		"ઓ": "અાે",
		"ઔ": "અાૈ",
		"ઍ": "અૅ",
		"એ": "અે",
		"ઐ": "અૈ",
		"ଆ": "ଅା",
		"௮": "அ",
		"ர": "ஈ",
		"ா": "ஈ",
		"௫": "ஈு",
		"௨": "உ",
		"ഉ": "உ",
		"ஊ": "உள",
		"ഊ": "உൗ",
		"௭": "எ",
		"௷": "எவ",
		"ஜ": "ஐ",
		"ജ": "ஐ",
		"௧": "க",
		"௪": "ச",
		"௬": "சு",
		"௲": "சூ",
		"ഺ": "டி",
		"ണ": "ண",
		"௺": "நீ",
		"௴": "மீ",
		"௰": "ய",
		"ഴ": "ழ",
		"ௗ": "ள",
		"ை": "ன",
		"ശ": "ஶ",
		"௸": "ஷ",
		"ി": "ி",
		"ീ": "ி",
		"ொ": "ெஈ",
		"ௌ": "ெள",
		"ோ": "ேஈ",
		"ಅ": "అ",
		"ಆ": "ఆ",
		"ಇ": "ఇ",
		"ౠ": "ఋా",
		"ౡ": "ఌా",
		"ಒ": "ఒ",
		"ఔ": "ఒౌ",
		"ಔ": "ఒౌ",
		"ఓ": "ఒౕ",
		"ಓ": "ఒౕ",
		"ಜ": "జ",
		"ಞ": "ఞ",
		"ఢ": "డ̣",
		"ಣ": "ణ",
		"థ": "ధּ",
		"భ": "బ̣",
		"ಯ": "య",
		"ఠ": "రּ",
		"ಱ": "ఱ",
		"ಲ": "ల",
		"ష": "వ̣",
		"హ": "వా",
		"మ": "వు",
		"ూ": "ుా",
		"ౄ": "ృా",
		"ೡ": "ಌಾ",
		"ഈ": "ഇൗ",
		"ഐ": "എെ",
		"ഓ": "ഒാ",
		"ഔ": "ഒൗ",
		"ൡ": "ഞ",
		"൫": "ദ്ര",
		"൹": "നു",
		"ഌ": "നു",
		"ങ": "നു",
		"൯": "ന്",
		"ൻ": "ന്",
		"൬": "ന്ന",
		"൚": "ന്മ",
		"റ": "ര",
		"൪": "ര്",
		"ർ": "ര്",
		"൮": "വ്ര",
		"൶": "ഹ്മ",
		"ൂ": "ു",
		"ൃ": "ു",
		"ൈ": "െെ",
		"෪": "ජ",
		"෫": "ද",
		"𑐓": "𑐴𑑂𑐒",
		"𑐙": "𑐴𑑂𑐘",
		"𑐤": "𑐴𑑂𑐣",
		"𑐪": "𑐴𑑂𑐩",
		"𑐭": "𑐴𑑂𑐬",
		"𑐯": "𑐴𑑂𑐮",
		"𑗘": "𑖂",
		"𑗙": "𑖂",
		"𑗚": "𑖃",
		"𑗛": "𑖄",
		"𑗜": "𑖲",
		"𑗝": "𑖳",
		"ฃ": "ข",
		"ด": "ค",
		"ต": "ค",
		"ม": "ฆ",
		"ຈ": "จ",
		"ซ": "ช",
		"ฏ": "ฎ",
		"ท": "ฑ",
		"ບ": "บ",
		"ປ": "ป",
		"ຝ": "ฝ",
		"ພ": "พ",
		"ຟ": "ฟ",
		"ฦ": "ภ",
		"ຍ": "ย",
		"។": "ฯ",
		"ๅ": "า",
		"ำ": "̊า",
		"ិ": "ิ",
		"ី": "ี",
		"ឹ": "ึ",
		"ឺ": "ื",
		"ຸ": "ุ",
		"ູ": "ู",
		"แ": "เเ",
		"ໜ": "ຫນ",
		"ໝ": "ຫມ",
		"ຳ": "̊າ",
		"༂": "འུྂཿ",
		"༃": "འུྂ༔",
		"ཪ": "ར",
		"ༀ": "ཨོཾ",
		"ཷ": "ྲཱྀ",
		"ཹ": "ླཱྀ",
		"𑲲": "𑲪",
		"ႁ": "ဂှ",
		"က": "ဂာ",
		"ၰ": "ဃှ",
		"ၦ": "ပှ",
		"ဟ": "ပာ",
		"ၯ": "ပာှ",
		"ၾ": "ၽှ",
		"ဩ": "သြ",
		"ဪ": "သြော်",
		"႞": "ႃ̊",
		"ឣ": "អ",
		"᧐": "ᦞ",
		"᧑": "ᦱ",
		"᪀": "ᩅ",
		"᪐": "ᩅ",
		"꩓": "ꨁ",
		"꩖": "ꨣ",
		"᭒": "ᬍ",
		"᭓": "ᬑ",
		"᭘": "ᬨ",
		"ꦣ": "ꦝ",
		"ᢖ": "ᡜ",
		"ᡕ": "ᠵ",
		"ῶ": "Ꮿ",
		"ᐍ": "ᐁ·",
		"ᐫ": "ᐁᐠ",
		"ᐑ": "ᐄ·",
		"ᐓ": "ᐅ·",
		"ᐭ": "ᐅᐠ",
		"ᐕ": "ᐆ·",
		"ᐘ": "ᐊ·",
		"ᐮ": "ᐊᐠ",
		"ᐚ": "ᐋ·",
		"ᣝ": "ᐞᣟ",
		"ᓑ": "ᐡ",
		"ᕀ": "ᐩ",
		"ᐿ": "ᐲ·",
		"ᑃ": "ᐴ·",
		"⍩": "ᐵ",
		"ᑇ": "ᐹ·",
		"ᑜ": "ᑏ·",
		"⸧": "ᑐ",
		"⊃": "ᑐ",
		"ᑞ": "ᑐ·",
		"ᑩ": "ᑐ'",
		"⟉": "ᑐ/",
		"⫗": "ᑐᑕ",
		"ᑠ": "ᑑ·",
		"⸦": "ᑕ",
		"⊂": "ᑕ",
		"ᑢ": "ᑕ·",
		"ᑪ": "ᑕ'",
		"ᑤ": "ᑖ·",
		"ᑵ": "ᑫ·",
		"ᒅ": "ᑫ'",
		"ᑹ": "ᑮ·",
		"ᑽ": "ᑰ·",
		"ᘃ": "ᒉ",
		"ᒓ": "ᒉ·",
		"ᒕ": "ᒋ·",
		"ᒗ": "ᒌ·",
		"ᒛ": "ᒎ·",
		"ᘂ": "ᒐ",
		"ᒝ": "ᒐ·",
		"ᒟ": "ᒑ·",
		"ᒭ": "ᒣ·",
		"ᒱ": "ᒦ·",
		"ᒳ": "ᒧ·",
		"ᒵ": "ᒨ·",
		"ᒹ": "ᒫ·",
		"ᓊ": "ᓀ·",
		"ᣇ": "ᓂ·",
		"ᣉ": "ᓃ·",
		"ᣋ": "ᓄ·",
		"ᣍ": "ᓅ·",
		"ᓌ": "ᓇ·",
		"ᓎ": "ᓈ·",
		"ᘄ": "ᓓ",
		"ᓝ": "ᓓ·",
		"ᓟ": "ᓕ·",
		"ᓡ": "ᓖ·",
		"ᓣ": "ᓗ·",
		"ᓥ": "ᓘ·",
		"ᘇ": "ᓚ",
		"ᓧ": "ᓚ·",
		"ᓩ": "ᓛ·",
		"ᓷ": "ᓭ·",
		"ᓹ": "ᓯ·",
		"ᓻ": "ᓰ·",
		"ᓽ": "ᓱ·",
		"ᓿ": "ᓲ·",
		"ᔁ": "ᓴ·",
		"ᔃ": "ᓵ·",
		"ᔌ": "ᔋ<",
		"ᔎ": "ᔋb",
		"ᔍ": "ᔋᑕ",
		"ᔏ": "ᔋᒐ",
		"ᔘ": "ᔐ·",
		"ᔚ": "ᔑ·",
		"ᔜ": "ᔒ·",
		"ᔞ": "ᔓ·",
		"ᔠ": "ᔔ·",
		"ᔢ": "ᔕ·",
		"ᔤ": "ᔖ·",
		"ᔲ": "ᔨ·",
		"ᔴ": "ᔩ·",
		"ᔶ": "ᔪ·",
		"ᔸ": "ᔫ·",
		"ᔺ": "ᔭ·",
		"ᔼ": "ᔮ·",
		"ᘢ": "ᕃ",
		"ᣠ": "ᕃ·",
		"ᘣ": "ᕆ",
		"ᘤ": "ᕊ",
		"ᕏ": "ᕌ·",
		"ᖃ": "ᕐb",
		"ᖄ": "ᕐḃ",
		"ᖁ": "ᕐd",
		"ᕿ": "ᕐP",
		"ᙯ": "ᕐᑫ",
		"ᕾ": "ᕐᑬ",
		"ᖀ": "ᕐᑮ",
		"ᖂ": "ᕐᑰ",
		"ᖅ": "ᕐᒃ",
		"ᕜ": "ᕚ·",
		"ᣣ": "ᕞ·",
		"ᣤ": "ᕦ·",
		"ᕩ": "ᕧ·",
		"ᣥ": "ᕫ·",
		"ᣨ": "ᖆ·",
		"ᖑ": "ᖕJ",
		"ᙰ": "ᖕᒉ",
		"ᖎ": "ᖕᒊ",
		"ᖏ": "ᖕᒋ",
		"ᖐ": "ᖕᒌ",
		"ᖒ": "ᖕᒎ",
		"ᖓ": "ᖕᒐ",
		"ᖔ": "ᖕᒑ",
		"ᙳ": "ᖖJ",
		"ᙱ": "ᖖᒋ",
		"ᙲ": "ᖖᒌ",
		"ᙴ": "ᖖᒎ",
		"ᙵ": "ᖖᒐ",
		"ᙶ": "ᖖᒑ",
		"ᣪ": "ᖗ·",
		"ᙷ": "ᖧ·",
		"ᙸ": "ᖨ·",
		"ᙹ": "ᖩ·",
		"ᙺ": "ᖪ·",
		"ᙻ": "ᖫ·",
		"ᙼ": "ᖬ·",
		"ᙽ": "ᖭ·",
		"⪫": "ᗒ",
		"⪪": "ᗕ",
		"ꓷ": "ᗡ",
		"ᣰ": "ᗴ·",
		"ᣲ": "ᘛ·",
		"ᶻ": "ᙆ",
		"ꓭ": "ᙠ",
		"ᶺ": "ᣔ",
		"ᴾ": "ᣖ",
		"ᣜ": "ᣟᐞ",
		"ˡ": "ᣳ",
		"ʳ": "ᣴ",
		"ˢ": "ᣵ",
		"ᣛ": "ᣵ",
		"ꚰ": "ᚹ",
		"ᛡ": "ᚼ",
		"⍿": "ᚽ",
		"ᛂ": "ᚽ",
		"𝈿": "ᛋ",
		"↑": "ᛏ",
		"↿": "ᛐ",
		"⥮": "ᛐ⇂",
		"⥣": "ᛐᛚ",
		"ⵣ": "ᛯ",
		"↾": "ᛚ",
		"⨡": "ᛚ",
		"⋄": "ᛜ",
		"◇": "ᛜ",
		"◊": "ᛜ",
		"♢": "ᛜ",
		"🝔": "ᛜ",
		"𑢷": "ᛜ",
		"𐊔": "ᛜ",
		"⍚": "ᛜ̲",
		"⋈": "ᛞ",
		"⨝": "ᛞ",
		"𐓐": "ᛦ",
		"↕": "ᛨ",
		"𐳼": "𐲂",
		"𐳺": "𐲥",
		"ㄱ": "ᄀ",
		"ᆨ": "ᄀ",
		"ᄁ": "ᄀᄀ",
		"ㄲ": "ᄀᄀ",
		"ᆩ": "ᄀᄀ",
		"ᇺ": "ᄀᄂ",
		"ᅚ": "ᄀᄃ",
		"ᇃ": "ᄀᄅ",
		"ᇻ": "ᄀᄇ",
		"ᆪ": "ᄀᄉ",
		"ㄳ": "ᄀᄉ",
		"ᇄ": "ᄀᄉᄀ",
		"ᇼ": "ᄀᄎ",
		"ᇽ": "ᄀᄏ",
		"ᇾ": "ᄀᄒ",
		"ㄴ": "ᄂ",
		"ᆫ": "ᄂ",
		"ᄓ": "ᄂᄀ",
		"ᇅ": "ᄂᄀ",
		"ᄔ": "ᄂᄂ",
		"ㅥ": "ᄂᄂ",
		"ᇿ": "ᄂᄂ",
		"ᄕ": "ᄂᄃ",
		"ㅦ": "ᄂᄃ",
		"ᇆ": "ᄂᄃ",
		"ퟋ": "ᄂᄅ",
		"ᄖ": "ᄂᄇ",
		"ᅛ": "ᄂᄉ",
		"ᇇ": "ᄂᄉ",
		"ㅧ": "ᄂᄉ",
		"ᅜ": "ᄂᄌ",
		"ᆬ": "ᄂᄌ",
		"ㄵ": "ᄂᄌ",
		"ퟌ": "ᄂᄎ",
		"ᇉ": "ᄂᄐ",
		"ᅝ": "ᄂᄒ",
		"ᆭ": "ᄂᄒ",
		"ㄶ": "ᄂᄒ",
		"ᇈ": "ᄂᅀ",
		"ㅨ": "ᄂᅀ",
		"ㄷ": "ᄃ",
		"ᆮ": "ᄃ",
		"ᄗ": "ᄃᄀ",
		"ᇊ": "ᄃᄀ",
		"ᄄ": "ᄃᄃ",
		"ㄸ": "ᄃᄃ",
		"ퟍ": "ᄃᄃ",
		"ퟎ": "ᄃᄃᄇ",
		"ᅞ": "ᄃᄅ",
		"ᇋ": "ᄃᄅ",
		"ꥠ": "ᄃᄆ",
		"ꥡ": "ᄃᄇ",
		"ퟏ": "ᄃᄇ",
		"ꥢ": "ᄃᄉ",
		"ퟐ": "ᄃᄉ",
		"ퟑ": "ᄃᄉᄀ",
		"ꥣ": "ᄃᄌ",
		"ퟒ": "ᄃᄌ",
		"ퟓ": "ᄃᄎ",
		"ퟔ": "ᄃᄐ",
		"ㄹ": "ᄅ",
		"ᆯ": "ᄅ",
		"ꥤ": "ᄅᄀ",
		"ᆰ": "ᄅᄀ",
		"ㄺ": "ᄅᄀ",
		"ꥥ": "ᄅᄀᄀ",
		"ퟕ": "ᄅᄀᄀ",
		"ᇌ": "ᄅᄀᄉ",
		"ㅩ": "ᄅᄀᄉ",
		"ퟖ": "ᄅᄀᄒ",
		"ᄘ": "ᄅᄂ",
		"ᇍ": "ᄅᄂ",
		"ꥦ": "ᄅᄃ",
		"ᇎ": "ᄅᄃ",
		"ㅪ": "ᄅᄃ",
		"ꥧ": "ᄅᄃᄃ",
		"ᇏ": "ᄅᄃᄒ",
		"ᄙ": "ᄅᄅ",
		"ᇐ": "ᄅᄅ",
		"ퟗ": "ᄅᄅᄏ",
		"ꥨ": "ᄅᄆ",
		"ᆱ": "ᄅᄆ",
		"ㄻ": "ᄅᄆ",
		"ᇑ": "ᄅᄆᄀ",
		"ᇒ": "ᄅᄆᄉ",
		"ퟘ": "ᄅᄆᄒ",
		"ꥩ": "ᄅᄇ",
		"ᆲ": "ᄅᄇ",
		"ㄼ": "ᄅᄇ",
		"ퟙ": "ᄅᄇᄃ",
		"ꥪ": "ᄅᄇᄇ",
		"ᇓ": "ᄅᄇᄉ",
		"ㅫ": "ᄅᄇᄉ",
		"ꥫ": "ᄅᄇᄋ",
		"ᇕ": "ᄅᄇᄋ",
		"ퟚ": "ᄅᄇᄑ",
		"ᇔ": "ᄅᄇᄒ",
		"ꥬ": "ᄅᄉ",
		"ᆳ": "ᄅᄉ",
		"ㄽ": "ᄅᄉ",
		"ᇖ": "ᄅᄉᄉ",
		"ᄛ": "ᄅᄋ",
		"ퟝ": "ᄅᄋ",
		"ꥭ": "ᄅᄌ",
		"ꥮ": "ᄅᄏ",
		"ᇘ": "ᄅᄏ",
		"ᆴ": "ᄅᄐ",
		"ㄾ": "ᄅᄐ",
		"ᆵ": "ᄅᄑ",
		"ㄿ": "ᄅᄑ",
		"ᄚ": "ᄅᄒ",
		"ㅀ": "ᄅᄒ",
		"ᄻ": "ᄅᄒ",
		"ᆶ": "ᄅᄒ",
		"ퟲ": "ᄅᄒ",
		"ᇗ": "ᄅᅀ",
		"ㅬ": "ᄅᅀ",
		"ퟛ": "ᄅᅌ",
		"ᇙ": "ᄅᅙ",
		"ㅭ": "ᄅᅙ",
		"ퟜ": "ᄅᅙᄒ",
		"ㅁ": "ᄆ",
		"ᆷ": "ᄆ",
		"ꥯ": "ᄆᄀ",
		"ᇚ": "ᄆᄀ",
		"ퟞ": "ᄆᄂ",
		"ퟟ": "ᄆᄂᄂ",
		"ꥰ": "ᄆᄃ",
		"ᇛ": "ᄆᄅ",
		"ퟠ": "ᄆᄆ",
		"ᄜ": "ᄆᄇ",
		"ㅮ": "ᄆᄇ",
		"ᇜ": "ᄆᄇ",
		"ퟡ": "ᄆᄇᄉ",
		"ꥱ": "ᄆᄉ",
		"ᇝ": "ᄆᄉ",
		"ㅯ": "ᄆᄉ",
		"ᇞ": "ᄆᄉᄉ",
		"ᄝ": "ᄆᄋ",
		"ㅱ": "ᄆᄋ",
		"ᇢ": "ᄆᄋ",
		"ퟢ": "ᄆᄌ",
		"ᇠ": "ᄆᄎ",
		"ᇡ": "ᄆᄒ",
		"ᇟ": "ᄆᅀ",
		"ㅰ": "ᄆᅀ",
		"ㅂ": "ᄇ",
		"ᆸ": "ᄇ",
		"ᄞ": "ᄇᄀ",
		"ㅲ": "ᄇᄀ",
		"ᄟ": "ᄇᄂ",
		"ᄠ": "ᄇᄃ",
		"ㅳ": "ᄇᄃ",
		"ퟣ": "ᄇᄃ",
		"ᇣ": "ᄇᄅ",
		"ퟤ": "ᄇᄅᄑ",
		"ퟥ": "ᄇᄆ",
		"ᄈ": "ᄇᄇ",
		"ㅃ": "ᄇᄇ",
		"ퟦ": "ᄇᄇ",
		"ᄬ": "ᄇᄇᄋ",
		"ㅹ": "ᄇᄇᄋ",
		"ᄡ": "ᄇᄉ",
		"ㅄ": "ᄇᄉ",
		"ᆹ": "ᄇᄉ",
		"ᄢ": "ᄇᄉᄀ",
		"ㅴ": "ᄇᄉᄀ",
		"ᄣ": "ᄇᄉᄃ",
		"ㅵ": "ᄇᄉᄃ",
		"ퟧ": "ᄇᄉᄃ",
		"ᄤ": "ᄇᄉᄇ",
		"ᄥ": "ᄇᄉᄉ",
		"ᄦ": "ᄇᄉᄌ",
		"ꥲ": "ᄇᄉᄐ",
		"ᄫ": "ᄇᄋ",
		"ㅸ": "ᄇᄋ",
		"ᇦ": "ᄇᄋ",
		"ᄧ": "ᄇᄌ",
		"ㅶ": "ᄇᄌ",
		"ퟨ": "ᄇᄌ",
		"ᄨ": "ᄇᄎ",
		"ퟩ": "ᄇᄎ",
		"ꥳ": "ᄇᄏ",
		"ᄩ": "ᄇᄐ",
		"ㅷ": "ᄇᄐ",
		"ᄪ": "ᄇᄑ",
		"ᇤ": "ᄇᄑ",
		"ꥴ": "ᄇᄒ",
		"ᇥ": "ᄇᄒ",
		"ㅅ": "ᄉ",
		"ᆺ": "ᄉ",
		"ᄭ": "ᄉᄀ",
		"ㅺ": "ᄉᄀ",
		"ᇧ": "ᄉᄀ",
		"ᄮ": "ᄉᄂ",
		"ㅻ": "ᄉᄂ",
		"ᄯ": "ᄉᄃ",
		"ㅼ": "ᄉᄃ",
		"ᇨ": "ᄉᄃ",
		"ᄰ": "ᄉᄅ",
		"ᇩ": "ᄉᄅ",
		"ᄱ": "ᄉᄆ",
		"ퟪ": "ᄉᄆ",
		"ᄲ": "ᄉᄇ",
		"ㅽ": "ᄉᄇ",
		"ᇪ": "ᄉᄇ",
		"ᄳ": "ᄉᄇᄀ",
		"ퟫ": "ᄉᄇᄋ",
		"ᄊ": "ᄉᄉ",
		"ㅆ": "ᄉᄉ",
		"ᆻ": "ᄉᄉ",
		"ퟬ": "ᄉᄉᄀ",
		"ퟭ": "ᄉᄉᄃ",
		"ꥵ": "ᄉᄉᄇ",
		"ᄴ": "ᄉᄉᄉ",
		"ᄵ": "ᄉᄋ",
		"ᄶ": "ᄉᄌ",
		"ㅾ": "ᄉᄌ",
		"ퟯ": "ᄉᄌ",
		"ᄷ": "ᄉᄎ",
		"ퟰ": "ᄉᄎ",
		"ᄸ": "ᄉᄏ",
		"ᄹ": "ᄉᄐ",
		"ퟱ": "ᄉᄐ",
		"ᄺ": "ᄉᄑ",
		"ퟮ": "ᄉᅀ",
		"ㅇ": "ᄋ",
		"ᆼ": "ᄋ",
		"ᅁ": "ᄋᄀ",
		"ᇬ": "ᄋᄀ",
		"ᇭ": "ᄋᄀᄀ",
		"ᅂ": "ᄋᄃ",
		"ꥶ": "ᄋᄅ",
		"ᅃ": "ᄋᄆ",
		"ᅄ": "ᄋᄇ",
		"ᅅ": "ᄋᄉ",
		"ᇱ": "ᄋᄉ",
		"ㆂ": "ᄋᄉ",
		"ᅇ": "ᄋᄋ",
		"ㆀ": "ᄋᄋ",
		"ᇮ": "ᄋᄋ",
		"ᅈ": "ᄋᄌ",
		"ᅉ": "ᄋᄎ",
		"ᇯ": "ᄋᄏ",
		"ᅊ": "ᄋᄐ",
		"ᅋ": "ᄋᄑ",
		"ꥷ": "ᄋᄒ",
		"ᅆ": "ᄋᅀ",
		"ᇲ": "ᄋᅀ",
		"ㆃ": "ᄋᅀ",
		"ㅈ": "ᄌ",
		"ᆽ": "ᄌ",
		"ퟷ": "ᄌᄇ",
		"ퟸ": "ᄌᄇᄇ",
		"ᅍ": "ᄌᄋ",
		"ᄍ": "ᄌᄌ",
		"ㅉ": "ᄌᄌ",
		"ퟹ": "ᄌᄌ",
		"ꥸ": "ᄌᄌᄒ",
		"ㅊ": "ᄎ",
		"ᆾ": "ᄎ",
		"ᅒ": "ᄎᄏ",
		"ᅓ": "ᄎᄒ",
		"ㅋ": "ᄏ",
		"ᆿ": "ᄏ",
		"ㅌ": "ᄐ",
		"ᇀ": "ᄐ",
		"ꥹ": "ᄐᄐ",
		"ㅍ": "ᄑ",
		"ᇁ": "ᄑ",
		"ᅖ": "ᄑᄇ",
		"ᇳ": "ᄑᄇ",
		"ퟺ": "ᄑᄉ",
		"ᅗ": "ᄑᄋ",
		"ㆄ": "ᄑᄋ",
		"ᇴ": "ᄑᄋ",
		"ퟻ": "ᄑᄐ",
		"ꥺ": "ᄑᄒ",
		"ㅎ": "ᄒ",
		"ᇂ": "ᄒ",
		"ᇵ": "ᄒᄂ",
		"ᇶ": "ᄒᄅ",
		"ᇷ": "ᄒᄆ",
		"ᇸ": "ᄒᄇ",
		"ꥻ": "ᄒᄉ",
		"ᅘ": "ᄒᄒ",
		"ㆅ": "ᄒᄒ",
		"ᄽ": "ᄼᄼ",
		"ᄿ": "ᄾᄾ",
		"ㅿ": "ᅀ",
		"ᇫ": "ᅀ",
		"ퟳ": "ᅀᄇ",
		"ퟴ": "ᅀᄇᄋ",
		"ㆁ": "ᅌ",
		"ᇰ": "ᅌ",
		"ퟵ": "ᅌᄆ",
		"ퟶ": "ᅌᄒ",
		"ᅏ": "ᅎᅎ",
		"ᅑ": "ᅐᅐ",
		"ㆆ": "ᅙ",
		"ᇹ": "ᅙ",
		"ꥼ": "ᅙᅙ",
		"ㅤ": "ᅠ",
		"ㅏ": "ᅡ",
		"ᆣ": "ᅡー",
		"ᅶ": "ᅡᅩ",
		"ᅷ": "ᅡᅮ",
		"ᅢ": "ᅡ丨",
		"ㅐ": "ᅡ丨",
		"ㅑ": "ᅣ",
		"ᅸ": "ᅣᅩ",
		"ᅹ": "ᅣᅭ",
		"ᆤ": "ᅣᅮ",
		"ᅤ": "ᅣ丨",
		"ㅒ": "ᅣ丨",
		"ㅓ": "ᅥ",
		"ᅼ": "ᅥー",
		"ᅺ": "ᅥᅩ",
		"ᅻ": "ᅥᅮ",
		"ᅦ": "ᅥ丨",
		"ㅔ": "ᅥ丨",
		"ㅕ": "ᅧ",
		"ᆥ": "ᅧᅣ",
		"ᅽ": "ᅧᅩ",
		"ᅾ": "ᅧᅮ",
		"ᅨ": "ᅧ丨",
		"ㅖ": "ᅧ丨",
		"ㅗ": "ᅩ",
		"ᅪ": "ᅩᅡ",
		"ㅘ": "ᅩᅡ",
		"ᅫ": "ᅩᅡ丨",
		"ㅙ": "ᅩᅡ丨",
		"ᆦ": "ᅩᅣ",
		"ᆧ": "ᅩᅣ丨",
		"ᅿ": "ᅩᅥ",
		"ᆀ": "ᅩᅥ丨",
		"ힰ": "ᅩᅧ",
		"ᆁ": "ᅩᅧ丨",
		"ᆂ": "ᅩᅩ",
		"ힱ": "ᅩᅩ丨",
		"ᆃ": "ᅩᅮ",
		"ᅬ": "ᅩ丨",
		"ㅚ": "ᅩ丨",
		"ㅛ": "ᅭ",
		"ힲ": "ᅭᅡ",
		"ힳ": "ᅭᅡ丨",
		"ᆄ": "ᅭᅣ",
		"ㆇ": "ᅭᅣ",
		"ᆆ": "ᅭᅣ",
		"ᆅ": "ᅭᅣ丨",
		"ㆈ": "ᅭᅣ丨",
		"ힴ": "ᅭᅥ",
		"ᆇ": "ᅭᅩ",
		"ᆈ": "ᅭ丨",
		"ㆉ": "ᅭ丨",
		"ㅜ": "ᅮ",
		"ᆉ": "ᅮᅡ",
		"ᆊ": "ᅮᅡ丨",
		"ᅯ": "ᅮᅥ",
		"ㅝ": "ᅮᅥ",
		"ᆋ": "ᅮᅥー",
		"ᅰ": "ᅮᅥ丨",
		"ㅞ": "ᅮᅥ丨",
		"ힵ": "ᅮᅧ",
		"ᆌ": "ᅮᅧ丨",
		"ᆍ": "ᅮᅮ",
		"ᅱ": "ᅮ丨",
		"ㅟ": "ᅮ丨",
		"ힶ": "ᅮ丨丨",
		"ㅠ": "ᅲ",
		"ᆎ": "ᅲᅡ",
		"ힷ": "ᅲᅡ丨",
		"ᆏ": "ᅲᅥ",
		"ᆐ": "ᅲᅥ丨",
		"ᆑ": "ᅲᅧ",
		"ㆊ": "ᅲᅧ",
		"ᆒ": "ᅲᅧ丨",
		"ㆋ": "ᅲᅧ丨",
		"ힸ": "ᅲᅩ",
		"ᆓ": "ᅲᅮ",
		"ᆔ": "ᅲ丨",
		"ㆌ": "ᅲ丨",
		"ㆍ": "ᆞ",
		"ퟅ": "ᆞᅡ",
		"ᆟ": "ᆞᅥ",
		"ퟆ": "ᆞᅥ丨",
		"ᆠ": "ᆞᅮ",
		"ᆢ": "ᆞᆞ",
		"ᆡ": "ᆞ丨",
		"ㆎ": "ᆞ丨",
		"ヘ": "へ",
		"⍁": "〼",
		"⧄": "〼",
		"꒞": "ꁊ",
		"꒬": "ꁐ",
		"꒜": "ꃀ",
		"꒨": "ꄲ",
		"꒿": "ꉙ",
		"꒾": "ꊱ",
		"꒔": "ꋍ",
		"꓀": "ꎫ",
		"꓂": "ꎵ",
		"꒺": "ꎿ",
		"꒰": "ꏂ",
		"꒧": "ꑘ",
		"⊥": "ꓕ",
		"⟂": "ꓕ",
		"𝈜": "ꓕ",
		"Ʇ": "ꓕ",
		"Ꞟ": "ꓤ",
		"⅁": "ꓨ",
		"⅂": "ꓶ",
		"𝈕": "ꓶ",
		"𝈫": "ꓶ",
		"𖼦": "ꓶ",
		"𐐑": "ꓶ",
		"⅃": "𖼀",
		"𑫦": "𑫥𑫯",
		"𑫨": "𑫥𑫥",
		"𑫩": "𑫥𑫥𑫯",
		"𑫪": "𑫥𑫥𑫰",
		"𑫧": "𑫥𑫰",
		"𑫴": "𑫳𑫯",
		"𑫶": "𑫳𑫳",
		"𑫷": "𑫳𑫳𑫯",
		"𑫸": "𑫳𑫳𑫰",
		"𑫵": "𑫳𑫰",
		"𑫬": "𑫫𑫯",
		"𑫭": "𑫫𑫫",
		"𑫮": "𑫫𑫫𑫯",
		"⊕": "𐊨",
		"⨁": "𐊨",
		"🜨": "𐊨",
		"Ꚛ": "𐊨",
		"▽": "𐊼",
		"𝈔": "𐊼",
		"🜄": "𐊼",
		"⧖": "𐋀",
		"ꞛ": "𐐺",
		"Ꞛ": "𐐒",
		"𐒠": "𐒆",
		"𐏑": "𐎂",
		"𐏓": "𐎓",
		"𒀸": "𐎚",
		"☥": "𐦞",
		"𓋹": "𐦞",
		"〹": "卄",
		"不": "不",
		"丽": "丽",
		"並": "並",
		"⎜": "丨",
		"⎟": "丨",
		"⎢": "丨",
		"⎥": "丨",
		"⎪": "丨",
		"⎮": "丨",
		"㇑": "丨",
		"ᅵ": "丨",
		"ㅣ": "丨",
		"⼁": "丨",
		"ᆜ": "丨ー",
		"ᆘ": "丨ᅡ",
		"ᆙ": "丨ᅣ",
		"ힽ": "丨ᅣᅩ",
		"ힾ": "丨ᅣ丨",
		"ힿ": "丨ᅧ",
		"ퟀ": "丨ᅧ丨",
		"ᆚ": "丨ᅩ",
		"ퟁ": "丨ᅩ丨",
		"ퟂ": "丨ᅭ",
		"ᆛ": "丨ᅮ",
		"ퟃ": "丨ᅲ",
		"ᆝ": "丨ᆞ",
		"ퟄ": "丨丨",
		"串": "串",
		"丸": "丸",
		"丹": "丹",
		"乁": "乁",
		"㇠": "乙",
		"⼄": "乙",
		"㇟": "乚",
		"⺃": "乚",
		"㇖": "乛",
		"⺂": "乛",
		"⻲": "亀",
		"亂": "亂",
		"㇚": "亅",
		"⼅": "亅",
		"了": "了",
		"ニ": "二",
		"⼆": "二",
		"𠄢": "𠄢",
		"⼇": "亠",
		"亮": "亮",
		"⼈": "人",
		"イ": "亻",
		"⺅": "亻",
		"什": "什",
		"仌": "仌",
		"令": "令",
		"你": "你",
		"倂": "併",
		"倂": "併",
		"侀": "侀",
		"來": "來",
		"例": "例",
		"侮": "侮",
		"侮": "侮",
		"侻": "侻",
		"便": "便",
		"值": "値",
		"倫": "倫",
		"偺": "偺",
		"備": "備",
		"像": "像",
		"僚": "僚",
		"僧": "僧",
		"僧": "僧",
		"㒞": "㒞",
		"⼉": "儿",
		"兀": "兀",
		"⺎": "兀",
		"充": "充",
		"免": "免",
		"免": "免",
		"兔": "兔",
		"兤": "兤",
		"⼊": "入",
		"內": "內",
		"全": "全",
		"兩": "兩",
		"ハ": "八",
		"⼋": "八",
		"六": "六",
		"具": "具",
		"𠔜": "𠔜",
		"𠔥": "𠔥",
		"冀": "冀",
		"㒹": "㒹",
		"⼌": "冂",
		"再": "再",
		"𠕋": "𠕋",
		"冒": "冒",
		"冕": "冕",
		"㒻": "㒻",
		"最": "最",
		"⼍": "冖",
		"冗": "冗",
		"冤": "冤",
		"⼎": "冫",
		"冬": "冬",
		"况": "况",
		"况": "况",
		"冷": "冷",
		"凉": "凉",
		"凌": "凌",
		"凜": "凜",
		"凞": "凞",
		"⼏": "几",
		"𠘺": "𠘺",
		"凵": "凵",
		"⼐": "凵",
		"⼑": "刀",
		"⺉": "刂",
		"刃": "刃",
		"切": "切",
		"切": "切",
		"列": "列",
		"利": "利",
		"㓟": "㓟",
		"刺": "刺",
		"刻": "刻",
		"剆": "剆",
		"割": "割",
		"剷": "剷",
		"劉": "劉",
		"𠠄": "𠠄",
		"カ": "力",
		"力": "力",
		"⼒": "力",
		"劣": "劣",
		"㔕": "㔕",
		"劳": "劳",
		"勇": "勇",
		"勇": "勇",
		"勉": "勉",
		"勉": "勉",
		"勒": "勒",
		"勞": "勞",
		"勤": "勤",
		"勤": "勤",
		"勵": "勵",
		"⼓": "勹",
		"勺": "勺",
		"勺": "勺",
		"包": "包",
		"匆": "匆",
		"𠣞": "𠣞",
		"⼔": "匕",
		"北": "北",
		"北": "北",
		"⼕": "匚",
		"⼖": "匸",
		"匿": "匿",
		"⼗": "十",
		"〸": "十",
		"〺": "卅",
		"卉": "卉",
		"࿖": "卍",
		"࿕": "卐",
		"卑": "卑",
		"卑": "卑",
		"博": "博",
		"ト": "卜",
		"⼘": "卜",
		"⼙": "卩",
		"⺋": "㔾",
		"即": "即",
		"卵": "卵",
		"卽": "卽",
		"卿": "卿",
		"卿": "卿",
		"卿": "卿",
		"⼚": "厂",
		"𠨬": "𠨬",
		"⼛": "厶",
		"參": "參",
		"⼜": "又",
		"及": "及",
		"叟": "叟",
		"𠭣": "𠭣",
		"ロ": "口",
		"⼝": "口",
		"囗": "口",
		"⼞": "口",
		"句": "句",
		"叫": "叫",
		"叱": "叱",
		"吆": "吆",
		"吏": "吏",
		"吝": "吝",
		"吸": "吸",
		"呂": "呂",
		"呈": "呈",
		"周": "周",
		"咞": "咞",
		"咢": "咢",
		"咽": "咽",
		"䎛": "㖈",
		"哶": "哶",
		"唐": "唐",
		"啓": "啓",
		"啟": "啓",
		"啕": "啕",
		"啣": "啣",
		"善": "善",
		"善": "善",
		"喇": "喇",
		"喙": "喙",
		"喙": "喙",
		"喝": "喝",
		"喝": "喝",
		"喫": "喫",
		"喳": "喳",
		"嗀": "嗀",
		"嗂": "嗂",
		"嗢": "嗢",
		"嘆": "嘆",
		"嘆": "嘆",
		"噑": "噑",
		"噴": "噴",
		"器": "器",
		"囹": "囹",
		"圖": "圖",
		"圗": "圗",
		"⼟": "土",
		"士": "土",
		"⼠": "土",
		"型": "型",
		"城": "城",
		"㦳": "㘽",
		"埴": "埴",
		"堍": "堍",
		"報": "報",
		"堲": "堲",
		"塀": "塀",
		"塚": "塚",
		"塚": "塚",
		"塞": "塞",
		"填": "塡",
		"壿": "墫",
		"墬": "墬",
		"墳": "墳",
		"壘": "壘",
		"壟": "壟",
		"𡓤": "𡓤",
		"壮": "壮",
		"売": "売",
		"壷": "壷",
		"⼡": "夂",
		"夆": "夆",
		"⼢": "夊",
		"タ": "夕",
		"⼣": "夕",
		"多": "多",
		"夢": "夢",
		"⼤": "大",
		"奄": "奄",
		"奈": "奈",
		"契": "契",
		"奔": "奔",
		"奢": "奢",
		"女": "女",
		"⼥": "女",
		"𡚨": "𡚨",
		"𡛪": "𡛪",
		"姘": "姘",
		"姬": "姬",
		"娛": "娛",
		"娧": "娧",
		"婢": "婢",
		"婦": "婦",
		"嬀": "媯",
		"㛮": "㛮",
		"㛼": "㛼",
		"媵": "媵",
		"嬈": "嬈",
		"嬨": "嬨",
		"嬾": "嬾",
		"嬾": "嬾",
		"⼦": "子",
		"⼧": "宀",
		"宅": "宅",
		"𡧈": "𡧈",
		"寃": "寃",
		"寘": "寘",
		"寧": "寧",
		"寧": "寧",
		"寧": "寧",
		"寮": "寮",
		"寳": "寳",
		"𡬘": "𡬘",
		"⼨": "寸",
		"寿": "寿",
		"将": "将",
		"⼩": "小",
		"尢": "尢",
		"⺐": "尢",
		"⼪": "尢",
		"⺏": "尣",
		"㞁": "㞁",
		"⼫": "尸",
		"尿": "尿",
		"屠": "屠",
		"屢": "屢",
		"層": "層",
		"履": "履",
		"屮": "屮",
		"屮": "屮",
		"⼬": "屮",
		"𡴋": "𡴋",
		"⼭": "山",
		"峀": "峀",
		"岍": "岍",
		"𡷤": "𡷤",
		"𡷦": "𡷦",
		"崙": "崙",
		"嵃": "嵃",
		"嵐": "嵐",
		"嵫": "嵫",
		"嵮": "嵮",
		"嵼": "嵼",
		"嶲": "嶲",
		"嶺": "嶺",
		"⼮": "巛",
		"巢": "巢",
		"エ": "工",
		"⼯": "工",
		"⼰": "己",
		"⺒": "巳",
		"㠯": "㠯",
		"巽": "巽",
		"⼱": "巾",
		"帲": "帡",
		"帨": "帨",
		"帽": "帽",
		"幩": "幩",
		"㡢": "㡢",
		"𢆃": "𢆃",
		"⼲": "干",
		"年": "年",
		"𢆟": "𢆟",
		"⺓": "幺",
		"⼳": "幺",
		"⼴": "广",
		"度": "度",
		"㡼": "㡼",
		"庰": "庰",
		"庳": "庳",
		"庶": "庶",
		"廊": "廊",
		"廊": "廊",
		"廉": "廉",
		"廒": "廒",
		"廓": "廓",
		"廙": "廙",
		"廬": "廬",
		"⼵": "廴",
		"廾": "廾",
		"⼶": "廾",
		"𢌱": "𢌱",
		"𢌱": "𢌱",
		"弄": "弄",
		"⼷": "弋",
		"⼸": "弓",
		"弢": "弢",
		"弢": "弢",
		"⼹": "彐",
		"⺔": "彑",
		"当": "当",
		"㣇": "㣇",
		"⼺": "彡",
		"形": "形",
		"彩": "彩",
		"彫": "彫",
		"⼻": "彳",
		"律": "律",
		"㣣": "㣣",
		"徚": "徚",
		"復": "復",
		"徭": "徭",
		"⼼": "心",
		"⺖": "忄",
		"⺗": "㣺",
		"忍": "忍",
		"志": "志",
		"念": "念",
		"忹": "忹",
		"怒": "怒",
		"怜": "怜",
		"恵": "恵",
		"㤜": "㤜",
		"㤺": "㤺",
		"悁": "悁",
		"悔": "悔",
		"悔": "悔",
		"惇": "惇",
		"惘": "惘",
		"惡": "惡",
		"𢛔": "𢛔",
		"愈": "愈",
		"慨": "慨",
		"慄": "慄",
		"慈": "慈",
		"慌": "慌",
		"慌": "慌",
		"慎": "慎",
		"慎": "慎",
		"慠": "慠",
		"慺": "慺",
		"憎": "憎",
		"憎": "憎",
		"憎": "憎",
		"憐": "憐",
		"憤": "憤",
		"憯": "憯",
		"憲": "憲",
		"𢡄": "𢡄",
		"𢡊": "𢡊",
		"懞": "懞",
		"懲": "懲",
		"懲": "懲",
		"懲": "懲",
		"懶": "懶",
		"懶": "懶",
		"戀": "戀",
		"⼽": "戈",
		"成": "成",
		"戛": "戛",
		"戮": "戮",
		"戴": "戴",
		"⼾": "戶",
		"戸": "戶",
		"⼿": "手",
		"⺘": "扌",
		"扝": "扝",
		"抱": "抱",
		"拉": "拉",
		"拏": "拏",
		"拓": "拓",
		"拔": "拔",
		"拼": "拼",
		"拾": "拾",
		"𢬌": "𢬌",
		"挽": "挽",
		"捐": "捐",
		"捨": "捨",
		"捻": "捻",
		"掃": "掃",
		"掠": "掠",
		"掩": "掩",
		"揄": "揄",
		"揤": "揤",
		"摒": "摒",
		"𢯱": "𢯱",
		"搜": "搜",
		"搢": "搢",
		"揅": "揅",
		"摩": "摩",
		"摷": "摷",
		"摾": "摾",
		"㨮": "㨮",
		"搉": "㩁",
		"撚": "撚",
		"撝": "撝",
		"擄": "擄",
		"㩬": "㩬",
		"⽀": "支",
		"⽁": "攴",
		"⺙": "攵",
		"敏": "敏",
		"敏": "敏",
		"敖": "敖",
		"敬": "敬",
		"數": "數",
		"𣀊": "𣀊",
		"⽂": "文",
		"⻫": "斉",
		"⽃": "斗",
		"料": "料",
		"⽄": "斤",
		"⽅": "方",
		"旅": "旅",
		"⽆": "无",
		"⺛": "旡",
		"既": "既",
		"旣": "旣",
		"⽇": "日",
		"易": "易",
		"曶": "㫚",
		"㫤": "㫤",
		"晉": "晉",
		"晩": "晚",
		"晴": "晴",
		"晴": "晴",
		"暑": "暑",
		"暑": "暑",
		"暈": "暈",
		"㬈": "㬈",
		"暜": "暜",
		"暴": "暴",
		"曆": "曆",
		"㬙": "㬙",
		"𣊸": "𣊸",
		"⽈": "曰",
		"更": "更",
		"書": "書",
		"⽉": "月",
		"𣍟": "𣍟",
		"肦": "朌",
		"胐": "朏",
		"胊": "朐",
		"脁": "朓",
		"胶": "㬵",
		"朗": "朗",
		"朗": "朗",
		"朗": "朗",
		"脧": "朘",
		"望": "望",
		"望": "望",
		"幐": "㬺",
		"䐠": "㬻",
		"𣎓": "𣎓",
		"膧": "朣",
		"𣎜": "𣎜",
		"⽊": "木",
		"李": "李",
		"杓": "杓",
		"杖": "杖",
		"杞": "杞",
		"𣏃": "𣏃",
		"柿": "杮",
		"杻": "杻",
		"枅": "枅",
		"林": "林",
		"㭉": "㭉",
		"𣏕": "𣏕",
		"柳": "柳",
		"柺": "柺",
		"栗": "栗",
		"栟": "栟",
		"桒": "桒",
		"𣑭": "𣑭",
		"梁": "梁",
		"梅": "梅",
		"梅": "梅",
		"梎": "梎",
		"梨": "梨",
		"椔": "椔",
		"楂": "楂",
		"㮝": "㮝",
		"㮝": "㮝",
		"槩": "㮣",
		"樧": "榝",
		"榣": "榣",
		"槪": "槪",
		"樂": "樂",
		"樂": "樂",
		"樂": "樂",
		"樓": "樓",
		"𣚣": "𣚣",
		"檨": "檨",
		"櫓": "櫓",
		"櫛": "櫛",
		"欄": "欄",
		"㰘": "㰘",
		"⽋": "欠",
		"次": "次",
		"𣢧": "𣢧",
		"歔": "歔",
		"㱎": "㱎",
		"⽌": "止",
		"⻭": "歯",
		"歲": "歲",
		"歷": "歷",
		"歹": "歹",
		"⽍": "歹",
		"⺞": "歺",
		"殟": "殟",
		"殮": "殮",
		"⽎": "殳",
		"殺": "殺",
		"殺": "殺",
		"殺": "殺",
		"殻": "殻",
		"𣪍": "𣪍",
		"⽏": "毋",
		"⺟": "母",
		"𣫺": "𣫺",
		"⽐": "比",
		"⽑": "毛",
		"⽒": "氏",
		"⺠": "民",
		"⽓": "气",
		"⽔": "水",
		"⺡": "氵",
		"⺢": "氺",
		"汎": "汎",
		"汧": "汧",
		"沈": "沈",
		"沿": "沿",
		"泌": "泌",
		"泍": "泍",
		"泥": "泥",
		"𣲼": "𣲼",
		"洛": "洛",
		"洞": "洞",
		"洴": "洴",
		"派": "派",
		"流": "流",
		"流": "流",
		"流": "流",
		"洖": "洖",
		"浩": "浩",
		"浪": "浪",
		"海": "海",
		"海": "海",
		"浸": "浸",
		"涅": "涅",
		"𣴞": "𣴞",
		"淋": "淋",
		"淚": "淚",
		"淪": "淪",
		"淹": "淹",
		"渚": "渚",
		"港": "港",
		"湮": "湮",
		"潙": "溈",
		"滋": "滋",
		"滋": "滋",
		"溜": "溜",
		"溺": "溺",
		"滇": "滇",
		"滑": "滑",
		"滛": "滛",
		"㴳": "㴳",
		"漏": "漏",
		"漢": "漢",
		"漢": "漢",
		"漣": "漣",
		"𣻑": "𣻑",
		"潮": "潮",
		"𣽞": "𣽞",
		"𣾎": "𣾎",
		"濆": "濆",
		"濫": "濫",
		"濾": "濾",
		"瀛": "瀛",
		"瀞": "瀞",
		"瀞": "瀞",
		"瀹": "瀹",
		"灊": "灊",
		"㶖": "㶖",
		"⽕": "火",
		"⺣": "灬",
		"灰": "灰",
		"灷": "灷",
		"災": "災",
		"炙": "炙",
		"炭": "炭",
		"烈": "烈",
		"烙": "烙",
		"煮": "煮",
		"煮": "煮",
		"𤉣": "𤉣",
		"煅": "煅",
		"煉": "煉",
		"𤋮": "𤋮",
		"熜": "熜",
		"燎": "燎",
		"燐": "燐",
		"𤎫": "𤎫",
		"爐": "爐",
		"爛": "爛",
		"爨": "爨",
		"⽖": "爪",
		"爫": "爫",
		"⺤": "爫",
		"爵": "爵",
		"爵": "爵",
		"⽗": "父",
		"⽘": "爻",
		"⺦": "丬",
		"⽙": "爿",
		"⽚": "片",
		"牐": "牐",
		"⽛": "牙",
		"𤘈": "𤘈",
		"⽜": "牛",
		"牢": "牢",
		"犀": "犀",
		"犕": "犕",
		"⽝": "犬",
		"⺨": "犭",
		"犯": "犯",
		"狀": "狀",
		"𤜵": "𤜵",
		"狼": "狼",
		"猪": "猪",
		"猪": "猪",
		"𤠔": "𤠔",
		"獵": "獵",
		"獺": "獺",
		"⽞": "玄",
		"率": "率",
		"率": "率",
		"⽟": "玉",
		"王": "王",
		"㺬": "㺬",
		"玥": "玥",
		"玲": "玲",
		"㺸": "㺸",
		"㺸": "㺸",
		"珞": "珞",
		"琉": "琉",
		"理": "理",
		"琢": "琢",
		"瑇": "瑇",
		"瑜": "瑜",
		"瑩": "瑩",
		"瑱": "瑱",
		"瑱": "瑱",
		"璅": "璅",
		"璉": "璉",
		"璘": "璘",
		"瓊": "瓊",
		"⽠": "瓜",
		"⽡": "瓦",
		"㼛": "㼛",
		"甆": "甆",
		"⽢": "甘",
		"⽣": "生",
		"甤": "甤",
		"⽤": "用",
		"⽥": "田",
		"画": "画",
		"甾": "甾",
		"𤰶": "𤰶",
		"留": "留",
		"略": "略",
		"異": "異",
		"異": "異",
		"𤲒": "𤲒",
		"⽦": "疋",
		"⽧": "疒",
		"痢": "痢",
		"瘐": "瘐",
		"瘟": "瘟",
		"瘝": "瘝",
		"療": "療",
		"癩": "癩",
		"⽨": "癶",
		"⽩": "白",
		"𤾡": "𤾡",
		"𤾸": "𤾸",
		"⽪": "皮",
		"⽫": "皿",
		"𥁄": "𥁄",
		"㿼": "㿼",
		"益": "益",
		"益": "益",
		"盛": "盛",
		"盧": "盧",
		"䀈": "䀈",
		"⽬": "目",
		"直": "直",
		"直": "直",
		"𥃲": "𥃲",
		"𥃳": "𥃳",
		"省": "省",
		"䀘": "䀘",
		"𥄙": "𥄙",
		"眞": "眞",
		"真": "真",
		"真": "真",
		"𥄳": "𥄳",
		"着": "着",
		"睊": "睊",
		"睊": "睊",
		"鿃": "䀹",
		"䀹": "䀹",
		"䀹": "䀹",
		"晣": "䀿",
		"䁆": "䁆",
		"瞋": "瞋",
		"𥉉": "𥉉",
		"瞧": "瞧",
		"⽭": "矛",
		"⽮": "矢",
		"⽯": "石",
		"䂖": "䂖",
		"𥐝": "𥐝",
		"硏": "研",
		"硎": "硎",
		"硫": "硫",
		"碌": "碌",
		"碌": "碌",
		"碑": "碑",
		"磊": "磊",
		"磌": "磌",
		"磌": "磌",
		"磻": "磻",
		"䃣": "䃣",
		"礪": "礪",
		"⽰": "示",
		"⺭": "礻",
		"礼": "礼",
		"社": "社",
		"祈": "祈",
		"祉": "祉",
		"𥘦": "𥘦",
		"祐": "祐",
		"祖": "祖",
		"祖": "祖",
		"祝": "祝",
		"神": "神",
		"祥": "祥",
		"視": "視",
		"視": "視",
		"祿": "祿",
		"𥚚": "𥚚",
		"禍": "禍",
		"禎": "禎",
		"福": "福",
		"福": "福",
		"𥛅": "𥛅",
		"禮": "禮",
		"⽱": "禸",
		"⽲": "禾",
		"秊": "秊",
		"䄯": "䄯",
		"秫": "秫",
		"稜": "稜",
		"穊": "穊",
		"穀": "穀",
		"穀": "穀",
		"穏": "穏",
		"⽳": "穴",
		"突": "突",
		"𥥼": "𥥼",
		"窱": "窱",
		"立": "立",
		"⽴": "立",
		"⻯": "竜",
		"𥪧": "𥪧",
		"𥪧": "𥪧",
		"竮": "竮",
		"⽵": "竹",
		"笠": "笠",
		"節": "節",
		"節": "節",
		"䈂": "䈂",
		"𥮫": "𥮫",
		"篆": "篆",
		"䈧": "䈧",
		"築": "築",
		"𥲀": "𥲀",
		"𥳐": "𥳐",
		"簾": "簾",
		"籠": "籠",
		"⽶": "米",
		"类": "类",
		"粒": "粒",
		"精": "精",
		"糒": "糒",
		"糖": "糖",
		"糨": "糨",
		"䊠": "䊠",
		"糣": "糣",
		"糧": "糧",
		"⽷": "糸",
		"⺯": "糹",
		"𥾆": "𥾆",
		"紀": "紀",
		"紐": "紐",
		"索": "索",
		"累": "累",
		"絶": "絕",
		"絣": "絣",
		"絛": "絛",
		"綠": "綠",
		"綾": "綾",
		"緇": "緇",
		"練": "練",
		"練": "練",
		"練": "練",
		"縂": "縂",
		"䌁": "䌁",
		"縉": "縉",
		"縷": "縷",
		"繁": "繁",
		"繅": "繅",
		"𦇚": "𦇚",
		"䌴": "䌴",
		"⽸": "缶",
		"𦈨": "𦈨",
		"缾": "缾",
		"𦉇": "𦉇",
		"⽹": "网",
		"⺫": "罒",
		"⺲": "罒",
		"⺱": "罓",
		"䍙": "䍙",
		"署": "署",
		"𦋙": "𦋙",
		"罹": "罹",
		"罺": "罺",
		"羅": "羅",
		"𦌾": "𦌾",
		"⽺": "羊",
		"羕": "羕",
		"羚": "羚",
		"羽": "羽",
		"⽻": "羽",
		"翺": "翺",
		"老": "老",
		"⽼": "老",
		"⺹": "耂",
		"者": "者",
		"者": "者",
		"者": "者",
		"⽽": "而",
		"𦓚": "𦓚",
		"⽾": "耒",
		"𦔣": "𦔣",
		"⽿": "耳",
		"聆": "聆",
		"聠": "聠",
		"𦖨": "𦖨",
		"聯": "聯",
		"聰": "聰",
		"聾": "聾",
		"⾀": "聿",
		"⺺": "肀",
		"⾁": "肉",
		"肋": "肋",
		"肭": "肭",
		"育": "育",
		"䏕": "䏕",
		"䏙": "䏙",
		"腁": "胼",
		"脃": "脃",
		"脾": "脾",
		"䐋": "䐋",
		"朡": "朡",
		"𦞧": "𦞧",
		"𦞵": "𦞵",
		"朦": "䑃",
		"臘": "臘",
		"⾂": "臣",
		"臨": "臨",
		"⾃": "自",
		"臭": "臭",
		"⾄": "至",
		"⾅": "臼",
		"舁": "舁",
		"舁": "舁",
		"舄": "舄",
		"⾆": "舌",
		"舘": "舘",
		"⾇": "舛",
		"⾈": "舟",
		"䑫": "䑫",
		"⾉": "艮",
		"良": "良",
		"⾊": "色",
		"⾋": "艸",
		"艹": "艹",
		"艹": "艹",
		"⺾": "艹",
		"⺿": "艹",
		"⻀": "艹",
		"芋": "芋",
		"芑": "芑",
		"芝": "芝",
		"花": "花",
		"芳": "芳",
		"芽": "芽",
		"若": "若",
		"若": "若",
		"苦": "苦",
		"𦬼": "𦬼",
		"茶": "茶",
		"荒": "荒",
		"荣": "荣",
		"茝": "茝",
		"茣": "茣",
		"莽": "莽",
		"荓": "荓",
		"菉": "菉",
		"菊": "菊",
		"菌": "菌",
		"菜": "菜",
		"菧": "菧",
		"華": "華",
		"菱": "菱",
		"著": "著",
		"著": "著",
		"𦰶": "𦰶",
		"莭": "莭",
		"落": "落",
		"葉": "葉",
		"蔿": "蒍",
		"𦳕": "𦳕",
		"𦵫": "𦵫",
		"蓮": "蓮",
		"蓱": "蓱",
		"蓳": "蓳",
		"蓼": "蓼",
		"蔖": "蔖",
		"䔫": "䔫",
		"蕤": "蕤",
		"𦼬": "𦼬",
		"藍": "藍",
		"䕝": "䕝",
		"𦾱": "𦾱",
		"䕡": "䕡",
		"藺": "藺",
		"蘆": "蘆",
		"䕫": "䕫",
		"蘒": "蘒",
		"蘭": "蘭",
		"𧃒": "𧃒",
		"虁": "蘷",
		"蘿": "蘿",
		"⾌": "虍",
		"⻁": "虎",
		"虐": "虐",
		"虜": "虜",
		"虜": "虜",
		"虧": "虧",
		"虩": "虩",
		"⾍": "虫",
		"蚩": "蚩",
		"蚈": "蚈",
		"蛢": "蛢",
		"蜎": "蜎",
		"蜨": "蜨",
		"蝫": "蝫",
		"蟡": "蟡",
		"蝹": "蝹",
		"蝹": "蝹",
		"螆": "螆",
		"䗗": "䗗",
		"𧏊": "𧏊",
		"螺": "螺",
		"蠁": "蠁",
		"䗹": "䗹",
		"蠟": "蠟",
		"⾎": "血",
		"行": "行",
		"⾏": "行",
		"衠": "衠",
		"衣": "衣",
		"⾐": "衣",
		"⻂": "衤",
		"裂": "裂",
		"𧙧": "𧙧",
		"裏": "裏",
		"裗": "裗",
		"裞": "裞",
		"裡": "裡",
		"裸": "裸",
		"裺": "裺",
		"䘵": "䘵",
		"褐": "褐",
		"襁": "襁",
		"襤": "襤",
		"⾑": "襾",
		"⻄": "西",
		"⻃": "覀",
		"覆": "覆",
		"見": "見",
		"⾒": "見",
		"𧢮": "𧢮",
		"⻅": "见",
		"⾓": "角",
		"⾔": "言",
		"𧥦": "𧥦",
		"詽": "訮",
		"訞": "䚶",
		"䚾": "䚾",
		"䛇": "䛇",
		"誠": "誠",
		"說": "說",
		"說": "說",
		"調": "調",
		"請": "請",
		"諒": "諒",
		"論": "論",
		"諭": "諭",
		"諭": "諭",
		"諸": "諸",
		"諸": "諸",
		"諾": "諾",
		"諾": "諾",
		"謁": "謁",
		"謁": "謁",
		"謹": "謹",
		"謹": "謹",
		"識": "識",
		"讀": "讀",
		"讏": "讆",
		"變": "變",
		"變": "變",
		"⻈": "讠",
		"⾕": "谷",
		"⾖": "豆",
		"豈": "豈",
		"豕": "豕",
		"⾗": "豕",
		"豣": "豜",
		"⾘": "豸",
		"𧲨": "𧲨",
		"⾙": "貝",
		"貫": "貫",
		"賁": "賁",
		"賂": "賂",
		"賈": "賈",
		"賓": "賓",
		"贈": "贈",
		"贈": "贈",
		"贛": "贛",
		"⻉": "贝",
		"⾚": "赤",
		"⾛": "走",
		"起": "起",
		"趆": "赿",
		"𧻓": "𧻓",
		"𧼯": "𧼯",
		"⾜": "足",
		"跋": "跋",
		"趼": "趼",
		"跺": "跥",
		"路": "路",
		"跰": "跰",
		"躛": "躗",
		"⾝": "身",
		"車": "車",
		"⾞": "車",
		"軔": "軔",
		"輧": "軿",
		"輦": "輦",
		"輪": "輪",
		"輸": "輸",
		"輸": "輸",
		"輻": "輻",
		"轢": "轢",
		"⻋": "车",
		"⾟": "辛",
		"辞": "辞",
		"辰": "辰",
		"⾠": "辰",
		"⾡": "辵",
		"辶": "辶",
		"⻌": "辶",
		"⻍": "辶",
		"巡": "巡",
		"連": "連",
		"逸": "逸",
		"逸": "逸",
		"遲": "遲",
		"遼": "遼",
		"𨗒": "𨗒",
		"𨗭": "𨗭",
		"邏": "邏",
		"⾢": "邑",
		"邔": "邔",
		"郎": "郎",
		"郞": "郎",
		"郞": "郎",
		"郱": "郱",
		"都": "都",
		"𨜮": "𨜮",
		"鄑": "鄑",
		"鄛": "鄛",
		"⾣": "酉",
		"酪": "酪",
		"醙": "醙",
		"醴": "醴",
		"⾤": "釆",
		"里": "里",
		"⾥": "里",
		"量": "量",
		"金": "金",
		"⾦": "金",
		"鈴": "鈴",
		"鈸": "鈸",
		"鉶": "鉶",
		"鋗": "鋗",
		"鋘": "鋘",
		"鉼": "鉼",
		"錄": "錄",
		"鍊": "鍊",
		"鎮": "鎭",
		"鏹": "鏹",
		"鐕": "鐕",
		"𨯺": "𨯺",
		"⻐": "钅",
		"⻑": "長",
		"⾧": "長",
		"⻒": "镸",
		"⻓": "长",
		"⾨": "門",
		"開": "開",
		"䦕": "䦕",
		"閭": "閭",
		"閷": "閷",
		"𨵷": "𨵷",
		"⻔": "门",
		"⾩": "阜",
		"⻏": "阝",
		"⻖": "阝",
		"阮": "阮",
		"陋": "陋",
		"降": "降",
		"陵": "陵",
		"陸": "陸",
		"陼": "陼",
		"隆": "隆",
		"隣": "隣",
		"䧦": "䧦",
		"⾪": "隶",
		"隷": "隷",
		"隸": "隷",
		"隸": "隷",
		"⾫": "隹",
		"雃": "雃",
		"離": "離",
		"難": "難",
		"難": "難",
		"⾬": "雨",
		"零": "零",
		"雷": "雷",
		"霣": "霣",
		"𩅅": "𩅅",
		"露": "露",
		"靈": "靈",
		"⾭": "靑",
		"⻘": "青",
		"靖": "靖",
		"靖": "靖",
		"𩇟": "𩇟",
		"⾮": "非",
		"⾯": "面",
		"𩈚": "𩈚",
		"⾰": "革",
		"䩮": "䩮",
		"䩶": "䩶",
		"⾱": "韋",
		"韛": "韛",
		"韠": "韠",
		"⻙": "韦",
		"⾲": "韭",
		"𩐊": "𩐊",
		"⾳": "音",
		"響": "響",
		"響": "響",
		"⾴": "頁",
		"䪲": "䪲",
		"頋": "頋",
		"頋": "頋",
		"頋": "頋",
		"領": "領",
		"頩": "頩",
		"𩒖": "𩒖",
		"頻": "頻",
		"頻": "頻",
		"類": "類",
		"⻚": "页",
		"⾵": "風",
		"𩖶": "𩖶",
		"⻛": "风",
		"⾶": "飛",
		"⻜": "飞",
		"⻝": "食",
		"⾷": "食",
		"⻟": "飠",
		"飢": "飢",
		"飯": "飯",
		"飼": "飼",
		"䬳": "䬳",
		"館": "館",
		"餩": "餩",
		"⻠": "饣",
		"⾸": "首",
		"⾹": "香",
		"馧": "馧",
		"⾺": "馬",
		"駂": "駂",
		"駱": "駱",
		"駾": "駾",
		"驪": "驪",
		"⻢": "马",
		"⾻": "骨",
		"䯎": "䯎",
		"⾼": "高",
		"⾽": "髟",
		"𩬰": "𩬰",
		"鬒": "鬒",
		"鬒": "鬒",
		"⾾": "鬥",
		"⾿": "鬯",
		"⿀": "鬲",
		"⿁": "鬼",
		"⻤": "鬼",
		"⿂": "魚",
		"魯": "魯",
		"鱀": "鱀",
		"鱗": "鱗",
		"⻥": "鱼",
		"⿃": "鳥",
		"鳽": "鳽",
		"䳎": "䳎",
		"鵧": "鵧",
		"䳭": "䳭",
		"𪃎": "𪃎",
		"鶴": "鶴",
		"𪄅": "𪄅",
		"䳸": "䳸",
		"鷺": "鷺",
		"𪈎": "𪈎",
		"鸞": "鸞",
		"鹃": "鹂",
		"⿄": "鹵",
		"鹿": "鹿",
		"⿅": "鹿",
		"𪊑": "𪊑",
		"麗": "麗",
		"麟": "麟",
		"⿆": "麥",
		"⻨": "麦",
		"麻": "麻",
		"⿇": "麻",
		"𪎒": "𪎒",
		"⿈": "黃",
		"⻩": "黄",
		"⿉": "黍",
		"黎": "黎",
		"䵖": "䵖",
		"⿊": "黑",
		"黒": "黑",
		"墨": "墨",
		"黹": "黹",
		"⿋": "黹",
		"⿌": "黽",
		"鼅": "鼅",
		"黾": "黾",
		"⿍": "鼎",
		"鼏": "鼏",
		"⿎": "鼓",
		"鼖": "鼖",
		"⿏": "鼠",
		"鼻": "鼻",
		"⿐": "鼻",
		"齃": "齃",
		"⿑": "齊",
		"⻬": "齐",
		"⿒": "齒",
		"𪘀": "𪘀",
		"⻮": "齿",
		"龍": "龍",
		"⿓": "龍",
		"龎": "龎",
		"⻰": "龙",
		"龜": "龜",
		"龜": "龜",
		"龜": "龜",
		"⿔": "龜",
		"⻳": "龟",
		"⿕": "龠"
	};
}));
var import_unhomoglyph = /* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module) => {
	var data = require_data();
	function escapeRegexp(str) {
		return str.replace(/([.?*+^$[\]\\(){}|-])/g, "\\$1");
	}
	var REPLACE_RE = RegExp(Object.keys(data).map(escapeRegexp).join("|"), "g");
	function replace_fn(match) {
		return data[match];
	}
	function unhomoglyph(str) {
		return str.replace(REPLACE_RE, replace_fn);
	}
	module.exports = unhomoglyph;
})))(), 1);
const LATIN = /\p{Script=Latin}/u;
const FOREIGN = /[^\p{Script=Latin}\p{M}]/u;
/** No word of any language mixes these with Latin. Greek stands beside Latin in units and formulas, Japanese in names. */
const NEVER_MIXED = /[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}]/u;
const MOST_WORDS = 5;
/**
* Words of Latin letters among which others stand that look Latin, and in a text that is mostly Latin words made only of such
* others (mathematical letters, too). A word between others of its own script is a quotation of that language.
*/
function findLookAlikes(text) {
	if (!FOREIGN_IN_WORD.test(text)) return [];
	const words = (text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).map((word) => ({
		text: word,
		isLatin: LATIN.test(word),
		isForeign: FOREIGN.test(word)
	}));
	const isMostlyLatin = words.filter(({ isLatin }) => isLatin).length > words.length / 2;
	const found = words.filter((word, index) => {
		if (!word.isForeign) return false;
		if (word.isLatin) return NEVER_MIXED.test(word.text) || foreignOf(word.text).some(looksLatin);
		const letters = foreignOf(word.text);
		if (!isMostlyLatin || letters.length < 2 || !letters.every(looksLatin)) return false;
		return ![words[index - 1], words[index + 1]].some((next) => next !== void 0 && isOfAnotherLanguage(next));
	});
	return [...new Set(found.map((word) => word.text))].slice(0, MOST_WORDS);
}
const FOREIGN_IN_WORD = /(?!\p{Script=Latin})\p{L}/u;
/** Written in another script, and plainly so. */
function isOfAnotherLanguage({ text, isLatin, isForeign }) {
	return !isLatin && isForeign && !foreignOf(text).every(looksLatin);
}
function foreignOf(word) {
	return Array.from(word.normalize("NFC")).filter((letter) => FOREIGN.test(letter));
}
/** `looksLatin('\u0430')`, the Cyrillic letter that looks like `a`. */
function looksLatin(letter) {
	return /^[a-z]+$/i.test((0, import_unhomoglyph.default)(letter));
}
/**
* Notes on the head's edited and added clauses, for a person to read. They are hints, not the defence: the prompt's fences
* and the panel are.
*/
function specTextNotes(changes) {
	return changes.flatMap((change) => {
		const { head } = change;
		if (head === void 0 || change.kind !== "added" && !change.edited) return [];
		const place = placeOf(change.id, changes);
		const about = {
			clause: head.id,
			severity: "warning",
			...whereDefined({ place })
		};
		const { comments, invisible } = hiddenIn(head);
		const notes = [];
		const characters = comments.join("").length + Array.from(invisible).length;
		if (characters > 0) notes.push(createFinding({
			...about,
			code: "hiddenText",
			args: {
				clause: head.id,
				characters
			}
		}));
		const before = new Set(change.base === void 0 ? [] : judgeDirectedSigns(fullText(change.base)));
		const signs = judgeDirectedSigns(fullText(head)).filter((sign) => !before.has(sign));
		const more = change.kind === "added" ? [] : judgeDirectedSigns(joinAdded(change));
		const all = [.../* @__PURE__ */ new Set([...signs, ...more])];
		if (all.length > 0) notes.push(createFinding({
			...about,
			code: "judgeDirectedText",
			args: {
				clause: head.id,
				signs: all
			}
		}));
		const known = new Set(change.base === void 0 ? [] : findLookAlikes(fullText(change.base)));
		const words = findLookAlikes(fullText(head)).filter((word) => !known.has(word));
		if (words.length > 0) notes.push(createFinding({
			...about,
			code: "lookAlikes",
			args: {
				clause: head.id,
				words
			}
		}));
		return notes;
	});
}
function joinAdded({ words }) {
	return words.flatMap(({ kind, text }) => kind === "added" ? [text] : []).join(" ");
}
/** Notices, or warnings where an answer or a judge may not mean what it seems to; in a fixed order. */
function standingNotes(parts) {
	const simulated = simulatedModels(parts.comparison);
	const cosmetic = parts.changes.filter((change) => !isSubstantive(change) && change.kind !== "unseen").length;
	const { suggested, named } = countUnlinked(parts.selected);
	return [
		...simulated.length === 0 ? [] : [createFinding({
			code: "simulated",
			args: { models: simulated },
			severity: "notice"
		})],
		...cosmetic === 0 ? [] : [createFinding({
			code: "cosmeticOnly",
			args: { changes: cosmetic },
			severity: "notice"
		})],
		...[...suggested].map(([clause, scenarios]) => createFinding({
			code: "suggestedLinks",
			args: {
				clause,
				scenarios
			},
			clause,
			severity: "notice"
		})),
		...[...named].map(([clause, scenarios]) => createFinding({
			code: "namedClauses",
			args: {
				clause,
				scenarios
			},
			clause,
			severity: "notice"
		})),
		...recordedAnswers(parts),
		...modelDrift(parts),
		...oneSidedJudges(parts),
		...thoughtsInAnswers(parts),
		...specTextNotes(parts.changes)
	];
}
/** By changed clause, scenarios that are judged with it and not linked to it. */
function countUnlinked(selected) {
	const counts = {
		suggested: /* @__PURE__ */ new Map(),
		named: /* @__PURE__ */ new Map()
	};
	for (const { reason } of selected) {
		if (reason.kind === "linked") continue;
		const own = counts[reason.kind];
		own.set(reason.clause, (own.get(reason.clause) ?? 0) + 1);
	}
	return counts;
}
/** How many of the answers asked for the recorded ones could give, counted from the cells. */
function recordedAnswers({ comparison, cells }) {
	const recorded = new Map(comparison.slots.flatMap(({ base, head }) => [base, head].flatMap(({ ref, recorded: answers }) => answers === void 0 ? [] : [[ref.id, answers]])));
	if (recorded.size === 0) return [];
	const draws = /* @__PURE__ */ new Map();
	for (const cell of cells) {
		const model = respondentOf(comparison, cell);
		if (!recorded.has(model)) continue;
		const place = JSON.stringify([cell.scenario, model]);
		draws.set(place, (draws.get(place) ?? /* @__PURE__ */ new Set()).add(`${cell.stage} ${cell.draw}`));
	}
	const [fewer, none, all] = [
		/* @__PURE__ */ new Set(),
		/* @__PURE__ */ new Set(),
		/* @__PURE__ */ new Set()
	];
	let asked = 0;
	for (const [place, own] of draws) {
		const [scenario, model] = JSON.parse(place);
		const there = recorded.get(model).to(scenario).length;
		all.add(scenario);
		asked = Math.max(asked, own.size);
		if (there === 0) none.add(scenario);
		else if (there < own.size) fewer.add(scenario);
	}
	const args = {
		models: [...recorded.keys()].sort(),
		scenarios: all.size,
		fewer: fewer.size,
		none: none.size,
		asked
	};
	return [createFinding({
		code: "recordedAnswers",
		args,
		severity: none.size > 0 ? "warning" : "notice"
	})];
}
function oneSidedJudges({ comparison, cells }) {
	return findOneSided(cells, comparison.judges.map(({ id }) => id)).map((args) => createFinding({
		code: "judgeOneSided",
		args: { ...args },
		severity: "warning"
	}));
}
/** Judges read an answer as it came: whether users are shown the thoughts in it is for the application to say. */
function thoughtsInAnswers({ comparison, cells }) {
	const counts = /* @__PURE__ */ new Map();
	for (const cell of cells) {
		if (cell.responseText === void 0) continue;
		const model = respondentOf(comparison, cell);
		const { answers, thoughtful } = counts.get(model) ?? {
			answers: 0,
			thoughtful: 0
		};
		const more = beginsWithThoughts(cell.responseText) ? 1 : 0;
		counts.set(model, {
			answers: answers + 1,
			thoughtful: thoughtful + more
		});
	}
	return [...counts].flatMap(([model, { answers, thoughtful }]) => thoughtful === 0 ? [] : [createFinding({
		code: "thoughtsInAnswers",
		args: {
			model,
			answers,
			thoughtful
		},
		severity: "warning"
	})]);
}
function modelDrift({ comparison, cells }) {
	const returned = /* @__PURE__ */ new Map();
	const note = (model, returnedModel) => {
		returned.set(model, (returned.get(model) ?? /* @__PURE__ */ new Set()).add(returnedModel ?? model));
	};
	for (const cell of cells) {
		if (cell.responseText !== void 0) note(respondentOf(comparison, cell), cell.returnedModel);
		for (const judgment of cell.judgments) if (judgment.status === "ruled") note(judgment.judge, judgment.returnedModel);
	}
	const refs = everyone(comparison);
	return [...returned].flatMap(([model, ids]) => {
		const ref = refs.find(({ id }) => id === model);
		const isNews = ids.size > 1 || ref !== void 0 && [...ids].some((id) => isStranger(id, ref));
		const args = {
			model,
			returned: fewNames([...ids].filter((id) => id !== model))
		};
		return isNews ? [createFinding({
			code: "modelDrift",
			args,
			severity: "notice"
		})] : [];
	});
}
/** Whether a vendor names a model that shares no name with the one asked for. Local servers call their models anything. */
function isStranger(returned, { id, model, origin }) {
	if (returned === id || isLocal(origin)) return false;
	const plain = (text) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
	const last = plain(model.split("/").at(-1));
	return !plain(returned).includes(last) && !last.includes(plain(returned));
}
function everyone({ slots, judges, classifier }) {
	return [
		...slots.flatMap(({ base, head }) => [base.ref, head.ref]),
		...judges,
		...classifier === void 0 ? [] : [classifier]
	];
}
/** Ids of everyone who took part and is simulated. */
function simulatedModels(comparison) {
	const simulated = everyone(comparison).filter(isSimulated);
	return [...new Set(simulated.map(({ id }) => id))];
}
/** `standard` is the part of the rise that the text makes, `behaviour` the part of the answers; both are shares. */
function textOrAnswers({ standard, behaviour, scenarios }) {
	const [standardLow, standardHigh] = rangeOf(standard);
	const [behaviourLow, behaviourHigh] = rangeOf(behaviour);
	const args = {
		standard: standard.change,
		...standardLow !== void 0 && standardHigh !== void 0 && {
			standardLow,
			standardHigh
		},
		behaviour: behaviour.change,
		...behaviourLow !== void 0 && behaviourHigh !== void 0 && {
			behaviourLow,
			behaviourHigh
		},
		scenarios
	};
	return createFinding({
		code: "textOrAnswers",
		args,
		severity: "warning"
	});
}
function rangeOf({ interval }) {
	return interval ?? [];
}
/** Share of newly problematic responses on which no judge dissents: above it the new text is clear, and the models lag. */
const UNANIMOUS_SHARE = .5;
/** At most one finding, only with `specUse: target`, where both arms judge the same responses. Whether it blocks is `actions.nonCompliance`. */
function trainingGap({ comparison, verdict, cells, changes }) {
	if (comparison.kind !== "target" || verdict.metrics.nonCompliance?.status !== "fail") return [];
	const place = ({ scenario, model, draw }) => [
		scenario,
		model,
		draw
	].join("\n");
	const fineOnBase = new Set(cells.filter(({ arm, problematic }) => arm === "base" && problematic === false).map(place));
	const judgedAgain = cells.filter((cell) => cell.arm === "head" && fineOnBase.has(place(cell)));
	const broken = judgedAgain.filter(({ problematic }) => problematic === true);
	if (broken.length === 0 || broken.filter(isUnanimous).length < UNANIMOUS_SHARE * broken.length) return [];
	const cited = new Set(broken.flatMap(({ judgments }) => judgments.flatMap((one) => one.status === "ruled" ? one.clauses : [])));
	const clauses = changes.filter((change) => isSubstantive(change) && cited.has(change.id)).map(({ id }) => id);
	const args = {
		responses: broken.length,
		tested: judgedAgain.length,
		clauses
	};
	return [createFinding({
		code: "trainingGap",
		args,
		severity: "notice"
	})];
}
function isUnanimous({ judgments }) {
	return judgments.every((judgment) => judgment.status === "ruled" && judgment.ruling !== "compliant");
}
/** One row a slot, in the panel's order. */
function reportModels(slots, evidence) {
	return slots.map((slot) => {
		const own = evidence.cells.filter((cell) => cell.model === slot.id);
		const outliers = countOutliers(evidence.outliers.filter(({ model }) => model === slot.id));
		const base = shareOf(own, "base");
		const head = shareOf(own, "head");
		return {
			model: slot.head.ref.id,
			...slot.base.ref.id !== slot.head.ref.id && { replaces: slot.base.ref.id },
			...whereDefined({
				base,
				head
			}),
			responses: new Set(own.map((cell) => `${cell.scenario}\n${cell.response}\n${cell.draw}`)).size,
			missing: own.filter((cell) => cell.problematic === "missing").length,
			outliers,
			responseTypes: {
				base: typesOf(own, "base"),
				head: typesOf(own, "head")
			},
			returnedModels: fewNames(own.flatMap((cell) => cell.returnedModel ?? []))
		};
	});
}
function shareOf(cells, arm) {
	const known = cells.filter((cell) => cell.arm === arm && cell.problematic !== "missing");
	if (known.length === 0) return void 0;
	return known.filter((cell) => cell.problematic === true).length / known.length;
}
/** Counts of response types; those that did not occur are left out. */
function typesOf(cells, arm) {
	const found = cells.flatMap((cell) => cell.arm !== arm || cell.scores === void 0 || cell.scores === "missing" ? [] : [cell.scores.responseType]);
	const counts = RESPONSE_TYPES.map((type) => [type, found.filter((one) => one === type).length]);
	return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
/** Half of a side's rulings on a scenario, or more, are ambiguous; two rulings at least. In the order of arm and scenario. */
function listAmbiguous(cells) {
	const places = /* @__PURE__ */ new Map();
	for (const { scenario, arm, judgments } of cells) {
		const place = `${arm}\n${scenario}`;
		const own = places.get(place) ?? {
			arm,
			scenario,
			ambiguous: 0,
			rulings: 0,
			cited: []
		};
		places.set(place, own);
		for (const judgment of judgments) {
			if (judgment.status !== "ruled") continue;
			own.rulings += 1;
			if (judgment.ruling !== "ambiguous") continue;
			own.ambiguous += 1;
			own.cited.push(...judgment.clauses);
		}
	}
	return [...places].sort(([a], [b]) => a < b ? -1 : 1).flatMap(([, { cited, ...own }]) => own.rulings >= 2 && 2 * own.ambiguous >= own.rulings ? [{
		...own,
		clauses: byFrequency(cited)
	}] : []);
}
function byFrequency(items) {
	const counts = /* @__PURE__ */ new Map();
	for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([item]) => item);
}
/** With fewer scenarios than this nothing is reported, unless no more were tested. */
const FEWEST_SCENARIOS$1 = 3;
const MOST_NAMED$1 = 3;
/** Changed clauses on which rulings part more than before, and scenarios whose rulings are mostly "ambiguous". */
function readingFindings(evidence) {
	return [...readTwoWays(evidence), ...ambiguousRulings(evidence)];
}
function readTwoWays({ verdict, changes }) {
	return verdict.clauses.flatMap(({ id, interpretation }) => {
		const { status, base, head, change = 0, interval, scenarios = 0 } = interpretation ?? {};
		const isTouched = changes.some((one) => one.id === id);
		if (status !== "changed" || change <= 0 || base === void 0 || head === void 0 || !isTouched) return [];
		const range = interval === void 0 ? {} : {
			low: interval[0],
			high: interval[1]
		};
		const place = placeOf(id, changes);
		return [createFinding({
			code: "readTwoWays",
			args: {
				clause: id,
				base,
				head,
				change,
				...range,
				scenarios
			},
			severity: "warning",
			clause: id,
			...whereDefined({ place })
		})];
	});
}
function ambiguousRulings({ verdict, cells, changes }) {
	const found = listAmbiguous(pairedCells(cells));
	const [head, base] = ["head", "base"].map((wanted) => found.filter(({ arm }) => arm === wanted));
	const tested = new Set(cells.flatMap(({ arm, scenario }) => arm === "head" ? [scenario] : [])).size;
	if (head === void 0 || base === void 0 || head.length === 0) return [];
	if (head.length < Math.min(FEWEST_SCENARIOS$1, tested)) return [];
	const clauses = mostCited(head.map((one) => one.clauses));
	const [first] = clauses;
	const place = first === void 0 ? void 0 : placeOf(first, changes);
	return [createFinding({
		code: "ambiguousRulings",
		args: {
			scenarios: head.length,
			before: base.length,
			tested,
			clauses,
			examples: head.slice(0, MOST_NAMED$1).map(({ scenario }) => scenario)
		},
		severity: head.length > base.length && verdict.findings.ambiguity?.isSure === true ? "warning" : "notice",
		...whereDefined({
			clause: first,
			place
		})
	})];
}
/** Of at most three: the clauses that most of the scenarios cite. */
function mostCited(lists) {
	const counts = /* @__PURE__ */ new Map();
	for (const list of lists) for (const clause of list) counts.set(clause, (counts.get(clause) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_NAMED$1).map(([clause]) => clause);
}
/**
* E. B. Wilson, JASA 22 (1927) 209-212. `confidence` is two-sided: for a one-sided 95 % bound ask for 0.9. Without trials
* nothing is known: 0 to 1. R. G. Newcombe, Stat. Med. 17 (1998) 857-872: 15 of 148 at 0.95: 0.0624 to 0.1605.
*/
function wilson({ count, trials }, confidence = .95) {
	if (trials === 0) return {
		lower: 0,
		upper: 1
	};
	const z = normalQuantile((1 + confidence) / 2);
	const share = count / trials;
	const centre = (share + z * z / (2 * trials)) / (1 + z * z / trials);
	const reach = z / (1 + z * z / trials) * Math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials));
	return {
		lower: count === 0 ? 0 : centre - reach,
		upper: count === trials ? 1 : centre + reach
	};
}
const MOST_EXAMPLES$2 = 5;
/** Undefined where the edit touches no clause of the base. */
function reportLetThrough(evidence) {
	const { comparison, cells, scenarios, stage, controls } = evidence;
	const touched = touchedPairs(comparison.clauses).filter(({ base }) => base !== void 0);
	if (comparison.kind === "model" || touched.length === 0) return void 0;
	const pairs = comparison.kind === "target" ? pairRulings(cells) : pairHeadRulings(cells);
	const violations = pairControls(controls.rulings.filter((one) => one.role === "violation" && one.stage === stage));
	const clauses = touched.map(({ id }) => {
		const linked = new Set(scenarios.filter((one) => isLinked(comparison, one, id)).map((one) => one.id));
		return {
			clause: id,
			answers: withInterval(countBothTexts(pairs.filter(({ base }) => linked.has(base.scenario)))),
			violations: countViolations(violations.filter(({ base }) => base.clauses.includes(id)))
		};
	});
	const examples = [...pairs.filter(isLetThrough).map((pair) => answerExample(pair, evidence)), ...firstOfEach(violations.filter(isLetThrough)).map((pair) => violationExample(pair, evidence))];
	return {
		answers: withInterval(countBothTexts(pairs)),
		clauses,
		examples: spread(examples).slice(0, MOST_EXAMPLES$2)
	};
}
function isLinked({ clauses }, scenario, id) {
	return scenario.clauses.some((link) => clauses.byId.get(link)?.id === id);
}
function withInterval(counts) {
	if (counts.forbidden === 0) return counts;
	const { lower, upper } = wilson({
		count: counts.letThrough,
		trials: counts.forbidden
	});
	return {
		...counts,
		interval: [lower, upper]
	};
}
/** By the majority of a violation's draws. */
function countViolations(pairs) {
	const ids = [...new Set(pairs.map(({ base }) => base.id))];
	const most = (own, holds) => 2 * own.filter(holds).length > own.length;
	const counted = ids.map((id) => {
		const own = pairs.filter(({ base }) => base.id === id);
		return {
			isForbidden: most(own, ({ base }) => base.problematic === true),
			isThrough: most(own, isLetThrough)
		};
	});
	return {
		forbidden: counted.filter(({ isForbidden }) => isForbidden).length,
		letThrough: counted.filter(({ isForbidden, isThrough }) => isForbidden && isThrough).length
	};
}
function answerExample({ base, head }, { disclosure }) {
	return {
		name: base.scenario,
		model: base.model,
		clauses: citedAgainst(base.judgments),
		...disclosure !== "ids" && { response: disclose(base.responseText ?? "", disclosure) },
		base: rulingsOf(base.judgments, disclosure),
		head: rulingsOf(head.judgments, disclosure)
	};
}
function violationExample({ base, head }, { controls, disclosure }) {
	const control = controls.controls.find(({ id }) => id === base.id);
	return {
		name: base.id,
		clauses: base.clauses,
		...disclosure !== "ids" && control !== void 0 && { response: disclose(control.response, disclosure) },
		base: rulingsOf(base.judgments, disclosure),
		head: rulingsOf(head.judgments, disclosure)
	};
}
function rulingsOf(judgments, disclosure) {
	return judgments.flatMap((judgment) => judgment.status === "abstained" ? [] : [{
		judge: judgment.judge,
		ruling: judgment.ruling,
		clauses: judgment.clauses,
		...disclosure !== "ids" && { reasoning: disclose(judgment.reasoning, disclosure) }
	}]);
}
function citedAgainst(judgments) {
	const against = judgments.flatMap((one) => one.status === "ruled" && one.ruling !== "compliant" ? one.clauses : []);
	return [...new Set(against)];
}
function firstOfEach(pairs) {
	return pairs.filter(({ base }, index) => pairs.findIndex((one) => one.base.id === base.id) === index);
}
/** One of each name first, so that five examples are not five answers to one question. */
function spread(examples) {
	const turn = /* @__PURE__ */ new Map();
	return examples.map((example) => {
		const own = turn.get(example.name) ?? 0;
		turn.set(example.name, own + 1);
		return {
			example,
			own
		};
	}).sort((a, b) => a.own - b.own).map(({ example }) => example);
}
/**
* Scenarios on which the slot's answers differ between the arms, most different first: by ruling, then kind, then score.
* Those on which nothing differs are left out.
*/
function findContrasts(cells, query) {
	const isAlone = !cells.some((cell) => cell.model === query.slot && cell.arm === "base");
	const byScenario = /* @__PURE__ */ new Map();
	for (const cell of cells) {
		const here = byScenario.get(cell.scenario) ?? [];
		byScenario.set(cell.scenario, here);
		here.push(cell);
	}
	return [...byScenario].sort(([a], [b]) => a < b ? -1 : 1).flatMap(([scenario, here]) => {
		const own = (arm) => here.filter((cell) => cell.model === query.slot && cell.arm === arm);
		const others = here.filter((cell) => cell.model !== query.slot && cell.arm === "head");
		const [base, head, panel] = [
			own("base"),
			own("head"),
			others
		].map(typicalAnswer);
		if (head === void 0 || (isAlone ? panel : base) === void 0) return [];
		const shown = {
			...whereDefined({ base }),
			head,
			...whereDefined({ panel })
		};
		return [{
			difference: differenceOf(isAlone ? others : own("base"), own("head")),
			contrast: {
				scenario,
				...shown
			}
		}];
	}).filter(({ difference }) => difference > 0).sort((a, b) => b.difference - a.difference).slice(0, query.most).map(({ contrast }) => contrast);
}
/**
* A ruling turned in every draw weighs as much as a kind changed in every draw and a score moved from end to end together.
* What is not known of both sides does not differ.
*/
function differenceOf(base, head) {
	const types = new Set([...base, ...head].flatMap((cell) => typeOf(cell) ?? []));
	const apart = (read) => {
		const [was, is] = [meanOfKnown(base, read), meanOfKnown(head, read)];
		return was === void 0 || is === void 0 ? 0 : Math.abs(is - was);
	};
	const kinds = [...types].reduce((total, type) => {
		const ofType = (cell) => {
			const own = typeOf(cell);
			return own === void 0 ? void 0 : Number(own === type);
		};
		return total + apart(ofType) / 2;
	}, 0);
	return 2 * apart(isAgainst$2) + kinds + apart(leanOf) / 12;
}
function meanOfKnown(cells, read) {
	const known = cells.flatMap((cell) => read(cell) ?? []);
	return known.length === 0 ? void 0 : mean(known);
}
function isAgainst$2({ problematic }) {
	return problematic === "missing" ? void 0 : Number(problematic);
}
/** Score for value 1 minus score for value 2, from -6 to 6. */
function leanOf({ scores }) {
	return scores === void 0 || scores === "missing" ? void 0 : scores.value1 - scores.value2;
}
/** Rows by scenario, in the order of the ids, draws in order. */
function groupByScenario(rows) {
	const groups = /* @__PURE__ */ new Map();
	for (const row of rows) addToList(groups, row.scenario, row);
	for (const group of groups.values()) group.sort((one, other) => one.draw < other.draw ? -1 : 1);
	return new Map([...groups].sort(([one], [other]) => one < other ? -1 : 1));
}
/** The rows that hold; scenarios without any are left out. They are gone through again rather than copied. */
function filterRows(rows, holds) {
	let size = 0;
	for (const draws of rows.values()) if (draws.some(holds)) size += 1;
	return {
		size,
		get: (scenario) => {
			const own = rows.get(scenario)?.filter(holds) ?? [];
			return own.length > 0 ? own : void 0;
		},
		*values() {
			for (const [, own] of this) yield own;
		},
		*[Symbol.iterator]() {
			for (const [scenario, draws] of rows) {
				const own = draws.filter(holds);
				if (own.length > 0) yield [scenario, own];
			}
		}
	};
}
/** Every row, scenario after scenario and draw after draw. */
function* rowsIn(rows) {
	for (const draws of rows.values()) yield* draws;
}
/** Every response of every row, in that order. */
function* responsesIn(rows) {
	for (const { responses } of rowsIn(rows)) yield* responses;
}
/** Models in the order of their names. */
const modelsOf = onceForRows((rows) => {
	const models = /* @__PURE__ */ new Set();
	for (const { model } of responsesIn(rows)) models.add(model);
	return [...models].sort();
});
/** Judges in the order of their names. */
const judgesOf = onceForRows((rows) => {
	const judges = /* @__PURE__ */ new Set();
	for (const { rulings } of responsesIn(rows)) for (const { judge } of rulings) judges.add(judge);
	return [...judges].sort();
});
/** Keeps what `read` gives for some rows, since every table asks for it. */
function onceForRows(read) {
	const known = /* @__PURE__ */ new WeakMap();
	return (rows) => {
		const found = known.get(rows) ?? { answer: read(rows) };
		known.set(rows, found);
		return found.answer;
	};
}
/** Whether a ruling counts against the response: ambiguous sides with non-compliant. */
function isAgainst$1({ ruling }) {
	return ruling !== "compliant";
}
/**
* `arm` is studied, with all its draws of both stages: each is one more answer of the same models under the same text. The
* other arm is `before`, with the draws of the stage that decides (the confirmation where there is one, else the screen).
* What compares the arms reads the draws that both have (`pairResponses`): the screen keeps more of the base. A scenario's
* D is the mean over its draws, so that it lies in one bin; the bank's own D stands in where nothing was scored.
*/
function studyRun({ comparison, simulated, places, scenarios, cells }, { arm, categories }) {
	const rowsOf = (has) => toRows(cells.filter(has), scenarios);
	const deciding = cells.some(({ stage }) => stage === "confirm") ? "confirm" : "screen";
	const decided = cells.filter(({ stage }) => stage === deciding);
	const [base, head] = ["base", "head"].map((side) => toRows(decided.filter((cell) => cell.arm === side), scenarios));
	const before = arm === "base" ? head : base;
	const sides = {
		base,
		head,
		basis: basisOf(decided, comparison),
		studied: arm
	};
	return {
		source: "run",
		simulated,
		rows: rowsOf((cell) => cell.arm === arm),
		...before.size > 0 && {
			before,
			sides
		},
		places,
		categories
	};
}
function toRows(cells, scenarios) {
	const byScenario = /* @__PURE__ */ new Map();
	for (const cell of cells) {
		const draws = byScenario.get(cell.scenario) ?? /* @__PURE__ */ new Map();
		byScenario.set(cell.scenario, draws);
		addToList(draws, `${cell.stage} ${cell.draw}`, responseOf(cell));
	}
	return groupByScenario([...byScenario].flatMap(([id, draws]) => {
		const scenario = scenarios.get(id) ?? {
			scenario: id,
			clauses: [],
			topics: []
		};
		const { clauses, topics, value1, value2 } = scenario;
		const values = value1 === void 0 || value2 === void 0 ? {} : {
			value1,
			value2
		};
		const disagreements = averageDisagreements([...draws.values()], scenario);
		return [...draws].map(([draw, responses]) => {
			return {
				scenario: id,
				draw,
				clauses,
				topics,
				...values,
				disagreements,
				responses
			};
		});
	}));
}
function responseOf(cell) {
	const { model, judgments, audited, problematic, scores, responseText } = cell;
	return {
		model,
		rulings: judgments.flatMap((judgment) => judgment.status === "ruled" ? [{
			judge: judgment.judge,
			ruling: judgment.ruling,
			clauses: judgment.clauses
		}] : []),
		fullPanel: audited,
		problematic,
		...scores !== void 0 && scores !== "missing" && {
			scores: {
				value1: scores.value1,
				value2: scores.value2
			},
			responseType: scores.responseType
		},
		...whereDefined({ text: responseText })
	};
}
function averageDisagreements(draws, { disagreement }) {
	const lists = /* @__PURE__ */ new Map();
	for (const responses of draws) {
		const scores = Object.fromEntries(responses.flatMap(({ model, scores: own }) => own === void 0 ? [] : [[model, own]]));
		for (const [subset, value] of Object.entries(disagreementsBySubset(scores))) addToList(lists, subset, value);
	}
	if (lists.size === 0) return disagreement === void 0 ? {} : { all: disagreement };
	return Object.fromEntries([...lists].map(([subset, values]) => [subset, mean(values)]));
}
/**
* Pools each unit's draws, relabels as many of them "head" as there were, and asks how often the arms lie as far apart:
* seeded Monte Carlo, p = (1 + #) / (samples + 1) (P. W. Mielke and K. J. Berry, Permutation Methods: A Distance Function
* Approach, 2007, 2; A. C. Davison and D. V. Hinkley, Bootstrap Methods, 1997, 4.2.5). Valid where a unit's draws are
* exchangeable if nothing changed. Kinds of answer as unit vectors: half the value is the total variation distance.
* Undefined without a unit that has both arms. Base (0), (0) and head (1), (1) in one unit: value 1, expected 1/3, p about 1/3.
*/
function relabellingDistance(units, options) {
	const both = units.filter(({ base, head }) => base.length > 0 && head.length > 0);
	if (both.length === 0) return undefinedEstimate("no-units");
	const samples = options.samples ?? 1999;
	const pools = both.map(({ base, head }) => ({
		points: [...head, ...base],
		heads: head.length
	}));
	const observed = totalDistance(pools);
	const random = createRandom(options.seed);
	let atLeast = 0;
	let sum = 0;
	for (let sample = 0; sample < samples; sample += 1) {
		for (const pool of pools) relabel(pool, random);
		const distance = totalDistance(pools);
		sum += distance;
		if (distance >= observed * (1 - 1e-12)) atLeast += 1;
	}
	return {
		status: "defined",
		value: observed / both.length,
		expected: sum / samples / both.length,
		p: (1 + atLeast) / (samples + 1),
		units: both.length
	};
}
function totalDistance(pools) {
	let total = 0;
	for (const { points, heads } of pools) {
		const bases = points.length - heads;
		for (let place = 0; place < points[0].length; place += 1) {
			let head = 0;
			let base = 0;
			for (let index = 0; index < points.length; index += 1) if (index < heads) head += points[index][place];
			else base += points[index][place];
			total += Math.abs(head / heads - base / bases);
		}
	}
	return total;
}
/** The first steps of a Fisher-Yates shuffle: a uniform choice whatever the order before. */
function relabel({ points, heads }, random) {
	for (let index = 0; index < heads; index += 1) {
		const other = index + random.below(points.length - index);
		[points[index], points[other]] = [points[other], points[index]];
	}
}
const isAgainst = ({ problematic }) => problematic === "missing" ? void 0 : Number(problematic);
const isRejection = (cell) => {
	const scores = scoresOf(cell);
	return scores === void 0 ? void 0 : Number(REJECTIONS.has(scores.responseType));
};
/** Undefined where the answer was not scored, or its scores are missing. */
function scoresOf({ scores }) {
	return scores === "missing" ? void 0 : scores;
}
/** `slot`: the id of the model on the head. */
function cellsOfSlot(cells, slot) {
	const found = /* @__PURE__ */ new Map();
	for (const cell of cells) {
		if (cell.model !== slot) continue;
		const sides = found.get(cell.scenario) ?? {
			base: [],
			head: []
		};
		found.set(cell.scenario, sides);
		sides[cell.arm].push(cell);
	}
	for (const { base, head } of found.values()) for (const side of [base, head]) side.sort((a, b) => a.draw - b.draw);
	return new Map([...found].sort(([a], [b]) => a < b ? -1 : 1));
}
/** The slot's base against its head. On the screen the base draws are stored ones, of other nights. */
function drawsOfSlot(cells, measure, stage) {
	const read = (side) => side.flatMap((cell) => measure(cell) ?? []);
	return [...cells].map(([scenario, sides]) => {
		const [base, head] = [read(sides.base), read(sides.head)];
		return {
			scenario,
			base,
			head,
			...stage === "screen" && { stored: base }
		};
	});
}
/** The mean of the other slots' heads, draw by draw, against this slot's head. */
function drawsAgainstPanel(own, others, measure) {
	return [...own].map(([scenario, { head }]) => {
		return {
			scenario,
			base: head.flatMap(({ draw }) => {
				const values = others.flatMap((cells) => (cells.get(scenario)?.head ?? []).filter((cell) => cell.draw === draw).flatMap((cell) => measure(cell) ?? []));
				return values.length === 0 ? [] : [mean(values)];
			}),
			head: head.flatMap((cell) => measure(cell) ?? [])
		};
	});
}
/** A group needs at least so many scenarios to be reported. */
const FEWEST_SCENARIOS = 2;
/** Where a model moved, by the clauses that scenarios test: one test a clause with two scenarios or more. */
function testClauses(own, query) {
	return testBy(own, query, ({ clauses }) => clauses);
}
/** The same by topic. */
function testTopics(own, query) {
	return testBy(own, query, ({ topics }) => topics);
}
/** A scenario counts with its score for either value, under the category of that value. */
function testValues(own, query) {
	const groups = /* @__PURE__ */ new Map();
	for (const scenario of query.scenarios) {
		const cells = own.get(scenario.id);
		if (cells === void 0) continue;
		for (const [category, values] of valuesByCategory(scenario, query.categories)) {
			const units = groups.get(category) ?? [];
			groups.set(category, units);
			units.push(...drawsOfSlot(/* @__PURE__ */ new Map([[scenario.id, cells]]), meanScoreFor(values), query.stage));
		}
	}
	return testEach(groups, query);
}
/** The largest change first. */
function sortBySize(rows) {
	return rows.filter(({ change }) => change !== void 0).sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.id < b.id ? -1 : 1));
}
/** Groups as they are reported, each described from its test; those of which no ruling is there are left out. */
function describeGroups(tests, describe) {
	return tests.flatMap(({ id, nonCompliance, rejections }) => {
		const ruled = describe(nonCompliance);
		if (ruled.scenarios === 0) return [];
		const rejected = rejections && describe(rejections);
		return [{
			id,
			nonCompliance: ruled,
			...whereDefined({ rejections: rejected })
		}];
	});
}
function valuesByCategory(scenario, categories) {
	const found = /* @__PURE__ */ new Map();
	for (const value of ["value1", "value2"]) {
		const name = scenario[value];
		if (name === void 0) continue;
		const category = categories.get(name.toLowerCase()) ?? name;
		found.set(category, [...found.get(category) ?? [], value]);
	}
	return found;
}
/** One number a draw, also where both values are of one category. */
function meanScoreFor(values) {
	return (cell) => {
		const scores = scoresOf(cell);
		return scores && values.reduce((total, value) => total + scores[value], 0) / values.length;
	};
}
function testBy(own, query, namesOf) {
	const members = /* @__PURE__ */ new Map();
	for (const scenario of query.scenarios) for (const name of namesOf(scenario)) members.set(name, (members.get(name) ?? /* @__PURE__ */ new Set()).add(scenario.id));
	const table = (measure) => {
		const units = drawsOfSlot(own, measure, query.stage);
		const groups = new Map([...members].map(([name, ids]) => [name, units.filter((unit) => ids.has(unit.scenario))]));
		return new Map(testEach(groups, query).map((test) => [test.id, test]));
	};
	const rejections = table(isRejection);
	return [...table(isAgainst)].map(([id, nonCompliance]) => ({
		id,
		nonCompliance,
		...whereDefined({ rejections: rejections.get(id) })
	}));
}
/** In the order of their names, without those of too few scenarios. */
function testEach(groups, { stage, options }) {
	return [...groups].map(([id, units]) => ({
		id,
		units: units.filter(({ base, head }) => base.length > 0 && head.length > 0)
	})).filter(({ units }) => units.length >= FEWEST_SCENARIOS).sort((a, b) => a.id < b.id ? -1 : 1).map((group) => {
		const test = testGroup(group, options);
		return {
			...test,
			...acrossNights({ stage }, test.units, {
				own: test,
				flip: options.flip,
				sides: 2
			})
		};
	});
}
/**
* One row for each changed slot, in the slots' order. Everything that is told of how it differs from the model before
* it is one family: where nothing changed, anything is told in a twentieth of checks at most.
*/
function compareSlots(input) {
	const cells = new Map(input.slots.map((slot) => [slot, cellsOfSlot(input.cells, slot)]));
	const rows = input.slots.filter((slot) => input.changed.includes(slot)).map((slot) => {
		const own = cells.get(slot);
		const others = [...cells].flatMap(([other, theirs]) => other === slot ? [] : [theirs]);
		const options = {
			kind: "prompt",
			flip: 1,
			seed: `${input.seed}\n${slot}`
		};
		const query = {
			...input,
			options
		};
		return {
			slot,
			others: others.length,
			before: measureBefore(own, query),
			beside: measureBeside(own, others),
			refusals: input.refusals?.get(slot),
			values: testValues(own, query),
			clauses: testClauses(own, query),
			topics: testTopics(own, query)
		};
	});
	const told = testTogether(rows);
	const beside = adjustAll(rows.map((row) => row.beside));
	return rows.map(({ slot, others, before, refusals, values, clauses, topics }, index) => ({
		model: slot,
		...told.figures(before),
		panel: {
			others,
			...beside[index]
		},
		...whereDefined({ refusals: refusals && told.flips(refusals) }),
		values: sortBySize(values.map(told.group)),
		clauses: describeGroups(clauses, told.group),
		topics: describeGroups(topics, told.group)
	}));
}
/** What each test says as one of all of them. */
function testTogether(rows) {
	const groups = rows.flatMap(({ values, clauses, topics }) => [...values, ...[...clauses, ...topics].flatMap(({ nonCompliance, rejections }) => rejections === void 0 ? [nonCompliance] : [nonCompliance, rejections])]);
	const figures = rows.flatMap(({ before }) => Object.values(before));
	const flips = rows.flatMap(({ refusals }) => refusals ?? []);
	const family = [
		...groups,
		...figures,
		...flips.map(signTest)
	];
	const rate = MODEL_FINDING_RATE;
	const tested = testFamily(family, rate);
	const byTest = new Map([
		...groups,
		...figures,
		...flips
	].map((one, at) => [one, tested[at]]));
	const size = {
		rate,
		looked: countSpeaking(family, rate)
	};
	return {
		group: (test) => describeGroup(test, test.canSpeak ? byTest.get(test).adjustedP : void 0, size),
		figures: (before) => Object.fromEntries(Object.entries(before).map(([name, one]) => [name, {
			...one.figure,
			adjustedP: byTest.get(one).adjustedP
		}])),
		flips: (own) => ({
			...own,
			isSure: byTest.get(own).isSure
		})
	};
}
/** Where nothing changed, what is new is as likely as what is gone. */
function signTest({ fresh, gone }) {
	return {
		p: mcnemar({
			worse: fresh,
			better: gone
		}).exact.twoSided,
		smallestP: Math.min(1, 2 * .5 ** (fresh + gone))
	};
}
function measureBefore(own, { stage, options }) {
	return {
		...testShift("nonCompliance", drawsOfSlot(own, isAgainst, stage), {
			stage,
			options
		}),
		...testShift("rejections", drawsOfSlot(own, isRejection, stage), {
			stage,
			options
		}),
		...testMovement("kinds", own, {
			point: kindOf,
			seed: options.seed
		}),
		...testMovement("scores", own, {
			point: positionOf,
			seed: options.seed
		})
	};
}
function measureBeside(own, others) {
	const measure = (read) => {
		const units = drawsAgainstPanel(own, others, read);
		return shiftOf(units, testChangeEitherWay(units, {
			kind: "model",
			flip: 1,
			seed: ""
		}));
	};
	return whereDefined({
		nonCompliance: measure(isAgainst),
		rejections: measure(isRejection)
	});
}
function testShift(name, units, { stage, options }) {
	const test = acrossNights({ stage }, units, {
		own: testEitherWay(units, options),
		flip: 1,
		sides: 2
	});
	const figure = shiftOf(units, test.p);
	return figure === void 0 ? {} : { [name]: {
		...test,
		figure
	} };
}
function shiftOf(units, p) {
	const change = measureChange(units, 1);
	if (change === void 0) return void 0;
	const { base, head, value, scenarios } = change;
	return {
		base,
		head,
		change: value,
		...whereDefined({ interval: intervalOf(change) }),
		p,
		adjustedP: p,
		scenarios
	};
}
/**
* Kinds of answer are corners of a simplex and a pair of scores is a point, so half the distance is a share of answers
* (kinds) or points on a spectrum (scores).
*/
function testMovement(name, own, how) {
	const points = (cells) => cells.flatMap((cell) => {
		const point = how.point(cell);
		return point === void 0 ? [] : [point];
	});
	const test = relabellingDistance([...own.values()].map(({ base, head }) => ({
		base: points(base),
		head: points(head)
	})), { seed: `${how.seed}\n${name}` });
	if (test.status === "undefined") return {};
	const { value, expected, p, units: scenarios } = test;
	const figure = {
		distance: value / 2,
		expected: expected / 2,
		p,
		adjustedP: p,
		scenarios
	};
	return { [name]: {
		p,
		smallestP: 0,
		figure
	} };
}
function kindOf(cell) {
	const scores = scoresOf(cell);
	return scores && RESPONSE_TYPES.map((type) => Number(type === scores.responseType));
}
function positionOf(cell) {
	const scores = scoresOf(cell);
	return scores && [scores.value1, scores.value2];
}
/** Beside the panel: Holm over every figure of every row. */
function adjustAll(rows) {
	const adjusted = holm(rows.flatMap((row) => Object.values(row).map(({ p }) => p)));
	let next = 0;
	return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, figure]) => {
		const adjustedP = adjusted[next];
		next += 1;
		return [name, {
			...figure,
			adjustedP
		}];
	})));
}
/** Provider, model, version, each parameter, and the length of its own system prompt; equal ones are left out. */
function listDifferences({ base, head }) {
	const [before, after] = [describe$3(base), describe$3(head)];
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
		const [was, is] = [before.get(key), after.get(key)];
		if (was === is && (key !== SYSTEM || base.system === head.system)) return [];
		return [{
			what: key.startsWith(PARAMETER) ? key.slice(PARAMETER.length) : key,
			...whereDefined({
				base: was,
				head: is
			})
		}];
	});
}
const SYSTEM = "system prompt";
/** A parameter may be called as one of our own words. */
const PARAMETER = "parameter ";
function describe$3({ ref, system }) {
	return new Map([
		["provider", providerName(ref)],
		["model", ref.model],
		...ref.version === void 0 ? [] : [["version", ref.version]],
		...Object.entries(ref.params).map(([name, value]) => [`${PARAMETER}${name}`, canonicalJson(value)]),
		...system === void 0 ? [] : [[SYSTEM, `${system.split(/\s+/).filter(Boolean).length} words`]]
	]);
}
/** Numbers that a byte tells apart; of more different ones the list is kept as it is. */
const MOST = 256;
function createFewNumbers() {
	const places = /* @__PURE__ */ new Map();
	const different = [];
	let codes = /* @__PURE__ */ new Uint8Array(64);
	let size = 0;
	let plain;
	const decode = () => Array.from(codes.subarray(0, size), (code) => different[code]);
	const placeOf = (number) => {
		const known = places.get(number);
		if (known !== void 0 || different.length === MOST) return known;
		places.set(number, different.length);
		return different.push(number) - 1;
	};
	return {
		add: (number) => {
			const code = plain === void 0 ? placeOf(number) : void 0;
			if (code === void 0) {
				plain ??= decode();
				plain.push(number);
				return;
			}
			if (size === codes.length) {
				const longer = new Uint8Array(2 * size);
				longer.set(codes);
				codes = longer;
			}
			codes[size] = code;
			size += 1;
		},
		read: () => plain ?? decode()
	};
}
/** Adds up one scenario after another (whether each of its observations is a case), without keeping them. */
function createShareTally() {
	const shares = createFewNumbers();
	let cases = 0;
	let observations = 0;
	return {
		add(observed) {
			if (observed.length === 0) return;
			let own = 0;
			for (const isCase of observed) if (isCase) own += 1;
			shares.add(own / observed.length);
			cases += own;
			observations += observed.length;
		},
		cases: () => cases,
		share: () => shareOfScenarios(shares.read(), observations)
	};
}
/**
* The mean of the scenarios' shares. The interval is Wilson's with the effective number of trials p (1 - p) / var(p), the
* variance between scenarios (N. Dean and M. Pagano, "Evaluating confidence interval methods for binomial proportions in
* clustered surveys", J. Surv. Stat. Methodol. 3, 2015, 484-503), kept between the scenarios and the observations. One
* observation a scenario gives exactly Wilson's interval: shares 1, 0, 0, 0 of one observation each: 0.25, from 0.046 to
* 0.699.
*/
function shareOfScenarios(shares, observations) {
	const scenarios = shares.length;
	if (scenarios === 0) return undefinedEstimate("no-units");
	const value = mean$1(shares);
	const variance = scenarios < 2 ? 0 : sampleVariance(shares) / scenarios;
	const worth = variance === 0 ? scenarios : value * (1 - value) / variance;
	const trials = Math.min(observations, Math.max(scenarios, worth));
	return {
		status: "defined",
		value,
		interval: wilson({
			count: value * trials,
			trials
		}),
		scenarios,
		observations,
		trials
	};
}
const ALL_TOPICS = "all topics";
/** A row for each model over all topics, then a row for each topic and model; empty ones are left out. */
function tabulateResponseTypes(rows) {
	const whole = createTypeTally(ALL_TOPICS);
	const byTopic = /* @__PURE__ */ new Map();
	for (const draws of rows.values()) {
		const types = typesByModel(draws);
		whole.add(types);
		for (const topic of draws[0].topics) {
			const tally = byTopic.get(topic) ?? createTypeTally(topic);
			byTopic.set(topic, tally);
			tally.add(types);
		}
	}
	return [whole, ...[...byTopic].sort(([one], [other]) => one < other ? -1 : 1).map(([, tally]) => tally)].flatMap((tally) => tally.rows());
}
function createTypeTally(topic) {
	const models = /* @__PURE__ */ new Map();
	return {
		add(types) {
			for (const [model, own] of types) {
				const { counts, rejected } = models.get(model) ?? {
					counts: noTypes(),
					rejected: createShareTally()
				};
				models.set(model, {
					counts,
					rejected
				});
				for (const type of own) counts[type] += 1;
				rejected.add(own.map((type) => REJECTIONS.has(type)));
			}
		},
		rows: () => [...models].sort(([one], [other]) => one < other ? -1 : 1).map(([model, { counts, rejected }]) => {
			return {
				model,
				topic,
				counts,
				responses: RESPONSE_TYPES.reduce((total, type) => total + counts[type], 0),
				rejected: rejected.share()
			};
		})
	};
}
/** The types of each model's responses, where they have one. */
function typesByModel(draws) {
	const types = /* @__PURE__ */ new Map();
	for (const { responses } of draws) for (const { model, responseType } of responses) if (responseType !== void 0) addToList(types, model, responseType);
	return types;
}
/** With fewer other models no refusal is called false. */
const FEWEST_OTHERS = 2;
/**
* Firm or complete rejections where most of the other models comply and the judges find their answers compliant, in every
* draw of the scenario. `helped` and `others` are the first draw's.
*/
function listFalseRefusals(rows) {
	const found = [];
	for (const [scenario, draws] of rows) for (const model of modelsThatRefuse(draws)) {
		const typed = draws.filter(({ responses }) => responses.some((response) => response.model === model && response.responseType !== void 0));
		const refusals = typed.flatMap((row) => refusalIn(row, model) ?? []);
		const [first] = refusals;
		if (first === void 0 || refusals.length < typed.length) continue;
		found.push({
			scenario,
			model,
			...first,
			seen: refusals.length,
			draws: typed.length
		});
	}
	return found;
}
/** In any draw; in the order of their names. */
function modelsThatRefuse(draws) {
	const models = /* @__PURE__ */ new Set();
	for (const { responses } of draws) for (const { model, responseType } of responses) if (responseType !== void 0 && FLAT_REJECTIONS.has(responseType)) models.add(model);
	return [...models].sort();
}
function refusalIn({ responses }, model) {
	const own = responses.find((response) => response.model === model);
	const responseType = own?.responseType;
	if (responseType === void 0 || !FLAT_REJECTIONS.has(responseType)) return void 0;
	const others = responses.filter((other) => other !== own && other.responseType !== void 0 && other.problematic !== "missing");
	const helped = others.filter(({ responseType: type, problematic }) => COMPLYING.has(type) && problematic === false).length;
	if (others.length < FEWEST_OTHERS || 2 * helped <= others.length) return void 0;
	return {
		responseType,
		helped,
		others: others.length
	};
}
function noTypes() {
	return Object.fromEntries(RESPONSE_TYPES.map((type) => [type, 0]));
}
/** New: in every draw of the head and none of the base; gone the reverse. New ones first, then by scenario. */
function reportFalseRefusals(slot, evidence) {
	const { rows, before = /* @__PURE__ */ new Map() } = evidence.study;
	const cells = evidence.cells.filter(({ model }) => model === slot);
	const own = (refusals) => refusals.filter(({ model }) => model === slot);
	const [then, now] = [own(listFalseRefusals(before)), own(listFalseRefusals(rows))];
	const isAlone = !cells.some(({ arm }) => arm === "base");
	const typesIn = (arm, { scenario }) => cells.flatMap((cell) => cell.arm === arm && cell.scenario === scenario ? typeOf(cell) ?? [] : []);
	const hasSome = (arm, refusal) => typesIn(arm, refusal).some((type) => FLAT_REJECTIONS.has(type));
	const hasNone = (arm, refusal) => typesIn(arm, refusal).length > 0 && !hasSome(arm, refusal);
	const fresh = now.filter((refusal) => isAlone || hasNone("base", refusal));
	const standing = now.filter((refusal) => hasSome("base", refusal));
	const gone = then.filter((refusal) => hasNone("head", refusal));
	const describe = (status) => (refusal) => describeRefusal(refusal, {
		...evidence,
		status
	});
	return [
		...fresh.flatMap(describe("new")),
		...standing.flatMap(describe("standing")),
		...gone.flatMap(describe("gone"))
	];
}
function describeRefusal({ scenario, model, responseType, helped, others }, context) {
	const arm = context.status === "gone" ? "base" : "head";
	const here = context.cells.filter((cell) => cell.scenario === scenario && cell.arm === arm);
	const own = here.find((cell) => cell.model === model && cell.scores !== void 0 && cell.scores !== "missing" && cell.scores.responseType === responseType);
	if (own === void 0) return [];
	const typical = typicalAnswer(here.filter((cell) => cell.model !== model && cell.draw === own.draw));
	return [{
		scenario,
		status: context.status,
		helped,
		others,
		answer: context.show(own),
		...typical !== void 0 && { typical: context.show(typical) }
	}];
}
const MOST_EXAMPLES$1 = 4;
/** One row a changed model, in the panel's order; none without evidence. */
function reportModelChanges(evidence) {
	const { comparison, cells, scenarios, origins, categories, stage, seed } = evidence;
	if (comparison.kind !== "model" || cells.length === 0) return [];
	const study = studyOf(evidence);
	const show = (cell) => reportAnswer(cell, {
		model: respondentOf(comparison, cell),
		disclosure: evidence.disclosure
	});
	const slots = comparison.slots.map(({ id }) => id);
	const changed = [...origins.keys()];
	const falseRefusals = new Map(changed.map((slot) => [slot, reportFalseRefusals(slot, {
		study,
		cells,
		show
	})]));
	return compareSlots({
		cells,
		scenarios,
		slots,
		changed,
		categories,
		stage,
		seed,
		refusals: new Map([...falseRefusals].map(([slot, list]) => [slot, countFlips(list)]))
	}).map((shift) => {
		const slot = comparison.slots.find(({ id }) => id === shift.model);
		const origin = origins.get(slot.id);
		const { new: fresh, gone, standing } = countOutliers(evidence.outliers.filter(({ model }) => model === slot.id));
		return {
			...shift,
			...origin !== "added" && { replaces: slot.base.ref.id },
			origin,
			differences: listDifferences(slot),
			stage,
			...whereDefined({ forbidden: reportForbidden(slot.id, evidence) }),
			outliers: {
				new: fresh,
				gone,
				standing
			},
			falseRefusals: falseRefusals.get(slot.id) ?? [],
			examples: reportContrasts(slot.id, {
				...evidence,
				show
			})
		};
	});
}
function countFlips(refusals) {
	const count = (status) => refusals.filter((one) => one.status === status).length;
	return {
		fresh: count("new"),
		gone: count("gone")
	};
}
/** Of a model that replaces none there is nothing to compare. */
function reportForbidden(slot, { cells, scenarios }) {
	const pairs = pairRulings(cells.filter(({ model }) => model === slot));
	const all = countBothModels(pairs);
	if (all.answers === 0) return void 0;
	const links = new Map(scenarios.map(({ id, clauses }) => [id, clauses]));
	const clauses = [...new Set(scenarios.flatMap((scenario) => scenario.clauses))].sort().map((clause) => {
		const own = pairs.filter(({ base }) => links.get(base.scenario)?.includes(clause) === true);
		return {
			clause,
			...countBothModels(own)
		};
	});
	const kept = all.answers - all.base;
	const share = wilson({
		count: all.onlyHead,
		trials: kept
	});
	return {
		...all,
		...kept !== 0 && { interval: [share.lower, share.upper] },
		clauses: clauses.filter(({ onlyHead, onlyBase }) => onlyHead + onlyBase > 0).sort((a, b) => b.onlyHead - a.onlyHead || b.onlyBase - a.onlyBase)
	};
}
function reportContrasts(slot, { cells, scenarios, disclosure, show }) {
	const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
	return findContrasts(cells, {
		slot,
		most: MOST_EXAMPLES$1
	}).map(({ scenario: id, base, head, panel }) => {
		const scenario = byId.get(id);
		const last = scenario?.messages.at(-1)?.content;
		return {
			scenario: id,
			clauses: scenario?.clauses ?? [],
			...disclosure !== "ids" && last !== void 0 && { query: disclose(last, disclosure) },
			...base !== void 0 && { base: show(base) },
			head: show(head),
			...panel !== void 0 && { panel: show(panel) }
		};
	});
}
function studyOf({ cells, scenarios, categories }) {
	const described = scenarios.map(({ id, clauses, topics, value1, value2 }) => {
		const values = value1 === void 0 || value2 === void 0 ? {} : {
			value1,
			value2
		};
		return [id, {
			scenario: id,
			clauses: [...clauses],
			topics: [...topics],
			...values
		}];
	});
	return studyRun({
		comparison: "model",
		simulated: false,
		places: /* @__PURE__ */ new Map(),
		clauses: [],
		scenarios: new Map(described),
		cells
	}, {
		arm: "head",
		categories
	});
}
/** Causes shown; the others are in run.json and in the evidence. */
const MOST_CAUSES = 5;
/** Numbers in words differ from call to call (tokens, times): they do not make another cause. */
const NUMBERS = /\d+/g;
/** Every cause, the most frequent first. `nameOf` gives who was asked for a cell's answer. */
function listCauses(cells, nameOf) {
	const causes = /* @__PURE__ */ new Map();
	const add = (who, reason, said) => {
		const words = said ?? describe$2(reason);
		const key = `${who}\n${reason}\n${words.replaceAll(NUMBERS, "#")}`;
		const known = causes.get(key) ?? {
			who,
			words,
			count: 0,
			remedy: remedyOf(reason, words)
		};
		causes.set(key, {
			...known,
			count: known.count + 1
		});
	};
	for (const cell of cells) {
		if (cell.missingReason !== void 0) add(nameOf(cell), cell.missingReason, cell.missingWords);
		for (const judgment of cell.judgments) if (judgment.status === "abstained") add(judgment.judge, judgment.reason, judgment.words);
	}
	return [...causes.values()].sort((a, b) => b.count - a.count || (a.who + a.words < b.who + b.words ? -1 : 1));
}
/** The first causes as findings. */
function whyMissing(causes) {
	return causes.slice(0, MOST_CAUSES).map((args) => createFinding({
		code: "whyMissing",
		args,
		severity: "notice"
	}));
}
/** A reason in words, where nobody gave any. */
function describe$2(reason) {
	return Object.hasOwn(REASONS, reason) ? REASONS[reason] : reason;
}
const REASONS = {
	length: "the reply was cut off at its output cap or at the context window",
	refusal: "it declined",
	content_filter: "its provider declined by policy",
	unfinished: "the reply broke off",
	"not JSON": "the reply is not the JSON that was asked for",
	"says nothing": "the reply is no answer: a sign, or an opening line with nothing below it",
	aborted: "the run was stopped"
};
const NOBODY = {
	slots: [],
	cells: []
};
/** All of it is of the stage that decided, but for `causes`, which are of every answer that is missing. */
function measureEvidence(parts) {
	const { comparison, verdict, cells, disclosure, added = NOBODY, modelOrigins = /* @__PURE__ */ new Map() } = parts;
	const stage = parts.rounds.at(-1)?.stage ?? "screen";
	const deciding = cells.filter((cell) => cell.stage === stage);
	const scenarios = parts.affected.map(({ scenario }) => scenario);
	const models = comparison.slots.map(({ id }) => id);
	const together = {
		comparison: {
			...comparison,
			slots: [...comparison.slots, ...added.slots]
		},
		cells: [...deciding, ...added.cells],
		disclosure
	};
	const outliers = reportOutliers(findCellOutliers(together.cells, {
		kind: comparison.kind,
		panel: new Set(models)
	}), {
		...together,
		scenarios: parts.selected.map(({ scenario }) => scenario),
		touched: new Set(parts.changes.filter(({ kind }) => kind !== "cosmetic").map(({ id }) => id))
	});
	const everybody = {
		...together,
		outliers
	};
	const { controls = {
		controls: [],
		rulings: []
	} } = parts;
	return {
		stage,
		deciding,
		scenarios,
		models,
		everybody,
		allCells: [...cells, ...added.cells],
		controls,
		modelChanges: reportModelChanges({
			...everybody,
			scenarios: parts.selected.map(({ scenario }) => scenario),
			origins: new Map([...modelOrigins, ...added.slots.map(({ id }) => [id, "added"])]),
			categories: parts.categories ?? /* @__PURE__ */ new Map(),
			stage,
			seed: parts.seed
		}),
		conflicts: findConflicts(pairedCells(deciding)),
		readings: readingFindings({
			verdict,
			cells: deciding,
			changes: parts.changes
		}),
		judges: describeJudges(parts, {
			deciding,
			rulings: controls.rulings
		}),
		causes: listCauses([...cells, ...added.cells], (cell) => respondentOf(everybody.comparison, cell)),
		letThrough: reportLetThrough({
			comparison,
			scenarios,
			cells: deciding,
			stage,
			controls,
			disclosure
		})
	};
}
/** Each judge by itself, and how far they agree on either side. */
function describeJudges({ comparison }, { deciding, rulings }) {
	const ids = comparison.judges.map(({ id }) => id);
	return {
		panel: summariseJudges(deciding, ids).map((judge) => ({
			...judge,
			...knownOf(judge.judge, rulings)
		})),
		base: measureAgreement(deciding.filter(({ arm }) => arm === "base")),
		head: measureAgreement(deciding.filter(({ arm }) => arm === "head"))
	};
}
/** What a judge's rulings on answers of known ruling say: canaries, and labelled violations under the base text. */
function knownOf(judge, rulings) {
	const own = rulings.filter(isKnown);
	const right = own.filter((one) => one.judgments.some((judgment) => judgment.judge === judge && isRight(one, judgment)));
	return own.length === 0 ? {} : { known: {
		right: right.length,
		asked: own.length
	} };
}
/** Scenarios whose texts are shown, worst change first; the others have their numbers only. */
const MOST_WITH_TEXTS = 12;
const MOST_EXAMPLES = 4;
/** Every scenario with evidence, the largest rise in problematic answers first. */
function reportScenarios(evidence) {
	const byScenario = /* @__PURE__ */ new Map();
	for (const cell of evidence.cells) byScenario.set(cell.scenario, [...byScenario.get(cell.scenario) ?? [], cell]);
	const rows = evidence.scenarios.flatMap((scenario) => {
		const cells = byScenario.get(scenario.id);
		return cells === void 0 ? [] : [{
			scenario,
			cells,
			row: describeScenario(scenario, cells, evidence)
		}];
	});
	rows.sort((a, b) => riseOf(b.row) - riseOf(a.row) || (a.row.scenario < b.row.scenario ? -1 : 1));
	return rows.map(({ scenario, cells, row }, rank) => rank < MOST_WITH_TEXTS ? {
		...row,
		...textsOf(scenario, cells, evidence.disclosure)
	} : row);
}
function describeScenario(scenario, cells, evidence) {
	const failing = findFailingModels(pairedCells(cells)).get(scenario.id);
	const ofArm = (arm) => cells.filter((cell) => cell.arm === arm);
	const sides = {
		base: shareProblematic(ofArm("base")),
		head: shareProblematic(ofArm("head"))
	};
	const spread = {
		base: meanDisagreement(ofArm("base"), evidence, "base"),
		head: meanDisagreement(ofArm("head"), evidence, "head")
	};
	return {
		scenario: scenario.id,
		clauses: scenario.clauses,
		problematicModels: {
			base: evidence.models.filter((model) => failing?.base.includes(model)),
			head: evidence.models.filter((model) => failing?.head.includes(model))
		},
		...defined(sides),
		disagreement: defined(spread),
		missing: cells.filter((cell) => cell.problematic === "missing").length
	};
}
function shareProblematic(cells) {
	const known = cells.filter((cell) => cell.problematic !== "missing");
	if (known.length === 0) return void 0;
	return known.filter((cell) => cell.problematic === true).length / known.length;
}
function meanDisagreement(cells, evidence, arm) {
	const [first] = cells;
	if (first === void 0) return void 0;
	const draws = Math.max(...cells.map((cell) => cell.draw));
	const query = {
		arm,
		stage: evidence.stage,
		scenarios: [first.scenario],
		models: evidence.models,
		draws
	};
	const values = (readRows(indexCells(cells), query).get(first.scenario) ?? []).flatMap((row) => disagreementOnRow(row, "none") ?? []);
	return values.length === 0 ? void 0 : mean(values);
}
function textsOf(scenario, cells, disclosure) {
	if (disclosure === "ids") return {};
	const examples = chooseExamples(cells).map((cell) => ({
		model: cell.model,
		arm: cell.arm,
		response: disclose(cell.responseText ?? "", disclosure),
		judgments: cell.judgments.flatMap((judgment) => judgment.status === "abstained" ? [] : [{
			judge: judgment.judge,
			ruling: judgment.ruling,
			clauses: judgment.clauses,
			reasoning: disclose(judgment.reasoning, disclosure)
		}])
	}));
	return {
		query: disclose(writeConversation(scenario.messages), disclosure),
		examples
	};
}
/** Both arms of the responses whose ruling changed for the worse; where none did, of the first responses. */
function chooseExamples(cells) {
	const pairs = cells.filter((cell) => cell.arm === "head").map((head) => ({
		head,
		base: cells.find((cell) => cell.arm === "base" && cell.model === head.model && cell.draw === head.draw)
	}));
	const worse = pairs.filter(({ base, head }) => head.problematic === true && base?.problematic === false);
	return (worse.length > 0 ? worse : pairs).flatMap(({ base, head }) => base === void 0 ? [head] : [base, head]).slice(0, MOST_EXAMPLES);
}
function riseOf(row) {
	return (row.head ?? 0) - (row.base ?? 0);
}
/** Leaves out what is undefined: an absent number is absent in the report too. */
function defined(sides) {
	return { ...whereDefined({
		base: sides.base,
		head: sides.head
	}) };
}
/** Each as a bank line, so that `bank adopt` can take it over. */
function reportWritten(written) {
	return written.map(({ scenario, clause, side, about }) => ({
		clause,
		side,
		about,
		row: JSON.parse(serializeScenario(scenario))
	}));
}
/** Clauses whose readings a report shows. */
const MOST_READINGS = 20;
/** The report of one comparison. Pure: the same parts give the same bytes. */
function buildReport(parts) {
	const { comparison, verdict } = parts;
	const measured = measureEvidence(parts);
	const { deciding, everybody, judges, modelChanges } = measured;
	const { written } = parts.coverage ?? { written: [] };
	const writtenIds = new Set(written.map(({ scenario }) => scenario.id));
	const isWritten = (id) => writtenIds.has(id);
	const context = findingContext(parts, measured);
	const reasons = capFindings(rankBySeverity([...parts.grounds ?? [], ...ownReasons(parts, context)]));
	return {
		schema: "spec-gate/report@1",
		simulated: simulatedModels(everybody.comparison).length > 0,
		comparison: comparison.kind,
		verdict: {
			status: worstOf(verdict.verdict, parts.grounds ?? []),
			reasons: reasons.length > 0 ? reasons : [passFinding(verdict)]
		},
		base: parts.base,
		head: parts.head,
		policyHash: parts.policyHash,
		...parts.approvers.length > 0 && { approvers: parts.approvers },
		...whereDefined({ acceptances: parts.acceptances }),
		changes: reportChanges(parts.changes),
		selection: parts.selected.map((one) => ({
			...describeSelected(one, parts.affected),
			...isWritten(one.scenario.id) && { written: true }
		})),
		...written.length > 0 && { written: reportWritten(written) },
		...whereDefined({ coverage: parts.specCoverage }),
		untested: parts.untested,
		endpoints: verdict.metrics,
		clauses: verdict.clauses,
		models: reportModels(everybody.comparison.slots, everybody),
		judges: {
			...judges,
			...whereDefined({ reach: comparison.kind === "model" ? void 0 : judgeReach(verdict, measured.controls.rulings) })
		},
		conflicts: measured.conflicts,
		tested: verdict.findings,
		readings: tabulateReadings(deciding, {
			panel: comparison.judges.map(({ id }) => id),
			reportedAs: (clause) => comparison.clauses.byId.get(clause)?.id ?? clause
		}).slice(0, MOST_READINGS),
		...whereDefined({ letThrough: measured.letThrough }),
		scenarios: reportScenarios({
			...measured,
			cells: deciding,
			disclosure: parts.disclosure
		}).map((row) => isWritten(row.scenario) ? {
			...row,
			written: true
		} : row),
		outliers: everybody.outliers,
		...modelChanges.length > 0 && { modelChanges },
		findings: capFindings(listFindings(parts, measured)),
		rounds: parts.rounds,
		needed: describeNeeded(parts.needed),
		notes: capFindings(listNotes(parts, measured, context))
	};
}
/** What the sentences about metrics are written from. */
function findingContext(parts, { everybody, models, causes, judges, letThrough }) {
	const { comparison, verdict } = parts;
	return {
		kind: comparison.kind,
		verdict,
		...causes[0] !== void 0 && { remedy: causes[0].remedy },
		changes: parts.changes,
		cells: parts.cells,
		panel: judges.panel,
		base: parts.base.ref,
		...whereDefined({ letThrough }),
		outliers: everybody.outliers.filter(({ model }) => models.includes(model)),
		movedClauses: comparison.kind === "model" ? [] : movedClauses(verdict),
		changedModels: [...(parts.modelOrigins ?? /* @__PURE__ */ new Map()).keys()],
		untested: parts.untested,
		...whereDefined({ linked: parts.linked }),
		...priceOfScenario(parts)
	};
}
function ownReasons({ added }, context) {
	const found = reasonFindings(context);
	return (added?.cells.length ?? 0) > 0 ? found.filter(({ code }) => code !== "noChange") : found;
}
/** What a person should see beside the verdict. */
function listFindings(parts, { deciding, readings, conflicts }) {
	const { comparison, verdict, changes } = parts;
	return [
		...parts.split === void 0 ? [] : [textOrAnswers(parts.split)],
		...readings.filter(({ severity }) => severity !== "notice"),
		...conflictFindings(conflicts, {
			findings: verdict.findings,
			changes
		}),
		...parts.coverage?.findings ?? [],
		...trainingGap({
			comparison,
			verdict,
			cells: deciding,
			changes
		})
	];
}
/** What the numbers rest on, and what they do not show. */
function listNotes(parts, measured, context) {
	const { verdict } = parts;
	const { causes, readings, conflicts, everybody, allCells } = measured;
	const hasFailed = hasFailedAnswers(verdict.metrics);
	return [
		...parts.notes ?? [],
		...parts.coverage?.notes ?? [],
		...whyMissing(causes),
		...noteFindings(context),
		...readings.filter(({ severity }) => severity === "notice"),
		...chanceNote({
			tested: verdict.findings,
			conflicts,
			outliers: everybody.outliers,
			hasFailed
		}),
		...standingNotes({
			...parts,
			comparison: everybody.comparison,
			cells: allCells
		})
	];
}
function passFinding(verdict) {
	const scenarios = Math.max(0, ...Object.values(verdict.metrics).map((metric) => metric.scenarios));
	const reported = reportedWorse(verdict.metrics);
	const args = {
		scenarios,
		...reported.length > 0 && { reported }
	};
	return createFinding({
		code: "withinMargins",
		args,
		severity: "notice"
	});
}
function worstOf(status, grounds) {
	const outer = statusOfGrounds(grounds);
	return status === "fail" || outer === "pass" ? status : outer;
}
/** Clauses whose scenarios changed, largest rise first. */
function movedClauses(verdict) {
	return verdict.clauses.filter(({ status, change }) => status === "changed" && (change ?? 0) > 0).sort((a, b) => (b.change ?? 0) - (a.change ?? 0)).map(({ id }) => id);
}
function describeSelected(selected, affected) {
	const { scenario, reason } = selected;
	const { nudge, value1, value2, disagreement } = scenario;
	return {
		scenario: scenario.id,
		reason: reason.kind,
		clauses: reason.kind === "linked" ? reason.clauses : [reason.clause],
		...reason.kind === "suggested" && { similarity: reason.similarity },
		...whereDefined({ nudge }),
		...value1 !== void 0 && value2 !== void 0 && { values: [value1, value2] },
		...whereDefined({ disagreement }),
		affected: affected.includes(selected)
	};
}
function describeNeeded({ calls, inputTokens, outputTokens, usd }) {
	return {
		calls,
		inputTokens,
		outputTokens,
		...usd !== "unknown" && { usd }
	};
}
function priceOfScenario({ needed, affected }) {
	if (needed.usd === "unknown" || affected.length === 0) return {};
	return { usdPerScenario: needed.usd / affected.length };
}
/** The head's clauses in file order; a removed one stands after the clause that it followed. */
function listReading({ head, base = [], removed, coverage }) {
	const byClause = new Map(coverage.map((one) => [one.clause, one]));
	const gone = followers(base, removed);
	const lines = head.flatMap((clause) => [lineOf(clause, byClause.get(clause.id)), ...(gone.get(clause.id) ?? []).map(removedLine)]);
	const ids = new Set(head.map(({ id }) => id));
	return [...[...gone].flatMap(([before, clauses]) => ids.has(before) ? [] : clauses.map(removedLine)), ...lines];
}
/** Removed clauses by the id of the last clause before them that was not removed; `` where there is none. */
function followers(base, removed) {
	const after = /* @__PURE__ */ new Map();
	let before = "";
	for (const clause of base) if (!removed.has(clause.id)) before = clause.id;
	else after.set(before, [...after.get(before) ?? [], clause]);
	return after;
}
function removedLine(clause) {
	return {
		...lineOf(clause, void 0),
		removed: true
	};
}
function lineOf({ id, title, ancestors, text, file, lines, kind }, coverage) {
	return {
		clause: id,
		title,
		path: [...ancestors],
		text,
		file,
		line: lines.start,
		endLine: lines.end,
		...whereDefined({ kind }),
		...coverage !== void 0 && {
			scenarios: coverage.scenarios,
			demands: coverage.demands.map((demand) => ({ ...demand }))
		}
	};
}
/** Measured once a check: the report counts it, and the evidence shows it clause by clause. */
function measureTests({ sides, subject, coverage }, { bank }) {
	const written = coverage?.written ?? [];
	const clauses = sides?.head.spec.clauses ?? subject.comparison.clauses.ordered.flatMap(({ head }) => head ?? []);
	const scenarios = [...bank.scenarios, ...written.map(({ scenario }) => scenario)];
	const writtenFor = new Map(written.map(({ scenario, about }) => [scenario.id, about]));
	return {
		clauses,
		scenarios,
		writtenFor,
		coverage: measureCoverage({ clauses }, scenarios, writtenFor)
	};
}
/** What of the spec and of its change the scenarios test. */
function coverageOf({ changes }, tested) {
	return {
		...totalCoverage(tested.coverage),
		changed: changes.filter((change) => isSubstantive(change) && (change.head ?? change.base)?.text !== "").map((change) => measureChangeCoverage(change, tested.scenarios, tested.writtenFor))
	};
}
/** The spec as a person reads it, with what tests each clause. */
function readingOf({ sides, changes }, tested) {
	return listReading({
		head: tested.clauses,
		coverage: tested.coverage,
		...sides !== void 0 && { base: sides.base.spec.clauses },
		removed: new Set(changes.flatMap(({ kind, id }) => kind === "removed" ? [id] : []))
	});
}
/** What the report says it was made by: version, config, prompts, and a hash of the bank. */
function provenanceOf({ config, configFile, bank }) {
	const { judge, classify } = promptsOf(config);
	return {
		version: readPackageVersion(),
		config: configFile,
		bank: digestBank(bank),
		scenarios: bank.scenarios.length,
		prompts: [judge.version, classify.version]
	};
}
/**
* Takes the plans of a check's rounds and tells of the first one, which is looked at once a call has been made: that one is stored
* by then. Nothing of a run without a live model, which is over before it is read.
*/
function createStartTeller({ comparison, selected }, { config }, onStart) {
	let isTold = onStart === void 0;
	return (calls) => {
		if (isTold || !calls.some(({ request }) => isLive(request.model))) return calls;
		isTold = true;
		const left = calls.filter((call) => !call.stored);
		const stored = Math.max(0, calls.length - left.length - 1);
		onStart?.({
			scenarios: selected.filter(({ scenario }) => isAffected(comparison, scenario)).length,
			models: comparison.slots.length,
			judges: comparison.judges.length,
			toMake: calls.length - stored,
			stored,
			usd: usualCost(left, config.prices),
			budget: config.budget.usd
		});
		return calls;
	};
}
/**
* The two parts sum to the change on these scenarios. Each is the mean of its two orders (the text first or the answers
* first), as L. S. Shapley divides a sum (A value for n-person games, 1953): with answers b, h under texts B, H,
* standard = ((bH - bB) + (hH - hB)) / 2 and behaviour = ((hB - bB) + (hH - bH)) / 2. Undefined without a scenario that has
* all four.
*/
function splitChange(rulings) {
	const shares = readShares(rulings);
	const part = (read) => {
		const units = shares.map((one) => ({
			scenario: one.scenario,
			base: [0],
			head: [read(one)]
		}));
		const change = measureChange(units, 0);
		if (change === void 0) return void 0;
		const interval = intervalOf(change);
		return {
			change: change.value,
			...whereDefined({ interval })
		};
	};
	const standard = part(({ base, head }) => (base.other - base.own + (head.own - head.other)) / 2);
	const behaviour = part(({ base, head }) => (head.other - base.own + (head.own - base.other)) / 2);
	if (standard === void 0 || behaviour === void 0) return void 0;
	return {
		standard,
		behaviour,
		scenarios: shares.length
	};
}
function readShares(rulings) {
	const sums = /* @__PURE__ */ new Map();
	for (const { cell, problematic: other } of rulings) {
		const own = cell.problematic;
		if (own === "missing" || other === "missing") continue;
		const sides = sums.get(cell.scenario) ?? {
			base: {
				own: 0,
				other: 0,
				count: 0
			},
			head: {
				own: 0,
				other: 0,
				count: 0
			}
		};
		sums.set(cell.scenario, sides);
		const side = sides[cell.arm];
		side.own += Number(own);
		side.other += Number(other);
		side.count += 1;
	}
	const mean = ({ own, other, count }) => ({
		own: own / count,
		other: other / count
	});
	return [...sums].filter(([, { base, head }]) => base.count > 0 && head.count > 0).sort(([a], [b]) => a < b ? -1 : 1).map(([scenario, { base, head }]) => ({
		scenario,
		base: mean(base),
		head: mean(head)
	}));
}
/** In the cells' order. Where both arms are shown the same text the ruling is the stored one, and costs nothing. */
async function crossJudge(judging, ask) {
	return Promise.all(crossPanels(judging).map(async ({ cell, panel }) => ({
		cell,
		problematic: isProblematic(await askJudges(panel, ask))
	})));
}
/** The panel's task for each answer, under the other arm's text. */
function crossPanels({ comparison, cells, scenarios }) {
	return cells.flatMap((cell) => {
		const scenario = scenarios.get(cell.scenario);
		const slot = comparison.slots.find(({ id }) => id === cell.model);
		if (scenario === void 0 || slot === void 0 || cell.responseText === void 0) return [];
		const at = {
			stage: cell.stage,
			n: cell.draw
		};
		const task = {
			...cell,
			scenario,
			slot,
			arm: OTHER[cell.arm],
			drawName: drawName(comparison, slot, at),
			answerName: answerName(comparison, slot, at)
		};
		return [{
			cell,
			panel: {
				...judgesTask(comparison, task, cell.responseText),
				audited: false
			}
		}];
	});
}
const OTHER = {
	base: "head",
	head: "base"
};
/** Asks the judges about the deciding stage's answers once more; undefined where that could tell nothing, or the run is stopped. */
async function splitFailure(subject, result, run) {
	const { comparison } = subject;
	if (comparison.kind !== "prompt" || result.verdict.metrics.nonCompliance?.status !== "fail") return void 0;
	if (run.stopped() !== void 0) return void 0;
	const stage = result.rounds.at(-1)?.stage;
	const judging = {
		comparison,
		cells: result.cells.filter((cell) => cell.stage === stage),
		scenarios: new Map(result.affected.map(({ scenario }) => [scenario.id, scenario]))
	};
	run.beginStage("text or answers", () => leastCrossCalls(judging, run.store));
	const rulings = await crossJudge(judging, run.ask);
	return run.stopped() === void 0 ? splitChange(rulings) : void 0;
}
/** The judges that decide most majorities; one more is asked where they differ. */
function leastCrossCalls(judging, store) {
	return crossPanels(judging).flatMap(({ panel }) => panel.judges.slice(0, majorityOf(panel.judges.length)).map((judge) => ({
		stored: store.get(requestKey(judgeRequest({
			...panel,
			judge
		}))) !== void 0,
		optional: false
	})));
}
/** A stopped run is inconclusive at best; `calls` are how many were finished and how many the round needed. */
function stoppedFinding(stop, calls) {
	const severity = "warning";
	switch (stop.kind) {
		case "budget": return createFinding({
			code: "budgetStopped",
			args: {
				budget: stop.budget,
				allowed: stop.allowed
			},
			severity
		});
		case "signal":
		case "batch": return createFinding({
			code: "interrupted",
			args: calls,
			severity
		});
		case "quota": return createFinding({
			code: "quota",
			args: { provider: stop.provider },
			severity
		});
		case "no-keys": return createFinding({
			code: "noKeys",
			args: {
				providers: stop.providers,
				fork: stop.fork,
				variables: stop.variables
			},
			severity
		});
		default: return stop;
	}
}
/**
* Answers that were paid for and could not be written to the store, as on a full or read-only disk; none where all could. The
* verdict holds, and the next run pays for them again.
*/
function notKeptFindings({ store }) {
	const answers = store.problems().unwritten;
	return answers === 0 ? [] : [createFinding({
		code: "answersNotKept",
		args: { answers },
		severity: "notice"
	})];
}
/** The report of a check and the evidence it rests on; the run's own counts stay in the `Run`. */
async function runCheck(prepared, context, options = {}) {
	const { report, writeEvidence } = await judgeCheck(prepared, context, options);
	return {
		report,
		evidence: writeEvidence()
	};
}
/** Asks and decides every round, and builds the report; the text of the evidence is made only where it is asked for. */
async function judgeCheck(prepared, { project, run }, options = {}) {
	const tally = options.tally ?? run.startTally();
	const asked = await askCheck(prepared, {
		run,
		tally,
		tellStart: createStartTeller(prepared.subject, project, options.onStart)
	});
	const { subject, result, beside, addedCells } = asked;
	const disclosure = options.disclosure ?? project.config.disclose;
	const tested = measureTests(prepared, project);
	const report = buildReport({
		...partsOf(prepared, asked),
		policyHash: project.policyHash,
		approvers: project.config.approvers,
		needed: tally.needed(),
		disclosure,
		...whereDefined({
			acceptances: options.acceptances,
			categories: options.categories
		}),
		...prepared.sides !== void 0 && { specCoverage: coverageOf(prepared, tested) },
		grounds: [...options.grounds ?? [], ...ownGrounds(prepared, asked, tally)],
		notes: [
			...notKeptFindings(run),
			...options.notes ?? [],
			...(prepared.unseen ?? []).filter(({ severity }) => severity === "notice"),
			...prepared.remarks ?? []
		]
	});
	const cells = [...result.cells, ...addedCells];
	const writeEvidence = () => serializeEvidence({
		comparison: subject.comparison,
		simulated: report.simulated,
		run: digestRun(report),
		made: provenanceOf(project),
		clauses: readingOf(prepared, tested),
		scenarios: [.../* @__PURE__ */ new Set([...result.affected.map(({ scenario }) => scenario), ...beside.map(({ scenario }) => scenario)])],
		cells,
		show: (text) => disclosure === "ids" ? void 0 : disclose(text, disclosure)
	});
	return {
		report,
		cells,
		writeEvidence
	};
}
async function askCheck(prepared, { run, tally, tellStart }) {
	const subject = withStoredDraws(prepared.subject, run.store);
	const { comparison } = subject;
	let countNeeded = () => 0;
	const countFrom = (plan) => {
		const before = tally.needed().calls;
		countNeeded = () => before + plan().filter(({ optional }) => !optional).length;
	};
	const beginStage = (stage, plan) => {
		countFrom(plan);
		run.beginStage(stage, plan);
	};
	const result = await check(subject, {
		ask: run.ask,
		onRound: (round, tasks) => {
			const plan = () => planCalls(comparison, tasks, run.store);
			countFrom(plan);
			run.beginStage(round.stage, () => tellStart(plan()));
		},
		onControls: (tasks) => beginStage("known answers", () => planControlCalls(comparison, tasks, run.store)),
		stopped: () => run.stopped()?.kind
	});
	const split = await splitFailure(subject, result, {
		...run,
		beginStage
	});
	const { added = [] } = prepared;
	const beside = addedTasks({
		subject,
		added,
		round: result.rounds.at(-1),
		affected: result.affected
	});
	if (beside.length > 0) beginStage("beside the panel", () => planCalls(comparison, beside, run.store));
	return {
		subject,
		result,
		split,
		beside,
		addedCells: await evaluate(comparison, beside, run.ask),
		stop: run.stopped(),
		countNeeded: () => countNeeded()
	};
}
/** What the report says of the comparison itself. */
function partsOf(prepared, { subject, result, split, addedCells }) {
	const { base, head, changes, added = [], modelOrigins, coverage } = prepared;
	const { comparison, selected, untested, policy } = subject;
	const { affected, verdict, rounds, cells, controls } = result;
	return {
		comparison,
		base,
		head,
		changes,
		selected,
		affected,
		untested,
		verdict,
		rounds,
		cells,
		controls,
		seed: policy.seed,
		added: {
			slots: added,
			cells: addedCells
		},
		...selected.length < policy.selection.extendTo && { linked: affected.filter(({ reason }) => reason.kind !== "named").length },
		...whereDefined({
			split,
			modelOrigins,
			coverage
		})
	};
}
/** What beside the measured evidence keeps the check from passing. */
function ownGrounds({ added = [], unseen = [] }, { stop, addedCells, countNeeded }, tally) {
	return [
		...unseen.filter(({ severity }) => severity !== "notice"),
		...stop === void 0 ? [] : [stoppedFinding(stop, {
			finished: tally.needed().calls,
			needed: countNeeded()
		})],
		...unansweredFindings(added, addedCells)
	];
}
const TAXONOMY = "fixtures/values.yml";
/** Value (lower case) -> category. Empty where the package came without its fixtures: values then stand for themselves. */
async function readValueCategories(packageRoot) {
	const path = join(packageRoot, TAXONOMY);
	if (!existsSync(path)) return /* @__PURE__ */ new Map();
	return categoriesOf({
		file: "values.yml",
		text: readFileSync(path, "utf8")
	});
}
/** @throws UserError for a text that is no taxonomy. */
async function categoriesOf(source) {
	const values = await parseValues(source);
	return new Map(values.map(({ name, category }) => [name.toLowerCase(), category ?? name]));
}
/** Where `path` leads, if by its words it lies below `folder` and by its links it does not. It need not be there yet. */
function findWayOut(path, folder) {
	if (!isBelow(resolve(path), resolve(folder))) return void 0;
	const real = realPathOf(resolve(path), MOST_LINKS);
	return isBelow(real, realpathSync(folder)) ? void 0 : real;
}
/** As many as Linux follows. */
const MOST_LINKS = 40;
/** Links that lead to nothing yet are followed as well: a folder would be made there. */
function realPathOf(path, links) {
	const stats = lstatSync(path, { throwIfNoEntry: false });
	if (stats?.isSymbolicLink() === true) {
		if (links === 0) return path;
		return realPathOf(resolve(realPathOf(dirname(path), links - 1), readlinkSync(path)), links - 1);
	}
	if (stats !== void 0) return realpathSync(path);
	const above = dirname(path);
	return above === path ? path : resolve(realPathOf(above, links), relative(above, path));
}
function isBelow(path, folder) {
	const way = relative(folder, path);
	return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
/**
* Makes the folder of the reports before anything is paid for. `within` is the checkout: a branch of somebody else may bring a
* link along that stands in the folder's place and leads out of it.
* @throws UserError where it cannot be written, or lies in the checkout by its path alone.
*/
function openReportFolder(folder, within) {
	const leadsTo = findWayOut(folder, within);
	if (leadsTo !== void 0) throw new UserError({
		message: `reports are not written to ${folder}: a symbolic link leads from there out of the checkout, to ${leadsTo}`,
		hint: "remove the link, or name the folder that it leads to with --output-dir"
	});
	try {
		makeFolder(folder);
		accessSync(folder, constants.W_OK);
	} catch (error) {
		const reason = error.code ?? String(error);
		throw new UserError({
			message: `reports cannot be written to ${folder} (${reason})`,
			hint: "name another folder with --output-dir"
		});
	}
	return folder;
}
/** run.json alone: for a run that ended without a report. Gives what could not be written. */
function writeRunRecord(folder, run) {
	return writeWhole([runFile(folder, run)]);
}
function runFile(folder, run) {
	return [join(folder, "run.json"), `${JSON.stringify(run, null, 2)}\n`];
}
/**
* report.json, report.html, report.junit.xml, report.sarif, evidence.jsonl and run.json in `folder`, which is made if it
* is not there. A further comparison of the same run has its `name` in the names of its files: report.models.json.
*/
function writeReports(folder, result) {
	makeFolder(folder);
	const middle = result.name === void 0 ? "" : `.${result.name}`;
	const at = (name) => join(folder, name);
	const [run, record] = runFile(folder, result.run);
	const paths = {
		json: at(`report${middle}.json`),
		html: at(`report${middle}.html`),
		run,
		evidence: at(`evidence${middle}.jsonl`)
	};
	const unwritten = writeWhole([
		[run, record],
		[paths.json, renderJson(result)],
		[paths.html, renderHtml({
			...result,
			...openExplorer(result.report, readOwnEvidence(result.evidence))
		})],
		[at(`report${middle}.junit.xml`), renderJunit(result)],
		[at(`report${middle}.sarif`), renderSarif(result)],
		[paths.evidence, result.evidence]
	]);
	return {
		...paths,
		unwritten
	};
}
/** For people: what is missing, and that the verdict does not rest on it. Empty where nothing is. */
function describeUnwritten(unwritten) {
	const lines = unwritten.map((one) => `${one}\n`);
	return lines.length === 0 ? "" : `${lines.join("")}What was found is said here and stands; these files are not there.\n`;
}
/** Reads the two trees. Both commits must be in the repository. */
async function openChange(repo, shas) {
	return {
		repo,
		base: await openEnd(repo, shas.base),
		head: await openEnd(repo, shas.head)
	};
}
/** One commit with its tree. */
async function openEnd(repo, sha) {
	const paths = new Map((await listTree(repo, sha)).map(({ path, oid }) => [path, oid]));
	return {
		sha,
		source: {
			kind: "commit",
			repo,
			sha
		},
		paths
	};
}
/** Files that were renamed between two commits (half of one or more alike, git's own rule), from their old path to the new one. */
async function listRenames(repo, { from, to }) {
	const output = await runGit(repo, [
		"diff-tree",
		...[
			"-r",
			"-z",
			"-M",
			"-l5000",
			"--diff-filter=R",
			"--name-status",
			"--no-ext-diff",
			"--no-textconv"
		],
		"--end-of-options",
		checkOid(from),
		checkOid(to)
	]);
	const records = splitRecords(output);
	const renames = /* @__PURE__ */ new Map();
	for (let at = 0; at + 2 < records.length; at += 3) renames.set(records[at + 1], records[at + 2]);
	return renames;
}
/** The names in `to` of files that `from` knows by these: a renamed one's new name, else the one it had. A rename reads the same backwards. */
async function followRenames(repo, paths, way) {
	const there = await Promise.all(paths.map(async (path) => way.isThere(path)));
	if (there.every(Boolean)) return paths;
	const renames = await listRenames(repo, way);
	return paths.map((path, index) => there[index] === true ? path : renames.get(path) ?? path);
}
/** What object ids stand for never changes, and each place that shows a change asks anew where it is. */
const recent = createRecentAsync({ max: 64 });
/** Where two blobs differ, as git finds it; nothing for what git takes for binary or is too large to compare. */
async function diffBlobs(repo, { base, head }) {
	return recent(`${repo}\n${base}\n${head}`, () => askForHunks(repo, {
		base,
		head
	}));
}
async function askForHunks(repo, { base, head }) {
	const options = [
		"--unified=0",
		"--no-color",
		"--no-ext-diff",
		"--no-textconv",
		"--end-of-options"
	];
	let output;
	try {
		output = (await runGit(repo, [
			"diff",
			...options,
			checkOid(base),
			checkOid(head)
		])).toString("utf8");
	} catch (error) {
		if (error instanceof RangeError) return [];
		throw error;
	}
	const hunks = [];
	const lines = output.split("\n");
	for (let at = 0; at < lines.length; at += 1) {
		const found = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(lines[at]);
		if (found === null) continue;
		const [baseStart, baseCount, headStart, headCount] = found.slice(1).map((number) => Number(number ?? 1));
		const sides = {
			base: {
				start: baseStart,
				count: baseCount
			},
			head: {
				start: headStart,
				count: headCount
			}
		};
		hunks.push(sides);
		at += sides.base.count + sides.head.count;
	}
	return hunks;
}
/** Worlds, recordings, recorded answers, labelled items, and the system prompts of those who judge. */
function policyFiles(configFile, config) {
	const named = [];
	for (const [name, provider] of Object.entries(config.providers)) {
		if (isLive(provider)) continue;
		const { option, path } = offlineFile(provider);
		named.push([`providers.${name}.${option}`, path]);
	}
	for (const { id, answers } of config.models.map(optionsOf)) if (answers !== void 0) named.push([`models.${id}.answers`, answers]);
	for (const { id, system } of config.judges.map(optionsOf)) if (system !== void 0) named.push([`judges.${id}.system`, system]);
	const { system } = config.classifier === void 0 ? {} : optionsOf(config.classifier);
	if (system !== void 0) named.push(["classifier.system", system]);
	return [...named.map(([option, path]) => ({
		option,
		path: besideConfig(configFile, path)
	})), {
		option: "labelled",
		path: labelledFile(configFile, config)
	}];
}
/**
* Those that the head edits or removes; this change is judged by those of its base. `configs`: the one that the change began with,
* and the policy's, which may have come to name others meanwhile.
*/
function filesLoosened({ base, head }, { configFile, configs }) {
	const named = configs.flatMap((config) => policyFiles(configFile, config));
	return [...new Map(named.map((file) => [file.path, file])).values()].flatMap(({ option, path }) => {
		const [was, is] = [listBelow(base, path), listBelow(head, path)];
		if (was.length === 0 || JSON.stringify(was) === JSON.stringify(is)) return [];
		return [{
			option,
			base: path,
			head: is.length === 0 ? "removed" : "edited"
		}];
	});
}
/** A file, or the files of a folder, with what each holds. */
function listBelow({ paths }, path) {
	const own = paths.get(path);
	if (own !== void 0) return [[path, own]];
	const folder = `${path.replace(/\/+$/, "")}/`;
	return [...paths].filter(([name]) => name.startsWith(folder));
}
/**
* Their paths in order, each with its object's id. What the policy of `project` names counts, what the commit's own config names,
* where it has a usable one, and what `patterns` name.
*/
async function filesThatCount({ configFile, config }, { end, patterns }) {
	const own = await loadConfig(end.source, configFile).catch(() => config);
	const files = [config, own].flatMap((one) => [...policyFiles(configFile, one).map(({ path }) => path), ...[one.bank, ...one.models.map((model) => optionsOf(model).system)].flatMap((name) => name === void 0 ? [] : [besideConfig(configFile, name)])]);
	const all = [
		configFile,
		besideConfig(configFile, ACCEPTED_FOLDER),
		...files
	];
	const spec = [
		specPatterns(configFile, config),
		patterns,
		specPatterns(configFile, own)
	].flatMap((these) => specFiles(end, these));
	const listed = [...all, ...spec].flatMap((path) => listBelow(end, path));
	return [...new Map(listed.map(([path = "", oid = ""]) => [path, oid]))].sort(([one], [other]) => one < other ? -1 : 1);
}
/** What a check reads of a change's head: files, and folders of recorded answers, those that the head's own config names as well. */
async function filesRead({ head }, project, patterns) {
	return [...(await filesThatCount(project, {
		end: head,
		patterns
	})).map(([path]) => path), ...policyFiles(project.configFile, project.config).map(({ path }) => path.replace(/\/+$/, ""))];
}
/** The paths of a commit that patterns name, whether or not they can be read. */
function specFiles({ paths }, patterns) {
	const tree = createListedTree([...paths.keys()]);
	const excluded = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
	const included = patterns.filter((pattern) => !pattern.startsWith("!"));
	return [...new Set(included.flatMap((pattern) => tree.match(pattern, excluded)))];
}
/**
* Where file names go by no case (macOS, Windows) a checkout holds one of the two, and it may be the one that nobody tested.
* `read`: the files, and folders of files, that a check reads of the head.
* @throws UserError naming both.
*/
function refuseTwins({ base, head }, read) {
	const known = new Map(read.map((path) => [fold(path), path]));
	for (const path of head.paths.keys()) {
		if (base.paths.has(path)) continue;
		for (const name of withFolders(path)) {
			const twin = known.get(fold(name));
			if (twin === void 0 || twin === name || listBelow(head, twin).length === 0) continue;
			throw new UserError({
				message: `this change adds ${path} beside ${twin}: where file names go by no case (macOS, Windows) they are one file, and which of them is read depends on the machine`,
				hint: "give one of them another name",
				place: { file: path }
			});
		}
	}
}
/** A path, and those of the folders that it lies in. */
function withFolders(path) {
	const parts = path.split("/");
	return parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
}
/** As such file systems compare names: accents, too, whichever way they are written. */
function fold(path) {
	return path.normalize("NFC").toLowerCase();
}
/**
* A change is judged under the policy of today, which may name a file that is younger than the branch: neither end has it then,
* and the change can only be tested on a part of the spec. Undefined where the ends have all that it names. A file that a glob
* brings in is missed only where the branch has it under the name from before.
* @throws UserError with each of those files, where the change touches anything that a verdict rests on; whatever it touches, with
* those that today's commit is without as well.
*/
async function findOutdated(ends, { project, policy }) {
	const { base, head } = ends;
	const named = specPatterns(project.configFile, project.config);
	const isThere = (path) => base.paths.has(path) || head.paths.has(path);
	const plain = named.filter((pattern) => !isExclusion(pattern) && !isGlob(pattern));
	const younger = [.../* @__PURE__ */ new Set([...plain, ...specFiles(policy, named)])].filter((path) => !isThere(path));
	const nowhere = younger.filter((path) => !policy.paths.has(path));
	if (nowhere.length > 0) throw onPart(nowhere);
	const before = await followRenames(ends.repo, younger, {
		from: policy.sha,
		to: base.sha,
		isThere
	});
	const found = new Set([base, head].flatMap((end) => specFiles(end, named)));
	/** The names in the branch of those that its glob does not find under them. */
	const renamed = before.filter((path, index) => path !== younger[index] && !found.has(path));
	const absent = younger.filter((path, index) => before[index] === path ? plain.includes(path) : renamed.includes(before[index]));
	if (absent.length === 0) return void 0;
	const isFound = (pattern) => specFiles(base, [pattern]).length + specFiles(head, [pattern]).length > 0;
	const kept = [...named.filter((pattern) => !isExclusion(pattern) && isFound(pattern)), ...renamed];
	const patterns = kept.length === 0 ? [] : [...kept, ...named.filter(isExclusion)];
	if (await isTouched(ends, project, {
		absent,
		patterns
	})) throw onPart(absent);
	return {
		absent,
		patterns
	};
}
function isExclusion(pattern) {
	return pattern.startsWith("!");
}
/** Whether an end has another text of what counts, or a config that nobody can read and that may name more. */
async function isTouched({ base, head }, project, { absent, patterns }) {
	if (base.paths.has(project.configFile)) try {
		await loadConfig(base.source, project.configFile);
	} catch (error) {
		if (error instanceof UserError) return true;
		throw error;
	}
	const [before, after] = await Promise.all([base, head].map((end) => filesThatCount(project, {
		end,
		patterns
	})));
	const paths = new Map([...absent.map((path) => [path, ""]), ...head.paths]);
	refuseTwins({
		base,
		head: {
			...head,
			paths
		}
	}, [...await filesRead({ head }, project, patterns), ...absent]);
	return JSON.stringify(before) !== JSON.stringify(after);
}
/** What a change would be tested on is a part of the spec: these files are not in it. */
function onPart(absent) {
	return new UserError(absent.map((file) => ({
		message: "the policy of today names this file of the spec, and the branch is without it, as the commit that it left",
		hint: "where it was added or renamed on the base branch since, merge that into yours, or rebase; else mend `spec` there",
		place: { file }
	})));
}
/** The head's bank against the one it started from. */
function diffBank(base, head) {
	return {
		added: head.scenarios.filter(({ id }) => !base.byId.has(id)),
		edited: base.scenarios.flatMap((scenario) => {
			const now = head.byId.get(scenario.id);
			return now === void 0 || serializeScenario(now) === serializeScenario(scenario) ? [] : [scenario.id];
		}),
		removed: base.scenarios.flatMap(({ id }) => head.byId.has(id) ? [] : [id])
	};
}
/**
* Editing or removing scenarios counts as a loosened policy: this change is judged on the old bank, but the next one
* would have an easier test.
*/
function bankLoosened(base, { edited, removed }) {
	const parts = [...describe$1("removed", removed), ...describe$1("edited", edited)];
	if (parts.length === 0) return [];
	return [{
		option: "bank",
		base: `${base.scenarios.length} scenarios`,
		head: parts.join("; ")
	}];
}
const MOST_NAMED = 3;
function describe$1(what, ids) {
	if (ids.length === 0) return [];
	const rest = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : "";
	return [`${ids.length} ${what} (${ids.slice(0, MOST_NAMED).join(", ")}${rest})`];
}
/** @throws UserError for a bank that the head breaks. */
async function loadHeadBank(ends, project) {
	const file = besideConfig(project.configFile, project.config.bank);
	if (ends.base.paths.get(file) === ends.head.paths.get(file)) return {
		added: [],
		loosened: []
	};
	const read = async (side) => ends[side].paths.has(file) ? loadBank(ends[side].source, file) : createBank(file, []);
	const [base, head] = [await read("base"), await read("head")];
	const change = diffBank(base, head);
	return {
		added: change.added.filter(({ id }) => !project.bank.byId.has(id)),
		loosened: bankLoosened(base, change)
	};
}
/** No number: no limit. */
const grows = (base, head) => numberOr(head, Infinity) > numberOr(base, Infinity);
const shrinks = (base, head) => numberOr(head, -Infinity) < numberOr(base, -Infinity);
/** Who judges, in which order they are asked, and by what text: neither way is the stricter one. */
const differs = (base, head) => JSON.stringify(base) !== JSON.stringify(head);
const gainsNames = (base, head) => head.some((name) => !base.includes(name));
const stepsDown = (...strictToLoose) => (base, head) => strictToLoose.indexOf(String(head)) > strictToLoose.indexOf(String(base));
const actsLess = stepsDown("fail", "inconclusive", "report");
/** One rule for every option; the compiler keeps the list whole. */
const RULES = {
	spec: "no-policy",
	models: "no-policy",
	clauses: differs,
	ignore: gainsNames,
	promptWithout: differs,
	specUse: differs,
	bank: differs,
	coverage: "no-policy",
	seeding: "no-policy",
	labelled: differs,
	judgeContext: differs,
	judgeExamples: differs,
	judges: differs,
	classifier: differs,
	onInconclusive: actsLess,
	approvers: gainsNames,
	disclose: stepsDown("ids", "excerpts", "full"),
	auditShare: shrinks,
	seed: differs,
	nightly: differs,
	repair: "no-policy",
	storePath: "no-policy",
	store: differs,
	outputDir: "no-policy"
};
const GROUPS = {
	selection: {
		scenarios: shrinks,
		extendTo: shrinks,
		modelScenarios: (base, head) => numberOr(head, 900) < numberOr(base, 900),
		replicates: (base, head) => {
			const [was, is] = [base, head];
			return is.base < was.base || is.confirm < was.confirm;
		}
	},
	margins: mapMetrics(() => grows),
	limits: mapMetrics(({ worse }) => worse === "up" ? grows : shrinks),
	actions: {
		...mapMetrics(() => actsLess),
		newOutliers: actsLess,
		untested: actsLess,
		policyChange: actsLess,
		unprovenJudges: stepsDown("inconclusive", "undefined", "report"),
		unseen: actsLess
	},
	budget: {
		calls: grows,
		usd: grows,
		minutes: grows,
		dayUsd: grows,
		weekUsd: grows,
		repairUsd: grows,
		allowUnknownPrices: (base, head) => head === true && base !== true
	}
};
/** Every option that the head loosens, in the schema's order. An equal or stricter head gives an empty list. */
function listLoosened(base, head) {
	const single = compareOptions("", RULES, {
		base,
		head
	});
	const grouped = Object.entries(GROUPS).flatMap(([group, rules]) => {
		const name = group;
		return compareOptions(`${group}.`, rules, {
			base: base[name],
			head: head[name]
		});
	});
	const named = ["providers", "prices"].flatMap((group) => {
		const names = [.../* @__PURE__ */ new Set([...Object.keys(base[group]), ...Object.keys(head[group])])].sort();
		const rules = Object.fromEntries(names.map((name) => [name, differs]));
		return compareOptions(`${group}.`, rules, {
			base: base[group],
			head: head[group]
		});
	});
	return [
		...single,
		...grouped,
		...named
	];
}
function compareOptions(prefix, rules, sides) {
	const [base, head] = [new Map(Object.entries(sides.base)), new Map(Object.entries(sides.head))];
	return Object.entries(rules).flatMap(([name, isLooser]) => {
		const [was, is] = [base.get(name), head.get(name)];
		if (isLooser === "no-policy" || !isLooser(was, is)) return [];
		const note = isReordered(was, is) ? " (the same in another order)" : "";
		return [{
			option: `${prefix}${name}`,
			base: describe(was),
			head: `${describe(is)}${note}`
		}];
	});
}
/** Two lists of the same entries: side by side they look alike. */
function isReordered(base, head) {
	if (!Array.isArray(base) || !Array.isArray(head)) return false;
	const entriesOf = (list) => JSON.stringify(list.map((entry) => JSON.stringify(entry)).sort());
	return entriesOf(base) === entriesOf(head);
}
function numberOr(value, missing) {
	return typeof value === "number" ? value : missing;
}
function describe(value) {
	if (value === void 0) return "(none)";
	return typeof value === "string" ? value : JSON.stringify(value);
}
/**
* The change's own edit of the config, by three ways: what the base branch did meanwhile is no part of it.
* @throws UserError for a config that the head breaks.
*/
async function loadHeadConfig(ends, subject) {
	const { project, patterns } = subject;
	const { configFile } = project;
	const before = ends.base.paths.has(configFile) ? await loadConfig(ends.base.source, configFile) : void 0;
	const after = ends.head.paths.has(configFile) ? await loadConfig(ends.head.source, configFile) : void 0;
	const { models } = project.panel;
	const untouched = {
		models: {
			base: models,
			head: models
		},
		notAllowed: []
	};
	if (before === void 0) return {
		...untouched,
		loosened: []
	};
	if (after === void 0) return {
		...untouched,
		loosened: [{
			option: configFile,
			base: "the policy",
			head: "removed"
		}]
	};
	const { allowed, refused } = splitAllowed(after.models, project);
	return {
		loosened: [
			...await specLoosened(ends, {
				project,
				patterns,
				before,
				after
			}),
			...listLoosened(before, after),
			...filesLoosened(ends, {
				configFile,
				configs: [before, project.config]
			})
		],
		models: {
			base: await resolveModels(project, ends.base.source, splitAllowed(before.models, project).allowed),
			head: await resolveModels(project, ends.head.source, allowed)
		},
		notAllowed: refused.map(({ id }) => createFinding({
			code: "modelNotAllowed",
			args: {
				model: id,
				provider: providerName({ id })
			},
			severity: "warning"
		}))
	};
}
function splitAllowed(models, project) {
	const isAllowed = (entry) => isAllowedModel(project, optionsOf(entry));
	return {
		allowed: models.filter(isAllowed),
		refused: models.filter((entry) => !isAllowed(entry)).map(optionsOf)
	};
}
/**
* The head's config may name the spec's files by other words; other files are another spec. A change that names them as it found
* them has no part in what the policy of today names meanwhile.
*/
async function specLoosened(ends, subject) {
	const { project, patterns, before, after } = subject;
	const own = specPatterns(project.configFile, after);
	const ofPolicy = specPatterns(project.configFile, project.config);
	const isNamedAs = (names) => JSON.stringify(names) === JSON.stringify(own);
	if (isNamedAs(patterns)) return [];
	const isUntouched = isNamedAs(specPatterns(project.configFile, before));
	const isRenamed = JSON.stringify(patterns) !== JSON.stringify(ofPolicy);
	if (isNamedAs(ofPolicy) || isUntouched && isRenamed) throw leftBehind(project.configFile, {
		before: ofPolicy,
		patterns
	});
	if (isUntouched) return [];
	const filesOf = async (names) => (await readSpecFiles(ends.head.source, names)).map(({ file }) => file).join(", ");
	const [base, head] = [await filesOf(patterns), await filesOf(own)];
	return base === head ? [] : [{
		option: "spec",
		base,
		head
	}];
}
/** A spec that was renamed under a config that keeps its old name: nothing could be checked after it is merged. */
function leftBehind(file, { before, patterns }) {
	const renamed = before.flatMap((path, index) => path === patterns[index] ? [] : [[path, patterns[index]]]);
	return new UserError({
		message: `this change renames ${renamed.map(([path, now]) => `${path} to ${now}`).join(", ")}, and ${file} keeps the old name`,
		hint: `name it in this change as well, under spec: what is merged without it stops every later check`,
		place: { file }
	});
}
/**
* Config, bank and their files at both ends of a change; `patterns` name the spec in the head.
* @throws UserError for a config or bank that the head breaks.
*/
async function loadHeadPolicy(ends, subject) {
	const { project } = subject;
	const config = await loadHeadConfig(ends, subject);
	const bank = await loadHeadBank(ends, project);
	const loosened = [
		...config.loosened,
		...modelsLoosened(config.models),
		...bank.loosened
	];
	const blocks = project.config.actions.policyChange === "fail";
	return {
		grounds: [...blocks ? describeLoosened(loosened, "error") : [], ...config.notAllowed],
		notes: blocks ? [] : describeLoosened(loosened, "notice"),
		models: config.models,
		added: bank.added
	};
}
/**
* A removed model that none replaces: later changes are tested on fewer models. This change is still tested on all of
* them.
*/
function modelsLoosened({ base, head }) {
	const { removed, changed } = pairModels(base, head);
	const gone = removed.filter((model) => !changed.some((pair) => pair.base === model)).map(({ ref }) => ref.id);
	if (gone.length === 0) return [];
	return [{
		option: "models",
		base: `${base.length} models`,
		head: `${gone.length} removed (${gone.join(", ")})`
	}];
}
function describeLoosened(loosened, severity) {
	return loosened.map((option) => createFinding({
		code: "policyLoosened",
		args: { ...option },
		severity
	}));
}
/**
* The patterns of the head's own config, where the change edits them and they name all files that `patterns` name there, and more;
* else `patterns`. That a spec is tested on more text loosens nothing; one that leaves out a file is another spec.
* @throws UserError for a config of the head that cannot be read.
*/
async function widenPatterns({ base, head }, { configFile, config }, patterns) {
	if (!await isFileThere(head, configFile)) return patterns;
	const own = specPatterns(configFile, await loadConfig(head, configFile));
	const isOwn = (names) => JSON.stringify(names) === JSON.stringify(own);
	if (isOwn(patterns) || isOwn(specPatterns(configFile, config))) return patterns;
	const before = await loadConfig(base, configFile).catch(leaveOutUnreadable);
	if (before !== void 0 && isOwn(specPatterns(configFile, before))) return patterns;
	const filesOf = async (names) => (await readSpecFiles(head, names)).map(({ file }) => file);
	const files = await filesOf(patterns).catch(leaveOutUnreadable);
	if (files === void 0) return patterns;
	const ownFiles = new Set(await filesOf(own));
	return files.every((file) => ownFiles.has(file)) ? own : patterns;
}
/** @throws UserError for a spec that is missing or cannot be read on either side. */
async function loadHeadSpec(ends, project) {
	const { configFile, config } = project;
	const patterns = await headPatterns(ends, project);
	return {
		base: await loadSpec(ends.base.source, {
			configFile,
			config
		}),
		head: await loadSpec(ends.head.source, {
			configFile,
			config,
			patterns
		}),
		patterns
	};
}
/** What names the spec in the head: renames followed, and with the files that the head takes into it. */
async function headPatterns({ repo, base, head }, { configFile, config }) {
	const followed = await followRenames(repo, specPatterns(configFile, config), {
		from: base.sha,
		to: head.sha,
		isThere: (path) => head.paths.has(path) || !base.paths.has(path)
	});
	if (base.paths.get(configFile) === head.paths.get(configFile)) return followed;
	return widenPatterns({
		base: base.source,
		head: head.source
	}, {
		configFile,
		config
	}, followed);
}
/**
* Reads a change as data and prepares it under the base branch's policy.
* @throws UserError for a spec, config or bank that cannot be read on either side.
*/
async function prepareChange(ends, project, names) {
	const spec = await loadHeadSpec(ends, project);
	refuseTwins(ends, await filesRead(ends, project, spec.patterns));
	const policy = await loadHeadPolicy(ends, {
		project,
		patterns: spec.patterns
	});
	const head = {
		ref: names.head,
		sha: ends.head.sha
	};
	const base = {
		ref: names.base,
		sha: ends.base.sha,
		spec: spec.base
	};
	const specCheck = prepareSpecCheck(project, {
		base,
		head: {
			...head,
			spec: spec.head
		}
	});
	const models = prepareModelCheck(project, {
		spec: base,
		head,
		baseModels: policy.models.base,
		headModels: policy.models.head
	});
	const { removed } = pairModels(policy.models.base, policy.models.head);
	const notes = [...policy.notes, ...(specCheck.changes.length === 0 ? [] : removed).map(({ ref }) => createFinding({
		code: "removedModelStillEvaluated",
		args: { model: ref.id },
		severity: "notice"
	}))];
	const hasOther = policy.grounds.length + notes.length > 0;
	const needsSpecReport = hasSpecNews(specCheck) || hasOther && models === void 0;
	return {
		checks: {
			spec: needsSpecReport ? specCheck : void 0,
			added: policy.added,
			models
		},
		grounds: policy.grounds,
		notes,
		project: withModels(project, [...policy.models.base, ...policy.models.head]),
		isTouched: needsSpecReport || models !== void 0
	};
}
/** A project that may ask these models, too. */
function withModels(project, models) {
	const known = new Set(project.panel.models.map(({ ref }) => ref.id));
	const further = models.filter(({ ref }) => !known.has(ref.id));
	return {
		...project,
		panel: {
			...project.panel,
			models: [...project.panel.models, ...further]
		}
	};
}
const WEIGHTS = {
	pass: 0,
	inconclusive: 1,
	fail: 2
};
/** Whether the first report blocks more than the second. An accepted verdict does not block. */
function isWorse(one, other) {
	return weigh(one) > weigh(other);
}
function weigh({ verdict }) {
	return verdict.resolution === void 0 ? WEIGHTS[verdict.status] : .5;
}
/**
* The same check with the head's scenarios first, so that every round has them; undefined where none tests the change. At
* most as many as the policy's own first selection: a flood of them is not paid for.
*/
function addHeadScenarios(project, prepared, added) {
	const { subject, changes } = prepared;
	const { scenarios: size } = subject.policy.selection;
	const { linked } = selectScenarios({
		bank: createBank(project.bank.file, added),
		changes,
		size,
		extendTo: size,
		seed: subject.policy.seed,
		suggestions: "none"
	});
	if (linked.length === 0) return void 0;
	const tested = new Set(linked.flatMap(({ reason }) => reason.kind === "linked" ? reason.clauses : []));
	const untested = subject.untested.filter(({ clause }) => !tested.has(clause));
	return {
		...prepared,
		subject: addScenarios({
			...subject,
			untested
		}, linked)
	};
}
/**
* Decides on the base bank alone and, unless that fails already, on both together; the worse verdict is the one reported.
* Shared answers are asked once.
*/
async function runWithAdditions(checks, context, options) {
	const { own, together } = checks;
	const first = await runCheck(own, context, options);
	if (together === void 0 || first.report.verdict.status === "fail") return first;
	const scenarios = together.subject.selected.length - own.subject.selected.length;
	const second = await runCheck(together, context, options);
	const decided = isWorse(second.report, first.report);
	const note = createFinding({
		code: "headScenarios",
		args: {
			scenarios,
			decided
		},
		severity: "notice"
	});
	const { report, evidence } = decided ? second : first;
	return {
		evidence,
		report: {
			...report,
			needed: second.report.needed,
			notes: [...report.notes, note]
		}
	};
}
/**
* Runs the checks and closes the run; the report that blocks most comes first. What was paid for is told in `run.json` in
* `folder`, whatever ended the run.
*/
async function judgeChange(checks, means, options) {
	const { project, run, folder, whileOpen } = means;
	const judge = async () => {
		const judged = await runChange(checks, {
			project,
			run
		}, options);
		await whileOpen?.(judged);
		return judged;
	};
	return {
		reports: rankReports(await judge().catch((error) => {
			writeRunRecord(folder, run.close());
			throw error;
		})),
		record: run.close()
	};
}
/** One report a comparison, spec first. Grounds and notes of the change stand in the first. */
async function runChange(checks, context, options) {
	const { spec, added = [], models } = checks;
	const reports = [];
	if (spec !== void 0) {
		const tally = context.run.startTally();
		const own = await coverChange(spec, {
			...context,
			tally
		});
		const checked = await runWithAdditions({
			own,
			together: added.length === 0 ? void 0 : addHeadScenarios(context.project, own, added)
		}, context, {
			...options,
			tally
		});
		reports.push({
			name: "spec",
			...checked
		});
	}
	if (models !== void 0) {
		const outer = spec === void 0 ? options : {
			grounds: [],
			notes: []
		};
		const grounds = [...outer.grounds, ...models.grounds];
		const notes = [...outer.notes, ...models.notes];
		reports.push({
			name: "models",
			...await runCheck(models, context, {
				...options,
				grounds,
				notes
			})
		});
	}
	return reports;
}
/** The same reports, the one that blocks most first. */
function rankReports(reports) {
	return [...reports].sort((a, b) => Number(isWorse(b.report, a.report)) - Number(isWorse(a.report, b.report)));
}
/** Two lines, each with its line feed; without colours, since they go where progress goes. */
function renderRunStart({ scenarios, models, judges, ...calls }) {
	const sheet = createSheet({});
	const tested = say`${plural(scenarios, "scenario")}, ${plural(models, "model")}, ${plural(judges, "judge")}`;
	const asked = say`up to ${count(calls.toMake)} to make in the first round · ${count(calls.stored)} stored${writePrice(calls)}`;
	return [...block("Testing", [plainText(tested)], sheet), ...block("Calls", [plainText(asked)], sheet)].map((line) => `${line}\n`).join("");
}
/** Nothing where the models cost nothing. */
function writePrice({ usd, budget }) {
	if (usd === "unknown") return say` · price unknown (budget ${dollars(budget)})`;
	return usd === 0 ? say`` : say` · about ${dollars(usd)} (budget ${dollars(budget)})`;
}
/**
* Open questions, which a policy may let pass: what was asked does not decide, or there was nothing to ask. Any other ground means
* that evidence was never gathered, was lost or cannot be trusted, and no policy lets that pass.
*/
const OPEN = /* @__PURE__ */ new Set([
	"couldHaveShown",
	"clauseUndecided",
	"looseningUnseen",
	"untestedClause",
	"modelNotCompared",
	"changedOutOfSight",
	"moreOutOfSight",
	"textOutsideClauses",
	"ignoredLines",
	"shownToJudgesOnly",
	"moreLikeThese"
]);
/** An accepted verdict does not block, and neither does an open question that the policy only reports. */
function exitCodeOf(report, onInconclusive) {
	const { status, resolution, reasons } = report.verdict;
	if (status === "pass" || resolution !== void 0) return EXIT.pass;
	if (status === "fail") return EXIT.fail;
	const grounds = reasons.filter(({ severity }) => severity !== "notice");
	const isOpen = grounds.length > 0 && grounds.every(({ code }) => OPEN.has(code));
	return onInconclusive === "report" && isOpen ? EXIT.pass : EXIT.inconclusive;
}
/** Of several comparisons of one change: a failure weighs more than an open question. No comparison is no pass. */
function worstExitCode(reports, onInconclusive) {
	if (reports.length === 0) return EXIT.inconclusive;
	const codes = reports.map((report) => exitCodeOf(report, onInconclusive));
	return codes.find((code) => code === EXIT.fail) ?? codes.find((code) => code !== EXIT.pass) ?? EXIT.pass;
}
/**
* Begins the file anew and appends each answer as it comes in; an answer that was used twice is written once.
* @throws UserError where the file cannot be written.
*/
function openRecordingFile(path) {
	const written = /* @__PURE__ */ new Set();
	try {
		makeFolder(dirname(path));
		writeFileSync(path, "");
	} catch (error) {
		const reason = error.code ?? String(error);
		throw new UserError({
			message: `${path} cannot be written (${reason})`,
			hint: "name another file with --record"
		});
	}
	return (request, completion) => {
		const key = recordingKey(request);
		if (written.has(key)) return;
		written.add(key);
		appendFileSync(path, `${serializeRecording(request, completion)}\n`);
	};
}
/** @throws UserError for a store that holds files of the commit at hand: whoever wrote that may have made them up. */
async function refuseCommittedStore(root, storeFolder) {
	const folders = (existsSync(storeFolder) ? [storeFolder, realpathSync(storeFolder)] : [storeFolder]).map((place) => relative(root, place).replaceAll("\\", "/"));
	const brought = (await listTree(root, await resolveRef(root, "HEAD"))).find((entry) => folders.some((folder) => fills(entry, folder)));
	if (brought === void 0) return;
	throw new UserError({
		message: "this commit says what answers are stored, and nobody can say who gave them: no change is judged on answers of its own",
		hint: `git rm --cached -r ${brought.path}, put ${folders[0]} into .gitignore, and let your service keep the folder between runs`,
		place: { file: brought.path }
	});
}
/** A segment of the folder, or what stands at its place or at that of one above it: a link, or another repository. */
function fills({ path }, folder) {
	if (path === folder || folder.startsWith(`${path}/`)) return true;
	return path.startsWith(`${folder}/`) && isSegmentName(basename(path));
}
/** The spec comparison is left out where only models differ. */
function prepareSides({ project, base, head, models, added = [] }) {
	const spec = prepareSpecCheck(project, {
		base,
		head
	});
	const { ref, sha } = head;
	const modelCheck = models && prepareModelCheck(project, {
		spec: base,
		head: {
			ref,
			...whereDefined({ sha })
		},
		baseModels: models.base,
		headModels: models.head
	});
	return {
		checks: {
			spec: hasSpecNews(spec) || modelCheck === void 0 ? spec : void 0,
			added,
			models: modelCheck
		},
		project: models === void 0 ? project : withModels(project, [...models.base, ...models.head])
	};
}
/** One note with the options that are looser than in `base`; none where nothing is, or where base has no usable config. */
async function noteOwnPolicy(base, own) {
	const before = await loadConfig(base.source, own.configFile).catch(leaveOutUnreadable);
	if (before === void 0) return [];
	const options = listLoosened(before, own.config).map(({ option }) => option);
	if (options.length === 0) return [];
	return [createFinding({
		code: "judgedByOwnPolicy",
		args: {
			base: base.ref,
			options
		},
		severity: "warning"
	})];
}
/**
* The commit that is named, the one to compare with, and the tip of what is checked out. Under the base's policy no history may
* be missing: whoever made the branch may have put another merge base beyond what is here.
*/
async function resolveBase(root, { base, basePolicy, env }) {
	if (base === void 0) throw new UserError({
		message: "there is nothing to compare with",
		hint: "name what to compare with: --base main for your branch, --base HEAD for what is not committed yet"
	});
	if (base.trim() === "") throw new UserError({
		message: "--base is empty: the command that was to name it printed nothing",
		hint: "name the branch to compare with, such as origin/main: where the change left it, the gate finds out"
	});
	const named = await resolveRef(root, base);
	const tip = await resolveRef(root, "HEAD");
	const [branchedOff, ...others] = await mergeBases(root, named, tip);
	if (others.length > 0) throw severalMergeBases(base);
	if (basePolicy === true && branchedOff !== named && await isShallow(root)) throw new UserError({
		message: `this clone does not reach back far enough to tell where the branch left ${base}`,
		hint: howToDeepen(env ?? {})
	});
	return {
		ref: base.replace(/^refs\/(?:heads|remotes|tags)\//, ""),
		named,
		sha: branchedOff ?? named,
		tip
	};
}
/**
* A branch that is compared with itself passes whatever it does. Services differ in what they call the target of a build that is of
* no pull request: for some it is the branch that was pushed.
*/
function nothingOfItsOwn(ref) {
	return new UserError({
		message: `${ref} has every commit of what is checked out: there is no change to judge`,
		hint: "name the default branch in full, such as --base refs/remotes/origin/main; a build of that branch itself fills the store: check --mode seed"
	});
}
/**
* The project and both specs. With `base` the base is where the work branched off that ref and the head is the working
* tree; with `baseSpec` and `headSpec` both are files; with `baseModel` and `headModel` the spec is the same on both.
* @throws UserError for anything missing.
*/
async function loadSides(options) {
	const configPath = resolve(options.cwd, options.config);
	if (options.baseModel !== void 0 || options.headModel !== void 0) return loadModelSides(options, configPath);
	if (options.baseSpec !== void 0 || options.headSpec !== void 0) return loadFileSides(options, configPath);
	const root = await findRepository(options.cwd);
	if (root === void 0) throw new UserError({
		message: "this folder is not in a git repository",
		hint: "git init makes it one; two files are compared with --base-spec and --head-spec"
	});
	const { ref, named: policySha, sha, tip } = await resolveBase(root, options);
	const configFile = relative(root, configPath).replaceAll("\\", "/");
	const worktree = {
		kind: "worktree",
		root
	};
	const commit = {
		kind: "commit",
		repo: root,
		sha
	};
	const policy = options.basePolicy === true ? {
		kind: "commit",
		repo: root,
		sha: policySha
	} : worktree;
	const project = await loadProject(policy, configFile);
	const { config } = project;
	const ends = options.basePolicy === true ? await openChange(root, {
		base: sha,
		head: tip
	}) : void 0;
	const outdated = ends && await findOutdated(ends, {
		project,
		policy: await openEnd(root, policySha)
	});
	const named = outdated?.patterns ?? specPatterns(configFile, config);
	const { before, now } = await nameSides({
		base: commit,
		head: worktree
	}, {
		project,
		named,
		policy: ends === void 0 ? "own" : "base",
		renames: {
			root,
			from: sha,
			to: tip
		}
	});
	const load = async (source, patterns) => patterns.length === 0 ? NO_SPEC : loadSpec(source, {
		configFile,
		config,
		patterns
	});
	const base = await load(commit, before);
	const head = await load(worktree, now);
	const models = await loadListedModels({
		base: commit,
		head: worktree
	}, project);
	const isSame = isAlike(base.files, head.files) && isAlike(models?.base, models?.head);
	if (ends !== void 0 && sha === tip && isSame) throw nothingOfItsOwn(ref);
	const ofPolicy = ends !== void 0 ? await loadBranchPolicy(ends, {
		project,
		base,
		head,
		patterns: now,
		...whereDefined({ outdated })
	}) : { notes: await noteOwnPolicy({
		ref,
		source: commit
	}, {
		configFile,
		config
	}) };
	return {
		project,
		base: {
			ref,
			sha,
			spec: base
		},
		head: {
			ref: "working tree",
			spec: head
		},
		root,
		...ofPolicy,
		...whereDefined({ models })
	};
}
/** What names the spec's files on each side. One that the branch renamed is still the spec, whichever of its names the config has. */
async function nameSides({ base, head }, how) {
	const { project, named, policy, renames } = how;
	const { root, from, to } = renames;
	const before = await followRenames(root, policy === "base" ? named : await patternsOf(base, project.configFile, named), {
		from: to,
		to: from,
		isThere: (path) => isFileThere(base, path)
	});
	const isThere = (path) => existsSync(resolve(root, path));
	const followed = await followRenames(root, named, {
		from,
		to,
		isThere
	});
	return {
		before,
		now: policy === "base" ? await widenPatterns({
			base,
			head
		}, project, followed) : followed
	};
}
function isAlike(one, other) {
	return JSON.stringify(one) === JSON.stringify(other);
}
const NO_SPEC = {
	clauses: [],
	hash: "",
	files: []
};
/** The branch's commits touch nothing then; the working tree may hold more. */
function noteOutdated({ absent: files }, { base, head }) {
	if (!isAlike(base.files, head.files)) throw onPart(files);
	return [createFinding({
		code: "outdatedBranch",
		args: { files },
		severity: "notice"
	})];
}
async function loadBranchPolicy(ends, subject) {
	const { project, patterns, outdated } = subject;
	if (outdated !== void 0) return {
		grounds: [],
		notes: noteOutdated(outdated, subject)
	};
	refuseTwins(ends, await filesRead(ends, project, patterns));
	return loadHeadPolicy(ends, {
		project,
		patterns
	});
}
/**
* The spec as the base's own config names it: a file that the branch takes into the spec is new there, and one that it leaves out is
* gone. What the branch names, where the base has no usable config, or its config names what is not there.
*/
async function patternsOf(commit, configFile, named) {
	try {
		const own = specPatterns(configFile, await loadConfig(commit, configFile));
		const files = own.filter((pattern) => !pattern.startsWith("!"));
		return (await Promise.all(files.map((path) => isFileThere(commit, path)))).every(Boolean) ? own : named;
	} catch (error) {
		if (error instanceof UserError) return named;
		throw error;
	}
}
async function loadFileSides(options, configPath) {
	const { baseSpec, headSpec } = options;
	if (baseSpec === void 0 || headSpec === void 0) throw new UserError({
		message: "--base-spec and --head-spec go together",
		hint: "give both files"
	});
	if (options.base !== void 0 || options.basePolicy === true) throw new UserError({ message: "two files have no base branch: leave --base and --base-policy out" });
	const root = dirname(configPath);
	const project = await loadProject({
		kind: "worktree",
		root
	}, basename(configPath));
	const read = async (file) => ({
		ref: file,
		spec: await loadSpecFile(shortest(options.cwd, resolve(options.cwd, file)), {
			cwd: options.cwd,
			clauses: project.config.clauses,
			ignore: project.config.ignore
		})
	});
	return {
		project,
		base: await read(baseSpec),
		head: await read(headSpec),
		root
	};
}
async function loadModelSides(options, configPath) {
	const { baseModel, headModel, baseSpec, headSpec, base } = options;
	if (baseModel === void 0 || headModel === void 0 || baseModel === headModel) throw new UserError({
		message: "--base-model and --head-model go together",
		hint: "name two different models"
	});
	if ([
		baseSpec,
		headSpec,
		base
	].some((other) => other !== void 0)) throw new UserError({ message: "--base-model compares on one spec: leave --base, --base-spec and --head-spec out" });
	const root = dirname(configPath);
	const source = {
		kind: "worktree",
		root
	};
	const project = await loadProject(source, basename(configPath));
	const spec = await loadSpec(source, {
		configFile: project.configFile,
		config: project.config
	});
	const models = await loadNamedModels(source, project, {
		base: baseModel,
		head: headModel
	});
	return {
		project,
		base: {
			ref: baseModel,
			spec
		},
		head: {
			ref: headModel,
			spec
		},
		models,
		root
	};
}
function shortest(cwd, path) {
	const short = relative(cwd, path);
	return short.startsWith("..") || isAbsolute(short) ? path : short;
}
async function runCheckCommand(options, context) {
	const sides = await loadSides({
		...options,
		cwd: context.cwd,
		env: context.env
	});
	const { checks, project } = prepareSides(sides);
	const place = {
		root: sides.root,
		config: project.config,
		given: options.store
	};
	const { store, storeFolder } = await openCommandStore(place, context);
	const onAnswer = options.record === void 0 ? {} : { onAnswer: openRecordingFile(resolve(context.cwd, options.record)) };
	if (options.basePolicy === true && context.storeSecret === void 0) await refuseCommittedStore(sides.root, storeFolder);
	const run = openCommandRun({
		project,
		store,
		...onAnswer,
		...batchFolderOf(options, { storeFolder })
	}, context);
	const disclosure = options.disclose === void 0 ? {} : { disclosure: options.disclose };
	const folder = openReportFolder(resolve(context.cwd, options.outputDir ?? project.config.outputDir), sides.root);
	const categories = checks.models === void 0 ? {} : { categories: await readValueCategories(context.packageRoot) };
	const { reports, record } = await judgeChange(checks, {
		project,
		run,
		folder
	}, {
		...disclosure,
		...categories,
		...readsNoReviews(options, {
			env: context.env,
			root: sides.root
		}) && { acceptances: "not-read" },
		onStart: (start) => context.remark(renderRunStart(start)),
		grounds: sides.grounds ?? [],
		notes: sides.notes ?? []
	});
	const views = reports.map(({ name, report, evidence }, index) => {
		const files = {
			report,
			evidence,
			run: record,
			...index !== 0 && { name }
		};
		const written = writeReports(folder, files);
		context.remark(describeUnwritten(written.unwritten));
		const [reportPath, reportJson] = [written.html, written.json].map((path) => relative(context.cwd, path));
		return {
			report,
			run: record,
			...whereDefined({
				reportPath,
				reportJson
			})
		};
	});
	const paint = createPaint(context.output.colour);
	context.print(options.json === true ? views.slice(0, 1).map(renderJson).join("") : views.map((view) => renderTerminal(view, {
		paint,
		width: context.output.columns
	})).join("\n"));
	return worstExitCode(views.map(({ report }) => report), project.config.onInconclusive);
}
/** A check on a developer's machine may be one of a change that the Action will judge, whose reviews are read. */
function readsNoReviews({ basePolicy }, { env, root }) {
	const server = originServer(root);
	return basePolicy === true || findCiService(env) !== void 0 || server !== void 0 && server !== "github";
}
export { createShareTally as A, wilson as B, judgeCheck as C, listFalseRefusals as D, ALL_TOPICS as E, judgesOf as F, loadNamedModels as G, specTextNotes as H, modelsOf as I, createSelectionPool as J, prepareModelCheck as K, onceForRows as L, filterRows as M, groupByScenario as N, tabulateResponseTypes as O, isAgainst$1 as P, responsesIn as R, readValueCategories as S, crossJudge as T, fewNames as U, listAmbiguous as V, disclose as W, describeUnwritten as _, renderRunStart as a, writeRunRecord as b, runChange as c, findOutdated as d, filesThatCount as f, openEnd as g, openChange as h, worstExitCode as i, studyRun as j, typesByModel as k, prepareChange as l, listRenames as m, loadSides as n, judgeChange as o, diffBlobs as p, clopperPearson as q, prepareSides as r, rankReports as s, runCheckCommand as t, headPatterns as u, openReportFolder as v, runCheck as w, categoriesOf as x, writeReports as y, rowsIn as z };
