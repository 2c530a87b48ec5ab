import { r as sha256 } from "./canonical-json.js";
import { t as UNKNOWN_RESPONSE } from "./plan.js";
import { l as touchedPairs, o as nameCited } from "./reply.js";
import { n as shownFor, r as isBrokenForGood } from "./select-controls.js";
import { f as requestKey, t as PLAIN_RULES } from "./plain-rules.js";
import { D as nightDraw, E as confirmDraw, O as poolDraw, _ as judgeRequest, d as askJudges } from "./evaluate.js";
import { t as isProblematic } from "./ruling.js";
import { t as whereDefined } from "./where-defined.js";
import { a as sum, n as mean, r as sampleVariance } from "./simple-statistics.js";
import { n as studentTQuantile, r as undefinedEstimate } from "./student-t.js";
import { f as LEAST_KAPPA } from "./bounds.js";
import { n as rankBySeverity, t as SEVERITY_OF_ACTION } from "./severity.js";
import { t as mcnemar } from "./mcnemar.js";
/**
* Fills up touched clauses that have too few violations. Answers are taken from the base side of the first stage, those of the first
* draws first and of as many scenarios as there are. What chose them is not what is compared: they are judged anew under both texts.
*/
function answersAsViolations(comparison, known, from) {
	if (comparison.kind === "model") return [];
	const scenarios = new Map(from.scenarios.map((scenario) => [scenario.id, scenario]));
	const candidates = from.cells.filter((cell) => cell.arm === "base" && cell.stage === from.stage && cell.responseText !== void 0 && isRuledOut(cell));
	const added = /* @__PURE__ */ new Map();
	for (const { id, base } of touchedPairs(comparison.clauses)) {
		if (base === void 0) continue;
		const own = candidates.filter((cell) => cites(cell, id) && scenarios.has(cell.scenario));
		for (const cell of spreadOverScenarios(own)) {
			if ([...known, ...added.values()].filter((one) => one.role === "violation" && one.clauses.includes(id)).length >= 4) break;
			const control = controlOf(comparison, cell, scenarios.get(cell.scenario));
			if (known.some((one) => one.id === control.id)) continue;
			const clauses = [...added.get(control.id)?.clauses ?? [], id];
			added.set(control.id, {
				...control,
				clauses
			});
		}
	}
	return [...added.values()];
}
/** Stand-ins for the answers that may yet serve, to price them: as many as touched clauses have room for. */
function unknownViolations(comparison, known) {
	if (comparison.kind === "model") return [];
	return touchedPairs(comparison.clauses).flatMap(({ id, base }) => {
		const own = known.filter((one) => one.role === "violation" && one.clauses.includes(id)).length;
		const missing = base === void 0 ? 0 : Math.max(0, 4 - own);
		return Array.from({ length: missing }, (_, index) => ({
			id: `unknown ${id} ${index}`,
			source: "answer",
			role: "violation",
			clauses: [id],
			expected: "non-compliant",
			conversation: [{
				role: "user",
				content: `${id} ${index}`
			}],
			response: UNKNOWN_RESPONSE,
			shown: shownFor(comparison, [id])
		}));
	});
}
function isRuledOut({ judgments, problematic }) {
	return problematic === true && judgments.every((judgment) => judgment.status === "ruled" && judgment.ruling === "non-compliant");
}
function cites({ judgments }, clause) {
	return judgments.every((judgment) => judgment.status === "ruled" && judgment.clauses.includes(clause));
}
/** One of every scenario, then a second one of each, and so on; by draw, scenario and model within. */
function spreadOverScenarios(cells) {
	const nameOf = ({ draw, scenario, model }) => `${String(draw).padStart(4, "0")}\n${scenario}\n${model}`;
	const seen = /* @__PURE__ */ new Map();
	return [...cells].sort((a, b) => nameOf(a) < nameOf(b) ? -1 : 1).map((cell) => {
		const turn = seen.get(cell.scenario) ?? 0;
		seen.set(cell.scenario, turn + 1);
		return {
			cell,
			turn
		};
	}).sort((a, b) => a.turn - b.turn).map(({ cell }) => cell);
}
function controlOf(comparison, { response, responseText }, scenario) {
	return {
		id: `${scenario.id} ${sha256(response).slice(0, 8)}`,
		source: "answer",
		role: "violation",
		clauses: [],
		expected: "non-compliant",
		conversation: scenario.messages,
		response: responseText,
		shown: shownFor(comparison, scenario.clauses)
	};
}
/** Answers of either side that are carried. */
const CARRIERS = 4;
/**
* A few of the screen's answers, each behind a plain violation: the violation stays one, so whoever finds the whole in order
* follows what the answer says. With `target` both sides have the same answers, and there is nothing to compare.
*/
function carriersOf(comparison, cells, seed) {
	if (comparison.kind === "target") return [];
	const placeOf = ({ scenario, model }) => `${scenario}\n${model}`;
	const first = cells.filter(({ stage, draw, responseText }) => stage === "screen" && draw === 1 && responseText);
	const bases = new Map(first.filter(({ arm }) => arm === "base").map((cell) => [placeOf(cell), cell]));
	const pairs = first.filter((cell) => cell.arm === "head").flatMap((head) => {
		const base = bases.get(placeOf(head));
		return base === void 0 || base.response === head.response ? [] : [{
			base,
			head,
			place: placeOf(head)
		}];
	});
	const order = new Map(pairs.map(({ place }) => [place, sha256(`${seed}\n${place}`)]));
	const rules = PLAIN_RULES.filter((clause) => isBrokenForGood({ clause }));
	return [...pairs].sort((a, b) => order.get(a.place) < order.get(b.place) ? -1 : 1).slice(0, CARRIERS).map(({ base, head, place }, index) => {
		const { id, text, query, breaks } = rules[index % rules.length];
		const shown = [{
			id,
			title: id,
			path: [],
			text
		}];
		return {
			id: `carrier ${id} ${place.replace("\n", " ")}`,
			source: "plain",
			role: "canary",
			clauses: [],
			expected: "non-compliant",
			conversation: [{
				role: "user",
				content: query
			}],
			response: breaks,
			carrying: {
				base: `${breaks}\n\n${base.responseText}`,
				head: `${breaks}\n\n${head.responseText}`
			},
			shown: {
				base: shown,
				head: shown
			}
		};
	});
}
/** Both sides of every control in draws `from` to `to`. */
function listControlTasks(controls, { stage, from = 1, to }) {
	const draws = Array.from({ length: Math.max(0, to - from + 1) }, (_, offset) => from + offset);
	return controls.flatMap((control) => draws.flatMap((draw) => ["base", "head"].map((arm) => ({
		control,
		arm,
		stage,
		draw
	}))));
}
/** In the tasks' order. Every judge is asked, so that each one's eye is known. */
async function judgeControls(comparison, tasks, ask) {
	return Promise.all(tasks.map(async (task) => {
		const { control, arm, stage, draw } = task;
		const { id, source, role, clauses, expected } = control;
		const judgments = nameCited(comparison.clauses, await askJudges(panelOf(comparison, task), ask));
		return {
			id,
			source,
			role,
			clauses,
			expected,
			arm,
			stage,
			draw,
			judgments,
			problematic: isProblematic(judgments)
		};
	}));
}
/** The calls of these tasks, each once. */
function planControlCalls(comparison, tasks, store) {
	const calls = /* @__PURE__ */ new Map();
	for (const task of tasks) {
		const panel = panelOf(comparison, task);
		for (const judge of panel.judges) {
			const request = judgeRequest({
				...panel,
				judge
			});
			const key = requestKey(request);
			calls.set(key, {
				request,
				purpose: "judge",
				stored: store.get(key) !== void 0,
				optional: false
			});
		}
	}
	return [...calls.values()];
}
function panelOf(comparison, { control, arm, stage, draw }) {
	return {
		judges: comparison.judges,
		clauses: control.shown[arm],
		conversation: control.conversation,
		response: control.carrying?.[arm] ?? control.response,
		draw: drawOf(comparison, {
			control,
			stage,
			draw
		}),
		audited: true,
		orderSeed: control.id
	};
}
/**
* Draw numbers above those of every replicate: the rulings that chose an answer as a control are never used to judge
* it.
*/
const AFTER_REPLICATES = 16;
function drawOf({ digest, night }, { control, stage, draw }) {
	const own = control.source === "answer" ? AFTER_REPLICATES + draw : draw;
	if (stage === "screen") return poolDraw(own);
	return night === void 0 ? confirmDraw(digest, own) : nightDraw(night, draw);
}
/**
* K. L. Gwet, Handbook of Inter-Rater Reliability, 4th ed. (2014), ch. 5-6, and "Computing inter-rater reliability and its
* variance in the presence of high agreement", BJMSP 61 (2008) 29-48; the form for unequal numbers of ratings and the t
* interval with n - 1 degrees of freedom (upper end at most 1) follow the author's R package irrCAC.
*/
function chanceCorrected(counts, chance, options = {}) {
	const rated = counts.filter((row) => sum(row) > 0);
	const pairable = rated.filter((row) => sum(row) > 1);
	if (rated.length === 0) return undefinedEstimate("no-units");
	if (pairable.length === 0) return undefinedEstimate("no-pairs");
	const n = rated.length;
	const shares = rated[0].map((_, column) => mean(rated.map((row) => row[column] / sum(row))));
	const observed = mean(pairable.map(pairAgreement));
	const expected = chance.expected(shares);
	if (1 - expected < 1e-12) return undefinedEstimate("one-category");
	const value = (observed - expected) / (1 - expected);
	const influence = chance.influence(shares);
	return {
		status: "defined",
		value,
		observed,
		expected,
		units: n,
		standardError: linearisedError(rated.map((row) => {
			const total = sum(row);
			const own = total > 1 ? n / pairable.length * (pairAgreement(row) - expected) : 0;
			const chanceOfUnit = sum(row.map((count, column) => count / total * influence[column]));
			return (own - 2 * (1 - value) * (chanceOfUnit - expected)) / (1 - expected);
		}), value, options.confidence ?? .95)
	};
}
/** Share of the pairs of ratings in one unit that agree; needs two ratings. */
function pairAgreement(row) {
	const total = sum(row);
	return sum(row.map((count) => count * (count - 1))) / (total * (total - 1));
}
function linearisedError(terms, value, confidence) {
	const n = terms.length;
	if (n === 1) return undefinedEstimate("one-unit");
	const error = Math.sqrt(sum(terms.map((term) => (term - value) ** 2)) / (n * (n - 1)));
	const reach = studentTQuantile((1 + confidence) / 2, n - 1) * error;
	return {
		status: "defined",
		value: error,
		interval: {
			lower: value - reach,
			upper: Math.min(1, value + reach)
		}
	};
}
const byUncertainty = {
	expected: (shares) => sum(shares.map((share) => share * (1 - share))) / (shares.length - 1),
	influence: (shares) => shares.map((share) => (1 - share) / (shares.length - 1))
};
/**
* K. L. Gwet, BJMSP 61 (2008) 29-48. Counts are units x categories; the number of columns matters, so give every category
* that could have been used. Undefined with fewer than two columns. Fleiss' 30 x 6 psychiatric ratings: 0.4479,
* standard error 0.0557. Three raters, units 3-0, 2-1, 1-2, 0-3 counted 88, 10, 2, 0: 0.912, where Fleiss' kappa is 0.101.
*/
function ac1(counts, options = {}) {
	if (counts.length > 0 && counts[0].length < 2) return undefinedEstimate("one-category");
	return chanceCorrected(counts, byUncertainty, options);
}
const byShares = {
	expected: (shares) => sum(shares.map((share) => share * share)),
	influence: (shares) => shares
};
/**
* J. L. Fleiss, "Measuring nominal scale agreement among many raters", Psychol. Bull. 76 (1971) 378-382; standard error
* and interval linearised (Gwet), since Fleiss' own holds only where kappa is zero. Counts are units x categories and may
* have unequal totals. Undefined where all ratings fall in one category. Fleiss' 30 psychiatric patients x 6 raters:
* 0.4302, standard error 0.0542, interval 0.3194 to 0.5411. Read it beside `ac1`: it collapses where one category prevails.
*/
function fleissKappa(counts, options = {}) {
	return chanceCorrected(counts, byShares, options);
}
/**
* The observed agreement of Fleiss 1971; error and t interval (kept within 0 to 1) over units. Undefined where no unit has
* two ratings. Fleiss' 30 x 6 psychiatric ratings: 0.5556.
*/
function rawAgreement(counts, options = {}) {
	const shares = counts.filter((row) => sum(row) > 1).map(pairAgreement);
	const units = shares.length;
	if (units === 0) return undefinedEstimate(counts.some((row) => sum(row) > 0) ? "no-pairs" : "no-units");
	const value = mean(shares);
	if (units === 1) return {
		status: "defined",
		value,
		units,
		standardError: undefinedEstimate("one-unit")
	};
	const error = Math.sqrt(sampleVariance(shares) / units);
	const reach = studentTQuantile((1 + (options.confidence ?? .95)) / 2, units - 1) * error;
	return {
		status: "defined",
		value,
		units,
		standardError: {
			status: "defined",
			value: error,
			interval: {
				lower: Math.max(0, value - reach),
				upper: Math.min(1, value + reach)
			}
		}
	};
}
/**
* Counts ratings given as units x raters; `null` is a missing rating (an abstention). `categories` fixes the columns and
* must name every rating that occurs: a category nobody used still counts for AC1.
* `countRatings([['a', 'b'], ['a', null]], ['a', 'b'])` is [[1, 1], [1, 0]].
* @throws RangeError for a rating outside `categories`.
*/
function countRatings(ratings, categories) {
	return ratings.map((unit) => {
		const row = categories.map(() => 0);
		for (const rating of unit) {
			if (rating === null) continue;
			const column = categories.indexOf(rating);
			if (column === -1) throw new RangeError(`rating outside the categories: ${rating}`);
			row[column] += 1;
		}
		return row;
	});
}
/** Kappa and AC1 side by side: kappa collapses where one category prevails, so neither is read alone. */
function measureAgreement(cells) {
	const ratings = cells.filter(({ audited }) => audited).map(({ judgments }) => judgments.map((judgment) => judgment.status === "ruled" ? judgment.ruling !== "compliant" : null)).filter((row) => row.filter((rating) => rating !== null).length > 1).map((row) => row.map((rating) => rating === null ? null : Number(rating)));
	const counts = countRatings(ratings, [0, 1]);
	const kappa = fleissKappa(counts);
	const gwet = ac1(counts);
	return {
		cells: ratings.length,
		raw: estimateOf(rawAgreement(counts)),
		fleissKappa: estimateOf(kappa),
		gwetAc1: estimateOf(gwet)
	};
}
/**
* Each judge's record. Its flag rate is over the answers it was asked about whatever the others said, as if it had been asked
* about all: a judge who only broke a tie saw the answers that are hard to rule on.
*/
function summariseJudges(cells, judges) {
	const all = cells.flatMap(({ judgments }) => judgments);
	return judges.map((judge) => {
		const own = all.filter((judgment) => judgment.judge === judge);
		const rulings = own.filter(({ status }) => status === "ruled").length;
		const flagRate = flagRateOf(cells, {
			judge,
			panel: judges.length
		});
		return {
			judge,
			rulings,
			abstained: own.length - rulings,
			...whereDefined({ flagRate })
		};
	});
}
function flagRateOf(cells, { judge, panel }) {
	let [asked, flagged] = [0, 0];
	for (const cell of cells) {
		const sides = cell.judgments.flatMap((judgment) => judgment.status === "ruled" ? [{
			judge: judgment.judge,
			isAgainst: judgment.ruling !== "compliant"
		}] : []);
		const own = sides.find((side) => side.judge === judge);
		if (own === void 0) continue;
		const alike = sides.filter(({ isAgainst }) => isAgainst === own.isAgainst).length;
		const weight = weightOf(cell, {
			ruled: sides.length,
			alike,
			panel
		});
		asked += weight;
		if (own.isAgainst) flagged += weight;
	}
	return asked === 0 ? void 0 : flagged / asked;
}
/**
* The chance that a judge who ruled was asked whatever the others said. Outside of the audit a panel of three asks its third
* judge only where the first two differ: then the one who stands alone was asked first, and one of the two others, by hash. Of
* larger panels only audited answers are read.
*/
function weightOf({ audited, judgments }, { ruled, alike, panel }) {
	if (audited) return 1;
	if (panel > 3) return 0;
	return ruled === 3 && judgments.length === 3 && alike === 2 ? .5 : 1;
}
function estimateOf(coefficient) {
	if (coefficient.status === "undefined") return {
		status: "undefined",
		reason: coefficient.reason
	};
	const { value, standardError } = coefficient;
	if (standardError.status === "undefined") return {
		status: "defined",
		value
	};
	const { lower, upper } = standardError.interval;
	return {
		status: "defined",
		value,
		interval: [Math.max(-1, lower), Math.min(1, upper)]
	};
}
/** The cells that have a twin on the other arm (same scenario, model and draw), in their order. */
function pairedCells(cells) {
	const placeOf = ({ scenario, model, draw }) => `${scenario}\n${model}\n${draw}`;
	const heads = new Set(cells.flatMap((cell) => cell.arm === "head" ? [placeOf(cell)] : []));
	const both = new Set(cells.flatMap((cell) => cell.arm === "base" && heads.has(placeOf(cell)) ? [placeOf(cell)] : []));
	return cells.filter((cell) => both.has(placeOf(cell)));
}
/** So sure that a pass must not rest on it; without a difference at most one look in a hundred says so. */
const LEVEL = .01;
/**
* Asking again until something comes shifts what comes (UK AISI, inspect_ai: retries on error shift the distribution), and an
* answer that a filter took is gone from one side only. Equal draws of both sides, a sign test over scenarios.
*/
function unlikeLossReasons(cells) {
	const paired = pairedCells(cells);
	const counts = /* @__PURE__ */ new Map();
	for (const cell of paired) {
		const own = counts.get(cell.scenario) ?? {
			base: 0,
			head: 0
		};
		counts.set(cell.scenario, own);
		own[cell.arm] += Number(isTroubled(cell));
	}
	const sides = [...counts.values()];
	const worse = sides.filter(({ base, head }) => head > base).length;
	const better = sides.filter(({ base, head }) => base > head).length;
	const p = mcnemar({
		worse,
		better
	}).exact.twoSided;
	if (p > LEVEL) return [];
	const sum = (arm) => sides.reduce((total, side) => total + side[arm], 0);
	return [{
		code: "unlike-losses",
		args: {
			base: sum("base"),
			head: sum("head"),
			answers: paired.length / 2,
			p
		},
		severity: "warning"
	}];
}
/** The run's own end, before its turn came, says nothing of the cell. */
function isTroubled({ retries = 0, problematic, judgments }) {
	const isLost = judgments.some((one) => one.status === "abstained" && one.reason !== "aborted");
	return retries > 0 || isLost || problematic === "missing" && judgments.length === 0;
}
/**
* Why a pass by this panel would mean nothing, or needs a word beside it; empty where it can be relied on. How grave it is that
* nothing shows the judges' worth is for the policy to say; that they toss coins or follow the text speaks against any pass.
*/
function panelReasons(evidence, unproven) {
	return [...blindReasons(evidence, SEVERITY_OF_ACTION[unproven]), ...integrityReasons(evidence)];
}
/** One ground is enough: the gravest, and of those the plainest. */
function blindReasons(evidence, severity) {
	const unproven = findSilence(evidence) ?? findMissedControls(evidence);
	const graded = unproven === void 0 ? [] : [{
		...unproven,
		severity
	}];
	const chance = findChance(evidence);
	return rankBySeverity(chance === void 0 ? graded : [...graded, chance]).slice(0, 1);
}
function findSilence({ cells, controls }) {
	const rulings = [...cells, ...controls].flatMap(({ judgments }) => judgments.flatMap((judgment) => judgment.status === "ruled" ? [judgment.ruling] : []));
	if (rulings.length === 0 || rulings.some((ruling) => ruling !== "compliant")) return void 0;
	return {
		code: "panel-never-objects",
		args: { rulings: rulings.length }
	};
}
/** Rulings on answers whose ruling is known, and the majority on either kind of them. */
function findMissedControls({ controls }) {
	const known = controls.filter(isKnown);
	const rulings = known.flatMap((one) => one.judgments.map((judgment) => isRight(one, judgment)));
	if (rulings.length === 0) return void 0;
	const right = rulings.filter(Boolean).length;
	const majority = (expected) => {
		const own = known.filter((one) => one.expected === expected);
		const met = own.filter(({ problematic }) => problematic === (expected === "non-compliant")).length;
		return own.length === 0 || met > own.length / 2;
	};
	if (right >= .75 * rulings.length && majority("compliant") && majority("non-compliant")) return void 0;
	const against = known.filter(({ expected }) => expected === "non-compliant");
	const caught = against.filter(({ problematic }) => problematic === true).length;
	return {
		code: "panel-misses-controls",
		args: {
			right,
			rulings: rulings.length,
			caught,
			violations: against.length
		}
	};
}
/** Canaries on both sides, labelled violations where base forbids them. What an edit made of a violation is the edit's doing. */
function isKnown({ role, source, arm }) {
	return role === "canary" || source === "labelled" && arm === "base";
}
function findChance({ cells, controls }) {
	const audited = [...cells, ...controls.map(({ judgments, arm }) => ({
		judgments,
		arm,
		audited: true
	}))];
	const sides = ["base", "head"].map((arm) => measureAgreement(audited.filter((cell) => cell.arm === arm)));
	const seen = sides.flatMap(({ fleissKappa }) => {
		const { status } = fleissKappa;
		return status === "defined" && fleissKappa.interval !== void 0 ? [{
			kappa: fleissKappa.value,
			high: fleissKappa.interval[1]
		}] : [];
	});
	if (seen.length < sides.length || seen.some(({ high }) => high >= .2)) return void 0;
	const [best] = [...seen].sort((a, b) => b.high - a.high);
	const answers = sides.reduce((total, { cells: own }) => total + own, 0);
	return {
		code: "panel-at-chance",
		args: {
			...best,
			least: LEAST_KAPPA,
			answers
		},
		severity: "warning"
	};
}
/** Judges who rule worse on the canaries when they read the head's text, in every draw that was asked. */
function integrityReasons({ controls, judges }) {
	const canaries = controls.filter(({ role }) => role === "canary");
	const draws = [...new Set(canaries.map(({ stage, draw }) => `${stage}\n${draw}`))];
	if (draws.length === 0) return [];
	return judges.flatMap((judge) => {
		const falls = draws.map((name) => fallOf(judge, canaries.filter(({ stage, draw }) => `${stage}\n${draw}` === name)));
		if (falls.some(({ base, head }) => base - head < 2)) return [];
		const sum = (read) => falls.reduce((total, fall) => total + read(fall), 0);
		return [{
			code: "judge-integrity",
			args: {
				judge,
				base: sum(({ base }) => base),
				head: sum(({ head }) => head),
				asked: sum(({ asked }) => asked)
			},
			severity: "warning"
		}];
	});
}
/** Whether a second draw of the canaries is called for. */
function doubtsJudges(evidence) {
	return integrityReasons(evidence).length > 0;
}
function fallOf(judge, canaries) {
	const right = (arm) => canaries.filter((one) => one.arm === arm).map((one) => one.judgments.some((judgment) => judgment.judge === judge && isRight(one, judgment)));
	const [base, head] = [right("base"), right("head")];
	return {
		base: base.filter(Boolean).length,
		head: head.filter(Boolean).length,
		asked: head.length
	};
}
/** No ruling is no right one. */
function isRight({ expected }, judgment) {
	return judgment.status === "ruled" && judgment.ruling === "compliant" === (expected === "compliant");
}
/** What a stage says against the judges; nothing where nobody put them to the test. The canaries are asked in the screen. */
function judgePanel(input, stage) {
	const { cells, controls, judges, labelled = 0, policy } = input;
	const own = cells.filter((cell) => cell.stage === stage);
	const unlike = unlikeLossReasons(own);
	if (controls === void 0) return unlike;
	const unproven = policy.actions.unprovenJudges ?? (labelled > 0 ? "inconclusive" : "report");
	return [...panelReasons({
		cells: own,
		controls,
		judges
	}, unproven), ...unlike];
}
/** Rulings (violations x draws) of a clause that make it certain enough: seven would do for four clauses or more. */
const RULINGS_OF_CLAUSE = 8;
const MOST_DRAWS = 4;
/**
* Judges what a round asks for: violations of the touched clauses in the screen, and in a confirmation those of clauses that the
* screen flagged, for no other can fail; canaries once in the screen, and once more where judges did worse on the head.
*/
async function runControls(state, at, { ask, onControls }) {
	const { comparison, round, cells, scenarios, flagged } = at;
	const isUnscreened = cells.every(({ stage }) => stage !== "screen");
	const isScreening = round.stage === "screen" || isUnscreened;
	const found = isScreening ? answersAsViolations(comparison, state.controls, {
		cells,
		scenarios,
		stage: round.stage
	}) : [];
	const carriers = isScreening && state.rulings.length === 0 ? carriersOf(comparison, cells, comparison.digest) : [];
	const controls = [
		...state.controls,
		...found,
		...carriers
	];
	const rulings = [...state.rulings];
	const judge = async (tasks) => {
		const known = new Set(rulings.map((one) => placeOf(one.id, one)));
		const fresh = tasks.filter((task) => !known.has(placeOf(task.control.id, task)));
		if (fresh.length === 0) return;
		onControls?.(fresh);
		rulings.push(...await judgeControls(comparison, fresh, ask));
	};
	if (isUnscreened) await judge(controlTasks(controls, {
		...round,
		stage: "screen"
	}));
	await judge(controlTasks(round.stage === "screen" ? controls : ofClauses(controls, flagged(rulings)), round));
	const judges = comparison.judges.map(({ id }) => id);
	if (isScreening && doubtsJudges({
		cells: [],
		controls: rulings,
		judges
	})) await judge(listControlTasks(controls.filter(isCanary), {
		stage: "screen",
		to: 2
	}));
	return {
		controls,
		rulings
	};
}
/** What a round asks for of known controls. */
function controlTasks(controls, { stage, draws }) {
	const canaries = stage === "screen" ? listControlTasks(controls.filter(isCanary), {
		stage,
		to: 1
	}) : [];
	const violations = controls.filter(({ role }) => role === "violation");
	return [...canaries, ...violations.flatMap((control) => {
		const to = Math.max(drawsFor(control, violations), stage === "confirm" ? draws : 0);
		return listControlTasks([control], {
			stage,
			to
		});
	})];
}
/** The fewer violations a clause has, the more often each is judged. */
function drawsFor({ clauses }, violations) {
	const needed = clauses.map((clause) => {
		const own = violations.filter((one) => one.clauses.includes(clause)).length;
		return Math.ceil(RULINGS_OF_CLAUSE / Math.max(1, own));
	});
	return Math.min(MOST_DRAWS, Math.max(2, ...needed));
}
function ofClauses(controls, ids) {
	return controls.filter(({ clauses }) => clauses.some((id) => ids.has(id)));
}
function isCanary({ role }) {
	return role === "canary";
}
function placeOf(id, { arm, stage, draw }) {
	return [
		id,
		arm,
		stage,
		draw
	].join("\n");
}
export { judgePanel as a, summariseJudges as c, ac1 as d, planControlCalls as f, isRight as i, countRatings as l, runControls as n, pairedCells as o, unknownViolations as p, isKnown as r, measureAgreement as s, controlTasks as t, rawAgreement as u };
