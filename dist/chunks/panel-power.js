import { t as whereDefined } from "./where-defined.js";
import { s as decisionPolicy } from "./labelled.js";
import { a as smallestRiseShown, n as carriedMargin, r as chancesOf } from "./power.js";
import { t as BLOCKING_METRICS } from "./metrics.js";
import { c as priceOf, o as addCosts, s as costOf } from "./resolve-models.js";
import "./evaluate.js";
import "./select-controls.js";
import "./run-controls.js";
import { t as chooseLinkers } from "./choose-linkers.js";
import { i as dollars, s as plural } from "./format-numbers.js";
import { c as say } from "./sentence.js";
/** Tokens that a call of each kind takes: those read from a prompt cache, others, and what comes back (bench/README.md, "Real changes"). */
const CALLS = {
	respond: {
		cached: 0,
		fresh: 160,
		output: 600
	},
	judge: {
		cached: 750,
		fresh: 1150,
		output: 280
	},
	write: {
		cached: 1500,
		fresh: 1200,
		output: 800
	},
	link: {
		cached: 1400,
		fresh: 2100,
		output: 200
	}
};
/** Rulings an answer and side: two judges that mostly agree, all three on a fifth. */
const RULINGS = 2.3;
const GROUPS_A_SCENARIO = .6;
const LINKS_A_SCENARIO = 1.25;
/** Answers of known ruling that each judge rules on under both texts: canaries once, violations of a clause in two draws. */
const CONTROLS_OF_EDIT = 32;
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
		...whereDefined({ carries: pass < .9 ? carriedMargin(design) : void 0 }),
		usd: estimateEdit(config, panel, scenarios)
	};
}
/** Metrics that can move when only judges read the spec: what Holm allows for. */
const OF_RESPONSES = /* @__PURE__ */ new Set(["disagreement", "rejections"]);
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
/** `with 2 models, ... a check shows a rise of ...; about $6.67 an edit`: in the middle of a sentence. */
function writePower({ models, judges, scenarios, shows, passes, carries, usd }) {
	const price = usd === "unknown" ? say`prices are not known for all of them` : say`about ${dollars(usd ?? 0)} an edit`;
	const rise = String(Math.ceil(1e3 * shows) / 10);
	const quiet = String(Math.min(99, Math.floor(100 * passes)));
	const offer = carries === void 0 ? say`` : say`, with a margin of ${pointsOf(carries)} points in 9 of 10`;
	return say`with ${plural(models, "model")}, ${plural(judges, "judge")} and ${plural(scenarios, "scenario")} for a changed clause, an edit that makes ${rise} more of 100 answers break the spec fails in 8 of 10 checks, and one that changes nothing passes in ${quiet} of 100${offer}; ${price}`;
}
function pointsOf(share) {
	return String(Math.round(100 * share));
}
/**
* The price of an edit without an effect: the answers and rulings of the looks that it takes on average, the answers
* that judges are tested on, and the scenarios that are written.
*/
function estimateEdit(config, panel, scenarios) {
	const { prices, coverage, specUse } = config;
	const { draws } = chancesOf(powerDesign(config, panel, scenarios), 0);
	const cells = scenarios * draws;
	const answered = specUse === "prompt" ? 2 * cells : scenarios * Math.max(1, draws / 2);
	const answers = panel.models.map(({ ref }) => priceCalls(answered, {
		ref,
		prices,
		call: "respond"
	}));
	const ruledOn = specUse === "prompt" ? 3 : 2;
	const ruled = cells * panel.models.length * ruledOn * RULINGS / panel.judges.length;
	const rulings = panel.judges.map((ref) => priceCalls(ruled + CONTROLS_OF_EDIT, {
		ref,
		prices,
		call: "judge"
	}));
	if (!coverage.write) return addCosts([...answers, ...rulings]);
	const groups = GROUPS_A_SCENARIO * scenarios / panel.judges.length;
	const written = panel.judges.map((ref) => priceCalls(groups, {
		ref,
		prices,
		call: "write"
	}));
	const [linker] = chooseLinkers(panel.judges, { prices });
	const linked = priceCalls(LINKS_A_SCENARIO * scenarios, {
		ref: linker,
		prices,
		call: "link"
	});
	return addCosts([
		...answers,
		...rulings,
		...written,
		linked
	]);
}
function priceCalls(count, { ref, prices, call }) {
	const { cached, fresh, output } = CALLS[call];
	const usage = {
		inputTokens: cached + fresh,
		cachedInputTokens: cached,
		cacheWriteTokens: 0,
		outputTokens: output
	};
	const each = costOf(usage, priceOf(ref, prices));
	return each === "unknown" ? each : count * each;
}
/** Judges that are models under test, too: they would rule on their own answers. */
function judgesUnderTest({ models, judges }) {
	const tested = new Set(models.map(({ ref }) => ref.id));
	return judges.map(({ id }) => id).filter((id) => tested.has(id));
}
export { writePower as i, panelPower as n, powerDesign as r, judgesUnderTest as t };
