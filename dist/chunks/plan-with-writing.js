import { a as whereDefined } from "./action-stats-diff-report-check.js";
import { Bt as smallestRiseShown, Lr as readDataBlocks, Lt as carriedMargin, Rt as chancesOf, Xr as requestKey, vt as coverChange, yt as scenariosForOthers, zn as createPlanTally } from "./check.js";
import { Bt as priceOf, St as decisionPolicy, zt as costOf } from "./stats-check.js";
import { r as NO_USAGE } from "./action-stats-check.js";
import { f as plural, l as dollars } from "./commands-action-stats-diff-report-check.js";
import { r as BLOCKING_METRICS, x as say } from "./action-stats-report-check.js";
import { t as planCheck } from "./plan-check.js";
/** For `scenarios` scenarios of one clause; what the config would write, unless given. */
function panelPower(config, panel, scenarios = scenariosOfClause(config)) {
	const design = powerDesign(config, panel, scenarios);
	const { pass } = chancesOf(design, 0);
	return {
		models: panel.models.length,
		judges: panel.judges.length,
		scenarios,
		margin: design.margin,
		shows: smallestRiseShown(design),
		passes: pass,
		...whereDefined({ carries: pass < .9 ? carriedMargin(design) : void 0 })
	};
}
/** Metrics that can move when only judges read the spec: what Holm allows for. */
const OF_RESPONSES = /* @__PURE__ */ new Set(["disagreement", "rejections"]);
/**
* What this config has to show a rise with: models, draws, and how many metrics share the error rate. `scenarios`: of one
* check.
*/
function powerDesign(config, panel, scenarios) {
	const { margins, actions, selection } = decisionPolicy(config);
	const blocking = BLOCKING_METRICS.filter((metric) => actions[metric] === "fail" && (config.specUse === "prompt" || !OF_RESPONSES.has(metric))).length;
	return {
		models: panel.models.length,
		scenarios,
		draws: selection.replicates.confirm,
		blocking,
		margin: margins.nonCompliance
	};
}
/** What a check has for one changed clause: what is written for it, or what the selection starts with. */
function scenariosOfClause({ coverage, selection }) {
	return coverage.write ? Math.min(coverage.perClause, selection.extendTo) : selection.scenarios;
}
/** `with 2 models, ... a check shows a rise of ...; about $6.67 an edit`: in the middle of a sentence. `usd` is what `priceUsualEdit` gives. */
function writePower({ models, judges, scenarios, shows, passes, carries }, usd) {
	const price = usd === void 0 ? say`` : say`; ${writePrice(usd)}`;
	if (shows >= 1) return say`with ${plural(scenarios, "scenario")} for a changed clause nothing is decided, however it is ruled on${price}`;
	const rise = String(Math.ceil(1e3 * shows) / 10);
	const quiet = String(Math.min(99, Math.floor(100 * passes)));
	const offer = carries === void 0 ? say`` : say`, with a margin of ${pointsOf(carries)} points in 9 of 10`;
	return say`with ${plural(models, "model")}, ${plural(judges, "judge")} and ${plural(scenarios, "scenario")} for a changed clause, an edit that makes ${rise} more of 100 answers break the spec fails in 8 of 10 checks, and one that changes nothing passes in ${quiet} of 100${offer}${price}`;
}
function writePrice(usd) {
	if (usd === 0) return say`an edit costs nothing`;
	return usd === "unknown" ? say`prices are not known for all of them` : say`about ${dollars(usd)} an edit`;
}
function pointsOf(share) {
	return String(Math.round(100 * share));
}
/** Judges that are models under test, too: they would rule on their own answers. */
function judgesUnderTest({ models, judges }) {
	const tested = new Set(models.map(({ ref }) => ref.id));
	return judges.map(({ id }) => id).filter((id) => tested.has(id));
}
/** Tokens of a reply of each kind, a little reasoning included. */
const REPLY_TOKENS = {
	change_scan: 500,
	change_query: 500,
	nudged_queries: 600,
	value_rubrics: 1800,
	clause_links: 250
};
/**
* The writing of a check without a call: calls and US dollars, and stand-ins for what would be written, so that the check
* can be planned on them.
*/
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
/** The plan of a check that first writes what its changed clauses lack. Asks nobody: what would be written is stood in for. */
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
		...clauses.length > 0 && { writes },
		...power.length > 0 && { power },
		...isOfModels && tested > 0 && tested < forOthers && { forOthers }
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
export { writePower as a, scenariosOfClause as i, judgesUnderTest as n, panelPower as r, planWithWriting as t };
