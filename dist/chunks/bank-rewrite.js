import { t as createAppender } from "./cli-commands-action-stats-check.js";
import { f as plural, s as count } from "./commands-action-stats-diff-report-check.js";
import { S as wording, x as say, y as name } from "./action-stats-report-check.js";
import { ui as serializeScenario } from "./check.js";
import { t as writeStop } from "./stop-words.js";
import { n as removeAbandoned } from "./bank-spool.js";
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
/** Lines of text, one thing each; `added` are those that the bank did not hold. */
function describeGeneration(counts, added) {
	const { seeds, scenarios, duplicates, byGenerator } = counts;
	return [
		say`${plural(scenarios, "scenario")} from ${plural(seeds, "pair")}, ${count(added)} of them new to the bank`,
		...Object.entries(byGenerator).map(([id, own]) => say`  ${name(id)}: ${count(own.scenarios)} from ${count(own.seeds)}`),
		...listLost(wording("dropped"), counts.dropped),
		...listLost(wording("no answer, asked again next time"), counts.unanswered),
		...duplicates.exact + duplicates.near === 0 ? [] : [say`duplicates left out: ${count(duplicates.exact)} exact, ${count(duplicates.near)} near`],
		...describeStop(counts.stopped)
	];
}
function describeScoring({ scored, unchanged, kept, stopped }) {
	return [
		say`${plural(scored, "scenario")} scored, ${count(unchanged)} scored before with the same result`,
		...Object.entries(kept).map(([reason, times]) => say`${count(times)} left as they were: ${name(reason)}`),
		...describeStop(stopped)
	];
}
function describePlan({ steps, least, most, stored }) {
	const width = Math.max(5, ...steps.map(({ step }) => step.length));
	const heading = (step) => step.padEnd(width);
	return [
		...steps.map((step) => say`${heading(step.step)}  ${describeStep(step)}`),
		say`${heading("total")}  ${describeStep({
			least,
			most,
			stored
		})}`,
		say`Prices are estimates: four characters a token, replies of usual length, shared beginnings billed as prompt caches bill them.`
	];
}
function describeStep({ least, most, stored }) {
	const calls = least.calls === most.calls ? say`${count(most.calls)}` : say`${count(least.calls)} to ${count(most.calls)}`;
	return say`${calls} calls, ${count(stored)} stored; ${count(most.inputTokens)} tokens in, ${count(most.outputTokens)} out; ${describeMoney(most)}`;
}
function describeMoney({ usd }) {
	return usd === "unknown" ? say`price unknown` : say`at most about ${inDollars(usd)}`;
}
/** To the cent, also below one. */
function inDollars(usd) {
	return `$${usd.toFixed(2)}`;
}
function listLost(title, steps) {
	return Object.entries(steps).flatMap(([step, reasons]) => Object.entries(reasons).map(([reason, times]) => say`${title}: ${count(times)} at ${name(step)} (${name(reason)})`));
}
/** Nothing for a run that was not stopped. */
function describeStop(stopped) {
	return stopped === void 0 ? [] : [say`stopped early (${writeStop(stopped)}); finished answers are stored: run the same command again to go on`];
}
/**
* Gives `work` a new file to put rows in, which takes the old one's place where it says so: then the rows that are left are as
* they were. `scenarios` are the bank's, in its order.
*/
async function rewriteBank({ path, scenarios }, work) {
	removeAbandoned(path);
	const nextPath = `${path}.${process.pid}.tmp`;
	const file = openSync(nextPath, "w");
	const out = createAppender(file);
	let done = 0;
	const write = (line) => {
		out.append(Buffer.from(`${line}\n`));
		done += 1;
	};
	try {
		if (await work((id, line) => {
			while (scenarios[done].id !== id) write(serializeScenario(scenarios[done]));
			write(line);
		}) === "leave") return;
		while (done < scenarios.length) write(serializeScenario(scenarios[done]));
		out.flush();
		fsyncSync(file);
		renameSync(nextPath, path);
	} finally {
		closeSync(file);
		rmSync(nextPath, { force: true });
	}
}
export { describeStop as a, describeScoring as i, describeGeneration as n, inDollars as o, describePlan as r, rewriteBank as t };
