import { o as readLines } from "./compare-report-bank-ask-check.js";
import { a as asSet, c as decimal, f as plural, s as count, v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { i as createWords } from "./report-bank-ask-check.js";
import { t as MAX_LINE } from "./compare-accept-report-bank-ask-check.js";
import { a as whereDefined, r as visibleLine } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { d as openSource, p as replaceFile, u as locateSource } from "./bank.js";
import { t as measureByEmbeddings } from "./embeddings.js";
import { t as SYSTEM_CLOCK } from "./action-bank-ask-check.js";
import { t as CallError } from "./action-merge-bank-ask-check.js";
import { c as name, d as wording, t as plainText, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { t as HIGH_DISAGREEMENT } from "./compare-bank-ask-check.js";
import { Ot as parseScenarioLine, Tt as streamBank, bt as serializeBank } from "./bank-ask-check.js";
import { J as createSelectionPool } from "./check.js";
import { L as loadBankProject } from "./ask.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { n as createPaint } from "./compare-diff-report-bank-check.js";
import { resolve } from "node:path";
const MOST_SHORT = 10;
/** All of it as text that ends with a line feed. */
function renderSelection(view, paint) {
	const { selection, of, leastDisagreement, weighting, measure, output } = view;
	const { selected, belowDisagreement, withoutDisagreement, short } = selection;
	const last = selected.at(-1)?.score;
	const by = weighting === "disagreement" ? wording("disagreement × distance") : wording("distance");
	const likeness = say`${by} to those chosen before, by ${name(measure)}${last === void 0 ? say`` : say`; the last at ${decimal(last)}`}`;
	const rows = [
		[paint.faint("chosen by"), likeness],
		...belowDisagreement > 0 ? [[paint.faint("left out "), say`${count(belowDisagreement)} with a disagreement below ${asSet(leastDisagreement)}`]] : [],
		...withoutDisagreement > 0 ? [[paint.faint("left out "), say`${count(withoutDisagreement)} never scored, so without a disagreement`]] : [],
		...short.slice(0, MOST_SHORT).map((one) => [paint.unsure("too few  "), say`${KINDS[one.kind]} ${name(one.name)} has ${count(one.selected)}`]),
		...short.length > MOST_SHORT ? [["         ", say`and ${count(short.length - MOST_SHORT)} more with too few`]] : []
	];
	return [`${paint.strong(visibleLine(output))}  ${count(selected.length)} of ${plural(of, "scenario")}`, ...rows.map(([label, says]) => `  ${label}  ${plainText(says)}`)].map((line) => `${line}\n`).join("");
}
const KINDS = {
	clause: wording("clause"),
	topic: wording("topic"),
	value: wording("value")
};
/** Errors that asking again cannot mend. */
const FATAL = /* @__PURE__ */ new Set([
	"auth",
	"not_found",
	"origin",
	"bad_request"
]);
async function runBankSelectCommand(file, options, context) {
	const { count, distance, minDisagreement = HIGH_DISAGREEMENT } = options;
	const output = resolve(context.cwd, options.output);
	refuseUnclear(file, options, context);
	const leastDisagreement = minDisagreement;
	const weighting = options.unweighted === true ? "none" : "disagreement";
	let measure;
	try {
		measure = options.embeddings === void 0 ? void 0 : await embed(options.embeddings, {
			file,
			leastDisagreement,
			options,
			context
		});
	} catch (error) {
		if (!(error instanceof CallError)) throw error;
		if (FATAL.has(error.kind)) throw new UserError({ message: error.message });
		context.remark(`${error.message}\nNothing was selected. The vectors that came are stored: the same command goes on.\n`);
		return EXIT.inconclusive;
	}
	const pool = createSelectionPool({
		leastDisagreement,
		...whereDefined({ measure })
	});
	const place = createPlaces();
	await streamFile(file, context, (scenario, { number }) => pool.add(scenario, (kept) => place(kept, number)));
	const selection = pool.select({
		weighting,
		seed: options.seed,
		...whereDefined({
			size: count,
			threshold: distance,
			quotas: options.per
		})
	});
	refuseNothing(selection, {
		file,
		leastDisagreement
	});
	replaceFile(output, serializeBank(await readWhole(file, selection, context)));
	const view = {
		selection,
		of: pool.size(),
		leastDisagreement,
		weighting,
		measure: options.embeddings ?? "words",
		output: options.output
	};
	context.print(options.json === true ? toJson(view) : renderSelection(view, createPaint(context.output.colour)));
	return EXIT.pass;
}
function createPlaces() {
	const word = createWords();
	return ({ id, disagreement, clauses, topics, value1, value2 }, line) => ({
		id,
		line,
		clauses: clauses.map(word),
		topics: topics.map(word),
		...whereDefined({ disagreement }),
		...value1 !== void 0 && value2 !== void 0 && {
			value1: word(value1),
			value2: word(value2)
		}
	});
}
/** The selected scenarios as the bank has them: the file is gone through once more for their lines alone. */
async function readWhole(file, { selected }, context) {
	const lines = new Set(selected.map(({ scenario }) => scenario.line));
	const whole = [];
	const source = await openSource(locateSource(context.cwd, file), globalThis.fetch);
	try {
		for await (const { number, text } of readLines(source, MAX_LINE)) {
			if (!lines.has(number)) continue;
			const row = parseScenarioLine(text.trim());
			if (row.status === "invalid") throw new UserError(row.problems.map((problem) => atLine(problem, {
				file,
				line: number
			})));
			whole.push(row.scenario);
		}
	} finally {
		await source.close();
	}
	return whole;
}
function atLine({ column, ...problem }, { file, line }) {
	return {
		...problem,
		place: {
			file,
			line,
			...whereDefined({ column })
		}
	};
}
/** Without the `scored` block, which is read again only for the chosen rows. */
async function streamFile(file, context, keep) {
	const source = await openSource(locateSource(context.cwd, file), globalThis.fetch);
	try {
		await streamBank({
			...source,
			name: file
		}, keep, { without: "scored" });
	} finally {
		await source.close();
	}
}
/** The texts of all candidates are sent to the embeddings endpoint before anything is chosen. */
async function embed(id, { file, leastDisagreement, options, context }) {
	const wanted = [];
	await streamFile(file, context, ({ rubric1: _first, rubric2: _second, ...scenario }) => {
		if ((scenario.disagreement ?? 0) >= leastDisagreement) wanted.push(scenario);
	});
	const { project, store, storeFolder } = await loadBankProject(options, context);
	const { env, signal } = context;
	const { config } = project;
	const fetch = globalThis.fetch;
	const run = {
		id,
		config,
		storeFolder,
		spending: store.spending(),
		env,
		clock: SYSTEM_CLOCK,
		fetch,
		signal
	};
	return measureByEmbeddings(run, wanted);
}
function refuseUnclear(file, { count, distance, output }, context) {
	if (count === void 0 && distance === void 0) throw new UserError({
		message: "nothing says when to stop",
		hint: "Say how many with --count, or how far apart with --distance."
	});
	if (resolve(context.cwd, file) === resolve(context.cwd, output)) throw new UserError({
		message: "--output is the bank itself, which would lose what is not selected",
		hint: "Name another file."
	});
}
function refuseNothing({ selected, belowDisagreement, withoutDisagreement }, { file, leastDisagreement }) {
	if (selected.length > 0) return;
	const left = [...withoutDisagreement > 0 ? [`${plural(withoutDisagreement, "scenario was", "scenarios were")} never scored`] : [], ...belowDisagreement > 0 ? [`${belowDisagreement} are below ${leastDisagreement}`] : []].join(", ");
	throw new UserError({
		message: `nothing to select from${left === "" ? "" : `: ${left}`}`,
		hint: "Score the bank with `bank score`, or take all scenarios with --min-disagreement 0.",
		place: { file }
	});
}
function toJson(view) {
	const { selection, ...rest } = view;
	const selected = selection.selected.map(({ scenario, score }) => ({
		id: scenario.id,
		score
	}));
	return `${JSON.stringify({
		...rest,
		...selection,
		selected
	}, null, 2)}\n`;
}
export { runBankSelectCommand };
