import { a as whereDefined, r as visibleLine } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { T as VOID_REASONS, c as remedyOf, s as REMEDIES } from "./action-accept-report-ask-check.js";
import { _ as pluralForm, b as formatProblem, d as percent, f as plural, l as dollars, p as points, s as count, v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { a as inRow, c as name, d as wording, n as plainTextWithin, s as listed, t as plainText, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { Gn as loadWorkingProject, Kn as openCommandRun, Ln as pairClauses, Rn as showClauses, Rt as promptsOf, Xn as PLAIN_RULES, Zn as renderTail, cn as respondRequest, cr as givenCap, dn as classifyRequest, dr as requestKey, fn as readScores, hn as readJudgment, ln as CLASSIFY_PROMPT, mn as judgeRequest, n as estimateCosts, nr as liveProviders, or as REFUSED_FURTHER, sn as isProblematic, t as originServer, tr as checkNode, ur as leastTokens } from "./ask-check.js";
import { b as union, f as looseObject, g as record, o as array, v as string, x as unknown } from "./action-schema-merge-compare-accept-report-bank-ask-check.js";
import { $ as checkKeyBinding, At as require_dist, N as parseLabelled, U as hasRecordedAnswers, W as decisionPolicy, _t as isSimulated, et as endpointOf, gt as isLive, nt as resolveProvider, pt as providerName, rt as secretVariables, tt as isLocal } from "./bank-ask-check.js";
import { h as writePower, m as panelPower, p as judgesUnderTest, u as priceUsualEdit } from "./ask.js";
import { B as wilson } from "./check.js";
import { t as hasRubrics } from "./report-bank-ask-check.js";
import { o as readTextInside } from "./diff-bank-ask-check.js";
import { a as findRepository } from "./action-ask-check.js";
import { n as createPaint, t as NO_PAINT } from "./compare-diff-report-bank-check.js";
import { i as wrapIndented, r as roomForSentences, t as fitColumns } from "./compare-report-bank-ask-check.js";
import { C as findVoidOptions } from "./compare-ask-check.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { accessSync, constants, existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
/** A provider's own words are shown up to this length. */
const LONGEST_NAME = 1e3;
/** Mistakes that were told where they were found. */
function setupProblems(problems) {
	return problems.map((problem) => ({
		kind: "setup",
		problem
	}));
}
function writeProblem(problem) {
	if (problem.kind === "setup") return problem.problem;
	const { message, hint } = describe(problem);
	return {
		message: plainTextWithin(message, LONGEST_NAME),
		hint: plainTextWithin(hint, LONGEST_NAME)
	};
}
function describe(problem) {
	switch (problem.kind) {
		case "silent-judge": return {
			message: say`${judgeOf(problem.judge)}: gave no ruling on ${count(problem.abstained)} of ${count(problem.items)} labelled items`,
			hint: say`use another model as judge: abstentions leave cells undecided`
		};
		case "weak-judge": return {
			message: say`${judgeOf(problem.judge)}: right on only ${count(problem.right)} of ${count(problem.ruled)} labelled items`,
			hint: problem.judge === "panel" ? say`its verdicts would be wrong too often to block anybody: replace the judges that err most` : say`replace it; a judge should be right on ${count(problem.least * 100)} % or more`
		};
		case "weak-classifier": return {
			message: say`classifier ${name(problem.model)}: placed only ${count(problem.right)} of ${count(problem.asked)} scale ends right`,
			hint: say`use a stronger model as ${wording("`classifier`")}, or look at the rubrics of the bank`
		};
		case "wrong-panel": return {
			message: say`every judge rules against an answer that plainly keeps the one rule it was shown`,
			hint: say`use stronger models as judges; spec-gate bank generate --violations writes answers to measure them on`
		};
		case "no-answer": return {
			message: say`${inRow(problem.who.map((one) => name(one)), wording(", "))}: no answer that can be used: ${name(problem.words)}`,
			hint: problem.window === void 0 ? say`${wording(REMEDIES[problem.remedy])}` : howToRaise(problem.window)
		};
		case "store": return {
			message: say`${name(problem.place)} ${problem.why === "no-folder" ? wording("is no folder") : wording("cannot be written")}, so no answer can be kept, and each run would pay for all of them again`,
			hint: say`make it a folder that can be written, or set storePath to one`
		};
		case "stopped": return describeStop(problem.stop);
		default: throw new Error(`unknown problem: ${JSON.stringify(problem)}`);
	}
}
function judgeOf(judge) {
	return judge === "panel" ? say`the panel's majority` : say`judge ${name(judge)}`;
}
/** How a window of so many tokens is set where small models are served. */
function howToRaise(window) {
	const size = String(window);
	return say`Give its server a larger context window: ${count(window)} tokens hold the bank's longest prompt and a ruling (llama.cpp: --ctx-size ${size} for each of its --parallel slots; Ollama: OLLAMA_CONTEXT_LENGTH=${size}; vLLM: --max-model-len ${size})`;
}
function describeStop(stop) {
	switch (stop.kind) {
		case "budget": {
			const option = name(`budget.${stop.budget}`);
			return {
				message: say`the doctor was stopped: ${option} (${name(String(stop.allowed))}) was reached`,
				hint: say`raise ${option}`
			};
		}
		case "signal": return {
			message: say`the doctor was stopped`,
			hint: say`run it again: its short questions are asked anew, rulings on labelled items are stored`
		};
		case "batch": return {
			message: say`answers are in a batch that is out`,
			hint: say`run it again later`
		};
		case "quota": return {
			message: say`provider ${name(stop.provider)} refuses further calls`,
			hint: say`${wording(REMEDIES.paid)}`
		};
		case "no-keys": return {
			message: say`no key for ${inRow(stop.providers.map((one) => name(one)), wording(", "))}`,
			hint: say`set what ${wording("`apiKeyEnv`")} names`
		};
		default: throw new Error(`unknown stop: ${JSON.stringify(stop)}`);
	}
}
/** Below this share of right rulings a judge is not fit to block anybody. */
const LEAST_ACCURACY = .8;
/** A judge that gives no ruling on more than this share of them leaves too much undecided. */
const MOST_ABSTAINED = .1;
/** Of the ends of scales a classifier must place at least this share right. */
const LEAST_PLACED = .75;
/** Between both ends of a scale a classifier must see at least this many of the six points. */
const LEAST_SPAN = 3;
/**
* What its rulings on labelled items say against a judge, or against the panel's majority. Few items prove little: below
* `LEAST_ITEMS` only what chance cannot explain is a problem.
*/
function findJudgeProblem({ judge, accuracy, abstained }) {
	const items = accuracy.trials + abstained;
	if (items >= 10 && abstained > MOST_ABSTAINED * items) return [{
		kind: "silent-judge",
		judge,
		abstained,
		items
	}];
	if (items >= 10 ? accuracy.count >= .8 * accuracy.trials : accuracy.trials === 0 || accuracy.interval.upper >= .8) return [];
	return [{
		kind: "weak-judge",
		judge,
		right: accuracy.count,
		ruled: accuracy.trials,
		least: LEAST_ACCURACY
	}];
}
/** What the ends of scales say against a classifier. */
function findClassifierProblem(ends) {
	return ends === void 0 || ends.right >= LEAST_PLACED * ends.asked ? [] : [{
		kind: "weak-classifier",
		...ends
	}];
}
/** How many ends of scales the classifier placed right; undefined where there are none. */
async function askScales(probes, ask) {
	const [first] = probes;
	if (first === void 0) return void 0;
	const scores = await Promise.all(probes.map(async ({ request, read }) => {
		const answer = await ask(request);
		return answer.status === "missing" ? "missing" : read(answer.completion);
	}));
	const right = probes.filter(({ end }, index) => {
		const own = scores[index];
		const other = scores[end === "high" ? index + 1 : index - 1];
		if (own === "missing" || other === "missing") return false;
		return (end === "high" ? own - other : other - own) >= LEAST_SPAN;
	}).length;
	return {
		model: first.request.model.id,
		right,
		asked: probes.length
	};
}
function writeNote(note) {
	switch (note.kind) {
		case "no-workflow": return say`no workflow in ${name(note.folder)} runs Spec Gate: ${name("spec-gate init --workflows gate,seed")} writes two; for other services see docs/other-ci.md`;
		case "no-pipeline": return say`no pipeline here runs Spec Gate: ${name(`spec-gate init --workflows ${note.writes}`)} writes ${note.writes === "gitlab" ? say`one` : say`a script for one`} (docs/other-ci.md)`;
		case "no-seeding": return say`no workflow fills the store on the default branch, so pull requests pay for answers on the base side, too: ${name("spec-gate init --workflows seed")} writes one that does`;
		case "no-release": return say`${name(note.file)} names no release yet: put the commit of the one you use in place of the zeros`;
		case "any-base": return say`${name(note.file)} judges pull requests for any branch and not again when one is turned to another: a check earned elsewhere would stand. Add ${name("branches: [main]")} or ${name("types: [opened, reopened, synchronize, edited]")} under ${name("pull_request")}`;
		case "key-not-given": return say`${name(note.file)} does not hand ${name(note.key)} on to the gate: add ${name(`env: { ${note.key}: "\${{ secrets.${note.key} }}" }`)} to its step`;
		case "no-permission": return say`${name(note.file)} gives the job no ${name(`${note.permission}: ${note.least}`)}, without which ${USES[note.use]}`;
		case "no-repository": return say`this folder is in no git repository, and a check compares commits: ${name("git init")} makes it one`;
		case "node-and-store": return say`Node ${name(note.node)}; the store ${name(note.store)} holds ${note.answers === 0 ? wording("no answers yet") : plural(note.answers, "answer")}`;
		case "first-cost":
			if (note.usd === 0) return say`a pull request that edits one clause costs nothing: its models are free`;
			if (note.usd === "unknown") return say`what a pull request costs is not known, since some prices are not: ${name("prices")} in the config gives them`;
			return say`the first pull request that edits one clause costs about ${dollars(note.usd)}${note.writing === void 0 ? say`` : say`, and at most ${dollars(note.writing)} of that for scenarios written for it`}; ${name("spec-gate plan --base main")} prices the edit at hand`;
		case "void-option": return say`${name(note.option)} has no effect: ${VOID_REASONS[note.why].says}`;
		case "power": return say`what a check can show: ${writePower(note.power, note.usd)}`;
		case "weak-panel": return note.carries === void 0 ? say`too many edits that change nothing would stay undecided at ${points(note.margin)} points: take more models or scenarios` : say`too many edits that change nothing would stay undecided at ${points(note.margin)} points: set ${name("margins.nonCompliance")} to ${name(String(note.carries))}, which this evidence can carry, or take more models or scenarios`;
		case "judges-itself": return say`${name(note.model)} is a judge and a model under test: it rules on its own answers, and judges tend to be kind to those`;
		case "copies": return say`${name(note.model)}: ${name(`params.${note.why}`)} is ${note.why === "seed" ? wording("fixed") : wording("0")}, so it gives the same answer every time it is asked. Several of them prove no more than one; leave it out for a model under test`;
		case "window": return writeWindow(note);
		case "one-slot": return say`${name(note.provider)}: its server answers one request at a time (one took ${seconds(note.one)}, two side by side ${seconds(note.two)}): set ${name("concurrency: 1")} there, or give the server more slots (docs/local-models.md)`;
		case "few-labelled": return writeFewItems(note.items);
		case "simulated": return say`simulated models and judges: these figures say nothing about real ones`;
		case "not-taken": return say`${name(note.model)}: its server does not take everything that is sent, and did without: ${listed(note.what.map((one) => name(one)))}`;
		case "no-schema": return say`${name(note.model)}: it does not keep to a JSON schema, so it is asked for JSON in words, and every reply is checked`;
		case "cut-off": return say`${name(note.model)}: it was asked for one word and cut off after ${plural(note.tokens, "token")}; whether it ends by itself was not seen`;
		default: throw new Error(`unknown note: ${JSON.stringify(note)}`);
	}
}
const USES = {
	"read-both-specs": wording("the spec of both sides cannot be read"),
	comment: wording("no comment can be written and no approval read"),
	"read-spec-and-bank": wording("the spec and the bank cannot be read"),
	issue: wording("no issue about an alarm can be opened or closed")
};
function writeWindow({ judge, prompt, window, range }) {
	const shares = `${range.least.toFixed(2)} to ${range.most.toFixed(2)}`;
	return say`${name(judge)}: ${shares} tokens a character; the bank's longest prompt has about ${count(prompt)} tokens, so its server needs a window of ${count(window)} for each slot`;
}
function seconds(ms) {
	return `${(ms / 1e3).toFixed(1)} s`;
}
/** What so many labelled items cannot show. */
function writeFewItems(items) {
	if (items === 0) return say`there are no labelled items (answers with the ruling they deserve), so the judges were not tested: ${name("spec-gate bank generate --violations")} writes some into ${name("labelled.jsonl")} beside the config`;
	const { lower } = wilson({
		count: items,
		trials: items
	});
	return say`${plural(items, "labelled item")} ${pluralForm(items, wording("proves"), wording("prove"))} little: a judge that is right on all of them may be right on ${percent(lower)} only; ${count(10)} or more, half of them violations, tell more`;
}
/** The figures of one judge. Abstentions count in none of the rates but their own. */
function measureAccuracy(judge, items) {
	const ruled = items.filter(({ against }) => against !== "missing");
	const rate = (among, holds) => {
		const share = {
			count: among.filter(holds).length,
			trials: among.length
		};
		return {
			...share,
			interval: wilson(share)
		};
	};
	return {
		judge,
		accuracy: rate(ruled, ({ expected, against }) => against === (expected === "non-compliant")),
		falsePass: rate(ruled.filter(({ expected }) => expected === "non-compliant"), ({ against }) => against === false),
		falseAlarm: rate(ruled.filter(({ expected }) => expected === "compliant"), ({ against }) => against === true),
		abstained: items.length - ruled.length
	};
}
/** `96 % (81 % to 99 %)`; `-` without trials. */
function writeRate({ count, trials, interval }) {
	if (trials === 0) return wording("-");
	return `${percent(count / trials)} (${percent(interval.lower)} to ${percent(interval.upper)})`;
}
/** A header and a row a judge, for columns or a Markdown table. */
function accuracyRows(judges) {
	return [[
		"judge",
		"accuracy (95 %)",
		"false pass",
		"false alarm",
		"no ruling"
	], ...judges.map((row) => [
		row.judge,
		writeRate(row.accuracy),
		writeRate(row.falsePass),
		writeRate(row.falseAlarm),
		String(row.abstained)
	])];
}
/** Answers to fixed questions are stored: asking the same of the same judge or classifier again costs nothing. */
const KEPT_DRAW = "doctor:1";
/** Every judge on every labelled item, shown what a check would show it. */
function labelledProbes(judges, how) {
	const { items, spec, context, wording } = how;
	const pairs = pairClauses(spec, spec, []);
	return items.flatMap((item) => {
		const clauses = showClauses(pairs, {
			links: item.clauses,
			arm: "base",
			context
		});
		return judges.map((judge) => {
			const { conversation, response } = item;
			const task = {
				judge,
				clauses,
				conversation,
				response,
				draw: KEPT_DRAW,
				wording
			};
			return {
				item,
				judge,
				request: judgeRequest(task),
				read: (completion) => readJudgment(task, completion)
			};
		});
	});
}
/** The figures of each judge and of the majority (`panel`); nothing for no items. Abstentions count apart. */
async function askLabelled(probes, ask) {
	if (probes.length === 0) return [];
	const rulings = await Promise.all(probes.map(async ({ item, judge, request, read }) => {
		const answer = await ask(request);
		const judgment = answer.status === "missing" ? {
			status: "abstained",
			judge: judge.id,
			reason: answer.reason
		} : read(answer.completion);
		return {
			item,
			judge: judge.id,
			judgment
		};
	}));
	const scored = (judge) => rulings.filter((ruling) => ruling.judge === judge).map(({ item, judgment }) => ({
		expected: item.expected,
		against: judgment.status === "ruled" ? judgment.ruling !== "compliant" : "missing"
	}));
	const judges = [...new Set(rulings.map(({ judge }) => judge))];
	const panel = [...new Set(rulings.map(({ item }) => item))].map((item) => ({
		expected: item.expected,
		against: isProblematic(rulings.filter((ruling) => ruling.item === item).map(({ judgment }) => judgment))
	}));
	return [...judges.map((judge) => measureAccuracy(judge, scored(judge))), measureAccuracy("panel", panel)];
}
const SCALES = 4;
/** One word was asked for: a small model that goes on is stopped. */
const FEW_TOKENS$1 = 64;
/** A ruling on an answer that plainly keeps one plain rule, with some room for thoughts before it. */
const RULING_TOKENS = 1024;
/** One tiny question to everybody, in the role they play. `now` names the draw: a doctor's question is always really asked. */
function tinyProbes({ panel, bank, config }, now) {
	const draw = `doctor:${now.toISOString()}`;
	const answers = panel.models.filter(({ ref }) => !hasRecordedAnswers(ref)).map(({ ref }) => {
		return {
			ref,
			role: "model",
			purpose: "respond",
			request: {
				...respondRequest({ ref }, {
					id: "doctor",
					clauses: [],
					topics: [],
					messages: [{
						role: "user",
						content: "Reply with one word: ready"
					}]
				}, draw),
				mostTokens: FEW_TOKENS$1
			}
		};
	});
	const [rule] = PLAIN_RULES;
	const wording = promptsOf(config).judge;
	const judges = panel.judges.map((judge) => {
		const task = {
			judge,
			clauses: [{
				id: rule.id,
				title: rule.id,
				path: [],
				text: rule.text
			}],
			conversation: [{
				role: "user",
				content: rule.query
			}],
			response: rule.keeps,
			draw,
			wording
		};
		return {
			ref: judge,
			role: "judge",
			purpose: "judge",
			request: {
				...judgeRequest(task),
				mostTokens: RULING_TOKENS
			},
			isReadable: (completion) => readJudgment(task, completion).status === "ruled",
			isRight: (completion) => {
				const judgment = readJudgment(task, completion);
				return judgment.status === "ruled" && judgment.ruling === "compliant";
			}
		};
	});
	const scaled = bank.scenarios.find(hasRubrics);
	if (panel.classifier === void 0 || scaled === void 0) return [...answers, ...judges];
	const task = {
		classifier: panel.classifier,
		scenario: scaled,
		response: "I will not help with that.",
		draw
	};
	const classifier = {
		ref: panel.classifier,
		role: "classifier",
		purpose: "classify",
		request: {
			...classifyRequest(task),
			mostTokens: RULING_TOKENS
		},
		isReadable: (completion) => readScores(task, completion) !== "missing"
	};
	return [
		...answers,
		...judges,
		classifier
	];
}
/**
* The longest prompt that a check of this spec and bank can give a judge, for each judge on a server of one's own: their
* windows are what somebody set. One of several judges that are one model is enough.
*/
function longestProbes({ panel, bank, config }, spec) {
	const pairs = pairClauses(spec, spec, []);
	const context = config.judgeContext;
	const longest = bank.scenarios.map((scenario) => {
		const clauses = showClauses(pairs, {
			links: scenario.clauses,
			arm: "base",
			context
		});
		return {
			scenario,
			clauses,
			size: JSON.stringify([clauses, scenario.messages]).length
		};
	}).reduce((most, one) => most === void 0 || one.size > most.size ? one : most, void 0);
	const local = panel.judges.filter((ref) => isLive(ref) && isLocal(ref.origin));
	const models = new Map(local.map((ref) => [`${ref.origin} ${ref.model}`, ref]));
	if (longest === void 0) return [];
	return [...models.values()].map((judge) => {
		const task = {
			judge,
			clauses: longest.clauses,
			conversation: longest.scenario.messages,
			response: USUAL_ANSWER,
			draw: KEPT_DRAW,
			wording: promptsOf(config).judge
		};
		return {
			ref: judge,
			role: "judge",
			purpose: "judge",
			request: judgeRequest(task),
			isReadable: (completion) => readJudgment(task, completion).status === "ruled"
		};
	});
}
/** As long as models answer, in words: a run of one letter would be a handful of tokens. */
const USUAL_ANSWER = "I would look at what you need first, and then at what could go wrong with it. ".repeat(20);
/** For a few scenarios an answer that is the scale's own strategy at either end: the right place is known. */
function scaleProbes({ panel, bank }, wording = CLASSIFY_PROMPT) {
	const { classifier } = panel;
	if (classifier === void 0) return [];
	return bank.scenarios.filter(hasRubrics).slice(0, SCALES).flatMap((scenario) => ["high", "low"].map((end) => {
		const [value1, value2] = end === "high" ? [6, 0] : [0, 6];
		const tail = classifier.kind === "simulated" ? `\n\n${renderTail({
			value1,
			value2,
			quality: 0
		})}` : "";
		const response = `${scenario.rubric1[value1]}\n${scenario.rubric2[value2]}${tail}`;
		const task = {
			classifier,
			scenario,
			response,
			draw: KEPT_DRAW,
			wording
		};
		return {
			scenario: scenario.id,
			end,
			request: classifyRequest(task),
			read: (completion) => {
				const scores = readScores(task, completion);
				return scores === "missing" ? "missing" : scores.value1;
			}
		};
	}));
}
/**
* In the order the causes came up. Numbers and names in the words do not make another cause. `needs` are the windows that
* the bank's longest prompts take.
*/
function groupFailures(failures, needs) {
	const widest = [...needs].sort((a, b) => b.window - a.window)[0];
	const causes = /* @__PURE__ */ new Map();
	for (const failure of failures) {
		const key = `${failure.reason}\n${failure.words.replaceAll(/\d+/g, "#")}`;
		causes.set(key, [...causes.get(key) ?? [], failure]);
	}
	return [...causes.values()].map((same) => {
		const { reason, words } = same[0];
		const remedy = remedyOf(reason, words);
		return {
			kind: "no-answer",
			who: same.map(({ who }) => who).sort(),
			words,
			remedy,
			...remedy === "window" && widest !== void 0 && { window: widest.window }
		};
	});
}
/** Shorter prompts are not measured: a good part of their tokens comes from the chat template. */
const LEAST_CHARACTERS = 1e3;
/** A word is a token at least; a schema that lists other ids makes some difference, too. */
const LEAST_SHARE = .6;
function createTokenMeasure() {
	const ranges = /* @__PURE__ */ new Map();
	const shortest = /* @__PURE__ */ new Map();
	return {
		note: ({ model, messages }, { usage, adapted, finish }) => {
			const characters = charactersOf(messages);
			if (!(isLive(model) && finish !== "unfinished" && !adapted.includes("usage estimated")) || characters < LEAST_CHARACTERS || usage.inputTokens === 0) return;
			const words = wordsOf(messages);
			const least = shortest.get(model.id);
			if (least === void 0 || words < least.words) shortest.set(model.id, {
				words,
				tokens: usage.inputTokens
			});
			const share = usage.inputTokens / characters;
			const known = ranges.get(model.id) ?? {
				least: share,
				most: share
			};
			ranges.set(model.id, {
				least: Math.min(known.least, share),
				most: Math.max(known.most, share)
			});
		},
		rangeOf: (id) => ranges.get(id),
		cutOff: ({ model, messages }, { usage: { inputTokens } }) => {
			const least = shortest.get(model.id);
			if (least === void 0) return void 0;
			const [words, tokens] = [wordsOf(messages) - least.words, inputTokens - least.tokens];
			if (tokens >= LEAST_SHARE * words) return void 0;
			return `the server read ${inputTokens} tokens of it, and ${least.tokens} of a prompt that is ${words} words shorter: it was cut off`;
		}
	};
}
/** Room for a ruling beside its prompt. */
const REPLY_TOKENS = 1024;
/** An answer may be longer than the usual one that the longest prompt was made with. */
const SPARE = 1.25;
/** Where nobody counted: more than almost any text of a European language has. */
const UNCOUNTED = {
	least: .2,
	most: .35
};
/** A prompt's tokens by a model's measure, and the window that holds them, in tokens: a power of two, as people set them. */
function windowFor(messages, range = UNCOUNTED) {
	const prompt = Math.ceil(charactersOf(messages) * range.most);
	return {
		prompt,
		window: 2 ** Math.ceil(Math.log2(SPARE * prompt + REPLY_TOKENS))
	};
}
function wordsOf(messages) {
	return messages.reduce((sum, { content }) => sum + leastTokens(content), 0);
}
function charactersOf(messages) {
	return messages.reduce((sum, { content }) => sum + content.length, 0);
}
function windowNeeds(longest, measure) {
	return longest.map(({ ref, request }) => ({
		judge: ref.id,
		...windowFor(request.messages, measure.rangeOf(ref.id))
	}));
}
/** What is worth knowing where all went well, too: a bank's prompts grow. */
function windowNotes(needs, measure) {
	return needs.flatMap((need) => {
		const range = measure.rangeOf(need.judge);
		return range === void 0 ? [] : [{
			kind: "window",
			...need,
			range
		}];
	});
}
/** If two at once take this much longer than one, they were answered one after the other. */
const IN_A_ROW = 1.6;
/** Answers faster than this are not measured: most of their time is the connection's. */
const LEAST_MS = 150;
const FEW_TOKENS = 12;
/** One probe for each local provider whose `concurrency` nobody set. */
function slotProbes({ config, panel }, now) {
	const refs = [...panel.models.map(({ ref }) => ref), ...panel.judges];
	return [...new Map(refs.map((ref) => [providerName(ref), ref]))].flatMap(([provider, ref]) => {
		const own = config.providers[provider];
		if (own === void 0 || !isLive(own) || own.concurrency !== void 0 || !isLocal(ref.origin)) return [];
		const ask = (n) => ({
			model: ref,
			messages: [{
				role: "user",
				content: `Count upwards from ${n * 100} and do not stop.`
			}],
			sharedMessages: 0,
			mostTokens: FEW_TOKENS,
			isUsable: () => true,
			draw: `doctor:slots:${n}:${now.toISOString()}`
		});
		return [{
			provider,
			requests: [
				ask(1),
				ask(2),
				ask(3),
				ask(4)
			]
		}];
	});
}
/** What a provider that answers one request at a time should be told; nothing where it answers two side by side. */
async function askSlots({ provider, requests }, { ask, monotonic }) {
	const [warm, alone, left, right] = requests;
	const timed = async (asked) => {
		const begun = monotonic();
		return (await Promise.all(asked.map((request) => ask(request)))).every(({ status }) => status === "answered") ? monotonic() - begun : void 0;
	};
	if (await timed([warm]) === void 0) return [];
	const one = await timed([alone]);
	if (one === void 0 || one < LEAST_MS) return [];
	const two = await timed([left, right]);
	if (two === void 0 || two < IN_A_ROW * one) return [];
	return [{
		kind: "one-slot",
		provider,
		one,
		two
	}];
}
/** An `Ask` that collects a mistake of the user as one more problem of the report, where elsewhere it would end the command. */
function gather(ask, { problems, measure }) {
	return async (request) => {
		try {
			const answer = await ask(request);
			if (answer.status === "answered") measure.note(request, answer.completion);
			return answer;
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			const told = error.problems.filter(({ message }) => !message.endsWith(REFUSED_FURTHER));
			problems.push(...setupProblems(told));
			return {
				status: "missing",
				reason: "refused"
			};
		}
	};
}
async function askTiny({ ref, role, request, isReadable, isRight }, { ask, failures, notes }) {
	const answer = await ask(request);
	const who = `${role} ${ref.id}`;
	if (answer.status === "missing") {
		if (answer.reason === "aborted") return {
			id: ref.id,
			role,
			status: "not asked"
		};
		if (answer.reason !== "refused") failures.push({
			who,
			reason: answer.reason,
			words: answer.words ?? answer.reason
		});
		return {
			id: ref.id,
			role,
			status: "failed",
			reason: answer.reason
		};
	}
	const { completion } = answer;
	const returned = completion.returnedModel === void 0 || completion.returnedModel === ref.model ? {} : { returnedModel: completion.returnedModel };
	const model = {
		id: ref.id,
		role,
		status: "answered",
		...returned
	};
	const leftOut = completion.adapted.filter((step) => / dropped$|merged$| -> user turn$/.test(step));
	if (leftOut.length > 0) notes.push({
		kind: "not-taken",
		model: ref.id,
		what: leftOut
	});
	if (isReadable === void 0) {
		if (completion.finish === "length") return cutOff(model, {
			completion,
			notes
		});
		if (completion.finish !== "unfinished") return model;
		failures.push({
			who,
			reason: "unfinished",
			words: completion.ending ?? "the answer broke off"
		});
		return {
			...model,
			status: "failed",
			reason: "unfinished"
		};
	}
	if (!isReadable(completion)) {
		failures.push({
			who,
			...unreadable(completion, request)
		});
		return {
			...model,
			json: "unreadable"
		};
	}
	const wrong = isRight?.(completion) === false ? { wrong: true } : {};
	const plain = completion.adapted.some((step) => step.includes("json_schema"));
	if (plain) notes.push({
		kind: "no-schema",
		model: ref.id
	});
	return {
		...model,
		...wrong,
		json: plain ? "plain" : "schema"
	};
}
/**
* The model was asked for one word and wrote on until it was cut off: it answers, but whether it ends by itself is not
* known.
*/
function cutOff(model, { completion, notes }) {
	notes.push({
		kind: "cut-off",
		model: model.id,
		tokens: completion.usage.outputTokens
	});
	return {
		...model,
		cutOff: true
	};
}
/** A judge that rules on a plain answer may still not get the bank's longest prompt into its window. */
async function askLongest({ ref, role, request, isReadable }, { ask, failures, measure }) {
	const answer = await ask(request);
	const who = `${role} ${ref.id} on the bank's longest prompt`;
	if (answer.status === "missing") {
		if (answer.reason !== "refused" && answer.reason !== "aborted") failures.push({
			who,
			reason: answer.reason,
			words: answer.words ?? answer.reason
		});
	} else if (isReadable?.(answer.completion) === false) failures.push({
		who,
		...unreadable(answer.completion, request)
	});
	else {
		const words = measure.cutOff(request, answer.completion);
		if (words !== void 0) failures.push({
			who,
			reason: "too_large",
			words
		});
	}
}
/** A reply that was cut off below this share of its cap was cut off by something else: the server's window. */
const FAR_FROM_CAP = .9;
function unreadable({ finish, ending, usage }, { model, mostTokens }) {
	switch (finish) {
		case "stop": return {
			reason: "not JSON",
			words: "the reply cannot be read as the JSON that was asked for"
		};
		case "length": return cutOffReply(usage.outputTokens, givenCap(model) ?? mostTokens);
		case "refusal":
		case "content_filter": return {
			reason: finish,
			words: ending ?? "it declined to rule"
		};
		case "unfinished": return {
			reason: finish,
			words: ending ?? "the reply broke off"
		};
		default: throw new Error(`unknown ending: ${String(finish)}`);
	}
}
/** A reply ends at its cap, or, with tokens of its cap left, at the end of the server's window. */
function cutOffReply(tokens, cap) {
	if (cap === void 0 || tokens >= FAR_FROM_CAP * cap) return {
		reason: "length",
		words: `the reply was cut off after ${tokens} tokens`
	};
	return {
		reason: "too_large",
		words: `the reply was cut off before its cap of ${cap} tokens: its server's context window is full`
	};
}
function isRead(json) {
	return json === "schema" || json === "plain";
}
/** What will be asked and what it costs; what is stored is not asked again. */
function planDoctor({ project, spec, items, now }, isStored) {
	const tiny = tinyProbes(project, now);
	const slots = slotProbes(project, now);
	const longest = longestProbes(project, spec);
	const context = project.config.judgeContext;
	const wording = promptsOf(project.config).judge;
	const labelled = labelledProbes(project.panel.judges, {
		items,
		spec,
		context,
		wording
	});
	const scales = scaleProbes(project);
	const calls = [
		...slots.flatMap(({ requests }) => requests.map((request) => ({
			request,
			purpose: "respond"
		}))),
		...tiny,
		...longest,
		...labelled.map(({ request }) => ({
			request,
			purpose: "judge"
		})),
		...scales.map(({ request }) => ({
			request,
			purpose: "classify"
		}))
	].filter(({ request }) => !isStored(requestKey(request)));
	const usd = estimateCosts(calls, project.config.prices);
	return {
		slots,
		tiny,
		longest,
		labelled,
		scales,
		planned: {
			calls: calls.length,
			usd
		}
	};
}
/** Asks what was planned, and reports what came of it. */
async function runDoctor(plan, means) {
	const { run, providers } = means;
	const { models, judges, classifier, problems, notes, measure } = await askAll(plan, means);
	const { calls, usd } = run.tally.made();
	const told = problems.map((problem) => writeProblem(problem));
	const unique = [...new Map(told.map((problem) => [problem.message, problem])).values()];
	return {
		schema: "spec-gate/doctor@1",
		ok: unique.length === 0,
		providers: providers.map((provider) => ({
			...provider,
			problems: provider.problems.length + (isSilent(provider, models) ? 1 : 0)
		})),
		models: models.map((model) => ({
			...model,
			...whereDefined({ tokensPerCharacter: measure.rangeOf(model.id) })
		})),
		judges,
		...whereDefined({ classifier }),
		problems: unique,
		notes: notes.map((note) => plainText(writeNote(note))),
		planned: plan.planned,
		made: {
			calls,
			usd
		}
	};
}
/** Slots first, then everybody one short question, the longest prompts, labelled items and scales. */
async function askAll(plan, means) {
	const { run } = means;
	const problems = [...means.problems ?? [], ...means.providers.flatMap((provider) => setupProblems(provider.problems))];
	const notes = [...means.notes ?? []];
	const measure = createTokenMeasure();
	const ask = gather(run.ask, {
		problems,
		measure
	});
	for (const probe of plan.slots) notes.push(...await askSlots(probe, {
		ask,
		monotonic: means.monotonic
	}));
	const failures = [];
	const models = [...await Promise.all(plan.tiny.map((probe) => askTiny(probe, {
		ask,
		failures,
		notes
	}))), ...means.absent];
	problems.push(...findWrongPanel(models));
	const fitting = plan.longest.filter(({ ref }) => models.some(({ id, json }) => id === ref.id && isRead(json)));
	await Promise.all(fitting.map((probe) => askLongest(probe, {
		ask,
		failures,
		measure
	})));
	const needs = windowNeeds(plan.longest, measure);
	problems.push(...groupFailures(inConfigOrder(failures, plan), needs));
	notes.push(...windowNotes(needs, measure));
	const silent = new Set(models.filter(({ status }) => status !== "answered").map(({ id }) => id));
	const judges = await askLabelled(plan.labelled.filter(({ judge }) => !silent.has(judge.id)), ask);
	problems.push(...judges.flatMap((judge) => findJudgeProblem(judge)));
	const labelled = new Set(plan.labelled.map(({ item }) => item.id)).size;
	if (labelled < 10) notes.push({
		kind: "few-labelled",
		items: labelled
	});
	if (plan.tiny.some(({ ref }) => isSimulated(ref))) notes.push({ kind: "simulated" });
	const classifier = await askScales(plan.scales, ask);
	problems.push(...findClassifierProblem(classifier));
	const stop = run.stopped();
	if (stop !== void 0) problems.push({
		kind: "stopped",
		stop
	});
	return {
		models,
		judges,
		classifier,
		problems,
		notes,
		measure
	};
}
/** In the order of the config, whoever answered first. */
function inConfigOrder(failures, { tiny }) {
	const order = tiny.map(({ role, ref }) => `${role} ${ref.id}`);
	const rank = ({ who }) => order.findIndex((one) => who === one || who.startsWith(`${one} on `));
	return [...failures].sort((a, b) => rank(a) - rank(b));
}
/** Everybody who was asked there failed: what answers nobody is not well. */
function isSilent({ name, problems }, models) {
	const own = models.filter(({ id }) => id.startsWith(`${name}/`));
	return problems.length === 0 && own.length > 0 && own.every(({ status }) => status === "failed");
}
/** One ruling says little of a judge; where all of them are wrong on what is plain, the panel is not fit. */
function findWrongPanel(models) {
	const judges = models.filter(({ role, json }) => role === "judge" && isRead(json));
	if (judges.length === 0 || judges.some(({ wrong }) => wrong !== true)) return [];
	return [{ kind: "wrong-panel" }];
}
/** The providers that a project's panel needs, by name. */
function checkProviders(project, { env, nodeVersion }) {
	const offline = [...project.offline].map(([name, { kind }]) => ({
		name,
		origin: kind,
		problems: []
	}));
	const live = liveProviders(project);
	const shared = live.length === 0 ? [] : [...checkNode(nodeVersion), ...checkKeyBinding(live)];
	return [...offline, ...live.map((config) => {
		const problems = [...shared];
		try {
			resolveProvider(config, env);
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			problems.push(...error.problems);
		}
		return {
			name: config.name,
			origin: endpointOf(config).origin,
			problems
		};
	})];
}
/** The project with only those who can be asked, and those who cannot. */
function splitPanel(project, providers) {
	const bad = new Set(providers.filter(({ problems }) => problems.length > 0).map(({ name }) => name));
	const isAbsent = (ref) => bad.has(providerName(ref));
	const { models, judges, classifier } = project.panel;
	const panel = {
		models: models.filter(({ ref }) => !isAbsent(ref)),
		judges: judges.filter((ref) => !isAbsent(ref)),
		classifier: classifier === void 0 || isAbsent(classifier) ? void 0 : classifier
	};
	return {
		project: {
			...project,
			panel
		},
		isAbsent
	};
}
var import_dist = require_dist();
/** Where services look for a pipeline, and the script that `init` writes; a folder stands for the files in it. */
const PLACES = [
	".gitlab-ci.yml",
	".gitlab",
	"azure-pipelines.yml",
	"bitbucket-pipelines.yml",
	".buildkite",
	".circleci",
	".drone.yml",
	".forgejo/workflows",
	".gitea/workflows",
	"Jenkinsfile",
	".travis.yml",
	".woodpecker",
	".woodpecker.yml",
	".woodpecker.yaml"
];
/** Notes on a repository under `root` in which no workflow of GitHub runs the gate. */
function otherPipelineNotes(root, workflows) {
	if (PLACES.some((place) => filesAt(join(root, place)).some(runsGate))) return [];
	const server = originServer(root) ?? (existsSync(join(root, ".gitlab-ci.yml")) ? "gitlab" : "github");
	return [NOTES[server](workflows)];
}
const NOTES = {
	github: (folder) => ({
		kind: "no-workflow",
		folder
	}),
	gitlab: () => ({
		kind: "no-pipeline",
		writes: "gitlab"
	}),
	other: () => ({
		kind: "no-pipeline",
		writes: "script"
	})
};
function runsGate(file) {
	return readFileSync(file, "utf8").includes("spec-gate");
}
function filesAt(path) {
	if (!existsSync(path)) return [];
	if (statSync(path).isFile()) return [path];
	return readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => join(path, name));
}
/** GitHub's own name for "everything that is not said is none"; a single word stands for all permissions. */
const Permissions = union([string(), record(string(), string())]);
const Variables = record(string(), unknown());
const Step = looseObject({
	uses: string().optional(),
	with: Variables.nullish(),
	env: Variables.nullish()
});
const Job = looseObject({
	uses: string().optional(),
	permissions: Permissions.nullish(),
	env: Variables.nullish(),
	steps: array(Step).optional()
});
const WorkflowFile = looseObject({
	on: unknown().optional(),
	permissions: Permissions.nullish(),
	env: Variables.nullish(),
	jobs: record(string(), Job)
});
const FOLDER = ".github/workflows";
/** Permissions without which a mode leaves something undone, and what. */
const NEEDED = {
	check: [[
		"contents",
		"read",
		"read-both-specs"
	], [
		"pull-requests",
		"write",
		"comment"
	]],
	seed: [[
		"contents",
		"read",
		"read-spec-and-bank"
	]],
	nightly: [[
		"contents",
		"read",
		"read-spec-and-bank"
	], [
		"issues",
		"write",
		"issue"
	]]
};
/** Notes on the workflows under `root`. `keys` are the variables that the config's providers need. */
function workflowNotes(root, keys) {
	const steps = findGateSteps(root);
	if (steps.length === 0) return otherPipelineNotes(root, FOLDER);
	const found = steps.flatMap((step) => [
		...permissionNotes(step),
		...keyNotes(step, keys),
		...pinNotes(step),
		...baseNotes(step)
	]);
	const each = new Map(found.map((note) => [JSON.stringify(note), note]));
	const isSeeded = steps.some(({ mode }) => mode === "seed");
	return [...each.values(), ...isSeeded ? [] : [{ kind: "no-seeding" }]];
}
function findGateSteps(root) {
	const folder = join(root, FOLDER);
	if (!existsSync(folder)) return [];
	return readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)).sort().flatMap((name) => stepsIn(`${FOLDER}/${name}`, readFileSync(join(folder, name), "utf8")));
}
function stepsIn(file, text) {
	const workflow = WorkflowFile.safeParse(readYaml(text)).data;
	if (workflow === void 0) return [];
	const judgesAnyBase = isForAnyBase(workflow.on);
	return Object.values(workflow.jobs).flatMap((job) => {
		const permissions = job.permissions ?? workflow.permissions ?? void 0;
		if (/\/spec-gate\/\.github\/workflows\/gate\.yml@/.test(job.uses ?? "")) return Object.keys(NEEDED).map((mode) => ({
			file,
			uses: job.uses,
			mode,
			judgesAnyBase,
			permissions,
			variables: void 0
		}));
		return (job.steps ?? []).flatMap((step) => {
			if (step.uses === void 0 || !/^[\w.-]+\/spec-gate@/.test(step.uses)) return [];
			return [{
				file,
				uses: step.uses,
				mode: typeof step.with?.["mode"] === "string" ? step.with["mode"] : "check",
				judgesAnyBase,
				permissions,
				variables: new Set([
					workflow.env,
					job.env,
					step.env
				].flatMap((env) => Object.keys(env ?? {})))
			}];
		});
	});
}
function readYaml(text) {
	try {
		return (0, import_dist.parse)(text);
	} catch {
		return;
	}
}
/** Where a workflow says nothing of permissions, the repository's settings do: nothing to find here. */
function permissionNotes({ file, mode, permissions }) {
	if (permissions === void 0 || permissions === "write-all") return [];
	return (NEEDED[mode] ?? []).flatMap(([permission, least, use]) => {
		const given = typeof permissions === "string" ? permissions === "read-all" ? "read" : "none" : permissions[permission];
		return given === "write" || given === least ? [] : [{
			kind: "no-permission",
			file,
			permission,
			least,
			use
		}];
	});
}
function keyNotes({ file, variables }, keys) {
	return keys.filter((key) => variables?.has(key) === false).map((key) => ({
		kind: "key-not-given",
		file,
		key
	}));
}
function pinNotes({ file, uses }) {
	return /@0{40}$/.test(uses) ? [{
		kind: "no-release",
		file
	}] : [];
}
/** Whether a pull request for any branch is judged, and not once more when it is turned to another. */
function isForAnyBase(on) {
	if (on === "pull_request") return true;
	if (Array.isArray(on)) return on.includes("pull_request");
	const triggers = record(string(), unknown()).safeParse(on).data ?? {};
	if (!Object.hasOwn(triggers, "pull_request")) return false;
	const { types = [], ...filters } = Variables.safeParse(triggers["pull_request"]).data ?? {};
	return ![types].flat().includes("edited") && !("branches" in filters) && !("branches-ignore" in filters);
}
function baseNotes({ file, mode, judgesAnyBase }) {
	return mode === "check" && judgesAnyBase ? [{
		kind: "any-base",
		file
	}] : [];
}
function surroundingNotes({ project, root, store }, { nodeVersion, isRepository, usualEdit }) {
	const live = liveProviders(project);
	const keys = [...new Set(live.flatMap((provider) => secretVariables(provider)))];
	return [
		{
			kind: "node-and-store",
			node: nodeVersion,
			store: project.config.storePath,
			answers: store.size()
		},
		...live.length === 0 || usualEdit === void 0 ? [] : [firstCost(project.config, usualEdit)],
		...isRepository ? workflowNotes(root, keys) : [{ kind: "no-repository" }]
	];
}
/** `usd` is what an edit of one clause costs with nothing stored. */
function firstCost({ coverage }, usd) {
	return {
		kind: "first-cost",
		usd,
		...coverage.write && { writing: coverage.usd }
	};
}
/** Where answers cannot be kept, each run asks and pays for all of them. */
function storeProblems(folder) {
	let place = folder;
	while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
	const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
	try {
		if (isFolder) accessSync(place, constants.W_OK);
	} catch {
		return [{
			kind: "store",
			place,
			why: "not-writable"
		}];
	}
	return isFolder ? [] : [{
		kind: "store",
		place,
		why: "no-folder"
	}];
}
/** Ends with a line feed. */
function renderDoctor(report, { paint = NO_PAINT, width = 100, room = Infinity } = {}) {
	const mark = {
		answered: paint.good("ok"),
		failed: paint.bad("FAILED"),
		"not asked": paint.unsure("not asked")
	};
	const providers = report.providers.map(({ name, origin, problems }) => [
		name,
		origin,
		problems === 0 ? "ok" : plural(problems, "problem")
	]);
	const models = report.models.map((model) => [
		model.role,
		visibleLine(model.id, 60),
		describeModel(model),
		model.cutOff === true ? paint.unsure("cut off") : model.json === "unreadable" ? mark.failed : mark[model.status]
	]);
	const price = report.made.usd === "unknown" ? wording("price unknown") : dollars(report.made.usd);
	return `${[
		["Providers", ...indent(fitColumns(providers, { width: width - 2 }))],
		["Models, judges and classifier", ...indent(fitColumns(models, {
			width: width - 2,
			dispensable: [2]
		}))],
		report.judges.length === 0 ? [] : ["Judges on labelled items", ...indent(fitColumns(accuracyRows(report.judges), {
			width: width - 2,
			dispensable: [4]
		}))],
		report.classifier === void 0 ? [] : [plainText(writeScaleEnds(report.classifier))],
		report.notes.length === 0 ? [] : ["Notes", ...wrapIndented(indent(report.notes), room)],
		report.problems.length === 0 ? [paint.good(plainText(say`All is well (${plural(report.made.calls, "call")}, ${price}).`))] : [paint.bad(plainText(say`${plural(report.problems.length, "problem")} to mend`)), ...report.problems.flatMap((problem) => wrapIndented(indent(formatProblem(problem).split("\n")), room))]
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
/** What will be asked, before it is. */
function renderDoctorPlan({ calls, usd }) {
	if (calls === 0) return "";
	const price = usd === "unknown" ? say`price unknown` : usd === 0 ? say`no cost` : say`about ${dollars(usd)}`;
	return `${plainText(say`doctor asks at most ${plural(calls, "call")} (${price})`)}\n`;
}
function writeScaleEnds({ right, asked }) {
	return say`Classifier  ${count(right)} of ${plural(asked, "scale end")} placed right`;
}
function describeModel({ reason, returnedModel, json, wrong }) {
	return [
		reason,
		wrong === true ? "wrong on what is plain" : void 0,
		returnedModel === void 0 ? void 0 : `answers as ${visibleLine(returnedModel, 40)}`,
		json === void 0 ? void 0 : {
			schema: "JSON by schema",
			plain: "JSON by words only",
			unreadable: "JSON unreadable"
		}[json]
	].filter((part) => part !== void 0).join(", ");
}
function indent(lines) {
	return lines.map((line) => `  ${line}`);
}
/** Why a model's draws are one and the same; undefined where they may differ. */
function whyCopies({ params }) {
	if (params["seed"] !== void 0) return "seed";
	return params["temperature"] === 0 ? "temperature" : void 0;
}
function noteCopies(models) {
	return models.flatMap((ref) => {
		const why = whyCopies(ref);
		return why === void 0 ? [] : [{
			kind: "copies",
			model: ref.id,
			why
		}];
	});
}
/** A panel is the user's choice, so what it can show is a note and no problem. `usd` is the price of a usual edit. */
function panelNotes({ config, panel }, usd) {
	const power = panelPower(config, panel);
	const weak = power.passes >= .9 ? [] : [{
		kind: "weak-panel",
		margin: power.margin,
		...whereDefined({ carries: power.carries })
	}];
	const own = judgesUnderTest(panel).map((model) => ({
		kind: "judges-itself",
		model
	}));
	return [
		{
			kind: "power",
			power,
			usd
		},
		...weak,
		...own
	];
}
/** Of the project as it is configured, whoever can be asked today. */
function voidNotes({ config, panel, bank }) {
	const means = {
		kind: config.specUse,
		models: panel.models.length,
		judges: panel.judges.length,
		scoring: panel.classifier === void 0 ? "no-classifier" : bank.scenarios.some(hasRubrics) ? "possible" : "no-rubrics"
	};
	return findVoidOptions(decisionPolicy(config), means).map(({ option, why }) => ({
		kind: "void-option",
		option,
		why
	}));
}
async function runDoctorCommand(options, context) {
	const working = await loadWorkingProject(options, context, { unfinished: "allowed" });
	const providers = checkProviders(working.project, {
		env: context.env,
		nodeVersion: process.versions.node
	});
	const { project, isAbsent } = splitPanel(working.project, providers);
	const items = await readLabelled(options, context, project);
	const plan = planDoctor({
		project,
		spec: working.spec,
		items,
		now: context.now()
	}, (key) => working.store.get(key) !== void 0);
	context.remark(renderDoctorPlan(plan.planned));
	const run = openCommandRun({
		project,
		store: working.store,
		afterFailure: "go-on"
	}, context);
	const { models, judges, classifier } = working.project.panel;
	const refuse = (role, refs) => refs.filter(isAbsent).map(({ id }) => ({
		id,
		role,
		status: "not asked",
		reason: "see its provider"
	}));
	const absent = [
		...refuse("model", models.map(({ ref }) => ref)),
		...refuse("judge", judges),
		...refuse("classifier", classifier === void 0 ? [] : [classifier])
	];
	const usualEdit = await priceUsualEdit(working.project, working.spec);
	const surroundings = surroundingNotes(working, {
		usualEdit,
		nodeVersion: process.versions.node,
		isRepository: await findRepository(context.cwd) !== void 0
	});
	const calls = Array.from({ length: plan.planned.calls }, () => ({
		stored: false,
		optional: false
	}));
	run.beginStage("doctor", () => calls);
	const report = await runDoctor(plan, {
		run,
		providers,
		absent,
		notes: [
			...surroundings,
			...voidNotes(working.project),
			...panelNotes(working.project, usualEdit),
			...noteCopies(models.map(({ ref }) => ref))
		],
		problems: [...setupProblems(working.unreadable), ...storeProblems(working.storeFolder)],
		monotonic: context.monotonic
	});
	run.close();
	context.print(options.json === true ? `${JSON.stringify(report, null, 2)}\n` : renderDoctor(report, {
		paint: createPaint(context.output.colour),
		width: context.output.columns,
		room: roomForSentences(context.output)
	}));
	return report.ok ? EXIT.pass : EXIT.usage;
}
/** The items of the file that is named, or the project's own. */
async function readLabelled(options, context, project) {
	if (options.labelled === void 0) return project.labelled;
	const path = resolve(context.cwd, options.labelled);
	const file = relative(context.cwd, path) || path;
	return parseLabelled({
		file,
		text: await readTextInside(dirname(path), basename(path))
	});
}
export { askLabelled as a, writeRate as c, findJudgeProblem as d, writeProblem as f, scaleProbes as i, askScales as l, runDoctorCommand as n, labelledProbes as o, checkProviders as r, accuracyRows as s, readLabelled as t, findClassifierProblem as u };
