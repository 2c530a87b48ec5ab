import { t as createFinding } from "./messages.js";
import { i as createBank } from "./light-bank.js";
import { v as addScenarios, y as selectScenarios } from "./prepare-check.js";
import { n as runCheck } from "./run-check.js";
import { t as coverChange } from "./cover-change.js";
import { i as writeRunRecord } from "./write-reports.js";
const WEIGHTS = {
	pass: 0,
	inconclusive: 1,
	fail: 2
};
/** Whether the first report blocks more than the second. An accepted verdict does not block. */
function isWorse(one, other) {
	return weigh(one) > weigh(other);
}
function weigh({ verdict }) {
	return verdict.resolution === void 0 ? WEIGHTS[verdict.status] : .5;
}
/**
* The same check with the head's scenarios first, so that every round has them; undefined where none tests the change. At
* most as many as the policy's own first selection: a flood of them is not paid for.
*/
function addHeadScenarios(project, prepared, added) {
	const { subject, changes } = prepared;
	const { scenarios: size } = subject.policy.selection;
	const { linked } = selectScenarios({
		bank: createBank(project.bank.file, added),
		changes,
		size,
		extendTo: size,
		seed: subject.policy.seed,
		suggestions: "none"
	});
	if (linked.length === 0) return void 0;
	const tested = new Set(linked.flatMap(({ reason }) => reason.kind === "linked" ? reason.clauses : []));
	const untested = subject.untested.filter(({ clause }) => !tested.has(clause));
	return {
		...prepared,
		subject: addScenarios({
			...subject,
			untested
		}, linked)
	};
}
/**
* Decides on the base bank alone and, unless that fails already, on both together; the worse verdict is the one reported.
* Shared answers are asked once.
*/
async function runWithAdditions(checks, context, options) {
	const { own, together } = checks;
	const first = await runCheck(own, context, options);
	if (together === void 0 || first.report.verdict.status === "fail") return first;
	const scenarios = together.subject.selected.length - own.subject.selected.length;
	const second = await runCheck(together, context, options);
	const decided = isWorse(second.report, first.report);
	const note = createFinding({
		code: "headScenarios",
		args: {
			scenarios,
			decided
		},
		severity: "notice"
	});
	const { report, evidence } = decided ? second : first;
	return {
		evidence,
		report: {
			...report,
			needed: second.report.needed,
			notes: [...report.notes, note]
		}
	};
}
/**
* Runs the checks and closes the run; the report that blocks most comes first. What was paid for is told in `run.json` in
* `folder`, whatever ended the run.
*/
async function judgeChange(checks, means, options) {
	const { project, run, folder, whileOpen } = means;
	const judge = async () => {
		const judged = await runChange(checks, {
			project,
			run
		}, options);
		await whileOpen?.(judged);
		return judged;
	};
	return {
		reports: rankReports(await judge().catch((error) => {
			writeRunRecord(folder, run.close());
			throw error;
		})),
		record: run.close()
	};
}
/** One report a comparison, spec first. Grounds and notes of the change stand in the first. */
async function runChange(checks, context, options) {
	const { spec, added = [], models } = checks;
	const reports = [];
	if (spec !== void 0) {
		const tally = context.run.startTally();
		const own = await coverChange(spec, {
			...context,
			tally
		});
		const checked = await runWithAdditions({
			own,
			together: added.length === 0 ? void 0 : addHeadScenarios(context.project, own, added)
		}, context, {
			...options,
			tally
		});
		reports.push({
			name: "spec",
			...checked
		});
	}
	if (models !== void 0) {
		const outer = spec === void 0 ? options : {
			grounds: [],
			notes: []
		};
		const grounds = [...outer.grounds, ...models.grounds];
		const notes = [...outer.notes, ...models.notes];
		reports.push({
			name: "models",
			...await runCheck(models, context, {
				...options,
				grounds,
				notes
			})
		});
	}
	return reports;
}
/** The same reports, the one that blocks most first. */
function rankReports(reports) {
	return [...reports].sort((a, b) => Number(isWorse(b.report, a.report)) - Number(isWorse(a.report, b.report)));
}
export { rankReports as n, runChange as r, judgeChange as t };
