import { n as runSeed, t as renderSeed } from "./seed.js";
import { t as EXIT } from "./exit-code.js";
import { t as loadWorkingProject } from "./working-project.js";
import { t as openCommandRun } from "./open-command-run.js";
/** Ends well also when the budget stops it: what is filled is a gain, and the next run goes on. */
async function runSeedCommand(options, context) {
	const working = await loadWorkingProject(options, context);
	const run = openCommandRun(working, context);
	const result = await runSeed(working.project, run, { spec: working.spec });
	run.close();
	context.print(options.json === true ? `${JSON.stringify(result, null, 2)}\n` : renderSeed(result));
	return EXIT.pass;
}
export { runSeedCommand };
