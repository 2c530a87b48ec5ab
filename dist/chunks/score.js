import { c as preparePanel, i as describeScoring, o as scoreBankFile, r as describePlan, s as scoreScenario, t as createPlanTally } from "./plan-tally.js";
import { t as UserError } from "./errors.js";
import { p as requestKey } from "./estimate-cost.js";
import { h as NO_USAGE } from "./load-project.js";
import { n as replaceFile } from "./bank-file.js";
import { n as parseBank } from "./parse-bank.js";
import { t as loadBankProject } from "./project.js";
import { t as EXIT } from "./exit-code.js";
import { readFileSync } from "node:fs";
/** Tokens of a reply, reasoning included. */
const REPLY_TOKENS = {
	respond: 800,
	value_scores: 350,
	judgment: 500,
	scenario_topics: 150
};
/** Stands for a response that is not there yet: about as long as models answer, to size what follows. */
const UNKNOWN_RESPONSE = "x".repeat(1600);
/** The calls that scoring a bank needs, by step, without making them. All are certain once the responses are there. */
async function planScoring(scenarios, options, { store, priceOf }) {
	const tally = createPlanTally(priceOf);
	const panel = preparePanel(options);
	const seen = /* @__PURE__ */ new Set();
	const pretend = async (request) => {
		const key = requestKey(request);
		const stored = store.get(key);
		if (isAbout(request, UNKNOWN_RESPONSE) || !seen.has(key)) {
			const step = stepOf(request);
			tally.add({
				step,
				request,
				stored: stored !== void 0,
				certain: true,
				replyTokens: REPLY_TOKENS[step]
			});
		}
		seen.add(key);
		const standIn = {
			text: UNKNOWN_RESPONSE,
			finish: "stop",
			usage: NO_USAGE,
			adapted: []
		};
		return {
			status: "answered",
			completion: stored?.completion ?? standIn
		};
	};
	for (const scenario of scenarios) await scoreScenario(scenario, panel, pretend);
	return tally.read();
}
function stepOf({ format }) {
	return format?.name ?? "respond";
}
function isAbout({ messages }, response) {
	return messages.some(({ content }) => content.includes(response));
}
async function runBankScoreCommand(options, door) {
	const context = await loadBankProject(options, door);
	const { bankPath, bankName, store, priceOf } = context;
	const bank = parseBank({
		file: bankName,
		text: readBank(bankPath, bankName)
	});
	const task = await scoringOptions(context, {
		judged: options.judges !== false,
		now: door.now()
	});
	const plan = await planScoring(bank.scenarios, task, {
		store,
		priceOf
	});
	if (options.plan === true) {
		door.print(options.json === true ? toJson(plan) : toText(describePlan(plan)));
		return EXIT.pass;
	}
	const run = context.openRun("score", {
		plan,
		bank
	});
	const lines = [];
	const counts = await scoreBankFile(bank.scenarios, task, {
		ask: run.ask,
		writeLine: (line) => void lines.push(`${line}\n`)
	});
	run.close();
	if (counts.scored > 0) replaceFile(bankPath, lines.join(""));
	door.print(options.json === true ? toJson(counts) : toText([...describeScoring(counts), `in ${bankName}`]));
	return counts.stopped === void 0 ? EXIT.pass : EXIT.inconclusive;
}
async function scoringOptions({ project, loadSpec }, { judged, now }) {
	const { panel, config, configFile } = project;
	if (panel.classifier === void 0) throw new UserError({
		message: "scoring a bank needs a classifier",
		hint: "Name a model as `classifier` in the config.",
		place: { file: configFile }
	});
	const needsSpec = judged || config.specUse === "prompt";
	return {
		models: panel.models,
		classifier: panel.classifier,
		...judged && { judges: panel.judges },
		...needsSpec && { spec: await loadSpec() },
		specUse: config.specUse,
		date: now.toISOString().slice(0, 10)
	};
}
function readBank(path, name) {
	try {
		return readFileSync(path, "utf8");
	} catch (error) {
		if (error.code !== "ENOENT") throw error;
		throw new UserError({
			message: "no such file",
			hint: "Write one with `bank generate`, or bring one with `bank import`.",
			place: { file: name }
		});
	}
}
function toJson(value) {
	return `${JSON.stringify(value, null, 2)}\n`;
}
function toText(lines) {
	return lines.map((line) => `${line}\n`).join("");
}
export { runBankScoreCommand };
