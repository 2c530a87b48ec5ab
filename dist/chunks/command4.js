import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { Kn as openCommandRun, rt as prepareSpecCheck } from "./ask-check.js";
import { G as loadNamedModels, K as prepareModelCheck, S as readValueCategories, _ as describeUnwritten, v as openReportFolder, w as runCheck, y as writeReports } from "./check.js";
import { C as loadProject, w as loadSpec } from "./bank-ask-check.js";
import { n as createMemorySegmentStore } from "./merge-ask-check.js";
import { O as renderTerminal } from "./report-check.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { n as createPaint, t as NO_PAINT } from "./compare-diff-report-bank-check.js";
import { C as faultsOfReport, d as repair, i as writeFall, l as bestOf, s as writeOrigin, t as writeRepair, u as editsOf } from "./write-repair.js";
import { f as plural } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { r as asFullSentence, t as plainText, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { a as wrapText } from "./compare-report-bank-ask-check.js";
import { t as diffLines } from "./terminal.js";
import { dirname, join, relative, resolve } from "node:path";
const INDENT = 8;
/** Text that ends with a line feed. */
function renderBestRepair({ report, page }, { paint = NO_PAINT, width = 100 } = {}) {
	const best = bestOf(report);
	const tried = editsOf(report).length;
	const paragraphs = (best === void 0 ? [say`none of ${plural(tried, "edit")} mends it: the page says what each of them broke`] : [say`one of ${plural(tried, "edit")} makes it pass: it ${writeOrigin(best)}`, ...best.fall === void 0 ? [] : [say`${measureOf(report, best)}: ${writeFall(best.fall)}`]]).map((text) => plainText(asFullSentence(text)));
	return [
		...`${report.simulated ? "(simulated) " : ""}${paragraphs[0]}\n${paragraphs.slice(1).join("\n")}`.trimEnd().split("\n").flatMap((text) => wrapText(text, Math.min(width, 120) - INDENT)).map((line, index) => `${index === 0 ? paint.good("Repair") : "      "}  ${line}`),
		...best === void 0 ? [] : diffLines(best.diff, paint),
		`Open    ${page}`
	].map((line) => `${line}\n`).join("");
}
/** What fell, in the words of its fault. */
function measureOf({ faults }, best) {
	return faults.find(({ edits }) => edits.includes(best)).measure;
}
const PULL_REQUESTS = [
	{
		name: "harmless",
		title: "Pull request 1: two clauses reworded, nothing asked that was not asked before",
		config: "spec-gate.yml"
	},
	{
		name: "conflict",
		title: "Pull request 2: one clause now asks for the whole answer and no longer says which clause it gives way to",
		config: "spec-gate.yml",
		mend: true
	},
	{
		name: "models",
		title: "Pull request 3: a panel of careful models, one of them replaced by its next version; the spec stays",
		config: "careful-panel.yml",
		replaces: {
			base: "sim/willow",
			head: "sim/willow-next"
		}
	}
];
async function runDemoCommand(options, context) {
	const source = {
		kind: "worktree",
		root: join(context.packageRoot, "fixtures", "harbor")
	};
	const paint = createPaint(context.output.colour);
	context.print(`Spec Gate demo: one spec, three pull requests. Models and judges are simulated: no key, no network.\n`);
	for (const pullRequest of PULL_REQUESTS) {
		const { name, title } = pullRequest;
		const project = await loadProject(source, pullRequest.config);
		const prepared = await prepare(source, {
			project,
			pullRequest
		});
		const means = {
			project,
			store: createMemorySegmentStore()
		};
		const run = openCommandRun(means, context);
		const categories = await readValueCategories(context.packageRoot);
		const { report, evidence } = await runCheck(prepared, {
			project,
			run
		}, {
			disclosure: "full",
			categories
		});
		const record = run.close();
		const written = writeReports(openReportFolder(resolve(context.cwd, options.outputDir, name), context.cwd), {
			report,
			evidence,
			run: record
		});
		context.remark(describeUnwritten(written.unwritten));
		const [reportPath, reportJson] = [written.html, written.json].map((path) => relative(context.cwd, path));
		const view = {
			report,
			run: record,
			...whereDefined({
				reportPath,
				reportJson
			})
		};
		context.print(`\n${paint.strong(title)}\n\n${renderTerminal(view, {
			paint,
			width: context.output.columns
		})}`);
		if (pullRequest.mend !== true) continue;
		const repaired = await mend({
			project,
			prepared,
			report
		}, openCommandRun(means, context));
		const page = relative(context.cwd, writeRepair(dirname(written.html), repaired).page);
		context.print(`\n${renderBestRepair({
			report: repaired,
			page
		}, {
			paint,
			width: context.output.columns
		})}`);
	}
	context.print("\nThat was the whole gate, on made-up models. For your own spec: npx spec-gate init in its repository, then npx spec-gate doctor.\n");
	return EXIT.pass;
}
/** Has simulated writers propose three edits for what the check of the pull request found, and gates each. */
async function mend({ project, prepared, report }, run) {
	const { base, head } = prepared.sides;
	const [fault] = faultsOfReport(report);
	return repair({
		project,
		base,
		current: head,
		faults: fault === void 0 ? [] : [fault]
	}, {
		candidates: 3,
		words: 60
	}, run).finally(() => run.close());
}
async function prepare(source, { project, pullRequest }) {
	const { name, config: configFile, replaces } = pullRequest;
	const side = {
		configFile,
		config: project.config
	};
	const base = {
		ref: "main",
		spec: await loadSpec(source, side)
	};
	if (replaces === void 0) {
		const head = {
			ref: name,
			spec: await loadSpec(source, {
				...side,
				patterns: [`head-${name}/spec.md`]
			})
		};
		return prepareSpecCheck(project, {
			base,
			head
		});
	}
	const lists = await loadNamedModels(source, project, replaces);
	const sides = {
		spec: base,
		head: { ref: name },
		baseModels: lists.base,
		headModels: lists.head
	};
	const prepared = prepareModelCheck(project, sides);
	if (prepared === void 0) throw new Error(`nothing to compare in ${configFile}`);
	return prepared;
}
export { runDemoCommand };
