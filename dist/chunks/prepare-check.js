import { i as sha256, n as hashJson } from "./canonical-json.js";
import { t as whereDefined } from "./where-defined.js";
import { d as mean, n as METRICS, t as BLOCKING_METRICS } from "./metrics.js";
import { T as isBeyondAll, t as createFinding } from "./messages.js";
import { r as withClauses } from "./light-bank.js";
import { s as decisionPolicy } from "./labelled.js";
import { s as currentId, u as shownTitle } from "./block-clauses.js";
import { r as parseMarkdown, t as findNodes } from "./markdown-tree.js";
import { i as scenarioText } from "./lexical-vector.js";
import { t as isGlobal } from "./clause.js";
import { f as findCarriedText, l as pairClauses, p as isSubstantive } from "./reply.js";
import { i as changedSentences, n as createWeighing, r as dotTerms, t as countTerms } from "./term-weights.js";
import { t as hiddenIn } from "./shown-clause.js";
import { E as confirmDigest, b as answerName, t as writtenSpec, x as drawName } from "./written-spec.js";
import { t as diffSpec } from "./diff.js";
import { t as followLinks } from "./follow-links.js";
import { t as selectControls } from "./select-controls.js";
import { o as publishCenter, r as vectorize, t as lexicalMeasure } from "./vectorize.js";
import { n as createFarthestSearch, t as orderBySeed } from "./seeded-order.js";
/**
* Every cell of a range. Both arms of one response stand side by side in an order given by hash, so that a drift of the
* provider within the run meets both arms alike.
*/
function listCellTasks(comparison, range) {
	const tasks = [];
	for (const scenario of range.scenarios) for (let draw = 1; draw <= Math.max(range.draws.base, range.draws.head); draw += 1) for (const slot of comparison.slots) {
		const at = {
			stage: range.stage,
			n: draw
		};
		const [name, answer] = [drawName(comparison, slot, at), answerName(comparison, slot, at)];
		const identity = sha256(`${scenario.id}\n${slot.base.ref.id}\n${name}`);
		const audited = Number.parseInt(identity.slice(0, 8), 16) / 2 ** 32 < comparison.auditShare;
		const arms = Number.parseInt(identity.at(-1), 16) % 2 === 0 ? ["base", "head"] : ["head", "base"];
		for (const arm of arms) {
			if (draw > range.draws[arm]) continue;
			tasks.push({
				scenario,
				slot,
				arm,
				stage: range.stage,
				draw,
				drawName: name,
				answerName: answer,
				audited
			});
		}
	}
	return tasks;
}
/** The same models under two texts. */
function compareSpecs(sides, rules) {
	const { base, head, changes, models } = sides;
	const prompts = {
		base: promptOf(base, rules),
		head: promptOf(head, rules)
	};
	return {
		kind: rules.specUse,
		slots: models.map((model) => ({
			id: model.ref.id,
			base: respondent(model, prompts.base),
			head: respondent(model, prompts.head)
		})),
		clauses: pairClauses(base, head, changes),
		digest: confirmDigest({
			baseHash: base.hash,
			headHash: head.hash,
			policyHash: rules.policyHash
		}),
		...shared(rules)
	};
}
/**
* Two panels under one text. A pair holds the models that answer for one slot, named after the head's; a model without a
* counterpart is not compared.
*/
function compareModels(sides, rules) {
	const { spec, pairs } = sides;
	const text = promptOf(spec, rules);
	return {
		kind: "model",
		slots: pairs.map(({ base, head }) => ({
			id: head.ref.id,
			base: respondent(base, text),
			head: respondent(head, text)
		})),
		clauses: pairClauses(spec, spec, []),
		digest: confirmDigest({
			baseHash: spec.hash,
			headHash: hashPairs(pairs),
			policyHash: rules.policyHash
		}),
		...shared(rules),
		...whereDefined({ poolDraws: rules.poolDraws })
	};
}
function hashPairs(pairs) {
	const describe = ({ ref, system }) => [{ ...ref }, system ?? null];
	return hashJson(pairs.map(({ base, head }) => [describe(base), describe(head)]));
}
function shared({ judges, classifier, scoredDraws, judgeContext, auditShare }) {
	return {
		judges,
		classifier,
		scoredDraws,
		judgeContext,
		auditShare
	};
}
function promptOf(spec, { specUse, promptWithout }) {
	return specUse === "prompt" ? writtenSpec(spec, promptWithout) : void 0;
}
function respondent({ ref, system, recorded }, spec) {
	return {
		ref,
		...whereDefined({ recorded }),
		...system !== void 0 && system !== "" && { system },
		...whereDefined({ spec })
	};
}
/** With fewer scored scenarios a clause is not ranked. */
const FEWEST_SCENARIOS = 3;
const FEWEST_CLAUSES = 4;
/** The upper quarter of the clauses by mean D, the most contested first. */
function findContestedClauses(scenarios) {
	const found = /* @__PURE__ */ new Map();
	for (const { clauses, disagreement } of scenarios) {
		if (disagreement === void 0) continue;
		for (const clause of new Set(clauses)) {
			const own = found.get(clause) ?? [];
			found.set(clause, own);
			own.push(disagreement);
		}
	}
	const levels = [...found].filter(([, own]) => own.length >= FEWEST_SCENARIOS).map(([clause, own]) => ({
		clause,
		level: mean(own),
		scenarios: own.length
	})).sort((a, b) => b.level - a.level || (a.clause < b.clause ? -1 : 1));
	if (levels.length < FEWEST_CLAUSES) return [];
	return levels.slice(0, Math.floor(levels.length / 4)).map((one, index) => ({
		...one,
		rank: index + 1,
		of: levels.length
	}));
}
/** Words of an id that say what a clause is about; shorter ones stand in every sentence. */
const LEAST_LETTERS = 4;
const LEAST_WORDS = 2;
/** Letters by which words are told apart: `promise` and `promised` are one. */
const STEM = 5;
/** Share of an id's words that the reworded clause must still have, and by how much it must lead. */
const LEAST_SHARE = .5;
const LEAD = 1.5;
/**
* The one clause of an item's or paragraph's own section that has most of the words of an id that no clause bears any more;
* undefined where none has enough of them, or two have nearly as many. Ids of headings are names, and are not looked for.
*/
function findReworded(id, candidates) {
	const at = id.lastIndexOf("/");
	const section = id.slice(0, at + 1);
	const words = wordsOf(id.slice(at + 1).replaceAll("-", " "));
	if (words.size < LEAST_WORDS) return void 0;
	const [best, next] = candidates.filter((clause) => clause.id.slice(0, clause.id.lastIndexOf("/") + 1) === section && isOfItsWords(clause)).map((clause) => ({
		clause,
		share: shareIn(words, wordsOf(clause.text))
	})).sort((a, b) => b.share - a.share);
	if (best === void 0 || best.share < LEAST_SHARE) return void 0;
	return next !== void 0 && best.share < LEAD * next.share ? void 0 : best.clause;
}
/** Whether a clause's title, and so its id, is the beginning of its own text. */
function isOfItsWords({ title, text }) {
	return text.includes(title.replace(/ \.\.\.$/, ""));
}
function shareIn(words, text) {
	return [...words].filter((word) => text.has(word)).length / words.size;
}
function wordsOf(text) {
	const words = text.toLowerCase().replace(/['’]/g, "").match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
	return new Set(words.filter((word) => word.length >= LEAST_LETTERS).map((word) => word.slice(0, STEM)));
}
/**
* The bank with every link that names no clause of these specs under the id of the clause it means: in today's form of
* ids, or, where items and paragraphs bear their own words as ids, the one that was reworded. A clause that other links
* already name by its own id is never taken for the one that a lost link means.
*/
function withCurrentLinks(bank, specs) {
	const clauses = new Map(specs.flatMap((spec) => spec.clauses.map((clause) => [clause.id, clause])));
	const named = /* @__PURE__ */ new Set();
	for (const { clauses: links } of bank.scenarios) for (const link of links) named.add(link);
	const unnamed = [...clauses.values()].filter(({ id }) => !named.has(id));
	const known = /* @__PURE__ */ new Map();
	const follow = (link) => {
		if (clauses.has(link)) return link;
		const found = known.get(link) ?? lead(link);
		known.set(link, found);
		return found;
	};
	const lead = (link) => {
		const current = currentId(link);
		return clauses.has(current) ? current : findReworded(link, unnamed)?.id ?? link;
	};
	const isCurrent = (links) => links.every((link) => follow(link) === link);
	if (bank.scenarios.every((scenario) => isCurrent(scenario.clauses))) return bank;
	const scenarios = bank.scenarios.map((scenario) => isCurrent(scenario.clauses) ? scenario : withClauses(scenario, [...new Set(scenario.clauses.map(follow))]));
	return {
		...bank,
		scenarios,
		byId: new Map(scenarios.map((scenario) => [scenario.id, scenario]))
	};
}
/** As the target of a link, in code, or as it is where it is no everyday word. */
function namesId(text, id) {
	if (text.includes(`(#${id})`) || text.includes(`\`${id}\``)) return true;
	return /[\d_./-]/.test(id) && standsIn(text, id);
}
/** Words from which on a title is a name however it is written; a title of two is one where it is written the same. */
const SURE_WORDS = 3;
/** `lower`: the text in small letters. */
function namesTitle({ text, lower }, title) {
	const words = title.split(/\s+/).length;
	if (words < 2) return false;
	return words < SURE_WORDS ? standsIn(text, title) : standsIn(lower, title.toLowerCase());
}
/** Whole, and not as a part of a word. */
function standsIn(text, name) {
	for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
		const around = `${text.charAt(at - 1)} ${text.charAt(at + name.length)}`;
		if (!/[\p{L}\p{N}_-]/u.test(around)) return true;
	}
	return false;
}
/** Edits looked at; a change of more is no edit of one clause that speaks of another. */
const MOST_EDITS = 100;
/**
* For each edited clause (by the id of its change), the clauses that stayed as they were and that its changed sentences name, in
* the spec's order; none for an edit that names nobody.
*/
function namedByEdits(changes, clauses) {
	const edits = changes.filter(isSubstantive);
	if (edits.length > MOST_EDITS) return /* @__PURE__ */ new Map();
	const edited = new Set(edits.map(({ id }) => id));
	const others = clauses.filter(({ id, kind }) => !edited.has(id) && kind !== "grouping").map(({ id, title }) => ({
		id,
		title: shownTitle(title)
	}));
	return new Map(edits.flatMap((change) => {
		const { base, head } = changedSentences(change);
		const text = [...base, ...head].join("\n");
		const lower = text.toLowerCase();
		const named = others.filter(({ id, title }) => namesId(text, id) || namesTitle({
			text,
			lower
		}, title));
		return named.length === 0 ? [] : [[change.id, named.map(({ id }) => id)]];
	}));
}
/**
* Scenarios for one edited clause, and for all of them: enough that a rule which is taken back shows in what is measured over all
* scenarios, and few, since each of them waters down what the edit does to its own.
*/
const MOST_EACH = 4;
const MOST$1 = 8;
/** Of the clauses that one edit names each in turn, those on which models part most first. */
function selectNamed({ bank, changes, clauses, linked, seed }) {
	const named = namedByEdits(changes, clauses);
	if (named.size === 0) return [];
	const tested = new Set(linked.flatMap(({ reason }) => reason.kind === "linked" ? reason.clauses : []));
	const taken = new Set(linked.map(({ scenario }) => scenario.id));
	const chosen = [];
	const byClause = listByClause(bank.scenarios, new Set([...named.values()].flat()));
	for (const [clause, others] of named) {
		if (!tested.has(clause) || chosen.length >= MOST$1) continue;
		const lists = others.map((id) => (byClause.get(id) ?? []).filter((one) => !taken.has(one.id)));
		for (const scenario of inTurns(lists, seed).slice(0, Math.min(MOST_EACH, MOST$1 - chosen.length))) {
			taken.add(scenario.id);
			chosen.push({
				scenario,
				reason: {
					kind: "named",
					clause
				},
				rank: chosen.length
			});
		}
	}
	return chosen;
}
/** In one walk over the bank: an edited table of contents names every clause. */
function listByClause(scenarios, wanted) {
	const lists = new Map([...wanted].map((id) => [id, []]));
	for (const scenario of scenarios) for (const id of new Set(scenario.clauses)) lists.get(id)?.push(scenario);
	return lists;
}
function inTurns(lists, seed) {
	const queues = lists.map((list) => orderBySeed(list, seed).toSorted((a, b) => (b.disagreement ?? 1) - (a.disagreement ?? 1)));
	const turns = Array.from({ length: MOST_EACH }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? []));
	return [...new Set(turns.flat())];
}
/** Least similarity. On 250 real queries and the 2025-09-12 OpenAI Model Spec, what passes shares a subject. */
const SUGGEST_FLOOR = .15;
/** At most so many for one clause. */
const MOST = 8;
/**
* For each clause, the ids of the scenarios that are similar enough, best first, with their similarity: the
* cosine of term weights (term-weights.ts). Unlike the lexical vectors of selection it weighs a term by its rarity in this
* bank, since a long clause and a short query share mostly common words.
*/
function suggestScenarios(scenarios, clauses) {
	if (clauses.length === 0) return [];
	const weigh = createWeighing(termsOf(scenarios));
	const weighed = clauses.map(({ title, text }) => weigh(countTerms(`${title}\n${text}`)));
	const best = clauses.map(() => []);
	let row = 0;
	for (const terms of termsOf(scenarios)) {
		const { id } = scenarios[row];
		row += 1;
		const own = weigh(terms);
		for (const [index, clause] of weighed.entries()) {
			const similarity = dotTerms(own, clause);
			if (similarity >= SUGGEST_FLOOR) best[index] = keepBest(best[index], [id, similarity]);
		}
	}
	return best.map((similar) => new Map(similar));
}
function* termsOf(scenarios) {
	for (const scenario of scenarios) yield countTerms(scenarioText(scenario));
}
/** Best first, then by id. */
function keepBest(kept, one) {
	return [...kept, one].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST);
}
/** The first of each: the others would be given the same answers, and one answer would count several times. */
function withoutCopies(scenarios) {
	const seen = /* @__PURE__ */ new Set();
	return scenarios.filter(({ messages, clauses }) => {
		const words = JSON.stringify([messages, [...clauses].sort()]);
		if (seen.has(words)) return false;
		seen.add(words);
		return true;
	});
}
/**
* Selects up to `extendTo` scenarios. Each step serves the changed clause served least so far (in the order of
* `changes`) with its scenario of largest weight x distance to all chosen ones, so every clause gets a fair share and a
* smaller selection is the beginning of a larger one. The order of the bank's lines does not matter.
*/
function selectScenarios(options) {
	const targets = findTargets(options);
	const candidates = orderBySeed(findCandidates(options.bank, targets, options.seed), options.seed);
	const different = withoutCopies(candidates);
	const linked = chooseFairly(targets, different, options);
	const screened = new Set(linked.slice(0, options.size).flatMap(({ reason }) => clausesOf(reason)));
	return {
		linked,
		untested: targets.flatMap(({ clause, scenarios }) => {
			if (screened.has(clause)) return [];
			return [{
				clause,
				reason: [...scenarios.keys()].some((id) => clausesOf(explain({ id }, targets)).includes(clause)) ? "size" : "no-scenario"
			}];
		}),
		copies: candidates.length - different.length
	};
}
function findTargets({ bank, changes, suggestions }) {
	const changed = changes.filter((change) => isSubstantive(change));
	const linkedTo = indexLinks(bank);
	const carried = findCarriedText(changed, {
		base: changed.flatMap(({ base }) => base ?? []),
		head: changed.flatMap(({ head }) => head ?? [])
	});
	const targets = changed.map((change) => {
		const own = linkedTo.get(change.id) ?? [];
		const earlier = [change.baseId ?? [], cameFrom(change, carried.get(change.id))].flat();
		const links = [...own, ...earlier.flatMap((id) => linkedTo.get(id) ?? [])];
		const found = links.length === 0 && isGlobal(clauseOf(change)) ? bank.scenarios : links;
		return {
			clause: change.id,
			kind: "linked",
			scenarios: new Map(found.map(({ id }) => [id, 1]))
		};
	});
	const without = changed.filter((_, index) => targets[index].scenarios.size === 0);
	const indexOf = new Map(without.map((change, index) => [change.id, index]));
	const suggested = suggestions === "none" ? without.map(() => /* @__PURE__ */ new Map()) : suggestScenarios(bank.scenarios, without.map(clauseOf));
	return targets.map((target) => {
		const index = target.scenarios.size > 0 ? void 0 : indexOf.get(target.clause);
		return index === void 0 ? target : {
			clause: target.clause,
			kind: "suggested",
			scenarios: suggested[index]
		};
	});
}
/** Share of a new clause's words from which on the scenarios of the clauses that they come from test it. */
const MOSTLY = .5;
/** The ids under which a new clause's text stood before, where it is mostly another's: a clause that was split. */
function cameFrom({ base }, carried) {
	if (base !== void 0 || carried === void 0 || carried.share < MOSTLY) return [];
	return carried.from.map(({ id }) => id);
}
function indexLinks({ scenarios }) {
	const index = /* @__PURE__ */ new Map();
	for (const scenario of scenarios) for (const clause of new Set(scenario.clauses)) {
		const linked = index.get(clause);
		if (linked === void 0) index.set(clause, [scenario]);
		else linked.push(scenario);
	}
	return index;
}
function clauseOf(change) {
	const clause = change.head ?? change.base;
	if (clause === void 0) throw new Error(`a change of "${change.id}" with neither side`);
	return clause;
}
function chooseFairly(targets, candidates, { extendTo }) {
	const table = vectorize(candidates, lexicalMeasure, extendTo);
	const weights = Float32Array.from(candidates, ({ disagreement }) => disagreement ?? 1);
	const search = createFarthestSearch(table, weights);
	const remaining = targets.map(({ scenarios }) => new Set(candidates.flatMap(({ id }, row) => scenarios.has(id) ? [row] : [])));
	const served = targets.map(() => 0);
	const chosen = [];
	while (chosen.length < extendTo) {
		const next = leastServed(served, remaining);
		if (next === void 0) break;
		const { row } = search.farthest(chosen.length, [...remaining[next]]);
		publishCenter(table, chosen.length, row);
		search.exclude(row);
		for (const [index, rows] of remaining.entries()) if (rows.delete(row)) served[index] += 1;
		const scenario = candidates[row];
		chosen.push({
			scenario,
			reason: explain(scenario, targets),
			rank: chosen.length
		});
	}
	return chosen;
}
/** Scenarios looked at for one selection: each is a vector of a kibibyte. */
const MOST_CANDIDATES = 5e4;
/**
* Every scenario that tests a changed clause. Where a change touches what more of a bank tests than can be compared, each clause
* has an equal share of them: those on which models part most, equal ones as the seed has it.
*/
function findCandidates({ scenarios }, targets, seed) {
	const all = scenarios.filter(({ id }) => targets.some((target) => target.scenarios.has(id)));
	if (all.length <= MOST_CANDIDATES) return all;
	const dearest = orderBySeed(all, seed).toSorted((a, b) => (b.disagreement ?? 1) - (a.disagreement ?? 1));
	const share = Math.max(1, Math.floor(MOST_CANDIDATES / targets.length));
	const kept = new Set(targets.flatMap((target) => dearest.filter(({ id }) => target.scenarios.has(id)).slice(0, share)));
	return all.filter((scenario) => kept.has(scenario));
}
function leastServed(served, remaining) {
	let least;
	for (const [index, rows] of remaining.entries()) if (rows.size > 0 && (least === void 0 || served[index] < served[least])) least = index;
	return least;
}
function explain({ id }, targets) {
	const hits = targets.filter(({ scenarios }) => scenarios.has(id));
	const links = hits.filter(({ kind }) => kind === "linked");
	if (links.length > 0) return {
		kind: "linked",
		clauses: links.map(({ clause }) => clause)
	};
	const [closest] = hits.toSorted((a, b) => b.scenarios.get(id) - a.scenarios.get(id));
	return {
		kind: "suggested",
		clause: closest.clause,
		similarity: closest.scenarios.get(id)
	};
}
/** The clauses that judges read for this reason. */
function clausesOf(reason) {
	return reason.kind === "linked" ? reason.clauses : [reason.clause];
}
/** Old ids named for one clause. */
const MOST_NAMED$1 = 5;
/** A note for each untested clause whose own name, the last part of its id, stands in links to clauses that are gone. */
function noteGoneLinks(bank, specs, untested) {
	if (untested.length === 0) return [];
	const ids = new Set(specs.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
	const gone = /* @__PURE__ */ new Map();
	for (const { clauses } of bank.scenarios) for (const link of clauses) {
		if (ids.has(link)) continue;
		const links = gone.get(lastPart(link)) ?? /* @__PURE__ */ new Map();
		gone.set(lastPart(link), links.set(link, (links.get(link) ?? 0) + 1));
	}
	return untested.flatMap(({ clause }) => {
		const links = gone.get(lastPart(clause));
		if (links === void 0) return [];
		const scenarios = [...links.values()].reduce((sum, count) => sum + count, 0);
		const args = {
			clause,
			gone: [...links.keys()].slice(0, MOST_NAMED$1),
			scenarios
		};
		return [createFinding({
			code: "linksToGoneClause",
			args,
			clause,
			severity: "notice"
		})];
	});
}
function lastPart(id) {
	return id.slice(id.lastIndexOf("/") + 1);
}
/** They come first, so that every round has them, and take nobody's place. */
function addScenarios(subject, further) {
	if (further.length === 0) return subject;
	const { selection } = subject.policy;
	const { scenarios, extendTo } = selection;
	const larger = {
		...selection,
		scenarios: scenarios + further.length,
		extendTo: extendTo + further.length
	};
	return {
		...subject,
		policy: {
			...subject.policy,
			selection: larger
		},
		selected: [...further, ...subject.selected].map((one, rank) => ({
			...one,
			rank
		}))
	};
}
function letThroughArgs(context) {
	const { base } = context;
	const { answers, examples = [] } = context.letThrough ?? {};
	const example = examples.find(({ model }) => model !== void 0)?.name;
	return {
		ref: base,
		clauses: loosenedClauses(context),
		...whereDefined({
			forbidden: answers?.forbidden,
			letThrough: answers?.letThrough,
			example
		})
	};
}
/** Clauses on whose scenarios more answers comply than before, the largest difference first. */
function loosenedClauses({ verdict, kind, letThrough }) {
	if (kind === "prompt") {
		const gained = ({ answers }) => answers === void 0 ? 0 : answers.letThrough - answers.newlyForbidden;
		return [...letThrough?.clauses.filter((one) => gained(one) > 0) ?? []].sort((a, b) => gained(b) - gained(a)).map(({ clause }) => clause);
	}
	return verdict.clauses.filter(({ status, change }) => status === "changed" && (change ?? 0) < 0).sort((a, b) => (a.change ?? 0) - (b.change ?? 0)).map(({ id }) => id);
}
function clauseArgs({ clause = "", args }, { base, letThrough }) {
	const own = letThrough?.clauses.find((one) => one.clause === clause);
	const example = letThrough?.examples.find(({ clauses }) => clauses.includes(clause))?.name;
	return {
		clause,
		ref: base,
		forbidden: own?.violations.forbidden ?? 0,
		letThrough: own?.violations.letThrough ?? 0,
		p: Number(args["p"] ?? 1),
		...whereDefined({ example })
	};
}
/** Share of problematic base responses in a stage. */
function baseShare(cells, stage) {
	const known = cells.filter((cell) => cell.arm === "base" && cell.stage === stage && cell.problematic !== "missing");
	return known.filter(({ problematic }) => problematic === true).length / Math.max(1, known.length);
}
const UNTESTED = {
	unsure: "too few of the scenarios written for it turn on it, so they may fail the change and cannot pass it",
	size: "more clauses changed than selection.scenarios has room for"
};
function effectArgs(decided, context) {
	const { interval, level, adjustedP, p, claims } = decided;
	const shownP = adjustedP ?? p;
	const { p: likeP = 0 } = claims?.scenariosLikeThem ?? {};
	const elsewhere = likeP > (1 - (level ?? .95)) / 2 ? likeP : void 0;
	return {
		base: decided.base ?? 0,
		head: decided.head ?? 0,
		change: decided.change ?? 0,
		...whereDefined({
			low: interval?.[0],
			high: interval?.[1],
			level,
			p: shownP,
			elsewhere
		}),
		confirmed: decided.stage === "confirm",
		margin: decided.margin ?? 0,
		scenarios: decided.scenarios,
		clauses: context.movedClauses,
		...context.changedModels.length > 0 && { models: context.changedModels }
	};
}
function undecidedArgs(metric, decided, context) {
	const { interval, detectable, change, margin, scenarios } = decided;
	const needed = context.verdict.scenariosToDecide;
	const usd = needed === void 0 || context.usdPerScenario === void 0 ? void 0 : context.usdPerScenario * Math.max(0, needed - scenarios);
	return {
		endpoint: metric,
		scenarios,
		...detectable !== void 0 && !isBeyondAll(metric, detectable) && { detectable },
		...whereDefined({
			change,
			low: interval?.[0],
			high: interval?.[1]
		}),
		margin: margin ?? 0,
		...whereDefined({
			decideScenarios: needed,
			linked: context.linked,
			decideUsd: usd
		}),
		...context.changedModels.length > 0 && { ofModels: true }
	};
}
/** An effect is shown at the clause that moved most. */
function whereMoved({ movedClauses, changes }) {
	const [clause] = movedClauses;
	if (clause === void 0) return {};
	const place = placeOf(clause, changes);
	return {
		clause,
		...whereDefined({ place })
	};
}
/** Where a clause stands in the head, or, if it is gone, where it stood in the base. */
function placeOf(id, changes) {
	const change = changes.find((one) => one.id === id || one.baseId === id);
	const clause = change?.head ?? change?.base;
	return clause === void 0 ? void 0 : {
		file: clause.file,
		line: clause.lines.start,
		endLine: clause.lines.end
	};
}
function outlierArgs(outlier) {
	const { model, scenario } = outlier;
	if (outlier.basis === "rulings") {
		const { problematic, otherwise, of } = outlier;
		return {
			model,
			scenario,
			problematic,
			otherwise,
			of
		};
	}
	const { score, others } = outlier;
	return {
		model,
		scenario,
		score,
		others: mean(others)
	};
}
const RANKS = {
	error: 0,
	warning: 1,
	notice: 2
};
/** How grave something is that the policy answers with an action. */
const SEVERITY_OF_ACTION = {
	fail: "error",
	inconclusive: "warning",
	report: "notice"
};
/** Sorts grounds, the gravest first; equally grave ones keep their order. */
function rankBySeverity(all) {
	return [...all].sort((a, b) => RANKS[a.severity] - RANKS[b.severity]);
}
/** What a verdict with these grounds is. */
function statusOfGrounds(grounds) {
	if (grounds.some(({ severity }) => severity === "error")) return "fail";
	return grounds.some(({ severity }) => severity === "warning") ? "inconclusive" : "pass";
}
/** Clauses named one by one before only their number is. */
const MOST_NAMED = 10;
/** A finding for each clause that changed out of sight, and one for text outside of clauses. */
function findUnseen({ base, head, changes }, action) {
	const severity = SEVERITY_OF_ACTION[action];
	const unseen = changes.filter(({ kind }) => kind === "unseen");
	const named = unseen.slice(0, MOST_NAMED).map((change) => {
		const place = placeOf(change.id, changes);
		return createFinding({
			code: "changedOutOfSight",
			args: {
				clause: change.id,
				what: describeHidden(change)
			},
			clause: change.id,
			severity,
			...whereDefined({ place })
		});
	});
	const rest = unseen.length - named.length;
	return [
		...named,
		...rest === 0 ? [] : [createFinding({
			code: "moreOutOfSight",
			args: { clauses: rest },
			severity
		})],
		...base.outside === head.outside ? [] : [createFinding({
			code: "textOutsideClauses",
			args: {},
			severity
		})]
	];
}
/** What is odd about the spec's form, whatever its verdict. */
function remarkOnSpec({ base, head }) {
	const before = new Set((base.repeated ?? []).map(({ id }) => id));
	return (head.repeated ?? []).filter(({ id }) => !before.has(id)).slice(0, MOST_NAMED).map(({ id, first }) => createFinding({
		code: "repeatedHeading",
		args: {
			clause: id,
			first: `${first.file}:${first.line}`
		},
		severity: "notice"
	}));
}
/** Characters of ignored lines that a finding shows of each side. */
const MOST_SHOWN = 500;
/** What changed in lines that are no part of the spec. Models that are given them read them, and nothing tests what they say. */
function findIgnored({ base: { ignored: was = [] }, head: { ignored: is = [] } }, { sent, action }) {
	if (was.length === is.length && was.every((line, index) => line === is[index])) return [];
	const [before, after] = [new Set(was), new Set(is)];
	const [gone, come] = [was.filter((line) => !after.has(line)), is.filter((line) => !before.has(line))];
	const show = (lines) => lines.join(" / ").slice(0, MOST_SHOWN);
	const isSame = gone.length + come.length === 0;
	const args = {
		base: show(isSame ? was : gone),
		head: show(isSame ? is : come),
		sent
	};
	return [createFinding({
		code: "ignoredLines",
		args,
		severity: sent ? SEVERITY_OF_ACTION[action] : "notice"
	})];
}
function describeHidden({ base, head, attributes }) {
	const [before, after] = [base, head].map((clause) => clause === void 0 ? {
		comments: [],
		invisible: "",
		struck: []
	} : hiddenIn(clause));
	return [
		...before.comments.join("\n") === after.comments.join("\n") ? [] : ["comments"],
		...before.invisible === after.invisible ? [] : ["characters that show nothing"],
		...before.struck.join("\n") === after.struck.join("\n") ? [] : ["struck-out text"],
		...attributes.map(({ name }) => `attribute ${name}`),
		...base === void 0 || head === void 0 ? Object.keys((base ?? head).attributes) : []
	];
}
/** A definition of fewer words is an address; more of them can say something. */
const FEWEST_WORDS = 4;
/** Definitions with words in them that this text itself does not refer to. */
function findUnusedDefinitions(text) {
	const tree = /^[ \t>]*\[/m.test(text) ? parseMarkdown(text) : void 0;
	if (tree === void 0) return [];
	const used = /* @__PURE__ */ new Set([...findNodes(tree, "footnoteReference").map(({ identifier }) => `^${identifier}`), ...[...findNodes(tree, "linkReference"), ...findNodes(tree, "imageReference")].map(({ identifier }) => identifier)]);
	return [...findNodes(tree, "footnoteDefinition").map((node) => ({
		label: `^${node.identifier}`,
		node
	})), ...findNodes(tree, "definition").map((node) => ({
		label: node.identifier,
		node
	}))].filter(({ label }) => !used.has(label)).map(({ label, node: { position } }) => ({
		label,
		source: text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0)
	})).filter(({ source }) => source.split(/\s+/).length >= FEWEST_WORDS);
}
/** A finding for each edited or added clause with new words in definitions that nothing in the spec refers to. */
function findUnreadText({ head, changes }, action) {
	return changes.flatMap((change) => {
		const { base, head: clause } = change;
		if (clause === void 0 || change.kind !== "added" && !change.edited) return [];
		const unused = findUnusedDefinitions(clause.text).filter(({ label, source }) => base?.text.includes(source) !== true && !head.clauses.some(({ text }) => text !== clause.text && text.toLowerCase().includes(`[${label}]`)));
		if (unused.length === 0) return [];
		const characters = unused.reduce((sum, { source }) => sum + source.length, 0);
		const place = placeOf(change.id, changes);
		return [createFinding({
			code: "shownToJudgesOnly",
			args: {
				clause: clause.id,
				characters
			},
			clause: clause.id,
			severity: SEVERITY_OF_ACTION[action],
			...whereDefined({ place })
		})];
	});
}
/** A spec change under a project's policy, models and bank. */
function prepareSpecCheck(project, sides) {
	const { config, panel } = project;
	const { spec: base } = sides.base;
	const { spec: head } = sides.head;
	const isPrompt = config.specUse === "prompt";
	const isSent = isPrompt && isSentOtherwise(base, head, config);
	const changes = diffSpec(base, head, isSent ? "written" : "shown");
	const bank = withCurrentLinks(project.bank, [base, head]);
	const policy = decisionPolicy(config);
	const { scenarios: size, extendTo } = policy.selection;
	const { linked, untested, copies } = selectScenarios({
		bank,
		changes,
		size,
		extendTo,
		seed: policy.seed
	});
	const comparison = compareSpecs({
		base,
		head,
		changes,
		models: panel.models
	}, comparisonRules(project));
	const models = panel.models.map(({ ref }) => ref.id);
	const ignored = findIgnored({
		base,
		head
	}, {
		sent: isSent,
		action: config.actions.unseen
	});
	const isUntold = changes.length + ignored.length === 0 && squeeze(base, config) !== squeeze(head, config);
	const outside = isSent && (base.outside !== head.outside || isUntold) ? [OUTSIDE_CLAUSES] : [];
	return {
		subject: addScenarios({
			comparison,
			policy,
			selected: linked.map(showClauseBeside),
			untested: [...untested, ...outside],
			controls: controlsOf(project, comparison, linked),
			labelled: project.labelled.length
		}, (config.judgeContext === "full" ? [] : selectNamed({
			bank,
			changes,
			clauses: head.clauses,
			linked,
			seed: policy.seed
		})).map(showClauseBeside)),
		unseen: [
			...findUnseen({
				base,
				head,
				changes
			}, config.actions.unseen),
			...ignored,
			...isPrompt ? [] : findUnreadText({
				base,
				head,
				changes
			}, config.actions.unseen)
		],
		remarks: [
			...remarkOnSpec({
				base,
				head
			}),
			...copies === 0 ? [] : [createFinding({
				code: "copiedScenarios",
				args: { copies },
				severity: "notice"
			})],
			...contestedGround(bank, changes),
			...movedLinks(bank, changes, head),
			...noteGoneLinks(bank, [base, head], untested)
		],
		changes,
		sides,
		base: describeSide(sides.base, models),
		head: describeSide(sides.head, models)
	};
}
/** Whether models that are given the spec are given another text. */
function isSentOtherwise(base, head, { promptWithout }) {
	return writtenSpec(base, promptWithout) !== writtenSpec(head, promptWithout);
}
/** What models are given, white space aside: a sign that is in no clause, in nothing around them and in nothing ignored is seen here. */
function squeeze(spec, { promptWithout }) {
	return writtenSpec(spec, promptWithout).replaceAll(/\s+/g, " ").trim();
}
/** Links of the bank that the change's new ids leave behind. */
function movedLinks({ scenarios }, changes, head) {
	const { moved } = followLinks(scenarios, changes, head);
	if (moved.length === 0) return [];
	const args = {
		moved: moved.map(({ from, to }) => `${from} -> ${to}`),
		scenarios: moved.reduce((sum, one) => sum + one.scenarios, 0)
	};
	return [createFinding({
		code: "linksToFollow",
		args,
		severity: "notice"
	})];
}
/** Substantive changes of clauses on which models part most. */
function contestedGround(bank, changes) {
	const touched = new Set(changes.filter(isSubstantive).map(({ id, baseId }) => baseId ?? id));
	return findContestedClauses(bank.scenarios).filter(({ clause }) => touched.has(clause)).map((args) => createFinding({
		code: "contestedGround",
		args: { ...args },
		severity: "notice",
		clause: args.clause
	}));
}
/** Named like a clause where untested ones are listed. */
const OUTSIDE_CLAUSES = {
	clause: "(text outside of clauses)",
	reason: "no-scenario"
};
/** Who judges, and how: the same for every comparison of a project. */
function comparisonRules({ config, panel, policyHash }) {
	const { specUse, promptWithout, judgeContext, auditShare, limits, selection } = config;
	return {
		specUse,
		promptWithout,
		judgeContext,
		auditShare,
		scoredDraws: BLOCKING_METRICS.some((metric) => METRICS[metric].needs === "scores" && limits[metric] !== void 0) ? 4 : 1,
		poolDraws: selection.replicates.base,
		policyHash,
		judges: panel.judges,
		classifier: panel.classifier
	};
}
/** Which are chosen depends on the policy's seed and on the change, so that no change can be written around them. */
function controlsOf({ labelled, config }, comparison, selected) {
	const conversations = selected.map(({ scenario }) => scenario.messages);
	return selectControls(comparison, {
		labelled,
		seed: `${config.seed}\n${comparison.digest}`,
		conversations
	});
}
/** A scenario that was suggested for a clause, or whose own clause that one names, is judged with it as though it were linked. */
function showClauseBeside(selected) {
	const { scenario, reason } = selected;
	if (reason.kind === "linked") return selected;
	return {
		...selected,
		scenario: {
			...scenario,
			clauses: [...scenario.clauses, reason.clause]
		}
	};
}
/** A side as the report names it. */
function describeSide({ ref, sha, spec }, models) {
	return {
		ref,
		...whereDefined({ sha }),
		specHash: spec.hash,
		clauses: spec.clauses.length,
		models
	};
}
export { compareModels as C, withCurrentLinks as S, listCellTasks as T, whereMoved as _, SEVERITY_OF_ACTION as a, withoutCopies as b, UNTESTED as c, effectArgs as d, letThroughArgs as f, undecidedArgs as g, placeOf as h, prepareSpecCheck as i, baseShare as l, outlierArgs as m, controlsOf as n, rankBySeverity as o, loosenedClauses as p, describeSide as r, statusOfGrounds as s, comparisonRules as t, clauseArgs as u, addScenarios as v, compareSpecs as w, namesId as x, selectScenarios as y };
