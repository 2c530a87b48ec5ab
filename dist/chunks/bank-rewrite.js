import { s as plural } from "./format-numbers.js";
import { t as plainText } from "./plain-text.js";
import { n as serializeScenario } from "./serialize-scenario.js";
import { l as createAppender } from "./load-project.js";
import { t as writeStop } from "./stop-words.js";
import { n as removeAbandoned } from "./bank-spool.js";
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
/** Lines of text, one thing each; `added` are those that the bank did not hold. */
function describeGeneration(counts, added) {
	const { seeds, scenarios, duplicates, byGenerator } = counts;
	return [
		`${plural(scenarios, "scenario")} from ${plural(seeds, "pair")}, ${added} of them new to the bank`,
		...Object.entries(byGenerator).map(([id, count]) => `  ${id}: ${count.scenarios} from ${count.seeds}`),
		...listLost("dropped", counts.dropped),
		...listLost("no answer, asked again next time", counts.unanswered),
		...duplicates.exact + duplicates.near === 0 ? [] : [`duplicates left out: ${duplicates.exact} exact, ${duplicates.near} near`],
		...describeStop(counts.stopped)
	];
}
function describeScoring({ scored, unchanged, kept, stopped }) {
	return [
		`${plural(scored, "scenario")} scored, ${unchanged} scored before with the same result`,
		...Object.entries(kept).map(([reason, count]) => `${count} left as they were: ${reason}`),
		...describeStop(stopped)
	];
}
function describePlan({ steps, least, most, stored }) {
	const width = Math.max(5, ...steps.map(({ step }) => step.length));
	return [
		...steps.map((step) => `${step.step.padEnd(width)}  ${describeStep(step)}`),
		`${"total".padEnd(width)}  ${describeStep({
			least,
			most,
			stored
		})}`,
		"Prices are estimates: four characters a token, replies of usual length, shared beginnings billed as prompt caches bill them."
	];
}
function describeStep({ least, most, stored }) {
	const calls = least.calls === most.calls ? format(most.calls) : `${format(least.calls)} to ${format(most.calls)}`;
	const tokens = `${format(most.inputTokens)} tokens in, ${format(most.outputTokens)} out`;
	return `${calls} calls, ${format(stored)} stored; ${tokens}; ${describeMoney(most)}`;
}
function describeMoney({ usd }) {
	return usd === "unknown" ? "price unknown" : `at most about $${usd.toFixed(2)}`;
}
function listLost(title, steps) {
	return Object.entries(steps).flatMap(([step, reasons]) => Object.entries(reasons).map(([reason, count]) => `${title}: ${count} at ${step} (${reason})`));
}
function describeStop(stopped) {
	if (stopped === void 0) return [];
	return [`stopped early (${plainText(writeStop(stopped))}); finished answers are stored: run the same command again to go on`];
}
function format(count) {
	return count.toLocaleString("en-US");
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
export { describeStop as a, describeScoring as i, describeGeneration as n, describePlan as r, rewriteBank as t };
