import { t as isShownOnChange } from "./shown-lines.js";
import { C as faultsOfReport, d as repair, i as writeFall, l as bestOf, s as writeOrigin, t as writeRepair, u as editsOf, x as trimEqual } from "./write-repair.js";
import { f as plural, l as dollars } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { f as fencedBlock, p as markdownSentence } from "./report.js";
import { r as asFullSentence, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
/** `suggested`: the lines are part of the pull request, where the edit stands as a suggested change; else its patch is folded in. */
function describeRepair(report, how) {
	const best = bestOf(report);
	const { usd } = report.needed;
	const cost = usd === "unknown" || usd === 0 ? "" : ` Finding it cost ${dollars(usd)}.`;
	const tried = plural(editsOf(report).length, "edit");
	if (best === void 0) return {
		opening: `\n**Repair** · None of ${tried} that models wrote mends it; what each of them broke is in \`repair.html\`.${cost}\n`,
		items: [],
		closing: ""
	};
	const where = how === "suggested" ? " It stands as a suggested change on the lines it is about." : `\n\n<details><summary>The edit as a patch</summary>\n${fencedBlock(best.diff)}\n</details>`;
	return {
		opening: `\n**Repair** · One of ${tried} would make this pass: ${markdownSentence(describe(best))}${cost} Nothing is applied.${where}\n`,
		items: [],
		closing: ""
	};
}
/** The edit as GitHub's suggested change: whole lines of the head, at least one. Undefined where the file is not there. */
function suggestLines(edit, spec) {
	const text = spec.files.find(({ file }) => file === edit.patch.file)?.text;
	if (text === void 0) return void 0;
	const all = text.split("\n");
	const { from, old, added } = trimEqual(all, edit.patch);
	const before = old.length > 0 || from === 1 ? [] : [all[from - 2]];
	const after = old.length > 0 || from > 1 ? [] : [all[0]];
	const lines = [
		...before,
		...added,
		...after
	];
	const start = from - before.length;
	const fence = "`".repeat(Math.max(3, longestFence(lines) + 1));
	const body = `**Spec Gate: a repair to look at.** ${markdownSentence(describe(edit))}\n\n${fence}suggestion\n${lines.join("\n")}\n${fence}\n`;
	return {
		file: edit.patch.file,
		start,
		end: start + before.length + old.length + after.length - 1,
		body
	};
}
function describe(edit) {
	const fall = edit.fall === void 0 ? say`` : say` What it mends: ${asFullSentence(writeFall(edit.fall))}`;
	return say`it ${writeOrigin(edit)}.${fall}`;
}
function longestFence(lines) {
	return Math.max(0, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map(({ length }) => length)));
}
/** Edits asked for, a fault, and the most words of each: as many as the command asks for without being told. */
const LIMITS = {
	candidates: 4,
	words: 60
};
/**
* Nothing where the policy does not ask for it, on a fork (a stranger's text would spend the owner's money), in a run that
* answers from its store only, and where no finding about the text is there to mend. It has a budget of its own.
*/
async function suggestRepair(checked) {
	const { context, change, ends, project, prepared, reports, openAgain, folder } = checked;
	const report = reports.find(({ name }) => name === "spec")?.report;
	if (!(project.config.repair === "suggest" && change.kind === "pull-request" && !change.restricted) || context.inputs.offline || report === void 0 || report.verdict.status === "pass") return void 0;
	const faults = faultsOfReport(report);
	if (prepared?.sides === void 0 || faults.length === 0 || context.signal.aborted) return void 0;
	const own = withOwnBudget(project);
	const run = openAgain(own);
	const { base, head } = prepared.sides;
	const found = await repair({
		project: own,
		base,
		current: head,
		faults
	}, LIMITS, run).finally(() => run.close());
	for (const unwritten of writeRepair(folder, found).unwritten) context.log(unwritten);
	context.log(`repair: ${bestOf(found) === void 0 ? "none found" : "suggested"}`);
	const best = bestOf(found);
	const lines = best && suggestLines(best, head.spec);
	if (best === void 0 || lines === void 0) return { sections: [describeRepair(found, "fold")] };
	return await isShownOnChange(ends, lines) ? {
		sections: [describeRepair(found, "suggested")],
		suggestion: lines
	} : { sections: [describeRepair(found, "fold")] };
}
function withOwnBudget(project) {
	const { budget } = project.config;
	return {
		...project,
		config: {
			...project.config,
			budget: {
				...budget,
				usd: Math.min(budget.usd, budget.repairUsd)
			}
		}
	};
}
export { suggestRepair };
