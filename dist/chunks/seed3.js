import { a as findEditedClauses, i as planSeed, n as renderSeedPlan, r as runSeed, t as renderSeed } from "./seed.js";
import { t as EXIT } from "./cli-commands-action-schema-stats-diff-report-check.js";
import { Dr as batchFolderOf, Or as loadWorkingProject, kr as openCommandRun, wn as resolveRef } from "./check.js";
import { S as findRepository } from "./action-check.js";
import { t as noteShard } from "./note-shard.js";
/**
* Ends well also when the budget stops it: what is filled is a gain, and the next run goes on. Where everybody was asked and
* not one draw could be used it does not.
*/
async function runSeedCommand(options, context) {
	const working = await loadWorkingProject(options, context);
	const run = openCommandRun({
		...working,
		...batchFolderOf(options, working),
		unattended: true
	}, context);
	const edited = await editedIn(working);
	const result = await runSeed(working.project, run, {
		spec: working.spec,
		edited,
		shard: options.shard,
		now: context.now().getTime(),
		onPlan: (plan) => context.remark(renderSeedPlan(plan))
	});
	run.close();
	noteShard(options.shard, {
		work: "seed",
		subject: result.subject,
		finished: result.stopped === void 0
	}, working);
	context.print(options.json === true ? `${JSON.stringify(result, null, 2)}\n` : renderSeed(result));
	return result.scenarios.length > 0 && result.scenarios.every(({ filled }) => filled === 0) && result.stopped === void 0 ? EXIT.inconclusive : EXIT.pass;
}
/** Asks nobody. */
async function runSeedPlanCommand(options, context) {
	const working = await loadWorkingProject(options, context);
	const plan = planSeed(working.project, working.store, {
		spec: working.spec,
		edited: await editedIn(working),
		shard: options.shard,
		now: context.now().getTime()
	});
	context.print(options.json === true ? `${JSON.stringify(plan, null, 2)}\n` : renderSeedPlan(plan));
	return EXIT.pass;
}
/** The clauses that the spec's history edited, where seeding goes by it. */
async function editedIn({ project, spec, root }) {
	if (project.config.seeding.clauses === "all" || await findRepository(root) === void 0) return void 0;
	return findEditedClauses({
		repo: root,
		sha: await resolveRef(root, "HEAD"),
		project,
		spec
	});
}
export { runSeedPlanCommand as n, runSeedCommand as t };
