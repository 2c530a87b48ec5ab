import { n as planCheck } from "./plan-check.js";
import { t as renderPlan } from "./plan-text.js";
import { t as EXIT } from "./exit-code.js";
import { t as openCommandStore } from "./command-store.js";
import { n as createPaint } from "./paint.js";
import { n as prepareSides, t as loadSides } from "./sides.js";
import { resolve } from "node:path";
async function runPlanCommand(options, door) {
	const sides = await loadSides({
		...options,
		cwd: door.cwd
	});
	const { checks, project } = prepareSides(sides);
	const store = openCommandStore(resolve(sides.root, options.store ?? project.config.storePath), door);
	const { prices } = project.config;
	for (const prepared of [checks.spec, checks.models]) {
		if (prepared === void 0) continue;
		const plan = planCheck(prepared, {
			store,
			prices
		});
		const view = {
			plan,
			base: sides.base.spec,
			head: sides.head.spec,
			changes: prepared.changes
		};
		const paint = createPaint(door.output.colour);
		door.print(options.json === true ? `${JSON.stringify(plan, null, 2)}\n` : renderPlan(view, paint));
	}
	return EXIT.pass;
}
export { runPlanCommand };
