import { r as sha256 } from "./canonical-json.js";
import { y as drawName } from "./evaluate.js";
/**
* Every cell of a range. Both arms of one response stand side by side in an order given by hash, so that a drift of the
* provider within the run meets both arms alike.
*/
function listCellTasks(comparison, range) {
	const tasks = [];
	for (const scenario of range.scenarios) for (let draw = 1; draw <= Math.max(range.draws.base, range.draws.head); draw += 1) for (const slot of comparison.slots) {
		const name = drawName(comparison, slot, {
			stage: range.stage,
			n: draw
		});
		const identity = sha256(`${scenario.id}\n${slot.base.ref.id}\n${name}`);
		const audited = Number.parseInt(identity.slice(0, 8), 16) / 2 ** 32 < comparison.auditShare;
		const arms = Number.parseInt(identity.at(-1), 16) % 2 === 0 ? ["base", "head"] : ["head", "base"];
		for (const arm of arms) {
			if (draw > range.draws[arm]) continue;
			tasks.push({
				scenario,
				slot,
				arm,
				stage: range.stage,
				draw,
				drawName: name,
				audited
			});
		}
	}
	return tasks;
}
export { listCellTasks as t };
