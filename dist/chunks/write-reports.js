import { t as UserError } from "./errors.js";
import { a as renderJunit, o as renderJson, r as renderSarif, s as renderHtml, t as openExplorer } from "./open-explorer.js";
import { t as makeFolder } from "./make-folder.js";
import { n as writeWhole } from "./write-whole.js";
import { join } from "node:path";
import { accessSync, constants } from "node:fs";
/** Makes the folder of the reports before anything is paid for. @throws UserError where it cannot be written. */
function openReportFolder(folder) {
	try {
		makeFolder(folder);
		accessSync(folder, constants.W_OK);
	} catch (error) {
		const reason = error.code ?? String(error);
		throw new UserError({
			message: `reports cannot be written to ${folder} (${reason})`,
			hint: "name another folder with --output-dir"
		});
	}
	return folder;
}
/** run.json alone: for a run that ended without a report. Gives what could not be written. */
function writeRunRecord(folder, run) {
	return writeWhole([runFile(folder, run)]);
}
function runFile(folder, run) {
	return [join(folder, "run.json"), `${JSON.stringify(run, null, 2)}\n`];
}
/**
* report.json, report.html, report.junit.xml, report.sarif, evidence.jsonl and run.json in `folder`, which is made if it
* is not there. A further comparison of the same run has its `name` in the names of its files: report.models.json.
*/
function writeReports(folder, result) {
	makeFolder(folder);
	const middle = result.name === void 0 ? "" : `.${result.name}`;
	const at = (name) => join(folder, name);
	const [run, record] = runFile(folder, result.run);
	const paths = {
		json: at(`report${middle}.json`),
		html: at(`report${middle}.html`),
		run,
		evidence: at(`evidence${middle}.jsonl`)
	};
	const unwritten = writeWhole([
		[run, record],
		[paths.json, renderJson(result)],
		[paths.html, renderHtml({
			...result,
			...openExplorer(result)
		})],
		[at(`report${middle}.junit.xml`), renderJunit(result)],
		[at(`report${middle}.sarif`), renderSarif(result)],
		[paths.evidence, result.evidence]
	]);
	return {
		...paths,
		unwritten
	};
}
/** For people: what is missing, and that the verdict does not rest on it. Empty where nothing is. */
function describeUnwritten(unwritten) {
	const lines = unwritten.map((one) => `${one}\n`);
	return lines.length === 0 ? "" : `${lines.join("")}What was found is said here and stands; these files are not there.\n`;
}
export { writeRunRecord as i, openReportFolder as n, writeReports as r, describeUnwritten as t };
