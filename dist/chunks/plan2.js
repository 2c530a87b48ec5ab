import { t as whereDefined } from "./where-defined.js";
import { a as smallestRiseShown, n as carriedMargin, r as chancesOf } from "./power.js";
import { h as scenariosForOthers } from "./added-models.js";
import { f as requestKey, i as readDataBlocks } from "./plain-rules.js";
import { c as priceOf, s as costOf } from "./resolve-models.js";
import { r as NO_USAGE } from "./model.js";
import { d as createPlanTally } from "./open-linker.js";
import { t as coverChange } from "./cover-change.js";
import { r as powerDesign } from "./panel-power.js";
import { n as planCheck, t as renderPlan } from "./plan-text.js";
import { t as EXIT } from "./exit-code.js";
import { r as openCommandStore } from "./working-project.js";
import { n as createPaint } from "./paint.js";
import { n as prepareSides, t as loadSides } from "./sides.js";
import { n as runSeedPlanCommand } from "./seed3.js";
/** Tokens of a reply of each kind, a little reasoning included. */
const REPLY_TOKENS = {
	change_scan: 500,
	change_query: 500,
	nudged_queries: 600,
	value_rubrics: 1800,
	clause_links: 250
};
async function planCoverage(prepared, { project, store, prices }) {
	const tally = createPlanTally((request, usage) => costOf(usage, priceOf(request.model, prices)));
	let asked = 0;
	const ask = async (request) => {
		const stored = store.get(requestKey(request));
		const step = request.format?.name ?? "answer";
		tally.add({
			step,
			request,
			stored: stored !== void 0,
			certain: true,
			replyTokens: REPLY_TOKENS[step] ?? 500
		});
		asked += 1;
		const standIn = {
			text: standInFor(request, asked),
			finish: "stop",
			usage: NO_USAGE,
			adapted: []
		};
		return {
			status: "answered",
			completion: stored?.completion ?? standIn
		};
	};
	return {
		prepared: await coverChange(prepared, {
			project,
			run: {
				ask,
				stopped: () => void 0,
				beginStage: () => {}
			},
			tally: { needed: () => NOTHING }
		}),
		calls: tally.read()
	};
}
const NOTHING = {
	calls: 0,
	inputTokens: 0,
	cachedInputTokens: 0,
	outputTokens: 0,
	usd: 0
};
/** Characters of a query as writers write them. */
const USUAL_QUERY = 500;
/** A reply that goes on to the next step: a query that names its clause, and a linker that finds it. */
function standInFor(request, turn) {
	const blocks = readDataBlocks(request.messages.map(({ content }) => content).join("\n"));
	const item = blocks.get("item") ?? "";
	switch (request.format?.name ?? "") {
		case "change_query": {
			const { id } = blocks.get("clause");
			const query = `${turn} imagined about ${id}`.padEnd(USUAL_QUERY, ` ${turn * 7919}`);
			return JSON.stringify({
				item,
				situation: "",
				possible: true,
				protects: "one value",
				rival_value: "another",
				query
			});
		}
		case "nudged_queries": {
			const query = blocks.get("query");
			return JSON.stringify({
				item,
				value1: `${query} first ${turn}`,
				value2: `${query} second ${turn}`
			});
		}
		case "clause_links": {
			const conversation = JSON.stringify(blocks.get("conversation"));
			const named = (blocks.get("outline") ?? []).filter(([id]) => conversation.includes(`about ${id} `)).map(([id]) => id);
			return JSON.stringify({
				item,
				links: named.map((clause) => ({
					clause,
					why: "",
					sure: true
				}))
			});
		}
		default: return JSON.stringify({
			item,
			collisions: []
		});
	}
}
/** The second line of what a check can show is for this many times as many scenarios. */
const MORE = 5 / 3;
async function planWithWriting(prepared, means) {
	const { project, store, prices } = means;
	const covered = await planCoverage(prepared, means);
	const plan = planCheck(covered.prepared, {
		store,
		prices
	});
	const written = covered.prepared.coverage?.written ?? [];
	const clauses = [...new Set(written.map(({ clause }) => clause))].map((clause) => ({
		clause,
		scenarios: written.filter((one) => one.clause === clause).length
	}));
	const { calls } = covered;
	const writes = {
		needed: calls.most.calls + calls.stored,
		stored: calls.stored,
		toMake: calls.most.calls,
		usd: calls.most.usd,
		clauses
	};
	const { comparison, policy } = covered.prepared.subject;
	const isOfModels = comparison.kind === "model";
	const power = isOfModels ? [] : powerOf(plan, {
		...means,
		project,
		writing: writes.usd
	});
	const tested = plan.scenarios.filter(({ affected }) => affected).length;
	const forOthers = scenariosForOthers(policy.margins.nonCompliance);
	return {
		...plan,
		...clauses.length === 0 ? {} : { writes },
		...power.length === 0 ? {} : { power },
		...isOfModels && tested > 0 && tested < forOthers ? { forOthers } : {}
	};
}
/** For the scenarios there are, and for more of them: priced by what one of them costs in the first round. */
function powerOf(plan, { project, writing }) {
	const tested = plan.scenarios.filter(({ affected }) => affected).length;
	const { first, usual } = plan;
	if (first === void 0 || usual === void 0 || tested === 0) return [];
	const { first: round, anotherDraw: more } = usual;
	return [tested, Math.ceil(tested * MORE)].map((scenarios) => {
		const design = powerDesign(project.config, project.panel, scenarios);
		const shows = smallestRiseShown(design);
		const { draws, pass: passes } = chancesOf(design, 0);
		const carries = passes < .9 ? carriedMargin(design) : void 0;
		const chance = {
			scenarios,
			shows,
			passes,
			...whereDefined({ carries })
		};
		if (round === "unknown" || more === "unknown" || writing === "unknown") return {
			...chance,
			usd: "unknown"
		};
		const looked = round + Math.max(0, draws - first.draws) * more;
		return {
			...chance,
			usd: (looked / first.scenarios + writing / tested) * scenarios
		};
	});
}
async function runPlanCommand(options, context) {
	if (options.mode === "seed") return runSeedPlanCommand(options, context);
	const sides = await loadSides({
		...options,
		cwd: context.cwd
	});
	const { checks, project } = prepareSides(sides);
	const { config } = project;
	const { store } = await openCommandStore({
		root: sides.root,
		config,
		given: options.store
	}, context);
	const { prices } = config;
	for (const prepared of [checks.spec, checks.models]) {
		if (prepared === void 0) continue;
		const plan = await planWithWriting(prepared, {
			project,
			store,
			prices
		});
		const view = {
			plan,
			base: sides.base.spec,
			head: sides.head.spec,
			changes: prepared.changes
		};
		const paint = createPaint(context.output.colour);
		context.print(options.json === true ? `${JSON.stringify(plan, null, 2)}\n` : renderPlan(view, paint));
	}
	return EXIT.pass;
}
export { runPlanCommand };
