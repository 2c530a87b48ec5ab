import { a as whereDefined } from "./action-stats-diff-report-check.js";
import { _ as pluralForm, f as plural, l as dollars, s as count, v as UserError } from "./commands-action-stats-diff-report-check.js";
import { n as takeShard } from "./commands-action.js";
import { S as wording, h as day, t as plainText, x as say } from "./action-stats-report-check.js";
import "./action-stats-diff-check.js";
import { R as loadSpec, Vt as PRICES_AS_OF } from "./stats-check.js";
import { Cn as listCommits, Cr as isSubstantive, Dt as selectScenarios, Er as mapInOrder, Hn as evaluate, J as drawsToFill, Kn as respondRequest, Mt as listCellTasks, Tt as comparisonRules, Vr as expectedPrices, Wn as responseText, Wr as BATCH_SHARE, Y as readStoredDraws, it as planCalls, jt as compareSpecs, kt as withCurrentLinks, xn as orderBySeed } from "./check.js";
import { t as diffSpec } from "./diff-check.js";
import { t as writeStop } from "./stop-words.js";
import { i as nameSplit } from "./shard-notes.js";
import { r as usualCost } from "./usual-cost.js";
import "./plan-savings.js";
/**
* Ids (of the spec as it is) of the clauses that the last commits of the spec's files touched in what they ask, and in how many
* of them. Clauses are followed through renames. Empty where the history has one commit: a shallow checkout, a first version.
*/
async function findEditedClauses({ repo, sha, project, spec }) {
	const { config, configFile } = project;
	const commits = await listCommits(repo, sha, {
		paths: spec.files.map(({ file }) => file),
		most: config.seeding.edits + 1
	});
	const edits = /* @__PURE__ */ new Map();
	/** From an id at the commit looked at to the one of today. */
	let today = new Map(spec.clauses.map(({ id }) => [id, id]));
	let newer = spec;
	for (const commit of commits) {
		const older = await loadSpec({
			kind: "commit",
			repo,
			sha: commit
		}, {
			configFile,
			config
		}).catch(passOver);
		if (older === void 0) break;
		const changes = diffSpec(older, newer);
		for (const id of changes.filter(isSubstantive).map((change) => today.get(change.id))) if (id !== void 0) edits.set(id, (edits.get(id) ?? 0) + 1);
		const renamed = new Map(changes.flatMap(({ id, baseId }) => baseId === void 0 ? [] : [[baseId, id]]));
		today = new Map(older.clauses.flatMap(({ id }) => {
			const known = today.get(renamed.get(id) ?? id);
			return known === void 0 ? [] : [[id, known]];
		}));
		newer = older;
	}
	return edits;
}
/** The history before a version that today's config cannot read is not used. */
function passOver(error) {
	if (error instanceof UserError) return void 0;
	throw error;
}
/** Which scenarios a seeding fills, in which order, and to how many draws this time. Asks nobody. */
function prepareSeed({ bank: given, panel, config, ...project }, store, { spec, edited, shard, now }) {
	const bank = withCurrentLinks(given, [spec]);
	const rules = comparisonRules({
		...project,
		bank,
		panel,
		config
	});
	const comparison = compareSpecs({
		base: spec,
		head: spec,
		changes: [],
		models: panel.models
	}, rules);
	const { scenarios: size, replicates } = config.selection;
	const known = new Set(spec.clauses.map(({ id }) => id));
	const linked = bank.scenarios.filter(({ clauses }) => clauses.some((id) => known.has(id)));
	const read = readFirst({
		...bank,
		scenarios: linked
	}, {
		spec,
		size,
		seed: config.seed
	});
	const editsOf = ({ clauses }) => Math.max(0, ...clauses.map((id) => edited?.get(id) ?? 0));
	const isChosen = (scenario) => !edited?.size || editsOf(scenario) > 0;
	const useful = orderBySeed(linked, config.seed).filter(({ id }) => read.has(id)).sort((a, b) => editsOf(b) - editsOf(a) || (b.disagreement ?? 1) - (a.disagreement ?? 1));
	const chosen = useful.filter(isChosen);
	const order = shard === void 0 ? chosen : takeShard(chosen, shard);
	const fills = config.seeding.draws === "answers" ? "answers" : "draws";
	const wanted = fills === "answers" ? 1 : replicates.base;
	const stored = fills === "answers" ? void 0 : readStoredDraws(comparison, {
		scenarios: order,
		wanted,
		store
	});
	const draws = config.seeding.draws === "nightly" ? drawsToFill(stored, {
		wanted,
		now
	}) : wanted;
	const tasksOf = (scenarios, base = draws) => listCellTasks(comparison, {
		stage: "screen",
		scenarios,
		draws: {
			base,
			head: 0
		}
	});
	const others = useful.filter((scenario) => !isChosen(scenario));
	const prices = expectedPrices({
		...project,
		panel,
		config,
		bank: given
	}, { attended: false });
	const left = callsToFill(comparison, {
		tasks: tasksOf(others),
		store,
		fills
	}).filter((call) => !call.stored);
	return {
		comparison,
		order,
		wanted,
		draws,
		stored,
		fills,
		tasksOf,
		subject: nameSplit(chosen.map(({ id }) => id)),
		unlinked: bank.scenarios.length - linked.length,
		beyond: linked.length - useful.length,
		...whereDefined({ unedited: others.length === 0 ? void 0 : {
			scenarios: others.length,
			edited: edited?.size ?? 0,
			calls: left.filter(({ optional }) => !optional).length,
			usd: usualCost(left, prices)
		} })
	};
}
/** What one clause's edit begins with, for every clause: the same scenarios that its check selects. */
function readFirst(bank, { spec, size, seed }) {
	const counts = /* @__PURE__ */ new Map();
	for (const { clauses } of bank.scenarios) for (const id of clauses) counts.set(id, (counts.get(id) ?? 0) + 1);
	const few = new Set([...counts].filter(([, count]) => count <= size).map(([id]) => id));
	const read = new Set(bank.scenarios.filter(({ clauses }) => clauses.some((id) => few.has(id))).map(({ id }) => id));
	for (const clause of spec.clauses) {
		if ((counts.get(clause.id) ?? 0) <= size) continue;
		const changes = [{
			kind: "edited",
			id: clause.id,
			edited: true,
			moved: false,
			attributes: [],
			words: [],
			base: clause,
			head: clause
		}];
		const { linked } = selectScenarios({
			bank,
			changes,
			size,
			extendTo: size,
			seed
		});
		for (const { scenario } of linked) read.add(scenario.id);
	}
	return read;
}
/** What filling these asks for: with `answers` nobody rules. */
function callsToFill(comparison, { tasks, store, fills }) {
	const calls = planCalls(comparison, tasks, store);
	return fills === "answers" ? calls.filter(({ purpose }) => purpose === "respond") : calls;
}
/** What a run costs in batches, and what spare capacity saves where its price, `usd`, is reckoned with that. */
function listCheaper(calls, { project, usd }) {
	const missing = calls.filter(({ stored }) => !stored);
	const atListPrice = usualCost(missing, project.config.prices);
	if (atListPrice === "unknown") return { batched: "unknown" };
	const saved = typeof usd === "number" ? atListPrice - usd : 0;
	return {
		batched: BATCH_SHARE * atListPrice,
		...saved >= .005 && { flexSaves: saved }
	};
}
/** What `check --mode seed` would ask and cost. */
function planSeed(project, store, options) {
	return priceSeed(prepareSeed(project, store, options), {
		project,
		store
	});
}
/** What that asks and costs in US dollars: this time, and until all draws are there. */
function priceSeed(seed, { project, store }) {
	const { comparison, order, draws, wanted, fills, unlinked, beyond, unedited, tasksOf } = seed;
	const prices = expectedPrices(project, { attended: false });
	const count = (tasks, what = fills) => {
		const calls = callsToFill(comparison, {
			tasks,
			store,
			fills: what
		});
		const missing = calls.filter(({ stored }) => !stored);
		const least = calls.filter(({ optional }) => !optional);
		const toMake = least.filter(({ stored }) => !stored).length;
		const usd = usualCost(missing, prices);
		return {
			needed: least.length,
			stored: least.length - toMake,
			toMake,
			usd
		};
	};
	const now = count(tasksOf(order));
	const others = fills === "draws" ? {
		what: "answers",
		draws: 1
	} : {
		what: "draws",
		draws: project.config.selection.replicates.base
	};
	return {
		schema: "spec-gate/seed-plan@1",
		scenarios: order.length,
		draws,
		wanted,
		now,
		...listCheaper(callsToFill(comparison, {
			tasks: tasksOf(order),
			store,
			fills
		}), {
			project,
			usd: now.usd
		}),
		whole: count(tasksOf(order, wanted)),
		fills,
		...comparison.kind === "target" && { otherwise: {
			...count(tasksOf(order, others.draws), others.what),
			draws: others.draws
		} },
		unlinked,
		beyond,
		...whereDefined({ unedited })
	};
}
/** Cells (model x draw) under way for each place: some wait for answers while others wait for rulings; few enough that a budget ends on whole ones. */
const CELLS_A_PLACE = 2;
/**
* Asks and judges draws `pool:1` to `pool:K` of the scenarios that changes begin with, on the current spec: one draw more than are
* there, once a night, since draws of one night count as one; or all at once, as the config says. What is stored is not asked
* again; a run that the budget stops is gone on with by the next one.
*/
async function runSeed(project, run, options) {
	const seed = prepareSeed(project, run.store, options);
	const plan = priceSeed(seed, {
		project,
		store: run.store
	});
	if (plan.now.toMake > 0) options.onPlan?.(plan);
	const { comparison, order, draws, wanted, stored, fills, tasksOf } = seed;
	run.beginStage("seed", () => callsToFill(comparison, {
		tasks: tasksOf(order),
		store: run.store,
		fills
	}));
	const scenarios = [];
	const results = mapInOrder(order, {
		ahead: Math.ceil(CELLS_A_PLACE * run.places / (draws * project.panel.models.length)),
		task: async (scenario) => {
			const tasks = tasksOf([scenario]);
			const filled = fills === "answers" ? await fillAnswers(tasks, run) : await fillDraws(comparison, tasks, run);
			return {
				scenario: scenario.id,
				filled,
				wanted: tasks.length
			};
		}
	});
	for await (const scenario of results) scenarios.push(scenario);
	const stop = run.stopped();
	return {
		schema: "spec-gate/seed@1",
		specHash: options.spec.hash,
		subject: seed.subject,
		draws,
		fills,
		...nightsOf({
			wanted,
			draws,
			stored
		}),
		scenarios,
		unlinked: seed.unlinked,
		...seed.beyond > 0 && { beyond: seed.beyond },
		...whereDefined({ unedited: seed.unedited }),
		made: run.tally.made(),
		stored: run.tally.stored(),
		...whereDefined({ stopped: stop?.kind })
	};
}
function nightsOf({ wanted, draws, stored }) {
	if (stored === void 0) return {};
	const added = draws - stored.draws;
	return {
		...draws < wanted && { later: wanted - draws },
		...added > 1 && { atOnce: added }
	};
}
/** After a stop every answer still comes from the store, so what is already filled is counted too. */
async function fillDraws(comparison, tasks, run) {
	return (await evaluate(comparison, tasks, run.ask)).filter(isFilled).length;
}
/** What a check's judges will rule on; an answer that is none is asked for again by the next run. */
async function fillAnswers(tasks, run) {
	return (await Promise.all(tasks.map(({ slot, arm, scenario, answerName }) => run.ask(respondRequest(slot[arm], scenario, answerName))))).filter((one) => one.status === "answered" && responseText(one.completion) !== void 0).length;
}
function isFilled({ problematic, scores }) {
	return problematic !== "missing" && scores !== "missing";
}
/** Plain text, also fit for a job summary; ends with a line feed. */
function renderSeed({ draws, fills, later, atOnce, scenarios, made, stored, stopped, ...leftOut }) {
	const whole = scenarios.filter(({ filled, wanted }) => filled === wanted).length;
	const left = scenarios.length - whole;
	const price = made.usd === "unknown" ? say`, price unknown` : made.usd === 0 ? say`` : say`, ${dollars(made.usd)}`;
	const asked = say`(${plural(made.calls, "call")} made, ${count(stored)} stored${price})`;
	const what = fills === "answers" ? say`First answers` : say`Base draws ${poolDraws(draws)}`;
	return linesOf([
		say`${what}: ${count(whole)} of ${plural(scenarios.length, "linked scenario")} filled, ${count(left)} left ${asked}.`,
		...stopped === void 0 ? [] : [say`Stopped, since ${writeStop(stopped)}; the next run goes on from here.`],
		...stopped === void 0 && left > 0 ? [say`Some answers did not come; the next run asks for them again.`] : [],
		...later === void 0 ? [] : [say`A draw a night: ${plural(later, "more draw")} to come, one each night that this runs again. Draws of one night count as one, since nothing tells a night from a change; \`seeding.draws: all\` fills them at once.`],
		...atOnce === void 0 ? [] : [say`${count(atOnce)} draws were made in one night and count as one: changes are compared with a wider interval, and take more answers to pass, than with draws of as many nights.`],
		...writeLeftOut(leftOut)
	]);
}
function linesOf(sentences) {
	return sentences.map((sentence) => `${plainText(sentence)}\n`).join("");
}
/** The names of stored base draws, as the store has them: `pool:1 to pool:4`. */
function poolDraws(last) {
	return last === 1 ? say`pool:1` : say`pool:1 to pool:${count(last)}`;
}
function writeLeftOut({ unlinked, beyond = 0, unedited }) {
	const were = (scenarios) => pluralForm(scenarios, wording("was"), wording("were"));
	return [
		...unedited === void 0 ? [] : [writeUnedited(unedited)],
		...beyond > 0 ? [say`${plural(beyond, "scenario")} of clauses that have more than a check begins with (\`selection.scenarios\`) ${were(beyond)} left out.`] : [],
		...unlinked > 0 ? [say`${plural(unlinked, "scenario")} of the bank that ${pluralForm(unlinked, wording("tests"), wording("test"))} no clause of this spec ${were(unlinked)} left out.`] : []
	];
}
function writeUnedited({ scenarios, edited, calls, usd }) {
	const saved = usd === "unknown" ? say`` : say`, about ${dollars(usd)}`;
	const were = pluralForm(scenarios, wording("was"), wording("were"));
	return say`The last edits of the spec touched ${plural(edited, "clause")}; ${plural(scenarios, "scenario")} of other clauses ${were} left out (${plural(calls, "call")}${saved}): a change that touches them draws their base itself. \`seeding.clauses: all\` fills them, too.`;
}
/** Plain text; ends with a line feed. */
function renderSeedPlan({ scenarios, draws, wanted, now, batched, flexSaves, whole, fills, otherwise, ...leftOut }) {
	const what = fills === "answers" ? say`First answers to` : say`Base draws ${poolDraws(draws)} of`;
	return linesOf([
		say`${what} ${plural(scenarios, "scenario")}: ${writeCalls(now)}.`,
		...wanted > draws ? [say`With the nights to come, ${poolDraws(wanted)}: ${writeCalls(whole)}.`] : [],
		...otherwise === void 0 || scenarios === 0 ? [] : [writeOtherwise(fills, otherwise)],
		...flexSaves === void 0 ? [] : [say`Spare capacity, asked first (\`flex\`), is reckoned with: ${dollars(flexSaves)} less for this run.`],
		...batched === "unknown" || batched === 0 ? [] : [say`In batches (\`--batch\`) this run: about ${dollars(batched)}.`],
		say`Prices are of ${day(PRICES_AS_OF)}, with judges who part as often as usual.`,
		...writeLeftOut(leftOut)
	]);
}
function writeCalls({ toMake, stored, usd }) {
	const asked = say`${plural(toMake, "call")}, ${count(stored)} stored`;
	if (usd === void 0 || usd === 0) return asked;
	return usd === "unknown" ? say`${asked}; price unknown` : say`${asked}; about ${dollars(usd)}`;
}
/** What the other way of seeding would cost, and what it does. */
function writeOtherwise(fills, otherwise) {
	const asked = writeCalls(otherwise);
	return fills === "answers" ? say`${plural(otherwise.draws, "draw")} with rulings under today's text, a draw a night (\`seeding.draws: nightly\`): ${asked}. A check of a large panel with narrow margins passes more surely on them.` : say`The first answers alone (\`seeding.draws: answers\`): ${asked}. A check then asks both sides for rulings and, up to its second draw, no model.`;
}
export { findEditedClauses as a, planSeed as i, renderSeedPlan as n, runSeed as r, renderSeed as t };
