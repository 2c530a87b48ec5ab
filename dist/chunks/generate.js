import { t as whereDefined } from "./where-defined.js";
import { a as GENERATION_DRAW, c as writeGroup, l as createCounter, o as inTurn, s as listSeeds, t as generateBank } from "./bank.js";
import { t as UserError } from "./errors.js";
import { n as describePlan, t as describeGeneration } from "./describe-bank-run.js";
import { t as parseValues } from "./parse-values.js";
import { t as requestKey } from "./key.js";
import { s as createPlanTally } from "./link-bank.js";
import { n as replaceFile, t as openGrowingBank } from "./bank-file.js";
import { r as readTextInside } from "./files.js";
import { n as parseBank } from "./parse-bank.js";
import { t as serializeBank } from "./serialize-scenario.js";
import { t as runBankLinkCommand } from "./link.js";
import { t as loadBankProject } from "./project.js";
import { t as EXIT } from "./exit-code.js";
import { basename, dirname, join, resolve } from "node:path";
import { readFileSync } from "node:fs";
/** Tokens that a step's reply takes, reasoning included; generous, so that the plan is no promise too low. */
const REPLY_TOKENS = {
	"clause values": 400,
	query: 900,
	nudges: 900,
	rubrics: 1800
};
/**
* The calls of each step: `least` are those that are certain, `most` are made if no model refuses. Requests that rest
* on an answer not stored yet are sized with a stand-in.
*/
async function planGeneration(options, { store, priceOf }) {
	const tally = createPlanTally(priceOf);
	const answerFrom = (group) => {
		return async ({ step, request, read, standIn }) => {
			const stored = group.unsure ? void 0 : store.get(requestKey(request));
			tally.add({
				step,
				request,
				stored: stored !== void 0,
				certain: !group.unsure,
				replyTokens: REPLY_TOKENS[step]
			});
			if (stored !== void 0) return read(stored.completion);
			group.unsure = true;
			return {
				status: "written",
				value: standIn
			};
		};
	};
	const seeds = await listSeeds(options, {
		answer: (call) => answerFrom({ unsure: false })(call),
		counter: createCounter()
	});
	for (const { seed, generator } of inTurn(seeds, options.generators)) await writeGroup(seed, {
		generator,
		draw: GENERATION_DRAW
	}, answerFrom({ unsure: false }));
	return tally.read();
}
async function runBankGenerateCommand(options, context) {
	const bankProject = await loadBankProject(options, context);
	const { project, bankPath, bankName, store } = bankProject;
	const growing = openGrowingBank(bankPath, bankName);
	const task = {
		values: await readValues(options, context),
		count: options.count,
		seed: options.seed ?? project.config.seed,
		generators: findGenerators(project, options.generators),
		existing: growing.bank.scenarios,
		...await specOf(options, bankProject)
	};
	const plan = await planGeneration(task, {
		store,
		priceOf: bankProject.priceOf
	});
	if (options.plan === true) {
		context.print(options.json === true ? toJson(plan) : toText(describePlan(plan)));
		return EXIT.pass;
	}
	const run = bankProject.openRun("generate", {
		plan,
		bank: growing.bank
	});
	let added = 0;
	const counts = await generateBank({
		...task,
		ahead: run.places
	}, {
		ask: run.ask,
		writeLine: (line) => {
			growing.append(line);
			added += 1;
		}
	});
	growing.close();
	run.close();
	if (counts.stopped === void 0) sortBank(bankPath, bankName);
	context.print(options.json === true ? toJson({
		...counts,
		added
	}) : toText([...describeGeneration(counts, added), `in ${bankName}`]));
	if (counts.stopped !== void 0) return EXIT.inconclusive;
	if (options.link !== true) return EXIT.pass;
	const { config, bank, store: folder } = options;
	const files = { ...whereDefined({
		bank,
		store: folder
	}) };
	return runBankLinkCommand({
		config,
		...files
	}, context);
}
async function readValues({ values }, context) {
	if (values === void 0) {
		const file = join(context.packageRoot, "fixtures", "values.yml");
		return parseValues({
			file,
			text: readFileSync(file, "utf8")
		});
	}
	const full = resolve(context.cwd, values);
	return parseValues({
		file: values,
		text: await readTextInside(dirname(full), basename(full))
	});
}
async function specOf({ clause, fromSpec }, bankProject) {
	if (clause !== void 0) return {
		spec: await bankProject.loadSpec(),
		clause
	};
	return fromSpec === true ? { spec: await bankProject.loadSpec() } : {};
}
/** @throws UserError for ids that the config does not name. */
function findGenerators({ panel }, ids) {
	if (ids === void 0) return panel.judges;
	const classifier = panel.classifier === void 0 ? [] : [panel.classifier];
	const known = new Map([
		...panel.models.map(({ ref }) => ref),
		...panel.judges,
		...classifier
	].map((ref) => [ref.id, ref]));
	const asked = ids.split(",").map((id) => id.trim()).filter((id) => id !== "");
	const unknown = asked.filter((id) => !known.has(id));
	if (unknown.length > 0 || asked.length === 0) {
		const hint = `The config names ${[...known.keys()].join(", ")}.`;
		throw new UserError({
			message: `--generators: no model ${unknown.join(", ")} in the config`.trimEnd(),
			hint
		});
	}
	return asked.map((id) => known.get(id));
}
/** Finished, the file is put in the order that merges well; until then it is in the order written. */
function sortBank(path, name) {
	const text = readFileSync(path, {
		encoding: "utf8",
		flag: "a+"
	});
	const sorted = serializeBank(parseBank({
		file: name,
		text
	}).scenarios);
	if (sorted !== text) replaceFile(path, sorted);
}
function toJson(value) {
	return `${JSON.stringify(value, null, 2)}\n`;
}
function toText(lines) {
	return lines.map((line) => `${line}\n`).join("");
}
export { runBankGenerateCommand };
