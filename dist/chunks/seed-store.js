import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { g as openEnd } from "./check.js";
import { b as noteShard, c as runSeed, l as findEditedClauses, o as renderSeed, s as renderSeedPlan } from "./ask.js";
import { S as writeOutputs } from "./action.js";
import { n as loadBaseProject, r as writeSummary, t as openActionRun } from "./open-action-run.js";
import { w as loadSpec } from "./bank-ask-check.js";
import { f as fencedBlock } from "./report.js";
/**
* Ends well also where the budget stops it: what is filled is a gain, and the next run goes on.
* @throws UserError off the default branch, where nobody would read what was paid for.
*/
async function seedStore(context) {
	const { event, root, inputs } = context;
	if (!event.onDefaultBranch) throw new UserError({ message: "mode seed fills the store of the default branch, and this run is not on it" });
	const end = await openEnd(root, event.headSha);
	const project = await loadBaseProject(end, context);
	const spec = await loadSpec(end.source, {
		configFile: inputs.config,
		config: project.config
	});
	const { shard } = inputs;
	const { run, folders } = await openActionRun(context, {
		project,
		restricted: false
	});
	const edited = project.config.seeding.clauses === "all" ? void 0 : await findEditedClauses({
		repo: root,
		sha: event.headSha,
		project,
		spec
	});
	const result = await runSeed(project, run, {
		spec,
		now: context.clock.now(),
		edited,
		shard,
		onPlan: (plan) => context.log(renderSeedPlan(plan))
	});
	const { calls, usd } = run.close();
	noteShard(shard, {
		work: "seed",
		subject: result.subject,
		finished: result.stopped === void 0
	}, { storeFolder: folders[0] });
	const text = renderSeed(result);
	context.log(text);
	await writeSummary(`### Spec Gate: base draws\n${fencedBlock(text)}`, context.env);
	await writeOutputs({
		verdict: "none",
		calls: calls.made,
		costUsd: usd === "unknown" ? void 0 : usd
	});
	return EXIT.pass;
}
export { seedStore };
