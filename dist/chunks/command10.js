import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { _ as pluralForm, f as plural, l as dollars, s as count, v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { Ct as listCellTasks, Gn as loadWorkingProject, Kn as openCommandRun, a as estimateList, dr as requestKey, hr as openCommandStore, in as evaluate, jt as looksOf, n as estimateCosts, y as planCalls } from "./ask-check.js";
import { V as listAmbiguous, _ as describeUnwritten, b as writeRunRecord, c as runChange, j as studyRun, n as loadSides, r as prepareSides, v as openReportFolder } from "./check.js";
import { n as createPaint, t as NO_PAINT } from "./compare-diff-report-bank-check.js";
import { b as union, d as literal, i as _enum, l as int, m as object, o as array, v as string, y as tuple } from "./action-schema-merge-compare-accept-report-bank-ask-check.js";
import { n as reportFile, t as readReport } from "./accept-report.js";
import { W as decisionPolicy, ct as addCosts, w as loadSpec } from "./bank-ask-check.js";
import { J as parseEvidence, Z as serializeEvidence } from "./report-check.js";
import { r as writeMessage, t as createFinding } from "./action-accept-report-ask-check.js";
import { n as analyzeStudy, t as studyFindings } from "./study-findings.js";
import { C as faultsOfReport, S as faultsOf, _ as planSight, b as patchText, d as repair, f as splitShowing, g as planClauseSight, h as fallTasks, m as clausePatchRequest, n as renderRepairJson, p as patchTasks, t as writeRepair, u as editsOf, v as seeFault, w as faultId, y as compareWithEdit } from "./write-repair.js";
import { i as RESPONSE_TYPES } from "./action-schema-compare-accept-report-bank-ask-check.js";
import { d as wording, r as asFullSentence, t as plainText, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { a as wrapText } from "./compare-report-bank-ask-check.js";
import { n as renderRepair } from "./terminal.js";
import { readFileSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
/** Fewer scenarios are single odd cases. */
const FEWEST_SCENARIOS = 3;
async function findClauseFaults(subject, clause, ask) {
	const sight = planClauseSight(subject, [clause]);
	const cells = await evaluate(sight.comparison, sight.tasks, ask);
	const findings = [...studyCells(sight, cells), ...openRulings(clause, cells)];
	return faultsOf(findings).filter(({ clauses }) => clauses.includes(clause));
}
function studyCells({ comparison, scenarios }, cells) {
	const show = (text) => text;
	const text = serializeEvidence({
		comparison,
		simulated: false,
		scenarios,
		cells,
		show
	});
	const evidence = parseEvidence({
		file: "evidence of the clause",
		text
	});
	const analysis = analyzeStudy(studyRun(evidence, {
		arm: "head",
		categories: /* @__PURE__ */ new Map()
	}));
	return studyFindings(analysis).map(({ finding }) => finding);
}
function openRulings(clause, cells) {
	const open = listAmbiguous(cells).filter(({ clauses }) => clauses.includes(clause));
	if (open.length < FEWEST_SCENARIOS) return [];
	const args = {
		scenarios: open.length,
		before: open.length,
		tested: new Set(cells.map(({ scenario }) => scenario)).size,
		clauses: [clause],
		examples: open.slice(0, FEWEST_SCENARIOS).map(({ scenario }) => scenario)
	};
	return [createFinding({
		code: "ambiguousRulings",
		args,
		severity: "notice",
		clause
	})];
}
const example = object({
	model: string(),
	type: _enum(RESPONSE_TYPES)
});
const place = object({
	file: string(),
	line: int(),
	endLine: int()
});
const Study = object({
	schema: literal("spec-gate/study@1"),
	findings: array(object({
		kind: _enum([
			"contradiction",
			"activationConflict",
			"interpretiveAmbiguity",
			"granularityGap"
		]),
		clauses: union([tuple([string()]), tuple([string(), string()])]),
		scenarios: int(),
		tested: int(),
		examples: array(string()),
		basis: _enum(["cited", "linked"]),
		before: int().exactOptional(),
		kinds: object({
			scenario: string(),
			most: example,
			least: example
		}).exactOptional(),
		places: array(place.nullable())
	}))
});
function isStudy(text) {
	return /"schema"\s*:\s*"spec-gate\/study@/.test(text);
}
/** @throws UserError for what is no analysis of this version. */
function readStudyFindings({ file, text }) {
	const study = Study.safeParse(parseJson(text));
	if (study.success) return studyFindings(study.data).map(({ finding }) => finding);
	throw new UserError({
		message: "not an analysis of this version",
		hint: "spec-gate analyze RUN --json --output analysis.json writes one",
		place: { file }
	});
}
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/** @throws UserError where it is not said what to mend, or said twice, or what was found is about another text. */
async function loadSubject(named, options, context) {
	const { clause, base } = options;
	if ([
		named,
		clause,
		base
	].filter((one) => one !== void 0).length !== 1) throw new UserError({
		message: "say what to mend: one of a report, --clause and --base",
		hint: "for example: spec-gate repair --base main, spec-gate repair spec-gate-report, spec-gate repair --clause be_kind"
	});
	if (base !== void 0) return loadChange(base, options, context);
	const { project, spec, root, store, outputFolder } = await loadWorkingProject(options, context);
	const current = {
		ref: "working tree",
		spec
	};
	const loaded = {
		project,
		current,
		root,
		store,
		outputFolder
	};
	if (clause !== void 0) {
		requireClause(current, clause);
		return {
			...loaded,
			find: (run) => findClauseFaults({
				project,
				current
			}, clause, run.ask)
		};
	}
	const found = await readFindings(named, {
		context,
		loaded
	});
	return {
		...loaded,
		...found
	};
}
async function loadChange(base, options, context) {
	const { config, store: given } = options;
	const sides = await loadSides({
		config,
		base,
		cwd: context.cwd
	});
	const { checks, project } = prepareSides(sides);
	const { store } = await openCommandStore({
		root: sides.root,
		config: project.config,
		given
	}, context);
	return {
		project,
		current: sides.head,
		base: sides.base,
		root: sides.root,
		store,
		outputFolder: resolve(context.cwd, options.outputDir ?? project.config.outputDir),
		find: async (run) => {
			if (checks.spec === void 0) return [];
			const [checked] = await runChange({ spec: checks.spec }, {
				project,
				run
			}, {
				grounds: [],
				notes: []
			});
			return checked === void 0 ? [] : faultsOfReport(checked.report);
		}
	};
}
/** Findings that were written down: by a check, or by an analysis. */
async function readFindings(named, { context, loaded }) {
	const file = reportFile(context.cwd, named);
	const text = readIfThere(resolve(context.cwd, file));
	if (text !== void 0 && isStudy(text)) {
		const faults = faultsOf(readStudyFindings({
			file,
			text
		}));
		for (const id of faults.flatMap(({ clauses }) => clauses)) requireClause(loaded.current, id);
		return { find: async () => faults };
	}
	const report = readReport(context.cwd, named);
	const base = await findBase(report, {
		file,
		loaded
	});
	const faults = faultsOfReport(report);
	return {
		find: async () => faults,
		...whereDefined({ base })
	};
}
/** What the report's change started from; nothing where it compared no texts. */
async function findBase({ comparison, base, head }, { file, loaded }) {
	const { spec } = loaded.current;
	if (head.specHash !== spec.hash && comparison !== "model") throw new UserError({
		message: "the report is about another text than the one that lies here",
		hint: "check out the commit it is about, or run spec-gate check again",
		place: { file }
	});
	if (comparison === "model" || base.specHash === spec.hash) return void 0;
	if (base.sha === void 0) throw new UserError({
		message: `the report does not say in which commit its base (${base.ref}) lies`,
		hint: "mend the change with --base REF",
		place: { file }
	});
	const { project, root } = loaded;
	const source = {
		kind: "commit",
		repo: root,
		sha: base.sha
	};
	return {
		ref: base.ref,
		sha: base.sha,
		spec: await loadSpec(source, {
			configFile: project.configFile,
			config: project.config
		})
	};
}
function requireClause({ spec }, id) {
	if (spec.clauses.some((clause) => clause.id === id)) return;
	throw new UserError({
		message: `no clause ${id} in the spec`,
		hint: "spec-gate coverage lists them all"
	});
}
function readIfThere(path) {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return;
	}
}
/** Tokens of a writer's reply. */
const PATCH_TOKENS = 500;
/** Scenarios of tied clauses that a gate adds at most. */
const CONTROLS = 8;
async function planRepair(subject, limits, run) {
	const faults = [];
	for (const fault of subject.faults) faults.push(await planFault(subject, {
		fault,
		limits
	}, run));
	return {
		faults,
		usd: addCosts(faults.map(({ usd }) => usd)),
		budget: subject.project.config.budget.usd
	};
}
async function planFault(subject, { fault, limits }, run) {
	const { project, current } = subject;
	const { config } = project;
	const sight = planSight(subject, fault);
	const see = planCalls(sight.comparison, sight.tasks, run.store).filter(({ stored }) => !stored);
	const halves = splitShowing(await seeFault(sight, fault, run.ask), config.seed);
	const heldOut = halves.heldOut.map(({ scenario }) => scenario);
	const writers = patchTasks(subject, {
		fault,
		training: halves.training,
		limits
	}).map(clausePatchRequest).filter((request) => run.store.get(requestKey(request)) === void 0);
	const comparison = compareWithEdit(subject, fault, current.spec);
	const draws = config.selection.replicates.confirm;
	const measured = newCalls(planCalls(comparison, fallTasks(comparison, {
		heldOut,
		draws
	}), run.store));
	const others = sight.scenarios.filter(({ id }) => !halves.training.some(({ scenario }) => scenario.id === id));
	const scenarios = [...others, ...sight.scenarios].slice(0, others.length + CONTROLS);
	const last = looksOf(decisionPolicy(config)).at(-1);
	const gated = newCalls(planCalls(comparison, listCellTasks(comparison, {
		stage: "confirm",
		scenarios,
		draws: {
			base: last,
			head: last
		}
	}), run.store));
	const times = (calls) => repeatJudges(calls, limits.candidates);
	return {
		id: faultId(fault),
		finding: fault.finding,
		scenarios: {
			looked: sight.scenarios.length,
			showing: halves.training.length + heldOut.length,
			heldOut: heldOut.length
		},
		isTestable: heldOut.length >= 3 && halves.training.length > 0,
		calls: {
			see: see.length,
			write: writers.length,
			measure: times(measured).length,
			gate: times(gated).length
		},
		usd: addCosts([estimateCosts([
			...see,
			...times(measured),
			...times(gated)
		], config.prices), estimateList(writers.map((request) => ({
			request,
			outputTokens: PATCH_TOKENS
		})), config.prices)])
	};
}
function newCalls(calls) {
	return calls.filter(({ stored }) => !stored);
}
/** The text as it is is judged once, each edit once more. Answers of a prompt's models are asked anew, too. */
function repeatJudges(calls, edits) {
	return calls.flatMap((call) => call.purpose === "judge" ? Array.from({ length: edits + 1 }, () => call) : [call]);
}
/** Text that ends with a line feed. */
function renderRepairPlan({ faults, usd, budget }, { paint = NO_PAINT, width = 100 } = {}) {
	const none = plainText(say`Nothing to mend is known from what is stored: run spec-gate check --base main first, then spec-gate repair spec-gate-report.`);
	const most = say`At most ${cost(usd)} in all; the run stops at ${dollars(budget)}.`;
	return [...faults.length === 0 ? [none] : faults.flatMap((fault) => faultLines(fault, {
		strong: paint.strong,
		width
	})), ...faults.length === 0 ? [] : ["", plainText(most)]].map((line) => `${line}\n`).join("");
}
function faultLines({ finding, scenarios, isTestable, calls, usd }, { strong, width }) {
	const { looked, showing, heldOut } = scenarios;
	const known = calls.see === 0 ? say`` : say` as far as is stored (${plural(calls.see, "answer")} to make)`;
	const shown = pluralForm(showing, wording("shows"), wording("show"));
	const told = [say`${count(showing)} of ${plural(looked, "scenario")} ${shown} it${known}; edits would be tested on ${count(heldOut)} that their writers do not see`, isTestable ? say`at most ${plural(calls.write, "edit")} written, ${plural(calls.measure, "call")} to see whether they mend it, ${plural(calls.gate, "call")} to put them through the gate: ${cost(usd)}` : say`too few, as an edit is tested on others than its writer sees: write more with spec-gate bank generate`];
	return [...wrapText(plainText(asFullSentence(writeMessage(finding).says)), width).map((line) => strong(line)), ...told.map((sentence) => `  ${plainText(sentence)}`)];
}
function cost(usd) {
	if (usd === "unknown") return wording("an unknown price");
	return usd === void 0 ? wording("nothing") : dollars(usd);
}
/** Dollars that a run may spend without being told. */
const USUAL_USD = 10;
/** Ends with 0 where every fault that could be tested has a repair, or there is no fault; with 2 otherwise. */
async function runRepairCommand(named, options, context) {
	const loaded = await loadSubject(named, options, context);
	const project = withBudget(loaded.project, options.usd);
	const limits = {
		candidates: options.candidates,
		words: options.words
	};
	if (options.plan === true) return printPlan(loaded, {
		project,
		limits,
		options,
		context
	});
	const folder = openReportFolder(loaded.outputFolder, loaded.root);
	const run = openCommandRun({
		project,
		store: loaded.store
	}, context);
	const report = await (async () => {
		const { current, base, find } = loaded;
		const subject = {
			project,
			current,
			...whereDefined({ base })
		};
		return repair({
			...subject,
			faults: await find(run)
		}, limits, run);
	})().finally(() => writeRunRecord(folder, run.close()));
	const written = writeRepair(folder, report);
	context.remark(describeUnwritten(written.unwritten));
	const page = relative(context.cwd, written.page);
	context.print(options.json === true ? renderRepairJson(report) : renderRepair({
		report,
		page
	}, {
		paint: createPaint(context.output.colour),
		width: context.output.columns
	}));
	if (options.apply !== void 0) applyEdit(report, {
		number: options.apply,
		loaded,
		context
	});
	return exitCodeOf(report);
}
function exitCodeOf({ faults, stopped }) {
	const tried = faults.filter(({ skipped }) => skipped === void 0);
	const isMended = tried.every(({ edits }) => edits.some(({ status }) => status === "repair"));
	const isOpen = stopped !== void 0 || faults.length > 0 && tried.length === 0;
	return isMended && !isOpen ? EXIT.pass : EXIT.inconclusive;
}
/** As much as was asked for; else the usual, and never more than the config's own budget without being told. */
function withBudget(project, usd) {
	const { budget } = project.config;
	const most = usd ?? Math.min(USUAL_USD, budget.usd);
	return {
		...project,
		config: {
			...project.config,
			budget: {
				...budget,
				usd: most
			}
		}
	};
}
async function printPlan(loaded, about) {
	const { project, limits, options, context } = about;
	const run = openCommandRun({
		project,
		store: loaded.store,
		offline: "asked"
	}, context);
	const { current, base, find } = loaded;
	const faults = await find(run);
	const plan = await planRepair({
		project,
		current,
		...whereDefined({ base }),
		faults
	}, limits, run);
	run.close();
	context.print(options.json === true ? `${JSON.stringify(plan, null, 2)}\n` : renderRepairPlan(plan, {
		paint: createPaint(context.output.colour),
		width: context.output.columns
	}));
	return EXIT.pass;
}
/** Writes one repair to the working tree. @throws UserError for an edit that is none, or a file that is another by now. */
function applyEdit(report, { number, loaded, context }) {
	const edit = editsOf(report).find((one) => one.number === number);
	if (edit?.status !== "repair") {
		const which = editsOf(report).flatMap(({ status, number: own }) => status === "repair" ? [`--apply ${own}`] : []);
		throw new UserError({
			message: edit === void 0 ? `there is no edit #${number}` : `edit #${number} is not a repair (${edit.status})`,
			hint: which.length === 0 ? "none of the edits is" : `these are: ${which.join(", ")}`
		});
	}
	const path = resolve(loaded.root, edit.patch.file);
	const text = readFileSync(path, "utf8");
	const known = loaded.current.spec.files.find(({ file }) => file === edit.patch.file)?.text;
	if (text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n") !== known) throw new UserError({
		message: "the file is another one than was tested",
		place: { file: edit.patch.file }
	});
	writeFileSync(path, patchText(text, edit.patch));
	context.remark(`wrote edit #${number} to ${edit.patch.file}\n`);
}
export { runRepairCommand };
