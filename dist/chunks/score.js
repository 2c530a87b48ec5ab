import { a as whereDefined } from "./action-stats-diff-report-check.js";
import { n as toText, t as toJson } from "./print-result.js";
import { x as say, y as name } from "./action-stats-report-check.js";
import { i as preparePanel, n as scoreBankFile, r as scoreScenario } from "./bank.js";
import { n as walkBankFile, t as openBank } from "./open-bank.js";
import { i as describeScoring, r as describePlan, t as rewriteBank } from "./bank-rewrite.js";
import { v as UserError } from "./commands-action-stats-diff-report-check.js";
import { Kn as respondRequest, Lr as readDataBlocks, Mn as parseValues, On as openLinker, Xr as requestKey, Yr as createKeySet, ir as SELECTION_DRAW, zn as createPlanTally } from "./check.js";
import { m as createRecent } from "./stats-diff-report-check.js";
import { r as NO_USAGE } from "./action-stats-check.js";
import { i as nameSplit } from "./shard-notes.js";
import { n as takeShard } from "./commands-action.js";
import { t as loadBankProject } from "./project.js";
import { t as noteShard } from "./note-shard.js";
import { t as EXIT } from "./cli-commands-action-schema-stats-diff-report-check.js";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
/** Tokens of a reply, reasoning included. */
const REPLY_TOKENS = {
	respond: 800,
	value_scores: 350,
	expressed_values: 150,
	judgment: 500,
	scenario_topics: 150,
	clause_links: 250
};
/** Stands for a response that is not there yet: about as long as models answer, to size what follows. */
const UNKNOWN_RESPONSE = "x".repeat(1600);
const STAND_INS = 64;
/** The calls that scoring a bank needs, by step, without making them. All are certain once the responses are there. */
async function planScoring(scenarios, options, { store, priceOf }) {
	const tally = createPlanTally(priceOf);
	const panel = preparePanel(options);
	const seen = createKeySet();
	const recent = createRecent(STAND_INS);
	const say = (text) => recent(text, () => ({
		text,
		finish: "stop",
		usage: NO_USAGE,
		adapted: []
	}));
	/** Of so many models whose answer is not there one is walked through; what is asked about it is asked about each. */
	const pretendFor = (alike) => async (request) => {
		const step = stepOf(request);
		const isAboutUnknown = isAbout(request, UNKNOWN_RESPONSE);
		const key = isAboutUnknown ? void 0 : requestKey(request);
		const stored = key === void 0 ? void 0 : store.get(key);
		if (key === void 0 || seen.add(key)) {
			const times = isAboutUnknown ? alike : 1;
			tally.add({
				step,
				request,
				stored: stored !== void 0,
				certain: true,
				replyTokens: REPLY_TOKENS[step],
				times
			});
		}
		return {
			status: "answered",
			completion: stored?.completion ?? say(standIn(step, request))
		};
	};
	for await (const scenario of scenarios) {
		const asked = panel.respondents.map((respondent) => {
			const request = respondRequest(respondent, scenario, SELECTION_DRAW);
			return {
				respondent,
				request,
				isStored: store.get(requestKey(request)) !== void 0
			};
		});
		const [walked, ...alike] = asked.filter(({ isStored }) => !isStored);
		const pretend = pretendFor(1 + alike.length);
		for (const { request } of alike) await pretend(request);
		const own = asked.filter((one) => one.isStored || one === walked).map(({ respondent }) => respondent);
		await scoreScenario(scenario, {
			...panel,
			respondents: own
		}, pretend);
	}
	return tally.read();
}
function stepOf({ format }) {
	return format?.name ?? "respond";
}
/** The reply that a step is taken to give. What scores and rulings say does not change what else is asked. */
function standIn(step, request) {
	switch (step) {
		case "respond": return UNKNOWN_RESPONSE;
		case "clause_links": return standInLinks(request);
		case "judgment": return "{\"reasoning\":\"\",\"ruling\":\"compliant\",\"clauses\":[]}";
		case "value_scores": return "{\"reasoning\":\"\",\"value1\":3,\"value2\":3,\"confidence\":1,\"response_type\":\"full_compliance\"}";
		case "expressed_values":
		case "scenario_topics": return "{}";
		default: throw new Error(`unknown step: ${String(step)}`);
	}
}
/** Stands for a linker's reply that names the two likeliest clauses, to estimate what judges will read. */
function standInLinks({ messages }) {
	const blocks = readDataBlocks(messages.map(({ content }) => content).join("\n"));
	const links = (blocks.get("clauses") ?? []).slice(0, 2).map(({ id }) => ({
		clause: id,
		why: "",
		sure: true
	}));
	return JSON.stringify({
		item: blocks.get("item") ?? "",
		links
	});
}
function isAbout({ messages }, response) {
	return messages.some(({ content }) => content.includes(response));
}
async function runBankScoreCommand(options, context) {
	const bankProject = await loadBankProject(options, context);
	const { bankPath, bankName, store, priceOf } = bankProject;
	if (!existsSync(bankPath)) throw new UserError({
		message: "no such file",
		hint: "Write one with `bank generate`, or bring one with `bank import`.",
		place: { file: bankName }
	});
	const task = await scoringOptions(bankProject, {
		judged: options.judges,
		wholeSpec: options.wholeSpec === true,
		...options.valueCategories === true && { categories: await readCategories(options.values, context) },
		now: context.now()
	});
	if (options.plan === true) {
		const without = { without: "scored" };
		const plan = await planScoring(options.shard === void 0 ? walkBankFile(bankPath, bankName, without) : takeShard((await openBank(bankPath, bankName, without)).scenarios, options.shard), task, {
			store,
			priceOf
		});
		context.print(options.json === true ? toJson(plan) : toText(describePlan(plan)));
		return EXIT.pass;
	}
	const bank = await openBank(bankPath, bankName);
	const own = options.shard === void 0 ? bank.scenarios : takeShard(bank.scenarios, options.shard);
	const plan = await planScoring(own, task, {
		store,
		priceOf
	});
	const run = bankProject.openRun("score", {
		plan,
		bank
	});
	const counts = await scoreInto({
		path: bankPath,
		scenarios: bank.scenarios
	}, own, {
		task,
		run
	});
	run.close();
	const subject = nameSplit(bank.scenarios.map(({ id }) => id));
	noteShard(options.shard, {
		work: "bank score",
		subject,
		finished: counts.stopped === void 0
	}, bankProject);
	context.print(options.json === true ? toJson(counts) : toText([...describeScoring(counts), say`in ${name(bankName)}`]));
	const isEmpty = own.length > 0 && counts.scored + counts.unchanged === 0;
	return counts.stopped !== void 0 || isEmpty ? EXIT.inconclusive : EXIT.pass;
}
/** Scored rows of a run that was stopped are kept: the others are as they were. */
async function scoreInto(bank, own, { task, run }) {
	let counts;
	await rewriteBank(bank, async (put) => {
		let written = 0;
		const writeLine = (line) => {
			put(own[written].id, line);
			written += 1;
		};
		counts = await scoreBankFile(own, {
			...task,
			ahead: run.places
		}, {
			ask: run.ask,
			writeLine
		});
		return counts.scored > 0 ? "replace" : "leave";
	});
	return counts;
}
async function scoringOptions({ project, loadSpec }, { judged, wholeSpec, categories, now }) {
	const { panel, config, configFile } = project;
	if (panel.classifier === void 0) throw new UserError({
		message: "scoring a bank needs a classifier",
		hint: "Name a model as `classifier` in the config.",
		place: { file: configFile }
	});
	const spec = judged || config.specUse === "prompt" ? await loadSpec() : void 0;
	const links = judged && !wholeSpec && spec !== void 0;
	return {
		models: panel.models,
		classifier: panel.classifier,
		...judged && { judges: panel.judges },
		...whereDefined({ spec }),
		...links && { linker: openLinker({
			spec,
			panel,
			prices: config.prices
		}) },
		...whereDefined({ categories }),
		specUse: config.specUse,
		promptWithout: config.promptWithout,
		date: now.toISOString().slice(0, 10)
	};
}
/** The kinds that a taxonomy sorts its values into. @throws UserError where it has none. */
async function readCategories(taxonomy, context) {
	const path = taxonomy === void 0 ? join(context.packageRoot, "fixtures/values.yml") : resolve(context.cwd, taxonomy);
	const file = taxonomy ?? "values.yml";
	if (!existsSync(path)) throw new UserError({
		message: "no such file",
		place: { file }
	});
	const kinds = /* @__PURE__ */ new Map();
	for (const { name: value, category } of await parseValues({
		file,
		text: readFileSync(path, "utf8")
	})) if (category !== void 0) kinds.set(category, [...kinds.get(category) ?? [], value]);
	if (kinds.size < 2) throw new UserError({
		message: "these values have no categories",
		hint: "write it as `categories`, each with a name and its values",
		place: { file }
	});
	return [...kinds].map(([kind, values]) => ({
		name: kind,
		values
	}));
}
export { runBankScoreCommand };
