import { i as sha256 } from "./commands-action-stats-diff-report-check.js";
import { Et as prepareSpecCheck, Vr as expectedPrices, ti as createMemorySegmentStore, vr as isLinkable } from "./check.js";
import { Jt as createBank } from "./stats-check.js";
import { i as scenariosOfClause, t as planWithWriting } from "./plan-with-writing.js";
/** What such an edit adds to its clause. */
const ADDED = "This also holds where nobody asks for it.";
/**
* US dollars for a check of usual length of an edit of a clause of middle length, with nothing stored: the prompts of this spec,
* its models and judges, on `scenarios` scenarios as long as writers write them (what a check would have, unless given). Writing
* them is part of it where the config has checks write. Undefined where the spec has no clause that could be tested.
*/
async function priceUsualEdit(project, spec, scenarios = scenariosOfClause(project.config)) {
	const clause = middleClause(spec);
	if (clause === void 0) return void 0;
	const { config } = project;
	const coverage = {
		...config.coverage,
		write: true,
		perClause: scenarios
	};
	const selection = {
		...config.selection,
		extendTo: Math.max(scenarios, config.selection.extendTo)
	};
	const imagined = {
		...project,
		bank: createBank("", []),
		config: {
			...config,
			coverage,
			selection
		}
	};
	const sides = {
		base: {
			ref: "base",
			spec
		},
		head: {
			ref: "head",
			spec: withEdit(spec, clause)
		}
	};
	const { power, writes } = await planWithWriting(prepareSpecCheck(imagined, sides), {
		project: imagined,
		store: createMemorySegmentStore(),
		prices: expectedPrices(project, { attended: true })
	});
	const usd = power?.[0]?.usd;
	if (usd === void 0 || usd === "unknown" || config.coverage.write) return usd;
	return writes?.usd === "unknown" ? "unknown" : usd - (writes?.usd ?? 0);
}
function middleClause({ clauses }) {
	const tested = clauses.filter(isLinkable).sort((a, b) => a.text.length - b.text.length);
	return tested[Math.floor(tested.length / 2)];
}
function withEdit(spec, { id }) {
	return {
		...spec,
		hash: sha256(`${spec.hash}\n${ADDED}`),
		clauses: spec.clauses.map((one) => one.id === id ? {
			...one,
			text: `${one.text}\n\n${ADDED}`
		} : one),
		files: spec.files.map((file, index) => index === 0 ? {
			...file,
			text: `${file.text}\n${ADDED}\n`
		} : file)
	};
}
export { priceUsualEdit as t };
