import { n as takeShard } from "./shard.js";
import { t as UserError } from "./errors.js";
import { i as dollars, n as count, s as plural } from "./format-numbers.js";
import { t as whereDefined } from "./where-defined.js";
import { r as listCommits } from "./git.js";
import { o as loadSpec } from "./load-project.js";
import { t as mapInOrder } from "./map-in-order.js";
import { u as isSubstantive } from "./reply.js";
import { t as evaluate } from "./evaluate.js";
import { i as nameSplit } from "./shard-notes.js";
import { t as diffSpec } from "./diff.js";
import { t as orderBySeed } from "./seeded-order.js";
import { t as comparisonRules, v as compareSpecs, y as listCellTasks } from "./prepare-check.js";
import { n as planCalls } from "./plan.js";
import { n as readStoredDraws, t as drawsToFill } from "./stored-draws.js";
import { n as estimateCosts } from "./usual-cost.js";
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
/** A version that today's config cannot read ends what is known. */
function passOver(error) {
	if (error instanceof UserError) return void 0;
	throw error;
}
/** Cells (model x draw) under way for each place: some wait for answers while others wait for rulings; few enough that a budget ends on whole ones. */
const CELLS_A_PLACE = 2;
/**
* Asks and judges draws `pool:1` to `pool:K` of every linked scenario on the current spec: one draw more than are there, once a
* night, since draws of one night count as one; or all at once, as the config says. What is stored is not asked again; a run that the budget stops is gone on with by the next one.
*/
async function runSeed(project, run, { spec, edited, shard, now }) {
	const { bank, panel, config } = project;
	const comparison = compareSpecs({
		base: spec,
		head: spec,
		changes: [],
		models: panel.models
	}, comparisonRules(project));
	const linked = seedOrder(bank.scenarios, {
		spec,
		seed: config.seed
	});
	const isChosen = ({ clauses }) => !edited?.size || clauses.some((id) => edited.has(id));
	const chosen = linked.filter(isChosen);
	const order = shard === void 0 ? chosen : takeShard(chosen, shard);
	const others = linked.filter((scenario) => !isChosen(scenario));
	const wanted = config.selection.replicates.base;
	const there = readStoredDraws(comparison, {
		scenarios: order,
		wanted,
		store: run.store
	});
	const draws = config.seeding.draws === "all" ? wanted : drawsToFill(there, {
		wanted,
		now
	});
	const tasksOf = (scenarios) => listCellTasks(comparison, {
		stage: "screen",
		scenarios,
		draws: {
			base: draws,
			head: 0
		}
	});
	run.beginStage("seed", planCalls(comparison, tasksOf(order), run.store));
	const priceOf = (left) => {
		const calls = planCalls(comparison, tasksOf(left), run.store).filter(({ stored }) => !stored);
		const usd = estimateCosts(calls, config.prices);
		return {
			scenarios: left.length,
			edited: edited?.size ?? 0,
			calls: calls.length,
			usd
		};
	};
	const scenarios = [];
	const filled = mapInOrder(order, {
		ahead: Math.ceil(CELLS_A_PLACE * run.places / (draws * panel.models.length)),
		task: (scenario) => fillScenario(comparison, {
			scenario,
			tasks: tasksOf([scenario]),
			run
		})
	});
	for await (const scenario of filled) scenarios.push(scenario);
	const stop = run.stopped();
	return {
		schema: "spec-gate/seed@1",
		specHash: spec.hash,
		subject: nameSplit(chosen.map(({ id }) => id)),
		draws,
		...nightsOf({
			wanted,
			draws,
			stored: there
		}),
		scenarios,
		unlinked: bank.scenarios.length - linked.length,
		...others.length > 0 && { unedited: priceOf(others) },
		made: run.tally.made(),
		stored: run.tally.stored(),
		...whereDefined({ stopped: stop?.kind })
	};
}
function nightsOf({ wanted, draws, stored }) {
	if (stored === void 0) return {};
	const added = draws - stored.draws;
	return {
		...draws < wanted ? { later: wanted - draws } : {},
		...added > 1 ? { atOnce: added } : {}
	};
}
/** Linked scenarios, those that models disagree on most first: their draws decide most; a seed orders the rest. */
function seedOrder(scenarios, { spec, seed }) {
	const ids = new Set(spec.clauses.map(({ id }) => id));
	const linked = scenarios.filter(({ clauses }) => clauses.some((id) => ids.has(id)));
	return [...orderBySeed(linked, seed)].sort((a, b) => (b.disagreement ?? 1) - (a.disagreement ?? 1));
}
/** After a stop every answer still comes from the store, so what is already filled is counted too. */
async function fillScenario(comparison, { scenario, tasks, run }) {
	const cells = await evaluate(comparison, tasks, run.ask);
	return {
		scenario: scenario.id,
		filled: cells.filter(isFilled).length,
		wanted: cells.length
	};
}
function isFilled({ problematic, scores }) {
	return problematic !== "missing" && scores !== "missing";
}
const STOPS = {
	budget: "the budget is used up",
	signal: "it was interrupted",
	batch: "the rest is in batches that are out",
	quota: "a provider takes no further calls",
	"no-keys": "live calls are off"
};
/** Plain text, also fit for a job summary; ends with a line feed. */
function renderSeed({ draws, later, atOnce, scenarios, unlinked, unedited, made, stored, stopped }) {
	const whole = scenarios.filter(({ filled, wanted }) => filled === wanted).length;
	const left = scenarios.length - whole;
	const price = made.usd === "unknown" ? "price unknown" : made.usd === 0 ? "" : dollars(made.usd);
	const cost = [
		`${plural(made.calls, "call")} made`,
		`${count(stored)} stored`,
		price
	].filter((part) => part !== "");
	const lines = [`Base draws pool:1 to pool:${draws}: ${count(whole)} of ${plural(scenarios.length, "linked scenario")} filled, ${count(left)} left (${cost.join(", ")}).`];
	if (stopped !== void 0) lines.push(`Stopped because ${STOPS[stopped] ?? stopped}; the next run goes on from here.`);
	else if (left > 0) lines.push("Some answers did not come; the next run asks for them again.");
	if (later !== void 0) lines.push(`A draw a night: ${plural(later, "more draw")} to come, one each night that this runs again. Draws of one night count as one, since nothing tells a night from a change; \`seeding.draws: all\` fills them at once.`);
	if (atOnce !== void 0) lines.push(`${atOnce} draws were made in one night and count as one: changes are compared with a wider interval, and take more answers to pass, than with draws of as many nights.`);
	if (unedited !== void 0) {
		const saved = unedited.usd === "unknown" ? "" : `, about ${dollars(unedited.usd)}`;
		lines.push(`The last edits of the spec touched ${plural(unedited.edited, "clause")}; ${plural(unedited.scenarios, "scenario")} of other clauses were left out (${plural(unedited.calls, "call")}${saved}): a change that touches them draws their base itself. \`seeding.clauses: all\` fills them, too.`);
	}
	if (unlinked > 0) lines.push(`${plural(unlinked, "scenario")} of the bank test no clause of this spec and were left out.`);
	return `${lines.join("\n")}\n`;
}
export { runSeed as n, findEditedClauses as r, renderSeed as t };
