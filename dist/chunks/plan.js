import { a as runSeedPlanCommand, d as planWithWriting } from "./ask.js";
import { hr as openCommandStore, ir as unpricedModels, rr as expectedPrices } from "./ask-check.js";
import { t as renderPlan } from "./plan-text.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { n as createPaint } from "./compare-diff-report-bank-check.js";
import { n as loadSides, r as prepareSides } from "./check.js";
async function runPlanCommand(options, context) {
	if (options.mode === "seed") return runSeedPlanCommand(options, context);
	const sides = await loadSides({
		...options,
		cwd: context.cwd,
		env: context.env
	});
	const { checks, project } = prepareSides(sides);
	const { config } = project;
	const { store } = await openCommandStore({
		root: sides.root,
		config,
		given: options.store
	}, context);
	const prices = expectedPrices(project, { attended: true });
	for (const prepared of [checks.spec, checks.models]) {
		if (prepared === void 0) continue;
		const plan = await planWithWriting(prepared, {
			project,
			store,
			prices
		});
		const budget = {
			usd: config.budget.usd,
			unpriced: config.budget.allowUnknownPrices ? [] : unpricedModels(project)
		};
		const models = prepared === checks.models ? sides.models : void 0;
		const view = {
			plan,
			budget,
			...models !== void 0 && { models: idsOf(models) },
			base: sides.base.spec,
			head: sides.head.spec,
			changes: prepared.changes
		};
		const paint = createPaint(context.output.colour);
		context.print(options.json === true ? `${JSON.stringify(plan, null, 2)}\n` : renderPlan(view, {
			paint,
			width: context.output.columns
		}));
	}
	return EXIT.pass;
}
/** By id, in the order of the lists. */
function idsOf({ base, head }) {
	return {
		base: base.map(({ ref }) => ref.id),
		head: head.map(({ ref }) => ref.id)
	};
}
export { runPlanCommand };
