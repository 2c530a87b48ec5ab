import { v as UserError } from "./commands-action-stats-diff-report-check.js";
import { R as nearestName } from "./stats-diff-check.js";
const WORKFLOWS = {
	gate: {
		example: "gate-spec-pull-requests.yml",
		file: "spec-gate.yml",
		does: "gate pull requests that edit the spec"
	},
	seed: {
		example: "seed-store.yml",
		file: "spec-gate-seed.yml",
		does: "keep answers to compare with, on every push to main"
	},
	nightly: {
		example: "nightly.yml",
		file: "spec-gate-nightly.yml",
		does: "ask every night whether a model has changed"
	},
	models: {
		example: "gate-model-pull-requests.yml",
		file: "spec-gate-models.yml",
		does: "gate pull requests that change models"
	},
	fork: {
		example: "approve-fork.yml",
		file: "spec-gate-fork.yml",
		does: "gate a fork's pull request after a maintainer has read it"
	}
};
/** @throws UserError for a name that is none of them. */
function readWorkflows(names) {
	const listed = names.split(",").map((name) => name.trim()).filter((name) => name !== "");
	if (listed.length === 1 && listed[0] === "none") return [];
	return listed.map((name) => {
		if (Object.hasOwn(WORKFLOWS, name)) return WORKFLOWS[name];
		const known = Object.keys(WORKFLOWS);
		const meant = nearestName(name, known);
		throw new UserError({
			message: `--workflows: there is no workflow ${name}`,
			hint: meant === void 0 ? `there are ${known.join(", ")}; or none` : `did you mean ${meant}?`
		});
	});
}
export { readWorkflows as n, WORKFLOWS as t };
