import { a as whereDefined, r as visibleLine } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { t as loadSpecAtRef } from "./spec-at-ref2.js";
import { _ as openBank, u as priceUsualEdit } from "./ask.js";
import { a as findRepository } from "./action-ask-check.js";
import { n as createPaint } from "./compare-diff-report-bank-check.js";
import { C as loadProject, St as createBank, b as besideConfig, w as loadSpec } from "./bank-ask-check.js";
import { i as totalCoverage, n as measureChangeCoverage, r as measureCoverage } from "./bank-check.js";
import { Bn as isSubstantive } from "./ask-check.js";
import { t as diffSpec } from "./diff-ask-check.js";
import { f as plural, l as dollars, s as count } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { t as plainText, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { existsSync } from "node:fs";
import { basename, dirname, relative, resolve } from "node:path";
/** Text that ends with a line feed. */
function renderCoverage(view, sheet) {
	const { totals, clauses, changed } = view;
	const { paint } = sheet;
	const tested = say`${count(totals.testedClauses)} of ${count(totals.clauses)} have a scenario`;
	const demands = say`${count(totals.testedDemands)} of ${count(totals.demands)} that demand something have one`;
	const how = say`(the word that marks them stands before each; placed by likeness of words)`;
	return [
		`${paint.strong("Clauses")}    ${plainText(tested)}`,
		`${paint.strong("Sentences")}  ${plainText(demands)} ${paint.faint(plainText(how))}`,
		"",
		...clauses.flatMap((clause) => clauseLines(clause, sheet)),
		...changed === void 0 ? [] : ["", ...changedLines(changed, sheet)]
	].map((line) => `${line}\n`).join("");
}
function clauseLines({ clause, scenarios, demands }, sheet) {
	const { paint, all } = sheet;
	const untested = demands.filter((demand) => demand.scenarios === 0).length;
	const what = demands.length === 0 ? say`demands nothing` : say`${count(demands.length - untested)} of ${plural(demands.length, "sentence")}`;
	const number = String(scenarios).padStart(4);
	return [`${scenarios === 0 ? paint.unsure(number) : number}  ${visibleLine(clause, 60)}  ${paint.faint(plainText(what))}`, ...(all ? demands : scenarios === 0 ? [] : demands.filter((demand) => demand.scenarios === 0)).map((sentence) => sentenceLine(sentence, sheet))];
}
function changedLines(changed, sheet) {
	const { paint } = sheet;
	if (changed.length === 0) return [plainText(say`no clause changed`)];
	return changed.flatMap(({ clause, scenarios, sentences, lacks, usd }) => {
		const untested = sentences.filter((sentence) => sentence.scenarios === 0);
		const price = usd === "unknown" ? say`` : say`, about ${dollars(usd)} to write and evaluate`;
		const need = lacks === 0 ? say`` : say`; ${count(lacks)} more would make what coverage.perClause asks for${price}`;
		return [`${paint.strong("changed")}  ${visibleLine(clause, 60)}: ${plainText(say`${plural(scenarios, "scenario")}${need}`)}`, ...untested.map((sentence) => sentenceLine(sentence, sheet))];
	});
}
function sentenceLine({ text, by, scenarios }, { paint, width }) {
	const mark = by === void 0 ? "" : `[${by}] `;
	const room = Math.max(40, width - 12 - mark.length);
	return `      ${scenarios === 0 ? paint.unsure("-") : String(scenarios)} ${paint.faint(mark)}${visibleLine(text, room)}`;
}
async function runCoverageCommand(options, context) {
	const configPath = resolve(context.cwd, options.config);
	const root = await findRepository(dirname(configPath)) ?? dirname(configPath);
	const configFile = relative(root, configPath).replaceAll("\\", "/") || basename(configPath);
	const source = {
		kind: "worktree",
		root
	};
	const project = await loadProject(source, configFile, { bank: "unread" });
	const spec = await loadSpec(source, {
		configFile,
		config: project.config
	});
	const bankPath = options.bank === void 0 ? resolve(root, besideConfig(configFile, project.config.bank)) : resolve(context.cwd, options.bank);
	const bankName = relative(context.cwd, bankPath).replaceAll("\\", "/");
	const { scenarios } = existsSync(bankPath) ? await openBank(bankPath, bankName) : createBank(bankName, []);
	const clauses = measureCoverage(spec, scenarios);
	const changed = options.base === void 0 ? void 0 : await describeChanged({
		base: await loadSpecAtRef(options.base, {
			cwd: context.cwd,
			config: options.config
		}),
		spec,
		scenarios,
		project
	});
	const view = {
		totals: totalCoverage(clauses),
		clauses,
		...whereDefined({ changed })
	};
	context.print(options.json === true ? `${JSON.stringify(view, null, 2)}\n` : renderCoverage(view, {
		paint: createPaint(context.output.colour),
		width: context.output.columns,
		all: options.all === true
	}));
	return EXIT.pass;
}
/** The changes since `base`, and about what it costs to bring each clause to the scenarios it should have. */
async function describeChanged({ base, spec, scenarios, project }) {
	const { config } = project;
	const { perClause } = config.coverage;
	const writing = {
		...project,
		config: {
			...config,
			coverage: {
				...config.coverage,
				write: true
			}
		}
	};
	const usd = await priceUsualEdit(writing, spec, perClause) ?? "unknown";
	return diffSpec(base, spec).filter((change) => isSubstantive(change) && (change.head ?? change.base)?.text !== "").map((change) => {
		const covered = measureChangeCoverage(change, scenarios);
		const lacks = Math.max(0, perClause - covered.scenarios);
		return {
			...covered,
			lacks,
			usd: usd === "unknown" ? usd : usd * lacks / perClause
		};
	});
}
export { runCoverageCommand };
