import { s as decisionPolicy } from "./labelled.js";
import { t as BLOCKING_METRICS } from "./metrics.js";
import "./policy.js";
import { n as normalDensity, r as normalQuantile, t as normalCdf } from "./normal.js";
import { i as CONFIRM_REACH, s as FAIL_SHARE, v as UNSCREENED_LEVEL } from "./bounds.js";
import { a as addCosts, o as costOf, s as priceOf } from "./resolve-models.js";
import "./select-controls.js";
import "./run-controls.js";
import { t as chooseLinkers } from "./choose-linkers.js";
import { o as plural } from "./format-numbers.js";
/**
* Share of answers whose majority ruling comes out otherwise when the same judges rule again. Reported of real panels of three
* at a base rate near 23 % (bench/README.md, "Decision"); `spec-gate calibrate` measures yours.
*/
const USUAL_RETEST_FLIPS = .15;
/** The chance of finding an effect that "would show" stands for. */
const POWER = .8;
/**
* How unevenly a rise lies over answers: 0 is a little of it in each, 1 is some that turn wholly and others not at all. Fitted to
* the simulated panel (bench/decision), whose rise turns the answers that judges doubt.
*/
const UNEVENNESS = .3;
/**
* The chances of both verdicts on one metric that truly rose by `rise`, over the two looks of a confirmation without a screen
* (confirm.ts; one with a screen shows a little more, since its level is higher): it
* fails where the estimate is significant at the look's level after Holm and at least half the margin, else passes where the
* upper bound is under the margin, else is looked at again with twice the draws.
*
* A pair of rulings of one answer differs by chance in `flips` of cases, so that its difference (-1, 0 or 1) has that variance;
* draws and models average it. An effect varies from answer to answer by UNEVENNESS x r (1 - r), which draws do not average. The
* two estimates are normal with that covariance; the first is integrated over by Simpson's rule.
*/
function chancesOf(design, rise) {
	const { models, scenarios, draws, flips = USUAL_RETEST_FLIPS } = design;
	const between = UNEVENNESS * rise * (1 - rise) / models / scenarios;
	const within = flips / (models * draws) / scenarios;
	const first = {
		mean: rise,
		error: Math.sqrt(between + within)
	};
	const shared = between + within / 2;
	const second = Math.sqrt(shared);
	const slope = shared / (between + within);
	const rest = Math.sqrt(Math.max(1e-18, shared - slope * shared));
	const one = bounds(design, first.error);
	const two = bounds(design, second);
	const fail = 1 - normalCdf((one.fail - rise) / first.error);
	const passes = Math.min(one.pass, one.fail);
	const pass = normalCdf((passes - rise) / first.error);
	const again = (read) => one.fail <= one.pass ? 0 : integrate(one.pass, one.fail, (x) => {
		return normalDensity((x - rise) / first.error) / first.error * read(rise + slope * (x - rise));
	});
	return {
		fail: fail + again((mean) => 1 - normalCdf((two.fail - mean) / rest)),
		pass: pass + again((mean) => normalCdf((Math.min(two.pass, two.fail) - mean) / rest))
	};
}
/** The smallest rise that fails in 8 of 10 checks; 1 where none does. */
function smallestRiseShown(design) {
	let [low, high] = [0, 1];
	for (let step = 0; step < 24; step += 1) {
		const middle = (low + high) / 2;
		if (chancesOf(design, middle).fail >= POWER) high = middle;
		else low = middle;
	}
	return high;
}
/** Estimates from which a look fails, and below which it passes if it does not. */
function bounds({ margin, blocking }, error) {
	const reach = normalQuantile(1 - UNSCREENED_LEVEL / Math.max(1, blocking));
	return {
		fail: Math.max(FAIL_SHARE * margin, reach * error),
		pass: margin - CONFIRM_REACH * error
	};
}
function integrate(from, to, height) {
	const intervals = 60;
	const width = (to - from) / intervals;
	let total = 0;
	for (let index = 0; index <= intervals; index += 1) {
		const factor = index === 0 || index === intervals ? 1 : index % 2 === 1 ? 4 : 2;
		total += factor * height(from + index * width);
	}
	return total * width / 3;
}
/** Tokens that a call of each kind takes: those read from a prompt cache, others, and what comes back. */
const CALLS = {
	respond: {
		cached: 0,
		fresh: 180,
		output: 500
	},
	judge: {
		cached: 1700,
		fresh: 900,
		output: 250
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
/** Looks that a check takes on average, of the two that it may. */
const LOOKS = 1.3;
const GROUPS_A_SCENARIO = .6;
const LINKS_A_SCENARIO = 1.25;
/** For `scenarios` scenarios of one clause; what the config would write, unless given. */
function panelPower(config, panel, scenarios = scenariosOfClause(config)) {
	const design = powerDesign(config, panel, scenarios);
	return {
		models: panel.models.length,
		judges: panel.judges.length,
		scenarios,
		margin: design.margin,
		shows: smallestRiseShown(design),
		passes: chancesOf(design, 0).pass,
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
/** The sentence. */
function describePower({ models, judges, scenarios, shows, passes, usd }) {
	const price = usd === "unknown" ? "prices are not known for all of them" : `about $${usd.toFixed(2)} an edit`;
	return `${plural(models, "model")}, ${plural(judges, "judge")}, ${plural(scenarios, "scenario")} for a changed clause: a rise of non-compliance by ${points(shows)} points or more fails in 8 of 10 checks, an edit that changes nothing passes on it in ${Math.min(99, Math.floor(100 * passes))} of 100; ${price}`;
}
function points(share) {
	return String(Math.ceil(1e3 * share) / 10);
}
/** Answers of both looks, rulings under both texts, what judges are put to the test with, and scenarios that are written. */
function estimateEdit(config, panel, scenarios) {
	const { prices, coverage, selection, specUse } = config;
	const cells = scenarios * selection.replicates.confirm * LOOKS;
	const sides = specUse === "prompt" ? 2 : 1;
	const answers = panel.models.map(({ ref }) => priceCalls(cells * sides, {
		ref,
		prices,
		call: "respond"
	}));
	const ruled = cells * panel.models.length * 2 * RULINGS / panel.judges.length;
	const tested = controlsOfEdit(selection.replicates.confirm);
	const rulings = panel.judges.map((ref) => priceCalls(ruled + tested, {
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
/** Answers of known ruling that each judge rules on: canaries once, violations in the first look and in the confirmation. */
function controlsOfEdit(confirmDraws) {
	return 2 * (8 + 4 * (2 + confirmDraws));
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
export { powerDesign as a, panelPower as i, describePower as n, smallestRiseShown as o, judgesUnderTest as r, LOOKS as t };
