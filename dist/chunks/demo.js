import { r as prepareSpecCheck } from "./prepare-check.js";
import { n as openReportFolder, r as writeReports, t as runCheck } from "./run-check.js";
import { a as loadProject, o as loadSpec } from "./load-project.js";
import { t as createMemorySegmentStore } from "./segment-store.js";
import { l as SYSTEM_CLOCK, n as openRun, t as createProgress } from "./progress.js";
import { t as renderTerminal } from "./terminal.js";
import { t as EXIT } from "./exit-code.js";
import { n as createPaint } from "./paint.js";
import { join, relative, resolve } from "node:path";
/** The two pull requests of the example: what the edit is, and where its head lies. */
const PULL_REQUESTS = [{
	name: "harmless",
	title: "Pull request 1: two clauses reworded, nothing asked that was not asked before"
}, {
	name: "conflict",
	title: "Pull request 2: one clause now asks for the whole answer and no longer says which clause it gives way to"
}];
const CONFIG = "spec-gate.yml";
async function runDemoCommand(options, door) {
	const source = {
		kind: "worktree",
		root: join(door.packageRoot, "fixtures", "harbor")
	};
	const paint = createPaint(door.output.colour);
	door.print(`Spec Gate demo: one spec, two pull requests. Models and judges are simulated: no key, no network.\n`);
	for (const { name, title } of PULL_REQUESTS) {
		const project = await loadProject(source, CONFIG);
		const side = {
			configFile: CONFIG,
			config: project.config
		};
		const base = {
			ref: "main",
			spec: await loadSpec(source, side)
		};
		const head = {
			ref: name,
			spec: await loadSpec(source, {
				...side,
				patterns: [`head-${name}/spec.md`]
			})
		};
		const progress = createProgress({
			write: door.remark,
			isTerminal: door.progress.isTerminal,
			now: door.monotonic
		});
		const run = openRun({
			project,
			store: createMemorySegmentStore(),
			progress,
			signal: door.signal,
			clock: SYSTEM_CLOCK,
			env: door.env
		});
		const { report, evidence } = await runCheck(prepareSpecCheck(project, {
			base,
			head
		}), {
			project,
			run
		}, { disclosure: "full" });
		const record = run.close();
		const written = writeReports(openReportFolder(resolve(door.cwd, options.outputDir, name)), {
			report,
			evidence,
			run: record
		});
		const view = {
			report,
			run: record,
			reportPath: relative(door.cwd, written.html)
		};
		door.print(`\n${paint.strong(title)}\n\n${renderTerminal(view, {
			paint,
			width: door.output.columns
		})}`);
	}
	return EXIT.pass;
}
export { runDemoCommand };
